use homeport_core::time::{HOUR, MINUTE};
use serde_json::json;

use super::*;

const NOW: Wall = Wall(1_790_000_000_000);

fn ago(span: std::time::Duration) -> i64 {
    NOW.0 - i64::try_from(span.as_millis()).unwrap()
}

/// A home with one name that is well and one whose token was rejected.
fn troubled() -> Snapshot {
    let card = |family: &str, address: &str, word: &str, why: &str| {
        json!({ "family": family, "address": address, "verdict": "unknown", "verdict_word": word, "why": why,
                "seen": ago(2 * MINUTE), "own_only": false })
    };
    let chip = |family: &str, state: &str, word: &str, address: Option<&str>| {
        json!({ "family": family, "state": state, "word": word, "address": address,
                "accepted": ago(4 * HOUR), "proved": ago(3 * HOUR) })
    };
    let row = |name: &str, provider: &str, state: &str, words: &str, chips: [serde_json::Value; 2]| {
        let [ipv4, ipv6] = chips;
        json!({ "name": name, "shown": name, "provider": "made-up", "provider_name": provider, "account": "made-up",
                "state": state, "words": words, "fault": null, "paused": false,
                "records": { "ipv4": ipv4, "ipv6": ipv6 }, "since": null, "next_try": null })
    };
    let snapshot = json!({
        "revision": 7, "version": "0.1.0", "at": NOW, "state": "error",
        "headline": "nas.example.org: token rejected",
        "detail": "The other hostname is up to date.",
        "addresses": {
            "ipv4": card("ipv4", "203.0.113.7", "Behind a router", "2 services agree"),
            "ipv6": card("ipv6", "2001:db8:4a3f:10:8d3c:77ff:fe12:9a01", "Direct", "this computer and 2 services agree"),
        },
        "lookout": {
            "router": null, "external": null, "behind_another": false, "ways": [], "pulses": false,
            "power": { "has_battery": false, "on_battery": false, "metered": null }, "words": "",
        },
        "hostnames": [
            row("home.example.org", "deSEC", "ok", "Up to date", [
                chip("ipv4", "verified", "Verified", Some("203.0.113.7")),
                chip("ipv6", "verified", "Verified", Some("2001:db8:4a3f:10:8d3c:77ff:fe12:9a01")),
            ]),
            row("nas.example.org", "No-IP", "error", "Token rejected", [
                chip("ipv4", "wrong", "Old address", Some("198.51.100.4")),
                chip("ipv6", "off", "Off", None),
            ]),
        ],
        "problems": [{
            "code": "AUTH-REJECTED", "severity": "error",
            "happened": "No-IP did not accept the token for nas.example.org.",
            "means": "It was mistyped, deleted or has expired. We have stopped trying so you are not blocked.",
            "cure": "Make a new token and paste it.",
            "buttons": [], "hostnames": ["nas.example.org"], "since": ago(30 * MINUTE), "next_try": null,
        }],
        "pause": null, "busy": false, "last_check": ago(2 * MINUTE),
        "next_check": NOW + 3 * MINUTE, "check_allowed": null, "practice": null, "tray": "shown",
    });

    serde_json::from_value(snapshot).unwrap()
}

#[test]
fn the_status_says_how_things_are_why_and_what_to_do() {
    let text = status(&troubled(), NOW, &Paint::plain(), &Texts::english());

    assert_eq!(
        text,
        "\
✗ nas.example.org: token rejected
  The other hostname is up to date.
  Checked 2 minutes ago. Next check in 3 minutes.

  IPv4  203.0.113.7
        Behind a router · 2 services agree · seen 2 minutes ago
  IPv6  2001:db8:4a3f:10:8d3c:77ff:fe12:9a01
        Direct · this computer and 2 services agree · seen 2 minutes ago

  ✓ home.example.org  Up to date      deSEC
      A     203.0.113.7                           Verified 3 hours ago
      AAAA  2001:db8:4a3f:10:8d3c:77ff:fe12:9a01  Verified 3 hours ago
  ✗ nas.example.org   Token rejected  No-IP
      A     198.51.100.4                          Old address 3 hours ago

✗ No-IP did not accept the token for nas.example.org.
  It was mistyped, deleted or has expired. We have stopped trying so you are not
  blocked.
  → Make a new token and paste it.
  AUTH-REJECTED · since 13:43
"
    );
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    let text = status(&troubled(), NOW, &Paint::plain(), &Texts::english());

    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn a_standby_that_serves_stands_below_its_hostname_with_its_records() {
    let mut snapshot = troubled();
    let row = &mut snapshot.hostnames[1];
    let mut records = row.records.clone();
    records.ipv4.address = Some("203.0.113.7".parse().unwrap());
    let mut standby = StandbyRow {
        name: "other.example.net".parse().unwrap(),
        shown: "other.example.net".to_owned(),
        provider: row.provider.clone(),
        provider_name: "Second".to_owned(),
        account: row.account.clone(),
        serves: true,
        serves_since: None,
        fault: None,
        serves_at: None,
        state: homeport_core::snapshot::State::Ok,
        words: "Up to date".to_owned(),
        records,
    };
    row.standby = Some(standby.clone());
    let shown = |snapshot: &Snapshot| status(snapshot, NOW, &Paint::plain(), &Texts::english());
    let text = shown(&snapshot);
    assert!(text.contains("standby: Up to date  other.example.net · Second"), "{text}");
    assert_eq!(text.matches("203.0.113.7").count(), 3, "{text}");

    standby.serves = false;
    standby.records.ipv4.address = None;
    standby.serves_at = Some(NOW + HOUR);
    snapshot.hostnames[1].standby = Some(standby);
    let text = shown(&snapshot);
    assert!(text.contains("· serves in") && text.matches("203.0.113.7").count() == 2, "{text}");
}

//! `PowerDNS` Authoritative, by its HTTP API and by DNS UPDATE.

use homeport_tests::bind::{Zone, dig, secret};
use homeport_tests::household::inside;
use homeport_tests::powerdns::{API_KEY, PowerDns};
use homeport_tests::trial::{Trial, assert_told};
use serde_json::Value;

const HOME: Zone<'_> = Zone { name: "home.test", records: "note TXT \"stays\"\n", key_name: "home-key" };
const NAS: &str = "nas.home.test";

fn by_api<'a>(server: &PowerDns) -> Trial<'a> {
    Trial::new("powerdns", NAS).field("server", format!("http://{}", server.api)).secret("key", API_KEY)
}

fn by_update<'a>(server: &PowerDns, key: &str) -> Trial<'a> {
    Trial::new("rfc2136", NAS)
        .field("server", server.address)
        .field("zone", HOME.name)
        .field("key_name", HOME.key_name)
        .secret("key", key)
}

fn comment(set: &Value) -> &Value {
    &set["comments"][0]["content"]
}

#[test]
fn a_record_that_is_missing_is_created_by_the_api_only_with_consent() {
    inside(|| {
        let server = PowerDns::start(&HOME);

        let refused = by_api(&server).send(&["20.1.0.1"]);
        assert_told(&refused, "refused", "no-such-host");
        assert!(dig(server.address, &[NAS, "A"]).is_empty());

        let told = by_api(&server).field("ttl", 120).create().send(&["20.1.0.1", "2a0e:1::1"]);
        assert_told(&told, "updated", "good");
        assert_eq!(dig(server.address, &[NAS, "A"]), ["20.1.0.1"]);
        assert_eq!(dig(server.address, &[NAS, "AAAA"]), ["2a0e:1::1"]);
        assert_eq!(server.records(HOME.name, NAS, "A")["ttl"], 120);
        assert_eq!(dig(server.address, &["note.home.test", "TXT"]), ["\"stays\""]);
    });
}

#[test]
fn a_record_keeps_its_ttl_and_its_comment_when_the_api_changes_its_address() {
    inside(|| {
        let server = PowerDns::start(&HOME);
        server.put(HOME.name, NAS, 450, "20.1.0.1", "the big one in the cellar");

        assert_told(&by_api(&server).send(&["20.1.0.2"]), "updated", "good");
        let set = server.records(HOME.name, NAS, "A");
        assert_eq!((&set["ttl"], comment(&set)), (&450.into(), &"the big one in the cellar".into()), "{set}");
        assert_eq!(dig(server.address, &[NAS, "A"]), ["20.1.0.2"]);

        assert_told(&by_api(&server).send(&["20.1.0.2"]), "unchanged", "unchanged");
    });
}

#[test]
fn the_api_refuses_a_wrong_key_and_knows_no_foreign_zone() {
    inside(|| {
        let server = PowerDns::start(&HOME);
        server.put(HOME.name, NAS, 60, "20.1.0.1", "");
        let server_field = format!("http://{}", server.api);

        let wrong = Trial::new("powerdns", NAS).field("server", &server_field).secret("key", "another-key");
        assert_told(&wrong.send(&["20.1.0.2"]), "refused", "bad-auth");
        let foreign = Trial::new("powerdns", "nas.example.test").field("server", &server_field).secret("key", API_KEY);
        assert_told(&foreign.create().send(&["20.1.0.2"]), "refused", "no-such-host");

        assert_eq!(dig(server.address, &[NAS, "A"]), ["20.1.0.1"]);
    });
}

#[test]
fn dns_update_makes_and_changes_the_record_and_touches_no_other() {
    inside(|| {
        let server = PowerDns::start(&HOME);
        let key = secret(HOME.key_name);

        assert_told(&by_update(&server, &key).send(&["20.1.0.1", "2a0e:1::1"]), "updated", "good");
        assert_eq!(dig(server.address, &[NAS, "A"]), ["20.1.0.1"]);

        assert_told(&by_update(&server, &key).send(&["20.1.0.2"]), "updated", "good");
        assert_eq!(dig(server.address, &[NAS, "A"]), ["20.1.0.2"]);
        assert_eq!(dig(server.address, &[NAS, "AAAA"]), ["2a0e:1::1"]);
        assert_eq!(dig(server.address, &["note.home.test", "TXT"]), ["\"stays\""]);
    });
}

#[test]
fn dns_update_with_a_wrong_key_or_for_a_foreign_zone_is_refused() {
    inside(|| {
        let server = PowerDns::start(&HOME);
        let key = secret(HOME.key_name);

        let wrong = by_update(&server, &secret("another-key")).send(&["20.1.0.1"]);
        assert_told(&wrong, "refused", "bad-auth");
        let unknown = Trial::new("rfc2136", NAS)
            .field("server", server.address)
            .field("zone", HOME.name)
            .field("key_name", "unknown-key")
            .secret("key", &key);
        assert_told(&unknown.send(&["20.1.0.1"]), "refused", "bad-auth");
        let foreign = Trial::new("rfc2136", "nas.example.test")
            .field("server", server.address)
            .field("zone", "example.test")
            .field("key_name", HOME.key_name)
            .secret("key", &key);
        assert_told(&foreign.send(&["20.1.0.1"]), "refused", "no-such-host");

        assert!(dig(server.address, &[NAS, "A"]).is_empty());
    });
}

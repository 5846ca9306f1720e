//! Knot DNS, by DNS UPDATE.

use homeport_tests::bind::{Zone, dig, secret};
use homeport_tests::household::inside;
use homeport_tests::knot::{IDLE_KEY, Knot};
use homeport_tests::trial::{Trial, assert_told};

const HOME: Zone<'_> =
    Zone { name: "home.test", records: "note TXT \"stays\"\nnas TXT \"stays, too\"\n", key_name: "home-key" };
const NAS: &str = "nas.home.test";

fn trial<'a>(server: &Knot, zone: &str, key_name: &str, key: &str) -> Trial<'a> {
    Trial::new("rfc2136", &format!("nas.{zone}"))
        .field("server", server.address)
        .field("zone", zone)
        .field("key_name", key_name)
        .secret("key", key)
}

#[test]
fn knot_makes_and_changes_the_record_and_keeps_all_others() {
    inside(|| {
        let server = Knot::start(&HOME);
        let trial = trial(&server, HOME.name, HOME.key_name, &secret(HOME.key_name)).field("ttl", 90);

        assert_told(&trial.send(&["20.1.0.1", "2a0e:1::1"]), "updated", "good");
        assert_eq!(dig(server.address, &[NAS, "A"]), ["20.1.0.1"]);

        assert_told(&trial.send(&["20.1.0.2"]), "updated", "good");
        let [record] = dig(server.address, &[NAS, "A", "+noshort", "+noall", "+answer"]).try_into().unwrap();
        assert_eq!(record.split_whitespace().collect::<Vec<_>>(), ["nas.home.test.", "90", "IN", "A", "20.1.0.2"]);
        assert_eq!(dig(server.address, &[NAS, "AAAA"]), ["2a0e:1::1"]);
        assert_eq!(dig(server.address, &[NAS, "TXT"]), ["\"stays, too\""]);
        assert_eq!(dig(server.address, &["note.home.test", "TXT"]), ["\"stays\""]);
    });
}

#[test]
fn knot_refuses_a_wrong_key_and_an_unknown_zone_and_changes_nothing() {
    inside(|| {
        let server = Knot::start(&HOME);
        let (right, other) = (secret(HOME.key_name), secret("another-key"));
        let idle = secret(IDLE_KEY);
        let cases = [
            (trial(&server, HOME.name, HOME.key_name, &other), "bad-auth", "BADSIG"),
            (trial(&server, HOME.name, "unknown-key", &right), "bad-auth", "BADKEY"),
            // Knot says the same of a key that it knows.
            (trial(&server, HOME.name, IDLE_KEY, &idle), "bad-auth", "BADKEY"),
            (trial(&server, "example.test", HOME.key_name, &right), "no-such-host", "NOTAUTH"),
        ];
        for (trial, means, code) in cases {
            let told = trial.send(&["20.1.0.1"]);

            assert_told(&told, "refused", means);
            assert!(told["message"].as_str().unwrap().contains(code), "{told}");
        }

        assert!(dig(server.address, &[NAS, "A"]).is_empty());
    });
}

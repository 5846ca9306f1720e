//! Route 53, by moto, and the signatures of its requests, by Amazon's own library.

use homeport_tests::household::inside;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::moto::{HOST, KEY_ID, Moto, SECRET, authorization};
use homeport_tests::trial::{Trial, assert_told};

const HOME: &str = "home.example.org";

fn trial<'a>(proxy: &'a MockProxy, hostname: &str) -> Trial<'a> {
    let trial = Trial::new("route53", hostname).through(proxy);

    trial.field("access_key_id", KEY_ID).secret("secret_access_key", SECRET)
}

fn changes(proxy: &MockProxy) -> usize {
    proxy.seen().iter().filter(|seen| seen.request.starts_with("POST ")).count()
}

fn set(ttl: u32, address: &str) -> (u32, Vec<String>) {
    (ttl, vec![address.to_owned()])
}

#[test]
fn both_families_are_changed_in_one_batch_and_keep_their_ttl() {
    inside(|| {
        let moto = Moto::start();
        let zone = moto.zone("example.org");
        moto.put(&zone, HOME, "A", 120, &["192.0.2.9"]);
        moto.put(&zone, HOME, "AAAA", 240, &["2001:db8::9"]);
        moto.put(&zone, "other.example.org", "A", 60, &["192.0.2.9"]);
        let proxy = MockProxy::in_front_of(&[(HOST, moto.address)]);

        assert_told(&trial(&proxy, HOME).send(&["192.0.2.1", "2001:db8::1"]), "updated", "good");

        assert_eq!(changes(&proxy), 1);
        assert_eq!(moto.records(&zone, HOME, "A"), Some(set(120, "192.0.2.1")));
        assert_eq!(moto.records(&zone, HOME, "AAAA"), Some(set(240, "2001:db8::1")));
        assert_eq!(moto.records(&zone, "other.example.org", "A"), Some(set(60, "192.0.2.9")));

        let again = trial(&proxy, HOME).field("zone_id", &zone).send(&["192.0.2.1", "2001:db8::1"]);
        assert_told(&again, "unchanged", "unchanged");
        assert_eq!(changes(&proxy), 1, "an address that is there was written again");
    });
}

#[test]
fn each_request_is_signed_as_amazons_own_client_signs_it() {
    inside(|| {
        let moto = Moto::start();
        let zone = moto.zone("example.org");
        // The star is written in another way in a query, and in a third one in an answer.
        moto.put(&zone, "*.example.org", "A", 120, &["192.0.2.9"]);
        let proxy = MockProxy::in_front_of(&[(HOST, moto.address)]);

        let told = trial(&proxy, "*.example.org").create().send(&["192.0.2.1", "2001:db8::1"]);

        assert_told(&told, "updated", "good");
        let seen = proxy.seen();
        assert!(seen.len() >= 4, "{seen:?}");
        for request in seen {
            assert_eq!(request.authorization, authorization(&request), "{}", request.request);
        }
    });
}

#[test]
fn a_record_is_created_at_route53_only_with_consent() {
    inside(|| {
        let moto = Moto::start();
        let zone = moto.zone("example.org");
        moto.put(&zone, "two.example.org", "A", 60, &["192.0.2.8", "192.0.2.9"]);
        let proxy = MockProxy::in_front_of(&[(HOST, moto.address)]);

        assert_told(&trial(&proxy, HOME).send(&["192.0.2.1"]), "refused", "no-such-host");
        assert_told(&trial(&proxy, "two.example.org").create().send(&["192.0.2.1"]), "refused", "bad-request");
        assert_eq!(changes(&proxy), 0);

        assert_told(&trial(&proxy, HOME).create().field("ttl", 90).send(&["192.0.2.1"]), "updated", "good");
        assert_eq!(moto.records(&zone, HOME, "A"), Some(set(90, "192.0.2.1")));
        assert_eq!(moto.records(&zone, HOME, "AAAA"), None);
    });
}

#[test]
fn a_zone_that_route53_does_not_have_is_told_and_nothing_is_written() {
    inside(|| {
        let moto = Moto::start();
        let zone = moto.zone("example.org");
        moto.put(&zone, HOME, "A", 120, &["192.0.2.9"]);
        let proxy = MockProxy::in_front_of(&[(HOST, moto.address)]);

        let elsewhere = trial(&proxy, "home.example.net").create().send(&["192.0.2.1"]);
        assert_told(&elsewhere, "refused", "no-such-host");
        let unknown = trial(&proxy, HOME).field("zone_id", "Z00000000000000000000").send(&["192.0.2.1"]);
        assert_told(&unknown, "refused", "no-such-host");
        assert!(unknown["message"].as_str().unwrap().contains("NoSuchHostedZone"), "{unknown}");

        assert_eq!(changes(&proxy), 0);
        assert_eq!(moto.records(&zone, HOME, "A"), Some(set(120, "192.0.2.9")));
    });
}

//! Several names of one account in few requests, and what stands beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use homeport_agent::store::Store;
use homeport_core::ledger::{LedgerChange, NotBefore};
use homeport_core::settings::file::{FieldFacts, Providers};
use homeport_core::time::Wall;
use homeport_handle::paths::Paths;
use homeport_tests::bind::{self, Zone, dig, secret};
use homeport_tests::household::{ADDRESS, Household, inside};
use homeport_tests::knot::Knot;
use homeport_tests::mock_cloudflare::{Cloudflare, EDGE, Right};
use homeport_tests::mock_dns;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::moto::{self, Moto};
use homeport_tests::powerdns::{API_KEY, PowerDns};
use serde_json::{Value, json};

use crate::once::{Account, NEXT, assert_all_proved, assert_name, kinds, once, once_at, outside};

const TOKEN: &str = "made-up-token-only-for-this-test-40-long";
const CLOUDFLARE: Account<'_> = Account { provider: "cloudflare", fields: &[], secret: ("token", TOKEN) };

/// A home at Cloudflare, and a proxy that speaks for it and whose zones are these.
fn at_cloudflare(zones: &[&str], names: &[&str], more: &str) -> (Household, Cloudflare, Vec<String>, MockProxy) {
    let household = Household::new();
    let cloudflare = Cloudflare::default();
    cloudflare.token(TOKEN, &[Right::ZoneRead, Right::DnsEdit]);
    let zones = zones.iter().map(|zone| cloudflare.zone(zone)).collect();
    let proxy = cloudflare.proxy_at(outside(&household));
    let double = cloudflare.clone();
    let name_server = mock_dns::serve(outside(&household), move |name| double.resolve(name));
    CLOUDFLARE.confide(&household, Some(&proxy));
    CLOUDFLARE.keep(&household, names, more, name_server);

    (household, cloudflare, zones, proxy)
}

fn a(name: &str, address: &str) -> Value {
    json!({ "type": "A", "name": name, "content": address })
}

/// The addresses of a name, in order.
fn addresses(cloudflare: &Cloudflare, name: &str) -> Vec<String> {
    let records = cloudflare.records(name);
    let mut found: Vec<String> = records.iter().map(|record| record["content"].as_str().unwrap().to_owned()).collect();
    found.sort();

    found
}

#[test]
fn twelve_names_of_two_zones_at_cloudflare_take_five_requests_and_keep_all_but_their_addresses() {
    inside(|| {
        let zones = ["example.org", "example.net"];
        let names: Vec<String> =
            zones.iter().flat_map(|zone| (0..6).map(move |number| format!("host{number}.{zone}"))).collect();
        let listed: Vec<&str> = names.iter().map(String::as_str).collect();
        let (mut household, cloudflare, ids, proxy) = at_cloudflare(&zones, &listed, "");
        for (index, name) in names.iter().enumerate() {
            let mut record = a(name, "192.0.2.9");
            record["comment"] = format!("number {index}").into();
            record["tags"] = json!([format!("own:{index}")]);
            match index % 3 {
                0 => record["proxied"] = true.into(),
                1 => record["ttl"] = 3_600.into(),
                _ => {}
            }
            cloudflare.put(&ids[index / 6], &record);
        }
        cloudflare.put(&ids[0], &json!({ "type": "TXT", "name": "host0.example.org", "content": "stays" }));
        cloudflare.put(&ids[0], &a("other.example.org", "192.0.2.9"));
        let all = || -> Vec<Value> { listed.iter().flat_map(|name| cloudflare.records(name)).collect() };
        let before = all();

        for address in [ADDRESS, NEXT] {
            let (told, sent) = once_at(&mut household, Some(&proxy), address);

            for (name, told) in names.iter().zip(&told) {
                let is_proxied = cloudflare.resolve(name).unwrap().contains(&EDGE.into());
                assert_eq!((&told["outcome"], &told["proved"]), (&"updated".into(), &(!is_proxied).into()), "{told}");
                assert_eq!(told["proxied"], is_proxied, "{told}");
            }
            let kinds = kinds("12 names of two zones at Cloudflare", &sent);
            assert_eq!(kinds, ["GET zones", "GET dns_records", "GET dns_records", "POST batch", "POST batch"]);
            let mut expected = before.clone();
            for record in expected.iter_mut().filter(|record| record["type"] == "A") {
                record["content"] = address.into();
            }
            assert_eq!(all(), expected);
            assert_eq!(addresses(&cloudflare, "other.example.org"), ["192.0.2.9"]);
        }
        let (told, sent) = once(&household, Some(&proxy));
        assert!(sent.is_empty() && told.iter().all(|told| told["outcome"] == "unchanged"), "{told:?}");
    });
}

#[test]
fn a_cname_in_the_way_at_cloudflare_stays_out_of_the_batch() {
    inside(|| {
        let names = ["a.example.org", "b.example.org", "cname.example.org"];
        let (mut household, cloudflare, ids, proxy) = at_cloudflare(&["example.org"], &names, "");
        for name in &names[..2] {
            cloudflare.put(&ids[0], &a(name, "192.0.2.9"));
        }
        cloudflare.put(&ids[0], &json!({ "type": "CNAME", "name": names[2], "content": "example.net" }));

        for address in [ADDRESS, NEXT] {
            let (told, sent) = once_at(&mut household, Some(&proxy), address);

            assert_all_proved(&told[..2]);
            assert_name(&told, names[2], "refused", "no-such-host");
            assert_eq!(kinds("3 names, a CNAME among them", &sent), ["GET zones", "GET dns_records", "POST batch"]);
            assert!(!sent[2].body.contains(names[2]), "{}", sent[2].body);
            assert_eq!(names.map(|name| addresses(&cloudflare, name)), [[address], [address], ["example.net"]]);
        }
    });
}

/// Where missing records may be created, Cloudflare itself finds the CNAME, and refuses the batch.
#[test]
fn a_name_that_spoils_a_batch_at_cloudflare_is_found_by_sending_each_alone_once() {
    inside(|| {
        let names = ["a.example.org", "b.example.org", "cname.example.org", "new.example.org"];
        let (mut household, cloudflare, ids, proxy) = at_cloudflare(&["example.org"], &names, "create = true\n");
        for name in &names[..2] {
            cloudflare.put(&ids[0], &a(name, "192.0.2.9"));
        }
        cloudflare.put(&ids[0], &json!({ "type": "CNAME", "name": names[2], "content": "example.net" }));

        let (told, sent) = once(&household, Some(&proxy));
        assert_eq!(kinds("4 names, one spoils the batch", &sent), ["GET zones", "GET dns_records", "POST batch"]);
        for name in &names {
            assert_name(&told, name, "retry", "bad-request");
        }
        assert_eq!(addresses(&cloudflare, names[0]), ["192.0.2.9"], "a part of a refused batch was carried out");

        // Before the wait is over nothing is sent.
        assert!(once(&household, Some(&proxy)).1.is_empty());
        let_a_minute_pass(&household);
        let (told, sent) = once(&household, Some(&proxy));
        let writes: Vec<String> =
            kinds("the same, each alone", &sent).into_iter().filter(|kind| !kind.starts_with("GET ")).collect();
        assert_eq!(writes.len(), names.len(), "{writes:?}");
        assert!(!writes.contains(&"POST batch".to_owned()));
        assert_name(&told, names[2], "refused", "bad-request");
        for name in [names[0], names[1], names[3]] {
            assert_name(&told, name, "updated", "good");
            assert_eq!(addresses(&cloudflare, name), [ADDRESS]);
        }

        // From now on the others go together again, and the one not at all.
        let (told, sent) = once_at(&mut household, Some(&proxy), NEXT);
        assert_eq!(kinds("the next address", &sent), ["GET zones", "GET dns_records", "POST batch"]);
        assert_name(&told, names[2], "refused", "bad-request");
        assert_eq!([0, 1, 3].map(|index| addresses(&cloudflare, names[index])), [[NEXT], [NEXT], [NEXT]]);
    });
}

#[test]
fn an_address_that_somebody_added_at_cloudflare_stays_beside_ours() {
    inside(|| {
        let names = ["a.example.org", "b.example.org"];
        let (mut household, cloudflare, ids, proxy) = at_cloudflare(&["example.org"], &names, "");
        for name in &names {
            cloudflare.put(&ids[0], &a(name, "192.0.2.9"));
        }
        assert_all_proved(&once(&household, Some(&proxy)).0);
        cloudflare.put(&ids[0], &json!({ "type": "A", "name": names[0], "content": "20.7.7.7", "comment": "office" }));
        let office = cloudflare.records(names[0])[1].clone();

        for address in [NEXT, "20.3.0.9"] {
            let (told, sent) = once_at(&mut household, Some(&proxy), address);

            assert_all_proved(&told);
            assert_eq!(kinds("2 names, one with two addresses", &sent).len(), 3);
            assert_eq!(addresses(&cloudflare, names[0]), [address, "20.7.7.7"]);
            assert_eq!(cloudflare.records(names[0])[1], office);
            assert_eq!(addresses(&cloudflare, names[1]), [address]);
        }
    });
}

#[test]
fn three_names_at_route53_take_three_requests_and_an_address_beside_ours_stays() {
    const NAMES: [&str; 3] = ["a.example.org", "b.example.org", "c.example.org"];

    inside(|| {
        let mut household = Household::new();
        let moto = Arc::new(Moto::start());
        let zone = moto.zone("example.org");
        for (name, ttl) in NAMES.iter().zip([60, 120, 240]) {
            moto.put(&zone, name, "A", ttl, &["192.0.2.9"]);
        }
        let proxy = MockProxy::outside(outside(&household), &[(moto::HOST, moto.address)]);
        let (double, id) = (Arc::clone(&moto), zone.clone());
        let name_server = mock_dns::serve(outside(&household), move |name| {
            let (_, addresses) = double.records(&id, name, "A")?;

            Some(addresses.iter().filter_map(|address| address.parse().ok()).collect())
        });
        let account = Account {
            provider: "route53",
            fields: &[("access_key_id", moto::KEY_ID)],
            secret: ("secret_access_key", moto::SECRET),
        };
        account.confide(&household, Some(&proxy));
        account.keep(&household, &NAMES, "", name_server);

        assert_all_proved(&once(&household, Some(&proxy)).0);
        moto.put_again(&zone, NAMES[1], "A", 120, &["20.7.7.7", ADDRESS]);
        let (told, sent) = once_at(&mut household, Some(&proxy), NEXT);

        assert_all_proved(&told);
        assert_eq!(kinds("3 names at Route 53", &sent), ["GET hostedzonesbyname", "GET rrset", "POST rrset"]);
        let found: BTreeMap<&str, (u32, Vec<String>)> = NAMES
            .iter()
            .map(|name| {
                let (ttl, mut addresses) = moto.records(&zone, name, "A").unwrap();
                addresses.sort();

                (*name, (ttl, addresses))
            })
            .collect();
        let in_full = |ttl: u32, addresses: &[&str]| (ttl, addresses.iter().map(|one| (*one).to_owned()).collect());
        let expected = [in_full(60, &[NEXT]), in_full(120, &[NEXT, "20.7.7.7"]), in_full(240, &[NEXT])];
        assert_eq!(found, NAMES.into_iter().zip(expected).collect());
    });
}

#[test]
fn three_names_at_powerdns_take_three_requests_and_a_disabled_record_survives() {
    const HOME: Zone<'_> = Zone { name: "home.test", records: "note TXT \"stays\"\n", key_name: "home-key" };
    const SERVER: &str = "pdns.example.org";
    const NAMES: [&str; 3] = ["a.home.test", "b.home.test", "c.home.test"];

    inside(|| {
        let mut household = Household::new();
        let server = PowerDns::start_at((outside(&household), 53).into(), &HOME);
        for name in NAMES {
            server.put(HOME.name, name, 450, "192.0.2.9", "in the cellar");
        }
        let proxy = MockProxy::outside(outside(&household), &[(SERVER, server.api)]);
        let address = format!("https://{SERVER}");
        let account = Account { provider: "powerdns", fields: &[("server", &address)], secret: ("key", API_KEY) };
        account.confide(&household, Some(&proxy));
        account.keep(&household, &NAMES, "", server.address);

        assert_all_proved(&once(&household, Some(&proxy)).0);
        server.put_all(HOME.name, NAMES[1], 450, &[("20.7.7.7", true), (ADDRESS, false)]);
        for address in [NEXT, "20.3.0.9"] {
            let (told, sent) = once_at(&mut household, Some(&proxy), address);

            assert_all_proved(&told);
            assert_eq!(kinds("3 names at PowerDNS", &sent), ["GET zones", "GET home.test.", "PATCH home.test."]);
            for name in NAMES {
                assert_eq!(dig(server.address, &[name, "A"]), [address]);
            }
            let mut records = server.records(HOME.name, NAMES[1], "A")["records"].as_array().unwrap().clone();
            records.sort_by_key(|record| record["disabled"].as_bool());
            let record = |address: &str, disabled: bool| json!({ "content": address, "disabled": disabled });
            assert_eq!(records, [record(address, false), record("20.7.7.7", true)]);
            let kept = server.records(HOME.name, NAMES[0], "A");
            assert_eq!((&kept["ttl"], &kept["comments"][0]["content"]), (&450.into(), &"in the cellar".into()));
        }
    });
}

#[test]
fn an_address_that_somebody_added_at_knot_stays_beside_ours() {
    const HOME: Zone<'_> = Zone { name: "home.test", records: "note TXT \"stays\"\n", key_name: "home-key" };
    const NAMES: [&str; 2] = ["nas.home.test", "home.test"];

    inside(|| {
        let mut household = Household::new();
        let server = Knot::start_at((outside(&household), 53).into(), &HOME);
        let (address, key) = (server.address.to_string(), secret(HOME.key_name));
        let fields = [("server", address.as_str()), ("zone", HOME.name), ("key_name", HOME.key_name)];
        let account = Account { provider: "rfc2136", fields: &fields, secret: ("key", &key) };
        account.confide(&household, None);
        account.keep(&household, &NAMES, "", server.address);
        let records = |name: &str| dig(server.address, &[name, "A"]);

        assert_all_proved(&once(&household, None).0);
        assert_eq!(records(NAMES[0]), [ADDRESS]);
        bind::add(server.address, HOME.key_name, NAMES[0], "20.7.7.7".parse().unwrap());

        for address in [NEXT, "20.3.0.9"] {
            assert_all_proved(&once_at(&mut household, None, address).0);

            assert_eq!(records(NAMES[0]), [address, "20.7.7.7"]);
            assert_eq!(records(NAMES[1]), [address]);
        }
        assert_eq!(dig(server.address, &["note.home.test", "TXT"]), ["\"stays\""]);
    });
}

/// What the store has to know of the providers.
struct OnlyCloudflare;

impl Providers for OnlyCloudflare {
    fn ids(&self) -> Vec<String> {
        vec![CLOUDFLARE.provider.to_owned()]
    }

    fn fields(&self, _provider: &str) -> Option<Vec<FieldFacts>> {
        Some(vec![FieldFacts { key: CLOUDFLARE.secret.0.to_owned(), secret: true, optional: false }])
    }
}

/// The waits that were written down end now.
fn let_a_minute_pass(household: &Household) {
    let paths = Paths::new(Some(&household.config())).unwrap();
    let (mut store, opened) = Store::open(&paths, Arc::new(OnlyCloudflare));
    assert!(!opened.ledger.not_before.is_empty());
    let over = |fact: NotBefore| NotBefore { until: fact.since, since: Wall(0), ..fact };
    let waits = opened.ledger.not_before.into_iter();
    let changes: Vec<LedgerChange> =
        waits.map(|(subject, fact)| LedgerChange::NotBefore(subject, Some(over(fact)))).collect();
    store.apply(&changes);
    store.close();
}

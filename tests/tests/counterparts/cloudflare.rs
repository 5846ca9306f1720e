//! Cloudflare, by a double that remembers and is strict. Nobody can run the real one.

use homeport_tests::household::inside;
use homeport_tests::mock_cloudflare::{Cloudflare, HOST, MOST, Right};
use homeport_tests::mock_proxy::{MockProxy, Seen};
use homeport_tests::trial::{Trial, assert_told};
use serde_json::{Value, json};

const TOKEN: &str = "made-up-token-only-for-this-test-40-long";
const HOME: &str = "home.example.org";
const ALL: &[Right] = &[Right::ZoneRead, Right::DnsEdit];

/// Cloudflare with a zone and a token, and the zone's id.
fn cloudflare(rights: &[Right]) -> (Cloudflare, String) {
    let cloudflare = Cloudflare::default();
    cloudflare.token(TOKEN, rights);
    let zone = cloudflare.zone("example.org");

    (cloudflare, zone)
}

fn trial(proxy: &MockProxy) -> Trial<'_> {
    Trial::new("cloudflare", HOME).secret("token", TOKEN).through(proxy)
}

fn writes(proxy: &MockProxy) -> Vec<Seen> {
    proxy.seen().into_iter().filter(|seen| !seen.request.starts_with("GET ")).collect()
}

#[test]
fn a_record_at_cloudflare_keeps_all_but_its_address() {
    inside(|| {
        let (cloudflare, zone) = cloudflare(ALL);
        let records = [
            json!({ "type": "A", "name": HOME, "content": "192.0.2.9", "proxied": true, "comment": "the door", "tags": ["own:me"] }),
            json!({ "type": "AAAA", "name": HOME, "content": "2001:db8::9", "ttl": 3600, "comment": "also", "tags": [] }),
            json!({ "type": "TXT", "name": HOME, "content": "stays" }),
            json!({ "type": "A", "name": "other.example.org", "content": "192.0.2.9" }),
        ];
        for record in &records {
            cloudflare.put(&zone, record);
        }
        let (before, proxy) = (cloudflare.records(HOME), cloudflare.proxy());

        let told = trial(&proxy).send(&["192.0.2.1", "2001:db8::1"]);

        assert_told(&told, "updated", "good");
        let with_address = |index: usize, address: &str| {
            let mut record = before[index].clone();
            record["content"] = address.into();
            record
        };
        let expected = [with_address(0, "192.0.2.1"), with_address(1, "2001:db8::1"), before[2].clone()];
        assert_eq!(cloudflare.records(HOME), expected);
        assert_eq!((&before[0]["ttl"], &before[1]["ttl"]), (&1.into(), &3600.into()));
        assert_eq!(cloudflare.records("other.example.org")[0]["content"], "192.0.2.9");
        assert_eq!(writes(&proxy).len(), 2);

        assert_told(&trial(&proxy).send(&["192.0.2.1", "2001:db8::1"]), "unchanged", "unchanged");
        assert_eq!(writes(&proxy).len(), 2, "an address that is there was written again");
    });
}

#[test]
fn a_record_is_created_at_cloudflare_only_with_consent() {
    inside(|| {
        let (cloudflare, _) = cloudflare(ALL);
        let proxy = cloudflare.proxy();

        assert_told(&trial(&proxy).send(&["192.0.2.1"]), "refused", "no-such-host");
        assert!(cloudflare.records(HOME).is_empty() && writes(&proxy).is_empty());

        assert_told(&trial(&proxy).create().field("ttl", 120).send(&["192.0.2.1"]), "updated", "good");
        let [record] = cloudflare.records(HOME).try_into().unwrap();
        let facts = ["type", "content", "ttl", "proxied"].map(|key| record[key].clone());
        assert_eq!(facts, [json!("A"), json!("192.0.2.1"), json!(120), json!(false)]);
    });
}

#[test]
fn a_name_with_two_addresses_at_cloudflare_is_left_alone() {
    inside(|| {
        let (cloudflare, zone) = cloudflare(ALL);
        for address in ["192.0.2.8", "192.0.2.9"] {
            cloudflare.put(&zone, &json!({ "type": "A", "name": HOME, "content": address }));
        }
        let proxy = cloudflare.proxy();

        assert_told(&trial(&proxy).create().send(&["192.0.2.1"]), "refused", "bad-request");

        assert!(writes(&proxy).is_empty());
    });
}

#[test]
fn a_token_that_may_not_do_all_is_told_apart_from_one_that_is_wrong() {
    inside(|| {
        let missing: [(&[Right], &str); 4] = [
            (&[Right::DnsEdit], "9109"),
            (&[Right::ZoneRead], "10000"),
            (&[Right::ZoneRead, Right::DnsRead], "10000"),
            (&[], "9109"),
        ];
        for (rights, code) in missing {
            let (cloudflare, zone) = cloudflare(rights);
            cloudflare.put(&zone, &json!({ "type": "A", "name": HOME, "content": "192.0.2.9" }));
            let proxy = cloudflare.proxy();

            let told = trial(&proxy).send(&["192.0.2.1"]);

            assert_told(&told, "refused", "not-entitled");
            assert!(told["message"].as_str().unwrap().contains(code), "{rights:?}: {told}");
            assert_eq!(cloudflare.records(HOME)[0]["content"], "192.0.2.9");
        }
    });
}

#[test]
fn a_token_that_cloudflare_does_not_know_is_asked_about_once() {
    inside(|| {
        let (cloudflare, _) = cloudflare(ALL);
        let unknown = TOKEN.to_uppercase();
        for (token, code) in [(unknown.as_str(), "9109"), ("too-short", "6003")] {
            let proxy = cloudflare.proxy();

            let told = Trial::new("cloudflare", HOME).secret("token", token).through(&proxy).send(&["192.0.2.1"]);

            assert_told(&told, "refused", "bad-auth");
            assert!(told["message"].as_str().unwrap().contains(code), "{told}");
            assert_eq!(proxy.seen().len(), 1);
        }
    });
}

#[test]
fn a_name_without_a_zone_at_cloudflare_is_told_and_nothing_is_written() {
    inside(|| {
        let (cloudflare, _) = cloudflare(ALL);
        let proxy = cloudflare.proxy();
        let elsewhere = Trial::new("cloudflare", "home.example.net").secret("token", TOKEN).through(&proxy).create();

        assert_told(&elsewhere.send(&["192.0.2.1"]), "refused", "no-such-host");

        assert!(writes(&proxy).is_empty());
    });
}

#[test]
fn a_cname_in_the_way_is_told_by_cloudflares_own_words() {
    inside(|| {
        let (cloudflare, zone) = cloudflare(ALL);
        cloudflare.put(&zone, &json!({ "type": "CNAME", "name": HOME, "content": "example.net" }));
        let proxy = cloudflare.proxy();

        let told = trial(&proxy).create().send(&["192.0.2.1"]);

        assert_told(&told, "refused", "bad-request");
        assert!(told["message"].as_str().unwrap().contains("81054"), "{told}");
    });
}

#[test]
fn the_wait_that_cloudflare_asks_for_is_told() {
    inside(|| {
        let (cloudflare, zone) = cloudflare(ALL);
        cloudflare.put(&zone, &json!({ "type": "A", "name": HOME, "content": "192.0.2.9" }));
        // The zone is found, and then the user's other programs have used up what is allowed.
        cloudflare.be_asked(MOST - 2);
        let proxy = cloudflare.proxy();

        let told = trial(&proxy).send(&["192.0.2.1"]);

        assert_told(&told, "retry", "rate-limited");
        assert!((290..=300).contains(&told["retry_after_s"].as_u64().unwrap()), "{told}");
        assert_eq!(proxy.seen().len(), 3);
        assert_eq!(cloudflare.records(HOME)[0]["content"], "192.0.2.9");
    });
}

/// The double itself, where Homeport does not lead: otherwise nothing would hold it to the documents.
#[test]
fn the_double_is_strict_where_cloudflare_is() {
    let (cloudflare, zone) = cloudflare(ALL);
    cloudflare
        .put(&zone, &json!({ "type": "A", "name": "@", "content": "192.0.2.9", "comment": "c", "tags": ["a:b"] }));
    let record = cloudflare.records("example.org")[0].clone();
    let records = format!("zones/{zone}/dns_records");
    let own = format!("{records}/{}", record["id"].as_str().unwrap());
    let ask = |method: &str, path: &str, body: Value| ask(&cloudflare, method, path, &body);
    let a = |content: &str| json!({ "type": "A", "name": "example.org", "content": content });
    let unknown = "0".repeat(32);

    let refusals = [
        ("POST", records.clone(), a("192.0.2.9"), "400", 81_058),
        ("POST", records.clone(), a("2001:db8::1"), "400", 9005),
        ("POST", records.clone(), json!({ "type": "AAAA", "name": "@", "content": "192.0.2.1" }), "400", 9006),
        ("POST", records.clone(), json!({ "type": "CNAME", "name": "@", "content": "example.net" }), "400", 81_053),
        ("PATCH", own.clone(), json!({ "ttl": 30 }), "400", 9021),
        ("PATCH", own.clone(), json!({ "proxied": "yes" }), "400", 9003),
        ("PATCH", own.clone(), json!([]), "400", 9207),
        ("PATCH", format!("{records}/{unknown}"), a("192.0.2.1"), "404", 81_044),
        ("GET", "zones/undefined/dns_records".to_owned(), Value::Null, "400", 7003),
        ("GET", format!("zones/{unknown}/dns_records"), Value::Null, "400", 1003),
    ];
    for (method, path, body, status, code) in refusals {
        let (told, answer) = ask(method, &path, body);

        assert_eq!((told.as_str(), &answer["errors"][0]["code"]), (status, &code.into()), "{method} {path}: {answer}");
        assert_eq!((&answer["success"], &answer["result"]), (&false.into(), &Value::Null));
    }

    let (_, verified) = ask("GET", "user/tokens/verify", Value::Null);
    assert_eq!(verified["result"]["status"], "active");
    let (_, listed) = ask("GET", &format!("{records}?type=A&per_page=1"), Value::Null);
    assert_eq!((&listed["result"][0], &listed["result_info"]["total_count"]), (&record, &1.into()));
    let (_, patched) = ask("PATCH", &own, json!({ "content": "192.0.2.1", "ttl": 120 }));
    assert_eq!((&patched["result"]["comment"], &patched["result"]["tags"]), (&json!("c"), &json!(["a:b"])));
    let (_, proxied) = ask("PATCH", &own, json!({ "proxied": true }));
    assert_eq!(proxied["result"]["ttl"], 1, "behind the proxy it is automatic");
    let (_, put) = ask("PUT", &own, a("192.0.2.2"));
    let facts = ["comment", "tags", "proxied", "ttl"].map(|key| put["result"][key].clone());
    assert_eq!(facts, [Value::Null, json!([]), json!(false), json!(1)], "PUT drops what it does not name");
}

#[test]
fn the_double_carries_out_a_batch_as_a_whole_or_not_at_all() {
    let (cloudflare, zone) = cloudflare(ALL);
    let a = |name: &str, content: &str| json!({ "type": "A", "name": name, "content": content });
    for name in ["a", "b", "c"] {
        cloudflare.put(&zone, &a(name, "192.0.2.9"));
    }
    let id = |name: &str| cloudflare.records(name)[0]["id"].clone();
    let batch = |body: Value| ask(&cloudflare, "POST", &format!("zones/{zone}/dns_records/batch"), &body);
    let with_id = |name: &str, content: &str| json!({ "id": id(name), "content": content });
    let all = || ["a", "b", "c", "d"].map(|name| cloudflare.records(&format!("{name}.example.org")));
    let before = all();

    let patches = json!([with_id("a.example.org", "192.0.2.1"), with_id("b.example.org", "2001:db8::1")]);
    let too_many: Vec<Value> = (0..201).map(|number| a(&format!("n{number}"), "192.0.2.1")).collect();
    let refusals = [
        (json!({ "patches": patches, "posts": [a("d", "192.0.2.1")] }), 9005),
        (json!({ "deletes": [{ "id": "0".repeat(32) }], "posts": [a("d", "192.0.2.1")] }), 81_044),
        (json!({ "posts": [a("d", "192.0.2.1"), a("d", "192.0.2.1")] }), 81_058),
        (json!({ "posts": too_many }), 9207),
        (json!({}), 9207),
    ];
    for (body, code) in refusals {
        let (_, answer) = batch(body);

        assert_eq!((&answer["success"], &answer["errors"][0]["code"]), (&false.into(), &code.into()), "{answer}");
        assert_eq!(all(), before, "{answer}");
    }

    // The address of the one that is deleted may be given again in the same batch.
    let put = json!({ "id": id("c.example.org"), "type": "A", "name": "c", "content": "192.0.2.3" });
    let (status, done) = batch(json!({
        "posts": [a("a", "192.0.2.9")],
        "puts": [put],
        "patches": [with_id("b.example.org", "192.0.2.2")],
        "deletes": [{ "id": id("a.example.org") }],
    }));
    assert_eq!(status, "200", "{done}");
    let said = ["deletes", "patches", "puts", "posts"].map(|key| done["result"][key][0]["content"].clone());
    assert_eq!(said, ["192.0.2.9", "192.0.2.2", "192.0.2.3", "192.0.2.9"]);
}

#[test]
fn the_double_gives_lists_page_by_page() {
    let (cloudflare, zone) = cloudflare(ALL);
    for number in 0..7 {
        let _ = cloudflare.zone(&format!("example{number}.org"));
        cloudflare.put(&zone, &json!({ "type": "A", "name": format!("n{number}"), "content": "192.0.2.9" }));
    }
    let get = |path: &str| ask(&cloudflare, "GET", path, &Value::Null);

    for list in ["zones".to_owned(), format!("zones/{zone}/dns_records")] {
        let (_, first) = get(&format!("{list}?per_page=5"));
        let (_, second) = get(&format!("{list}?per_page=5&page=2"));

        let count = |answer: &Value| answer["result"].as_array().unwrap().len();
        assert_eq!((count(&first), first["result_info"]["total_pages"].as_u64()), (5, Some(2)));
        assert_eq!(
            count(&first) + count(&second),
            usize::try_from(first["result_info"]["total_count"].as_u64().unwrap()).unwrap()
        );
    }
    for wrong in ["zones?per_page=4", "zones?per_page=51", "zones?page=0"] {
        assert_eq!(get(wrong).0, "400", "{wrong}");
    }
}

/// One request to the double: the status, and the body.
fn ask(cloudflare: &Cloudflare, method: &str, path: &str, body: &Value) -> (String, Value) {
    let headers = vec![
        ("authorization".to_owned(), format!("Bearer {TOKEN}")),
        ("content-type".to_owned(), "application/json".to_owned()),
    ];
    let request = format!("{method} https://{HOST}/client/v4/{path}");
    let answer = cloudflare.answer(&Seen { request, authorization: String::new(), headers, body: body.to_string() });
    let body: Value = serde_json::from_str(&answer.body).unwrap();

    (answer.status[..3].to_owned(), body)
}

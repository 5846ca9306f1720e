use std::collections::BTreeMap;

use super::super::Catalogue;
use super::super::file::FileError;
use crate::address::{PerFamily, Publishable};
use crate::event::{Answer, Trouble};
use crate::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Outgoing, Step, Task};
use crate::reply::{Means, Reply};
use crate::request::Secret;
use crate::settings::ProviderId;

/// A provider with all kinds of steps.
const FILE: &str = r#"
name = "Mine"
site = "https://dns.example.org"
can_create = true
words = ["/message"]

[request]
headers = { authorization = "Bearer {token}", x-session = "{session}" }

[[field]]
key = "token"
label = "Token"
help = "x"
secret = true

[[field]]
key = "zone"
label = "Zone"
help = "x"
optional = true
kind = "name"

[[field]]
key = "ttl"
label = "TTL"
help = "x"
optional = true
kind = "number"
default = "60"

[[step]]
find = "session"
method = "POST"
url = "https://dns.example.org/login"
headers = { x-session = "none" }
capture = { session = "/session" }

[[step]]
find = "zone"
url = "https://dns.example.org/zones"
list = "/zones"
name = "/name"
capture = { zone_id = "/id" }
page = { parameter = "page", first = 1, size = 2 }

[[step]]
find = "record"
url = "https://dns.example.org/zones/{zone_id}/records"
list = "/records"
where = { "/type" = "{record_type}", "/name" = "{label}" }
content = "/content"
capture = { id = "/id", ttl = "/ttl", tags = "/tags" }

[[step]]
write = "found"
method = "PUT"
url = "https://dns.example.org/zones/{zone_id}/records/{id}"
json = { content = "{address}", ttl = "{ttl:json}", tags = "{tags:json}" }

[[step]]
write = "missing"
method = "POST"
url = "https://dns.example.org/zones/{zone_id}/records"
json = { type = "{record_type}", name = "{label}", content = "{address}", ttl = "{ttl:json}" }

[[reply]]
stored = "/content"
means = "good"
"#;

const SESSION: &str = r#"{"session":"session-mark-1"}"#;
const ZONE: &str = r#"{"zones":[{"id":"z1","name":"example.org"}]}"#;
const BOTH: &str = r#"{"records":[
    {"id":"r4","type":"A","name":"home","content":"203.0.113.9","ttl":300,"tags":["a"]},
    {"id":"r6","type":"AAAA","name":"home","content":"2001:db8::1","ttl":300}]}"#;

fn begin(text: &str, create: bool) -> Box<dyn Conversation> {
    let (catalogue, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), text.to_owned())]);
    assert_eq!(errors, Vec::new());
    let typed = |address: &str| Some(Publishable::typed(address.parse().unwrap()));
    let task = Task {
        hostnames: vec!["home.example.org".parse().unwrap()],
        addresses: PerFamily { ipv4: typed("192.0.2.1"), ipv6: typed("2001:db8::1") },
        fields: BTreeMap::new(),
        secrets: BTreeMap::from([("token".to_owned(), Secret::new("example-token"))]),
        create,
        keeping: crate::provider::Keeping::default(),
        message_id: 1,
        unix_time: 1_795_000_000,
    };

    catalogue.begin(&ProviderId("mine".to_owned()), task).unwrap()
}

fn answer(conversation: &mut dyn Conversation, status: u16, body: &str) -> Step {
    let response = HttpResponse { status, retry_after: None, date: None, body: body.to_owned() };

    conversation.step(Some(Incoming::Http(response)))
}

fn request(step: Step) -> HttpRequest {
    match step {
        Step::Send(Outgoing::Http(request)) => request,
        other => panic!("{other:?}"),
    }
}

fn reply(step: Step) -> Reply {
    match step {
        Step::Done(answers) => match answers.into_values().next().unwrap() {
            Answer::Replied(reply) => reply,
            other => panic!("{other:?}"),
        },
        Step::Send(request) => panic!("{request:?}"),
    }
}

/// Up to the answer with the records.
fn read(conversation: &mut dyn Conversation, records: &str) -> Step {
    assert!(request(conversation.step(None)).reads_only);
    assert!(request(answer(conversation, 200, SESSION)).reads_only);
    assert!(request(answer(conversation, 200, ZONE)).reads_only);

    answer(conversation, 200, records)
}

#[test]
fn a_list_is_read_once_for_both_families_and_only_what_differs_is_written() {
    let mut conversation = begin(FILE, false);

    let write = request(read(conversation.as_mut(), BOTH));
    assert_eq!((write.method, write.url.path()), ("PUT", "/zones/z1/records/r4"));
    let body = String::from_utf8(write.body.unwrap()).unwrap();
    assert_eq!(body, r#"{"content":"192.0.2.1","tags":["a"],"ttl":300}"#);
    let end = answer(conversation.as_mut(), 200, r#"{"content":"192.0.2.1"}"#);

    assert_eq!(reply(end).means, Means::Good);
}

#[test]
fn the_mark_of_a_session_is_a_secret() {
    let mut conversation = begin(FILE, false);
    let write = request(read(conversation.as_mut(), BOTH));
    let session = write.headers.iter().find(|header| header.name == "x-session").unwrap();
    assert!(session.sensitive && session.value == "session-mark-1");

    let end = reply(answer(conversation.as_mut(), 400, r#"{"message":"session-mark-1 is over"}"#));

    assert_eq!(end.message, "not a known answer (HTTP 400): (hidden) is over");
}

#[test]
fn nothing_is_written_before_everything_is_read_and_nothing_after_a_refusal() {
    let only_v4 = r#"{"records":[{"id":"r4","type":"A","name":"home","content":"203.0.113.9"}]}"#;
    let mut conversation = begin(FILE, false);
    let end = reply(read(conversation.as_mut(), only_v4));
    assert_eq!(end.means, Means::NoSuchHost);
    assert!(end.message.contains("AAAA"), "{}", end.message);

    let mut conversation = begin(FILE, true);
    assert_eq!(request(read(conversation.as_mut(), only_v4)).method, "PUT");
    let end = answer(conversation.as_mut(), 403, r#"{"message":"no"}"#);
    assert_eq!(reply(end).means, Means::NotEntitled);
}

#[test]
fn a_missing_record_is_made_with_the_users_own_ttl() {
    let mut conversation = begin(FILE, true);
    let first = request(read(conversation.as_mut(), r#"{"records":[]}"#));
    let body = String::from_utf8(first.body.unwrap()).unwrap();
    assert_eq!(body, r#"{"content":"192.0.2.1","name":"home","ttl":60,"type":"A"}"#);
    let second = request(answer(conversation.as_mut(), 201, r#"{"content":"192.0.2.1"}"#));
    assert!(String::from_utf8(second.body.unwrap()).unwrap().contains("AAAA"));

    assert_eq!(reply(answer(conversation.as_mut(), 201, r#"{"content":"2001:db8::1"}"#)).means, Means::Good);
}

#[test]
fn several_records_are_not_guessed() {
    let several = r#"{"records":[{"id":"1","type":"A","name":"home","content":"203.0.113.9"},
        {"id":"2","type":"A","name":"home","content":"192.0.2.1"}]}"#;
    let mut conversation = begin(FILE, true);

    assert_eq!(reply(read(conversation.as_mut(), several)).means, Means::BadRequest);
}

#[test]
fn a_captured_value_stays_in_its_place() {
    for id in ["../../admin", "..", "", "a/b", "a?b", "a b", "%2e%2e"] {
        let record = format!(
            r#"{{"records":[{{"id":"{id}","type":"A","name":"home","content":"203.0.113.9"}},
            {{"id":"r6","type":"AAAA","name":"home","content":"2001:db8::1"}}]}}"#
        );
        let mut conversation = begin(FILE, false);
        let end = reply(read(conversation.as_mut(), &record));

        assert_eq!(end.means, Means::Unknown, "{id}");
        assert!(end.message.contains("cannot stand in an address") || id.is_empty(), "{}", end.message);
    }
}

#[test]
fn a_list_has_at_most_five_pages_and_the_longest_zone_wins() {
    let full = r#"{"zones":[{"id":"z1","name":"example.com"},{"id":"z2","name":"example.net"}]}"#;
    let mut conversation = begin(FILE, false);
    conversation.step(None);
    let mut step = answer(conversation.as_mut(), 200, SESSION);
    for page in 1..=5 {
        assert_eq!(request(step).url.query(), Some(format!("page={page}").as_str()));
        step = answer(conversation.as_mut(), 200, full);
    }
    assert_eq!(reply(step).means, Means::Unknown);

    let mut conversation = begin(FILE, false);
    conversation.step(None);
    answer(conversation.as_mut(), 200, SESSION);
    let zones = r#"{"zones":[{"id":"z1","name":"example.org"},{"id":"z2","name":"home.example.org."}]}"#;
    answer(conversation.as_mut(), 200, zones);
    let step = answer(conversation.as_mut(), 200, r#"{"zones":[{"id":"z3","name":"me.example.org"}]}"#);
    assert_eq!(request(step).url.path(), "/zones/z2/records");
}

#[test]
fn a_write_without_an_answer_is_uncertain_and_a_read_is_not_sent() {
    let trouble = Trouble::Timeout("dns.example.org".to_owned());
    let failed = Incoming::Failed { trouble: trouble.clone(), sent: true };
    let mut conversation = begin(FILE, false);
    conversation.step(None);
    let Step::Done(answers) = conversation.step(Some(failed.clone())) else {
        panic!("it goes on");
    };
    assert!(answers.values().all(|answer| *answer == Answer::NotSent(trouble.clone())));

    let mut conversation = begin(FILE, false);
    request(read(conversation.as_mut(), BOTH));
    let Step::Done(answers) = conversation.step(Some(failed)) else {
        panic!("it goes on");
    };
    assert!(answers.values().all(|answer| *answer == Answer::Uncertain(trouble.clone())));
}

/// The error of a file that is [`FILE`] with one change.
fn error(from: &str, to: &str) -> FileError {
    assert!(FILE.contains(from), "{from}");
    let text = FILE.replacen(from, to, 1);
    let (_, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), text.clone())]);
    let [error] = errors.as_slice() else {
        panic!("{to}: {errors:?}");
    };
    assert!(error.line > 1 && error.line <= text.lines().count(), "{error}");
    assert!(!error.cure.is_empty());

    error.clone()
}

#[test]
fn steps_that_cannot_be_right_are_refused_with_their_line() {
    let cases = [
        ("find = \"session\"", "finds = \"session\"", "unknown field"),
        ("capture = { id = ", "capture = { unused = \"/x\", id = ", "never used"),
        ("capture = { id = \"/id\", ttl = \"/ttl\", ", "capture = { id = \"/id\", ", "TTL"),
        ("capture = { id = \"/id\"", "capture = { token = \"/id\"", "in front of the field"),
        ("capture = { id = \"/id\"", "capture = { label = \"/id\"", "slot of every recipe"),
        ("capture = { id = \"/id\"", "capture = { id = \"id\"", "not a JSON pointer"),
        ("/records/{id}\"", "/records/{ident}\"", "neither a field nor a slot"),
        (
            "/records/{id}\"\njson = { content = \"{address}\", ttl = \"{ttl:json}\", tags = \"{tags:json}\" }",
            "/records/x\"\njson = { content = \"{address}\" }",
            "which record",
        ),
        ("content = \"/content\"\ncapture", "capture", "was not read"),
        ("where = { \"/type\" = \"{record_type}\", \"/name\" = \"{label}\" }\n", "", "is missing"),
        ("where = { \"/type\" = \"{record_type}\"", "where = { \"/type\" = \"{kind}\"", "neither a field nor a slot"),
        ("name = \"/name\"\n", "", "is missing"),
        ("method = \"PUT\"", "method = \"DELETE\"", "deletes before it writes"),
        ("method = \"PUT\"", "method = \"FETCH\"", "not a method"),
        ("write = \"missing\"", "write = \"found\"", "does not fit the steps"),
        ("can_create = true\n", "", "does not fit the steps"),
        ("url = \"https://dns.example.org/login\"", "url = \"https://login.example.org/\"", "several servers"),
        ("url = \"https://dns.example.org/login\"", "url = \"http://dns.example.org/login\"", "not encrypted"),
        ("url = \"https://dns.example.org/login\"", "url = \"https://{session}/login\"", "in front of the path"),
        ("url = \"https://dns.example.org/login\"", "url = \"https://dns.example.org/login/{token}\"", "secret"),
        ("find = \"zone\"", "find = \"session\"", "twice"),
        ("find = \"session\"", "find = \"record\"", "too late"),
        (", size = 2 }", " }", "when the list ends"),
        ("name = \"{label}\", content", "name = \"x{label:json}\", content", "around a JSON value"),
        ("x-session = \"none\"", "x-session = \"{label:json}\"", "outside of json"),
        ("stored = \"/content\"", "body = '.*good.*'", "only hold the words somewhere"),
        ("stored = \"/content\"", "status = 200", "a status alone"),
        ("url = \"https://dns.example.org/zones\"", "url = \"https://dns.example.org/zones/{zone}\"", "looks for"),
        (
            "key = \"zone\"\nlabel = \"Zone\"\nhelp = \"x\"\noptional = true",
            "key = \"zone\"\nlabel = \"Zone\"\nhelp = \"x\"",
            "who knows the zone",
        ),
    ];
    for (from, to, problem) in cases {
        let error = error(from, to);
        assert!(format!("{}: {}", error.field, error.problem).contains(problem), "{to}: {error}");
    }
}

fn at_hetzner(installation: u64, take_over: bool) -> Box<dyn Conversation> {
    let keeping = crate::provider::Keeping {
        installation: Some(crate::installation::Installation::from_bits(installation)),
        take_over,
        lower_ttl: false,
        published: BTreeMap::new(),
    };
    let fields = [("zone".to_owned(), "example.org".to_owned())];
    let task = Task {
        hostnames: vec!["home.example.org".parse().unwrap()],
        addresses: PerFamily { ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())), ipv6: None },
        fields: fields.into(),
        secrets: BTreeMap::from([("token".to_owned(), Secret::new("example-token"))]),
        create: false,
        keeping,
        message_id: 1,
        unix_time: 1_795_000_000,
    };

    Catalogue::built_in().begin(&ProviderId("hetzner".to_owned()), task).unwrap()
}

/// The record is right already, and the installation `aaaaaaaa` keeps it.
const KEPT: &str = r#"{"rrset":{"records":[{"value":"192.0.2.1","comment":"the house, Homeport aaaaaaaa"}]}}"#;

#[test]
fn a_record_of_another_installation_is_refused_before_it_is_written_even_if_it_is_right() {
    let mut conversation = at_hetzner(7, false);
    conversation.step(None);
    let Step::Done(answers) = answer(conversation.as_mut(), 200, KEPT) else { panic!("it writes") };
    let Some(Answer::Replied(reply)) = answers.into_values().next() else { panic!("no reply") };

    assert_eq!(reply.means, Means::NotYours);
    assert!(reply.message.contains("aaaaaaaa"), "{}", reply.message);
}

#[test]
fn a_record_that_is_taken_over_says_whose_it_is_now() {
    let mut conversation = at_hetzner(7, true);
    conversation.step(None);
    let Step::Send(Outgoing::Http(request)) = answer(conversation.as_mut(), 200, KEPT) else { panic!("no request") };
    let body = String::from_utf8(request.body.unwrap()).unwrap();

    assert!(body.contains("Homeport haaaaaaa"), "{body}");
}

#[test]
fn an_own_record_is_left_alone_and_keeps_its_comment() {
    let mut conversation = at_hetzner(0, false);
    conversation.step(None);
    let Step::Done(answers) = answer(conversation.as_mut(), 200, KEPT) else { panic!("it writes") };
    let Some(Answer::Replied(reply)) = answers.into_values().next() else { panic!("no reply") };

    assert_eq!(reply.means, Means::Unchanged);
}

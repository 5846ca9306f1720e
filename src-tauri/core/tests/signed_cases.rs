//! What another client sends to providers that sign each request, replayed: the cases of `provider_cases.rs` whose requests
//! depend on the clock.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where what it needs is missing")]

mod cases;

use std::collections::BTreeMap;

use cases::{long, response, sent};
use homeport_core::address::{PerFamily, Publishable};
use homeport_core::catalogue::Catalogue;
use homeport_core::event::Answer;
use homeport_core::provider::{Conversation, HttpRequest, Step, Task};
use homeport_core::reply::Means;
use homeport_core::request::Secret;
use homeport_core::settings::ProviderId;
use serde_json::Value;

const CASES: &str = include_str!("data/provider-cases.json");

struct Case {
    json: Value,
}

/// The cases of providers that sign, the file that stands for each, and what we do not send: the other client writes its own
/// name into the remark, and asks for the domain's number, which is not needed.
const SIGNED: [(&str, &str, &[&str]); 3] = [
    ("tencent-1", "tencent-cloud", &["DomainId", "Remark"]),
    ("alidns-1", "alibaba-cloud", &[]),
    ("edgeone-1", "edgeone", &[]),
];

/// The members of a body, whether it is JSON or a form; every value as a text.
fn members(body: &str) -> BTreeMap<String, String> {
    match serde_json::from_str::<BTreeMap<String, Value>>(body) {
        Ok(members) => {
            let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            members.into_iter().map(|(key, value)| (key, text(value))).collect()
        }
        Err(_) => url::form_urlencoded::parse(body.as_bytes()).into_owned().collect(),
    }
}

impl Case {
    fn one(id: &str) -> Self {
        let cases: Value = serde_json::from_str(CASES).unwrap();
        let json = cases["cases"].as_array().unwrap().iter().find(|case| case["id"] == id).unwrap();

        Self { json: json.clone() }
    }

    fn text(&self, pointer: &str) -> &str {
        self.json.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// Everything is entered as in the case, at the same second.
    fn begin(&self, provider: &str) -> Box<dyn Conversation> {
        let catalogue = Catalogue::built_in();
        let id = ProviderId(provider.to_owned());
        let form = catalogue.provider(&id).unwrap().card().fields;
        let entered = |key: &str| match key {
            "zone" => self.text("/inputs/zone").to_owned(),
            "ttl" => self.json["inputs"]["ttl"].to_string(),
            "access_key_id" => self.text("/inputs/credentials/access_key").to_owned() + "-long-enough",
            "access_key_secret" => self.text("/inputs/credentials/secret_key").to_owned(),
            other => long(self.text(&format!("/inputs/credentials/{other}"))),
        };
        let filled = |secret: bool| {
            let asked = form.iter().filter(move |field| field.secret == secret && field.key != "site");
            asked.map(|field| (field.key.clone(), entered(&field.key)))
        };
        let task = Task {
            keeping: homeport_core::provider::Keeping::default(),
            hostnames: vec![self.text("/inputs/hostname").parse().unwrap()],
            addresses: PerFamily {
                ipv4: Some(Publishable::typed(self.text("/inputs/ipv4").parse().unwrap())),
                ipv6: None,
            },
            fields: filled(false).collect(),
            secrets: filled(true).map(|(key, value)| (key, Secret::new(&long(&value)))).collect(),
            create: true,
            message_id: 1,
            unix_time: 1_704_164_645,
        };

        catalogue.begin(&id, task).unwrap_or_else(|error| panic!("{}: {error}", self.text("/id")))
    }

    /// Compares all but the signature: it covers the whole body, and the tests of each signer have it.
    fn compare(&self, request: &HttpRequest, left_out: &[&str]) {
        let expected = &self.json["expect_request"];
        assert_eq!(request.url.as_str(), expected["url"].as_str().unwrap(), "{}", self.text("/id"));
        for (name, value) in expected["headers"].as_object().unwrap() {
            let signed = ["authorization", "host", "x-acs-content-sha256", "x-acs-signature-nonce"];
            if signed.contains(&name.as_str()) {
                continue;
            }
            let found = request.headers.iter().find(|header| header.name == *name).map(|header| header.value.as_str());
            assert_eq!(found, value.as_str(), "{}: {name}", self.text("/id"));
        }
        let found = members(&String::from_utf8_lossy(request.body.as_deref().unwrap()));
        for (key, value) in members(expected["body"].as_str().unwrap()) {
            assert!(left_out.contains(&key.as_str()) || found.get(&key) == Some(&value), "{}: {key}", self.text("/id"));
        }
    }
}

#[test]
fn each_provider_that_signs_sends_what_other_clients_send_and_understands_every_answer() {
    let mut answers = 0;
    for (id, provider, left_out) in SIGNED {
        let case = Case::one(id);
        for scripted in case.json["responses"].as_array().unwrap() {
            let mut conversation = case.begin(provider);
            let mut request = sent(conversation.step(None));
            for exchange in case.json["preceding"].as_array().unwrap() {
                // A zone that was typed is not asked for where its name is enough.
                let action = |headers: &Value| {
                    ["x-tc-action", "x-acs-action"].iter().find_map(|name| headers[*name].as_str().map(str::to_owned))
                };
                let asked = request.headers.iter().find(|header| header.name.ends_with("-action")).unwrap();
                if action(&exchange["request"]["headers"]).as_deref() == Some(asked.value.as_str()) {
                    assert!(request.reads_only);
                    request = sent(conversation.step(Some(response(&exchange["reply"]))));
                }
            }
            case.compare(&request, left_out);
            let Step::Done(answered) = conversation.step(Some(response(scripted))) else { panic!("{id} goes on") };
            let Some(Answer::Replied(reply)) = answered.into_values().next() else { panic!("{id}: no reply") };
            let expected = match scripted["meaning"].as_str().unwrap() {
                "updated" => Means::Good,
                "auth_failed" => Means::BadAuth,
                other => panic!("{other}"),
            };
            assert_eq!(reply.means, expected, "{id} {scripted}: {reply:?}");
            answers += 1;
        }
    }
    assert_eq!(answers, 6);
}

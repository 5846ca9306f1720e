//! The conversation with a provider whose file says everything.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use super::fields;
use super::file::Addresses;
use super::provider::Provider;
use super::rules::{Asked, judge};
use super::template::{FillError, RequestTemplate, Values};
use crate::address::{Family, PerFamily, Publishable};
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::words::Hidden;
use crate::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Outgoing, Step, Task, failed};
use crate::reply::{Means, Reply};

/// One request or, where the provider wants it, one for each family.
pub(super) struct Declared {
    provider: Arc<Provider>,
    hostnames: Vec<Hostname>,
    hidden: Hidden,
    unix_time: u64,
    waiting: VecDeque<(HttpRequest, PerFamily<Option<Publishable>>)>,
    under_way: PerFamily<Option<Publishable>>,
    replies: BTreeMap<Hostname, Reply>,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

impl Declared {
    pub(super) fn new(provider: Arc<Provider>, task: Task, template: &RequestTemplate) -> Result<Self, FillError> {
        let hidden = Hidden::new(&task.secrets, &task.fields);
        let mut waiting = VecDeque::new();
        for sent in requests(&provider, &task) {
            waiting.push_back((template.fill(&values(&provider, &task, sent))?, sent));
        }

        Ok(Self {
            provider,
            hostnames: task.hostnames,
            hidden,
            unix_time: task.unix_time,
            waiting,
            under_way: PerFamily::default(),
            replies: BTreeMap::new(),
            ended: None,
        })
    }

    fn send_next(&mut self) -> Step {
        match self.waiting.pop_front() {
            Some((request, sent)) => {
                self.under_way = sent;

                Step::Send(Outgoing::Http(request))
            }
            None => self
                .end(self.replies.iter().map(|(name, reply)| (name.clone(), Answer::Replied(reply.clone()))).collect()),
        }
    }

    fn end(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }

    fn take(&mut self, response: &HttpResponse) -> Step {
        let asked = Asked {
            hostnames: &self.hostnames,
            sent: self.under_way,
            beside: &[],
            hidden: &self.hidden,
            unix_time: self.unix_time,
        };
        let mut refused = false;
        for (name, mut reply) in judge(&self.provider, response, &asked) {
            refused |= !reply.means.is_success();
            reply.proxied |= !self.provider.in_dns;
            match self.replies.get_mut(&name) {
                // Of two successes the change counts, and a refusal counts more than a success.
                Some(before) if !before.means.is_success() => {}
                Some(before) if before.means == Means::Good && reply.means == Means::Unchanged => {}
                _ => {
                    self.replies.insert(name, reply);
                }
            }
        }
        if refused {
            self.waiting.clear(); // After a refusal there is no second request.
        }

        self.send_next()
    }
}

impl Conversation for Declared {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match incoming {
            None => self.send_next(),
            Some(Incoming::Http(response)) => self.take(&response),
            Some(Incoming::Failed { trouble, sent }) => {
                let applied = sent || !self.replies.is_empty();
                let answers = failed(&self.hostnames, &trouble, applied);

                self.end(answers)
            }
            Some(Incoming::Dns(_)) => {
                let reply = Reply::with_message(Means::Unknown, "a DNS message came instead of an HTTP answer");
                let answers =
                    self.hostnames.iter().map(|name| (name.clone(), Answer::Replied(reply.clone()))).collect();

                self.end(answers)
            }
        }
    }
}

/// The addresses of each request.
fn requests(provider: &Provider, task: &Task) -> Vec<PerFamily<Option<Publishable>>> {
    let only = |family: Family| task.addresses.get(family).filter(|_| *provider.families.get(family));
    let both = PerFamily { ipv4: only(Family::Ipv4), ipv6: only(Family::Ipv6) };
    match provider.addresses {
        Addresses::Joint => vec![both],
        Addresses::Each => vec![PerFamily { ipv4: both.ipv4, ipv6: None }, PerFamily { ipv4: None, ipv6: both.ipv6 }],
    }
    .into_iter()
    .filter(|sent| *sent != PerFamily::default())
    .collect()
}

pub(super) fn values(provider: &Provider, task: &Task, sent: PerFamily<Option<Publishable>>) -> Values {
    let mut values = Values::default();
    for field in &provider.fields {
        let key = field.card.key.clone();
        let given = if field.card.secret {
            values.secrets.insert(key.clone());
            task.secrets.get(&key).map(|secret| secret.reveal().to_owned())
        } else {
            task.fields.get(&key).cloned()
        };
        if let Some(value) = given.filter(|value| !value.is_empty()) {
            values.texts.insert(key, value);
        }
    }
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            values.texts.insert(key.to_owned(), value);
        }
    };
    let text = |address: Option<Publishable>| address.map(|address| address.to_string());
    let list: Vec<String> = [text(sent.ipv4), text(sent.ipv6)].into_iter().flatten().collect();
    put("hostname", task.hostnames.first().map(ToString::to_string));
    put("hostnames", Some(join(task.hostnames.iter().map(Hostname::as_str))));
    put("labels", Some(join(task.hostnames.iter().map(|name| label(provider, name)))));
    put("label", task.hostnames.first().and_then(|name| in_zone(provider, name, &task.fields)));
    put("ipv4", text(sent.ipv4));
    put("ipv6", text(sent.ipv6));
    put("no_ipv4", sent.ipv4.is_none().then(|| "1".to_owned()));
    put("no_ipv6", sent.ipv6.is_none().then(|| "1".to_owned()));
    put("address", list.first().cloned());
    put("addresses", Some(list.join(",")));
    let family = if sent.ipv4.is_some() { Family::Ipv4 } else { Family::Ipv6 };
    put("record_type", Some(family.record_type().to_owned()));

    values
}

fn join<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(",")
}

/// The part of the name in front of the zone that the user typed, or what stands for the zone itself.
fn in_zone(provider: &Provider, name: &Hostname, fields: &BTreeMap<String, String>) -> Option<String> {
    let zone = fields::zone(fields.get("zone")?)?;
    match name.relative_to(&zone)? {
        "" => provider.apex.clone(),
        label => Some(label.to_owned()),
    }
}

/// The name without the provider's suffix; with several that fit, without the longest.
fn label<'a>(provider: &Provider, name: &'a Hostname) -> &'a str {
    provider
        .suffixes
        .iter()
        .filter_map(|suffix| name.relative_to(suffix))
        .filter(|label| !label.is_empty())
        .min_by_key(|label| label.len())
        .unwrap_or(name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::settings::ProviderId;

    fn task(names: &[&str]) -> Task {
        Task {
            hostnames: names.iter().map(|name| name.parse().unwrap()).collect(),
            addresses: PerFamily {
                ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())),
                ipv6: Some(Publishable::typed("2001:db8::1".parse().unwrap())),
            },
            fields: BTreeMap::from([("zone".to_owned(), "example.org".to_owned())]),
            secrets: BTreeMap::new(),
            create: false,
            keeping: crate::provider::Keeping::default(),
            message_id: 7,
            unix_time: 1_795_000_000,
        }
    }

    fn http(status: u16, body: &str) -> Incoming {
        Incoming::Http(HttpResponse { status, retry_after: None, date: None, body: body.to_owned() })
    }

    #[test]
    fn a_request_may_have_a_host_for_each_family_and_a_label_in_its_zone() {
        let text = r#"
name = "Mine"
site = "https://dyn.example.org"
addresses = "each"
apex = "@"
in_dns = false

[request]
url = "https://dyn.example.org/{zone}"
url_ipv6 = "https://v6.dyn.example.org/{zone}/"
query = { host = "{label}", keep4 = "{no_ipv4}", keep6 = "{no_ipv6}" }

[[field]]
key = "zone"
label = "Zone"
help = "x"
kind = "name"
example = "example.org"

[[reply]]
body = "ok"
means = "good"
"#;
        let (catalogue, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), text.to_owned())]);
        assert_eq!(errors, Vec::new());
        let mine = ProviderId("mine".to_owned());
        let provider = catalogue.provider(&mine).unwrap();
        assert_eq!(provider.own_hosts(), ["dyn.example.org", "v6.dyn.example.org"]);
        let sent = |step: Step| match step {
            Step::Send(Outgoing::Http(request)) => request.url.to_string(),
            other => panic!("nothing is sent: {other:?}"),
        };

        let mut conversation = catalogue.begin(&mine, task(&["a.b.example.org"])).unwrap();
        assert_eq!(sent(conversation.step(None)), "https://dyn.example.org/example.org?host=a.b&keep6=1");
        let second = conversation.step(Some(http(200, "ok")));
        assert_eq!(sent(second), "https://v6.dyn.example.org/example.org/?host=a.b&keep4=1");
        let Step::Done(ended) = conversation.step(Some(http(200, "ok"))) else {
            panic!("it goes on");
        };
        let proved = |answer: &Answer| matches!(answer, Answer::Replied(reply) if !reply.proxied);
        assert!(!ended.values().any(proved), "DNS cannot prove it");
        let mut conversation = catalogue.begin(&mine, task(&["example.org"])).unwrap();
        assert_eq!(sent(conversation.step(None)), "https://dyn.example.org/example.org?host=%40&keep6=1");
    }
}

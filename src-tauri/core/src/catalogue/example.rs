//! The examples in a provider's file, carried out without sending anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use url::Url;

use super::begin;
use super::file::{AnswerFile, CheckExampleFile, ExampleFile};
use super::provider::Provider;
use super::token_check::{Checking, zones_of};
use crate::address::{Family, PerFamily, Publishable};
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::installation::Installation;
use crate::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Keeping, Outgoing, Step, Task};
use crate::reply::Reply;
use crate::request::Secret;

/// A private key for examples and tests: the one of RFC 7515, A.2, which everybody knows and which opens nothing.
pub(crate) const EXAMPLE_KEY: &str = include_str!("example_key.pem");

/// An example that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{provider}, example {example}, answer {answer}: {problem}")]
pub struct ExampleError {
    /// The provider's id.
    pub provider: String,
    /// Which of its examples, from 1.
    pub example: usize,
    /// Which of its answers, from 1.
    pub answer: usize,
    /// What differs.
    pub problem: String,
}

/// The bits of the installation in the examples: its comment is `Homeport aaaaaaaa`.
const EXAMPLE: u64 = 0;

/// Carries out every example with every answer.
pub(super) fn run(provider: &Arc<Provider>) -> Vec<ExampleError> {
    let mut errors = Vec::new();
    for (number, example) in provider.examples.iter().enumerate() {
        for (place, answer) in example.answers.iter().enumerate() {
            if let Err(problem) = run_one(provider, example, answer) {
                let provider = provider.id.0.clone();
                errors.push(ExampleError { provider, example: number + 1, answer: place + 1, problem });
            }
        }
    }

    for (number, example) in provider.check.iter().flat_map(|check| &check.file.example).enumerate() {
        for (place, answer) in example.answers.iter().enumerate() {
            if let Err(problem) = run_check(provider, example, answer) {
                let (provider, problem) = (provider.id.0.clone(), format!("of the check: {problem}"));
                errors.push(ExampleError { provider, example: number + 1, answer: place + 1, problem });
            }
        }
    }

    errors
}

fn run_check(provider: &Arc<Provider>, example: &CheckExampleFile, answer: &AnswerFile) -> Result<(), String> {
    let (fields, secrets) = split(provider, &example.fields);
    let task = Task {
        hostnames: Vec::new(),
        addresses: PerFamily::default(),
        fields,
        secrets,
        create: false,
        keeping: Keeping::default(),
        message_id: 1,
        unix_time: 1_795_000_000,
    };
    let mut conversation = Checking::new(provider, task).map_err(|error| error.to_string())?;
    let request = sent(conversation.step(None))?;
    compare(&request, example.request.get_ref())?;
    if !request.reads_only || request.body.is_some() {
        return Err("the request does more than read".to_owned());
    }
    compare_headers(&request, &example.headers)?;
    match conversation.step(Some(response(answer.status, &answer.body, answer.retry_after.clone()))) {
        Step::Send(_) => Err("a check is one request".to_owned()),
        Step::Done(answers) if zones_of(&answers).iter().map(ToString::to_string).ne(answer.zones.iter().cloned()) => {
            Err(format!("the zones are {:?} instead of {:?}", zones_of(&answers), answer.zones))
        }
        Step::Done(answers) => match answers.into_values().next() {
            Some(Answer::Replied(reply)) if Some(reply.means) == answer.means => check_wait(answer, &reply),
            found => Err(format!("{found:?} instead of {:?}", answer.means)),
        },
    }
}

fn run_one(provider: &Arc<Provider>, example: &ExampleFile, answer: &AnswerFile) -> Result<(), String> {
    let mut conversation = begin(provider, task(provider, example)?).map_err(|error| error.to_string())?;
    let mut step = conversation.step(None);
    for exchange in &example.before {
        let request = sent(step)?;
        compare(&request, &exchange.request)?;
        if request.reads_only == exchange.writes {
            return Err(format!("\"{}\" is marked as writing, or as reading, and does the other", exchange.request));
        }
        if let Some(body) = &exchange.request_body {
            compare_body(&request, body)?;
        }
        step = conversation.step(Some(response(exchange.status, &exchange.body, None)));
    }
    if example.request.get_ref() != "none" {
        let request = sent(step)?;
        compare(&request, example.request.get_ref())?;
        compare_rest(&request, example)?;
        step = conversation.step(Some(response(answer.status, &answer.body, answer.retry_after.clone())));
    }
    match step {
        Step::Send(_) => Err("the conversation goes on; more requests than the example names".to_owned()),
        Step::Done(answers) => judge(example, answer, &answers),
    }
}

fn task(provider: &Provider, example: &ExampleFile) -> Result<Task, String> {
    let (fields, secrets) = split(provider, &example.fields);
    let hostnames: Result<Vec<Hostname>, _> = example.hostnames.iter().map(|name| name.parse()).collect();

    let hostnames = hostnames.map_err(|error| error.to_string())?;
    let before = |family| example.published.iter().copied().find(|address| Family::of(*address) == family);
    let published = PerFamily { ipv4: before(Family::Ipv4), ipv6: before(Family::Ipv6) };

    Ok(Task {
        addresses: PerFamily {
            ipv4: example.ipv4.map(|address| Publishable::typed(address.into())),
            ipv6: example.ipv6.map(|address| Publishable::typed(address.into())),
        },
        fields,
        secrets,
        create: example.create,
        keeping: Keeping {
            installation: Some(Installation::from_bits(EXAMPLE)),
            lower_ttl: example.lower_ttl,
            take_over: false,
            published: hostnames.iter().map(|name| (name.clone(), published)).collect(),
        },
        hostnames,
        message_id: 1,
        unix_time: 1_795_000_000,
    })
}

type Split = (BTreeMap<String, String>, BTreeMap<String, Secret>);

/// The values of a form: those that are shown, and the secrets.
fn split(provider: &Provider, values: &BTreeMap<String, String>) -> Split {
    let is_secret = |key: &String| provider.fields.iter().any(|field| field.card.key == *key && field.card.secret);
    let (secrets, fields): (BTreeMap<_, _>, BTreeMap<_, _>) =
        values.iter().map(|(key, value)| (key.clone(), in_place(value))).partition(|(key, _)| is_secret(key));

    (fields, secrets.into_iter().map(|(key, value)| (key, Secret::new(&value))).collect())
}

/// In one line, so that a key fits into JSON too.
fn in_place(value: &str) -> String {
    value.replace("{example_key}", &EXAMPLE_KEY.trim().replace('\n', "\\n"))
}

fn sent(step: Step) -> Result<HttpRequest, String> {
    match step {
        Step::Send(Outgoing::Http(request)) => Ok(request),
        Step::Send(Outgoing::Dns(_)) => Err("a DNS message was sent".to_owned()),
        Step::Done(answers) => Err(format!("the conversation ended without this request: {answers:?}")),
    }
}

fn response(status: u16, body: &str, retry_after: Option<String>) -> Incoming {
    Incoming::Http(HttpResponse { status, retry_after, date: None, body: body.to_owned() })
}

/// The method and the address; the order of the query and the way of escaping do not count.
fn compare(request: &HttpRequest, expected: &str) -> Result<(), String> {
    let (method, address) = expected.split_once(' ').ok_or("write the request as METHOD ADDRESS")?;
    let url = Url::parse(address).map_err(|error| error.to_string())?;
    let pairs = |url: &Url| {
        let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        pairs.sort();
        pairs
    };
    let same = request.method == method
        && request.url.origin() == url.origin()
        && request.url.path() == url.path()
        && pairs(&request.url) == pairs(&url);

    if same { Ok(()) } else { Err(format!("the request is {} {}", request.method, request.url)) }
}

fn compare_rest(request: &HttpRequest, example: &ExampleFile) -> Result<(), String> {
    compare_headers(request, &example.headers)?;

    compare_body(request, &example.request_body)
}

fn compare_headers(request: &HttpRequest, expected: &BTreeMap<String, String>) -> Result<(), String> {
    for (name, value) in expected {
        match request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name)) {
            Some(header) if header.value == *value => {}
            _ => return Err(format!("the header {name} differs or is missing")),
        }
    }

    Ok(())
}

fn compare_body(request: &HttpRequest, expected: &str) -> Result<(), String> {
    let body = String::from_utf8_lossy(request.body.as_deref().unwrap_or_default()).into_owned();
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    let same = body == expected || (json(&body).is_some() && json(&body) == json(expected));

    if same { Ok(()) } else { Err(format!("the body is {body}")) }
}

fn judge(example: &ExampleFile, answer: &AnswerFile, answers: &BTreeMap<Hostname, Answer>) -> Result<(), String> {
    for (place, name) in example.hostnames.iter().enumerate() {
        let expected = answer.each.as_ref().and_then(|each| each.get(place)).copied().or(answer.means);
        let found = answers.iter().find(|(hostname, _)| hostname.as_str() == name).map(|(_, answer)| answer);
        let Some(Answer::Replied(reply)) = found else {
            return Err(format!("{name} has no reply: {found:?}"));
        };
        if Some(reply.means) != expected {
            return Err(format!("{name}: {:?} instead of {expected:?} ({})", reply.means, reply.message));
        }
        check_wait(answer, reply).map_err(|problem| format!("{name}: {problem}"))?;
    }

    Ok(())
}

fn check_wait(answer: &AnswerFile, reply: &Reply) -> Result<(), String> {
    let found = reply.retry_after.map(|wait| wait.as_secs());

    if reply.means.is_success() || found == answer.wait {
        Ok(())
    } else {
        Err(format!("asks to wait {found:?} s instead of {:?}", answer.wait))
    }
}

/// The first example of a provider that ends with a request, up to that request.
#[cfg(test)]
pub(super) struct Begun {
    pub(super) conversation: Box<dyn Conversation>,
    /// The answers before the last request.
    pub(super) before: Vec<Incoming>,
}

/// Begins the first example again and again; `None` where it speaks no HTTP.
#[cfg(test)]
pub(super) fn first_example(provider: &Arc<Provider>) -> Option<impl Fn() -> Begun + use<'_>> {
    let example = provider.examples.iter().find(|example| example.request.get_ref() != "none")?;
    let begin = move || Begun {
        conversation: begin(provider, task(provider, example).unwrap()).unwrap(),
        before: example.before.iter().map(|exchange| response(exchange.status, &exchange.body, None)).collect(),
    };

    matches!(begin().conversation.step(None), Step::Send(Outgoing::Http(_))).then_some(begin)
}

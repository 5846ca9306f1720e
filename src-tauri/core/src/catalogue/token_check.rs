//! A request that only reads and shows whether a token works: the `[check]` of a provider's file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::BeginError;
use super::compile;
use super::declared;
use super::file::{CheckFile, FileError, ProviderFile, Source};
use super::provider::{Field, Provider, Way};
use super::rules::{Asked, Rule, judge};
use super::step_file::StepFile;
use super::template::{RequestTemplate, Target};
use crate::address::PerFamily;
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::words::Hidden;
use crate::provider::{Conversation, HttpRequest, Incoming, Outgoing, Step, Task, failed};
use crate::reply::{Means, Reply};

/// What the one answer stands under: no hostname is asked about (RFC 6761, 6.4).
const NOBODY: &str = "token.invalid";
/// More zones than this are not offered to choose from.
const MOST_ZONES: usize = 100;

/// The request and what its answers mean.
#[derive(Debug, Clone)]
pub(super) struct TokenCheck {
    pub(super) request: RequestTemplate,
    pub(super) rules: Vec<Rule>,
    /// The JSON pointer to the list of zones, and from an element on to its name.
    zones: Option<(String, String)>,
    /// The field that makes it impossible.
    unless: Option<String>,
    pub(super) file: CheckFile,
}

/// Reads and checks a `[check]`. Its request goes to the server of the updates, or not at all.
pub(super) fn compile(
    source: Source<'_>,
    files: &[(Source<'_>, &ProviderFile)],
    file: &CheckFile,
    fields: &[Field],
    way: &Way,
    inherited: &[Rule],
) -> Result<TokenCheck, FileError> {
    let span = file.url.span();
    let wrong = |field: &str, problem: &str, cure: &str| Err(source.error(&span, field, problem, cure));
    let step = StepFile {
        url: Some(file.url.clone()),
        query: file.query.clone(),
        headers: file.headers.clone(),
        ..StepFile::default()
    };
    let request = compile::step_request(source, files, &step, fields, &|_| false)?;
    let Target::Own(url) = &request.target else {
        return wrong("check.url", "is not written out", "a token is only checked at a server that the file names");
    };
    let of_updates = match way {
        Way::Declared(request) => Some(&request.target),
        Way::Recipe(steps) => steps.target(),
        Way::Special(_) => None,
    };
    let same = match (of_updates, way) {
        (Some(Target::Own(other)), _) => other.origin() == url.origin(),
        (None, Way::Special(special)) => special.own_host().is_some_and(|host| url.host_str() == Some(host)),
        _ => false,
    };
    if !same {
        return wrong(
            "check.url",
            "names another server than the updates",
            "ask the server that gets the token anyway",
        );
    }
    let mut rules = file.reply.iter().map(|reply| compile::rule(source, reply)).collect::<Result<Vec<_>, _>>()?;
    // What an update calls a success proves nothing of a token.
    rules.extend(inherited.iter().filter(|rule| !rule.means.is_success()).cloned());
    let means = || file.example.iter().flat_map(|example| &example.answers).filter_map(|answer| answer.means);
    if !means().any(Means::is_success) || !means().any(|means| !means.is_success() && means != Means::Unknown) {
        return wrong(
            "check.example",
            "shows no success or no refusal",
            "add both to the answers of [[check.example]]",
        );
    }
    let zones = match &file.zones {
        None => None,
        Some(pointer) => match pointer.get_ref().split_once("/*") {
            Some((list, name)) if !name.contains('*') => Some((list.to_owned(), name.to_owned())),
            _ => {
                let cure = "write a JSON pointer with one * in it, like /zones/*/name";
                return Err(source.error(&pointer.span(), "check.zones", "names no list", cure));
            }
        },
    };
    let unless = match &file.unless {
        Some(key) if !fields.iter().any(|field| field.card.key == *key.get_ref()) => {
            return Err(source.error(&key.span(), "check.unless", "is no field", "write the key of a [[field]]"));
        }
        unless => unless.as_ref().map(|key| key.get_ref().clone()),
    };

    Ok(TokenCheck { request, rules, zones, unless, file: file.clone() })
}

impl TokenCheck {
    /// A good answer says which zones the token sees.
    pub(super) fn names_zones(&self) -> bool {
        self.zones.is_some()
    }

    /// The zones that a good answer names, if its file says where they stand.
    fn zones(&self, body: &str) -> Vec<Hostname> {
        let Some((list, name)) = &self.zones else { return Vec::new() };
        let json: Option<serde_json::Value> = serde_json::from_str(body).ok();
        let items = json.as_ref().and_then(|json| json.pointer(list)?.as_array()).into_iter().flatten();

        items.filter_map(|item| item.pointer(name)?.as_str()?.parse().ok()).take(MOST_ZONES).collect()
    }
}

/// The zones that stand beside the answer of a check.
pub(super) fn zones_of(answers: &BTreeMap<Hostname, Answer>) -> Vec<Hostname> {
    answers.keys().filter(|name| name.as_str() != NOBODY).cloned().collect()
}

/// The one request, and what its answer says of the token.
pub(super) struct Checking {
    check: Arc<TokenCheck>,
    /// The provider, with the check's rules instead of those of the updates.
    provider: Provider,
    request: Option<HttpRequest>,
    nobody: Vec<Hostname>,
    hidden: Hidden,
    unix_time: u64,
}

impl Checking {
    pub(super) fn new(provider: &Arc<Provider>, mut task: Task) -> Result<Self, BeginError> {
        let filled = |key: &String| task.fields.get(key).is_some_and(|value| !value.trim().is_empty());
        let check = provider.check.as_ref().filter(|check| !check.unless.as_ref().is_some_and(filled));
        let Some(check) = check else {
            return Err(BeginError::NoCheck(provider.name.clone()));
        };
        super::fields::complete(provider, &mut task.fields);
        task.hostnames.clear();
        let values = declared::values(provider, &task, PerFamily::default());
        let request = HttpRequest { reads_only: true, ..check.request.fill(&values)? };

        Ok(Self {
            check: Arc::clone(check),
            provider: Provider {
                rules: check.rules.clone(),
                answers: super::file::Answers::Whole,
                ..provider.as_ref().clone()
            },
            request: Some(request),
            nobody: NOBODY.parse().into_iter().collect(),
            hidden: Hidden::new(&task.secrets, &task.fields),
            unix_time: task.unix_time,
        })
    }
}

impl Conversation for Checking {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        let all = |reply: Reply| -> BTreeMap<Hostname, Answer> {
            self.nobody.iter().map(|name| (name.clone(), Answer::Replied(reply.clone()))).collect()
        };
        match incoming {
            None => match self.request.take() {
                Some(request) => Step::Send(Outgoing::Http(request)),
                None => Step::Done(all(Reply::plain(Means::Unknown))),
            },
            Some(Incoming::Http(response)) => {
                let sent = PerFamily::default();
                let asked = Asked {
                    hostnames: &self.nobody,
                    sent,
                    beside: &[],
                    hidden: &self.hidden,
                    unix_time: self.unix_time,
                };
                let mut replies = judge(&self.provider, &response, &asked);
                if let Some(reply) = replies.values().find(|reply| reply.means.is_success()).cloned() {
                    let zones = self.check.zones(&response.body);
                    replies.extend(zones.into_iter().map(|zone| (zone, reply.clone())));
                }

                Step::Done(replies.into_iter().map(|(name, reply)| (name, Answer::Replied(reply))).collect())
            }
            // A read changes nothing, whether it arrived or not.
            Some(Incoming::Failed { trouble, .. }) => Step::Done(failed(&self.nobody, &trouble, false)),
            Some(Incoming::Dns(_)) => Step::Done(all(Reply::plain(Means::Unknown))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Catalogue;
    use super::*;

    const OWN: &str = include_str!("../../providers/digitalocean.toml");

    fn error(from: &str, to: &str) -> String {
        let text = OWN.replace(from, to);
        assert_ne!(text, OWN, "{from}");
        let (_, errors) = Catalogue::with_own(&[("mine.toml".to_owned(), text)]);

        errors.first().map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn a_token_is_checked_only_at_the_server_of_the_updates() {
        let check = "[check]\nurl = \"https://api.digitalocean.com";

        assert!(error(check, "[check]\nurl = \"https://token-check.example.net").contains("another server"));
        assert!(error(check, "[check]\nurl = \"http://api.digitalocean.com").contains("not encrypted"));
        assert!(error("/v2/domains\"\nquery = { per_page = \"20\" }", "/v2/{token}\"").contains("secret"));
    }

    #[test]
    fn a_check_shows_a_success_and_a_refusal() {
        let success = "\"meta\":{\"total\":1}}', means = \"good\"";

        assert!(error(success, "', means = \"unknown\"").contains("no success"));
    }

    #[test]
    fn another_kind_of_key_is_not_sent_as_a_token() {
        let of = |fields: &[(&str, &str)]| Task {
            hostnames: Vec::new(),
            addresses: PerFamily::default(),
            fields: fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
            secrets: BTreeMap::from([("token".to_owned(), crate::request::Secret::new("example-token"))]),
            create: false,
            keeping: crate::provider::Keeping::default(),
            message_id: 1,
            unix_time: 1_795_000_000,
        };
        let catalogue = Catalogue::built_in();
        let id = crate::settings::ProviderId("cloudflare".to_owned());

        assert!(catalogue.begin_check(&id, of(&[])).is_ok());
        assert!(matches!(
            catalogue.begin_check(&id, of(&[("email", "jane@example.org")])),
            Err(BeginError::NoCheck(_))
        ));
    }

    #[test]
    fn at_least_ten_providers_have_a_check() {
        let cards = Catalogue::built_in().cards();
        let checked: Vec<&str> = cards.iter().filter(|card| card.checks).map(|card| card.id.as_str()).collect();

        assert!(checked.len() >= 10, "{checked:?}");
    }
}

//! A provider as its file and its protocol's file together describe it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use regex_lite::Regex;
use toml::Spanned;
use url::Url;

use super::compile;
use super::file::{
    AccessFile, Addresses, Answers, Docs, ExampleFile, FieldFile, FieldKind, FileError, MissingFamily, ProviderFile,
    Source,
};
use super::rules::Rule;
use super::steps::{self, Steps};
use super::template::{RequestTemplate, Target};
use super::token_check::{self, TokenCheck};
use crate::address::{Family, PerFamily};
use crate::hostname::Hostname;
use crate::plan::ProviderRules;
use crate::provider::special::Special;
use crate::reply::Means;
use crate::request::{CardField, ProviderCard};
use crate::settings::ProviderId;
use crate::time::SECOND;

/// One field of the form.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) card: CardField,
    pub(super) kind: FieldKind,
    pub(super) pattern: Option<Regex>,
}

/// How an update is sent.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// By the file's template.
    Declared(Box<RequestTemplate>),
    /// By the file's steps.
    Recipe(Arc<Steps>),
    /// By code.
    Special(Special),
}

/// One provider.
#[derive(Debug, Clone)]
pub struct Provider {
    pub(super) id: ProviderId,
    pub(super) name: String,
    pub(super) site: String,
    pub(super) docs: Option<Docs>,
    pub(super) aliases: Vec<String>,
    pub(super) protocol: Option<String>,
    pub(super) suffixes: Vec<Hostname>,
    pub(super) only_suffixes: bool,
    pub(super) in_dns: bool,
    pub(super) apex: Option<String>,
    pub(super) nameservers: Vec<String>,
    pub(super) cost: String,
    pub(super) note: String,
    pub(super) listed: bool,
    pub(super) unverified: bool,
    pub(super) can_create: bool,
    pub(super) addresses: Addresses,
    pub(super) missing_family: MissingFamily,
    pub(super) families: PerFamily<bool>,
    pub(super) answers: Answers,
    pub(super) pace: Duration,
    pub(super) batch: usize,
    pub(super) parallel: usize,
    pub(super) keep_alive: Option<Duration>,
    pub(super) minimum_ttl: Option<u32>,
    pub(super) fields: Vec<Field>,
    pub(super) access: AccessFile,
    pub(super) way: Way,
    pub(super) rules: Vec<Rule>,
    /// JSON pointers to the provider's own words.
    pub(super) words: Vec<String>,
    pub(super) check: Option<Arc<TokenCheck>>,
    pub(super) examples: Vec<ExampleFile>,
}

/// The slots that every template may use besides its fields.
pub(super) const SLOTS: [&str; 11] = [
    "hostname",
    "hostnames",
    "label",
    "labels",
    "ipv4",
    "ipv6",
    "no_ipv4",
    "no_ipv6",
    "address",
    "addresses",
    "record_type",
];

impl Provider {
    /// Its id: the name of its file.
    pub fn id(&self) -> &ProviderId {
        &self.id
    }

    /// Its name, for people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What its file was written after: a page, the day on which it was read (year-month-day), and the clients that agree.
    pub fn docs(&self) -> Option<(&str, Option<&str>, &[String])> {
        self.docs.as_ref().map(|docs| (docs.url.as_str(), docs.read.as_deref(), docs.from.as_slice()))
    }

    /// What the client has to know to plan.
    pub fn rules(&self) -> ProviderRules {
        ProviderRules {
            name: self.name.clone(),
            site: self.site.clone(),
            access_url: self.access.url.clone(),
            batch: self.batch,
            pace: self.pace,
            parallel: self.parallel,
            families: self.families,
            joint: self.addresses == Addresses::Joint,
            resend_both: self.missing_family != MissingFamily::Keep,
            keep_alive: self.keep_alive,
            owned: match &self.way {
                Way::Special(special) => special.has_owner(),
                Way::Recipe(steps) => steps.has_owner(),
                Way::Declared(_) => false,
            },
            names_zones: self.check.as_ref().is_some_and(|check| check.names_zones()),
            minimum_ttl: self.minimum_ttl,
        }
    }

    /// Its form and what to know before filling it.
    pub fn card(&self) -> ProviderCard {
        ProviderCard {
            id: self.id.0.clone(),
            name: self.name.clone(),
            site: self.site.clone(),
            cost: self.cost.clone(),
            note: self.note.clone(),
            access_url: self.access.url.clone(),
            access_steps: self.access.steps.clone(),
            access_rights: self.access.rights.clone(),
            fields: self.fields.iter().map(|field| self.field_card(field)).collect(),
            suffixes: self.suffixes.iter().map(ToString::to_string).collect(),
            ipv4: self.families.ipv4,
            ipv6: self.families.ipv6,
            can_create: self.can_create,
            unverified: self.unverified,
            checks: self.check.is_some(),
            hosts: self.own_hosts().into_iter().map(ToOwned::to_owned).collect(),
        }
    }

    fn field_card(&self, field: &Field) -> CardField {
        let checked = self.check.as_ref().is_some_and(|check| check.request.needs(&field.card.key));

        CardField { checked, ..field.card.clone() }
    }

    /// The names by which other clients know it.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// How it is spoken to, in a word: the protocol that it shares with others, or what is sent.
    pub fn speaks(&self) -> &str {
        match (&self.way, &self.protocol) {
            (_, Some(protocol)) => protocol,
            (Way::Declared(request), None) if !request.form.is_empty() => "form",
            (Way::Declared(request), None) => request.method,
            (Way::Recipe(_), None) => "steps",
            (Way::Special(_), None) => "code",
        }
    }

    /// The host that its file fixes; `None` where the user types the server.
    pub fn own_host(&self) -> Option<&str> {
        match &self.way {
            Way::Declared(request) => host(&request.target),
            Way::Recipe(steps) => steps.target().and_then(host),
            Way::Special(special) => special.own_host(),
        }
    }

    /// Every host that its file fixes; none where the user types the server.
    pub fn own_hosts(&self) -> Vec<&str> {
        let mut hosts: Vec<&str> = self.own_host().into_iter().collect();
        if let Way::Declared(request) = &self.way
            && let Some((Target::Own(url), _)) = &request.ipv6
        {
            hosts.extend(url.host_str());
        }
        if let Way::Special(special) = &self.way {
            hosts.extend(special.further_hosts());
        }

        hosts
    }

    pub(super) fn hostnames_at_once(&self) -> usize {
        self.batch
    }

    /// Puts a provider together from its own file and the files that it builds on, the nearest first.
    pub(super) fn assemble(
        id: &str,
        source: Source<'_>,
        own: &ProviderFile,
        below: &[(Source<'_>, &ProviderFile)],
        unverified: bool,
    ) -> Result<Self, FileError> {
        let missing = |field: &str, cure: &str| source.error(&(0..0), field, "is missing", cure);
        let all: Vec<(Source<'_>, &ProviderFile)> =
            std::iter::once((source, own)).chain(below.iter().copied()).collect();
        let nearest = |of: fn(&ProviderFile) -> bool| all.iter().find(|(_, file)| of(file));
        let fields = match nearest(|file| !file.field.is_empty()) {
            Some((source, file)) => {
                file.field.iter().map(|field| read_field(*source, field)).collect::<Result<_, _>>()?
            }
            None => Vec::new(),
        };
        check_keys(source, own, &fields)?;
        let way = match &own.special {
            Some(special) if unverified => {
                return Err(source.error(
                    &special.span(),
                    "special",
                    "is only for providers that came with Homeport",
                    "write a [request]",
                ));
            }
            Some(special) => Way::Special(Special::named(special.get_ref()).ok_or_else(|| {
                source.error(
                    &special.span(),
                    "special",
                    "has no such code",
                    "take one of the names in provider/special",
                )
            })?),
            None if !own.step.is_empty() => Way::Recipe(Arc::new(steps::steps(source, &all, own, &fields)?)),
            None => Way::Declared(Box::new(compile::request(source, &all, &fields)?)),
        };
        let mut rules = Vec::new();
        for (source, file) in &all {
            for reply in &file.reply {
                rules.push(compile::rule(*source, reply)?);
            }
        }
        let check = own.check.as_ref().map(|check| token_check::compile(source, &all, check, &fields, &way, &rules));
        let check = check.transpose()?.map(Arc::new);
        let pace = all.iter().find_map(|(source, file)| Some((*source, file.pace.as_ref()?)));
        let batch = all.iter().find_map(|(source, file)| Some((*source, file.batch.as_ref()?)));
        let parallel = all.iter().find_map(|(source, file)| Some((*source, file.parallel.as_ref()?)));
        let families = all.iter().find_map(|(_, file)| file.families.clone()).unwrap_or(Family::BOTH.to_vec());

        Ok(Self {
            id: ProviderId(id.to_owned()),
            name: own.name.clone().ok_or_else(|| missing("name", "write the name that people know the provider by"))?,
            site: own.site.clone().ok_or_else(|| missing("site", "write the provider's home page"))?,
            docs: own.docs.as_ref().map(|docs| read_docs(source, docs)).transpose()?,
            protocol: own.protocol.as_ref().map(|protocol| protocol.get_ref().clone()),
            aliases: own.aliases.iter().map(|alias| alias.to_ascii_lowercase()).collect(),
            suffixes: own
                .suffixes
                .iter()
                .map(|suffix| {
                    suffix.get_ref().parse().map_err(|error: crate::hostname::HostnameError| {
                        source.error(&suffix.span(), "suffixes", error.to_string(), "write a name like example.org")
                    })
                })
                .collect::<Result<_, _>>()?,
            only_suffixes: own.only_suffixes,
            in_dns: own.in_dns.unwrap_or(true),
            apex: own.apex.clone(),
            nameservers: own.nameservers.iter().map(|name| name.to_ascii_lowercase()).collect(),
            cost: own.cost.clone(),
            note: own.note.clone(),
            listed: own.listed.unwrap_or(true),
            unverified,
            can_create: own.can_create,
            addresses: all.iter().find_map(|(_, file)| file.addresses).unwrap_or(Addresses::Joint),
            missing_family: all.iter().find_map(|(_, file)| file.missing_family).unwrap_or(MissingFamily::Keep),
            families: PerFamily { ipv4: families.contains(&Family::Ipv4), ipv6: families.contains(&Family::Ipv6) },
            answers: all.iter().find_map(|(_, file)| file.answers).unwrap_or(Answers::Whole),
            pace: pace.map_or(Ok(SECOND), |(source, pace)| compile::span(source, "pace", pace))?,
            batch: batch.map_or(Ok(1), |(source, count)| compile::count(source, "batch", count))?,
            parallel: parallel.map_or(Ok(1), |(source, count)| compile::count(source, "parallel", count))?,
            keep_alive: own
                .keep_alive
                .as_ref()
                .map(|keep_alive| compile::span(source, "keep_alive", keep_alive))
                .transpose()?,
            minimum_ttl: own.minimum_ttl.as_ref().map(|minimum| *minimum.get_ref()),
            fields,
            access: own.access.clone().unwrap_or_default(),
            way,
            rules,
            words: all.iter().map(|(_, file)| &file.words).find(|words| !words.is_empty()).cloned().unwrap_or_default(),
            check,
            examples: own.example.clone(),
        })
    }
}

fn host(target: &Target) -> Option<&str> {
    match target {
        Target::Own(url) => url.host_str(),
        Target::Typed(_) | Target::Below(_) => None,
    }
}

fn read_docs(source: Source<'_>, docs: &Spanned<Docs>) -> Result<Docs, FileError> {
    if docs.get_ref().is_proof() {
        return Ok(docs.get_ref().clone());
    }
    let cure = "write the day as year-month-day in read, or name at least two independent clients in from";

    Err(source.error(&docs.span(), "docs", "has neither a document that was read nor two clients that agree", cure))
}

fn read_field(source: Source<'_>, file: &FieldFile) -> Result<Field, FileError> {
    let key = file.key.get_ref();
    if SLOTS.contains(&key.as_str()) {
        return Err(source.error(
            &file.key.span(),
            "key",
            format!("\"{key}\" is a slot of every template"),
            "take another key",
        ));
    }
    let pattern = match &file.pattern {
        None => None,
        Some(pattern) => Some(Regex::new(&format!("^(?:{})$", pattern.get_ref())).map_err(|error| {
            source.error(
                &pattern.span(),
                "pattern",
                error.to_string(),
                "write a regular expression for the whole value",
            )
        })?),
    };

    Ok(Field {
        card: CardField {
            key: key.clone(),
            label: file.label.clone(),
            help: file.help.clone(),
            secret: file.secret,
            optional: file.optional || !file.default.is_empty(),
            example: file.example.clone(),
            pattern: file.pattern.as_ref().map(|pattern| pattern.get_ref().clone()).unwrap_or_default(),
            options: file.options.clone(),
            default: file.default.clone(),
            lines: file.kind == FieldKind::Lines,
            checked: false,
        },
        kind: file.kind,
        pattern,
    })
}

/// Checks that a file shows a success, a refusal and an answer that nobody can understand. The answers of DNS servers
/// are binary; the tests of their code have them.
pub(super) fn check_examples(source: Source<'_>, own: &ProviderFile) -> Result<(), FileError> {
    let is_dns = own.special.as_ref().is_some_and(|special| special.get_ref() == "rfc2136");
    let answers = own.example.iter().flat_map(|example| &example.answers);
    let means: Vec<Means> =
        answers.flat_map(|answer| answer.means.into_iter().chain(answer.each.clone().unwrap_or_default())).collect();
    let has = |fits: fn(&Means) -> bool| is_dns || means.iter().any(fits);
    let missing = if !has(|means| *means == Means::Good) {
        "a success"
    } else if !has(|means| !means.is_success() && *means != Means::Unknown) {
        "a refusal"
    } else if !has(|means| *means == Means::Unknown) {
        "an answer that is not understood"
    } else {
        return Ok(());
    };
    let span = own.example.first().map_or(0..0, |example| example.request.span());
    let problem = format!("shows no example of {missing}");

    Err(source.error(&span, "example", problem, "add it to the answers of an [[example]]"))
}

fn check_keys(source: Source<'_>, own: &ProviderFile, fields: &[Field]) -> Result<(), FileError> {
    let mut seen = BTreeSet::new();
    for field in fields {
        let key = &field.card.key;
        let span = own.field.iter().find(|file| file.key.get_ref() == key).map_or(0..0, |file| file.key.span());
        if !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') || key.is_empty()
        {
            return Err(source.error(
                &span,
                "key",
                format!("\"{key}\" is not a key"),
                "use lower-case letters, digits and _",
            ));
        }
        if !seen.insert(key) {
            return Err(source.error(&span, "key", format!("\"{key}\" stands twice"), "give each field its own key"));
        }
    }

    Ok(())
}

/// Whether a URL of a provider file may carry a secret: https, and nothing but a host in front of the path.
pub(super) fn is_safe_origin(url: &Url) -> bool {
    url.scheme() == "https" && url.host_str().is_some() && url.username().is_empty() && url.password().is_none()
}

//! The catalogue of providers: one TOML file each, embedded in the order of their names, and the user's own files.

mod check;
mod closed;
mod compile;
mod declared;
mod example;
#[cfg(test)]
mod fault_tests;
mod fields;
mod file;
mod pick;
mod provider;
mod recipe;
mod rules;
pub mod server;
mod step_file;
mod steps;
mod template;
#[cfg(test)]
mod tests;
mod token_check;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub use check::{Checked, LONGEST_FILE, check};
pub use closed::{Closed, closed};
#[cfg(test)]
pub(crate) use example::EXAMPLE_KEY;
pub use example::ExampleError;
pub use fields::FieldError;
pub use file::FileError;
pub use provider::Provider;

use crate::hostname::Hostname;
use crate::plan::ProviderRules;
use crate::provider::noted::Noted;
use crate::provider::words::Hidden;
use crate::provider::{Conversation, Task};
use crate::request::{ProviderCard, Recognised, Refusal};
use crate::settings::ProviderId;
use crate::text::Texts;
use declared::Declared;
use file::{ProviderFile, Source};
use provider::Way;
use recipe::Recipe;

include!(concat!(env!("OUT_DIR"), "/catalogue_files.rs"));

/// What every HTTP provider inherits: the meaning of a status where the body says nothing.
const HTTP: &str = "http";

/// All providers that can be used. A built-in file is read when its provider is first asked for, so that a start costs
/// nothing and only the providers in use take memory.
#[derive(Debug, Clone)]
pub struct Catalogue {
    providers: BTreeMap<ProviderId, Arc<Entry>>,
}

/// What is known of a built-in provider before its file is read; the build script wrote it out of that file.
#[derive(Debug, Clone, Copy)]
struct Index {
    listed: bool,
    /// Its name and its aliases, in lower case.
    names: &'static [&'static str],
    suffixes: &'static [&'static str],
    nameservers: &'static [&'static str],
}

#[derive(Debug)]
enum Entry {
    BuiltIn { id: &'static str, index: Index, text: &'static str, read: OnceLock<Option<Arc<Provider>>> },
    Own(Arc<Provider>),
}

impl Entry {
    fn provider(&self) -> Option<&Arc<Provider>> {
        match self {
            // A test reads every embedded file, so that none can be left out here.
            Self::BuiltIn { id, text, read: known, .. } => {
                known.get_or_init(|| read(id, &format!("{id}.toml"), text, false).ok().map(Arc::new)).as_ref()
            }
            Self::Own(provider) => Some(provider),
        }
    }

    /// Its form. A file that was not read for another reason is let go again: all together take eight megabytes.
    fn card(&self) -> Option<ProviderCard> {
        match self {
            Self::BuiltIn { id, text, read: known, .. } if known.get().is_none() => {
                read(id, &format!("{id}.toml"), text, false).ok().map(|provider| provider.card())
            }
            _ => self.provider().map(|provider| provider.card()),
        }
    }

    fn is_listed(&self) -> bool {
        match self {
            Self::BuiltIn { index, .. } => index.listed,
            Self::Own(provider) => provider.listed,
        }
    }

    /// The longest of its suffixes that the hostname ends in.
    fn suffix_of(&self, hostname: &Hostname) -> Option<Hostname> {
        let all: Vec<Hostname> = match self {
            Self::BuiltIn { index, .. } => index.suffixes.iter().filter_map(|suffix| suffix.parse().ok()).collect(),
            Self::Own(provider) => provider.suffixes.clone(),
        };

        all.into_iter().filter(|suffix| hostname.is_within(suffix)).max_by_key(|suffix| suffix.as_str().len())
    }

    /// Whether a name server is one of its own.
    fn serves(&self, server: &str) -> bool {
        let is_end = |end: &str| server == end || server.strip_suffix(end).is_some_and(|rest| rest.ends_with('.'));
        match self {
            Self::BuiltIn { index, .. } => index.nameservers.iter().any(|end| is_end(end)),
            Self::Own(provider) => provider.nameservers.iter().any(|end| is_end(end)),
        }
    }
}

impl Catalogue {
    /// The providers that come with the program.
    #[must_use]
    pub fn built_in() -> Self {
        let entries = PROVIDER_FILES.iter().map(|(id, index, text)| {
            let entry = Entry::BuiltIn { id, index: *index, text, read: OnceLock::new() };

            (ProviderId((*id).to_owned()), Arc::new(entry))
        });

        Self { providers: entries.collect() }
    }

    /// The built-in providers and the user's own: (file name, text). A file that is wrong is left out, and its error says
    /// where and why; the others are there all the same.
    #[must_use]
    pub fn with_own(files: &[(String, String)]) -> (Self, Vec<FileError>) {
        let mut catalogue = Self::built_in();
        let mut errors = Vec::new();
        for (name, text) in files {
            let id = name.strip_suffix(".toml").unwrap_or(name);
            if let Err(error) = catalogue.add(id, name, text) {
                errors.push(error);
            }
        }

        (catalogue, errors)
    }

    /// Checks a provider's file as thoroughly as those that come with the program: its words, and that its examples show a
    /// success, a refusal and an answer that is not understood. [`Catalogue::prove`] carries the examples out.
    ///
    /// # Errors
    ///
    /// What is wrong first, with its line and its cure.
    pub fn check_file(name: &str, text: &str) -> Result<(), FileError> {
        let source = Source { name, text };
        read(name.strip_suffix(".toml").unwrap_or(name), name, text, true)?;

        provider::check_examples(source, &source.parse()?)
    }

    fn add(&mut self, id: &str, name: &str, text: &str) -> Result<(), FileError> {
        let provider = read(id, name, text, true)?;
        if self.providers.contains_key(&provider.id) {
            let source = Source { name, text };
            return Err(source.error(
                &(0..0),
                "name of the file",
                format!("\"{id}\" is taken"),
                "give the file another name",
            ));
        }
        self.providers.insert(provider.id.clone(), Arc::new(Entry::Own(Arc::new(provider))));

        Ok(())
    }

    /// One provider.
    pub fn provider(&self, id: &ProviderId) -> Option<&Provider> {
        self.shared(id).map(Arc::as_ref)
    }

    fn shared(&self, id: &ProviderId) -> Option<&Arc<Provider>> {
        self.providers.get(id)?.provider()
    }

    /// The ids of all providers, in order; the practice server among them.
    pub fn ids(&self) -> impl Iterator<Item = &ProviderId> {
        self.providers.keys()
    }

    /// The provider that another client knows by this name; its id and its own name are known too. The user's own files
    /// are not asked: an import must not send a secret to them.
    pub fn by_alias(&self, name: &str) -> Option<&ProviderId> {
        let name = name.trim().to_lowercase();
        let is_called = |id: &ProviderId, entry: &Entry| match entry {
            Entry::BuiltIn { index, .. } => index.listed && (id.0 == name || index.names.contains(&name.as_str())),
            Entry::Own(_) => false,
        };

        self.providers.iter().find(|(id, entry)| is_called(id, entry)).map(|(id, _)| id)
    }

    /// What the client has to know of a provider to plan.
    pub fn rules(&self, id: &ProviderId) -> Option<ProviderRules> {
        self.provider(id).map(Provider::rules)
    }

    /// The forms of all providers that a person can choose, ordered by their names.
    pub fn cards(&self) -> Vec<ProviderCard> {
        let listed = self.providers.values().filter(|entry| entry.is_listed());
        let mut cards: Vec<ProviderCard> = listed.filter_map(|entry| entry.card()).collect();
        cards.sort_by_key(|card| card.name.to_lowercase());

        cards
    }

    /// The keys of a provider's secret fields, in the form's order; those that may be left empty too.
    pub fn secret_keys(&self, id: &ProviderId) -> Vec<String> {
        let fields = self.provider(id).map(|provider| provider.fields.as_slice()).unwrap_or_default();

        fields.iter().filter(|field| field.card.secret).map(|field| field.card.key.clone()).collect()
    }

    /// The providers that fit a hostname, the best first: by the end of the name, then by the zone's name servers.
    pub fn recognise(&self, texts: &Texts, hostname: &Hostname, nameservers: &[String]) -> Vec<Recognised> {
        let mut found: Vec<(usize, Recognised)> = Vec::new();
        let servers: Vec<String> =
            nameservers.iter().map(|server| server.trim_end_matches('.').to_ascii_lowercase()).collect();
        for (id, entry) in self.providers.iter().filter(|(_, entry)| entry.is_listed()) {
            let suffix = entry.suffix_of(hostname);
            let server = servers.iter().find(|server| entry.serves(server));
            let (rank, because) = match (suffix, server) {
                (Some(suffix), _) => (
                    1_000 + suffix.as_str().len(),
                    texts.say("recognised-by-suffix", &[("suffix", suffix.as_str().into())]),
                ),
                (None, Some(server)) => {
                    (1, texts.say("recognised-by-nameserver", &[("server", server.as_str().into())]))
                }
                (None, None) => continue,
            };
            found.push((rank, Recognised { provider: id.0.clone(), because }));
        }
        found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));

        found.into_iter().map(|(_, recognised)| recognised).collect()
    }

    /// Checks the values of a form. Without `secrets` only the other fields are checked: the secrets are in the vault.
    ///
    /// # Errors
    ///
    /// What is wrong with the first wrong field; [`Refusal::field`] is its key.
    pub fn check_fields(
        &self,
        texts: &Texts,
        id: &ProviderId,
        values: &BTreeMap<String, String>,
        secrets: Option<&BTreeMap<String, crate::request::Secret>>,
    ) -> Result<(), Refusal> {
        let Some(provider) = self.provider(id) else {
            return Err(BeginError::NoSuchProvider(id.0.clone()).refusal(texts, "provider"));
        };

        fields::check(provider, values, secrets).map_err(|error| error.refusal(texts, provider))
    }

    /// Checks that a provider can keep this hostname for an account with these fields.
    ///
    /// # Errors
    ///
    /// Why it cannot; the field is `hostname`.
    pub fn check_hostname(
        &self,
        texts: &Texts,
        id: &ProviderId,
        hostname: &Hostname,
        values: &BTreeMap<String, String>,
    ) -> Result<(), Refusal> {
        let Some(provider) = self.provider(id) else {
            return Err(BeginError::NoSuchProvider(id.0.clone()).refusal(texts, "provider"));
        };

        check_hostname(provider, hostname, values).map_err(|error| error.refusal(texts, "hostname"))
    }

    /// Begins a conversation.
    ///
    /// # Errors
    ///
    /// Why nothing can be sent. The message holds no secret.
    pub fn begin(&self, id: &ProviderId, task: Task) -> Result<Box<dyn Conversation>, BeginError> {
        let provider = self.shared(id).ok_or_else(|| BeginError::NoSuchProvider(id.0.clone()))?;

        begin(provider, task)
    }

    /// Begins the check of a token: one request that only reads. Its answer stands under a hostname that nobody has, and
    /// under each zone that a success names ([`Self::zones_of`]).
    ///
    /// # Errors
    ///
    /// [`BeginError::NoCheck`] where the provider's file has none; why nothing can be sent otherwise.
    pub fn begin_check(&self, id: &ProviderId, task: Task) -> Result<Box<dyn Conversation>, BeginError> {
        let provider = self.shared(id).ok_or_else(|| BeginError::NoSuchProvider(id.0.clone()))?;

        Ok(Box::new(token_check::Checking::new(provider, task)?))
    }

    /// The zones that the answers to a check name.
    #[must_use]
    pub fn zones_of(answers: &BTreeMap<Hostname, crate::event::Answer>) -> Vec<Hostname> {
        token_check::zones_of(answers)
    }

    /// Carries out the examples in a provider's file; nothing is sent.
    pub fn prove(&self, id: &ProviderId) -> Vec<ExampleError> {
        self.shared(id).map(example::run).unwrap_or_default()
    }
}

fn begin(provider: &Arc<Provider>, mut task: Task) -> Result<Box<dyn Conversation>, BeginError> {
    fields::complete(provider, &mut task.fields);
    fields::check(provider, &task.fields, Some(&task.secrets))?;
    if task.hostnames.is_empty() || task.hostnames.len() > provider.hostnames_at_once() {
        return Err(BeginError::Count { found: task.hostnames.len(), most: provider.hostnames_at_once() });
    }
    for hostname in &task.hostnames {
        check_hostname(provider, hostname, &task.fields)?;
    }
    let can = |family: crate::address::Family| task.addresses.get(family).is_some() && *provider.families.get(family);
    if !crate::address::Family::BOTH.into_iter().any(can) {
        return Err(BeginError::NoAddress); // There is no way from "no address" to a write.
    }

    let hidden = Hidden::new(&task.secrets, &task.fields);
    let conversation: Box<dyn Conversation> = match &provider.way {
        Way::Special(special) => special.begin(task, provider.minimum_ttl)?,
        Way::Recipe(steps) => Box::new(Recipe::new(Arc::clone(provider), &task, steps)),
        Way::Declared(template) => Box::new(Declared::new(Arc::clone(provider), task, template)?),
    };

    Ok(Box::new(Noted::new(conversation, hidden)))
}

fn check_hostname(
    provider: &Provider,
    hostname: &Hostname,
    values: &BTreeMap<String, String>,
) -> Result<(), BeginError> {
    if provider.only_suffixes
        && !provider.suffixes.iter().any(|suffix| hostname.is_within(suffix) && hostname != suffix)
    {
        let suffixes: Vec<&str> = provider.suffixes.iter().map(Hostname::as_str).collect();
        return Err(BeginError::ForeignName {
            hostname: hostname.clone(),
            provider: provider.name.clone(),
            suffixes: suffixes.join(", "),
        });
    }
    let zone = values.get("zone").filter(|zone| !zone.trim().is_empty()).and_then(|zone| fields::zone(zone));
    match zone {
        Some(zone) if !hostname.is_within(&zone) => Err(BeginError::NotInZone { hostname: hostname.clone(), zone }),
        _ => Ok(()),
    }
}

/// Reads one file and what it builds on.
fn read(id: &str, name: &str, text: &str, own: bool) -> Result<Provider, FileError> {
    let source = Source { name, text };
    let wanted = |field: &str, problem: &str, cure: &str| Err(source.error(&(0..0), field, problem, cure));
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return wanted(
            "name of the file",
            "is not an id",
            "use lower-case letters, digits and -, and end it with .toml",
        );
    }
    let file = source.parse()?;
    let mut below = Vec::new();
    if let Some(protocol) = &file.protocol {
        let Some(text) = protocol_text(protocol.get_ref()) else {
            let known: Vec<&str> = PROTOCOL_FILES.iter().map(|(id, _)| *id).filter(|id| *id != HTTP).collect();
            let problem = format!("\"{}\" is not a protocol", protocol.get_ref());
            return Err(source.error(
                &protocol.span(),
                "protocol",
                problem,
                format!("take one of: {}", known.join(", ")),
            ));
        };
        below.push((Source { name: protocol.get_ref(), text }, Source { name: protocol.get_ref(), text }.parse()?));
    }
    if let Some(text) = protocol_text(HTTP) {
        below.push((Source { name: HTTP, text }, Source { name: HTTP, text }.parse()?));
    }
    let below: Vec<(Source<'_>, &ProviderFile)> = below.iter().map(|(source, file)| (*source, file)).collect();

    Provider::assemble(id, source, &file, &below, own)
}

fn protocol_text(id: &str) -> Option<&'static str> {
    PROTOCOL_FILES.iter().find(|(name, _)| *name == id).map(|(_, text)| *text)
}

/// Why a conversation cannot begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BeginError {
    /// The settings name a provider that there is no file for.
    #[error("there is no provider \"{0}\"")]
    NoSuchProvider(String),
    /// A field of the account is wrong.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// More hostnames than the provider takes at once, or none.
    #[error("{found} hostnames in one request; it takes 1 to {most}")]
    Count {
        /// How many there are.
        found: usize,
        /// How many it takes.
        most: usize,
    },
    /// The provider has only its own names.
    #[error("{hostname} is not a name at {provider}; its names end in {suffixes}")]
    ForeignName {
        /// The name.
        hostname: Hostname,
        /// The provider's name.
        provider: String,
        /// Its suffixes.
        suffixes: String,
    },
    /// The name is not in the account's zone.
    #[error("{hostname} is not in the zone {zone}")]
    NotInZone {
        /// The name.
        hostname: Hostname,
        /// The account's zone.
        zone: Hostname,
    },
    /// The provider's file has no request that checks a token.
    #[error("{0} offers no check of a token without an update")]
    NoCheck(String),
    /// There is no address to send, or only one that the provider cannot keep.
    #[error("there is no address that this provider can keep")]
    NoAddress,
    /// The request could not be put together.
    #[error("{0}")]
    Request(String),
}

impl From<template::FillError> for BeginError {
    fn from(error: template::FillError) -> Self {
        Self::Request(error.to_string())
    }
}

impl BeginError {
    fn refusal(&self, texts: &Texts, field: &str) -> Refusal {
        Refusal {
            happened: texts.say("form-refused", &[("problem", self.to_string().into())]),
            means: texts.say("form-refused-means", &[]),
            cure: texts.say("form-refused-cure", &[]),
            field: Some(field.to_owned()),
        }
    }
}

//! Our provider and its fields for what another client calls by its own words.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{Entry, Why};
use super::words;
use crate::catalogue::{Catalogue, closed};
use crate::hostname::Hostname;
use crate::request::{CardField, ProviderCard, Secret};
use crate::settings::ProviderId;
use crate::text::Texts;

/// Our provider for any server that speaks the protocol of DynDNS.
const ANY_DYNDNS2: &str = "dyndns2";

/// Why an entry cannot be taken over, with the values of its text.
pub(super) type Reason = (Why, Vec<(&'static str, String)>);

/// A provider that fits, with the server where the user names one.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    pub(super) card: ProviderCard,
    pub(super) server: Option<String>,
}

/// The fields of an account.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub(super) fields: BTreeMap<String, String>,
    pub(super) secrets: BTreeMap<String, Secret>,
    pub(super) guessed: Vec<String>,
}

/// Finds providers, and remembers what it found: a file names few, for many names.
pub(super) struct Matcher<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) texts: &'a Texts,
    known: BTreeMap<(String, Option<String>), Result<Fit, Reason>>,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, texts: &'a Texts) -> Self {
        Self { catalogue, texts, known: BTreeMap::new() }
    }

    /// The provider of an entry.
    pub(super) fn provider(&mut self, entry: &Entry) -> Result<Fit, Reason> {
        let key = (entry.provider.to_lowercase(), entry.server.clone());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let found = self.find(&key.0, entry.server.as_deref());
        self.known.insert(key, found.clone());

        found
    }

    fn find(&self, word: &str, server: Option<&str>) -> Result<Fit, Reason> {
        // `name_com` of one client is `name.com` of another.
        let bare = bare_name(word);
        let (dots, dashes) = (bare.replace('_', "."), bare.replace('_', "-"));
        let server = server.map(bare_server).filter(|server| !server.is_empty());
        let host = server.as_deref().map(|server| server.split('/').next().unwrap_or_default());
        // The protocol of DynDNS is spoken by many: there the server says whose it is.
        let speaks_dyndns2 = matches!(word, "dyndns2" | "dyndns1" | "custom@http_svr_basic_auth");
        let names = [server.as_deref(), host].into_iter().flatten();
        let words = [word, bare, dots.as_str(), dashes.as_str()].into_iter();
        let mut names: Vec<&str> = if speaks_dyndns2 { names.collect() } else { words.chain(names).collect() };
        names.retain(|name| !name.is_empty());
        if names.is_empty() {
            return Err((Why::NO_PROVIDER, Vec::new()));
        }
        for name in &names {
            if let Some(id) = self.catalogue.by_alias(name).filter(|id| id.0 != ANY_DYNDNS2)
                && let Some(provider) = self.catalogue.provider(id)
            {
                return Ok(Fit { card: provider.card(), server: server.clone() });
            }
        }
        if let Some(closed) = names.iter().find_map(|name| closed(name)) {
            return Err((Why::CLOSED, vec![("name", closed.name), ("reason", closed.reason)]));
        }
        match (&server, host) {
            (Some(server), Some(host)) if speaks_the_usual_path(server, host, speaks_dyndns2) => {
                let any = self.catalogue.provider(&ProviderId(ANY_DYNDNS2.to_owned()));
                any.map(|any| Fit { card: any.card(), server: Some(host.to_owned()) })
                    .ok_or((Why::NO_PROVIDER, Vec::new()))
            }
            (Some(_), Some(host)) => Err((Why::OWN_SERVER, vec![("server", super::found::shown(host))])),
            _ => Err((Why::UNKNOWN, vec![("name", super::found::shown(word))])),
        }
    }

    /// Fills the provider's form with the options of an entry, and checks it.
    pub(super) fn fill(&self, fit: &Fit, entry: &Entry, hostname: &Hostname) -> Result<Filled, Reason> {
        let mut form = Form { fit, entry, hostname, used: BTreeSet::new(), filled: Filled::default() };
        form.fill();
        let mut filled = form.filled;
        let id = ProviderId(fit.card.id.clone());
        // What may be left out is left out rather than refused.
        for _ in 0..=fit.card.fields.len() {
            let Err(refusal) = self.catalogue.check_fields(self.texts, &id, &filled.fields, Some(&filled.secrets))
            else {
                return self.in_its_place(&fit.card, filled, hostname);
            };
            let wrong = refusal.field.as_deref().and_then(|key| fit.card.fields.iter().find(|field| field.key == key));
            let Some(wrong) = wrong else { break };
            let given = filled.fields.remove(&wrong.key).is_some() | filled.secrets.remove(&wrong.key).is_some();
            if !(given && wrong.optional) {
                let state = if given { "wrong" } else { "missing" };
                return Err((Why::MISSING, vec![("label", wrong.label.clone()), ("state", state.to_owned())]));
            }
        }

        Err((Why::MISSING, vec![("label", String::new()), ("state", "missing".to_owned())]))
    }

    fn in_its_place(&self, card: &ProviderCard, filled: Filled, hostname: &Hostname) -> Result<Filled, Reason> {
        let id = ProviderId(card.id.clone());
        match self.catalogue.check_hostname(self.texts, &id, hostname, &filled.fields) {
            Ok(()) => Ok(filled),
            Err(_) => Err((Why::FOREIGN, vec![("name", card.name.clone())])),
        }
    }
}

/// A form while it is filled.
struct Form<'a> {
    fit: &'a Fit,
    entry: &'a Entry,
    hostname: &'a Hostname,
    used: BTreeSet<&'a str>,
    filled: Filled,
}

impl<'a> Form<'a> {
    fn fill(&mut self) {
        let fields: Vec<&CardField> = self.fit.card.fields.iter().collect();
        for field in &fields {
            if field.key == "zone" || field.key == "domain" {
                self.fill_zone(field);
            } else if field.key == "server" {
                self.fill_server(field);
            } else if let Some(word) = self.same(field) {
                self.take(field, word);
            }
        }
        for field in fields.iter().filter(|field| field.key == "email") {
            let address = self.free(|_, value| value.contains('@')).next();
            if let Some(word) = address.filter(|_| !self.has(field)) {
                self.take(field, word);
            }
        }
        // Names before proofs, each in the form's order.
        let mut open: Vec<&CardField> =
            fields.iter().copied().filter(|field| !field.optional && !self.has(field)).collect();
        open.sort_by_key(|field| field.secret);
        let last = open.len().saturating_sub(1);
        for (place, field) in open.iter().enumerate() {
            let wants_proof = field.secret && place == last;
            let ranked = |word: &str| {
                let group = words::group(word);
                let (name, proof) = (words::name_rank(group), words::proof_rank(group));
                if wants_proof { proof.or(name.map(|rank| rank + 100)) } else { name.or(proof.map(|rank| rank + 100)) }
            };
            let best = self.free(|_, _| true).filter_map(|word| Some((ranked(word)?, word))).min();
            if let Some((_, word)) = best {
                self.take(field, word);
            }
        }
    }

    fn has(&self, field: &CardField) -> bool {
        self.filled.fields.contains_key(&field.key) || self.filled.secrets.contains_key(&field.key)
    }

    /// The words that no field took, in their order.
    fn free(&self, fits: impl Fn(&str, &str) -> bool) -> impl Iterator<Item = &'a str> {
        let entry = self.entry;
        let free: Vec<&'a str> = entry
            .words
            .iter()
            .filter(|(word, value)| !self.used.contains(word.as_str()) && fits(word, value.reveal()))
            .map(|(word, _)| word.as_str())
            .collect();

        free.into_iter()
    }

    /// The word that means the same as a field.
    fn same(&self, field: &CardField) -> Option<&'a str> {
        let special = words::special(&self.fit.card.id, &field.key);
        let exact = self.free(|word, _| word == field.key).next();
        let alike = || self.free(|word, _| words::group(word) == words::group(&field.key)).next();
        let other = || self.free(|word, _| Some(words::group(word)) == special).next();

        exact.or_else(alike).or_else(other)
    }

    fn take(&mut self, field: &CardField, word: &'a str) {
        let Some(value) = self.entry.words.get(word) else { return };
        self.used.insert(word);
        if field.secret {
            self.filled.secrets.insert(field.key.clone(), value.clone());
        } else {
            self.filled.fields.insert(field.key.clone(), value.reveal().to_owned());
        }
    }

    /// The zone is written as such, or where others have the user, or it is guessed.
    fn fill_zone(&mut self, field: &CardField) {
        let hostname = self.hostname;
        let is_zone = |value: &str| value.parse::<Hostname>().is_ok_and(|zone| hostname.is_within(&zone));
        let named = self.free(|word, value| words::group(word) == "zone" && is_zone(value)).next();
        let word = named.or_else(|| {
            self.free(|word, value| words::name_rank(words::group(word)).is_some() && is_zone(value)).next()
        });
        if let Some(word) = word {
            self.take(field, word);
        } else if !field.optional && field.key == "zone" {
            let suffix = self.fit.card.suffixes.iter().filter_map(|suffix| suffix.parse::<Hostname>().ok());
            let within = suffix.filter_map(|suffix| {
                let label = hostname.relative_to(&suffix)?.rsplit('.').next()?;
                (!label.is_empty() && label != "*").then(|| format!("{label}.{suffix}"))
            });
            let zone = within.max_by_key(String::len).unwrap_or_else(|| words::likely_zone(hostname.as_str()));
            self.filled.fields.insert(field.key.clone(), zone);
            self.filled.guessed.push(field.key.clone());
        }
    }

    fn fill_server(&mut self, field: &CardField) {
        let Some(server) = &self.fit.server else { return };
        let server = if self.fit.card.id == ANY_DYNDNS2 { format!("https://{server}") } else { server.clone() };
        self.filled.fields.insert(field.key.clone(), server);
    }
}

/// `Default@No-IP.com` of inadyn is no-ip.com.
fn bare_name(word: &str) -> &str {
    ["default@", "ipv4@", "ipv6@", "dyndns@", "custom@", "www."]
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix))
        .unwrap_or(word)
}

/// Host and path of a server in lower case, without scheme, user and port 443 or 80.
fn bare_server(server: &str) -> String {
    let rest = server.split_once("://").map_or(server, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.rsplit('@').next().unwrap_or_default().to_lowercase();
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(&host);
    let path = path.trim_end_matches('/');

    if path.is_empty() { host.to_owned() } else { format!("{host}/{path}") }
}

fn speaks_the_usual_path(server: &str, host: &str, speaks_dyndns2: bool) -> bool {
    let is_host = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));

    is_host && (server.strip_prefix(host) == Some("/nic/update") || (speaks_dyndns2 && server == host))
}

//! From what a file says to what will be added.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use super::OtherClient;
use super::found::{Echo, Entry, Found, Remark, Why, shown};
use super::matching::{Filled, Fit, Matcher, Reason};
use super::preview::{ImportHostname, ImportPreview, ImportRemark};
use crate::address::PerFamily;
use crate::catalogue::Catalogue;
use crate::hostname::Hostname;
use crate::request::{ProviderCard, Secret};
use crate::settings::{Account, AccountId, HostnameSettings, OwnSource, OwnSourceKind, ProviderId, Settings};
use crate::text::Texts;

/// An account that will be made, with its secrets for the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The account.
    pub account: Account,
    /// Its secrets, by key.
    pub secrets: BTreeMap<String, Secret>,
}

/// What an import adds, and how it is shown before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The accounts.
    pub accounts: Vec<NewAccount>,
    /// The hostnames, each at one of the accounts.
    pub hostnames: Vec<HostnameSettings>,
    /// Own echo services.
    pub sources: Vec<OwnSource>,
    /// The same for people, without secrets.
    pub preview: ImportPreview,
}

pub(super) fn plan(
    client: OtherClient,
    mut found: Found,
    catalogue: &Catalogue,
    settings: &Settings,
    texts: &Texts,
) -> Import {
    let entries = std::mem::take(&mut found.entries);
    let mut planner = Planner {
        matcher: Matcher::new(catalogue, texts),
        settings,
        taken: BTreeMap::new(),
        made: settings.accounts.iter().map(|account| account.id.0.clone()).collect(),
        import: Import {
            accounts: Vec::new(),
            hostnames: Vec::new(),
            sources: Vec::new(),
            preview: ImportPreview {
                added: false,
                client: client.id().to_owned(),
                client_name: client.title().to_owned(),
                hostnames: Vec::new(),
                sources: Vec::new(),
                remarks: Vec::new(),
                more_remarks: 0,
            },
        },
        found,
    };
    for entry in entries {
        planner.entry(&entry);
    }

    planner.finish(texts)
}

struct Planner<'a> {
    matcher: Matcher<'a>,
    settings: &'a Settings,
    found: Found,
    /// The place of each name that is added.
    taken: BTreeMap<Hostname, usize>,
    made: BTreeSet<String>,
    import: Import,
}

impl Planner<'_> {
    fn entry(&mut self, entry: &Entry) {
        let fit = match self.matcher.provider(entry) {
            Ok(fit) => fit,
            Err(reason) => {
                let word = if entry.provider.is_empty() && !entry.stray { entry.names.first() } else { None };
                return self.left_out(entry.line, word.unwrap_or(&entry.provider), &reason);
            }
        };
        if entry.names.is_empty() {
            self.found.remark(entry.line, &entry.provider, Why::NO_NAME);
        }
        for name in &entry.names {
            if let Err((word, reason)) = self.name(entry, &fit, name) {
                self.left_out(entry.line, &word, &reason);
            }
        }
    }

    fn left_out(&mut self, line: usize, word: &str, (why, values): &Reason) {
        let values: Vec<(&'static str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        self.found.remark_with(line, word, *why, &values);
    }

    fn name(&mut self, entry: &Entry, fit: &Fit, name: &str) -> Result<(), (String, Reason)> {
        let hostname = whole_name(name, fit, entry).ok_or_else(|| {
            let word = if entry.stray { String::new() } else { shown(name) };
            (word, (Why::BAD_NAME, Vec::new()))
        })?;
        let fail = |why: Why| Err((hostname.to_unicode(), (why, vec![("name", fit.card.name.clone())])));
        if self.settings.hostname(&hostname).is_some() {
            return fail(Why::KEPT);
        }
        let can = PerFamily { ipv4: fit.card.ipv4, ipv6: fit.card.ipv6 };
        let wanted = entry.enabled;
        let enabled = PerFamily { ipv4: wanted.ipv4 && can.ipv4, ipv6: wanted.ipv6 && can.ipv6 };
        if !enabled.ipv4 && !enabled.ipv6 {
            return fail(Why::NO_FAMILY);
        }
        let filled = self.matcher.fill(fit, entry, &hostname).map_err(|reason| (hostname.to_unicode(), reason))?;
        let guessed = filled.guessed.clone();
        let account = self.account(&fit.card, filled);
        if let Some(place) = self.taken.get(&hostname).copied() {
            // The other family of the same name, most often.
            let known = &mut self.import.hostnames[place];
            if known.account != account {
                return fail(Why::TWICE);
            }
            known.enabled.ipv4 |= enabled.ipv4;
            known.enabled.ipv6 |= enabled.ipv6;
            let row = &mut self.import.preview.hostnames[place];
            (row.ipv4, row.ipv6) = (known.enabled.ipv4, known.enabled.ipv6);
        } else {
            self.taken.insert(hostname.clone(), self.import.hostnames.len());
            self.add(entry, &fit.card, &hostname, account, enabled, guessed);
        }
        if enabled == wanted { Ok(()) } else { fail(Why::HALF_FAMILY) }
    }

    fn add(
        &mut self,
        entry: &Entry,
        card: &ProviderCard,
        hostname: &Hostname,
        account: AccountId,
        enabled: PerFamily<bool>,
        guessed: Vec<String>,
    ) {
        let made = self.import.accounts.iter().find(|made| made.account.id == account);
        let fields = made.map(|made| made.account.fields.clone()).unwrap_or_default();
        let secrets = made.map(|made| made.secrets.keys().cloned().collect()).unwrap_or_default();
        self.import.preview.hostnames.push(ImportHostname {
            hostname: hostname.to_string(),
            provider: card.id.clone(),
            provider_name: card.name.clone(),
            account: account.0.clone(),
            ipv4: enabled.ipv4,
            ipv6: enabled.ipv6,
            fields,
            guessed,
            secrets,
            line: number(entry.line),
        });
        // The other client's names exist at the provider: nothing has to be created.
        self.import.hostnames.push(HostnameSettings {
            name: hostname.clone(),
            account,
            enabled,
            device: None,
            create: false,
            paused: false,
            standby: None,
            lower_ttl: false,
        });
    }

    /// The account with these fields and secrets; a new one, when no name before had them.
    fn account(&mut self, card: &ProviderCard, filled: Filled) -> AccountId {
        let known = self.import.accounts.iter().find(|made| {
            made.account.provider.0 == card.id && made.account.fields == filled.fields && made.secrets == filled.secrets
        });
        if let Some(known) = known {
            return known.account.id.clone();
        }
        let mut id = card.id.clone();
        let mut count = 1;
        while !self.made.insert(id.clone()) {
            count += 1;
            id = format!("{}-{count}", card.id);
        }
        let account =
            Account { id: AccountId(id.clone()), provider: ProviderId(card.id.clone()), fields: filled.fields };
        self.import.accounts.push(NewAccount { account, secrets: filled.secrets });

        AccountId(id)
    }

    fn finish(mut self, texts: &Texts) -> Import {
        for echo in std::mem::take(&mut self.found.echoes) {
            match source(&echo) {
                Ok(source) => {
                    if !self.settings.sources.iter().any(|known| known.url == source.url) {
                        self.import.preview.sources.push(source.url.clone());
                        self.import.sources.push(source);
                    }
                }
                Err(why) => self.found.remark(echo.line, &host_of(&echo.url), why),
            }
        }
        // An account that only a name used that was left out afterwards is not made.
        let used: BTreeSet<AccountId> = self.import.hostnames.iter().map(|hostname| hostname.account.clone()).collect();
        self.import.accounts.retain(|made| used.contains(&made.account.id));
        let mut remarks: Vec<ImportRemark> =
            self.found.remarks.iter().map(|remark| remark_for_people(remark, texts)).collect();
        remarks.sort_by_key(|remark| (remark.kind, remark.line));
        self.import.preview.remarks = remarks;
        self.import.preview.more_remarks = number(self.found.more());

        self.import
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The whole hostname: some clients write only what stands before the provider's suffix or the account's zone.
fn whole_name(name: &str, fit: &Fit, entry: &Entry) -> Option<Hostname> {
    let name = name.trim().trim_end_matches('.');
    let zone = || {
        let mut zones = ["zone", "domain", "username"].iter().filter_map(|key| entry.words.get(*key));
        zones.find_map(|zone| zone.reveal().parse::<Hostname>().ok())
    };
    let suffix = match fit.card.suffixes.as_slice() {
        [only] => only.parse::<Hostname>().ok(),
        _ => None,
    };
    if name == "@" {
        return zone();
    }
    if name.contains('.') {
        return name.parse().ok();
    }
    let end = suffix.or_else(zone)?;

    format!("{name}.{end}").parse().ok()
}

/// An own echo service, where it can be one.
fn source(echo: &Echo) -> Result<OwnSource, Why> {
    let url = Url::parse(&echo.url).map_err(|_| Why::PAGE_ECHO)?;
    let host = url.host_str().unwrap_or_default();
    if url.scheme() != "https" {
        return Err(Why::PLAIN_ECHO);
    }
    // The settings file is no place for a key, and a page is no address.
    let plain = url.query().is_none() && url.username().is_empty() && url.password().is_none();
    if echo.page || !plain || !host.contains('.') || host.starts_with("checkip.dyn") || url.as_str().len() > 200 {
        return Err(Why::PAGE_ECHO);
    }

    Ok(OwnSource { kind: OwnSourceKind::Http, url: url.to_string(), instead: false })
}

fn host_of(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn remark_for_people(remark: &Remark, texts: &Texts) -> ImportRemark {
    let mut values: Vec<(&str, _)> = remark.values.iter().map(|(key, value)| (*key, value.as_str().into())).collect();
    values.push(("word", remark.word.as_str().into()));

    ImportRemark {
        line: number(remark.line),
        word: remark.word.clone(),
        kind: remark.why.kind,
        why: texts.say(&format!("import-{}-why", remark.why.id), &values),
        cure: texts.say(&format!("import-{}-cure", remark.why.id), &values),
    }
}

//! Changes the text of `settings.toml` and leaves everything else in it as the user wrote it: comments, order, spaces.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::file::VERSION;
use super::{Account, AccountId, HostnameSettings, OwnSource, OwnSourceKind, Preferences};
use crate::address::PerFamily;
use crate::hostname::Hostname;
use crate::language::Language;
use crate::network::NetworkId;

/// Why a text could not be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each message says it")]
pub enum EditError {
    #[error("the settings file is not TOML")]
    NotToml,
    #[error("{0} in the settings file is of the wrong kind")]
    WrongKind(&'static str),
    #[error("{0} is not in the settings")]
    NoHostname(Hostname),
    #[error("{0} is in the settings already")]
    HostnameTwice(Hostname),
    #[error("the account {0} is not in the settings")]
    NoAccount(AccountId),
    #[error("the account {0} is in the settings already")]
    AccountTwice(AccountId),
}

/// The text of a new settings file.
#[must_use]
pub fn new_file() -> String {
    format!("# Homeport's settings. Secrets are never in this file.\nversion = {VERSION}\n")
}

/// Adds an account at the end of the accounts.
///
/// # Errors
///
/// [`EditError::AccountTwice`] when there is one with this id.
pub fn add_account(text: &str, account: &Account) -> Result<String, EditError> {
    let mut document = open(text)?;
    let entries = Entries::of(&mut document, "account")?;
    if entries.find("id", &account.id.0).is_some() {
        return Err(EditError::AccountTwice(account.id.clone()));
    }
    let mut table = Table::new();
    table.insert("id", account.id.0.as_str().into());
    table.insert("provider", account.provider.0.as_str().into());
    if !account.fields.is_empty() {
        table.insert("fields", Item::Table(fields_table(&account.fields)));
    }
    entries.push(table);

    Ok(document.to_string())
}

/// Replaces the fields of an account that are not secret.
///
/// # Errors
///
/// [`EditError::NoAccount`] when there is no such account.
pub fn set_account_fields(
    text: &str,
    account: &AccountId,
    fields: &BTreeMap<String, String>,
) -> Result<String, EditError> {
    let mut document = open(text)?;
    let mut entries = Entries::of(&mut document, "account")?;
    let index = entries.find("id", &account.0).ok_or_else(|| EditError::NoAccount(account.clone()))?;
    let is_inline = matches!(entries, Entries::Inline(_));
    let table = entries.get_mut(index).ok_or(EditError::WrongKind("account"))?;
    let Some(item) = table.get_mut("fields") else {
        if !fields.is_empty() {
            let new = fields_table(fields);
            table.insert(
                "fields",
                if is_inline { Item::Value(new.into_inline_table().into()) } else { Item::Table(new) },
            );
        }
        return Ok(document.to_string());
    };
    let old = item.as_table_like_mut().ok_or(EditError::WrongKind("account.fields"))?;
    let gone: Vec<String> = old.iter().map(|(key, _)| key.to_owned()).filter(|key| !fields.contains_key(key)).collect();
    for key in gone {
        old.remove(&key);
    }
    for (key, value) in fields {
        set(old, key, value.as_str());
    }

    Ok(document.to_string())
}

/// Adds a hostname at the end of the hostnames.
///
/// # Errors
///
/// [`EditError::HostnameTwice`] when it is there.
pub fn add_hostname(text: &str, hostname: &HostnameSettings) -> Result<String, EditError> {
    let mut document = open(text)?;
    let entries = Entries::of(&mut document, "hostname")?;
    if entries.find_name(&hostname.name).is_some() {
        return Err(EditError::HostnameTwice(hostname.name.clone()));
    }
    let mut table = Table::new();
    table.insert("name", hostname.name.as_str().into());
    table.insert("account", hostname.account.0.as_str().into());
    table.insert("ipv4", hostname.enabled.ipv4.into());
    table.insert("ipv6", hostname.enabled.ipv6.into());
    if let Some(device) = &hostname.device {
        table.insert("device", device.as_str().into());
    }
    if hostname.create {
        table.insert("create", true.into());
    }
    if hostname.paused {
        table.insert("paused", true.into());
    }
    if hostname.lower_ttl {
        table.insert("lower_ttl", true.into());
    }
    if let Some(standby) = &hostname.standby {
        table.insert("standby", standby.account.0.as_str().into());
        if standby.name != hostname.name {
            table.insert("standby_name", standby.name.as_str().into());
        }
        table.insert("standby_after", format!("{}m", standby.after.as_secs() / 60).into());
    }
    entries.push(table);

    Ok(document.to_string())
}

/// Adds an own source at the end of the sources, unless it is there.
///
/// # Errors
///
/// [`EditError::WrongKind`] when the sources are not written as a list.
pub fn add_source(text: &str, source: &OwnSource) -> Result<String, EditError> {
    let mut document = open(text)?;
    let entries = Entries::of(&mut document, "source")?;
    if entries.find("url", &source.url).is_some() {
        return Ok(text.to_owned());
    }
    let kind = match source.kind {
        OwnSourceKind::Http => "http",
        OwnSourceKind::Stun => "stun",
        OwnSourceKind::Dns => "dns",
    };
    let mut table = Table::new();
    table.insert("kind", kind.into());
    table.insert("url", source.url.as_str().into());
    if source.instead {
        table.insert("instead", true.into());
    }
    entries.push(table);

    Ok(document.to_string())
}

/// Removes a hostname with the comment right above it; and its account, when no other hostname uses that. Then the
/// account is returned too: its secrets are to be deleted from the vault.
///
/// # Errors
///
/// [`EditError::NoHostname`] when it is not there.
pub fn remove_hostname(text: &str, name: &Hostname) -> Result<(String, Option<AccountId>), EditError> {
    let mut document = open(text)?;
    let entries = Entries::of(&mut document, "hostname")?;
    let index = entries.find_name(name).ok_or_else(|| EditError::NoHostname(name.clone()))?;
    let account = entries.text(index, "account").map(AccountId);
    let orphan = account.filter(|account| {
        (0..entries.len())
            .filter(|other| *other != index)
            .all(|other| ["account", "standby"].iter().all(|key| entries.text(other, key).as_ref() != Some(&account.0)))
    });
    remove(&mut document, "hostname", index)?;
    if let Some(account) = &orphan {
        let entries = Entries::of(&mut document, "account")?;
        if let Some(index) = entries.find("id", &account.0) {
            remove(&mut document, "account", index)?;
        }
    }

    Ok((document.to_string(), orphan))
}

/// Stops a hostname, or lets it go on.
///
/// # Errors
///
/// [`EditError::NoHostname`] when it is not there.
pub fn set_paused(text: &str, name: &Hostname, paused: bool) -> Result<String, EditError> {
    change_hostname(text, name, |table| {
        if paused || table.contains_key("paused") {
            set(table, "paused", paused);
        }
    })
}

/// Chooses the records of a hostname.
///
/// # Errors
///
/// [`EditError::NoHostname`] when it is not there.
pub fn set_switches(text: &str, name: &Hostname, enabled: PerFamily<bool>) -> Result<String, EditError> {
    change_hostname(text, name, |table| {
        set(table, "ipv4", enabled.ipv4);
        set(table, "ipv6", enabled.ipv6);
    })
}

/// Records whether the user agreed that a missing record is created.
///
/// # Errors
///
/// [`EditError::NoHostname`] when it is not there.
pub fn set_create(text: &str, name: &Hostname, create: bool) -> Result<String, EditError> {
    change_hostname(text, name, |table| {
        if create || table.contains_key("create") {
            set(table, "create", create);
        }
    })
}

/// Chooses what the settings page shows. A value that is as it is without the line is only written where the line is.
///
/// # Errors
///
/// [`EditError::WrongKind`] when one of the tables is no table.
pub fn set_preferences(text: &str, chosen: &Preferences) -> Result<String, EditError> {
    let mut document = open(text)?;
    let plain = Preferences::default();
    let language = chosen.language.map_or("", Language::tag);
    let list = |values: &mut dyn Iterator<Item = String>| values.collect::<Array>();
    let kinds = &mut chosen.sources.iter().map(word);
    let servers = &mut chosen.nameservers.iter().map(ToString::to_string);
    let proxy = chosen.proxy.as_deref().unwrap_or_default().trim();
    let changes: [(&'static str, &str, Value, bool); 12] = [
        ("app", "language", language.into(), chosen.language.is_none()),
        ("app", "theme", word(&chosen.theme).into(), chosen.theme == plain.theme),
        ("app", "notifications", word(&chosen.notifications).into(), chosen.notifications == plain.notifications),
        ("app", "icon", word(&chosen.icon).into(), chosen.icon == plain.icon),
        ("app", "log", word(&chosen.log).into(), chosen.log == plain.log),
        ("app", "proxy", proxy.into(), proxy.is_empty()),
        ("app", "proxy_for_echo", chosen.proxy_for_echo.into(), !chosen.proxy_for_echo),
        ("network", "home", list(&mut chosen.home.iter().cloned()).into(), chosen.home.is_empty()),
        ("network", "vpn", word(&chosen.vpn).into(), chosen.vpn == plain.vpn),
        ("addresses", "sources", list(kinds).into(), chosen.sources.is_empty()),
        ("addresses", "stun_on_metered", chosen.stun_on_metered.into(), !chosen.stun_on_metered),
        ("verify", "nameservers", list(servers).into(), chosen.nameservers.is_empty()),
    ];
    for (table, key, value, is_plain) in changes {
        if document.get(table).is_none() {
            if is_plain {
                continue;
            }
            document.insert(table, Item::Table(Table::new()));
        }
        let table = document.get_mut(table).and_then(Item::as_table_like_mut).ok_or(EditError::WrongKind(table))?;
        if !is_plain {
            set(table, key, value);
        } else if table.contains_key(key) {
            table.remove(key);
        }
    }

    Ok(document.to_string())
}

/// Adds a network to the home networks, unless it is among them.
///
/// # Errors
///
/// [`EditError::WrongKind`] when `network` is no table, or `home` in it no list.
pub fn add_home(text: &str, network: NetworkId) -> Result<String, EditError> {
    let mut document = open(text)?;
    let table = document.entry("network").or_insert_with(|| Item::Table(Table::new()));
    let table = table.as_table_like_mut().ok_or(EditError::WrongKind("network"))?;
    let homes = table.entry("home").or_insert_with(|| Item::Value(Array::new().into()));
    let homes = homes.as_array_mut().ok_or(EditError::WrongKind("network.home"))?;
    let is_there = |home: &Value| home.as_str().and_then(|home| home.parse::<NetworkId>().ok()) == Some(network);
    if !homes.iter().any(is_there) {
        homes.push(network.to_string());
    }

    Ok(document.to_string())
}

/// The word that stands for a choice in the file: the same that serde writes.
fn word<T: serde::Serialize>(choice: &T) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn change_hostname(text: &str, name: &Hostname, change: impl FnOnce(&mut dyn TableLike)) -> Result<String, EditError> {
    let mut document = open(text)?;
    let mut entries = Entries::of(&mut document, "hostname")?;
    let index = entries.find_name(name).ok_or_else(|| EditError::NoHostname(name.clone()))?;
    change(entries.get_mut(index).ok_or(EditError::WrongKind("hostname"))?);

    Ok(document.to_string())
}

fn open(text: &str) -> Result<DocumentMut, EditError> {
    text.parse().map_err(|_| EditError::NotToml)
}

/// Sets a value and keeps the spaces and the comment behind it.
pub(super) fn set(table: &mut dyn TableLike, key: &str, value: impl Into<Value>) {
    let mut value = value.into();
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(value),
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

fn fields_table(fields: &BTreeMap<String, String>) -> Table {
    let mut table = Table::new();
    for (key, value) in fields {
        table.insert(key, value.as_str().into());
    }

    table
}

/// The entries of `[[key]]`, or of `key = [{…}]`.
enum Entries<'a> {
    Tables(&'a mut ArrayOfTables),
    Inline(&'a mut Array),
}

impl<'a> Entries<'a> {
    fn of(document: &'a mut DocumentMut, key: &'static str) -> Result<Self, EditError> {
        let item = document.as_table_mut().entry(key).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        match item {
            Item::ArrayOfTables(tables) => Ok(Self::Tables(tables)),
            Item::Value(Value::Array(array)) => Ok(Self::Inline(array)),
            _ => Err(EditError::WrongKind(key)),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Tables(tables) => tables.len(),
            Self::Inline(array) => array.len(),
        }
    }

    fn get(&self, index: usize) -> Option<&dyn TableLike> {
        match self {
            Self::Tables(tables) => tables.get(index).map(|table| table as &dyn TableLike),
            Self::Inline(array) => {
                array.get(index).and_then(Value::as_inline_table).map(|table| table as &dyn TableLike)
            }
        }
    }

    fn get_mut(&mut self, index: usize) -> Option<&mut dyn TableLike> {
        match self {
            Self::Tables(tables) => tables.get_mut(index).map(|table| table as &mut dyn TableLike),
            Self::Inline(array) => {
                array.get_mut(index).and_then(Value::as_inline_table_mut).map(|table| table as &mut dyn TableLike)
            }
        }
    }

    fn text(&self, index: usize, key: &str) -> Option<String> {
        Some(self.get(index)?.get(key)?.as_str()?.to_owned())
    }

    fn find(&self, key: &str, value: &str) -> Option<usize> {
        (0..self.len()).find(|index| self.text(*index, key).as_deref() == Some(value))
    }

    /// Finds a hostname however it is written: upper case, international letters, a final dot.
    fn find_name(&self, name: &Hostname) -> Option<usize> {
        (0..self.len()).find(|index| {
            self.text(*index, "name").and_then(|text| text.parse::<Hostname>().ok()).as_ref() == Some(name)
        })
    }

    fn push(self, mut table: Table) {
        match self {
            Self::Tables(tables) => {
                table.decor_mut().set_prefix("\n");
                tables.push(table);
            }
            Self::Inline(array) => {
                let inline: InlineTable = table.into_inline_table();
                array.push(inline);
            }
        }
    }
}

/// Removes one entry. The comment right above it goes with it; what stands further up, behind an empty line, stays.
fn remove(document: &mut DocumentMut, key: &'static str, index: usize) -> Result<(), EditError> {
    let removed = match Entries::of(document, key)? {
        Entries::Inline(array) => {
            array.remove(index);
            return Ok(());
        }
        Entries::Tables(tables) => {
            let position = tables.get(index).and_then(Table::position);
            (tables.remove(index), position, tables.is_empty())
        }
    };
    let (table, position, is_last) = removed;
    if is_last {
        document.remove(key);
    }
    let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
    let lines: Vec<&str> = prefix.split_inclusive('\n').collect();
    let end = lines.iter().rposition(|line| line.trim().is_empty()).unwrap_or(0);
    let kept = lines[..end].concat();
    if kept.contains('#') {
        put_before_the_next(document, position.unwrap_or(isize::MAX), &kept);
    }

    Ok(())
}

/// Puts comments above the table that now comes next in the file, or at its end.
fn put_before_the_next(document: &mut DocumentMut, position: isize, comments: &str) {
    let mut next: Option<&mut Table> = None;
    for (_, item) in document.as_table_mut().iter_mut() {
        let candidates: Vec<&mut Table> = match item {
            Item::Table(table) => vec![table],
            Item::ArrayOfTables(tables) => tables.iter_mut().collect(),
            _ => Vec::new(),
        };
        for table in candidates {
            let is_nearer = table.position().is_some_and(|at| {
                at > position && next.as_ref().and_then(|next| next.position()).is_none_or(|nearest| at < nearest)
            });
            if is_nearer {
                next = Some(table);
            }
        }
    }
    if let Some(table) = next {
        let own = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned();
        table.decor_mut().set_prefix(format!("{comments}{own}"));
    } else {
        let own = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(format!("{comments}{own}"));
    }
}

//! Reads `settings.toml`. A wrong file is refused as a whole, with the place of the first mistake and its cure.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use fluent_bundle::FluentValue;

use super::{LogLevel, Settings, version_1};
use crate::language::Language;
use crate::text::Texts;

/// The version of the settings file that this program writes. Older ones are migrated, newer ones are refused.
pub const VERSION: i64 = 1;

/// What the reader has to know of one field of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFacts {
    /// Its key.
    pub key: String,
    /// It belongs into the vault, never into the file.
    pub secret: bool,
    /// An account is complete without it.
    pub optional: bool,
}

/// What the reader has to know of the providers. The catalogue answers it; tests make one up.
pub trait Providers {
    /// All ids, for the suggestion after a typing mistake.
    fn ids(&self) -> Vec<String>;

    /// The fields of a provider; `None` when there is no such provider.
    fn fields(&self, provider: &str) -> Option<Vec<FieldFacts>>;

    /// Checks the form of a value.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words.
    fn check_value(&self, _provider: &str, _key: &str, _value: &str) -> Result<(), String> {
        Ok(())
    }
}

impl<P: Providers + ?Sized> Providers for &P {
    fn ids(&self) -> Vec<String> {
        (**self).ids()
    }

    fn fields(&self, provider: &str) -> Option<Vec<FieldFacts>> {
        (**self).fields(provider)
    }

    fn check_value(&self, provider: &str, key: &str, value: &str) -> Result<(), String> {
        (**self).check_value(provider, key, value)
    }
}

/// The language that a settings file names, whatever else is wrong with it: who only prints needs no more of it.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    Language::from_tag(&app(text, "language")?)
}

/// How much a settings file wants to be logged, whatever else is wrong with it.
#[must_use]
pub fn log(text: &str) -> Option<LogLevel> {
    let word = app(text, "log")?;

    LogLevel::ALL.into_iter().find(|level| level.word() == word)
}

/// A word of the table `app`. Only that table is read where it stands as this program writes it: the file may be long.
fn app(text: &str, key: &str) -> Option<String> {
    let lines = || text.lines().skip_while(|line| line.trim() != "[app]");
    let table: Vec<&str> = lines().take(1).chain(lines().skip(1).take_while(|line| !line.starts_with('['))).collect();
    let table = if table.is_empty() { text.to_owned() } else { table.join("\n") };
    let document: toml_edit::DocumentMut = table.parse().ok()?;

    Some(document.get("app")?.get(key)?.as_str()?.to_owned())
}

/// Why a settings file was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The field: `hostname.name`; empty when the file as a whole is wrong.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub cure: String,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "settings.toml, line {}", self.line)?;
        if !self.field.is_empty() {
            write!(formatter, ", {}", self.field)?;
        }

        write!(formatter, ": {}; {}", self.what, self.cure)
    }
}

impl std::error::Error for SettingsError {}

/// A mistake before it is put into words: the id of its text, `settings-ID` and `settings-ID-do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) span: Range<usize>,
    pub(super) field: String,
    pub(super) id: &'static str,
    pub(super) values: BTreeMap<&'static str, String>,
}

impl Mistake {
    pub(super) fn new(span: Range<usize>, field: &str, id: &'static str) -> Self {
        Self { span, field: field.to_owned(), id, values: BTreeMap::new() }
    }

    pub(super) fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.values.insert(key, value.into());
        self
    }

    fn say(self, text: &str, texts: &Texts) -> SettingsError {
        let values: Vec<(&str, FluentValue<'_>)> =
            self.values.iter().map(|(key, value)| (*key, FluentValue::from(value.as_str()))).collect();
        let (line, column) = place(text, self.span.start);

        SettingsError {
            line,
            column,
            what: texts.say(&format!("settings-{}", self.id), &values),
            cure: texts.say(&format!("settings-{}-do", self.id), &values),
            field: self.field,
        }
    }
}

/// Reads the whole file.
///
/// # Errors
///
/// The first mistake, with its place and its cure. Nothing of a wrong file is used.
pub fn parse(text: &str, providers: &dyn Providers, texts: &Texts) -> Result<Settings, SettingsError> {
    read(text, providers).map_err(|mistake| mistake.say(text, texts))
}

/// Reads the whole file from its bytes, which may not even be text.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_bytes(bytes: &[u8], providers: &dyn Providers, texts: &Texts) -> Result<Settings, SettingsError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text, providers, texts),
        Err(error) => {
            let text = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Err(Mistake::new(text.len()..text.len(), "", "not-text").say(&text, texts))
        }
    }
}

fn read(text: &str, providers: &dyn Providers) -> Result<Settings, Mistake> {
    let document = toml_edit::Document::parse(text).map_err(|error| {
        let first_line = error.message().lines().next().unwrap_or_default();
        Mistake::new(error.span().unwrap_or(0..0), "", "not-toml").with("reason", first_line)
    })?;
    let root = document.as_table();
    let Some((key, item)) = root.get_key_value("version") else {
        return Err(Mistake::new(0..0, "version", "no-version"));
    };
    let span = item.span().or_else(|| key.span()).unwrap_or(0..0);
    match item.as_integer() {
        Some(VERSION) => version_1::read(root)?.into_settings(providers),
        Some(newer) if newer > VERSION => Err(Mistake::new(span, "version", "newer").with("found", newer.to_string())),
        Some(other) => Err(Mistake::new(span, "version", "bad-version").with("found", other.to_string())),
        None => Err(Mistake::new(span, "version", "type").with("expected", "a whole number")),
    }
}

/// Line and column, both from 1, of a byte in the text.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);

    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The known word that a wrong one was most likely meant to be.
pub(super) fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .map(|word| (distance(&wrong, word), word))
        .filter(|(distance, word)| *distance <= 1 + word.chars().count().min(wrong.chars().count()) / 4)
        .min()
        .map(|(_, word)| word)
}

/// Damerau-Levenshtein distance (restricted): typing mistakes are often two letters swapped.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for (i, letter) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in right.iter().enumerate() {
            let mut best = (rows[i][j] + usize::from(letter != other)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == right[j - 1] && left[i - 1] == *other {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }

    rows[left.len()][right.len()]
}

//! A report for somebody who helps: what goes into it, and what of it is hidden. It is shown as it will be written, and
//! nothing of it is ever sent.

mod mask;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::address::Family;
use crate::journal::Entry;
use crate::request::{Check, CheckResult};
use crate::settings::Settings;
use crate::snapshot::Snapshot;

pub use mask::Mask;

/// So many of the newest entries of the history go into a report.
pub const ENTRIES: u32 = 500;

/// A piece of a text of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportPiece {
    /// What is written.
    pub text: String,
    /// It stands for something else.
    pub hidden: bool,
}

/// One file of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReportPart {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub pieces: Vec<ReportPiece>,
}

impl ReportPart {
    /// The text as it is written.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Whether a file may have this name: the report comes back from the window to be written as it was seen there.
    #[must_use]
    pub fn has_a_plain_name(&self) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'-');

        (1..=40).contains(&self.name.len()) && !self.name.starts_with('.') && self.name.bytes().all(is_plain)
    }
}

/// A report, before it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SupportReport {
    /// Its files.
    pub parts: Vec<ReportPart>,
}

/// What a report is made of.
#[derive(Debug)]
pub struct ReportFacts<'a> {
    /// How things are.
    pub snapshot: &'a Snapshot,
    /// What the checks found.
    pub checks: &'a [Check],
    /// The newest entries of the history, oldest first, with their lines.
    pub entries: &'a [Entry],
    /// The settings in force.
    pub settings: &'a Settings,
    /// The text of the settings file; `None` when it is not in force. A file with a mistake may hold a secret.
    pub settings_text: Option<&'a str>,
    /// The user's own folder, whose name is most often the user's.
    pub home_folder: Option<&'a str>,
    /// The system and its kind of processor.
    pub system: &'a str,
}

/// The report, with names and addresses hidden unless they are to be seen.
#[must_use]
pub fn report(facts: &ReportFacts<'_>, hide: bool) -> SupportReport {
    let mut mask = hide.then(|| Mask::of(facts));
    let parts = [
        ("summary.txt", summary(facts)),
        ("checks.txt", checks(facts.checks)),
        ("history.txt", history(facts.entries)),
        ("settings.toml", settings(facts.settings_text)),
        ("snapshot.json", snapshot(facts.snapshot)),
    ];
    let parts = parts.map(|(name, text)| ReportPart {
        name: name.to_owned(),
        pieces: match &mut mask {
            Some(mask) => mask.pieces(&text),
            None => vec![ReportPiece { text, hidden: false }],
        },
    });

    SupportReport { parts: parts.to_vec() }
}

/// How things are, in lines. Codes stay as they are, so that they can be looked up in any language.
fn summary(facts: &ReportFacts<'_>) -> String {
    let shown = facts.snapshot;
    let mut text = format!("Homeport {}, {}, at {} ms\n", shown.version, facts.system, shown.at.0);
    let _ = writeln!(text, "{:?}: {} {}", shown.state, shown.headline, shown.detail);
    for family in Family::BOTH {
        let card = shown.addresses.get(family);
        let address = card.address.map_or_else(|| "-".to_owned(), |address| address.to_string());
        let _ = writeln!(text, "{family}: {address}, {}. {}", card.verdict_word, card.why);
    }
    for problem in &shown.problems {
        let code = serde_json::to_string(&problem.code).unwrap_or_default();
        let _ = writeln!(text, "{}: {} {}", code.trim_matches('"'), problem.happened, problem.means);
    }
    for row in &shown.hostnames {
        let chip = |family: Family| {
            let chip = row.records.get(family);
            let address = chip.address.map_or_else(|| "-".to_owned(), |address| address.to_string());
            format!("{} {:?} {address}", family.record_type(), chip.state)
        };
        let (v4, v6) = (chip(Family::Ipv4), chip(Family::Ipv6));
        let _ = writeln!(text, "{} ({}): {}; {v4}; {v6}", row.name, row.provider, row.words);
    }

    text
}

fn checks(checks: &[Check]) -> String {
    let mut text = String::new();
    for check in checks {
        let result = match check.result {
            CheckResult::Pass => "pass",
            CheckResult::Warn => "warn",
            CheckResult::Fail => "fail",
            CheckResult::Skipped => "skipped",
        };
        let _ = writeln!(text, "{result}\t{}\t{}: {}", check.code, check.title, check.found);
    }

    text
}

fn history(entries: &[Entry]) -> String {
    let mut text = String::new();
    for entry in entries {
        let _ = writeln!(text, "{}\t{:?}\t{}", entry.at.0, entry.weight, entry.line);
    }

    text
}

/// What the file says, without its comments: people write anything into those.
fn settings(text: Option<&str>) -> String {
    let table = text.and_then(|text| text.parse::<toml::Table>().ok());

    table
        .and_then(|table| toml::to_string(&table).ok())
        .unwrap_or_else(|| "# It has a mistake and is left out.\n".to_owned())
}

fn snapshot(snapshot: &Snapshot) -> String {
    serde_json::to_string_pretty(snapshot).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests;

//! What a file says, in the other client's words, before anything is looked up.

use std::collections::BTreeMap;

use super::preview::RemarkKind;
use crate::address::PerFamily;
use crate::request::Secret;

/// So many names are in no home; a file with more of them is cut.
pub(super) const MOST_NAMES: usize = 2_000;
/// So many remarks nobody reads.
pub(super) const MOST_REMARKS: usize = 200;
/// So many echo services of one's own.
pub(super) const MOST_ECHOES: usize = 8;

/// Everything in a file.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) entries: Vec<Entry>,
    pub(super) remarks: Vec<Remark>,
    pub(super) echoes: Vec<Echo>,
    names: usize,
    more: usize,
}

/// Hostnames with one set of options.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Where it stands, from 1; 0 where that is not known.
    pub(super) line: usize,
    /// The other client's word for the provider. It may be empty.
    pub(super) provider: String,
    /// The server that updates are sent to, if the file names one: a host with or without a path.
    pub(super) server: Option<String>,
    /// As written.
    pub(super) names: Vec<String>,
    /// The options by their names in lower case with `_`. Each value may be a secret: the provider's form decides.
    pub(super) words: BTreeMap<String, Secret>,
    /// Which records it keeps.
    pub(super) enabled: PerFamily<bool>,
    /// A name that is none may be a password that stands in the wrong place; it is not repeated.
    pub(super) stray: bool,
}

impl Entry {
    pub(super) fn new(line: usize, provider: &str) -> Self {
        Self {
            line,
            provider: provider.to_owned(),
            server: None,
            names: Vec::new(),
            words: BTreeMap::new(),
            enabled: PerFamily { ipv4: true, ipv6: false },
            stray: false,
        }
    }

    /// Keeps an option, unless it is empty.
    pub(super) fn word(&mut self, key: &str, value: &str) {
        let secret = Secret::new(value);
        if !secret.reveal().is_empty() {
            self.words.insert(key.to_ascii_lowercase().replace('-', "_"), secret);
        }
    }

    pub(super) fn name(&mut self, name: &str) {
        let name = name.trim();
        if !name.is_empty() {
            self.names.push(name.to_owned());
        }
    }
}

/// An echo service that the file names.
#[derive(Debug, Clone)]
pub(super) struct Echo {
    pub(super) line: usize,
    pub(super) url: String,
    /// The address is cut out of a page: only services that answer with nothing but an address can be asked.
    pub(super) page: bool,
}

/// Something that is not taken over.
#[derive(Debug, Clone)]
pub(super) struct Remark {
    pub(super) line: usize,
    /// The other client's word for it; never a value that may be a secret.
    pub(super) word: String,
    pub(super) why: Why,
    pub(super) values: Vec<(&'static str, String)>,
}

/// Why it is not; the texts are `import-ID-why` and `import-ID-cure`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Why {
    pub(super) id: &'static str,
    pub(super) kind: RemarkKind,
}

impl Why {
    const fn left_out(id: &'static str) -> Self {
        Self { id, kind: RemarkKind::LeftOut }
    }

    const fn not_run(id: &'static str) -> Self {
        Self { id, kind: RemarkKind::NotRun }
    }

    const fn not_needed(id: &'static str) -> Self {
        Self { id, kind: RemarkKind::NotNeeded }
    }

    pub(super) const COMMAND: Self = Self::not_run("command");
    pub(super) const INCLUDE: Self = Self::not_run("include");
    pub(super) const SCRIPT: Self = Self::not_run("script");
    pub(super) const ENVIRONMENT: Self = Self::left_out("environment");
    pub(super) const DISABLED: Self = Self::left_out("disabled");
    pub(super) const NO_NAME: Self = Self::left_out("no-name");
    pub(super) const BAD_NAME: Self = Self::left_out("bad-name");
    pub(super) const WHOLE_ACCOUNT: Self = Self::left_out("whole-account");
    pub(super) const NO_PROVIDER: Self = Self::left_out("no-provider");
    pub(super) const UNKNOWN: Self = Self::left_out("unknown");
    pub(super) const CLOSED: Self = Self::left_out("closed");
    pub(super) const OWN_SERVER: Self = Self::left_out("own-server");
    pub(super) const MISSING: Self = Self::left_out("missing");
    pub(super) const FOREIGN: Self = Self::left_out("foreign");
    pub(super) const TWICE: Self = Self::left_out("twice");
    pub(super) const KEPT: Self = Self::left_out("kept");
    pub(super) const NO_FAMILY: Self = Self::left_out("no-family");
    pub(super) const HALF_FAMILY: Self = Self::left_out("half-family");
    pub(super) const OPTION: Self = Self::left_out("option");
    pub(super) const SPACES: Self = Self::left_out("spaces");
    pub(super) const SYNTAX: Self = Self::left_out("line");
    pub(super) const FIXED: Self = Self::left_out("fixed");
    pub(super) const PLAIN_ECHO: Self = Self::left_out("plain-echo");
    pub(super) const PAGE_ECHO: Self = Self::left_out("page-echo");
    pub(super) const PROXY: Self = Self::left_out("proxy");
    pub(super) const NOTIFICATION: Self = Self::left_out("notification");
    pub(super) const TOO_MANY: Self = Self::left_out("too-many");
    pub(super) const INTERVAL: Self = Self::not_needed("interval");
    pub(super) const DETECTION: Self = Self::not_needed("detection");
}

impl Found {
    pub(super) fn remark(&mut self, line: usize, word: &str, why: Why) {
        self.remark_with(line, word, why, &[]);
    }

    pub(super) fn remark_with(&mut self, line: usize, word: &str, why: Why, values: &[(&'static str, &str)]) {
        // Each thing that is not needed is said once.
        if why.kind == RemarkKind::NotNeeded && self.remarks.iter().any(|known| known.why == why) {
            return;
        }
        if self.remarks.len() >= MOST_REMARKS {
            self.more += 1;
            return;
        }
        let values = values.iter().map(|(key, value)| (*key, shortened(value, 300))).collect();
        self.remarks.push(Remark { line, word: shown(word), why, values });
    }

    /// A command: its program is shown, and not its arguments, which may hold a password.
    pub(super) fn command(&mut self, line: usize, word: &str, command: &str, why: Why) {
        let program = command.split_whitespace().next().unwrap_or_default();

        self.remark_with(line, word, why, &[("program", program.split('?').next().unwrap_or_default())]);
    }

    pub(super) fn entry(&mut self, mut entry: Entry) {
        let room = MOST_NAMES.saturating_sub(self.names);
        if entry.names.len() > room {
            entry.names.truncate(room);
            if !self.remarks.iter().any(|remark| remark.why == Why::TOO_MANY) {
                self.remarks.push(Remark {
                    line: entry.line,
                    word: String::new(),
                    why: Why::TOO_MANY,
                    values: vec![("most", MOST_NAMES.to_string())],
                });
            }
            if room == 0 {
                return;
            }
        }
        self.names += entry.names.len();
        self.entries.push(entry);
    }

    pub(super) fn echo(&mut self, line: usize, url: &str, page: bool) {
        let url = url.trim();
        if self.echoes.len() < MOST_ECHOES && !url.is_empty() && !self.echoes.iter().any(|echo| echo.url == url) {
            self.echoes.push(Echo { line, url: url.to_owned(), page });
        }
    }

    /// Whether more names would be cut.
    pub(super) fn is_full(&self) -> bool {
        self.remarks.iter().any(|remark| remark.why == Why::TOO_MANY)
    }

    /// How many remarks were left out.
    pub(super) fn more(&self) -> usize {
        self.more
    }
}

/// A word of the file for a person: short, and without what could move a terminal's cursor.
pub(super) fn shown(word: &str) -> String {
    shortened(word, 64)
}

fn shortened(word: &str, longest: usize) -> String {
    let clean: String = word.chars().filter(|letter| !letter.is_control()).take(longest + 1).collect();
    if clean.chars().count() <= longest {
        return clean;
    }

    clean.chars().take(longest).chain(['…']).collect()
}

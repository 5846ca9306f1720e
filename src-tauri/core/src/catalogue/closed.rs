//! Services that have ended, so that an import can say so instead of "unknown".

use serde::Deserialize;

/// A service that no longer takes updates.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// The name that people knew it by.
    pub name: String,
    /// The names that other clients use for it.
    pub aliases: Vec<String>,
    /// What became of it, as a sentence for people.
    pub reason: String,
    /// Where that was read.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosedFile {
    closed: Vec<Closed>,
}

const FILE: &str = include_str!("../../closed.toml");

/// The ended service that is known by this name, here or in another client.
#[must_use]
pub fn closed(name: &str) -> Option<Closed> {
    let name = name.trim();

    all().into_iter().find(|closed| {
        closed.name.eq_ignore_ascii_case(name) || closed.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
    })
}

fn all() -> Vec<Closed> {
    // A test reads the file, so that this cannot stay empty.
    toml::from_str::<ClosedFile>(FILE).map(|file| file.closed).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn an_ended_service_says_what_became_of_it() {
        let google = closed(" Domains@Google.com ").unwrap();

        assert_eq!(google.name, "Google Domains");
        assert!(google.reason.ends_with('.') && google.source.contains('/'));
        assert_eq!(closed("no-such-service"), None);
    }

    #[test]
    fn no_name_is_both_closed_and_open_or_stands_twice() {
        let catalogue = Catalogue::built_in();
        let mut seen = BTreeSet::new();
        for closed in all() {
            assert!(!closed.reason.is_empty() && !closed.source.is_empty(), "{}", closed.name);
            for name in closed.aliases.iter().chain([&closed.name]) {
                assert_eq!(catalogue.by_alias(name), None, "{name}");
                assert!(seen.insert(name.to_ascii_lowercase()), "{name}");
            }
        }
        assert!(!seen.is_empty());
    }
}

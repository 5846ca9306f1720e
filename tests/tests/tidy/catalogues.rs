//! The catalogues of all languages say the same, with the same placeholders, and code fills every one of them.

use std::collections::{BTreeMap, BTreeSet};

use homeport_core::language::Language;
use homeport_core::text::catalogue;

use crate::{Source, assert_none, project};

/// Words that no text has, whatever the language.
const NEVER: &[&str] = &["!", "！", "¡", "Oops"];

/// Each text with its id. What is indented or a closing brace goes on with the text before it.
fn messages(catalogue: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in catalogue.lines() {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            let (id, text) = line.split_once(" =").unwrap_or((line, ""));
            found.insert(id.to_owned(), text.trim().to_owned());
            last = Some(id.to_owned());
        } else if line.starts_with([' ', '}'])
            && let Some(text) = last.as_ref().and_then(|id| found.get_mut(id))
        {
            text.push('\n');
            text.push_str(line.trim());
        }
    }

    found
}

/// The names behind `$`, and those of them that are shown and not only chosen by.
fn placeholders(text: &str) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let (mut all, mut shown) = (BTreeSet::new(), BTreeSet::new());
    for rest in text.split('$').skip(1) {
        let end = rest.find(|next: char| !next.is_ascii_alphanumeric() && next != '_').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        all.insert(name);
        if !after.trim_start().starts_with("->") {
            shown.insert(name);
        }
    }

    (all, shown)
}

/// What is wrong with a translation.
fn differences(language: &str, english: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, text) in english {
        let Some(translated) = other.get(id) else {
            wrong.push(format!("{language}: {id} is missing"));
            continue;
        };
        let ((known, needed), (used, shown)) = (placeholders(text), placeholders(translated));
        wrong.extend(used.difference(&known).map(|name| format!("{language}: {id} has ${name}, English has not")));
        // Where English chooses between words by a number, another language may only show it.
        let missing = needed.difference(&used).filter(|name| !shown.contains(*name));
        wrong.extend(missing.map(|name| format!("{language}: {id} does not show ${name}")));
        if text.matches('{').count() != text.matches('}').count() || translated.is_empty() {
            wrong.push(format!("{language}: {id} is not whole"));
        }
    }
    wrong.extend(other.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{language}: {id} is unknown")));

    wrong
}

/// Calls of `say` whose values can be read from the source, and that leave a placeholder empty.
fn unfilled(english: &BTreeMap<String, String>, code: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in code {
        for (at, call) in source.text.match_indices("say(\"") {
            let rest = &source.text[at + call.len()..];
            let Some((id, after)) = rest.split_once('"') else { continue };
            let Some(text) = english.get(id) else { continue };
            let Some(given) = values(after) else { continue };
            let (needed, _) = placeholders(text);
            wrong.extend(
                needed
                    .iter()
                    .filter(|name| !given.contains(**name))
                    .map(|name| format!("{}: {id} needs ${name}", source.path)),
            );
        }
    }

    wrong
}

/// The names of the values behind an id: `, &[("a", …)])` in Rust, `, { a: …, b })` in TypeScript. `None`: they are not
/// written there.
fn values(after: &str) -> Option<BTreeSet<&str>> {
    let after = after.trim_start();
    if after.starts_with(')') {
        return Some(BTreeSet::new());
    }
    let after = after.strip_prefix(',')?.trim_start();
    if let Some(list) = after.strip_prefix("&[") {
        let list = &list[..list.find("])")?];
        return Some(list.split("(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect());
    }
    let object = after.strip_prefix('{')?;
    let object = &object[..object.find("})")?];
    let mut names = BTreeSet::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, character) in object.char_indices().chain([(object.len(), ',')]) {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                names.insert(object[start..at].split(':').next().unwrap_or_default().trim());
                start = at + 1;
            }
            _ => {}
        }
    }

    Some(names)
}

#[test]
fn every_language_says_everything_with_the_same_placeholders() {
    let english = messages(catalogue(Language::English));
    assert!(english.len() > 800, "{}", english.len());

    let wrong = Language::ALL
        .into_iter()
        .flat_map(|language| differences(language.tag(), &english, &messages(catalogue(language))))
        .collect::<Vec<_>>();

    assert_none(&wrong);
}

#[test]
fn no_text_shouts() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for (id, text) in messages(catalogue(language)) {
            wrong.extend(
                NEVER
                    .iter()
                    .filter(|word| text.contains(**word))
                    .map(|word| format!("{} {id}: {word}", language.tag())),
            );
        }
    }

    assert_none(&wrong);
}

#[test]
fn code_fills_every_placeholder() {
    let english = messages(catalogue(Language::English));
    let code: Vec<_> = project()
        .into_iter()
        .filter(|source| source.has_extension(&["rs", "ts", "svelte"]) && !source.path.starts_with("tests/tests/tidy"))
        .collect();

    assert_none(&unfilled(&english, &code));
}

#[test]
fn a_missing_text_a_wrong_placeholder_and_an_unfilled_one_are_found() {
    let english = messages("a = { $name } has { $count ->\n    [one] one\n   *[other] { $count }\n}\nb = Plain\n");
    let other = messages("a = { $nmae } { $count }\nc = Neu\n");

    assert_eq!(
        differences("xx", &english, &other),
        ["xx: a has $nmae, English has not", "xx: a does not show $name", "xx: b is missing", "xx: c is unknown",]
    );
    let code = [
        Source::sample("a.rs", "texts.say(\"a\", &[(\"name\", x.into())])"),
        Source::sample("b.ts", "say(\"a\", { name, count: list(1, 2) })"),
        Source::sample("c.ts", "say(\"a\")"),
    ];
    assert_eq!(unfilled(&english, &code), ["a.rs: a needs $count", "c.ts: a needs $count", "c.ts: a needs $name"]);
}

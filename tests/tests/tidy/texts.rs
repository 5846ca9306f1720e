//! The one catalogue of texts and its uses.

use std::collections::BTreeSet;

use crate::{Source, assert_none, project};

const CATALOGUE: &str = "src-tauri/core/texts/en.ftl";
/// Code in these languages may show a text.
const CODE: &[&str] = &["rs", "ts", "svelte", "toml"];
/// A fixed part this short would match half of the catalogue.
const SHORTEST_FIXED_PART: usize = 4;

/// A problem is named once in the code and has a text for each of its parts.
const PARTS: &[&str] = &["-happened", "-means", "-do"];

/// The ids of a Fluent file: `id = text` at the beginning of a line.
fn ids(catalogue: &str) -> BTreeSet<&str> {
    catalogue
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once('='))
        .map(|(id, _)| id.trim())
        .filter(|id| is_id(id))
        .collect()
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-')
}

/// Everything between two quotation marks of one line that could be an id or a pattern of ids. Too much is harmless.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split(['"', '`', '\''])).filter(|literal| {
        !literal.is_empty()
            && literal.chars().all(|character| character.is_ascii_alphanumeric() || "-_{}$.:?() ".contains(character))
    })
}

/// The fixed parts of a pattern such as `fault-{code}-cure` or `state-${state}`.
fn fixed_parts(pattern: &str) -> Option<Vec<&str>> {
    if !pattern.contains('{') {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        parts.push(rest[..start].trim_end_matches('$'));
        rest = &rest[start + rest[start..].find('}')? + 1..];
    }
    parts.push(rest);
    let longest = parts.iter().map(|part| part.len()).max()?;
    let all_are_ids = parts.iter().all(|part| part.is_empty() || is_id(part));

    (longest >= SHORTEST_FIXED_PART && all_are_ids).then_some(parts)
}

fn fits(id: &str, parts: &[&str]) -> bool {
    let [first, middle @ .., last] = parts else {
        return false;
    };
    let Some(mut rest) = id.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else {
        return false;
    };
    for part in middle {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }

    true
}

/// Texts that nothing shows.
fn unused(catalogue: &str, code: &[Source]) -> Vec<String> {
    let mut exact = BTreeSet::new();
    let mut patterns = BTreeSet::new();
    for source in code {
        for literal in literals(&source.text) {
            exact.insert(literal);
            patterns.extend(fixed_parts(literal));
        }
    }
    let refers_to = |id: &str| catalogue.contains(&format!("{{ {id} }}")) || catalogue.contains(&format!("{{{id}}}"));

    let is_part_of_a_problem =
        |id: &str| PARTS.iter().any(|part| id.strip_suffix(part).is_some_and(|stem| exact.contains(stem)));

    ids(catalogue)
        .into_iter()
        .filter(|id| {
            !exact.contains(id)
                && !is_part_of_a_problem(id)
                && !refers_to(id)
                && !patterns.iter().any(|parts| fits(id, parts))
        })
        .map(|id| format!("{id}: nothing shows this text"))
        .collect()
}

/// Ids in `say("…")` that the catalogue does not have.
fn unknown(catalogue: &str, code: &[Source]) -> Vec<String> {
    let ids = ids(catalogue);
    let mut wrong = Vec::new();
    for source in code.iter().filter(|source| source.has_extension(&["rs", "ts", "svelte"])) {
        for (at, call) in source.text.match_indices("say(") {
            let is_other_name = source.text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            let Some(argument) = source.text[at + call.len()..].trim_start().strip_prefix('"') else {
                continue;
            };
            let Some((id, _)) = argument.split_once('"') else {
                continue;
            };
            // A word alone is the part of a problem, which a closure completes.
            if !is_other_name && is_id(id) && id.contains('-') && !ids.contains(id) {
                wrong.push(format!("{}: no text has the id {id}", source.path));
            }
        }
    }

    wrong
}

/// All code but this test's own samples.
fn code() -> Vec<Source> {
    project()
        .into_iter()
        .filter(|source| source.has_extension(CODE) && !source.path.starts_with("tests/tests/tidy"))
        .collect()
}

#[test]
fn every_text_is_shown_somewhere() {
    assert_none(&unused(&crate::read(CATALOGUE), &code()));
}

#[test]
fn every_text_that_is_shown_exists() {
    assert_none(&unknown(&crate::read(CATALOGUE), &code()));
}

#[test]
fn a_text_that_nothing_shows_is_found() {
    let catalogue =
        "status-ok = Fine\nfault-offline-cure = Wait\nleft-over = Old\nbrand = Homeport\nabout = { brand }\n";
    let code =
        [Source::sample("a.rs", r#"say("status-ok", &[]); say(&format!("fault-{code}-cure"), &[]); say("about")"#)];

    assert_eq!(unused(catalogue, &code), ["left-over: nothing shows this text"]);
}

#[test]
fn an_id_without_a_text_is_found() {
    let code = [Source::sample("a.rs", "texts.say(\n    \"status-good\",\n    &[],\n)")];

    assert_eq!(unknown("status-ok = Fine\n", &code).len(), 1);
}

//! The window's components show no text of their own: every word comes from the catalogue.

use crate::{Source, assert_none, project};

/// Attributes that a person sees or hears.
const SPOKEN: &[&str] = &["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""];

/// Without what lies between two marks, such as comments.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        rest = after.split_once(close).map_or("", |(_, behind)| behind);
    }

    kept + rest
}

/// Without everything in braces, which may hold braces.
fn without_braces(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for character in text.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }

    kept
}

/// Words that a component writes by itself.
fn literal_texts(component: &Source) -> Vec<String> {
    let markup = without(&without(&component.text, "<!--", "-->"), "<script", "</script>");
    let markup = without_braces(&markup);
    let spoken = SPOKEN.iter().flat_map(|attribute| markup.split(attribute).skip(1)).map(|rest| {
        let value = rest.split('"').next().unwrap_or_default();
        value.to_owned()
    });
    let shown = without(&markup, "<", ">");

    spoken
        .chain(shown.lines().map(str::to_owned))
        .map(|text| text.trim().to_owned())
        .filter(|text| text.chars().any(char::is_alphabetic))
        .map(|text| format!("{}: “{text}” belongs into the catalogue", component.path))
        .collect()
}

#[test]
fn no_component_has_a_text_of_its_own() {
    let components: Vec<_> = project().into_iter().filter(|source| source.has_extension(&["svelte"])).collect();
    assert!(components.len() > 10, "the components were not found");

    assert_none(&components.iter().flat_map(literal_texts).collect::<Vec<_>>());
}

#[test]
fn a_text_in_a_component_is_found() {
    let component = Source::sample(
        "ui/src/A.svelte",
        "<!-- Not this -->\n<script>let not = \"this\";</script>\n<p class=\"x\" title=\"Seen\">{say(\"id\")} · Hello</p>\
         <b title={say(\"id\")} onclick={() => ({ a: 1 })}>→</b>",
    );

    assert_eq!(literal_texts(&component).len(), 2);
}

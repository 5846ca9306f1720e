//! A provider file of the user's own that was checked.

use std::fmt::Write as _;

use homeport_core::catalogue::Checked;
use homeport_core::text::Texts;
use serde_json::{Value, json};

use super::paint::{Ink, Paint, wrapped};
use super::tables;

pub(super) fn document(file: &str, checked: &Checked) -> Value {
    let wrong: Vec<Value> = checked
        .wrong
        .iter()
        .map(|error| json!({ "line": error.line, "field": error.field, "problem": error.problem, "cure": error.cure }))
        .collect();

    json!({
        "file": file,
        "usable": wrong.is_empty(),
        "hosts": checked.card.hosts,
        "examples": checked.examples,
        "wrong": wrong,
        "provider": checked.card,
    })
}

pub(super) fn report(file: &str, checked: &Checked, paint: &Paint, texts: &Texts) -> String {
    let mut text = String::new();
    for error in &checked.wrong {
        let line = error.line.to_string();
        let values = [
            ("file", file.into()),
            ("line", line.as_str().into()),
            ("field", error.field.as_str().into()),
            ("problem", error.problem.as_str().into()),
        ];
        let said = wrapped(&texts.say("own-provider-happened", &values), "  ");
        let cure = wrapped(&error.cure, "    ");
        let _ = writeln!(text, "{} {}\n  → {}", paint.ink(Ink::Bad, "✗"), said.trim_start(), cure.trim_start());
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text += &tables::provider(&checked.card, paint, texts);
    let right = checked.examples.saturating_sub(count_of_examples(checked));
    let values = [("right", right.into()), ("count", checked.examples.into())];
    let sum = wrapped(&texts.say("own-provider-examples", &values), "");
    let _ = writeln!(text, "\n{sum}");
    if checked.card.hosts.is_empty() {
        let _ = writeln!(text, "{}", wrapped(&texts.say("own-provider-typed", &[]), ""));
    }
    if checked.wrong.is_empty() {
        let _ = writeln!(text, "{}", wrapped(&texts.say("own-provider-next", &[]), ""));
    }

    text
}

/// How many examples have at least one answer that does not hold.
fn count_of_examples(checked: &Checked) -> usize {
    let mut fields: Vec<&str> = checked.wrong.iter().map(|error| error.field.as_str()).collect();
    fields.dedup();

    fields.len()
}

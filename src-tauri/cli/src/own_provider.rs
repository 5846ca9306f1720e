//! `homeport providers check FILE`: needs no resident and no settings, and sends nothing.

use std::io::Read as _;
use std::path::Path;

use homeport_core::catalogue::{self, LONGEST_FILE};
use homeport_core::request::Refusal;
use homeport_core::text::Texts;

use crate::failure::{Failure, code};
use crate::output::Output;

pub(crate) fn check(path: &Path, output: &Output<'_>, texts: &Texts) -> Result<u8, Failure> {
    let shown = path.display().to_string();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = text(path).map_err(|error| {
        Failure::said(texts, "command-file", &[("file", &shown), ("reason", &error.to_string())], code::USAGE)
    })?;
    let checked = catalogue::check(&name, &text).map_err(|error| {
        let line = error.line.to_string();
        let values = [
            ("file", shown.as_str()),
            ("line", line.as_str()),
            ("field", error.field.as_str()),
            ("problem", error.problem.as_str()),
        ];
        let mut failure = Failure::said(texts, "own-provider", &values, code::USAGE).about(&error.field);
        failure.refusal = Refusal { cure: sentence(&error.cure), ..failure.refusal };
        failure
    })?;
    let code = if checked.wrong.is_empty() { code::FINE } else { code::NEEDS_YOU };
    output
        .own_provider(&shown, &checked)
        .map(|()| code)
        .map_err(|error| Failure::said(texts, "command-unwritten", &[("reason", &error.to_string())], code::TEMPORARY))
}

/// A cure as it stands beside its mistake, as a sentence.
fn sentence(cure: &str) -> String {
    let mut letters = cure.chars();

    letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}

fn text(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    // One byte more shows that it is too long.
    std::fs::File::open(path)?.take(LONGEST_FILE as u64 + 1).read_to_string(&mut text)?;

    Ok(text)
}

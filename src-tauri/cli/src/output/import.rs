//! What an import would add, for people.

use std::fmt::Write as _;

use homeport_core::import::{ImportHostname, ImportPreview, ImportRemark, RemarkKind};
use homeport_core::text::Texts;

use super::paint::{Ink, Paint, wrapped};
use super::tables::heading;

pub(super) fn preview(preview: &ImportPreview, paint: &Paint, texts: &Texts) -> String {
    let client = || [("client", preview.client_name.as_str().into()), ("count", preview.hostnames.len().into())];
    let mut text = paint.ink(Ink::Strong, &texts.say("import-head", &client()));
    text.push('\n');
    for row in &preview.hostnames {
        hostname(&mut text, row, paint, texts);
    }
    if !preview.sources.is_empty() {
        heading(&mut text, "import-sources", paint, texts);
        for source in &preview.sources {
            let _ = writeln!(text, "  {source}");
        }
    }
    for (kind, head, mark, ink) in [
        (RemarkKind::LeftOut, "import-left-out", "▲", Ink::Look),
        (RemarkKind::NotRun, "import-not-run", "‖", Ink::Look),
        (RemarkKind::NotNeeded, "import-not-needed", "·", Ink::Faint),
    ] {
        let remarks: Vec<&ImportRemark> = preview.remarks.iter().filter(|remark| remark.kind == kind).collect();
        if remarks.is_empty() {
            continue;
        }
        heading(&mut text, head, paint, texts);
        for found in remarks {
            remark(&mut text, found, mark, ink, paint, texts);
        }
    }
    if preview.more_remarks > 0 {
        let _ = writeln!(text, "  {}", texts.say("import-more", &[("count", preview.more_remarks.into())]));
    }

    text
}

fn hostname(text: &mut String, row: &ImportHostname, paint: &Paint, texts: &Texts) {
    let records = match (row.ipv4, row.ipv6) {
        (true, true) => "A AAAA",
        (true, false) => "A",
        (false, _) => "AAAA",
    };
    let provider = paint.ink(Ink::Faint, &format!("{}  {records}", row.provider_name));
    let _ = writeln!(text, "\n{} {}  {provider}", paint.ink(Ink::Good, "+"), paint.ink(Ink::Strong, &row.hostname));
    for (key, value) in &row.fields {
        let guessed = if row.guessed.contains(key) { texts.say("import-guessed", &[]) } else { String::new() };
        let _ = writeln!(text, "{}", wrapped(format!("{key} = {value}  {guessed}").trim_end(), "    "));
    }
    for key in &row.secrets {
        let values = [("key", key.as_str().into()), ("entry", format!("{}.{key}", row.account).into())];
        let _ = writeln!(text, "{}", wrapped(&texts.say("import-secret", &values), "    "));
    }
}

fn remark(text: &mut String, remark: &ImportRemark, mark: &str, ink: Ink, paint: &Paint, texts: &Texts) {
    let place = match remark.line {
        0 => String::new(),
        line => texts.say("import-line-number", &[("line", line.into())]) + ": ",
    };
    let word = if remark.word.is_empty() || remark.why.contains(&remark.word) {
        String::new()
    } else {
        format!("{}: ", remark.word)
    };
    let what = wrapped(&format!("{place}{word}{}", remark.why), "    ");
    let _ = writeln!(text, "  {} {}", paint.ink(ink, mark), what.trim_start());
    if remark.kind == RemarkKind::LeftOut {
        let cure = wrapped(&remark.cure, "      ");
        let _ = writeln!(text, "    → {}", cure.trim_start());
    }
}

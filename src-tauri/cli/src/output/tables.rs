//! Everything else that people read.

use std::fmt::Write as _;

use homeport_core::address::Family;
use homeport_core::journal::{Entry, Weight};
use homeport_core::request::{Check, CheckResult, Listed, Outcome, OutcomeReport, ProviderCard, Refusal, TokenReport};
use homeport_core::text::Texts;

use super::paint::{Ink, Paint, fitted, widest, wrapped};

pub(super) fn history(entries: &[Entry], paint: &Paint, texts: &Texts) -> String {
    if entries.is_empty() {
        return texts.say("terminal-no-history", &[]) + "\n";
    }
    let mut text = String::new();
    for entry in entries {
        let (mark, ink) = match entry.weight {
            Weight::Routine => (" ", Ink::Faint),
            Weight::Change => ("•", Ink::Plain),
            Weight::Warning => ("▲", Ink::Look),
            Weight::Failure => ("✗", Ink::Bad),
        };
        let line = wrapped(&entry.line, "                        ");
        let when = paint.ink(Ink::Faint, &paint.exactly(entry.at));
        let _ = writeln!(text, "{when}  {}  {}", paint.ink(ink, mark), paint.ink(ink, line.trim_start()));
    }

    text
}

pub(super) fn outcomes(outcomes: &[OutcomeReport], dry_run: bool, paint: &Paint, texts: &Texts) -> String {
    if outcomes.is_empty() {
        return texts.say("terminal-no-hostnames", &[]) + "\n";
    }
    let mut text = String::new();
    if dry_run {
        text += &texts.say("terminal-dry-run", &[]);
        text.push_str("\n\n");
    }
    let width = widest(outcomes.iter().map(|report| report.hostname.as_str()), 40);
    for report in outcomes {
        outcome(&mut text, report, width, dry_run, paint, texts);
    }

    text
}

pub(super) fn token(report: &TokenReport, paint: &Paint) -> String {
    let (mark, ink) = match report.outcome {
        Outcome::Updated | Outcome::Unchanged => ("✓", Ink::Good),
        Outcome::Refused => ("✗", Ink::Bad),
        Outcome::Retry | Outcome::Unknown | Outcome::Held => ("▲", Ink::Look),
    };
    let mut text = format!("{} {}\n", paint.ink(ink, mark), wrapped(&report.message, "  ").trim_start());
    for right in &report.rights {
        let _ = writeln!(text, "  → {}", wrapped(right, "    ").trim_start());
    }

    text
}

fn outcome(text: &mut String, report: &OutcomeReport, width: usize, dry_run: bool, paint: &Paint, texts: &Texts) {
    let (mark, ink, id) = match report.outcome {
        Outcome::Updated if dry_run => ("•", Ink::Plain, "outcome-would-update"),
        Outcome::Updated => ("✓", Ink::Good, "outcome-updated"),
        Outcome::Unchanged => ("✓", Ink::Good, "outcome-unchanged"),
        Outcome::Refused => ("✗", Ink::Bad, "outcome-refused"),
        Outcome::Retry => ("▲", Ink::Look, "outcome-retry"),
        Outcome::Unknown => ("▲", Ink::Look, "outcome-unknown"),
        Outcome::Held => ("‖", Ink::Plain, "outcome-held"),
    };
    let name = paint.cell(Ink::Strong, &report.hostname, width);
    let provider = paint.ink(Ink::Faint, &report.provider);
    let _ = writeln!(text, "{} {name}  {}  {provider}", paint.ink(ink, mark), paint.cell(ink, &texts.say(id, &[]), 20));
    for family in Family::BOTH {
        if let Some(address) = report.address.get(family) {
            let _ = writeln!(text, "    {:<4}  {address}", family.record_type());
        }
    }
    if !report.message.is_empty() {
        let _ = writeln!(text, "{}", wrapped(&report.message, "    "));
    }
    if report.proved {
        let _ = writeln!(text, "    {}", texts.say("outcome-proved", &[]));
    }
    if let Some(seconds) = report.retry_after_s.filter(|seconds| *seconds > 0) {
        let span = super::paint::length(std::time::Duration::from_secs(seconds.into()), texts);
        let again = texts.say("outcome-again", &[("span", span.into())]);
        let _ = writeln!(text, "    {}", paint.ink(Ink::Faint, &again));
    }
}

pub(super) fn list(listed: &[Listed], paint: &Paint, texts: &Texts) -> String {
    if listed.is_empty() {
        return texts.say("terminal-no-hostnames", &[]) + "\n";
    }
    let name = widest(listed.iter().map(|row| row.hostname.as_str()), 44).max(8);
    let provider = widest(listed.iter().map(|row| row.provider.as_str()), 14).max(8);
    let mut text = String::new();
    for row in listed {
        let records = match (row.ipv4, row.ipv6) {
            (true, true) => "A AAAA",
            (true, false) => "A",
            (false, true) => "AAAA",
            (false, false) => "–",
        };
        let paused = if row.paused { texts.say("terminal-paused", &[]) } else { String::new() };
        let account = if row.account == row.provider { String::new() } else { row.account.clone() };
        let line = format!(
            "{}  {}  {:<6}  {}  {}",
            paint.cell(Ink::Strong, &row.hostname, name),
            paint.cell(Ink::Plain, &row.provider, provider),
            records,
            paint.ink(Ink::Faint, &account),
            paint.ink(Ink::Look, &paused),
        );
        text += line.trim_end();
        text.push('\n');
    }

    text
}

pub(super) fn providers(cards: &[ProviderCard], paint: &Paint, texts: &Texts) -> String {
    let id = widest(cards.iter().map(|card| card.id.as_str()), 20);
    let name = widest(cards.iter().map(|card| card.name.as_str()), 26);
    let mut text = String::new();
    for card in cards {
        let cost = fitted(&card.cost, 80_usize.saturating_sub(id + name + 4));
        let line = format!(
            "{}  {}  {}",
            paint.cell(Ink::Strong, &card.id, id),
            paint.cell(Ink::Plain, &card.name, name),
            paint.ink(Ink::Faint, &cost)
        );
        text += line.trim_end();
        text.push('\n');
    }
    text.push('\n');
    text += &texts.say("terminal-providers", &[]);
    text.push('\n');

    text
}

pub(super) fn provider(card: &ProviderCard, paint: &Paint, texts: &Texts) -> String {
    let mut text = format!("{}  {}\n", paint.ink(Ink::Strong, &card.name), paint.ink(Ink::Faint, &card.site));
    for sentence in [&card.cost, &card.note].into_iter().filter(|sentence| !sentence.is_empty()) {
        text += &wrapped(sentence, "");
        text.push('\n');
    }
    if card.unverified {
        text += &texts.say("terminal-unverified", &[]);
        text.push('\n');
    }
    if !card.hosts.is_empty() {
        text += &wrapped(&texts.say("terminal-hosts", &[("hosts", card.hosts.join(", ").into())]), "");
        text.push('\n');
    }
    heading(&mut text, "terminal-fields", paint, texts);
    for field in &card.fields {
        let mut remarks = Vec::new();
        if field.secret {
            remarks.push(texts.say("terminal-field-secret", &[]));
        }
        if field.optional || !field.default.is_empty() {
            remarks.push(texts.say("terminal-field-optional", &[]));
        }
        let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join(", ")) };
        let _ = writeln!(text, "  {}  {}{}", paint.ink(Ink::Strong, &field.key), field.label, remarks);
        if !field.help.is_empty() {
            let _ = writeln!(text, "{}", paint.ink(Ink::Faint, &wrapped(&field.help, "      ")));
        }
        if !field.options.is_empty() {
            let _ = writeln!(text, "      {}", field.options.join(" | "));
        }
    }
    if !card.access_url.is_empty() || !card.access_steps.is_empty() {
        heading(&mut text, "terminal-access", paint, texts);
        if !card.access_url.is_empty() {
            let _ = writeln!(text, "  {}", card.access_url);
        }
        for (number, step) in card.access_steps.iter().enumerate() {
            let step = wrapped(step, "     ");
            let _ = writeln!(text, "  {}. {}", number + 1, step.trim_start());
        }
    }
    if !card.access_rights.is_empty() {
        heading(&mut text, "terminal-rights", paint, texts);
        for right in &card.access_rights {
            let _ = writeln!(text, "  {right}");
        }
    }
    let _ = writeln!(text, "\n{}", paint.ink(Ink::Faint, &example(card)));

    text
}

/// A line to copy: how this provider is tried.
fn example(card: &ProviderCard) -> String {
    let mut line = format!("homeport try {} HOSTNAME", card.id);
    for field in card.fields.iter().filter(|field| !field.optional && field.default.is_empty()) {
        let value = if field.secret { "-" } else { "…" };
        let _ = write!(line, " --field {}={value}", field.key);
    }

    line
}

pub(super) fn heading(text: &mut String, id: &str, paint: &Paint, texts: &Texts) {
    let _ = writeln!(text, "\n{}", paint.ink(Ink::Strong, &texts.say(id, &[])));
}

pub(super) fn checks(checks: &[Check], paint: &Paint, texts: &Texts) -> String {
    let mut text = String::new();
    for check in checks {
        let (mark, ink, word) = match check.result {
            CheckResult::Pass => ("✓", Ink::Good, "check-pass"),
            CheckResult::Warn => ("▲", Ink::Look, "check-warn"),
            CheckResult::Fail => ("✗", Ink::Bad, "check-fail"),
            CheckResult::Skipped => ("–", Ink::Faint, "check-skipped"),
        };
        let word = paint.cell(ink, &texts.say(word, &[]), 7);
        let _ = writeln!(text, "{} {word}  {}", paint.ink(ink, mark), paint.ink(Ink::Strong, &check.title));
        if !check.found.is_empty() {
            let _ = writeln!(text, "{}", wrapped(&check.found, "           "));
        }
        if !check.cure.is_empty() && !matches!(check.result, CheckResult::Pass) {
            let cure = wrapped(&check.cure, "             ");
            let _ = writeln!(text, "           → {}", cure.trim_start());
        }
    }
    let count = |result: CheckResult| checks.iter().filter(|check| check.result == result).count();
    let values = [("passed", CheckResult::Pass), ("warned", CheckResult::Warn), ("failed", CheckResult::Fail)]
        .map(|(key, result)| (key, count(result).into()));
    let _ = writeln!(text, "\n{}", texts.say("check-sum", &values));

    text
}

pub(super) fn refusal(refusal: &Refusal, paint: &Paint) -> String {
    let happened = wrapped(&refusal.happened, "  ");
    let mut text = format!("{} {}\n", paint.ink(Ink::Bad, "✗"), paint.ink(Ink::Strong, happened.trim_start()));
    if !refusal.means.is_empty() {
        text += &wrapped(&refusal.means, "  ");
        text.push('\n');
    }
    if !refusal.cure.is_empty() {
        let cure = wrapped(&refusal.cure, "    ");
        let _ = writeln!(text, "  → {}", cure.trim_start());
    }

    text
}

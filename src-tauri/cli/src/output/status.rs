//! `homeport status` for people: the one sentence, the addresses, the hostnames, and what to do.

use std::fmt::Write as _;

use homeport_core::address::{Family, PerFamily};
use homeport_core::fault::{Problem, Severity};
use homeport_core::snapshot::{AddressCard, Chip, ChipState, HostnameRow, Snapshot, StandbyRow, Tray};
use homeport_core::text::Texts;
use homeport_core::time::Wall;

use super::paint::{Ink, Paint, fitted, of_chip, of_state, relative, widest, wrapped};

pub(super) fn status(snapshot: &Snapshot, now: Wall, paint: &Paint, texts: &Texts) -> String {
    let (mark, ink) = of_state(snapshot.state);
    let mut text = format!("{} {}\n", paint.ink(ink, mark), paint.ink(Ink::Strong, &snapshot.headline));
    if !snapshot.detail.is_empty() {
        text += &wrapped(&snapshot.detail, "  ");
        text.push('\n');
    }
    text += &paint.ink(Ink::Faint, &format!("  {}", checks(snapshot, now, texts)));
    text.push_str("\n\n");
    for family in Family::BOTH {
        address(&mut text, snapshot.addresses.get(family), now, paint, texts);
    }
    if !snapshot.hostnames.is_empty() {
        text.push('\n');
    }
    let columns = Columns {
        name: widest(snapshot.hostnames.iter().map(|row| row.shown.as_str()), 40),
        words: widest(snapshot.hostnames.iter().map(|row| row.words.as_str()), 24),
        address: widest(addresses(snapshot).iter().map(String::as_str), 39),
    };
    for row in &snapshot.hostnames {
        hostname(&mut text, row, columns, now, paint, texts);
    }
    for problem in &snapshot.problems {
        text.push('\n');
        self::problem(&mut text, problem, now, paint, texts);
    }
    if let Some(practice) = &snapshot.practice {
        text.push('\n');
        text += &texts.say("terminal-practice", &[("command", practice.command.as_str().into())]);
        text.push('\n');
    }
    if snapshot.tray == Tray::NoHost {
        text.push('\n');
        text += &wrapped(&texts.say("terminal-no-tray", &[]), "");
        text.push('\n');
    }

    text
}

/// The widths that make the hostnames a table.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: usize,
    words: usize,
    address: usize,
}

fn addresses(snapshot: &Snapshot) -> Vec<String> {
    let chips = snapshot.hostnames.iter().flat_map(|row| [&row.records.ipv4, &row.records.ipv6]);

    chips.filter_map(|chip| chip.address).map(|address| address.to_string()).collect()
}

fn checks(snapshot: &Snapshot, now: Wall, texts: &Texts) -> String {
    let last = match snapshot.last_check {
        Some(at) => texts.say("terminal-checked", &[("when", relative(at, now, texts).into())]),
        None => texts.say("terminal-not-checked", &[]),
    };
    match snapshot.next_check.filter(|_| !snapshot.busy) {
        Some(at) if at > now => {
            let next = texts.say("terminal-next", &[("when", relative(at, now, texts).into())]);
            format!("{last} {next}")
        }
        _ => last,
    }
}

fn address(text: &mut String, card: &AddressCard, now: Wall, paint: &Paint, texts: &Texts) {
    let shown = match card.address {
        Some(address) => paint.ink(Ink::Strong, &address.to_string()),
        None => paint.ink(Ink::Faint, "–"),
    };
    let seen = card.seen.map(|at| texts.say("terminal-seen", &[("when", relative(at, now, texts).into())]));
    let facts: Vec<_> = [Some(card.verdict_word.clone()), Some(card.why.clone()), seen]
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect();
    let facts = wrapped(&facts.join(" · "), "        ");
    let _ = writeln!(text, "  {}  {shown}\n{}", card.family, paint.ink(Ink::Faint, &facts));
}

fn hostname(text: &mut String, row: &HostnameRow, columns: Columns, now: Wall, paint: &Paint, texts: &Texts) {
    let (mark, ink) = of_state(row.state);
    let name = paint.cell(Ink::Strong, &row.shown, columns.name);
    let provider = paint.ink(Ink::Faint, &row.provider_name);
    let _ =
        writeln!(text, "  {} {name}  {}  {provider}", paint.ink(ink, mark), paint.cell(ink, &row.words, columns.words));
    records(text, &row.records, columns, now, paint, texts);
    if let Some(at) = row.next_try.filter(|at| *at > now) {
        let next = texts.say("terminal-next-try", &[("when", relative(at, now, texts).into())]);
        let _ = writeln!(text, "      {}", paint.ink(Ink::Faint, &next));
    }
    if let Some(other) = &row.standby {
        standby(text, other, columns, now, paint, texts);
    }
}

fn standby(text: &mut String, row: &StandbyRow, columns: Columns, now: Wall, paint: &Paint, texts: &Texts) {
    let (mark, ink) = of_state(row.state);
    let words = texts.say("terminal-standby", &[("words", row.words.as_str().into())]);
    let serves = row.serves_at.filter(|at| *at > now).map(|at| relative(at, now, texts));
    let serves = serves.map(|when| texts.say("terminal-standby-from", &[("when", when.into())]));
    let facts: Vec<String> =
        [Some(row.shown.clone()), Some(row.provider_name.clone()), serves].into_iter().flatten().collect();
    let facts = paint.ink(Ink::Faint, &facts.join(" · "));
    let _ = writeln!(text, "    {} {}  {facts}", paint.ink(ink, mark), paint.ink(ink, &words));
    // Before it served, its records are nobody's concern.
    if row.records.ipv4.address.is_some() || row.records.ipv6.address.is_some() || row.serves {
        records(text, &row.records, columns, now, paint, texts);
    }
}

fn records(text: &mut String, records: &PerFamily<Chip>, columns: Columns, now: Wall, paint: &Paint, texts: &Texts) {
    for family in Family::BOTH {
        let chip = records.get(family);
        if matches!(chip.state, ChipState::Off | ChipState::NotHere) {
            continue;
        }
        let address = chip.address.map_or_else(|| "–".to_owned(), |address| address.to_string());
        let when = chip.proved.or(chip.accepted).map(|at| relative(at, now, texts)).unwrap_or_default();
        let address = paint.cell(Ink::Plain, &address, columns.address);
        let word = paint.ink(of_chip(chip.state), &chip.word);
        let line = format!("      {:<4}  {address}  {word} {}", family.record_type(), paint.ink(Ink::Faint, &when));
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

fn problem(text: &mut String, problem: &Problem, now: Wall, paint: &Paint, texts: &Texts) {
    let (mark, ink) = match problem.severity {
        Severity::Error => ("✗", Ink::Bad),
        Severity::Offline => ("○", Ink::Faint),
        Severity::Attention => ("▲", Ink::Look),
        Severity::Holding | Severity::Note => ("‖", Ink::Plain),
    };
    let happened = wrapped(&problem.happened, "  ");
    let _ = writeln!(text, "{} {}", paint.ink(ink, mark), paint.ink(Ink::Strong, happened.trim_start()));
    if !problem.means.is_empty() {
        let _ = writeln!(text, "{}", wrapped(&problem.means, "  "));
    }
    if !problem.cure.is_empty() {
        let cure = wrapped(&problem.cure, "    ");
        let _ = writeln!(text, "  → {}", cure.trim_start());
    }
    let code = serde_json::to_value(problem.code).ok().and_then(|code| code.as_str().map(str::to_owned));
    let mut small = vec![code.unwrap_or_default()];
    small.push(texts.say("terminal-since", &[("when", paint.moment(problem.since, now).into())]));
    if let Some(at) = problem.next_try.filter(|at| *at > now) {
        small.push(texts.say("terminal-next-try", &[("when", relative(at, now, texts).into())]));
    }
    let _ = writeln!(text, "  {}", paint.ink(Ink::Faint, &fitted(&small.join(" · "), 78)));
}

#[cfg(test)]
mod tests;

//! Colour, width, marks and moments for people.

use std::time::Duration;

use homeport_core::snapshot::{ChipState, State};
use homeport_core::text::Texts;
use homeport_core::time::Wall;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Longer lines are broken; wider terminals do not make sentences easier to read.
const WIDTH: usize = 80;

/// How to write for people.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    colour: bool,
    /// Where the reader's clock stands.
    pub(super) zone: TimeZone,
}

/// A colour that only repeats what a mark and a word say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Good,
    Look,
    Bad,
    Faint,
    Strong,
    Plain,
}

impl Paint {
    /// For a terminal in colour, unless `NO_COLOR` is set (no-color.org) or the terminal can show none.
    pub(super) fn new(terminal: bool) -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");

        Self { colour: terminal && !refused && !dumb, zone: TimeZone::system() }
    }

    #[cfg(test)]
    pub(super) fn plain() -> Self {
        Self { colour: false, zone: TimeZone::UTC }
    }

    /// `text` in an ink.
    pub(super) fn ink(&self, ink: Ink, text: &str) -> String {
        let code = match ink {
            Ink::Good => "32",
            Ink::Look => "33",
            Ink::Bad => "31",
            Ink::Faint => "2",
            Ink::Strong => "1",
            Ink::Plain => return text.to_owned(),
        };
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }

        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// `text` in an ink, filled with spaces to `width`.
    pub(super) fn cell(&self, ink: Ink, text: &str, width: usize) -> String {
        let text = fitted(text, width);
        let gap = " ".repeat(width.saturating_sub(text.chars().count()));

        self.ink(ink, &text) + &gap
    }

    /// A moment on the reader's clock: the time today, the day before that.
    pub(super) fn moment(&self, at: Wall, now: Wall) -> String {
        let shown = |wall: Wall| Timestamp::from_millisecond(wall.0).ok().map(|at| at.to_zoned(self.zone.clone()));
        let (Some(at), Some(now)) = (shown(at), shown(now)) else { return String::new() };
        if at.date() == now.date() { at.strftime("%H:%M") } else { at.strftime("%Y-%m-%d %H:%M") }.to_string()
    }

    /// A moment to the second, with its day.
    pub(super) fn exactly(&self, at: Wall) -> String {
        Timestamp::from_millisecond(at.0)
            .map(|at| at.to_zoned(self.zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string())
            .unwrap_or_default()
    }
}

/// Cut to `width`, with an ellipsis.
pub(super) fn fitted(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }

    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

/// The widest of these, at most `most`.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>, most: usize) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0).min(most)
}

/// Words broken into lines that begin with `indent`.
pub(super) fn wrapped(text: &str, indent: &str) -> String {
    let room = WIDTH.saturating_sub(indent.chars().count());
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let needed = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && needed > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);

    lines.iter().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
}

/// "in 4 minutes", "2 hours ago"; the reader's clock for anything further away is [`Paint::moment`].
pub(super) fn relative(at: Wall, now: Wall, texts: &Texts) -> String {
    let (span, id) = if at > now { (at.since(now), "terminal-in") } else { (now.since(at), "terminal-ago") };

    texts.say(id, &[("span", length(span, texts).into())])
}

/// "38 seconds", "4 minutes", "2 hours", "12 days".
pub(super) fn length(span: Duration, texts: &Texts) -> String {
    let seconds = span.as_secs();
    let (id, count) = match seconds {
        0..=89 => ("terminal-seconds", seconds),
        90..=5_399 => ("terminal-minutes", (seconds + 30) / 60),
        5_400..=129_599 => ("terminal-hours", (seconds + 1_800) / 3_600),
        _ => ("terminal-days", (seconds + 43_200) / 86_400),
    };

    texts.say(id, &[("count", count.into())])
}

/// A shape for each state, so that colour is never alone.
pub(super) fn of_state(state: State) -> (&'static str, Ink) {
    match state {
        State::Ok => ("✓", Ink::Good),
        State::Working => ("…", Ink::Plain),
        State::Holding => ("‖", Ink::Plain),
        State::Attention => ("▲", Ink::Look),
        State::Error => ("✗", Ink::Bad),
        State::Offline => ("○", Ink::Faint),
    }
}

/// A shape for each state of a record.
pub(super) fn of_chip(state: ChipState) -> Ink {
    match state {
        ChipState::Verified => Ink::Good,
        ChipState::Accepted | ChipState::Sending | ChipState::Holding => Ink::Plain,
        ChipState::Unsure => Ink::Look,
        ChipState::Wrong => Ink::Bad,
        ChipState::Offline | ChipState::Off | ChipState::NotHere => Ink::Faint,
    }
}

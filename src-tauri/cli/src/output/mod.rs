//! The only place that writes to standard output: one JSON document for programs, plain words for people.

mod import;
mod own_provider;
mod paint;
mod status;
mod tables;

use std::io::{IsTerminal, Write};

use homeport_core::autostart::{Autostart, AutostartState};
use homeport_core::catalogue::Checked;
use homeport_core::import::ImportPreview;
use homeport_core::journal::Entry;
use homeport_core::report::SupportReport;
use homeport_core::request::{Check, Listed, OutcomeReport, ProviderCard, Refusal, TokenReport};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_core::time::Wall;
use serde::Serialize;
use serde_json::json;

use crate::arguments::Format;
use crate::failure::Failure;
use paint::Paint;

/// Where a command's result goes.
pub(crate) struct Output<'a> {
    format: Format,
    texts: &'a Texts,
}

impl<'a> Output<'a> {
    /// For people or for programs.
    pub(crate) fn new(format: Format, texts: &'a Texts) -> Self {
        Self { format, texts }
    }

    /// The snapshot.
    pub(crate) fn status(&self, snapshot: &Snapshot, now: Wall) -> std::io::Result<()> {
        self.show(snapshot, |paint| status::status(snapshot, now, paint, self.texts))
    }

    /// The journal, newest last.
    pub(crate) fn history(&self, entries: &[Entry]) -> std::io::Result<()> {
        self.show(&json!({ "entries": entries }), |paint| tables::history(entries, paint, self.texts))
    }

    /// How a round ended.
    pub(crate) fn round(&self, outcomes: &[OutcomeReport], dry_run: bool) -> std::io::Result<()> {
        self.show(&json!({ "dry_run": dry_run, "hostnames": outcomes }), |paint| {
            tables::outcomes(outcomes, dry_run, paint, self.texts)
        })
    }

    /// How a try ended.
    pub(crate) fn tried(&self, outcome: &OutcomeReport) -> std::io::Result<()> {
        self.show(outcome, |paint| tables::outcomes(std::slice::from_ref(outcome), false, paint, self.texts))
    }

    /// How the check of a token ended.
    pub(crate) fn token(&self, report: &TokenReport) -> std::io::Result<()> {
        self.show(report, |paint| tables::token(report, paint))
    }

    /// The hostnames in the settings.
    pub(crate) fn list(&self, listed: &[Listed]) -> std::io::Result<()> {
        self.show(&json!({ "hostnames": listed }), |paint| tables::list(listed, paint, self.texts))
    }

    /// The catalogue.
    pub(crate) fn providers(&self, cards: &[ProviderCard]) -> std::io::Result<()> {
        self.show(&json!({ "providers": cards }), |paint| tables::providers(cards, paint, self.texts))
    }

    /// One provider.
    pub(crate) fn provider(&self, card: &ProviderCard) -> std::io::Result<()> {
        self.show(card, |paint| tables::provider(card, paint, self.texts))
    }

    /// What an import would add, or has added.
    pub(crate) fn import(&self, preview: &ImportPreview) -> std::io::Result<()> {
        self.show(preview, |paint| import::preview(preview, paint, self.texts))
    }

    /// A provider file of the user's own.
    pub(crate) fn own_provider(&self, file: &str, checked: &Checked) -> std::io::Result<()> {
        self.show(&own_provider::document(file, checked), |paint| {
            own_provider::report(file, checked, paint, self.texts)
        })
    }

    /// Whether a program reads the result.
    pub(crate) fn is_json(&self) -> bool {
        self.format.json
    }

    /// The checks.
    pub(crate) fn checks(&self, checks: &[Check]) -> std::io::Result<()> {
        self.show(&json!({ "checks": checks }), |paint| tables::checks(checks, paint, self.texts))
    }

    /// Whether this program starts by itself.
    pub(crate) fn autostart(&self, now: &Autostart) -> std::io::Result<()> {
        let id = match now.state {
            AutostartState::On => "service-on",
            AutostartState::Off => "service-off",
            AutostartState::Stale => "service-stale",
            AutostartState::Managed => "service-managed",
        };
        let values = [("place", now.place.as_str().into()), ("program", now.program.as_str().into())];
        self.show(now, |_| self.texts.say(id, &values) + "\n")
    }

    /// A report that was written.
    pub(crate) fn report(&self, path: &str, report: &SupportReport, hidden: usize) -> std::io::Result<()> {
        let names: Vec<&str> = report.parts.iter().map(|part| part.name.as_str()).collect();
        let values = [("path", path.into()), ("names", names.join(", ").into()), ("hidden", hidden.into())];
        self.show(&json!({ "file": path, "parts": names, "hidden": hidden }), |_| {
            self.texts.say("report-written", &values) + "\n"
        })
    }

    /// The settings were restored; these accounts have no secrets here.
    pub(crate) fn restored(&self, lacking: &[String]) -> std::io::Result<()> {
        let mut text = self.texts.say("backup-restored", &[]);
        if !lacking.is_empty() {
            let names = lacking.join(", ");
            text = format!("{text}\n{}", self.texts.say("backup-lacking", &[("accounts", names.into())]));
        }
        self.show(&json!({ "restored": true, "lacking": lacking }), |_| text + "\n")
    }

    /// Something was done that has no other result.
    pub(crate) fn done(&self, sentence: &str) -> std::io::Result<()> {
        self.show(&json!({ "done": true, "message": sentence }), |_| format!("{sentence}\n"))
    }

    /// Something that people should know besides the result.
    pub(crate) fn note(&self, sentence: &str) {
        if !self.format.json {
            // On standard error, so that the result stays what was asked for; without it there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "{sentence}");
        }
    }

    /// A text that is the result itself: completions, the manual.
    pub(crate) fn raw(bytes: &[u8]) -> std::io::Result<()> {
        ignoring_a_closed_pipe(std::io::stdout().lock().write_all(bytes))
    }

    /// A failure: on standard error for people, and as the one document on standard output for programs.
    pub(crate) fn failed(&self, failure: &Failure) -> std::io::Result<()> {
        if self.format.json {
            return print(&document(&json!({ "error": failure.refusal })));
        }

        Self::warn(failure)
    }

    /// A failure beside a result: on standard error whatever the format.
    pub(crate) fn warn(failure: &Failure) -> std::io::Result<()> {
        let terminal = std::io::stderr().is_terminal();
        let text = tables::refusal(&failure.refusal, &Paint::new(terminal));

        ignoring_a_closed_pipe(std::io::stderr().lock().write_all(text.as_bytes()))
    }

    fn show<T: Serialize>(&self, value: &T, human: impl FnOnce(&Paint) -> String) -> std::io::Result<()> {
        if self.format.json {
            return print(&document(value));
        }

        print(&human(&Paint::new(std::io::stdout().is_terminal())))
    }
}

/// The three parts in one line each, for logs and for tests.
pub(crate) fn plainly(refusal: &Refusal) -> String {
    let parts = [&refusal.happened, &refusal.means, &refusal.cure];

    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// One line: `--watch` gives one document a line, and everything else reads one as well.
fn document<T: Serialize>(value: &T) -> String {
    match serde_json::to_string(value) {
        Ok(text) => text + "\n",
        Err(error) => format!("{}\n", json!({ "error": { "happened": error.to_string() } })),
    }
}

fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();

    ignoring_a_closed_pipe(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// `homeport history | head` is no error.
fn ignoring_a_closed_pipe(result: std::io::Result<()>) -> std::io::Result<()> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

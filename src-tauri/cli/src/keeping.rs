//! `homeport report`, `backup` and `restore`: what a person gives away, and what a person keeps.

use std::path::Path;

use homeport_agent::report;
use homeport_core::report::SupportReport;
use homeport_core::request::{Request, Response};
use homeport_handle::Handle;

use crate::commands::Asking;
use crate::failure::{Failure, code};

impl<H: Handle> Asking<'_, H> {
    /// Writes a report. Nothing is sent.
    pub(crate) async fn report(&self, path: &Path, names: bool) -> Result<u8, Failure> {
        let Response::Report(made) = self.ask(Request::Report { hide: !names }).await? else {
            return self.unexpected();
        };
        let written = report::zip(&made).and_then(|bytes| report::write_new(path, &bytes));
        written.map_err(|error| self.not_saved(&error))?;
        let shown = path.display().to_string();

        self.written(self.output.report(&shown, &made, hidden(&made)), code::FINE)
    }

    /// Writes a copy of the settings.
    pub(crate) async fn backup(&self, path: &Path) -> Result<u8, Failure> {
        let Response::Backup(text) = self.ask(Request::Backup).await? else { return self.unexpected() };
        report::write_new(path, text.as_bytes()).map_err(|error| self.not_saved(&error))?;
        let path = path.display().to_string();
        let sentence = self.texts.say("backup-written", &[("path", path.into())]);

        self.written(self.output.done(&sentence), code::FINE)
    }

    /// Puts such a copy in the place of the settings.
    pub(crate) async fn restore(&self, path: &Path) -> Result<u8, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            let (file, reason) = (path.display().to_string(), error.to_string());
            Failure::said(self.texts, "command-file", &[("file", &file), ("reason", &reason)], code::USAGE)
        })?;
        let Response::Restored { lacking } = self.ask(Request::Restore { text }).await? else {
            return self.unexpected();
        };
        self.written(self.output.restored(&lacking), code::FINE)?;
        self.note_alone();

        Ok(if lacking.is_empty() { code::FINE } else { code::NEEDS_YOU })
    }

    fn not_saved(&self, error: &std::io::Error) -> Failure {
        let reason = homeport_agent::store::reason(error);

        Failure::said(self.texts, "refused-not-saved", &[("reason", &reason)], code::USAGE)
    }
}

/// How many pieces stand for something else.
fn hidden(report: &SupportReport) -> usize {
    report.parts.iter().flat_map(|part| &part.pieces).filter(|piece| piece.hidden).count()
}

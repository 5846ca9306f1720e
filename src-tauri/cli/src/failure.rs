//! What ends a command early, with its exit code.

use homeport_core::request::Refusal;
use homeport_core::text::Texts;
use homeport_handle::HandleError;

/// The exit codes of the contract.
pub(crate) mod code {
    /// All right.
    pub(crate) const FINE: u8 = 0;
    /// Something needs the user: rejected, blocked, held.
    pub(crate) const NEEDS_YOU: u8 = 1;
    /// Wrong usage or settings.
    pub(crate) const USAGE: u8 = 2;
    /// Temporary trouble: offline, provider down.
    pub(crate) const TEMPORARY: u8 = 3;
    /// Another instance refused.
    pub(crate) const REFUSED: u8 = 4;
}

/// Why a command ended early: three parts in plain words, and the exit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What happened, what it means, what to do.
    pub(crate) refusal: Refusal,
    /// The exit code.
    pub(crate) code: u8,
}

impl Failure {
    /// What the resident or the agent refused: a wrong value, most often.
    pub(crate) fn refused(refusal: Refusal) -> Self {
        Self { refusal, code: code::USAGE }
    }

    /// A failure whose three texts are `ID-happened`, `ID-means` and `ID-do`.
    pub(crate) fn said(texts: &Texts, id: &str, values: &[(&str, &str)], code: u8) -> Self {
        let say = |part: &str| {
            let values: Vec<_> = values.iter().map(|(key, value)| (*key, (*value).into())).collect();
            texts.say(&format!("{id}-{part}"), &values)
        };

        Self { refusal: Refusal { happened: say("happened"), means: say("means"), cure: say("do"), field: None }, code }
    }

    /// The same, about one field.
    pub(crate) fn about(mut self, field: &str) -> Self {
        self.refusal.field = Some(field.to_owned());

        self
    }

    /// The running resident could not be asked.
    pub(crate) fn unasked(texts: &Texts, error: &HandleError) -> Self {
        let code = match error {
            HandleError::OtherVersion(_) | HandleError::OtherUser => code::REFUSED,
            HandleError::NotRunning
            | HandleError::Ended
            | HandleError::Silent
            | HandleError::Garbled(_)
            | HandleError::Io(_) => code::TEMPORARY,
        };

        Self::said(texts, "command-unasked", &[("reason", &error.to_string())], code)
    }

    /// Something else came back than was asked for.
    pub(crate) fn unexpected(texts: &Texts) -> Self {
        Self::said(texts, "command-unexpected", &[], code::TEMPORARY)
    }
}

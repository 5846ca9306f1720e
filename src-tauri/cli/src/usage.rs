//! Mistakes on the command line.

use std::ffi::OsString;

use clap::Parser as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use homeport_core::text::Texts;

use crate::arguments::{Arguments, Format};
use crate::failure::{Failure, code};
use crate::output::Output;

/// Reads the command line. Help and mistakes are written here; then there is only an exit code left.
pub(crate) fn parse(words: impl Iterator<Item = OsString>, texts: &Texts) -> Result<Arguments, u8> {
    let words: Vec<_> = words.collect();
    let error = match Arguments::try_parse_from(&words) {
        Ok(arguments) => return Ok(arguments),
        Err(error) => error,
    };
    if !error.use_stderr() {
        // Help and version are results; without a terminal to write to there is nobody to tell.
        let _ = error.print();
        return Err(code::FINE);
    }
    let json = words.iter().any(|word| word == "--json");
    let stray = is_stray(&error);
    if json || stray {
        let reason = if stray { texts.say("command-stray", &[]) } else { first_line(&error) };
        let values = [("reason", reason.as_str()), ("help", "homeport --help")];
        let failure = Failure::said(texts, "command-usage", &values, code::USAGE);
        let _ = Output::new(Format { json }, texts).failed(&failure);
    } else {
        let _ = error.print();
    }

    Err(code::USAGE)
}

/// A word that fits nowhere may be a secret that lost its place: it is not repeated.
fn is_stray(error: &clap::Error) -> bool {
    let is_option = |text: &str| text.starts_with('-');
    match (error.kind(), error.get(ContextKind::InvalidArg)) {
        (ErrorKind::UnknownArgument, Some(ContextValue::String(word))) => !is_option(word),
        _ => false,
    }
}

fn first_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();

    line.trim_start_matches("error: ").to_owned()
}

//! What this program says, in plain words, on standard output.

use std::io::Write;

/// One line. A reader that went away is not an error: the work goes on.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// The beginning of a step, set off from what came before it.
pub(crate) fn step(text: &str) {
    line(&format!("\n== {text}"));
}

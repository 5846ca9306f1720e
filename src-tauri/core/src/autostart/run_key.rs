//! The entry of Windows: a value below `HKCU\…\CurrentVersion\Run`.

use super::{Entry, Start};

/// The command line that starts Homeport.
#[must_use]
pub fn run_value(start: &Start) -> String {
    let words: Vec<String> = start.words().iter().enumerate().map(|(at, word)| quoted(word, at == 0)).collect();

    words.join(" ")
}

/// What such a value says.
#[must_use]
pub fn read_run_value(value: &str, off: bool) -> Entry {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for character in value.chars() {
        match character {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            character if character.is_whitespace() && !quoted => words.extend(word.take()),
            character => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);

    Entry { words, off }
}

/// Whether the list of the Task Manager switched the entry off: an odd first byte does.
#[must_use]
pub fn is_switched_off(approved: Option<&[u8]>) -> bool {
    approved.and_then(|bytes| bytes.first()).is_some_and(|first| first % 2 == 1)
}

/// No path of Windows has a quotation mark in it; a backslash at the end would swallow the closing one.
fn quoted(word: &str, always: bool) -> String {
    let word = word.trim_end_matches('\\');
    if always || word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

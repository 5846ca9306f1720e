//! The provider's own words, made fit for people: without secrets, without control characters, short.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::request::Secret;

/// The longest message, in characters.
pub(crate) const LONGEST: usize = 200;
/// The longest excerpt of a request or an answer, in characters.
const LONGEST_EXCERPT: usize = 512;
const INSTEAD: &str = "(hidden)";

/// What may not appear in a message: an account's secrets, in every form in which a request carries them.
#[derive(Clone, Default)]
pub(crate) struct Hidden(Vec<String>);

impl Hidden {
    /// The secrets as they are, percent-encoded, in Base64, and as Basic credentials with each of `fields` as the user.
    pub(crate) fn new(secrets: &BTreeMap<String, Secret>, fields: &BTreeMap<String, String>) -> Self {
        let mut forms = Vec::new();
        for secret in secrets.values().map(Secret::reveal).filter(|secret| !secret.is_empty()) {
            forms.push(secret.to_owned());
            forms.push(utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string());
            forms.push(STANDARD.encode(secret));
            forms.extend(fields.values().map(|user| STANDARD.encode(format!("{user}:{secret}"))));
        }
        // The longest first, so that no rest of a long one stays behind.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));

        Self(forms)
    }

    /// Hides one more text, such as the mark of a session.
    pub(crate) fn add(&mut self, text: &str) {
        if text.len() >= 8 {
            self.0.push(text.to_owned());
            self.0.sort_by_key(|form| std::cmp::Reverse(form.len()));
        }
    }

    /// The words as one line of at most [`LONGEST`] characters.
    pub(crate) fn clean(&self, words: &str) -> String {
        self.line(words, LONGEST)
    }

    /// The same with more room, for whoever looks for the cause of a refusal.
    pub(crate) fn excerpt(&self, text: &str) -> String {
        self.line(text, LONGEST_EXCERPT)
    }

    fn line(&self, words: &str, longest: usize) -> String {
        let mut line = self.hide(words);
        line = line.chars().map(|letter| if is_visible(letter) { letter } else { ' ' }).collect();
        line = self.hide(&line.split_whitespace().collect::<Vec<_>>().join(" "));
        if line.chars().count() > longest {
            line = line.chars().take(longest - 1).chain(['…']).collect();
        }

        line
    }

    fn hide(&self, words: &str) -> String {
        self.0.iter().fold(words.to_owned(), |words, form| {
            if words.contains(form.as_str()) { words.replace(form.as_str(), INSTEAD) } else { words }
        })
    }
}

/// Neither a control character nor one that changes the direction of writing or has no width.
fn is_visible(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Says what came instead of an answer that a rule knows.
pub(crate) fn not_understood(status: u16, body: &str, hidden: &Hidden) -> String {
    let text = body.trim();
    let start: String = text.chars().take(200).collect::<String>().to_lowercase();
    let odd = text
        .chars()
        .take(400)
        .filter(|letter| *letter == '\u{fffd}' || (letter.is_control() && !letter.is_whitespace()));
    if text.is_empty() {
        format!("the answer is empty (HTTP {status})")
    } else if start.starts_with('<') || start.contains("<html") || start.contains("<!doctype") {
        format!("a web page came instead of an answer (HTTP {status})")
    } else if odd.count() > 3 {
        format!("the answer is not text (HTTP {status})")
    } else {
        hidden.clean(&format!("not a known answer (HTTP {status}): {text}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden() -> Hidden {
        let secrets = BTreeMap::from([("password".to_owned(), Secret::new("s3cret/word"))]);

        Hidden::new(&secrets, &BTreeMap::from([("user".to_owned(), "jane".to_owned())]))
    }

    #[test]
    fn a_secret_in_an_answer_is_replaced_in_every_form() {
        let basic = STANDARD.encode("jane:s3cret/word");
        let words = hidden().clean(&format!("s3cret/word s3cret%2Fword {basic} end"));

        assert_eq!(words, "(hidden) (hidden) (hidden) end");
        assert_eq!(hidden().clean("s3cret\u{7}/word"), "s3cret /word");
        assert_eq!(hidden().clean(&format!("{}s3cret/word", "x".repeat(195))).matches("s3c").count(), 0);
    }

    #[test]
    fn words_become_one_short_line() {
        assert_eq!(hidden().clean("a\r\n\tb\u{1b}[31m \u{202e}c"), "a b [31m c");
        assert_eq!(hidden().clean(&"ä".repeat(500)).chars().count(), LONGEST);
    }

    #[test]
    fn an_answer_that_is_none_is_named() {
        assert_eq!(not_understood(200, " \n", &hidden()), "the answer is empty (HTTP 200)");
        assert_eq!(
            not_understood(200, "<!DOCTYPE html><p>good 192.0.2.1", &hidden()),
            "a web page came instead of an answer (HTTP 200)"
        );
        assert_eq!(not_understood(200, &"\u{fffd}\u{1}".repeat(50), &hidden()), "the answer is not text (HTTP 200)");
        assert_eq!(
            not_understood(200, "goodbye s3cret/word", &hidden()),
            "not a known answer (HTTP 200): goodbye (hidden)"
        );
    }
}

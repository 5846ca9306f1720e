//! Which Homeport keeps a record: a short name that an installation gives itself once. It stands in the comment of the
//! records that it creates, where the provider's API has comments, so that two Homeports do not fight about one name.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The word in front of the name.
const WORD: &str = "Homeport";
/// Letters and digits that nobody mistakes for each other.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH: usize = 8;

/// The name of an installation: eight letters and digits, made at random. It says nothing of the machine or its user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Installation(String);

impl Installation {
    /// Makes a name of 40 random bits, the lowest of these.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        let letter = |place: usize| {
            let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or_default();

            char::from(*LETTERS.get(index).unwrap_or(&b'a'))
        };

        Self((0..LENGTH).map(letter).collect())
    }

    /// The comment of a record that this installation creates.
    #[must_use]
    pub fn comment(&self) -> String {
        format!("{WORD} {}", self.0)
    }

    /// The installation that a record's comment names. People may have written around it.
    #[must_use]
    pub fn named_in(comment: &str) -> Option<Self> {
        let words: Vec<&str> =
            comment.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is_name = |word: &str| word.len() == LENGTH && word.bytes().all(|byte| LETTERS.contains(&byte));

        words.windows(2).find_map(|pair| match pair {
            [word, name] if *word == WORD && is_name(name) => Some(Self((*name).to_owned())),
            _ => None,
        })
    }
}

impl fmt::Display for Installation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_names_the_installation_that_wrote_it_whatever_stands_around() {
        let own = Installation::from_bits(0x0123_4567_89ab_cdef);
        assert_eq!(own.to_string().len(), LENGTH);
        for comment in [own.comment(), format!("the house, {}.", own.comment()), format!("[{}] keep!", own.comment())] {
            assert_eq!(Installation::named_in(&comment), Some(own.clone()), "{comment}");
        }
    }

    #[test]
    fn other_comments_name_nobody() {
        for comment in ["", "Homeport", "Homeport is great software", "homeport abcdefgh", "Homeport abc", "abcdefgh"] {
            assert_eq!(Installation::named_in(comment), None, "{comment}");
        }
    }
}

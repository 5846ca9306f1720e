//! How the check of a token ended.

use serde::{Deserialize, Serialize};

use super::Outcome;
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::reply::{self, Means, Next};
use crate::text::Texts;

/// How the check of a token ended. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TokenReport {
    /// The provider's id.
    pub provider: String,
    /// `unchanged` when the token works.
    pub outcome: Outcome,
    /// What the provider's answer means; `None` when there was none.
    pub means: Option<Means>,
    /// In plain words.
    pub message: String,
    /// The rights that the token needs, where it lacks one.
    pub rights: Vec<String>,
    /// The zones that the token sees, as people write them; empty where the answer names none.
    #[serde(default)]
    pub zones: Vec<String>,
}

/// So many zones are named in a message; of the rest it says how many they are.
const NAMED: usize = 3;

impl TokenReport {
    /// Puts an answer into words. `name` is the provider's name, `rights` what its file says that a token needs,
    /// `zones` what a success named.
    #[must_use]
    pub fn new(
        provider: &str,
        name: &str,
        rights: &[String],
        zones: &[Hostname],
        answer: Option<&Answer>,
        texts: &Texts,
    ) -> Self {
        let (outcome, means, said) = match answer {
            Some(Answer::Replied(reply)) => {
                let outcome = match reply::next(reply, 0) {
                    Next::Verify => Outcome::Unchanged,
                    Next::Halt(_) => Outcome::Refused,
                    Next::RetryAfter(..) | Next::SendAlone(_) if reply.means == Means::Unknown => Outcome::Unknown,
                    Next::RetryAfter(..) | Next::SendAlone(_) => Outcome::Retry,
                };
                (outcome, Some(reply.means), reply.message.clone())
            }
            Some(Answer::NotSent(trouble) | Answer::Uncertain(trouble)) => (Outcome::Retry, None, trouble.to_string()),
            Some(Answer::NoSecret) | None => (Outcome::Refused, None, String::new()),
        };
        let id = match (outcome, means) {
            (Outcome::Unchanged | Outcome::Updated, _) if zones.is_empty() => "token-good",
            (Outcome::Unchanged | Outcome::Updated, _) => "token-good-for",
            (_, Some(Means::NotEntitled)) => "token-not-entitled",
            (Outcome::Refused, _) => "token-refused",
            (Outcome::Unknown, _) => "token-unknown",
            (Outcome::Retry | Outcome::Held, _) => "token-later",
        };
        let quoted = if said.is_empty() { "no" } else { "yes" };
        let zones: Vec<String> = zones.iter().map(Hostname::to_unicode).collect();
        let named = zones.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let values = [
            ("provider", name.into()),
            ("quoted", quoted.into()),
            ("message", said.into()),
            ("zones", named.into()),
            ("more", zones.len().saturating_sub(NAMED).into()),
        ];
        let lacks = means == Some(Means::NotEntitled);

        Self {
            provider: provider.to_owned(),
            outcome,
            means,
            message: texts.say(id, &values),
            rights: if lacks { rights.to_vec() } else { Vec::new() },
            zones,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Trouble;
    use crate::reply::Reply;

    #[test]
    fn a_report_names_the_missing_right_and_only_then_the_rights() {
        let rights = ["Zone, DNS, Edit".to_owned()];
        let report = |answer: &Answer| TokenReport::new("one", "One", &rights, &[], Some(answer), &Texts::english());
        let replied = |means| Answer::Replied(Reply::with_message(means, "their words"));

        let lacks = report(&replied(Means::NotEntitled));
        assert_eq!((lacks.outcome, lacks.rights.as_slice()), (Outcome::Refused, rights.as_slice()));
        assert!(lacks.message.contains("their words") && lacks.message.contains("One"), "{}", lacks.message);
        for (answer, outcome) in [
            (replied(Means::Good), Outcome::Unchanged),
            (replied(Means::BadAuth), Outcome::Refused),
            (replied(Means::RateLimited), Outcome::Retry),
            (replied(Means::Unknown), Outcome::Unknown),
            (Answer::NotSent(Trouble::NoDns("one.example".to_owned())), Outcome::Retry),
        ] {
            let report = report(&answer);
            assert_eq!(report.outcome, outcome);
            assert!(report.rights.is_empty() && report.message.contains("One"), "{report:?}");
        }
    }

    #[test]
    fn a_token_that_works_names_its_zones_and_counts_those_beyond_a_few() {
        let zones: Vec<Hostname> =
            ["a.example", "b.example", "c.example", "d.example"].iter().map(|zone| zone.parse().unwrap()).collect();
        let good = Answer::Replied(Reply::plain(Means::Good));
        let report = |zones: &[Hostname]| TokenReport::new("one", "One", &[], zones, Some(&good), &Texts::english());

        assert_eq!(report(&zones[..1]).message, "Token works for: a.example.");
        assert_eq!(report(&zones).message, "Token works for: a.example, b.example, c.example and 1 more.");
        assert_eq!(report(&zones).zones.len(), 4);
    }
}

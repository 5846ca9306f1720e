//! How each hostname stands after a round: the answer to `homeport once`.

use crate::address::{Family, PerFamily, Publishable};
use crate::reply::Means;
use crate::request::{Outcome, OutcomeReport};
use crate::snapshot::ChipState;
use crate::text::Texts;
use crate::time::{Now, Wall};

use super::Client;
use super::blocked::Blocked;

impl Client {
    /// How each hostname stands, in the settings' order. `since` is when the round began: what was accepted after it
    /// was updated by it.
    #[must_use]
    pub fn outcomes(&self, since: Wall, now: Now, texts: &Texts) -> Vec<OutcomeReport> {
        self.in_order()
            .into_iter()
            .map(|unit| {
                let (row, _) = self.row(unit, now, texts);
                let accepted = |family| unit.published(&self.ledger, family).is_some_and(|fact| fact.accepted >= since);
                let updated = Family::BOTH.into_iter().any(accepted);
                let kept = [&row.records.ipv4, &row.records.ipv6];
                let is = |state: ChipState| kept.iter().any(|chip| chip.state == state);
                let outcome = match self.blocked(unit, now) {
                    Some(Blocked::Halted(_) | Blocked::Secret(_)) => Outcome::Refused,
                    Some(Blocked::Paused | Blocked::Held) => Outcome::Held,
                    Some(Blocked::Waiting(..) | Blocked::Retry(_)) => Outcome::Retry,
                    _ if is(ChipState::Unsure) => Outcome::Unknown,
                    _ if is(ChipState::Offline) => Outcome::Retry,
                    _ if is(ChipState::Holding) => Outcome::Held,
                    _ if updated => Outcome::Updated,
                    _ => Outcome::Unchanged,
                };
                let means = match outcome {
                    Outcome::Updated => Some(Means::Good),
                    Outcome::Unchanged => Some(Means::Unchanged),
                    _ => self.last_means(unit),
                };

                OutcomeReport {
                    hostname: unit.settings.name.to_string(),
                    provider: unit.provider.to_string(),
                    outcome,
                    means,
                    message: row.words.clone(),
                    address: PerFamily {
                        ipv4: self.desired(unit, Family::Ipv4).map(Publishable::get),
                        ipv6: self.desired(unit, Family::Ipv6).map(Publishable::get),
                    },
                    retry_after_s: row.next_try.map(|at| crate::request::seconds_until(at, now.wall)),
                    proved: kept.iter().all(|chip| match chip.state {
                        ChipState::Verified => chip.proved.is_some(),
                        state => matches!(state, ChipState::Off | ChipState::NotHere),
                    }) && is(ChipState::Verified),
                    proxied: Family::BOTH.into_iter().any(|family| {
                        unit.wants(family) && unit.published(&self.ledger, family).is_some_and(|fact| fact.proxied)
                    }),
                }
            })
            .collect()
    }
}

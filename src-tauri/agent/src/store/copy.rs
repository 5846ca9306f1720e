//! The copy of the ledger beside the database.

use homeport_core::address::Family;
use homeport_core::ledger::{Ledger, LedgerChange};
use serde::{Deserialize, Serialize};

/// The ledger as JSON, whose keys have to be texts.
#[derive(Serialize, Deserialize)]
pub(super) struct Copy(Vec<LedgerChange>);

impl Copy {
    pub(super) fn of(ledger: &Ledger) -> Self {
        let mut changes = Vec::new();
        for (name, facts) in &ledger.published {
            for family in Family::BOTH {
                if let Some(fact) = facts.get(family) {
                    changes.push(LedgerChange::Published(name.clone(), family, Some(fact.clone())));
                }
            }
        }
        for (subject, fact) in &ledger.not_before {
            changes.push(LedgerChange::NotBefore(subject.clone(), Some(fact.clone())));
        }
        for (subject, fact) in &ledger.halted {
            changes.push(LedgerChange::Halted(subject.clone(), Some(fact.clone())));
        }
        changes.extend(ledger.paused.map(|fact| LedgerChange::Paused(Some(fact))));
        for (name, facts) in &ledger.standby {
            for family in Family::BOTH {
                if let Some(fact) = facts.get(family) {
                    changes.push(LedgerChange::Standby(name.clone(), family, Some(fact.clone())));
                }
            }
        }
        changes.extend(ledger.out.iter().map(|(name, since)| LedgerChange::Out(name.clone(), Some(*since))));
        changes.extend(ledger.installation.iter().cloned().map(LedgerChange::Installation));
        changes.extend(ledger.told.iter().map(|(told, at)| LedgerChange::Told(told.clone(), Some(*at))));

        Self(changes)
    }

    pub(super) fn into_ledger(self) -> Ledger {
        let mut ledger = Ledger::default();
        for change in self.0 {
            ledger.apply(change);
        }

        ledger
    }
}

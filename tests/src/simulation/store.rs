//! The made-up disk below the ledger: rows of text, as the real store keeps them.

use std::collections::BTreeMap;

use homeport_core::ledger::{Ledger, LedgerChange};

/// The durable facts as rows of text, one for each fact.
#[derive(Debug, Clone, Default)]
pub struct Store {
    rows: BTreeMap<String, String>,
    /// What could not be written yet, in order.
    pending: Vec<(String, String)>,
    /// An older state, for when the newest is damaged.
    copy: BTreeMap<String, String>,
    /// Writes fail.
    pub full: bool,
}

impl Store {
    /// Writes one fact, or keeps it for later while the disk is full.
    ///
    /// # Errors
    ///
    /// In words, when the text that would be stored does not read back as the very same fact.
    pub fn write(&mut self, change: &LedgerChange) -> Result<(), String> {
        let text = serde_json::to_string(change).map_err(|error| format!("a fact cannot be written: {error}"))?;
        let back: LedgerChange =
            serde_json::from_str(&text).map_err(|error| format!("a stored fact cannot be read: {error}: {text}"))?;
        if back != *change {
            return Err(format!("a stored fact reads back differently: {text}"));
        }
        // Any torn write must be seen as one, so that the row before it stays in force.
        let torn = text.get(..text.len() / 2).unwrap_or_default();
        if serde_json::from_str::<LedgerChange>(torn).is_ok() {
            return Err(format!("a torn write reads as a fact: {torn}"));
        }
        let row = (key(change)?, text);
        if self.full {
            self.pending.push(row);
        } else {
            self.rows.insert(row.0, row.1);
        }

        Ok(())
    }

    /// The disk has room again: what was kept is written.
    pub fn recover(&mut self) {
        self.full = false;
        self.rows.extend(std::mem::take(&mut self.pending));
    }

    /// The process died: what was kept is lost.
    pub fn forget_pending(&mut self) {
        self.pending.clear();
    }

    /// Keeps a copy of the rows as they are now.
    pub fn keep_copy(&mut self) {
        self.copy.clone_from(&self.rows);
    }

    /// The newest state is damaged: the copy is in force.
    pub fn fall_back(&mut self) {
        self.rows.clone_from(&self.copy);
    }

    /// Reads all facts, as at start.
    ///
    /// # Errors
    ///
    /// In words, when a row cannot be read.
    pub fn load(&self) -> Result<Ledger, String> {
        let mut ledger = Ledger::default();
        for text in self.rows.values() {
            let change = serde_json::from_str(text).map_err(|error| format!("the state does not load: {error}"))?;
            ledger.apply(change);
        }

        Ok(ledger)
    }
}

fn key(change: &LedgerChange) -> Result<String, String> {
    let key = match change {
        LedgerChange::Published(hostname, family, _) => serde_json::to_string(&("published", hostname, family)),
        LedgerChange::NotBefore(subject, _) => serde_json::to_string(&("not-before", subject)),
        LedgerChange::Halted(subject, _) => serde_json::to_string(&("halted", subject)),
        LedgerChange::Paused(_) => serde_json::to_string("paused"),
        LedgerChange::Standby(hostname, family, _) => serde_json::to_string(&("standby", hostname, family)),
        LedgerChange::Installation(_) => serde_json::to_string("installation"),
        LedgerChange::Out(hostname, _) => serde_json::to_string(&("out", hostname)),
        LedgerChange::Told(told, _) => serde_json::to_string(&("told", told)),
    };

    key.map_err(|error| format!("a fact has no key: {error}"))
}

#[cfg(test)]
mod tests {
    use homeport_core::ledger::{Halted, Subject};
    use homeport_core::reply::Means;
    use homeport_core::time::Wall;

    use super::*;
    use crate::simulation::options::{account_id, hostname};

    fn halt() -> LedgerChange {
        let fact =
            Halted { means: Means::BadAuth, message: "badauth".to_owned(), since: Wall(5), version: "1".to_owned() };

        LedgerChange::Halted(Subject::Account(account_id(0)), Some(fact))
    }

    #[test]
    fn what_is_written_is_there_at_the_next_start() {
        let mut store = Store::default();
        store.write(&halt()).unwrap();

        assert!(store.load().unwrap().halted.contains_key(&Subject::Account(account_id(0))));
    }

    #[test]
    fn a_full_disk_loses_only_what_came_after_it() {
        let mut store = Store::default();
        store.write(&halt()).unwrap();
        store.full = true;
        let lifted = LedgerChange::Halted(Subject::Account(account_id(0)), None);
        store.write(&lifted).unwrap();
        let other = LedgerChange::Halted(Subject::Hostname(hostname(1).unwrap()), None);
        store.write(&other).unwrap();
        store.forget_pending();

        assert_eq!(store.load().unwrap().halted.len(), 1);
    }
}

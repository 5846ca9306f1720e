//! Whether an account's secrets can be read, and what was in the way of its requests.

use crate::event::SecretState;
use crate::settings::AccountId;
use crate::time::Now;

use super::Client;

impl Client {
    /// Returns whether something may be due now.
    pub(super) fn handle_secret(&mut self, account: AccountId, state: SecretState, now: Now) -> bool {
        let before = self.secrets.get(&account);
        let is_same = before.is_some_and(|(old, _)| *old == state);
        if is_same && state == SecretState::Ready {
            return false;
        }
        let since = before.filter(|_| is_same).map_or(now.wall, |(_, since)| *since);
        if state == SecretState::Ready {
            self.retry_at_once(&account);
        }
        self.secrets.insert(account, (state, since));

        true
    }

    /// What was in the way of an account's requests is gone.
    pub(super) fn retry_at_once(&mut self, account: &AccountId) {
        for unit in self.every_unit_mut().filter(|unit| unit.settings.account == *account) {
            unit.retry_at = None;
        }
    }
}

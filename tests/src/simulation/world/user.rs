//! What the user does.

use std::collections::BTreeSet;
use std::time::Duration;

use homeport_core::event::{Command, Event, SecretState};
use homeport_core::fault::{Code, Remedy};
use homeport_core::hostname::Hostname;

use super::{Fault, Happens, MINUTE, Violation, World};
use crate::simulation::options::account_id;

impl World<'_> {
    pub(super) fn command(&mut self, command: Command) -> Result<(), Violation> {
        self.tell(Event::Command(command))
    }

    pub(super) fn user_acts(&mut self) -> Result<(), Violation> {
        match self.random.below(10) {
            0..=2 => self.command(Command::CheckNow),
            3 => {
                let span = self.random.between(1, 120);
                self.command(Command::Pause(Some(Duration::from_secs(span * 60))))
            }
            4 => {
                let at = self.clock.real + self.random.between(MINUTE, 60 * MINUTE);
                self.plan(at, Happens::Resume);
                self.command(Command::Pause(None))
            }
            5 | 6 => {
                if self.settings.hostnames.is_empty() {
                    return Ok(());
                }
                let index = self.random.index(self.settings.hostnames.len());
                let name = self.settings.hostnames[index].name.clone();
                self.command(Command::TryAgain(name))
            }
            7 => {
                let number = self.random.index(self.options.accounts.len());
                self.replace_secret(number)
            }
            8 => self.edit_settings(),
            _ => self.command(Command::Resume),
        }
    }

    /// The user gives an account new secrets: they are in the vault when the client hears of it.
    pub(super) fn replace_secret(&mut self, number: usize) -> Result<(), Violation> {
        if self.active.has(Fault::KeychainLocked) || !self.is_awake() {
            return Ok(());
        }
        let account = account_id(number);
        self.providers.deleted.retain(|deleted| *deleted != account);
        self.tell(Event::Secret(account.clone(), SecretState::Ready))?;

        self.command(Command::SecretReplaced(account))
    }

    /// One hostname is paused, moved, taken out, put back, or loses a family.
    pub(super) fn edit_settings(&mut self) -> Result<(), Violation> {
        if self.settings.hostnames.is_empty() || !self.is_awake() {
            return Ok(());
        }
        let index = self.random.index(self.settings.hostnames.len());
        let accounts = self.options.accounts.len();
        match self.random.below(5) {
            0 => self.settings.hostnames[index].paused ^= true,
            1 => self.settings.hostnames[index].enabled.ipv6 ^= true,
            2 => self.settings.hostnames[index].account = account_id(self.random.index(accounts)),
            3 if self.settings.hostnames.len() > 1 => {
                self.settings.hostnames.remove(index);
            }
            _ => self.settings.hostnames = self.options.settings().hostnames,
        }

        self.tell(Event::Settings(self.settings.clone()))
    }

    pub(super) fn click_often(&mut self) -> Result<(), Violation> {
        for _ in 0..100 {
            self.run_until(self.clock.real + 50)?;
            self.command(Command::CheckNow)?;
        }

        Ok(())
    }

    /// The user presses what the problems offer, once for each: what someone else wrote is found out by the next proof,
    /// which can be half an hour after the user looked.
    pub(in crate::simulation) fn press(&mut self, pressed: &mut BTreeSet<(Code, Hostname)>) -> Result<(), Violation> {
        for problem in self.look().problems {
            for button in problem.buttons {
                let Remedy::TryAgain { hostname } = button.remedy else { continue };
                let Ok(hostname) = hostname.parse::<Hostname>() else { continue };
                if pressed.insert((problem.code, hostname.clone())) {
                    self.command(Command::TryAgain(hostname))?;
                }
            }
        }

        Ok(())
    }

    /// The user does everything that problems ask for: resumes, gives new secrets, tries again.
    pub(super) fn remedy_all(&mut self) -> Result<(), Violation> {
        self.settings = self.options.settings();
        self.tell(Event::Settings(self.settings.clone()))?;
        self.command(Command::Resume)?;
        for number in 0..self.options.accounts.len() {
            self.replace_secret(number)?;
        }
        for hostname in self.settings.hostnames.clone() {
            self.command(Command::TryAgain(hostname.name))?;
        }

        Ok(())
    }
}

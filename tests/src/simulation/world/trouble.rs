//! How faults begin and end.

use homeport_core::address::Family;
use homeport_core::event::{Event, Hint, StoreState};
use homeport_core::settings::VpnRule;
use homeport_core::time::Wall;

use super::{DAY, Doom, Fault, HOUR, Happens, MINUTE, SECOND, Violation, World};

/// Ten years in milliseconds.
const TEN_YEARS: i64 = 315_576_000_000;
/// One hour in milliseconds, for the wall clock.
const STEP: i64 = 3_600_000;

impl World<'_> {
    pub(super) fn next_fault(&mut self) -> Result<(), Violation> {
        if !self.is_awake() {
            return Ok(());
        }
        let possible: Vec<Fault> = self.options.faults.iter().filter(|fault| !self.active.has(*fault)).collect();
        if possible.is_empty() {
            return Ok(());
        }
        let fault = possible[self.random.index(possible.len())];

        self.begin_fault(fault)
    }

    fn begin_fault(&mut self, fault: Fault) -> Result<(), Violation> {
        self.figures.faults += 1;
        self.coverage.begin(fault, self.activity());
        self.note(|| format!("## {fault} begins: {}", fault.meaning()));
        let accounts = self.options.accounts.len();
        self.providers.aim(fault, accounts, &mut self.random);
        let span = self.span_of(fault);
        if span > 0 {
            self.active.insert(fault);
            self.plan(self.clock.real + span, Happens::Ends(fault));
        }
        match fault {
            Fault::EchoLies | Fault::EchoDisagree | Fault::EchoSpecial => self.liar = self.random.index(3),
            _ => {}
        }
        self.strike(fault)
    }

    /// How long a fault lasts; zero for what happens at once.
    fn span_of(&mut self, fault: Fault) -> u64 {
        match fault {
            Fault::EchoLies => self.random.between(HOUR, 6 * HOUR),
            Fault::EndpointGone => 7 * DAY,
            Fault::ServerErrors
            | Fault::RateLimited
            | Fault::BadAuth
            | Fault::Refused
            | Fault::Nochg
            | Fault::PartialAnswer
            | Fault::OtherAddress
            | Fault::LateSuccess
            | Fault::TlsTrouble
            | Fault::Hang
            | Fault::Broken
            | Fault::Redirect
            | Fault::AllAccountsFail
            | Fault::RestartInWait
            | Fault::Fight
            | Fault::SlowZone
            | Fault::SplitDns => self.random.between(10 * MINUTE, 6 * HOUR),
            Fault::RouterReboots => 3 * MINUTE,
            Fault::LongSleep
            | Fault::ShortSleeps
            | Fault::RefreshWhileAsleep
            | Fault::PrivateAddress
            | Fault::TemporaryRotates
            | Fault::PrefixChange
            | Fault::LinkFlaps
            | Fault::ClockAhead
            | Fault::ClockAt1970
            | Fault::ClockSteps
            | Fault::Stopped
            | Fault::ForeignWrite
            | Fault::SecretDeleted
            | Fault::PowerCut
            | Fault::CrashAfterSuccess
            | Fault::QuitInRequest
            | Fault::SettingsEdited
            | Fault::HundredClicks => 0,
            Fault::EventStorm => SECOND,
            _ => self.short(),
        }
    }

    fn strike(&mut self, fault: Fault) -> Result<(), Violation> {
        match fault {
            Fault::LongSleep => {
                let span = self.random.between(6 * HOUR, 10 * HOUR);
                self.sleep(span)
            }
            Fault::ShortSleeps => {
                for _ in 0..10 {
                    self.sleep(55 * SECOND)?;
                    self.run_until(self.clock.real + 20 * SECOND)?;
                }
                Ok(())
            }
            Fault::ResumeElsewhere | Fault::RefreshWhileAsleep => {
                let days = if fault == Fault::ResumeElsewhere { 1 } else { 40 };
                self.sleep(days * DAY)
            }
            Fault::LinkFlaps => {
                self.plan(self.clock.real, Happens::Flap(self.options.flaps));
                Ok(())
            }
            Fault::EventStorm => {
                for _ in 0..1_000 {
                    self.run_until(self.clock.real + 1)?;
                    self.hint(Hint::Network)?;
                }
                Ok(())
            }
            Fault::ForgedPackets => {
                for number in 0..300_u16 {
                    self.run_until(self.clock.real + 100)?;
                    self.forge(number.to_be_bytes()[1])?;
                }
                Ok(())
            }
            Fault::Stopped => self.stand_still(),
            Fault::WatcherDies => self.tell(Event::Watcher(Some("the event source ended".to_owned()))),
            Fault::PrivateAddress => {
                self.home.new_private();
                self.network_changed()
            }
            Fault::TemporaryRotates => {
                self.home.rotate_temporary();
                self.network_changed()
            }
            Fault::PrefixChange => {
                self.remember_seen();
                self.home.new_prefix(true);
                self.plan(self.clock.real + 5 * MINUTE, Happens::OldPrefixGone);
                self.network_changed()
            }
            Fault::ClockAhead => {
                self.clock.set_wall_error(TEN_YEARS);
                self.plan(self.clock.real + 20 * MINUTE, Happens::ClockCorrected);
                self.die()
            }
            Fault::ClockAt1970 => {
                self.clock.set_wall(Wall(0));
                self.plan(self.clock.real + HOUR, Happens::ClockCorrected);
                Ok(())
            }
            Fault::ClockSteps => {
                self.clock.set_wall_error(if self.random.chance(50) { STEP } else { -STEP });
                self.plan(self.clock.real + HOUR, Happens::ClockCorrected);
                self.hint(Hint::Woke)
            }
            Fault::ForeignWrite | Fault::Fight => self.foreign_write(),
            Fault::DiskFull => {
                self.store.full = true;
                self.tell(Event::Store(StoreState::CannotWrite("no space left".to_owned())))
            }
            Fault::StateDamaged => {
                self.store.keep_copy();
                Ok(())
            }
            Fault::PowerCut => self.doom(Doom::Actions(12)),
            Fault::CrashAfterSuccess => self.doom(Doom::Success),
            Fault::RestartInWait => self.doom(Doom::Wait),
            Fault::QuitInRequest => self.doom(Doom::Request),
            Fault::SettingsEdited => self.edit_settings(),
            Fault::HundredClicks => self.click_often(),
            Fault::Ipv6Vanishes | Fault::Vpn | Fault::SplitTunnel | Fault::Cafe => self.network_changed(),
            Fault::NextHopUnknown => self.network_changed(),
            Fault::Cgnat | Fault::DoubleNat | Fault::RouterLies => self.quietly_changed(),
            Fault::PowerChanges => {
                self.power_changed(true);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn doom(&mut self, doom: Doom) -> Result<(), Violation> {
        let left = u32::try_from(self.random.below(12)).unwrap_or(0);
        self.doom = Some(if let Doom::Actions(_) = doom { Doom::Actions(left) } else { doom });

        Ok(())
    }

    pub(super) fn remember_seen(&mut self) {
        let beside = self.options.vpn == VpnRule::Physical;
        for family in Family::BOTH {
            *self.before.get_mut(family) = self.home.seen(family, self.active, beside);
        }
    }

    fn quietly_changed(&mut self) -> Result<(), Violation> {
        self.home.note(self.active, self.clock.real);
        self.announce();

        Ok(())
    }

    /// The process is stopped while its answers arrive, and the address changes meanwhile.
    fn stand_still(&mut self) -> Result<(), Violation> {
        self.change_address(false)?;
        let until = self.clock.real + MINUTE;
        self.asleep_until = Some(until);
        self.run_asleep_until(until)?;
        self.asleep_until = None;

        Ok(())
    }

    fn foreign_write(&mut self) -> Result<(), Violation> {
        if self.settings.hostnames.is_empty() {
            return Ok(());
        }
        let victim = self.random.index(self.settings.hostnames.len());
        let name = self.settings.hostnames[victim].name.clone();
        self.providers.write_foreign(&name, self.clock.real);

        Ok(())
    }

    pub(super) fn end_fault(&mut self, fault: Fault) -> Result<(), Violation> {
        if !self.active.has(fault) {
            return Ok(());
        }
        self.active.remove(fault);
        self.note(|| format!("## {fault} ends"));
        match fault {
            Fault::WatcherDies => {
                self.home.note(self.active, self.clock.real);
                self.plan(self.clock.real + 1, Happens::Tell(self.process, Event::Watcher(None)));
                Ok(())
            }
            Fault::RouterReboots => {
                self.remember_seen();
                self.home.new_lease();
                self.router_started = self.clock.real;
                self.announce();
                self.network_changed()
            }
            Fault::Ipv6Vanishes
            | Fault::Vpn
            | Fault::SplitTunnel
            | Fault::Cafe
            | Fault::ResumeElsewhere
            | Fault::NextHopUnknown
            | Fault::Ipv6Blackhole => self.network_changed(),
            Fault::Cgnat | Fault::DoubleNat | Fault::RouterLies => self.quietly_changed(),
            Fault::PowerChanges => {
                self.power_changed(false);
                Ok(())
            }
            Fault::PortalPage | Fault::PortalTls | Fault::PortalSmall | Fault::ResolverDead => self.hint(Hint::Retry),
            Fault::DiskFull => {
                self.store.recover();
                self.look = true;
                self.plan(self.clock.real + 1, Happens::Tell(self.process, Event::Store(StoreState::Fine)));
                Ok(())
            }
            Fault::KeychainLocked => {
                self.tell_secrets();
                Ok(())
            }
            Fault::Fight => self.foreign_write(),
            _ => Ok(()),
        }
    }

    fn tell_secrets(&mut self) {
        for account in self.settings.accounts.clone() {
            if self.judges.secret(&account.id).is_some() {
                let state = self.providers.secret(&account.id, self.active);
                // A sleeping machine hears of it when it wakes.
                self.plan(self.clock.real + 1, Happens::Tell(self.process, Event::Secret(account.id, state)));
            }
        }
    }

    pub(super) fn flap(&mut self, left: u32) -> Result<(), Violation> {
        self.home.link = left == 0 || !self.home.link;
        if left > 0 {
            self.plan(self.clock.real + 200, Happens::Flap(left - 1));
        }

        self.network_changed()
    }

    /// Ends everything that is wrong in the world, as if the storm were over. What the user has to do is left.
    pub(super) fn end_all(&mut self) -> Result<(), Violation> {
        self.calm = true;
        self.doom = None;
        self.clock.set_wall_error(0);
        self.home.link = true;
        self.home.drop_old_prefix();
        self.dns_back_at = self.clock.real;
        for fault in self.active.iter() {
            self.end_fault(fault)?;
        }

        self.network_changed()
    }
}

//! The buttons of each problem: what a person can do about it from here.

use crate::address::Family;
use crate::fault::{Code, Fault, Remedy};
use crate::hostname::Hostname;
use crate::sources::page_for_portal;

use super::Client;
use super::unit::Unit;

impl Client {
    /// A hostname's problem with its buttons.
    pub(super) fn with_remedies(&self, found: Fault, unit: &Unit) -> Fault {
        let hostname = unit.settings.name.to_string();
        let account = unit.settings.account.to_string();
        let again = Remedy::TryAgain { hostname: hostname.clone() };
        let details = Remedy::ShowActivity { hostname: hostname.clone() };
        let rules = self.rules(&unit.provider);
        let open = |url: &String| (!url.is_empty()).then(|| Remedy::OpenProvider { url: url.clone() });
        let site = rules.and_then(|rules| open(&rules.site));
        let token_page = rules.and_then(|rules| open(&rules.access_url));
        match found.code {
            Code::AuthRejected | Code::SecretMissing => {
                found.doing(Remedy::ReplaceSecret { account }).doing_maybe(token_page)
            }
            Code::AuthScope => found.doing(again).doing_maybe(token_page),
            Code::HostNotFound => {
                let zones =
                    rules.is_some_and(|rules| rules.names_zones).then_some(Remedy::ShowZones { hostname, account });
                found.doing(again).doing_maybe(zones).doing_maybe(site)
            }
            Code::NotYours => found.doing(again).doing_maybe(site),
            Code::Blocked | Code::BadRequest | Code::ClientRefused => {
                found.doing(again).doing_maybe(site).doing(details)
            }
            Code::KeychainLocked => found.doing(Remedy::UnlockKeychain { account }).doing(again),
            Code::KeychainAbsent => found.doing(again).doing(Remedy::KeepInMemory { account }),
            Code::KeychainDenied | Code::NotInDns => found.doing(again),
            Code::ProviderUnknown => found.doing(again).doing(details),
            Code::ForeignChange => found.doing(again).doing(Remedy::PauseHostname { hostname }),
            Code::NoDns => found.doing(Remedy::CheckNow),
            Code::ProviderDown => found.doing(Remedy::CheckNow).doing(details),
            Code::TlsTrust => found.doing(Remedy::CheckNow).doing(Remedy::RunDiagnostics).doing(details),
            _ => found,
        }
    }

    /// How updates can go on although they are on hold here.
    pub(super) fn with_ways_on(&self, found: Fault) -> Fault {
        match found.code {
            Code::NotHome if self.network_id().is_some() => found.doing(Remedy::ThisIsHome).doing(Remedy::UpdateHere),
            Code::VpnActive => found.doing(Remedy::UseVpn).doing(Remedy::CheckNow),
            _ => found.doing(Remedy::CheckNow),
        }
    }

    /// The way to the sign-in page of a portal.
    pub(super) fn sign_in(&self) -> Option<Remedy> {
        let page = page_for_portal(self.settings.as_ref()?)?;

        Some(Remedy::SignIn { url: page.into() })
    }

    /// The AAAA record can be given up where the A record is kept.
    pub(super) fn without_ipv6(&self, found: Fault) -> Fault {
        found.doing_maybe(self.keeps_both().then_some(Remedy::TurnOff { family: Family::Ipv6 }))
    }

    /// The A record can be given up where IPv6 is known to work.
    pub(super) fn with_ipv6_only(&self, found: Fault) -> Fault {
        let works = self.known(Family::Ipv6).is_some() && self.keeps_both();

        found.doing_maybe(works.then_some(Remedy::TurnOff { family: Family::Ipv4 }))
    }

    fn keeps_both(&self) -> bool {
        self.keeping_both().next().is_some()
    }

    /// The hostnames of which one record can be turned off: both are kept.
    pub fn keeping_both(&self) -> impl Iterator<Item = &Hostname> {
        let both = |unit: &&Unit| Family::BOTH.into_iter().all(|family| unit.wants(family)) && !unit.is_practice();

        self.units.values().filter(both).map(|unit| &unit.settings.name)
    }
}

/// What the button says. The same step has another name where it means something else to a person.
pub(super) fn label_of(code: Code, remedy: &Remedy) -> &'static str {
    match remedy {
        Remedy::CheckNow => "button-check-now",
        Remedy::TryAgain { .. } if code == Code::ForeignChange => "button-take-over",
        Remedy::TryAgain { .. } => "button-try-again",
        Remedy::ReplaceSecret { .. } => "button-replace-secret",
        Remedy::OpenProvider { .. } if matches!(code, Code::AuthRejected | Code::SecretMissing | Code::AuthScope) => {
            "button-open-token-page"
        }
        Remedy::OpenProvider { .. } => "button-open-provider",
        Remedy::EditHostname { .. } => "button-edit-hostname",
        Remedy::RunDiagnostics if code == Code::Cgnat => "button-how-known",
        Remedy::RunDiagnostics => "button-run-diagnostics",
        Remedy::Resume => "button-resume",
        Remedy::ThisIsHome => "button-this-is-home",
        Remedy::UpdateHere => "button-update-here",
        Remedy::SignIn { .. } => "button-open-sign-in",
        Remedy::UseVpn => "button-use-vpn",
        Remedy::ChooseSources => "button-choose-sources",
        Remedy::UnlockKeychain { .. } => "button-unlock",
        Remedy::KeepInMemory { .. } => "button-keep-in-memory",
        Remedy::TurnOff { family: Family::Ipv4 } => "button-ipv6-only",
        Remedy::TurnOff { family: Family::Ipv6 } => "button-ipv6-off",
        Remedy::PauseHostname { .. } => "button-leave-alone",
        Remedy::ShowActivity { .. } if code == Code::Blocked => "button-who-else",
        Remedy::ShowActivity { .. } => "button-details",
        Remedy::ShowZones { .. } => "button-show-zones",
    }
}

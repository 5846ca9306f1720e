//! `homeport service`: whether this program starts by itself. No Homeport has to run for it.

use homeport_agent::autostart::{self, AutostartTrouble};
use homeport_core::autostart::{Autostart, AutostartState};
use homeport_core::text::Texts;
use homeport_handle::paths::Paths;

use crate::arguments::Service;
use crate::failure::{Failure, code};
use crate::output::Output;

/// Carries the command out and gives its exit code.
pub(crate) fn carry_out(what: &Service, paths: &Paths, output: &Output<'_>, texts: &Texts) -> Result<u8, Failure> {
    let now = if what.is_for_system() { for_system(what, paths) } else { for_user(what, paths) };
    let now = now.map_err(|trouble| refused(&trouble, texts))?;
    output.autostart(&now).map_err(|error| crate::unwritten(&error, texts))?;
    let right = matches!(now.state, AutostartState::On | AutostartState::Managed);
    // Whoever takes it away gets what was asked for.
    let fine = right || matches!(what, Service::Uninstall { .. });

    Ok(if fine { code::FINE } else { code::NEEDS_YOU })
}

fn for_user(what: &Service, paths: &Paths) -> Result<Autostart, AutostartTrouble> {
    let opens = matches!(what, Service::Install { window: true, .. });
    let this = autostart::this(paths, opens).ok_or(AutostartTrouble::NoList)?;
    match what {
        Service::Install { .. } => autostart::set(&this, true),
        Service::Uninstall { .. } => autostart::set(&this, false),
        Service::Status { .. } => Ok(autostart::standing(&this)),
    }
}

#[cfg(target_os = "linux")]
fn for_system(what: &Service, paths: &Paths) -> Result<Autostart, AutostartTrouble> {
    let this = autostart::this(paths, false).ok_or(AutostartTrouble::NoList)?.program;
    let systemd = autostart::service::Systemd::default();
    match what {
        Service::Install { .. } => systemd.install(&this),
        Service::Uninstall { .. } => systemd.remove(&this),
        Service::Status { .. } => Ok(systemd.standing(&this)),
    }
}

/// Only systemd is spoken to.
#[cfg(not(target_os = "linux"))]
fn for_system(_what: &Service, _paths: &Paths) -> Result<Autostart, AutostartTrouble> {
    Err(AutostartTrouble::NoList)
}

fn refused(trouble: &AutostartTrouble, texts: &Texts) -> Failure {
    let (id, reason) = trouble.refusal();

    Failure::said(texts, &format!("refused-{id}"), &[("reason", &reason)], code::USAGE)
}

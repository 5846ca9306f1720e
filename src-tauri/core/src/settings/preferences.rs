//! What a person switches on the settings page: how Homeport looks, what it tells, and where it looks for addresses.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::{Settings, SourceKind, VpnRule};
use crate::language::Language;

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// By day.
    Light,
    /// By night.
    Dark,
}

/// Which notifications appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Notifications {
    /// Changes, and what needs a person.
    #[default]
    All,
    /// Only what needs a person.
    NeedsMe,
    /// None; tray and window say it.
    None,
}

/// How Homeport looks and what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AppSettings {
    /// The language; `None`: the system's.
    pub language: Option<Language>,
    /// The window's colours.
    pub theme: Theme,
    /// Which notifications appear.
    pub notifications: Notifications,
}

/// Everything that the settings page can change at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Preferences {
    /// The language; `None`: the system's.
    pub language: Option<Language>,
    /// The window's colours.
    pub theme: Theme,
    /// Which notifications appear.
    pub notifications: Notifications,
    /// `MAC/subnet` of each home network; empty means everywhere.
    pub home: Vec<String>,
    /// What to do while a tunnel is the way out.
    pub vpn: VpnRule,
    /// The kinds of sources in use; empty means all.
    pub sources: Vec<SourceKind>,
    /// Name servers asked instead of the zone's own; empty means the zone's own.
    pub nameservers: Vec<SocketAddr>,
}

impl Preferences {
    /// The part of the settings that the settings page shows.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self {
            language: settings.app.language,
            theme: settings.app.theme,
            notifications: settings.app.notifications,
            home: settings.network.home.clone(),
            vpn: settings.network.vpn,
            sources: settings.addresses.sources.clone(),
            nameservers: settings.verify.nameservers.clone(),
        }
    }
}

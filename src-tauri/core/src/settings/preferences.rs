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

/// The ink of the tray's icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum IconStyle {
    /// As the panel's other icons.
    #[default]
    Monochrome,
    /// In the colour of the state; its shape says it too.
    Color,
}

/// How much is logged to standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum LogLevel {
    Error,
    Warn,
    #[default]
    Info,
    Debug,
    Trace,
}

impl LogLevel {
    /// All of them, the quietest first.
    pub const ALL: [Self; 5] = [Self::Error, Self::Warn, Self::Info, Self::Debug, Self::Trace];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }
}

/// How Homeport looks and what it tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppSettings {
    /// The language; `None`: the system's.
    pub language: Option<Language>,
    /// The window's colours.
    pub theme: Theme,
    /// Which notifications appear.
    pub notifications: Notifications,
    /// The ink of the tray's icon.
    pub icon: IconStyle,
    /// How much is logged.
    pub log: LogLevel,
    /// The proxy for requests to providers: `http://host:port`, without a password.
    pub proxy: Option<String>,
    /// Echo services are asked through it, too: then the address is the proxy's.
    pub proxy_for_echo: bool,
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
    /// STUN servers are asked on a metered way out, too.
    #[serde(default)]
    pub stun_on_metered: bool,
    /// The ink of the tray's icon.
    #[serde(default)]
    pub icon: IconStyle,
    /// How much is logged.
    #[serde(default)]
    pub log: LogLevel,
    /// The proxy for requests to providers; `None`: what the environment says.
    #[serde(default)]
    pub proxy: Option<String>,
    /// Echo services are asked through it, too.
    #[serde(default)]
    pub proxy_for_echo: bool,
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
            stun_on_metered: settings.addresses.stun_on_metered,
            icon: settings.app.icon,
            log: settings.app.log,
            proxy: settings.app.proxy.clone(),
            proxy_for_echo: settings.app.proxy_for_echo,
        }
    }
}

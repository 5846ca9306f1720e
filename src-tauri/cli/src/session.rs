//! Whether there is a desktop, and what it looks like.

#[cfg(target_os = "linux")]
use std::path::Path;

use crate::tray::Panel;

/// Why there is no tray and no notification.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoDesktop {
    /// `--no-tray`.
    #[error("no tray was asked for")]
    NotAsked,
    /// Neither X nor Wayland.
    #[cfg(target_os = "linux")]
    #[error("there is no display")]
    NoDisplay,
    /// A display, but nothing to talk to a panel through.
    #[cfg(target_os = "linux")]
    #[error("there is no session bus")]
    NoBus,
}

/// Whether this process belongs to a desktop session.
#[cfg(target_os = "linux")]
pub(crate) fn desktop() -> Result<(), NoDesktop> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err(NoDesktop::NoDisplay);
    }
    let bus = std::env::var_os("XDG_RUNTIME_DIR").map(|folder| Path::new(&folder).join("bus"));
    if !set("DBUS_SESSION_BUS_ADDRESS") && !bus.is_some_and(|bus| bus.exists()) {
        return Err(NoDesktop::NoBus);
    }

    Ok(())
}

/// Windows and macOS start this program within a desktop session.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "it is the same function on every system")]
pub(crate) fn desktop() -> Result<(), NoDesktop> {
    Ok(())
}

/// Whether there is a clipboard to copy to.
#[cfg(target_os = "linux")]
pub(crate) fn has_clipboard() -> bool {
    // Through X, which Wayland desktops offer as well; one without it does not let a program without a window copy.
    std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty())
}

/// Whether there is a clipboard to copy to.
#[cfg(not(target_os = "linux"))]
pub(crate) fn has_clipboard() -> bool {
    true
}

/// What the tray's panel looks like, as far as the desktop tells.
#[cfg(target_os = "linux")]
pub(crate) async fn panel() -> Panel {
    let desktop = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    let is = |name: &str| desktop.split(':').any(|part| part.eq_ignore_ascii_case(name));
    if is("GNOME") || is("Unity") {
        return Panel::Dark; // The top bar is dark in both themes.
    }
    if !is("KDE") {
        return Panel::Unknown; // The panel's colour is the theme's own business there.
    }
    match colour_scheme().await {
        Ok(1) => Panel::Dark,
        Ok(2) => Panel::Light,
        Ok(_) | Err(_) => Panel::Unknown,
    }
}

/// 1 is dark, 2 is light, 0 no preference (the XDG desktop portal's `org.freedesktop.appearance`).
#[cfg(target_os = "linux")]
async fn colour_scheme() -> zbus::Result<u32> {
    let connection = zbus::Connection::session().await?;
    let reply = connection
        .call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.portal.Settings"),
            "ReadOne",
            &("org.freedesktop.appearance", "color-scheme"),
        )
        .await?;
    let value: zbus::zvariant::OwnedValue = reply.body().deserialize()?;

    Ok(u32::try_from(value)?)
}

/// The colour of the taskbar, not of the windows: two settings on Windows.
#[cfg(windows)]
#[allow(clippy::unused_async, reason = "equal to the other systems")]
pub(crate) async fn panel() -> Panel {
    const THEME: &str = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize";
    let light = windows_registry::CURRENT_USER.open(THEME).and_then(|key| key.get_u32("SystemUsesLightTheme"));
    match light {
        Ok(1) => Panel::Light,
        Ok(_) => Panel::Dark,
        Err(_) => Panel::Unknown,
    }
}

/// A template image: macOS colours it by itself.
#[cfg(target_os = "macos")]
#[allow(clippy::unused_async, reason = "equal to the other systems")]
pub(crate) async fn panel() -> Panel {
    Panel::Light
}

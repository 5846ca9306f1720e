//! Whether there is a desktop, and what can be done there.

#[cfg(target_os = "linux")]
use std::path::Path;

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

//! What the desktop looks like, as far as it tells, so that the tray's glyph can be seen on it.

use tokio::sync::mpsc::UnboundedSender;

use crate::tray::FromTray;

#[cfg(target_os = "linux")]
mod portal;
#[cfg(windows)]
mod windows;

/// Tells what the desktop looks like, now and after each change, for as long as the program runs.
#[cfg(target_os = "linux")]
pub(crate) fn follow(sender: &UnboundedSender<FromTray>) {
    let sender = sender.clone();
    tokio::spawn(async move {
        if let Err(error) = portal::follow(&sender).await {
            tracing::debug!(%error, "the desktop does not tell what it looks like");
        }
    });
}

/// Tells what the desktop looks like, now and after each change, for as long as the program runs.
#[cfg(windows)]
pub(crate) fn follow(sender: &UnboundedSender<FromTray>) {
    let sender = sender.clone();
    let following = std::thread::Builder::new().name("look".to_owned()).spawn(move || windows::follow(&sender));
    if let Err(error) = following {
        tracing::debug!(%error, "what the desktop looks like is not followed");
    }
}

/// A template image: macOS colours it by itself.
#[cfg(target_os = "macos")]
pub(crate) fn follow(sender: &UnboundedSender<FromTray>) {
    use homeport_core::tray::{Look, Panel};

    // The receiver ends only with the whole program.
    let _ = sender.send(FromTray::Looks(Look::of(Panel::Light)));
}

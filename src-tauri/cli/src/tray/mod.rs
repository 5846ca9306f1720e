//! Draws the icon and the menu. What they say is decided in `homeport_core::tray`; here are only two back ends and the
//! comparison with what was drawn last.

mod glyph;
#[cfg(target_os = "linux")]
mod ksni;
#[cfg(not(target_os = "linux"))]
mod native;

use homeport_core::settings::IconStyle;
use homeport_core::snapshot;
use homeport_core::tray::{Click, Icon, Look, Menu, Panel};
use tokio::sync::mpsc::UnboundedSender;

#[cfg(target_os = "linux")]
use self::ksni as backend;
#[cfg(not(target_os = "linux"))]
use self::native as backend;

pub(crate) use backend::{Desk, host};

/// Everything that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Face {
    /// The glyph and its words.
    pub(crate) icon: Icon,
    /// The menu.
    pub(crate) menu: Menu,
    /// What the glyph is drawn on.
    pub(crate) panel: Panel,
    /// The ink of the glyph.
    pub(crate) style: IconStyle,
}

/// What comes from the tray.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FromTray {
    /// A click, and what a window needs to come to the front because of it.
    Click(Click, Option<String>),
    /// The window was closed.
    WindowClosed,
    /// Whether the icon can be seen.
    Seen(snapshot::Tray),
    /// What the desktop looks like now.
    Looks(Look),
}

/// The tray, or none.
pub(crate) struct Tray {
    backend: Option<backend::Backend>,
    drawn: Face,
}

impl Tray {
    /// Puts the icon into the tray. Without a tray this goes on, and the icon appears when the tray does.
    pub(crate) async fn start(desk: Desk, face: Face, sender: UnboundedSender<FromTray>) -> Self {
        let backend = backend::Backend::start(desk, &face, sender).await;

        Self { backend, drawn: face }
    }

    /// Draws, if anything changed.
    pub(crate) async fn draw(&mut self, face: Face) {
        if self.drawn == face {
            return;
        }
        if let Some(backend) = &self.backend {
            backend.draw(&face, &self.drawn).await;
        }
        self.drawn = face;
    }

    /// Takes the icon away.
    pub(crate) async fn stop(self) {
        if let Some(backend) = self.backend {
            backend.stop().await;
        }
    }
}

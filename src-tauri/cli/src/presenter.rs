//! Shows the newest snapshot in the tray, tells what is worth a notification, and carries out clicks.

use std::sync::Arc;
use std::time::Duration;

use homeport_agent::clock;
use homeport_core::notice::{Notices, first_close};
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_core::tray::{Abilities, Click, Look, Panel, icon, menu, redraw_at};
use homeport_handle::Handle;
use tokio::sync::mpsc::UnboundedSender;
use tracing::{debug, info, warn};

use crate::clipboard::Clipboard;
use crate::look;
use crate::output::plainly;
use crate::tray::{Desk, Face, FromTray, Tray};
use crate::window::{self, Window};
use crate::{notify, session};

/// Everything that a person without a terminal sees of the resident.
pub(crate) struct Presenter<H> {
    handle: Arc<H>,
    texts: Texts,
    window: Window,
    sender: UnboundedSender<FromTray>,
    desk: Option<Desk>,
    look: Look,
    tray: Option<Tray>,
    clipboard: Clipboard,
    notices: Notices,
    snapshot: Option<Arc<Snapshot>>,
}

impl<H: Handle + 'static> Presenter<H> {
    /// Begins without an icon; it appears with the first snapshot.
    pub(crate) fn new(
        handle: Arc<H>,
        texts: Texts,
        window: Window,
        desk: Option<Desk>,
        sender: UnboundedSender<FromTray>,
    ) -> Self {
        if desk.is_some() {
            notify::introduce();
            look::follow(&sender);
        }

        Self {
            handle,
            texts,
            window,
            sender,
            desk,
            look: Look::of(Panel::Unknown),
            tray: None,
            clipboard: Clipboard::default(),
            notices: Notices::new(clock::now()),
            snapshot: None,
        }
    }

    /// Whether anybody sees what it shows. On a server nobody does, and making snapshots for nobody is the most work of a
    /// change with a thousand hostnames.
    pub(crate) fn is_seen(&self) -> bool {
        self.desk.is_some() || self.tray.is_some()
    }

    /// Draws the newest snapshot and tells what is new in it.
    pub(crate) async fn show(&mut self, snapshot: Arc<Snapshot>) {
        self.snapshot = Some(snapshot);
        self.refresh().await;
    }

    /// Draws and tells again what time alone has changed.
    pub(crate) async fn refresh(&mut self) {
        let Some(snapshot) = self.snapshot.clone() else { return };
        if self.texts.language() != snapshot.language {
            self.texts = Texts::of(snapshot.language);
        }
        let face = self.face(&snapshot);
        let notices = self.notices.handle_snapshot(&snapshot, &self.texts, clock::now());
        match (&mut self.tray, self.desk.take()) {
            (Some(tray), _) => tray.draw(face).await,
            (None, Some(desk)) => self.tray = Some(Tray::start(desk, face, self.sender.clone()).await),
            (None, None) => {}
        }
        for notice in notices {
            info!(title = notice.title, "notification");
            notify::show(notice, self.sender.clone());
        }
    }

    /// Draws again on a desktop that looks different now.
    pub(crate) async fn look(&mut self, look: Look) {
        self.look = look;
        self.refresh().await;
    }

    /// How long nothing changes without news.
    pub(crate) fn rest(&self) -> Option<Duration> {
        let now = clock::now();
        let notice = self.notices.poll_timeout().map(|at| at.since(now.mono));
        let redraw = self.snapshot.as_ref().and_then(|snapshot| redraw_at(snapshot, now.wall));

        [notice, redraw.map(|at| at.since(now.wall))].into_iter().flatten().min()
    }

    /// The window is gone, and Homeport is not: whoever sees that for the first time is told.
    pub(crate) fn window_closed(&self) {
        if self.tray.is_some() && self.window.is_first_close() {
            notify::show(first_close(&self.texts), self.sender.clone());
        }
    }

    /// Carries a click out; `false` when it was the last one.
    pub(crate) fn click(&mut self, click: Click, token: Option<String>) -> bool {
        let request = match click {
            Click::Open(page) => {
                self.window.open(&page, token, self.sender.clone());
                return true;
            }
            Click::Copy(address) => {
                self.clipboard.copy(address.to_string());
                return true;
            }
            Click::Quit => return false,
            Click::CheckNow => Request::CheckNow,
            Click::TryAgain(hostname) => Request::TryAgain { hostname },
            Click::Pause(span) => Request::Pause(span),
            Click::Resume => Request::Resume,
            Click::ThisIsHome => Request::ThisIsHome,
        };
        let handle = self.handle.clone();
        // Not waited for: the tray stays quick, and the next snapshot shows what came of it.
        tokio::spawn(async move {
            match handle.ask(request).await {
                Ok(Response::Refused(refusal)) => info!(reason = plainly(&refusal), "a click was refused"),
                Ok(_) => debug!("a click was carried out"),
                Err(error) => warn!(%error, "a click was lost"),
            }
        });

        true
    }

    /// Takes the icon away.
    pub(crate) async fn stop(self) {
        if let Some(tray) = self.tray {
            tray.stop().await;
        }
    }

    fn face(&self, snapshot: &Snapshot) -> Face {
        let can = Abilities { copy: session::has_clipboard(), window: window::program().is_some() };

        Face {
            icon: icon(snapshot, &self.texts),
            menu: menu(snapshot, &self.texts, can, clock::wall()),
            panel: self.look.panel,
            style: self.look.style(snapshot.preferences.icon),
        }
    }
}

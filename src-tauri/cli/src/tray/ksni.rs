//! The tray on Linux: a `StatusNotifierItem` on the session bus, on tokio and without GTK.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use homeport_core::snapshot::Tray as Seen;
use homeport_core::tray::{Click, Entry, Page};
use ksni::menu::{StandardItem, SubMenu};
use ksni::{Category, MenuItem, OfflineReason, ToolTip, TrayMethods};
use tokio::sync::mpsc::UnboundedSender;
use tracing::{debug, info, warn};

use super::glyph::pictures;
use super::{Face, FromTray};

/// The sizes that panels ask for, from a low one to one on a screen with 192 dots per inch.
const SIZES: [u16; 4] = [22, 24, 32, 48];

/// What a tray needs of its desktop: nothing here.
#[derive(Debug)]
pub(crate) struct Desk;

/// Runs the program; on this system the tray needs no thread of its own.
pub(crate) fn host(work: impl FnOnce(Desk) -> u8 + Send + 'static) -> u8 {
    work(Desk)
}

/// The running item.
pub(crate) struct Backend {
    handle: ksni::Handle<Item>,
}

impl Backend {
    pub(crate) async fn start(_desk: Desk, face: &Face, sender: UnboundedSender<FromTray>) -> Option<Self> {
        let unseen = Arc::new(AtomicBool::new(false));
        let item = Item { face: face.clone(), sender: sender.clone(), unseen: unseen.clone() };
        // A panel that is not there yet is not an error: the item registers as soon as one appears.
        match item.assume_sni_available(true).spawn().await {
            Ok(handle) => {
                if !unseen.load(Ordering::Relaxed) {
                    debug!("the tray shows the icon");
                    report(&sender, FromTray::Seen(Seen::Shown));
                }

                Some(Self { handle })
            }
            Err(error) => {
                warn!(%error, "there is no tray");
                report(&sender, FromTray::Seen(Seen::NoHost));

                None
            }
        }
    }

    pub(crate) async fn draw(&self, face: &Face, _before: &Face) {
        let face = face.clone();
        if self.handle.update(|item| item.face = face).await.is_none() {
            debug!("the tray has ended");
        }
    }

    pub(crate) async fn stop(self) {
        self.handle.shutdown().await;
    }
}

/// The receiver ends only with the whole program.
fn report(sender: &UnboundedSender<FromTray>, news: FromTray) {
    let _ = sender.send(news);
}

pub(crate) struct Item {
    face: Face,
    sender: UnboundedSender<FromTray>,
    unseen: Arc<AtomicBool>,
}

impl Item {
    fn click(&self, click: Click) {
        report(&self.sender, FromTray::Click(click, ksni::current_xdg_activation_token()));
    }
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "homeport".to_owned()
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        self.click(Click::Open(Page::Status));
    }

    fn category(&self) -> Category {
        Category::Communications
    }

    fn title(&self) -> String {
        self.face.icon.title.clone()
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        pictures(self.face.icon.state, self.face.panel, self.face.style, &SIZES)
            .iter()
            .map(|picture| ksni::Icon { width: picture.size.into(), height: picture.size.into(), data: picture.argb() })
            .collect()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: self.face.icon.tooltip.clone(), ..ToolTip::default() }
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        items(&self.face.menu.0)
    }

    fn watcher_online(&self) {
        info!("a tray appeared");
        self.unseen.store(false, Ordering::Relaxed);
        report(&self.sender, FromTray::Seen(Seen::Shown));
    }

    fn watcher_offline(&self, reason: OfflineReason) -> bool {
        info!(?reason, "there is no tray now; the icon comes back with it");
        self.unseen.store(true, Ordering::Relaxed);
        report(&self.sender, FromTray::Seen(Seen::NoHost));

        true
    }
}

fn items(entries: &[Entry]) -> Vec<MenuItem<Item>> {
    entries.iter().map(item).collect()
}

fn item(entry: &Entry) -> MenuItem<Item> {
    match entry {
        Entry::Separator => MenuItem::Separator,
        Entry::Label(label) => StandardItem { label: escaped(label), enabled: false, ..StandardItem::default() }.into(),
        Entry::Button { label, click } => {
            let click = click.clone();
            let activate = Box::new(move |item: &mut Item| item.click(click.clone()));
            StandardItem { label: escaped(label), activate, ..StandardItem::default() }.into()
        }
        Entry::Submenu { label, entries } => {
            SubMenu { label: escaped(label), submenu: items(entries), ..SubMenu::default() }.into()
        }
    }
}

/// One underscore marks the access key, two show one.
fn escaped(label: &str) -> String {
    label.replace('_', "__")
}

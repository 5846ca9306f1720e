//! The other side of a tray: a `StatusNotifierWatcher` with its host, as a desktop's panel has them, which reads an item
//! and clicks on it.

#![allow(
    clippy::unused_self,
    clippy::needless_pass_by_value,
    clippy::used_underscore_binding,
    reason = "the signatures of D-Bus methods are those of the interface"
)]

use std::collections::HashMap;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;
use zbus::message::Header;
use zbus::proxy::{CacheProperties, SignalStream};
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, Proxy};

/// How long a panel waits in a test.
const SOON: Duration = Duration::from_secs(30);

struct Watcher {
    registered: UnboundedSender<String>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str, #[zbus(header)] header: Header<'_>) {
        // An item may name a path and mean its own connection.
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let name = if service.starts_with('/') { sender } else { service.to_owned() };
        let _ = self.registered.send(name);
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

/// A panel with a tray. It goes away with the value.
#[derive(Debug)]
pub struct TrayHost {
    connection: Connection,
    registered: UnboundedReceiver<String>,
}

impl TrayHost {
    /// Appears on this bus.
    ///
    /// # Panics
    ///
    /// When the bus does not answer.
    pub async fn appear(address: &str) -> Self {
        let (sender, registered) = unbounded_channel();
        let connection = zbus::connection::Builder::address(address)
            .expect("the bus has an address")
            .serve_at("/StatusNotifierWatcher", Watcher { registered: sender })
            .expect("the path is free")
            .name("org.kde.StatusNotifierWatcher")
            .expect("the name is sound")
            .build()
            .await
            .expect("the bus answers");

        Self { connection, registered }
    }

    /// The next item that registers.
    ///
    /// # Panics
    ///
    /// When none does soon.
    pub async fn item(&mut self) -> Item {
        let name = timeout(SOON, self.registered.recv()).await.expect("an item registers").expect("the watcher lives");
        let proxy = async |path: &'static str, interface: &'static str| {
            zbus::proxy::Builder::<Proxy<'static>>::new(&self.connection)
                .destination(name.clone())
                .and_then(|builder| builder.path(path))
                .and_then(|builder| builder.interface(interface))
                .expect("the names are sound")
                .cache_properties(CacheProperties::No)
                .build()
                .await
                .expect("the item answers")
        };
        let item = proxy("/StatusNotifierItem", "org.kde.StatusNotifierItem").await;
        let menu = proxy("/MenuBar", "com.canonical.dbusmenu").await;
        let changes = menu.receive_all_signals().await.expect("the bus takes a rule");

        Item { proxy: item, menu, changes }
    }

    /// Disappears, as a panel does that crashes.
    pub async fn disappear(self) {
        let _ = self.connection.close().await;
    }
}

/// One line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: i32,
    /// What it says; empty for a separator.
    pub label: String,
    /// It can be pressed.
    pub enabled: bool,
    /// What is in it.
    pub lines: Vec<Line>,
}

/// A picture in ARGB32, network byte order.
pub type Picture = (i32, i32, Vec<u8>);

/// What `GetLayout` gives for one line: its number, its properties, its lines.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// An icon in the tray.
#[derive(Debug)]
pub struct Item {
    proxy: Proxy<'static>,
    menu: Proxy<'static>,
    changes: SignalStream<'static>,
}

impl Item {
    /// A property that is a text, such as `Title` or `Status`.
    ///
    /// # Panics
    ///
    /// When the item does not answer.
    pub async fn text(&self, property: &str) -> String {
        self.proxy.get_property(property).await.expect("the item answers")
    }

    /// The icon in all its sizes.
    ///
    /// # Panics
    ///
    /// As [`Item::text`].
    pub async fn pictures(&self) -> Vec<Picture> {
        self.proxy.get_property("IconPixmap").await.expect("the item answers")
    }

    /// The title of the words that appear when the pointer rests on the icon.
    ///
    /// # Panics
    ///
    /// As [`Item::text`].
    pub async fn tooltip(&self) -> String {
        let (_, _, title, _): (String, Vec<Picture>, String, String) =
            self.proxy.get_property("ToolTip").await.expect("the item answers");

        title
    }

    /// The whole menu.
    ///
    /// # Panics
    ///
    /// When the item does not answer, or with something that is no menu.
    pub async fn lines(&self) -> Vec<Line> {
        let asked = (0, -1, Vec::<String>::new());
        let (_, layout): (u32, Layout) = self.menu.call("GetLayout", &asked).await.expect("the item answers");

        lines(layout.2)
    }

    /// Waits until the menu is right.
    ///
    /// # Panics
    ///
    /// When it is not soon; the newest one is in the message.
    pub async fn until(&mut self, right: impl Fn(&[Line]) -> bool) -> Vec<Line> {
        loop {
            let lines = self.lines().await;
            if right(&lines) {
                return lines;
            }
            let changed = timeout(SOON, self.changes.next()).await;
            assert!(matches!(changed, Ok(Some(_))), "no such menu came; the newest is {lines:#?}");
        }
    }

    /// Presses a line.
    ///
    /// # Panics
    ///
    /// As [`Item::text`].
    pub async fn press(&self, line: &Line) {
        let event = (line.id, "clicked", Value::from(0_i32), 0_u32);
        // As panels do: "quit" may end the program before it answers.
        self.menu.call_noreply("Event", &event).await.expect("the bus takes it");
    }

    /// Presses the icon itself.
    ///
    /// # Panics
    ///
    /// As [`Item::text`].
    pub async fn activate(&self) {
        let () = self.proxy.call("Activate", &(0_i32, 0_i32)).await.expect("the item answers");
    }
}

fn lines(values: Vec<OwnedValue>) -> Vec<Line> {
    values
        .into_iter()
        .map(|value| {
            let (id, mut properties, inner): Layout = value.try_into().expect("a line of a menu");
            let label = properties.remove("label").map(|label| String::try_from(label).expect("a label is a text"));
            let enabled = properties.remove("enabled").is_none_or(|enabled| bool::try_from(enabled).expect("a switch"));

            Line { id, label: label.unwrap_or_default(), enabled, lines: lines(inner) }
        })
        .collect()
}

/// The line that says this, wherever it is in the menu.
#[must_use]
pub fn find<'a>(lines: &'a [Line], label: &str) -> Option<&'a Line> {
    lines.iter().find_map(|line| if line.label == label { Some(line) } else { find(&line.lines, label) })
}

//! The XDG desktop portal's `org.freedesktop.appearance`.

use homeport_core::tray::Look;
use tokio::sync::mpsc::UnboundedSender;
use zbus::export::ordered_stream::OrderedStreamExt;
use zbus::zvariant::OwnedValue;
use zbus::{Connection, MatchRule, MessageStream};

use crate::tray::FromTray;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const APPEARANCE: &str = "org.freedesktop.appearance";
/// Changes that come before the last one was drawn are drawn together.
const QUEUE: usize = 8;

pub(super) async fn follow(sender: &UnboundedSender<FromTray>) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .path(PATH)?
        .interface(SETTINGS)?
        .member("SettingChanged")?
        .arg(0, APPEARANCE)?
        .build();
    // First the ear, then the question, so that no change falls between them.
    let mut changes = MessageStream::for_match_rule(rule, &bus, Some(QUEUE)).await?;
    let mut told = None;
    loop {
        let look = look(&bus).await;
        if told != Some(look) && sender.send(FromTray::Looks(look)).is_err() {
            return Ok(());
        }
        told = Some(look);
        if changes.next().await.is_none() {
            return Ok(());
        }
    }
}

async fn look(bus: &Connection) -> Look {
    // A portal that does not know one of them knows nothing special.
    let scheme = ask(bus, "color-scheme").await.unwrap_or_default();
    let contrast = ask(bus, "contrast").await.unwrap_or_default();

    Look::of_desktop(&std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default(), scheme, contrast)
}

async fn ask(bus: &Connection, key: &str) -> zbus::Result<u32> {
    let reply = bus.call_method(Some(PORTAL), PATH, Some(SETTINGS), "ReadOne", &(APPEARANCE, key)).await?;
    let value: OwnedValue = reply.body().deserialize()?;

    Ok(u32::try_from(value)?)
}

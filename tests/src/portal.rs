//! The desktop portal as far as it tells what the desktop looks like, and changes it.

#![allow(
    clippy::unused_self,
    missing_docs,
    reason = "the signatures of D-Bus methods are those of the interface, and the macro makes a trait of its signals"
)]

use zbus::Connection;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::{OwnedValue, Value};

const PATH: &str = "/org/freedesktop/portal/desktop";
const APPEARANCE: &str = "org.freedesktop.appearance";

struct Settings {
    scheme: u32,
    contrast: u32,
}

#[zbus::interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    fn read_one(&self, namespace: &str, key: &str) -> zbus::fdo::Result<OwnedValue> {
        match (namespace, key) {
            (APPEARANCE, "color-scheme") => Ok(OwnedValue::from(self.scheme)),
            (APPEARANCE, "contrast") => Ok(OwnedValue::from(self.contrast)),
            _ => Err(zbus::fdo::Error::Failed("no such setting".to_owned())),
        }
    }

    #[zbus(signal)]
    async fn setting_changed(
        emitter: &SignalEmitter<'_>,
        namespace: &str,
        key: &str,
        value: Value<'_>,
    ) -> zbus::Result<()>;
}

/// A portal on a bus. It goes away with the value.
#[derive(Debug)]
pub struct Portal(Connection);

impl Portal {
    /// Appears on this bus, with dark colours or light ones.
    ///
    /// # Panics
    ///
    /// When the bus does not answer.
    pub async fn appear(address: &str, dark: bool) -> Self {
        let settings = Settings { scheme: if dark { 1 } else { 2 }, contrast: 0 };
        let connection = zbus::connection::Builder::address(address)
            .expect("the bus has an address")
            .serve_at(PATH, settings)
            .expect("the path is free")
            .name("org.freedesktop.portal.Desktop")
            .expect("the name is sound")
            .build()
            .await
            .expect("the bus answers");

        Self(connection)
    }

    /// The user chooses other colours, and more contrast or not.
    ///
    /// # Panics
    ///
    /// When the bus does not answer.
    pub async fn change(&self, dark: bool, contrast: bool) {
        let settings = self.0.object_server().interface::<_, Settings>(PATH).await.expect("it is served there");
        let scheme = if dark { 1_u32 } else { 2 };
        {
            let mut now = settings.get_mut().await;
            (now.scheme, now.contrast) = (scheme, u32::from(contrast));
        }
        Settings::setting_changed(settings.signal_emitter(), APPEARANCE, "color-scheme", scheme.into())
            .await
            .expect("the bus takes it");
    }
}

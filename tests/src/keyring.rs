//! A real gnome-keyring on a message bus of its own, with an unlocked login keyring.

use std::path::Path;
use std::pin::Pin;
use std::process::{Command, Stdio};
use std::time::Duration;

use zbus::export::futures_core::Stream as _;
use zbus::zvariant::OwnedObjectPath;

use crate::session_bus::{Program, SessionBus};

/// Its name on the bus.
pub const SECRETS: &str = "org.freedesktop.secrets";
/// What unlocks it.
pub const PASSWORD: &str = "the password of the keychain";

const PATIENCE: Duration = Duration::from_secs(30);

/// `command` belongs to this session, whose keyrings are below `home`.
pub fn in_session<'a>(command: &'a mut Command, bus: &SessionBus, home: &Path) -> &'a mut Command {
    command
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env_remove("GNOME_KEYRING_CONTROL")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
}

/// Starts it, and waits until its login keyring is there.
///
/// # Panics
///
/// When it is not installed, or does not get ready.
pub async fn start(bus: &SessionBus, home: &Path) -> Program {
    let connection = zbus::connection::Builder::address(bus.address()).unwrap().build().await.unwrap();
    let names = zbus::fdo::DBusProxy::new(&connection).await.unwrap();
    let mut owners = names.receive_name_owner_changed_with_args(&[(0, SECRETS)]).await.unwrap();
    let password = tempfile::NamedTempFile::new_in(home).unwrap();
    std::fs::write(password.path(), PASSWORD).unwrap();
    let mut command = Command::new("gnome-keyring-daemon");
    command.args(["--foreground", "--unlock", "--components=secrets"]).stdout(Stdio::null()).stderr(Stdio::null());
    let daemon = in_session(&mut command, bus, home)
        .stdin(std::fs::File::open(password.path()).unwrap())
        .spawn()
        .expect("gnome-keyring-daemon is installed");
    let daemon = Program::from(daemon);
    let appeared = std::future::poll_fn(|context| Pin::new(&mut owners).poll_next(context));
    tokio::time::timeout(PATIENCE, appeared).await.expect("gnome-keyring does not appear on the bus");
    // Its name comes before its login keyring.
    loop {
        let path = "/org/freedesktop/secrets";
        let interface = Some("org.freedesktop.Secret.Service");
        let reply = connection.call_method(Some(SECRETS), path, interface, "ReadAlias", &("default",)).await.unwrap();
        let alias: OwnedObjectPath = reply.body().deserialize().unwrap();
        if alias.as_str() != "/" {
            return daemon;
        }
        tokio::task::yield_now().await;
    }
}

//! A real gnome-keyring on a message bus, with a login keyring that the test locks and unlocks.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use zbus::export::futures_core::Stream;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, MessageStream};

use crate::session_bus::{Program, SessionBus};

/// The service's name on the bus.
pub const SECRETS: &str = "org.freedesktop.secrets";
const PASSWORD: &str = "the password of the keychain";
const PATIENCE: Duration = Duration::from_secs(30);

/// The service. It ends with the value; what it keeps stays in the home folder.
#[derive(Debug)]
pub struct Keyring {
    lock: Lock,
    home: PathBuf,
    address: String,
    _daemon: Program,
}

/// The lock of the login keyring.
#[derive(Debug, Clone)]
pub struct Lock(Connection);

impl Keyring {
    /// Starts gnome-keyring with an unlocked login keyring, and waits until it is on the bus.
    ///
    /// # Panics
    ///
    /// When it is not installed, or does not appear.
    pub async fn start(bus: &SessionBus, home: &Path) -> Self {
        let connection = connect(bus).await;
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
        let lock = Lock(connection);
        // Its name comes before its login keyring.
        while lock.login_keyring().await.as_str() == "/" {
            tokio::task::yield_now().await;
        }

        Self { lock, home: home.to_owned(), address: bus.address().to_owned(), _daemon: daemon }
    }

    /// The lock, for whoever unlocks from elsewhere.
    #[must_use]
    pub fn lock_of(&self) -> Lock {
        self.lock.clone()
    }

    /// Locks the login keyring.
    ///
    /// # Panics
    ///
    /// When it does not take place.
    pub async fn lock(&self) {
        let alias = self.lock.login_keyring().await;
        let (locked, _prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) = self.lock.call("Lock", &(vec![alias],)).await;
        assert_eq!(locked.len(), 1, "the keyring was not locked");
    }

    /// Unlocks the login keyring as the desktop does after its dialogue.
    ///
    /// # Panics
    ///
    /// When the service refuses.
    pub async fn unlock(&self) {
        self.lock.open().await;
    }

    /// Stores a secret as Homeport does: under its own name and `ACCOUNT.FIELD`.
    ///
    /// # Panics
    ///
    /// When `secret-tool` is not installed, or the keyring is locked.
    pub fn put(&self, entry: &str, secret: &str) {
        let file = tempfile::NamedTempFile::new_in(&self.home).unwrap();
        std::fs::write(file.path(), secret).unwrap();
        let mut command = Command::new("secret-tool");
        command.args(["store", "--label=Homeport", "service", "homeport", "username", entry]);
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).env("HOME", &self.home);
        let stored = command.stdin(std::fs::File::open(file.path()).unwrap()).status().expect("it is installed");
        assert!(stored.success(), "{stored}");
    }
}

impl Lock {
    /// Unlocks the login keyring.
    ///
    /// # Panics
    ///
    /// When the service refuses.
    pub async fn open(&self) {
        let (_, session): (OwnedValue, OwnedObjectPath) = self.call("OpenSession", &("plain", Value::from(""))).await;
        let alias = self.login_keyring().await;
        let master = (session, Vec::<u8>::new(), PASSWORD.as_bytes().to_vec(), "text/plain");
        let interface = Some("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface");
        let path = "/org/freedesktop/secrets";
        self.0.call_method(Some(SECRETS), path, interface, "UnlockWithMasterPassword", &(alias, master)).await.unwrap();
    }

    async fn login_keyring(&self) -> OwnedObjectPath {
        self.call("ReadAlias", &("default",)).await
    }

    async fn call<B, R>(&self, method: &str, body: &B) -> R
    where
        B: serde::Serialize + zbus::zvariant::DynamicType + Sync,
        R: for<'a> zbus::zvariant::DynamicDeserialize<'a>,
    {
        let path = "/org/freedesktop/secrets";
        let interface = Some("org.freedesktop.Secret.Service");
        let reply = self.0.call_method(Some(SECRETS), path, interface, method, body).await.unwrap();

        reply.body().deserialize().unwrap()
    }
}

/// A command of this session, which has no display.
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

/// Takes the place of the desktop's password dialogue: counts how often one is asked for, and shows none. What `types`
/// does stands for the person who would be there.
///
/// # Panics
///
/// When the bus does not answer.
pub async fn count_dialogues<F>(bus: &SessionBus, types: impl Fn() -> F + Send + 'static) -> Arc<AtomicUsize>
where
    F: Future<Output = ()> + Send,
{
    let prompter = zbus::connection::Builder::address(bus.address())
        .unwrap()
        .name("org.gnome.keyring.SystemPrompter")
        .unwrap()
        .build()
        .await
        .unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    tokio::spawn(async move {
        let mut messages = MessageStream::from(&prompter);
        while let Some(Ok(message)) = std::future::poll_fn(|context| Pin::new(&mut messages).poll_next(context)).await {
            let header = message.header();
            if header.member().is_some_and(|member| member.as_str() == "BeginPrompting") {
                counted.fetch_add(1, Ordering::SeqCst);
                types().await;
                let _ =
                    prompter.reply_error(&header, "org.freedesktop.DBus.Error.Failed", &("no dialogue here",)).await;
            }
        }
    });

    count
}

async fn connect(bus: &SessionBus) -> Connection {
    zbus::connection::Builder::address(bus.address()).unwrap().build().await.unwrap()
}

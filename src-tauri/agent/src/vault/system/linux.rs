//! The Secret Service (specifications.freedesktop.org/secret-service): gnome-keyring, KWallet, KeePassXC. The store of
//! keyring unlocks whatever it finds locked, and its dialogue can block for ever; so we look first, by ourselves, and
//! call it only when nothing is locked.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use homeport_core::event::SecretState;
use keyring::Error;
use keyring_core::api::CredentialStoreApi;
use zbus::message::Body;
use zbus::zvariant::{DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, MatchRule, Message, MessageStream, message};

use crate::vault::{CALL, SERVICE};

/// No service has a limit that a provider's secret reaches.
pub(in crate::vault) const LONGEST: usize = 16 * 1_024;
/// A new session costs two key exchanges, so it is kept for a while.
pub(in crate::vault) const KEPT: bool = true;
/// What a call that hangs means: the service does not answer.
pub(in crate::vault) const STUCK: SecretState = SecretState::Absent;

/// How long the user may take to type the password of the keychain.
const DIALOGUE: Duration = Duration::from_secs(60);

const BUS_NAME: &str = "org.freedesktop.secrets";
const ROOT: &str = "/org/freedesktop/secrets";
const SERVICE_INTERFACE: &str = "org.freedesktop.Secret.Service";
const COLLECTION_INTERFACE: &str = "org.freedesktop.Secret.Collection";
const PROMPT_INTERFACE: &str = "org.freedesktop.Secret.Prompt";

/// One connection to the service, with its session key.
pub(in crate::vault) struct Store(Arc<zbus_secret_service_keyring_store::Store>);

impl Store {
    pub(in crate::vault) fn new() -> keyring::Result<Self> {
        // Not through `keyring::Entry`: that tries once in the life of the process, and at login the service is late.
        zbus_secret_service_keyring_store::Store::new().map(Self)
    }

    pub(in crate::vault) fn entry(&self, name: &str) -> keyring::Result<keyring_core::Entry> {
        let label = format!("Homeport: {name}");
        let modifiers = HashMap::from([("label", label.as_str())]);

        self.0.build(SERVICE, name, Some(&modifiers))
    }
}

/// The secret of an entry.
pub(in crate::vault) fn get(entry: &keyring_core::Entry) -> keyring::Result<String> {
    entry.get_password()
}

/// Puts a secret into an entry.
pub(in crate::vault) fn set(entry: &keyring_core::Entry, secret: &str) -> keyring::Result<()> {
    entry.set_password(secret)
}

pub(in crate::vault) fn state_of(error: &Error) -> SecretState {
    match error {
        Error::NoEntry | Error::BadEncoding(_) | Error::BadDataFormat(..) => SecretState::Missing,
        Error::NoStorageAccess(_) => SecretState::Locked,
        _ => SecretState::Absent,
    }
}

/// Whether an entry can be read now; without an entry, whether the keychain can be used. Opens no dialogue.
pub(in crate::vault) async fn look(entry: Option<&str>) -> SecretState {
    let found = async {
        let service = Service::connect().await?;
        match entry {
            Some(entry) => service.look(entry).await,
            None => service.state().await,
        }
    };
    match tokio::time::timeout(CALL, found).await {
        Ok(Ok(state)) => state,
        Ok(Err(error)) => state_of_bus(&error),
        Err(_) => STUCK,
    }
}

/// Makes an entry writable with at most one dialogue: unlocks what is locked, or makes the first keychain.
pub(in crate::vault) async fn make_writable(entry: &str) -> Result<(), SecretState> {
    let connect = tokio::time::timeout(CALL, Service::connect()).await.map_err(|_| STUCK)?;
    let service = connect.map_err(|error| state_of_bus(&error))?;

    service.make_writable(entry).await.unwrap_or_else(|error| Err(state_of_bus(&error)))
}

/// Returns when the service came or went, or when it says that something in it changed.
pub(in crate::vault) async fn changed() {
    let watched = async {
        let connection = Connection::session().await?;
        let came = MatchRule::builder()
            .msg_type(message::Type::Signal)
            .sender("org.freedesktop.DBus")?
            .member("NameOwnerChanged")?
            .arg(0, BUS_NAME)?
            .build();
        let told = MatchRule::builder().msg_type(message::Type::Signal).sender(BUS_NAME)?.path_namespace(ROOT)?.build();
        let mut came = MessageStream::for_match_rule(came, &connection, Some(4)).await?;
        let mut told = MessageStream::for_match_rule(told, &connection, Some(4)).await?;
        tokio::select! {
            _ = next(&mut came) => {}
            _ = next(&mut told) => {}
        }

        zbus::Result::Ok(())
    };
    if watched.await.is_err() {
        // There is no bus: nobody will tell.
        std::future::pending::<()>().await;
    }
}

async fn next(stream: &mut MessageStream) -> Option<zbus::Result<Message>> {
    use zbus::export::futures_core::Stream;

    std::future::poll_fn(|context| std::pin::Pin::new(&mut *stream).poll_next(context)).await
}

/// Our own, short connection to the service. It carries no secret.
struct Service {
    connection: Connection,
}

impl Service {
    async fn connect() -> zbus::Result<Self> {
        let connection = zbus::connection::Builder::session()?.method_timeout(CALL).build().await?;

        Ok(Self { connection })
    }

    async fn call<B>(&self, path: &str, interface: &str, method: &str, body: &B) -> zbus::Result<Body>
    where
        B: serde::Serialize + DynamicType + Sync,
    {
        let reply = self.connection.call_method(Some(BUS_NAME), path, Some(interface), method, body).await?;

        Ok(reply.body())
    }

    /// The unlocked and the locked items of this entry.
    async fn items(&self, entry: &str) -> zbus::Result<(Vec<OwnedObjectPath>, Vec<OwnedObjectPath>)> {
        let attributes = HashMap::from([("service", SERVICE), ("username", entry)]);

        self.call(ROOT, SERVICE_INTERFACE, "SearchItems", &(attributes,)).await?.deserialize()
    }

    /// The keychain that new items go to.
    async fn default_collection(&self) -> zbus::Result<Option<OwnedObjectPath>> {
        let path: OwnedObjectPath =
            self.call(ROOT, SERVICE_INTERFACE, "ReadAlias", &("default",)).await?.deserialize()?;

        Ok(Some(path).filter(|path| path.as_str() != "/"))
    }

    async fn is_locked(&self, collection: &ObjectPath<'_>) -> zbus::Result<bool> {
        let body = self
            .call(collection.as_str(), "org.freedesktop.DBus.Properties", "Get", &(COLLECTION_INTERFACE, "Locked"))
            .await?;
        let value: OwnedValue = body.deserialize()?;

        Ok(bool::try_from(value)?)
    }

    async fn look(&self, entry: &str) -> zbus::Result<SecretState> {
        let (unlocked, locked) = self.items(entry).await?;
        if !locked.is_empty() {
            return Ok(SecretState::Locked);
        }
        if !unlocked.is_empty() {
            return Ok(SecretState::Ready);
        }
        // KWallet finds nothing in a locked keychain: then nobody knows whether it is missing.
        Ok(match self.state().await? {
            SecretState::Ready => SecretState::Missing,
            state => state,
        })
    }

    async fn state(&self) -> zbus::Result<SecretState> {
        match self.default_collection().await? {
            Some(collection) if self.is_locked(&collection).await? => Ok(SecretState::Locked),
            // No collection yet: the service is there, and the first secret makes one.
            _ => Ok(SecretState::Ready),
        }
    }

    async fn make_writable(&self, entry: &str) -> zbus::Result<Result<(), SecretState>> {
        let (_, mut locked) = self.items(entry).await?;
        let prompt: OwnedObjectPath = match self.default_collection().await? {
            None => {
                let label =
                    HashMap::from([("org.freedesktop.Secret.Collection.Label", Value::from("Default keyring"))]);
                let body = self.call(ROOT, SERVICE_INTERFACE, "CreateCollection", &(label, "default")).await?;
                let (_made, prompt): (OwnedObjectPath, OwnedObjectPath) = body.deserialize()?;
                prompt
            }
            Some(collection) => {
                if self.is_locked(&collection).await? {
                    locked.push(collection);
                }
                if locked.is_empty() {
                    return Ok(Ok(()));
                }
                let body = self.call(ROOT, SERVICE_INTERFACE, "Unlock", &(locked,)).await?;
                let (_unlocked, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) = body.deserialize()?;
                prompt
            }
        };
        if prompt.as_str() == "/" {
            return Ok(Ok(()));
        }

        self.ask_user(&prompt).await
    }

    /// Opens the dialogue of the service and waits for the user.
    async fn ask_user(&self, prompt: &ObjectPath<'_>) -> zbus::Result<Result<(), SecretState>> {
        let completed = MatchRule::builder()
            .msg_type(message::Type::Signal)
            .sender(BUS_NAME)?
            .path(prompt.to_owned())?
            .interface(PROMPT_INTERFACE)?
            .member("Completed")?
            .build();
        let mut completed = MessageStream::for_match_rule(completed, &self.connection, Some(1)).await?;
        self.call(prompt.as_str(), PROMPT_INTERFACE, "Prompt", &("",)).await?;
        if let Ok(Some(message)) = tokio::time::timeout(DIALOGUE, next(&mut completed)).await {
            let (dismissed, _result): (bool, OwnedValue) = message?.body().deserialize()?;
            return Ok(if dismissed { Err(SecretState::Locked) } else { Ok(()) });
        }
        // The dialogue must not stay when nobody waits for it any more.
        self.call(prompt.as_str(), PROMPT_INTERFACE, "Dismiss", &()).await?;

        Ok(Err(SecretState::Locked))
    }
}

fn state_of_bus(error: &zbus::Error) -> SecretState {
    tracing::debug!(%error, "the Secret Service does not answer");
    match error {
        zbus::Error::MethodError(name, ..) if name.ends_with(".AccessDenied") || name.ends_with(".AuthFailed") => {
            SecretState::Denied
        }
        // gnome-keyring and KWallet say IsLocked where only an unlocked collection can answer.
        zbus::Error::MethodError(name, ..) if name.ends_with(".IsLocked") => SecretState::Locked,
        _ => SecretState::Absent,
    }
}

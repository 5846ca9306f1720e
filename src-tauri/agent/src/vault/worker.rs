//! The thread that calls the keychain. Its calls block, and a system's dialogue can block one for ever: then the thread
//! is given up and the next call gets a new one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use homeport_core::event::SecretState;
use homeport_core::request::Secret;
use keyring::Error;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::CALL;
use super::system::{self, Store};

/// So many calls may hang at the same time before further ones are refused at once.
const MOST_STUCK: usize = 3;
/// The connection to the keychain is closed after this time without a call.
const IDLE: Duration = Duration::from_secs(60);

type Job = Box<dyn FnOnce(&mut Option<Store>) + Send>;

#[derive(Debug, Default)]
pub(super) struct Worker {
    thread: Mutex<Option<mpsc::Sender<Job>>>,
    stuck: Arc<AtomicUsize>,
}

impl Worker {
    pub(super) async fn read(&self, entry: String) -> Result<Secret, SecretState> {
        self.call(move |store| {
            with_entry(store, &entry, |entry| match system::get(entry) {
                // Two programs stored it: any of the two may be right, the provider will tell.
                Err(Error::Ambiguous(entries)) => system::get(entries.first().ok_or(Error::NoEntry)?),
                other => other,
            })
            .map(|text| Secret::new(&Zeroizing::new(text)))
        })
        .await
    }

    /// Whether the keychain gave back what was stored.
    pub(super) async fn write(&self, entry: String, secret: Secret) -> Result<bool, SecretState> {
        self.call(move |store| {
            with_entry(store, &entry, |entry| {
                match system::set(entry, secret.reveal()) {
                    Err(Error::Ambiguous(entries)) => {
                        entries.iter().try_for_each(keyring_core::Entry::delete_credential)?;
                        system::set(entry, secret.reveal())?;
                    }
                    other => other?,
                }
                let kept = Zeroizing::new(system::get(entry)?);

                Ok(kept.as_str() == secret.reveal())
            })
        })
        .await
    }

    pub(super) async fn delete(&self, entry: String) -> Result<(), SecretState> {
        self.call(move |store| {
            with_entry(store, &entry, |entry| match entry.delete_credential() {
                Err(Error::NoEntry) => Ok(()),
                Err(Error::Ambiguous(entries)) => entries.iter().try_for_each(keyring_core::Entry::delete_credential),
                other => other,
            })
        })
        .await
    }

    async fn call<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Option<Store>) -> Result<T, SecretState> + Send + 'static,
    ) -> Result<T, SecretState> {
        if self.stuck.load(Ordering::Relaxed) >= MOST_STUCK {
            return Err(system::STUCK);
        }
        let (answer, answered) = oneshot::channel();
        let stuck = Arc::clone(&self.stuck);
        let job: Job = Box::new(move |store| {
            if answer.send(job(store)).is_err() {
                // This call was given up and hung until now.
                stuck.fetch_sub(1, Ordering::Relaxed);
                *store = None;
            }
        });
        self.send(job).map_err(|_| SecretState::Absent)?;
        if let Ok(result) = tokio::time::timeout(CALL, answered).await {
            return result.unwrap_or(Err(SecretState::Absent));
        }
        self.stuck.fetch_add(1, Ordering::Relaxed);
        *self.thread.lock().unwrap_or_else(PoisonError::into_inner) = None;

        Err(system::STUCK)
    }

    fn send(&self, job: Job) -> std::io::Result<()> {
        let mut slot = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        let job = match slot.as_ref() {
            None => job,
            Some(jobs) => match jobs.send(job) {
                Ok(()) => return Ok(()),
                Err(mpsc::SendError(job)) => job,
            },
        };
        let (jobs, queue) = mpsc::channel::<Job>();
        thread::Builder::new().name("vault".to_owned()).spawn(move || work(&queue))?;
        let _ = jobs.send(job);
        *slot = Some(jobs);

        Ok(())
    }
}

fn work(queue: &mpsc::Receiver<Job>) {
    let mut store = None;
    loop {
        let job = if store.is_none() {
            queue.recv().ok()
        } else {
            match queue.recv_timeout(IDLE) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => {
                    store = None;
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => None,
            }
        };
        match job {
            Some(job) => job(&mut store),
            None => return,
        }
    }
}

/// Carries out one call. A connection that was made earlier may be dead by now: then it is made anew, once.
fn with_entry<T>(
    store: &mut Option<Store>,
    name: &str,
    call: impl Fn(&keyring_core::Entry) -> keyring::Result<T>,
) -> Result<T, SecretState> {
    let is_fresh = store.is_none();
    let attempt = |store: &mut Option<Store>| {
        let open = match store.take() {
            Some(open) => open,
            None => Store::new()?,
        };
        let result = open.entry(name).and_then(|entry| call(&entry));
        if system::KEPT && matches!(result, Ok(_) | Err(Error::NoEntry)) {
            *store = Some(open);
        }
        result
    };
    let result = match attempt(store) {
        Err(error) if !is_fresh && !matches!(error, Error::NoEntry) => attempt(store),
        other => other,
    };

    result.map_err(|error| {
        tracing::debug!(error = kind(&error), "the keychain refused");
        system::state_of(&error)
    })
}

/// The kind of an error in a word: the error itself may hold what it could not decode.
fn kind(error: &Error) -> &'static str {
    match error {
        Error::PlatformFailure(_) => "platform failure",
        Error::NoStorageAccess(_) => "no access",
        Error::NoEntry => "no entry",
        Error::BadEncoding(_) | Error::BadDataFormat(..) => "not a text",
        Error::BadStoreFormat(_) => "bad store",
        Error::TooLong(..) => "too long",
        Error::Invalid(..) => "invalid",
        Error::Ambiguous(_) => "ambiguous",
        Error::NoDefaultStore => "no store",
        Error::NotSupportedByStore(_) => "not supported",
        _ => "unknown",
    }
}

//! A thread with a run loop, on which macOS tells of changes, and the few calls to Core Foundation that its crate leaves
//! unsafe.

#![allow(
    unsafe_code,
    reason = "values of a dictionary are untyped pointers, and the name of a mode is a foreign static"
)]

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc as handover;
use std::time::Duration;

use system_configuration::core_foundation::array::CFArray;
use system_configuration::core_foundation::base::{CFType, TCFType};
use system_configuration::core_foundation::dictionary::CFDictionary;
use system_configuration::core_foundation::runloop::{CFRunLoop, CFRunLoopSource, kCFRunLoopDefaultMode};
use system_configuration::core_foundation::string::CFString;
use tokio::sync::Notify;

/// The run loop is entered again after this, so that a thread nobody stopped in time ends by itself.
const LONGEST_RUN: Duration = Duration::from_hours(1);

/// What the thread and the listener share.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    rung: Notify,
    /// The listener is gone.
    unwanted: AtomicBool,
    /// The thread is gone.
    ended: AtomicBool,
}

impl Bell {
    /// Something changed.
    pub(crate) fn ring(&self) {
        self.rung.notify_one();
    }
}

/// Listens to one source on a thread with a run loop.
pub(crate) struct Listener {
    bell: Arc<Bell>,
    run_loop: CFRunLoop,
}

impl Listener {
    /// Starts the thread. There `open` makes the source, which rings the bell, and what has to stay as long as the source
    /// is listened to.
    ///
    /// # Errors
    ///
    /// There is no thread, or `open` gave no source.
    pub(crate) fn start<K>(
        name: &str,
        open: impl FnOnce(&Arc<Bell>) -> Option<(CFRunLoopSource, K)> + Send + 'static,
    ) -> io::Result<Self> {
        let bell = Arc::new(Bell::default());
        let theirs = Arc::clone(&bell);
        let (sender, receiver) = handover::channel();
        std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            listen(&theirs, open, &sender);
            theirs.ended.store(true, Ordering::Release);
            theirs.rung.notify_one();
        })?;
        // The sender is dropped without a word when there is no source.
        let run_loop = receiver.recv().map_err(|_| io::ErrorKind::Unsupported)?;

        Ok(Self { bell, run_loop })
    }

    /// Waits until the bell rang; `false` when it never will again.
    pub(crate) async fn rung(&self) -> bool {
        self.bell.rung.notified().await;

        !self.bell.ended.load(Ordering::Acquire)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Not waited for: a loop that is just about to run does not see the stop, and ends within `LONGEST_RUN`.
        self.bell.unwanted.store(true, Ordering::Release);
        self.run_loop.stop();
    }
}

fn listen<K>(
    bell: &Arc<Bell>,
    open: impl FnOnce(&Arc<Bell>) -> Option<(CFRunLoopSource, K)>,
    opened: &handover::Sender<CFRunLoop>,
) {
    let Some((source, _kept)) = open(bell) else {
        return;
    };
    // SAFETY: a constant of the framework.
    let mode = unsafe { kCFRunLoopDefaultMode };
    CFRunLoop::get_current().add_source(&source, mode);
    if opened.send(CFRunLoop::get_current()).is_err() {
        return;
    }
    while !bell.unwanted.load(Ordering::Acquire) {
        CFRunLoop::run_in_mode(mode, LONGEST_RUN, false);
    }
}

/// A dictionary's text of this name.
pub(crate) fn text(dictionary: &CFDictionary, name: &'static str) -> Option<String> {
    Some(value(dictionary, name)?.downcast_into::<CFString>()?.to_string())
}

/// A dictionary's list of texts of this name.
pub(crate) fn texts(dictionary: &CFDictionary, name: &'static str) -> Vec<String> {
    let list = value(dictionary, name).and_then(CFType::downcast_into::<CFArray>);
    let values = list.as_ref().map(CFArray::get_all_values).unwrap_or_default();

    values
        .into_iter()
        .filter_map(|value| {
            // SAFETY: the list, which is still there, holds it; every value in a property list is such an object.
            let value = unsafe { CFType::wrap_under_get_rule(value) };

            Some(value.downcast_into::<CFString>()?.to_string())
        })
        .collect()
}

fn value(dictionary: &CFDictionary, name: &'static str) -> Option<CFType> {
    let name = CFString::from_static_string(name);
    let value = dictionary.find(name.as_CFTypeRef())?;

    // SAFETY: the dictionary, which is borrowed, holds it; every value in a property list is a Core Foundation object.
    Some(unsafe { CFType::wrap_under_get_rule(*value) })
}

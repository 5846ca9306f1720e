//! Copies text from the tray's menu.

use std::sync::mpsc::{Sender, channel};
use std::thread;

use tracing::warn;

/// A clipboard on its own thread: a display server that does not answer must not hold up anything else. On X the text
/// is served by this program for as long as it runs.
#[derive(Debug, Default)]
pub(crate) struct Clipboard {
    sender: Option<Sender<String>>,
}

impl Clipboard {
    /// Copies; the thread starts with the first copy.
    pub(crate) fn copy(&mut self, text: String) {
        let sender = self.sender.get_or_insert_with(|| {
            let (sender, receiver) = channel::<String>();
            let spawned = thread::Builder::new().name("clipboard".to_owned()).stack_size(256 * 1024).spawn(move || {
                let mut clipboard = None;
                for text in receiver {
                    if let Err(error) = set(&mut clipboard, text) {
                        warn!(%error, "the address could not be copied");
                    }
                }
            });
            if let Err(error) = spawned {
                warn!(%error, "the clipboard's thread could not be started");
            }

            sender
        });
        // Without its thread there is nobody to tell, and the log has the reason.
        let _ = sender.send(text);
    }
}

fn set(clipboard: &mut Option<arboard::Clipboard>, text: String) -> Result<(), arboard::Error> {
    let open = match clipboard.take() {
        Some(open) => open,
        None => arboard::Clipboard::new()?,
    };

    clipboard.insert(open).set_text(text)
}

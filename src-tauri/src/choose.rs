//! The system's own dialogs, in which a person chooses a file. The page never learns of a path before, and cannot name one
//! itself: it asks for a dialog. Where something is saved is told to the running Homeport from here; of a file that is
//! opened, the page gets the text and nothing else, as from a paste.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rfd::{AsyncFileDialog, FileHandle};
use serde::Serialize;
use tauri::WebviewWindow;
use tokio::sync::{Mutex, oneshot};

/// No provider's key is longer, in bytes.
const LONGEST: u64 = 64 * 1_024;

/// A page that asks again while a dialog is open gets no second one.
static OPEN: Mutex<()> = Mutex::const_new(());

/// What a person chose to show; `ui/src/lib/contract.ts` has the same.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "chosen", content = "of")]
pub(crate) enum Chosen {
    /// The text of the file.
    Text(String),
    /// It is longer than any key. Nothing of it is told.
    TooLong,
    /// It is not UTF-8. Nothing of it is told.
    NotText,
    /// It could not be read, and why.
    NotRead(String),
}

/// Asks where to save a file that is called `name`; `None` when the person changed their mind.
pub(crate) async fn place_for(
    window: WebviewWindow,
    title: String,
    name: &'static str,
) -> tauri::Result<Option<PathBuf>> {
    let ending = name.rsplit('.').next().unwrap_or_default();

    ask(window, move |dialog| dialog.set_title(title).set_file_name(name).add_filter(ending, &[ending]).save_file())
        .await
}

/// Asks which file holds a key, and reads it; `None` when the person changed their mind.
pub(crate) async fn text_of(window: WebviewWindow, title: String) -> tauri::Result<Option<Chosen>> {
    let chosen = ask(window, move |dialog| dialog.set_title(title).pick_file()).await?;
    let Some(path) = chosen else { return Ok(None) };
    // A file may lie on a slow disk.
    let read = tauri::async_runtime::spawn_blocking(move || read(&path)).await?;

    Ok(Some(read.unwrap_or_else(|error| Chosen::NotRead(error.to_string()))))
}

async fn ask<F>(
    window: WebviewWindow,
    open: impl FnOnce(AsyncFileDialog) -> F + Send + 'static,
) -> tauri::Result<Option<PathBuf>>
where
    F: Future<Output = Option<FileHandle>> + Send + 'static,
{
    let Ok(_only) = OPEN.try_lock() else { return Ok(None) };
    let (sender, receiver) = oneshot::channel();
    let parent = window.clone();
    // A dialog is made on the main thread of its window, and waited for beside it.
    window.run_on_main_thread(move || {
        let dialog = open(AsyncFileDialog::new().set_parent(&parent));
        tauri::async_runtime::spawn(async move {
            // Whoever asked may have gone.
            let _ = sender.send(dialog.await.map(|file| file.path().to_owned()));
        });
    })?;

    Ok(receiver.await.ok().flatten())
}

/// A byte more than the longest key is read at most, and of a file only: a pipe or a device would never end.
fn read(path: &Path) -> io::Result<Chosen> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Ok(Chosen::TooLong);
    }
    // Editors on Windows put a mark of the byte order before a text; no provider does.
    let text = String::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}').to_owned());

    Ok(text.map_or(Chosen::NotText, Chosen::Text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(content: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key.json");
        std::fs::write(&path, content).unwrap();

        (folder, path)
    }

    #[test]
    fn a_text_is_read_without_the_mark_before_it() {
        let (_folder, path) = written("\u{feff}{\n \"type\": \"ä\"\n}\n".as_bytes());

        assert_eq!(read(&path).unwrap(), Chosen::Text("{\n \"type\": \"ä\"\n}\n".to_owned()));
    }

    #[test]
    fn of_what_is_no_key_nothing_is_told() {
        let longest = usize::try_from(LONGEST).unwrap();
        let (_one, fits) = written(&vec![b'x'; longest]);
        let (_two, long) = written(&vec![b'x'; longest + 1]);
        let (_three, latin) = written(b"caf\xe9");

        assert_eq!(read(&fits).unwrap(), Chosen::Text("x".repeat(longest)));
        assert_eq!(read(&long).unwrap(), Chosen::TooLong);
        assert_eq!(read(&latin).unwrap(), Chosen::NotText);
    }

    #[test]
    fn what_is_no_file_is_not_opened() {
        let (folder, path) = written(b"");

        assert!(read(folder.path()).is_err());
        assert!(read(&path.with_extension("gone")).is_err());
        #[cfg(target_os = "linux")]
        assert!(read(Path::new("/dev/zero")).is_err());
    }
}

//! The system's own dialog in which a person chooses where a file goes. The page never learns of a path before, and
//! cannot name one itself: it asks for the dialog, and what was chosen goes to the running Homeport from here.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use tauri::WebviewWindow;
use tokio::sync::oneshot;

/// Asks where to save a file that is called `name`; `None` when the person changed their mind.
pub(crate) async fn place_for(
    window: WebviewWindow,
    title: String,
    name: &'static str,
) -> tauri::Result<Option<PathBuf>> {
    let (sender, receiver) = oneshot::channel();
    let parent = window.clone();
    // A dialog is made on the main thread of its window, and waited for beside it.
    window.run_on_main_thread(move || {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let dialog = AsyncFileDialog::new()
            .set_parent(&parent)
            .set_title(title)
            .set_file_name(name)
            .add_filter(ending, &[ending])
            .save_file();
        tauri::async_runtime::spawn(async move {
            // Whoever asked may have gone.
            let _ = sender.send(dialog.await.map(|file| file.path().to_owned()));
        });
    })?;

    Ok(receiver.await.ok().flatten())
}

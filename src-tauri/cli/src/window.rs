//! Starts the window, a program of its own.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use homeport_core::tray::Page;
use tokio::process::Command;
use tokio::sync::mpsc::UnboundedSender;
use tracing::{debug, warn};

use crate::tray::FromTray;

const PROGRAM: &str = if cfg!(windows) { "homeport-desktop.exe" } else { "homeport-desktop" };

/// Where the window's program is: beside this one, or in `PATH`.
pub(crate) fn program() -> Option<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|this| Some(this.parent()?.join(PROGRAM)));
    if let Some(beside) = beside.filter(|path| path.is_file()) {
        return Some(beside);
    }
    let path = std::env::var_os("PATH")?;

    std::env::split_paths(&path).map(|folder| folder.join(PROGRAM)).find(|candidate| candidate.is_file())
}

/// What the window is started with: `--config DIR` as this program was, and the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Window {
    /// The folder of `--config`.
    pub(crate) config: Option<PathBuf>,
    /// Where the resident's own files are.
    pub(crate) state: PathBuf,
}

/// A window that somebody looked at was open longer than this.
const SHORTEST_LOOK: Duration = Duration::from_secs(3);
/// That the first close was told; the file's name.
const TOLD: &str = "first-close-told";

impl Window {
    /// Whether this is the first time that the window was closed. It is asked once: the answer is remembered.
    pub(crate) fn is_first_close(&self) -> bool {
        let told = self.state.join(TOLD);
        // A folder that cannot be written is no reason to say it each time.
        !told.exists() && std::fs::write(told, "").is_ok()
    }

    /// Opens the window on a page. A window that is open already shows itself. `token` lets it come to the front on
    /// Wayland.
    pub(crate) fn open(&self, page: &Page, token: Option<String>, news: UnboundedSender<FromTray>) {
        let Some(program) = program() else {
            warn!("the window, {PROGRAM}, is not installed");
            return;
        };
        let mut command = Command::new(program);
        command.args(self.arguments(page)).stdin(Stdio::null()).stdout(Stdio::null());
        if let Some(token) = token {
            command.env("XDG_ACTIVATION_TOKEN", token);
        }
        // A Ctrl-C in this program's terminal is not for the window.
        #[cfg(unix)]
        command.process_group(0);
        match command.spawn() {
            Ok(mut child) => {
                // Waited for, so that it does not stay as a zombie.
                tokio::spawn(async move {
                    let began = Instant::now();
                    let ended = child.wait().await;
                    debug!(?ended, "the window was closed");
                    // One that brings an open window to the front ends at once.
                    if began.elapsed() > SHORTEST_LOOK {
                        // The receiver ends only with the whole program.
                        let _ = news.send(FromTray::WindowClosed);
                    }
                });
            }
            Err(error) => warn!(%error, "the window could not be started"),
        }
    }

    fn arguments(&self, page: &Page) -> Vec<std::ffi::OsString> {
        let mut arguments = Vec::new();
        if let Some(config) = &self.config {
            arguments.extend(["--config".into(), config.into()]);
        }
        match page {
            Page::Status => {}
            Page::Hostname(name) => arguments.extend(["--hostname".into(), name.into()]),
            Page::Add => arguments.push("--add".into()),
            Page::Settings => arguments.extend(["--page".into(), "settings".into()]),
            Page::Network => arguments.extend(["--page".into(), "network".into()]),
        }

        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_close_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let window = Window { config: None, state: folder.path().to_owned() };

        assert!(window.is_first_close());
        assert!(!window.is_first_close());
    }

    #[test]
    fn each_page_is_named_to_the_window() {
        let window = Window { config: Some("/made/up".into()), state: PathBuf::new() };

        assert_eq!(window.arguments(&Page::Status), ["--config", "/made/up"]);
        assert_eq!(Window::default().arguments(&Page::Network), ["--page", "network"]);
        assert_eq!(window.arguments(&Page::Add), ["--config", "/made/up", "--add"]);
        assert_eq!(
            Window::default().arguments(&Page::Hostname("home.example.org".to_owned())),
            ["--hostname", "home.example.org"]
        );
    }
}

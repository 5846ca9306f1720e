//! Starts the window, a program of its own.

use std::path::PathBuf;
use std::process::Stdio;

use homeport_core::tray::Page;
use tokio::process::Command;
use tracing::{debug, warn};

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
}

impl Window {
    /// Opens the window on a page. A window that is open already shows itself. `token` lets it come to the front on
    /// Wayland.
    pub(crate) fn open(&self, page: &Page, token: Option<String>) {
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
                    let ended = child.wait().await;
                    debug!(?ended, "the window was closed");
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
        }

        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_named_to_the_window() {
        let window = Window { config: Some("/made/up".into()) };

        assert_eq!(window.arguments(&Page::Status), ["--config", "/made/up"]);
        assert_eq!(window.arguments(&Page::Add), ["--config", "/made/up", "--add"]);
        assert_eq!(
            Window::default().arguments(&Page::Hostname("home.example.org".to_owned())),
            ["--hostname", "home.example.org"]
        );
    }
}

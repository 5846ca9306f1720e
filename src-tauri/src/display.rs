//! Whether a window can be shown, and what its drawing needs.

#[cfg(target_os = "linux")]
mod system {
    use std::io;
    use std::os::unix::process::CommandExt;
    use std::path::Path;
    use std::process::Command;

    const NO_DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    /// Asked before Tauri is built, which would panic.
    pub(crate) fn is_there() -> bool {
        gtk::init().is_ok()
    }

    /// With NVIDIA's own driver, WebKit's newer way of drawing leaves windows blank (tauri #8462), so there it is turned
    /// off. Nowhere else: under software rendering, and under WebDriver, turning it off makes the page wait for frames
    /// that never come.
    ///
    /// The variable has to be there before any thread is, so the program starts itself once more.
    pub(crate) fn prepare() -> io::Result<()> {
        let chosen = std::env::var_os(NO_DMABUF).is_some();
        let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
        if chosen || driven || !Path::new("/proc/driver/nvidia/version").exists() {
            return Ok(());
        }

        Err(Command::new(std::env::current_exe()?).args(std::env::args_os().skip(1)).env(NO_DMABUF, "1").exec())
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::io;

    /// A session without a display starts no programs of the user.
    pub(crate) fn is_there() -> bool {
        true
    }

    /// The system's own webview needs nothing.
    #[allow(clippy::unnecessary_wraps, reason = "the same signature as on Linux")]
    pub(crate) fn prepare() -> io::Result<()> {
        Ok(())
    }
}

pub(crate) use system::{is_there, prepare};

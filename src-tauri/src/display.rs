//! Whether a window can be shown, and what its drawing needs.

#[cfg(target_os = "linux")]
mod system {
    const NO_COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

    /// Asked before Tauri is built, which would panic.
    pub(crate) fn is_there() -> bool {
        gtk::init().is_ok()
    }

    /// WebKit draws without the graphics card. A page this plain gains nothing by it, the first window of a new user opens
    /// in half the time (no shaders are compiled), and with NVIDIA's own driver windows stayed blank (tauri #8462). Under
    /// WebDriver a page without compositing waits for frames that never come.
    ///
    /// To be called before any thread is there.
    #[allow(unsafe_code, reason = "the variable is WebKit's only switch that counts before the page's process starts")]
    pub(crate) fn prepare() {
        let chosen = std::env::var_os(NO_COMPOSITING).is_some();
        let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
        if !chosen && !driven {
            // SAFETY: no other thread runs yet that could read the environment meanwhile.
            unsafe { std::env::set_var(NO_COMPOSITING, "1") };
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    /// A session without a display starts no programs of the user.
    pub(crate) fn is_there() -> bool {
        true
    }

    /// The system's own webview needs nothing.
    pub(crate) fn prepare() {}
}

pub(crate) use system::{is_there, prepare};

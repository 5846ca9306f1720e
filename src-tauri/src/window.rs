//! The one window. It is made when it is wanted and shown when its page is painted, so that nothing flashes.

use tauri::utils::config::Color;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Theme, Url, WebviewWindow, WebviewWindowBuilder};

/// Its name in tauri.conf.json and in the capabilities.
const LABEL: &str = "main";
/// `--canvas` of ui/src/styles/tokens.css by day.
const DAY: Color = Color(249, 247, 243, 255);
/// `--canvas` by night.
const NIGHT: Color = Color(17, 24, 33, 255);

/// Makes the window; it shows itself once its page is there.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let Some(mut config) = app.config().app.windows.iter().find(|window| window.label == LABEL).cloned() else {
        return Err(tauri::Error::WindowNotFound);
    };
    // WebDriver cannot reach a page without a store (wry 0.57); only a test sets this variable.
    config.incognito &= std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none();
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_own)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                show(&window);
            }
        })
        .build()?;

    window.set_background_color(Some(if window.theme()? == Theme::Dark { NIGHT } else { DAY }))
}

/// Shows the window above the others and gives it the keyboard.
pub(crate) fn bring_to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        show(&window);
    }
}

fn show(window: &WebviewWindow) {
    // A window manager may refuse either; the window is no worse for it.
    let _ = window.show();
    let _ = window.set_focus();
}

/// The page never leaves its own origin; other pages open in the user's browser. Tauri lets its isolation frame pass.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

//! Shows notifications. Whether and when is decided in `homeport_core::notice`; a desktop without a notification
//! service is no error, because the tray and the window say the same.

use std::time::Duration;

use homeport_core::notice::Notice;
use homeport_core::tray::Click;
use notify_rust::{Notification, NotificationResponse, Timeout};
use tokio::sync::mpsc::UnboundedSender;
use tracing::info;

use crate::tray::FromTray;

/// A service that does not answer within this time is left alone.
const LONGEST_CALL: Duration = Duration::from_secs(3);
/// A button is waited for this long; after that a click on an old notification does nothing.
#[cfg(target_os = "linux")]
const LONGEST_WAIT: Duration = Duration::from_secs(3_600);

/// Makes this program known to the system, where it has to be known before it may notify.
pub(crate) fn introduce() {
    #[cfg(windows)]
    if let Err(error) = register() {
        info!(%error, "notifications may not appear: this program could not be registered");
    }
    // Without this the first notification asks the user to choose an application, or hangs.
    #[cfg(target_os = "macos")]
    if let Err(error) = notify_rust::set_application(APPLICATION) {
        info!(%error, "notifications may not appear");
    }
}

/// The bundle's name on macOS, the `AppUserModelID` on Windows, and what the desktop file and the icon are called on Linux;
/// the installers use the same.
const APPLICATION: &str = "org.homeport.Homeport";

/// Windows silently drops the notifications of a program that has no entry here.
#[cfg(windows)]
fn register() -> windows_registry::Result<()> {
    let key = windows_registry::CURRENT_USER.create(format!(r"Software\Classes\AppUserModelId\{APPLICATION}"))?;
    key.set_string("DisplayName", "Homeport")?;
    let icon = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("homeport.ico")));
    if let Some(icon) = icon.filter(|icon| icon.is_file()) {
        key.set_string("IconUri", icon.display().to_string())?;
    }

    Ok(())
}

/// Shows a notification and hands its clicks on. Returns at once.
#[cfg(target_os = "linux")]
pub(crate) fn show(notice: Notice, clicks: UnboundedSender<FromTray>) {
    use notify_rust::Hint;

    tokio::spawn(async move {
        let mut notification = built(&notice);
        notification
            .body(&escaped(&notice.body))
            .icon(APPLICATION)
            .hint(Hint::DesktopEntry(APPLICATION.to_owned()))
            .hint(Hint::Category("network".to_owned()))
            .action("default", "Homeport");
        let shown = match tokio::time::timeout(LONGEST_CALL, notification.show_async()).await {
            Ok(Ok(shown)) => shown,
            Ok(Err(error)) => {
                info!(%error, "no notification was shown: there is no service for it");
                return;
            }
            Err(_) => {
                info!("no notification was shown: the service does not answer");
                return;
            }
        };
        let pressed = async {
            let mut pressed = None;
            shown.wait_for_action_async(|response| pressed = click(&notice, response)).await;

            pressed
        };
        if let Ok(Some(click)) = tokio::time::timeout(LONGEST_WAIT, pressed).await {
            // The receiver ends only with the whole program.
            let _ = clicks.send(FromTray::Click(click, None));
        }
    });
}

/// Shows a notification. The call may hang on these systems, so that it has a thread of its own, which nobody waits
/// for; there is one at a time.
#[cfg(not(target_os = "linux"))]
pub(crate) fn show(notice: Notice, clicks: UnboundedSender<FromTray>) {
    use std::sync::Mutex;
    use std::time::Instant;

    static UNDER_WAY: Mutex<Option<Instant>> = Mutex::new(None);

    let Ok(mut under_way) = UNDER_WAY.lock() else { return };
    if under_way.is_some_and(|since| since.elapsed() < LONGEST_CALL) {
        info!("no notification was shown: the service does not answer");
        return;
    }
    *under_way = Some(Instant::now());
    let spawned = std::thread::Builder::new().name("notification".to_owned()).spawn(move || {
        let mut notification = built(&notice);
        notification.body(&notice.body);
        #[cfg(windows)]
        {
            notification.app_id(APPLICATION);
            // A timeout alone means 25 seconds there.
            if notice.urgent {
                notification.urgency(notify_rust::Urgency::Critical);
            }
        }
        let shown = notification.show();
        if let Ok(mut under_way) = UNDER_WAY.lock() {
            *under_way = None;
        }
        match shown {
            Ok(shown) => {
                let waited = shown.wait_for_response(|response: &NotificationResponse| {
                    if let Some(click) = click(&notice, response) {
                        // The receiver ends only with the whole program.
                        let _ = clicks.send(FromTray::Click(click, None));
                    }
                });
                if let Err(error) = waited {
                    info!(%error, "the notification's buttons do nothing");
                }
            }
            Err(error) => info!(%error, "no notification was shown"),
        }
    });
    if let Err(error) = spawned {
        info!(%error, "no notification was shown");
    }
}

fn built(notice: &Notice) -> Notification {
    let mut notification = Notification::new();
    notification.appname("Homeport").summary(&notice.title);
    // What needs a person stays until it is read.
    notification.timeout(if notice.urgent { Timeout::Never } else { Timeout::Default });
    for (number, button) in notice.buttons.iter().enumerate() {
        notification.action(&number.to_string(), &button.label);
    }

    notification
}

fn click(notice: &Notice, response: &NotificationResponse) -> Option<Click> {
    match response {
        NotificationResponse::Default => Some(Click::Open(notice.page.clone())),
        NotificationResponse::Action(number) => {
            let button = notice.buttons.get(number.parse::<usize>().ok()?)?;
            Some(button.click.clone())
        }
        NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => None,
    }
}

/// Services draw a part of HTML in the body (Desktop Notifications Specification, "Markup").
#[cfg(target_os = "linux")]
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

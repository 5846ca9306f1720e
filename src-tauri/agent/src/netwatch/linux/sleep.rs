//! systemd-logind tells on the system bus when the machine goes to sleep and when it is back. Without it the clocks
//! tell, a little later.

use std::time::Duration;

use homeport_core::event::{Event, Hint};
use tokio::sync::mpsc;
use tracing::debug;
use zbus::MatchRule;
use zbus::export::ordered_stream::OrderedStreamExt;

/// A bus that does not answer is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Returns when there is no such service, or it is gone.
pub(super) async fn watch(events: &mpsc::Sender<Event>) {
    match tokio::time::timeout(PATIENCE, subscribe()).await {
        Ok(Ok(mut signals)) => {
            while let Some(signal) = signals.next().await {
                let Ok(message) = signal else { continue };
                // The argument is true before the sleep and false after it.
                let woke = message.body().deserialize::<bool>().is_ok_and(|asleep| !asleep);
                if woke && events.send(Event::Hint(Hint::Woke)).await.is_err() {
                    return;
                }
            }
        }
        Ok(Err(error)) => debug!(%error, "no word of sleep from systemd-logind"),
        Err(_) => debug!("the system bus does not answer"),
    }
}

async fn subscribe() -> zbus::Result<zbus::MessageStream> {
    let bus = zbus::Connection::system().await?;
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .sender("org.freedesktop.login1")?
        .path("/org/freedesktop/login1")?
        .interface("org.freedesktop.login1.Manager")?
        .member("PrepareForSleep")?
        .build();

    zbus::MessageStream::for_match_rule(rule, &bus, Some(4)).await
}

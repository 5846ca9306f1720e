//! macOS: the power sources of `IOKit`. Written against the documentation; it has not run on a Mac yet.
//!
//! What the network costs is not told: only `NWPathMonitor` says it, which takes call backs in the form of Objective-C's
//! blocks. Nor is the network's name: the system gives it only to programs that may know where the machine is, and a
//! program that asks for that because of a name asks for too much.

use homeport_core::gateway::Power;
use tracing::debug;

use super::Told;
use crate::run_loop::Listener;

#[path = "macos/sources.rs"]
mod sources;

/// Returns when the system does not tell of changes.
pub(super) async fn watch(mut told: Told) {
    // First listen, then look: a change in between is told.
    let listener = Listener::start("power-sources", sources::listen);
    loop {
        let (has_battery, on_battery) = sources::read();
        if told.tell(Power { has_battery, on_battery, metered: None }, None).await.is_err() {
            return;
        }
        let told_of_changes = match &listener {
            Ok(listener) => listener.rung().await,
            Err(_) => false,
        };
        if !told_of_changes {
            return debug!("no word of the power source from the system");
        }
    }
}

//! Windows: the power manager, the IP helper's hint about the network's cost, and the list of networks in the registry.

#![allow(unsafe_code, reason = "the state of the power is told through a C function only")]

use std::sync::Arc;
use std::time::Duration;

use homeport_core::gateway::Power;
use tokio::sync::Notify;
use windows_sys::Win32::System::Power::{GetSystemPowerStatus, SYSTEM_POWER_STATUS};

use super::Told;

#[path = "windows/cost.rs"]
mod cost;
#[path = "windows/name.rs"]
mod name;
#[path = "windows/source.rs"]
mod source;

/// One change comes as several notifications.
const BURST: Duration = Duration::from_millis(200);

/// Does not return before nobody listens any more.
pub(super) async fn watch(mut told: Told) {
    let changed = Arc::new(Notify::new());
    // First listen, then look: a change in between is told.
    let _source = source::subscribe(&changed);
    let hints = cost::Hints::load();
    let _cost = hints.as_ref().and_then(|hints| hints.subscribe(&changed));
    loop {
        let (has_battery, on_battery) = supply();
        let metered = hints.as_ref().and_then(cost::Hints::is_metered);
        if told.tell(Power { has_battery, on_battery, metered }, name::of_network()).await.is_err() {
            return;
        }
        changed.notified().await;
        tokio::time::sleep(BURST).await;
    }
}

/// Whether there is a battery, and whether the machine runs on it.
fn supply() -> (bool, bool) {
    /// There is none.
    const NO_BATTERY: u8 = 128;
    const UNKNOWN: u8 = 255;
    const OFFLINE: u8 = 0;
    let mut status = SYSTEM_POWER_STATUS::default();
    // SAFETY: the value lives through the call.
    if unsafe { GetSystemPowerStatus(&raw mut status) } == 0 {
        return (false, false);
    }
    let has_battery = status.BatteryFlag != UNKNOWN && status.BatteryFlag & NO_BATTERY == 0;

    (has_battery, has_battery && status.ACLineStatus == OFFLINE)
}

#[cfg(test)]
mod tests {
    use homeport_core::event::Event;

    use super::*;

    #[tokio::test]
    async fn this_machine_is_told_once_and_nothing_is_left_behind() {
        let (events, mut inbox) = tokio::sync::mpsc::channel(8);
        let watching = tokio::spawn(super::super::watch(events));
        let first = inbox.recv().await.unwrap();
        assert!(matches!(first, Event::Power(power) if power.has_battery || !power.on_battery), "{first:?}");
        assert!(matches!(inbox.recv().await.unwrap(), Event::Named(_)));
        // The system rings at each registration.
        assert!(tokio::time::timeout(3 * BURST, inbox.recv()).await.is_err());

        drop(inbox);
        watching.await.unwrap();
    }

    #[test]
    fn a_registration_that_is_dropped_keeps_nothing() {
        let changed = Arc::new(Notify::new());
        drop(source::subscribe(&changed));
        if let Some(hints) = cost::Hints::load() {
            drop(hints.subscribe(&changed));
        }
        assert_eq!(Arc::strong_count(&changed), 1);
    }
}

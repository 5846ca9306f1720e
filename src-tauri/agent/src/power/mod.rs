//! Tells what the machine runs on, what its way out costs, and what the system calls the network, on three systems. Nobody
//! is asked again and again: the system tells when something changed.

use homeport_core::event::Event;
use homeport_core::gateway::Power;
use tokio::sync::mpsc;

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

/// Sends [`Event::Power`] and [`Event::Named`], both at the start and each when it changed. Ends when nobody receives the
/// events any more, or the system has nothing more to say.
pub async fn watch(events: mpsc::Sender<Event>) {
    let told = Told { events: events.clone(), last: None };
    tokio::select! {
        () = system::watch(told) => {}
        () = events.closed() => {}
    }
}

/// Nobody listens any more.
#[derive(Debug)]
struct Closed;

/// What was told last.
struct Told {
    events: mpsc::Sender<Event>,
    last: Option<(Power, Option<String>)>,
}

impl Told {
    /// Tells what is new of it.
    async fn tell(&mut self, power: Power, name: Option<String>) -> Result<(), Closed> {
        let last = self.last.replace((power, name.clone()));
        if last.as_ref().is_none_or(|(before, _)| *before != power) {
            self.send(Event::Power(power)).await?;
        }
        if last.is_none_or(|(_, before)| before != name) {
            self.send(Event::Named(name)).await?;
        }

        Ok(())
    }

    async fn send(&self, event: Event) -> Result<(), Closed> {
        self.events.send(event).await.map_err(|_| Closed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_did_not_change_is_not_told_again() {
        let (events, mut inbox) = mpsc::channel(8);
        let mut told = Told { events, last: None };
        let (mains, battery) = (Power::default(), Power { on_battery: true, ..Power::default() });
        for (power, name) in [(mains, None), (mains, None), (battery, None), (battery, Some("Home"))] {
            told.tell(power, name.map(str::to_owned)).await.unwrap();
        }
        drop(told);

        let mut heard = Vec::new();
        while let Some(event) = inbox.recv().await {
            heard.push(event);
        }
        let named = Event::Named(Some("Home".to_owned()));
        assert_eq!(heard, [Event::Power(mains), Event::Named(None), Event::Power(battery), named]);
    }
}

//! A round that sends nothing: a second client with the same settings and facts decides, and its plans are only read.

use std::sync::Arc;
use std::time::Duration;

use homeport_core::client::Client;
use homeport_core::event::{Action, Event};
use homeport_core::plan::Plan;
use tokio::sync::mpsc;

use crate::probe::Prober;
use crate::{clock, netwatch};

/// A round ends by then.
const LIMIT: Duration = Duration::from_secs(25);

/// Runs one round of `client` and returns what it would have sent.
pub(super) async fn rehearse(mut client: Client, prober: Arc<Prober>) -> (Client, Vec<Plan>) {
    let (events, mut inbox) = mpsc::channel(256);
    let mut plans = Vec::new();
    let end = clock::now().mono + LIMIT;
    loop {
        while let Some(action) = client.poll_action() {
            match action {
                Action::ReadNetwork { read } => {
                    let told = |facts| Event::Network { read, facts };
                    client.handle(netwatch::read_network().map_or(Event::Unread, told), clock::now());
                }
                Action::Probe { round, probing } => {
                    let (prober, events) = (Arc::clone(&prober), events.clone());
                    tokio::spawn(async move { prober.probe(round, &probing, &events).await });
                }
                Action::Send(plan) => plans.push(plan),
                Action::Notify(_) | Action::Verify(_) | Action::Remember(_) | Action::Record(_) => {}
                // A rehearsal has the words of the sources only.
                Action::LetGo | Action::WatchRouter(_) | Action::AskRouter(_) | Action::Pulse { .. } => {}
            }
        }
        let now = clock::now();
        if client.has_looked() || now.mono >= end {
            // One account starts with one request, so the rest is asked for without the requests before it.
            plans.extend(client.would_send(now));
            return (client, plans);
        }
        let due = client.poll_timeout().map_or(LIMIT, |due| due.since(now.mono)).min(end.since(now.mono));
        tokio::select! {
            Some(event) = inbox.recv() => client.handle(event, clock::now()),
            () = tokio::time::sleep(due) => client.handle_timeout(clock::now()),
        }
    }
}

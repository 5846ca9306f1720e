//! The home's router: asked by NAT-PMP, PCP and `UPnP`, and listened to. It is never asked for a mapping. What it says is
//! told as it comes; what it means is decided in the core.

mod announcement;
mod http;
mod nat_pmp;
mod upnp;

use std::sync::Arc;

use homeport_core::event::Event;
use homeport_core::gateway::{Gateway, Protocol, Said};
use tokio::sync::mpsc;

use super::{Dropped, Kind};

/// Questions that may wait. There is one turn in a second at most.
const WAITING: usize = 8;

/// Listens to one router and asks it. Everything ends with this value, a subscription by a farewell.
#[derive(Debug)]
pub struct RouterWatch {
    questions: mpsc::Sender<Protocol>,
}

impl RouterWatch {
    /// Listens to this router from now on, and tells what it says with [`Event::Router`]. Must be called on a tokio
    /// runtime.
    #[must_use]
    pub fn start(gateway: Gateway, events: mpsc::Sender<Event>, dropped: Arc<Dropped>) -> Self {
        let (questions, asked) = mpsc::channel(WAITING);
        tokio::spawn(run(Told { gateway, events, dropped }, asked));

        Self { questions }
    }

    /// Asks in these ways. A question that is under way already is enough.
    pub fn ask(&self, protocols: &[Protocol]) {
        for protocol in protocols {
            // Questions that wait make another one needless.
            let _ = self.questions.try_send(*protocol);
        }
    }
}

/// Where the router's words go.
#[derive(Debug, Clone)]
struct Told {
    gateway: Gateway,
    events: mpsc::Sender<Event>,
    dropped: Arc<Dropped>,
}

impl Told {
    /// Drops what is no message of its protocol.
    fn drop_malformed(&self, kind: Kind, why: &dyn std::fmt::Display) {
        tracing::debug!(?kind, "a packet was dropped: it {why}");
        self.dropped.count(kind);
    }

    async fn tell(&self, protocol: Protocol, said: Said) {
        tracing::debug!(protocol = protocol.name(), ?said, "the router");
        // When nobody listens any more, the resident is ending.
        let _ = self.events.send(Event::Router { from: self.gateway.address, protocol, said }).await;
    }
}

async fn run(told: Told, mut asked: mpsc::Receiver<Protocol>) {
    let (to_upnp, upnp_asked) = mpsc::channel(1);
    let upnp = tokio::spawn(upnp::run(told.clone(), upnp_asked));
    let listening = tokio::spawn(announcement::listen(told.clone()));
    while let Some(protocol) = asked.recv().await {
        match protocol {
            Protocol::NatPmp | Protocol::Pcp => {
                let told = told.clone();
                tokio::spawn(async move { told.tell(protocol, nat_pmp::ask(&told, protocol).await).await });
            }
            Protocol::Upnp => {
                let _ = to_upnp.try_send(());
            }
        }
    }
    listening.abort();
    // Without questions it says farewell and ends.
    drop(to_upnp);
    let _ = upnp.await;
}

//! Carries out a provider conversation: sends what each step asks for and hands back what came.

use std::collections::BTreeMap;
use std::time::Duration;

use homeport_core::event::{Answer, Trouble};
use homeport_core::hostname::Hostname;
use homeport_core::provider::{Conversation, DnsRequest, Incoming, Outgoing, Step};

use crate::dns::{DnsFault, Patience, exchange};
use crate::transport::Transport;

/// How many requests over HTTP a conversation may send. One that wants more is broken.
pub const MOST_STEPS: usize = 20;
/// How many DNS messages: a question about each address of a hundred names, one update, and the same once more.
pub const MOST_MESSAGES: usize = 410;

/// The patience with a server that takes DNS UPDATE: half of it for datagrams, the rest for TCP.
const PATIENCE: Patience = Patience { datagram: Duration::from_millis(1_500), total: Duration::from_secs(10) };

/// Holds a conversation to its end. The answers are the conversation's own; they are empty only when it goes on after
/// [`MOST_STEPS`] requests or [`MOST_MESSAGES`] DNS messages and a last word that it must end, which is a fault of the
/// program: the outcome is unknown.
pub async fn converse(mut conversation: Box<dyn Conversation>, transport: &Transport) -> BTreeMap<Hostname, Answer> {
    let mut incoming = None;
    let (mut requests, mut messages) = (0, 0);
    while requests < MOST_STEPS && messages < MOST_MESSAGES {
        match conversation.step(incoming.take()) {
            Step::Done(answers) => return answers,
            Step::Send(Outgoing::Http(request)) => {
                requests += 1;
                incoming = Some(transport.send(&request).await);
            }
            Step::Send(Outgoing::Dns(request)) => {
                messages += 1;
                incoming = Some(send_dns(&request).await);
            }
        }
    }
    let last_word =
        incoming.take().map(|_| Incoming::Failed { trouble: Trouble::Broken("the provider".to_owned()), sent: true });
    match conversation.step(last_word) {
        Step::Done(answers) => answers,
        Step::Send(_) => {
            tracing::error!("a conversation did not end after {requests} requests and {messages} DNS messages");
            BTreeMap::new()
        }
    }
}

async fn send_dns(request: &DnsRequest) -> Incoming {
    let server = host_of(&request.server);
    let not_sent = |trouble| Incoming::Failed { trouble, sent: false };
    let addresses: Vec<_> = match tokio::time::timeout(PATIENCE.total, tokio::net::lookup_host(&request.server)).await {
        Ok(Ok(addresses)) => addresses.collect(),
        Ok(Err(_)) => return not_sent(Trouble::NoDns(server)),
        Err(_) => return not_sent(Trouble::Timeout(server)),
    };
    let mut failed = not_sent(Trouble::NoDns(server.clone()));
    for address in addresses {
        match exchange(address, &request.message, PATIENCE).await {
            Ok(answer) => return Incoming::Dns(answer),
            // The next address is another way to the same server; nothing arrived by this one.
            Err(DnsFault::Unreachable) => failed = not_sent(Trouble::NoConnection(server.clone())),
            Err(DnsFault::Timeout) => return Incoming::Failed { trouble: Trouble::Timeout(server), sent: true },
            Err(DnsFault::Broken) => return Incoming::Failed { trouble: Trouble::Broken(server), sent: true },
        }
    }

    failed
}

/// The host of `host:port` or `[address]:port`, for messages.
fn host_of(server: &str) -> String {
    let host = server.rsplit_once(':').map_or(server, |(host, _)| host);

    host.trim_start_matches('[').trim_end_matches(']').to_owned()
}

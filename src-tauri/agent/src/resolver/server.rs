//! Asks name servers of many records, and judges what they say.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use hickory_proto::op::{Message, Query, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use homeport_core::address::Family;
use homeport_core::event::Event;
use homeport_core::verification::{Question, ServerAnswer};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::{address_of, text_of};
use crate::dns::{DnsFault, Patience, exchange_many, question as wire};

/// The patience with one address of a name server.
const WITH_SERVER: Patience = Patience { datagram: Duration::from_millis(700), total: Duration::from_secs(2) };

/// A question, with its name as DNS has it.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) question: Question,
    pub(super) name: Name,
}

impl Wanted {
    fn record(&self) -> RecordType {
        match self.question.expected.family() {
            Family::Ipv4 => RecordType::A,
            Family::Ipv6 => RecordType::AAAA,
        }
    }
}

pub(super) async fn tell(events: &mpsc::Sender<Event>, question: Question, answers: Vec<ServerAnswer>) {
    let family = question.expected.family();
    // Nobody listens any more while the program ends.
    let _ = events.send(Event::Verified { hostname: question.hostname, family, answers }).await;
}

/// Asks each server of each record, and tells of a record as soon as all of them have answered.
pub(super) async fn ask(servers: Vec<Server>, wanted: Vec<Wanted>, events: &mpsc::Sender<Event>) {
    let count = servers.len();
    let (heard, mut hearing) = mpsc::unbounded_channel();
    let wanted = Arc::new(wanted);
    let mut asking = JoinSet::new();
    for server in servers {
        asking.spawn(server.ask(Arc::clone(&wanted), heard.clone()));
    }
    drop(heard);
    let mut answers: Vec<Vec<ServerAnswer>> = wanted.iter().map(|_| Vec::with_capacity(count)).collect();
    if count == 0 {
        for wanted in &*wanted {
            tell(events, wanted.question.clone(), Vec::new()).await;
        }
    }
    while let Some((index, answer)) = hearing.recv().await {
        let (Some(answers), Some(wanted)) = (answers.get_mut(index), wanted.get(index)) else { continue };
        answers.push(answer);
        if answers.len() == count {
            answers.sort_by(|a, b| a.server.cmp(&b.server));
            tell(events, wanted.question.clone(), std::mem::take(answers)).await;
        }
    }
}

/// One name server.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Server {
    /// Its name, or its address where it has none.
    pub(super) name: String,
    pub(super) addresses: Vec<SocketAddr>,
    /// It is one of the zone's own, so that it has to know for itself.
    pub(super) own: bool,
}

impl Server {
    pub(super) fn named(address: SocketAddr) -> Self {
        let name = if address.port() == 53 { address.ip().to_string() } else { address.to_string() };

        Self { name, addresses: vec![address], own: false }
    }

    /// Tells of each record once, by its place: what the first address says that says anything, or why the last one did
    /// not.
    async fn ask(self, wanted: Arc<Vec<Wanted>>, heard: mpsc::UnboundedSender<(usize, ServerAnswer)>) {
        let tell = |index, said: Result<Found, String>| {
            let (addresses, ttl) = match said {
                Ok(found) => (Ok(found.addresses), found.ttl),
                Err(reason) => (Err(reason), None),
            };
            // Whoever asked may be gone.
            let _ = heard.send((index, ServerAnswer { server: self.name.clone(), addresses, ttl }));
        };
        let mut open: Vec<(usize, String)> =
            (0..wanted.len()).map(|index| (index, "has no address".to_owned())).collect();
        for address in &self.addresses {
            let mut messages = Vec::with_capacity(open.len());
            let mut asked = Vec::with_capacity(open.len());
            let mut still = Vec::new();
            for (index, _) in open {
                let Some(wanted) = wanted.get(index) else { continue };
                match wire(Query::query(wanted.name.clone(), wanted.record()), !self.own) {
                    Ok(message) => {
                        messages.push(message);
                        asked.push((index, &wanted.name));
                    }
                    Err(fault) => still.push((index, fault.to_string())),
                }
            }
            exchange_many(*address, &messages, WITH_SERVER, |place, answer| {
                let Some((index, name)) = asked.get(place) else { return };
                match self.understand(name, answer) {
                    Ok(found) => tell(*index, Ok(found)),
                    Err(reason) => still.push((*index, reason)),
                }
            })
            .await;
            open = still;
        }
        for (index, reason) in open {
            tell(index, Err(reason));
        }
    }

    fn understand(&self, name: &Name, answer: Result<Vec<u8>, DnsFault>) -> Result<Found, String> {
        let answer = answer.map_err(|fault| fault.to_string())?;
        let answer = Message::from_vec(&answer).map_err(|_| "gave an answer that cannot be read".to_owned())?;

        judge(&answer, name, self.own)
    }
}

/// The record as one server has it.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    addresses: Vec<IpAddr>,
    ttl: Option<u32>,
}

fn judge(answer: &Message, name: &Name, own: bool) -> Result<Found, String> {
    match answer.response_code {
        ResponseCode::NoError | ResponseCode::NXDomain => {}
        refusal => return Err(format!("answered: {refusal}")),
    }
    if own && !answer.authoritative {
        return Err("does not know the zone".to_owned());
    }
    let mut found = Found { addresses: Vec::new(), ttl: None };
    for record in answer.answers.iter().filter(|record| record.name == *name) {
        if let RData::CNAME(target) = &record.data {
            return Err(format!("says that the name is an alias of {}", text_of(&target.0)));
        }
        if let Some(address) = address_of(&record.data) {
            found.addresses.push(address);
            found.ttl = Some(record.ttl);
        }
    }
    found.addresses.sort_unstable();
    found.addresses.dedup();

    Ok(found)
}

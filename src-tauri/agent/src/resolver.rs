//! Asks a zone's own name servers, so that no cache on the way can say what is no longer or not yet true. The system's
//! resolvers only help to find those servers; what they say of the record itself is never asked.

mod server;
mod system;

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hickory_proto::op::{Message, Query, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use homeport_core::event::Event;
use homeport_core::hostname::Hostname;
use homeport_core::verification::{Question, ServerAnswer};
use tokio::sync::{OnceCell, Semaphore, mpsc};
use tokio::task::JoinSet;

use crate::dns::{Patience, exchange, question as wire};
use server::{Server, Wanted, ask, tell};

/// How many of a zone's name servers are asked.
const MOST_SERVERS: usize = 4;
/// How many of the system's resolvers are asked, one after the other.
const MOST_RESOLVERS: usize = 3;
/// How many zones are walked through to find the one that a name lies in.
const MOST_ZONES: usize = 10;
/// Questions to the system's resolvers that may be under way at once.
const UNDER_WAY: usize = 16;

/// The patience with one of the system's resolvers, which may have to ask around first.
const WITH_RESOLVER: Patience = Patience { datagram: Duration::from_millis(1_500), total: Duration::from_secs(4) };

/// Finds and asks name servers. Holds no connection and no cache.
#[derive(Debug, Clone)]
pub struct Resolver {
    resolvers: Resolvers,
    port: u16,
    under_way: Arc<Semaphore>,
}

#[derive(Debug, Clone)]
enum Resolvers {
    /// Those of the system, read anew each time: they change with the network.
    System,
    These(Vec<SocketAddr>),
}

impl Default for Resolver {
    fn default() -> Self {
        Self { resolvers: Resolvers::System, port: 53, under_way: Arc::new(Semaphore::new(UNDER_WAY)) }
    }
}

impl Resolver {
    /// Asks these resolvers instead of the system's, and the zones' name servers on this port. For tests.
    #[must_use]
    pub fn with(resolvers: Vec<SocketAddr>, port: u16) -> Self {
        Self { resolvers: Resolvers::These(resolvers), port, ..Self::default() }
    }

    /// Tells by [`Event::Verified`] what each name server of a record's zone says of it, in the order of the servers'
    /// names, as soon as the last of them has answered. At most four servers are asked, side by side, each for about 2 s
    /// over each family. The answers are empty when no server could be found. Names that lie side by side are asked for
    /// together, by one socket for each server.
    ///
    /// Servers that a question names are asked instead of the zone's own; they may be resolvers.
    pub async fn verify(&self, questions: Vec<Question>, events: mpsc::Sender<Event>) {
        let mut groups: BTreeMap<(Vec<SocketAddr>, Option<Name>), Vec<Wanted>> = BTreeMap::new();
        for question in questions {
            let Ok(name) = name_of(&question.hostname) else {
                tell(&events, question, Vec::new()).await;
                continue;
            };
            // One group does not wait for the servers of another one's zone.
            let beside = question.nameservers.is_empty().then(|| name.base_name());
            let group = groups.entry((question.nameservers.clone(), beside)).or_default();
            group.push(Wanted { question, name });
        }
        let mut asking = JoinSet::new();
        for ((named, _), wanted) in groups {
            let (resolver, events) = (self.clone(), events.clone());
            asking.spawn(async move {
                if named.is_empty() {
                    resolver.verify_at_zone(wanted, &events).await;
                } else {
                    let servers = named.into_iter().map(Server::named).collect();
                    ask(servers, wanted, &events).await;
                }
            });
        }
        asking.join_all().await;
    }

    /// The same for one record.
    pub async fn verify_one(&self, question: Question) -> Vec<ServerAnswer> {
        let (events, mut told) = mpsc::channel(1);
        self.verify(vec![question], events).await;
        match told.recv().await {
            Some(Event::Verified { answers, .. }) => answers,
            _ => Vec::new(),
        }
    }

    /// Mostly the zone is the same one; a name may be a zone of its own.
    async fn verify_at_zone(&self, wanted: Vec<Wanted>, events: &mpsc::Sender<Event>) {
        let zones = Arc::new(Zones::default());
        let mut finding = JoinSet::new();
        for wanted in wanted {
            let (resolver, zones) = (self.clone(), Arc::clone(&zones));
            finding.spawn(async move { (resolver.servers_of(&wanted.name, &zones).await, wanted) });
        }
        let mut groups: BTreeMap<Vec<Server>, Vec<Wanted>> = BTreeMap::new();
        for (servers, wanted) in finding.join_all().await {
            groups.entry(servers).or_default().push(wanted);
        }
        let mut asking = JoinSet::new();
        for (servers, wanted) in groups {
            let events = events.clone();
            asking.spawn(async move { ask(servers, wanted, &events).await });
        }
        asking.join_all().await;
    }

    /// The names of the name servers of the zone that a hostname lies in, in order, in lower case without the final
    /// dot. Empty when they cannot be found.
    pub async fn nameservers_of(&self, hostname: &Hostname) -> Vec<String> {
        let Ok(name) = name_of(hostname) else {
            return Vec::new();
        };

        self.name_servers(name).await.iter().map(text_of).collect()
    }

    /// The servers of the zone that a name lies in. What was found for a zone above is kept in `zones`.
    async fn servers_of(&self, name: &Name, zones: &Zones) -> Vec<Server> {
        match self.look_for_zone(name).await {
            Some(Zone::Here(servers)) => self.locate_all(servers).await,
            Some(Zone::Above(zone)) => {
                let found = zones.at(&zone);
                let servers = found.get_or_init(|| async { self.locate_all(self.name_servers(zone).await).await });

                servers.await.clone()
            }
            None => Vec::new(),
        }
    }

    async fn locate_all(&self, names: Vec<Name>) -> Vec<Server> {
        let mut finding = JoinSet::new();
        for server in names.into_iter().take(MOST_SERVERS) {
            let resolver = self.clone();
            finding.spawn(async move { resolver.locate(server).await });
        }
        let mut servers = finding.join_all().await;
        servers.sort();

        servers
    }

    async fn locate(&self, name: Name) -> Server {
        let (v4, v6) = tokio::join!(self.ask_around(&name, RecordType::A), self.ask_around(&name, RecordType::AAAA));
        let addresses = [v4, v6]
            .into_iter()
            .flatten()
            // One address of each family is enough: the others are further ways to the same data.
            .filter_map(|answer| answer.answers.iter().find_map(|record| address_of(&record.data)))
            .map(|address| SocketAddr::new(address, self.port))
            .collect();

        Server { name: text_of(&name), addresses, own: true }
    }

    /// The zone's name servers.
    async fn name_servers(&self, mut name: Name) -> Vec<Name> {
        for _ in 0..MOST_ZONES {
            match self.look_for_zone(&name).await {
                Some(Zone::Here(servers)) => return servers,
                Some(Zone::Above(zone)) if !zone.is_root() => name = zone,
                Some(Zone::Above(_)) | None => break,
            }
        }

        Vec::new()
    }

    /// A resolver tells the zone either by its name servers or by the SOA record of the zone above, which comes with
    /// "there is none" (RFC 2308, 3).
    async fn look_for_zone(&self, name: &Name) -> Option<Zone> {
        if name.is_root() {
            return None;
        }
        let answer = self.ask_around(name, RecordType::NS).await?;
        let servers: BTreeSet<Name> = answer
            .answers
            .iter()
            .filter(|record| record.name == *name)
            .filter_map(|record| match &record.data {
                RData::NS(server) => Some(server.0.to_lowercase()),
                _ => None,
            })
            .collect();
        if !servers.is_empty() {
            return Some(Zone::Here(servers.into_iter().collect()));
        }
        let zone = answer
            .authorities
            .iter()
            .find(|record| record.record_type() == RecordType::SOA && record.name.zone_of(name))
            .map(|record| record.name.clone());

        Some(Zone::Above(zone.filter(|zone| zone != name).unwrap_or_else(|| name.base_name())))
    }

    /// What the first of the system's resolvers says that says anything.
    async fn ask_around(&self, name: &Name, record: RecordType) -> Option<Message> {
        // The semaphore is never closed.
        let _permit = self.under_way.acquire().await;
        let resolvers = match &self.resolvers {
            Resolvers::System => system::resolvers().await,
            Resolvers::These(resolvers) => resolvers.clone(),
        };
        let message = wire(Query::query(name.clone(), record), true).ok()?;
        for resolver in resolvers.into_iter().take(MOST_RESOLVERS) {
            let Ok(answer) = exchange(resolver, &message, WITH_RESOLVER).await else {
                continue;
            };
            match Message::from_vec(&answer) {
                Ok(answer) if matches!(answer.response_code, ResponseCode::NoError | ResponseCode::NXDomain) => {
                    return Some(answer);
                }
                _ => {}
            }
        }

        None
    }
}

/// Where the zone of a name begins.
enum Zone {
    /// At the name itself: the names of its servers.
    Here(Vec<Name>),
    /// Above it.
    Above(Name),
}

/// What was found for names that are asked for together.
#[derive(Debug, Default)]
struct Zones(Mutex<BTreeMap<Name, Arc<OnceCell<Vec<Server>>>>>);

impl Zones {
    fn at(&self, zone: &Name) -> Arc<OnceCell<Vec<Server>>> {
        let mut zones = self.0.lock().unwrap_or_else(PoisonError::into_inner);

        Arc::clone(zones.entry(zone.clone()).or_default())
    }
}

fn address_of(data: &RData) -> Option<IpAddr> {
    match data {
        RData::A(address) => Some(address.0.into()),
        RData::AAAA(address) => Some(address.0.into()),
        _ => None,
    }
}

fn name_of(hostname: &Hostname) -> Result<Name, hickory_proto::ProtoError> {
    Name::from_ascii(format!("{hostname}."))
}

fn text_of(name: &Name) -> String {
    name.to_lowercase().to_ascii().trim_end_matches('.').to_owned()
}

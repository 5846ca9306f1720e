//! Asks a zone's own name servers, so that no cache on the way can say what is no longer or not yet true. The system's
//! resolvers only help to find those servers; what they say of the record itself is never asked.

mod system;

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use hickory_proto::op::{Message, Query, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use homeport_core::address::Family;
use homeport_core::hostname::Hostname;
use homeport_core::verification::{Question, ServerAnswer};
use tokio::task::JoinSet;

use crate::dns::{DnsFault, Patience, exchange, question as wire};

/// How many of a zone's name servers are asked.
const MOST_SERVERS: usize = 4;
/// How many of the system's resolvers are asked, one after the other.
const MOST_RESOLVERS: usize = 3;
/// How many zones are walked through to find the one that a name lies in.
const MOST_ZONES: usize = 10;

/// The patience with one address of a name server.
const WITH_SERVER: Patience = Patience { datagram: Duration::from_millis(700), total: Duration::from_secs(2) };
/// The patience with one of the system's resolvers, which may have to ask around first.
const WITH_RESOLVER: Patience = Patience { datagram: Duration::from_millis(1_500), total: Duration::from_secs(4) };

/// Finds and asks name servers. Holds no connection and no cache.
#[derive(Debug, Clone)]
pub struct Resolver {
    resolvers: Resolvers,
    port: u16,
}

#[derive(Debug, Clone)]
enum Resolvers {
    /// Those of the system, read anew each time: they change with the network.
    System,
    These(Vec<SocketAddr>),
}

impl Default for Resolver {
    fn default() -> Self {
        Self { resolvers: Resolvers::System, port: 53 }
    }
}

impl Resolver {
    /// Asks these resolvers instead of the system's, and the zones' name servers on this port. For tests.
    #[must_use]
    pub fn with(resolvers: Vec<SocketAddr>, port: u16) -> Self {
        Self { resolvers: Resolvers::These(resolvers), port }
    }

    /// What each name server of the zone says of the record, in the order of the servers' names. At most four servers
    /// are asked, side by side, each for at most 2 s over each family. Empty when no server could be found.
    ///
    /// Servers that the question names are asked instead of the zone's own; they may be resolvers.
    pub async fn verify(&self, question: &Question) -> Vec<ServerAnswer> {
        let Ok(name) = name_of(&question.hostname) else {
            return Vec::new();
        };
        let record = match question.expected.family() {
            Family::Ipv4 => RecordType::A,
            Family::Ipv6 => RecordType::AAAA,
        };
        let servers = if question.nameservers.is_empty() {
            self.servers_of(&name).await
        } else {
            question.nameservers.iter().map(|address| Server::named(*address)).collect()
        };
        let mut asking = JoinSet::new();
        for server in servers {
            asking.spawn(server.ask(name.clone(), record));
        }
        let mut answers = asking.join_all().await;
        answers.sort_by(|a, b| a.server.cmp(&b.server));

        answers
    }

    /// The names of the name servers of the zone that a hostname lies in, in order, in lower case without the final
    /// dot. Empty when they cannot be found.
    pub async fn nameservers_of(&self, hostname: &Hostname) -> Vec<String> {
        let Ok(name) = name_of(hostname) else {
            return Vec::new();
        };

        self.name_servers(name).await.iter().map(text_of).collect()
    }

    async fn servers_of(&self, name: &Name) -> Vec<Server> {
        let mut finding = JoinSet::new();
        for server in self.name_servers(name.clone()).await.into_iter().take(MOST_SERVERS) {
            let resolver = self.clone();
            finding.spawn(async move { resolver.locate(server).await });
        }

        finding.join_all().await
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

    /// The zone's name servers. A resolver tells the zone either by them or by the SOA record of the zone above, which
    /// comes with "there is none" (RFC 2308, 3).
    async fn name_servers(&self, mut name: Name) -> Vec<Name> {
        for _ in 0..MOST_ZONES {
            if name.is_root() {
                break;
            }
            let Some(answer) = self.ask_around(&name, RecordType::NS).await else {
                break;
            };
            let servers: BTreeSet<Name> = answer
                .answers
                .iter()
                .filter(|record| record.name == name)
                .filter_map(|record| match &record.data {
                    RData::NS(server) => Some(server.0.to_lowercase()),
                    _ => None,
                })
                .collect();
            if !servers.is_empty() {
                return servers.into_iter().collect();
            }
            let zone = answer
                .authorities
                .iter()
                .find(|record| record.record_type() == RecordType::SOA && record.name.zone_of(&name))
                .map(|record| record.name.clone());
            name = match zone {
                Some(zone) if zone != name => zone,
                _ => name.base_name(),
            };
        }

        Vec::new()
    }

    /// What the first of the system's resolvers says that says anything.
    async fn ask_around(&self, name: &Name, record: RecordType) -> Option<Message> {
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

/// One name server.
#[derive(Debug)]
struct Server {
    /// Its name, or its address where it has none.
    name: String,
    addresses: Vec<SocketAddr>,
    /// It is one of the zone's own, so that it has to know for itself.
    own: bool,
}

impl Server {
    fn named(address: SocketAddr) -> Self {
        let name = if address.port() == 53 { address.ip().to_string() } else { address.to_string() };

        Self { name, addresses: vec![address], own: false }
    }

    async fn ask(self, name: Name, record: RecordType) -> ServerAnswer {
        let mut said = Err("has no address".to_owned());
        for address in &self.addresses {
            said = self.ask_at(*address, &name, record).await;
            if said.is_ok() {
                break;
            }
        }
        let (addresses, ttl) = match said {
            Ok(found) => (Ok(found.addresses), found.ttl),
            Err(reason) => (Err(reason), None),
        };

        ServerAnswer { server: self.name, addresses, ttl }
    }

    async fn ask_at(&self, address: SocketAddr, name: &Name, record: RecordType) -> Result<Found, String> {
        let in_words = |fault: DnsFault| fault.to_string();
        let message = wire(Query::query(name.clone(), record), !self.own).map_err(in_words)?;
        let answer = exchange(address, &message, WITH_SERVER).await.map_err(in_words)?;
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

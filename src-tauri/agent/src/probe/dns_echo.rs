//! Name servers that answer a question with the address that it came from.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use hickory_proto::op::Query;
use hickory_proto::rr::{DNSClass, Name, RecordType};
use homeport_core::address::Family;
use homeport_core::echo::parse_dns_echo;
use homeport_core::observation::SourceFault;
use homeport_core::sources::{DnsEcho, EchoRecord};

use crate::dns::{Patience, exchange_through, question};

const PATIENCE: Patience = Patience { datagram: Duration::from_secs(1), total: Duration::from_secs(4) };
/// How long the system may take to find the server.
const LOCATING: Duration = Duration::from_secs(3);

pub(super) async fn ask(echo: &DnsEcho, family: Family, through: Option<&str>) -> Result<IpAddr, SourceFault> {
    let server = locate(&echo.server, family).await?;
    let name = Name::from_ascii(format!("{}.", echo.name.trim_end_matches('.'))).map_err(|_| SourceFault::NoDns)?;
    let (record, class) = match (echo.record, family) {
        (EchoRecord::Address, Family::Ipv4) => (RecordType::A, DNSClass::IN),
        (EchoRecord::Address, Family::Ipv6) => (RecordType::AAAA, DNSClass::IN),
        (EchoRecord::Text, _) => (RecordType::TXT, DNSClass::IN),
        (EchoRecord::ChaosText, _) => (RecordType::TXT, DNSClass::CH),
    };
    let mut query = Query::query(name, record);
    query.set_query_class(class);
    let message = question(query, false).map_err(|_| SourceFault::NoAnswer)?;
    let answer = exchange_through(through, server, &message, PATIENCE).await.map_err(|_| SourceFault::NoAnswer)?;

    parse_dns_echo(&answer, family)
}

/// The server's address of the family: the question has to leave by that family to be answered with it.
pub(super) async fn locate(server: &str, family: Family) -> Result<SocketAddr, SourceFault> {
    let found = tokio::time::timeout(LOCATING, tokio::net::lookup_host(server)).await;
    let mut addresses = found.map_err(|_| SourceFault::NoDns)?.map_err(|_| SourceFault::NoDns)?;

    addresses.find(|address| Family::of(address.ip()) == family).ok_or(SourceFault::NoAnswer)
}

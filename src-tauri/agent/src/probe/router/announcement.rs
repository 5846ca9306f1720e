//! What a router announces to everybody in its network: NAT-PMP (RFC 6886, 3.2.1) and PCP (RFC 6887, 14.1.3) to port 5350
//! of 224.0.0.1 and `ff02::1`. Everybody can forge it, and thousands of packets wake this program ten times a second.

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use homeport_core::gateway::{Gateway, Protocol, Said};
use homeport_core::packet::nat_pmp::{self, ANNOUNCEMENT_PORT, SERVER_PORT};
use homeport_core::packet::pcp;
use socket2::{Domain, Socket, Type};
use tokio::net::UdpSocket;

use super::{Kind, Told};

const ALL_HOSTS: Ipv4Addr = Ipv4Addr::new(224, 0, 0, 1);
const ALL_NODES: Ipv6Addr = Ipv6Addr::new(0xff02, 0, 0, 0, 0, 0, 0, 1);
/// After one packet, the next ones are read this much later, together.
const BURST: Duration = Duration::from_millis(100);
/// The most packets that are read together.
const MOST: usize = 4_096;
const LONGEST: usize = 1_200;

/// Tells until it is given up.
pub(super) async fn listen(told: Told) {
    let (ipv4, ipv6) = (open_v4(&told.gateway), open_v6(&told.gateway));
    if let Err(error) = &ipv4 {
        // The router is asked all the same.
        tracing::info!(%error, "the router's announcements cannot be heard");
    }
    tokio::join!(
        async {
            if let Ok(socket) = ipv4 {
                hear(socket, &told).await;
            }
        },
        async {
            if let Ok(Some(socket)) = ipv6 {
                hear(socket, &told).await;
            }
        }
    );
}

async fn hear(socket: UdpSocket, told: &Told) {
    let mut buffer = [0; LONGEST];
    loop {
        let Ok((length, from)) = socket.recv_from(&mut buffer).await else { return };
        let mut heard = BTreeMap::new();
        take(&buffer[..length], from, told, &mut heard);
        // Of what came meanwhile only the last word counts.
        for _ in 0..MOST {
            let Ok((length, from)) = socket.try_recv_from(&mut buffer) else { break };
            take(&buffer[..length], from, told, &mut heard);
        }
        for (protocol, said) in heard {
            told.tell(protocol, said).await;
        }
        tokio::time::sleep(BURST).await;
    }
}

fn take(bytes: &[u8], from: SocketAddr, told: &Told, heard: &mut BTreeMap<Protocol, Said>) {
    let gateway = &told.gateway;
    let is_gateway = match from.ip() {
        IpAddr::V4(address) => address == gateway.address,
        IpAddr::V6(address) => Some(address) == gateway.ipv6,
    };
    if !is_gateway || from.port() != SERVER_PORT {
        return;
    }
    if let Ok(answer) = nat_pmp::parse(bytes) {
        heard.insert(Protocol::NatPmp, Said::Announced { address: answer.address, epoch: Some(answer.epoch) });
    } else if let Ok(announcement) = pcp::parse(bytes) {
        heard.insert(Protocol::Pcp, Said::Announced { address: None, epoch: Some(announcement.epoch) });
    } else {
        let kind = if bytes.first() == Some(&pcp::VERSION) { Kind::Pcp } else { Kind::NatPmp };
        told.drop_malformed(kind, &"is no announcement");
    }
}

fn open_v4(gateway: &Gateway) -> io::Result<UdpSocket> {
    let socket = open(Domain::IPV4)?;
    // Where the system permits, bound to the group: nothing that is sent to this machine alone is taken.
    let to: Ipv4Addr = if cfg!(windows) { Ipv4Addr::UNSPECIFIED } else { ALL_HOSTS };
    socket.bind(&SocketAddr::from((to, ANNOUNCEMENT_PORT)).into())?;
    // Each machine is in this group without being told, and some systems refuse to be told.
    let _ = socket.join_multicast_v4(&ALL_HOSTS, &gateway.own);

    UdpSocket::from_std(socket.into())
}

/// `None` where the router has no IPv6.
fn open_v6(gateway: &Gateway) -> io::Result<Option<UdpSocket>> {
    if gateway.ipv6.is_none() {
        return Ok(None);
    }
    let index = if_addrs::get_if_addrs()?.into_iter().find(|own| own.ip() == gateway.own).and_then(|own| own.index);
    let socket = open(Domain::IPV6)?;
    socket.set_only_v6(true)?;
    socket.bind(&SocketAddr::from((Ipv6Addr::UNSPECIFIED, ANNOUNCEMENT_PORT)).into())?;
    socket.join_multicast_v6(&ALL_NODES, index.unwrap_or(0))?;

    UdpSocket::from_std(socket.into()).map(Some)
}

fn open(domain: Domain) -> io::Result<Socket> {
    let socket = Socket::new(domain, Type::DGRAM, None)?;
    // Other programs listen to the same announcements.
    socket.set_reuse_address(true)?;
    #[cfg(unix)]
    socket.set_reuse_port(true)?;
    socket.set_nonblocking(true)?;

    Ok(socket)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Told {
        let gateway = Gateway {
            interface: "eth0".to_owned(),
            address: Ipv4Addr::new(192, 168, 7, 1),
            own: Ipv4Addr::new(192, 168, 7, 10),
            ipv6: "fe80::1".parse().ok(),
        };

        Told { gateway, events: tokio::sync::mpsc::channel(1).0, dropped: std::sync::Arc::default() }
    }

    #[test]
    fn only_the_gateways_own_port_is_listened_to() {
        let packet = [0, 128, 0, 0, 0, 0, 0, 9, 20, 1, 0, 7];
        let expected = Said::Announced { address: Some(Ipv4Addr::new(20, 1, 0, 7)), epoch: Some(9) };
        for (from, taken) in [
            ("192.168.7.1:5351", true),
            ("192.168.7.1:5352", false),
            ("192.168.7.2:5351", false),
            ("[fe80::1]:5351", true),
            ("[fe80::2]:5351", false),
        ] {
            let mut heard = BTreeMap::new();
            take(&packet, from.parse().unwrap(), &told(), &mut heard);
            assert_eq!(heard.get(&Protocol::NatPmp), taken.then_some(&expected), "{from}");
        }
    }

    #[test]
    fn of_many_words_the_last_one_counts() {
        let mut heard = BTreeMap::new();
        for last in 0..200 {
            let packet = [0, 128, 0, 0, 0, 0, 0, 9, 20, 1, 0, last];
            take(&packet, "192.168.7.1:5351".parse().unwrap(), &told(), &mut heard);
            take(b"junk", "192.168.7.1:5351".parse().unwrap(), &told(), &mut heard);
        }

        let last = Said::Announced { address: Some(Ipv4Addr::new(20, 1, 0, 199)), epoch: Some(9) };
        assert_eq!(heard, BTreeMap::from([(Protocol::NatPmp, last)]));
    }
}

//! One question by NAT-PMP (RFC 6886, 3.1) or PCP (RFC 6887, 14.1) to the router's port, and its answer.

use std::time::Duration;

use homeport_core::gateway::{Protocol, Said};
use homeport_core::packet::nat_pmp::{self, SERVER_PORT};
use homeport_core::packet::pcp;
use tokio::net::UdpSocket;
use tokio::time::timeout;

use super::{Kind, Told};

/// The waits for an answer before the question is sent once more, and before it is given up (RFC 6886, 3.1).
const WAITS: [Duration; 3] = [Duration::from_millis(250), Duration::from_millis(500), Duration::from_secs(1)];
/// The longest message of PCP, in bytes, and a little more, so that a longer one is noticed.
const LONGEST: usize = 1_200;

pub(super) async fn ask(told: &Told, protocol: Protocol) -> Said {
    exchange(told, protocol).await.unwrap_or(Said::Silent)
}

async fn exchange(told: &Told, protocol: Protocol) -> Option<Said> {
    let gateway = &told.gateway;
    // Another port each time, and a connected socket: only the router's own answer is taken.
    let socket = UdpSocket::bind((gateway.own, 0)).await.ok()?;
    socket.connect((gateway.address, SERVER_PORT)).await.ok()?;
    let pcp = pcp::request(gateway.own.into());
    let question = if protocol == Protocol::Pcp { pcp.as_slice() } else { nat_pmp::REQUEST.as_slice() };
    let mut buffer = [0; LONGEST];
    for wait in WAITS {
        socket.send(question).await.ok()?;
        if let Ok(said) = timeout(wait, answer(told, &socket, protocol, &mut buffer)).await {
            return said;
        }
    }

    None
}

/// `None`: the router's system refuses.
async fn answer(told: &Told, socket: &UdpSocket, protocol: Protocol, buffer: &mut [u8]) -> Option<Said> {
    loop {
        let length = socket.recv(buffer).await.ok()?;
        let bytes = buffer.get(..length).unwrap_or_default();
        let said = if protocol == Protocol::Pcp {
            pcp::parse(bytes).map(|answer| Said::Answered { address: None, epoch: Some(answer.epoch) })
        } else {
            nat_pmp::parse(bytes).map(|answer| Said::Answered { address: answer.address, epoch: Some(answer.epoch) })
        };
        match said {
            Ok(said) => return Some(said),
            Err(error) => {
                let kind = if protocol == Protocol::Pcp { Kind::Pcp } else { Kind::NatPmp };
                told.drop_malformed(kind, &error);
            }
        }
    }
}

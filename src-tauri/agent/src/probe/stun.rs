//! STUN servers (RFC 8489): one datagram there, one back, with the address that it came from.

use std::net::IpAddr;
use std::time::Duration;

use homeport_core::address::Family;
use homeport_core::observation::SourceFault;
use homeport_core::packet::stun::{parse, request};
use tokio::time::timeout;

use super::dns_echo::locate;
use super::{Dropped, Kind};
use crate::socket;

/// The waits for an answer before the request is sent once more, and before it is given up (RFC 8489, 6.2.1).
const WAITS: [Duration; 3] = [Duration::from_millis(500), Duration::from_secs(1), Duration::from_secs(1)];
/// The longest answer that is read, in bytes.
const LONGEST: usize = 2_048;

pub(super) async fn ask(
    server: &str,
    family: Family,
    through: Option<&str>,
    dropped: &Dropped,
) -> Result<IpAddr, SourceFault> {
    let server = locate(server, family).await?;
    let socket = socket::datagrams(server, through).await.map_err(|_| SourceFault::NoAnswer)?;
    let mut id = [0; 12];
    getrandom::fill(&mut id).map_err(|_| SourceFault::NoAnswer)?;
    let message = request(id);
    let mut buffer = [0; LONGEST];
    for wait in WAITS {
        socket.send(&message).await.map_err(|_| SourceFault::NoAnswer)?;
        let answered = async {
            loop {
                let length = socket.recv(&mut buffer).await.map_err(|_| SourceFault::NoAnswer)?;
                // What does not belong to the request is dropped, and the answer may still come.
                match parse(buffer.get(..length).unwrap_or_default(), id) {
                    Ok(address) => return Ok(address),
                    Err(error) => {
                        tracing::debug!(%server, "an answer over STUN was dropped: it {error}");
                        dropped.count(Kind::Stun);
                    }
                }
            }
        };
        match timeout(wait, answered).await {
            Ok(Ok(address)) if Family::of(address) == family => return Ok(address),
            Ok(Ok(_)) => return Err(SourceFault::OtherFamily),
            Ok(Err(fault)) => return Err(fault),
            Err(_) => {}
        }
    }

    Err(SourceFault::NoAnswer)
}

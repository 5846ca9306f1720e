//! PCP (RFC 6887): only ANNOUNCE, by which a router tells that it began anew. It names no address: that would take a
//! mapping, and no mapping is ever asked for.

use std::net::{IpAddr, Ipv6Addr};

use super::{Malformed, u32_at};

/// The header of a request and of a response (RFC 6887, 7.1 and 7.2).
const HEADER: usize = 24;
/// The longest message (RFC 6887, 7).
const LONGEST: usize = 1_100;
/// The version in each message's first byte (RFC 6887, 7).
pub const VERSION: u8 = 2;
/// The response to opcode 0, ANNOUNCE (RFC 6887, 14.1).
const ANNOUNCED: u8 = 128;

/// What a router says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announcement {
    /// The seconds since the router's state was begun anew (RFC 6887, 8.5).
    pub epoch: u32,
}

/// The question whether the router is there and since when (RFC 6887, 14.1.1). `client` is the own address by which it
/// leaves.
#[must_use]
pub fn request(client: IpAddr) -> [u8; HEADER] {
    let client: Ipv6Addr = match client {
        IpAddr::V4(address) => address.to_ipv6_mapped(),
        IpAddr::V6(address) => address,
    };
    let mut message = [0; HEADER];
    message[0] = VERSION;
    message[8..].copy_from_slice(&client.octets());

    message
}

/// Reads an answer or an announcement: both have the same form.
///
/// # Errors
///
/// [`Malformed`], also for a refusal: a router that does not speak PCP tells nothing by it.
pub fn parse(bytes: &[u8]) -> Result<Announcement, Malformed> {
    let (Some(version), Some(opcode)) = (bytes.first(), bytes.get(1)) else { return Err(Malformed::Length) };
    if *version != VERSION || *opcode != ANNOUNCED {
        return Err(Malformed::Other);
    }
    if bytes.len() < HEADER || bytes.len() > LONGEST || !bytes.len().is_multiple_of(4) {
        return Err(Malformed::Length);
    }
    if bytes.get(3) != Some(&0) {
        return Err(Malformed::Other);
    }

    Ok(Announcement { epoch: u32_at(bytes, 8).ok_or(Malformed::Length)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(epoch: u8) -> Vec<u8> {
        let mut bytes = vec![0; HEADER];
        (bytes[0], bytes[1], bytes[11]) = (2, 128, epoch);

        bytes
    }

    #[test]
    fn a_question_names_the_client_as_a_mapped_address() {
        let message = request([192, 0, 2, 10].into());

        assert_eq!(message[..8], [2, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(message[8..], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 10]);
    }

    #[test]
    fn an_announcement_tells_the_epoch() {
        assert_eq!(parse(&answer(9)), Ok(Announcement { epoch: 9 }));
    }

    #[test]
    fn anything_else_is_dropped() {
        assert_eq!(parse(&request([192, 0, 2, 10].into())), Err(Malformed::Other), "a question of somebody else");
        assert_eq!(parse(&answer(9)[..20]), Err(Malformed::Length));
        assert_eq!(parse(&[answer(9), vec![0]].concat()), Err(Malformed::Length));
        assert_eq!(parse(&[answer(9), vec![0; 1_080]].concat()), Err(Malformed::Length));
        let mut refusal = answer(9);
        refusal[3] = 1;
        assert_eq!(parse(&refusal), Err(Malformed::Other));
        assert_eq!(parse(&[0, 128, 0, 1, 0, 0, 0, 0]), Err(Malformed::Other), "NAT-PMP");
    }
}

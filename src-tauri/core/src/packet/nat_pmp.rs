//! NAT-PMP (RFC 6886): the router's external address, asked for or announced. No mapping is ever asked for.

use std::net::Ipv4Addr;

use super::{Malformed, u16_at, u32_at};

/// The port on which a router answers (RFC 6886, 3.1; PCP shares it: RFC 6887, 19.1).
pub const SERVER_PORT: u16 = 5351;
/// The port to which a router announces (RFC 6886, 3.2.1).
pub const ANNOUNCEMENT_PORT: u16 = 5350;
/// The question for the external address (RFC 6886, 3.2).
pub const REQUEST: [u8; 2] = [0, 0];

/// The length of an answer with an address.
const LENGTH: usize = 12;
/// The answer to opcode 0.
const ANSWER: u8 = 128;

/// What a router says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The seconds since the router's table was begun anew (RFC 6886, 3.6).
    pub epoch: u32,
    /// The external address; `None` while the router has none, or does not tell.
    pub address: Option<Ipv4Addr>,
}

/// Reads an answer or an announcement: both have the same form.
///
/// # Errors
///
/// [`Malformed`]; an answer with a result code other than success is none: it has no address.
pub fn parse(bytes: &[u8]) -> Result<Answer, Malformed> {
    let (Some(0), Some(opcode)) = (bytes.first(), bytes.get(1)) else {
        return Err(if bytes.len() < 2 { Malformed::Length } else { Malformed::Other });
    };
    if *opcode != ANSWER {
        return Err(Malformed::Other);
    }
    let (result, epoch) = (u16_at(bytes, 2).ok_or(Malformed::Length)?, u32_at(bytes, 4).ok_or(Malformed::Length)?);
    if result != 0 {
        // Such an answer may be shorter: there is no address to tell (RFC 6886, 3.5).
        return if bytes.len() > LENGTH { Err(Malformed::Length) } else { Ok(Answer { epoch, address: None }) };
    }
    if bytes.len() != LENGTH {
        return Err(Malformed::Length);
    }
    let address = u32_at(bytes, 8).map(Ipv4Addr::from).filter(|address| !address.is_unspecified());

    Ok(Answer { epoch, address })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: [u8; 12] = [0, 128, 0, 0, 0, 0, 1, 2, 20, 1, 0, 7];

    #[test]
    fn an_answer_names_the_epoch_and_the_address() {
        assert_eq!(parse(&GOOD), Ok(Answer { epoch: 258, address: Some(Ipv4Addr::new(20, 1, 0, 7)) }));
    }

    #[test]
    fn a_router_without_an_address_says_so_in_two_ways() {
        let mut unspecified = GOOD;
        unspecified[8..].copy_from_slice(&[0; 4]);
        assert_eq!(parse(&unspecified), Ok(Answer { epoch: 258, address: None }));

        // Network failure: the router itself has got no address yet (RFC 6886, 3.5).
        let failure = [0, 128, 0, 3, 0, 0, 1, 2];
        assert_eq!(parse(&failure), Ok(Answer { epoch: 258, address: None }));
    }

    #[test]
    fn anything_else_is_dropped() {
        assert_eq!(parse(&[]), Err(Malformed::Length));
        assert_eq!(parse(&GOOD[..11]), Err(Malformed::Length));
        assert_eq!(parse(&[GOOD.as_slice(), &[0]].concat()), Err(Malformed::Length));
        assert_eq!(parse(&REQUEST), Err(Malformed::Other), "a question of somebody else");
        let mut mapping = GOOD;
        mapping[1] = 129;
        assert_eq!(parse(&mapping), Err(Malformed::Other));
        let mut pcp = GOOD;
        pcp[0] = 2;
        assert_eq!(parse(&pcp), Err(Malformed::Other));
    }
}

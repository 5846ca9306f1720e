//! STUN (RFC 8489): one binding request, and the address from which it arrived.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{Malformed, u16_at, u32_at};

/// The header of each message.
const HEADER: usize = 20;
/// The longest answer that is read: what passes every network in one piece.
const LONGEST: usize = 1_232;
const BINDING_REQUEST: u16 = 0x0001;
const BINDING_SUCCESS: u16 = 0x0101;
const MAGIC_COOKIE: u32 = 0x2112_a442;
const XOR_MAPPED_ADDRESS: u16 = 0x0020;
const FINGERPRINT: u16 = 0x8028;
const FINGERPRINT_MASK: u32 = 0x5354_554e;
/// Attributes that have to be understood (RFC 8489, 14), and are: MAPPED-ADDRESS, those that RFC 3489 had and old
/// servers still add, MESSAGE-INTEGRITY, and MESSAGE-INTEGRITY-SHA256.
const TOLERATED: [u16; 7] = [0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0008, 0x001c];

/// The random name of one request: only its answer carries it.
pub type TransactionId = [u8; 12];

/// A binding request. It carries FINGERPRINT, so that a server need not guess what it is.
#[must_use]
pub fn request(id: TransactionId) -> [u8; 28] {
    let mut message = [0; 28];
    message[..2].copy_from_slice(&BINDING_REQUEST.to_be_bytes());
    message[2..4].copy_from_slice(&8_u16.to_be_bytes());
    message[4..8].copy_from_slice(&MAGIC_COOKIE.to_be_bytes());
    message[8..20].copy_from_slice(&id);
    message[20..22].copy_from_slice(&FINGERPRINT.to_be_bytes());
    message[22..24].copy_from_slice(&4_u16.to_be_bytes());
    let sum = crc32(&message[..20]) ^ FINGERPRINT_MASK;
    message[24..].copy_from_slice(&sum.to_be_bytes());

    message
}

/// Reads the answer to the request with this id: the address that the server saw.
///
/// # Errors
///
/// [`Malformed::Other`] for an error, for anything that is no answer to this request, and for an attribute that has to
/// be understood and is not; [`Malformed::Contradiction`] when FINGERPRINT is there and wrong, or two addresses are named.
pub fn parse(bytes: &[u8], id: TransactionId) -> Result<IpAddr, Malformed> {
    if bytes.len() < HEADER || bytes.len() > LONGEST {
        return Err(Malformed::Length);
    }
    let length = usize::from(u16_at(bytes, 2).ok_or(Malformed::Length)?);
    if u16_at(bytes, 0) != Some(BINDING_SUCCESS)
        || u32_at(bytes, 4) != Some(MAGIC_COOKIE)
        || bytes.get(8..HEADER) != Some(&id)
    {
        return Err(Malformed::Other);
    }
    if !length.is_multiple_of(4) || HEADER + length != bytes.len() {
        return Err(Malformed::Length);
    }
    let mut found = None;
    let mut at = HEADER;
    while at < bytes.len() {
        let kind = u16_at(bytes, at).ok_or(Malformed::Length)?;
        let size = usize::from(u16_at(bytes, at + 2).ok_or(Malformed::Length)?);
        let value = bytes.get(at + 4..at + 4 + size).ok_or(Malformed::Length)?;
        let next = at + 4 + size.next_multiple_of(4);
        match kind {
            XOR_MAPPED_ADDRESS => match found.replace(unmasked(value, id)?) {
                Some(before) if found != Some(before) => return Err(Malformed::Contradiction),
                _ => {}
            },
            FINGERPRINT => {
                let sum = crc32(bytes.get(..at).ok_or(Malformed::Length)?) ^ FINGERPRINT_MASK;
                // It is the last one (RFC 8489, 14.7).
                if u32_at(value, 0) != Some(sum) || size != 4 || next != bytes.len() {
                    return Err(Malformed::Contradiction);
                }
            }
            0x8000.. => {}
            known if TOLERATED.contains(&known) => {}
            _ => return Err(Malformed::Other),
        }
        at = next;
    }

    found.ok_or(Malformed::Other)
}

/// XOR-MAPPED-ADDRESS (RFC 8489, 14.2).
fn unmasked(value: &[u8], id: TransactionId) -> Result<IpAddr, Malformed> {
    match (value.get(1), value.len()) {
        (Some(1), 8) => {
            let masked = u32_at(value, 4).ok_or(Malformed::Length)?;
            Ok(Ipv4Addr::from(masked ^ MAGIC_COOKIE).into())
        }
        (Some(2), 20) => {
            let mut octets: [u8; 16] =
                value.get(4..).and_then(|bytes| bytes.try_into().ok()).ok_or(Malformed::Length)?;
            let mask = MAGIC_COOKIE.to_be_bytes().into_iter().chain(id);
            for (octet, mask) in octets.iter_mut().zip(mask) {
                *octet ^= mask;
            }
            Ok(Ipv6Addr::from(octets).to_canonical())
        }
        _ => Err(Malformed::Length),
    }
}

/// The checksum of FINGERPRINT (ISO/IEC 13239). The messages are short, so that no table pays.
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }

    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: TransactionId = [0xb7, 0xe7, 0xa7, 0x01, 0xbc, 0x34, 0xd6, 0x86, 0xfa, 0x87, 0xdf, 0xae];
    /// RFC 5769, 2.2: the address is 192.0.2.1; with SOFTWARE, MESSAGE-INTEGRITY and FINGERPRINT.
    const IPV4: &[u8] = b"\x01\x01\x00\x3c\x21\x12\xa4\x42\xb7\xe7\xa7\x01\xbc\x34\xd6\x86\xfa\x87\xdf\xae\
        \x80\x22\x00\x0b\x74\x65\x73\x74\x20\x76\x65\x63\x74\x6f\x72\x20\
        \x00\x20\x00\x08\x00\x01\xa1\x47\xe1\x12\xa6\x43\
        \x00\x08\x00\x14\x2b\x91\xf5\x99\xfd\x9e\x90\xc3\x8c\x74\x89\xf9\x2a\xf9\xba\x53\xf0\x6b\xe7\xd7\
        \x80\x28\x00\x04\xc0\x7d\x4c\x96";
    /// RFC 5769, 2.3: the address is 2001:db8:1234:5678:11:2233:4455:6677.
    const IPV6: &[u8] = b"\x01\x01\x00\x48\x21\x12\xa4\x42\xb7\xe7\xa7\x01\xbc\x34\xd6\x86\xfa\x87\xdf\xae\
        \x80\x22\x00\x0b\x74\x65\x73\x74\x20\x76\x65\x63\x74\x6f\x72\x20\
        \x00\x20\x00\x14\x00\x02\xa1\x47\x01\x13\xa9\xfa\xa5\xd3\xf1\x79\xbc\x25\xf4\xb5\xbe\xd2\xb9\xd9\
        \x00\x08\x00\x14\xa3\x82\x95\x4e\x4b\xe6\x7b\xf1\x17\x84\xc9\x7c\x82\x92\xc2\x75\xbf\xe3\xed\x41\
        \x80\x28\x00\x04\xc8\xfb\x0b\x4c";

    #[test]
    fn the_test_vectors_of_rfc_5769_are_read() {
        assert_eq!(parse(IPV4, ID), Ok("192.0.2.1".parse().unwrap()));
        assert_eq!(parse(IPV6, ID), Ok("2001:db8:1234:5678:11:2233:4455:6677".parse().unwrap()));
    }

    #[test]
    fn a_request_has_the_checksum_of_its_header() {
        let message = request(ID);

        assert_eq!(message[..8], [0, 1, 0, 8, 0x21, 0x12, 0xa4, 0x42]);
        assert_eq!(u32_at(&message, 24), Some(crc32(&message[..20]) ^ FINGERPRINT_MASK));
        assert_eq!(parse(&message, ID), Err(Malformed::Other), "it is no answer");
    }

    #[test]
    fn an_answer_to_another_request_is_dropped() {
        assert_eq!(parse(IPV4, [0; 12]), Err(Malformed::Other));
    }

    #[test]
    fn a_changed_byte_is_noticed_by_the_fingerprint() {
        let fingerprint = IPV4.len() - 8;
        // Without its name it is no fingerprint.
        for at in (HEADER..fingerprint).chain(fingerprint + 2..IPV4.len()) {
            let mut changed = IPV4.to_vec();
            changed[at] ^= 1;
            assert!(parse(&changed, ID).is_err(), "byte {at}");
        }
    }

    #[test]
    fn lengths_that_lie_are_dropped() {
        assert_eq!(parse(&IPV4[..IPV4.len() - 1], ID), Err(Malformed::Length));
        assert_eq!(parse(&IPV4[..19], ID), Err(Malformed::Length));
        let mut long = IPV4.to_vec();
        long[23] = 0xff;
        assert_eq!(parse(&long, ID), Err(Malformed::Length));
        assert_eq!(parse(&vec![0; 2_000], ID), Err(Malformed::Length));
    }
}

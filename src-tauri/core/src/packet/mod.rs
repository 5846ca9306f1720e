//! What routers and STUN servers say on the wire, as pure functions: bytes in, facts or [`Malformed`] out. Nothing here
//! is believed; a packet is a hint or one witness among several.
//!
//! All of it is bounded: a datagram by its protocol, a body by [`LONGEST_BODY`], a tree by the number of its nodes.

pub mod http;
pub mod igd;
pub mod nat_pmp;
pub mod pcp;
pub mod ssdp;
pub mod stun;

/// The longest body of a router's answer that is looked at, in bytes.
pub const LONGEST_BODY: usize = 64 * 1024;

/// Why a packet is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Malformed {
    /// Shorter or longer than its protocol says.
    #[error("has a wrong length")]
    Length,
    /// Another protocol, version or message.
    #[error("is another message than the one that is waited for")]
    Other,
    /// A part contradicts another one, or a checksum is wrong.
    #[error("contradicts itself")]
    Contradiction,
    /// The text or XML cannot be read.
    #[error("cannot be read")]
    Unreadable,
    /// It points to another host than the one that sent it.
    #[error("points to another host")]
    Elsewhere,
}

/// Four bytes in network order at `at`.
fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

/// Two bytes in network order at `at`.
fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_be_bytes)
}

/// The address in a text, which is one if nothing stands beside it.
fn ipv4_in(text: &str) -> Option<std::net::Ipv4Addr> {
    text.trim().parse().ok()
}

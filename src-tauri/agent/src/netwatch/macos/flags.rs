//! `SIOCGIFAFLAG_IN6`: what kind of IPv6 address an interface has. `getifaddrs` does not say it.

#![allow(unsafe_code, reason = "the flags are told through ioctl only")]

use std::io;
use std::net::Ipv6Addr;
use std::os::fd::AsRawFd;

use socket2::{Domain, Socket, Type};

/// `_IOWR('i', 73, struct in6_ifreq)` of `netinet6/in6_var.h`.
const SIOCGIFAFLAG_IN6: libc::c_ulong = 0xc120_6949;
const IN6_IFF_TENTATIVE: i32 = 0x02;
const IN6_IFF_DUPLICATED: i32 = 0x04;
const IN6_IFF_DETACHED: i32 = 0x08;
const IN6_IFF_DEPRECATED: i32 = 0x10;
const IN6_IFF_TEMPORARY: i32 = 0x80;

/// `struct in6_ifreq`: the address goes in, the flags come out in the same place.
#[repr(C)]
struct Request {
    name: [u8; libc::IFNAMSIZ],
    value: Value,
}

#[repr(C)]
union Value {
    address: libc::sockaddr_in6,
    flags: i32,
    /// The largest member of the system's union: `struct icmp6_ifstat`, 34 counters.
    _room: [u64; 34],
}

/// The flags of one address.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flags {
    pub(super) temporary: bool,
    pub(super) deprecated: bool,
    pub(super) tentative: bool,
}

/// Reads flags.
pub(super) struct Reader(Socket);

impl Reader {
    /// Fails on a system without IPv6, which has no such addresses either.
    pub(super) fn open() -> io::Result<Self> {
        Socket::new(Domain::IPV6, Type::DGRAM, None).map(Self)
    }

    /// `None` when the address is gone, or its interface: a VPN that ends takes both away between two questions.
    pub(super) fn read(&self, interface: &str, address: Ipv6Addr) -> io::Result<Option<Flags>> {
        let mut request = Request { name: [0; libc::IFNAMSIZ], value: Value { _room: [0; 34] } };
        let name = interface.as_bytes();
        let length = name.len().min(libc::IFNAMSIZ - 1);
        request.name[..length].copy_from_slice(&name[..length]);
        request.value.address = libc::sockaddr_in6 {
            sin6_len: 28,
            sin6_family: 30, // AF_INET6
            sin6_port: 0,
            sin6_flowinfo: 0,
            sin6_addr: libc::in6_addr { s6_addr: address.octets() },
            sin6_scope_id: 0,
        };
        // SAFETY: the descriptor is open, and `request` is the whole structure that this request reads and writes.
        if unsafe { libc::ioctl(self.0.as_raw_fd(), SIOCGIFAFLAG_IN6, &raw mut request) } < 0 {
            let error = io::Error::last_os_error();
            return match error.raw_os_error() {
                Some(libc::EADDRNOTAVAIL | libc::ENXIO) => Ok(None),
                _ => Err(error),
            };
        }
        // SAFETY: the system has written the flags, and any bits are a number.
        let flags = unsafe { request.value.flags };

        Ok(Some(Flags {
            temporary: flags & IN6_IFF_TEMPORARY != 0,
            deprecated: flags & IN6_IFF_DEPRECATED != 0,
            tentative: flags & (IN6_IFF_TENTATIVE | IN6_IFF_DUPLICATED | IN6_IFF_DETACHED) != 0,
        }))
    }
}

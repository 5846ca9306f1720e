//! Sockets that leave by a chosen interface although another one is the way out: a question beside a tunnel.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use homeport_core::address::Family;
use socket2::{Domain, Socket, Type};
use tokio::net::{TcpSocket, TcpStream, UdpSocket};

/// A socket for datagrams to one server. It takes answers of this server only, and the system picks its port at random
/// (RFC 5452, 9.2). With `through` it leaves by this interface or not at all.
///
/// # Errors
///
/// There is no way to the server, no such interface, or the system cannot choose one.
pub(crate) async fn datagrams(server: SocketAddr, through: Option<&str>) -> io::Result<UdpSocket> {
    let any: SocketAddr = match server {
        SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, 0).into(),
        SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, 0).into(),
    };
    let socket = match through {
        None => UdpSocket::bind(any).await?,
        Some(interface) => {
            let socket = leaving_by(interface, server, Type::DGRAM)?;
            socket.bind(&any.into())?;
            UdpSocket::from_std(socket.into())?
        }
    };
    socket.connect(server).await?;

    Ok(socket)
}

/// A connection to one server, by this interface if one is named.
///
/// # Errors
///
/// As [`datagrams`].
pub(crate) async fn stream(server: SocketAddr, through: Option<&str>) -> io::Result<TcpStream> {
    match through {
        None => TcpStream::connect(server).await,
        Some(interface) => {
            let socket = leaving_by(interface, server, Type::STREAM)?;
            TcpSocket::from_std_stream(socket.into()).connect(server).await
        }
    }
}

fn leaving_by(interface: &str, server: SocketAddr, kind: Type) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(server), kind, None)?;
    socket.set_nonblocking(true)?;
    // The first choice needs no privilege (since Linux 5.7).
    choose(&socket, interface, Family::of(server.ip()))?;

    Ok(socket)
}

#[cfg(target_os = "linux")]
fn choose(socket: &Socket, interface: &str, _family: Family) -> io::Result<()> {
    socket.bind_device(Some(interface.as_bytes()))
}

#[cfg(target_os = "macos")]
fn choose(socket: &Socket, interface: &str, family: Family) -> io::Result<()> {
    let index = if_addrs::get_if_addrs()?
        .into_iter()
        .find(|own| own.name == interface)
        .and_then(|own| std::num::NonZeroU32::new(own.index?))
        .ok_or(io::ErrorKind::NotFound)?;
    match family {
        Family::Ipv4 => socket.bind_device_by_index_v4(Some(index)),
        Family::Ipv6 => socket.bind_device_by_index_v6(Some(index)),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn choose(_socket: &Socket, _interface: &str, _family: Family) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

//! Exchanges with one DNS server: over UDP first, over TCP when the message is long or the answer is cut (RFC 1035, 4.2;
//! RFC 2136, 6.2; RFC 7766).

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use hickory_proto::op::{Edns, Message, MessageType, OpCode, Query};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::{Instant, timeout_at};

use crate::socket;

#[cfg(test)]
mod tests;

/// The longest message over UDP, in bytes: what passes every network without being cut into pieces (RFC 9715, 3.1).
pub(crate) const LONGEST_UDP: u16 = 1_232;
/// The length of a message's header, in bytes (RFC 1035, 4.1.1).
const HEADER: usize = 12;
/// Questions to one server that may be under way at once: they fit into the receive buffer of any system.
const UNDER_WAY: usize = 50;

/// How long to wait for one server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Patience {
    /// For an answer over UDP, before the message is sent once more, and before TCP is tried.
    pub(crate) datagram: Duration,
    /// For everything together.
    pub(crate) total: Duration,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DnsFault {
    /// Nobody listens there, or no route leads there: the message did not arrive.
    #[error("cannot be reached")]
    Unreachable,
    /// No answer in time; the message may have arrived.
    #[error("did not answer in time")]
    Timeout,
    /// The connection broke after the message was sent.
    #[error("broke the connection")]
    Broken,
}

/// A question in wire format, with a random id. `recursive` asks the server to find the answer elsewhere.
///
/// # Errors
///
/// [`DnsFault::Broken`] when the name cannot be written or the system has no randomness.
pub(crate) fn question(query: Query, recursive: bool) -> Result<Vec<u8>, DnsFault> {
    let [high, low, ..] = getrandom::u32().map_err(|_| DnsFault::Broken)?.to_be_bytes();
    let mut message = Message::new(u16::from_be_bytes([high, low]), MessageType::Query, OpCode::Query);
    message.metadata.recursion_desired = recursive;
    message.add_query(query);
    let mut edns = Edns::new();
    edns.set_max_payload(LONGEST_UDP);
    message.set_edns(edns);

    message.to_vec().map_err(|_| DnsFault::Broken)
}

/// Sends a message and returns the answer that belongs to it, both in wire format.
///
/// # Errors
///
/// [`DnsFault`]; whatever arrives and does not belong to the message is ignored.
pub(crate) async fn exchange(server: SocketAddr, message: &[u8], patience: Patience) -> Result<Vec<u8>, DnsFault> {
    exchange_through(None, server, message, patience).await
}

/// The same by one interface, if one is named, or not at all.
///
/// # Errors
///
/// As [`exchange`]; [`DnsFault::Unreachable`] when there is no such interface or the system cannot choose one.
pub(crate) async fn exchange_through(
    through: Option<&str>,
    server: SocketAddr,
    message: &[u8],
    patience: Patience,
) -> Result<Vec<u8>, DnsFault> {
    let mut said = Err(DnsFault::Timeout);
    let way = Way { server, through, patience };
    exchange_all(way, std::slice::from_ref(&message), |_, answer| said = answer).await;

    said
}

/// Sends many messages over one socket, and tells the answer to each, by its place, as soon as it is there. For each of
/// them all holds what holds for [`exchange`], but for the patience with a server that stays silent: it is over for all
/// of them when it is over for the first ones.
pub(crate) async fn exchange_many(
    server: SocketAddr,
    messages: &[Vec<u8>],
    patience: Patience,
    answered: impl FnMut(usize, Result<Vec<u8>, DnsFault>),
) {
    exchange_all(Way { server, through: None, patience }, messages, answered).await;
}

/// Where messages go, by which interface, and how long to wait.
#[derive(Debug, Clone, Copy)]
struct Way<'a> {
    server: SocketAddr,
    through: Option<&'a str>,
    patience: Patience,
}

async fn exchange_all<M: AsRef<[u8]>>(
    way: Way<'_>,
    messages: &[M],
    mut answered: impl FnMut(usize, Result<Vec<u8>, DnsFault>),
) {
    let patience = way.patience;
    let deadline = Instant::now() + patience.total;
    let mut short = VecDeque::new();
    let mut left = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        let message = message.as_ref();
        if message.len() > usize::from(LONGEST_UDP) {
            left.push(Open { index, message, fault: None });
        } else {
            short.push_back(Open { index, message, fault: None });
        }
    }
    if !short.is_empty() {
        left.extend(over_udp(way, short, &mut answered).await);
    }
    if !left.is_empty() {
        // Whatever was asked first: something is left for each.
        let share = patience.total.saturating_sub(2 * patience.datagram);
        over_tcp(way, deadline.max(Instant::now() + share), left, &mut answered).await;
    }
}

/// A message without an answer, and what UDP said of it.
#[derive(Debug, Clone, Copy)]
struct Open<'a> {
    index: usize,
    message: &'a [u8],
    fault: Option<DnsFault>,
}

impl Open<'_> {
    fn with(self, fault: DnsFault) -> Self {
        Self { fault: Some(fault), ..self }
    }

    /// The datagrams may have arrived although nothing came back, whatever TCP says.
    fn fault_after(self, later: DnsFault) -> DnsFault {
        match (self.fault, later) {
            (None | Some(DnsFault::Unreachable), later) => later,
            (Some(fault), DnsFault::Unreachable) => fault,
            (Some(_), later) => later,
        }
    }
}

/// A datagram that was sent.
#[derive(Debug)]
struct Sent<'a> {
    open: Open<'a>,
    again: bool,
    /// When it is sent again, or given up.
    until: Instant,
    limit: Instant,
}

/// Returns what has to go over TCP.
async fn over_udp<'a>(
    way: Way<'_>,
    mut rest: VecDeque<Open<'a>>,
    answered: &mut impl FnMut(usize, Result<Vec<u8>, DnsFault>),
) -> Vec<Open<'a>> {
    let Ok(socket) = socket::datagrams(way.server, way.through).await else {
        return rest.into_iter().map(|open| open.with(DnsFault::Unreachable)).collect();
    };
    let mut left = Vec::new();
    let mut under_way: Vec<Sent<'a>> = Vec::new();
    let mut heard = false;
    let mut buffer = vec![0; 4_096];
    loop {
        while under_way.len() < UNDER_WAY
            && let Some(open) = rest.pop_front()
        {
            let now = Instant::now();
            match socket.send(open.message).await {
                Ok(_) => {
                    let limit = now + way.patience.total;
                    under_way.push(Sent { open, again: false, until: limit.min(now + way.patience.datagram), limit });
                }
                Err(_) => left.push(open.with(DnsFault::Unreachable)),
            }
        }
        let Some(next) = under_way.iter().map(|sent| sent.until).min() else { return left };
        match timeout_at(next, socket.recv(&mut buffer)).await {
            Ok(Ok(length)) => {
                let answer = buffer.get(..length).unwrap_or_default();
                let Some(place) = under_way.iter().position(|sent| belongs(sent.open.message, answer)) else {
                    continue;
                };
                heard = true;
                let open = under_way.swap_remove(place).open;
                if is_cut(answer) {
                    left.push(open);
                } else {
                    answered(open.index, Ok(answer.to_vec()));
                }
            }
            // The system tells here that nobody listens on the port.
            Ok(Err(_)) => left.extend(under_way.drain(..).map(|sent| sent.open.with(DnsFault::Unreachable))),
            Err(_) => {
                let before = left.len();
                left.extend(send_again(&socket, &mut under_way, way.patience.datagram).await);
                if left.len() > before && !heard {
                    // Who was silent to the first is not waited for with each of the others.
                    let others = under_way.drain(..).map(|sent| sent.open).chain(rest.drain(..));
                    left.extend(others.map(|open| open.with(DnsFault::Timeout)));
                }
            }
        }
    }
}

/// Sends once more what may be lost, and returns what was in vain twice.
async fn send_again<'a>(socket: &UdpSocket, under_way: &mut Vec<Sent<'a>>, wait: Duration) -> Vec<Open<'a>> {
    let now = Instant::now();
    let (late, waiting): (Vec<_>, Vec<_>) = under_way.drain(..).partition(|sent| sent.until <= now);
    *under_way = waiting;
    let mut left = Vec::new();
    for sent in late {
        if sent.again || now >= sent.limit {
            left.push(sent.open.with(DnsFault::Timeout));
        } else if socket.send(sent.open.message).await.is_ok() {
            under_way.push(Sent { again: true, until: sent.limit.min(now + wait), ..sent });
        } else {
            left.push(sent.open.with(DnsFault::Unreachable));
        }
    }

    left
}

async fn over_tcp(
    way: Way<'_>,
    deadline: Instant,
    mut left: Vec<Open<'_>>,
    answered: &mut impl FnMut(usize, Result<Vec<u8>, DnsFault>),
) {
    let fault = match timeout_at(deadline, socket::stream(way.server, way.through)).await {
        Ok(Ok(mut stream)) => match timeout_at(deadline, talk(&mut stream, &mut left, answered)).await {
            Ok(Ok(()) | Err(_)) => DnsFault::Broken,
            Err(_) => DnsFault::Timeout,
        },
        Ok(Err(_)) | Err(_) => DnsFault::Unreachable,
    };
    for open in left {
        answered(open.index, Err(open.fault_after(fault)));
    }
}

/// Sends everything at once and takes the answers in the order in which they come (RFC 7766, 6.2.1.1).
async fn talk(
    stream: &mut TcpStream,
    left: &mut Vec<Open<'_>>,
    answered: &mut impl FnMut(usize, Result<Vec<u8>, DnsFault>),
) -> std::io::Result<()> {
    let mut framed = Vec::new();
    for open in &*left {
        let length = u16::try_from(open.message.len()).map_err(|_| std::io::ErrorKind::InvalidInput)?;
        framed.extend_from_slice(&length.to_be_bytes());
        framed.extend_from_slice(open.message);
    }
    stream.write_all(&framed).await?;
    while !left.is_empty() {
        let mut answer = vec![0; usize::from(stream.read_u16().await?)];
        stream.read_exact(&mut answer).await?;
        let place = left.iter().position(|open| belongs(open.message, &answer));
        let open = left.swap_remove(place.ok_or(std::io::ErrorKind::InvalidData)?);
        answered(open.index, Ok(answer));
    }

    Ok(())
}

/// The id, the kind and, where the answer repeats it, the question are those of the message (RFC 5452, 9.1).
fn belongs(message: &[u8], answer: &[u8]) -> bool {
    let (Some(asked), Some(answered)) = (message.first_chunk::<HEADER>(), answer.first_chunk::<HEADER>()) else {
        return false;
    };
    let is_answer = answered[2] & 0x80 != 0;
    let same_kind = (answered[2] ^ asked[2]) & 0x78 == 0;
    if asked[..2] != answered[..2] || !is_answer || !same_kind {
        return false;
    }
    // A server that refuses may leave the question out.
    if answered[4..6] == [0, 0] {
        return true;
    }
    let (Some(asked), Some(answered)) = (first_question(message), first_question(answer)) else {
        // An answer that cannot be read to its end is cut or garbled; the one who asked tells which.
        return true;
    };

    asked.eq_ignore_ascii_case(answered)
}

/// The first question as it stands in a message: its name, which nothing before it could shorten, its type and its class
/// (RFC 1035, 4.1.2).
fn first_question(message: &[u8]) -> Option<&[u8]> {
    let mut at = HEADER;
    loop {
        let length = usize::from(*message.get(at)?);
        at += 1 + length;
        if length == 0 {
            return message.get(HEADER..at + 4);
        }
    }
}

fn is_cut(answer: &[u8]) -> bool {
    answer.get(2).is_some_and(|flags| flags & 0x02 != 0)
}

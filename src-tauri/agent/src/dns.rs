//! One exchange with one DNS server: over UDP first, over TCP when the message is long or the answer is cut (RFC 1035,
//! 4.2; RFC 2136, 6.2; RFC 7766).

use std::net::SocketAddr;
use std::time::Duration;

use hickory_proto::op::{Edns, Message, MessageType, OpCode, Query};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::{Instant, timeout_at};

use crate::socket;

/// The longest message over UDP, in bytes: what passes every network without being cut into pieces (RFC 9715, 3.1).
pub(crate) const LONGEST_UDP: u16 = 1_232;

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
    let way = Way { server, through, deadline: Instant::now() + patience.total };
    if message.len() > usize::from(LONGEST_UDP) {
        return over_tcp(way, message).await;
    }
    match over_udp(way, message, patience.datagram).await {
        Ok(answer) if is_cut(&answer) => over_tcp(way, message).await,
        Ok(answer) => Ok(answer),
        // The datagrams may have arrived although nothing came back, whatever TCP says.
        Err(fault) => over_tcp(way, message).await.map_err(|later| match (fault, later) {
            (DnsFault::Unreachable, later) => later,
            (_, DnsFault::Unreachable) => fault,
            (_, later) => later,
        }),
    }
}

/// Where a message goes, by which interface, and until when.
#[derive(Debug, Clone, Copy)]
struct Way<'a> {
    server: SocketAddr,
    through: Option<&'a str>,
    deadline: Instant,
}

async fn over_udp(way: Way<'_>, message: &[u8], wait: Duration) -> Result<Vec<u8>, DnsFault> {
    let socket = socket::datagrams(way.server, way.through).await.map_err(|_| DnsFault::Unreachable)?;
    for _ in 0..2 {
        socket.send(message).await.map_err(|_| DnsFault::Unreachable)?;
        let until = (Instant::now() + wait).min(way.deadline);
        match timeout_at(until, answer_to(message, &socket)).await {
            Ok(answer) => return answer,
            Err(_) if Instant::now() >= way.deadline => break,
            Err(_) => {}
        }
    }

    Err(DnsFault::Timeout)
}

async fn answer_to(message: &[u8], socket: &UdpSocket) -> Result<Vec<u8>, DnsFault> {
    let mut buffer = vec![0; 4_096];
    loop {
        // The system tells here that nobody listens on the port.
        let length = socket.recv(&mut buffer).await.map_err(|_| DnsFault::Unreachable)?;
        let answer = buffer.get(..length).unwrap_or_default();
        if belongs(message, answer) {
            return Ok(answer.to_vec());
        }
    }
}

async fn over_tcp(way: Way<'_>, message: &[u8]) -> Result<Vec<u8>, DnsFault> {
    let Ok(Ok(mut stream)) = timeout_at(way.deadline, socket::stream(way.server, way.through)).await else {
        return Err(DnsFault::Unreachable);
    };
    match timeout_at(way.deadline, talk(&mut stream, message)).await {
        Ok(Ok(answer)) if belongs(message, &answer) => Ok(answer),
        Ok(Ok(_) | Err(_)) => Err(DnsFault::Broken),
        Err(_) => Err(DnsFault::Timeout),
    }
}

async fn talk(stream: &mut TcpStream, message: &[u8]) -> std::io::Result<Vec<u8>> {
    let length = u16::try_from(message.len()).map_err(|_| std::io::ErrorKind::InvalidInput)?;
    let mut framed = Vec::with_capacity(message.len() + 2);
    framed.extend_from_slice(&length.to_be_bytes());
    framed.extend_from_slice(message);
    stream.write_all(&framed).await?;
    let mut answer = vec![0; usize::from(stream.read_u16().await?)];
    stream.read_exact(&mut answer).await?;

    Ok(answer)
}

/// The id, the kind and, where the answer repeats it, the question are those of the message (RFC 5452, 9.1).
fn belongs(message: &[u8], answer: &[u8]) -> bool {
    let (Some(asked), Some(answered)) = (message.first_chunk::<12>(), answer.first_chunk::<12>()) else {
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
    let (Ok(asked), Ok(answered)) = (Message::from_vec(message), Message::from_vec(answer)) else {
        // An answer that cannot be read to its end is cut or garbled; the one who asked tells which.
        return true;
    };

    asked.queries == answered.queries
}

fn is_cut(answer: &[u8]) -> bool {
    answer.get(2).is_some_and(|flags| flags & 0x02 != 0)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use hickory_proto::rr::{Name, RecordType};

    use super::*;

    fn ask(name: &str) -> Vec<u8> {
        question(Query::query(Name::from_str(name).unwrap(), RecordType::A), false).unwrap()
    }

    fn answer_of(message: &[u8]) -> Vec<u8> {
        let mut answer = message.to_vec();
        answer[2] |= 0x80;
        answer
    }

    #[test]
    fn only_the_answer_to_the_question_is_taken() {
        let message = ask("home.example.org.");
        let mut other_id = answer_of(&message);
        other_id[0] ^= 1;
        let mut other_name = answer_of(&ask("away.example.org."));
        other_name[..2].copy_from_slice(&message[..2]);

        assert!(belongs(&message, &answer_of(&message)));
        assert!(!belongs(&message, &message), "a question is no answer");
        assert!(!belongs(&message, &other_id));
        assert!(!belongs(&message, &other_name));
        assert!(!belongs(&message, &[]));
    }

    #[test]
    fn ids_are_not_used_twice_in_a_row() {
        let ids: std::collections::BTreeSet<[u8; 2]> =
            (0..32).map(|_| *ask("home.example.org.").first_chunk().unwrap()).collect();

        assert!(ids.len() > 16, "{ids:?}");
    }

    const SOON: Patience = Patience { datagram: Duration::from_millis(300), total: Duration::from_secs(2) };

    /// A server on one port for both; each datagram is answered by `datagram`, each message over TCP as it should be.
    /// Returns its address and the messages that came over TCP.
    async fn server(
        datagram: impl Fn(usize, &[u8]) -> Vec<Vec<u8>> + Send + 'static,
    ) -> (SocketAddr, tokio::sync::mpsc::UnboundedReceiver<Vec<u8>>) {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let socket = UdpSocket::bind(address).await.unwrap();
        let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut buffer = [0; 2_048];
            for count in 0.. {
                let (length, from) = socket.recv_from(&mut buffer).await.unwrap();
                for answer in datagram(count, &buffer[..length]) {
                    socket.send_to(&answer, from).await.unwrap();
                }
            }
        });
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut message = vec![0; usize::from(stream.read_u16().await.unwrap())];
                stream.read_exact(&mut message).await.unwrap();
                let answer = answer_of(&message);
                stream.write_u16(u16::try_from(answer.len()).unwrap()).await.unwrap();
                stream.write_all(&answer).await.unwrap();
                sender.send(message).unwrap();
            }
        });

        (address, receiver)
    }

    #[tokio::test]
    async fn a_lost_datagram_is_sent_once_more() {
        let message = ask("home.example.org.");
        let (address, mut over_tcp) = server(|count, asked| match count {
            0 => vec![],
            _ => vec![answer_of(asked)],
        })
        .await;

        assert_eq!(exchange(address, &message, SOON).await, Ok(answer_of(&message)));
        assert!(over_tcp.try_recv().is_err());
    }

    #[tokio::test]
    async fn a_forged_datagram_is_passed_over() {
        let message = ask("home.example.org.");
        let (address, _) = server(|_, asked| {
            let mut forged = answer_of(asked);
            forged[1] ^= 0xff;
            vec![forged, b"junk".to_vec(), answer_of(asked)]
        })
        .await;

        assert_eq!(exchange(address, &message, SOON).await, Ok(answer_of(&message)));
    }

    #[tokio::test]
    async fn a_cut_answer_and_silence_are_asked_again_over_tcp() {
        let message = ask("home.example.org.");
        let cut = |_: usize, asked: &[u8]| {
            let mut answer = answer_of(asked);
            answer[2] |= 0x02;
            vec![answer]
        };
        let (cutting, mut over_tcp) = server(cut).await;
        let (silent, mut later_over_tcp) = server(|_, _| vec![]).await;

        assert_eq!(exchange(cutting, &message, SOON).await, Ok(answer_of(&message)));
        assert_eq!(over_tcp.recv().await, Some(message.clone()));
        assert_eq!(exchange(silent, &message, SOON).await, Ok(answer_of(&message)));
        assert_eq!(later_over_tcp.recv().await, Some(message));
    }

    #[tokio::test]
    async fn a_long_message_goes_over_tcp_at_once() {
        let mut message = ask("home.example.org.");
        message.resize(usize::from(LONGEST_UDP) + 1, 0);
        let (address, mut over_tcp) = server(|_, _| panic!("a datagram was sent")).await;

        assert_eq!(exchange(address, &message, SOON).await, Ok(answer_of(&message)));
        assert_eq!(over_tcp.recv().await, Some(message));
    }

    #[tokio::test]
    async fn a_server_that_never_answers_is_told_as_perhaps_sent() {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();

        let fault = exchange(socket.local_addr().unwrap(), &ask("home.example.org."), SOON).await;

        assert_eq!(fault, Err(DnsFault::Timeout));
    }

    #[tokio::test]
    async fn a_closed_port_is_told_as_not_sent() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let closed = listener.local_addr().unwrap();
        drop(listener);

        let fault = exchange(closed, &ask("home.example.org."), SOON).await.unwrap_err();

        assert_eq!(fault, DnsFault::Unreachable);
    }
}

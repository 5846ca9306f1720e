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
    mut datagram: impl FnMut(usize, &[u8]) -> Vec<Vec<u8>> + Send + 'static,
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
            while let Ok(length) = stream.read_u16().await {
                let mut message = vec![0; usize::from(length)];
                stream.read_exact(&mut message).await.unwrap();
                let answer = answer_of(&message);
                stream.write_u16(length).await.unwrap();
                stream.write_all(&answer).await.unwrap();
                sender.send(message).unwrap();
            }
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

/// What is said to each of many messages, by their places.
async fn ask_all(server: SocketAddr, count: usize) -> Vec<Option<Result<Vec<u8>, DnsFault>>> {
    let messages: Vec<Vec<u8>> = (0..count).map(|number| ask(&format!("host{number}.example.org."))).collect();
    let mut said = vec![None; count];
    exchange_many(server, &messages, SOON, |place, answer| {
        assert!(said[place].is_none(), "{place} is told twice");
        said[place] = Some(answer.inspect(|answer| assert_eq!(*answer, answer_of(&messages[place]))));
    })
    .await;

    said
}

#[tokio::test]
async fn many_messages_leave_by_one_socket_and_each_gets_its_own_answer_in_whatever_order() {
    let mut kept: Vec<Vec<u8>> = Vec::new();
    let (address, mut over_tcp) = server(move |_, asked| {
        kept.push(answer_of(asked));
        if kept.len() == UNDER_WAY { kept.drain(..).rev().collect() } else { vec![] }
    })
    .await;

    let said = ask_all(address, 2 * UNDER_WAY).await;

    assert!(said.iter().all(|said| matches!(said, Some(Ok(_)))), "{said:?}");
    assert!(over_tcp.try_recv().is_err());
}

#[tokio::test]
async fn of_many_messages_only_those_without_a_whole_answer_go_over_tcp() {
    let (address, mut over_tcp) = server(|_, asked| {
        let mut answer = answer_of(asked);
        let name = &asked[HEADER..HEADER + 6];
        match name {
            b"\x05host3" => answer[2] |= 0x02,
            b"\x05host5" => return vec![],
            _ => {}
        }
        vec![answer]
    })
    .await;

    let said = ask_all(address, 9).await;

    assert!(said.iter().all(|said| matches!(said, Some(Ok(_)))), "{said:?}");
    let mut came: Vec<Vec<u8>> = Vec::new();
    while let Ok(message) = over_tcp.try_recv() {
        came.push(message[HEADER + 1..HEADER + 6].to_vec());
    }
    came.sort();
    assert_eq!(came, [b"host3", b"host5"]);
}

#[tokio::test]
async fn a_server_that_is_silent_to_the_first_of_many_is_silent_to_all() {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let began = Instant::now();

    let said = ask_all(socket.local_addr().unwrap(), 20 * UNDER_WAY).await;

    assert!(said.iter().all(|said| *said == Some(Err(DnsFault::Timeout))));
    assert!(began.elapsed() < 5 * SOON.total, "each batch was waited for: {:?}", began.elapsed());
}

//! The few bytes of DNS (RFC 1035, section 4) that a name server for tests needs: one question, the answers of a table.

use std::net::{IpAddr, SocketAddr, UdpSocket};

const HEADER: usize = 12;
const A: u16 = 1;
const AAAA: u16 = 28;
/// A response with authority to a query (RFC 1035, 4.1.1).
const AUTHORITATIVE_RESPONSE: u8 = 0x84;
const NO_SUCH_NAME: u8 = 3;
/// How long the answers may be kept, in seconds.
const TTL: u32 = 60;

/// The answer to a query; `None` when it is not one. `records` says what a name has, and `None` for an unknown name.
pub fn answer(query: &[u8], records: impl Fn(&str) -> Option<Vec<IpAddr>>) -> Option<Vec<u8>> {
    let (name, end) = name(query)?;
    let kind = u16::from_be_bytes([*query.get(end)?, *query.get(end + 1)?]);
    let question = query.get(HEADER..end + 4)?;
    let found = records(&name);
    let code = if found.is_none() { NO_SUCH_NAME } else { 0 };
    let data: Vec<Vec<u8>> = found
        .into_iter()
        .flatten()
        .filter_map(|address| match address {
            IpAddr::V4(address) if kind == A => Some(address.octets().to_vec()),
            IpAddr::V6(address) if kind == AAAA => Some(address.octets().to_vec()),
            _ => None,
        })
        .collect();

    let mut answer = query.get(..2)?.to_vec();
    answer.extend([AUTHORITATIVE_RESPONSE, code, 0, 1, 0, u8::try_from(data.len()).ok()?, 0, 0, 0, 0]);
    answer.extend(question);
    for data in data {
        answer.extend([0xC0, 12]); // The name is that of the question.
        answer.extend(kind.to_be_bytes());
        answer.extend([0, 1]);
        answer.extend(TTL.to_be_bytes());
        answer.extend([0, u8::try_from(data.len()).ok()?]);
        answer.extend(data);
    }

    Some(answer)
}

/// Answers at port 53 of this address until the process ends.
///
/// # Panics
///
/// When the port is taken, or the address is not this machine's.
pub fn serve(address: IpAddr, records: impl Fn(&str) -> Option<Vec<IpAddr>> + Send + 'static) -> SocketAddr {
    let socket = UdpSocket::bind((address, 53)).expect("the address is this machine's");
    std::thread::spawn(move || {
        let mut query = [0; 512];
        while let Ok((length, from)) = socket.recv_from(&mut query) {
            if let Some(answer) = answer(&query[..length], &records) {
                // A client that does not wait for its answer is its own business.
                let _ = socket.send_to(&answer, from);
            }
        }
    });

    (address, 53).into()
}

/// The question's name in small letters, and where its type begins.
fn name(query: &[u8]) -> Option<(String, usize)> {
    let mut labels = Vec::new();
    let mut at = HEADER;
    loop {
        let length = usize::from(*query.get(at)?);
        at += 1;
        if length == 0 {
            return Some((labels.join("."), at));
        }
        let label = query.get(at..at + length)?;
        labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(kind: u16) -> Vec<u8> {
        let mut query = vec![0xAB, 0xCD, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        query.extend(b"\x04HOME\x07example\x03org\x00");
        query.extend(kind.to_be_bytes());
        query.extend([0, 1]);
        query
    }

    fn table(name: &str) -> Option<Vec<IpAddr>> {
        (name == "home.example.org").then(|| vec!["20.1.0.7".parse().unwrap()])
    }

    #[test]
    fn a_name_is_answered_with_its_records_of_the_type_asked_for() {
        let found = answer(&query(A), table).unwrap();
        assert_eq!((found[3], found[7], &found[found.len() - 4..]), (0, 1, &[20, 1, 0, 7][..]));

        let nothing = answer(&query(AAAA), table).unwrap();
        assert_eq!((nothing[3], nothing[7]), (0, 0));
    }

    #[test]
    fn an_unknown_name_does_not_exist_and_garbage_gets_no_answer() {
        let unknown = answer(&query(A), |_| None).unwrap();

        assert_eq!(unknown[3], NO_SUCH_NAME);
        assert_eq!(answer(&[0; 7], table), None);
    }
}

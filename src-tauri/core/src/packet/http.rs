//! The little of HTTP (RFC 9112) that routers speak: one message of a connection that is closed after it.

use super::{LONGEST_BODY, Malformed};

/// The longest head that is read, in bytes.
pub const LONGEST_HEAD: usize = 8 * 1024;
/// The most header lines.
const MOST_HEADERS: usize = 64;

/// The first line of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// A request: its method and its target.
    Request(String, String),
    /// A response: its status.
    Response(u16),
}

/// One whole message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The first line.
    pub start: Start,
    headers: Vec<(String, String)>,
    /// The body, decoded.
    pub body: Vec<u8>,
}

impl Message {
    /// The value of a header, whatever the case of its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Reads one message from the bytes that came until now. `ended` says that no more will come: the body of a response may
/// end with its connection. `Ok(None)` means that more is needed.
///
/// # Errors
///
/// [`Malformed`], for what is no HTTP and for what is too long.
pub fn parse(bytes: &[u8], ended: bool) -> Result<Option<Message>, Malformed> {
    let Some((start, headers, length)) = head(bytes)? else {
        return if ended || bytes.len() > LONGEST_HEAD { Err(Malformed::Length) } else { Ok(None) };
    };
    let mut message = Message { start, headers, body: Vec::new() };
    let rest = bytes.get(length..).unwrap_or_default();
    let chunked = message.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked"));
    let body = if chunked {
        chunks(rest)?
    } else if let Some(size) = message.header("content-length") {
        let size: usize = size.trim().parse().map_err(|_| Malformed::Unreadable)?;
        if size > LONGEST_BODY {
            return Err(Malformed::Length);
        }
        rest.get(..size).map(<[u8]>::to_vec)
    } else if matches!(message.start, Start::Request(..)) {
        Some(Vec::new())
    } else {
        if rest.len() > LONGEST_BODY {
            return Err(Malformed::Length);
        }
        ended.then(|| rest.to_vec())
    };
    match body {
        Some(body) => {
            message.body = body;
            Ok(Some(message))
        }
        None if ended => Err(Malformed::Length),
        None => Ok(None),
    }
}

type Head = (Start, Vec<(String, String)>, usize);

fn head(bytes: &[u8]) -> Result<Option<Head>, Malformed> {
    let mut lines = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let (start, length, lines) = if bytes.starts_with(b"HTTP/") {
        let mut response = httparse::Response::new(&mut lines);
        match response.parse(bytes).map_err(|_| Malformed::Unreadable)? {
            httparse::Status::Partial => return Ok(None),
            httparse::Status::Complete(length) => {
                (Start::Response(response.code.unwrap_or_default()), length, response.headers)
            }
        }
    } else {
        let mut request = httparse::Request::new(&mut lines);
        match request.parse(bytes).map_err(|_| Malformed::Unreadable)? {
            httparse::Status::Partial => return Ok(None),
            httparse::Status::Complete(length) => {
                let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
                (Start::Request(text(request.method), text(request.path)), length, request.headers)
            }
        }
    };
    if length > LONGEST_HEAD {
        return Err(Malformed::Length);
    }
    let headers = lines
        .iter()
        .map(|line| (line.name.to_owned(), String::from_utf8_lossy(line.value).trim().to_owned()))
        .collect();

    Ok(Some((start, headers, length)))
}

/// RFC 9112, 7.1.
fn chunks(mut rest: &[u8]) -> Result<Option<Vec<u8>>, Malformed> {
    let mut body = Vec::new();
    loop {
        let (start, size) = match httparse::parse_chunk_size(rest).map_err(|_| Malformed::Unreadable)? {
            httparse::Status::Partial if rest.len() > LONGEST_HEAD => return Err(Malformed::Length),
            httparse::Status::Partial => return Ok(None),
            httparse::Status::Complete(found) => found,
        };
        if size == 0 {
            return Ok(Some(body));
        }
        let size = usize::try_from(size).map_err(|_| Malformed::Length)?;
        if size > LONGEST_BODY || body.len() + size > LONGEST_BODY {
            return Err(Malformed::Length);
        }
        // The data, and the line end after it.
        let Some(data) = rest.get(start..start + size) else { return Ok(None) };
        body.extend_from_slice(data);
        let Some(after) = rest.get(start + size + 2..) else { return Ok(None) };
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_ends_by_its_length_its_chunks_or_the_connection() {
        let by_length = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcde";
        let by_chunks = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";
        let by_end = b"HTTP/1.0 200 OK\r\nEXT:\r\n\r\nabc";

        for (bytes, ended) in [(by_length.as_slice(), false), (by_chunks.as_slice(), false), (by_end.as_slice(), true)]
        {
            let message = parse(bytes, ended).unwrap().unwrap();
            assert_eq!((message.start, message.body.as_slice()), (Start::Response(200), b"abc".as_slice()));
        }
        assert_eq!(parse(by_end, false), Ok(None));
    }

    #[test]
    fn each_beginning_of_a_message_waits_for_the_rest() {
        let whole = b"NOTIFY /x HTTP/1.1\r\nSID: uuid:1\r\nContent-Length: 2\r\n\r\nab";
        for end in 1..whole.len() {
            assert_eq!(parse(&whole[..end], false), Ok(None), "{end}");
            assert!(parse(&whole[..end], true).is_err(), "{end}");
        }
        let message = parse(whole, false).unwrap().unwrap();
        assert_eq!(message.start, Start::Request("NOTIFY".to_owned(), "/x".to_owned()));
        assert_eq!(message.header("sid"), Some("uuid:1"));
    }

    #[test]
    fn what_is_too_long_is_dropped() {
        let endless = [b"HTTP/1.1 200 OK\r\n".as_slice(), &b"A: b\r\n".repeat(2_000)].concat();
        assert!(parse(&endless, false).is_err());
        assert_eq!(parse(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", false), Err(Malformed::Length));
        let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n";
        assert_eq!(parse(chunked, false), Err(Malformed::Length));
        let body = [b"HTTP/1.0 200 OK\r\n\r\n".as_slice(), &vec![b'a'; LONGEST_BODY + 1]].concat();
        assert_eq!(parse(&body, false), Err(Malformed::Length));
    }

    #[test]
    fn what_is_no_http_is_dropped() {
        assert_eq!(parse(b"\x16\x03\x01\x02\x00", false), Err(Malformed::Unreadable));
        assert_eq!(parse(b"", true), Err(Malformed::Length));
    }
}

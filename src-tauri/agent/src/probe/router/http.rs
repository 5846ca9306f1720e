//! One HTTP exchange with the router, from the address in its network, over a connection of its own.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use homeport_core::packet::http::{LONGEST_HEAD, Message, parse};
use homeport_core::packet::{LONGEST_BODY, Malformed};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;
use tokio::time::timeout;
use url::{Host, Url};

/// The longest time for a whole exchange.
const LIMIT: Duration = Duration::from_secs(4);

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error("cannot be reached: {0}")]
    Unreachable(#[from] std::io::Error),
    #[error("did not answer in time")]
    Timeout,
    #[error("answered with something that {0}")]
    Malformed(#[from] Malformed),
}

/// Sends one request; `headers` are whole lines. `url` names the router by its address.
pub(super) async fn exchange(
    own: Ipv4Addr,
    method: &str,
    url: &Url,
    headers: &str,
    body: &str,
) -> Result<Message, Fault> {
    let Some(Host::Ipv4(host)) = url.host() else { return Err(Malformed::Elsewhere.into()) };
    let server = SocketAddr::from((host, url.port_or_known_default().unwrap_or(80)));
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let talk = async {
        let socket = TcpSocket::new_v4()?;
        socket.bind((IpAddr::from(own), 0).into())?;
        let mut stream = socket.connect(server).await?;
        stream.set_nodelay(true)?;
        stream.write_all(request.as_bytes()).await?;

        read(&mut stream).await
    };

    timeout(LIMIT, talk).await.map_err(|_| Fault::Timeout)?
}

/// Reads one message, and no more than one may be long.
pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Result<Message, Fault> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 2_048];
    loop {
        let length = stream.read(&mut buffer).await?;
        bytes.extend_from_slice(buffer.get(..length).unwrap_or_default());
        if let Some(message) = parse(&bytes, length == 0)? {
            return Ok(message);
        }
        if bytes.len() > LONGEST_HEAD + 2 * LONGEST_BODY {
            return Err(Malformed::Length.into());
        }
    }
}

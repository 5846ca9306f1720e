//! A proxy that answers for the servers behind it, as an intercepting one does: what a program would send to a provider
//! on the internet is read here, over TLS and by the provider's own name, and nothing leaves the machine.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::mock_provider::{certificates, line};

/// One request that came through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Its method and whole address.
    pub request: String,
    /// Its credentials.
    pub authorization: String,
    /// Its body.
    pub body: String,
}

/// What is answered to a request that begins like this.
pub type Script = Vec<(&'static str, &'static str, &'static str)>;

/// The proxy. It ends with this value.
#[derive(Debug)]
pub struct MockProxy {
    address: SocketAddr,
    authority: String,
    seen: Arc<Mutex<Vec<Seen>>>,
    _runtime: tokio::runtime::Runtime,
}

impl MockProxy {
    /// Starts a proxy that answers for these hosts by the script: the beginning of a request, the status, the body.
    ///
    /// # Panics
    ///
    /// When loopback has no free port.
    #[must_use]
    pub fn start(hosts: &[&str], script: Script) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let (authority, tls) =
            certificates("authority of the tests", hosts.iter().map(|host| (*host).to_owned()).collect());
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("loopback has a free port");
        let address = listener.local_addr().expect("it is bound");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (script, noted) = (Arc::new(script), Arc::clone(&seen));
        runtime.spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                let (tls, script, noted) = (tls.clone(), Arc::clone(&script), Arc::clone(&noted));
                tokio::spawn(async move {
                    // A client that goes away is its own business.
                    let _ = tunnel(connection, &tls, &script, &noted).await;
                });
            }
        });

        Self { address, authority, seen, _runtime: runtime }
    }

    /// The value for `HTTPS_PROXY`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The certificate authority in PEM, for `SSL_CERT_FILE`.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// What came through, in order.
    ///
    /// # Panics
    ///
    /// Never: nothing panics while it holds the lock.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("nothing panics while it holds the lock").clone()
    }
}

/// RFC 9110, 9.3.6.
async fn tunnel(
    mut connection: TcpStream,
    tls: &TlsAcceptor,
    script: &Script,
    seen: &Mutex<Vec<Seen>>,
) -> std::io::Result<()> {
    let host = {
        let mut reader = BufReader::new(&mut connection);
        let first = line(&mut reader).await?.unwrap_or_default();
        while line(&mut reader).await?.is_some_and(|header| !header.is_empty()) {}
        let target = first.strip_prefix("CONNECT ").and_then(|rest| rest.split_once(':'));

        target.map(|(host, _)| host.to_owned()).ok_or_else(|| std::io::Error::other("no tunnel is asked for"))?
    };
    connection.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;

    serve(tls.accept(connection).await?, &host, script, seen).await
}

async fn serve(
    connection: impl AsyncRead + AsyncWrite + Unpin,
    host: &str,
    script: &Script,
    seen: &Mutex<Vec<Seen>>,
) -> std::io::Result<()> {
    let mut connection = BufReader::new(connection);
    while let Some(first) = line(&mut connection).await? {
        let (mut authorization, mut length) = (String::new(), 0);
        while let Some(header) = line(&mut connection).await?.filter(|header| !header.is_empty()) {
            match header.split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("authorization") => {
                    value.trim().clone_into(&mut authorization);
                }
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().map_err(std::io::Error::other)?;
                }
                _ => {}
            }
        }
        let mut body = vec![0; length];
        connection.read_exact(&mut body).await?;
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let request = format!("{method} https://{host}{target}");
        let answer = script.iter().find(|(beginning, ..)| request.starts_with(beginning));
        let (status, answer) = answer.map_or(("404 Not Found", ""), |(_, status, body)| (status, body));
        let body = String::from_utf8_lossy(&body).into_owned();
        if let Ok(mut seen) = seen.lock() {
            seen.push(Seen { request, authorization, body });
        }
        let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n", answer.len());
        connection.write_all(format!("{head}{answer}").as_bytes()).await?;
        connection.flush().await?;
    }

    Ok(())
}

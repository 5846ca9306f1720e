//! A TLS server on loopback that behaves as badly as it is told to, and a certificate authority for it.
#![allow(clippy::unwrap_used, reason = "a server of a test that cannot do its part fails the test")]
#![allow(dead_code, reason = "each test uses its part")]

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use homeport_agent::transport::{Limits, Transport, Trust};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What a server does once it has read a request.
#[derive(Debug, Clone)]
pub(crate) enum Behaviour {
    /// Sends these bytes and closes.
    Answer(Vec<u8>),
    /// Answers with the address of the one who asks.
    Echo,
    /// Says nothing and keeps the connection.
    Hang,
    /// Sends one byte now and then, for ever.
    Drip,
    /// Sends a body without end.
    Endless,
    /// Breaks the connection without a word.
    Reset,
}

/// How a server begins a connection.
#[derive(Debug, Clone)]
pub(crate) enum Greeting {
    /// With TLS and this certificate.
    Tls(Arc<rustls::ServerConfig>),
    /// With something that is not TLS.
    Plain,
    /// By breaking it off.
    Reset,
}

/// A server on loopback and the requests it has seen.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start(greeting: Greeting, behaviour: Behaviour) -> Self {
        Self::start_at(Ipv4Addr::LOCALHOST.into(), greeting, vec![behaviour]).await
    }

    /// The n-th request gets the n-th behaviour, and every later one the last.
    pub(crate) async fn start_at(address: IpAddr, greeting: Greeting, behaviours: Vec<Behaviour>) -> Self {
        let listener = TcpListener::bind((address, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&requests);
        let task = tokio::spawn(async move {
            while let Ok((stream, peer)) = listener.accept().await {
                tokio::spawn(serve(stream, peer, greeting.clone(), behaviours.clone(), Arc::clone(&seen)));
            }
        });

        Self { address, requests, task }
    }

    pub(crate) fn url(&self, path: &str) -> url::Url {
        format!("https://{}{path}", self.address).parse().unwrap()
    }

    /// The heads and bodies of the requests so far, as they came.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    greeting: Greeting,
    behaviours: Vec<Behaviour>,
    seen: Arc<Mutex<Vec<String>>>,
) {
    match greeting {
        Greeting::Reset => reset(&stream),
        Greeting::Plain => {
            let mut stream = stream;
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").await;
        }
        Greeting::Tls(configuration) => {
            let Ok(mut stream) = TlsAcceptor::from(configuration).accept(stream).await else {
                return;
            };
            while let Some(request) = read_request(&mut stream).await {
                let count = {
                    let mut seen = seen.lock().unwrap();
                    seen.push(request);
                    seen.len()
                };
                let behaviour = behaviours.get(count - 1).or(behaviours.last()).unwrap();
                if matches!(behaviour, Behaviour::Reset) {
                    return reset(stream.get_ref().0);
                }
                behave(&mut stream, behaviour, peer).await;
            }
        }
    }
}

fn reset(stream: &TcpStream) {
    stream.set_zero_linger().unwrap();
}

async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut request = Vec::new();
    while !request.windows(4).any(|window| window == b"\r\n\r\n") {
        request.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(request).unwrap();
    let length: usize = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").map(str::to_owned))
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;

    Some(head + &String::from_utf8(body).unwrap())
}

async fn behave(stream: &mut (impl AsyncWrite + Unpin), behaviour: &Behaviour, peer: SocketAddr) {
    match behaviour {
        Behaviour::Answer(bytes) => {
            let _ = stream.write_all(bytes).await;
            let _ = stream.shutdown().await;
        }
        Behaviour::Echo => {
            let _ = stream.write_all(&answer("200 OK", "", &format!("{}\n", peer.ip()))).await;
        }
        Behaviour::Hang => std::future::pending().await,
        Behaviour::Drip => {
            let mut tick = tokio::time::interval(Duration::from_millis(20));
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n").await;
            while stream.write_all(b"2").await.is_ok() && stream.flush().await.is_ok() {
                tick.tick().await;
            }
        }
        Behaviour::Endless => {
            let piece = [b"1000\r\n".as_slice(), &[b'x'; 4096], b"\r\n"].concat();
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").await;
            while stream.write_all(&piece).await.is_ok() {}
        }
        Behaviour::Reset => {}
    }
}

/// An HTTP answer. `headers` are whole lines.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    answer_of_bytes(status, headers, body.as_bytes())
}

pub(crate) fn answer_of_bytes(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n", body.len()).into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// A certificate authority that only the test trusts.
pub(crate) struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut parameters = CertificateParams::new(Vec::new()).unwrap();
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(parameters, KeyPair::generate().unwrap()).unwrap();

        Self { issuer }
    }

    pub(crate) fn trust(&self) -> Trust {
        Trust::Only(vec![self.issuer.der().clone()])
    }

    pub(crate) fn pem(&self) -> String {
        self.issuer.pem()
    }

    /// TLS with a certificate for these names.
    pub(crate) fn tls(&self, names: &[&str]) -> Greeting {
        self.tls_with(names, |_| {})
    }

    /// The same with a certificate that is changed before it is signed.
    pub(crate) fn tls_with(&self, names: &[&str], change: impl FnOnce(&mut CertificateParams)) -> Greeting {
        let mut parameters =
            CertificateParams::new(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap();
        change(&mut parameters);
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.signed_by(&key, &self.issuer).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let chain: Vec<CertificateDer<'static>> = vec![certificate.der().clone()];
        let configuration = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, PrivateKeyDer::try_from(key.serialize_der()).unwrap())
            .unwrap();

        Greeting::Tls(Arc::new(configuration))
    }
}

/// A transport that trusts the authority and gives up soon.
pub(crate) fn transport(authority: &Authority) -> Transport {
    // Under Wine a handshake on a busy machine takes its time.
    let limit = Duration::from_secs(if cfg!(windows) { 3 } else { 1 });

    Transport::with_limits(authority.trust(), Limits { provider: limit, echo: limit })
}

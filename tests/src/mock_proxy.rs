//! A proxy that answers for the servers behind it, as an intercepting one does: what a program would send to a provider
//! on the internet is read here, over TLS and by the provider's own name, and nothing leaves the machine. Where the names
//! lead here, it is the servers themselves.

use std::fmt::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;

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
    /// Its headers, with their names in lower case.
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub body: String,
}

impl Seen {
    /// The value of a header; empty if it was not sent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

/// What is answered to a request that begins like this.
pub type Script = Vec<(&'static str, &'static str, &'static str)>;

/// An answer: its status, further headers, its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The code and its phrase.
    pub status: &'static str,
    /// Headers beside the length.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

/// Who answers.
enum Behind {
    Script(Script),
    /// By the host that is asked.
    Servers(Vec<(String, SocketAddr)>),
    Double(Double),
    /// Without a proxy, each answer late by this.
    Itself(Double, Duration),
}

type Double = Box<dyn Fn(&Seen) -> Answer + Send + Sync>;

impl fmt::Debug for Behind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Behind")
    }
}

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
        let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();

        Self::begin(Ipv4Addr::LOCALHOST.into(), hosts, Behind::Script(script))
    }

    /// Starts a proxy that hands each request on, without TLS, to the server that stands for its host.
    ///
    /// # Panics
    ///
    /// As [`Self::start`].
    #[must_use]
    pub fn in_front_of(servers: &[(&str, SocketAddr)]) -> Self {
        Self::outside(Ipv4Addr::LOCALHOST.into(), servers)
    }

    /// The same at an address that is seen from another network.
    ///
    /// # Panics
    ///
    /// When the address is not this machine's.
    #[must_use]
    pub fn outside(address: IpAddr, servers: &[(&str, SocketAddr)]) -> Self {
        let servers: Vec<(String, SocketAddr)> = servers.iter().map(|(host, at)| ((*host).to_owned(), *at)).collect();

        Self::begin(address, servers.iter().map(|(host, _)| host.clone()).collect(), Behind::Servers(servers))
    }

    /// Starts a proxy at this address that asks `double` for the answers of this host.
    ///
    /// # Panics
    ///
    /// As [`Self::outside`].
    #[must_use]
    pub fn speaking_for(address: IpAddr, host: &str, double: impl Fn(&Seen) -> Answer + Send + Sync + 'static) -> Self {
        Self::begin(address, vec![host.to_owned()], Behind::Double(Box::new(double)))
    }

    /// Starts no proxy, but these hosts themselves, at port 443 of this address; `double` gives the answers, each of which
    /// is late by `delay`.
    ///
    /// # Panics
    ///
    /// As [`Self::outside`], and when the port is taken.
    #[must_use]
    pub fn serving(
        address: IpAddr,
        hosts: &[&str],
        delay: Duration,
        double: impl Fn(&Seen) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();

        Self::begin(address, hosts, Behind::Itself(Box::new(double), delay))
    }

    fn begin(address: IpAddr, hosts: Vec<String>, behind: Behind) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let (authority, tls) = certificates("authority of the tests", hosts);
        let port = if matches!(behind, Behind::Itself(..)) { 443 } else { 0 };
        let listener = runtime.block_on(TcpListener::bind((address, port))).expect("the address is this machine's");
        let address = listener.local_addr().expect("it is bound");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (behind, noted) = (Arc::new(behind), Arc::clone(&seen));
        runtime.spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                // Or small answers wait for the client's acknowledgement, and that for 40 ms.
                let _ = connection.set_nodelay(true);
                let (tls, behind, noted) = (tls.clone(), Arc::clone(&behind), Arc::clone(&noted));
                tokio::spawn(async move {
                    // A client that goes away is its own business.
                    let _ = match *behind {
                        Behind::Itself(..) => directly(connection, &tls, &behind, &noted).await,
                        _ => tunnel(connection, &tls, &behind, &noted).await,
                    };
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
    behind: &Behind,
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

    serve(tls.accept(connection).await?, &host, behind, seen).await
}

async fn directly(
    connection: TcpStream,
    tls: &TlsAcceptor,
    behind: &Behind,
    seen: &Mutex<Vec<Seen>>,
) -> std::io::Result<()> {
    let connection = tls.accept(connection).await?;
    let host = connection.get_ref().1.server_name().unwrap_or_default().to_owned();

    serve(connection, &host, behind, seen).await
}

async fn serve(
    connection: impl AsyncRead + AsyncWrite + Unpin,
    host: &str,
    behind: &Behind,
    seen: &Mutex<Vec<Seen>>,
) -> std::io::Result<()> {
    let mut connection = BufReader::new(connection);
    while let Some(first) = line(&mut connection).await? {
        let (mut headers, mut length) = (Vec::new(), 0);
        while let Some(header) = line(&mut connection).await?.filter(|header| !header.is_empty()) {
            let (name, value) = header.split_once(':').unwrap_or((&header, ""));
            let (name, value) = (name.to_ascii_lowercase(), value.trim().to_owned());
            if name == "content-length" {
                length = value.parse().map_err(std::io::Error::other)?;
            }
            headers.push((name, value));
        }
        let mut body = vec![0; length];
        connection.read_exact(&mut body).await?;
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let body = String::from_utf8_lossy(&body).into_owned();
        let request = format!("{method} https://{host}{target}");
        let mut request = Seen { request, authorization: String::new(), headers, body };
        request.authorization = request.header("authorization").to_owned();
        if let Ok(mut seen) = seen.lock() {
            seen.push(request.clone());
        }
        let answer = match behind {
            Behind::Script(script) => scripted(script, &request.request),
            Behind::Double(double) => double(&request),
            Behind::Itself(double, delay) => {
                let answer = double(&request);
                tokio::time::sleep(*delay).await;

                answer
            }
            Behind::Servers(servers) => {
                let server = servers.iter().find(|(known, _)| known == host).map(|(_, address)| *address);
                let server = server.ok_or_else(|| std::io::Error::other("no server stands for this host"))?;
                return hand_on(&first, &request, server, &mut connection).await;
            }
        };
        let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
        for (name, value) in &answer.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        connection.write_all(format!("{head}\r\n{}", answer.body).as_bytes()).await?;
        connection.flush().await?;
    }

    Ok(())
}

fn scripted(script: &Script, request: &str) -> Answer {
    let answer = script.iter().find(|(beginning, ..)| request.starts_with(beginning));
    let (status, body) = answer.map_or(("404 Not Found", ""), |(_, status, body)| (status, body));

    Answer { status, headers: Vec::new(), body: body.to_owned() }
}

/// The server ends the connection after its answer, and so does the proxy: nobody has to know how long the answer is.
async fn hand_on(
    first: &str,
    request: &Seen,
    server: SocketAddr,
    client: &mut (impl AsyncWrite + Unpin),
) -> std::io::Result<()> {
    let mut head = format!("{first}\r\nconnection: close\r\n");
    for (name, value) in request.headers.iter().filter(|(name, _)| name != "connection") {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let mut connection = TcpStream::connect(server).await?;
    connection.write_all(format!("{head}\r\n{}", request.body).as_bytes()).await?;
    tokio::io::copy(&mut connection, client).await?;
    client.flush().await?;

    client.shutdown().await
}

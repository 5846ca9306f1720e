//! A DNS server on loopback with the zone `practice.test`, so that everything can be tried without an account and
//! without the internet. Its records are changed by the same signed DNS UPDATE messages as those of a real server.

mod zone;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hickory_proto::rr::TSigner;
use hickory_proto::rr::rdata::tsig::TsigAlgorithm;
use hickory_server::Server;
use homeport_core::request::Secret;
use tokio::net::{TcpListener, UdpSocket};
use zeroize::Zeroizing;
use zone::{PracticeZone, name};

/// The zone that it serves (RFC 6761, 6.2: `test` is never in the public DNS).
const ZONE: &str = "practice.test";
/// The name of the key that may change it.
const KEY_NAME: &str = "homeport-practice";
/// How far the clocks may differ, in seconds (RFC 8945, 10).
const FUDGE: u16 = 300;
/// How often a port that is free for UDP but not for TCP may come up.
const MOST_TRIES: usize = 20;
/// How long a silent TCP connection is kept.
const KEEP_CONNECTION: Duration = Duration::from_secs(5);
/// How many answers may wait for one TCP connection.
const MOST_WAITING: usize = 8;

/// The running server. It ends when this is dropped.
pub struct Practice {
    /// Its tasks end with it.
    _server: Server<PracticeZone>,
    port: u16,
    key: Secret,
}

impl Practice {
    /// Starts the server on a free port of 127.0.0.1, over UDP and TCP, with an empty zone and a new random key that is
    /// kept in memory only.
    ///
    /// # Errors
    ///
    /// When the system has no free port or no randomness.
    pub async fn start() -> io::Result<Self> {
        let (datagrams, connections, port) = listen().await?;
        let mut key = Zeroizing::new(vec![0; 32]);
        getrandom::fill(&mut key).map_err(io::Error::other)?;
        let encoded = Zeroizing::new(STANDARD.encode(&key));
        let signer = TSigner::new(key.to_vec(), TsigAlgorithm::HmacSha256, name(KEY_NAME)?, FUDGE)
            .map_err(|error| io::Error::other(error.to_string()))?;
        let mut server = Server::new(PracticeZone::new(name(ZONE)?, signer)?);
        server.register_socket(datagrams);
        server.register_listener(connections, KEEP_CONNECTION, MOST_WAITING);

        Ok(Self { _server: server, port, key: Secret::new(&encoded) })
    }

    /// The port that it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.port).into()
    }

    /// The fields of the practice provider that are not secret.
    #[must_use]
    pub fn fields(&self) -> BTreeMap<String, String> {
        let fields = [
            ("server", self.address().to_string()),
            ("zone", ZONE.to_owned()),
            ("key_name", KEY_NAME.to_owned()),
            ("algorithm", "hmac-sha256".to_owned()),
        ];

        fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }

    /// The secret fields of the practice provider.
    #[must_use]
    pub fn secrets(&self) -> BTreeMap<String, Secret> {
        BTreeMap::from([("key".to_owned(), self.key.clone())])
    }
}

impl std::fmt::Debug for Practice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Practice({})", self.address())
    }
}

/// One port for both ways, as `dig` expects of a name server.
async fn listen() -> io::Result<(UdpSocket, TcpListener, u16)> {
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for _ in 0..MOST_TRIES {
        let connections = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = connections.local_addr()?;
        match UdpSocket::bind(address).await {
            Ok(datagrams) => return Ok((datagrams, connections, address.port())),
            Err(error) => last = error,
        }
    }

    Err(last)
}

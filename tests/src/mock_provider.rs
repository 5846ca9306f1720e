//! A dyndns2 provider, address-echo services and a name server in one, which tests and measures hold in their hands.
//! It is strict where providers are: a wrong password, too many names or a missing name is answered as the protocol says
//! (help.dyn.com/remote-access-api/return-codes). It counts everything.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, UdpSocket};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::mock_dns;

/// The account's name.
pub const USER: &str = "home";
/// The account's password.
pub const PASSWORD: &str = "only-for-tests";
/// The most names that one request may carry.
pub const MOST_NAMES: usize = 20;
/// The longest line of a request that is read, in bytes.
const LONGEST_LINE: usize = 64 * 1024;

/// One update request that came in.
#[derive(Debug, Clone)]
pub struct Update {
    /// When its first line was read.
    pub at: Instant,
    /// The names it carried.
    pub names: Vec<String>,
    /// The addresses it carried.
    pub addresses: Vec<IpAddr>,
    /// What was answered.
    pub answer: String,
}

impl Update {
    /// The names whose addresses are these now.
    fn carried_out(&self) -> impl Iterator<Item = &str> {
        let answers = self.names.iter().zip(self.answer.lines());

        answers.filter(|(_, answer)| answer.starts_with("good") || answer.starts_with("nochg")).map(|(name, _)| &**name)
    }
}

/// What the echo services say instead of the address that the request came from.
#[derive(Debug, Default)]
struct Told {
    all: Option<IpAddr>,
    /// By the server that is asked.
    each: BTreeMap<IpAddr, IpAddr>,
    page: bool,
}

impl Told {
    fn answer(&self, ends: Ends) -> String {
        if self.page {
            return "<!doctype html><title>Welcome</title><p>Please sign in to use this network.\n".to_owned();
        }
        let told = self.each.get(&ends.server).copied().or(self.all);

        format!("{}\n", told.unwrap_or(ends.peer))
    }
}

#[derive(Debug, Default)]
struct State {
    updates: Vec<Update>,
    echoes: u32,
    records: BTreeMap<String, Vec<IpAddr>>,
    told: Told,
    publish: Option<fn(&str, &[IpAddr])>,
    delay: Duration,
    at_once: u32,
    most_at_once: u32,
    any_name: bool,
    any_number: bool,
    /// What every update is answered with instead: a status, and the protocol's word.
    refusal: Option<(&'static str, &'static str)>,
    /// The server that shows a certificate nobody vouches for.
    untrusted: Option<IpAddr>,
}

/// The servers. They end with this value.
#[derive(Debug)]
pub struct MockProvider {
    state: Arc<Mutex<State>>,
    authority: String,
    addresses: Vec<SocketAddr>,
    name_server: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

impl MockProvider {
    /// Starts one TLS server on each of these addresses, on a free port if it is loopback. Each answers `/nic/update` and
    /// `/ip`. On the first address a name server answers, too, on port 53 unless it is loopback.
    ///
    /// # Panics
    ///
    /// When an address is not this machine's.
    #[must_use]
    pub fn start(listen: &[IpAddr]) -> Self {
        Self::start_named(listen, &[])
    }

    /// The same with servers that have these names beside their addresses.
    ///
    /// # Panics
    ///
    /// As [`Self::start`].
    #[must_use]
    pub fn start_named(listen: &[IpAddr], names: &[&str]) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let state = Arc::new(Mutex::new(State::default()));
        let names = listen.iter().map(ToString::to_string).chain(names.iter().map(ToString::to_string));
        let names: Vec<String> = names.collect();
        let (_, unknown) = certificates("authority that nobody knows", names.clone());
        let (authority, known) = certificates("authority of the tests", names);
        let tls = Tls { known, unknown };
        let mut addresses = Vec::new();
        for address in listen {
            // In a network of its own it is where people expect it.
            let port = if address.is_loopback() { 0 } else { 443 };
            let listener = runtime
                .block_on(TcpListener::bind((*address, port)))
                .unwrap_or_else(|error| panic!("{address}: {error}"));
            addresses.push(listener.local_addr().expect("it is bound"));
            runtime.spawn(accept(listener, tls.clone(), Arc::clone(&state)));
        }
        let port = if listen[0].is_loopback() { 0 } else { 53 };
        let socket = runtime.block_on(UdpSocket::bind((listen[0], port))).expect("the address is this machine's");
        let name_server = socket.local_addr().expect("it is bound");
        runtime.spawn(answer_names(socket, Arc::clone(&state)));

        Self { state, authority, addresses, name_server, _runtime: runtime }
    }

    /// The certificate authority in PEM, for `SSL_CERT_FILE`.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The servers' addresses, in the order of `listen`.
    #[must_use]
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// The name server's address (UDP).
    #[must_use]
    pub fn name_server(&self) -> SocketAddr {
        self.name_server
    }

    /// From now on every answer about an update takes at least this long.
    pub fn set_delay(&self, delay: Duration) {
        self.lock().delay = delay;
    }

    /// From now on every update is answered with this status and word, and nothing is carried out.
    pub fn refuse(&self, status: &'static str, word: &'static str) {
        self.lock().refusal = Some((status, word));
    }

    /// From now on updates are judged again.
    pub fn relent(&self) {
        self.lock().refusal = None;
    }

    /// From now on this server shows a certificate that nobody vouches for; `None`: each shows its own again.
    pub fn distrust(&self, server: Option<IpAddr>) {
        self.lock().untrusted = server;
    }

    /// From now on the echo services tell this address instead of the one that the request came from.
    pub fn tell(&self, address: IpAddr) {
        self.lock().told.all = Some(address);
    }

    /// From now on the echo service at `server` tells this address.
    pub fn tell_at(&self, server: IpAddr, address: IpAddr) {
        self.lock().told.each.insert(server, address);
    }

    /// From now on the echo services answer with a page for people, over TLS that is trusted.
    pub fn tell_a_page(&self) {
        self.lock().told.page = true;
    }

    /// From now on the echo services tell the address that the request came from.
    pub fn tell_the_truth(&self) {
        self.lock().told = Told::default();
    }

    /// From now on every update that is carried out is handed to this, before it is answered: the name, and its addresses.
    pub fn publish(&self, publish: fn(&str, &[IpAddr])) {
        self.lock().publish = Some(publish);
    }

    /// Names that nobody made are answered with `nohost`, unless this was called.
    pub fn accept_any_name(&self) {
        self.lock().any_name = true;
    }

    /// More than 20 names in one request are answered with `numhost`, unless this was called.
    pub fn accept_any_number(&self) {
        self.lock().any_number = true;
    }

    /// Makes a name without a record.
    pub fn make(&self, name: &str) {
        self.lock().records.entry(name.to_owned()).or_default();
    }

    /// Gives a name these records.
    pub fn put(&self, name: &str, addresses: &[IpAddr]) {
        self.lock().records.insert(name.to_owned(), addresses.to_vec());
    }

    /// The update requests so far, in order, and how many came in.
    #[must_use]
    pub fn updates(&self) -> Vec<Update> {
        self.lock().updates.clone()
    }

    /// The echo requests so far.
    #[must_use]
    pub fn echoes(&self) -> u32 {
        self.lock().echoes
    }

    /// The most update requests that were under way at the same time.
    #[must_use]
    pub fn most_at_once(&self) -> u32 {
        self.lock().most_at_once
    }

    /// The records of a name.
    #[must_use]
    pub fn records(&self, name: &str) -> Vec<IpAddr> {
        self.lock().records.get(name).cloned().unwrap_or_default()
    }

    /// Forgets the counts, and keeps the records.
    pub fn forget_counts(&self) {
        let mut state = self.lock();
        state.updates.clear();
        state.echoes = 0;
        state.most_at_once = 0;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().expect("nothing panics while it holds the lock")
}

/// A certificate authority of this name, and the servers' side of TLS with a certificate for these names or addresses.
pub(crate) fn certificates(authority: &str, names: Vec<String>) -> (String, TlsAcceptor) {
    let mut of_authority = CertificateParams::default();
    // OpenSSL takes a certificate for self-signed when its subject and its issuer have the same name.
    of_authority.distinguished_name.push(DnType::CommonName, authority);
    of_authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(of_authority, KeyPair::generate().expect("a key is made"))
        .expect("the authority's certificate is complete");
    let key = KeyPair::generate().expect("a key is made");
    let certificate = CertificateParams::new(names)
        .and_then(|parameters| parameters.signed_by(&key, &authority))
        .expect("the server's certificate is complete");
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let configuration = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring knows TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], private)
        .expect("the key belongs to the certificate");

    (authority.pem(), TlsAcceptor::from(Arc::new(configuration)))
}

/// The servers' certificate, and one of the same names by an authority that nobody knows.
#[derive(Clone)]
struct Tls {
    known: TlsAcceptor,
    unknown: TlsAcceptor,
}

async fn accept(listener: TcpListener, tls: Tls, state: Arc<Mutex<State>>) {
    while let Ok((connection, peer)) = listener.accept().await {
        // Or small answers wait for the client's acknowledgement, and that for 40 ms.
        let _ = connection.set_nodelay(true);
        let Ok(server) = connection.local_addr() else { continue };
        let is_untrusted = lock(&state).untrusted == Some(server.ip());
        let (tls, state) = (if is_untrusted { &tls.unknown } else { &tls.known }.clone(), Arc::clone(&state));
        tokio::spawn(async move {
            // A client that does not trust us, or that goes away, is its own business.
            if let Ok(connection) = tls.accept(connection).await {
                let _ = serve(connection, Ends { peer: peer.ip(), server: server.ip() }, &state).await;
            }
        });
    }
}

/// The two ends of a connection.
#[derive(Debug, Clone, Copy)]
struct Ends {
    peer: IpAddr,
    server: IpAddr,
}

/// HTTP/1.1 for requests without a body (RFC 9112).
async fn serve(
    connection: impl AsyncRead + AsyncWrite + Unpin,
    ends: Ends,
    state: &Mutex<State>,
) -> std::io::Result<()> {
    let mut connection = BufReader::new(connection);
    loop {
        let Some(first) = line(&mut connection).await? else {
            return Ok(());
        };
        let at = Instant::now();
        let mut authorization = String::new();
        let mut close = first.ends_with("HTTP/1.0");
        while let Some(header) = line(&mut connection).await?.filter(|header| !header.is_empty()) {
            let (name, value) = header.split_once(':').unwrap_or((&header, ""));
            if name.eq_ignore_ascii_case("authorization") {
                value.trim().clone_into(&mut authorization);
            }
            close |= name.eq_ignore_ascii_case("connection") && value.trim().eq_ignore_ascii_case("close");
        }
        let target = first.split(' ').nth(1).unwrap_or_default();
        let (status, body) = answer(target, &authorization, ends, at, state).await;
        let keep = if close { "close" } else { "keep-alive" };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: {keep}\r\n\r\n",
            body.len()
        );
        connection.write_all(format!("{head}{body}").as_bytes()).await?;
        connection.flush().await?;
        if close {
            return connection.shutdown().await;
        }
    }
}

/// One line without its end; `None` when the client is done.
pub(crate) async fn line(connection: &mut (impl AsyncBufReadExt + Unpin)) -> std::io::Result<Option<String>> {
    let mut line = String::new();
    if connection.read_line(&mut line).await? == 0 || line.len() > LONGEST_LINE {
        return Ok(None);
    }

    Ok(Some(line.trim_end().to_owned()))
}

async fn answer(
    target: &str,
    authorization: &str,
    ends: Ends,
    at: Instant,
    state: &Mutex<State>,
) -> (&'static str, String) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match path {
        "/ip" => {
            let mut state = lock(state);
            state.echoes += 1;

            ("200 OK", state.told.answer(ends))
        }
        "/nic/update" => {
            let (delay, publish, status, update) = {
                let mut state = lock(state);
                state.at_once += 1;
                state.most_at_once = state.most_at_once.max(state.at_once);
                let refusal = state.refusal;
                let update = match refusal {
                    Some((_, word)) => Update { answer: word.to_owned(), ..read(query, at) },
                    None => judge(query, authorization, at, &mut state),
                };
                state.updates.push(update.clone());
                let usual = if update.answer == "badauth" { "401 Unauthorized" } else { "200 OK" };

                (state.delay, state.publish, refusal.map_or(usual, |(status, _)| status), update)
            };
            if let Some(publish) = publish {
                let update = update.clone();
                let _ = tokio::task::spawn_blocking(move || {
                    update.carried_out().for_each(|name| publish(name, &update.addresses));
                })
                .await;
            }
            tokio::time::sleep(delay).await;
            lock(state).at_once -= 1;
            (status, update.answer)
        }
        _ => ("404 Not Found", "no such page\n".to_owned()),
    }
}

/// What the protocol says about this update, which is carried out if it is good.
fn judge(query: &str, authorization: &str, at: Instant, state: &mut State) -> Update {
    let Update { names, addresses, .. } = read(query, at);
    let expected = format!("Basic {}", STANDARD.encode(format!("{USER}:{PASSWORD}")));

    let answer = if authorization != expected {
        "badauth".to_owned()
    } else if names.is_empty() {
        "notfqdn".to_owned()
    } else if names.len() > MOST_NAMES && !state.any_number {
        "numhost".to_owned()
    } else {
        let answers: Vec<String> = names.iter().map(|name| update_one(name, &addresses, state)).collect();
        answers.join("\n")
    };

    Update { at, names, addresses, answer }
}

/// What an update says, before anybody answers.
fn read(query: &str, at: Instant) -> Update {
    let fields: BTreeMap<String, String> =
        url::form_urlencoded::parse(query.as_bytes()).map(|(key, value)| (key.into(), value.into())).collect();
    let list = |key: &str| fields.get(key).map(String::as_str).unwrap_or_default().split(',');
    let names: Vec<String> = list("hostname").filter(|name| !name.is_empty()).map(ToOwned::to_owned).collect();
    let addresses: Vec<IpAddr> = list("myip").chain(list("myipv6")).filter_map(|text| text.parse().ok()).collect();

    Update { at, names, addresses, answer: String::new() }
}

fn update_one(name: &str, addresses: &[IpAddr], state: &mut State) -> String {
    if !state.any_name && !state.records.contains_key(name) {
        return "nohost".to_owned();
    }
    let [first, ..] = addresses else {
        return "badip".to_owned();
    };
    let records = state.records.entry(name.to_owned()).or_default();
    let word = if addresses.iter().all(|address| records.contains(address)) { "nochg" } else { "good" };
    // What was not sent stays.
    records.retain(|record| addresses.iter().all(|address| address.is_ipv4() != record.is_ipv4()));
    records.extend(addresses);

    format!("{word} {first}")
}

async fn answer_names(socket: UdpSocket, state: Arc<Mutex<State>>) {
    let mut query = [0; 512];
    while let Ok((length, from)) = socket.recv_from(&mut query).await {
        let answer = mock_dns::answer(&query[..length], |name| lock(&state).records.get(name).cloned());
        if let Some(answer) = answer {
            // A client that does not wait for its answer is its own business.
            let _ = socket.send_to(&answer, from).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "20.1.0.7";

    fn ask(query: &str, password: &str, state: &mut State) -> String {
        let authorization = format!("Basic {}", STANDARD.encode(format!("{USER}:{password}")));

        judge(query, &authorization, Instant::now(), state).answer
    }

    #[test]
    fn it_is_as_strict_as_the_protocol() {
        let mut state = State::default();
        state.records.insert("a.example.org".to_owned(), Vec::new());
        let good = format!("hostname=a.example.org&myip={HOME}");
        let too_many = format!("hostname={}&myip={HOME}", vec!["a.example.org"; 21].join(","));

        assert_eq!(ask(&good, "wrong", &mut state), "badauth");
        assert_eq!(ask(&good, PASSWORD, &mut state), format!("good {HOME}"));
        assert_eq!(ask(&good, PASSWORD, &mut state), format!("nochg {HOME}"));
        assert_eq!(ask(&too_many, PASSWORD, &mut state), "numhost");
        assert_eq!(ask("hostname=b.example.org&myip=20.1.0.7", PASSWORD, &mut state), "nohost");
        assert_eq!(ask("hostname=a.example.org&myip=portal", PASSWORD, &mut state), "badip");
    }
}

//! Questions that leave beside a tunnel, although the tunnel is the way out: in a network of the test's own, with the
//! servers on another machine.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};

use homeport_agent::probe::Prober;
use homeport_agent::transport::{Transport, Trust};
use homeport_core::address::{Family, PerFamily};
use homeport_core::event::{Event, Probing};
use homeport_core::observation::SourceFault;
use homeport_core::settings::{OwnSource, OwnSourceKind, Settings, SourceKind};
use homeport_tests::mock_dns;
use homeport_tests::namespace::{inside, ip};
use nix::sched::{CloneFlags, unshare};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, UdpSocket};

const CABLE: &str = "home0";
const HOME_V4: &str = "20.1.0.7";
const HOME_V6: &str = "2a0e:1::7";
/// Private addresses, as only those may be spoken to without TLS. No route of the home's leads there specially.
const SERVER_V4: &str = "192.168.77.1";
const SERVER_V6: &str = "fd77::1";
const HTTP: u16 = 8080;
const DNS: u16 = 53;
/// Answers over UDP are cut here, so that the question is asked once more over TCP.
const DNS_OVER_TCP: u16 = 5353;
const STUN: u16 = 3478;
/// Questions that came to the servers.
static ASKED: AtomicUsize = AtomicUsize::new(0);

/// The other end of the home's cable: a thread in a network namespace of its own, which ends with the test's process.
struct Outside;

impl Outside {
    /// Connects the home, and returns when all servers listen.
    fn connect() -> Self {
        let (here, thread) = mpsc::channel();
        let (connected, go) = mpsc::channel();
        let (ready, listening) = mpsc::channel();
        std::thread::spawn(move || {
            unshare(CloneFlags::CLONE_NEWNET).unwrap();
            let id = std::fs::read_link("/proc/thread-self").unwrap();
            here.send(id.file_name().unwrap().to_str().unwrap().to_owned()).unwrap();
            go.recv().unwrap();
            // What this thread starts is in its namespace.
            ip("link set lo up");
            ip("link set street0 up");
            ip("addr add 20.1.0.1/24 dev street0");
            ip("-6 addr add 2a0e:1::1/64 dev street0 nodad");
            ip(&format!("addr add {SERVER_V4}/32 dev lo"));
            ip(&format!("-6 addr add {SERVER_V6}/128 dev lo nodad"));
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(serve(&ready));
        });
        let thread = thread.recv().unwrap();
        ip(&format!("link add {CABLE} type veth peer name street0 netns {thread}"));
        ip(&format!("link set {CABLE} up"));
        ip(&format!("addr add {HOME_V4}/24 dev {CABLE}"));
        ip(&format!("-6 addr add {HOME_V6}/64 dev {CABLE} nodad"));
        ip("route add default via 20.1.0.1");
        ip("-6 route add default via 2a0e:1::1");
        connected.send(()).unwrap();
        listening.recv().unwrap();

        Self
    }
}

async fn serve(ready: &mpsc::Sender<()>) {
    for address in [SERVER_V4, SERVER_V6] {
        let at = |port| SocketAddr::new(address.parse().unwrap(), port);
        tokio::spawn(echo_http(TcpListener::bind(at(HTTP)).await.unwrap()));
        tokio::spawn(echo_datagrams(UdpSocket::bind(at(DNS)).await.unwrap(), dns));
        tokio::spawn(echo_datagrams(UdpSocket::bind(at(DNS_OVER_TCP)).await.unwrap(), dns_cut));
        tokio::spawn(echo_dns_over_tcp(TcpListener::bind(at(DNS_OVER_TCP)).await.unwrap()));
        tokio::spawn(echo_datagrams(UdpSocket::bind(at(STUN)).await.unwrap(), stun));
    }
    ready.send(()).unwrap();
    std::future::pending::<()>().await;
}

async fn echo_http(listener: TcpListener) {
    loop {
        let (mut stream, from) = listener.accept().await.unwrap();
        ASKED.fetch_add(1, Ordering::Relaxed);
        tokio::spawn(async move {
            let mut head = [0; 4_096];
            let _ = stream.read(&mut head).await;
            let body = from.ip().to_string();
            let answer =
                format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
            let _ = stream.write_all(answer.as_bytes()).await;
        });
    }
}

async fn echo_datagrams(socket: UdpSocket, answer: fn(&[u8], IpAddr) -> Vec<u8>) {
    let mut buffer = [0; 2_048];
    loop {
        let (length, from) = socket.recv_from(&mut buffer).await.unwrap();
        ASKED.fetch_add(1, Ordering::Relaxed);
        socket.send_to(&answer(&buffer[..length], from.ip()), from).await.unwrap();
    }
}

async fn echo_dns_over_tcp(listener: TcpListener) {
    loop {
        let (mut stream, from) = listener.accept().await.unwrap();
        ASKED.fetch_add(1, Ordering::Relaxed);
        tokio::spawn(async move {
            let mut question = vec![0; usize::from(stream.read_u16().await.unwrap())];
            stream.read_exact(&mut question).await.unwrap();
            let answer = dns(&question, from.ip());
            stream.write_u16(u16::try_from(answer.len()).unwrap()).await.unwrap();
            stream.write_all(&answer).await.unwrap();
        });
    }
}

fn dns(question: &[u8], from: IpAddr) -> Vec<u8> {
    mock_dns::answer(question, |_| Some(vec![from])).unwrap()
}

fn dns_cut(question: &[u8], from: IpAddr) -> Vec<u8> {
    let mut answer = dns(question, from);
    answer[2] |= 0x02;

    answer
}

/// A binding success with XOR-MAPPED-ADDRESS (RFC 8489, 14.2). Only for IPv4, over which alone it is asked.
fn stun(question: &[u8], from: IpAddr) -> Vec<u8> {
    const COOKIE: [u8; 4] = [0x21, 0x12, 0xa4, 0x42];
    let IpAddr::V4(from) = from else { return Vec::new() };
    let mut answer = vec![0x01, 0x01, 0, 12];
    answer.extend(&question[4..20]);
    answer.extend([0, 0x20, 0, 8, 0, 1, 0, 0]);
    answer.extend(from.octets().iter().zip(COOKIE).map(|(byte, mask)| byte ^ mask));

    answer
}

/// As `OpenVPN` does it: the old default route stays, two halves hide it. Nobody is at the tunnel's other end.
fn raise_tunnel() {
    ip("tuntap add dev vpn0 mode tun");
    ip("addr add 10.8.0.2/32 dev vpn0");
    ip("-6 addr add fd08::2/128 dev vpn0 nodad");
    ip("link set vpn0 up");
    for half in ["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"] {
        ip(&format!("route add {half} dev vpn0"));
    }
}

/// As wg-quick does it: another table for all that the tunnel did not mark itself.
fn raise_tunnel_behind_rules() {
    ip("tuntap add dev vpn0 mode tun");
    ip("addr add 10.8.0.2/32 dev vpn0");
    ip("-6 addr add fd08::2/128 dev vpn0 nodad");
    ip("link set vpn0 up");
    for family in ["-4", "-6"] {
        ip(&format!("{family} route add default dev vpn0 table 51820"));
        ip(&format!("{family} rule add not fwmark 51820 table 51820"));
        ip(&format!("{family} rule add table main suppress_prefixlength 0"));
    }
}

fn settings() -> Settings {
    let own = |kind, url: String| OwnSource { kind, url, instead: true };
    let mut settings = Settings::default();
    for (server, name) in [(SERVER_V4.to_owned(), "four"), (format!("[{SERVER_V6}]"), "six")] {
        settings.sources.push(own(OwnSourceKind::Http, format!("http://{server}:{HTTP}/")));
        settings.sources.push(own(OwnSourceKind::Dns, format!("{name}.example.org@{server}:{DNS}")));
        settings.sources.push(own(OwnSourceKind::Dns, format!("{name}.example.org@{server}:{DNS_OVER_TCP}")));
    }
    settings.sources.push(own(OwnSourceKind::Stun, format!("{SERVER_V4}:{STUN}")));
    settings.addresses.sources = vec![SourceKind::Http, SourceKind::Dns, SourceKind::Stun];

    settings
}

type Said = Result<IpAddr, SourceFault>;

/// What each source says, in order of the families, and last what the STUN server says.
async fn ask(settings: &Settings, through: Option<&str>) -> (PerFamily<Vec<Said>>, Vec<Said>) {
    let prober = Prober::new(settings, Arc::new(Transport::new(Trust::from_environment())), Arc::default());
    let (sender, mut events) = tokio::sync::mpsc::channel(64);
    let name = through.map(str::to_owned);
    let both = PerFamily { ipv4: name.clone(), ipv6: name };
    let mut said: PerFamily<Vec<Said>> = PerFamily::default();
    let mut pulsed = Vec::new();
    let probing = Probing { families: Family::BOTH.to_vec(), through: both, ..Probing::default() };
    prober.probe(1, &probing, &sender).await;
    prober.pulse(through, &sender).await;
    drop(sender);
    while let Some(event) = events.recv().await {
        match event {
            Event::Reported { report, .. } => said.get_mut(report.family).push(report.said),
            Event::Pulsed(report) => pulsed.push(report.said),
            Event::RoundEnded { .. } => {}
            other => panic!("{other:?}"),
        }
    }

    (said, pulsed)
}

fn on_tokio(body: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body);
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn every_kind_of_question_leaves_by_the_interface_that_is_named() {
    inside(|| {
        on_tokio(async {
            let _outside = Outside::connect();
            raise_tunnel();
            let (said, pulsed) = ask(&settings(), Some(CABLE)).await;

            assert_eq!(said.ipv4, vec![Ok(address(HOME_V4)); 3], "HTTP, DNS over UDP, and DNS over TCP");
            assert_eq!(said.ipv6, vec![Ok(address(HOME_V6)); 3]);
            assert_eq!(pulsed, [Ok(address(HOME_V4))]);
        });
    });
}

#[test]
fn the_rules_of_a_tunnel_do_not_hold_them_back() {
    inside(|| {
        on_tokio(async {
            let _outside = Outside::connect();
            raise_tunnel_behind_rules();
            let (said, pulsed) = ask(&settings(), Some(CABLE)).await;

            assert_eq!(said.ipv4, vec![Ok(address(HOME_V4)); 3]);
            assert_eq!(said.ipv6, vec![Ok(address(HOME_V6)); 3]);
            assert_eq!(pulsed, [Ok(address(HOME_V4))]);
        });
    });
}

#[test]
fn without_a_name_the_questions_go_into_the_tunnel() {
    inside(|| {
        on_tokio(async {
            let _outside = Outside::connect();
            let (said, pulsed) = ask(&settings(), None).await;
            assert_eq!((said.ipv4.len(), pulsed), (3, vec![Ok(address(HOME_V4))]), "before there is a tunnel");
            raise_tunnel();

            let before = ASKED.load(Ordering::Relaxed);
            let (said, pulsed) = ask(&settings(), None).await;
            assert!(said.ipv4.iter().chain(&said.ipv6).chain(&pulsed).all(Result::is_err), "{said:?}");
            assert_eq!(ASKED.load(Ordering::Relaxed), before);
        });
    });
}

#[test]
fn an_interface_that_is_gone_is_not_replaced_by_the_tunnel() {
    inside(|| {
        on_tokio(async {
            let _outside = Outside::connect();
            let (said, pulsed) = ask(&settings(), Some("eth77")).await;

            assert_eq!(said.ipv4, vec![Err(SourceFault::NoAnswer); 3]);
            assert_eq!(said.ipv6, vec![Err(SourceFault::NoAnswer); 3]);
            assert_eq!(pulsed, [Err(SourceFault::NoAnswer)]);
        });
    });
}

#[test]
fn the_users_program_is_not_asked_beside_a_tunnel_as_nobody_can_tell_it_the_way() {
    inside(|| {
        on_tokio(async {
            let mut settings = settings();
            settings.addresses.sources.push(SourceKind::Command);
            settings.addresses.command = vec!["/bin/echo".to_owned(), "20.1.0.9".to_owned()];
            let (said, _) = ask(&settings, Some("lo")).await;

            assert_eq!(said.ipv4, [Err(SourceFault::NoAnswer)]);
        });
    });
}

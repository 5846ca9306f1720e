//! The main job on real parts: the resident on a machine at home, two echo services over TLS, and BIND, which takes the
//! updates and answers `dig`. Everything is in network namespaces of the tests' own.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use homeport_tests::binaries;
use homeport_tests::bind::{Bind, Zone, dig, secret};
use homeport_tests::home_network::Home;
use homeport_tests::installation::Installation;
use homeport_tests::mock_provider::MockProvider;
use homeport_tests::namespace;
use serde_json::Value;

const ECHO: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::new(20, 9, 0, 1)), IpAddr::V4(Ipv4Addr::new(20, 9, 0, 2))];
const NAME_SERVER: IpAddr = IpAddr::V4(Ipv4Addr::new(20, 9, 0, 3));
const FIRST: &str = "20.1.0.7";
const SECOND: &str = "20.1.0.8";
const NAME: &str = "pc.home.test";
const KEY: &str = "homeport";
const LIMIT: Duration = Duration::from_secs(30);

#[test]
fn the_name_follows_the_machines_address() {
    namespace::inside(|| {
        let mut world = World::new(&secret(KEY));
        let mut resident = world.resident();
        wait("dig to answer the first address", || world.dig() == [FIRST]);

        world.home.change_address(SECOND.parse().unwrap());
        wait("dig to answer the new address", || world.dig() == [SECOND]);
        wait("the status to say that it is proved", || {
            let status = world.ask(&["status", "--json"]);
            status["hostnames"][0]["records"]["ipv4"]["state"] == "verified" && status["state"] == "ok"
        });

        assert!(world.history().contains(SECOND), "the history does not tell of it:\n{}", world.history());
        assert_eq!(world.updates(), 2, "one request for each address");
        ends_when_asked(&mut resident);
    });
}

#[test]
fn a_wrong_key_is_sent_once_and_not_again_after_a_change_or_a_restart() {
    namespace::inside(|| {
        let mut world = World::new("b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXk=");
        let mut resident = world.resident();
        wait("the refusal to be shown", || world.needs_the_user());
        // The key is refused with the question of what the name has, and no update follows.
        assert_eq!((world.signed(), world.updates()), (1, 0));

        world.home.change_address(SECOND.parse().unwrap());
        wait("the new address to be noticed", || world.history().contains(SECOND));
        ends_when_asked(&mut resident);

        let mut resident = world.resident();
        wait("the address to be known after the restart", || {
            let status = world.ask(&["status", "--json"]);
            status["addresses"]["ipv4"]["address"] == SECOND && world.needs_the_user()
        });
        assert_eq!((world.signed(), world.updates()), (1, 0), "a refused key was used again");
        assert!(world.dig().is_empty(), "a refused update changed the zone");
        ends_when_asked(&mut resident);
    });
}

struct World {
    home: Home,
    bind: Bind,
    messages: Arc<Messages>,
    installation: Installation,
    _echo: MockProvider,
}

impl World {
    fn new(key: &str) -> Self {
        let mut home = Home::connect(&[ECHO[0], ECHO[1], NAME_SERVER]);
        home.change_address(FIRST.parse().unwrap());
        let echo = MockProvider::start(&ECHO);
        let bind = Bind::start(&[Zone { name: "home.test", records: "", key_name: KEY }]);
        let (in_front, messages) = count_messages(bind.address);
        let settings = format!(
            "version = 1\n\n[[account]]\nid = \"own\"\nprovider = \"rfc2136\"\n[account.fields]\n\
             server = \"{in_front}\"\nzone = \"home.test\"\nkey_name = \"{KEY}\"\n\n\
             [[hostname]]\nname = \"{NAME}\"\naccount = \"own\"\nipv6 = false\ncreate = true\n\n\
             [addresses]\nsources = [\"http\", \"interface\"]\n\n\
             [[source]]\nkind = \"http\"\nurl = \"https://{}/ip\"\ninstead = true\n\n\
             [[source]]\nkind = \"http\"\nurl = \"https://{}/ip\"\ninstead = true\n\n\
             [verify]\nnameservers = [\"{in_front}\"]\n",
            echo.addresses()[0],
            echo.addresses()[1],
        );
        let installation = Installation::new(&settings, echo.authority());
        installation.secret("own", "key", key);

        Self { home, bind, messages, installation, _echo: echo }
    }

    fn homeport(&self, arguments: &[&str]) -> Command {
        self.installation.homeport(self.home.command(binaries::homeport()), arguments)
    }

    fn resident(&self) -> Resident {
        let mut resident = Resident(self.homeport(&["run", "--no-tray"]).stdout(Stdio::null()).spawn().unwrap());
        wait("the resident to answer", || {
            assert_eq!(resident.0.try_wait().unwrap(), None, "the resident ended");
            // Until its socket is there, a status would look by itself and hold the resident's place meanwhile.
            self.has_socket() && !self.ask(&["status", "--json"]).is_null()
        });

        resident
    }

    fn has_socket(&self) -> bool {
        let config = self.installation.path("config");
        let paths = homeport_handle::paths::Paths::new(Some(&config)).expect("a folder was named");

        paths.socket.exists()
    }

    /// What a command prints with `--json`; `null` while there is no resident to answer it.
    fn ask(&self, arguments: &[&str]) -> Value {
        let output = self.homeport(arguments).stderr(Stdio::null()).output().unwrap();

        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    fn history(&self) -> String {
        self.ask(&["history", "--json"]).to_string()
    }

    fn needs_the_user(&self) -> bool {
        self.homeport(&["status"]).stdout(Stdio::null()).status().unwrap().code() == Some(1)
    }

    fn dig(&self) -> Vec<String> {
        dig(self.bind.address, &[NAME, "A"])
    }

    fn signed(&self) -> u32 {
        self.messages.signed.load(Ordering::SeqCst)
    }

    fn updates(&self) -> u32 {
        self.messages.updates.load(Ordering::SeqCst)
    }
}

struct Resident(Child);

impl Drop for Resident {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn ends_when_asked(resident: &mut Resident) {
    let asked = Instant::now();
    let status = Command::new("kill").args(["-TERM", &resident.0.id().to_string()]).status().unwrap();
    assert!(status.success());

    let ended = resident.0.wait().unwrap();
    assert!(ended.success(), "{ended}");
    assert!(asked.elapsed() < Duration::from_secs(2), "it took {:?} to end", asked.elapsed());
}

/// Waits for a state, not for a time.
#[track_caller]
fn wait(what: &str, mut is_so: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < LIMIT, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What came to a name server.
#[derive(Default)]
struct Messages {
    updates: AtomicU32,
    signed: AtomicU32,
}

/// Stands in front of a name server, hands everything on over UDP, and counts the updates (opcode 5, RFC 2136, 2.2) and
/// whatever is signed with the key.
fn count_messages(server: SocketAddr) -> (SocketAddr, Arc<Messages>) {
    const UPDATE: u8 = 5;
    const ALGORITHM: &[u8] = b"hmac-sha256";

    let socket = UdpSocket::bind((NAME_SERVER, 0)).unwrap();
    let address = socket.local_addr().unwrap();
    let count = Arc::new(Messages::default());
    let counted = Arc::clone(&count);
    // It ends with the test's process.
    std::thread::spawn(move || {
        let mut message = vec![0; 65_535];
        while let Ok((length, from)) = socket.recv_from(&mut message) {
            if message.get(2).is_some_and(|flags| flags >> 3 & 0b1111 == UPDATE) {
                counted.updates.fetch_add(1, Ordering::SeqCst);
            }
            if message[..length].windows(ALGORITHM.len()).any(|part| part == ALGORITHM) {
                counted.signed.fetch_add(1, Ordering::SeqCst);
            }
            let onward = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
            onward.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            onward.send_to(&message[..length], server).unwrap();
            if let Ok(length) = onward.recv(&mut message) {
                let _ = socket.send_to(&message[..length], from);
            }
        }
    });

    (address, count)
}

//! BIND on loopback, in a folder of its own, with keys that may change its zones by signed DNS UPDATE.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::net::{IpAddr, SocketAddr};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tempfile::TempDir;

use crate::server::free_address;
use crate::session_bus::bound;

/// How long BIND may take to start.
const STARTING: Duration = Duration::from_secs(20);

/// A zone that BIND serves and the key that may change the addresses in it.
#[derive(Debug, Clone, Copy)]
pub struct Zone<'a> {
    /// Its name, without the final dot.
    pub name: &'a str,
    /// Further records, in the form of a zone file.
    pub records: &'a str,
    /// The name of the key.
    pub key_name: &'a str,
}

/// The secret of a key in Base64. It is made from the key's name, so that every test knows it.
#[must_use]
pub fn secret(key_name: &str) -> String {
    STANDARD.encode(format!("{key_name:=<32}"))
}

/// A running BIND. It ends when this is dropped.
#[derive(Debug)]
pub struct Bind {
    child: Child,
    /// Where it listens, over UDP and TCP.
    pub address: SocketAddr,
    _folder: TempDir,
}

impl Bind {
    /// Starts `named` on a free port of 127.0.0.1.
    ///
    /// # Panics
    ///
    /// When it is not installed or does not start.
    #[must_use]
    pub fn start(zones: &[Zone<'_>]) -> Self {
        Self::start_at(free_address(), zones)
    }

    /// Starts `named` at this address, which has to be IPv4. It is the name server of the zones, too.
    ///
    /// # Panics
    ///
    /// As [`Self::start`].
    #[must_use]
    pub fn start_at(address: SocketAddr, zones: &[Zone<'_>]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ip = address.ip();
        let mut configuration = format!(
            "options {{ directory \"{}\"; listen-on port {} {{ {ip}; }}; listen-on-v6 {{ none; }}; pid-file none; \
             session-keyfile none; recursion no; dnssec-validation no; notify no; }};\ncontrols {{ }};\n",
            folder.path().display(),
            address.port()
        );
        for zone in zones {
            let (name, key) = (zone.name, zone.key_name);
            let file = format!("$TTL 60\n@ SOA ns nobody 1 60 60 60 5\n@ NS ns\nns A {ip}\n{}", zone.records);
            std::fs::write(folder.path().join(name), file).unwrap();
            writeln!(
                configuration,
                "key \"{key}\" {{ algorithm hmac-sha256; secret \"{}\"; }};\nzone \"{name}\" {{ type primary; file \
                 \"{name}\"; update-policy {{ grant \"{key}\" zonesub A AAAA; }}; }};",
                secret(key)
            )
            .unwrap();
        }
        let file = folder.path().join("named.conf");
        std::fs::write(&file, configuration).unwrap();
        let mut child = bound("/usr/sbin/named")
            .args(["-g", "-4", "-n", "1", "-c"])
            .arg(&file)
            .stderr(Stdio::piped())
            .spawn()
            .expect("named of the package bind9 is not installed");
        wait_until_running(&mut child);

        Self { child, address, _folder: folder }
    }
}

impl Drop for Bind {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// BIND says on its standard error when it has loaded its zones. What it says afterwards is read and dropped, so that it
/// never waits for a reader.
fn wait_until_running(child: &mut Child) {
    let output = BufReader::new(child.stderr.take().unwrap());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut before = String::new();
        for line in output.lines().map_while(Result::ok) {
            if line.ends_with(" running") {
                let _ = sender.send(Ok(()));
            }
            before.push_str(&line);
            before.push('\n');
        }
        let _ = sender.send(Err(before));
    });
    match receiver.recv_timeout(STARTING) {
        Ok(Ok(())) => {}
        Ok(Err(words)) => panic!("BIND did not start:\n{words}"),
        Err(error) => panic!("BIND did not start in time: {error}"),
    }
}

/// Replaces the addresses of a name, one of each family, as a provider does with its own name server.
///
/// # Panics
///
/// As [`add`].
pub fn replace(server: SocketAddr, key_name: &str, name: &str, addresses: &[IpAddr]) {
    let mut changes = String::new();
    for address in addresses {
        let kind = if address.is_ipv4() { "A" } else { "AAAA" };
        write!(changes, "update delete {name} {kind}\nupdate add {name} 60 {kind} {address}\n").unwrap();
    }

    nsupdate(server, key_name, &changes);
}

/// Adds an address to those that a name has, as somebody does by hand.
///
/// # Panics
///
/// When `nsupdate` of the package bind9-dnsutils is not installed, or the server refuses.
pub fn add(server: SocketAddr, key_name: &str, name: &str, address: IpAddr) {
    let kind = if address.is_ipv4() { "A" } else { "AAAA" };

    nsupdate(server, key_name, &format!("update add {name} 60 {kind} {address}\n"));
}

fn nsupdate(server: SocketAddr, key_name: &str, changes: &str) {
    let (ip, port, secret) = (server.ip(), server.port(), secret(key_name));
    let text = format!("server {ip} {port}\nkey hmac-sha256:{key_name} {secret}\n{changes}send\n");
    let mut child = Command::new("nsupdate")
        .stdin(Stdio::piped())
        .spawn()
        .expect("nsupdate of the package bind9-dnsutils is not installed");
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success(), "nsupdate: {text}");
}

/// What `dig` finds at a name server, one line for each record, in order.
///
/// # Panics
///
/// When `dig` of the package bind9-dnsutils is not installed.
#[must_use]
pub fn dig(server: SocketAddr, arguments: &[&str]) -> Vec<String> {
    let output = Command::new("dig")
        .arg(format!("@{}", server.ip()))
        .args(["-p", &server.port().to_string(), "+short", "+norecurse", "+time=5", "+tries=1"])
        .args(arguments)
        .output()
        .expect("dig of the package bind9-dnsutils is not installed");
    let mut lines: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    lines.sort();

    lines
}

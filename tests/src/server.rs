//! What the tests' real servers have in common: a free port of loopback, a folder of their own, the wait until they
//! answer, and their end with the value that holds them.

use std::fs::File;
use std::io::Write as _;
use std::net::{SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::session_bus::{Program, bound};

/// How long a server may take to start on a busy machine.
const STARTING: Duration = Duration::from_secs(60);

/// A port of 127.0.0.1 that is free for UDP and TCP now.
///
/// # Panics
///
/// When loopback has no free port.
#[must_use]
pub fn free_address() -> SocketAddr {
    loop {
        let stream = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = stream.local_addr().unwrap();
        if UdpSocket::bind(address).is_ok() {
            return address;
        }
    }
}

/// The folder of a server that does not run yet.
#[derive(Debug)]
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    ///
    /// # Panics
    ///
    /// When it cannot be made.
    #[must_use]
    pub fn new() -> Self {
        Self(tempfile::Builder::new().prefix("homeport-server-").tempdir().unwrap())
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file into it.
    ///
    /// # Panics
    ///
    /// When it cannot be written.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, text).unwrap();

        path
    }

    /// Runs a program that prepares the server, and gives what it prints.
    ///
    /// # Panics
    ///
    /// When it is not installed or fails.
    #[allow(clippy::needless_pass_by_value, reason = "a command is built where it is run")]
    pub fn prepare(&self, mut command: Command) -> String {
        let output = command.current_dir(self.path()).stdin(Stdio::null()).output();
        let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{command:?}: {words}{}", String::from_utf8_lossy(&output.stderr));

        words
    }

    /// Starts the server and waits until it takes TCP connections at this address.
    ///
    /// # Panics
    ///
    /// When it is not installed, ends, or takes no connections; what it said is in the message.
    #[must_use]
    pub fn start(self, program: &str, configure: impl FnOnce(&mut Command), address: SocketAddr) -> Server {
        let log = self.path().join("log");
        let output = File::create(&log).unwrap();
        let mut command = bound(program);
        command.current_dir(self.path()).stdout(output.try_clone().unwrap()).stderr(output);
        configure(&mut command);
        let mut running = Program::start(&mut command).expect("`setpriv` of util-linux is installed");
        let started = Instant::now();
        while TcpStream::connect(address).is_err() {
            let ended = running.child().try_wait().unwrap();
            let goes_on = ended.is_none() && started.elapsed() < STARTING;
            assert!(goes_on, "{program} does not answer ({ended:?}):\n{}", std::fs::read_to_string(log).unwrap());
            std::thread::sleep(Duration::from_millis(20));
        }

        Server { _program: running, folder: self }
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

/// A running server. It ends with this value, and its folder with it.
#[derive(Debug)]
pub struct Server {
    _program: Program,
    folder: Folder,
}

impl Server {
    /// Its files.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }
}

/// One HTTP request beside Homeport's, to prepare a server or to look into it. Gives the answer's body.
///
/// # Panics
///
/// When `curl` is not installed, or the server refuses; what it said is in the message.
#[must_use]
pub fn http(method: &str, url: &str, headers: &[&str], body: &str) -> String {
    let mut command = Command::new("curl");
    command.args(["--silent", "--show-error", "--fail-with-body", "--noproxy", "*", "--request", method, url]);
    for header in headers {
        command.args(["--header", header]);
    }
    if !body.is_empty() {
        command.args(["--data-binary", "@-"]);
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("`curl` is installed");
    child.stdin.take().unwrap().write_all(body.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let answer = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{method} {url}: {answer}");

    answer
}

//! One machine: a network namespace that lasts as long as the value, with files of its own that the test may lay over the
//! system's.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use nix::sched::{CloneFlags, setns};

use crate::session_bus::bound;

/// How the namespaces of a machine are named to `unshare` and `nsenter`.
const NAMESPACES: [&str; 2] = ["--net", "--mount"];
/// What keeps them until it is killed.
const HOLDER: &str = "sleep";

/// A machine without a cable.
#[derive(Debug)]
pub struct Machine {
    holder: Child,
}

impl Machine {
    /// Makes one, with loopback up.
    pub(super) fn new() -> Self {
        let holder = bound("unshare")
            .args(NAMESPACES)
            .args([HOLDER, "infinity"])
            .stdin(Stdio::null())
            .spawn()
            .expect("`unshare` of util-linux is installed");
        let machine = Self { holder };
        machine.wait_for_namespace();
        machine.ip("link set lo up\n");

        machine
    }

    /// The process that keeps it.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.holder.id()
    }

    /// A command that runs on it.
    #[must_use]
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = bound("nsenter");
        command.args(["--target", &self.id().to_string()]).args(NAMESPACES).arg(program).stdin(Stdio::null());

        command
    }

    /// Runs commands of `ip`, all at once.
    ///
    /// # Panics
    ///
    /// When `ip` refuses.
    pub fn ip(&self, commands: &str) {
        let id = self.id().to_string();
        batch(&["nsenter", "--target", &id, "--net", "ip"], commands);
    }

    /// Runs a program to its end, and returns what it said.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    #[must_use]
    pub fn output(&self, program: &str, arguments: &[&str]) -> String {
        let output =
            self.command(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));

        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Runs this in a thread that is on the machine's network, and returns when it has ended.
    ///
    /// # Panics
    ///
    /// When it does.
    pub fn within<T: Send>(&self, body: impl FnOnce() -> T + Send) -> T {
        let network = File::open(format!("/proc/{}/ns/net", self.id())).expect("the machine runs");
        let enter = move || {
            setns(network, CloneFlags::CLONE_NEWNET).expect("the machine is ours");
            body()
        };

        std::thread::scope(|scope| scope.spawn(enter).join().expect("what runs on the machine succeeds"))
    }

    /// Runs a line of the shell.
    ///
    /// # Panics
    ///
    /// When it fails.
    pub fn shell(&self, line: &str) {
        let status = self.command("sh").args(["-c", line]).status().expect("there is a shell");
        assert!(status.success(), "{line}: {status}");
    }

    /// Runs a program that reads this.
    ///
    /// # Panics
    ///
    /// When it fails.
    pub fn input(&self, program: &[&str], text: &str) {
        let id = self.id().to_string();
        feed(&[&["nsenter", "--target", &id, "--net"], program].concat(), text);
    }

    /// `unshare` needs a moment to make the namespaces: it becomes the holder when they are complete.
    fn wait_for_namespace(&self) {
        let program = || std::fs::read_to_string(format!("/proc/{}/comm", self.id())).unwrap_or_default();
        while program().trim_end() != HOLDER {
            std::thread::yield_now();
        }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// Runs several commands of `ip` in one process: they take effect within a millisecond.
pub(super) fn batch(program: &[&str], commands: &str) {
    feed(&[program, &["-batch", "-"]].concat(), commands);
}

fn feed(program: &[&str], text: &str) {
    let mut child = Command::new(program[0])
        .args(&program[1..])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program[0]));
    child.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it reads its input");
    let output = child.wait_with_output().expect("a child can be waited for");
    assert!(output.status.success(), "{program:?}: {text}\n{}", String::from_utf8_lossy(&output.stderr));
}

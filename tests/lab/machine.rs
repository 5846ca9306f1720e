//! One machine: a network namespace that lasts as long as the value.

use std::ffi::OsStr;
use std::io::Write as _;
use std::process::{Child, Command, Stdio};

/// A machine without a cable.
#[derive(Debug)]
pub struct Machine {
    holder: Child,
}

impl Machine {
    /// Makes one, with loopback up.
    pub(super) fn new() -> Self {
        // `sleep` keeps the namespace until it is killed.
        let holder = Command::new("unshare")
            .args(["--net", "sleep", "infinity"])
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
        let mut command = Command::new("nsenter");
        command.args(["--target", &self.id().to_string(), "--net"]).arg(program).stdin(Stdio::null());

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

    /// `unshare` needs a moment to make the namespace: until then its network is ours.
    fn wait_for_namespace(&self) {
        let of = |process: &str| std::fs::read_link(format!("/proc/{process}/ns/net")).ok();
        let holder = self.id().to_string();
        while of(&holder).is_none_or(|namespace| Some(namespace) == of("self")) {
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

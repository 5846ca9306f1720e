//! The lab with the real resident in it.

use std::net::IpAddr;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Lab, Speaks, Wishes};
use crate::binaries;
use crate::installation::Installation;
use crate::session_bus::Program;

/// On a machine that is busy.
pub const LIMIT: Duration = Duration::from_secs(40);

/// A resident at home, which has sent its first update.
#[derive(Debug)]
pub struct Home {
    resident: Program,
    installation: Installation,
    /// Where it lives.
    pub lab: Lab,
}

impl Home {
    /// A resident that keeps the A record at the provider, with these kinds of sources beside the echo services.
    #[must_use]
    pub fn new(speaks: Speaks, kinds: &[&str]) -> Self {
        Self::in_lab(Lab::new(speaks), &Wishes { kinds, ..Wishes::default() })
    }

    /// A resident that does what is wished.
    ///
    /// # Panics
    ///
    /// When the record is not right in time.
    #[must_use]
    pub fn in_lab(lab: Lab, wishes: &Wishes<'_>) -> Self {
        let installation = Installation::new(&wishes.settings(), lab.provider.authority());
        let (account, field, secret) = wishes.secret();
        installation.secret(account, field, &secret);
        let log = std::fs::File::create(installation.path("log")).expect("the folder is ours");
        let mut command =
            installation.homeport(lab.host.command(binaries::homeport()), &["run", "--no-tray", "--log", "debug"]);
        command.envs(wishes.variables.iter().copied());
        let resident = Program::start(command.stdout(Stdio::null()).stderr(log)).expect("homeport starts");
        let home = Self { resident, installation, lab };
        home.wait("the first record", LIMIT, || !home.lab.in_dns().is_empty());
        home.settle();

        home
    }

    /// Waits until the resident knows itself that all is right. A change before that would take the answer of the provider
    /// away, which is on its way through the router.
    ///
    /// # Panics
    ///
    /// When it does not come to that.
    pub fn settle(&self) {
        self.wait("the resident to be content", LIMIT, || {
            let status = self.status();
            status["hostnames"][0]["state"] == "ok" && status["busy"] == false
        });
    }

    /// What `homeport status --json` says.
    ///
    /// # Panics
    ///
    /// As [`Self::doctor`].
    #[must_use]
    pub fn status(&self) -> Value {
        self.json(&["status", "--json"])
    }

    /// What `homeport doctor` says.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    #[must_use]
    pub fn doctor(&self) -> String {
        let mut command = self.installation.homeport(self.lab.host.command(binaries::homeport()), &["doctor"]);
        let output = command.stderr(Stdio::null()).output().expect("homeport starts");

        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The codes of the problems that are shown.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let status = self.status();
        let problems = status["problems"].as_array().cloned().unwrap_or_default();

        problems.iter().filter_map(|problem| problem["code"].as_str().map(str::to_owned)).collect()
    }

    /// A problem with this code is shown.
    #[must_use]
    pub fn has_problem(&self, code: &str) -> bool {
        self.problems().iter().any(|found| found == code)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let mut command = self.installation.homeport(self.lab.host.command(binaries::homeport()), arguments);
        let output = command.stderr(Stdio::null()).output().expect("homeport starts");

        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    /// How many update requests came in until now.
    #[must_use]
    pub fn updates(&self) -> usize {
        self.lab.provider.updates().len()
    }

    /// Waits for a state, not for a time, and returns how long it took.
    ///
    /// # Panics
    ///
    /// When it does not come.
    pub fn wait(&self, what: &str, limit: Duration, is_so: impl Fn() -> bool) -> Duration {
        let started = Instant::now();
        while !is_so() {
            if started.elapsed() > limit {
                let log = std::fs::read_to_string(self.installation.path("log")).unwrap_or_default();
                panic!("waited in vain for {what}\n{log}\nrouter:\n{}\n{:#}", self.lab.router.log(), self.status());
            }
            std::thread::sleep(Duration::from_millis(5));
        }

        started.elapsed()
    }

    /// Waits until the zone's name server has this address and no other, and returns how long that took.
    pub fn wait_for_record(&self, address: IpAddr, limit: Duration) -> Duration {
        self.wait("the right record", limit, || self.lab.in_dns() == [address])
    }

    /// The folder for `--config`.
    #[must_use]
    pub fn config(&self) -> std::path::PathBuf {
        self.installation.path("config")
    }

    /// The resident's process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.resident.id()
    }

    /// The memory that the resident has filled, in KiB, without the pages of its program, which come and go.
    ///
    /// # Panics
    ///
    /// When it has ended.
    #[must_use]
    pub fn memory(&self) -> u64 {
        let text = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.resident.id())).expect("it runs");
        let line = text.lines().find_map(|line| line.strip_prefix("Pss_Anon:")).expect("the kernel counts it");

        line.trim().trim_end_matches(" kB").parse().expect("it is a number")
    }
}

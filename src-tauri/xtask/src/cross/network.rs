//! Changes of addresses for a test of the watcher: a network namespace of its own with a cable in it, in which Wine runs
//! one test program. The program says when it waits; then an address comes or goes, and the program is to notice.
//!
//! Cargo starts this program itself as the runner of that test, already inside the namespace.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use super::wine;
use crate::{program, say};

const ASKED: &str = "HOMEPORT_NETWORK";
/// `src-tauri/agent/tests/address_list.rs` has the same.
const ADDRESS: &str = "198.51.100.7/24";
/// The test waits this often for an address, to come and to go.
const CHANGES: usize = 4;
/// For root, and for an ordinary user where the system permits it.
const WAYS: [&[&str]; 2] = [&["unshare", "--net"], &["unshare", "--user", "--map-root-user", "--net"]];

/// Makes cargo run the tests of `command` in a namespace, with changes of its addresses. Fails when the system permits
/// no namespace.
pub(crate) fn lend(command: &mut Command, target: &str) -> Result<(), String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?.display().to_string();
    let way = WAYS
        .into_iter()
        .find(|way| program::output_of(way[0], &[&way[1..], &["true"]].concat()).is_some())
        .ok_or("the system permits no network namespace")?;
    let runner: Vec<String> = way.iter().chain([&this.as_str()]).map(|word| format!("{word:?}")).collect();
    command.arg("--config").arg(format!("target.{target}.runner = [{}]", runner.join(", ")));
    command.env_remove(format!("CARGO_TARGET_{}_RUNNER", target.replace('-', "_").to_uppercase()));
    command.env(ASKED, "1");

    Ok(())
}

/// Plays the runner if this program was started as one.
pub(crate) fn play_if_asked() -> Option<ExitCode> {
    std::env::var_os(ASKED)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();

    Some(match play(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say::line(&why);
            ExitCode::FAILURE
        }
    })
}

fn play(test: &[String]) -> Result<(), String> {
    for arguments in
        ["link set lo up", "link add home0 type veth peer name street0", "link set home0 up", "link set street0 up"]
    {
        ip(arguments)?;
    }
    let warmed = Command::new(wine::WINE).args(wine::WARM_UP).stdin(Stdio::null()).stdout(Stdio::null()).status();
    warmed.map_err(|error| error.to_string())?;
    let mut child = Command::new(wine::WINE)
        .args(test)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let output = child.stdout.take().ok_or("the test has no output")?;
    let mut changed = Instant::now();
    let mut told = 0;
    for line in BufReader::new(output).lines() {
        let line = line.map_err(|error| error.to_string())?;
        let line = line.trim_end();
        match line {
            "waiting for it to come" => ip(&format!("addr add {ADDRESS} dev home0"))?,
            "waiting for it to go" => ip(&format!("addr del {ADDRESS} dev home0"))?,
            "told" => {
                told += 1;
                say::line(&format!(
                    "SIO_ADDRESS_LIST_CHANGE: told {} ms after the change.",
                    changed.elapsed().as_millis()
                ));
            }
            _ => say::line(line),
        }
        if line.starts_with("waiting") {
            changed = Instant::now();
        }
    }
    let ended = child.wait().map_err(|error| error.to_string())?;
    if !ended.success() || told != CHANGES {
        return Err(format!("The watcher told {told} of {CHANGES} changes ({ended})."));
    }

    Ok(())
}

fn ip(arguments: &str) -> Result<(), String> {
    let output = Command::new("ip").args(arguments.split(' ')).stdin(Stdio::null()).output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("ip {arguments}: {}", String::from_utf8_lossy(&output.stderr))),
        Err(error) => Err(format!("ip could not be started: {error}")),
    }
}

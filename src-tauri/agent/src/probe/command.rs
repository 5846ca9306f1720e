//! The user's own program, which prints the addresses. It is run as it stands in the settings, without a shell.

use std::net::IpAddr;
use std::process::Stdio;
use std::time::Duration;

use homeport_core::address::Family;
use homeport_core::echo::parse_lines;
use homeport_core::observation::SourceFault;
use tokio::io::AsyncReadExt;
use tokio::process::Command;

/// The longest time that the program may take.
const LIMIT: Duration = Duration::from_secs(5);
/// The most that is read of what it prints, in bytes.
const LONGEST: u64 = 4 * 1024;

/// Of `CreateProcessW`.
#[cfg(windows)]
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

pub(super) async fn ask(program: &[String], family: Family) -> Result<IpAddr, SourceFault> {
    let output = tokio::time::timeout(LIMIT, run(program)).await.map_err(|_| SourceFault::NoAnswer)??;

    parse_lines(&output, family)
}

async fn run(program: &[String]) -> Result<String, SourceFault> {
    let (path, arguments) = program.split_first().ok_or(SourceFault::NoAnswer)?;
    let mut command = Command::new(path);
    // Otherwise a black window would flash up at each check.
    #[cfg(windows)]
    command.creation_flags(CREATE_NO_WINDOW);
    let mut child = command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // A program that takes too long ends with the wait for it.
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| {
            tracing::warn!("the program for the address cannot be started: {error}");
            SourceFault::NoAnswer
        })?;
    let mut printed = Vec::new();
    if let Some(output) = child.stdout.take() {
        output.take(LONGEST + 1).read_to_end(&mut printed).await.map_err(|_| SourceFault::NoAnswer)?;
    }
    if printed.len() as u64 > LONGEST {
        return Err(SourceFault::NotAnAddress);
    }
    let status = child.wait().await.map_err(|_| SourceFault::NoAnswer)?;
    if !status.success() {
        tracing::warn!("the program for the address ended with {status}");
        return Err(SourceFault::NoAnswer);
    }

    String::from_utf8(printed).map_err(|_| SourceFault::NotAnAddress)
}

//! Changes of an address for the watcher: a network namespace of its own with a cable in it, in which Wine runs the
//! agent's example `netwatch`. It prints the network at the start and at each hint, and this program holds the other end:
//! inside the namespace, where it starts itself once more, it lets an address come and go, and reads that it is told.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use super::wine::{self, Wine};
use crate::tally::{Count, Tally};
use crate::{processes, program, say};

const NAME: &str = "Windows: an address that comes and goes is told (Wine in a network of its own)";
const ASKED: &str = "HOMEPORT_NETWORK";
/// Reserved for documentation (RFC 5737), so that no machine has it already.
const ADDRESS: &str = "198.51.100.7";
const CABLE: [&str; 4] =
    ["link set lo up", "link add home0 type veth peer name street0", "link set home0 up", "link set street0 up"];
/// Come, go, come, go.
const CHANGES: usize = 4;
/// The watcher listens this long after the program has printed the network.
const UNTIL_IT_LISTENS: Duration = Duration::from_secs(1);
/// Each change is told within milliseconds.
const LIMIT: Duration = Duration::from_secs(120);
/// For root, and for an ordinary user where the system permits it.
const WAYS: [&[&str]; 2] = [&["unshare", "--net"], &["unshare", "--user", "--map-root-user", "--net"]];

pub(crate) fn prove(tally: &mut Tally, wine: &Wine, programs: &Path) {
    say::step(NAME);
    let started = Instant::now();
    let way = WAYS.into_iter().find(|way| program::output_of(way[0], &[&way[1..], &["true"]].concat()).is_some());
    let (Some(way), Ok(this)) = (way, super::own_copy(&super::cache())) else {
        say::line("The system permits no network namespace, or this program cannot be copied.");
        return tally.add(NAME, Count::one(false), started.elapsed());
    };
    // Wine's server hears of changes in the network that it was started in.
    wine.stop();
    let mut command = Command::new(way[0]);
    command.args(&way[1..]).arg(this).env(ASKED, programs.join("examples/netwatch.exe"));
    wine.lend(&mut command);
    let told = program::run(command, LIMIT).well();
    wine.stop();
    tally.add(NAME, Count::one(told), started.elapsed());
}

/// Plays the other end if this program was started as it.
pub(crate) fn play_if_asked() -> Option<ExitCode> {
    let watcher = std::env::var_os(ASKED)?;

    Some(match play(Path::new(&watcher)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say::line(&why);
            ExitCode::FAILURE
        }
    })
}

fn play(watcher: &Path) -> Result<(), String> {
    for arguments in CABLE {
        ip(arguments)?;
    }
    let warmed = Command::new(wine::WINE).args(wine::WARM_UP).stdin(Stdio::null()).stdout(Stdio::null()).status();
    warmed.map_err(|error| error.to_string())?;
    let mut child = Command::new(wine::WINE)
        .arg(watcher)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let output = child.stdout.take().ok_or("the watcher has no output")?;
    let told = change(BufReader::new(output).lines().map_while(Result::ok));
    processes::end_tree(&mut child);

    told
}

fn change(mut printed: impl Iterator<Item = String>) -> Result<(), String> {
    let before = printed.next().ok_or("the watcher prints nothing")?;
    if before.contains(ADDRESS) || !before.contains("Ok(") {
        return Err(format!("The network cannot be read: {before}"));
    }
    std::thread::sleep(UNTIL_IT_LISTENS);
    for number in 0..CHANGES {
        let comes = number % 2 == 0;
        let started = Instant::now();
        ip(&format!("addr {} {ADDRESS}/24 dev home0", if comes { "add" } else { "del" }))?;
        let told = printed.find(|line| line.starts_with("Hint(Network)") && line.contains(ADDRESS) == comes);
        told.ok_or("the watcher ended")?;
        let took = started.elapsed().as_millis();
        let what = if comes { "came" } else { "went" };
        say::line(&format!("SIO_ADDRESS_LIST_CHANGE: {ADDRESS} {what}, told after {took} ms"));
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

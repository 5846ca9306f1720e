//! From a change of the machine's own address to the update request at the provider, with two echo services over TLS that
//! have to agree first.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use homeport_tests::session_bus::Program;

use crate::clients::Client;
use crate::lab::{Files, Lab};
use crate::table::{Table, milliseconds, quantile};

const CHANGES: u32 = 60;
/// An update that takes longer is counted with this time.
const LONGEST: Duration = Duration::from_secs(15);
/// A change of address in real life finds the client at rest. Uneven, so that no timer is met by chance each time.
const REST: Duration = Duration::from_millis(2_600);
const UNEVEN: Duration = Duration::from_millis(37);

pub(crate) fn measure(homeport: &Path, table: &mut Table) {
    println!("\n{CHANGES} changes of the machine's own address:");
    let mut lab = Lab::new();
    let files = Files::new(&lab.provider, 1);
    let client = Client::Homeport(homeport.to_owned());
    let mut command = client.stay(&lab.home, &files);
    let log = tempfile::NamedTempFile::new().expect("a file is made");
    let for_resident = log.reopen().expect("the file is ours");
    command.args(["--no-tray", "--log", "debug"]).stdout(Stdio::null()).stderr(for_resident);
    let _resident = Program::start(&mut command).expect("homeport starts");
    assert!(wait_for_update(&lab, 0, Duration::from_secs(30)).is_some(), "homeport sent no first update");

    let mut times = Vec::new();
    let mut wrong = 0_u32;
    let mut more_than_one = 0_u32;
    for change in 0..CHANGES {
        std::thread::sleep(REST + UNEVEN * (change % 29));
        let before = lab.provider.updates().len();
        let started = Instant::now();
        let address = lab.change_address();
        let Some(at) = wait_for_update(&lab, before, LONGEST) else {
            times.push(milliseconds(LONGEST));
            println!("  change {change} was not followed within {} s; the resident's last words:", LONGEST.as_secs());
            println!("{}", last_words(log.path()));
            continue;
        };
        times.push(milliseconds(at.saturating_duration_since(started)));
        let sent = lab.provider.updates().split_off(before);
        wrong += u32::from(sent.iter().any(|update| update.addresses != [address]));
        more_than_one += u32::from(sent.len() > 1);
    }

    table.add("own address change -> request, p50", "ms", "<= 250", "homeport", quantile(&times, 0.5));
    table.add("own address change -> request, p95", "ms", "", "homeport", quantile(&times, 0.95));
    table.add("own address change -> request, max", "ms", "<= 2000", "homeport", quantile(&times, 1.0));
    table.add("changes with a wrong address sent", "", "0", "homeport", wrong.into());
    table.add("changes with more than one request", "", "0", "homeport", more_than_one.into());
}

/// When the update after the first `before` ones came in.
pub(crate) fn wait_for_update(lab: &Lab, before: usize, limit: Duration) -> Option<Instant> {
    let started = Instant::now();
    while started.elapsed() < limit {
        if let Some(update) = lab.provider.updates().get(before) {
            return Some(update.at);
        }
        std::thread::sleep(Duration::from_millis(1));
    }

    None
}

/// The end of what the resident logged.
fn last_words(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_else(|error| format!("not readable: {error}"));
    let lines: Vec<&str> = text.lines().collect();

    lines[lines.len().saturating_sub(40)..].join("\n")
}

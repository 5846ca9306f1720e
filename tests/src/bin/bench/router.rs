//! From a change of the address at the router to the update request at the provider: with a router that announces, with
//! one that has to be asked, and with one that tells nothing. On the real miniupnpd, coturn and two echo services over TLS.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use homeport_tests::installation::Installation;
use homeport_tests::lab::{Lab, Speaks};
use homeport_tests::session_bus::Program;

use crate::clients::Client;
use crate::lab::Files;
use crate::table::{Table, milliseconds, quantile};

/// An update that takes longer is counted with this time.
const LONGEST: Duration = Duration::from_secs(60);
/// The others look every minute or every five by themselves.
const LONGEST_OF_PEERS: Duration = Duration::from_secs(400);
/// A change finds the client at rest. Uneven, so that no timer is met by chance each time.
const REST: Duration = Duration::from_millis(6_600);
const UNEVEN: Duration = Duration::from_millis(137);
/// The router is found, and has promised to tell.
const FOUND: Duration = Duration::from_secs(5);

struct Case {
    name: &'static str,
    speaks: Speaks,
    changes: u32,
    median: &'static str,
    worst: &'static str,
}

const CASES: [Case; 4] = [
    Case { name: "NAT-PMP, PCP, UPnP", speaks: Speaks::All, changes: 100, median: "<= 150", worst: "<= 2000" },
    Case { name: "UPnP alone", speaks: Speaks::Upnp, changes: 100, median: "<= 150", worst: "<= 2000" },
    Case { name: "NAT-PMP, asked", speaks: Speaks::NatPmp, changes: 20, median: "", worst: "<= 17000" },
    Case { name: "silent", speaks: Speaks::Nothing, changes: 100, median: "", worst: "<= 35000" },
];

pub(crate) fn measure(clients: &[Client], table: &mut Table) {
    for client in clients.iter().filter(|client| client.is_here()) {
        match client {
            Client::Homeport(homeport) => {
                for case in &CASES {
                    println!("\n{} changes at a router ({}):", case.changes, case.name);
                    one(homeport, case, table);
                }
            }
            // They ask no router: it makes no difference what it tells.
            Client::Inadyn => peer(client, 20, table),
            Client::Ddclient => peer(client, 6, table),
        }
    }
}

fn peer(client: &Client, changes: u32, table: &mut Table) {
    println!("\n{changes} changes at a router, {}:", client.name());
    let mut lab = Lab::new(Speaks::Nothing);
    lab.provider.accept_any_name();
    let files = Files::new(&lab.provider, 1);
    let mut command = client.stay_on(|program| lab.host.command(program), &files);
    let _program = Program::start(command.stdout(Stdio::null()).stderr(Stdio::null())).expect("the client starts");
    if wait(&lab, 0, LONGEST_OF_PEERS).is_none() {
        println!("  {} sent no first update", client.name());
        return;
    }
    let mut times = Vec::new();
    for change in 0..changes {
        std::thread::sleep(REST + UNEVEN * (change % 29));
        let before = lab.provider.updates().len();
        let started = Instant::now();
        lab.change_wan();
        let at = wait(&lab, before, LONGEST_OF_PEERS);
        times.push(milliseconds(at.map_or(LONGEST_OF_PEERS, |at| at.saturating_duration_since(started))));
    }
    for (what, share) in [("p50", 0.5), ("p95", 0.95), ("max", 1.0)] {
        table.add(
            &format!("router (silent): change -> request, {what}"),
            "ms",
            "",
            client.name(),
            quantile(&times, share),
        );
    }
}

fn one(homeport: &Path, case: &Case, table: &mut Table) {
    let mut lab = Lab::new(case.speaks);
    let installation = Installation::new(&lab.settings(&["router", "stun"]), lab.provider.authority());
    let (account, field, secret) = lab.secret();
    installation.secret(account, field, &secret);
    let mut command = installation.homeport(lab.host.command(homeport), &["run", "--no-tray"]);
    let _resident = Program::start(command.stdout(Stdio::null()).stderr(Stdio::null())).expect("homeport starts");
    assert!(wait(&lab, 0, LONGEST).is_some(), "homeport sent no first update");
    std::thread::sleep(FOUND);

    let mut times = Vec::new();
    let (mut wrong, mut more_than_one) = (0_u32, 0_u32);
    for change in 0..case.changes {
        std::thread::sleep(REST + UNEVEN * (change % 29));
        let before = lab.provider.updates().len();
        let started = Instant::now();
        let address = lab.change_wan();
        let at = wait(&lab, before, LONGEST);
        times.push(milliseconds(at.map_or(LONGEST, |at| at.saturating_duration_since(started))));
        let sent = lab.provider.updates().split_off(before);
        wrong += u32::from(sent.iter().any(|update| update.addresses != [address]));
        more_than_one += u32::from(sent.len() > 1);
    }
    let row = |what: &str| format!("router ({}): change -> request, {what}", case.name);
    table.add(&row("p50"), "ms", case.median, "homeport", quantile(&times, 0.5));
    table.add(
        &row("p95"),
        "ms",
        if case.median.is_empty() { "" } else { case.worst },
        "homeport",
        quantile(&times, 0.95),
    );
    table.add(
        &row("max"),
        "ms",
        if case.median.is_empty() { case.worst } else { "" },
        "homeport",
        quantile(&times, 1.0),
    );
    table.add(
        &format!("router ({}): wrong or more than one request", case.name),
        "",
        "0",
        "homeport",
        (wrong + more_than_one).into(),
    );
}

/// When the update after the first `before` ones came in.
fn wait(lab: &Lab, before: usize, limit: Duration) -> Option<Instant> {
    let started = Instant::now();
    while started.elapsed() < limit {
        if let Some(update) = lab.provider.updates().get(before) {
            return Some(update.at);
        }
        std::thread::sleep(Duration::from_millis(1));
    }

    None
}

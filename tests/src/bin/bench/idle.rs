//! What each client costs while nothing happens: memory, wake-ups and processor time over one minute.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use homeport_tests::session_bus::{Program, SessionBus};

use crate::change::wait_for_update;
use crate::clients::Client;
use crate::lab::{Files, Lab};
use crate::table::{Table, milliseconds};
use crate::watcher::Watcher;

/// The first update and what follows it are over.
const SETTLED: Duration = Duration::from_secs(45);
const MINUTE: Duration = Duration::from_secs(60);

pub(crate) fn measure(clients: &[Client], table: &mut Table) {
    for client in clients.iter().filter(|client| client.is_here()) {
        println!("\n{} at rest for {} s:", client.name(), MINUTE.as_secs());
        one(client, table);
    }
}

fn one(client: &Client, table: &mut Table) {
    let lab = Lab::new();
    let files = Files::new(&lab.provider, 1);
    let bus = SessionBus::start().expect("dbus-daemon is installed");
    let watcher = Watcher::start(bus.address());
    let mut command = client.stay(&lab.home, &files);
    command
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("DISPLAY", ":0")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let program = Program::start(&mut command).expect("the client starts");
    if wait_for_update(&lab, 0, Duration::from_secs(60)).is_none() {
        println!("  {} sent no first update", client.name());
        return;
    }
    if matches!(client, Client::Homeport(_)) && watcher.wait_for_item(Duration::from_secs(5)).is_none() {
        println!("  homeport put no icon into the tray");
        return;
    }
    std::thread::sleep(SETTLED);
    let (wakes, cpu, echoes) = (wakes(program.id()), cpu(program.id()), lab.provider.echoes());
    std::thread::sleep(MINUTE);

    let name = client.name();
    table.add("idle: PSS", "MiB", "<= 10", name, pss(program.id()));
    table.add("idle: wake-ups a minute", "", "<= 12", name, wakes_since(program.id(), wakes));
    table.add("idle: CPU a minute", "ms", "<= 30", name, milliseconds(self::cpu(program.id()).saturating_sub(cpu)));
    table.add("idle: threads", "", "", name, count(tasks(program.id()).len()));
    table.add("idle: echo requests a minute", "", "", name, f64::from(lab.provider.echoes() - echoes));
}

/// The folders of a process's threads.
fn tasks(process: u32) -> Vec<std::path::PathBuf> {
    fs::read_dir(format!("/proc/{process}/task")).expect("it runs").flatten().map(|entry| entry.path()).collect()
}

/// How often the threads went to sleep by themselves, which is how often they were woken (proc(5)).
pub(crate) fn wakes(process: u32) -> u64 {
    tasks(process)
        .iter()
        .filter_map(|task| fs::read_to_string(task.join("status")).ok())
        .filter_map(|status| field(&status, "voluntary_ctxt_switches:"))
        .sum()
}

/// A thread that ended takes its count with it, so that the difference is at least nothing.
pub(crate) fn wakes_since(process: u32, before: u64) -> f64 {
    count(usize::try_from(wakes(process).saturating_sub(before)).unwrap_or(usize::MAX))
}

/// The time that the threads were on a processor, in nanoseconds the first field of `schedstat`.
pub(crate) fn cpu(process: u32) -> Duration {
    let nanoseconds = tasks(process)
        .iter()
        .filter_map(|task| fs::read_to_string(task.join("schedstat")).ok())
        .filter_map(|text| text.split_whitespace().next()?.parse::<u64>().ok())
        .sum();

    Duration::from_nanos(nanoseconds)
}

/// The process's share of memory, in MiB.
pub(crate) fn pss(process: u32) -> f64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).expect("Linux 4.14 or newer");
    let kibibytes = field(&rollup, "Pss:").expect("the kernel counts it");

    count(usize::try_from(kibibytes).unwrap_or(usize::MAX)) / 1_024.0
}

fn field(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

#[allow(clippy::cast_precision_loss, reason = "a small number")]
fn count(number: usize) -> f64 {
    number as f64
}

//! One update run and one run in which nothing changed, with 1, 100 and 1,000 names.

use std::process::Stdio;
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

use crate::clients::Client;
use crate::lab::{Files, Lab};
use crate::table::{Table, milliseconds, quantile};

const NAMES: [usize; 3] = [1, 100, 1_000];
const SLOW_PROVIDER: Duration = Duration::from_millis(50);
/// Each run is repeated this often and the median taken.
const REPEATS: usize = 5;
/// inadyn needs a minute for 1,000 names at a slow provider, and looks every new name up first.
const LONGEST: Duration = Duration::from_secs(240);

pub(crate) fn measure(clients: &[Client], table: &mut Table) {
    for client in clients.iter().filter(|client| client.is_here()) {
        for names in NAMES {
            println!("\n{} with {names} names:", client.name());
            at_once(client, names, table);
        }
        println!("\n{} with 1000 names at a provider that answers in 50 ms:", client.name());
        slowly(client, table);
    }
}

/// ddclient puts all names into one request, which the protocol does not permit: without mercy it would be measured at
/// being refused.
fn lab_for(client: &Client) -> Lab {
    let lab = Lab::new();
    if matches!(client, Client::Ddclient) {
        lab.provider.accept_any_number();
    }

    lab
}

/// The provider answers at once.
fn at_once(client: &Client, names: usize, table: &mut Table) {
    let mut updates = Vec::new();
    let mut unchanged = Vec::new();
    for _ in 0..REPEATS {
        let lab = lab_for(client);
        let files = Files::new(&lab.provider, names);
        let Some(update) = round(client, &lab, &files) else {
            return;
        };
        updates.push(update);
        let Some(nothing) = round(client, &lab, &files) else {
            return;
        };
        unchanged.push(nothing);
        if updates[0].wall > 10_000.0 {
            break; // The median of runs this long would not be worth its time.
        }
    }
    let cpu_reach = if names == 1_000 { "<= 60" } else { "" };
    add(table, client, &format!("update run, {names} names"), &updates, &names.div_ceil(20).to_string(), "");
    add(table, client, &format!("no-change run, {names} names"), &unchanged, "0", cpu_reach);
}

fn slowly(client: &Client, table: &mut Table) {
    let lab = lab_for(client);
    lab.provider.set_delay(SLOW_PROVIDER);
    let files = Files::new(&lab.provider, 1_000);
    let Some(figures) = round(client, &lab, &files) else {
        return;
    };
    let at_once = lab.provider.most_at_once();
    let measure = "update run, 1000 names, 50 ms";
    table.add(&format!("{measure}: wall"), "ms", "<= 2000", client.name(), figures.wall);
    table.add(&format!("{measure}: requests"), "", "50", client.name(), figures.requests);
    table.add(&format!("{measure}: at once"), "", "<= 4", client.name(), at_once.into());
}

fn add(table: &mut Table, client: &Client, measure: &str, runs: &[Round], requests: &str, cpu_reach: &str) {
    let median = |of: fn(&Round) -> f64| quantile(&runs.iter().map(of).collect::<Vec<_>>(), 0.5);
    table.add(&format!("{measure}: requests"), "", requests, client.name(), median(|run| run.requests));
    table.add(&format!("{measure}: wall"), "ms", "", client.name(), median(|run| run.wall));
    table.add(&format!("{measure}: CPU"), "ms", cpu_reach, client.name(), median(|run| run.cpu));
}

#[derive(Debug)]
struct Round {
    wall: f64,
    cpu: f64,
    requests: f64,
}

/// Runs one round; `None`, with the reason printed, when the client did not end well.
fn round(client: &Client, lab: &Lab, files: &Files) -> Option<Round> {
    lab.provider.forget_counts();
    let before = cpu_of_children();
    let started = Instant::now();
    let mut command = client.once(&lab.home, files);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the client starts");
    while child.try_wait().expect("it can be waited for").is_none() {
        if started.elapsed() > LONGEST {
            let _ = child.kill();
            let _ = child.wait();
            println!("  {} did not end within {} s", client.name(), LONGEST.as_secs());
            return None;
        }
        std::thread::sleep(Duration::from_micros(500));
    }
    let wall = milliseconds(started.elapsed());
    let output = child.wait_with_output().expect("it ended");
    let cpu = milliseconds(cpu_of_children().saturating_sub(before));
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        let first: String = errors.lines().next().unwrap_or_default().chars().take(120).collect();
        println!("  {} ended with {}: {first}", client.name(), output.status);
        return None;
    }
    #[allow(clippy::cast_precision_loss, reason = "a small number")]
    let requests = lab.provider.updates().len() as f64;

    Some(Round { wall, cpu, requests })
}

/// The processor time of all children that were waited for.
pub(crate) fn cpu_of_children() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("Linux has it");
    let microseconds = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();

    Duration::from_micros(u64::try_from(microseconds).unwrap_or_default())
}

//! What the catalogue of providers costs at a start: it is built, and the files of the providers that are named are read
//! for their rules. `cargo xtask bench catalogue` starts it again and again; it prints milliseconds, and KiB of memory
//! (PSS).

#![allow(clippy::disallowed_methods, reason = "a measure reads the clock; the ban is for the core itself")]
#![allow(clippy::expect_used, reason = "a measure that cannot be taken ends all")]
#![allow(clippy::print_stdout, reason = "its figures are its result")]

use std::time::Instant;

use homeport_core::catalogue::Catalogue;
use homeport_core::settings::ProviderId;

fn main() {
    let ids: Vec<ProviderId> = std::env::args().skip(1).map(ProviderId).collect();
    // What the measure itself needs is there before it begins.
    let _ = pss();
    let before = pss();
    let started = Instant::now();
    let catalogue = Catalogue::built_in();
    let rules: Vec<_> = ids.iter().map(|id| catalogue.rules(id).expect("there is such a provider")).collect();
    let time = started.elapsed();
    let memory = pss().saturating_sub(before);
    drop(rules);

    println!("{:.3} {memory}", time.as_secs_f64() * 1_000.0);
}

/// This process's share of memory, in KiB.
fn pss() -> u64 {
    let rollup = std::fs::read_to_string("/proc/self/smaps_rollup").expect("Linux 4.14 or newer");
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).expect("the kernel counts it");

    line.split_whitespace().next().and_then(|kibibytes| kibibytes.parse().ok()).expect("it is a number")
}

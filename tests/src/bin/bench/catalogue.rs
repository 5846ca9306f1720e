//! What the catalogue of providers costs a start.

use std::path::Path;
use std::process::Command;

use crate::providers::ACCOUNTS;
use crate::table::{Table, quantile};

const RUNS: u32 = 15;

pub(crate) fn measure(homeport: &Path, table: &mut Table) {
    let program = homeport.with_file_name("examples/catalogue");
    if !program.is_file() {
        println!("\nThe catalogue's own program was not built beside homeport, so it is not measured.");
        return;
    }
    println!("\nThe catalogue is built, and the rules of ten providers are read, {RUNS} times:");
    let (mut times, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let output = Command::new(&program).args(ACCOUNTS.iter().map(|account| account.provider)).output();
        let figures = String::from_utf8(output.expect("it starts").stdout).expect("figures");
        let (time, kibibytes) = figures.trim().split_once(' ').expect("two figures");
        times.push(time.parse().expect("milliseconds"));
        memory.push(kibibytes.parse::<f64>().expect("KiB") / 1_024.0);
    }

    table.add("catalogue with the rules of ten providers", "ms", "<= 10", "homeport", quantile(&times, 0.5));
    table.add("catalogue with the rules of ten providers: PSS", "MiB", "<= 2", "homeport", quantile(&memory, 0.5));
}

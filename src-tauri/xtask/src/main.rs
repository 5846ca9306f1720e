//! The only build helper of Homeport: `cargo xtask run`, `cargo xtask test` and their relatives.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod bench;
mod cross;
mod packages;
mod processes;
mod program;
mod project;
mod python;
mod run;
mod say;
mod tally;
mod test;
mod wire;

/// Builds, runs and tests Homeport.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Build Homeport, start it and open its window
    Run(run::Options),
    /// Run every check and every test; ends with `N passed, N failed`
    Test(test::Options),
    /// Build for Windows, run its tests under Wine, and lint for macOS (on Debian)
    Cross,
    /// Build with optimizations, measure, and print the figures beside those of ddclient and inadyn
    Bench(bench::Options),
    /// Write the window's TypeScript types again, from the Rust types
    Wire,
    /// What the continuous integration runs: test and cross, with one sum at the end
    Ci,
}

fn main() -> ExitCode {
    if let Some(code) = cross::play_if_asked() {
        return code;
    }
    match Arguments::parse().verb {
        Verb::Run(options) => run::run(&options),
        Verb::Test(options) => end_with(&test::test(&options)),
        Verb::Cross => end_with(&cross::cross()),
        Verb::Bench(options) => bench::bench(&options),
        Verb::Wire => wire::wire(),
        Verb::Ci => {
            let mut tally = test::test(&test::Options::default());
            tally.append(cross::cross());
            end_with(&tally)
        }
    }
}

fn end_with(tally: &tally::Tally) -> ExitCode {
    tally.print();
    if tally.total().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

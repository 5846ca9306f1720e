//! The only build helper of Homeport: `cargo xtask run`, `cargo xtask test` and their relatives.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod packages;
mod processes;
mod program;
mod project;
mod run;
mod say;
mod tally;
mod test;

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
    /// What the continuous integration runs: test and cross, with one sum at the end
    Ci,
}

fn main() -> ExitCode {
    match Arguments::parse().verb {
        Verb::Run(options) => run::run(&options),
        Verb::Test(options) => end_with(&test::test(&options)),
        Verb::Ci => end_with(&test::test(&test::Options::default())),
    }
}

fn end_with(tally: &tally::Tally) -> ExitCode {
    tally.print();
    if tally.total().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

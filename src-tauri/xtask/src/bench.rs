//! `cargo xtask bench`: builds what is shipped and measures it.

use std::process::ExitCode;
use std::time::Duration;

use crate::packages::Purpose;
use crate::{packages, program, project, say};

/// Idle times are measured over a minute each, one program after the other.
const BENCH_LIMIT: Duration = Duration::from_secs(60 * 60);

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Which measures to take: change, router, quiet, start, catalogue, providers, window, rounds, idle; all of them when
    /// none is named. With homeport-only the other clients are left out
    measures: Vec<String>,
}

pub(crate) fn bench(options: &Options) -> ExitCode {
    if !cfg!(target_os = "linux") {
        say::line("The measures need Linux: network namespaces, /proc, and the peers that Debian has.");
        return ExitCode::FAILURE;
    }
    packages::install(&[Purpose::Program, Purpose::Window, Purpose::Bench]);
    say::step("Building what is shipped (release)");
    let build = project::cargo(&["build", "--release", "--package", "homeport", "--package", "homeport-desktop"]);
    // The harness itself need not be small or quick.
    let harness = project::cargo(&["build", "--package", "homeport-tests", "--bin", "bench"]);
    // One part of the program is measured by itself, built as the program is.
    let part = project::cargo(&["build", "--release", "--package", "homeport-core", "--example", "catalogue"]);
    if ![build, harness, part].into_iter().all(|command| program::run(command, project::BUILD_LIMIT).well()) {
        return ExitCode::FAILURE;
    }
    let mut command = std::process::Command::new(project::built("bench", false));
    command.arg(project::built("homeport", true)).args(&options.measures).current_dir(project::root());

    if program::run(command, BENCH_LIMIT).well() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

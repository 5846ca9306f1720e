//! `cargo xtask test`: every check and every test, each step even if one before it failed.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::packages::Purpose;
use crate::project::{self, BUILD_LIMIT};
use crate::tally::{Count, Tally, TestOutput};
use crate::{packages, program, python, say};

/// All tests together take a few minutes; one that hangs must not hold the machine for ever.
const TEST_LIMIT: Duration = Duration::from_secs(25 * 60);

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Options {
    /// Run only the tests with this in their name, and none of the other checks
    filter: Option<String>,
}

pub(crate) fn test(options: &Options) -> Tally {
    packages::install(&[Purpose::Program, Purpose::Window, Purpose::Tests]);
    let mut tally = Tally::default();
    if cfg!(target_os = "linux") {
        python_servers(&mut tally);
    }
    if options.filter.is_none() {
        check(&mut tally, "formatting (cargo fmt --check)", project::cargo(&["fmt", "--all", "--check"]));
        window_page(&mut tally);
        check(
            &mut tally,
            "lints (cargo clippy)",
            project::cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"]),
        );
    }
    // Programs and tests in one build, so that both see the same features and nothing is compiled twice.
    let build = project::cargo(&["build", "--quiet", "--workspace", "--all-targets"]);
    if check(&mut tally, "build (cargo build)", build) {
        let mut command = project::cargo(&["test", "--workspace", "--no-fail-fast"]);
        command.args(&options.filter);
        // The tests start the programs that were just built, instead of asking cargo for them again.
        command.env("HOMEPORT_BUILT", project::target().join("debug"));
        tests(&mut tally, "tests (cargo test)", command, TEST_LIMIT);
        if options.filter.is_some() && tally.total() == Count::one(true) {
            say::line("No test has this in its name.");
            tally.add("filter", Count::one(false), Duration::ZERO);
        }
    }

    tally
}

/// The page inside the window: its types, its own tests, and that it can be built.
fn window_page(tally: &mut Tally) {
    let started = Instant::now();
    say::step("window page: packages (npm ci)");
    let fetched = project::node_modules();
    tally.add("window page: packages (npm ci)", Count::one(fetched), started.elapsed());
    if fetched {
        check(tally, "window page: types (svelte-check)", project::npm(&["run", "check"]));
        check(tally, "window page: tests", project::npm(&["test", "--if-present"]));
        check(tally, "window page: build (vite)", project::npm(&["run", "build"]));
    }
}

/// The servers that some tests run against.
fn python_servers(tally: &mut Tally) {
    let started = Instant::now();
    say::step("test servers written in Python (pip)");
    let installed = python::install();
    tally.add("test servers written in Python (pip)", Count::one(installed), started.elapsed());
}

/// A program that passes or fails as a whole.
pub(crate) fn check(tally: &mut Tally, name: &str, command: Command) -> bool {
    say::step(name);
    let started = Instant::now();
    let passed = program::run(command, BUILD_LIMIT).well();
    tally.add(name, Count::one(passed), started.elapsed());

    passed
}

/// Test programs under cargo, whose results are counted one by one.
pub(crate) fn tests(tally: &mut Tally, name: &str, command: Command, limit: Duration) {
    say::step(name);
    let started = Instant::now();
    let mut output = TestOutput::default();
    let ended = program::run_reading(command, limit, &mut |line| output.handle_line(line));
    ended.explain(output.running().unwrap_or("cargo test"), limit);
    tally.add(name, output.finish(ended.well()), started.elapsed());
}

//! `cargo xtask cross`: what a Debian machine can prove for Windows and macOS.
//!
//! Debian's `rustc-web` comes with the source of its standard library, so that the library can be built for other
//! systems (`-Zbuild-std`). For Windows everything is compiled, linted, linked with mingw, and the tests run under Wine.
//! For macOS everything is checked and linted; nothing can be linked without Apple's frameworks, and nothing can run.

mod desktop;
mod network;
mod stand_in;
mod wine;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::packages::Purpose;
use crate::tally::{Count, Tally};
use crate::{packages, program, project, say, test};

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";
/// `panic_abort` because the release profile aborts, `test` and `proc_macro` because the tests use them.
const BUILD_STD: &str = "-Zbuild-std=std,panic_unwind,panic_abort,test,proc_macro";
const CARGO: &str = "/usr/bin/cargo";
const CLIPPY: &str = "/usr/bin/cargo-clippy";
/// The compiler that lints while it compiles.
const CLIPPY_DRIVER: &str = "/usr/bin/clippy-driver";
const STANDARD_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// What is not run under Wine: the tests against real parts of a Linux machine, and the simulation, which has no system.
/// The feature is one that they use: with it nothing is compiled a second time for the other tests.
const RUN: &[&str] = &["--workspace", "--exclude", "homeport-tests", "--features", "homeport-core/typescript"];
/// Tests that cannot run under Wine 8, by their names or parts of them, each with the reason.
const NOT_UNDER_WINE: &[(&str, &str)] = &[
    ("a_closed_port_is_told_as_not_sent", SILENT_PORTS),
    ("a_name_server_that_is_not_there_is_told_as_not_sent", SILENT_PORTS),
    ("a_server_that_is_not_there_hides_no_other", SILENT_PORTS),
    ("a_server_that_cannot_tell_says_why_and_hides_no_other", ONE_LOOPBACK),
    ("each_of_the_zones_own_servers_is_asked_and_no_cache", ONE_LOOPBACK),
    (
        "a_name_at_which_somebody_answers_is_not_taken_over",
        "Wine makes a second pipe of a name although it was asked for the first one only",
    ),
];
const SILENT_PORTS: &str = "Wine does not tell the sender of a datagram that nobody listens at the other port";
const ONE_LOOPBACK: &str =
    "Wine gives a datagram socket on 127.0.0.2 the port on all of loopback, and answers from 127.0.0.1";
const WINE_LIMIT: Duration = Duration::from_secs(15 * 60);

pub(crate) fn cross() -> Tally {
    let mut tally = Tally::default();
    if !is_debian_on_amd64() {
        say::line("This needs Debian on amd64: its compiler is the one that comes with the source of its library.");
        say::line("On Windows and macOS themselves `cargo test` and `cargo clippy` prove more.");
        return tally;
    }
    packages::install(&[Purpose::Program, Purpose::Cross]);
    if !Path::new(STANDARD_LIBRARY).is_file() {
        say::line("Debian's compiler came without the source of its standard library.");
        tally.add("cross: compiler", Count::one(false), Duration::ZERO);
        return tally;
    }

    windows(&mut tally);
    test::check(&mut tally, "macOS: lints of everything (clippy)", macos_lints());
    tally
}

fn is_debian_on_amd64() -> bool {
    program::output_of("dpkg", &["--print-architecture"]).is_some_and(|name| name.trim() == "amd64")
}

/// Plays the compiler of macOS or the other end of the network, if this program was started as one of them.
pub(crate) fn play_if_asked() -> Option<ExitCode> {
    stand_in::play_if_asked().or_else(network::play_if_asked)
}

fn windows(tally: &mut Tally) {
    let mut build = windows_cargo("build");
    build.args(["--quiet", "--keep-going"]).args(RUN).arg("--all-targets");
    if !test::check(tally, "Windows: everything is compiled, linted and linked", build) {
        return;
    }
    // Their tests are for Linux: linking them all would only take time. The examples let this build have the features
    // of the one before, so that nothing is compiled twice.
    let mut build = windows_cargo("build");
    build.args(["--quiet", "--keep-going", "--workspace", "--lib", "--bins", "--examples"]);
    test::check(tally, "Windows: so are the parts of the other tests", build);

    say::step("Windows: preparing Wine");
    let started = Instant::now();
    let wine = match wine::Wine::start(&cache()) {
        Ok(wine) => wine,
        Err(error) => {
            say::line(&format!("Wine could not be prepared: {error}."));
            tally.add("Windows: Wine", Count::one(false), started.elapsed());
            return;
        }
    };
    for (filter, reason) in NOT_UNDER_WINE {
        say::line(&format!("Not under Wine: {filter}: {reason}"));
    }
    let mut tests = windows_cargo("test");
    tests.args(["--no-fail-fast"]).args(RUN).args(["--lib", "--bins", "--tests", "--"]);
    for (filter, _) in NOT_UNDER_WINE {
        tests.args(["--skip", filter]);
    }
    wine.lend(&mut tests);
    test::tests(tally, "Windows: tests under Wine", tests, WINE_LIMIT);
    let programs = output().join(WINDOWS).join("debug");
    network::prove(tally, &wine, &programs);
    desktop::prove(tally, &wine, &programs, &cache());
}

/// Everything for this ends up beside the ordinary build, because the compiler is another one.
fn output() -> PathBuf {
    project::target().join("cross")
}

fn cache() -> PathBuf {
    project::target().join("cross-cache")
}

/// A copy of this program, to be started by others. The program itself may be gone: after the tests cargo has replaced the
/// file that was started.
fn own_copy(cache: &Path) -> std::io::Result<PathBuf> {
    let copy = cache.join("xtask");
    std::fs::create_dir_all(cache)?;
    // One that runs cannot be written, and can be removed.
    if copy.exists() {
        std::fs::remove_file(&copy)?;
    }
    std::fs::copy("/proc/self/exe", &copy)?;

    Ok(copy)
}

/// Debian's cargo and compiler, and none of rustup's, for one target.
fn debian(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    project::without_cargos_own(&mut command);
    for name in [
        "CARGO_BUILD_TARGET",
        "CARGO_ENCODED_RUSTFLAGS",
        "LD_LIBRARY_PATH",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTC_WRAPPER",
        "RUSTFLAGS",
        "RUSTUP_HOME",
        "RUSTUP_TOOLCHAIN",
    ] {
        command.env_remove(name);
    }
    command
        .env("CARGO", CARGO)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", output())
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // The pages are the same on every system: `cargo xtask test` builds and tests them.
        .env("HOMEPORT_UI", "skip");

    command
}

fn windows_cargo(verb: &str) -> Command {
    let mut command = debian(CARGO);
    command
        .args([verb, BUILD_STD, "--target", WINDOWS])
        .args(["--config", "profile.test.package.homeport-core.opt-level = 0"])
        .args(["--config", "profile.test.package.homeport-tests.opt-level = 0"])
        // Everything is compiled once, so the lints come with the build.
        .args(["-Zwarnings", "--config", "build.warnings = 'deny'"])
        .env("RUSTC_WORKSPACE_WRAPPER", CLIPPY_DRIVER)
        .env("CC_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-gcc-posix")
        .env("AR_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-gcc-ar-posix")
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc-posix")
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", wine::WINE);

    command
}

fn macos_lints() -> Command {
    let mut command = debian(CLIPPY);
    command.args(["clippy", "--quiet", BUILD_STD, "--target", MACOS, "--workspace", "--all-targets", "--keep-going"]);
    command.args(["--", "--deny", "warnings"]);
    stand_in::lend(&mut command, &cache(), &MACOS.replace('-', "_"));

    command
}

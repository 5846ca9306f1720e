//! `cargo xtask run`: builds Homeport, starts the resident, opens the window, and stops both at the end.

use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::packages::Purpose;
use crate::{packages, processes, program, project, say};

/// The resident answers within a fraction of this, or something is wrong with it.
const UNTIL_IT_ANSWERS: Duration = Duration::from_secs(15);
/// The resident has opened its socket by then.
const UNTIL_ASKED: Duration = Duration::from_millis(1_000);
/// The resident ends within 2 s when it is asked to.
const UNTIL_IT_ENDED: Duration = Duration::from_secs(4);
const TICK: Duration = Duration::from_millis(100);
/// The exit code of a second resident.
const ANOTHER_IS_RUNNING: i32 = 4;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Open no window and show no tray icon
    #[arg(long)]
    headless: bool,
    /// Build with optimizations, as it is shipped
    #[arg(long)]
    release: bool,
    /// Keep settings and state below this folder instead of yours
    #[arg(long, value_name = "DIR")]
    config: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> ExitCode {
    let window = !options.headless && has_display();
    if !options.headless && !window {
        say::line("There is no display here, so Homeport runs without its window and tray icon.");
    }
    if window {
        packages::install(&[Purpose::Program, Purpose::Window]);
    } else {
        packages::install(&[Purpose::Program]);
    }
    if !build(window, options.release) {
        return ExitCode::FAILURE;
    }

    let stop = Arc::new(AtomicBool::new(false));
    notice_signals(&stop);
    say::step("Starting Homeport");
    let Some(mut resident) = Started::resident(options, window) else {
        return ExitCode::FAILURE;
    };
    let Some(status) = wait_for_status(options, &mut resident, &stop) else {
        resident.stop();
        return ExitCode::FAILURE;
    };
    say::line(status.trim_end());

    let mut window = if window { Started::window(options) } else { None };
    say::line("\nHomeport is running. Ctrl-C ends it.");
    while !stop.load(Ordering::Relaxed) && !resident.ended() {
        std::thread::sleep(TICK);
    }
    if let Some(window) = &mut window {
        window.stop();
    }
    resident.stop();
    say::line("Homeport ended.");

    ExitCode::SUCCESS
}

/// Windows and macOS always have one; on Linux the session says so.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());

    !cfg!(target_os = "linux") || is_set("WAYLAND_DISPLAY") || is_set("DISPLAY")
}

fn build(window: bool, release: bool) -> bool {
    say::step(if window { "Building Homeport and its window" } else { "Building Homeport" });
    if window && !project::node_modules() {
        return false;
    }
    let mut command = project::cargo(&["build", "--package", "homeport"]);
    if window {
        command.args(["--package", "homeport-desktop"]);
    }
    if release {
        command.arg("--release");
    }

    program::run(command, project::BUILD_LIMIT).well()
}

/// A program that this one started; `None` inside where another resident was running already.
struct Started(Option<Child>);

impl Started {
    fn resident(options: &Options, tray: bool) -> Option<Self> {
        let mut command = homeport("homeport", options);
        command.arg("run");
        if !tray {
            command.arg("--no-tray");
        }
        spawn(command).map(|child| Self(Some(child)))
    }

    fn window(options: &Options) -> Option<Self> {
        spawn(homeport("homeport-desktop", options)).map(|child| Self(Some(child)))
    }

    fn ended(&mut self) -> bool {
        self.0.as_mut().is_some_and(|child| matches!(child.try_wait(), Ok(Some(_))))
    }

    fn stop(&mut self) {
        let Some(mut child) = self.0.take() else {
            return;
        };
        if matches!(child.try_wait(), Ok(Some(_))) {
            return;
        }
        processes::ask_to_end(&mut child);
        let asked = Instant::now();
        while asked.elapsed() < UNTIL_IT_ENDED {
            if matches!(child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(TICK);
        }
        processes::end_tree(&mut child);
    }
}

fn homeport(name: &str, options: &Options) -> Command {
    let mut command = Command::new(project::built(name, options.release));
    if let Some(folder) = &options.config {
        command.arg("--config").arg(folder);
    }
    command.stdin(Stdio::null());

    command
}

fn spawn(mut command: Command) -> Option<Child> {
    match command.spawn() {
        Ok(child) => Some(child),
        Err(error) => {
            say::line(&format!("{} could not be started: {error}.", command.get_program().to_string_lossy()));
            None
        }
    }
}

/// What `homeport status` says, as soon as it says something.
fn wait_for_status(options: &Options, resident: &mut Started, stop: &AtomicBool) -> Option<String> {
    let started = Instant::now();
    while started.elapsed() < UNTIL_IT_ANSWERS && !stop.load(Ordering::Relaxed) {
        // A status that comes before the resident opened its socket looks by itself, says so on its standard error, and
        // holds the resident's place meanwhile.
        std::thread::sleep(UNTIL_ASKED);
        let output = homeport("homeport", options).arg("status").output().ok()?;
        let status = String::from_utf8_lossy(&output.stdout).into_owned();
        if !status.trim().is_empty() && output.stderr.is_empty() {
            return Some(status);
        }
        if let Some(child) = &mut resident.0
            && let Ok(Some(ended)) = child.try_wait()
        {
            if ended.code() != Some(ANOTHER_IS_RUNNING) {
                say::line(&format!("Homeport ended at once ({ended})."));
                return None;
            }
            say::line("Homeport is running already; this is that one, and it stays when this command ends.");
            resident.0 = None;
        }
    }
    if !stop.load(Ordering::Relaxed) {
        say::line("Homeport was started and does not answer.");
    }

    None
}

#[cfg(unix)]
fn notice_signals(stop: &Arc<AtomicBool>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    for signal in [SIGHUP, SIGINT, SIGTERM] {
        if let Err(error) = signal_hook::flag::register(signal, Arc::clone(stop)) {
            say::line(&format!("Signal {signal} cannot be noticed: {error}."));
        }
    }
}

/// Ctrl-C reaches every program of the console, so the resident and the window end by themselves.
#[cfg(not(unix))]
fn notice_signals(_stop: &Arc<AtomicBool>) {}

//! From the command that opens the window to its painted page, with a resident that runs already.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use homeport_tests::desktop::Desktop;
use homeport_tests::session_bus::Program;

use crate::table::{Table, milliseconds, quantile};

const STARTS: u32 = 5;
const LONGEST: Duration = Duration::from_secs(20);

pub(crate) fn measure(homeport: &Path, table: &mut Table) {
    let program = homeport.with_file_name("homeport-desktop");
    if !program.is_file() {
        println!("\nThe window was not built beside homeport, so it is not measured.");
        return;
    }
    println!("\n{STARTS} starts of the window in a new home, each with one more in the same:");
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let desktop = Desktop::start().expect("Xvfb and dbus-daemon are installed");
        let _resident = Program::start(&mut quiet(&desktop, homeport, &["run", "--no-tray"])).expect("it starts");
        wait_for_resident(&desktop, homeport);
        first.push(milliseconds(time_until_painted(&desktop, &program)));
        again.push(milliseconds(time_until_painted(&desktop, &program)));
    }

    table.add("window command -> painted page, new home, p50", "ms", "<= 1000", "homeport", quantile(&first, 0.5));
    table.add("window command -> painted page, new home, max", "ms", "", "homeport", quantile(&first, 1.0));
    table.add("window command -> painted page, p50", "ms", "<= 1000", "homeport", quantile(&again, 0.5));
}

fn wait_for_resident(desktop: &Desktop, homeport: &Path) {
    let started = Instant::now();
    let answers = || {
        let mut status = desktop.command(homeport);
        status.args(["status", "--json", "--config"]).arg(desktop.home());
        let output = status.stdout(Stdio::piped()).stderr(Stdio::null()).output();
        output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("\"last_check\":1"))
    };
    while !answers() {
        assert!(started.elapsed() < LONGEST, "the resident does not answer");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn time_until_painted(desktop: &Desktop, program: &Path) -> Duration {
    let empty = desktop.wait_until_empty(LONGEST).expect("the screen is readable");
    assert!(empty, "a window is left");
    let started = Instant::now();
    let _window = Program::start(&mut quiet(desktop, program, &[])).expect("the window starts");
    let painted = desktop.wait_until_painted(LONGEST).expect("the screen is readable");

    if painted { started.elapsed() } else { LONGEST }
}

fn quiet(desktop: &Desktop, program: &Path, arguments: &[&str]) -> Command {
    let mut command = desktop.command(program);
    command.args(arguments).arg("--config").arg(desktop.home()).stdout(Stdio::null()).stderr(Stdio::null());

    command
}

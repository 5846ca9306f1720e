//! From the start of the resident to its icon in the tray.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use homeport_tests::session_bus::{Program, SessionBus};

use crate::clients::Client;
use crate::lab::{Files, Lab};
use crate::table::{Table, milliseconds, quantile};
use crate::watcher::Watcher;

const STARTS: u32 = 10;
const LONGEST: Duration = Duration::from_secs(10);

pub(crate) fn measure(homeport: &Path, table: &mut Table) {
    println!("\n{STARTS} starts of the resident:");
    let client = Client::Homeport(homeport.to_owned());
    let mut to_tray = Vec::new();
    let mut to_request = Vec::new();
    for _ in 0..STARTS {
        let lab = Lab::new();
        let files = Files::new(&lab.provider, 1);
        let bus = SessionBus::start().expect("dbus-daemon is installed");
        let watcher = Watcher::start(bus.address());
        let mut command = client.stay(&lab.home, &files);
        command
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .env("DISPLAY", ":0")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let started = Instant::now();
        let _resident = Program::start(&mut command).expect("homeport starts");
        let after = |at: Option<Instant>| at.map_or(LONGEST, |at| at.saturating_duration_since(started));
        to_tray.push(milliseconds(after(watcher.wait_for_item(LONGEST))));
        to_request.push(milliseconds(after(crate::change::wait_for_update(&lab, 0, LONGEST))));
    }

    table.add("start -> tray icon registered, p50", "ms", "<= 300", "homeport", quantile(&to_tray, 0.5));
    table.add("start -> tray icon registered, max", "ms", "", "homeport", quantile(&to_tray, 1.0));
    table.add("start -> first update request, p50", "ms", "<= 500", "homeport", quantile(&to_request, 0.5));
}

//! The window of Homeport. It shows what a running Homeport says and asks what the user asks; it decides nothing, holds
//! no secret longer than the question that carries it, and ends when it is closed.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod choose;
mod commands;
mod display;
mod first;
#[cfg(windows)]
mod message;
mod resident;
mod window;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use homeport_handle::paths::Paths;
use tauri::{App, RunEvent};

use crate::first::Claim;
use crate::resident::{Begin, Resident};

/// There is no display that a window could be on.
const NO_DISPLAY: u8 = 3;
/// Another thing is wrong with the system or the command line.
const UNUSABLE: u8 = 2;

/// The window of Homeport.
#[derive(Debug, Parser)]
#[command(version)]
struct Options {
    /// Settings, state and lock lie below this folder
    #[arg(long, value_name = "DIR")]
    config: Option<PathBuf>,
    /// Show this hostname
    #[arg(long, value_name = "NAME")]
    hostname: Option<String>,
    /// Begin with the setup of a new hostname
    #[arg(long, conflicts_with = "hostname")]
    add: bool,
    /// Show this page
    #[arg(long, value_name = "PAGE", value_parser = ["activity", "network", "settings"])]
    page: Option<String>,
    /// Start everything but the window, say so and end
    #[arg(long)]
    probe: bool,
}

fn main() -> ExitCode {
    display::prepare();
    let options = Options::parse();
    let Some(paths) = Paths::new(options.config.as_deref()) else {
        return refuse("this system names no home folder", UNUSABLE);
    };
    if !display::is_there() {
        return refuse("there is no display for a window; `homeport status` shows the same in a terminal", NO_DISPLAY);
    }
    let begin = Begin { page: options.page, hostname: options.hostname, add: options.add };
    let claim = if options.probe { Claim::Unguarded } else { first::claim(&paths, &begin) };
    if matches!(claim, Claim::Shown) {
        return ExitCode::SUCCESS;
    }

    match build(Resident::new(paths, options.config, begin), claim, options.probe) {
        Ok(app) => {
            app.run(move |handle, event| {
                if options.probe && matches!(event, RunEvent::Ready) {
                    let _ = writeln!(std::io::stdout(), "homeport-desktop {} starts", env!("CARGO_PKG_VERSION"));
                    handle.exit(0);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => refuse(&format!("the window cannot be opened: {error}"), UNUSABLE),
    }
}

fn build(resident: Resident, claim: Claim, probe: bool) -> tauri::Result<App> {
    let window_paths = resident.window_paths();

    tauri::Builder::default()
        .manage(resident)
        .invoke_handler(tauri::generate_handler![
            commands::ask,
            commands::save,
            commands::choose,
            commands::watch,
            commands::open_link,
            commands::places
        ])
        .setup(move |app| {
            if !probe && let Err(error) = window::open(app.handle()) {
                // Tauri would panic, and nobody would see why.
                give_up(&format!("the window cannot be opened: {error}"));
            }
            first::attend(app.handle().clone(), window_paths, claim);

            Ok(())
        })
        .build(tauri::generate_context!())
}

/// Ends this program, with a message on the desktop where there is no terminal to read it in.
fn give_up(why: &str) -> ! {
    refuse(why, UNUSABLE);
    #[cfg(windows)]
    message::show(&format!(
        "Homeport: {why}.\n\nMicrosoft's WebView2 runtime may be missing; it can be installed from Microsoft. Your \
         hostnames are kept up to date without the window."
    ));
    std::process::exit(UNUSABLE.into());
}

fn refuse(why: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "homeport-desktop: {why}");

    ExitCode::from(code)
}

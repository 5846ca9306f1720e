//! Where this project is, and how its own tools are called.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::{program, say};

/// The longest that one build may take, on a slow machine with nothing built before.
pub(crate) const BUILD_LIMIT: Duration = Duration::from_secs(45 * 60);

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));

    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program that was built here.
pub(crate) fn built(name: &str, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };

    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The cargo that started this program.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    without_cargos_own(&mut command);

    command
}

/// Takes out what `cargo run` tells this program about itself: build scripts that look at it (ring's does) would
/// build again each time the project is built with and without `xtask`.
pub(crate) fn without_cargos_own(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let about_this_package = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_BIN_NAME"
        });
        if about_this_package {
            command.env_remove(name);
        }
    }
}

/// npm in the window's folder. On Windows it is a script, which is found only by its whole name.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(root().join("ui"));

    command
}

/// Fetches what the window's page is built from, unless it is there already. Returns whether it is there now.
pub(crate) fn node_modules() -> bool {
    let ui = root().join("ui");
    let changed = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    let lock: Option<SystemTime> = changed(&ui.join("package-lock.json"));
    if lock.is_none() {
        say::line("ui/package-lock.json is missing.");
        return false;
    }
    if changed(&ui.join("node_modules/.package-lock.json")) >= lock {
        return true;
    }
    say::line("Fetching the packages of the window's page (npm ci).");
    let well = program::run(npm(&["ci", "--no-audit", "--no-fund"]), BUILD_LIMIT).well();
    if !well {
        say::line("Node.js 20 or newer with npm is needed: https://nodejs.org");
    }

    well
}

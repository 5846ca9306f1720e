//! The test servers that are written in Python: in an environment of their own below the target folder, in the versions
//! that `tests/requirements.txt` names.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::{program, project, say};

const INSTALL_LIMIT: Duration = Duration::from_secs(20 * 60);
/// The interpreter to which the package `python3-venv` belongs; another one, found first, may lack its parts.
const OF_THE_SYSTEM: &str = "/usr/bin/python3";

/// Makes the environment, unless it is there already. Returns whether it is there now.
pub(crate) fn install() -> bool {
    let requirements = project::root().join("tests/requirements.txt");
    let Ok(wanted) = fs::read_to_string(&requirements) else {
        say::line("tests/requirements.txt is missing.");
        return false;
    };
    let python = if Path::new(OF_THE_SYSTEM).exists() { OF_THE_SYSTEM } else { "python3" };
    let environment = project::target().join("python");
    // An environment belongs to the Python that made it.
    let wanted = format!("# {}\n{wanted}", program::output_of(python, &["--version"]).unwrap_or_default().trim());
    // Written last, so that an environment that was begun and not finished is made again.
    let stamp = environment.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return true;
    }
    let _ = fs::remove_dir_all(&environment);
    let mut make = Command::new(python);
    make.args(["-m", "venv"]).arg(&environment);
    let mut fill = Command::new(environment.join("bin/python"));
    fill.args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--requirement"]);
    fill.arg(&requirements);
    let well = program::run(make, INSTALL_LIMIT).well() && program::run(fill, INSTALL_LIMIT).well();

    well && fs::write(stamp, wanted).is_ok()
}

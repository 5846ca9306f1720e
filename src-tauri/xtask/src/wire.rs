//! `cargo xtask wire`: the window's TypeScript types are written by the test that otherwise compares them.

use std::process::ExitCode;

use crate::{program, project};

pub(crate) fn wire() -> ExitCode {
    let mut command = project::cargo(&["test", "--quiet", "--package", "homeport-tests", "--test", "wire"]);
    command.env("HOMEPORT_WRITE", "1");

    if program::run(command, project::BUILD_LIMIT).well() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

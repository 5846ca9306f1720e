//! A stand-in for the C compiler and archiver of a system that this machine has none for. It writes empty outputs, which
//! is enough to check and lint Rust, and useless for a link. This program itself plays it, when the environment says so.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::say;

const ASKED: &str = "HOMEPORT_STAND_IN";
/// The beginning of every archive (ar(5)).
const EMPTY_ARCHIVE: &[u8] = b"!<arch>\n";

/// Makes `command` and what it starts use the stand-in for this target (written with underscores).
pub(crate) fn lend(command: &mut Command, cache: &Path, target: &str) {
    let Ok(program) = super::own_copy(cache) else {
        say::line("This program cannot be copied, so that nothing stands in for a C compiler.");
        return;
    };
    for tool in ["CC", "CXX", "AR"] {
        command.env(format!("{tool}_{target}"), &program);
    }
    command.env(ASKED, target);
}

/// Plays the compiler or archiver if this program was started as one.
pub(crate) fn play_if_asked() -> Option<ExitCode> {
    std::env::var_os(ASKED)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();

    Some(play(&arguments))
}

fn play(arguments: &[String]) -> ExitCode {
    let has = |wanted: &str| arguments.iter().any(|argument| argument == wanted);
    if has("-E") {
        say::line("#pragma message \"clang\""); // Build scripts ask this way which family of compiler it is.
        return ExitCode::SUCCESS;
    }
    if has("-?") {
        return ExitCode::FAILURE; // Only Microsoft's knows this one.
    }
    if has("--version") || has("-v") {
        say::line("clang version 22.1.8");
        return ExitCode::SUCCESS;
    }
    let mut written = Ok(());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "-o" {
            written = written.and(rest.next().map_or(Ok(()), |path| write(path, b"")));
        } else if Path::new(argument).extension().is_some_and(|extension| extension == "a" || extension == "lib")
            && !Path::new(argument).exists()
        {
            written = written.and(write(argument, EMPTY_ARCHIVE));
        }
    }

    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(path: &str, content: &[u8]) -> std::io::Result<()> {
    File::create(path)?.write_all(content)
}

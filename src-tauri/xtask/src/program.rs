//! Runs other programs: with a limit of time, without a standard input, and with their output shown as it comes.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::{processes, say};

/// How long output may still come after the program itself ended: a server that it left behind holds the pipe open.
const AFTER_THE_END: Duration = Duration::from_secs(2);
const TICK: Duration = Duration::from_millis(100);

/// How a program ended.
#[derive(Debug)]
pub(crate) enum Ended {
    Well,
    Badly,
    TookTooLong,
    CouldNotStart(std::io::Error),
}

impl Ended {
    pub(crate) fn well(&self) -> bool {
        matches!(self, Self::Well)
    }

    /// Says what went wrong, if something did and the program could not say so itself.
    pub(crate) fn explain(&self, name: &str, limit: Duration) {
        match self {
            Self::Well | Self::Badly => {}
            Self::TookTooLong => {
                say::line(&format!("{name} took longer than {} min and was ended.", limit.as_secs() / 60));
            }
            Self::CouldNotStart(error) => say::line(&format!("{name} could not be started: {error}.")),
        }
    }
}

/// Runs the program to its end and shows all of its output.
pub(crate) fn run(command: Command, limit: Duration) -> Ended {
    let name = command.get_program().to_string_lossy().into_owned();
    let ended = run_reading(command, limit, &mut |_| true);
    ended.explain(&name, limit);

    ended
}

/// Runs the program to its end. Each line of its output goes to `reader`, which says whether it is shown.
pub(crate) fn run_reading(mut command: Command, limit: Duration, reader: &mut dyn FnMut(&str) -> bool) -> Ended {
    let (output, mut child) = match start_with_pipe(&mut command) {
        Ok(started) => started,
        Err(error) => return Ended::CouldNotStart(error),
    };
    drop(command); // It holds the pipe's other end.

    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        let mut output = BufReader::new(output);
        let mut bytes = Vec::new();
        while output.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
            if sender.send(String::from_utf8_lossy(&bytes).trim_end().to_owned()).is_err() {
                return;
            }
            bytes.clear();
        }
    });

    let started = Instant::now();
    let mut over: Option<Instant> = None;
    loop {
        match lines.recv_timeout(TICK) {
            Ok(line) => {
                if reader(&line) {
                    say::line(&line);
                }
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if over.is_none() && matches!(child.try_wait(), Ok(Some(_))) {
            over = Some(Instant::now());
        }
        if over.is_some_and(|over| over.elapsed() > AFTER_THE_END) {
            break;
        }
        if started.elapsed() > limit {
            processes::end_tree(&mut child);
            return Ended::TookTooLong;
        }
    }

    match child.wait() {
        Ok(status) if status.success() => Ended::Well,
        Ok(_) => Ended::Badly,
        Err(error) => Ended::CouldNotStart(error),
    }
}

/// Standard output and error in one pipe, so that their lines keep their order.
fn start_with_pipe(command: &mut Command) -> std::io::Result<(std::io::PipeReader, Child)> {
    let (output, input) = std::io::pipe()?;
    let child = command.stdin(Stdio::null()).stdout(input.try_clone()?).stderr(input).spawn()?;

    Ok((output, child))
}

/// Whether a program answers to `--version`, that is, whether it is there.
pub(crate) fn exists(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a short program printed, if it ended well.
pub(crate) fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;

    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

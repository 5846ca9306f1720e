//! How each client is started.

use std::path::PathBuf;
use std::process::Command;

use homeport_tests::home_network::Home;

use crate::lab::{Files, is_installed};

const DDCLIENT: [&str; 2] = ["/usr/bin/ddclient", "/usr/sbin/ddclient"];
const INADYN: [&str; 2] = ["/usr/sbin/inadyn", "/usr/bin/inadyn"];

/// A dynamic DNS client.
#[derive(Debug)]
pub(crate) enum Client {
    Homeport(PathBuf),
    Ddclient,
    Inadyn,
}

impl Client {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Homeport(_) => "homeport",
            Self::Ddclient => "ddclient",
            Self::Inadyn => "inadyn",
        }
    }

    /// Whether it is on this machine.
    pub(crate) fn is_here(&self) -> bool {
        self.program().is_some()
    }

    fn program(&self) -> Option<PathBuf> {
        let first_of = |paths: [&str; 2]| paths.into_iter().find(|path| is_installed(path)).map(PathBuf::from);
        match self {
            Self::Homeport(path) => Some(path.clone()),
            Self::Ddclient => first_of(DDCLIENT),
            Self::Inadyn => first_of(INADYN),
        }
    }

    /// One round for all names.
    pub(crate) fn once(&self, home: &Home, files: &Files) -> Command {
        let mut command = self.command(|program| home.command(program), files);
        match self {
            Self::Homeport(_) => command.args(["once", "--json", "--config"]).arg(files.path("config")),
            Self::Ddclient => command.arg("-daemon=0"),
            Self::Inadyn => command.args(["--once", "--foreground", "--loglevel=warning"]),
        };

        command
    }

    /// The program that stays, with its default times.
    pub(crate) fn stay(&self, home: &Home, files: &Files) -> Command {
        self.stay_on(|program| home.command(program), files)
    }

    /// The same on any machine.
    pub(crate) fn stay_on(&self, on: impl FnOnce(PathBuf) -> Command, files: &Files) -> Command {
        let mut command = self.command(on, files);
        match self {
            Self::Homeport(_) => command.args(["run", "--config"]).arg(files.path("config")),
            Self::Ddclient => command.args(["-foreground", "-daemon=300"]),
            Self::Inadyn => command.args(["--foreground", "--loglevel=warning"]),
        };

        command
    }

    fn command(&self, on: impl FnOnce(PathBuf) -> Command, files: &Files) -> Command {
        let mut command = on(self.program().expect("it was looked for before"));
        match self {
            Self::Homeport(_) => {}
            Self::Ddclient => {
                command
                    .arg("-file")
                    .arg(files.path("ddclient.conf"))
                    .arg("-cache")
                    .arg(files.path("cache/ddclient"))
                    .arg("-pid")
                    .arg(files.path("cache/ddclient.pid"));
            }
            Self::Inadyn => {
                command
                    .arg("--config")
                    .arg(files.path("inadyn.conf"))
                    .arg("--cache-dir")
                    .arg(files.path("cache"))
                    .arg("--pidfile")
                    .arg(files.path("cache/inadyn.pid"))
                    .arg("--no-pidfile");
            }
        }
        files.lend(&mut command);

        command
    }
}

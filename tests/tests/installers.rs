//! The files for packages are held to the tools that their readers use.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the project has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn installers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../installers")
}

/// Runs a checking tool, which must be content and say nothing.
fn check(command: &mut Command) {
    let name = command.get_program().to_owned();
    let output = command.output().unwrap_or_else(|error| panic!("{}: {error}", name.display()));
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));

    assert!(output.status.success(), "{}:\n{text}", name.display());
}

#[test]
fn the_desktop_files_are_valid() {
    for name in ["linux/org.homeport.Homeport.desktop", "linux/autostart/org.homeport.Homeport.desktop"] {
        check(Command::new("desktop-file-validate").arg(installers().join(name)));
    }
}

#[test]
fn the_description_for_software_centres_is_valid_and_has_this_version() {
    let path = installers().join("linux/org.homeport.Homeport.metainfo.xml");
    check(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(&path));

    let release = format!("<release version=\"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(fs::read_to_string(path).unwrap().contains(&release), "it does not have {release}");
}

#[test]
fn the_units_are_valid() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, scope) in [("user", "--user"), ("system", "--system")] {
        // systemd looks whether the program is there, and it is not installed here.
        let unit = fs::read_to_string(installers().join(format!("linux/{kind}/homeport.service"))).unwrap();
        assert!(unit.contains("ExecStart=/usr/bin/homeport "), "the {kind} unit starts something else");
        let path = folder.path().join("homeport.service");
        fs::write(&path, unit.replace("ExecStart=/usr/bin/homeport ", "ExecStart=/usr/bin/env ")).unwrap();

        check(
            Command::new("systemd-analyze")
                .args(["verify", "--man=no", scope])
                .arg(&path)
                .env("XDG_RUNTIME_DIR", folder.path()),
        );
    }
}

#[test]
fn the_launch_agent_starts_the_resident() {
    let agent = plist::Value::from_file(installers().join("macos/org.homeport.Homeport.plist")).unwrap();
    let arguments = agent.as_dictionary().unwrap()["ProgramArguments"].as_array().unwrap();

    assert!(arguments[0].as_string().unwrap().ends_with("/homeport"));
    assert_eq!(arguments[1].as_string(), Some("run"));
}

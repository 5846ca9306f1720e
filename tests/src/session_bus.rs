//! A desktop session for one test: its own message bus and its own display. Both end with the value, by their
//! process id.

use std::io::{BufRead, BufReader, Error, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use tempfile::TempDir;

/// A command of a program that ends with the thread that starts it, even if that is killed.
#[must_use]
pub fn bound(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--", program]);

    command
}

/// A running program that ends when the value is dropped.
#[derive(Debug)]
pub struct Program(Child);

impl Program {
    /// Starts `command` with its output on the test's own.
    ///
    /// # Errors
    ///
    /// The program is not installed, or may not be started.
    pub fn start(command: &mut Command) -> std::io::Result<Self> {
        command.stdin(Stdio::null()).spawn().map(Self)
    }

    /// Its process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// The child itself, to wait for it or to read from it.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl From<Child> for Program {
    fn from(child: Child) -> Self {
        Self(child)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A message bus on which nothing starts by itself: what answers on it was put there by the test.
#[derive(Debug)]
pub struct SessionBus {
    address: String,
    _daemon: Program,
    _folder: TempDir,
}

impl SessionBus {
    /// Starts `dbus-daemon`.
    ///
    /// # Errors
    ///
    /// It is not installed, or it names no address within ten seconds.
    pub fn start() -> std::io::Result<Self> {
        Self::start_with("")
    }

    /// The same with one more rule in the policy, as it stands in the configuration of the bus.
    ///
    /// # Errors
    ///
    /// As [`Self::start`].
    pub fn start_with(rule: &str) -> std::io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("homeport-bus-").tempdir()?;
        let configuration = folder.path().join("session.conf");
        std::fs::write(
            &configuration,
            format!(
                r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    {rule}
  </policy>
</busconfig>
"#,
                folder.path().join("bus").display()
            ),
        )?;
        let mut configuration_argument = std::ffi::OsString::from("--config-file=");
        configuration_argument.push(&configuration);
        let mut daemon = Program::start(
            Command::new("dbus-daemon")
                .args(["--nofork", "--nopidfile", "--print-address=1"])
                .arg(configuration_argument)
                .stdout(Stdio::piped())
                // It complains about limits that a container does not let it raise.
                .stderr(Stdio::null()),
        )?;
        let address = first_line(daemon.child().stdout.take(), "dbus-daemon")?;

        Ok(Self { address, _daemon: daemon, _folder: folder })
    }

    /// The value for `DBUS_SESSION_BUS_ADDRESS`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// An X display without a screen.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Program,
    folder: TempDir,
}

impl Display {
    /// Starts `Xvfb` with one screen of this size, for example `1280x800x24`.
    ///
    /// # Errors
    ///
    /// It is not installed, or it names no display within ten seconds.
    pub fn start(screen: &str) -> std::io::Result<Self> {
        // Two that start at once in namespaces of their own may pick the same number, and one of them ends.
        Self::start_once(screen).or_else(|_| Self::start_once(screen)).or_else(|_| Self::start_once(screen))
    }

    fn start_once(screen: &str) -> std::io::Result<Self> {
        // The server picks a free number by itself and tells it when it is ready: nothing to guess, nothing to wait for.
        let folder = tempfile::tempdir()?;
        let mut server = Program::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset", "-fbdir"])
                .arg(folder.path())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let number = first_line(server.child().stdout.take(), "Xvfb")?;

        Ok(Self { name: format!(":{number}"), _server: server, folder })
    }

    /// The value for `DISPLAY`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many different colours the screen shows now. Reads the server's own memory and takes about a millisecond, so
    /// that whoever is measured does not feel it.
    ///
    /// # Errors
    ///
    /// The server keeps no readable screen, in the form of `xwd` (X11/XWDFile.h).
    pub fn colours(&self) -> std::io::Result<usize> {
        let screen = std::fs::read(self.folder.path().join("Xvfb_screen0"))?;
        let word = |index: usize| {
            let bytes = screen.get(index * 4..index * 4 + 4).and_then(|bytes| bytes.try_into().ok());
            bytes.map(|bytes| u32::from_be_bytes(bytes) as usize).ok_or_else(|| Error::other("no header"))
        };
        // The header's size, and the number of colour cells of twelve bytes that follow it.
        let start = word(0)? + word(19)? * 12;
        let pixels = screen.get(start..).ok_or_else(|| Error::other("no pixels"))?;

        Ok(pixels.chunks_exact(4).collect::<std::collections::HashSet<_>>().len())
    }
}

fn first_line(output: Option<impl Read + Send + 'static>, program: &str) -> std::io::Result<String> {
    let output = output.ok_or_else(|| Error::other("its output is not piped"))?;
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(output);
        let mut line = String::new();
        let _ = sender.send(reader.read_line(&mut line).map(|_| line));
        // Reads on, so that the program never writes into a closed pipe.
        let _ = std::io::copy(&mut reader, &mut std::io::sink());
    });
    let line = receiver
        .recv_timeout(Duration::from_secs(10))
        .map_err(|_| Error::other(format!("{program} did not get ready")))??;
    let line = line.trim();
    if line.is_empty() {
        return Err(Error::other(format!("{program} ended at its start")));
    }

    Ok(line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bus_and_a_display_start_and_end_with_their_values() {
        let bus = SessionBus::start().unwrap();
        let display = Display::start("320x200x24").unwrap();

        assert!(bus.address().starts_with("unix:path="), "{}", bus.address());
        assert!(display.name().starts_with(':'), "{}", display.name());
        assert_eq!(display.colours().unwrap(), 1, "an empty screen is black");
    }
}

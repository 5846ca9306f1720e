//! A Wine prefix of our own, in which Rust's programs start.

use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub(crate) const WINE: &str = "/usr/lib/wine/wine64";
const SERVER: &str = "/usr/lib/wine/wineserver64";
const UNTIL_THE_PREFIX_IS_MADE: Duration = Duration::from_secs(120);

/// Does nothing, and starts Wine's services. Those of the first program that runs would keep its output open.
pub(crate) const WARM_UP: &[&str] = &["cmd", "/c", "exit"];

/// Wine 8 lacks this library, from which Rust's standard library takes its random bytes.
const RANDOM_BYTES: &str = r"
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T length) {
    while (length) {
        ULONG part = length > 65536 ? 65536 : (ULONG)length;
        if (!SystemFunction036(to, part)) return FALSE;
        to += part;
        length -= part;
    }
    return TRUE;
}
";

/// A Wine whose server runs until this value goes.
#[derive(Debug)]
pub(crate) struct Wine {
    prefix: PathBuf,
}

impl Wine {
    pub(crate) fn start(cache: &Path) -> Result<Self> {
        let wine = Self { prefix: cache.join("wine") };
        // The server does not make its own folder.
        fs::create_dir_all(&wine.prefix)?;
        wine.call(SERVER, &["-p300"])?; // One server for the whole run.
        wine.make_prefix()?;
        wine.add_random_bytes(cache)?;
        wine.call(WINE, WARM_UP)?;

        Ok(wine)
    }

    /// Makes `command` and what it starts use this Wine, without a display.
    pub(crate) fn lend(&self, command: &mut Command) {
        command
            .env("WINEPREFIX", &self.prefix)
            .env("WINEARCH", "win64")
            .env("WINEDEBUG", "-all")
            .env("WINEDLLOVERRIDES", "mscoree,mshtml=;winemenubuilder.exe=d")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
    }

    /// Ends the server and everything that runs on it. The next program starts a new one.
    pub(crate) fn stop(&self) {
        // This prefix's programs only.
        let _ = self.call(SERVER, &["-k"]);
        let _ = self.call(SERVER, &["-w"]);
    }

    fn make_prefix(&self) -> Result<()> {
        let made = self.prefix.join("system.reg");
        if made.is_file() {
            return Ok(());
        }
        self.call(WINE, &["wineboot", "-i"])?;
        let started = Instant::now();
        while !made.is_file() {
            if started.elapsed() > UNTIL_THE_PREFIX_IS_MADE {
                return Err(Error::other("it made no prefix"));
            }
            std::thread::sleep(Duration::from_millis(200));
        }

        Ok(())
    }

    fn add_random_bytes(&self, cache: &Path) -> Result<()> {
        let library = self.prefix.join("drive_c/windows/system32/bcryptprimitives.dll");
        if library.is_file() {
            return Ok(());
        }
        let source = cache.join("random_bytes.c");
        fs::write(&source, RANDOM_BYTES)?;
        let status = Command::new("x86_64-w64-mingw32-gcc-posix")
            .args(["-O2", "-shared", "-o"])
            .args([&library, &source])
            .arg("-ladvapi32")
            .status()?;
        if !status.success() {
            return Err(Error::other("the library for random bytes did not compile"));
        }

        Ok(())
    }

    fn call(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        self.lend(&mut command);
        command.status()?; // Its exit code says little: it is not zero when a server runs already.

        Ok(())
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        self.stop();
    }
}

//! Clocks that a test moves, for one program alone (libfaketime).

use std::path::{Path, PathBuf};
use std::process::Command;

/// The clocks of one program.
#[derive(Debug)]
pub struct Clock {
    file: PathBuf,
    wall_alone: bool,
}

impl Clock {
    /// Both clocks: the program stands still while they go on, as in a machine that is suspended from outside.
    ///
    /// # Panics
    ///
    /// When the folder cannot be written.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let clock = Self { file: folder.join("clock"), wall_alone: false };
        clock.forward(0);

        clock
    }

    /// The wall clock alone, as while a machine sleeps.
    ///
    /// # Panics
    ///
    /// As [`Self::new`].
    #[must_use]
    pub fn of_the_wall(folder: &Path) -> Self {
        Self { wall_alone: true, ..Self::new(folder) }
    }

    /// A program with these clocks.
    ///
    /// # Panics
    ///
    /// When libfaketime is not installed.
    pub fn set<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let folders = std::fs::read_dir("/usr/lib").expect("the system has libraries").flatten();
        let library = folders.map(|folder| folder.path().join("faketime/libfaketime.so.1")).find(|path| path.exists());
        command
            .env("LD_PRELOAD", library.expect("libfaketime is installed"))
            .env("FAKETIME_TIMESTAMP_FILE", &self.file)
            .env("FAKETIME_NO_CACHE", "1")
            .env("NO_FAKE_STAT", "1")
            .env("FAKETIME_DONT_FAKE_MONOTONIC", if self.wall_alone { "1" } else { "0" })
    }

    /// Moves them so many minutes ahead of the machine's.
    ///
    /// # Panics
    ///
    /// As [`Self::new`].
    pub fn forward(&self, minutes: u32) {
        // Put in its place at once: the program reads it again and again.
        let fresh = self.file.with_extension("fresh");
        std::fs::write(&fresh, format!("+{minutes}m\n")).expect("the folder can be written");
        std::fs::rename(fresh, &self.file).expect("the folder can be written");
    }
}

//! Gathers what a report is made of and writes it as a zip file. Nothing of it is ever sent.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use directories::{BaseDirs, UserDirs};
use homeport_core::journal::Entry;
use homeport_core::report::{self, ReportFacts, SupportReport};
use homeport_core::settings::file;
use homeport_core::text::Texts;

use crate::doctor::{self, Examination};
use crate::driver::Known;
use crate::store::replace;

/// Makes a report, as it is to be shown. Takes as long as the checks do.
pub async fn make(examination: Examination, entries: Vec<Entry>, hide: bool) -> SupportReport {
    let (snapshot, settings) = (examination.snapshot.clone(), examination.settings.clone());
    let text = std::fs::read_to_string(examination.paths.settings_file()).ok();
    let known = Known(std::sync::Arc::clone(&examination.catalogue));
    // Only a file without a mistake is sure to hold no secret.
    let text = text.filter(|text| file::parse(text, &known, &Texts::english()).is_ok());
    let checks = doctor::run(examination).await;
    let home = BaseDirs::new().map(|folders| folders.home_dir().display().to_string());
    let facts = ReportFacts {
        snapshot: &snapshot,
        checks: &checks,
        entries: &entries,
        settings: &settings,
        settings_text: text.as_deref(),
        home_folder: home.as_deref(),
        system: &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
    };

    report::report(&facts, hide)
}

/// The report as a zip file. Its texts are short, so they are stored as they are.
///
/// # Errors
///
/// A part has a name that is none.
pub fn zip(report: &SupportReport) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
    for part in &report.parts {
        if !part.has_a_plain_name() {
            return Err(io::Error::from(io::ErrorKind::InvalidInput));
        }
        let (mut entry, format) = archive.new_file(part.name.as_str()).start().map_err(io::Error::other)?;
        let mut writer = format.wrap(&mut entry);
        writer.write_all(part.text().as_bytes())?;
        let (_, written) = writer.finish().map_err(io::Error::other)?;
        entry.finish(written).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;

    Ok(bytes)
}

/// Writes a file that is not there yet.
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] when it is: nothing of the user's is replaced.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = std::fs::File::create_new(path)?;
    file.write_all(bytes)?;

    file.sync_all()
}

/// Writes a file into the folder for downloads, under a name that is free there, and gives its path.
///
/// # Errors
///
/// What the disk says.
pub fn save(stem: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let downloads = UserDirs::new().and_then(|folders| folders.download_dir().map(Path::to_owned));
    let folder = downloads
        .filter(|folder| folder.is_dir())
        .or_else(|| Some(BaseDirs::new()?.home_dir().to_owned()))
        .ok_or(io::ErrorKind::NotFound)?;

    save_in(&folder, stem, ending, bytes)
}

/// Writes the file that the user chose, all of it or nothing. One that is there is replaced: the chooser has asked.
///
/// # Errors
///
/// [`io::ErrorKind::InvalidInput`] for a path that does not begin at a root or names no file; what the disk says.
pub fn save_as(chosen: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    if !chosen.is_absolute() {
        return Err(io::ErrorKind::InvalidInput.into());
    }

    replace(chosen, bytes).map(|()| chosen.to_owned())
}

fn save_in(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..1_000 {
        let name = if number == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{number}.{ending}") };
        let path = folder.join(name);
        match write_new(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => return written.map(|()| path),
        }
    }

    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use homeport_core::report::{ReportPart, ReportPiece};

    use super::*;

    fn report(name: &str) -> SupportReport {
        let piece = |text: &str, hidden| ReportPiece { text: text.to_owned(), hidden };
        let pieces = vec![piece("The name ", false), piece("host-1", true), piece(" is right.\n", false)];

        SupportReport { parts: vec![ReportPart { name: name.to_owned(), pieces }] }
    }

    #[test]
    fn the_file_holds_what_was_shown() {
        let bytes = zip(&report("summary.txt")).unwrap();

        let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        let mut entries = archive.entries();
        let header = entries.next_entry().unwrap().unwrap();
        assert_eq!(header.file_path().as_ref(), b"summary.txt");
        let entry = archive.get_entry(header.wayfinder()).unwrap();
        assert_eq!(entry.data(), b"The name host-1 is right.\n");
        assert!(entries.next_entry().unwrap().is_none());
    }

    #[test]
    fn a_chosen_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = folder.path().join("mine.zip");
        std::fs::write(&chosen, "before, and longer").unwrap();

        assert_eq!(save_as(&chosen, b"after").unwrap(), chosen);
        assert_eq!(std::fs::read(&chosen).unwrap(), b"after");
        assert!(save_as(Path::new("mine.zip"), b"x").is_err(), "from where?");
        assert!(save_as(folder.path(), b"x").is_err());
        assert!(save_as(&folder.path().join("gone/mine.zip"), b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_part_that_would_leave_the_folder_is_refused() {
        assert!(zip(&report("../summary.txt")).is_err());
    }

    #[test]
    fn nothing_of_the_users_is_replaced() {
        let folder = tempfile::tempdir().unwrap();

        let first = save_in(folder.path(), "report", "zip", b"one").unwrap();
        let second = save_in(folder.path(), "report", "zip", b"two").unwrap();

        assert_eq!(second, folder.path().join("report-2.zip"));
        assert_eq!(std::fs::read(&first).unwrap(), b"one");
        assert!(write_new(&first, b"three").is_err());
    }
}

//! Folders and files that only their owner can open, and a replacement of a file that is whole or did not happen.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

/// The longest settings file, in bytes. A longer one was not written by a person.
const LONGEST: u64 = 1 << 20;
/// How many damaged files are kept.
const KEPT_ASIDE: u32 = 5;

/// Why a file was not opened.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unfit {
    #[error("it is a folder")]
    Folder,
    #[error("it is a symbolic link")]
    Link,
    #[error("it is not a file")]
    Special,
    #[error("it belongs to another user")]
    Owner,
    #[error("it is too long")]
    TooLong,
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// Makes the folder, for its owner only. `narrow` takes the rights of others away from a folder that was there already;
/// without it only the right to write there is taken away.
pub(super) fn folder(path: &Path, narrow: bool) -> io::Result<()> {
    if !path.is_dir() {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)?;
    }
    narrow_rights(path, if narrow { 0o077 } else { 0o022 })
}

/// Looks at a file before it is opened: `Ok(false)` when there is none. The rights of others are taken away.
pub(super) fn inspect(path: &Path) -> Result<bool, Unfit> {
    let facts = match fs::symlink_metadata(path) {
        Ok(facts) => facts,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    if facts.is_symlink() {
        return Err(Unfit::Link);
    }
    if facts.is_dir() {
        return Err(Unfit::Folder);
    }
    if !facts.is_file() {
        return Err(Unfit::Special);
    }
    if !is_ours(&facts) {
        return Err(Unfit::Owner);
    }
    // A file that even its owner cannot read is healed too: nobody means that.
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&facts.permissions()) & 0o777 != 0o600 {
        fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    }

    Ok(true)
}

#[cfg(unix)]
fn is_ours(facts: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(facts) == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_ours(_facts: &fs::Metadata) -> bool {
    true
}

#[cfg(unix)]
fn narrow_rights(path: &Path, unwanted: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let mode = fs::metadata(path)?.permissions().mode();
    if mode & unwanted != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
    }

    Ok(())
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it is the same function as on Unix")]
fn narrow_rights(_path: &Path, _unwanted: u32) -> io::Result<()> {
    // On Windows the user's profile is closed to other users by its access list, and what is made in it inherits that.
    Ok(())
}

/// The whole file; `None` when there is none.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Unfit> {
    if !inspect(path)? {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Unfit::TooLong);
    }

    Ok(Some(bytes))
}

/// Replaces a file by a new content. After a crash at any moment the file is the old one or the new one.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let prefix = format!(".{}.", name.to_string_lossy());
    let mut beside = Builder::new().prefix(&prefix).suffix(".new").tempfile_in(parent)?;
    beside.write_all(content)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;

    sync_folder(parent)
}

/// Removes what a crash in [`replace`] left behind.
pub(super) fn sweep(path: &Path) {
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return;
    };
    let prefix = format!(".{}.", name.to_string_lossy());
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_leftover = name.starts_with(&prefix) && Path::new(&*name).extension().is_some_and(|end| end == "new");
        if is_leftover && let Err(error) = fs::remove_file(entry.path()) {
            tracing::debug!(%error, "an unfinished file stays");
        }
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    // The name is durable only when the folder is (fsync(2)).
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it is the same function as on Unix")]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    // NTFS writes the change of a name into its own log.
    Ok(())
}

/// Whether files can be made in a folder, with the system's own reason: a database tells less.
pub(super) fn writable(folder: &Path) -> io::Result<()> {
    // One that a crash left behind goes with it, and another process may do the same with ours.
    sweep(&folder.join("probe"));
    match Builder::new().prefix(".probe.").suffix(".new").tempfile_in(folder)?.close() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        closed => closed,
    }
}

/// Makes an empty file that only its owner can open.
pub(super) fn create(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;

    Ok(())
}

/// Renames a damaged file, and what `companions` belong to it, and returns its new name.
pub(super) fn put_aside(path: &Path, companions: &[&str]) -> io::Result<String> {
    let with = |end: &str| -> PathBuf {
        let mut name = path.as_os_str().to_owned();
        name.push(end);

        name.into()
    };
    let free = (1..=KEPT_ASIDE).find(|number| fs::symlink_metadata(with(&format!(".damaged-{number}"))).is_err());
    let end = format!(".damaged-{}", free.unwrap_or(KEPT_ASIDE));
    let target = with(&end);
    if free.is_none() && target.is_dir() {
        fs::remove_dir_all(&target)?;
    }
    fs::rename(path, &target)?;
    for companion in companions {
        match fs::rename(with(companion), with(&format!("{end}{companion}"))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }

    Ok(target.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

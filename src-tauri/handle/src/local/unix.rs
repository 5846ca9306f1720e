//! A Unix socket with mode 0600 in a folder with mode 0700, and a look at who is on the other side.

use std::fs::{DirBuilder, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::net::{UnixListener, UnixStream};

use super::BindError;
use crate::HandleError;
use crate::instance::Instance;
use crate::paths::Paths;

/// A connection of this user.
pub(crate) type Connection = UnixStream;

/// The end that the resident listens at. The socket's file goes when it is dropped.
#[derive(Debug)]
pub struct Listener {
    inner: UnixListener,
    path: PathBuf,
    /// The only user who is let in.
    user: u32,
}

impl Listener {
    /// Opens the socket. Needs the instance's lock, so that the file of a resident that crashed can be told from the
    /// file of one that runs. Must be called within a tokio runtime.
    ///
    /// # Errors
    ///
    /// [`BindError`]; a file that somebody answers at, or that is no socket, is never removed.
    pub fn bind(paths: &Paths, _lock: &Instance) -> Result<Self, BindError> {
        let path = paths.socket.clone();
        // The field is 104 bytes on macOS and 108 on Linux, with a final zero.
        if path.as_os_str().len() > 103 {
            return Err(BindError::TooLong(path));
        }
        if let Some(folder) = path.parent() {
            make_private(folder)?;
        }
        remove_stale(&path)?;
        let inner = UnixListener::bind(&path)?;
        std::fs::set_permissions(&path, Permissions::from_mode(0o600))?;

        Ok(Self { inner, path, user: own_user() })
    }

    /// Waits for the next connection of this user. Another user's connection is closed without a word.
    pub(crate) async fn accept(&mut self) -> io::Result<Connection> {
        loop {
            let (stream, _) = self.inner.accept().await?;
            if is_of(&stream, self.user) {
                return Ok(stream);
            }
            tracing::warn!("closed a connection of another user");
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // When it fails, the next start finds that nobody answers, and removes it.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Connects to this user's resident.
pub(crate) async fn connect(paths: &Paths) -> Result<Connection, HandleError> {
    connect_to(paths, own_user()).await
}

async fn connect_to(paths: &Paths, user: u32) -> Result<Connection, HandleError> {
    let mut attempts = 0;
    loop {
        match UnixStream::connect(&paths.socket).await {
            Ok(stream) if is_of(&stream, user) => return Ok(stream),
            Ok(_) => return Err(HandleError::OtherUser),
            // Its queue is full for the moment.
            Err(error) if error.kind() == ErrorKind::WouldBlock && attempts < 40 => {
                attempts += 1;
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Err(error) => {
                return Err(match error.kind() {
                    ErrorKind::NotFound | ErrorKind::ConnectionRefused => HandleError::NotRunning,
                    ErrorKind::PermissionDenied => HandleError::OtherUser,
                    _ => HandleError::Io(error),
                });
            }
        }
    }
}

fn is_of(stream: &UnixStream, user: u32) -> bool {
    stream.peer_cred().is_ok_and(|peer| peer.uid() == user)
}

fn own_user() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// Makes the folder, or closes it for others if it is this user's.
pub(crate) fn make_private(folder: &Path) -> Result<(), BindError> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let now = std::fs::metadata(folder)?;
    if now.uid() != own_user() {
        return Err(BindError::OtherUser(folder.to_owned()));
    }
    if now.mode() & 0o077 != 0 {
        std::fs::set_permissions(folder, Permissions::from_mode(0o700))?;
    }

    Ok(())
}

fn remove_stale(path: &Path) -> Result<(), BindError> {
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
        Ok(file) if !file.file_type().is_socket() => return Err(BindError::InTheWay(path.to_owned())),
        Ok(_) => {}
    }
    match std::os::unix::net::UnixStream::connect(path) {
        Err(error) if error.kind() == ErrorKind::ConnectionRefused => Ok(std::fs::remove_file(path)?),
        Err(error) => Err(error.into()),
        Ok(_) => Err(BindError::Taken(path.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt;

    use super::*;

    /// The kernel says who the other side is; here the expected user is another one.
    #[tokio::test]
    async fn another_user_is_refused_in_both_directions() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::new(Some(folder.path())).unwrap();
        let lock = Instance::acquire(&paths).unwrap();
        let mut listener = Listener::bind(&paths, &lock).unwrap();

        let elsewhere = connect_to(&paths, own_user() + 1).await;
        assert!(matches!(elsewhere, Err(HandleError::OtherUser)));

        listener.user += 1;
        let mut refused = connect(&paths).await.unwrap();
        let mut buffer = [0; 8];
        tokio::select! {
            _ = listener.accept() => panic!("it was let in"),
            count = refused.read(&mut buffer) => assert_eq!(count.unwrap(), 0),
        }
    }
}

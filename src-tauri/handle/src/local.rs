//! The local socket of the system: a Unix socket, or a named pipe on Windows. Only the user who owns the resident gets
//! through, in both directions: the server refuses other users, and a client does not speak to another user's server.

use std::path::PathBuf;

#[cfg(unix)]
#[path = "local/unix.rs"]
mod system;
#[cfg(windows)]
#[path = "local/windows.rs"]
mod system;

pub use system::Listener;
#[cfg(unix)]
pub(crate) use system::make_private;
pub(crate) use system::{Connection, connect};

/// Why the local socket could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Someone answers there, although this process holds the lock.
    #[error("another program answers at {0}")]
    Taken(PathBuf),
    /// The folder or the pipe is another user's.
    #[error("{0} belongs to another user")]
    OtherUser(PathBuf),
    /// Something that is not a socket has its name.
    #[error("{0} is in the way; it is not a socket")]
    InTheWay(PathBuf),
    /// The system's limit is about 100 bytes.
    #[error("{0} is too long for the name of a socket; choose a folder with a shorter path")]
    TooLong(PathBuf),
    /// The system refused.
    #[error("the local socket could not be opened: {0}")]
    Io(#[from] std::io::Error),
}

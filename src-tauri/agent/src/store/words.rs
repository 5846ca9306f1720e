//! The reasons of the disk, in plain words.

use std::io::{Error, ErrorKind};

use homeport_core::text::Texts;

/// A text of the catalogue, with the system's own words where the text shows them.
pub(super) fn say(id: &str, reason: &str) -> String {
    // Made anew each time: it is needed next to never, and would be kept in memory for nothing.
    Texts::current().say(id, &[("reason", reason.into())])
}

pub(super) fn of_io(error: &Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => say("store-full", ""),
        ErrorKind::ReadOnlyFilesystem => say("store-read-only", ""),
        ErrorKind::PermissionDenied => say("store-denied", ""),
        _ => say("store-refused", &error.to_string()),
    }
}

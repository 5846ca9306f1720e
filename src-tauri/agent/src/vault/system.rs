//! What differs between the keychains of the three systems.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
pub(super) use linux::{KEPT, LONGEST, STUCK, Store, changed, get, look, make_writable, set, state_of};
#[cfg(target_os = "macos")]
pub(super) use macos::{KEPT, LONGEST, STUCK, Store, changed, get, look, make_writable, set, state_of};
#[cfg(windows)]
pub(super) use windows::{KEPT, LONGEST, STUCK, Store, changed, get, look, make_writable, set, state_of};

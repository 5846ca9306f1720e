//! The I/O shell around `homeport-core`: it reads clocks, sockets, files and the keychain, and decides nothing.

pub mod autostart;
pub mod clock;
pub mod converse;
mod dns;
pub mod doctor;
pub mod driver;
pub mod netwatch;
pub mod power;
pub mod practice;
pub mod probe;
#[cfg(windows)]
mod registration;
pub mod report;
pub mod resolver;
#[cfg(target_os = "macos")]
mod run_loop;
mod socket;
pub mod store;
pub mod transport;
pub mod vault;

//! Each of the failures that people meet most: forced in the real resident, told by the real window in the catalogue's
//! words, and cured with the button of its card.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod account;
mod address;
mod keychain;
mod network;
mod provider;
mod stage;

//! What crosses packages: real servers, the simulation, the tidy rules, the window.

pub mod binaries;
#[cfg(target_os = "linux")]
pub mod session_bus;

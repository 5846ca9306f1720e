//! What crosses packages: real servers, the simulation, the tidy rules, the window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

pub mod again;
pub mod binaries;
#[cfg(target_os = "linux")]
pub mod bind;
#[cfg(target_os = "linux")]
pub mod browser;
#[cfg(target_os = "linux")]
pub mod desktop;
#[cfg(target_os = "linux")]
pub mod ears;
#[cfg(target_os = "linux")]
pub mod faketime;
pub mod fuzz;
#[cfg(target_os = "linux")]
pub mod home_network;
#[cfg(target_os = "linux")]
pub mod household;
#[cfg(target_os = "linux")]
pub mod installation;
#[cfg(target_os = "linux")]
pub mod keyring;
#[cfg(target_os = "linux")]
pub mod knot;
#[cfg(target_os = "linux")]
#[path = "../lab/mod.rs"]
pub mod lab;
#[cfg(unix)]
pub mod mock_cloudflare;
pub mod mock_dns;
pub mod mock_provider;
#[cfg(unix)]
pub mod mock_proxy;
#[cfg(target_os = "linux")]
pub mod moto;
#[cfg(target_os = "linux")]
pub mod namespace;
#[cfg(target_os = "linux")]
pub mod nsupdate_info;
#[cfg(target_os = "linux")]
pub mod portal;
#[cfg(target_os = "linux")]
pub mod powerdns;
#[cfg(target_os = "linux")]
pub mod python;
#[cfg(target_os = "linux")]
#[cfg(target_os = "linux")]
pub mod server;
#[cfg(target_os = "linux")]
pub mod session_bus;
pub mod simulation;
#[cfg(target_os = "linux")]
pub mod tray_host;
#[cfg(target_os = "linux")]
pub mod trial;
#[cfg(target_os = "linux")]
pub mod window;

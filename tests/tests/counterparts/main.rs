//! Updates by the real program at the servers that people really run, on loopback, and what stands in DNS afterwards.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "the number of requests is a result")]

mod cloudflare;
mod knot;
mod many;
mod nsupdate_info;
mod once;
mod powerdns;
mod route53;

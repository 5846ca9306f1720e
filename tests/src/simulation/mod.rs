//! A made-up home that drives the real [`homeport_core::client::Client`] with a hand-moved clock. Each seed switches a
//! random part of the faults on; the judges say what must hold whatever happens.

#![allow(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    clippy::needless_pass_by_value,
    clippy::large_enum_variant,
    reason = "the world's steps all look alike, whether or not one of them can break a rule"
)]

pub mod broken;
pub mod clock;
pub mod coverage;
pub mod echo;
pub mod fault;
pub mod home;
pub mod judge;
pub mod life;
pub mod options;
pub mod provider;
pub mod random;
pub mod store;
pub mod subject;
pub mod world;

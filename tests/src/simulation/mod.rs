//! A made-up home that drives the real [`homeport_core::client::Client`] with a hand-moved clock. Each seed switches a
//! random part of the faults on; the judges say what must hold whatever happens.

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

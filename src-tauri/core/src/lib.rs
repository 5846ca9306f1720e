//! The decisions of Homeport. Facts come in, actions come out; there is no I/O, no clock and no randomness here, so that
//! a run can be repeated from its events.

pub mod address;
pub mod catalogue;
pub mod client;
pub mod doctor;
pub mod echo;
pub mod event;
pub mod fault;
pub mod gateway;
pub mod hostname;
pub mod import;
pub mod installation;
pub mod interface_id;
pub mod journal;
pub mod language;
pub mod ledger;
pub mod link;
pub mod lookout;
pub mod network;
pub mod notice;
pub mod observation;
pub mod packet;
pub mod plan;
pub mod provider;
pub mod reply;
pub mod request;
pub mod rounds;
pub mod settings;
pub mod snapshot;
pub mod sources;
pub mod standing;
pub mod text;
pub mod time;
pub mod tray;
pub mod verification;
pub mod wake;

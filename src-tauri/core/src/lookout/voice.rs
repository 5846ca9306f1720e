//! What a router said in each of its ways, and what can be seen of all that.

use std::net::Ipv4Addr;

use crate::address::Scope;
use crate::gateway::Protocol;
use crate::time::Mono;

/// What is known of one way of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The address that it named last.
    pub address: Option<Ipv4Addr>,
    /// It has been heard, and is not silent now.
    pub tells: bool,
    /// It has promised to tell of changes.
    pub promised: bool,
    /// How often it told something by itself.
    pub announcements: u32,
    /// The address that it named last when it was asked, and when that was.
    pub(super) answered: Option<(Option<Ipv4Addr>, Mono)>,
    pub(super) epoch: Option<(u32, Mono)>,
    pub(super) silent: u32,
}

/// What can be seen of a [`Lookout`].
#[derive(Debug, PartialEq, Eq)]
pub struct Face {
    pub(super) address: Option<Ipv4Addr>,
    pub(super) other: Option<(Ipv4Addr, Scope)>,
    /// The ways that were heard from: whether each tells, and whether it announces.
    pub(super) voices: Vec<(Protocol, bool, bool)>,
    pub(super) pulses: bool,
}

/// What was said before in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Same,
    Another,
}

impl Before {
    pub(super) fn of(before: Option<Ipv4Addr>, now: Option<Ipv4Addr>) -> Self {
        if before == now { Self::Same } else { Self::Another }
    }
}

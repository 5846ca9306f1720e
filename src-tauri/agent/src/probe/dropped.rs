//! Counts what came over the network and was no message of its protocol. It is dropped, and `homeport doctor` tells it.

use std::sync::atomic::{AtomicU32, Ordering};

/// What was to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    NatPmp,
    Pcp,
    Ssdp,
    Upnp,
    Stun,
    Dns,
    Http,
}

impl Kind {
    const ALL: [(Self, &'static str); 7] = [
        (Self::NatPmp, "NAT-PMP"),
        (Self::Pcp, "PCP"),
        (Self::Ssdp, "SSDP"),
        (Self::Upnp, "UPnP"),
        (Self::Stun, "STUN"),
        (Self::Dns, "DNS"),
        (Self::Http, "HTTP"),
    ];
}

/// One count for each kind, since the start.
#[derive(Debug, Default)]
pub struct Dropped([AtomicU32; 7]);

impl Dropped {
    pub(crate) fn count(&self, kind: Kind) {
        let count = &self.0[kind as usize];
        // A flood does not begin at nought again.
        let _ = count.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| count.checked_add(1));
    }

    /// The name and the count of each kind.
    #[must_use]
    pub fn counts(&self) -> Vec<(&'static str, u32)> {
        Kind::ALL.iter().map(|(kind, name)| (*name, self.0[*kind as usize].load(Ordering::Relaxed))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_count_of_its_own() {
        let dropped = Dropped::default();
        for (times, (kind, _)) in (1..).zip(Kind::ALL) {
            (0..times).for_each(|_| dropped.count(kind));
        }

        assert_eq!(dropped.counts().iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
    }
}

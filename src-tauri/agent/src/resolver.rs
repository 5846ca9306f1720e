//! Asks the zone's authoritative name servers directly.

//! The practice name server on loopback.

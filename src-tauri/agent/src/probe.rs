//! The sources of the public address.

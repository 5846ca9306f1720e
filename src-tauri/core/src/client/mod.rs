//! The whole DDNS client as one value.

//! Tells that the network changed, on three systems.

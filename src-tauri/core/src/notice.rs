//! Which notifications a change of the snapshot is worth.

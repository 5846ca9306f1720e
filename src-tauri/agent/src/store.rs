//! Settings, ledger and journal on disk.

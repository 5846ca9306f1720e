//! Gathers the facts for `homeport doctor`.

//! Secrets: the keychain, or systemd credentials.

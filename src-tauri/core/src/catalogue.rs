//! The catalogue of providers: one TOML file each.

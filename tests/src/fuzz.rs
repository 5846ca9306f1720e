//! What is fuzzed: each target takes any bytes, and neither panics, hangs nor grows without bound. `src/bin/fuzz.rs`
//! makes up the bytes; `tests/fuzz.rs` replays the corpora in `fuzz/corpus/` in every run of the tests.

use homeport_core::catalogue::Catalogue;

/// A parser that meets bytes of strangers.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and its folder in `fuzz/corpus/`.
    pub name: &'static str,
    /// Takes one input. What it panics about is a fault.
    pub run: fn(&[u8]),
}

/// All targets, by name.
pub const TARGETS: &[Target] = &[Target { name: "provider-file", run: provider_file }];

/// The target of this name.
#[must_use]
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().copied().find(|target| target.name == name)
}

/// A provider file of the user's own: read, and its examples carried out.
fn provider_file(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (catalogue, _) = Catalogue::with_own(&[("made-up.toml".to_owned(), text.to_owned())]);
    let _ = catalogue.prove(&homeport_core::settings::ProviderId("made-up".to_owned()));
}

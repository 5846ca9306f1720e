//! The fuzzer: libFuzzer around one of the targets in `homeport_tests::fuzz`. `fuzz/README.md` says how to run it.

#![no_main]
#![allow(clippy::panic, reason = "without a target there is nothing to fuzz")]

use std::sync::LazyLock;

use homeport_tests::fuzz::{self, TARGETS, Target};
use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    let wanted = std::env::var("FUZZ_TARGET").unwrap_or_default();

    fuzz::target(&wanted).unwrap_or_else(|| panic!("set FUZZ_TARGET to one of: {}", names.join(", ")))
});

fuzz_target!(|bytes: &[u8]| (TARGET.run)(bytes));

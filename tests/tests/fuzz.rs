//! Replays what the fuzzer found interesting, and what is known to be hard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use homeport_tests::fuzz::TARGETS;

/// One input takes far less; a parser that needs this long can be used to stop the program.
const LONGEST: Duration = Duration::from_secs(5);

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();

    entries
}

#[test]
fn every_input_of_the_corpora_is_taken_without_a_panic() {
    for target in TARGETS {
        let inputs = entries(&corpus().join(target.name));
        assert!(inputs.len() >= 3, "{} has a corpus", target.name);
        for input in inputs {
            let bytes = std::fs::read(&input).unwrap();
            let began = Instant::now();
            (target.run)(&bytes);
            assert!(began.elapsed() < LONGEST, "{} took {:?}", input.display(), began.elapsed());
        }
    }
}

#[test]
fn hostile_input_of_every_kind_is_taken_by_every_target() {
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat().into_bytes();
    let hostile: [Vec<u8>; 12] = [
        Vec::new(),
        vec![0; 4_096],
        vec![0xFF; 4_096],
        b"\xEF\xBB\xBF\xEF\xBB\xBF\r\n\r\r\n".to_vec(),
        "a".repeat(2 * 1024 * 1024).into_bytes(),
        "a=b\n".repeat(512 * 1024).into_bytes(),
        "a=b \\\n".repeat(100_000).into_bytes(),
        deep("[", "]"),
        deep("{\"a\":", "}"),
        deep("- ", ""),
        deep("a {", "}"),
        deep("(", ")"),
    ];
    for target in TARGETS {
        for (number, bytes) in hostile.iter().enumerate() {
            let began = Instant::now();
            (target.run)(bytes);
            assert!(began.elapsed() < LONGEST, "{}, input {number}: {:?}", target.name, began.elapsed());
        }
    }
}

#[test]
fn every_corpus_belongs_to_a_target() {
    let folders: BTreeSet<String> =
        entries(&corpus()).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let targets: BTreeSet<String> = TARGETS.iter().map(|target| target.name.to_owned()).collect();

    assert_eq!(folders, targets);
}

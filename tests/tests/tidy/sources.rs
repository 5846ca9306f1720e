//! Where files are, how long they are, and what must not stand in them.

use std::fs;

use crate::{Source, assert_none, project, root};

const TOP_LEVEL: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "icons",
    "installers",
    "src-tauri",
    "target",
    "tests",
    "ui",
];

/// A file that holds one idea is shorter than this.
const LONGEST: &[(&str, usize)] = &[("rs", 500), ("svelte", 150)];

/// The one file that may talk to the window's process.
const BACKEND: &str = "ui/src/lib/backend.ts";

/// Marks of unfinished work, and ways of not running a test. In two parts, or this list would find itself.
const UNFINISHED: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X"),
    ("todo", "!("),
    ("unimplemented", "!("),
    ("#[ig", "nore"),
    (".on", "ly("),
    ("test.sk", "ip("),
    ("it.sk", "ip("),
    ("describe.sk", "ip("),
    ("test.fix", "me("),
];

/// Folders of the machine that something was written on. They mean nothing to anyone else.
const MACHINE_PATHS: &[(&str, &str)] =
    &[("/wo", "rk/"), ("/fa", "rm/"), ("/ro", "ot/"), ("/ho", "me/"), ("/Use", "rs/"), ("C:\\Use", "rs\\")];

const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
const NODE_PACKAGES: &str = "https://registry.npmjs.org/";

fn outside_the_fixed_top_level<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    names
        .filter(|name| !name.starts_with('.') && !TOP_LEVEL.contains(name))
        .map(|name| format!("{name}: the top level is fixed"))
        .collect()
}

fn too_long(sources: &[Source]) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        for (extension, most) in LONGEST {
            let lines = source.text.lines().count();
            if source.has_extension(&[extension]) && lines > *most {
                wrong.push(format!("{}: {lines} lines, and {most} is the most", source.path));
            }
        }
    }

    wrong
}

fn talking_to_tauri_outside_the_backend(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.path.starts_with("ui/src/") && source.path != BACKEND)
        .filter(|source| source.text.contains("@tauri-apps"))
        .map(|source| format!("{}: only {BACKEND} talks to Tauri", source.path))
        .collect()
}

/// Each line with one of the marks, where `counts` agrees that what stands before it makes it one.
fn lines_with(
    sources: &[Source],
    extensions: Option<&[&str]>,
    marks: &[(&str, &str)],
    counts: fn(Option<char>) -> bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for source in sources {
        if extensions.is_some_and(|extensions| !source.has_extension(extensions)) {
            continue;
        }
        for (number, line) in source.text.lines().enumerate() {
            for (start, end) in marks {
                let mark = format!("{start}{end}");
                let found = line.match_indices(&mark).any(|(at, _)| counts(line[..at].chars().next_back()));
                if found {
                    wrong.push(format!("{}:{}: {mark}", source.path, number + 1));
                }
            }
        }
    }

    wrong
}

fn unfinished(sources: &[Source]) -> Vec<String> {
    lines_with(sources, Some(&["rs", "ts", "svelte", "html", "css"]), UNFINISHED, |before| {
        !before.is_some_and(char::is_alphanumeric)
    })
}

fn machine_paths(sources: &[Source]) -> Vec<String> {
    // The path of an address, or a folder inside the project, is no folder of a machine.
    lines_with(sources, None, MACHINE_PATHS, |before| {
        !before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '/' | '.' | '-' | '_' | '}' | '$'))
    })
}

fn other_registries(cargo_lock: &str, package_lock: &str) -> Vec<String> {
    let from_cargo = cargo_lock
        .lines()
        .filter(|line| line.starts_with("source = "))
        .filter(|line| line.trim_start_matches("source = ").trim_matches('"') != CRATES);
    let from_npm =
        package_lock.lines().map(str::trim).filter(|line| line.starts_with("\"resolved\":")).filter(|line| {
            !line.trim_start_matches("\"resolved\":").trim().trim_matches('"').starts_with(NODE_PACKAGES)
        });

    from_cargo.chain(from_npm).map(|line| format!("from another registry: {line}")).collect()
}

#[test]
fn the_top_level_holds_only_its_fixed_entries() {
    let names: Vec<String> =
        fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();

    assert_none(&outside_the_fixed_top_level(names.iter().map(String::as_str)));
}

#[test]
fn a_new_top_level_entry_is_found() {
    assert_eq!(outside_the_fixed_top_level(["src-tauri", "scripts", ".github"].into_iter()).len(), 1);
}

#[test]
fn no_file_is_too_long() {
    assert_none(&too_long(&project()));
}

#[test]
fn a_file_that_is_too_long_is_found() {
    let sources = [
        Source::sample("a.rs", &"\n".repeat(501)),
        Source::sample("b.rs", &"\n".repeat(500)),
        Source::sample("C.svelte", &"\n".repeat(151)),
        Source::sample("wire.ts", &"\n".repeat(5_000)),
    ];

    assert_eq!(too_long(&sources).len(), 2);
}

#[test]
fn only_the_backend_talks_to_tauri() {
    assert_none(&talking_to_tauri_outside_the_backend(&project()));
}

#[test]
fn a_component_that_talks_to_tauri_is_found() {
    let import = "import { invoke } from \"@tauri-apps/api/core\";";
    let sources = [Source::sample(BACKEND, import), Source::sample("ui/src/App.svelte", import)];

    assert_eq!(talking_to_tauri_outside_the_backend(&sources).len(), 1);
}

#[test]
fn nothing_is_unfinished_and_no_test_is_left_out() {
    assert_none(&unfinished(&project()));
}

#[test]
fn unfinished_work_and_tests_left_out_are_found() {
    for (start, end) in UNFINISHED {
        let sources = [Source::sample("a.rs", &format!("    {start}{end}"))];
        assert!(!unfinished(&sources).is_empty(), "{start}{end}");
    }
}

#[test]
fn no_path_of_a_machine_is_in_the_project() {
    assert_none(&machine_paths(&project()));
}

#[test]
fn a_path_of_a_machine_is_found() {
    for (start, end) in MACHINE_PATHS {
        let sources = [Source::sample("a.md", &format!("see `{start}{end}notes`"))];
        assert_eq!(machine_paths(&sources).len(), 1, "{start}{end}");
    }
}

#[test]
fn every_package_comes_from_the_public_registries() {
    assert_none(&other_registries(&crate::read("Cargo.lock"), &crate::read("ui/package-lock.json")));
}

#[test]
fn a_package_from_another_registry_is_found() {
    let cargo = format!("source = \"{CRATES}\"\nsource = \"registry+https://mirror.example.org/index\"\n");
    let npm =
        format!("  \"resolved\": \"{NODE_PACKAGES}x.tgz\",\n  \"resolved\": \"https://mirror.example.org/x.tgz\",\n");

    assert_eq!(other_registries(&cargo, &npm).len(), 2);
}

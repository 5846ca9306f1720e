//! Who may use whom.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::{assert_none, read, root};

/// Everything that the core may use: data and their formats, nothing that reads or waits.
const CORE_MAY_USE: &[&str] = &[
    "base64",
    "fluent-bundle",
    "hickory-proto",
    "httparse",
    "idna",
    "percent-encoding",
    "regex-lite",
    // Signatures only; keys and random numbers are not made here.
    "ring",
    "roxmltree",
    "saphyr-parser",
    "serde",
    "serde_json",
    "thiserror",
    "toml",
    "toml_edit",
    "ts-rs",
    "unic-langid",
    "url",
    "zeroize",
];

/// What a package must not reach, however far away, with the reason.
const MUST_NOT_REACH: &[(&str, &[&str], &str)] = &[
    ("homeport-core", &["tokio", "reqwest", "rusqlite", "keyring-core", "homeport-agent"], "the core does no I/O"),
    (
        "homeport-handle",
        &["reqwest", "keyring", "keyring-core", "rusqlite", "hickory-net", "hickory-server", "homeport-agent"],
        "the window and the command line hold it, and they hold no secrets",
    ),
    (
        "homeport-desktop",
        &["homeport-agent", "keyring-core", "rusqlite", "homeport"],
        "the window asks the resident for everything",
    ),
    ("homeport-agent", &["tauri", "wry", "homeport"], "the agent runs where there is no desktop"),
    ("homeport", &["tauri", "wry"], "the resident has no webview"),
];

const TESTS: &str = "homeport-tests";

/// Facts about the outside world that the core takes as arguments.
const CORE_BANS: &[&str] = &[
    "std::time::Instant::now",
    "std::time::SystemTime::now",
    "std::env::var",
    "std::fs::read",
    "std::fs::write",
    "std::fs::File",
    "std::net::TcpStream",
    "std::net::UdpSocket",
    "std::process::Command::new",
    "std::thread::spawn",
    "std::collections::HashMap",
];

/// Each package with the packages that it uses itself, tests of its own left out.
type Graph = BTreeMap<String, BTreeSet<String>>;

fn graph(pairs: &[(&str, &[&str])]) -> Graph {
    pairs
        .iter()
        .map(|(package, uses)| ((*package).to_owned(), uses.iter().map(|name| (*name).to_owned()).collect()))
        .collect()
}

/// The graph that cargo resolved, for all systems.
fn workspace() -> Graph {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version=1", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let names: BTreeMap<&str, &str> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (package["id"].as_str().unwrap(), package["name"].as_str().unwrap()))
        .collect();

    let mut graph = Graph::new();
    for node in metadata["resolve"]["nodes"].as_array().unwrap() {
        let uses = graph.entry(names[node["id"].as_str().unwrap()].to_owned()).or_default();
        for dependency in node["deps"].as_array().unwrap() {
            let not_only_for_tests =
                dependency["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].as_str() != Some("dev"));
            if not_only_for_tests {
                uses.insert(names[dependency["pkg"].as_str().unwrap()].to_owned());
            }
        }
    }

    graph
}

fn reached_from<'a>(graph: &'a Graph, package: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next = vec![package];
    while let Some(package) = next.pop() {
        for used in graph.get(package).into_iter().flatten() {
            if reached.insert(used.as_str()) {
                next.push(used);
            }
        }
    }

    reached
}

fn not_allowed_in_core(graph: &Graph) -> Vec<String> {
    graph["homeport-core"]
        .iter()
        .filter(|used| !CORE_MAY_USE.contains(&used.as_str()))
        .map(|used| format!("homeport-core uses {used}"))
        .collect()
}

fn reaching_too_far(graph: &Graph) -> Vec<String> {
    let mut wrong = Vec::new();
    for (package, forbidden, reason) in MUST_NOT_REACH {
        assert!(graph.contains_key(*package), "{package} is no package any more");
        let reached = reached_from(graph, package);
        wrong.extend(
            forbidden
                .iter()
                .filter(|name| reached.contains(*name))
                .map(|name| format!("{package} reaches {name}: {reason}")),
        );
    }

    wrong
}

fn using_the_tests(graph: &Graph) -> Vec<String> {
    graph
        .iter()
        .filter(|(_, uses)| uses.contains(TESTS))
        .map(|(package, _)| format!("{package} uses the tests"))
        .collect()
}

fn not_banned(clippy: &str) -> Vec<String> {
    CORE_BANS
        .iter()
        .filter(|path| !clippy.contains(&format!("path = \"{path}\"")))
        .map(|path| format!("src-tauri/core/clippy.toml does not ban {path}"))
        .collect()
}

/// A workspace in which everything is as it should be.
fn good() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("homeport-core", &["serde"]),
        ("homeport-handle", &["homeport-core", "tokio"]),
        ("homeport-agent", &["homeport-handle", "reqwest"]),
        ("homeport", &["homeport-agent"]),
        ("homeport-desktop", &["homeport-handle", "tauri"]),
        ("homeport-tests", &["homeport"]),
    ]
}

fn with(package: &'static str, uses: &'static [&'static str]) -> Graph {
    let mut pairs = good();
    pairs.retain(|(name, _)| *name != package);
    pairs.push((package, uses));

    graph(&pairs)
}

#[test]
fn each_package_uses_only_what_its_place_allows() {
    let workspace = workspace();

    assert_none(&not_allowed_in_core(&workspace));
    assert_none(&reaching_too_far(&workspace));
    assert_none(&using_the_tests(&workspace));
}

#[test]
fn a_package_that_uses_more_than_its_place_allows_is_found() {
    let good = graph(&good());
    assert_none(&not_allowed_in_core(&good));
    assert_none(&reaching_too_far(&good));
    assert_none(&using_the_tests(&good));

    assert_eq!(not_allowed_in_core(&with("homeport-core", &["serde", "rand"])).len(), 1);
    assert!(!reaching_too_far(&with("homeport-core", &["tokio"])).is_empty());
    assert_eq!(reaching_too_far(&with("homeport-handle", &["rusqlite"])).len(), 2, "the window reaches it through it");
    assert_eq!(reaching_too_far(&with("homeport-desktop", &["homeport-agent"])).len(), 1);
    assert_eq!(reaching_too_far(&with("homeport", &["tauri"])).len(), 1);
    assert_eq!(using_the_tests(&with("homeport", &["homeport-tests"])).len(), 1);
}

#[test]
fn the_core_bans_clocks_files_sockets_and_threads() {
    assert_none(&not_banned(&read("src-tauri/core/clippy.toml")));
}

#[test]
fn a_ban_that_was_taken_out_is_found() {
    let clippy = read("src-tauri/core/clippy.toml").replace("std::time::Instant::now", "std::time::Instant::later");

    assert_eq!(not_banned(&clippy).len(), 1);
}

//! README and CHANGELOG are true.

use crate::{assert_none, read};

const COMMANDS: &[&str] = &["cargo xtask run", "cargo xtask test"];
/// "At the top": what is seen without scrolling far.
const TOP_OF_README: usize = 60;

fn commands_missing_at_the_top(readme: &str) -> Vec<String> {
    let top: Vec<&str> = readme.lines().take(TOP_OF_README).collect();
    let top = top.join("\n");

    COMMANDS
        .iter()
        .filter(|command| !top.contains(**command))
        .map(|command| format!("the README does not name `{command}` at its top"))
        .collect()
}

fn version_missing(changelog: &str, version: &str) -> Vec<String> {
    if changelog.lines().any(|line| line.starts_with(&format!("## [{version}]"))) {
        return Vec::new();
    }

    vec![format!("CHANGELOG.md has no entry for {version}")]
}

#[test]
fn the_readme_has_the_two_commands_at_its_top() {
    assert_none(&commands_missing_at_the_top(&read("README.md")));
}

#[test]
fn a_command_that_the_readme_lost_is_found() {
    assert_eq!(commands_missing_at_the_top("# Homeport\n\n    cargo xtask run\n").len(), 1);
}

#[test]
fn the_changelog_has_this_version() {
    assert_none(&version_missing(&read("CHANGELOG.md"), env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_version_that_the_changelog_lacks_is_found() {
    assert_eq!(version_missing("## [0.1.0] - 2026-11-22\n", "0.2.0").len(), 1);
}

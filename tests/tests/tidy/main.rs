//! What no compiler checks: who may use whom, where things are, how long a file may get, and that texts, lists and
//! documents fit the code. Each rule is a function from what it reads to what is wrong, and each has a test with a bad
//! sample that it must find.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read the project has failed")]

mod catalogues;
mod components;
mod dependencies;
mod documents;
mod sources;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project, with its path from the root, in which `/` separates the folders.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn sample(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    fn has_extension(&self, extensions: &[&str]) -> bool {
        Path::new(&self.path)
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| extensions.contains(&extension))
    }
}

/// What tools make and no person writes.
const MADE: &[&str] = &["target", "node_modules", ".git", "ui/dist", "src-tauri/gen"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every text file of the project.
fn project() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), "", &mut found);
    assert!(found.len() > 50, "the project's files were not found");

    found
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if MADE.contains(&path.as_str()) || MADE.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}/"), found);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Source { path, text });
        }
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails with all that is wrong, one a line.
#[track_caller]
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

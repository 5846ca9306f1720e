//! Embeds the provider and protocol files in the order of their names, so that a new provider is one new file.
#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files; the ban is for the core itself")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut code = String::new();
    for (folder, list) in [("providers", "PROVIDER_FILES"), ("protocols", "PROTOCOL_FILES")] {
        println!("cargo::rerun-if-changed={folder}");
        let _ = writeln!(code, "pub(super) const {list}: &[(&str, &str)] = &[");
        for (id, path) in toml_files(&home.join(folder))? {
            // As a text in Rust: a path of Windows has backslashes.
            let path = path.display().to_string();
            let _ = writeln!(code, "    ({id:?}, include_str!({path:?})),");
        }
        code.push_str("];\n");
    }

    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("catalogue_files.rs"), code)
}

fn toml_files(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml")
            && let Some(id) = path.file_stem().and_then(|stem| stem.to_str())
        {
            files.push((id.to_owned(), path.clone()));
        }
    }
    files.sort();

    Ok(files)
}

//! Embeds the provider and protocol files in the order of their names, so that a new provider is one new file. What is
//! needed of every provider at once, such as the ends of its names, is read here, so that a start reads no file at all.
#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files; the ban is for the core itself")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut code = String::new();
    for (folder, list, kind) in
        [("providers", "PROVIDER_FILES", "&[(&str, Index, &str)]"), ("protocols", "PROTOCOL_FILES", "&[(&str, &str)]")]
    {
        println!("cargo::rerun-if-changed={folder}");
        let _ = writeln!(code, "const {list}: {kind} = &[");
        for (id, path) in toml_files(&home.join(folder))? {
            let index = if folder == "providers" { format!("{}, ", index(&path)?) } else { String::new() };
            // As a text in Rust: a path of Windows has backslashes.
            let path = path.display().to_string();
            let _ = writeln!(code, "    ({id:?}, {index}include_str!({path:?})),");
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

/// What the catalogue knows of a provider before its file is read. A file that is no TOML is found by the tests.
fn index(path: &Path) -> io::Result<String> {
    let file: toml::Table = toml::from_str(&fs::read_to_string(path)?).map_err(io::Error::other)?;
    let texts = |key: &str| -> Vec<String> {
        let list = file.get(key).and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();

        list.iter().filter_map(toml::Value::as_str).map(str::to_ascii_lowercase).collect()
    };
    let listed = file.get("listed").and_then(toml::Value::as_bool).unwrap_or(true);
    let (suffixes, nameservers) = (texts("suffixes"), texts("nameservers"));
    let mut names = texts("aliases");
    names.extend(file.get("name").and_then(toml::Value::as_str).map(str::to_lowercase));

    Ok(format!(
        "Index {{ listed: {listed}, names: &{names:?}, suffixes: &{suffixes:?}, nameservers: &{nameservers:?} }}"
    ))
}

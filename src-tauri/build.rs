//! Builds the pages when their sources are newer than what was built, then lets Tauri embed them. With
//! `HOMEPORT_UI=skip` a placeholder stands in for them, for machines without Node.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

const UI: &str = "../ui";
const BUILT: &str = "../ui/dist/index.html";
/// Everything the pages are made of.
const SOURCES: &[&str] = &[
    "../ui/src",
    "../ui/index.html",
    "../ui/package.json",
    "../ui/package-lock.json",
    "../ui/vite.config.ts",
    "../ui/svelte.config.js",
    "../ui/tsconfig.json",
    "core/texts/en.ftl",
];
const PLACEHOLDER: &str = "<!doctype html><title>Homeport</title><p>This build has no pages: HOMEPORT_UI=skip.";
/// What the pages may ask of the window; each has to be allowed by name in capabilities/main.json.
const COMMANDS: &[&str] = &["ask", "save", "choose", "watch", "open_link", "places"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed=HOMEPORT_UI");
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
    }
    if std::env::var("HOMEPORT_UI").is_ok_and(|choice| choice == "skip") {
        placeholder()?;
    } else if newest(SOURCES) > modified(Path::new(BUILT)) {
        build_ui()?;
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);

    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?)
}

/// Its time of change is zero, so that the real pages are built as soon as they can be.
fn placeholder() -> Result<(), Box<dyn Error>> {
    if Path::new(BUILT).exists() {
        return Ok(());
    }
    fs::create_dir_all("../ui/dist")?;
    fs::write(BUILT, PLACEHOLDER)?;
    File::options().write(true).open(BUILT)?.set_modified(SystemTime::UNIX_EPOCH)?;

    Ok(())
}

fn build_ui() -> Result<(), Box<dyn Error>> {
    let lock = modified(Path::new("../ui/package-lock.json"));
    if lock > modified(Path::new("../ui/node_modules/.package-lock.json")) {
        npm(&["ci"])?;
    }

    npm(&["run", "build"])
}

fn npm(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(name).args(arguments).current_dir(UI).output().map_err(|error| {
        format!("npm cannot be started ({error}): install Node 20.19 or newer, or set HOMEPORT_UI=skip")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();

    Err(format!("npm {} failed:\n{}", arguments.join(" "), String::from_utf8_lossy(&said)).into())
}

fn newest(paths: &[&str]) -> SystemTime {
    paths.iter().map(|path| newest_below(Path::new(path))).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

fn newest_below(path: &Path) -> SystemTime {
    let Ok(folder) = fs::read_dir(path) else {
        return modified(path);
    };
    let inside = folder.filter_map(Result::ok).map(|entry| newest_below(&entry.path())).max();

    // A file that was removed changes only its folder.
    inside.unwrap_or(SystemTime::UNIX_EPOCH).max(modified(path))
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).and_then(|metadata| metadata.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}

//! The real programs, built once for each run of a test binary.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The resident and command line, `homeport`.
///
/// # Panics
///
/// When it does not compile; the compiler's words are above.
#[must_use]
pub fn homeport() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();

    BUILT.get_or_init(|| build("homeport")).clone()
}

/// The window, `homeport-desktop`.
///
/// # Panics
///
/// When it does not compile; the compiler's words are above.
#[must_use]
pub fn homeport_desktop() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();

    BUILT.get_or_init(|| build("homeport-desktop")).clone()
}

/// Cargo itself says where the program is: the folder depends on the target, the profile and the environment. It builds
/// for the whole workspace, as `cargo xtask test` did before: for one package alone the dependencies' features differ, and
/// everything would be compiled twice.
#[allow(clippy::expect_used, clippy::panic, reason = "a test without its program cannot go on")]
fn build(program: &str) -> PathBuf {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--workspace", "--bin", program, "--message-format=json-render-diagnostics"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{program} does not compile");
    let messages = String::from_utf8_lossy(&output.stdout);
    let built = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == program)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from));

    built.unwrap_or_else(|| panic!("cargo built no program {program}"))
}

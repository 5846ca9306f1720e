//! The real programs, built once for each run of a test binary.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The resident and command line, `homeport`.
///
/// # Panics
///
/// When it does not compile; the compiler's words are above.
pub fn homeport() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();

    BUILT.get_or_init(|| build("homeport")).clone()
}

/// The window, `homeport-desktop`.
///
/// # Panics
///
/// When it does not compile; the compiler's words are above.
pub fn homeport_desktop() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();

    BUILT.get_or_init(|| build("homeport-desktop")).clone()
}

/// Cargo itself says where the program is: the folder depends on the target, the profile and the environment. It builds
/// for the whole workspace, as `cargo xtask test` did before: for one package alone the dependencies' features differ, and
/// everything would be compiled twice.
#[allow(clippy::expect_used, clippy::panic, reason = "a test without its program cannot go on")]
fn build(program: &str) -> PathBuf {
    // `cargo xtask test` built everything before, and says where.
    if let Some(folder) = std::env::var_os("HOMEPORT_BUILT") {
        return PathBuf::from(folder).join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    }
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What Cargo tells this test of its own package would make build scripts run once more, and with them half the tree.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let of_this_test = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"];
        let is_one_of = ["CARGO", "CARGO_TARGET_TMPDIR", "LD_LIBRARY_PATH", "OUT_DIR", "RUST_RECURSION_COUNT"];
        if is_one_of.contains(&&*text) || of_this_test.iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    let output = command
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

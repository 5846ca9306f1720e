//! Runs a test in a process of its own, which has another environment than the test binary.

use std::any::type_name;
use std::env;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Set for the copy of the test.
const INSIDE: &str = "HOMEPORT_TEST_INSIDE";
/// A test that takes longer is broken.
const LIMIT_SECONDS: &str = "120";

/// Runs `body` in a process that has these variables. `prepare` runs outside, and what it returns beside them stays until
/// the end. Call it as the only statement of a test, with closures that are written there: the test's name is taken from
/// the closure's.
///
/// # Panics
///
/// When `prepare` or `body` do.
pub fn with_variables<G, F: FnOnce()>(prepare: impl FnOnce() -> (G, Vec<(&'static str, String)>), body: F) {
    if is_inside() {
        return body();
    }
    let (_guard, variables) = prepare();
    run::<F>(&[], &variables);
}

/// This is the copy.
pub(crate) fn is_inside() -> bool {
    env::var_os(INSIDE).is_some()
}

/// Starts the test binary again, for the test whose body is of this type.
pub(crate) fn run<F>(prefix: &[&str], variables: &[(&str, String)]) {
    let program = env::current_exe().expect("the test binary has a path");
    let output = Command::new("timeout")
        .args(["--kill-after=5", LIMIT_SECONDS])
        .args(prefix)
        .arg(program)
        .args([test_name::<F>(), "--exact", "--nocapture", "--test-threads=1"])
        .env(INSIDE, "1")
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .output()
        .expect("`timeout` of coreutils starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "in its own process ({}):\n{text}\n{errors}", output.status);
    // A misspelt name would run nothing and succeed.
    assert!(text.contains("1 passed"), "the test did not run in its own process:\n{text}\n{errors}");
    // What it measured.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn test_name<F>() -> &'static str {
    let path = type_name::<F>().trim_end_matches("::{{closure}}");

    path.split_once("::").map_or(path, |(_crate, test)| test)
}

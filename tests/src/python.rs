//! The servers that are written in Python. `cargo xtask test` installs them into an environment below the target folder.

/// The environment's interpreter.
///
/// # Panics
///
/// When the environment is missing.
#[must_use]
pub fn interpreter() -> String {
    let test = std::env::current_exe().unwrap();
    let python = test.ancestors().map(|folder| folder.join("python/bin/python")).find(|python| python.exists());
    let python = python.expect("the Python environment of the tests is missing; `cargo xtask test` makes it");

    python.to_str().unwrap().to_owned()
}

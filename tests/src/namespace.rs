//! Runs a test in a network namespace of its own: interfaces, routes and ports that nobody else has, and no way to the
//! internet. Works for root and for an ordinary user (through a user namespace).

use std::any::type_name;
use std::env;
use std::process::{Command, Stdio};

/// Set for the copy of the test that runs inside.
const INSIDE: &str = "HOMEPORT_TEST_INSIDE";
/// A test that takes longer is broken.
const LIMIT_SECONDS: &str = "120";

/// Runs `body` in a namespace of its own, with loopback up. Call it as the only statement of a test, with a closure that
/// is written there: the test's name is taken from the closure's, and the test binary is started again for this one
/// test.
///
/// # Panics
///
/// When `body` does, and when the system permits no namespaces: such a test fails, it is never skipped.
pub fn inside<F: FnOnce()>(body: F) {
    if env::var_os(INSIDE).is_some() {
        ip("link set lo up");
        return body();
    }
    let unshare = permitted();
    let program = env::current_exe().expect("the test binary has a path");
    let output = Command::new("timeout")
        .args(["--kill-after=5", LIMIT_SECONDS])
        .args(unshare)
        .arg(program)
        .args([test_name::<F>(), "--exact", "--nocapture", "--test-threads=1"])
        .env(INSIDE, "1")
        .stdin(Stdio::null())
        .output()
        .expect("`timeout` of coreutils starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "inside the namespace ({}):\n{text}\n{errors}", output.status);
    // A misspelt name would run nothing and succeed.
    assert!(text.contains("1 passed"), "the test did not run inside the namespace:\n{text}\n{errors}");
}

/// Runs `ip` with these arguments, which are separated by spaces.
///
/// # Panics
///
/// When `ip` is missing or refuses.
pub fn ip(arguments: &str) {
    let output = Command::new("ip").args(arguments.split_whitespace()).output().expect("`ip` of iproute2 is installed");
    assert!(output.status.success(), "ip {arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Makes a cable: two interfaces, both up, each the other's end.
///
/// # Panics
///
/// As [`ip`].
pub fn cable(near: &str, far: &str) {
    ip(&format!("link add {near} type veth peer name {far}"));
    ip(&format!("link set {near} up"));
    ip(&format!("link set {far} up"));
}

/// The command that makes a namespace here.
fn permitted() -> &'static [&'static str] {
    const WAYS: [&[&str]; 2] = [&["unshare", "--user", "--map-root-user", "--net"], &["unshare", "--net"]];
    let mut refusals = String::new();
    for way in WAYS {
        match Command::new(way[0]).args(&way[1..]).arg("true").output() {
            Ok(output) if output.status.success() => return way,
            Ok(output) => refusals.push_str(&String::from_utf8_lossy(&output.stderr)),
            Err(error) => refusals.push_str(&error.to_string()),
        }
    }

    panic!(
        "this test needs a network namespace and the system permits none; run it as root, or allow user namespaces \
         (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0): {refusals}"
    );
}

fn test_name<F>() -> &'static str {
    let path = type_name::<F>().trim_end_matches("::{{closure}}");

    path.split_once("::").map_or(path, |(_crate, test)| test)
}

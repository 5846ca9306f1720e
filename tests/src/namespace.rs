//! Runs a test in a network namespace of its own: interfaces, routes and ports that nobody else has, and no way to the
//! internet. Works for root and for an ordinary user (through a user namespace).

use std::process::Command;

use crate::again::{is_inside, run};

/// Runs `body` in a namespace of its own, with loopback up. Call it as the only statement of a test, with a closure that
/// is written there: the test's name is taken from the closure's, and the test binary is started again for this one
/// test.
///
/// # Panics
///
/// When `body` does, and when the system permits no namespaces: such a test fails, it is never skipped.
pub fn inside<F: FnOnce()>(body: F) {
    if is_inside() {
        ip("link set lo up");
        return body();
    }
    run::<F>(permitted(), &[]);
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

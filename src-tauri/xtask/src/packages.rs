//! The system packages of Debian and Ubuntu that building, testing and comparing need. Nothing else is installed, each
//! package is named first, and where there is no apt they are only named.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::{program, say};

/// For `homeport`: a C compiler for `SQLite` and ring.
const PROGRAM: &[&str] = &["build-essential", "pkg-config"];

/// For the window: `WebKitGTK` and GTK.
const WINDOW: &[&str] = &["file", "librsvg2-dev", "libssl-dev", "libwebkit2gtk-4.1-dev", "pkg-config"];

/// For the tests: the real parts that they run against.
const TESTS: &[&str] = &[
    // Real authoritative name servers, and `dig`.
    "bind9",
    "bind9-dnsutils",
    "knot",
    "pdns-backend-sqlite3",
    "pdns-server",
    // For the servers written in Python (python.rs).
    "python3-venv",
    // Networks of their own, whose addresses the tests change.
    "iproute2",
    "nftables",
    // Clocks that a test moves.
    "libfaketime",
    // A home's router and its clients, a STUN server in the internet, and a VPN's tunnel.
    "coturn",
    "curl",
    "dnsmasq-base",
    "miniupnpd",
    "miniupnpd-nftables",
    "socat",
    "udhcpc",
    // The desktop's parts: message bus, keychain, notifications.
    "dbus",
    "gnome-keyring",
    "libsecret-tools",
    "dunst",
    "libnotify-bin",
    // A display, a window manager, hands for the system's own dialogs, and the browsers that are driven.
    "xvfb",
    "xauth",
    "openbox",
    "xdotool",
    "imagemagick",
    "webkit2gtk-driver",
    "chromium",
    "chromium-driver",
    // Checks of what `installers/` holds.
    "appstream",
    "desktop-file-utils",
    "systemd",
];

/// For Windows and macOS: a compiler with the source of its standard library, mingw's C compiler and linker, Wine,
/// and for what runs under it a display and a network whose addresses change.
const CROSS: &[&str] = &[
    "cargo-web",
    "gcc-mingw-w64-x86-64-posix",
    "iproute2",
    "rust-web-clippy",
    "rust-web-src",
    "rustc-web",
    "wine64",
    "xvfb",
];

/// For the figures: the peers beside which they are printed.
const BENCH: &[&str] = &[
    "bind9",
    "bind9-dnsutils",
    "coturn",
    "dbus",
    "ddclient",
    "dnsmasq-base",
    "imagemagick",
    "inadyn",
    "iproute2",
    "libio-socket-ssl-perl",
    "miniupnpd",
    "miniupnpd-nftables",
    "nftables",
    "socat",
    "udhcpc",
    "xvfb",
];

/// Programs that Debian starts as a service when it installs them. They are wanted as programs only.
const SERVICES: &[(&str, &str)] = &[
    ("bind9", "named"),
    ("coturn", "coturn"),
    ("ddclient", "ddclient"),
    ("inadyn", "inadyn"),
    ("knot", "knot"),
    ("miniupnpd", "miniupnpd"),
    ("pdns-server", "pdns"),
];

const INSTALL_LIMIT: Duration = Duration::from_secs(20 * 60);

/// What the packages are for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Purpose {
    Program,
    Window,
    Tests,
    Cross,
    Bench,
}

impl Purpose {
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Program => PROGRAM,
            Self::Window => WINDOW,
            Self::Tests => TESTS,
            Self::Cross => CROSS,
            Self::Bench => BENCH,
        }
    }
}

/// Installs what is missing. Whatever does not succeed is said, and the work goes on: the step that needs it fails
/// with its own reason.
pub(crate) fn install(purposes: &[Purpose]) {
    if !cfg!(target_os = "linux") {
        return; // Windows and macOS bring what the program needs.
    }
    let mut wanted: Vec<&str> = purposes.iter().flat_map(|purpose| purpose.packages()).copied().collect();
    wanted.sort_unstable();
    wanted.dedup();
    if !program::exists("apt-get") {
        say::line("This system has no apt. These packages are needed, by their Debian names:");
        say::line(&format!("  {}", wanted.join(" ")));
        say::line("Install those that are missing under the names your system has for them.");
        return;
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return;
    }
    say::step("System packages");
    say::line(&format!("These are missing: {}", missing.join(" ")));
    say::line("Installing them with apt-get.");
    apt_get(&["update", "-qq"]);
    let (known, unknown): (Vec<&str>, Vec<&str>) = missing.into_iter().partition(|package| is_known(package));
    if !unknown.is_empty() {
        say::line(&format!("This release does not have: {}", unknown.join(" ")));
    }
    if !known.is_empty() {
        let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
        arguments.extend(&known);
        apt_get(&arguments);
        stop_services(&known);
    }
}

fn is_installed(package: &str) -> bool {
    program::output_of("dpkg-query", &["-W", "-f=${Status}", package])
        .is_some_and(|status| status == "install ok installed")
}

fn is_known(package: &str) -> bool {
    program::output_of("apt-cache", &["show", "--no-all-versions", package]).is_some_and(|text| !text.is_empty())
}

fn apt_get(arguments: &[&str]) {
    let mut command = as_root("env");
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=900"]).args(arguments);
    let mut last_lines = Vec::new();
    let ended = program::run_reading(command, INSTALL_LIMIT, &mut |line| {
        last_lines.push(line.to_owned());
        false
    });
    ended.explain("apt-get", INSTALL_LIMIT);
    if !ended.well() {
        for line in last_lines.iter().rev().take(10).rev() {
            say::line(line);
        }
        say::line("apt-get did not succeed; what needs the missing packages will fail.");
    }
}

fn stop_services(installed: &[&str]) {
    for (package, service) in SERVICES {
        if installed.contains(package) && program::exists("systemctl") {
            say::line(&format!("Switching the service {service} off again: only its program is needed."));
            let mut command = as_root("systemctl");
            command.args(["disable", "--now", service]).stdin(Stdio::null()).stdout(Stdio::null());
            let _ = command.stderr(Stdio::null()).status();
        }
    }
}

fn as_root(program: &str) -> Command {
    let is_root = program::output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if is_root {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.arg(program);

    command
}

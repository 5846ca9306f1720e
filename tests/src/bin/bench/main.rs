//! Measures Homeport, as it is shipped, beside ddclient and inadyn, and prints one table. `cargo xtask bench` builds what
//! is needed and starts this with the path of `homeport` and the measures to take.
//!
//! Everything happens in network namespaces: a machine at home, whose address changes, and outside of it a provider, two
//! echo services and a name server over real TLS. Nothing leaves them.

#![cfg_attr(not(target_os = "linux"), allow(missing_docs, reason = "it needs network namespaces and /proc"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a measure that cannot be taken ends all")]
#![allow(clippy::print_stdout, reason = "its table is its result")]

#[cfg(target_os = "linux")]
mod answers;
#[cfg(target_os = "linux")]
mod catalogue;
#[cfg(target_os = "linux")]
mod change;
#[cfg(target_os = "linux")]
mod clients;
#[cfg(target_os = "linux")]
mod idle;
#[cfg(target_os = "linux")]
mod lab;
#[cfg(target_os = "linux")]
mod providers;
#[cfg(target_os = "linux")]
mod quiet;
#[cfg(target_os = "linux")]
mod rounds;
#[cfg(target_os = "linux")]
mod router;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod table;
#[cfg(target_os = "linux")]
mod watcher;
#[cfg(target_os = "linux")]
mod window;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::path::PathBuf;

    /// Set inside the namespace.
    const INSIDE: &str = "HOMEPORT_BENCH_INSIDE";

    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let Some(homeport) = arguments.first().map(PathBuf::from).filter(|path| path.is_file()) else {
        println!(
            "usage: bench PATH-OF-HOMEPORT [catalogue] [change] [idle] [providers] [quiet] [rounds] [router] [start] \
             [window] [homeport-only]"
        );
        return std::process::ExitCode::from(2);
    };
    if std::env::var_os(INSIDE).is_none() {
        let status = std::process::Command::new("unshare")
            .args(["--map-root-user", "--net", "--mount"])
            .arg(std::env::current_exe().expect("a running program has a path"))
            .args(&arguments)
            .env(INSIDE, "1")
            // The lab starts the program that is measured, and builds none.
            .env("HOMEPORT_BUILT", homeport.parent().unwrap_or(std::path::Path::new(".")))
            .status()
            .expect("`unshare` of util-linux is installed");
        return if status.success() { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE };
    }

    homeport_tests::namespace::ip("link set lo up");
    let _names = lab::use_its_name_server();
    let named = |measure: &str| arguments.iter().any(|argument| argument == measure);
    let peers = !named("homeport-only");
    let all = !["catalogue", "change", "idle", "providers", "quiet", "rounds", "router", "start", "window"]
        .into_iter()
        .any(named);
    let mut clients = vec![clients::Client::Homeport(homeport.clone())];
    if peers {
        clients.extend([clients::Client::Ddclient, clients::Client::Inadyn]);
    }
    let mut table = table::Table::default();
    if all || named("change") {
        change::measure(&homeport, &mut table);
    }
    if all || named("router") {
        router::measure(&clients, &mut table);
    }
    if all || named("quiet") {
        quiet::measure(&mut table);
    }
    if all || named("start") {
        start::measure(&homeport, &mut table);
    }
    if all || named("catalogue") {
        catalogue::measure(&homeport, &mut table);
    }
    if all || named("providers") {
        providers::measure(&homeport, &mut table);
    }
    if all || named("window") {
        window::measure(&homeport, &mut table);
    }
    if all || named("rounds") {
        rounds::measure(&clients, &mut table);
    }
    if all || named("idle") {
        idle::measure(&clients, &mut table);
    }
    println!("\n{table}");

    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("The measures need Linux.");
}

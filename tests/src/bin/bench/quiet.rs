//! What Homeport leaves alone behind a router, and how soon it is back: requests while nothing may be published, checks
//! under forged packets, the record after a wake, and what the resident costs with everything on.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use homeport_tests::lab::{Cafe, ECHO, HOME_NETWORK, Home, LIMIT, Lab, Speaks, Wishes, forge};
use homeport_tests::session_bus::SessionBus;

use crate::idle::{pss, wakes, wakes_since};
use crate::table::{Table, milliseconds, quantile};

/// Changes in each state in which nothing may be published.
const CHANGES: u32 = 10;
const EACH: Duration = Duration::from_secs(5);
const WAKES: u32 = 20;
/// The first update and what follows it are over.
const SETTLED: Duration = Duration::from_secs(20);
const MINUTE: Duration = Duration::from_secs(60);

/// Begins a state in which nothing may be published.
type Begins = fn(&mut Home);

pub(crate) fn measure(table: &mut Table) {
    println!("\nWhat is not sent, behind a router:");
    events(table);
    holds(table);
    forged(table);
    after_waking(table);
    at_rest(table);
}

fn home(speaks: Speaks, more: &str) -> Home {
    let wishes = Wishes { kinds: &["router", "stun"], more, ..Wishes::default() };
    let home = Home::in_lab(Lab::new(speaks), &wishes);
    home.wait_for_record(home.lab.wan().expect("it has an address"), LIMIT);
    std::thread::sleep(SETTLED);
    home.lab.provider.forget_counts();

    home
}

fn updates(home: &Home) -> f64 {
    u32::try_from(home.updates()).map_or(f64::INFINITY, f64::from)
}

/// How often the echo services were asked, each once for a check.
fn checks(home: &Home) -> f64 {
    f64::from(home.lab.provider.echoes()) / f64::from(u32::try_from(ECHO.len()).unwrap_or(1))
}

fn events(table: &mut Table) {
    let home = home(Speaks::All, "");
    home.lab.host.storm(500, 5, Duration::from_millis(50));
    std::thread::sleep(EACH);
    table.add("1,000 network events, nothing changed: update requests", "", "0", "homeport", updates(&home));
}

fn holds(table: &mut Table) {
    let only_at_home = format!("[network]\nhome = [\"{HOME_NETWORK}\"]\n");
    let cases: [(&str, &str, Begins); 4] = [
        ("away", &only_at_home, |home| home.lab.move_to_cafe(Cafe::Elsewhere)),
        ("VPN on hold", "", |home| home.lab.set_vpn(true)),
        ("portal", "", |home| home.lab.set_portal(true)),
        ("sources disagree", "", |home| home.lab.provider.tell_at(ECHO[1].into(), IpAddr::from([20, 66, 0, 6]))),
    ];
    for (name, more, begin) in cases {
        // The router is no third witness: the two sources alone have to agree.
        let mut home = home(Speaks::Nothing, more);
        begin(&mut home);
        // The moment in which it begins is no part of it: an address that was agreed before may still be right.
        std::thread::sleep(EACH);
        home.lab.provider.forget_counts();
        for _ in 0..CHANGES {
            home.lab.change_wan();
            home.lab.flap(1, Duration::from_millis(300));
            std::thread::sleep(EACH);
        }
        let row = format!("{CHANGES} changes, {name}: provider requests");
        table.add(&row, "", "0", "homeport", updates(&home));
    }
}

fn forged(table: &mut Table) {
    let mut home = home(Speaks::All, "");
    let (router, before) = (home.lab.router().address(), pss(home.process()));
    home.lab.provider.forget_counts();
    let sent = forge(home.lab.neighbour(), router, 100_000, MINUTE);
    assert_eq!(sent, 100_000, "all of them left");
    table.add("100,000 forged announcements: checks a minute", "", "<= 10", "homeport", checks(&home));
    table.add("100,000 forged announcements: update requests", "", "0", "homeport", updates(&home));
    table.add("100,000 forged announcements: memory more", "MiB", "", "homeport", pss(home.process()) - before);
}

/// The address changes while the machine sleeps and its cable is out.
fn after_waking(table: &mut Table) {
    let bus = SessionBus::start().expect("dbus-daemon is installed");
    let variables = [("DBUS_SYSTEM_BUS_ADDRESS", bus.address())];
    let wishes = Wishes { kinds: &["router", "stun"], variables: &variables, ..Wishes::default() };
    let mut home = Home::in_lab(Lab::new(Speaks::All), &wishes);
    home.wait_for_record(home.lab.wan().expect("it has an address"), LIMIT);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime is made");
    let times: Vec<f64> = runtime.block_on(async {
        let builder = zbus::connection::Builder::address(bus.address()).expect("it is an address");
        let logind = builder.build().await.expect("the bus is there");
        logind.request_name("org.freedesktop.login1").await.expect("nobody has it");
        let mut times = Vec::new();
        for _ in 0..WAKES {
            std::thread::sleep(EACH);
            sleeps(&logind, true).await;
            let address = home.lab.change_wan();
            // Out, and in again a second later.
            home.lab.flap(1, Duration::from_secs(2));
            let up = Instant::now();
            sleeps(&logind, false).await;
            home.wait_for_record(address, LIMIT);
            times.push(milliseconds(up.elapsed()));
        }
        times
    });
    table.add("wake -> right record in DNS, p50", "ms", "", "homeport", quantile(&times, 0.5));
    table.add("wake -> right record in DNS, max", "ms", "<= 5000", "homeport", quantile(&times, 1.0));
}

async fn sleeps(logind: &zbus::Connection, asleep: bool) {
    let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
    logind.emit_signal(None::<&str>, path, interface, "PrepareForSleep", &asleep).await.expect("the bus is there");
}

fn at_rest(table: &mut Table) {
    let home = home(Speaks::All, "");
    std::thread::sleep(SETTLED);
    let before = wakes(home.process());
    std::thread::sleep(MINUTE);
    table.add("idle behind a router: PSS", "MiB", "<= 10", "homeport", pss(home.process()));
    let row = "idle behind a router: wake-ups a minute, with 4 questions to it";
    table.add(row, "", "<= 12 more", "homeport", wakes_since(home.process(), before));
}

//! The lab itself: each of its verbs does what it says, seen from the machine at home with plain tools.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use homeport_tests::lab::{CAFE_WAN, Cafe, ECHO, EXIT, HOSTNAME, Lab, Resolver, SERVERS, SHARED, Speaks, TUNNEL, say};
use homeport_tests::namespace;

/// On a machine that is busy.
const LIMIT: Duration = Duration::from_secs(20);

/// The lab, and the authority of its servers.
struct Seen {
    lab: Lab,
    authority: tempfile::NamedTempFile,
}

impl Seen {
    fn new() -> Self {
        let started = Instant::now();
        let lab = Lab::new(Speaks::All);
        say(&format!("built in {:?}", started.elapsed()));
        let mut authority = tempfile::NamedTempFile::new().unwrap();
        authority.write_all(lab.provider.authority().as_bytes()).unwrap();

        Self { lab, authority }
    }

    /// What curl gets at the host, and whether it was content with the certificate.
    fn curl(&self, url: &str, more: &[&str]) -> Result<String, i32> {
        let mut command = self.lab.host.command("curl");
        command.args(["--silent", "--show-error", "--max-time", "4", "--cacert"]).arg(self.authority.path());
        let output = command.args(more).arg(url).output().expect("curl is installed");
        if !output.status.success() {
            return Err(output.status.code().unwrap());
        }

        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The host's address as both echo services see it.
    fn echo(&self) -> [Option<IpAddr>; 2] {
        [0, 1].map(|server| self.curl(&format!("https://{}/ip", SERVERS[server]), &["-4"]).ok()?.parse().ok())
    }

    fn is_seen_as(&self, address: impl Into<IpAddr>) {
        let address = address.into();
        assert_eq!(self.echo(), [Some(address); 2]);
    }

    /// The addresses that the host's resolver knows of a name.
    fn resolve(&self, name: &str) -> Vec<String> {
        let text = self.lab.host.output("dig", &["+short", "+time=1", "+tries=1", name]);

        text.lines().filter(|line| !line.starts_with(';')).map(str::to_owned).collect()
    }

    fn addresses(&self) -> String {
        self.lab.host.output("ip", &["address", "show", "dev", "eth0"])
    }
}

fn wait(what: &str, is_so: impl Fn() -> bool) -> Duration {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < LIMIT, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }

    started.elapsed()
}

fn namespace_of(process: u32) -> Option<PathBuf> {
    fs::read_link(format!("/proc/{process}/ns/net")).ok()
}

/// The processes in one of these networks.
fn processes_in(networks: &[PathBuf]) -> Vec<u32> {
    let all = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());

    all.filter(|process| namespace_of(*process).is_some_and(|network| networks.contains(&network))).collect()
}

#[test]
fn a_home_is_built_and_gone_in_seconds_again_and_again_and_leaves_nothing() {
    namespace::inside(|| {
        for _ in 0..3 {
            let started = Instant::now();
            let mut lab = Lab::new(Speaks::All);
            let neighbour = lab.neighbour().id();
            lab.set_vpn(true);
            lab.set_cgnat(true);
            lab.set_portal(true);
            let machines = [lab.host.id(), lab.router().machine().id(), neighbour];
            let networks: Vec<PathBuf> = machines.into_iter().filter_map(namespace_of).collect();
            assert_eq!(networks.len(), 3);
            assert!(processes_in(&networks).len() >= 5, "the machines, dnsmasq and miniupnpd");
            let built = started.elapsed();

            drop(lab);
            say(&format!("built in {built:?}, gone {:?} later", started.elapsed().saturating_sub(built)));
            assert_eq!(processes_in(&networks), Vec::<u32>::new());
            let own = namespace_of(std::process::id()).unwrap();
            assert_eq!(processes_in(&[own]), [std::process::id()], "the servers of the internet");
            let links = Command::new("ip").args(["-brief", "link"]).output().unwrap();
            let links = String::from_utf8_lossy(&links.stdout).into_owned();
            assert_eq!(links.lines().count(), 1, "loopback alone: {links}");
            assert!(started.elapsed() < LIMIT);
        }
    });
}

#[test]
fn the_host_has_a_lease_a_resolver_and_a_way_to_every_server_but_none_outside() {
    namespace::inside(|| {
        let seen = Seen::new();
        assert_eq!(seen.lab.host.address(), Some(Ipv4Addr::new(192, 168, 7, 10)));
        assert_eq!(seen.resolve(SERVERS[0]), [ECHO[0].to_string()]);
        seen.is_seen_as(seen.lab.wan().unwrap());
        assert_eq!(seen.curl(&format!("https://{}/nic/update", SERVERS[2]), &[]).unwrap(), "badauth");

        assert_eq!(seen.resolve("www.debian.org"), Vec::<String>::new());
        assert!(seen.curl("https://198.41.0.4/", &[]).is_err());
    });
}

#[test]
fn the_provider_writes_into_the_zone_of_the_hostname() {
    namespace::inside(|| {
        let seen = Seen::new();
        let update = format!("https://{}/nic/update?hostname={HOSTNAME}&myip=20.1.0.9", SERVERS[2]);
        let answer = seen.curl(&update, &["--user", "home:only-for-tests"]);

        assert_eq!(answer.as_deref(), Ok("good 20.1.0.9"));
        assert_eq!(seen.lab.in_dns(), ["20.1.0.9".parse::<IpAddr>().unwrap()]);
        assert_eq!(seen.resolve(HOSTNAME), ["20.1.0.9"]);
    });
}

#[test]
fn a_changed_address_and_a_restarted_router_are_seen_by_the_world() {
    namespace::inside(|| {
        let mut seen = Seen::new();
        for _ in 0..3 {
            let address = seen.lab.change_wan();
            seen.is_seen_as(address);
        }
        seen.lab.reboot_router();
        seen.is_seen_as(seen.lab.wan().unwrap());
    });
}

#[test]
fn a_carrier_that_shares_its_address_stands_before_the_router_until_it_goes() {
    namespace::inside(|| {
        let mut seen = Seen::new();
        let before = seen.lab.wan().unwrap();
        seen.lab.set_cgnat(true);
        assert_eq!(seen.lab.wan(), Some(IpAddr::from([100, 64, 7, 7])));
        seen.is_seen_as(SHARED);

        seen.lab.set_cgnat(false);
        assert_eq!(seen.lab.wan(), Some(before));
        seen.is_seen_as(before);
    });
}

#[test]
fn a_portal_takes_every_connection_until_it_ends() {
    const UNTRUSTED: i32 = 60;

    namespace::inside(|| {
        let mut seen = Seen::new();
        seen.lab.set_portal(true);
        assert_eq!(seen.curl(&format!("https://{}/ip", SERVERS[0]), &[]), Err(UNTRUSTED));
        assert!(seen.curl("http://one.example.net/", &[]).unwrap().contains("sign in"));
        assert!(seen.curl(&format!("https://{}/ip", SERVERS[0]), &["--insecure"]).unwrap().contains("sign in"));
        assert_eq!((seen.lab.portal_connections(), seen.lab.provider.echoes()), (3, 0));

        seen.lab.set_portal(false);
        seen.is_seen_as(seen.lab.wan().unwrap());
        seen.lab.provider.tell_a_page();
        assert!(seen.curl(&format!("https://{}/ip", SERVERS[0]), &[]).unwrap().contains("sign in"));
    });
}

#[test]
fn the_echo_services_can_tell_different_addresses() {
    namespace::inside(|| {
        let seen = Seen::new();
        let wrong: IpAddr = [20, 66, 0, 6].into();
        seen.lab.provider.tell_at(ECHO[1].into(), wrong);
        assert_eq!(seen.echo(), [seen.lab.wan(), Some(wrong)]);

        seen.lab.provider.tell_the_truth();
        seen.is_seen_as(seen.lab.wan().unwrap());
    });
}

#[test]
fn the_resolver_of_the_router_refuses_or_hangs_and_is_mended() {
    namespace::inside(|| {
        let seen = Seen::new();
        for resolver in [Resolver::Refuses, Resolver::Silent] {
            seen.lab.set_resolver(resolver);
            assert_eq!(seen.resolve(SERVERS[0]), Vec::<String>::new(), "{resolver:?}");
        }
        seen.lab.set_resolver(Resolver::Answers);
        assert_eq!(seen.resolve(SERVERS[0]), [ECHO[0].to_string()]);
    });
}

#[test]
fn a_vpn_is_a_tunnel_to_an_exit_elsewhere_and_goes_again() {
    namespace::inside(|| {
        let mut seen = Seen::new();
        let way_out = |seen: &Seen| seen.lab.host.output("ip", &["route", "get", "198.41.0.4"]);
        seen.lab.set_vpn(true);
        assert!(way_out(&seen).contains(TUNNEL), "{}", way_out(&seen));
        wait("the tunnel", || seen.echo() == [Some(EXIT.into()); 2]);

        seen.lab.set_vpn(false);
        assert!(way_out(&seen).contains("via 192.168.7.1 dev eth0"), "{}", way_out(&seen));
        seen.is_seen_as(seen.lab.wan().unwrap());
    });
}

#[test]
fn the_host_is_carried_to_a_cafe_and_home_again() {
    namespace::inside(|| {
        let mut seen = Seen::new();
        let home = seen.lab.wan().unwrap();
        let gateway = |seen: &Seen| seen.lab.host.output("ip", &["neighbour", "show", "dev", "eth0"]);
        for (cafe, network) in [(Cafe::Elsewhere, 99), (Cafe::LikeHome, 7)] {
            let started = Instant::now();
            seen.lab.move_to_cafe(cafe);
            say(&format!("in the cafe after {:?}", started.elapsed()));
            assert_eq!(seen.lab.host.address(), Some(Ipv4Addr::new(192, 168, network, 10)));
            seen.is_seen_as(CAFE_WAN);
            assert!(gateway(&seen).contains("02:00:00:03:00:02"), "{}", gateway(&seen));

            seen.lab.move_home();
            assert_eq!(seen.lab.host.address(), Some(Ipv4Addr::new(192, 168, 7, 10)));
            seen.is_seen_as(home);
            assert!(gateway(&seen).contains("02:00:00:01:00:02"), "{}", gateway(&seen));
        }
    });
}

#[test]
fn a_new_prefix_deprecates_the_one_before_and_both_stay_reachable() {
    namespace::inside(|| {
        let mut seen = Seen::new();
        let first = seen.lab.change_prefix();
        // One that lasts, and a temporary one.
        let has = |seen: &Seen, prefix: Ipv6Addr, flag: &str| {
            let start = prefix.to_string().trim_end_matches(':').to_owned() + ":";
            let text = seen.addresses();
            let lines = text.lines().filter(|line| line.contains(&start) && !line.contains("tentative"));
            lines.filter(|line| flag.is_empty() || line.contains(flag)).count()
        };
        let took = wait("addresses of the first prefix", || has(&seen, first, "") == 2);
        say(&format!("the first prefix after {took:?}"));
        assert_eq!(has(&seen, first, "temporary"), 1, "{}", seen.addresses());
        let echo = |seen: &Seen, more: &[&str]| {
            let said = seen.curl(&format!("https://{}/ip", SERVERS[0]), &[&["-6"], more].concat());
            said.ok()?.parse::<Ipv6Addr>().ok()
        };
        let of = |address: Option<Ipv6Addr>| address.map(|address| Ipv6Addr::from(u128::from(address) >> 64 << 64));
        wait("the first prefix outside", || of(echo(&seen, &[])) == Some(first));

        let second = seen.lab.change_prefix();
        let took = wait("addresses of the second prefix", || {
            has(&seen, second, "") == 2 && has(&seen, first, "deprecated") == 2
        });
        say(&format!("the second prefix after {took:?}"));
        assert_eq!(of(echo(&seen, &[])), Some(second));
        let text = seen.addresses();
        let old = text.lines().find(|line| line.contains("deprecated")).unwrap().split_whitespace().nth(1).unwrap();
        let old = old.split('/').next().unwrap();
        assert_eq!(of(echo(&seen, &["--interface", old])), Some(first), "the old one is alive");
    });
}

#[test]
fn a_flap_takes_the_link_down_and_a_storm_is_thousands_of_messages() {
    namespace::inside(|| {
        let mut seen = Seen::new();
        let mut monitor = seen.lab.host.command("ip");
        let file = tempfile::NamedTempFile::new().unwrap();
        monitor.args(["monitor", "link", "address"]).stdout(file.reopen().unwrap());
        let _monitor = homeport_tests::session_bus::Program::start(&mut monitor).unwrap();
        let told =
            |what: &str| fs::read_to_string(file.path()).unwrap().lines().filter(|line| line.contains(what)).count();
        std::thread::sleep(Duration::from_millis(200));

        seen.lab.flap(3, Duration::from_millis(200));
        wait("the links", || told("NO-CARRIER") >= 3);
        let started = Instant::now();
        seen.lab.host.storm(2_100, 2_100, Duration::ZERO);
        say(&format!("a storm of 4,200 messages in {:?}", started.elapsed()));
        wait("the storm", || told("10.77.") >= 4_000);
        seen.is_seen_as(seen.lab.wan().unwrap());
        let neighbour = seen.lab.neighbour();
        let lan = neighbour.output("ip", &["-brief", "address", "show", "dev", "eth0"]);
        assert!(lan.contains("192.168.7.66"), "{lan}");
    });
}

//! One change of the address with 1,000 names, a hundred at each of ten providers, by the files of the catalogue.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use homeport_tests::home_network::Home;
use homeport_tests::installation::Installation;
use homeport_tests::mock_cloudflare::Right;
use homeport_tests::mock_dns;
use homeport_tests::mock_provider::MockProvider;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::session_bus::Program;
use serde_json::json;

use crate::answers::{Answers, DYNDNS2, HOSTS, POWERDNS};
use crate::idle;
use crate::rounds::cpu_of_children;
use crate::table::{Table, milliseconds, quantile};

/// Two echo services, and all providers with their name server.
const OUTSIDE: [IpAddr; 3] = [
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 1)),
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 2)),
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 3)),
];
const NAMES: usize = 100;
const CHANGES: u8 = 7;
const DELAY: Duration = Duration::from_millis(50);
/// Long after the last record of a change is proved.
const PROVED: Duration = Duration::from_secs(4);
const CHANGES_OF_RESIDENT: u8 = 3;
/// A resident keeps the pace of deSEC, which is a minute.
const PACE: Duration = Duration::from_secs(70);
/// A token of Cloudflare has 40 letters.
const SECRET: &str = "made-up-token-only-for-this-test-40-long";

/// An account: its provider, the zone of its names, the key of its secret, its host, and the fewest requests by the words
/// of the provider.
pub(crate) struct Account {
    pub(crate) provider: &'static str,
    zone: &'static str,
    secret: &'static str,
    host: &'static str,
    fewest: usize,
    fields: &'static str,
}

const fn account(
    provider: &'static str,
    zone: &'static str,
    secret: &'static str,
    host: &'static str,
    fewest: usize,
    fields: &'static str,
) -> Account {
    Account { provider, zone, secret, host, fewest, fields }
}

/// With dyndns2 20 names go into one request, with Duck DNS 5. The others are asked for their zones, except deSEC, for the
/// zone's records, and then to change them all.
pub(crate) const ACCOUNTS: [Account; 10] = [
    account("no-ip", "ddns.net", "password", HOSTS[0], 5, "user = \"jane\""),
    account("dynu", "mywire.org", "password", HOSTS[1], 5, "user = \"jane\""),
    account("duckdns", "duckdns.org", "token", HOSTS[2], 20, ""),
    account("desec", "example.dedyn.io", "token", HOSTS[3], 5, "zone = \"example.dedyn.io\""),
    account("dyn", "dyndns.org", "password", HOSTS[4], 5, "user = \"jane\""),
    account("dyndns2", "example.com", "password", DYNDNS2, 5, "user = \"jane\"\nserver = \"https://dyn.example.com\""),
    account("cloudflare", "example.org", "token", HOSTS[7], 3, ""),
    account("route53", "example.net", "secret_access_key", HOSTS[8], 3, "access_key_id = \"AKIAIOSFODNN7EXAMPLE\""),
    account("powerdns", "example.info", "key", POWERDNS, 3, "server = \"https://pdns.example.info\""),
    account("desec-api", "example.de", "token", HOSTS[10], 2, "zone = \"example.de\""),
];
/// One name in a request, and one request at a time.
const ONE_BY_ONE: [Account; 1] = [account("ydns", "ydns.eu", "password", HOSTS[6], 100, "user = \"jane\"")];

pub(crate) fn measure(homeport: &Path, table: &mut Table) {
    println!(
        "\n1000 names at ten providers that answer in {} ms, {CHANGES} changes of the address:",
        DELAY.as_millis()
    );
    let mut lab = Lab::new();
    let files = lab.files(&ACCOUNTS);
    let runs = lab.changes(homeport, &files, &ACCOUNTS);
    let measure = "one change, 1000 names at ten providers, 50 ms";
    for account in &ACCOUNTS {
        let requests = median(&runs, |run| run.requests.get(account.host).copied().unwrap_or_default());
        let measure = format!("{measure}: requests to {}", account.provider);
        table.add(&measure, "", &account.fewest.to_string(), "homeport", requests);
    }
    let fewest: usize = ACCOUNTS.iter().map(|account| account.fewest).sum();
    let all = median(&runs, |run| run.requests.values().sum());
    table.add(&format!("{measure}: requests"), "", &fewest.to_string(), "homeport", all);
    table.add(&format!("{measure}: wall"), "ms", "<= 2000", "homeport", median(&runs, |run| run.wall));
    table.add(
        &format!("{measure}: CPU of a program that starts for it"),
        "ms",
        "",
        "homeport",
        median(&runs, |run| run.cpu),
    );
    let runs = lab.changes_of_resident(homeport, &files);
    table.add(
        &format!("{measure}, resident: requests"),
        "",
        &fewest.to_string(),
        "homeport",
        median(&runs, |run| run.requests.values().sum()),
    );
    let wall = median(&runs, |run| run.wall);
    table.add(&format!("{measure}, resident: wall"), "ms", "<= 2000", "homeport", wall);
    table.add(&format!("{measure}, resident: CPU"), "ms", "<= 100", "homeport", median(&runs, |run| run.cpu));

    println!("\n100 names at a provider that takes one name in a request and one request at a time:");
    let files = lab.files(&ONE_BY_ONE);
    let runs = lab.changes(homeport, &files, &ONE_BY_ONE);
    let measure = "one change, 100 names at YDNS, 50 ms";
    table.add(&format!("{measure}: requests"), "", "100", "homeport", median(&runs, |run| run.requests.values().sum()));
    table.add(&format!("{measure}: wall"), "ms", ">= 5000 by its rule", "homeport", median(&runs, |run| run.wall));
}

/// One change of the address.
struct Run {
    wall: f64,
    cpu: f64,
    /// By host.
    requests: BTreeMap<String, f64>,
}

fn names(accounts: &[Account]) -> Vec<(&'static str, String)> {
    accounts
        .iter()
        .flat_map(|account| (0..NAMES).map(move |number| (account.provider, format!("host{number}.{}", account.zone))))
        .collect()
}

fn median(runs: &[Run], of: impl Fn(&Run) -> f64) -> f64 {
    quantile(&runs.iter().map(of).collect::<Vec<_>>(), 0.5)
}

struct Lab {
    home: Home,
    echo: MockProvider,
    answers: Answers,
    server: MockProxy,
    name_server: SocketAddr,
    moves: u8,
}

impl Lab {
    fn new() -> Self {
        let home = Home::connect(&OUTSIDE);
        let echo = MockProvider::start(&OUTSIDE[..2]);
        for host in HOSTS {
            echo.put(host, &OUTSIDE[2..]);
        }
        let answers = Answers::default();
        let double = answers.clone();
        let server = MockProxy::serving(OUTSIDE[2], &HOSTS, DELAY, move |request| double.answer(request));
        let double = answers.clone();
        let name_server = mock_dns::serve(OUTSIDE[2], move |name| double.resolve(name));

        Self { home, echo, answers, server, name_server, moves: 0 }
    }

    /// An account that was never accepted gets one request at a time, so the first run does not count.
    fn changes(&mut self, homeport: &Path, files: &Installation, accounts: &[Account]) -> Vec<Run> {
        let names = names(accounts);
        let mut runs: Vec<Run> = (0..=CHANGES).map(|_| self.change(homeport, files, &names)).collect();
        runs.remove(0);

        runs
    }

    fn files(&self, accounts: &[Account]) -> Installation {
        let names = names(accounts);
        let authorities = format!("{}{}", self.echo.authority(), self.server.authority());
        let files = Installation::new(&self.settings(accounts, &names), &authorities);
        for account in accounts {
            files.secret(account.provider, account.secret, SECRET);
        }
        self.fill(&names);

        files
    }

    fn settings(&self, accounts: &[Account], names: &[(&str, String)]) -> String {
        let mut text = format!(
            "version = 1\n\n[addresses]\nsources = [\"http\", \"interface\"]\n\n[verify]\nnameservers = [\"{}\"]\n",
            self.name_server
        );
        for server in self.echo.addresses() {
            write!(text, "\n[[source]]\nkind = \"http\"\nurl = \"https://{server}/ip\"\ninstead = true\n")
                .expect("a string takes everything");
        }
        for Account { provider, fields, .. } in accounts {
            write!(text, "\n[[account]]\nid = \"{provider}\"\nprovider = \"{provider}\"\n[account.fields]\n{fields}\n")
                .expect("a string takes everything");
        }
        for (account, name) in names {
            write!(text, "\n[[hostname]]\nname = \"{name}\"\naccount = \"{account}\"\nipv6 = false\n")
                .expect("a string takes everything");
        }

        text
    }

    /// The records that are there before.
    fn fill(&self, names: &[(&str, String)]) {
        self.answers.cloudflare.token(SECRET, &[Right::ZoneRead, Right::DnsEdit]);
        let zone = self.answers.cloudflare.zone("example.org");
        for (account, name) in names {
            if *account == "cloudflare" {
                self.answers.cloudflare.put(&zone, &json!({ "type": "A", "name": name, "content": "192.0.2.9" }));
            } else {
                self.answers.put(name, Ipv4Addr::new(192, 0, 2, 9).into());
            }
        }
    }

    /// The same with a resident that keeps the names, as on a home's machine. The wall time ends when the last provider has
    /// the address. What is proved is asked for after the measure, so that nobody watches meanwhile.
    fn changes_of_resident(&mut self, homeport: &Path, files: &Installation) -> Vec<Run> {
        let names = names(&ACCOUNTS);
        let mut command = files.homeport(self.home.command(homeport), &["run", "--no-tray"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let resident = Program::start(&mut command).expect("homeport starts");
        let mut runs: Vec<Run> = (0..=CHANGES_OF_RESIDENT)
            .map(|_| {
                std::thread::sleep(PACE);
                let (before, cpu) = (self.server.seen().len(), idle::cpu(resident.id()));
                let started = Instant::now();
                let address = self.move_home();
                let is_right = |name: &str| self.answers.resolve(name) == Some(vec![address]);
                while started.elapsed() < PROVED && !names.iter().all(|(_, name)| is_right(name)) {
                    std::thread::sleep(Duration::from_millis(5));
                }
                let wall = milliseconds(started.elapsed());
                std::thread::sleep(PROVED);
                let cpu = milliseconds(idle::cpu(resident.id()).saturating_sub(cpu));
                let mut status = files.homeport(self.home.command(homeport), &["status", "--json"]);
                let status = status.output().expect("homeport starts");
                let proved = String::from_utf8_lossy(&status.stdout).matches(&format!("\"{address}\"")).count();
                let wrong = names.iter().find(|(_, name)| !is_right(name));
                assert_eq!(wrong, None, "it does not have {address}");
                assert!(proved >= names.len(), "{proved} addresses in the status: {status:?}");
                assert_eq!(status.status.code(), Some(0), "a record is not proved");

                Run { wall, cpu, requests: self.requests_since(before) }
            })
            .collect();
        // Connections are made again from the second change on, and accounts are trusted.
        runs.remove(0);

        runs
    }

    fn requests_since(&self, before: usize) -> BTreeMap<String, f64> {
        let mut requests = BTreeMap::new();
        for seen in self.server.seen().split_off(before) {
            *requests.entry(seen.header("host").to_owned()).or_default() += 1.0;
        }

        requests
    }

    fn move_home(&mut self) -> IpAddr {
        self.moves += 1;
        let address = Ipv4Addr::new(20, 1, self.moves, 7).into();
        self.home.change_address(address);

        address
    }

    fn change(&mut self, homeport: &Path, files: &Installation, names: &[(&str, String)]) -> Run {
        let address = self.move_home();
        let (before, cpu) = (self.server.seen().len(), cpu_of_children());
        let started = Instant::now();
        let mut command = self.home.command(homeport);
        files.lend(&mut command);
        command.args(["once", "--json", "--config"]).arg(files.path("config"));
        let output = command.output().expect("homeport starts");
        let wall = milliseconds(started.elapsed());
        let cpu = milliseconds(cpu_of_children().saturating_sub(cpu));
        let wrong = names.iter().filter(|(_, name)| self.answers.resolve(name) != Some(vec![address])).count();
        assert!(
            wrong == 0 && output.status.success(),
            "{wrong} names are wrong: {}: {}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout)
        );

        Run { wall, cpu, requests: self.requests_since(before) }
    }
}

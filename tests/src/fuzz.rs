//! What is fuzzed: each target takes any bytes, and neither panics, hangs nor grows without bound. `src/bin/fuzz.rs`
//! makes up the bytes; `tests/fuzz.rs` replays the corpora in `fuzz/corpus/` in every run of the tests.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::LazyLock;

use homeport_core::address::Family;
use homeport_core::catalogue::{self, Catalogue};
use homeport_core::import::{self, OtherClient};
use homeport_core::packet;
use homeport_core::settings::Settings;
use homeport_core::text::Texts;

/// The router that all made-up packets come from.
const ROUTER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 7, 1));

/// A parser that meets bytes of strangers.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and its folder in `fuzz/corpus/`.
    pub name: &'static str,
    /// Takes one input. What it panics about is a fault.
    pub run: fn(&[u8]),
}

/// All targets, by name.
pub const TARGETS: &[Target] = &[
    Target { name: "dns-echo", run: dns_echo },
    Target { name: "gateway-xml", run: gateway_xml },
    Target { name: "import-ddclient", run: |bytes| import(bytes, OtherClient::Ddclient) },
    Target { name: "import-ddns-go", run: |bytes| import(bytes, OtherClient::DdnsGo) },
    Target { name: "import-ddns-updater", run: |bytes| import(bytes, OtherClient::DdnsUpdater) },
    Target { name: "import-inadyn", run: |bytes| import(bytes, OtherClient::Inadyn) },
    Target { name: "import-newfuture", run: |bytes| import(bytes, OtherClient::Newfuture) },
    Target { name: "import-noip-duc", run: |bytes| import(bytes, OtherClient::NoipDuc) },
    Target { name: "import-openwrt", run: |bytes| import(bytes, OtherClient::Openwrt) },
    Target { name: "nat-pmp", run: nat_pmp },
    Target { name: "pcp", run: pcp },
    Target { name: "provider-file", run: provider_file },
    Target { name: "router-http", run: router_http },
    Target { name: "ssdp", run: ssdp },
    Target { name: "stun", run: stun },
];

/// The target of this name.
#[must_use]
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().copied().find(|target| target.name == name)
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::built_in);

/// Another client's file, as its own and as whosever it looks like. What would be added is right by the rules of our own
/// settings, and no secret is in the preview.
fn import(bytes: &[u8], client: OtherClient) {
    let texts = Texts::english();
    for from in [Some(client), None] {
        let Ok(import) = import::read(bytes, "a.conf", from, &CATALOGUE, &Settings::default(), &texts) else {
            continue;
        };
        let preview = serde_json::to_string(&import.preview).expect("a preview is plain");
        assert!(preview.len() < 16 * 1024 * 1024, "a preview of {} bytes", preview.len());
        assert_eq!(import.hostnames.len(), import.preview.hostnames.len());
        for hostname in &import.hostnames {
            let made = import.accounts.iter().find(|made| made.account.id == hostname.account);
            let made = made.expect("every hostname has its account");
            let (id, fields) = (&made.account.provider, &made.account.fields);
            CATALOGUE.check_fields(&texts, id, fields, Some(&made.secrets)).expect("the form is right");
            CATALOGUE.check_hostname(&texts, id, &hostname.name, fields).expect("the name is right");
        }
    }
}

/// A provider file of the user's own: checked, loaded, and its examples carried out.
fn provider_file(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(checked) = catalogue::check("made-up.toml", text) else { return };
    assert!(checked.card.unverified, "whatever the file says, it is the user's own");
    let (catalogue, errors) = Catalogue::with_own(&[("made-up.toml".to_owned(), text.to_owned())]);
    assert!(errors.is_empty(), "what was checked can be used: {errors:?}");
    let _ = catalogue.prove(&homeport_core::settings::ProviderId("made-up".to_owned()));
}

/// The answer of an echo service that speaks DNS.
fn dns_echo(bytes: &[u8]) {
    for family in Family::BOTH {
        let _ = homeport_core::echo::parse_dns_echo(bytes, family);
    }
}

/// A gateway's description, answer or event.
fn gateway_xml(bytes: &[u8]) {
    if let Ok(location) = "http://192.168.7.1:5000/rootDesc.xml".parse() {
        for connection in packet::igd::connections(bytes, &location, ROUTER).unwrap_or_default() {
            assert!(packet::ssdp::is_of(&connection.control, ROUTER), "{connection:?} is on another host");
        }
    }
    let _ = packet::igd::external_address(bytes);
    let _ = packet::igd::event(bytes);
}

/// A NAT-PMP answer or announcement.
fn nat_pmp(bytes: &[u8]) {
    if let Ok(answer) = packet::nat_pmp::parse(bytes) {
        assert!(answer.address.is_none_or(|address| !address.is_unspecified()), "{answer:?}");
    }
}

/// A PCP answer or announcement.
fn pcp(bytes: &[u8]) {
    let _ = packet::pcp::parse(bytes);
}

/// What a router sends over TCP, with and without its end.
fn router_http(bytes: &[u8]) {
    for ended in [false, true] {
        if let Ok(Some(message)) = packet::http::parse(bytes, ended) {
            assert!(message.body.len() <= packet::LONGEST_BODY, "a body of {} bytes", message.body.len());
        }
    }
}

/// The answer to a search for the router.
fn ssdp(bytes: &[u8]) {
    if let Ok(location) = packet::ssdp::parse(bytes, ROUTER) {
        assert!(packet::ssdp::is_of(&location, ROUTER), "{location} is on another host");
    }
}

/// A STUN answer. The fuzzer cannot guess a transaction id, so it is taken from the input.
fn stun(bytes: &[u8]) {
    let id = bytes.get(8..20).and_then(|id| id.try_into().ok()).unwrap_or_default();
    let _ = packet::stun::parse(bytes, id);
}

//! Who can tell the public address, and whom of them to ask this time.

use std::net::{IpAddr, SocketAddr};

use url::{Host, Url};

use crate::address::{Family, PerFamily};
use crate::observation::SourceId;
use crate::settings::{OwnSource, OwnSourceKind, Settings, SourceKind};

/// How many of the built-in HTTPS services are asked in a usual check: two have to agree.
const USUAL_HTTP: usize = 2;
/// How many of the built-in DNS services are asked besides them.
const USUAL_DNS: usize = 1;

/// One source and how to ask it for one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Who it is.
    pub id: SourceId,
    /// How it is asked.
    pub how: How,
}

/// How a source is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// By a GET request, over the family that is asked for.
    Http(Url),
    /// By a DNS question to a server, over the family that is asked for.
    Dns(DnsEcho),
    /// By a STUN binding request to `host:port`.
    Stun(String),
    /// By running the user's own program.
    Command,
    /// Not at all: the user wrote the address.
    Fixed(IpAddr),
}

/// A DNS question whose answer is the address of the one who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsEcho {
    /// The name to ask for.
    pub name: String,
    /// What to ask for.
    pub record: EchoRecord,
    /// `host:port` of the server.
    pub server: String,
}

/// The type and class of a DNS echo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EchoRecord {
    /// An address record of the family.
    Address,
    /// A text.
    Text,
    /// A text of class CHAOS, where servers tell of themselves (RFC 4892).
    ChaosText,
}

/// A built-in HTTPS service: its operator, and its URL for each family that it serves. They answer the address alone, as
/// text, without a key, and each is asked far less often than it allows: every 12 minutes or so when all is well.
const HTTP: [(&str, Option<&str>, Option<&str>); 6] = [
    ("ipify", Some("https://api.ipify.org/"), Some("https://api6.ipify.org/")),
    ("Cloudflare", Some("https://ipv4.icanhazip.com/"), Some("https://ipv6.icanhazip.com/")),
    ("ident.me", Some("https://4.ident.me/"), Some("https://6.ident.me/")),
    ("Amazon", Some("https://checkip.amazonaws.com/"), None),
    ("ifconfig.co", Some("https://ifconfig.co/ip"), Some("https://ifconfig.co/ip")),
    ("SeeIP", Some("https://ipv4.seeip.org/"), Some("https://ipv6.seeip.org/")),
];

/// A built-in DNS service.
struct NameService {
    operator: &'static str,
    name: &'static str,
    record: EchoRecord,
    /// Its server for each family that it serves.
    server: PerFamily<Option<&'static str>>,
}

const DNS: [NameService; 4] = [
    NameService {
        operator: "OpenDNS",
        name: "myip.opendns.com",
        record: EchoRecord::Address,
        server: PerFamily { ipv4: Some("resolver1.opendns.com:53"), ipv6: Some("resolver1.opendns.com:53") },
    },
    NameService {
        operator: "Google",
        name: "o-o.myaddr.l.google.com",
        record: EchoRecord::Text,
        server: PerFamily { ipv4: Some("ns1.google.com:53"), ipv6: Some("ns1.google.com:53") },
    },
    NameService {
        operator: "Cloudflare",
        name: "whoami.cloudflare",
        record: EchoRecord::ChaosText,
        server: PerFamily { ipv4: Some("1.1.1.1:53"), ipv6: Some("[2606:4700:4700::1111]:53") },
    },
    NameService {
        operator: "Akamai",
        name: "whoami.akamai.net",
        record: EchoRecord::Address,
        server: PerFamily { ipv4: Some("ns1-1.akamaitech.net:53"), ipv6: None },
    },
];

/// The built-in STUN servers, whose operators run them for calls of everybody. A pulse asks one of them.
const STUN: [(&str, &str); 5] = [
    ("Google", "stun.l.google.com:19302"),
    ("Cloudflare", "stun.cloudflare.com:3478"),
    ("Nextcloud", "stun.nextcloud.com:3478"),
    ("sipgate", "stun.sipgate.net:3478"),
    ("Twilio", "global.stun.twilio.com:3478"),
];

/// The STUN servers in the order in which this pulse asks them. `turn` counts the pulses.
#[must_use]
pub fn stun_servers(settings: &Settings, turn: usize) -> Vec<Source> {
    if !is_wanted(settings, SourceKind::Stun) {
        return Vec::new();
    }
    let stun =
        |operator: &str, server: &str| Source { id: id(SourceKind::Stun, operator), how: How::Stun(server.to_owned()) };
    let own = settings.sources.iter().filter(|own| own.kind == OwnSourceKind::Stun);
    let own: Vec<Source> = own.map(|own| stun(&own.url, &own.url)).collect();
    let list = STUN.iter().map(|(operator, server)| stun(operator, server)).collect();

    in_turn([own, built_in(settings, SourceKind::Stun, list)].concat(), turn)
}

/// Whom to ask for one family in a check. `turn` counts the usual checks, so that the built-in operators take turns;
/// `more` names those that were left out in the usual check of the same turn. Those of `avoid` come last.
///
/// An address that the user wrote, or the user's own program, is asked alone. Own sources are asked in each usual check.
#[must_use]
pub fn sources(settings: &Settings, family: Family, turn: usize, more: bool, avoid: &[SourceId]) -> Vec<Source> {
    if let Some(address) = settings.addresses.fixed.get(family) {
        return alone(SourceKind::Fixed, How::Fixed(*address), more);
    }
    if !settings.addresses.command.is_empty() && is_wanted(settings, SourceKind::Command) {
        return alone(SourceKind::Command, How::Command, more);
    }
    let own: Vec<Source> = settings
        .sources
        .iter()
        .filter_map(|source| own_source(source, family))
        .filter(|source| is_wanted(settings, source.id.kind))
        .collect();
    let well = |list: Vec<Source>, usual: usize| {
        let (unwell, well): (Vec<Source>, Vec<Source>) =
            list.into_iter().partition(|source| avoid.contains(&source.id));
        // With too few left they would be asked again and again, and the others never.
        if well.len() >= 2 * usual {
            [in_turn(well, turn.wrapping_mul(usual)), unwell].concat()
        } else {
            in_turn([well, unwell].concat(), turn.wrapping_mul(usual))
        }
    };
    let http = well(built_in(settings, SourceKind::Http, built_in_http(family)), USUAL_HTTP);
    let dns = well(built_in(settings, SourceKind::Dns, built_in_dns(family)), USUAL_DNS);
    let first: Vec<Source> = http.iter().take(USUAL_HTTP).cloned().collect();
    let count = if http.is_empty() { USUAL_HTTP } else { USUAL_DNS };
    // A second source of the same operator is no second witness.
    let second: Vec<Source> = dns
        .iter()
        .filter(|source| first.iter().all(|other| other.id.operator != source.id.operator))
        .take(count)
        .cloned()
        .collect();
    let usual = [first, second].concat();
    if more {
        return http.into_iter().chain(dns).filter(|source| !usual.contains(source)).collect();
    }

    [own, usual].concat()
}

/// A page for a person's browser behind a portal, which puts its sign-in page in the place of it: an echo service that is
/// asked anyway, and without TLS, as no portal can answer for its certificate.
#[must_use]
pub fn page_for_portal(settings: &Settings) -> Option<Url> {
    let asked = sources(settings, Family::Ipv4, 0, false, &[]);
    let mut url =
        asked.into_iter().find_map(|source| if let How::Http(url) = source.how { Some(url) } else { None })?;
    url.set_scheme("http").ok()?;
    url.set_port(None).ok()?;
    url.set_path("/");
    url.set_query(None);

    Some(url)
}

fn alone(kind: SourceKind, how: How, more: bool) -> Vec<Source> {
    let id = SourceId { kind, operator: "settings".to_owned() };

    if more { Vec::new() } else { vec![Source { id, how }] }
}

fn is_wanted(settings: &Settings, kind: SourceKind) -> bool {
    settings.addresses.sources.is_empty() || settings.addresses.sources.contains(&kind)
}

/// The built-in sources of a kind, unless the user left them out or put own ones in their place.
fn built_in(settings: &Settings, kind: SourceKind, list: Vec<Source>) -> Vec<Source> {
    let replaced = settings.sources.iter().any(|own| own.instead && kind_of(own.kind) == kind);

    if replaced || !is_wanted(settings, kind) { Vec::new() } else { list }
}

fn in_turn(mut list: Vec<Source>, start: usize) -> Vec<Source> {
    if !list.is_empty() {
        let start = start % list.len();
        list.rotate_left(start);
    }

    list
}

fn built_in_http(family: Family) -> Vec<Source> {
    HTTP.iter()
        .filter_map(|(operator, ipv4, ipv6)| {
            let url = (if family == Family::Ipv4 { *ipv4 } else { *ipv6 })?.parse().ok()?;

            Some(Source { id: id(SourceKind::Http, operator), how: How::Http(url) })
        })
        .collect()
}

fn built_in_dns(family: Family) -> Vec<Source> {
    DNS.iter()
        .filter_map(|service| {
            let server = (*service.server.get(family))?.to_owned();
            let how = How::Dns(DnsEcho { name: service.name.to_owned(), record: service.record, server });

            Some(Source { id: id(SourceKind::Dns, service.operator), how })
        })
        .collect()
}

/// An own source, unless its server has an address of the other family only.
fn own_source(own: &OwnSource, family: Family) -> Option<Source> {
    match own.kind {
        OwnSourceKind::Http => {
            let url: Url = own.url.parse().ok()?;
            let literal = match url.host()? {
                Host::Ipv4(address) => Some(IpAddr::from(address)),
                Host::Ipv6(address) => Some(IpAddr::from(address)),
                Host::Domain(_) => None,
            };
            if literal.is_some_and(|address| Family::of(address) != family) {
                return None;
            }
            let host = url.host_str()?;
            let operator = url.port().map_or(host.to_owned(), |port| format!("{host}:{port}"));

            Some(Source { id: id(SourceKind::Http, &operator), how: How::Http(url) })
        }
        OwnSourceKind::Dns => {
            let (name, server) = own.url.split_once('@')?;
            if server.parse::<SocketAddr>().is_ok_and(|address| Family::of(address.ip()) != family) {
                return None;
            }
            let echo = DnsEcho { name: name.to_owned(), record: EchoRecord::Address, server: server.to_owned() };

            Some(Source { id: id(SourceKind::Dns, server), how: How::Dns(echo) })
        }
        OwnSourceKind::Stun => None,
    }
}

fn id(kind: SourceKind, operator: &str) -> SourceId {
    SourceId { kind, operator: operator.to_owned() }
}

fn kind_of(own: OwnSourceKind) -> SourceKind {
    match own {
        OwnSourceKind::Http => SourceKind::Http,
        OwnSourceKind::Stun => SourceKind::Stun,
        OwnSourceKind::Dns => SourceKind::Dns,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn operators(list: &[Source]) -> BTreeSet<String> {
        list.iter().map(|source| source.id.operator.clone()).collect()
    }

    fn own(kind: OwnSourceKind, url: &str, instead: bool) -> OwnSource {
        OwnSource { kind, url: url.to_owned(), instead }
    }

    #[test]
    fn each_family_has_at_least_three_independent_https_operators_and_dns() {
        for family in Family::BOTH {
            assert!(operators(&built_in_http(family)).len() >= 3, "{family}");
            assert_eq!(built_in_http(family).len(), operators(&built_in_http(family)).len(), "{family}");
            assert!(built_in_dns(family).len() >= 2, "{family}");
            for source in built_in_http(family) {
                assert!(matches!(source.how, How::Http(url) if url.scheme() == "https"));
            }
        }
    }

    #[test]
    fn a_usual_check_asks_three_operators_and_a_further_one_all_others() {
        for turn in 0..50 {
            for family in Family::BOTH {
                let usual = sources(&Settings::default(), family, turn, false, &[]);
                let more = sources(&Settings::default(), family, turn, true, &[]);

                assert_eq!(operators(&usual).len(), 3, "{family} {turn}");
                assert!(usual.iter().all(|source| !more.contains(source)));
                assert_eq!(usual.len() + more.len(), built_in_http(family).len() + built_in_dns(family).len());
            }
        }
    }

    #[test]
    fn the_operators_take_turns() {
        for family in Family::BOTH {
            let mut asked: BTreeMap<(SourceKind, String), Vec<usize>> = BTreeMap::new();
            for turn in 0..60 {
                for source in sources(&Settings::default(), family, turn, false, &[]) {
                    asked.entry((source.id.kind, source.id.operator)).or_default().push(turn);
                }
            }
            let all = built_in_http(family).len() + built_in_dns(family).len();
            assert_eq!(asked.len(), all, "{family}");
            for ((kind, operator), turns) in asked.iter().filter(|((kind, _), _)| *kind == SourceKind::Http) {
                // Checks are five minutes apart, and each operator has at least ten.
                assert!(turns.windows(2).all(|pair| pair[1] - pair[0] >= 2), "{kind:?} {operator} {family}: {turns:?}");
            }
        }
    }

    #[test]
    fn own_sources_are_asked_beside_or_instead_of_the_built_in_ones() {
        let mut settings = Settings {
            sources: vec![own(OwnSourceKind::Http, "https://echo.example.org/ip", false)],
            ..Settings::default()
        };
        let beside = sources(&settings, Family::Ipv4, 0, false, &[]);
        assert_eq!(beside.len(), 4);
        assert_eq!(beside[0].id.operator, "echo.example.org");

        settings.sources.push(own(OwnSourceKind::Http, "https://127.0.0.1:8443/", true));
        let instead = sources(&settings, Family::Ipv4, 0, false, &[]);
        assert_eq!(instead.iter().filter(|source| source.id.kind == SourceKind::Http).count(), 2);
        assert!(instead.iter().any(|source| source.id.operator == "127.0.0.1:8443"));
        let other_family = sources(&settings, Family::Ipv6, 0, false, &[]);
        assert!(!operators(&other_family).contains("127.0.0.1:8443"), "it has no IPv6 address");

        settings.addresses.sources = vec![SourceKind::Http];
        assert_eq!(sources(&settings, Family::Ipv4, 0, false, &[]).len(), 2);
        assert_eq!(sources(&settings, Family::Ipv4, 0, true, &[]), []);
    }

    #[test]
    fn an_own_dns_source_names_its_server() {
        let settings = Settings {
            sources: vec![own(OwnSourceKind::Dns, "me.example.org@127.0.0.1:5353", true)],
            ..Settings::default()
        };

        let dns: Vec<Source> = sources(&settings, Family::Ipv4, 0, false, &[])
            .into_iter()
            .filter(|source| source.id.kind == SourceKind::Dns)
            .collect();

        let echo = DnsEcho {
            name: "me.example.org".to_owned(),
            record: EchoRecord::Address,
            server: "127.0.0.1:5353".to_owned(),
        };
        assert_eq!(dns, [Source { id: id(SourceKind::Dns, "127.0.0.1:5353"), how: How::Dns(echo) }]);
    }

    #[test]
    fn what_the_user_chose_is_asked_alone() {
        let mut settings = Settings::default();
        settings.addresses.command = vec!["/usr/local/bin/my-address".to_owned()];
        assert!(matches!(sources(&settings, Family::Ipv4, 0, false, &[])[..], [Source { how: How::Command, .. }]));

        let address: IpAddr = "192.0.2.7".parse().unwrap();
        settings.addresses.fixed.ipv4 = Some(address);
        let fixed = sources(&settings, Family::Ipv4, 0, false, &[]);
        assert!(matches!(fixed[..], [Source { how: How::Fixed(found), .. }] if found == address));
        assert_eq!(sources(&settings, Family::Ipv4, 0, true, &[]), []);
    }

    #[test]
    fn those_to_avoid_are_left_out_of_the_usual_ones_while_enough_are_left() {
        let settings = Settings::default();
        let liar = id(SourceKind::Http, "ipify");
        let usual = |avoid: &[SourceId]| {
            (0..12)
                .filter(|turn| sources(&settings, Family::Ipv4, *turn, false, avoid).iter().any(|one| one.id == liar))
                .count()
        };
        assert_eq!(usual(&[]), 4, "once in three checks");
        assert_eq!(usual(std::slice::from_ref(&liar)), 0);
        let more = sources(&settings, Family::Ipv4, 0, true, std::slice::from_ref(&liar));
        assert!(more.iter().any(|one| one.id == liar), "it is asked when the others disagree");

        let most: Vec<SourceId> = built_in_http(Family::Ipv4).into_iter().map(|source| source.id).take(4).collect();
        assert_eq!(usual(&most), 4, "two alone would be asked again and again");
    }
}

//! `homeport once` for several names of one account, in a home whose address changes.

use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};

use homeport_tests::household::{ADDRESS, Household};
use homeport_tests::mock_proxy::{MockProxy, Seen};
use serde_json::Value;

/// The home's second address.
pub(crate) const NEXT: &str = "20.3.0.8";

/// Where the servers of a test are: an address outside of the home.
pub(crate) fn outside(household: &Household) -> IpAddr {
    household.provider.addresses()[1].ip()
}

/// The account of a test.
pub(crate) struct Account<'a> {
    pub(crate) provider: &'a str,
    pub(crate) fields: &'a [(&'a str, &'a str)],
    /// Its key and its value.
    pub(crate) secret: (&'a str, &'a str),
}

impl Account<'_> {
    /// Keeps these names at this account, with further lines for each; `name_server` proves them.
    pub(crate) fn keep(&self, household: &Household, names: &[&str], more: &str, name_server: SocketAddr) {
        let mut settings = format!("[[account]]\nid = \"own\"\nprovider = \"{}\"\n[account.fields]\n", self.provider);
        for (key, value) in self.fields {
            writeln!(settings, "{key} = \"{value}\"").unwrap();
        }
        for name in names {
            write!(settings, "\n[[hostname]]\nname = \"{name}\"\naccount = \"own\"\nipv6 = false\n{more}").unwrap();
        }
        household.write_settings_with(&settings, name_server);
    }

    /// Hands its secret over, and trusts the proxy.
    pub(crate) fn confide(&self, household: &Household, proxy: Option<&MockProxy>) {
        let (key, secret) = self.secret;

        household.confide((&format!("own.{key}"), secret), proxy.map_or("", MockProxy::authority));
    }
}

/// One run: what it told of each name, and what it sent through the proxy.
pub(crate) fn once(household: &Household, proxy: Option<&MockProxy>) -> (Vec<Value>, Vec<Seen>) {
    let before = proxy.map_or(0, |proxy| proxy.seen().len());
    let mut command = household.homeport(&["once", "--json"]);
    if let Some(proxy) = proxy {
        command.env("HTTPS_PROXY", proxy.address());
    }
    let output = command.output().unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {words}"));
    let sent = proxy.map(|proxy| proxy.seen().split_off(before)).unwrap_or_default();

    (told["hostnames"].as_array().unwrap().clone(), sent)
}

/// The same with a new address before it, unless it is the first one.
pub(crate) fn once_at(household: &mut Household, proxy: Option<&MockProxy>, address: &str) -> (Vec<Value>, Vec<Seen>) {
    if address != ADDRESS {
        household.home.change_address(address.parse().unwrap());
    }

    once(household, proxy)
}

/// Checks what a run told of a name.
#[track_caller]
pub(crate) fn assert_name(told: &[Value], name: &str, outcome: &str, means: &str) {
    let name = told.iter().find(|told| told["hostname"] == name).unwrap();

    assert_eq!((&name["outcome"], &name["means"]), (&outcome.into(), &means.into()), "{name}");
}

/// Checks that a run updated and proved all of its names.
#[track_caller]
pub(crate) fn assert_all_proved(told: &[Value]) {
    for name in told {
        assert_eq!((&name["outcome"], &name["proved"]), (&"updated".into(), &true.into()), "{name}");
    }
}

/// The method of each request and the last part of its path, after saying how many there were.
pub(crate) fn kinds(what: &str, sent: &[Seen]) -> Vec<String> {
    println!("{what}: {} requests", sent.len());
    let kind = |seen: &Seen| {
        let (method, address) = seen.request.split_once(' ').unwrap();
        let path = address.split('?').next().unwrap_or_default();

        format!("{method} {}", path.rsplit('/').next().unwrap_or_default())
    };

    sent.iter().map(kind).collect()
}

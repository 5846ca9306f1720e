//! Servers that a person types: which of them may be given a secret.

use std::net::{IpAddr, Ipv6Addr};

use url::{Host, Url};

use crate::address::{Scope, scope};

/// Why a typed server cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each message says it")]
pub enum ServerError {
    #[error("this is not the address of a server; write it like https://dyn.example.org")]
    NotAnAddress,
    #[error("http would show the password to everyone on the way; write https")]
    NotEncrypted,
    #[error("a user name or password does not belong into the address; it has its own field")]
    Credentials,
    #[error("leave out everything from \"?\" or \"#\" on")]
    Query,
    #[error("this is not a DNS server; write it like ns1.example.org or 192.0.2.53:5353")]
    NotADnsServer,
}

/// Reads the server of an HTTP provider: `https://host`, with a port and a path if needed. `http://` is taken only for
/// this machine and for private addresses, where the user's own server may have no certificate.
///
/// # Errors
///
/// Why it cannot be used.
pub fn web_server(typed: &str) -> Result<Url, ServerError> {
    let typed = typed.trim();
    let text = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&text).map_err(|_| ServerError::NotAnAddress)?;
    match (url.scheme(), url.host()) {
        (_, None) => return Err(ServerError::NotAnAddress),
        ("https", _) => {}
        ("http", Some(host)) if is_own(&host) => {}
        ("http", _) => return Err(ServerError::NotEncrypted),
        _ => return Err(ServerError::NotAnAddress),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(ServerError::Credentials);
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(ServerError::Query);
    }

    Ok(url)
}

/// This machine, or the private network.
fn is_own(host: &Host<&str>) -> bool {
    let address = match host {
        Host::Domain(name) => return *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => IpAddr::V4(*address),
        Host::Ipv6(address) => IpAddr::V6(*address),
    };

    matches!(scope(address), Scope::Loopback | Scope::Private | Scope::UniqueLocal | Scope::LinkLocal)
}

/// Reads a DNS server: a name or an address, with a port if it is not 53. Gives `host:port`.
///
/// # Errors
///
/// [`ServerError::NotADnsServer`].
pub fn dns_server(typed: &str) -> Result<String, ServerError> {
    let typed = typed.trim();
    if let Ok(address) = typed.parse::<Ipv6Addr>() {
        return Ok(format!("[{address}]:53"));
    }
    let (host, port) = match typed.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => {
            (host, port.parse::<u16>().ok().filter(|port| *port > 0).ok_or(ServerError::NotADnsServer)?)
        }
        _ => (typed, 53),
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    match Host::parse(host).map_err(|_| ServerError::NotADnsServer)? {
        Host::Domain(name) if name.is_empty() || name.contains(['/', '@', '_', ' ']) => Err(ServerError::NotADnsServer),
        host => Ok(format!("{host}:{port}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_goes_only_to_an_encrypted_or_an_own_server() {
        for good in [
            "dyn.example.org",
            "https://dyn.example.org/own/path",
            "http://127.0.0.1:8080",
            "http://192.168.1.1",
            "http://[::1]:8080",
            "http://localhost:81",
        ] {
            assert!(web_server(good).is_ok(), "{good}");
        }
        let bad = [
            ("http://dyn.example.org", ServerError::NotEncrypted),
            ("http://203.0.113.9", ServerError::NotEncrypted),
            ("http://localhost.example.org", ServerError::NotEncrypted),
            ("https://user:word@dyn.example.org", ServerError::Credentials),
            ("https://dyn.example.org/?a=b", ServerError::Query),
            ("ftp://dyn.example.org", ServerError::NotAnAddress),
            ("", ServerError::NotAnAddress),
        ];
        for (typed, error) in bad {
            assert_eq!(web_server(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn a_dns_server_has_a_port() {
        assert_eq!(dns_server("ns1.example.org").as_deref(), Ok("ns1.example.org:53"));
        assert_eq!(dns_server(" 192.0.2.53:5353 ").as_deref(), Ok("192.0.2.53:5353"));
        assert_eq!(dns_server("2001:db8::53").as_deref(), Ok("[2001:db8::53]:53"));
        assert_eq!(dns_server("[2001:db8::53]:54").as_deref(), Ok("[2001:db8::53]:54"));
        assert_eq!(dns_server("[2001:db8::53]").as_deref(), Ok("[2001:db8::53]:53"));
        for bad in ["", ":53", "ns1:0", "ns1:99999", "https://ns1.example.org", "a b", "ns1.example.org:dns"] {
            assert_eq!(dns_server(bad), Err(ServerError::NotADnsServer), "{bad}");
        }
    }
}

//! What an authoritative answer proves, and when to ask again. Waits of verification live here and nowhere else.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::address::Publishable;
use crate::hostname::Hostname;
use crate::snapshot::NameServer;

/// A question to the zone's own name servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The name.
    pub hostname: Hostname,
    /// The address that is to be there; its family says which record type to ask for.
    pub expected: Publishable,
    /// Servers to ask instead of the zone's own: the settings', or the practice server.
    pub nameservers: Vec<SocketAddr>,
}

/// What one authoritative server said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerAnswer {
    /// The server's name or address.
    pub server: String,
    /// The addresses of the record, empty when there is none; or why it could not be asked.
    pub addresses: Result<Vec<IpAddr>, String>,
    /// The record's time to live in seconds, if there is one.
    pub ttl: Option<u32>,
}

impl ServerAnswer {
    /// The answer as it is shown beside the address that is to be there.
    #[must_use]
    pub fn to_shown(&self, expected: Option<&Expected>) -> NameServer {
        let (addresses, trouble) = match &self.addresses {
            Ok(found) => (found.clone(), String::new()),
            Err(why) => (Vec::new(), why.clone()),
        };
        let right = expected.is_some_and(|expected| expected.is(&addresses));

        NameServer { name: self.server.clone(), addresses, trouble, right }
    }
}

/// What a record is to be: the home's address, and others that are not the home's and may stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The home's address.
    pub address: IpAddr,
    /// The others.
    pub beside: Vec<IpAddr>,
}

impl Expected {
    /// Whether a server's answer is just that. An address that nobody knows of makes it wrong.
    #[must_use]
    pub fn is(&self, found: &[IpAddr]) -> bool {
        found.contains(&self.address)
            && found.iter().all(|address| *address == self.address || self.beside.contains(address))
    }
}

/// What the answers prove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// Every server that answered names the expected address, and none beside it that is not known to stand there.
    Confirmed {
        /// The record's time to live in seconds.
        ttl: Option<u32>,
    },
    /// Some servers do, some still have the old value or none.
    NotYet,
    /// All servers name another address.
    Different(Vec<IpAddr>),
    /// No server could be asked.
    CannotTell(String),
}

/// A provider's own systems need a moment: until then an old value in DNS is no problem.
pub const PATIENCE: Duration = Duration::from_secs(120);
/// A proved record is proved again after this time, and after wake.
pub const PROVE_AGAIN: Duration = Duration::from_secs(30 * 60);

/// Judges what the zone's name servers said. A server that could not be asked proves nothing either way.
#[must_use]
pub fn judge(expected: &Expected, answers: &[ServerAnswer]) -> Proof {
    let mut said = answers.iter().filter_map(|answer| answer.addresses.as_ref().ok().map(|found| (found, answer.ttl)));
    let Some((first, ttl)) = said.next() else {
        let reasons: Vec<&str> =
            answers.iter().filter_map(|answer| answer.addresses.as_ref().err().map(String::as_str)).collect();
        return Proof::CannotTell(reasons.first().copied().unwrap_or("no name server was found").to_owned());
    };
    let (mut right, mut other): (usize, Vec<IpAddr>) = (0, Vec::new());
    for found in std::iter::once(first).chain(said.map(|(found, _)| found)) {
        if expected.is(found) {
            right += 1;
        } else {
            other.extend(found.iter().copied());
        }
    }
    other.sort_unstable();
    other.dedup();
    let asked = answers.iter().filter(|answer| answer.addresses.is_ok()).count();
    if right == asked {
        return Proof::Confirmed { ttl };
    }

    if right > 0 || other.is_empty() { Proof::NotYet } else { Proof::Different(other) }
}

/// What the answers prove for who writes only some of a name's servers: another provider writes the others.
#[must_use]
pub fn among_others(proof: Proof, expected: &Expected, answers: &[ServerAnswer]) -> Proof {
    let right = |answer: &&ServerAnswer| answer.addresses.as_ref().is_ok_and(|found| expected.is(found));
    match (proof, answers.iter().find(right)) {
        (Proof::NotYet, Some(answer)) => Proof::Confirmed { ttl: answer.ttl },
        (proof, _) => proof,
    }
}

/// Whether every server that answered has this address, alone or beside others. It is less than a proof, for whoever tries
/// a name and knows nothing yet of what else stands there.
#[must_use]
pub fn is_there(address: IpAddr, answers: &[ServerAnswer]) -> bool {
    let mut said = answers.iter().filter_map(|answer| answer.addresses.as_ref().ok()).peekable();

    said.peek().is_some() && said.all(|found| found.contains(&address))
}

/// When to ask again: the wait after an answer, `attempts` counted from the acceptance, `age` since then.
#[must_use]
pub fn next_wait(proof: &Proof, attempts: u32, age: Duration) -> Duration {
    if matches!(proof, Proof::Confirmed { .. }) {
        return PROVE_AGAIN;
    }
    if age > Duration::from_secs(15 * 60) && !matches!(proof, Proof::CannotTell(_)) {
        return Duration::from_secs(5 * 60);
    }
    let seconds = match attempts {
        0 | 1 => 1,
        2 => 2,
        3 => 4,
        4 => 8,
        5 => 15,
        6 => 30,
        _ => 60,
    };

    Duration::from_secs(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(addresses: &[&str]) -> ServerAnswer {
        ServerAnswer {
            server: "ns.example.org".to_owned(),
            addresses: Ok(addresses.iter().map(|address| address.parse().unwrap()).collect()),
            ttl: Some(60),
        }
    }

    fn silent() -> ServerAnswer {
        ServerAnswer { server: "ns.example.org".to_owned(), addresses: Err("timed out".to_owned()), ttl: None }
    }

    #[test]
    fn only_the_expected_address_alone_on_every_server_is_a_proof() {
        let expected = &Expected { address: "192.0.2.1".parse().unwrap(), beside: Vec::new() };
        let confirmed = Proof::Confirmed { ttl: Some(60) };

        assert_eq!(judge(expected, &[said(&["192.0.2.1"]), silent(), said(&["192.0.2.1"])]), confirmed);
        assert_eq!(judge(expected, &[said(&["192.0.2.1"]), said(&["192.0.2.2"])]), Proof::NotYet);
        assert_eq!(judge(expected, &[said(&[])]), Proof::NotYet);
        assert!(matches!(judge(expected, &[said(&["192.0.2.1", "192.0.2.9"])]), Proof::Different(_)));
        assert!(matches!(judge(expected, &[silent()]), Proof::CannotTell(_)));
        assert!(matches!(judge(expected, &[]), Proof::CannotTell(_)));
    }

    #[test]
    fn an_address_is_there_when_each_server_that_answered_has_it() {
        let home = "192.0.2.1".parse().unwrap();

        assert!(is_there(home, &[said(&["192.0.2.1", "192.0.2.9"]), silent(), said(&["192.0.2.1"])]));
        assert!(!is_there(home, &[said(&["192.0.2.1"]), said(&["192.0.2.9"])]));
        assert!(!is_there(home, &[said(&[])]));
        assert!(!is_there(home, &[silent()]));
        assert!(!is_there(home, &[]));
    }

    #[test]
    fn an_address_that_is_known_to_stand_beside_may_be_there_or_not() {
        let beside = vec!["192.0.2.9".parse().unwrap()];
        let expected = &Expected { address: "192.0.2.1".parse().unwrap(), beside };
        let confirmed = Proof::Confirmed { ttl: Some(60) };

        assert_eq!(judge(expected, &[said(&["192.0.2.9", "192.0.2.1"]), said(&["192.0.2.1"])]), confirmed);
        assert!(matches!(judge(expected, &[said(&["192.0.2.9"])]), Proof::Different(_)));
        assert!(matches!(judge(expected, &[said(&["192.0.2.1", "192.0.2.5"])]), Proof::Different(_)));
    }
}

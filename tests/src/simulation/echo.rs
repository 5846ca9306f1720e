//! The made-up echo operators: what each says of the machine's address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use homeport_core::address::Family;
use homeport_core::observation::{Report, SourceFault, SourceId};
use homeport_core::settings::SourceKind;

use super::clock::SECOND;
use super::fault::{Fault, FaultSet};
use super::provider::Way;
use super::random::Random;

/// Everything that decides about the answers of one round.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The family that is asked for.
    pub family: Family,
    /// What an honest operator sees.
    pub seen: Option<IpAddr>,
    /// What an operator with an old answer names.
    pub before: Option<IpAddr>,
    /// The way into the internet.
    pub way: Way,
    /// The faults that are active.
    pub faults: FaultSet,
    /// The names of the operators, in order.
    pub operators: &'a [SourceId],
    /// The first of them, counted over usual and further ones.
    pub first: usize,
    /// The one that lies, if one does.
    pub liar: usize,
}

/// The ids of `count` operators from `first` on; every third speaks DNS.
#[must_use]
pub fn operators(first: usize, count: usize) -> Vec<SourceId> {
    (first..first + count)
        .map(|number| SourceId {
            kind: if number % 3 == 2 { SourceKind::Dns } else { SourceKind::Http },
            operator: format!("operator-{number}"),
        })
        .collect()
}

/// What the operators say, each with the milliseconds that it takes.
#[must_use]
pub fn answers(question: &Question<'_>, random: &mut Random) -> Vec<(u64, Report)> {
    question
        .operators
        .iter()
        .enumerate()
        .map(|(index, source)| {
            let (took, said) = answer(question, question.first + index, source.kind, random);

            (took, Report { source: source.clone(), family: question.family, said })
        })
        .collect()
}

fn answer(
    question: &Question<'_>,
    number: usize,
    kind: SourceKind,
    random: &mut Random,
) -> (u64, Result<IpAddr, SourceFault>) {
    let quick = random.between(15, 400);
    let late = 10 * SECOND;
    let faults = question.faults;
    let Some(seen) = question.seen else {
        return (5, Err(SourceFault::NoAnswer));
    };
    match question.way {
        Way::None => return (late, Err(SourceFault::NoAnswer)),
        Way::NoDns => return (quick, Err(SourceFault::NoDns)),
        Way::Portal if faults.has(Fault::PortalTls) => {
            return (quick, Err(SourceFault::Tls("unknown issuer".to_owned())));
        }
        Way::Portal if kind == SourceKind::Http => return (quick, Err(SourceFault::NotAnAddress)),
        Way::Portal => return (late, Err(SourceFault::NoAnswer)),
        Way::Blocked if number > 0 => return (late, Err(SourceFault::NoAnswer)),
        Way::Blocked | Way::Open => {}
    }
    if question.family == Family::Ipv6 && faults.has(Fault::Ipv6Blackhole) {
        return (late, Err(SourceFault::NoAnswer));
    }
    if number == question.liar {
        if let Some(said) = lie(question, seen, random) {
            return (quick, said);
        }
    } else if faults.has(Fault::EchoOtherFamily) && number == (question.liar + 1) % 3 {
        return (quick, Err(SourceFault::OtherFamily));
    }

    (quick, Ok(seen))
}

/// One operator at a time is wrong, as long as any of these faults lasts.
fn lie(question: &Question<'_>, seen: IpAddr, random: &mut Random) -> Option<Result<IpAddr, SourceFault>> {
    if question.faults.has(Fault::EchoLies) {
        return Some(Ok(match question.family {
            Family::Ipv4 => Ipv4Addr::new(20, 9, 0, 9).into(),
            Family::Ipv6 => Ipv6Addr::new(0x2a0e, 9, 0, 0, 0, 0, 0, 9).into(),
        }));
    }
    if question.faults.has(Fault::EchoDisagree) {
        return question.before.map(Ok);
    }
    if question.faults.has(Fault::EchoSpecial) {
        return Some(Ok(special(seen, random)));
    }

    None
}

fn special(seen: IpAddr, random: &mut Random) -> IpAddr {
    match seen {
        IpAddr::V4(seen) => match random.below(8) {
            0 => Ipv4Addr::new(10, 1, 1, 1).into(),
            1 => Ipv4Addr::new(100, 64, 9, 9).into(),
            2 => Ipv4Addr::UNSPECIFIED.into(),
            3 => Ipv4Addr::new(203, 0, 113, 9).into(),
            4 => Ipv4Addr::new(224, 0, 0, 1).into(),
            5 => Ipv4Addr::LOCALHOST.into(),
            6 => Ipv4Addr::new(169, 254, 3, 4).into(),
            _ => seen.to_ipv6_mapped().into(),
        },
        IpAddr::V6(_) => match random.below(4) {
            0 => Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 9).into(),
            1 => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 9).into(),
            2 => Ipv6Addr::new(0xfd00, 1, 2, 3, 0, 0, 0, 9).into(),
            _ => Ipv6Addr::UNSPECIFIED.into(),
        },
    }
}

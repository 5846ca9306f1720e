//! Reads the answers of echo services. An answer is one address and nothing else: an address that is found somewhere in
//! a text may be anything, most often that of a captive portal.

use std::net::IpAddr;

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::RData;

use crate::address::Family;
use crate::observation::SourceFault;

/// The longest body that can be an address, in bytes. A longer one is a page.
const LONGEST: usize = 64;

/// Reads the body of an HTTP echo service, or any text that is to be one address. Spaces and line ends around it are
/// cut, and an IPv4 address that is written as an IPv6 one (RFC 4291, 2.5.5.2) is unwrapped. Whether the address is
/// public is judged later.
///
/// # Errors
///
/// [`SourceFault::NotAnAddress`] for anything but one address, and [`SourceFault::OtherFamily`].
pub fn parse_echo(body: &str, family: Family) -> Result<IpAddr, SourceFault> {
    if body.len() > LONGEST {
        return Err(SourceFault::NotAnAddress);
    }
    let address: IpAddr = body.trim().parse().map_err(|_| SourceFault::NotAnAddress)?;

    of_family(address, family)
}

/// Reads what a program printed: one address in a line. The first of the family counts.
///
/// # Errors
///
/// [`SourceFault::NotAnAddress`] when any line is something else, or there is none; [`SourceFault::OtherFamily`] when
/// all lines are of the other family.
pub fn parse_lines(output: &str, family: Family) -> Result<IpAddr, SourceFault> {
    let mut found = Err(SourceFault::NotAnAddress);
    for line in output.lines().filter(|line| !line.trim().is_empty()) {
        match parse_echo(line, family) {
            Err(SourceFault::OtherFamily) if found.is_err() => found = Err(SourceFault::OtherFamily),
            Err(SourceFault::OtherFamily) => {}
            Err(fault) => return Err(fault),
            Ok(address) => found = found.or(Ok(address)),
        }
    }

    found
}

/// Reads the answer of a DNS echo service in wire format: one address record, or one text that is an address.
///
/// # Errors
///
/// [`SourceFault::NoAnswer`] when the server refuses, [`SourceFault::NotAnAddress`] for anything but one address, and
/// [`SourceFault::OtherFamily`].
pub fn parse_dns_echo(wire: &[u8], family: Family) -> Result<IpAddr, SourceFault> {
    let answer = Message::from_vec(wire).map_err(|_| SourceFault::NotAnAddress)?;
    if answer.response_code != ResponseCode::NoError {
        return Err(SourceFault::NoAnswer);
    }
    let mut found = None;
    for record in &answer.answers {
        let address = match &record.data {
            RData::A(address) => of_family(address.0.into(), family),
            RData::AAAA(address) => of_family(address.0.into(), family),
            // Further texts tell of the resolver (`edns0-client-subnet 192.0.2.0/24`).
            RData::TXT(text) if found.is_none() => {
                let text: Vec<u8> = text.txt_data.iter().flat_map(|part| part.iter().copied()).collect();
                parse_echo(&String::from_utf8_lossy(&text), family)
            }
            _ => continue,
        }?;
        match found {
            Some(before) if before != address => return Err(SourceFault::NotAnAddress),
            _ => found = Some(address),
        }
    }

    found.ok_or(SourceFault::NotAnAddress)
}

fn of_family(address: IpAddr, family: Family) -> Result<IpAddr, SourceFault> {
    let address = address.to_canonical();
    if Family::of(address) == family { Ok(address) } else { Err(SourceFault::OtherFamily) }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use hickory_proto::op::OpCode;
    use hickory_proto::rr::rdata::{A, TXT};
    use hickory_proto::rr::{Name, Record};

    use super::*;

    #[test]
    fn one_address_is_read() {
        assert_eq!(parse_echo("20.1.0.1\n", Family::Ipv4), Ok("20.1.0.1".parse().unwrap()));
        assert_eq!(parse_echo(" 2a0e:1::1 \r\n", Family::Ipv6), Ok("2a0e:1::1".parse().unwrap()));
        assert_eq!(parse_echo("::ffff:20.1.0.1", Family::Ipv4), Ok("20.1.0.1".parse().unwrap()));
        assert_eq!(parse_echo("10.1.1.1", Family::Ipv4), Ok("10.1.1.1".parse().unwrap()), "judged later");
    }

    #[test]
    fn anything_besides_one_address_is_refused() {
        let long = format!("20.1.0.1{}", " ".repeat(64));
        for body in [
            "",
            "<html><body>20.1.0.1</body></html>",
            "Current IP Address: 20.1.0.1",
            "20.1.0.1 20.1.0.2",
            "20.1.0.1\n20.1.0.1",
            "20.1.0.1:443",
            "20.1.0.1/32",
            "20.1.0",
            "020.1.0.1",
            "256.1.0.1",
            "fe80::1%eth0",
            "{\"ip\":\"20.1.0.1\"}",
            "good",
            long.as_str(),
        ] {
            assert_eq!(parse_echo(body, Family::Ipv4), Err(SourceFault::NotAnAddress), "{body}");
        }
    }

    #[test]
    fn the_other_family_is_told_apart() {
        assert_eq!(parse_echo("20.1.0.1", Family::Ipv6), Err(SourceFault::OtherFamily));
        assert_eq!(parse_echo("::ffff:20.1.0.1", Family::Ipv6), Err(SourceFault::OtherFamily));
        assert_eq!(parse_echo("2a0e:1::1", Family::Ipv4), Err(SourceFault::OtherFamily));
    }

    #[test]
    fn a_program_may_print_one_address_of_each_family() {
        let both = "20.1.0.1\n2a0e:1::1\n";

        assert_eq!(parse_lines(both, Family::Ipv4), Ok("20.1.0.1".parse().unwrap()));
        assert_eq!(parse_lines(both, Family::Ipv6), Ok("2a0e:1::1".parse().unwrap()));
        assert_eq!(parse_lines("20.1.0.1\n", Family::Ipv6), Err(SourceFault::OtherFamily));
        assert_eq!(parse_lines("20.1.0.1\nerror\n", Family::Ipv4), Err(SourceFault::NotAnAddress));
        assert_eq!(parse_lines("\n", Family::Ipv4), Err(SourceFault::NotAnAddress));
    }

    fn answer(data: Vec<RData>) -> Vec<u8> {
        let name = Name::from_str("myip.example.org.").unwrap();
        let mut message = Message::response(1, OpCode::Query);
        message.add_answers(data.into_iter().map(|data| Record::from_rdata(name.clone(), 0, data)));
        message.to_vec().unwrap()
    }

    fn text(content: &str) -> RData {
        RData::TXT(TXT::new(vec![content.to_owned()]))
    }

    #[test]
    fn a_dns_answer_names_the_address_as_a_record_or_as_a_text() {
        let expected = Ok("20.1.0.1".parse().unwrap());
        let record = RData::A(A([20, 1, 0, 1].into()));

        assert_eq!(parse_dns_echo(&answer(vec![record]), Family::Ipv4), expected);
        assert_eq!(parse_dns_echo(&answer(vec![text("20.1.0.1")]), Family::Ipv4), expected);
        let with_subnet = vec![text("20.1.0.1"), text("edns0-client-subnet 20.1.0.0/24")];
        assert_eq!(parse_dns_echo(&answer(with_subnet), Family::Ipv4), expected);
    }

    #[test]
    fn a_dns_answer_without_one_address_is_refused() {
        let two = vec![RData::A(A([20, 1, 0, 1].into())), RData::A(A([20, 1, 0, 2].into()))];
        let mut refusal = Message::response(1, OpCode::Query);
        refusal.metadata.response_code = ResponseCode::Refused;

        assert_eq!(parse_dns_echo(&answer(two), Family::Ipv4), Err(SourceFault::NotAnAddress));
        assert_eq!(parse_dns_echo(&answer(vec![]), Family::Ipv4), Err(SourceFault::NotAnAddress));
        assert_eq!(parse_dns_echo(&answer(vec![text("portal")]), Family::Ipv4), Err(SourceFault::NotAnAddress));
        assert_eq!(parse_dns_echo(&answer(vec![text("20.1.0.1")]), Family::Ipv6), Err(SourceFault::OtherFamily));
        assert_eq!(parse_dns_echo(b"junk", Family::Ipv4), Err(SourceFault::NotAnAddress));
        assert_eq!(parse_dns_echo(&refusal.to_vec().unwrap(), Family::Ipv4), Err(SourceFault::NoAnswer));
    }
}

//! The signed messages: a question about a name's addresses, and an update with its conditions.

use std::net::IpAddr;

use hickory_proto::op::{Message, MessageType, OpCode, Query};
use hickory_proto::rr::{DNSClass, Name, RData, Record, RecordType, TSigVerifier, TSigner};

use crate::address::{Family, Publishable};
use crate::catalogue::BeginError;

/// What is there now, and what is to be there.
pub(super) struct Replacement<'a> {
    pub(super) owner: &'a Name,
    pub(super) address: Publishable,
    /// The whole set as it is now: the update is carried out only while it is (RFC 2136, 2.4.2; where it is empty, 2.4.3).
    pub(super) found: &'a [IpAddr],
    /// Which one of several is replaced; the others stay.
    pub(super) old: Option<IpAddr>,
}

pub(super) fn record_type(family: Family) -> RecordType {
    match family {
        Family::Ipv4 => RecordType::A,
        Family::Ipv6 => RecordType::AAAA,
    }
}

/// A question to the zone's own server, in wire format.
pub(super) fn question(
    id: u16,
    owner: &Name,
    family: Family,
    signer: &TSigner,
    time: u64,
) -> Result<Vec<u8>, BeginError> {
    let mut message = Message::new(id, MessageType::Query, OpCode::Query);
    message.metadata.recursion_desired = false;
    let mut query = Query::new();
    query.set_name(owner.clone()).set_query_class(DNSClass::IN).set_query_type(record_type(family));
    message.add_query(query);

    sign(message, signer, time).map(|(bytes, _)| bytes)
}

/// One update of all of these, in wire format, and what its answer is verified with.
pub(super) fn update(
    id: u16,
    zone: &Name,
    ttl: u32,
    replacements: &[Replacement<'_>],
    signer: &TSigner,
    time: u64,
) -> Result<(Vec<u8>, TSigVerifier), BeginError> {
    let mut message = Message::new(id, MessageType::Query, OpCode::Update);
    message.metadata.recursion_desired = false;
    let mut of_zone = Query::new();
    of_zone.set_name(zone.clone()).set_query_class(DNSClass::IN).set_query_type(RecordType::SOA);
    message.add_query(of_zone);
    for replacement in replacements {
        // The conditions stand where a question has its answers.
        message.add_answers(replacement.conditions());
        message.add_authorities(replacement.changes(ttl));
    }

    sign(message, signer, time)
}

fn sign(mut message: Message, signer: &TSigner, time: u64) -> Result<(Vec<u8>, TSigVerifier), BeginError> {
    let unsigned = || BeginError::Request("the message could not be signed".to_owned());
    let verifier = message.finalize(signer, time).ok().flatten().ok_or_else(unsigned)?;
    let bytes = message.to_vec().map_err(|_| BeginError::Request("the message is too long".to_owned()))?;

    Ok((bytes, verifier))
}

impl Replacement<'_> {
    fn conditions(&self) -> Vec<Record> {
        if self.found.is_empty() {
            let mut absent = Record::update0(self.owner.clone(), 0, record_type(self.address.family()));
            absent.dns_class = DNSClass::NONE;
            return vec![absent];
        }

        self.found.iter().map(|address| Record::from_rdata(self.owner.clone(), 0, data(*address))).collect()
    }

    /// "Delete the set" and "add this record" (2.5.2, 2.5.1); of several addresses only one is deleted (2.5.4).
    fn changes(&self, ttl: u32) -> Vec<Record> {
        let delete = if let Some(old) = self.old {
            let mut one = Record::from_rdata(self.owner.clone(), 0, data(old));
            one.dns_class = DNSClass::NONE;
            one
        } else {
            let mut all = Record::update0(self.owner.clone(), 0, record_type(self.address.family()));
            all.dns_class = DNSClass::ANY;
            all
        };

        vec![delete, Record::from_rdata(self.owner.clone(), ttl, data(self.address.get()))]
    }
}

fn data(address: IpAddr) -> RData {
    match address {
        IpAddr::V4(address) => RData::A(address.into()),
        IpAddr::V6(address) => RData::AAAA(address.into()),
    }
}

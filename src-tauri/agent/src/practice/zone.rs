//! The practice zone: answers questions, and takes updates of addresses that are signed with its key.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use hickory_proto::ProtoError;
use hickory_proto::op::{Header, HeaderCounts, MessageType, Metadata, OpCode, ResponseCode};
use hickory_proto::rr::rdata::tsig::TsigError;
use hickory_proto::rr::rdata::{NS, SOA};
use hickory_proto::rr::{
    DNSClass, LowerName, Name, RData, Record, RecordSet, RecordType, RrKey, TSigResponseContext, TSigner,
};
use hickory_proto::serialize::binary::BinEncoder;
use hickory_server::net::runtime::Time;
use hickory_server::server::{Request, RequestHandler, ResponseHandler, ResponseInfo};
use hickory_server::store::in_memory::InMemoryZoneHandler;
use hickory_server::zone_handler::{AxfrPolicy, Catalog, MessageResponseBuilder, UpdateRequest, ZoneHandler, ZoneType};

/// How long others may keep a record of the zone that says "there is none", in seconds.
const TTL: u32 = 5;

/// The zone and the key that may change it.
pub(super) struct PracticeZone {
    zone: Arc<InMemoryZoneHandler>,
    /// Answers the questions.
    catalog: Catalog,
    signer: TSigner,
}

impl PracticeZone {
    pub(super) fn new(origin: Name, signer: TSigner) -> io::Result<Self> {
        let zone = Arc::new(
            InMemoryZoneHandler::new(origin.clone(), apex(&origin)?, ZoneType::Primary, AxfrPolicy::Deny, None)
                .map_err(io::Error::other)?,
        );
        let mut catalog = Catalog::new();
        catalog.upsert(origin.into(), vec![Arc::clone(&zone) as Arc<dyn ZoneHandler>]);

        Ok(Self { zone, catalog, signer })
    }

    /// Carries out an update, whole or not at all, and says how its answer is to be signed.
    async fn update(&self, request: &Request, now: u64) -> (ResponseCode, Option<TSigResponseContext>) {
        let context = match self.authorise(request, now) {
            Ok(context) => context,
            Err(refusal) => return refusal,
        };
        let judged = match self.judge(request) {
            Ok(()) => self.check_conditions(request.prerequisites()).await,
            Err(code) => Err(code),
        };
        let code = match judged {
            Ok(()) => {
                self.carry_out(request.updates()).await;
                ResponseCode::NoError
            }
            Err(code) => code,
        };

        (code, Some(context))
    }

    /// RFC 8945, 5.2: the key, the signature, the time.
    fn authorise(
        &self,
        request: &Request,
        now: u64,
    ) -> Result<TSigResponseContext, (ResponseCode, Option<TSigResponseContext>)> {
        let id = request.metadata.id;
        let Some(tsig) = request.signature() else {
            return Err((ResponseCode::Refused, None));
        };
        if tsig.name != *self.signer.signer_name() {
            let context = TSigResponseContext::unknown_key(id, now, tsig.name.clone());
            return Err((ResponseCode::NotAuth, Some(context)));
        }
        let Ok((_, _, valid)) = self.signer.verify_message_byte(request.as_slice(), None, true) else {
            let context = TSigResponseContext::bad_signature(id, now, self.signer.clone());
            return Err((ResponseCode::NotAuth, Some(context)));
        };
        let context = |error| TSigResponseContext::new(id, now, self.signer.clone(), tsig.data.mac.clone(), error);
        if !valid.contains(&now) {
            return Err((ResponseCode::NotAuth, Some(context(Some(TsigError::BadTime)))));
        }

        Ok(context(None))
    }

    /// RFC 2136, 3.1 to 3.4.1, for what a dynamic DNS client sends: addresses of names in this zone.
    fn judge(&self, request: &Request) -> Result<(), ResponseCode> {
        let info = request.request_info().map_err(|_| ResponseCode::FormErr)?;
        if info.query.query_type() != RecordType::SOA {
            return Err(ResponseCode::FormErr);
        }
        if info.query.name() != self.zone.origin() {
            return Err(ResponseCode::NotAuth);
        }
        for record in request.prerequisites().iter().chain(request.updates()) {
            if !self.zone.origin().zone_of(&LowerName::from(&record.name)) {
                return Err(ResponseCode::NotZone);
            }
            match (record.dns_class, record.record_type()) {
                (DNSClass::IN | DNSClass::ANY | DNSClass::NONE, RecordType::A | RecordType::AAAA) => {}
                (DNSClass::IN | DNSClass::ANY | DNSClass::NONE, _) => return Err(ResponseCode::Refused),
                _ => return Err(ResponseCode::FormErr),
            }
        }

        Ok(())
    }

    /// RFC 2136, 3.2: class NONE wants no set, class ANY wants one, and the zone's own class wants the set of these records.
    async fn check_conditions(&self, conditions: &[Record]) -> Result<(), ResponseCode> {
        let records = self.zone.records().await;
        let mut wanted: BTreeMap<RrKey, BTreeSet<IpAddr>> = BTreeMap::new();
        for condition in conditions {
            let key = RrKey::new(LowerName::from(&condition.name), condition.record_type());
            match condition.dns_class {
                DNSClass::NONE if records.contains_key(&key) => return Err(ResponseCode::YXRRSet),
                DNSClass::ANY if !records.contains_key(&key) => return Err(ResponseCode::NXRRSet),
                DNSClass::NONE | DNSClass::ANY => {}
                _ => wanted.entry(key).or_default().extend(condition.data.ip_addr()),
            }
        }
        for (key, wanted) in wanted {
            let found = records.get(&key).map(|set| set.records_without_rrsigs());
            let found: BTreeSet<IpAddr> =
                found.into_iter().flatten().filter_map(|record| record.data.ip_addr()).collect();
            if found != wanted {
                return Err(ResponseCode::NXRRSet);
            }
        }

        Ok(())
    }

    /// RFC 2136, 3.4.2: class ANY deletes a record set, class NONE one record, and the zone's own class adds one.
    async fn carry_out(&self, updates: &[Record]) {
        let serial = self.zone.serial().await.wrapping_add(1);
        for update in updates {
            let key = RrKey::new(LowerName::from(&update.name), update.record_type());
            match update.dns_class {
                DNSClass::ANY => {
                    self.zone.records_mut().await.remove(&key);
                }
                DNSClass::NONE => {
                    let mut records = self.zone.records_mut().await;
                    if let Some(set) = records.get_mut(&key) {
                        Arc::make_mut(set).remove(update, serial);
                        if set.is_empty() {
                            records.remove(&key);
                        }
                    }
                }
                _ => {
                    self.zone.upsert(update.clone(), serial).await;
                }
            }
        }
        if let Some(start) = start_of_authority(&Name::from(self.zone.origin()), serial) {
            self.zone.upsert(start, serial).await;
        }
    }

    async fn answer_update<R: ResponseHandler>(
        &self,
        request: &Request,
        mut handle: R,
        now: u64,
    ) -> Result<ResponseInfo, ProtoError> {
        let (code, context) = self.update(request, now).await;
        let mut metadata = Metadata::new(request.metadata.id, MessageType::Response, OpCode::Update);
        metadata.response_code = code;
        let build = || MessageResponseBuilder::new(&request.queries, None).build_no_records(metadata);
        let mut response = build();
        if let Some(context) = context {
            let mut unsigned = Vec::new();
            build().destructive_emit(&mut BinEncoder::new(&mut unsigned))?;
            response.set_signature(context.sign(&unsigned)?);
        }

        handle.send_response(response).await.map_err(|error| ProtoError::from(error.to_string()))
    }
}

#[async_trait::async_trait]
impl RequestHandler for PracticeZone {
    async fn handle_request<R: ResponseHandler, T: Time>(&self, request: &Request, handle: R) -> ResponseInfo {
        if request.metadata.op_code != OpCode::Update || request.metadata.message_type != MessageType::Query {
            return self.catalog.handle_request::<R, T>(request, handle).await;
        }
        match self.answer_update(request, handle, T::current_time()).await {
            Ok(info) => info,
            Err(error) => {
                tracing::warn!("the practice server could not answer: {error}");
                let mut metadata = Metadata::new(request.metadata.id, MessageType::Response, OpCode::Update);
                metadata.response_code = ResponseCode::ServFail;
                ResponseInfo::from(Header { metadata, counts: HeaderCounts::default() })
            }
        }
    }
}

/// The records that make it a zone (RFC 1035, 6.1 and RFC 2181, 6.1).
fn apex(origin: &Name) -> io::Result<BTreeMap<RrKey, RecordSet>> {
    let start = start_of_authority(origin, 1).ok_or(io::ErrorKind::InvalidInput)?;
    let server = Record::from_rdata(origin.clone(), TTL, RData::NS(NS(name("localhost")?)));
    let mut records = BTreeMap::new();
    for record in [start, server] {
        let mut set = RecordSet::new(origin.clone(), record.record_type(), 1);
        set.insert(record.clone(), 1);
        records.insert(RrKey::new(origin.into(), record.record_type()), set);
    }

    Ok(records)
}

fn start_of_authority(origin: &Name, serial: u32) -> Option<Record> {
    let server = name("localhost").ok()?;
    let mail = server.prepend_label("nobody").ok()?;
    let seconds = i32::try_from(TTL).ok()?;
    let data = SOA::new(server, mail, serial, seconds, seconds, seconds, TTL);

    Some(Record::from_rdata(origin.clone(), TTL, RData::SOA(data)))
}

/// A name with its final dot.
pub(super) fn name(text: &str) -> io::Result<Name> {
    Name::from_ascii(format!("{text}.")).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error.to_string()))
}

//! Amazon Route 53 (API version 2013-04-01), signed with Signature Version 4 (IAM User Guide, "Create a signed request").
//!
//! Both families go into one change batch, which Route 53 carries out as a whole. The record set keeps its TTL and its
//! health check. A set that belongs to a routing policy or is an alias is not this client's to change.

use std::net::IpAddr;

use serde_json::json;

use super::no::{self, No};
use super::sign::{self, Canonical, Key, Utc};
use super::sweep::{Bulk, Listed};
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use super::xml::{self, Element};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;

/// The one server that requests go to, for all regions but those of China and of the government.
pub(super) const HOST: &str = "route53.amazonaws.com";
const VERSION: &str = "2013-04-01";
const NAMESPACE: &str = "https://route53.amazonaws.com/doc/2013-04-01/";
/// Route 53 is global; its requests are signed for this region.
const REGION: &str = "us-east-1";
const SERVICE: &str = "route53";
/// The time to live of a record that is created, in seconds.
const TTL: u64 = 300;

pub(super) struct Route53 {
    subject: Subject,
    key: Key,
    zone: Option<Zone>,
}

impl Route53 {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let subject = Subject::new(task, TTL)?;
        let zone = match sign::field(task, "zone_id") {
            None => None,
            Some(id) => {
                let id = zone_id(id).ok_or_else(|| BeginError::Request("the zone's id is wrong".to_owned()))?;
                Some(Zone { name: subject.hostname.clone(), id })
            }
        };

        Ok(Self { key: Key::new(task, "access_key_id", "secret_access_key")?, zone, subject })
    }

    fn request(
        &self,
        method: &'static str,
        path: &str,
        pairs: &[(&str, &str)],
        body: Option<String>,
    ) -> Option<HttpRequest> {
        let path = format!("/{VERSION}/{path}");
        let query = sign::query(pairs);
        let url = sign::address(HOST, &path, &query)?;
        let utc = Utc::new(self.subject.unix_time);
        let instant = utc.instant("", "");
        let payload = sign::sha256(body.as_deref().unwrap_or_default().as_bytes());
        let canonical = Canonical {
            method,
            path: &path,
            query: &query,
            headers: &[("host", HOST), ("x-amz-date", &instant)],
            payload: &payload,
        };
        let authorization = authorization(&canonical, &utc, &self.key.id, self.key.secret.reveal(), REGION, SERVICE);
        let mut headers = vec![sign::open("x-amz-date", instant), sign::hidden("authorization", authorization)];
        if body.is_some() {
            headers.push(sign::open("content-type", "application/xml"));
        }

        Some(HttpRequest { method, url, headers, reads_only: body.is_none(), body: body.map(String::into_bytes) })
    }

    fn change_batch(&self, zone: &Zone, changes: &str) -> Option<HttpRequest> {
        let body = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ChangeResourceRecordSetsRequest xmlns=\"{NAMESPACE}\">\
             <ChangeBatch><Changes>{changes}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>"
        );

        self.request("POST", &format!("hostedzone/{}/rrset", zone.id), &[], Some(body))
    }

    /// The set as it will be: with the address in place of the one that was there.
    fn upsert(&self, name: &Hostname, change: &Change) -> String {
        let kept =
            |key: &str| change.record.as_ref().and_then(|record| record.kept.get(key)?.as_str()).map(xml::escape);
        let ttl = kept("ttl").unwrap_or_else(|| self.subject.ttl.to_string());
        let health = kept("health").map(|id| format!("<HealthCheckId>{id}</HealthCheckId>")).unwrap_or_default();
        let kind = change.address.family().record_type();
        let addresses: Vec<String> = change.addresses().iter().map(ToString::to_string).collect();
        let values = addresses.join("</Value></ResourceRecord><ResourceRecord><Value>");

        format!(
            "<Change><Action>UPSERT</Action><ResourceRecordSet><Name>{name}.</Name><Type>{kind}</Type><TTL>{ttl}</TTL>\
             <ResourceRecords><ResourceRecord><Value>{values}</Value></ResourceRecord></ResourceRecords>{health}\
             </ResourceRecordSet></Change>"
        )
    }
}

/// The value of the Authorization header.
fn authorization(canonical: &Canonical<'_>, utc: &Utc, key_id: &str, key: &str, region: &str, service: &str) -> String {
    let (date, instant) = (utc.date(""), utc.instant("", ""));
    let scope = format!("{date}/{region}/{service}/aws4_request");
    let text = format!("AWS4-HMAC-SHA256\n{instant}\n{scope}\n{}", canonical.hash());
    let key = sign::narrowed(&format!("AWS4{key}"), &[&date, region, service, "aws4_request"]);
    let (names, signature) = (canonical.names(), sign::hmac_hex(&key, &text));

    format!("AWS4-HMAC-SHA256 Credential={key_id}/{scope}, SignedHeaders={names}, Signature={signature}")
}

impl Api for Route53 {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn known_zone(&self) -> Option<Zone> {
        self.zone.clone()
    }

    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        let name = format!("{candidate}.");

        self.request("GET", "hostedzonesbyname", &[("dnsname", &name), ("maxitems", "5")], None)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let answer = answer(response, "ListHostedZonesByNameResponse")?;
        let zones = answer.at(&["HostedZones"]).ok_or_else(|| No::odd(response.status))?;
        let public: Vec<&Element> = zones
            .all("HostedZone")
            .filter(|zone| zone.text(&["Name"]).is_some_and(|name| same_name(name, candidate)))
            .filter(|zone| zone.text(&["Config", "PrivateZone"]) != Some("true"))
            .collect();
        match public.as_slice() {
            [] => Ok(None),
            [zone] => {
                let id = zone.text(&["Id"]).and_then(zone_id).ok_or_else(|| No::odd(response.status))?;

                Ok(Some(Zone { name: candidate.clone(), id }))
            }
            several => {
                let words =
                    format!("{candidate} has {} public hosted zones; enter the id of the right one", several.len());

                Err(No::new(Means::BadRequest, words))
            }
        }
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let name = format!("{}.", self.subject.hostname);
        let pairs = [("name", name.as_str()), ("type", family.record_type()), ("maxitems", "2")];

        self.request("GET", &format!("hostedzone/{}/rrset", zone.id), &pairs, None)
    }

    fn take_records(&self, _zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let answer = answer(response, "ListResourceRecordSetsResponse")?;
        let sets = answer.at(&["ResourceRecordSets"]).ok_or_else(|| No::odd(response.status))?;
        let mut records = Vec::new();
        for set in sets.all("ResourceRecordSet") {
            let is_own = set.text(&["Name"]).is_some_and(|name| same_name(name, &self.subject.hostname));
            if is_own && set.text(&["Type"]) == Some(family.record_type()) {
                records.extend(of_set(set, &self.subject.hostname, response.status)?);
            }
        }

        Ok(Found::Records(records))
    }

    fn ttl_key(&self) -> Option<&'static str> {
        Some("ttl")
    }

    fn at_once(&self) -> usize {
        2
    }

    fn several(&self) -> Several {
        Several::AsSet
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let changes = changes.iter().map(|change| self.upsert(&self.subject.hostname, change));

        self.change_batch(zone, &changes.collect::<String>())
    }

    fn take_written(&self, _changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        taken(response).map(|()| None)
    }
}

impl Bulk for Route53 {
    /// The same action as for one name, as it needs the same right.
    fn list_zones(&mut self, page: Option<&str>) -> Option<HttpRequest> {
        let mut pairs = vec![("maxitems", "100")];
        let (name, id) = page.and_then(|page| page.split_once(' ')).unzip();
        pairs.extend(name.map(|name| ("dnsname", name)));
        pairs.extend(id.map(|id| ("hostedzoneid", id)));

        self.request("GET", "hostedzonesbyname", &pairs, None)
    }

    fn take_zones(&self, response: &HttpResponse) -> Result<(Vec<Zone>, Option<String>), No> {
        let odd = || No::odd(response.status);
        let answer = answer(response, "ListHostedZonesByNameResponse")?;
        let zones = answer.at(&["HostedZones"]).ok_or_else(odd)?;
        let public = zones.all("HostedZone").filter(|zone| zone.text(&["Config", "PrivateZone"]) != Some("true"));
        let zones: Vec<Zone> = public
            .map(|zone| {
                let name = zone.text(&["Name"])?.trim_end_matches('.').parse().ok()?;

                Some(Zone { name, id: zone_id(zone.text(&["Id"])?)? })
            })
            .collect::<Option<_>>()
            .ok_or_else(odd)?;
        let next = || Some(format!("{} {}", answer.text(&["NextDNSName"])?, answer.text(&["NextHostedZoneId"])?));

        Ok((zones, if answer.text(&["IsTruncated"]) == Some("true") { next() } else { None }))
    }

    /// One list has both families.
    fn list_records(&mut self, zone: &Zone, _family: Option<Family>, page: Option<&str>) -> Option<HttpRequest> {
        let mut parts = page.unwrap_or_default().split(' ').filter(|part| !part.is_empty());
        let mut pairs = vec![("maxitems", "300")];
        for key in ["name", "type", "identifier"] {
            pairs.extend(parts.next().map(|part| (key, part)));
        }

        self.request("GET", &format!("hostedzone/{}/rrset", zone.id), &pairs, None)
    }

    fn take_list(&self, response: &HttpResponse) -> Result<(Vec<Listed>, Option<String>), No> {
        let odd = || No::odd(response.status);
        let answer = answer(response, "ListResourceRecordSetsResponse")?;
        let mut listed = Vec::new();
        for set in answer.at(&["ResourceRecordSets"]).ok_or_else(odd)?.all("ResourceRecordSet") {
            let (name, kind) = set.text(&["Name"]).zip(set.text(&["Type"])).ok_or_else(odd)?;
            let family = Family::BOTH.into_iter().find(|family| family.record_type() == kind);
            // A name with letters that no hostname has is nobody's here.
            let name = name.replace("\\052", "*").trim_end_matches('.').parse();
            let (Some(family), Ok(name)) = (family, name) else { continue };
            match of_set(set, &name, response.status) {
                Ok(records) => listed.extend(records.into_iter().map(|record| Listed {
                    name: name.clone(),
                    family,
                    record: Ok(record),
                })),
                Err(no) => listed.push(Listed { name, family, record: Err(no) }),
            }
        }
        let text = |key: &str| answer.text(&[key]);
        let next = || {
            let identifier = text("NextRecordIdentifier").unwrap_or_default();

            Some(format!("{} {} {identifier}", text("NextRecordName")?, text("NextRecordType")?))
        };

        Ok((listed, if text("IsTruncated") == Some("true") { next() } else { None }))
    }

    /// 1,000 elements are allowed in a batch, and an UPSERT counts twice (`ChangeResourceRecordSets`).
    fn most_changes(&self) -> usize {
        500
    }

    fn write_all(&mut self, zone: &Zone, changes: &[(Hostname, Change)]) -> Option<HttpRequest> {
        let changes = changes.iter().map(|(name, change)| self.upsert(name, change));

        self.change_batch(zone, &changes.collect::<String>())
    }

    fn take_all(&self, _changes: &[(Hostname, Change)], response: &HttpResponse) -> Result<(), No> {
        taken(response)
    }
}

/// The addresses of a record set, if it may be changed.
fn of_set(set: &Element, name: &Hostname, status: u16) -> Result<Vec<Record>, No> {
    if set.at(&["SetIdentifier"]).is_some() {
        let words = format!("{name} belongs to a routing policy, which this client does not change");
        return Err(No::new(Means::BadRequest, words));
    }
    let Some(values) = set.at(&["ResourceRecords"]) else {
        let words = format!("{name} is an alias of another name, which this client does not change");
        return Err(No::new(Means::BadRequest, words));
    };
    let ttl = set.text(&["TTL"]).filter(|ttl| ttl.parse::<u32>().is_ok()).ok_or_else(|| No::odd(status))?;
    let kept = json!({ "ttl": ttl, "health": set.text(&["HealthCheckId"]) });

    Ok(values
        .all("ResourceRecord")
        .map(|value| Record {
            id: String::new(),
            content: value.text(&["Value"]).and_then(|value| value.parse().ok()),
            kept: kept.clone(),
        })
        .collect())
}

/// The batch was taken.
fn taken(response: &HttpResponse) -> Result<(), No> {
    let answer = answer(response, "ChangeResourceRecordSetsResponse")?;
    match answer.text(&["ChangeInfo", "Status"]) {
        Some("PENDING" | "INSYNC") => Ok(()),
        _ => Err(No::odd(response.status)),
    }
}

/// The answer, if it is one to the request, or why not.
fn answer(response: &HttpResponse, expected: &str) -> Result<Element, No> {
    let document = Element::read(&response.body).ok_or_else(|| No::odd(response.status))?;
    if document.is(expected) && (200..300).contains(&response.status) {
        return Ok(document);
    }
    // Some errors of a batch come as a list of messages without a code.
    if document.is("InvalidChangeBatch") {
        let words = document.text(&["Messages", "Message"]).unwrap_or_default();
        return Err(No::new(Means::BadRequest, format!("InvalidChangeBatch: {words}")));
    }
    let (Some(code), Some(message)) = (document.text(&["Error", "Code"]), document.text(&["Error", "Message"])) else {
        return Err(No::odd(response.status));
    };
    if matches!(code, "RequestExpired" | "RequestTimeTooSkewed")
        || ["Signature expired", "Signature not yet current"].iter().any(|start| message.starts_with(start))
    {
        return Err(No::clock(message));
    }

    Err(No::new(by_code(code, response.status), format!("{code}: {message}")))
}

/// The common errors of AWS, and those of Route 53.
fn by_code(code: &str, status: u16) -> Means {
    match code {
        "InvalidClientTokenId"
        | "UnrecognizedClientException"
        | "SignatureDoesNotMatch"
        | "InvalidSignatureException" => Means::BadAuth,
        "MissingAuthenticationToken" | "IncompleteSignature" | "ExpiredToken" | "ExpiredTokenException" => {
            Means::BadAuth
        }
        "AccessDenied" | "AccessDeniedException" | "NotAuthorized" | "OptInRequired" => Means::NotEntitled,
        "NoSuchHostedZone" => Means::NoSuchHost,
        "InvalidInput" | "InvalidDomainName" | "InvalidChangeBatch" | "NoSuchHealthCheck" | "ValidationError" => {
            Means::BadRequest
        }
        // The second: another change of the same zone is under way.
        "Throttling" | "ThrottlingException" | "PriorRequestNotComplete" => Means::RateLimited,
        "ServiceUnavailable" | "InternalFailure" | "InternalError" => Means::ServerTrouble,
        _ => no::by_status(status),
    }
}

/// Names come with a final dot, and with `*` written as `\052`.
fn same_name(name: &str, hostname: &Hostname) -> bool {
    name.replace("\\052", "*").trim_end_matches('.').eq_ignore_ascii_case(hostname.as_str())
}

/// The id alone; answers have `/hostedzone/` in front of it.
fn zone_id(text: &str) -> Option<String> {
    let id = text.strip_prefix("/hostedzone/").unwrap_or(text);

    ((1..=32).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// "get-vanilla" and "get-vanilla-query-order-key-case" of the test suite of Signature Version 4.
    #[test]
    fn signatures_are_those_of_the_test_suite() {
        let utc = Utc::new(1_440_938_160);
        let headers = [("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")];
        let empty = sign::sha256(b"");
        let signature = |query: &str| {
            let canonical = Canonical { method: "GET", path: "/", query, headers: &headers, payload: &empty };
            authorization(&canonical, &utc, "AKIDEXAMPLE", KEY, "us-east-1", "service")
        };

        assert_eq!(
            signature(""),
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        );
        assert!(
            signature(&sign::query(&[("Param2", "value2"), ("Param1", "value1")]))
                .ends_with("Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")
        );
    }

    /// The request to IAM of the guide "Create a signed request", and the key that it derives.
    #[test]
    fn the_signature_is_that_of_the_guide() {
        let utc = Utc::new(1_440_938_160);
        let empty = sign::sha256(b"");
        let canonical = Canonical {
            method: "GET",
            path: "/",
            query: "Action=ListUsers&Version=2010-05-08",
            headers: &[
                ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                ("host", "iam.amazonaws.com"),
                ("x-amz-date", "20150830T123600Z"),
            ],
            payload: &empty,
        };
        let authorization = authorization(&canonical, &utc, "AKIDEXAMPLE", KEY, "us-east-1", "iam");

        assert_eq!(canonical.hash(), "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59");
        assert!(
            authorization.ends_with("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"),
            "{authorization}"
        );
    }

    #[test]
    fn an_id_is_cut_out_and_nothing_else_is_taken() {
        assert_eq!(zone_id("/hostedzone/Z1PA6795UKMFR9").as_deref(), Some("Z1PA6795UKMFR9"));
        for odd in ["", "/hostedzone/", "Z1/../Z2", "Z1?x", "/change/Z1"] {
            assert_eq!(zone_id(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_wildcard_is_the_same_in_both_ways_of_writing() {
        assert!(same_name("\\052.example.org.", &"*.example.org".parse().unwrap()));
        assert!(!same_name("a.example.org.", &"*.example.org".parse().unwrap()));
    }
}

//! What ten providers answer, as their files in the catalogue say it, with one memory for all names.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use homeport_tests::mock_cloudflare::{self, Cloudflare};
use homeport_tests::mock_proxy::{Answer, Seen};
use serde_json::{Value, json};

/// The server of the account with a dyndns2 server that nobody knows.
pub(crate) const DYNDNS2: &str = "dyn.example.com";
/// The server of the account with `PowerDNS`.
pub(crate) const POWERDNS: &str = "pdns.example.info";
/// The hosts that it speaks for.
pub(crate) const HOSTS: [&str; 11] = [
    "dynupdate.no-ip.com",
    "api.dynu.com",
    "www.duckdns.org",
    "update.dedyn.io",
    "members.dyndns.org",
    DYNDNS2,
    "ydns.io",
    mock_cloudflare::HOST,
    "route53.amazonaws.com",
    POWERDNS,
    "desec.io",
];

const ROUTE53_ZONE: &str = "Z111";
const OK: &str = "200 OK";

/// The providers. Copies share their memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answers {
    pub(crate) cloudflare: Cloudflare,
    records: Arc<Mutex<BTreeMap<String, IpAddr>>>,
}

impl Answers {
    /// Gives a name its address.
    pub(crate) fn put(&self, name: &str, address: IpAddr) {
        self.lock().insert(name.to_owned(), address);
    }

    /// What DNS says of a name.
    pub(crate) fn resolve(&self, name: &str) -> Option<Vec<IpAddr>> {
        let address = self.lock().get(name).copied();

        address.map(|address| vec![address]).or_else(|| self.cloudflare.resolve(name))
    }

    /// Answers one request.
    pub(crate) fn answer(&self, request: &Seen) -> Answer {
        let (method, address) = request.request.split_once(' ').expect("a method and an address");
        let address = url::Url::parse(address).expect("a request has an address");
        let query: BTreeMap<String, String> = address.query_pairs().into_owned().collect();
        let asked = |key: &str| query.get(key).map(String::as_str).unwrap_or_default();
        let (status, body) = match (address.host_str().unwrap_or_default(), method) {
            (mock_cloudflare::HOST, _) => return self.cloudflare.answer(request),
            ("www.duckdns.org", _) => {
                let names = asked("domains").split(',').map(|label| format!("{label}.duckdns.org"));
                self.update(&names.collect::<Vec<_>>().join(","), asked("ip"));
                (OK, "OK".to_owned())
            }
            ("update.dedyn.io", _) => {
                self.update(asked("hostname"), asked("myipv4"));
                (OK, "good".to_owned())
            }
            ("ydns.io", _) => (OK, self.update(asked("host"), asked("ip"))),
            ("route53.amazonaws.com", "POST") => (OK, self.change_route53(&request.body)),
            ("route53.amazonaws.com", _) if address.path().ends_with("/rrset") => (OK, self.list_route53()),
            ("route53.amazonaws.com", _) => (OK, zones_of_route53()),
            (POWERDNS, "PATCH") => {
                self.change_powerdns(&request.body);
                ("204 No Content", String::new())
            }
            (POWERDNS, _) if address.path().ends_with("/zones") => {
                (OK, json!([{ "id": "example.info.", "name": "example.info." }]).to_string())
            }
            (POWERDNS, _) => (OK, self.list_powerdns()),
            ("desec.io", "PATCH") => (OK, self.change_desec(&request.body)),
            ("desec.io", _) => (OK, self.list_desec()),
            _ => (OK, self.update(asked("hostname"), asked("myip"))),
        };

        Answer { status, headers: Vec::new(), body }
    }

    /// The dyndns2 protocol: a line for each name.
    fn update(&self, names: &str, address: &str) -> String {
        let known: IpAddr = address.parse().expect("an address is sent");
        names.split(',').for_each(|name| self.put(name, known));

        vec![format!("good {address}"); names.split(',').count()].join("\n")
    }

    fn of_zone(&self, zone: &str) -> Vec<(String, IpAddr)> {
        let end = format!(".{zone}");
        let records = self.lock();

        records
            .iter()
            .filter(|(name, _)| name.ends_with(&end))
            .map(|(name, address)| (name.clone(), *address))
            .collect()
    }

    fn list_route53(&self) -> String {
        let mut sets = String::new();
        for (name, address) in self.of_zone("example.net") {
            let value = format!("<ResourceRecord><Value>{address}</Value></ResourceRecord>");
            let _ = write!(
                sets,
                "<ResourceRecordSet><Name>{name}.</Name><Type>A</Type><TTL>60</TTL><ResourceRecords>{value}\
                 </ResourceRecords></ResourceRecordSet>"
            );
        }

        format!(
            "<ListResourceRecordSetsResponse><ResourceRecordSets>{sets}</ResourceRecordSets>\
             <IsTruncated>false</IsTruncated></ListResourceRecordSetsResponse>"
        )
    }

    fn change_route53(&self, body: &str) -> String {
        let part = |text: &str, start: &str| {
            let rest = text.split_once(start).map(|(_, rest)| rest).unwrap_or_default();

            rest.split('<').next().unwrap_or_default().to_owned()
        };
        for change in body.split("<Change>").skip(1) {
            let address = part(change, "<Value>").parse().expect("an address is sent");
            self.put(part(change, "<Name>").trim_end_matches('.'), address);
        }

        "<ChangeResourceRecordSetsResponse><ChangeInfo><Status>PENDING</Status></ChangeInfo>\
         </ChangeResourceRecordSetsResponse>"
            .to_owned()
    }

    fn list_powerdns(&self) -> String {
        let sets = self.of_zone("example.info").into_iter().map(|(name, address)| {
            json!({
                "name": format!("{name}."), "type": "A", "ttl": 60, "comments": [],
                "records": [{ "content": address, "disabled": false }],
            })
        });

        json!({ "id": "example.info.", "name": "example.info.", "rrsets": sets.collect::<Vec<_>>() }).to_string()
    }

    fn change_powerdns(&self, body: &str) {
        let body: Value = serde_json::from_str(body).expect("JSON is sent");
        for set in body["rrsets"].as_array().expect("sets are sent") {
            let name = set["name"].as_str().unwrap_or_default().trim_end_matches('.');
            self.put(name, address_of(&set["records"][0]["content"]));
        }
    }

    fn list_desec(&self) -> String {
        let sets = self.of_zone("example.de").into_iter().map(|(name, address)| {
            let label = name.trim_end_matches(".example.de");

            json!({ "subname": label, "name": format!("{name}."), "type": "A", "ttl": 3_600, "records": [address] })
        });

        Value::from(sets.collect::<Vec<_>>()).to_string()
    }

    fn change_desec(&self, body: &str) -> String {
        let sets: Value = serde_json::from_str(body).expect("JSON is sent");
        for set in sets.as_array().expect("sets are sent") {
            let label = set["subname"].as_str().unwrap_or_default();
            self.put(&format!("{label}.example.de"), address_of(&set["records"][0]));
        }

        sets.to_string()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, IpAddr>> {
        self.records.lock().expect("nothing panics while it holds the lock")
    }
}

fn address_of(value: &Value) -> IpAddr {
    value.as_str().and_then(|text| text.parse().ok()).expect("an address is sent")
}

fn zones_of_route53() -> String {
    format!(
        "<ListHostedZonesByNameResponse><HostedZones><HostedZone><Id>/hostedzone/{ROUTE53_ZONE}</Id>\
         <Name>example.net.</Name><Config><PrivateZone>false</PrivateZone></Config></HostedZone></HostedZones>\
         <IsTruncated>false</IsTruncated></ListHostedZonesByNameResponse>"
    )
}

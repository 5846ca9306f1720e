//! moto, which plays Amazon's services: here Route 53. It takes any key; its own check refuses even what Amazon's client
//! signs, because it counts the query as a body. So signatures are compared with those of botocore, that client's library.

use std::net::SocketAddr;
use std::process::Command;

use serde_json::json;

use crate::mock_proxy::Seen;
use crate::python;
use crate::server::{Folder, Server, free_address, http};

/// The host of Route 53.
pub const HOST: &str = "route53.amazonaws.com";
const NAMESPACE: &str = "https://route53.amazonaws.com/doc/2013-04-01/";

/// The access key that requests are signed with: its open part.
pub const KEY_ID: &str = "AKIAIOSFODNN7EXAMPLE";
/// Its secret part, with letters that a form would escape.
pub const SECRET: &str = "only/for+this/test=and+no/other/40-long";
/// Signs a request again. It is the one argument, and the signature is printed.
const SIGN: &str = "
import json, sys
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
asked = json.loads(sys.argv[1])
signer = SigV4Auth(Credentials(asked['id'], asked['secret']), 'route53', 'us-east-1')
request = AWSRequest(asked['method'], asked['url'], headers=asked['headers'], data=asked['body'])
request.context['timestamp'] = asked['headers']['x-amz-date']
print(signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request))
";

/// A running moto. It ends when this is dropped.
#[derive(Debug)]
pub struct Moto {
    /// Where all services are, without TLS.
    pub address: SocketAddr,
    _server: Server,
}

impl Moto {
    /// Starts it.
    ///
    /// # Panics
    ///
    /// When it is not installed or does not start.
    #[must_use]
    pub fn start() -> Self {
        let (folder, address) = (Folder::new(), free_address());
        let files = folder.path().to_owned();
        let start = |command: &mut Command| {
            let (ip, port) = (address.ip().to_string(), address.port().to_string());
            command.env("HOME", files).args(["-m", "moto.server", "--host", &ip, "--port", &port]);
        };

        Self { address, _server: folder.start(&python::interpreter(), start, address) }
    }

    /// Makes a zone, and gives its id.
    ///
    /// # Panics
    ///
    /// When moto refuses.
    #[must_use]
    pub fn zone(&self, name: &str) -> String {
        let body = format!(
            "<CreateHostedZoneRequest xmlns=\"{NAMESPACE}\"><Name>{name}</Name><CallerReference>{name}</CallerReference>\
             </CreateHostedZoneRequest>"
        );
        let answer = self.route53("POST", "hostedzone", &body);

        between(&answer, "<Id>/hostedzone/", "</Id>")
    }

    /// Puts one set of records into a zone.
    ///
    /// # Panics
    ///
    /// When moto refuses.
    pub fn put(&self, zone: &str, name: &str, kind: &str, ttl: u32, addresses: &[&str]) {
        self.change("CREATE", zone, (name, kind, ttl), addresses);
    }

    /// Puts one set of records into the place of another one.
    ///
    /// # Panics
    ///
    /// As [`Self::put`].
    pub fn put_again(&self, zone: &str, name: &str, kind: &str, ttl: u32, addresses: &[&str]) {
        self.change("UPSERT", zone, (name, kind, ttl), addresses);
    }

    fn change(&self, action: &str, zone: &str, (name, kind, ttl): (&str, &str, u32), addresses: &[&str]) {
        let values = addresses.iter().map(|value| format!("<ResourceRecord><Value>{value}</Value></ResourceRecord>"));
        let body = format!(
            "<ChangeResourceRecordSetsRequest xmlns=\"{NAMESPACE}\"><ChangeBatch><Changes><Change><Action>{action}</Action>\
             <ResourceRecordSet><Name>{name}.</Name><Type>{kind}</Type><TTL>{ttl}</TTL><ResourceRecords>{}\
             </ResourceRecords></ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>",
            values.collect::<String>()
        );

        let _ = self.route53("POST", &format!("hostedzone/{zone}/rrset"), &body);
    }

    /// A set of records: its time to live, and its values.
    ///
    /// # Panics
    ///
    /// When moto refuses.
    #[must_use]
    pub fn records(&self, zone: &str, name: &str, kind: &str) -> Option<(u32, Vec<String>)> {
        let answer = self.route53("GET", &format!("hostedzone/{zone}/rrset"), "");
        let start = format!("<Name>{name}.</Name><Type>{kind}</Type>");
        let set = answer.split("<ResourceRecordSet>").find(|set| set.contains(&start))?;
        let values = set.split("<Value>").skip(1).filter_map(|rest| rest.split("</Value>").next());

        Some((between(set, "<TTL>", "</TTL>").parse().unwrap(), values.map(str::to_owned).collect()))
    }

    fn route53(&self, method: &str, path: &str, body: &str) -> String {
        let url = format!("http://{}/2013-04-01/{path}", self.address);

        // Nobody looks at the signature.
        let scope = "made-up/20261128/us-east-1/route53/aws4_request";
        let authorization =
            format!("Authorization: AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0");

        http(method, &url, &[&authorization, "Content-Type: application/xml"], body)
    }
}

/// The Authorization header that Amazon's client sends with this request.
///
/// # Panics
///
/// When Python is missing, or the request has no date.
#[must_use]
pub fn authorization(request: &Seen) -> String {
    let (method, url) = request.request.split_once(' ').unwrap();
    let date = request.header("x-amz-date");
    let asked = json!({
        "id": KEY_ID, "secret": SECRET, "method": method, "url": url, "body": request.body,
        "headers": { "host": request.header("host"), "x-amz-date": date },
    });
    let mut sign = Command::new(python::interpreter());
    sign.args(["-c", SIGN, &asked.to_string()]);
    let signature = Folder::new().prepare(sign);
    let scope = format!("{KEY_ID}/{}/us-east-1/route53/aws4_request", &date[..8]);

    format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature={}", signature.trim())
}

fn between(text: &str, start: &str, end: &str) -> String {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}")).1;

    rest.split(end).next().unwrap_or_default().trim().to_owned()
}

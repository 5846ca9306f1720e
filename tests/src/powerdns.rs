//! `PowerDNS` Authoritative on loopback: a zone in a database of its own, which a key may change by DNS UPDATE, and the
//! HTTP API for it.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::process::Command;

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::bind::{Zone, secret};
use crate::server::{Folder, Server, free_address, http};

/// The key of the API.
pub const API_KEY: &str = "only-for-this-test";
/// The tables, as the package brings them.
const SCHEMA: &str = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

/// A running `PowerDNS`. It ends when this is dropped.
#[derive(Debug)]
pub struct PowerDns {
    /// Where it answers DNS, over UDP and TCP.
    pub address: SocketAddr,
    /// Where its API is.
    pub api: SocketAddr,
    _server: Server,
}

impl PowerDns {
    /// Starts it with this zone.
    ///
    /// # Panics
    ///
    /// When it is not installed or does not start.
    #[must_use]
    pub fn start(zone: &Zone<'_>) -> Self {
        Self::start_at(free_address(), zone)
    }

    /// The same with a name server at this address, which has to be IPv4; the API is on loopback.
    ///
    /// # Panics
    ///
    /// As [`Self::start`].
    #[must_use]
    pub fn start_at(address: SocketAddr, zone: &Zone<'_>) -> Self {
        let (api, folder) = (free_address(), Folder::new());
        let database = folder.path().join("zones.sqlite");
        let schema = std::fs::read_to_string(SCHEMA).expect("the package pdns-backend-sqlite3 is installed");
        Connection::open(&database).unwrap().execute_batch(&schema).unwrap();
        folder.write("pdns.conf", &configuration(address, api, &folder));
        let file = format!("$TTL 60\n@ SOA ns nobody 1 60 60 60 5\n@ NS ns\nns A {}\n{}", address.ip(), zone.records);
        let file = folder.write("zone", &file);
        let tool = |arguments: &[&str]| {
            let mut command = Command::new("pdnsutil");
            command.arg("--config-dir").arg(folder.path()).args(arguments);
            folder.prepare(command);
        };
        tool(&["load-zone", zone.name, file.to_str().unwrap()]);
        tool(&["import-tsig-key", zone.key_name, "hmac-sha256", &secret(zone.key_name)]);
        tool(&["set-meta", zone.name, "TSIG-ALLOW-DNSUPDATE", zone.key_name]);
        let configuration = format!("--config-dir={}", folder.path().display());
        let start = |command: &mut Command| {
            command.arg(configuration);
        };
        // Its web server is the last part that starts.
        let server = folder.start("/usr/sbin/pdns_server", start, api);

        Self { address, api, _server: server }
    }

    /// What the API tells of the records of a name.
    ///
    /// # Panics
    ///
    /// When there are none of this kind.
    #[must_use]
    pub fn records(&self, zone: &str, name: &str, kind: &str) -> Value {
        let answer = http("GET", &self.zone(zone), &[&key()], "");
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let sets = answer["rrsets"].as_array().unwrap();
        let is_it = |set: &&Value| set["name"] == format!("{name}.") && set["type"] == kind;

        sets.iter().find(is_it).unwrap_or_else(|| panic!("no {kind} of {name}: {sets:#?}")).clone()
    }

    /// Puts a record there by the API, with a comment.
    pub fn put(&self, zone: &str, name: &str, ttl: u32, address: &str, comment: &str) {
        let comments = json!([{ "content": comment, "account": "somebody" }]);

        self.replace(zone, name, ttl, &json!([{ "content": address, "disabled": false }]), &comments);
    }

    /// Puts these records there by the API in the place of all of the name; they may be switched off.
    pub fn put_all(&self, zone: &str, name: &str, ttl: u32, records: &[(&str, bool)]) {
        let records = records.iter().map(|(address, disabled)| json!({ "content": address, "disabled": disabled }));

        self.replace(zone, name, ttl, &records.collect(), &json!([]));
    }

    fn replace(&self, zone: &str, name: &str, ttl: u32, records: &Value, comments: &Value) {
        let set = json!({
            "name": format!("{name}."), "type": "A", "ttl": ttl, "changetype": "REPLACE", "records": records,
            "comments": comments,
        });
        let body = json!({ "rrsets": [set] }).to_string();

        let _ = http("PATCH", &self.zone(zone), &[&key(), "Content-Type: application/json"], &body);
    }

    fn zone(&self, zone: &str) -> String {
        format!("http://{}/api/v1/servers/localhost/zones/{zone}.", self.api)
    }
}

fn key() -> String {
    format!("X-API-Key: {API_KEY}")
}

fn configuration(address: SocketAddr, api: SocketAddr, folder: &Folder) -> String {
    let (folder, ip) = (folder.path().display(), address.ip());
    let mut text = format!(
        "local-address={ip}\nlocal-port={}\nlaunch=gsqlite3\ngsqlite3-database={folder}/zones.sqlite\nsocket-dir={folder}\n\
         dnsupdate=yes\nallow-dnsupdate-from=127.0.0.0/8\n",
        address.port()
    );
    // The answers have to be those of the database at once.
    text.push_str("cache-ttl=0\nquery-cache-ttl=0\nnegquery-cache-ttl=0\nzone-cache-refresh-interval=0\n");
    writeln!(
        text,
        "webserver=yes\nwebserver-address={}\nwebserver-port={}\nwebserver-allow-from=127.0.0.0/8\napi=yes\n\
         api-key={API_KEY}\nsecurity-poll-suffix=\nguardian=no\ndaemon=no",
        api.ip(),
        api.port()
    )
    .unwrap();

    text
}

//! Cloudflare's DNS API as its documents describe it, with a memory: zones, records, and tokens with rights. It is strict
//! where Cloudflare is, and its refusals have Cloudflare's codes and statuses.
//!
//! Written after developers.cloudflare.com: api/resources/dns/subresources/records and api/resources/zones (what each
//! request takes and gives), fundamentals/api/troubleshooting and .../reference/limits (codes, 1,200 requests in five
//! minutes), dns/manage-dns-records/reference/ttl and .../how-to/create-dns-records (what a record may be) and
//! .../how-to/batch-record-changes (what a batch may be). Where those say no code, it is the one that users of the API
//! report.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use crate::mock_proxy::{Answer, MockProxy, Seen};

/// The host it speaks for.
pub const HOST: &str = "api.cloudflare.com";
/// The most requests of one user in [`WINDOW`].
pub const MOST: usize = 1_200;
/// How long a request counts.
pub const WINDOW: Duration = Duration::from_secs(300);
/// The most changes of one batch on the free plan.
pub const MOST_CHANGES: usize = 200;
/// What DNS shows of a name behind the proxy.
pub const EDGE: Ipv4Addr = Ipv4Addr::new(104, 16, 0, 1);

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Zone / Zone / Read.
    ZoneRead,
    /// Zone / DNS / Read.
    DnsRead,
    /// Zone / DNS / Edit, which includes reading.
    DnsEdit,
}

#[derive(Debug)]
struct Zone {
    id: String,
    name: String,
    records: Vec<Map<String, Value>>,
}

#[derive(Debug, Default)]
struct State {
    zones: Vec<Zone>,
    tokens: BTreeMap<String, Vec<Right>>,
    asked: Vec<Instant>,
    /// Ids are counted.
    ids: u32,
}

/// The double. Copies share their memory.
#[derive(Debug, Clone, Default)]
pub struct Cloudflare(Arc<Mutex<State>>);

/// Why a request is refused: the status, and code and message of the error, perhaps with its cause.
struct No(&'static str, Value);

const BAD: &str = "400 Bad Request";
const FORBIDDEN: &str = "403 Forbidden";
const NOT_FOUND: &str = "404 Not Found";

impl No {
    fn new(status: &'static str, code: u32, message: impl Into<String>) -> Self {
        Self(status, json!([{ "code": code, "message": message.into() }]))
    }

    fn with_cause(status: &'static str, code: u32, message: &str, cause: (u32, &str)) -> Self {
        let chain = json!([{ "code": cause.0, "message": cause.1 }]);

        Self(status, json!([{ "code": code, "message": message, "error_chain": chain }]))
    }

    fn no_route(path: &str) -> Self {
        let words = format!("Could not route to /client/v4/{path}, perhaps your object identifier is invalid?");
        let errors = json!([{ "code": 7003, "message": words }, { "code": 7000, "message": "No route for that URI" }]);

        Self(BAD, errors)
    }
}

impl Cloudflare {
    /// A proxy that speaks for the API.
    #[must_use]
    pub fn proxy(&self) -> MockProxy {
        self.proxy_at(Ipv4Addr::LOCALHOST.into())
    }

    /// The same at an address that is seen from another network.
    #[must_use]
    pub fn proxy_at(&self, address: IpAddr) -> MockProxy {
        let double = self.clone();

        MockProxy::speaking_for(address, HOST, move |request| double.answer(request))
    }

    /// Makes a zone, and gives its id.
    #[must_use]
    pub fn zone(&self, name: &str) -> String {
        let mut state = self.lock();
        let id = state.next_id();
        state.zones.push(Zone { id: id.clone(), name: name.to_owned(), records: Vec::new() });

        id
    }

    /// Makes a token. A real one has 40 letters.
    pub fn token(&self, token: &str, rights: &[Right]) {
        self.lock().tokens.insert(token.to_owned(), rights.to_vec());
    }

    /// Puts a record into a zone as the dashboard does.
    ///
    /// # Panics
    ///
    /// When the API would refuse it.
    pub fn put(&self, zone: &str, record: &Value) {
        let mut state = self.lock();
        let made = create(&mut state, zone, record);

        assert!(made.is_ok(), "{record}");
    }

    /// The records of a name.
    #[must_use]
    pub fn records(&self, name: &str) -> Vec<Value> {
        let state = self.lock();
        let all = state.zones.iter().flat_map(|zone| &zone.records);

        all.filter(|record| record["name"] == name).cloned().map(Value::Object).collect()
    }

    /// What its name servers say of a name; `None` where it has no such name.
    #[must_use]
    pub fn resolve(&self, name: &str) -> Option<Vec<IpAddr>> {
        let records = self.records(name);
        let shown = |record: &Value| match record["proxied"].as_bool() {
            Some(true) => Some(EDGE.into()),
            _ => record["content"].as_str()?.parse().ok(),
        };

        (!records.is_empty()).then(|| records.iter().filter_map(shown).collect())
    }

    /// As many requests more were made just now.
    pub fn be_asked(&self, times: usize) {
        let now = Instant::now();
        self.lock().asked.extend(std::iter::repeat_n(now, times));
    }

    /// Answers one request.
    #[must_use]
    pub fn answer(&self, request: &Seen) -> Answer {
        let mut state = self.lock();
        let now = Instant::now();
        state.asked.retain(|asked| now.duration_since(*asked) < WINDOW);
        if state.asked.len() >= MOST {
            let wait = WINDOW.saturating_sub(now.duration_since(state.asked[0]));
            let no = No::new("429 Too Many Requests", 971, "Please wait and consider throttling your request speed");
            let mut answer = envelope(Err(no));
            answer.headers.push(("Retry-After", wait.as_secs().to_string()));
            return answer;
        }
        state.asked.push(now);

        envelope(route(&mut state, request))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    /// 32 hexadecimal digits.
    fn next_id(&mut self) -> String {
        self.ids += 1;

        format!("{:032x}", 0x0a11_ce00_0000_u64 + u64::from(self.ids))
    }

    /// The rights of whoever asks.
    fn rights(&self, request: &Seen, path: &str) -> Result<Vec<Right>, No> {
        if request.header("authorization").is_empty() {
            if request.header("x-auth-key").is_empty() {
                let words = "Missing X-Auth-Key, X-Auth-Email or Authorization headers";
                return Err(No::new(BAD, 9106, words));
            }
            let cause = (6103, "Invalid format for X-Auth-Key header");
            return Err(No::with_cause(BAD, 6003, "Invalid request headers", cause));
        }
        let token = request.header("authorization").strip_prefix("Bearer ").unwrap_or_default();
        let is_token = (40..=80).contains(&token.len())
            && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if !is_token {
            let cause = (6111, "Invalid format for Authorization header");
            return Err(No::with_cause(BAD, 6003, "Invalid request headers", cause));
        }

        self.tokens.get(token).cloned().ok_or_else(|| match path {
            "user/tokens/verify" => No::new("401 Unauthorized", 1000, "Invalid API Token"),
            "zones" => No::new(FORBIDDEN, 9109, "Invalid access token"),
            _ => No::new(FORBIDDEN, 10_000, "Authentication error"),
        })
    }
}

/// The same around every answer.
fn envelope(said: Result<(Value, Value), No>) -> Answer {
    let (status, body) = match said {
        Ok((result, Value::Null)) => ("200 OK", json!({ "result": result })),
        Ok((result, info)) => ("200 OK", json!({ "result": result, "result_info": info })),
        Err(No(status, errors)) => (status, json!({ "result": null, "errors": errors })),
    };
    let mut body = body;
    body["success"] = (status == "200 OK").into();
    body["messages"] = json!([]);
    if body.get("errors").is_none() {
        body["errors"] = json!([]);
    }

    Answer { status, headers: vec![("Content-Type", "application/json".to_owned())], body: body.to_string() }
}

fn route(state: &mut State, request: &Seen) -> Result<(Value, Value), No> {
    let (method, address) = request.request.split_once(' ').unwrap();
    let rest = address.strip_prefix("https://api.cloudflare.com/client/v4/").ok_or_else(|| No::no_route(address))?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let query: BTreeMap<String, String> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let rights = state.rights(request, path)?;
    let may = |right: Right| rights.contains(&right);
    let parts: Vec<&str> = path.split('/').collect();
    match (method, parts.as_slice()) {
        ("GET", ["user", "tokens", "verify"]) => Ok((json!({ "id": "made-up", "status": "active" }), Value::Null)),
        ("GET", ["zones"]) if !may(Right::ZoneRead) => {
            Err(No::new(FORBIDDEN, 9109, "Unauthorized to access requested resource"))
        }
        ("GET", ["zones"]) => {
            let found = state.zones.iter().filter(|zone| query.get("name").is_none_or(|name| *name == zone.name));
            let found =
                found.map(|zone| json!({ "id": zone.id, "name": zone.name, "status": "active", "paused": false }));

            page(found.collect(), &query, 20, 5..=50)
        }
        (_, ["zones", _, "dns_records", ..]) if !may(Right::DnsRead) && !may(Right::DnsEdit) => {
            Err(No::new(FORBIDDEN, 10_000, "Authentication error"))
        }
        (method, ["zones", _, "dns_records", ..]) if method != "GET" && !may(Right::DnsEdit) => {
            Err(No::new(FORBIDDEN, 10_000, "Authentication error"))
        }
        ("GET", ["zones", id, "dns_records"]) => {
            let zone = find(state, id, path)?;
            let is = |record: &Map<String, Value>, key: &str| query.get(key).is_none_or(|value| record[key] == **value);
            let found =
                zone.records.iter().filter(|record| ["type", "name", "content"].iter().all(|key| is(record, key)));

            page(found.cloned().map(Value::Object).collect(), &query, 100, 1..=5_000_000)
        }
        ("POST", ["zones", id, "dns_records"]) => {
            let body = body(request)?;
            find(state, id, path)?;

            create(state, id, &body).map(|record| (record, Value::Null))
        }
        ("POST", ["zones", id, "dns_records", "batch"]) => {
            let body = body(request)?;
            find(state, id, path)?;

            batch(state, id, &body).map(|result| (result, Value::Null))
        }
        (method @ ("PATCH" | "PUT"), ["zones", id, "dns_records", record]) => {
            let body = body(request)?;

            change(find(state, id, path)?, method, record, &body).map(|record| (record, Value::Null))
        }
        ("DELETE", ["zones", id, "dns_records", record]) => {
            remove(find(state, id, path)?, record).map(|gone| (json!({ "id": gone["id"] }), Value::Null))
        }
        _ => Err(No::no_route(path)),
    }
}

fn find<'a>(state: &'a mut State, id: &str, path: &str) -> Result<&'a mut Zone, No> {
    if id.len() != 32 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(No::no_route(path));
    }

    state.zones.iter_mut().find(|zone| zone.id == id).ok_or_else(|| No::new(BAD, 1003, "Invalid or missing zone id."))
}

fn body(request: &Seen) -> Result<Value, No> {
    let is_json = request.header("content-type").starts_with("application/json");
    let body: Option<Value> =
        serde_json::from_str(&request.body).ok().filter(|body: &Value| is_json && body.is_object());

    body.ok_or_else(|| No::new(BAD, 9207, "Request body is invalid."))
}

/// A page of a list.
fn page(
    all: Vec<Value>,
    query: &BTreeMap<String, String>,
    usual: usize,
    sizes: RangeInclusive<usize>,
) -> Result<(Value, Value), No> {
    let number = |key: &str, usual: usize| query.get(key).map_or(Some(usual), |text| text.parse().ok());
    let size = number("per_page", usual).filter(|size| sizes.contains(size));
    let page = number("page", 1).filter(|page| *page > 0);
    let (Some(size), Some(page)) = (size, page) else {
        return Err(No::new(BAD, 1004, "Invalid page or per_page."));
    };
    let total = all.len();
    let shown: Vec<Value> = all.into_iter().skip((page - 1) * size).take(size).collect();
    let info = json!({
        "page": page, "per_page": size, "count": shown.len(), "total_count": total, "total_pages": total.div_ceil(size),
    });

    Ok((shown.into(), info))
}

/// What a record is where nobody says otherwise.
fn defaults() -> Map<String, Value> {
    let defaults = json!({ "ttl": 1, "proxied": false, "comment": null, "tags": [], "settings": {}, "meta": {} });

    defaults.as_object().cloned().unwrap_or_default()
}

fn create(state: &mut State, zone: &str, body: &Value) -> Result<Value, No> {
    let id = state.next_id();
    let zone = find(state, zone, "")?;
    let mut record = checked(defaults(), body, &zone.name)?;
    record.insert("id".to_owned(), id.into());
    record.insert("created_on".to_owned(), "2026-11-28T08:00:00.000000Z".into());
    refuse_twins(zone, &record)?;
    zone.records.push(record.clone());

    Ok(Value::Object(record))
}

fn place(zone: &Zone, record: &str) -> Result<usize, No> {
    let at = zone.records.iter().position(|known| known["id"] == *record);

    at.ok_or_else(|| No::new(NOT_FOUND, 81_044, "Record does not exist."))
}

fn change(zone: &mut Zone, method: &str, record: &str, body: &Value) -> Result<Value, No> {
    let at = place(zone, record)?;
    let old = zone.records[at].clone();
    // PATCH keeps what it does not name, PUT makes the record anew.
    let base = if method == "PATCH" { old.clone() } else { defaults() };
    let mut new = checked(base, body, &zone.name)?;
    new.insert("id".to_owned(), old["id"].clone());
    new.insert("created_on".to_owned(), old["created_on"].clone());
    refuse_twins(zone, &new)?;
    zone.records[at].clone_from(&new);

    Ok(Value::Object(new))
}

fn remove(zone: &mut Zone, record: &str) -> Result<Value, No> {
    let at = place(zone, record)?;

    Ok(Value::Object(zone.records.remove(at)))
}

/// All changes or none; the first error is the answer.
fn batch(state: &mut State, zone: &str, body: &Value) -> Result<Value, No> {
    let lists = ["deletes", "patches", "puts", "posts"].map(|key| match body.get(key) {
        None | Some(Value::Null) => Ok((key, &[][..])),
        Some(list) => {
            let list = list.as_array().ok_or_else(|| No::new(BAD, 9207, "Request body is invalid."))?;

            Ok((key, list.as_slice()))
        }
    });
    let lists: Vec<(&str, &[Value])> = lists.into_iter().collect::<Result<_, No>>()?;
    if !(1..=MOST_CHANGES).contains(&lists.iter().map(|(_, list)| list.len()).sum()) {
        return Err(No::new(BAD, 9207, "Request body is invalid."));
    }
    let before = find(state, zone, "")?.records.clone();
    let carry_out = || {
        let mut result = json!({});
        // In this order, whatever the order in the body.
        for (key, list) in lists {
            let each = list.iter().map(|body| {
                let id = body["id"].as_str().unwrap_or_default();
                match key {
                    "deletes" => remove(find(state, zone, "")?, id),
                    "patches" => change(find(state, zone, "")?, "PATCH", id, body),
                    "puts" => change(find(state, zone, "")?, "PUT", id, body),
                    _ => create(state, zone, body),
                }
            });
            result[key] = each.collect::<Result<Vec<Value>, No>>()?.into();
        }

        Ok(result)
    };
    let done = carry_out();
    if done.is_err() {
        find(state, zone, "")?.records = before;
    }

    done
}

/// The record with what the body says, if it may be so.
fn checked(mut record: Map<String, Value>, body: &Value, zone: &str) -> Result<Map<String, Value>, No> {
    for key in ["type", "name", "content", "ttl", "proxied", "comment", "tags"] {
        if let Some(value) = body.get(key) {
            record.insert(key.to_owned(), value.clone());
        }
    }
    let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (kind, name, content) = (text("type"), text("name"), text("content"));
    let whole = match name.as_str() {
        "@" => zone.to_owned(),
        name if name == zone || name.ends_with(&format!(".{zone}")) => name.to_owned(),
        name => format!("{name}.{zone}"),
    };
    let address = match kind.as_str() {
        "A" => content.parse::<std::net::Ipv4Addr>().map(|_| ()).map_err(|_| (9005, "IPv4")),
        "AAAA" => content.parse::<std::net::Ipv6Addr>().map(|_| ()).map_err(|_| (9006, "IPv6")),
        _ => Ok(()),
    };
    address.map_err(|(code, family)| {
        No::new(BAD, code, format!("Content for {kind} record is invalid. Must be a valid {family} address."))
    })?;
    if kind.is_empty() || name.is_empty() || whole.len() > 255 {
        return Err(No::new(BAD, 9000, "DNS name is invalid."));
    }
    let Some(proxied) = record["proxied"].as_bool() else {
        return Err(No::new(BAD, 9003, "Invalid 'proxied' value, must be a boolean."));
    };
    if !record["ttl"].as_u64().is_some_and(|ttl| ttl == 1 || (60..=86_400).contains(&ttl)) {
        return Err(No::new(BAD, 9021, "Invalid TTL. Must be between 60 and 86,400 seconds, or 1 for Automatic."));
    }
    // The time to live of a record behind the proxy is always automatic.
    if proxied {
        record.insert("ttl".to_owned(), 1.into());
    }
    record.insert("name".to_owned(), whole.into());
    record.insert("proxiable".to_owned(), matches!(kind.as_str(), "A" | "AAAA" | "CNAME").into());

    Ok(record)
}

/// Two records may have the same name, but not the same content, too; beside a CNAME there is nothing.
fn refuse_twins(zone: &Zone, new: &Map<String, Value>) -> Result<(), No> {
    let others = zone.records.iter().filter(|record| record["id"] != new["id"] && record["name"] == new["name"]);
    for other in others {
        if other["type"] == new["type"] && other["content"] == new["content"] {
            return Err(No::new(BAD, 81_058, "An identical record already exists."));
        }
        if new["type"] == "CNAME" {
            return Err(No::new(BAD, 81_053, "An A, AAAA, or CNAME record with that host already exists."));
        }
        if other["type"] == "CNAME" {
            return Err(No::new(BAD, 81_054, "A CNAME record with that host already exists."));
        }
    }

    Ok(())
}

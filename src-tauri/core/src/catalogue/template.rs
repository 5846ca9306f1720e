//! Request templates. A value is escaped by the position in which it stands, so that no value can leave its place.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use super::server;
use crate::provider::{Header, HttpRequest};

/// All but the unreserved characters (RFC 3986, 2.3).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// `:` and `,` may stand in a query (RFC 3986, 3.4); some update servers read lists and IPv6 addresses only like this.
const QUERY: &AsciiSet = &PATH.remove(b':').remove(b',');

/// A text with slots: `{key}`, or `{key|default}` for a value that may be missing; in JSON also `{key:json}`, alone in its
/// text, for a value that stays a number, a list or an object. `{{` and `}}` are braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Slot { key: String, json: bool, default: Option<String> },
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    ///
    /// What is wrong, in words.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(at);
            plain.push_str(before);
            if let Some(after) = from.strip_prefix("{{") {
                plain.push('{');
                rest = after;
            } else if let Some(after) = from.strip_prefix("}}") {
                plain.push('}');
                rest = after;
            } else if let Some((slot, after)) = from.strip_prefix('{').and_then(|slot| slot.split_once('}')) {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(slot_of(slot)?);
                rest = after;
            } else {
                return Err("a brace is not closed or not opened".to_owned());
            }
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }

        Ok(Self(pieces))
    }

    /// The keys of its slots.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Slot { key, .. } => Some(key.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// It has a slot that keeps its JSON form.
    pub(super) fn has_json(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Slot { json: true, .. }))
    }

    /// It is nothing but a slot that keeps its JSON form.
    pub(super) fn is_json(&self) -> bool {
        matches!(self.0.as_slice(), [Piece::Slot { json: true, .. }])
    }

    fn fill_json(&self, values: &Values) -> Option<serde_json::Value> {
        match self.0.as_slice() {
            [Piece::Slot { key, json: true, default }] => {
                let text = || values.texts.get(key.as_str()).or(default.as_ref());
                let read = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| text.clone().into());

                values.json.get(key.as_str()).cloned().or_else(|| text().map(read))
            }
            _ => self.fill(values, str::to_owned).map(serde_json::Value::String),
        }
    }

    /// The text with its slots filled; `None` if a value is missing that has no default.
    pub(super) fn fill_plain(&self, values: &Values) -> Option<String> {
        self.fill(values, str::to_owned)
    }

    fn fill(&self, values: &Values, escape: fn(&str) -> String) -> Option<String> {
        let mut filled = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Slot { key, default, .. } => {
                    let value = values.texts.get(key.as_str()).map(String::as_str).or(default.as_deref())?;
                    filled.push_str(&escape(value));
                }
            }
        }

        Some(filled)
    }
}

fn slot_of(slot: &str) -> Result<Piece, String> {
    let (key, default) = match slot.split_once('|') {
        Some((key, default)) => (key, Some(default.to_owned())),
        None => (slot, None),
    };
    let (key, json) = key.strip_suffix(":json").map_or((key, false), |key| (key, true));
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
        return Err(format!("\"{{{slot}}}\" is not a slot"));
    }

    Ok(Piece::Slot { key: key.to_owned(), json, default })
}

/// What fills the slots, and which of it is secret.
#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    pub(super) texts: BTreeMap<String, String>,
    /// Values that keep their JSON form where `{key:json}` asks for it.
    pub(super) json: BTreeMap<String, serde_json::Value>,
    pub(super) secrets: BTreeSet<String>,
    /// Keys whose values came from an answer: they may stand in an address only if they can change nothing else there.
    pub(super) captured: BTreeSet<String>,
    /// Other addresses of the record, which stay, in the form in which the set is written.
    pub(super) beside: Vec<serde_json::Value>,
}

impl Values {
    /// Takes all values of another set; they stand in front of its own.
    pub(super) fn merge(&mut self, other: &Self) {
        self.texts.extend(other.texts.clone());
        self.json.extend(other.json.clone());
        self.secrets.extend(other.secrets.clone());
        self.captured.extend(other.captured.clone());
        self.beside.extend(other.beside.clone());
    }

    /// Takes a value from an answer.
    pub(super) fn capture(&mut self, key: &str, value: &serde_json::Value) {
        match value {
            serde_json::Value::String(text) => self.texts.insert(key.to_owned(), text.clone()),
            other => self.texts.insert(key.to_owned(), other.to_string()),
        };
        self.json.insert(key.to_owned(), value.clone());
        self.captured.insert(key.to_owned());
    }

    fn is_secret(&self, template: &Template) -> bool {
        template.keys().any(|key| self.secrets.contains(key))
    }
}

/// Where a request goes. It is fixed when the file is read, or typed by the user; no answer can change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// The provider's own server: scheme and host.
    Own(Url),
    /// The server that the user typed into this field; a path that was typed too stands for the whole path.
    Typed(String),
    /// The same, and the path goes below one that was typed.
    Below(String),
}

/// A whole request.
#[derive(Debug, Clone)]
pub(super) struct RequestTemplate {
    pub(super) method: &'static str,
    pub(super) target: Target,
    pub(super) path: Template,
    /// Instead of both, for a request that carries an IPv6 address and no IPv4 address.
    pub(super) ipv6: Option<(Target, Template)>,
    pub(super) query: Vec<(String, Template)>,
    pub(super) headers: Vec<(String, Template)>,
    pub(super) basic: Option<(Template, Template)>,
    pub(super) form: Vec<(String, Template)>,
    pub(super) json: Option<Json>,
    /// A secret stands in the address, as the provider takes it nowhere else.
    pub(super) secret_in_query: bool,
}

/// A JSON body with templates for its strings.
#[derive(Debug, Clone)]
pub(super) enum Json {
    Text(Template),
    Plain(serde_json::Value),
    List(Vec<Json>),
    /// A list of one, which is the address: those that stand beside it in the record follow.
    Addresses(Box<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub(super) fn templates(&self) -> Vec<&Template> {
        match self {
            Self::Text(template) => vec![template],
            Self::Plain(_) => Vec::new(),
            Self::List(items) => items.iter().flat_map(Self::templates).collect(),
            Self::Addresses(item) => item.templates(),
            Self::Object(members) => members.iter().flat_map(|(_, member)| member.templates()).collect(),
        }
    }

    /// How one address of a record's whole set is written; `None` where not the whole set is written.
    pub(super) fn address(&self) -> Option<&Json> {
        match self {
            Self::Text(_) | Self::Plain(_) => None,
            Self::Addresses(item) => Some(item),
            Self::List(items) => items.iter().find_map(Self::address),
            Self::Object(members) => members.iter().find_map(|(_, member)| member.address()),
        }
    }

    pub(super) fn fill(&self, values: &Values) -> Option<serde_json::Value> {
        Some(match self {
            Self::Text(template) => template.fill_json(values)?,
            Self::Plain(value) => value.clone(),
            Self::List(items) => items.iter().filter_map(|item| item.fill(values)).collect(),
            // What stands beside follows once, in the outermost list, and not in a list within the address.
            Self::Addresses(item) if values.beside.is_empty() => item.fill(values).into_iter().collect(),
            Self::Addresses(item) => {
                let alone = Values { beside: Vec::new(), ..values.clone() };

                item.fill(&alone).into_iter().chain(values.beside.iter().cloned()).collect()
            }
            Self::Object(members) => serde_json::Value::Object(
                members.iter().filter_map(|(key, member)| Some((key.clone(), member.fill(values)?))).collect(),
            ),
        })
    }
}

/// Why a request could not be made from its template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum FillError {
    #[error("the value of \"{0}\" is missing")]
    Missing(String),
    #[error("\"{0}\" has a character that cannot stand in a header")]
    Header(String),
    #[error("a user name with \":\" cannot be sent")]
    Colon,
    #[error("the server: {0}")]
    Server(#[from] server::ServerError),
    #[error("the provider's \"{0}\" cannot stand in an address")]
    Captured(String),
    #[error("the address of the request is not valid")]
    Address,
}

impl RequestTemplate {
    /// Every template with the place in which it stands.
    pub(super) fn templates(&self) -> Vec<(&'static str, &Template)> {
        let mut all = vec![("url", &self.path)];
        all.extend(self.ipv6.iter().map(|(_, path)| ("url", path)));
        all.extend(self.query.iter().map(|(_, template)| ("query", template)));
        all.extend(self.headers.iter().map(|(_, template)| ("headers", template)));
        all.extend(self.basic.iter().flat_map(|(user, password)| [("basic", user), ("basic", password)]));
        all.extend(self.form.iter().map(|(_, template)| ("form", template)));
        all.extend(self.json.iter().flat_map(Json::templates).map(|template| ("json", template)));

        all
    }

    /// It cannot be made in full without a value for this key.
    pub(super) fn needs(&self, wanted: &str) -> bool {
        self.templates().iter().flat_map(|(_, template)| &template.0).any(|piece| match piece {
            Piece::Slot { key, default, .. } => key == wanted && default.is_none(),
            Piece::Text(_) => false,
        })
    }

    /// Makes the request.
    pub(super) fn fill(&self, values: &Values) -> Result<HttpRequest, FillError> {
        let mut url = self.url(values)?;
        let query: Vec<String> = filled(&self.query, values, escape_query)
            .map(|(key, value)| match value.as_str() {
                "" => escape_query(key),
                value => format!("{}={value}", escape_query(key)),
            })
            .collect();
        if !query.is_empty() {
            url.set_query(Some(&query.join("&")));
        }
        let mut headers = Vec::new();
        for (name, template) in &self.headers {
            if let Some(value) = template.fill(values, str::to_owned) {
                headers.push(header(name, value, values.is_secret(template))?);
            }
        }
        if let Some((user, password)) = &self.basic {
            headers.push(basic(user, password, values)?);
        }
        let body = self.body(values, &mut headers);

        Ok(HttpRequest { method: self.method, url, headers, body, reads_only: false })
    }

    fn url(&self, values: &Values) -> Result<Url, FillError> {
        let only_ipv6 = values.texts.contains_key("ipv6") && !values.texts.contains_key("ipv4");
        let (target, path) = match &self.ipv6 {
            Some((target, path)) if only_ipv6 => (target, path),
            _ => (&self.target, &self.path),
        };
        let odd =
            |key: &&str| values.captured.contains(*key) && !values.texts.get(*key).is_some_and(|text| is_id(text));
        if let Some(key) = path.keys().find(odd) {
            return Err(FillError::Captured(key.to_owned()));
        }
        let missing = || path.keys().find(|key| !values.texts.contains_key(*key)).unwrap_or("path").to_owned();
        let path = path.fill(values, escape_path).ok_or_else(|| FillError::Missing(missing()))?;
        let mut url = match target {
            Target::Own(own) => own.clone(),
            Target::Typed(key) | Target::Below(key) => {
                let typed = values.texts.get(key).ok_or_else(|| FillError::Missing(key.clone()))?;
                server::web_server(typed)?
            }
        };
        if matches!(target, Target::Below(_)) {
            let below = format!("{}{path}", url.path().trim_end_matches('/'));
            url.set_path(&below);
        } else if matches!(url.path(), "" | "/") {
            let host = url.host_str().map(str::to_owned);
            url.set_path(&path);
            if url.host_str().map(str::to_owned) != host {
                return Err(FillError::Address);
            }
        }

        Ok(url)
    }

    fn body(&self, values: &Values, headers: &mut Vec<Header>) -> Option<Vec<u8>> {
        let kind = |value: &str| Header { name: "content-type".to_owned(), value: value.to_owned(), sensitive: false };
        if let Some(json) = &self.json {
            headers.push(kind("application/json"));
            return json.fill(values).map(|json| json.to_string().into_bytes());
        }
        if self.form.is_empty() {
            return None;
        }
        headers.push(kind("application/x-www-form-urlencoded"));
        let pairs: Vec<String> = filled(&self.form, values, escape_path)
            .map(|(key, value)| format!("{}={value}", escape_path(key)))
            .collect();

        Some(pairs.join("&").into_bytes())
    }
}

fn filled<'a>(
    pairs: &'a [(String, Template)],
    values: &'a Values,
    escape: fn(&str) -> String,
) -> impl Iterator<Item = (&'a str, String)> {
    pairs.iter().filter_map(move |(key, template)| Some((key.as_str(), template.fill(values, escape)?)))
}

fn basic(user: &Template, password: &Template, values: &Values) -> Result<Header, FillError> {
    let missing = |template: &Template| FillError::Missing(template.keys().collect::<Vec<_>>().join(", "));
    let name = user.fill(values, str::to_owned).ok_or_else(|| missing(user))?;
    let secret = password.fill(values, str::to_owned).ok_or_else(|| missing(password))?;
    if name.contains(':') {
        return Err(FillError::Colon); // RFC 7617, section 2: the first colon ends the user's name.
    }

    header("authorization", format!("Basic {}", STANDARD.encode(format!("{name}:{secret}"))), true)
}

fn header(name: &str, value: String, sensitive: bool) -> Result<Header, FillError> {
    if !value.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Err(FillError::Header(name.to_owned()));
    }

    Ok(Header { name: name.to_owned(), value, sensitive })
}

/// An id from an answer that is a part of a path and nothing else.
fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~' | b':' | b'=' | b'.');

    (1..=200).contains(&text.len()) && text.bytes().all(plain) && !text.contains("..") && text != "."
}

fn escape_path(text: &str) -> String {
    utf8_percent_encode(text, PATH).to_string()
}

fn escape_query(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string()
}

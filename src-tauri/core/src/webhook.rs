//! A message to a server of the user's own for each proved change: what it says, and when it is sent once more. Never a
//! program, and never a redirect.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::Family;
use crate::event::Trouble;
use crate::hostname::Hostname;
use crate::provider::{Header, HttpRequest, Incoming};
use crate::settings::{Webhook, WebhookMethod};

/// What a body may name.
pub const PLACEHOLDERS: [&str; 4] = ["hostname", "family", "address", "old"];
/// The body where the user wrote none.
pub const PLAIN_BODY: &str =
    r#"{"hostname": "{{hostname}}", "family": "{{family}}", "address": "{{address}}", "old": "{{old}}"}"#;

/// A change that the zone's own name servers proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whose.
    pub hostname: Hostname,
    /// Of which record.
    pub family: Family,
    /// What it has now.
    pub address: IpAddr,
    /// What it had before, if that is known.
    pub old: Option<IpAddr>,
}

impl Change {
    /// A made-up change, for a try (RFC 5737: the addresses are nobody's).
    #[must_use]
    pub fn example(hostname: Hostname) -> Self {
        let (address, old) = (IpAddr::from([192, 0, 2, 2]), IpAddr::from([192, 0, 2, 1]));

        Self { hostname, family: Family::Ipv4, address, old: Some(old) }
    }
}

/// The first placeholder of a body that there is not.
#[must_use]
pub fn unknown_placeholder(body: &str) -> Option<String> {
    let mut rest = body;
    while let Some(start) = rest.find("{{") {
        let inner = &rest[start + 2..];
        let end = inner.find("}}").unwrap_or(inner.len());
        if !PLACEHOLDERS.contains(&&inner[..end]) {
            return Some(inner[..end].chars().take(40).collect());
        }
        rest = &inner[end..];
    }

    None
}

/// The message for a change.
#[must_use]
pub fn request(webhook: &Webhook, change: &Change) -> HttpRequest {
    let template = if webhook.body.is_empty() { PLAIN_BODY } else { webhook.body.as_str() };
    let is_json = serde_json::from_str::<serde_json::Value>(&filled(template, |_| "x".to_owned())).is_ok();
    let body = filled(template, |name| {
        let value = match name {
            "hostname" => change.hostname.as_str().to_owned(),
            "family" => change.family.to_string(),
            "address" => change.address.to_string(),
            _ => change.old.map(|old| old.to_string()).unwrap_or_default(),
        };
        if is_json { json_escaped(&value) } else { value }
    });
    let kind = if is_json { "application/json" } else { "text/plain; charset=utf-8" };
    let has_body = webhook.method != WebhookMethod::Get;
    let header = Header { name: "content-type".to_owned(), value: kind.to_owned(), sensitive: false };

    HttpRequest {
        method: webhook.method.word(),
        url: webhook.url.clone(),
        headers: if has_body { vec![header] } else { Vec::new() },
        body: has_body.then(|| body.into_bytes()),
        reads_only: false,
    }
}

/// How a message ended: fine, or why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The server took it.
    Fine,
    /// It is worth one more try.
    Again(String),
    /// It is not.
    Failed(String),
}

/// What is made of the server's answer.
#[must_use]
pub fn delivery(incoming: &Incoming) -> Delivery {
    match incoming {
        Incoming::Http(response) if (200..300).contains(&response.status) => Delivery::Fine,
        Incoming::Http(response) if response.status == 429 || response.status >= 500 => {
            Delivery::Again(format!("HTTP {}", response.status))
        }
        Incoming::Http(response) => Delivery::Failed(format!("HTTP {}", response.status)),
        Incoming::Failed { trouble: trouble @ (Trouble::Redirect { .. } | Trouble::Settings(_)), .. } => {
            Delivery::Failed(trouble.to_string())
        }
        Incoming::Failed { trouble, .. } => Delivery::Again(trouble.to_string()),
        Incoming::Dns(_) => Delivery::Failed(String::new()),
    }
}

/// The server alone: path and query may hold the secret.
#[must_use]
pub fn masked(url: &url::Url) -> String {
    let port = url.port().map_or_else(String::new, |port| format!(":{port}"));

    format!("{}://{}{port}/…", url.scheme(), url.host_str().unwrap_or_default())
}

fn filled(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, inner)) = rest.split_once("{{") {
        text.push_str(before);
        let Some((name, after)) = inner.split_once("}}") else {
            text.push_str("{{");
            rest = inner;
            continue;
        };
        text.push_str(&value(name));
        rest = after;
    }
    text.push_str(rest);

    text
}

/// A value between the quotation marks of a JSON text.
fn json_escaped(value: &str) -> String {
    let quoted = serde_json::to_string(value).unwrap_or_default();

    quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::HttpResponse;

    fn webhook(body: &str) -> Webhook {
        let url = "https://hooks.example.org/services/SECRET?key=SECRET".parse().unwrap();

        Webhook { url, method: WebhookMethod::Post, body: body.to_owned() }
    }

    fn body(template: &str) -> (String, String) {
        let change = Change::example("home.example.org".parse().unwrap());
        let request = request(&webhook(template), &change);

        (String::from_utf8(request.body.unwrap()).unwrap(), request.headers[0].value.clone())
    }

    #[test]
    fn a_body_is_filled_and_its_kind_is_told() {
        let (plain, kind) = body("");
        assert_eq!(
            plain,
            r#"{"hostname": "home.example.org", "family": "IPv4", "address": "192.0.2.2", "old": "192.0.2.1"}"#
        );
        assert_eq!(kind, "application/json");
        let (text, kind) = body("{{hostname}}: {{old}} > {{address}} {{");
        assert_eq!(text, "home.example.org: 192.0.2.1 > 192.0.2.2 {{");
        assert_eq!(kind, "text/plain; charset=utf-8");
    }

    #[test]
    fn a_value_cannot_leave_its_quotation_marks() {
        assert_eq!(json_escaped("a\"b\\c\n"), "a\\\"b\\\\c\\n");
    }

    #[test]
    fn only_the_four_placeholders_are_known() {
        assert_eq!(unknown_placeholder(PLAIN_BODY), None);
        assert_eq!(unknown_placeholder("{{hostname}} {{token}}").as_deref(), Some("token"));
    }

    #[test]
    fn only_what_may_pass_is_tried_once_more() {
        let http = |status| {
            let body = String::new();
            Incoming::Http(HttpResponse { status, retry_after: None, date: None, body })
        };
        assert_eq!(delivery(&http(204)), Delivery::Fine);
        assert!(matches!(delivery(&http(503)), Delivery::Again(_)));
        assert!(matches!(delivery(&http(404)), Delivery::Failed(_)));
        let trouble = Trouble::Redirect { from: "a".to_owned(), to: "b".to_owned() };
        assert!(matches!(delivery(&Incoming::Failed { trouble, sent: false }), Delivery::Failed(_)));
    }

    #[test]
    fn the_address_is_shown_without_what_may_be_secret() {
        assert_eq!(masked(&webhook("").url), "https://hooks.example.org/…");
    }
}

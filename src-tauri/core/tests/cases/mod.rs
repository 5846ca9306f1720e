//! What the replays of the provider cases share.

use homeport_core::provider::{HttpRequest, HttpResponse, Incoming, Outgoing, Step};
use serde_json::Value;

/// The HTTP request that a conversation sends now.
pub(crate) fn sent(step: Step) -> HttpRequest {
    match step {
        Step::Send(Outgoing::Http(request)) => request,
        other => panic!("no HTTP request: {other:?}"),
    }
}

/// The answer that a case scripts.
pub(crate) fn response(json: &Value) -> Incoming {
    Incoming::Http(HttpResponse {
        status: u16::try_from(json["status"].as_u64().unwrap()).unwrap(),
        retry_after: None,
        date: None,
        body: json["body"].as_str().unwrap().to_owned(),
    })
}

/// The cases' secrets are shorter than any real one.
pub(crate) fn long(secret: &str) -> String {
    if secret.len() < 8 { format!("{secret}-long-enough") } else { secret.to_owned() }
}

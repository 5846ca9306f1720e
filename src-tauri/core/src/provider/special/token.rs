//! Access tokens (RFC 6749): a proof is sent once, and the token that comes back opens the other requests of this one
//! conversation. It is not kept beyond it, so none is ever used after its end.

use serde_json::Value;

use super::no::{self, No};
use super::sign;
use crate::provider::{Header, HttpRequest, HttpResponse};
use crate::reply::Means;
use crate::request::Secret;

/// The longest token that is taken over, in bytes; it becomes a header.
const LONGEST: usize = 8 * 1024;

/// Asks for a token with a form; the proof stands in the body alone.
pub(super) fn request(host: &str, path: &str, pairs: &[(&str, &str)]) -> Option<HttpRequest> {
    let url = sign::address(host, path, "")?;
    let headers =
        vec![sign::open("content-type", "application/x-www-form-urlencoded"), sign::open("accept", "application/json")];
    let body = Some(sign::query(pairs).into_bytes());

    Some(HttpRequest { method: "POST", url, headers, reads_only: true, body })
}

/// The header that shows the token.
pub(super) fn header(token: &Secret) -> Header {
    sign::hidden("authorization", format!("Bearer {}", token.reveal()))
}

/// The token in the member `key`, if it can be a header. Anything else is not shown: a token may stand in it.
pub(super) fn take(response: &HttpResponse, key: &str) -> Result<Secret, No> {
    let answer: Value = serde_json::from_str(&response.body).unwrap_or_default();
    let text = |key: &str| answer.get(key).and_then(Value::as_str).unwrap_or_default();
    let token = text(key);
    let is_plain = (8..=LONGEST).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic());
    if (200..300).contains(&response.status) && is_plain && text("error").is_empty() {
        return Ok(Secret::new(token));
    }
    let (error, description) = (text("error"), text("error_description"));
    if error.is_empty() {
        let words = format!("no access token came (HTTP {})", response.status);
        return Err(No::new(no::by_status(response.status), words));
    }
    // Google's words for an assertion that is not valid yet, or no longer.
    if description.contains("iat and exp") {
        return Err(No::clock(description));
    }

    Err(No::new(by_error(error, response.status), format!("{error}: {description}")))
}

/// The errors of RFC 6749, 5.2 and 4.1.2.1, and those that Google and Microsoft add.
fn by_error(error: &str, status: u16) -> Means {
    match error {
        "invalid_client" | "invalid_grant" | "unauthorized_client" | "access_denied" | "disabled_client" => {
            Means::BadAuth
        }
        "invalid_request" | "invalid_scope" | "unsupported_grant_type" | "invalid_resource" => Means::BadRequest,
        "temporarily_unavailable" | "server_error" | "internal_failure" => Means::ServerTrouble,
        _ => no::by_status(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> HttpResponse {
        HttpResponse { status, retry_after: None, date: None, body: body.to_owned() }
    }

    #[test]
    fn a_token_is_taken_only_from_a_success_and_only_if_it_can_be_a_header() {
        let take = |status, body: &str| super::take(&answer(status, body), "access_token");

        assert_eq!(take(200, r#"{"access_token":"made-up-token"}"#).unwrap().reveal(), "made-up-token");
        for odd in [
            r#"{"access_token":"made-up\r\ntoken"}"#,
            r#"{"access_token":"short"}"#,
            r#"{"access_token":7}"#,
            r#"{"access_token":"made-up-token","error":"odd"}"#,
            "made-up-token",
        ] {
            assert!(take(200, odd).is_err(), "{odd}");
        }
        assert!(take(400, r#"{"access_token":"made-up-token"}"#).is_err());
    }
}

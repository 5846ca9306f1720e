//! The user's own server that is told of changes. What it is told, and when again, is decided in core.

use std::sync::Arc;
use std::time::Duration;

use homeport_core::event::{Event, Trouble};
use homeport_core::hostname::Hostname;
use homeport_core::provider::{HttpRequest, Incoming};
use homeport_core::request::{NewWebhook, Refusal, Response};
use homeport_core::settings::edit_webhook::set_webhook;
use homeport_core::settings::{self, Webhook};
use homeport_core::webhook::{self, Change, Delivery};
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

use super::{Before, Driver};
use crate::transport::Transport;

/// One message takes at most so long.
const LIMIT: Duration = Duration::from_secs(5);
/// Before the one more try.
const PAUSE: Duration = Duration::from_secs(2);
/// The hostname of a try where there is none (RFC 2606).
const EXAMPLE: &str = "home.example.org";

impl Driver {
    pub(super) async fn set_webhook(&mut self, new: Option<NewWebhook>) -> Response {
        let new = match new.map(|new| self.checked(new)).transpose() {
            Ok(new) => new,
            Err(refusal) => return Response::Refused(refusal),
        };
        self.change_webhook(new).await
    }

    /// Brings back what the last change took away.
    pub(super) async fn undo_webhook(&mut self) -> Response {
        match self.webhook_before.take() {
            Some(Before(before)) => self.change_webhook(before).await,
            None => Response::Done,
        }
    }

    async fn change_webhook(&mut self, new: Option<Webhook>) -> Response {
        let before = self.settings.webhook.clone();
        if let Err(refusal) = self.edit(move |text| set_webhook(text, new.as_ref())).await {
            return Response::Refused(refusal);
        }
        self.webhook_before = Some(Before(before));

        Response::Done
    }

    fn checked(&self, new: NewWebhook) -> Result<Webhook, Refusal> {
        let refuse = |id: &str, value: &str, field| self.refusal(id, &[("found", value.to_owned())], Some(field));
        let url = match (&new.url, &self.settings.webhook) {
            (Some(typed), _) => settings::webhook_url(typed.reveal()).map_err(|_| refuse("webhook-url", "", "url"))?,
            (None, Some(known)) => known.url.clone(),
            (None, None) => return Err(refuse("webhook-url", "", "url")),
        };
        if let Some(found) = webhook::unknown_placeholder(&new.body) {
            return Err(refuse("webhook-body", &found, "body"));
        }

        Ok(Webhook { url, method: new.method, body: new.body })
    }

    pub(super) fn notify(&self, change: &Change) {
        let Some(webhook) = &self.settings.webhook else { return };
        let (request, server) = (webhook::request(webhook, change), webhook::masked(&webhook.url));
        let (transport, events) = (Arc::clone(&self.transport), self.events.clone());
        let hostname = Some(change.hostname.clone());
        tokio::spawn(async move {
            let trouble = deliver(&transport, &request).await.err();
            // The loop may have ended.
            let _ = events.send(Event::Notified { hostname, server, trouble }).await;
        });
    }

    /// Sends a made-up change, and tells how it went.
    pub(super) fn test_webhook(&self, answer: oneshot::Sender<Response>) {
        let hostname = self.settings.hostnames.first().map(|hostname| hostname.name.clone());
        let hostname = hostname.or_else(|| EXAMPLE.parse::<Hostname>().ok());
        let (Some(webhook), Some(hostname)) = (&self.settings.webhook, hostname) else {
            let _ = answer.send(Response::Refused(self.refusal("webhook-url", &[], Some("url"))));
            return;
        };
        let request = webhook::request(webhook, &Change::example(hostname));
        let server = webhook::masked(&webhook.url);
        let (transport, events, texts) = (Arc::clone(&self.transport), self.events.clone(), self.texts.clone());
        tokio::spawn(async move {
            let trouble = deliver(&transport, &request).await.err();
            let response = match &trouble {
                None => Response::Done,
                Some(reason) => {
                    let values = [("reason", reason.as_str().into()), ("server", server.as_str().into())];
                    let say = |part: &str| texts.say(&format!("refused-webhook-test-{part}"), &values);
                    let (happened, means, cure) = (say("happened"), say("means"), say("do"));
                    Response::Refused(Refusal { happened, means, cure, field: None })
                }
            };
            let _ = events.send(Event::Notified { hostname: None, server, trouble }).await;
            let _ = answer.send(response);
        });
    }
}

/// Sends a message, and once more if that may help.
///
/// # Errors
///
/// Why it did not arrive.
async fn deliver(transport: &Transport, request: &HttpRequest) -> Result<(), String> {
    match once(transport, request).await {
        Delivery::Fine => return Ok(()),
        Delivery::Failed(reason) => return Err(reason),
        Delivery::Again(_) => {}
    }
    sleep(PAUSE).await;
    match once(transport, request).await {
        Delivery::Fine => Ok(()),
        Delivery::Failed(reason) | Delivery::Again(reason) => Err(reason),
    }
}

async fn once(transport: &Transport, request: &HttpRequest) -> Delivery {
    let server = request.url.host_str().unwrap_or_default().to_owned();
    let incoming = timeout(LIMIT, transport.send(request)).await;
    let incoming = incoming.unwrap_or(Incoming::Failed { trouble: Trouble::Timeout(server), sent: true });

    webhook::delivery(&incoming)
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    use std::net::TcpListener;

    use homeport_core::settings::WebhookMethod;

    use super::*;
    use crate::transport::Trust;

    /// A server that gives these answers, one a connection, and what it was told.
    fn server(answers: &'static [&'static str]) -> (u16, std::thread::JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let thread = std::thread::spawn(move || {
            let mut told = Vec::new();
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let mut reader = BufReader::new(stream.try_clone().unwrap());
                let (mut head, mut length) = (String::new(), 0);
                while !head.ends_with("\r\n\r\n") {
                    let from = head.len();
                    reader.read_line(&mut head).unwrap();
                    let line = head[from..].to_lowercase();
                    if let Some(value) = line.strip_prefix("content-length:") {
                        length = value.trim().parse().unwrap();
                    }
                }
                let mut body = vec![0; length];
                reader.read_exact(&mut body).unwrap();
                told.push(String::from_utf8(body).unwrap());
                let answer = format!("HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                stream.write_all(answer.as_bytes()).unwrap();
            }
            told
        });

        (port, thread)
    }

    fn message(port: u16) -> HttpRequest {
        let url = format!("http://127.0.0.1:{port}/hook").parse().unwrap();
        let webhook = Webhook { url, method: WebhookMethod::Post, body: "{\"now\": \"{{address}}\"}".to_owned() };

        webhook::request(&webhook, &Change::example(EXAMPLE.parse().unwrap()))
    }

    /// Nothing is encrypted here, and still each client needs rules: not every test machine has certificates of its own.
    fn transport() -> Transport {
        let made = rcgen::generate_simple_self_signed(["test.example".to_owned()]).unwrap();

        Transport::new(Trust::Only(vec![made.cert.der().clone()]))
    }

    #[tokio::test]
    async fn a_server_in_trouble_is_told_once_more() {
        let (port, thread) = server(&["503 Busy", "204 Fine"]);

        let delivered = deliver(&transport(), &message(port)).await;

        assert_eq!(delivered, Ok(()));
        assert_eq!(thread.join().unwrap(), [r#"{"now": "192.0.2.2"}"#; 2]);
    }

    #[tokio::test]
    async fn a_redirect_is_not_followed_and_a_refusal_is_final() {
        let (port, thread) = server(&["307 There\r\nlocation: /elsewhere", "404 Gone"]);
        let transport = transport();

        assert!(deliver(&transport, &message(port)).await.is_err());
        assert_eq!(deliver(&transport, &message(port)).await, Err("HTTP 404".to_owned()));
        assert_eq!(thread.join().unwrap().len(), 2);
    }
}

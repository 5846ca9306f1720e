//! Notes what was sent last, so that a refusal can be looked into afterwards.

use super::words::Hidden;
use super::{Conversation, Incoming, Outgoing, Step};
use crate::event::Answer;

/// A conversation whose refusals name the request that they answer, without secrets.
pub(crate) struct Noted {
    inner: Box<dyn Conversation>,
    hidden: Hidden,
    request: String,
}

impl Noted {
    pub(crate) fn new(inner: Box<dyn Conversation>, hidden: Hidden) -> Self {
        Self { inner, hidden, request: String::new() }
    }
}

impl Conversation for Noted {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        let mut step = self.inner.step(incoming);
        match &mut step {
            Step::Send(Outgoing::Http(request)) => {
                let mut shown = request.url.clone();
                // Some providers take their secrets there, and the addresses stand in the journal anyway.
                shown.set_query(None);
                self.request = self.hidden.excerpt(&format!("{} {shown}", request.method));
            }
            Step::Send(Outgoing::Dns(request)) => {
                self.request = self.hidden.excerpt(&format!("DNS {}", request.server));
            }
            Step::Done(answers) => {
                for answer in answers.values_mut() {
                    if let Answer::Replied(reply) = answer
                        && !reply.means.is_success()
                    {
                        reply.exchange.request.clone_from(&self.request);
                    }
                }
            }
        }

        step
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::address::{PerFamily, Publishable};
    use crate::catalogue::Catalogue;
    use crate::provider::{HttpResponse, Keeping, Task};
    use crate::reply::Exchange;
    use crate::request::Secret;
    use crate::settings::ProviderId;

    const TOKEN: &str = "a1b2c3d4-canary";

    /// What is noted when a provider answers its first request like this.
    fn noted(provider: &str, hostname: &str, status: u16, body: &str) -> Exchange {
        let task = Task {
            hostnames: vec![hostname.parse().unwrap()],
            addresses: PerFamily { ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())), ipv6: None },
            fields: BTreeMap::new(),
            secrets: BTreeMap::from([("token".to_owned(), Secret::new(TOKEN))]),
            create: false,
            keeping: Keeping::default(),
            message_id: 1,
            unix_time: 1_795_000_000,
        };
        let mut conversation = Catalogue::built_in().begin(&ProviderId(provider.to_owned()), task).unwrap();
        let Step::Send(_) = conversation.step(None) else { panic!("nothing is sent") };
        let response = HttpResponse { status, retry_after: None, date: None, body: body.to_owned() };
        match conversation.step(Some(Incoming::Http(response))) {
            Step::Done(answers) => match answers.into_values().next() {
                Some(Answer::Replied(reply)) => reply.exchange,
                other => panic!("{other:?}"),
            },
            Step::Send(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_refusal_names_its_request_and_its_answer_without_the_secret_and_a_success_nothing() {
        let refused = noted("duckdns", "home.duckdns.org", 200, "KO");
        assert_eq!(refused.request, "GET https://www.duckdns.org/update");
        assert_eq!(refused.answer, "HTTP 200 KO");

        assert_eq!(noted("duckdns", "home.duckdns.org", 200, "OK"), Exchange::default());
    }

    #[test]
    fn what_is_not_understood_is_quoted_up_to_512_characters_with_the_secret_hidden() {
        let odd = format!("{TOKEN}\n{}", "x".repeat(2_000));
        for (provider, hostname) in [("duckdns", "home.duckdns.org"), ("cloudflare", "home.example.org")] {
            let exchange = noted(provider, hostname, 418, &odd);

            assert!(exchange.answer.starts_with("HTTP 418 (hidden) xxx"), "{exchange:?}");
            assert_eq!(exchange.answer.chars().count(), 512);
            assert!(!format!("{exchange:?}").contains(TOKEN));
        }
    }
}

//! What the name servers say of a name that was just tried: whoever sets it up waits to see it there.

use std::net::IpAddr;
use std::sync::Arc;

use homeport_core::address::{Family, PerFamily, Publishable};
use homeport_core::hostname::Hostname;
use homeport_core::request::Response;
use homeport_core::verification::{self, PATIENCE, Proof, Question};
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, timeout};

use super::Driver;
use crate::resolver::Resolver;

impl Driver {
    pub(super) fn wait_to_see(
        &self,
        hostname: &str,
        addresses: PerFamily<Option<IpAddr>>,
        answer: oneshot::Sender<Response>,
    ) {
        let name = match hostname.parse::<Hostname>() {
            Ok(name) => name,
            Err(error) => {
                let _ = answer.send(Response::Refused(self.bad_hostname(hostname, &error)));
                return;
            }
        };
        let question = |address: IpAddr| Question {
            hostname: name.clone(),
            expected: Publishable::typed(address),
            nameservers: self.settings.verify.nameservers.clone(),
        };
        let questions: Vec<Question> =
            Family::BOTH.into_iter().filter_map(|family| addresses.get(family).map(question)).collect();
        let resolver = Arc::clone(&self.resolver);
        tokio::spawn(async move {
            let all = async {
                for question in &questions {
                    until_there(&resolver, question).await;
                }
            };
            let seen = timeout(PATIENCE, all).await.is_ok() && !questions.is_empty();
            let _ = answer.send(Response::Proof { seen });
        });
    }
}

async fn until_there(resolver: &Resolver, question: &Question) {
    let began = Instant::now();
    for attempts in 1.. {
        let answers = resolver.verify_one(question.clone()).await;
        if verification::is_there(question.expected.get(), &answers) {
            return;
        }
        sleep(verification::next_wait(&Proof::NotYet, attempts, began.elapsed())).await;
    }
}

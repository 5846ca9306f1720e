//! What no provider's file may forget: the faults that every server has, at the first request of an update and at the last.

use super::example::{Begun, first_example};
use super::*;
use crate::event::Answer;
use crate::provider::{HttpResponse, Incoming, Step};
use crate::reply::{LONGEST_WAIT, Next, Reach, Reply, SHORTEST_RATE_LIMIT, next};
use std::time::Duration;

const DATE: &str = "Sat, 28 Nov 2026 10:00:00 GMT";
/// Five minutes later.
const LATER: &str = "Sat, 28 Nov 2026 10:05:00 GMT";

/// The next step after such an answer has to be one of these.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// Not before this time.
    Later(Duration),
    /// Until the user acts; a provider may have its own meaning for it, and then it waits.
    Stop,
    /// Nothing was understood.
    Doubt,
}

fn faults() -> Vec<(u16, Option<&'static str>, &'static str, Wanted)> {
    let minutes = |minutes: u64| Wanted::Later(Duration::from_secs(60 * minutes));

    vec![
        // The server's own trouble, with the wait in seconds and as a date.
        (500, None, "", minutes(1)),
        (502, None, "<html><h1>502 Bad Gateway</h1></html>", minutes(1)),
        (503, Some("120"), "", minutes(2)),
        (503, Some(LATER), "<html>Service Unavailable</html>", minutes(5)),
        (503, Some("99999999"), "", Wanted::Later(LONGEST_WAIT)),
        // Too many requests.
        (429, None, "", Wanted::Later(SHORTEST_RATE_LIMIT)),
        (429, Some("5"), "", Wanted::Later(SHORTEST_RATE_LIMIT)),
        (429, Some("600"), "", minutes(10)),
        // Refused.
        (401, None, "", Wanted::Stop),
        (403, None, "", Wanted::Stop),
        // A page, half an answer, another server's.
        (200, None, "<!doctype html><title>Welcome</title>", Wanted::Doubt),
        (200, None, "{\"res", Wanted::Doubt),
        (200, None, "", Wanted::Doubt),
        (418, None, "I'm a teapot", Wanted::Doubt),
    ]
}

fn replies(step: Step) -> Vec<Reply> {
    let Step::Done(answers) = step else {
        return Vec::new(); // The conversation reads on: its last request has the same faults.
    };
    let reply = |answer: Answer| match answer {
        Answer::Replied(reply) => reply,
        other => panic!("{other:?}"),
    };

    answers.into_values().map(reply).collect()
}

fn check(provider: &Provider, place: &str, fault: (u16, Option<&'static str>, &'static str, Wanted), step: Step) {
    let (status, wait, body, wanted) = fault;
    let place = format!("{} at the {place} request: {status} {wait:?} {body:?}", provider.id.0);
    for reply in replies(step) {
        assert!(!reply.means.is_success() || status == 200 && body.is_empty(), "{place}: {reply:?}");
        let then = next(&Reply { alone: false, ..reply.clone() }, 0);
        match (wanted, then) {
            (Wanted::Later(least), Next::RetryAfter(wait, _)) => {
                assert!((least..=LONGEST_WAIT).contains(&wait), "{place}: {wait:?}");
            }
            (Wanted::Stop, Next::Halt(_) | Next::RetryAfter(..)) => {
                let is_of_account = matches!(then, Next::Halt(Reach::Account));
                assert!(is_of_account || reply.means != crate::reply::Means::BadAuth, "{place}: {then:?}");
            }
            (Wanted::Doubt, Next::RetryAfter(..) | Next::Halt(_)) => {}
            // Some have nothing to say when all went well, and then a body is no proof; their files hold it.
            (Wanted::Doubt, Next::Verify) if status == 200 && body.is_empty() => {}
            (wanted, then) => panic!("{place}: {then:?} where {wanted:?} is right ({reply:?})"),
        }
    }
}

#[test]
fn the_faults_that_every_server_has_are_understood_at_every_provider() {
    let catalogue = Catalogue::built_in();
    let mut checked = 0;
    for provider in catalogue.ids().map(|id| catalogue.shared(id).unwrap()) {
        let Some(begin) = first_example(provider) else {
            continue; // DNS messages have tests of their own.
        };
        for fault in faults() {
            let (status, retry_after, body, _) = fault;
            let answer = || {
                Some(Incoming::Http(HttpResponse {
                    status,
                    retry_after: retry_after.map(str::to_owned),
                    date: Some(DATE.to_owned()),
                    body: body.to_owned(),
                }))
            };
            let Begun { mut conversation, before } = begin();
            conversation.step(None);
            check(provider, "first", fault, conversation.step(answer()));

            let Begun { mut conversation, .. } = begin();
            conversation.step(None);
            for response in before {
                conversation.step(Some(response));
            }
            check(provider, "last", fault, conversation.step(answer()));
            checked += 1;
        }
    }
    assert!(checked / faults().len() >= 130);
}

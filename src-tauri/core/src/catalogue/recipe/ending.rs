//! How the conversation of a recipe ends: with one reply for each hostname.

use std::collections::BTreeMap;

use crate::catalogue::template::FillError;
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::Step;
use crate::reply::{Means, Reply};

use super::{Recipe, State};

impl Recipe {
    pub(super) fn refuse(&mut self, hostname: &Hostname, reply: Reply) {
        self.replies.entry(hostname.clone()).or_insert(reply);
    }

    /// A request could not be made: nothing of it was sent.
    pub(super) fn stop(&mut self, error: &FillError) -> Step {
        let message = self.hidden.clean(&error.to_string());

        self.end_all(&Reply::with_message(Means::Unknown, message))
    }

    /// Ends a read that failed. One for many hostnames may have failed for its length or for one of them: each goes alone.
    pub(super) fn end_reads(&mut self, mut reply: Reply) -> Step {
        reply.alone |= self.is_many() && reply.means.is_of_one();

        self.end_all(&reply)
    }

    /// Ends with this reply for every hostname that has none yet.
    pub(super) fn end_all(&mut self, reply: &Reply) -> Step {
        for hostname in self.hostnames.clone() {
            self.refuse(&hostname, reply.clone());
        }

        self.finish()
    }

    pub(super) fn finish(&mut self) -> Step {
        let answer = |hostname: &Hostname| {
            let changed = self.is_changed(hostname);
            let means = if changed { Means::Good } else { Means::Unchanged };

            let own = self.targets.iter().filter(|target| target.hostname == *hostname);
            let beside = own.flat_map(|target| target.beside.iter().copied()).collect();
            let success = Reply { beside, ..Reply::plain(means) };

            Answer::Replied(self.replies.get(hostname).cloned().unwrap_or(success))
        };
        let answers = self.hostnames.iter().map(|hostname| (hostname.clone(), answer(hostname))).collect();

        self.end(answers)
    }

    pub(super) fn end(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }

    fn is_changed(&self, hostname: &Hostname) -> bool {
        self.targets.iter().any(|target| target.hostname == *hostname && target.state == State::Changed)
    }
}

/// The answer is none that the recipe can go on with.
pub(super) fn odd(message: &str) -> Reply {
    Reply::with_message(Means::Unknown, message)
}

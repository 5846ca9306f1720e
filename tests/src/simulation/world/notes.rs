//! Notes of what happened, for the report of a failure.

use homeport_core::event::{Action, Event};

use super::{SECOND, World};

/// How many of the last events and actions a failure shows.
const TRACE: usize = 60;

impl World<'_> {
    /// Notes an event; what comes every minute in short, or not at all when it says nothing new.
    pub(super) fn note_event(&mut self, event: &Event) {
        if self.trace.is_none() {
            return;
        }
        let words = match event {
            Event::Network { facts, .. } if self.facts_told.as_ref() == Some(facts) => return,
            Event::Network { facts, .. } => {
                self.facts_told = Some(facts.clone());
                let addresses: Vec<String> = facts.addresses.iter().map(|own| own.address.to_string()).collect();
                let routes = [&facts.route_v4, &facts.route_v6];
                let ways: Vec<&str> = routes.into_iter().flatten().map(|route| route.interface.as_str()).collect();
                format!("Network {} by {ways:?}", addresses.join(" "))
            }
            Event::Reported { round, report } => {
                format!("Reported {round} {} {:?}", report.source.operator, report.said)
            }
            Event::Verified { hostname, family, answers } => {
                let found: Vec<_> = answers.iter().flat_map(|answer| answer.addresses.iter().flatten()).collect();
                format!("Verified {hostname} {family} {found:?}")
            }
            Event::Settings(settings) => format!("Settings {:?}", settings.hostnames),
            other => format!("{other:?}"),
        };
        self.note(|| format!("-> {words}"));
    }

    pub(super) fn note_action(&mut self, action: &Action) {
        match action {
            Action::ReadNetwork { .. } | Action::Record(_) | Action::Notify(_) => {}
            Action::Verify(question) => {
                self.note(|| format!("<- Verify {} {}", question.hostname, question.expected));
            }
            other => self.note(|| format!("<- {other:?}")),
        }
    }

    pub(super) fn note(&mut self, words: impl FnOnce() -> String) {
        let at = self.clock.real;
        if let Some(trace) = &mut self.trace {
            if trace.len() >= TRACE {
                trace.pop_front();
            }
            trace.push_back(format!("{:>9}.{:03} s  {}", at / SECOND, at % SECOND, words()));
        }
    }

    /// The last events and actions.
    #[must_use]
    pub fn trace(&self) -> Vec<String> {
        self.trace.iter().flatten().cloned().collect()
    }
}

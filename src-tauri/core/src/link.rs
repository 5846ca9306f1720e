//! The pages that the window may open in the user's browser.

use std::collections::BTreeSet;

use crate::fault::Remedy;
use crate::request::{ProviderCard, Response};
use crate::snapshot::Snapshot;

/// The addresses that a running Homeport itself named: in its providers' cards and in its problems. The window opens no
/// other, whatever its page asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    of_cards: BTreeSet<String>,
    of_problems: BTreeSet<String>,
}

impl Links {
    /// Takes the addresses of a response.
    pub fn handle_response(&mut self, response: &Response) {
        match response {
            Response::Providers(cards) => {
                self.of_cards = cards.iter().flat_map(named_by).filter(|url| is_safe(url)).collect();
            }
            Response::Snapshot(snapshot) => self.handle_snapshot(snapshot),
            _ => {}
        }
    }

    /// Takes the addresses of a snapshot's problems; those of the one before are forgotten.
    pub fn handle_snapshot(&mut self, snapshot: &Snapshot) {
        let remedies = snapshot.problems.iter().flat_map(|problem| &problem.buttons).map(|button| &button.remedy);
        let urls = remedies.filter_map(|remedy| match remedy {
            Remedy::OpenProvider { url } if is_safe(url) => Some(url.clone()),
            // A portal answers only where there is no TLS.
            Remedy::SignIn { url } if is_safe_with(url, "http") => Some(url.clone()),
            _ => None,
        });

        self.of_problems = urls.collect();
    }

    /// Whether this very address was named.
    #[must_use]
    pub fn permits(&self, url: &str) -> bool {
        self.of_cards.contains(url) || self.of_problems.contains(url)
    }
}

fn named_by(card: &ProviderCard) -> [String; 2] {
    [card.access_url.clone(), card.site.clone()]
}

/// `https`, with a host and without credentials.
fn is_safe(url: &str) -> bool {
    is_safe_with(url, "https")
}

fn is_safe_with(url: &str, scheme: &str) -> bool {
    url::Url::parse(url).is_ok_and(|parsed| {
        parsed.scheme() == scheme && parsed.has_host() && parsed.username().is_empty() && parsed.password().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::{Button, Code, Problem};
    use crate::snapshot::State;
    use crate::time::Wall;

    fn card(access_url: &str) -> Response {
        Response::Providers(vec![ProviderCard {
            id: "example".to_owned(),
            name: "Example".to_owned(),
            site: "https://example.org".to_owned(),
            cost: String::new(),
            note: String::new(),
            access_url: access_url.to_owned(),
            access_steps: Vec::new(),
            access_rights: Vec::new(),
            fields: Vec::new(),
            suffixes: Vec::new(),
            ipv4: true,
            ipv6: true,
            can_create: false,
            checks: false,
            unverified: false,
            hosts: Vec::new(),
        }])
    }

    #[test]
    fn only_a_page_that_was_named_is_opened() {
        let mut links = Links::default();
        assert!(!links.permits("https://example.org/tokens"));

        links.handle_response(&card("https://example.org/tokens"));

        assert!(links.permits("https://example.org/tokens"));
        assert!(!links.permits("https://example.org/tokens?x=1"));
        assert!(!links.permits("https://example.com"));
    }

    #[test]
    fn a_problem_may_name_a_page_without_tls_only_for_a_sign_in() {
        let mut snapshot = crate::tray::example::home(State::Attention, "A sign-in page", &[]);
        let named = |remedy| Button { label: "press".to_owned(), remedy };
        let url = |url: &str| url.to_owned();
        let mut problem = Problem {
            code: Code::Captive,
            severity: Code::Captive.severity(),
            happened: String::new(),
            means: String::new(),
            cure: String::new(),
            buttons: vec![named(Remedy::SignIn { url: url("http://echo.example/") })],
            hostnames: Vec::new(),
            since: Wall(0),
            next_try: None,
            told: None,
        };
        problem.buttons.push(named(Remedy::OpenProvider { url: url("http://provider.example/") }));
        problem.buttons.push(named(Remedy::SignIn { url: url("file:///etc/passwd") }));
        snapshot.problems.push(problem);
        let mut links = Links::default();

        links.handle_snapshot(&snapshot);

        assert!(links.permits("http://echo.example/"));
        assert!(!links.permits("http://provider.example/") && !links.permits("file:///etc/passwd"));
    }

    #[test]
    fn a_card_cannot_name_a_program_or_a_file() {
        let mut links = Links::default();
        for url in
            ["file:///etc/passwd", "http://example.org", "javascript:alert(1)", "https://me:key@example.org", "x"]
        {
            links.handle_response(&card(url));

            assert!(!links.permits(url), "{url}");
        }
    }
}

//! Reply rules: what an HTTP answer means, by its body first and by its status only where no body rule fits.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use regex_lite::Regex;

use super::file::Answers;
use super::provider::Provider;
use crate::address::{Family, PerFamily, Publishable};
use crate::hostname::Hostname;
use crate::provider::HttpResponse;
use crate::provider::wait;
use crate::provider::words::{Hidden, not_understood};
use crate::reply::{Means, Reach, Reply};

/// One rule. The first that fits wins; rules for a status alone are tried after all others.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// From, to; empty: any status.
    pub(super) status: Vec<(u16, u16)>,
    /// Matches the whole line or the whole body.
    pub(super) body: Option<Regex>,
    /// JSON pointers (RFC 6901) and the text of the value there.
    pub(super) json: Vec<(String, String)>,
    /// JSON pointers and what matches the whole text there.
    pub(super) matches: Vec<(String, Regex)>,
    /// JSON pointers that lead to something.
    pub(super) has: Vec<String>,
    /// The JSON pointer to the address that the provider stored.
    pub(super) stored: Option<String>,
    pub(super) means: Means,
    pub(super) wait: Option<Duration>,
    /// Given once for the whole request, whatever its number of hostnames.
    pub(super) once: bool,
    pub(super) alone: bool,
    pub(super) reach: Option<Reach>,
    pub(super) message: Option<String>,
}

impl Rule {
    fn only_status(&self) -> bool {
        self.body.is_none() && !self.reads_json()
    }

    fn reads_json(&self) -> bool {
        !self.json.is_empty() || !self.matches.is_empty() || !self.has.is_empty() || self.stored.is_some()
    }

    fn fits_status(&self, status: u16) -> bool {
        self.status.is_empty() || self.status.iter().any(|(from, to)| (*from..=*to).contains(&status))
    }

    fn fits_json(&self, json: Option<&serde_json::Value>) -> bool {
        let text = |pointer: &String| text_at(json, pointer);

        self.json.iter().all(|(pointer, expected)| text(pointer).as_ref() == Some(expected))
            && self.matches.iter().all(|(pointer, regex)| text(pointer).is_some_and(|text| regex.is_match(&text)))
            && self.has.iter().all(|pointer| text(pointer).is_some_and(|text| text != "null"))
            && self.stored.iter().all(|pointer| text(pointer).is_some_and(|text| !addresses(&text).is_empty()))
    }
}

/// The addresses in a list, of JSON or with commas.
fn addresses(text: &str) -> Vec<IpAddr> {
    text.split([',', ' ', '[', ']', '"']).filter_map(|part| part.trim().parse().ok()).collect()
}

/// The text at a JSON pointer; what is no text there, as JSON writes it.
pub(super) fn text_at(json: Option<&serde_json::Value>, pointer: &str) -> Option<String> {
    let found = json?.pointer(pointer)?;

    Some(found.as_str().map_or_else(|| found.to_string(), str::to_owned))
}

/// What was asked, to judge the answer by.
pub(crate) struct Asked<'a> {
    pub(crate) hostnames: &'a [Hostname],
    pub(crate) sent: PerFamily<Option<Publishable>>,
    /// Other addresses of the names, which stay and may be named too.
    pub(crate) beside: &'a [IpAddr],
    pub(crate) hidden: &'a Hidden,
    pub(crate) unix_time: u64,
}

/// Says what the answer means for each hostname.
pub(super) fn judge(provider: &Provider, response: &HttpResponse, asked: &Asked<'_>) -> BTreeMap<Hostname, Reply> {
    let Provider { rules, words, .. } = provider;
    let judge = Judge { rules, words, response, asked, json: serde_json::from_str(&response.body).ok() };
    let mut replies = match provider.answers {
        Answers::Whole => judge.same_for_all(&judge.judge_text(response.body.trim())),
        Answers::Lines => judge.judge_lines(),
    };
    for reply in replies.values_mut().filter(|reply| !reply.means.is_success()) {
        reply.exchange.answer = asked.hidden.excerpt(&format!("HTTP {} {}", response.status, response.body));
    }

    replies
}

struct Judge<'a> {
    rules: &'a [Rule],
    words: &'a [String],
    response: &'a HttpResponse,
    asked: &'a Asked<'a>,
    json: Option<serde_json::Value>,
}

impl<'a> Judge<'a> {
    fn judge_lines(&self) -> BTreeMap<Hostname, Reply> {
        let lines: Vec<&str> = self.response.body.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let found: Vec<Option<(Reply, &Rule)>> = lines.iter().map(|line| self.fit(line)).collect();
        if found.iter().all(Option::is_none) {
            // An empty answer may have its own rule.
            return self.same_for_all(&if lines.is_empty() { self.judge_text("") } else { self.by_status() });
        }
        if let [name] = self.asked.hostnames {
            return BTreeMap::from([(name.clone(), self.one_of(found, &lines))]);
        }
        // Failures of the account or the server are given once (help.dyn.com/return-codes): for all names that follow.
        let mut once: Option<Reply> = None;
        let mut found = found.into_iter();
        let mut replies = BTreeMap::new();
        for (place, name) in self.asked.hostnames.iter().enumerate() {
            let reply = match (found.next(), &once) {
                (Some(Some((reply, rule))), _) => {
                    if rule.once {
                        once = Some(reply.clone());
                    }
                    reply
                }
                (None, Some(reply)) => reply.clone(),
                (Some(None), _) => self.unknown(lines.get(place).copied().unwrap_or_default()),
                (None, None) => Reply {
                    alone: true,
                    ..Reply::with_message(Means::Unknown, "the answer has no line for this hostname")
                },
            };
            replies.insert(name.clone(), reply);
        }

        replies
    }

    /// The one reply for a single hostname: several lines have to be successes all together.
    fn one_of(&self, found: Vec<Option<(Reply, &Rule)>>, lines: &[&str]) -> Reply {
        let mut first = None;
        for (line, found) in lines.iter().zip(found) {
            match found {
                None => return self.unknown(line),
                Some((reply, _)) if !reply.means.is_success() => return reply,
                Some((reply, _)) => first = first.or(Some(reply)),
            }
        }

        first.unwrap_or_else(|| self.unknown(""))
    }

    fn judge_text(&self, text: &str) -> Reply {
        self.fit(text).map_or_else(|| self.by_status(), |(reply, _)| reply)
    }

    fn same_for_all(&self, reply: &Reply) -> BTreeMap<Hostname, Reply> {
        self.asked.hostnames.iter().map(|name| (name.clone(), reply.clone())).collect()
    }

    fn by_status(&self) -> Reply {
        let status = self.response.status;
        let Some(rule) = self.rules.iter().find(|rule| rule.only_status() && rule.fits_status(status)) else {
            return self.unknown(&self.response.body);
        };
        let said = self.said().unwrap_or_else(|| not_understood(status, &self.response.body, self.asked.hidden));

        self.reply(rule, rule.message.clone().unwrap_or(said), rule.wait)
    }

    fn unknown(&self, text: &str) -> Reply {
        let status = self.response.status;
        let said = self.said().map(|words| format!("not a known answer (HTTP {status}): {words}"));

        let message = match said {
            Some(said) => self.asked.hidden.clean(&said),
            None => not_understood(status, text, self.asked.hidden),
        };

        Reply { retry_after: self.header_wait(), ..Reply::with_message(Means::Unknown, message) }
    }

    /// The reply by the first rule whose body, JSON and status fit.
    fn fit(&self, text: &str) -> Option<(Reply, &'a Rule)> {
        for rule in self.rules.iter().filter(|rule| !rule.only_status() && rule.fits_status(self.response.status)) {
            if !rule.fits_json(self.json.as_ref()) {
                continue;
            }
            let captures = match &rule.body {
                Some(body) => match body.captures(text) {
                    Some(captures) => Some(captures),
                    None => continue,
                },
                None => None,
            };
            let group =
                |name| captures.as_ref().and_then(|captures| captures.name(name)).map_or("", |group| group.as_str());
            let wait = spelled_wait(group("wait"), group("unit")).or(rule.wait);
            let said = || self.said().unwrap_or_else(|| self.asked.hidden.clean(text));
            let message = rule.message.clone().unwrap_or_else(said);
            let stored = rule.stored.as_ref().and_then(|pointer| text_at(self.json.as_ref(), pointer));
            let named = stored.as_deref().unwrap_or(group("address"));

            return Some((self.check_address(self.reply(rule, message, wait), named), rule));
        }

        None
    }

    fn reply(&self, rule: &Rule, message: String, wait: Option<Duration>) -> Reply {
        let waits = matches!(rule.means, Means::RateLimited | Means::ServerTrouble | Means::Unknown);
        Reply {
            message,
            retry_after: if waits { self.header_wait().max(wait) } else { None },
            alone: rule.alone && self.asked.hostnames.len() > 1,
            reach: rule.reach,
            ..Reply::plain(rule.means)
        }
    }

    /// The provider's own words, where its file says where they stand.
    fn said(&self) -> Option<String> {
        let words = self.words.iter().find_map(|pointer| text_at(self.json.as_ref(), pointer))?;

        Some(self.asked.hidden.clean(&words)).filter(|words| !words.is_empty())
    }

    fn header_wait(&self) -> Option<Duration> {
        let value = self.response.retry_after.as_deref()?;

        wait::retry_after(value, self.response.date.as_deref(), self.asked.unix_time)
    }

    /// A success that names another address than the one that was sent is none; `127.0.0.1` is how a provider refuses a
    /// client (help.dyn.com/return-codes).
    fn check_address(&self, reply: Reply, named: &str) -> Reply {
        if !reply.means.is_success() {
            return reply;
        }
        let named = addresses(named);
        for address in &named {
            let sent = self.asked.sent.get(Family::of(*address)).map(Publishable::get);
            // Where others stand beside it, the one that was sent has to be named too.
            let stays = self.asked.beside.contains(address) && sent.is_some_and(|sent| named.contains(&sent));
            if sent == Some(*address) || stays {
                continue;
            }
            if address.is_loopback() {
                let message = format!("the provider ignored the update and answered {address}: it refuses this client");
                return Reply { address: Some(*address), ..Reply::with_message(Means::ClientRefused, message) };
            }
            if let Some(sent) = sent {
                let message = format!("the provider says that it stored {address}; {sent} was sent");
                return Reply { address: Some(*address), ..Reply::with_message(Means::Unknown, message) };
            }
        }

        Reply { address: named.first().copied(), ..reply }
    }
}

/// `w30m`: the number and the unit that the body spells.
fn spelled_wait(number: &str, unit: &str) -> Option<Duration> {
    let number = number.parse::<u64>().ok()?;
    let seconds = match unit.to_ascii_lowercase().as_str() {
        "h" => 3_600,
        "m" => 60,
        _ => 1,
    };

    Some(Duration::from_secs(number.saturating_mul(seconds)))
}

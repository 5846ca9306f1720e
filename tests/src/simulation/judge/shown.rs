//! S7: what keeps a name from being updated is shown, with its cause and what to do about it.

use homeport_core::event::SecretState;
use homeport_core::fault::{Code, Problem, Severity};
use homeport_core::hostname::Hostname;
use homeport_core::reply::Means;
use homeport_core::snapshot::{Snapshot, State};

use super::{Judge, Judges, Violation};

/// A wait that ends sooner than this needs not be shown yet.
const SOON: u64 = 90 * super::SECOND;

/// Looks for everything that is suspended in what people are shown.
///
/// # Errors
///
/// S7, when something is not shown, or is shown without words or remedy; S6, when the snapshot has grown without reason.
pub fn check_snapshot(judges: &Judges, snapshot: &Snapshot, real: u64) -> Result<(), Violation> {
    let settings = &judges.settings;
    if snapshot.hostnames.len() != settings.hostnames.len() {
        let words = format!("{} rows for {} hostnames", snapshot.hostnames.len(), settings.hostnames.len());
        return Err(Violation { judge: Judge::S7, words });
    }
    if snapshot.problems.len() > 12 + settings.hostnames.len() * 3 {
        let words = format!("{} problems in the snapshot", snapshot.problems.len());
        return Err(Violation { judge: Judge::S6, words });
    }
    for problem in &snapshot.problems {
        is_complete(problem)?;
    }
    for hostname in settings.hostnames.iter().filter(|hostname| !hostname.paused) {
        // While its own request is under way, its row says so.
        if judges.is_sending_of(&hostname.name) {
            continue;
        }
        if let Some((code, lasting)) = expected(judges, &hostname.name, real) {
            is_shown(snapshot, &hostname.name, code, lasting)?;
        }
    }

    Ok(())
}

/// The code that has to be shown for a name, and whether it needs the user.
fn expected(judges: &Judges, hostname: &Hostname, real: u64) -> Option<(Code, bool)> {
    let account = &judges.settings.hostname(hostname)?.account;
    if let Some(means) = judges.suspended(hostname, real + SOON) {
        return Some(match means {
            Means::BadAuth => (Code::AuthRejected, true),
            Means::NotEntitled => (Code::AuthScope, true),
            Means::NoSuchHost => (Code::HostNotFound, true),
            Means::NotYours => (Code::NotYours, true),
            Means::Blocked => (Code::Blocked, true),
            Means::BadRequest => (Code::BadRequest, true),
            Means::ClientRefused => (Code::ClientRefused, true),
            Means::RateLimited => (Code::RateLimited, false),
            Means::ServerTrouble => (Code::ProviderDown, false),
            Means::Good | Means::Unchanged | Means::Unknown => return None,
        });
    }
    match judges.secrets.get(account)? {
        SecretState::Ready => None,
        SecretState::Locked => Some((Code::KeychainLocked, true)),
        SecretState::Absent => Some((Code::KeychainAbsent, true)),
        SecretState::Denied => Some((Code::KeychainDenied, true)),
        SecretState::Missing => Some((Code::SecretMissing, true)),
    }
}

fn is_shown(snapshot: &Snapshot, hostname: &Hostname, code: Code, lasting: bool) -> Result<(), Violation> {
    let violated = |words: String| Err(Violation { judge: Judge::S7, words });
    let hidden = snapshot.problems.iter().any(|problem| code.depends_on().contains(&problem.code));
    if hidden || snapshot.state == State::Offline {
        return Ok(());
    }
    // While everything is paused or on hold, that is the cause, and it is shown. A wait that ends by itself asks nobody
    // for anything; it is shown as soon as it is what keeps the name from being updated.
    let holds = |problem: &Problem| problem.severity == Severity::Holding && problem.hostnames.is_empty();
    if !lasting && (snapshot.pause.is_some() || snapshot.problems.iter().any(holds)) {
        return Ok(());
    }
    let mut about =
        snapshot.problems.iter().filter(|problem| problem.hostnames.iter().any(|name| name == hostname.as_str()));
    let shown: Vec<Code> = snapshot.problems.iter().map(|problem| problem.code).collect();
    // A name has one cause at a time: another one of the same weight may stand for it.
    if !about.any(|problem| problem.code == code || problem.code.severity() >= code.severity()) {
        let global = snapshot.problems.iter().any(|problem| problem.code == code && problem.hostnames.is_empty());
        if !global {
            let (state, headline) = (snapshot.state, &snapshot.headline);
            return violated(format!(
                "{hostname} is suspended by {code:?}, and shown is {shown:?}, {state:?}: {headline}"
            ));
        }
    }
    if lasting && snapshot.state == State::Ok {
        return violated(format!("{hostname} is suspended by {code:?}, and the state is 'ok'"));
    }

    Ok(())
}

fn is_complete(problem: &Problem) -> Result<(), Violation> {
    let texts = [&problem.happened, &problem.means, &problem.cure];
    if texts.iter().any(|text| text.is_empty() || text.starts_with("fault-") || text.contains("{$")) {
        let words = format!("{:?} is shown without its words: {texts:?}", problem.code);
        return Err(Violation { judge: Judge::S7, words });
    }

    Ok(())
}

//! The checks of `homeport doctor`, as a function of facts.

use fluent_bundle::FluentValue;

use crate::address::{Family, PerFamily, Scope, scope};
use crate::autostart::{Autostart, AutostartState};
use crate::event::{SecretState, Trouble};
use crate::fault::Code;
use crate::network::NetworkFacts;
use crate::request::{Check, CheckResult, Witness};
use crate::settings::AccountId;
use crate::snapshot::{Chip, ChipState, HostnameRow, Snapshot, SourceRow, Tray};
use crate::standing::{Belief, UNWELL};
use crate::text::Texts;
use crate::time::Wall;

/// 2026-01-01: this program is younger, so a clock before that day is wrong.
const OLDEST_NOW: Wall = Wall(1_767_225_600_000);
/// 2056-01-01: a clock after that day is wrong, or this program is a museum piece.
const NEWEST_NOW: Wall = Wall(2_713_910_400_000);

/// A change that takes longer than this to be seen everywhere is told, in seconds.
const LONG_TTL: u32 = 600;

/// The pages use subgrid and `color-mix`, which came with these.
const OLDEST_WEBKITGTK: (u32, u32) = (2, 40);
const OLDEST_CHROMIUM: u32 = 117;

/// One account and whether its secrets can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountFinding {
    /// The account.
    pub account: AccountId,
    /// Whether its secrets can be read.
    pub state: SecretState,
}

/// The credentials folder of the service manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialsFinding {
    /// Where it is.
    pub path: String,
    /// How many files are in it; `None` when it cannot be read.
    pub files: Option<usize>,
}

/// One provider and whether its server can be reached over TLS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderFinding {
    /// Its name.
    pub name: String,
    /// Its server.
    pub host: String,
    /// How the attempt ended; `None` when none was made, as everything goes through a proxy.
    pub reached: Option<Result<(), Trouble>>,
}

/// Everything the checks look at.
#[derive(Debug, Clone)]
pub struct DoctorFacts<'a> {
    /// How many hostnames the settings file names, or what is wrong with it, with its place and cure.
    pub settings_file: Result<usize, String>,
    /// Where the state is kept, and why nothing can be written there, if so.
    pub state_folder: (String, Result<(), String>),
    /// Whether the keychain can be used.
    pub keychain: SecretState,
    /// The accounts that have secrets.
    pub accounts: Vec<AccountFinding>,
    /// The credentials folder, if there is one.
    pub credentials: Option<CredentialsFinding>,
    /// Whether Homeport starts at login; `None` when the system does not tell where this program is.
    pub autostart: Option<Autostart>,
    /// The proxy variables that are set, without names and passwords.
    pub proxies: Vec<(String, String)>,
    /// The providers of the accounts.
    pub providers: Vec<ProviderFinding>,
    /// The network.
    pub network: &'a NetworkFacts,
    /// How many malformed packets of each kind were dropped.
    pub dropped: Vec<(&'static str, u32)>,
    /// What is shown.
    pub snapshot: &'a Snapshot,
    /// What the window that asks can tell, if one does.
    pub witness: Option<Witness>,
    /// The families that at least one hostname keeps.
    pub wanted: PerFamily<bool>,
}

/// All checks, in the order in which one depends on the other.
#[must_use]
pub fn checks(facts: &DoctorFacts<'_>, texts: &Texts) -> Vec<Check> {
    let pen = Pen { texts };
    let mut checks = vec![settings_file(facts, &pen), state_folder(facts, &pen)];
    checks.extend(credentials(facts, &pen));
    checks.push(keychain(facts, &pen));
    checks.extend(facts.accounts.iter().map(|account| secrets(account, &pen)));
    for family in Family::BOTH {
        checks.push(route(facts, family, &pen));
    }
    checks.push(lasting_ipv6(facts, &pen));
    checks.push(network(facts, &pen));
    checks.push(power(facts, &pen));
    checks.push(watcher(facts, &pen));
    checks.push(router(facts, &pen));
    for family in Family::BOTH {
        checks.push(sources(facts, family, &pen));
        let heard = facts.snapshot.sources.iter().filter(|row| row.family == family && *facts.wanted.get(family));
        checks.extend(heard.map(|row| source(row, &pen)));
    }
    checks.push(dropped(facts, &pen));
    checks.push(clock(facts, &pen));
    checks.push(proxy(facts, &pen));
    checks.extend(facts.providers.iter().map(|provider| provider_reached(provider, &pen)));
    for row in &facts.snapshot.hostnames {
        checks.extend(Family::BOTH.iter().filter_map(|family| in_dns(row, *family, &pen)));
        checks.extend(Family::BOTH.iter().filter_map(|family| standby_in_dns(row, *family, &pen)));
        checks.extend(long_ttl(row, &pen));
    }
    checks.push(tray(facts, &pen));
    if let Some(witness) = &facts.witness {
        checks.push(notification(witness, &pen));
        checks.push(webview(witness, &pen));
    }
    checks.extend(facts.autostart.as_ref().map(|autostart| starts_at_login(autostart, facts, &pen)));

    checks
}

fn settings_file(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    match &facts.settings_file {
        Ok(0) => pen.write("settings", CheckResult::Warn, "empty", &[]),
        Ok(count) => pen.write("settings", CheckResult::Pass, "right", &[("count", &count.to_string())]),
        Err(message) => pen.write("settings", CheckResult::Fail, "wrong", &[("message", message)]),
    }
}

fn state_folder(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let (path, state) = &facts.state_folder;
    match state {
        Ok(()) => pen.write("state", CheckResult::Pass, "right", &[("path", path)]),
        Err(reason) => pen.write("state", CheckResult::Fail, "wrong", &[("path", path), ("reason", reason)]),
    }
}

fn credentials(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Option<Check> {
    let CredentialsFinding { path, files } = facts.credentials.as_ref()?;

    Some(match files {
        Some(0) => pen.write("credentials", CheckResult::Warn, "empty", &[("path", path)]),
        Some(count) => {
            pen.write("credentials", CheckResult::Pass, "right", &[("path", path), ("count", &count.to_string())])
        }
        None => pen.write("credentials", CheckResult::Fail, "unreadable", &[("path", path)]),
    })
}

fn keychain(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    // With a credentials folder a server needs none.
    let result = if facts.credentials.is_some() { CheckResult::Skipped } else { CheckResult::Fail };
    match facts.keychain {
        SecretState::Ready | SecretState::Missing => pen.write("keychain", CheckResult::Pass, "ready", &[]),
        SecretState::Locked => pen.write("keychain", result, "locked", &[]),
        SecretState::Absent => pen.write("keychain", result, "absent", &[]),
        SecretState::Denied => pen.write("keychain", result, "denied", &[]),
    }
}

fn secrets(finding: &AccountFinding, pen: &Pen<'_>) -> Check {
    let account = [("account", finding.account.0.as_str())];
    match finding.state {
        SecretState::Ready => pen.write("secrets", CheckResult::Pass, "ready", &account),
        SecretState::Missing => pen.write("secrets", CheckResult::Fail, "missing", &account),
        SecretState::Locked => pen.write("secrets", CheckResult::Fail, "locked", &account),
        SecretState::Absent => pen.write("secrets", CheckResult::Fail, "absent", &account),
        SecretState::Denied => pen.write("secrets", CheckResult::Fail, "denied", &account),
    }
}

fn route(facts: &DoctorFacts<'_>, family: Family, pen: &Pen<'_>) -> Check {
    let found = match family {
        Family::Ipv4 => &facts.network.route_v4,
        Family::Ipv6 => &facts.network.route_v6,
    };
    let family_text = family.to_string();
    let family_value = ("family", family_text.as_str());
    let Some(route) = found else {
        return if *facts.wanted.get(family) {
            pen.write("route", CheckResult::Fail, "none", &[family_value])
        } else {
            pen.write("route", CheckResult::Skipped, "unwanted", &[family_value])
        };
    };
    let gateway = route.gateway.map_or_else(String::new, |gateway| gateway.to_string());
    let values = [family_value, ("interface", route.interface.as_str()), ("gateway", gateway.as_str())];
    let physical = match family {
        Family::Ipv4 => &facts.network.physical_v4,
        Family::Ipv6 => &facts.network.physical_v6,
    };
    if let Some(beside) = physical.as_ref().filter(|_| route.tunnel && facts.snapshot.network.beside_tunnel) {
        let values = [family_value, ("interface", beside.interface.as_str())];
        return pen.write("route", CheckResult::Pass, "beside", &values);
    }
    match (route.tunnel, route.gateway) {
        (true, _) => pen.write("route", CheckResult::Warn, "tunnel", &values),
        (false, Some(_)) => pen.write("route", CheckResult::Pass, "gateway", &values),
        (false, None) => pen.write("route", CheckResult::Pass, "direct", &values),
    }
}

fn lasting_ipv6(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    if !facts.wanted.ipv6 {
        return pen.write("ipv6", CheckResult::Skipped, "unwanted", &[]);
    }
    let public =
        || facts.network.addresses.iter().filter(|own| own.address.is_ipv6() && scope(own.address) == Scope::Public);
    let lasting = public().find(|own| !own.temporary && !own.deprecated && !own.tentative);
    match lasting {
        Some(own) => pen.write("ipv6", CheckResult::Pass, "lasting", &[("address", &own.address.to_string())]),
        None if public().next().is_some() => pen.write("ipv6", CheckResult::Warn, "passing", &[]),
        None => pen.write("ipv6", CheckResult::Warn, "none", &[]),
    }
}

fn watcher(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    match facts.snapshot.problems.iter().find(|problem| problem.code == Code::WatcherDown) {
        Some(problem) => pen.write("watcher", CheckResult::Warn, "down", &[("message", &problem.happened)]),
        None => pen.write("watcher", CheckResult::Pass, "running", &[]),
    }
}

fn router(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let lookout = &facts.snapshot.lookout;
    let values = [("words", lookout.words.as_str())];
    match (lookout.router, lookout.external) {
        (Some(_), _) if lookout.behind_another => pen.write("router", CheckResult::Warn, "behind", &values),
        (_, Some(_)) => pen.write("router", CheckResult::Pass, "tells", &values),
        _ if lookout.pulses => pen.write("router", CheckResult::Pass, "pulses", &values),
        (Some(_), None) => pen.write("router", CheckResult::Warn, "silent", &values),
        (None, None) => pen.write("router", CheckResult::Skipped, "direct", &values),
    }
}

fn sources(facts: &DoctorFacts<'_>, family: Family, pen: &Pen<'_>) -> Check {
    let card = facts.snapshot.addresses.get(family);
    let family_text = family.to_string();
    let address = card.address.map(|address| address.to_string()).unwrap_or_default();
    let values = [("family", family_text.as_str()), ("address", address.as_str()), ("why", card.why.as_str())];
    if !facts.wanted.get(family) {
        return pen.write("sources", CheckResult::Skipped, "unwanted", &values);
    }
    if facts.snapshot.last_check.is_none() {
        return pen.write("sources", CheckResult::Skipped, "early", &values);
    }
    match (card.address, card.seen) {
        (Some(_), _) if card.own_only => pen.write("sources", CheckResult::Warn, "own", &values),
        (Some(_), Some(_)) => pen.write("sources", CheckResult::Pass, "agree", &values),
        _ => pen.write("sources", CheckResult::Warn, "unknown", &values),
    }
}

/// A source that is wrong now and then is outvoted; one that is wrong or silent again and again is told.
fn source(row: &SourceRow, pen: &Pen<'_>) -> Check {
    let (family, health) = (row.family.to_string(), row.health.to_string());
    let values = [
        ("source", row.operator.as_str()),
        ("family", family.as_str()),
        ("words", row.words.as_str()),
        ("health", health.as_str()),
    ];
    match row.belief {
        Belief::Believed | Belief::Sign => pen.write("source", CheckResult::Pass, "heard", &values),
        Belief::Outvoted | Belief::NotPublic => pen.write("source", CheckResult::Warn, "doubted", &values),
        Belief::Silent if row.health < UNWELL => pen.write("source", CheckResult::Warn, "doubted", &values),
        Belief::Silent | Belief::Disputed | Belief::Alone => {
            pen.write("source", CheckResult::Skipped, "heard", &values)
        }
    }
}

fn network(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let network = &facts.snapshot.network;
    let shown = network.name.as_ref().or(network.id.as_ref()).map_or("", String::as_str);
    let values = [("network", shown)];
    match network.home {
        Some(true) if facts.snapshot.preferences.home.is_empty() => {
            pen.write("network", CheckResult::Pass, "everywhere", &values)
        }
        Some(true) => pen.write("network", CheckResult::Pass, "home", &values),
        Some(false) => pen.write("network", CheckResult::Warn, "away", &values),
        None => pen.write("network", CheckResult::Warn, "unknown", &values),
    }
}

fn power(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let power = facts.snapshot.lookout.power;
    let how = match (power.on_battery, power.metered) {
        (true, Some(true)) => "both",
        (true, _) => "battery",
        (false, Some(true)) => "metered",
        (false, _) => "plugged",
    };

    pen.write("power", CheckResult::Pass, how, &[])
}

fn dropped(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let some = facts.dropped.iter().filter(|(_, count)| *count > 0);
    let kinds: Vec<String> = some.map(|(kind, count)| format!("{kind} {count}")).collect();
    let how = if kinds.is_empty() { "none" } else { "some" };

    pen.write("dropped", CheckResult::Pass, how, &[("kinds", &kinds.join(", "))])
}

fn clock(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let now = facts.snapshot.at;
    if now < OLDEST_NOW || now > NEWEST_NOW {
        return pen.write("clock", CheckResult::Fail, "wrong", &[]);
    }
    // A certificate is only accepted within its time.
    if facts.providers.iter().any(|provider| matches!(provider.reached, Some(Ok(())))) {
        return pen.write("clock", CheckResult::Pass, "right", &[]);
    }

    pen.write("clock", CheckResult::Skipped, "unknown", &[])
}

fn proxy(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    if facts.proxies.is_empty() {
        return pen.write("proxy", CheckResult::Pass, "none", &[]);
    }
    let shown: Vec<String> = facts.proxies.iter().map(|(name, value)| format!("{name}={value}")).collect();

    pen.write("proxy", CheckResult::Pass, "set", &[("proxies", &shown.join(", "))])
}

fn provider_reached(finding: &ProviderFinding, pen: &Pen<'_>) -> Check {
    let values = [("provider", finding.name.as_str()), ("host", finding.host.as_str())];
    match &finding.reached {
        None => pen.write("provider", CheckResult::Skipped, "proxy", &values),
        Some(Ok(())) => pen.write("provider", CheckResult::Pass, "reached", &values),
        Some(Err(trouble)) => {
            let message = trouble.to_string();
            let [provider, host] = values;
            let how = if matches!(trouble, Trouble::Tls { .. }) { "untrusted" } else { "unreached" };
            pen.write("provider", CheckResult::Fail, how, &[provider, host, ("message", &message)])
        }
    }
}

fn in_dns(row: &HostnameRow, family: Family, pen: &Pen<'_>) -> Option<Check> {
    record_in_dns(&row.shown, row.records.get(family), pen)
}

/// Who asked a moment before a change keeps the old address for as long as the TTL says.
fn long_ttl(row: &HostnameRow, pen: &Pen<'_>) -> Option<Check> {
    let found = [&row.records.ipv4, &row.records.ipv6].into_iter().filter_map(|chip| chip.ttl).max()?;
    if found <= LONG_TTL {
        return None;
    }
    let (minutes, minimum) = (found.div_ceil(60).to_string(), row.minimum_ttl.unwrap_or_default().to_string());
    let values = [
        ("hostname", row.shown.as_str()),
        ("count", minutes.as_str()),
        ("provider", row.provider_name.as_str()),
        ("seconds", minimum.as_str()),
    ];
    let (result, how) = match row.minimum_ttl.filter(|minimum| *minimum < found) {
        Some(_) if row.lower_ttl => (CheckResult::Skipped, "soon"),
        Some(_) => (CheckResult::Warn, "lower"),
        None => (CheckResult::Warn, "long"),
    };

    Some(pen.write("ttl", result, how, &values))
}

/// The standby's record is looked at like any other, as soon as it has stood in once.
fn standby_in_dns(row: &HostnameRow, family: Family, pen: &Pen<'_>) -> Option<Check> {
    let standby = row.standby.as_ref()?;
    let chip = standby.records.get(family);
    let values = [
        ("hostname", standby.shown.as_str()),
        ("record", family.record_type()),
        ("provider", standby.provider_name.as_str()),
    ];
    let found = if chip.address.is_none() && !standby.serves {
        let is_off = matches!(chip.state, ChipState::Off | ChipState::NotHere);
        (!is_off).then(|| pen.write("standby", CheckResult::Skipped, "ready", &values))?
    } else {
        record_in_dns(&standby.shown, chip, pen)?
    };

    Some(Check { code: "standby".to_owned(), title: pen.title("standby", &values), ..found })
}

fn record_in_dns(shown: &str, chip: &Chip, pen: &Pen<'_>) -> Option<Check> {
    let address = chip.address.map(|address| address.to_string()).unwrap_or_default();
    let values = [
        ("hostname", shown),
        ("record", chip.family.record_type()),
        ("address", address.as_str()),
        ("word", chip.word.as_str()),
    ];
    let (result, how) = match chip.state {
        ChipState::Off | ChipState::NotHere => return None,
        ChipState::Verified => (CheckResult::Pass, "proved"),
        ChipState::Accepted | ChipState::Sending => (CheckResult::Warn, "accepted"),
        ChipState::Unsure => (CheckResult::Warn, "unsure"),
        ChipState::Wrong => (CheckResult::Fail, "wrong"),
        ChipState::Holding | ChipState::Offline => (CheckResult::Skipped, "held"),
    };

    Some(pen.write("dns", result, how, &values))
}

fn tray(facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    match facts.snapshot.tray {
        Tray::Shown => pen.write("tray", CheckResult::Pass, "shown", &[]),
        Tray::NoHost => pen.write("tray", CheckResult::Warn, "no-host", &[]),
        Tray::None => pen.write("tray", CheckResult::Skipped, "none", &[]),
    }
}

/// Whether a notification appears only a person can tell: services take them and show nothing.
fn notification(witness: &Witness, pen: &Pen<'_>) -> Check {
    match witness.notified {
        None => pen.write("notification", CheckResult::Skipped, "untried", &[]),
        Some(true) => pen.write("notification", CheckResult::Pass, "seen", &[]),
        Some(false) => pen.write("notification", CheckResult::Fail, "unseen", &[("system", std::env::consts::OS)]),
    }
}

fn webview(witness: &Witness, pen: &Pen<'_>) -> Check {
    let values = [("version", witness.webview.as_str())];
    let number = |place| witness.webview.split(['.', ' ']).nth(place)?.parse::<u32>().ok();
    let old = match std::env::consts::OS {
        "linux" => number(0).zip(number(1)).is_some_and(|version| version < OLDEST_WEBKITGTK),
        "windows" => number(0).is_some_and(|version| version < OLDEST_CHROMIUM),
        _ => false,
    };
    match witness.webview.is_empty() {
        true => pen.write("webview", CheckResult::Skipped, "silent", &[]),
        false if old => pen.write("webview", CheckResult::Warn, "old", &values),
        false => pen.write("webview", CheckResult::Pass, "right", &values),
    }
}

fn starts_at_login(autostart: &Autostart, facts: &DoctorFacts<'_>, pen: &Pen<'_>) -> Check {
    let values = [("place", autostart.place.as_str()), ("program", autostart.program.as_str())];
    match autostart.state {
        AutostartState::On => pen.write("autostart", CheckResult::Pass, "on", &values),
        AutostartState::Managed => pen.write("autostart", CheckResult::Pass, "managed", &values),
        // A service without a desktop is started by what starts the machine.
        AutostartState::Off if facts.snapshot.tray == Tray::None => {
            pen.write("autostart", CheckResult::Skipped, "headless", &values)
        }
        AutostartState::Off => pen.write("autostart", CheckResult::Warn, "off", &values),
        AutostartState::Stale => pen.write("autostart", CheckResult::Warn, "stale", &values),
    }
}

/// Puts a check into words: the title is `doctor-CODE`, what was found `doctor-CODE-HOW`, what to do `doctor-CODE-HOW-do`.
struct Pen<'a> {
    texts: &'a Texts,
}

impl Pen<'_> {
    fn title(&self, code: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, FluentValue<'_>)> =
            values.iter().map(|(key, value)| (*key, FluentValue::from(*value))).collect();

        self.texts.say(&format!("doctor-{code}"), &values)
    }

    fn write(&self, code: &str, result: CheckResult, how: &str, values: &[(&str, &str)]) -> Check {
        // Words follow a number, and not the text that looks like one.
        let typed = |key, value| if key == "count" { FluentValue::try_number(value) } else { FluentValue::from(value) };
        let values: Vec<(&str, FluentValue<'_>)> =
            values.iter().map(|(key, value)| (*key, typed(*key, *value))).collect();
        let found = format!("doctor-{code}-{how}");
        let cure = match result {
            CheckResult::Warn | CheckResult::Fail => self.texts.say(&format!("{found}-do"), &values),
            CheckResult::Pass | CheckResult::Skipped => String::new(),
        };

        Check {
            code: code.to_owned(),
            title: self.texts.say(&format!("doctor-{code}"), &values),
            result,
            found: self.texts.say(&found, &values),
            cure,
        }
    }
}

#[cfg(test)]
mod tests;

//! The tray's icon and menu as plain values. A back end draws them and compares with the last ones first.

mod look;

use std::net::{IpAddr, Ipv6Addr};

pub use look::{Look, Panel};

use crate::address::Family;
use crate::request::PauseFor;
use crate::snapshot::{HostnameRow, Snapshot, State};
use crate::text::Texts;
use crate::time::Wall;

/// How many hostnames the menu lists; the rest is one line.
pub const HOSTNAMES_LISTED: usize = 5;
/// A longer name is cut, so that the menu does not grow across the screen.
const LONGEST_NAME: usize = 36;
/// A longer IPv6 address is cut in its middle; what is copied is whole.
const LONGEST_ADDRESS: usize = 24;

/// A page of the window.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// Headline, addresses, hostnames.
    Status,
    /// One hostname, by its name in ASCII.
    Hostname(String),
    /// The setup of a new hostname.
    Add,
    /// What can be chosen.
    Settings,
    /// The way of the address, and the checks.
    Network,
}

/// What a click asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Click {
    /// Show this page of the window.
    Open(Page),
    /// Put this address onto the clipboard.
    Copy(IpAddr),
    /// Check and update now.
    CheckNow,
    /// The user acted on this hostname's problem.
    TryAgain(String),
    /// Pause everything.
    Pause(PauseFor),
    /// Resume everything.
    Resume,
    /// The network that this machine is in is a home network, too.
    ThisIsHome,
    /// End the program.
    Quit,
}

/// One entry of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A line between groups.
    Separator,
    /// Words that cannot be pressed.
    Label(String),
    /// Words that can.
    Button {
        /// What it says.
        label: String,
        /// What it does.
        click: Click,
    },
    /// A menu in the menu.
    Submenu {
        /// What it says.
        label: String,
        /// Its entries.
        entries: Vec<Entry>,
    },
}

/// The whole menu.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Menu(pub Vec<Entry>);

/// The icon and the words that appear when the pointer rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icon {
    /// The glyph.
    pub state: State,
    /// The program's name; always the same, because systems remember an icon by it.
    pub title: String,
    /// One line: the name, then the headline.
    pub tooltip: String,
}

/// What works on this desktop. An entry that would do nothing is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// There is a clipboard.
    pub copy: bool,
    /// The window is installed.
    pub window: bool,
}

/// The icon for a snapshot.
#[must_use]
pub fn icon(snapshot: &Snapshot, texts: &Texts) -> Icon {
    let tooltip = texts.say("tray-tooltip", &[("headline", snapshot.headline.as_str().into())]);

    Icon { state: snapshot.state, title: texts.say("tray-title", &[]), tooltip }
}

/// The menu for a snapshot at `now`. It is drawn again when the snapshot changes and when [`redraw_at`] comes.
#[must_use]
pub fn menu(snapshot: &Snapshot, texts: &Texts, can: Abilities, now: Wall) -> Menu {
    let groups = [
        vec![Entry::Label(snapshot.headline.clone())],
        addresses(snapshot, texts, can),
        hostnames(snapshot, texts, can),
        vec![check(snapshot, texts, now), pause(snapshot, texts)],
        window(texts, can),
        vec![button(texts.say("tray-quit", &[]), Click::Quit)],
    ];
    let groups: Vec<_> = groups.into_iter().filter(|group| !group.is_empty()).collect();

    Menu(groups.join(&Entry::Separator))
}

/// When the same snapshot needs another menu: "Check now" becomes possible.
#[must_use]
pub fn redraw_at(snapshot: &Snapshot, now: Wall) -> Option<Wall> {
    snapshot.check_allowed.filter(|allowed| *allowed > now)
}

fn addresses(snapshot: &Snapshot, texts: &Texts, can: Abilities) -> Vec<Entry> {
    let entry = |family: Family| {
        let address = snapshot.addresses.get(family).address?;
        let values = [("family", family.to_string().into()), ("address", shortened(address).into())];
        if can.copy {
            Some(button(texts.say("tray-address-copy", &values), Click::Copy(address)))
        } else {
            Some(Entry::Label(texts.say("tray-address", &values)))
        }
    };

    Family::BOTH.into_iter().filter_map(entry).collect()
}

fn hostnames(snapshot: &Snapshot, texts: &Texts, can: Abilities) -> Vec<Entry> {
    let mut rows: Vec<&HostnameRow> = snapshot.hostnames.iter().collect();
    if rows.len() > HOSTNAMES_LISTED {
        // A name that needs a look must not hide behind "and 7 more"; otherwise the order is the settings'.
        rows.sort_by_key(|row| std::cmp::Reverse(row.state));
    }
    let opens = |label: String, page: Page| {
        if can.window { button(label, Click::Open(page)) } else { Entry::Label(label) }
    };
    let mut entries: Vec<_> = rows
        .iter()
        .take(HOSTNAMES_LISTED)
        .map(|row| {
            let name = cut(&row.shown);
            let label = texts.say("tray-hostname", &[("name", name.into()), ("words", row.words.as_str().into())]);
            opens(label, Page::Hostname(row.name.as_str().to_owned()))
        })
        .collect();
    let more = rows.len().saturating_sub(HOSTNAMES_LISTED);
    if more > 0 {
        entries.push(opens(texts.say("tray-more", &[("count", more.into())]), Page::Status));
    }
    if rows.is_empty() && can.window {
        entries.push(button(texts.say("tray-add", &[]), Click::Open(Page::Add)));
    }

    entries
}

fn check(snapshot: &Snapshot, texts: &Texts, now: Wall) -> Entry {
    if snapshot.busy {
        return Entry::Label(texts.say("tray-checking", &[]));
    }
    if redraw_at(snapshot, now).is_some() {
        return Entry::Label(texts.say("tray-check-wait", &[]));
    }

    button(texts.say("tray-check", &[]), Click::CheckNow)
}

fn pause(snapshot: &Snapshot, texts: &Texts) -> Entry {
    if snapshot.pause.is_some() {
        return button(texts.say("tray-resume", &[]), Click::Resume);
    }
    let entries = [
        ("tray-pause-hour", PauseFor::Hour),
        ("tray-pause-tomorrow", PauseFor::UntilTomorrow),
        ("tray-pause-resumed", PauseFor::UntilResumed),
    ];

    Entry::Submenu {
        label: texts.say("tray-pause", &[]),
        entries: entries.map(|(id, span)| button(texts.say(id, &[]), Click::Pause(span))).into(),
    }
}

fn window(texts: &Texts, can: Abilities) -> Vec<Entry> {
    if !can.window {
        return Vec::new();
    }
    let pages = [("tray-open", Page::Status), ("tray-settings", Page::Settings), ("tray-diagnostics", Page::Network)];

    pages.map(|(id, page)| button(texts.say(id, &[]), Click::Open(page))).into()
}

fn button(label: String, click: Click) -> Entry {
    Entry::Button { label, click }
}

fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }

    name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}

/// The network's half and the last group: what people recognise an IPv6 address by.
fn shortened(address: IpAddr) -> String {
    let text = address.to_string();
    if text.len() <= LONGEST_ADDRESS {
        return text;
    }
    let IpAddr::V6(address) = address else { return text };
    let [a, b, c, _, _, _, _, last] = address.segments();
    let network = Ipv6Addr::from([a, b, c, 0, 0, 0, 0, 0]).to_string();

    format!("{}:…:{last:x}", network.trim_end_matches(':'))
}

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;

use super::example::{NOW, home};
use super::*;
use crate::snapshot::Pause;
use crate::time::MINUTE;

const ALL: Abilities = Abilities { copy: true, window: true };

/// The menu as a person reads it: `[]` around what cannot be pressed, `>` before what is in a submenu.
fn drawn(menu: &Menu) -> Vec<String> {
    fn line(entry: &Entry, before: &str, lines: &mut Vec<String>) {
        match entry {
            Entry::Separator => lines.push("---".to_owned()),
            Entry::Label(label) => lines.push(format!("{before}[{label}]")),
            Entry::Button { label, .. } => lines.push(format!("{before}{label}")),
            Entry::Submenu { label, entries } => {
                lines.push(label.clone());
                for entry in entries {
                    line(entry, "> ", lines);
                }
            }
        }
    }
    let mut lines = Vec::new();
    for entry in &menu.0 {
        line(entry, "", &mut lines);
    }

    lines
}

fn three() -> [(&'static str, State, &'static str); 3] {
    [
        ("home.example.org", State::Ok, "Up to date"),
        ("kamera-straße.example.org", State::Ok, "Up to date"),
        ("nas.example.org", State::Ok, "Up to date"),
    ]
}

#[test]
fn when_all_is_well_the_menu_has_every_entry_in_its_order() {
    let snapshot = home(State::Ok, "All 3 hostnames up to date", &three());
    let texts = Texts::english();

    assert_eq!(
        drawn(&menu(&snapshot, &texts, ALL, NOW)),
        [
            "[All 3 hostnames up to date]",
            "---",
            "IPv4 203.0.113.7 – copy",
            "IPv6 2001:db8:4a3f:…:9a01 – copy",
            "---",
            "home.example.org – Up to date",
            "kamera-straße.example.org – Up to date",
            "nas.example.org – Up to date",
            "---",
            "Check and update now",
            "Pause",
            "> For 1 hour",
            "> Until tomorrow",
            "> Until I resume",
            "---",
            "Open Homeport",
            "Settings",
            "Run diagnostics",
            "---",
            "Quit (updates stop)",
        ]
    );
    assert_eq!(
        icon(&snapshot, &texts),
        Icon {
            state: State::Ok,
            title: "Homeport".to_owned(),
            tooltip: "Homeport: All 3 hostnames up to date".to_owned(),
        }
    );
}

#[test]
fn each_state_names_its_reason_first_and_has_its_own_glyph() {
    let texts = Texts::english();
    let cases = [
        (State::Ok, "All 3 hostnames up to date"),
        (State::Working, "Updating home.example.org…"),
        (State::Holding, "Holding: not on a home network"),
        (State::Attention, "The sources disagree"),
        (State::Error, "home.example.org: token rejected"),
        (State::Offline, "Waiting for internet"),
    ];
    for (state, headline) in cases {
        let snapshot = home(state, headline, &three());

        assert_eq!(menu(&snapshot, &texts, ALL, NOW).0.first(), Some(&Entry::Label(headline.to_owned())));
        assert_eq!(icon(&snapshot, &texts).state, state);
        assert_eq!(icon(&snapshot, &texts).tooltip, format!("Homeport: {headline}"));
    }
}

#[test]
fn while_a_check_runs_or_just_ran_the_entry_cannot_be_pressed_and_says_why() {
    let texts = Texts::english();
    let mut snapshot = home(State::Working, "Checking…", &three());
    snapshot.busy = true;
    assert!(drawn(&menu(&snapshot, &texts, ALL, NOW)).contains(&"[Checking…]".to_owned()));

    snapshot.busy = false;
    snapshot.check_allowed = Some(NOW + MINUTE);
    assert!(drawn(&menu(&snapshot, &texts, ALL, NOW)).contains(&"[Check and update now – just done]".to_owned()));
    assert_eq!(redraw_at(&snapshot, NOW), Some(NOW + MINUTE));

    assert!(drawn(&menu(&snapshot, &texts, ALL, NOW + MINUTE)).contains(&"Check and update now".to_owned()));
    assert_eq!(redraw_at(&snapshot, NOW + MINUTE), None);
}

#[test]
fn a_pause_turns_the_submenu_into_resume() {
    let mut snapshot = home(State::Holding, "Paused", &three());
    snapshot.pause = Some(Pause { until: None });
    let menu = menu(&snapshot, &Texts::english(), ALL, NOW);

    let resume = Entry::Button { label: "Resume updates".to_owned(), click: Click::Resume };
    assert!(menu.0.contains(&resume));
    assert!(!menu.0.iter().any(|entry| matches!(entry, Entry::Submenu { .. })));
}

#[test]
fn of_many_hostnames_five_are_listed_and_a_broken_one_is_never_among_the_hidden() {
    let names: Vec<String> = (1..=8).map(|number| format!("host{number}.example.org")).collect();
    let mut hostnames: Vec<_> = names.iter().map(|name| (name.as_str(), State::Ok, "Up to date")).collect();
    hostnames[6] = ("host7.example.org", State::Error, "Token rejected");
    let lines = drawn(&menu(&home(State::Error, "host7", &hostnames), &Texts::english(), ALL, NOW));

    assert_eq!(
        lines[5..11],
        [
            "host7.example.org – Token rejected",
            "host1.example.org – Up to date",
            "host2.example.org – Up to date",
            "host3.example.org – Up to date",
            "host4.example.org – Up to date",
            "and 3 more",
        ]
    );
}

#[test]
fn without_hostnames_the_menu_leads_to_the_first_one() {
    let menu = menu(&home(State::Ok, "Add your first hostname", &[]), &Texts::english(), ALL, NOW);

    assert!(menu.0.contains(&Entry::Button { label: "Add a hostname…".to_owned(), click: Click::Open(Page::Add) }));
}

#[test]
fn what_cannot_work_here_is_left_out_or_cannot_be_pressed() {
    let snapshot = home(State::Ok, "All 3 hostnames up to date", &three());
    let lines = drawn(&menu(&snapshot, &Texts::english(), Abilities { copy: false, window: false }, NOW));

    assert!(lines.contains(&"[IPv4 203.0.113.7]".to_owned()));
    assert!(lines.contains(&"[home.example.org – Up to date]".to_owned()));
    assert!(!lines.iter().any(|line| line.contains("Open")));
}

#[test]
fn an_address_that_is_not_known_has_no_line() {
    let mut snapshot = home(State::Ok, "Up to date", &three());
    snapshot.addresses.ipv6.address = None;
    let lines = drawn(&menu(&snapshot, &Texts::english(), ALL, NOW));

    assert!(!lines.iter().any(|line| line.contains("IPv6")));
}

#[test]
fn a_long_name_is_cut_and_an_address_is_copied_whole() {
    let long = "a-very-long-name-that-a-family-chose.weissenberger.example.org";
    let snapshot = home(State::Ok, "Up to date", &[(long, State::Ok, "Up to date")]);
    let menu = menu(&snapshot, &Texts::english(), ALL, NOW);

    assert!(drawn(&menu).iter().all(|line| line.chars().count() <= 56), "{:?}", drawn(&menu));
    assert!(menu.0.iter().any(|entry| matches!(
        entry,
        Entry::Button { click: Click::Copy(address), .. }
            if address.to_string() == "2001:db8:4a3f:10:8d3c:77ff:fe12:9a01"
    )));
}

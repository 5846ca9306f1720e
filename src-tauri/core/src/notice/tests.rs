use super::*;
use crate::fault::{Button, Severity};
use crate::time::{MINUTE, SECOND};
use crate::tray::example::{NOW, home};

const START: Now = Now { mono: Mono(Duration::from_secs(1_000)), wall: NOW };

fn after(span: Duration) -> Now {
    Now { mono: START.mono + span, wall: START.wall + span }
}

/// A home with three names, all at `address`.
fn at(address: &str, chip: ChipState) -> Snapshot {
    let names = ["home.example.org", "nas.example.org", "camera.example.org"];
    let mut snapshot =
        home(State::Ok, "All 3 hostnames up to date", &names.map(|name| (name, State::Ok, "Up to date")));
    for row in &mut snapshot.hostnames {
        row.records.ipv4.address = Some(address.parse().unwrap());
        row.records.ipv4.state = chip;
        row.records.ipv6.state = ChipState::Off;
    }

    snapshot
}

fn well() -> Snapshot {
    at("203.0.113.7", ChipState::Verified)
}

fn problem(code: Code, hostname: Option<&str>, since: Wall) -> Problem {
    Problem {
        told: None,
        code,
        severity: Severity::Error,
        happened: format!("{code:?} happened."),
        means: "It means something.".to_owned(),
        cure: "Do something.".to_owned(),
        buttons: Vec::new(),
        hostnames: hostname.into_iter().map(str::to_owned).collect(),
        since,
        next_try: None,
    }
}

fn with(code: Code, hostname: Option<&str>, since: Wall) -> Snapshot {
    let mut snapshot = well();
    snapshot.state = State::Error;
    if let Some(row) = snapshot.hostnames.iter_mut().find(|row| Some(row.name.as_str()) == hostname) {
        row.state = State::Error;
    }
    snapshot.problems = vec![problem(code, hostname, since)];

    snapshot
}

struct Person {
    notices: Notices,
    texts: Texts,
}

impl Person {
    fn new() -> Self {
        Self { notices: Notices::new(START), texts: Texts::english() }
    }

    fn sees(&mut self, snapshot: &Snapshot, now: Now) -> Vec<String> {
        self.notices.handle_snapshot(snapshot, &self.texts, now).into_iter().map(|notice| notice.title).collect()
    }
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_new_address_is_told_once_when_every_hostname_is_proved() {
    let mut person = Person::new();
    assert_eq!(person.sees(&well(), START), NOTHING);

    assert_eq!(person.sees(&at("203.0.113.9", ChipState::Sending), after(SECOND)), NOTHING);
    let mut halfway = at("203.0.113.9", ChipState::Verified);
    halfway.hostnames[1].records.ipv4.state = ChipState::Accepted;
    assert_eq!(person.sees(&halfway, after(2 * SECOND)), NOTHING);

    let done = at("203.0.113.9", ChipState::Verified);
    let notices = person.notices.handle_snapshot(&done, &person.texts, after(3 * SECOND));
    assert_eq!(
        notices,
        [Notice {
            title: "New address 203.0.113.9".to_owned(),
            body: "3 hostnames updated.".to_owned(),
            urgent: false,
            page: Page::Status,
            buttons: Vec::new(),
        }]
    );
    assert_eq!(person.sees(&done, after(4 * SECOND)), NOTHING);
}

#[test]
fn a_hostname_that_is_refused_does_not_keep_the_news_of_the_others_back() {
    let mut person = Person::new();
    assert_eq!(person.sees(&well(), START), NOTHING);

    let mut snapshot = at("203.0.113.9", ChipState::Verified);
    snapshot.hostnames[0].records.ipv4.state = ChipState::Wrong;
    snapshot.hostnames[0].records.ipv4.address = Some("203.0.113.7".parse().unwrap());
    let notices = person.notices.handle_snapshot(&snapshot, &person.texts, after(SECOND));

    assert_eq!(notices[0].body, "2 hostnames updated.");
}

#[test]
fn a_start_a_first_hostname_and_a_check_without_news_are_silent() {
    let mut person = Person::new();
    let empty = home(State::Ok, "Add your first hostname", &[]);

    assert_eq!(person.sees(&empty, START), NOTHING);
    assert_eq!(person.sees(&at("203.0.113.7", ChipState::Sending), after(SECOND)), NOTHING);
    assert_eq!(person.sees(&well(), after(2 * SECOND)), NOTHING);
    assert_eq!(person.sees(&well(), after(MINUTES_5)), NOTHING);
}

const MINUTES_5: Duration = Duration::from_secs(300);

#[test]
fn what_needs_a_person_is_told_at_once_and_again_after_a_day() {
    let mut person = Person::new();
    assert_eq!(person.sees(&well(), START), NOTHING);
    let rejected = with(Code::AuthRejected, Some("home.example.org"), NOW + SECOND);

    assert_eq!(person.sees(&rejected, after(SECOND)), ["AuthRejected happened."]);
    assert_eq!(person.notices.poll_timeout(), Some(after(SECOND + DAY).mono));
    assert_eq!(person.sees(&rejected, after(HOUR)), NOTHING);
    assert_eq!(person.sees(&rejected, after(DAY + SECOND)), ["AuthRejected happened."]);

    assert_eq!(person.sees(&well(), after(DAY + HOUR)), NOTHING);
    let again = with(Code::AuthRejected, Some("home.example.org"), NOW + DAY + 2 * HOUR);
    assert_eq!(person.sees(&again, after(DAY + 2 * HOUR)), ["AuthRejected happened."]);
}

#[test]
fn a_problem_from_before_the_start_waits_for_its_day_and_for_a_quarter_of_an_hour() {
    let name = Some("home.example.org");
    let yesterday = with(Code::AuthRejected, name, Wall(NOW.0 - 2 * 86_400_000));
    let mut person = Person::new();
    assert_eq!(person.sees(&yesterday, START), NOTHING);
    assert_eq!(person.notices.poll_timeout(), Some(after(PATIENCE).mono));
    assert_eq!(person.sees(&yesterday, after(PATIENCE)), ["AuthRejected happened."]);

    let an_hour_ago = with(Code::AuthRejected, name, Wall(NOW.0 - 3_600_000));
    let mut person = Person::new();
    assert_eq!(person.sees(&an_hour_ago, after(PATIENCE)), NOTHING);
    assert_eq!(person.notices.poll_timeout(), Some(after(23 * HOUR).mono));
}

#[test]
fn trouble_that_may_heal_is_told_after_a_quarter_of_an_hour_and_so_is_its_end() {
    let mut person = Person::new();
    let down = with(Code::ProviderDown, Some("nas.example.org"), NOW);
    assert_eq!(person.sees(&down, START), NOTHING);
    assert_eq!(person.notices.poll_timeout(), Some(after(PATIENCE).mono));
    assert_eq!(person.sees(&down, after(PATIENCE)), ["ProviderDown happened."]);
    assert_eq!(person.sees(&down, after(HOUR / 2)), NOTHING);

    let notices = person.notices.handle_snapshot(&well(), &person.texts, after(42 * SECOND * 60));
    assert_eq!(notices[0].title, "Back to normal after 42 minutes");
    assert_eq!(notices[0].body, "nas.example.org is up to date again.");
}

#[test]
fn trouble_that_heals_in_time_is_never_told() {
    let mut person = Person::new();
    assert_eq!(person.sees(&with(Code::ProviderDown, Some("nas.example.org"), NOW), START), NOTHING);
    assert_eq!(person.sees(&well(), after(14 * 60 * SECOND)), NOTHING);
    assert_eq!(person.sees(&well(), after(DAY)), NOTHING);
}

#[test]
fn a_problem_that_a_greater_one_hides_is_not_over() {
    let mut person = Person::new();
    let down = with(Code::ProviderDown, Some("nas.example.org"), NOW);
    assert_eq!(person.sees(&down, START), NOTHING);
    assert_eq!(person.sees(&down, after(PATIENCE)), ["ProviderDown happened."]);

    let mut offline = with(Code::Offline, None, NOW);
    offline.state = State::Offline;
    assert_eq!(person.sees(&offline, after(PATIENCE + SECOND)), NOTHING);
    assert_eq!(person.sees(&down, after(PATIENCE + 2 * SECOND)), NOTHING);
}

#[test]
fn a_removed_hostname_is_not_back_to_normal() {
    let mut person = Person::new();
    let down = with(Code::ProviderDown, Some("nas.example.org"), NOW);
    assert_eq!(person.sees(&down, START), NOTHING);
    assert_eq!(person.sees(&down, after(PATIENCE)), ["ProviderDown happened."]);
    let mut without = well();
    without.hostnames.remove(1);

    assert_eq!(person.sees(&without, after(HOUR)), NOTHING);
}

#[test]
fn a_shared_address_is_told_once_and_not_at_each_return() {
    let mut person = Person::new();
    let cgnat = with(Code::Cgnat, None, NOW);

    assert_eq!(person.sees(&cgnat, START), ["Cgnat happened."]);
    assert_eq!(person.sees(&well(), after(HOUR)), NOTHING);
    assert_eq!(person.sees(&cgnat, after(2 * HOUR)), NOTHING);
}

#[test]
fn no_internet_is_never_told() {
    let mut person = Person::new();
    let mut offline = with(Code::Offline, None, NOW);
    offline.state = State::Offline;

    assert_eq!(person.sees(&offline, START), NOTHING);
    assert_eq!(person.sees(&offline, after(DAY)), NOTHING);
    assert_eq!(person.sees(&well(), after(DAY + HOUR)), NOTHING);
}

#[test]
fn the_fourth_in_an_hour_waits_and_becomes_one_summary() {
    let mut person = Person::new();
    let mut minute: u32 = 0;
    assert_eq!(person.sees(&well(), START), NOTHING);
    let mut told = Vec::new();
    for last in 10..20 {
        minute += 1;
        let snapshot = at(&format!("203.0.113.{last}"), ChipState::Verified);
        told.extend(person.sees(&snapshot, after(minute * SECOND * 60)));
    }
    assert_eq!(told, ["New address 203.0.113.10", "New address 203.0.113.11", "New address 203.0.113.12"]);

    let room = after(HOUR + SECOND * 60);
    assert_eq!(person.notices.poll_timeout(), Some(room.mono));
    let last = at("203.0.113.19", ChipState::Verified);
    assert_eq!(person.sees(&last, room), ["The address changed 7 more times in the last hour"]);
    assert_eq!(person.sees(&last, after(2 * HOUR)), NOTHING);
}

#[test]
fn a_button_does_what_the_problem_names() {
    let mut snapshot = with(Code::AuthRejected, Some("home.example.org"), NOW);
    let remedies = [
        Remedy::ReplaceSecret { account: "desec".to_owned() },
        Remedy::OpenProvider { url: "https://example.org/".to_owned() },
        Remedy::TryAgain { hostname: "home.example.org".to_owned() },
    ];
    snapshot.problems[0].buttons = remedies.map(|remedy| Button { label: "press".to_owned(), remedy }).into();
    let notice = Notices::new(START).handle_snapshot(&snapshot, &Texts::english(), START).remove(0);

    let clicks: Vec<_> = notice.buttons.into_iter().map(|button| button.click).collect();
    assert_eq!(
        clicks,
        [Click::Open(Page::Hostname("home.example.org".to_owned())), Click::TryAgain("home.example.org".to_owned())]
    );
    assert!(notice.urgent);
}

/// A small generator of arbitrary homes; the numbers are those of `SplitMix64` (Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);

        (z ^ (z >> 31)) % limit
    }
}

#[test]
fn whatever_happens_there_are_never_more_than_three_in_an_hour() {
    let codes = [Code::AuthRejected, Code::ProviderDown, Code::Cgnat, Code::NotInDns, Code::DiskFull, Code::Offline];
    let mut most = 0;
    for seed in 0..50 {
        let mut chance = Chance(seed);
        let mut person = Person::new();
        let mut at_seconds = 0;
        let mut told: Vec<u64> = Vec::new();
        for _ in 0..300 {
            at_seconds += chance.below(900);
            let mut snapshot = at(&format!("203.0.113.{}", chance.below(4)), ChipState::Verified);
            for code in codes {
                if chance.below(3) == 0 {
                    let hostname = (chance.below(2) == 0).then_some("home.example.org");
                    snapshot.problems.push(problem(code, hostname, NOW + Duration::from_secs(at_seconds)));
                }
            }
            let count = person.sees(&snapshot, after(Duration::from_secs(at_seconds))).len();
            told.extend(std::iter::repeat_n(at_seconds, count));
        }
        for (number, first) in told.iter().enumerate() {
            let within = told[number..].iter().filter(|second| **second < first + 3_600).count();
            assert!(within <= NOTICES_PER_HOUR, "seed {seed}: {within} within an hour of second {first}");
            most = most.max(within);
        }
    }
    assert_eq!(most, NOTICES_PER_HOUR);
}

#[test]
fn who_wants_to_hear_only_what_needs_a_person_hears_only_that() {
    for (chosen, of_change, of_problem) in
        [(Notifications::All, 1, 1), (Notifications::NeedsMe, 0, 1), (Notifications::None, 0, 0)]
    {
        let choose = |mut snapshot: Snapshot| {
            snapshot.preferences.notifications = chosen;
            snapshot
        };
        let mut person = Person::new();
        assert_eq!(person.sees(&choose(well()), START), NOTHING);

        let later = after(MINUTE);
        assert_eq!(person.sees(&choose(at("203.0.113.8", ChipState::Verified)), later).len(), of_change, "{chosen:?}");
        let rejected = with(Code::AuthRejected, Some("nas.example.org"), later.wall);
        let mut person = Person::new();
        assert_eq!(person.sees(&choose(well()), START), NOTHING);
        assert_eq!(person.sees(&choose(rejected), later).len(), of_problem, "{chosen:?}");
    }
}

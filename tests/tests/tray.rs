//! The resident's tray over D-Bus: a panel that is written here reads the icon and the menu and presses what it finds.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::future::Future;
use std::process::Command;
use std::time::{Duration, Instant};

use homeport_core::fault::Code;
use homeport_core::snapshot::{Snapshot, State, Tray};
use homeport_tests::household::{HOSTNAME, Household, Resident, inside};
use homeport_tests::portal::Portal;
use homeport_tests::session_bus::SessionBus;
use homeport_tests::tray_host::{Item, Line, Picture, TrayHost, find};

/// On one thread, as a panel is.
fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

/// `homeport run` in a session with this bus. The display is never opened: the tray needs only the bus.
fn on_desktop(household: &Household, bus: &SessionBus) -> Command {
    household.install_window();
    let mut command = household.homeport(&["run"]);
    command.env("DISPLAY", ":9999").env("DBUS_SESSION_BUS_ADDRESS", bus.address());

    command
}

fn labels(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| line.label.as_str()).collect()
}

#[test]
fn a_panel_shows_the_icon_its_words_and_the_whole_menu() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut panel = TrayHost::appear(bus.address()).await;
            let mut resident = household.start(&mut on_desktop(&household, &bus)).await;
            let mut item = panel.item().await;
            let snapshot = resident.until(|now| now.state == State::Ok && now.tray == Tray::Shown).await;

            let lines = item.until(|lines| lines[0].label == snapshot.headline && lines.len() == 14).await;
            assert_eq!(
                labels(&lines),
                [
                    snapshot.headline.as_str(),
                    "",
                    "IPv4 20.3.0.7 – copy",
                    "",
                    &format!("{HOSTNAME} – {}", snapshot.hostnames[0].words),
                    "",
                    lines[6].label.as_str(),
                    "Pause",
                    "",
                    "Open Homeport",
                    "Settings",
                    "Run diagnostics",
                    "",
                    "Quit (updates stop)",
                ]
            );
            assert!(lines[6].label.starts_with("Check and update now"), "{}", lines[6].label);
            assert!(!lines[0].enabled);
            assert_eq!(labels(&lines[7].lines), ["For 1 hour", "Until tomorrow", "Until I resume"]);
            assert_eq!(item.text("Title").await, "Homeport");
            assert_eq!(item.text("Id").await, "homeport");
            assert_eq!(item.text("Status").await, "Active");
            assert_eq!(item.tooltip().await, format!("Homeport: {}", snapshot.headline));
            let pictures = item.pictures().await;
            assert_eq!(pictures.iter().map(|(width, ..)| *width).collect::<Vec<_>>(), [22, 24, 32, 48]);
            for (width, height, pixels) in &pictures {
                assert_eq!(pixels.len(), usize::try_from(width * height * 4).unwrap());
                assert!(pixels.chunks(4).any(|pixel| pixel[0] == 255), "nothing is drawn at {width}");
            }
        });
    });
}

#[test]
fn pressing_pause_and_resume_reaches_the_resident_and_changes_icon_and_menu() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut panel = TrayHost::appear(bus.address()).await;
            let mut resident = household.start(&mut on_desktop(&household, &bus)).await;
            let mut item = panel.item().await;
            resident.until(|now| now.state == State::Ok).await;
            let lines = item.until(|lines| lines.len() == 14 && find(lines, "Pause").is_some()).await;
            let well = item.pictures().await;

            item.press(find(&lines, "Until I resume").unwrap()).await;
            resident.until(|now| now.pause.is_some() && now.state == State::Holding).await;
            let lines = item.until(|lines| find(lines, "Resume updates").is_some()).await;
            assert!(find(&lines, "Pause").is_none());
            assert_ne!(item.pictures().await, well);

            item.press(find(&lines, "Resume updates").unwrap()).await;
            resident.until(|now| now.pause.is_none()).await;
            item.until(|lines| find(lines, "Pause").is_some()).await;
        });
    });
}

/// A panel's look at one state: what was there before it, and what is there now.
struct Look {
    item: Item,
    resident: Resident,
    seen: Vec<(State, Vec<Picture>)>,
}

impl Look {
    /// Waits for a state, and for its icon, its words and its menu. Each state has a glyph that no other one has.
    async fn until(&mut self, state: State, right: impl Fn(&Snapshot) -> bool) -> Vec<Line> {
        let snapshot = self.resident.until(|now| now.state == state && right(now)).await;
        let lines = self.item.until(|lines| lines[0].label == snapshot.headline).await;
        let before = self.seen.iter().find(|(known, _)| *known == state).map(|(_, pictures)| pictures.clone());
        let began = Instant::now();
        loop {
            let pictures = self.item.pictures().await;
            let is_new = !self.seen.iter().any(|(_, other)| *other == pictures);
            if before.as_ref().map_or(is_new, |known| *known == pictures) {
                self.seen.push((state, pictures));
                break;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "{state:?} has the glyph of another state, or of none");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(self.item.tooltip().await, format!("Homeport: {}", snapshot.headline));
        assert!(!lines[0].enabled);

        lines
    }
}

#[test]
fn each_of_the_six_states_has_its_own_glyph_its_reason_in_words_and_a_menu_that_works() {
    inside(|| {
        let mut household = Household::new();
        household.provider.set_delay(Duration::from_secs(3));
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut panel = TrayHost::appear(bus.address()).await;
            let resident = household.start(&mut on_desktop(&household, &bus)).await;
            let mut look = Look { item: panel.item().await, resident, seen: Vec::new() };
            let config = format!("--config {}", household.config().display());
            let press = async |look: &Look, lines: &[Line], label: &str| {
                let line = find(lines, label).unwrap_or_else(|| panic!("no {label} in {lines:?}"));
                look.item.press(line).await;
            };

            let lines = look.until(State::Working, |now| now.headline.contains(HOSTNAME)).await;
            press(&look, &lines, "Open Homeport").await;
            assert_eq!(household.opened().await, format!("{config}\n"));

            household.provider.set_delay(Duration::ZERO);
            let lines = look.until(State::Ok, |_| true).await;
            press(&look, &lines, "Until I resume").await;

            let lines = look.until(State::Holding, |now| now.pause.is_some()).await;
            press(&look, &lines, "Resume updates").await;
            look.until(State::Ok, |now| now.pause.is_none()).await;

            household.provider.refuse("503 Service Unavailable", "");
            household.home.change_address("20.3.0.8".parse().unwrap());
            look.until(State::Attention, |now| now.problems[0].code == Code::ProviderDown).await;
            let its_own = |line: &Line| line.enabled && line.label.starts_with(HOSTNAME);
            let lines = look.item.until(|lines| lines.iter().any(its_own)).await;
            look.item.press(lines.iter().find(|line| its_own(line)).unwrap()).await;
            assert_eq!(household.opened().await, format!("{config} --hostname {HOSTNAME}\n"));

            household.provider.refuse("200 OK", "abuse");
            let check = |lines: &[Line]| find(lines, "Check and update now").is_some_and(|line| line.enabled);
            let lines = look.item.until(check).await;
            press(&look, &lines, "Check and update now").await;
            let lines = look.until(State::Error, |now| now.problems[0].code == Code::Blocked).await;
            press(&look, &lines, "Run diagnostics").await;
            assert_eq!(household.opened().await, format!("{config} --page network\n"));

            household.home.unplug();
            let lines = look.until(State::Offline, |now| now.problems[0].code == Code::Offline).await;
            press(&look, &lines, "Settings").await;
            assert_eq!(household.opened().await, format!("{config} --page settings\n"));

            household.home.plug();
            look.until(State::Error, |_| true).await;
        });
    });
}

#[test]
fn pressing_check_and_update_now_starts_a_check() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut panel = TrayHost::appear(bus.address()).await;
            let mut resident = household.start(&mut on_desktop(&household, &bus)).await;
            let mut item = panel.item().await;
            let before = resident.until(|now| now.state == State::Ok && now.last_check.is_some()).await;
            let check = |lines: &[Line]| find(lines, "Check and update now").is_some_and(|line| line.enabled);
            let lines = item.until(|lines| lines.len() == 14 && check(lines)).await;

            item.press(find(&lines, "Check and update now").unwrap()).await;

            resident.until(|now| now.last_check > before.last_check).await;
        });
    });
}

#[test]
fn the_icon_appears_when_the_panel_does_and_again_when_it_comes_back() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut resident = household.start(&mut on_desktop(&household, &bus)).await;
            resident.until(|now| now.tray == Tray::NoHost).await;

            let mut panel = TrayHost::appear(bus.address()).await;
            assert_eq!(panel.item().await.text("Title").await, "Homeport");
            resident.until(|now| now.tray == Tray::Shown).await;

            panel.disappear().await;
            resident.until(|now| now.tray == Tray::NoHost).await;
            let mut panel = TrayHost::appear(bus.address()).await;
            assert_eq!(panel.item().await.text("Title").await, "Homeport");
            resident.until(|now| now.tray == Tray::Shown).await;
        });
    });
}

#[test]
fn pressing_the_icon_or_a_hostname_opens_the_window_at_its_page() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut panel = TrayHost::appear(bus.address()).await;
            let mut resident = household.start(&mut on_desktop(&household, &bus)).await;
            let mut item = panel.item().await;
            resident.until(|now| now.state == State::Ok).await;
            let config = format!("--config {}", household.config().display());

            item.activate().await;
            assert_eq!(household.opened().await, format!("{config}\n"));

            // The first line tells how the hostname is and cannot be pressed; its own line can.
            let its_own = |line: &Line| line.enabled && line.label.starts_with(HOSTNAME);
            let lines = item.until(|lines| lines.iter().any(its_own)).await;
            item.press(lines.iter().find(|line| its_own(line)).unwrap()).await;
            assert_eq!(household.opened().await, format!("{config} --hostname {HOSTNAME}\n"));
        });
    });
}

/// The colour of what is drawn of a picture.
fn ink(pictures: &[Picture]) -> [u8; 3] {
    let (.., pixels) = pictures.last().unwrap();
    let drawn = pixels.chunks(4).find(|pixel| pixel[0] == 255).unwrap();

    [drawn[1], drawn[2], drawn[3]]
}

#[test]
fn the_glyph_follows_the_desktops_colours_while_it_is_shown() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let portal = Portal::appear(bus.address(), true).await;
            let mut panel = TrayHost::appear(bus.address()).await;
            let mut command = on_desktop(&household, &bus);
            let mut resident = household.start(command.env("XDG_CURRENT_DESKTOP", "KDE")).await;
            let item = panel.item().await;
            resident.until(|now| now.state == State::Ok).await;
            let until = async |wanted: [u8; 3]| {
                let began = Instant::now();
                while ink(&item.pictures().await) != wanted {
                    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", ink(&item.pictures().await));
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            };

            until([0xff; 3]).await;
            portal.change(false, false).await;
            until([0x1b; 3]).await;
            portal.change(true, true).await;
            until([0xff; 3]).await;
        });
    });
}

#[test]
fn quit_in_the_menu_ends_the_resident() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut panel = TrayHost::appear(bus.address()).await;
            let mut resident = household.start(&mut on_desktop(&household, &bus)).await;
            let mut item = panel.item().await;
            let snapshot = resident.until(|now| now.state == State::Ok && now.tray == Tray::Shown).await;
            // While lines come and go, a press on an older menu is rightly ignored.
            let lines = item.until(|lines| lines[0].label == snapshot.headline && lines.len() == 14).await;

            item.press(find(&lines, "Quit (updates stop)").unwrap()).await;

            assert!(resident.ended().await);
        });
    });
}

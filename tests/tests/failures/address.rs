//! Faults on the way to the address: no link, a sign-in page, and services that do not agree.

use std::net::{IpAddr, Ipv4Addr};

use homeport_core::fault::Code;
use homeport_core::journal::Happening;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::State;
use homeport_handle::Handle as _;
use homeport_tests::desktop::Desktop;
use homeport_tests::faketime::Clock;
use homeport_tests::household::{HOSTNAME, Household, Resident};

use crate::account::address;
use crate::stage::{Stage, inside, now, run, words};

const NEW_ADDRESS: Ipv4Addr = Ipv4Addr::new(20, 3, 0, 8);

/// How often a person asked for a check.
async fn asked(resident: &Resident) -> usize {
    let Response::Journal(entries) = resident.handle.ask(Request::History { limit: 100, before: None }).await.unwrap()
    else {
        panic!("there is a journal")
    };

    entries.iter().filter(|entry| matches!(entry.happening, Happening::Checked)).count()
}

#[test]
fn offline_leads_to_the_diagnostics_and_ends_by_itself() {
    inside(|| {
        let household = Household::new();
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            resident.until(|now| now.state == State::Ok).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;

            household.home.unplug();
            stage.card("OFFLINE", &words("fault-offline-happened", &[])).await;
            stage.press("OFFLINE", "button-run-diagnostics").await;
            stage.on("Network").await;
            let open = stage.checks("OFFLINE-checks").await;
            assert!(open.contains("There is no default route."), "{open}");

            stage.go("Status").await;
            household.home.plug();
            stage.gone("OFFLINE").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
        });
    });
}

#[test]
fn a_captive_portal_is_over_when_a_person_has_signed_in_and_checks_again() {
    inside(|| {
        let mut household = Household::new();
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            resident.until(|now| now.state == State::Ok).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;

            household.provider.tell_a_page();
            household.home.change_address(NEW_ADDRESS.into());
            stage.card("CAPTIVE", &words("fault-captive-happened", &[])).await;
            assert_eq!(household.provider.records(HOSTNAME), address(), "something was sent through a portal");
            stage.press("CAPTIVE", "button-open-sign-in").await;
            let page = format!("http://{}/", household.provider.addresses()[0].ip());
            assert_eq!(stage.opened().await, page, "where a portal can put its own page");

            stage.press("CAPTIVE", "button-check-now").await;
            while asked(&resident).await == 0 {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            stage.card("CAPTIVE", &words("fault-captive-happened", &[])).await;

            household.provider.tell_the_truth();
            stage.gone("CAPTIVE").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), [IpAddr::from(NEW_ADDRESS)]);
        });
    });
}

#[test]
fn services_that_disagree_lead_to_the_choice_of_sources() {
    inside(|| {
        let mut household = Household::new();
        run(async {
            let clock = Clock::of_the_wall(household.folder());
            let mut command = household.homeport(&["run", "--no-tray"]);
            let mut resident = household.start(clock.set(&mut command)).await;
            resident.until(|now| now.state == State::Ok).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;

            let lies: [IpAddr; 3] = [[20, 66, 0, 1].into(), [20, 66, 0, 2].into(), [20, 66, 0, 3].into()];
            for (server, lie) in household.provider.addresses().iter().zip(lies) {
                household.provider.tell_at(server.ip(), lie);
            }
            household.home.change_address(NEW_ADDRESS.into());
            resident.until(|now| now.addresses.ipv4.why.contains("20.66.0.1")).await;
            // The machine sleeps for a quarter of an hour, and they disagree still.
            clock.forward(15);
            now(&resident).await;
            resident.until(|now| now.problems.iter().any(|problem| problem.code == Code::IpDisagree)).await;
            let named = lies.map(|lie| lie.to_string()).join(", ");
            stage.card("IP-DISAGREE", &words("fault-ip-disagree-happened", &[("addresses", &named)])).await;
            assert_eq!(household.provider.records(HOSTNAME), address(), "a disputed address was sent");

            stage.press("IP-DISAGREE", "button-choose-sources").await;
            stage.on("Settings").await;
            stage.window.until("document.activeElement?.id === 'set-sources'").await;

            stage.go("Status").await;
            household.provider.tell_the_truth();
            stage.press("IP-DISAGREE", "button-check-now").await;
            stage.gone("IP-DISAGREE").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), [IpAddr::from(NEW_ADDRESS)]);
        });
    });
}

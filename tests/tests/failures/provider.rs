//! A provider that is in trouble, that cannot be trusted, and one whose record somebody else changes.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use homeport_core::fault::Code;
use homeport_core::request::Request;
use homeport_core::snapshot::{ChipState, State};
use homeport_tests::desktop::Desktop;
use homeport_tests::faketime::Clock;
use homeport_tests::household::{HOSTNAME, Household};

use crate::account::{PROVIDER, address};
use crate::stage::{Stage, ask, inside, now, run, words};

#[test]
fn a_provider_that_is_down_is_tried_at_once_when_a_person_wants_that() {
    inside(|| {
        let household = Household::new();
        household.provider.refuse("503 Service Unavailable", "");
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;
            let title = words("fault-provider-down-happened", &[("provider", PROVIDER), ("host", HOSTNAME)]);
            stage.card("PROVIDER-DOWN", &title).await;
            let failed = household.provider.updates()[0].at;

            stage.press("PROVIDER-DOWN", "button-details").await;
            stage.lines_of(HOSTNAME).await;
            assert!(stage.window.words().await.contains("503"), "the answer itself is not there");
            stage.go("Status").await;
            household.provider.relent();
            stage.press("PROVIDER-DOWN", "button-check-now").await;

            stage.gone("PROVIDER-DOWN").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
            let again = household.provider.updates()[1].at;
            assert!(again - failed < Duration::from_secs(60), "it was its own retry: {:?}", again - failed);
        });
    });
}

#[test]
fn tls_trust_leads_to_the_diagnostics_and_ends_with_the_trust() {
    inside(|| {
        let household = Household::new();
        let server = household.provider.addresses()[0].ip();
        household.provider.distrust(Some(server));
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;
            // It is told after three tries; a person who looks may well ask for some.
            let began = Instant::now();
            while now(&resident).await.problems.is_empty() {
                assert!(began.elapsed() < Duration::from_secs(60));
                ask(&resident, Request::CheckNow).await;
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
            stage.card("TLS-TRUST", &words("fault-tls-trust-happened", &[("provider", PROVIDER)])).await;
            assert!(household.provider.updates().is_empty(), "a token was sent");

            stage.press("TLS-TRUST", "button-run-diagnostics").await;
            stage.on("Network").await;
            let open = stage.checks("TLS-TRUST-checks").await;
            let check = words("doctor-provider", &[("provider", PROVIDER)]);
            assert!(open.contains(&check) && open.contains("the certificate's issuer is not trusted"), "{open}");

            stage.go("Status").await;
            household.provider.distrust(None);
            stage.press("TLS-TRUST", "button-check-now").await;
            stage.gone("TLS-TRUST").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
        });
    });
}

#[test]
fn foreign_change_is_left_alone_until_a_person_takes_over() {
    inside(|| {
        let household = Household::new();
        run(async {
            let clock = Clock::new(household.folder());
            let mut command = household.homeport(&["run", "--no-tray"]);
            let mut resident = household.start(clock.set(&mut command)).await;
            let proved = |now: &homeport_core::snapshot::Snapshot| {
                now.state == State::Ok && now.hostnames[0].records.ipv4.state == ChipState::Verified
            };
            resident.until(proved).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;

            let foreign: IpAddr = [20, 77, 0, 7].into();
            household.provider.put(HOSTNAME, &[foreign]);
            // A quarter of an hour later it is looked at again.
            clock.forward(15);
            now(&resident).await;
            let found = foreign.to_string();
            let title = words("fault-foreign-change-happened", &[("host", HOSTNAME), ("found", &found)]);
            stage.card("FOREIGN-CHANGE", &title).await;
            assert_eq!(household.provider.records(HOSTNAME), [foreign], "it was not left alone");

            stage.press("FOREIGN-CHANGE", "button-leave-alone").await;
            stage.gone("FOREIGN-CHANGE").await;
            resident.until(|now| now.hostnames[0].paused).await;
            assert_eq!(household.provider.records(HOSTNAME), [foreign]);

            ask(&resident, Request::PauseHostname { hostname: HOSTNAME.to_owned(), paused: false }).await;
            resident.until(|now| now.problems.iter().any(|problem| problem.code == Code::ForeignChange)).await;
            stage.card("FOREIGN-CHANGE", &title).await;
            stage.press("FOREIGN-CHANGE", "button-take-over").await;
            stage.gone("FOREIGN-CHANGE").await;
            resident.until(proved).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
        });
    });
}

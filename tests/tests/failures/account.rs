//! What a provider refuses: the token, its rights, the name, the update.

use std::net::{IpAddr, Ipv4Addr};

use homeport_core::snapshot::State;
use homeport_tests::desktop::Desktop;
use homeport_tests::household::{ADDRESS, HOSTNAME, Household};
use homeport_tests::keyring::Keyring;
use homeport_tests::mock_cloudflare::{Cloudflare, Right};
use homeport_tests::mock_provider::PASSWORD;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::namespace::ip;
use serde_json::json;

use crate::stage::{Stage, inside, run, until, words};

/// The account's provider, as the catalogue names it.
pub(crate) const PROVIDER: &str = "Any dyndns2 server";
const TOKEN: &str = "a-token-of-forty-letters-only-for-tests-";

pub(crate) fn address() -> [IpAddr; 1] {
    [ADDRESS.parse().unwrap()]
}

#[test]
fn auth_rejected_is_cured_by_the_right_token() {
    inside(|| {
        let household = Household::new();
        run(async {
            let desktop = Desktop::start().unwrap();
            let keyring = Keyring::start(desktop.bus(), desktop.home()).await;
            keyring.put("made-up.password", "mistyped");
            let mut command = household.homeport(&["run", "--no-tray"]);
            command.env_remove("CREDENTIALS_DIRECTORY").env("DBUS_SESSION_BUS_ADDRESS", desktop.bus().address());
            let mut resident = household.start(&mut command).await;
            let stage = Stage::open(desktop, &household.config()).await;
            let title = words("fault-auth-rejected-happened", &[("provider", PROVIDER), ("host", HOSTNAME)]);
            stage.card("AUTH-REJECTED", &title).await;
            assert_eq!(household.provider.records(HOSTNAME), Vec::<IpAddr>::new());
            let tries = household.provider.updates().len();
            assert_eq!(tries, 1, "it goes on trying");

            stage.press("AUTH-REJECTED", "button-replace-secret").await;
            stage.type_secret("password", PASSWORD).await;

            stage.gone("AUTH-REJECTED").await;
            resident.until(|now| now.state == State::Ok && now.problems.is_empty()).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
            assert_eq!(household.provider.updates().len(), tries + 1);
        });
    });
}

/// A household whose name is at Cloudflare, where the token sees example.org alone.
fn at_cloudflare(hostname: &str, rights: &[Right]) -> (Household, Cloudflare, MockProxy) {
    let household = Household::new();
    let cloudflare = Cloudflare::default();
    let zone = cloudflare.zone("example.org");
    cloudflare.token(TOKEN, rights);
    cloudflare.put(&zone, &json!({ "type": "A", "name": HOSTNAME, "content": "20.3.0.99" }));
    let outside = Ipv4Addr::new(20, 5, 0, 1);
    ip(&format!("address add {outside}/8 dev inet0"));
    let proxy = cloudflare.proxy_at(outside.into());
    household.confide(("cloudflare.token", TOKEN), proxy.authority());
    household.write_settings(&format!(
        "[app]\nproxy = \"{}\"\n\n[[account]]\nid = \"cloudflare\"\nprovider = \"cloudflare\"\n\n\
         [[hostname]]\nname = \"{hostname}\"\naccount = \"cloudflare\"\nipv6 = false\n",
        proxy.address()
    ));

    (household, cloudflare, proxy)
}

#[test]
fn auth_scope_is_cured_by_the_right_and_a_new_try() {
    inside(|| {
        let (household, cloudflare, _proxy) = at_cloudflare(HOSTNAME, &[Right::ZoneRead]);
        run(async {
            let _resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;
            let title = words("fault-auth-scope-happened", &[("provider", "Cloudflare"), ("host", HOSTNAME)]);
            stage.card("AUTH-SCOPE", &title).await;

            stage.press("AUTH-SCOPE", "button-open-token-page").await;
            let opened = stage.opened().await;
            assert!(opened.starts_with("https://dash.cloudflare.com/"), "{opened}");
            assert_eq!(cloudflare.records(HOSTNAME)[0]["content"], "20.3.0.99");

            cloudflare.token(TOKEN, &[Right::ZoneRead, Right::DnsEdit]);
            stage.press("AUTH-SCOPE", "button-try-again").await;

            stage.gone("AUTH-SCOPE").await;
            stage.window.until(&format!("document.body.innerText.includes({})", json!(ADDRESS))).await;
            assert_eq!(cloudflare.records(HOSTNAME)[0]["content"], ADDRESS);
        });
    });
}

#[test]
fn host_not_found_is_cured_by_the_name_and_a_new_try() {
    inside(|| {
        let household = Household::new();
        let camera = "camera.example.org";
        household.write_settings(&household.hostname_settings().replace(HOSTNAME, camera));
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;
            let title = words("fault-host-not-found-happened", &[("provider", PROVIDER), ("host", camera)]);
            stage.card("HOST-NOT-FOUND", &title).await;

            stage.press("HOST-NOT-FOUND", "button-try-again").await;
            until(|| household.provider.updates().len() == 2).await;
            stage.card("HOST-NOT-FOUND", &title).await;
            household.provider.make(camera);
            stage.press("HOST-NOT-FOUND", "button-try-again").await;

            stage.gone("HOST-NOT-FOUND").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(camera), address());
            assert_eq!(household.provider.updates().len(), 3, "one try for each press");
        });
    });
}

/// The domains of the account show which one the name is not in.
#[test]
fn host_not_found_shows_the_domains_of_the_account() {
    inside(|| {
        let camera = "camera.example.net";
        let (household, cloudflare, _proxy) = at_cloudflare(camera, &[Right::ZoneRead, Right::DnsEdit]);
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;
            let title = words("fault-host-not-found-happened", &[("provider", "Cloudflare"), ("host", camera)]);
            stage.card("HOST-NOT-FOUND", &title).await;

            stage.press("HOST-NOT-FOUND", "button-show-zones").await;

            stage.window.until("document.querySelector('dialog li')").await;
            let listed = "return [...document.querySelectorAll('dialog li')].map((line) => line.innerText)";
            assert_eq!(stage.window.run(listed).await, json!(["example.org"]));
            let said = stage.window.wait("dialog p").await.text().await.unwrap();
            assert_eq!(said, format!("The token sees these domains. {camera} has to be in one of them."));
            stage.picture("dialogue-zones").await;
            stage.window.wait("dialog .acts button").await.click().await.unwrap();

            let zone = cloudflare.zone("example.net");
            cloudflare.put(&zone, &json!({ "type": "A", "name": camera, "content": "20.3.0.99" }));
            stage.press("HOST-NOT-FOUND", "button-try-again").await;

            stage.gone("HOST-NOT-FOUND").await;
            resident.until(|now| now.problems.is_empty()).await;
            assert_eq!(cloudflare.records(camera)[0]["content"], ADDRESS);
        });
    });
}

#[test]
fn blocked_is_cured_at_the_provider_and_by_a_new_try() {
    inside(|| {
        let household = Household::new();
        household.provider.refuse("200 OK", "abuse");
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let stage = Stage::open(Desktop::start().unwrap(), &household.config()).await;
            let title = words("fault-blocked-happened", &[("provider", PROVIDER), ("host", HOSTNAME)]);
            stage.card("BLOCKED", &title).await;
            assert_eq!(household.provider.updates().len(), 1);

            stage.press("BLOCKED", "button-who-else").await;
            stage.lines_of(HOSTNAME).await;
            stage.go("Status").await;
            household.provider.relent();
            stage.press("BLOCKED", "button-try-again").await;

            stage.gone("BLOCKED").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
            assert_eq!(household.provider.updates().len(), 2);
        });
    });
}

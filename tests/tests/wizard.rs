//! The setup of a hostname in the real window, by keyboard alone: no click, and no script that changes the page.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::future::Future;
use std::path::Path;
use std::process::{Command, Stdio};

use fantoccini::key::Key;
use homeport_handle::paths::Paths;
use homeport_handle::socket::SocketHandle;
use homeport_tests::binaries::{homeport, homeport_desktop};
use homeport_tests::desktop::Desktop;
use homeport_tests::household::{ADDRESS, HOSTNAME, Household, SOON};
use homeport_tests::keyring::{self, Keyring};
use homeport_tests::mock_cloudflare::{Cloudflare, Right};
use homeport_tests::mock_dns;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::session_bus::Program;
use homeport_tests::window::Window;
use serde_json::json;

/// As long as real ones.
const WRONG: &str = "made-up-token-that-nobody-knows-40-long0";
const RIGHT: &str = "made-up-token-only-for-this-test-40-long";
/// How many things a person may have to enter before a name is kept up to date.
const MOST_INPUTS: u32 = 6;

/// The whole test in a network of its own. The window is built before the test's time begins.
fn inside<F: FnOnce()>(body: F) {
    homeport_desktop();
    homeport_tests::household::inside(body);
}

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

#[tokio::test]
async fn by_keyboard_alone_from_the_empty_window_to_a_practice_name_that_is_up_to_date() {
    let desktop = Desktop::start().unwrap();
    let mut resident = desktop.command(homeport());
    resident.args(["run", "--no-tray", "--config"]).arg(desktop.home()).stdout(Stdio::null());
    let _resident = Program::start(&mut resident).unwrap();
    let paths = Paths::new(Some(desktop.home())).unwrap();
    let answers = async {
        while SocketHandle::connect(&paths).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(SOON, answers).await.expect("the resident answers");
    let window = Window::open(&desktop, desktop.home()).await;
    window.wait("#add-first").await;

    window.tab_to("#add-first").await;
    window.press(Key::Enter).await;
    window.is_at("#wizard-search").await;
    window.wait(".choice").await;
    // Nothing is chosen yet: that is said where the cursor is, and nothing is in the way.
    window.press(Key::Enter).await;
    window.is_at("#wizard-search[aria-invalid='true']").await;
    window.tab_to("#wizard-practice").await;
    window.press(Key::Space).await;

    window.says(".hosts .sub b", "Up to date").await;
    window.is_at("h1").await;
    window.client.close().await.unwrap();
}

/// Cloudflare with a zone, a record and a token, as it is reached from the household.
fn cloudflare(household: &Household) -> (Cloudflare, MockProxy) {
    let outside = household.provider.addresses()[1].ip();
    let cloudflare = Cloudflare::default();
    cloudflare.token(RIGHT, &[Right::ZoneRead, Right::DnsEdit]);
    let zone = cloudflare.zone("example.org");
    cloudflare.put(&zone, &json!({ "type": "A", "name": HOSTNAME, "content": "192.0.2.9", "comment": "the door" }));
    let (proxy, double) = (cloudflare.proxy_at(outside), cloudflare.clone());
    let name_server = mock_dns::serve(outside, move |name| double.resolve(name));
    household.trust(proxy.authority());
    household.write_settings_with("", name_server);

    (cloudflare, proxy)
}

#[test]
fn a_wrong_token_leads_back_to_its_field_and_the_right_one_to_a_name_that_is_up_to_date() {
    inside(|| {
        let household = Household::new();
        let (cloudflare, proxy) = cloudflare(&household);
        run(async {
            let desktop = Desktop::start().unwrap();
            let _keyring = Keyring::start(desktop.bus(), desktop.home()).await;
            let mut command = household.homeport(&["run", "--no-tray"]);
            command
                .env_remove("CREDENTIALS_DIRECTORY")
                .env("HTTPS_PROXY", proxy.address())
                .env("DBUS_SESSION_BUS_ADDRESS", desktop.bus().address());
            let _resident = household.start(&mut command).await;
            let window = Window::open(&desktop, &household.config()).await;
            window.wait("#add-first").await;

            let inputs = enter_all(&window).await;
            assert!(inputs <= MOST_INPUTS, "{inputs} inputs");
            test_in_vain(&window).await;
            assert_eq!(asked_with(&proxy, WRONG), ["GET zones?per_page=20", "GET zones?name=home.example.org"]);
            type_over_and_test(&window).await;

            assert_eq!(asked_with(&proxy, WRONG).len(), 2, "a token that was refused was sent again");
            window.client.close().await.unwrap();
            assert_kept(&desktop, &household.config());
        });
        let [record] = cloudflare.records(HOSTNAME).try_into().unwrap();
        assert_eq!((&record["content"], &record["comment"]), (&json!(ADDRESS), &json!("the door")));
    });
}

/// Every page up to the test, with the wrong token. Leaving and going back on the way loses nothing. Returns how many
/// things were entered.
async fn enter_all(window: &Window) -> u32 {
    let mut inputs = 0;
    window.tab_to("#add-first").await;
    window.press(Key::Enter).await;
    window.is_at("#wizard-search").await;
    window.type_text("cloudflare").await;
    inputs += 1;
    window.until("document.querySelectorAll('.choice').length === 1").await;
    window.tab_to("[name='provider']").await;
    window.press(Key::Space).await;
    window.wait(".choice.chosen").await;
    inputs += 1;
    window.press(Key::Enter).await;

    window.wait("#field-token").await;
    window.is_at("h1").await;
    window.tab_to("#field-token").await;
    window.type_text(WRONG).await;
    inputs += 1;
    window.press(Key::Escape).await;
    window.is_at("#add-first").await;
    window.press(Key::Enter).await;
    window.is_at("h1").await;
    window.tab_to("#field-token").await;
    holds(window, "#field-token", WRONG).await;
    window.press(Key::Tab).await;
    contains(window, "#token-said", "Cloudflare does not accept the token: Invalid access token").await;
    // The order of Tab is the order of reading.
    let passed = window.tab_to("#wizard-next").await;
    assert_eq!(passed, ["field-zone", "field-email", "field-ttl", "wizard-back"]);
    window.press(Key::Enter).await;

    window.is_at("#wizard-hostname").await;
    window.type_text(HOSTNAME).await;
    inputs += 1;
    window.tab_to("#wizard-back").await;
    window.press(Key::Enter).await;
    window.is_at("h1").await;
    window.tab_to("#field-token").await;
    holds(window, "#field-token", WRONG).await;
    window.press(Key::Enter).await;
    window.is_at("#wizard-hostname").await;
    holds(window, "#wizard-hostname", HOSTNAME).await;
    window.press(Key::Enter).await;
    window.wait(".ticks").await;

    inputs
}

/// The test with the wrong token ends on the page where it can be mended; everything that was entered is still there.
async fn test_in_vain(window: &Window) {
    window.is_at("h1").await;
    window.tab_to("#wizard-next").await;
    window.press(Key::Enter).await;

    window.is_at("#field-token[aria-invalid='true']").await;
    let rejected = "The provider did not accept the token: Invalid access token (9109). Make a new one and paste it.";
    window.says("#field-token-wrong", rejected).await;
    let described = "document.activeElement.getAttribute('aria-describedby').split(' ')";
    window.until(&format!("{described}.includes('field-token-wrong')")).await;
    holds(window, "#field-token", WRONG).await;
}

/// The right token is typed over the wrong one, and the name that was entered before is tested and kept.
async fn type_over_and_test(window: &Window) {
    window.press_with(Key::Control, 'a').await;
    window.type_text(RIGHT).await;
    window.until("!document.querySelector('#field-token-wrong')").await;
    window.press(Key::Tab).await;
    contains(window, "#token-said", "Token works for: example.org.").await;
    window.tab_back_to("#field-token").await;
    window.press(Key::Enter).await;
    window.is_at("#wizard-hostname").await;
    // What was typed as a whole is shown below the zone that the token sees.
    holds(window, "#wizard-hostname", "home").await;
    holds(window, "#wizard-zone", "example.org").await;
    window.press(Key::Enter).await;
    window.is_at("h1").await;
    window.tab_to("#wizard-next").await;
    window.press(Key::Enter).await;
    window.until("document.querySelectorAll('.ticks .ok').length === 4").await;
    window.is_at("#wizard-next").await;
    window.press(Key::Enter).await;
    window.wait(".done-head").await;
    window.is_at("h1").await;
    contains(window, ".hosts", "Up to date").await;
    window.tab_to("#wizard-next").await;
    window.press(Key::Enter).await;

    window.says(".hosts .name", HOSTNAME).await;
    window.says(".hosts .sub b", "Up to date").await;
    window.is_at("h1").await;
}

async fn holds(window: &Window, field: &str, value: &str) {
    let held = format!("document.querySelector({field:?}).value");
    window.until(&format!("{held} === {value:?}")).await;
}

async fn contains(window: &Window, selector: &str, words: &str) {
    let said = format!("(document.querySelector({selector:?})?.innerText ?? '')");
    window.until(&format!("{said}.includes({words:?})")).await;
}

/// The requests that came with this token, without the host.
fn asked_with(proxy: &MockProxy, token: &str) -> Vec<String> {
    let seen = proxy.seen().into_iter().filter(|seen| seen.authorization == format!("Bearer {token}"));

    seen.map(|seen| seen.request.replace("https://api.cloudflare.com/client/v4/", "")).collect()
}

/// The token is in the keychain, and in no file of Homeport's.
fn assert_kept(desktop: &Desktop, config: &Path) {
    let mut command = Command::new("secret-tool");
    command.args(["lookup", "service", "homeport", "username", "cloudflare.token"]);
    let looked_up = keyring::in_session(&mut command, desktop.bus(), desktop.home()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&looked_up.stdout), RIGHT, "{looked_up:?}");
    let settings = std::fs::read_to_string(config.join("settings.toml")).unwrap();
    assert!(settings.contains(HOSTNAME), "{settings}");
    let mut folders = vec![config.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file() {
                let content = std::fs::read(&path).unwrap();
                for token in [WRONG, RIGHT] {
                    let is_there = content.windows(token.len()).any(|part| part == token.as_bytes());
                    assert!(!is_there, "{} holds a token", path.display());
                }
            }
        }
    }
}

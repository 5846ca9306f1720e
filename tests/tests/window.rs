//! The real window on a display of its own, driven through `WebKitWebDriver`, with the real resident behind it.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use fantoccini::key::Key;
use homeport_core::request::{Request, Response};
use homeport_handle::Handle;
use homeport_handle::paths::Paths;
use homeport_handle::socket::SocketHandle;
use homeport_tests::binaries::{homeport, homeport_desktop};
use homeport_tests::desktop::Desktop;
use homeport_tests::session_bus::Program;
use homeport_tests::window::Window;
use serde_json::{Value, json};

/// The title of the dialog that asks for a file.
const DIALOG: &str = "^Choose file";

/// The programs of a desktop session.
struct Home(Desktop);

impl Home {
    fn start() -> Self {
        Self(Desktop::start().unwrap())
    }

    fn config(&self) -> &str {
        self.0.home().to_str().unwrap()
    }

    /// The resident, once it answers.
    async fn resident(&self) -> Program {
        let program = Program::start(
            self.0.command(homeport()).args(["run", "--no-tray", "--config", self.config()]).stdout(Stdio::null()),
        )
        .unwrap();
        self.wait_for_resident().await;
        program
    }

    async fn wait_for_resident(&self) {
        let paths = Paths::new(Some(self.0.home())).unwrap();
        let until = Instant::now() + Duration::from_secs(20);
        while let Err(error) = SocketHandle::connect(&paths).await {
            assert!(Instant::now() < until, "the resident does not answer: {error}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Ends a resident that the window started, as a user would.
    async fn quit(&self) {
        let paths = Paths::new(Some(self.0.home())).unwrap();
        let handle = SocketHandle::connect(&paths).await.unwrap();
        assert_eq!(handle.ask(Request::Quit).await.unwrap(), Response::Done);
    }

    /// The window, ready to be driven.
    async fn window(&self) -> Window {
        Window::open(&self.0, self.0.home()).await
    }

    /// A dialog is not the page's: a person's hands choose in it. `keys` lead to where a path is typed.
    fn hands(&self, title: &str, keys: &str, path: &Path) {
        // It waits for a window for ever.
        let hands = |arguments: &[&str]| self.0.command("timeout").args(["30", "xdotool"]).args(arguments).output();
        let find = ["search", "--onlyvisible", "--name", title];
        let shown = hands(&["search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync"]).unwrap();
        assert!(shown.status.success(), "no dialog is called {title}: {shown:?}");
        let typed = hands(&["key", keys, "type", "--delay", "20", path.to_str().unwrap()]).unwrap();
        assert!(typed.status.success(), "{typed:?}");
        // The dialog looks at the path meanwhile, and until it has seen it the key does nothing.
        for _ in 0..20 {
            assert!(hands(&["key", "Return"]).unwrap().status.success());
            std::thread::sleep(Duration::from_millis(500));
            if !hands(&find).unwrap().status.success() {
                return;
            }
        }
        panic!("{title} stays open");
    }

    fn start_window(&self, arguments: &[&str]) -> Output {
        self.0.command(homeport_desktop()).args(["--config", self.config()]).args(arguments).output().unwrap()
    }
}

#[tokio::test]
async fn from_empty_to_up_to_date_without_an_account_and_dig_has_the_address() {
    let desktop = Home::start();
    let _resident = desktop.resident().await;
    let window = desktop.window().await;

    window.wait("#add-practice").await.click().await.unwrap();
    window.says(".hosts .name", "home.practice.test").await;
    window.says(".hosts .sub b", "Up to date").await;

    let command = window.wait("#practice-command").await.text().await.unwrap();
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("dig"), "{command}");
    let answer = Command::new("dig").args(words).arg("+short").output().unwrap();
    let answered = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    let shown = window.run("return document.querySelector('.hosts .chip').title").await;
    assert!(!answered.is_empty(), "{command} answers nothing: {answer:?}");
    assert!(shown.as_str().unwrap().ends_with(&answered), "{command} answers {answered}, the window shows {shown}");
    window.client.close().await.unwrap();
}

#[tokio::test]
async fn the_window_starts_the_resident_when_none_runs() {
    let desktop = Home::start();
    // Built before the window looks for it beside itself.
    let _ = homeport();
    let window = desktop.window().await;

    window.wait("#add-first").await;

    desktop.wait_for_resident().await;
    window.client.close().await.unwrap();
    // It outlives the window, as it should; the test ends it.
    desktop.quit().await;
}

#[tokio::test]
async fn a_resident_that_ended_is_started_again_only_by_the_user() {
    let desktop = Home::start();
    let resident = desktop.resident().await;
    let window = desktop.window().await;
    window.wait("#add-first").await;

    desktop.quit().await;
    drop(resident);
    window.wait(".banner.gone button").await.click().await.unwrap();
    desktop.wait_for_resident().await;
    window.wait("main > .stack:first-child").await;

    window.client.close().await.unwrap();
    desktop.quit().await;
}

#[tokio::test]
async fn a_second_start_brings_the_first_window_to_the_front() {
    let desktop = Home::start();
    let _resident = desktop.resident().await;
    let window = desktop.window().await;
    window.wait("h1").await;

    let second = desktop.start_window(&[]);

    assert!(second.status.success(), "{second:?}");
    window.client.close().await.unwrap();
}

#[tokio::test]
async fn the_page_can_do_nothing_but_ask() {
    let desktop = Home::start();
    let _resident = desktop.resident().await;
    let window = desktop.window().await;
    window.wait("h1").await;

    assert_eq!(window.run("return typeof window.__TAURI__").await, "undefined");
    assert_eq!(window.run("return Object.isFrozen(Object.prototype)").await, true);
    let inline = "const made = document.createElement('script'); made.textContent = 'window.ran = true';
        document.body.append(made); return window.ran ?? false";
    assert_eq!(window.run(inline).await, false, "a script that the page did not bring ran");
    let elsewhere = "const done = arguments[0];
        fetch('http://127.0.0.1:9/').then(() => done('reached'), (error) => done(String(error.name)));";
    let reached = window.client.execute_async(elsewhere, vec![]).await.unwrap();
    assert_eq!(reached, "TypeError", "the page reached another server");
    let forbidden = "const done = arguments[0];
        window.__TAURI_INTERNALS__.invoke('plugin:window|close').then(() => done('done'), () => done('refused'));
        setTimeout(() => done('not passed on'), 500);";
    assert_eq!(window.client.execute_async(forbidden, vec![]).await.unwrap(), "not passed on");
    window.client.close().await.unwrap();
}

#[tokio::test]
async fn a_long_file_of_another_client_reaches_the_resident() {
    let desktop = Home::start();
    let _resident = desktop.resident().await;
    let window = desktop.window().await;
    window.wait("h1").await;

    // 300 KB in Base64.
    let ask = "const done = arguments[0];
        const file = { name: 'ddclient.conf', content: 'IyMj'.repeat(100_000), from: 'ddclient' };
        const request = { request: 'import', of: { file, commit: false } };
        window.__TAURI_INTERNALS__.invoke('ask', { request }).then((said) => done(said.response), () => done('failed'));
        setTimeout(() => done('not passed on'), 10_000);";
    let said = window.client.execute_async(ask, vec![]).await.unwrap();

    assert!(said == "import" || said == "refused", "{said}");
    window.client.close().await.unwrap();
}

#[tokio::test]
async fn a_report_is_written_where_the_systems_own_dialog_says() {
    let desktop = Home::start();
    let _resident = desktop.resident().await;
    let window = desktop.window().await;
    window.wait(".rail .item").await;
    let open =
        "[...document.querySelectorAll('.rail .item')].find((item) => item.textContent.includes('Network')).click()";
    window.run(open).await;
    window.wait("#open-report").await.click().await.unwrap();
    window.wait("#report-save:not([disabled])").await.click().await.unwrap();

    let chosen = desktop.0.home().join("chosen.zip");
    desktop.hands("^Save as a file$", "ctrl+a", &chosen);

    window.says("dialog [role=status]", &format!("Saved: {}", chosen.display())).await;
    assert!(std::fs::read(&chosen).unwrap().starts_with(b"PK"));
    window.client.close().await.unwrap();
}

#[tokio::test]
async fn a_key_file_is_taken_from_where_the_systems_own_dialog_says_and_nothing_else_of_it() {
    let desktop = Home::start();
    let file = |name: &str, content: &[u8]| {
        let path = desktop.0.home().join(name);
        std::fs::write(&path, content).unwrap();
        path
    };
    let key = "{\n  \"type\": \"service_account\",\n  \"private_key\": \"made up\"\n}";
    let [right, long, latin] = [
        file("key.json", format!("{key}\n").as_bytes()),
        file("long.json", &vec![b'x'; 64 * 1_024 + 1]),
        file("latin.json", b"caf\xe9"),
    ];
    let _resident = desktop.resident().await;
    let window = desktop.window().await;
    window.wait("#add-first").await;
    window.tab_to("#add-first").await;
    window.press(Key::Enter).await;
    window.is_at("#wizard-search").await;
    window.type_text("google").await;
    window.wait("input[value='google-cloud-dns']").await;
    window.tab_to("input[value='google-cloud-dns']").await;
    window.press(Key::Space).await;
    window.press(Key::Enter).await;
    window.wait("#field-credentials").await;
    let held = "document.querySelector('#field-credentials').value";

    window.tab_to("#field-credentials-file").await;
    window.press(Key::Enter).await;
    desktop.hands(DIALOG, "ctrl+l", &right);
    window.until(&format!("{held} === {key:?}")).await;
    window.is_at("#field-credentials-file").await;

    for (file, words) in [(&long, "longer than any key"), (&latin, "not text")] {
        window.press(Key::Enter).await;
        desktop.hands(DIALOG, "ctrl+l", file);
        let said = "document.querySelector('.fields [role=alert]')?.innerText ?? ''";
        window.until(&format!("({said}).includes({words:?})")).await;
        assert_eq!(window.run(&format!("return {held}")).await, key, "what was there is gone");
    }
    window.client.close().await.unwrap();
}

/// Under WebDriver the page is drawn in another way than on a user's desktop, so one test looks at the screen itself.
#[test]
fn on_a_desktop_the_page_is_painted() {
    let home = Home::start();
    let mut resident = home.0.command(homeport());
    let _resident = Program::start(resident.args(["run", "--no-tray", "--config", home.config()])).unwrap();
    let mut window = home.0.command(homeport_desktop());
    let _window = Program::start(window.args(["--config", home.config()])).unwrap();

    assert!(home.0.wait_until_painted(Duration::from_secs(30)).unwrap());
}

#[test]
fn without_a_display_the_window_says_so_and_ends_with_3() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(homeport_desktop());
    command.args(["--config", folder.path().to_str().unwrap()]).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");

    let output = command.output().unwrap();

    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("there is no display"), "{said}");
}

#[test]
fn a_probe_starts_everything_but_the_window_and_ends() {
    let desktop = Home::start();

    let output = desktop.start_window(&["--probe"]);

    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("homeport-desktop "), "{output:?}");
}

#[test]
fn the_configuration_is_as_closed_as_it_can_be() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri");
    let read =
        |path: &str| -> Value { serde_json::from_str(&std::fs::read_to_string(folder.join(path)).unwrap()).unwrap() };
    let app = &read("tauri.conf.json")["app"];
    let capability = read("capabilities/main.json");
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();

    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(app["security"]["pattern"]["use"], "isolation");
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    assert_eq!(app["security"]["csp"]["default-src"], "'none'");
    assert_eq!(app["security"]["csp"]["script-src"], "'self'");
    assert_eq!(app["security"]["csp"]["style-src"], "'self'");
    assert!(app["security"].get("dangerousDisableAssetCspModification").is_none());
    assert_eq!(app["security"]["capabilities"], json!(["main"]));
    assert_eq!(capability["windows"], json!(["main"]));
    assert!(capability.get("remote").is_none());
    assert_eq!(
        capability["permissions"],
        json!(["allow-ask", "allow-save", "allow-choose", "allow-watch", "allow-open-link", "allow-places"])
    );
    assert_eq!(std::fs::read_dir(folder.join("capabilities")).unwrap().count(), 1);
    assert!(!manifest.contains("\"devtools\""), "the developer's tools have no place in the window");
}

//! The real window before which a person sits: the cards that it shows, and their buttons.

use std::future::Future;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_handle::Handle as _;
use homeport_tests::binaries;
use homeport_tests::desktop::Desktop;
use homeport_tests::household::{Resident, SOON, read_pipe};
use homeport_tests::namespace;
use homeport_tests::window::Window;
use serde_json::{Value, json};

/// Pictures of all cards are written into this folder, for whoever wants to look at them.
const PICTURES: &str = "HOMEPORT_PICTURES";

/// Runs a test in a network of its own, after both programs are built: that is not counted as its time.
pub(crate) fn inside<F: FnOnce()>(body: F) {
    binaries::homeport();
    binaries::homeport_desktop();
    namespace::inside(body);
}

/// On one thread, as a person is.
pub(crate) fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

/// A text of the catalogue with its values.
pub(crate) fn words(id: &str, values: &[(&str, &str)]) -> String {
    let texts = Texts::english();
    assert!(texts.has(id), "there is no text {id}");
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();

    texts.say(id, &values)
}

/// A desktop with the window of a Homeport.
pub(crate) struct Stage {
    pub(crate) window: Window,
    opened: PathBuf,
    _desktop: Desktop,
}

impl Stage {
    /// Opens the window of the Homeport below `config`. What it opens in a browser is told instead.
    pub(crate) async fn open(desktop: Desktop, config: &Path) -> Self {
        let programs = desktop.home().join("programs");
        let opened = programs.join("opened");
        std::fs::create_dir(&programs).unwrap();
        assert!(Command::new("mkfifo").arg(&opened).status().unwrap().success());
        let browser = programs.join("xdg-open");
        std::fs::write(&browser, format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", opened.display())).unwrap();
        std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
        let window = Window::open_with(&desktop, config, |driver| {
            driver.env("PATH", path);
        })
        .await;
        window.client.set_window_size(760, 900).await.unwrap();
        // While the window still grows, a button is elsewhere when it is pressed than when it was found.
        window.until("innerHeight === 900").await;

        Self { window, opened, _desktop: desktop }
    }

    /// Waits until the window shows the card of this code, and checks all that it says: its title is this one, and
    /// nothing on it is empty, unfilled or cut off.
    pub(crate) async fn card(&self, code: &str, title: &str) {
        let card = card_of(code);
        self.window.until(&card).await;
        let words = "(selector) => card.querySelector(selector).textContent.trim()";
        let script = format!(
            "const card = {card}; const words = {words}; card.scrollIntoView({{ block: 'center' }});
             const cut = (element) => element.scrollWidth > element.clientWidth + 1;
             return {{ title: words('h2'), means: words('h2 + p'), cure: words('.do'),
                 buttons: [...card.querySelectorAll('button')].map((button) => button.textContent.trim()),
                 cut: [card, document.documentElement, ...card.querySelectorAll('h2:not(.vh), p, button')].some(cut) }}"
        );
        let shown = self.window.run(&script).await;
        self.picture(code).await;
        assert_eq!(shown["title"], title, "{shown}");
        assert_eq!(shown["cut"], false, "{shown}");
        let buttons = shown["buttons"].as_array().unwrap();
        assert!(!buttons.is_empty(), "{shown}");
        for said in buttons.iter().chain([&shown["title"], &shown["means"], &shown["cure"]]) {
            let said = said.as_str().unwrap();
            let unfilled = ["{", "$", "undefined", "null", "fault-", "button-"];
            assert!(!said.is_empty() && !unfilled.iter().any(|part| said.contains(part)), "{shown}");
        }
    }

    /// Presses a button of a card, as a person does.
    pub(crate) async fn press(&self, code: &str, label: &str) {
        let label = words(label, &[("provider", "Cloudflare")]);
        let card = format!("//section[.//span[contains(@class, 'code')][starts-with(normalize-space(.), '{code}·')]]");
        let button = self.window.find(Locator::XPath(&format!("{card}//button[normalize-space(.) = '{label}']"))).await;
        button.click().await.unwrap();
    }

    /// Waits until no card of this code is shown.
    pub(crate) async fn gone(&self, code: &str) {
        self.window.until(&format!("!{}", card_of(code))).await;
        self.picture(&format!("{code}-gone")).await;
    }

    /// Goes to a page by the rail, and waits until it is there.
    pub(crate) async fn go(&self, page: &str) {
        let item = format!("//nav[contains(@class, 'rail')]//button[starts-with(normalize-space(.), '{page}')]");
        self.window.find(Locator::XPath(&item)).await.click().await.unwrap();
        self.on(page).await;
    }

    /// Waits until the rail says that this is the page.
    pub(crate) async fn on(&self, page: &str) {
        let current = "document.querySelector('.rail [aria-current=page]')?.textContent.trim() ?? ''";
        self.window.until(&format!("({current}).startsWith({})", json!(page))).await;
    }

    /// Waits until the activity shows the lines of a hostname that one update went out for.
    pub(crate) async fn lines_of(&self, hostname: &str) {
        self.on("Activity").await;
        let sent = format!("Homeport sent one update of {hostname} in the last 24 hours.");
        self.window.until(&format!("document.querySelector('.of-one')?.innerText.startsWith({})", json!(sent))).await;
        self.picture("activity-of-one").await;
    }

    /// Waits until the checks are done, and gives the words of those that are open.
    pub(crate) async fn checks(&self, picture: &str) -> String {
        self.window.until("document.querySelector('.checks li') && !document.querySelector('[aria-busy=true]')").await;
        self.picture(picture).await;
        let open = "return [...document.querySelectorAll('.checks li.open')].map((line) => line.innerText).join('\\n')";
        let Value::String(open) = self.window.run(open).await else { panic!("it is a text") };

        open
    }

    /// Types a secret into the dialogue that is open, and saves it.
    pub(crate) async fn type_secret(&self, field: &str, secret: &str) {
        self.window.wait(&format!("dialog #field-{field}")).await.send_keys(secret).await.unwrap();
        self.picture(&format!("dialogue-{field}")).await;
        self.window.wait("dialog button[type=submit]").await.click().await.unwrap();
        self.window.until("!document.querySelector('dialog')").await;
    }

    /// What a browser was opened with.
    pub(crate) async fn opened(&self) -> String {
        read_pipe(self.opened.clone()).await
    }

    pub(crate) async fn picture(&self, name: &str) {
        if let Some(folder) = std::env::var_os(PICTURES) {
            // The first one may be of a page that was not painted anew yet.
            let _ = self.window.client.screenshot().await.unwrap();
            let painted = "const done = arguments[0]; setTimeout(done, 300)";
            self.window.client.execute_async(painted, vec![]).await.unwrap();
            let picture = self.window.client.screenshot().await.unwrap();
            std::fs::write(Path::new(&folder).join(format!("{name}.png")), picture).unwrap();
        }
    }
}

/// Asks a resident for something that it does.
pub(crate) async fn ask(resident: &Resident, request: Request) {
    assert_eq!(resident.handle.ask(request).await.unwrap(), Response::Done);
}

/// What a resident shows now.
pub(crate) async fn now(resident: &Resident) -> Box<Snapshot> {
    match resident.handle.ask(Request::Status).await.unwrap() {
        Response::Snapshot(snapshot) => snapshot,
        other => panic!("{other:?}"),
    }
}

/// Waits for a state that nobody tells.
pub(crate) async fn until(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < SOON, "it never came to that");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The open card of a code, as an expression.
fn card_of(code: &str) -> String {
    let code = json!(format!("{code}·"));

    format!(
        "[...document.querySelectorAll('section.problem')]
             .find((card) => card.querySelector('.code').textContent.trim().startsWith({code}))"
    )
}

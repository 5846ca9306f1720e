//! The real window on a display of its own, driven through `WebKitWebDriver`: what it shows, and the keys of a person.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::binaries::homeport_desktop;
use crate::browser::Driver;
use crate::desktop::Desktop;

/// How long a page may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks at the page.
const PAUSE: Duration = Duration::from_millis(50);
/// More than any page has places to go to.
const MOST_TABS: usize = 40;

/// The window. It ends with its driver.
#[derive(Debug)]
pub struct Window {
    /// To drive it.
    pub client: Client,
    _driver: Driver,
}

impl Window {
    /// Opens the window of the Homeport whose settings are below `config`.
    ///
    /// # Panics
    ///
    /// When `WebKitWebDriver` is not installed, or the window does not come.
    pub async fn open(desktop: &Desktop, config: &Path) -> Self {
        Self::open_with(desktop, config, |_| {}).await
    }

    /// The same with a change of its command, such as another search path.
    ///
    /// # Panics
    ///
    /// As [`Self::open`].
    pub async fn open_with(desktop: &Desktop, config: &Path, change: impl FnOnce(&mut Command)) -> Self {
        let mut driver = desktop.command("WebKitWebDriver");
        driver.arg("--host=127.0.0.1").env("TAURI_WEBVIEW_AUTOMATION", "true");
        change(&mut driver);
        let driver = Driver::start(driver);
        let options = json!({ "binary": homeport_desktop(), "args": ["--config", config] });
        let client = driver.session(&json!({ "webkitgtk:browserOptions": options })).await;

        Self { client, _driver: driver }
    }

    /// Waits for an element.
    ///
    /// # Panics
    ///
    /// When it does not come within a minute.
    pub async fn wait(&self, selector: &str) -> Element {
        self.find(Locator::Css(selector)).await
    }

    /// Waits for an element that is found in another way.
    ///
    /// # Panics
    ///
    /// When it does not come within a minute; the page's words are in the message.
    pub async fn find(&self, locator: Locator<'_>) -> Element {
        match self.client.wait().at_most(PATIENCE).every(PAUSE).for_element(locator).await {
            Ok(element) => element,
            Err(error) => panic!("{locator:?}: {error}; the page: {}", self.words().await),
        }
    }

    /// Runs a script and returns what it returns.
    ///
    /// # Panics
    ///
    /// When the script throws.
    pub async fn run(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until the text of an element is this one.
    ///
    /// # Panics
    ///
    /// When it is not within a minute.
    pub async fn says(&self, selector: &str, wanted: &str) {
        let said = format!("(document.querySelector({})?.textContent ?? '')", json!(selector));
        self.until(&format!("{said} === {}", json!(wanted))).await;
    }

    /// Waits until an expression becomes true.
    ///
    /// # Panics
    ///
    /// When it does not within a minute; the page's words and where the focus is are in the message.
    pub async fn until(&self, expression: &str) {
        let limit = Instant::now() + PATIENCE;
        while self.run(&format!("return Boolean({expression})")).await != Value::Bool(true) {
            if Instant::now() > limit {
                let focus = self.run("return document.activeElement.outerHTML").await;
                panic!("never true: {expression}; the focus: {focus}; the page: {}", self.words().await);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// All that the page says.
    ///
    /// # Panics
    ///
    /// As [`Self::run`].
    pub async fn words(&self) -> String {
        self.run("return document.body.innerText").await.to_string()
    }

    /// Presses a key and lets it go, wherever the focus is.
    ///
    /// # Panics
    ///
    /// When the window is gone.
    pub async fn press(&self, key: Key) {
        self.strike(&[], &[key.into()]).await;
    }

    /// Presses a key while another one is held.
    ///
    /// # Panics
    ///
    /// When the window is gone.
    pub async fn press_with(&self, held: Key, key: impl Into<char>) {
        self.strike(&[held.into()], &[key.into()]).await;
    }

    /// Types a text, wherever the focus is.
    ///
    /// # Panics
    ///
    /// When the window is gone.
    pub async fn type_text(&self, text: &str) {
        self.strike(&[], &text.chars().collect::<Vec<_>>()).await;
    }

    /// Waits until the element with this selector has the focus, without anybody pressing a key.
    ///
    /// # Panics
    ///
    /// When it does not get it.
    pub async fn is_at(&self, selector: &str) {
        self.until(&format!("document.activeElement.matches({})", json!(selector))).await;
    }

    /// Presses Tab until the element with this selector has the focus. Returns the places on the way.
    ///
    /// # Panics
    ///
    /// When it never gets there.
    pub async fn tab_to(&self, selector: &str) -> Vec<String> {
        self.walk_to(selector, &[]).await
    }

    /// The same backwards, with Shift held.
    ///
    /// # Panics
    ///
    /// As [`Self::tab_to`].
    pub async fn tab_back_to(&self, selector: &str) -> Vec<String> {
        self.walk_to(selector, &[Key::Shift.into()]).await
    }

    async fn walk_to(&self, selector: &str, held: &[char]) -> Vec<String> {
        let script = format!(
            "const at = document.activeElement;
            const name = at.id || at.getAttribute('aria-label') || at.textContent.trim() || at.tagName;
            return at.matches({selector:?}) ? null : name"
        );
        let mut passed = Vec::new();
        while passed.len() < MOST_TABS {
            self.strike(held, &[Key::Tab.into()]).await;
            match self.run(&script).await {
                Value::String(at) => passed.push(at),
                _ => return passed,
            }
        }
        panic!("Tab never reaches {selector}: {passed:?}");
    }

    /// `held` is down while each of `keys` is pressed and let go.
    async fn strike(&self, held: &[char], keys: &[char]) {
        let down = |value: &char| KeyAction::Down { value: *value };
        let up = |value: &char| KeyAction::Up { value: *value };
        let pressed = keys.iter().flat_map(|key| [down(key), up(key)]);
        let all = held.iter().map(down).chain(pressed).chain(held.iter().rev().map(up));
        let actions = all.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(actions).await.unwrap_or_else(|error| panic!("{keys:?}: {error}"));
    }
}

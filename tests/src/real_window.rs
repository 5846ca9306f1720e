//! The real window, driven through `WebKitWebDriver`.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::binaries::homeport_desktop;
use crate::browser::Driver;
use crate::desktop::Desktop;

/// How long a page may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks at the page.
const PAUSE: Duration = Duration::from_millis(50);

/// A window and who drives it. Both end with the value.
#[derive(Debug)]
pub struct Window {
    /// To drive it.
    pub client: Client,
    _driver: Driver,
}

impl Window {
    /// Opens the window of the Homeport below this folder.
    ///
    /// # Panics
    ///
    /// When `WebKitWebDriver` is not installed, or no window comes.
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
    /// When it does not come.
    pub async fn wait(&self, selector: &str) -> Element {
        self.find(Locator::Css(selector)).await
    }

    /// Waits for an element that is found in another way.
    ///
    /// # Panics
    ///
    /// When it does not come; the page's words are in the message.
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

    /// Waits until an expression becomes true.
    ///
    /// # Panics
    ///
    /// When it does not; the page's words are in the message.
    pub async fn until(&self, expression: &str) {
        let until = Instant::now() + PATIENCE;
        while self.run(&format!("return Boolean({expression})")).await != Value::Bool(true) {
            assert!(Instant::now() < until, "never true: {expression}; the page: {}", self.words().await);
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the text of an element is this one.
    ///
    /// # Panics
    ///
    /// When it stays another one.
    pub async fn says(&self, selector: &str, wanted: &str) {
        let said = format!("(document.querySelector({})?.textContent ?? '')", json!(selector));

        self.until(&format!("{said} === {}", json!(wanted))).await;
    }

    /// All that the page says.
    ///
    /// # Panics
    ///
    /// As [`Self::run`].
    pub async fn words(&self) -> String {
        self.run("return document.body.innerText").await.to_string()
    }
}

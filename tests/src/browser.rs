//! The window's pages in Chromium on made-up data, and the drivers that speak `WebDriver`.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::session_bus::Program;

/// A driver begins to listen within this time.
const PATIENCE: Duration = Duration::from_secs(20);

/// The folder `ui`.
#[must_use]
pub fn ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui")
}

/// A port on loopback that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");

    listener.local_addr().expect("it has an address").port()
}

/// A running `WebDriver` server. It ends with the value.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    _program: Program,
}

impl Driver {
    /// Starts a driver, with what its browser or window needs in the environment.
    ///
    /// # Panics
    ///
    /// When it is not installed.
    #[must_use]
    pub fn start(mut command: Command) -> Self {
        let port = free_port();
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        let program = Program::start(&mut command).unwrap_or_else(|error| panic!("{command:?}: {error}"));

        Self { port, _program: program }
    }

    /// Opens a session. The driver needs a moment before it listens.
    ///
    /// # Panics
    ///
    /// When it refuses, or does not listen in time.
    pub async fn session(&self, capabilities: &Value) -> Client {
        let capabilities: Map<String, Value> = capabilities.as_object().cloned().expect("capabilities are an object");
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(Instant::now() < until, "the driver does not listen");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let server = format!("http://127.0.0.1:{}", self.port);
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities.clone()).connect(&server).await {
                Ok(session) => return session,
                // On a busy machine a driver that just began to listen may still close its first connection.
                Err(NewSessionError::Failed(_) | NewSessionError::FailedC(_) | NewSessionError::Lost(_))
                    if Instant::now() < until =>
                {
                    tokio::time::sleep(Duration::from_millis(200)).await;
                }
                Err(error) => panic!("no session: {error}"),
            }
        }
    }
}

/// Chromium without a screen, showing the pages on made-up data.
#[derive(Debug)]
pub struct Browser {
    /// To drive it.
    pub client: Client,
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Starts one whose page is this wide, in pixels of CSS, with more arguments for Chromium.
    ///
    /// # Panics
    ///
    /// When Chromium or its driver is not installed.
    pub async fn start(width: u32, height: u32, more: &[&str]) -> Self {
        let profile = tempfile::Builder::new().prefix("homeport-chromium-").tempdir().expect("a folder can be made");
        let mut arguments: Vec<String> = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--hide-scrollbars",
            "--lang=en-GB",
        ]
        .into_iter()
        .chain(more.iter().copied())
        .map(str::to_owned)
        .collect();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let driver = Driver::start(Command::new("chromedriver"));
        let metrics = json!({ "width": width, "height": height, "pixelRatio": 2, "mobile": false, "touch": false });
        let client = driver
            .session(&json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "args": arguments,
                    "binary": "/usr/bin/chromium",
                    "mobileEmulation": { "deviceMetrics": metrics },
                },
            }))
            .await;

        Self { client, _driver: driver, _profile: profile }
    }

    /// Opens the pages with a query such as `scenario=problem`, and waits until they are there.
    ///
    /// # Panics
    ///
    /// When the page does not come.
    pub async fn open(&self, query: &str) {
        let url = format!("http://127.0.0.1:{}/index.html?fast&{query}", server());
        self.client.goto(&url).await.expect("the page opens");
        self.wait("h1").await;
    }

    /// Waits for an element.
    ///
    /// # Panics
    ///
    /// When it does not come within ten seconds.
    pub async fn wait(&self, selector: &str) -> fantoccini::elements::Element {
        let wait = self.client.wait().at_most(Duration::from_secs(10)).every(Duration::from_millis(20));

        wait.for_element(fantoccini::Locator::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"))
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
    /// When it does not within some seconds.
    pub async fn until(&self, expression: &str) {
        for _ in 0..500 {
            if self.run(&format!("return Boolean({expression})")).await == Value::Bool(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("this never became true: {expression}");
    }
}

/// The port of a small web server with the pages on made-up data, for the rest of the process.
fn server() -> u16 {
    static PORT: OnceLock<u16> = OnceLock::new();

    *PORT.get_or_init(|| {
        let folder = built();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
        let port = listener.local_addr().expect("it has an address").port();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = folder.clone();
                std::thread::spawn(move || serve(&stream, &folder));
            }
        });
        port
    })
}

/// Builds the pages once for each process.
fn built() -> PathBuf {
    let npm = |arguments: &[&str]| {
        let done = Command::new("npm").args(arguments).current_dir(ui()).stdout(Stdio::null()).status();
        assert!(done.expect("npm is installed").success(), "npm {} failed", arguments.join(" "));
    };
    if !ui().join("node_modules/axe-core/axe.min.js").exists() {
        npm(&["ci"]);
    }
    npm(&["run", "build:fake"]);

    ui().join("../target/ui-fake")
}

fn serve(mut stream: &TcpStream, folder: &Path) {
    let mut line = String::new();
    let mut reader = BufReader::new(stream);
    if reader.read_line(&mut line).is_err() {
        return;
    }
    let mut header = String::from(" ");
    while !header.trim().is_empty() {
        header.clear();
        if reader.read_line(&mut header).is_err() {
            return;
        }
    }
    let path = line.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap_or_default();
    let content = std::fs::read(folder.join(path.trim_start_matches('/'))).unwrap_or_default();
    let kind = match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "text/html",
    };
    // A browser without a page for the icon asks for it; an empty answer is no complaint.
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        content.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&content));
}

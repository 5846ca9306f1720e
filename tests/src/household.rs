//! A whole Homeport in a made-up home: its settings, its secret, a strict provider and echo services outside, and the
//! real program. Used inside a network namespace.

use std::net::{IpAddr, SocketAddr};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use homeport_core::snapshot::Snapshot;
use homeport_handle::paths::Paths;
use homeport_handle::socket::SocketHandle;
use homeport_handle::{Handle, News};
use tempfile::TempDir;
use tokio::net::UnixDatagram;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::binaries;
use crate::home_network::Home;
use crate::mock_provider::{MockProvider, PASSWORD, USER};
use crate::namespace;
use crate::session_bus::Program;

/// The hostname that is kept.
pub const HOSTNAME: &str = "home.example.org";
/// The home's first address.
pub const ADDRESS: &str = "20.3.0.7";
/// How long anything may take on a busy machine.
pub const SOON: Duration = Duration::from_secs(30);

/// Runs a test in a network namespace of its own, as [`namespace::inside`] does, and builds the program first: that is
/// not counted as the test's time.
///
/// # Panics
///
/// As [`namespace::inside`], and when the program does not compile.
pub fn inside<F: FnOnce()>(body: F) {
    binaries::homeport();
    namespace::inside(body);
}

/// The home and what is outside of it.
#[derive(Debug)]
pub struct Household {
    /// The machine at home.
    pub home: Home,
    /// The provider and the echo services.
    pub provider: MockProvider,
    folder: TempDir,
}

impl Household {
    /// A home with [`ADDRESS`] and [`HOSTNAME`], whose record the provider has and which no resident keeps yet.
    ///
    /// # Panics
    ///
    /// Outside of a network namespace, and when a folder cannot be made.
    #[must_use]
    pub fn new() -> Self {
        let outside: [IpAddr; 3] = [[20, 1, 0, 1].into(), [20, 2, 0, 1].into(), [20, 4, 0, 1].into()];
        let mut home = Home::connect(&outside);
        home.change_address(ADDRESS.parse().expect("it is an address"));
        let provider = MockProvider::start(&outside);
        provider.make(HOSTNAME);
        let folder = tempfile::Builder::new().prefix("homeport-home-").tempdir().expect("a folder can be made");
        let household = Self { home, provider, folder };
        let credentials = household.folder.path().join("credentials");
        std::fs::create_dir(&credentials).expect("a folder can be made");
        std::fs::write(credentials.join("made-up.password"), PASSWORD).expect("a file can be written");
        std::fs::write(household.folder.path().join("authority.pem"), household.provider.authority())
            .expect("a file can be written");
        std::fs::create_dir(household.config()).expect("a folder can be made");
        std::fs::create_dir(household.programs()).expect("a folder can be made");
        // In a folder of its own: what else was built must not be found beside it.
        let (built, program) = (binaries::homeport(), household.programs().join("homeport"));
        if std::fs::hard_link(&built, &program).is_err() {
            std::fs::copy(&built, &program).expect("the program can be copied");
        }
        household.write_settings(&household.hostname_settings());

        household
    }

    /// The folder for `--config`.
    #[must_use]
    pub fn config(&self) -> PathBuf {
        self.folder.path().join("config")
    }

    /// The folder of the program; the window is looked for there.
    #[must_use]
    pub fn programs(&self) -> PathBuf {
        self.folder.path().join("programs")
    }

    /// A folder that ends with the household.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Replaces the settings: `hostnames` below the sources of this home.
    ///
    /// # Panics
    ///
    /// When the file cannot be written.
    pub fn write_settings(&self, hostnames: &str) {
        self.write_settings_with(hostnames, self.provider.name_server());
    }

    /// The same with another name server that proves the records.
    ///
    /// # Panics
    ///
    /// As [`Self::write_settings`].
    pub fn write_settings_with(&self, hostnames: &str, name_server: SocketAddr) {
        let [first, second, third] = self.provider.addresses() else { panic!("there are three servers") };
        let sources: String = [first, second, third]
            .map(|server| format!("[[source]]\nkind = \"http\"\nurl = \"https://{server}/ip\"\ninstead = true\n\n"))
            .concat();
        let settings = format!(
            "version = 1\n\n{hostnames}\n{sources}[addresses]\nsources = [\"http\", \"interface\"]\n\n[verify]\n\
             nameservers = [\"{name_server}\"]\n"
        );
        std::fs::write(self.config().join("settings.toml"), settings).expect("the settings can be written");
    }

    /// The account and [`HOSTNAME`], as they stand in the settings.
    #[must_use]
    pub fn hostname_settings(&self) -> String {
        format!(
            "[[account]]\nid = \"made-up\"\nprovider = \"dyndns2\"\n[account.fields]\nserver = \"https://{}\"\n\
             user = \"{USER}\"\n\n[[hostname]]\nname = \"{HOSTNAME}\"\naccount = \"made-up\"\nipv4 = true\nipv6 = false\n",
            self.provider.addresses()[0]
        )
    }

    /// Hands a further secret over, and trusts a further authority (PEM).
    ///
    /// # Panics
    ///
    /// When a file cannot be written.
    pub fn confide(&self, secret: (&str, &str), authority: &str) {
        std::fs::write(self.folder.path().join("credentials").join(secret.0), secret.1).expect("a file can be written");
        self.trust(authority);
    }

    /// Trusts a further authority (PEM).
    ///
    /// # Panics
    ///
    /// When the file cannot be written.
    pub fn trust(&self, authority: &str) {
        let both = format!("{}{authority}", self.provider.authority());
        std::fs::write(self.folder.path().join("authority.pem"), both).expect("a file can be written");
    }

    /// The program at home, without a desktop.
    #[must_use]
    pub fn homeport(&self, arguments: &[&str]) -> Command {
        let mut command = self.home.command(self.programs().join("homeport"));
        command
            .arg("--config")
            .arg(self.config())
            .args(arguments)
            .env("SSL_CERT_FILE", self.folder.path().join("authority.pem"))
            .env("CREDENTIALS_DIRECTORY", self.folder.path().join("credentials"))
            .env("HOME", self.folder.path())
            .stdin(Stdio::null());
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "NO_COLOR"] {
            command.env_remove(name);
        }

        command
    }

    /// Installs a window that only tells what it was started with, to [`Self::opened`].
    ///
    /// # Panics
    ///
    /// When a file cannot be made.
    pub fn install_window(&self) {
        let pipe = self.pipe("window");
        let window = self.programs().join("homeport-desktop");
        std::fs::write(&window, format!("#!/bin/sh\necho \"$@\" > '{}'\n", pipe.display())).expect("a file");
        std::fs::set_permissions(&window, std::fs::Permissions::from_mode(0o755)).expect("it is ours");
    }

    /// What the window is started with, as soon as it is.
    ///
    /// # Panics
    ///
    /// When nobody starts it soon.
    pub async fn opened(&self) -> String {
        read_pipe(self.folder.path().join("window")).await
    }

    /// A pipe with a name, in the household's folder.
    ///
    /// # Panics
    ///
    /// When it cannot be made.
    #[must_use]
    pub fn pipe(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        let made = Command::new("mkfifo").arg(&path).status().expect("`mkfifo` of coreutils");
        assert!(made.success(), "{} cannot be made", path.display());

        path
    }

    /// Starts the resident, and waits until it tells the service manager that it is ready.
    ///
    /// # Panics
    ///
    /// When it is not ready soon.
    pub async fn start(&self, command: &mut Command) -> Resident {
        let manager = self.folder.path().join("manager");
        let _ = std::fs::remove_file(&manager);
        let socket = UnixDatagram::bind(&manager).expect("a socket can be made");
        let program = Program::start(command.env("NOTIFY_SOCKET", &manager)).expect("homeport starts");
        let mut message = [0; 256];
        let length = timeout(SOON, socket.recv(&mut message)).await.expect("homeport gets ready").expect("a message");
        assert!(message[..length].starts_with(b"READY=1"), "{}", String::from_utf8_lossy(&message[..length]));
        let paths = Paths::new(Some(&self.config())).expect("a folder was given");
        let handle = SocketHandle::connect(&paths).await.expect("a resident that is ready answers");
        let news = handle.watch().await.expect("a resident can be watched");

        Resident { program, handle, news }
    }
}

/// What somebody writes into a pipe, as soon as somebody does.
///
/// # Panics
///
/// When nobody does soon.
pub async fn read_pipe(path: PathBuf) -> String {
    let read = tokio::task::spawn_blocking(move || std::fs::read_to_string(path));

    timeout(SOON, read).await.expect("somebody writes").expect("the thread ends").expect("it is a text")
}

impl Default for Household {
    fn default() -> Self {
        Self::new()
    }
}

/// The running resident. It is killed when the value is dropped.
#[derive(Debug)]
pub struct Resident {
    /// The process.
    pub program: Program,
    /// The way to ask it.
    pub handle: SocketHandle,
    news: mpsc::Receiver<News>,
}

impl Resident {
    /// Waits until the resident has ended, and says whether it ended well.
    ///
    /// # Panics
    ///
    /// When it does not end soon.
    pub async fn ended(&mut self) -> bool {
        let over = async { while self.news.recv().await.is_some() {} };
        timeout(SOON, over).await.expect("the resident ends");

        self.program.child().wait().expect("it is our child").success()
    }

    /// Waits for a snapshot that is right.
    ///
    /// # Panics
    ///
    /// When none comes soon; the newest one is in the message.
    pub async fn until(&mut self, right: impl Fn(&Snapshot) -> bool) -> Box<Snapshot> {
        let mut newest = None;
        let waited = timeout(SOON, async {
            loop {
                match self.news.recv().await {
                    Some(News::Snapshot(snapshot)) if right(&snapshot) => return snapshot,
                    Some(News::Snapshot(snapshot)) => newest = Some(snapshot),
                    Some(News::Entry(_)) => {}
                    None => panic!("the resident has ended"),
                }
            }
        });

        waited.await.unwrap_or_else(|_| panic!("no such snapshot came; the newest is {newest:#?}"))
    }
}

//! What the system bus tells of power, cost and name, with stand-ins for UPower and `NetworkManager` on a bus of the
//! test's own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use std::time::Duration;

use homeport_agent::power::watch;
use homeport_core::event::Event;
use homeport_core::gateway::Power;
use homeport_tests::again::with_variables;
use homeport_tests::ears::on_tokio;
use homeport_tests::session_bus::SessionBus;
use tokio::sync::mpsc;
use tokio::time::timeout;
use zbus::object_server::InterfaceRef;
use zbus::zvariant::{ObjectPath, OwnedObjectPath};
use zbus::{Connection, interface};

/// How long an event may take, on a busy machine.
const SOON: Duration = Duration::from_secs(10);
/// No event for this long means that there is none.
const QUIET: Duration = Duration::from_millis(700);

const UPOWER: &str = "/org/freedesktop/UPower";
const NETWORK_MANAGER: &str = "/org/freedesktop/NetworkManager";
const PEER: &str = "org.freedesktop.DBus.Peer";
const BATTERY: u32 = 2;
const UPS: u32 = 3;

struct UPower {
    on_battery: bool,
}

#[interface(name = "org.freedesktop.UPower")]
impl UPower {
    #[zbus(property)]
    fn on_battery(&self) -> bool {
        self.on_battery
    }
}

struct Device {
    kind: u32,
    present: bool,
}

#[interface(name = "org.freedesktop.UPower.Device")]
impl Device {
    #[zbus(property, name = "Type")]
    fn kind(&self) -> u32 {
        self.kind
    }

    #[zbus(property)]
    fn is_present(&self) -> bool {
        self.present
    }
}

struct Manager {
    metered: u32,
    primary: OwnedObjectPath,
}

#[interface(name = "org.freedesktop.NetworkManager")]
impl Manager {
    #[zbus(property)]
    fn metered(&self) -> u32 {
        self.metered
    }

    #[zbus(property)]
    fn primary_connection(&self) -> OwnedObjectPath {
        self.primary.clone()
    }
}

struct Active {
    name: &'static str,
    vpn: bool,
    below: OwnedObjectPath,
}

#[interface(name = "org.freedesktop.NetworkManager.Connection.Active")]
impl Active {
    #[zbus(property)]
    fn id(&self) -> &str {
        self.name
    }

    #[zbus(property)]
    fn vpn(&self) -> bool {
        self.vpn
    }

    #[zbus(property)]
    fn specific_object(&self) -> OwnedObjectPath {
        self.below.clone()
    }
}

/// A service that runs until the value goes.
struct Service(Connection);

impl Service {
    async fn upower(on_battery: bool, kind: u32) -> Self {
        let device = Device { kind, present: true };
        let service = zbus::connection::Builder::system()
            .unwrap()
            .serve_at(UPOWER, UPower { on_battery })
            .unwrap()
            .serve_at(format!("{UPOWER}/devices/DisplayDevice"), device)
            .unwrap();

        Self(service.name("org.freedesktop.UPower").unwrap().build().await.unwrap())
    }

    async fn network_manager(metered: u32, primary: &str) -> Self {
        let manager = Manager { metered, primary: object(primary) };
        let mut service = zbus::connection::Builder::system().unwrap().serve_at(NETWORK_MANAGER, manager).unwrap();
        for (path, name, vpn, below) in
            [("/home", "Home", false, "/"), ("/cafe", "Café", false, "/"), ("/vpn", "Company", true, "/cafe")]
        {
            service = service.serve_at(path, Active { name, vpn, below: object(below) }).unwrap();
        }

        Self(service.name("org.freedesktop.NetworkManager").unwrap().build().await.unwrap())
    }

    async fn object<T: zbus::object_server::Interface>(&self, path: &str) -> InterfaceRef<T> {
        self.0.object_server().interface(path).await.unwrap()
    }

    async fn set_on_battery(&self, on_battery: bool) {
        let object = self.object::<UPower>(UPOWER).await;
        object.get_mut().await.on_battery = on_battery;
        object.get().await.on_battery_changed(object.signal_emitter()).await.unwrap();
    }

    async fn set_network(&self, metered: u32, primary: &str) {
        let object = self.object::<Manager>(NETWORK_MANAGER).await;
        {
            let mut manager = object.get_mut().await;
            (manager.metered, manager.primary) = (metered, self::object(primary));
        }
        let manager = object.get().await;
        manager.metered_changed(object.signal_emitter()).await.unwrap();
        manager.primary_connection_changed(object.signal_emitter()).await.unwrap();
    }

    async fn set_device(&self, kind: u32) {
        self.object::<Device>("/org/freedesktop/UPower/devices/DisplayDevice").await.get_mut().await.kind = kind;
        let battery = ObjectPath::try_from("/org/freedesktop/UPower/devices/battery_BAT0").unwrap();
        self.0.emit_signal(None::<&str>, UPOWER, "org.freedesktop.UPower", "DeviceAdded", &battery).await.unwrap();
    }

    async fn end(self) {
        self.0.close().await.unwrap();
    }
}

fn object(path: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(path).unwrap()
}

struct Ears(mpsc::Receiver<Event>);

impl Ears {
    fn open() -> Self {
        let (sender, receiver) = mpsc::channel(64);
        tokio::spawn(watch(sender));

        Self(receiver)
    }

    async fn next(&mut self) -> Event {
        timeout(SOON, self.0.recv()).await.expect("an event comes soon").expect("somebody watches")
    }

    async fn quiet(&mut self) {
        if let Ok(event) = timeout(QUIET, self.0.recv()).await {
            assert_eq!(event, None, "nothing changed");
        }
    }
}

fn power(has_battery: bool, on_battery: bool, metered: Option<bool>) -> Event {
    Event::Power(Power { has_battery, on_battery, metered })
}

fn named(name: &str) -> Event {
    Event::Named(Some(name.to_owned()))
}

fn bus(rule: &str) -> (SessionBus, Vec<(&'static str, String)>) {
    let bus = SessionBus::start_with(rule).unwrap();
    let address = bus.address().to_owned();

    (bus, vec![("DBUS_SYSTEM_BUS_ADDRESS", address)])
}

#[test]
fn what_the_services_say_is_told_at_the_start_and_when_it_changes() {
    let body = async || {
        let upower = Service::upower(false, BATTERY).await;
        let manager = Service::network_manager(4, "/home").await;
        let mut ears = Ears::open();
        assert_eq!(ears.next().await, power(true, false, Some(false)));
        assert_eq!(ears.next().await, named("Home"));
        ears.quiet().await;

        upower.set_on_battery(true).await;
        assert_eq!(ears.next().await, power(true, true, Some(false)));
        manager.set_network(1, "/cafe").await;
        assert_eq!(ears.next().await, power(true, true, Some(true)));
        assert_eq!(ears.next().await, named("Café"));
        // Its connection is the VPN's now; the network below it is the same.
        manager.set_network(3, "/vpn").await;
        ears.quiet().await;
        manager.set_network(0, "/").await;
        assert_eq!(ears.next().await, power(true, true, None));
        assert_eq!(ears.next().await, Event::Named(None));

        // A battery that is taken out, and a machine on a UPS.
        upower.set_device(UPS).await;
        assert_eq!(ears.next().await, power(false, true, None));
    };
    with_variables(|| bus(""), || on_tokio(body()));
}

#[test]
fn a_service_that_repeats_itself_is_not_told_again() {
    let body = async || {
        let upower = Service::upower(true, BATTERY).await;
        let manager = Service::network_manager(1, "/home").await;
        let mut ears = Ears::open();
        assert_eq!(ears.next().await, power(true, true, Some(true)));
        assert_eq!(ears.next().await, named("Home"));

        for _ in 0..50 {
            upower.set_on_battery(true).await;
            manager.set_network(1, "/home").await;
        }
        ears.quiet().await;
        upower.set_on_battery(false).await;
        assert_eq!(ears.next().await, power(true, false, Some(true)), "it still listens");
    };
    with_variables(|| bus(""), || on_tokio(body()));
}

#[test]
fn services_that_come_later_or_go_are_noticed() {
    let body = async || {
        let mut ears = Ears::open();
        let Event::Power(alone) = ears.next().await else { unreachable!("power comes first") };
        assert_eq!(alone.metered, None);
        assert_eq!(ears.next().await, Event::Named(None));

        let manager = Service::network_manager(2, "/home").await;
        assert_eq!(ears.next().await, Event::Power(Power { metered: Some(false), ..alone }));
        assert_eq!(ears.next().await, named("Home"));
        let upower = Service::upower(true, BATTERY).await;
        assert_eq!(ears.next().await, power(true, true, Some(false)));

        manager.end().await;
        assert_eq!(ears.next().await, power(true, true, None));
        assert_eq!(ears.next().await, Event::Named(None));
        upower.end().await;
        assert_eq!(ears.next().await, Event::Power(alone));
    };
    with_variables(|| bus(""), || on_tokio(body()));
}

/// The note that the bus would leave if it started a service.
const STARTED: &str = "HOMEPORT_TEST_STARTED";

#[test]
fn no_service_is_started_for_this() {
    let prepare = || {
        let folder = tempfile::tempdir().unwrap();
        let started = folder.path().join("started").display().to_string();
        for name in ["org.freedesktop.UPower", "org.freedesktop.NetworkManager"] {
            let service = format!("[D-BUS Service]\nName={name}\nExec=/bin/touch {started}\n");
            std::fs::write(folder.path().join(format!("{name}.service")), service).unwrap();
        }
        let folders =
            format!("</policy><servicedir>{}</servicedir><policy context=\"default\">", folder.path().display());
        let (bus, mut variables) = bus(&folders);
        variables.push((STARTED, started));

        ((bus, folder), variables)
    };
    let body = async || {
        let started = PathBuf::from(std::env::var_os(STARTED).unwrap());
        let mut ears = Ears::open();
        assert!(matches!(ears.next().await, Event::Power(_)));
        assert_eq!(ears.next().await, Event::Named(None));
        ears.quiet().await;
        assert!(!started.exists());

        // It would be: whoever asks without the flag starts it. It never answers, as it is no service.
        let bus = Connection::system().await.unwrap();
        tokio::spawn(async move {
            let _ = bus.call_method(Some("org.freedesktop.UPower"), UPOWER, Some(PEER), "Ping", &()).await;
        });
        timeout(SOON, async {
            while !started.exists() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await
        .expect("the bus starts it");
    };
    with_variables(prepare, || on_tokio(body()));
}

#[test]
fn without_a_bus_it_is_told_once_what_the_kernel_says() {
    let body = async || {
        let mut ears = Ears::open();
        assert!(matches!(ears.next().await, Event::Power(Power { metered: None, .. })));
        assert_eq!(ears.next().await, Event::Named(None));
        assert_eq!(timeout(SOON, ears.0.recv()).await, Ok(None), "there is nothing to listen to");
    };
    let nowhere = ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus".to_owned());
    with_variables(|| ((), vec![nowhere]), || on_tokio(body()));
}

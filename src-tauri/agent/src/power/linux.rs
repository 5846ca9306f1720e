//! Linux: UPower and `NetworkManager` on the system bus. Neither is started for this: what is not there has nothing to
//! tell, and is noticed when it comes. Without UPower the kernel's files tell once; it tells of no change there.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use homeport_core::gateway::Power;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tracing::debug;
use zbus::export::ordered_stream::OrderedStreamExt;
use zbus::proxy::{CacheProperties, MethodFlags};
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, MatchRule, MessageStream, Proxy};

use super::Told;
use crate::power::Closed;

const UPOWER: &str = "org.freedesktop.UPower";
const UPOWER_PATH: &str = "/org/freedesktop/UPower";
/// The sum of all batteries that the machine runs on. It changes with each percent and is not listened to.
const DISPLAY_DEVICE: &str = "/org/freedesktop/UPower/devices/DisplayDevice";
const NETWORK_MANAGER: &str = "org.freedesktop.NetworkManager";
const NETWORK_MANAGER_PATH: &str = "/org/freedesktop/NetworkManager";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// The kernel's files.
const SUPPLIES: &str = "/sys/class/power_supply";

/// A bus or a service that does not answer is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// One change of the system comes as several signals.
const BURST: Duration = Duration::from_millis(200);
/// Signals that may wait to be taken; they are taken at once.
const QUEUE: usize = 8;

type Properties = HashMap<String, OwnedValue>;

/// Returns when there is no system bus, or it is gone.
pub(super) async fn watch(mut told: Told) {
    let changed = Arc::new(Notify::new());
    let opened = tokio::time::timeout(PATIENCE, listen(&changed)).await;
    let (bus, mut listening) = match opened.unwrap_or_else(|_| Err(zbus::Error::Failure("no answer".to_owned()))) {
        Ok(listening) => listening,
        Err(error) => {
            debug!(%error, "no word of power and network from the system bus");
            // When nobody listens any more, the resident is ending.
            let _ = told.tell(supplies(Path::new(SUPPLIES)), None).await;
            return;
        }
    };
    loop {
        let (power, network) = tokio::join!(power(&bus), network(&bus));
        let (metered, name) = network.unwrap_or_default();
        let told = told.tell(Power { metered, ..power }, name).await;
        if let Err(Closed) = told {
            return;
        }
        tokio::select! {
            () = changed.notified() => tokio::time::sleep(BURST).await,
            _ = listening.join_next() => return debug!("the system bus is gone"),
        }
    }
}

/// Listens first, so that no change is missed. Each signal is taken at once by a task of its own: one that waits would
/// hold back the answers to questions.
async fn listen(changed: &Arc<Notify>) -> zbus::Result<(Connection, JoinSet<()>)> {
    let bus = Connection::system().await?;
    let mut tasks = JoinSet::new();
    for rule in [
        properties_of(UPOWER, UPOWER_PATH)?,
        // A device comes or goes, which may be the battery.
        MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .sender(UPOWER)?
            .path(UPOWER_PATH)?
            .interface(UPOWER)?
            .build(),
        properties_of(NETWORK_MANAGER, NETWORK_MANAGER_PATH)?,
        owner_of(UPOWER)?,
        owner_of(NETWORK_MANAGER)?,
    ] {
        let mut signals = MessageStream::for_match_rule(rule, &bus, Some(QUEUE)).await?;
        let changed = Arc::clone(changed);
        tasks.spawn(async move {
            while signals.next().await.is_some() {
                changed.notify_one();
            }
        });
    }

    Ok((bus, tasks))
}

/// A service's own properties, whose interface has its name.
fn properties_of(service: &'static str, path: &'static str) -> zbus::Result<MatchRule<'static>> {
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .sender(service)?
        .path(path)?
        .interface(PROPERTIES)?
        .member("PropertiesChanged")?
        .arg(0, service)?;

    Ok(rule.build())
}

/// A service comes, goes or is replaced.
fn owner_of(service: &'static str) -> zbus::Result<MatchRule<'static>> {
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .sender("org.freedesktop.DBus")?
        .interface("org.freedesktop.DBus")?
        .member("NameOwnerChanged")?
        .arg(0, service)?;

    Ok(rule.build())
}

/// What the machine runs on; what the network costs is not known here.
async fn power(bus: &Connection) -> Power {
    /// `UP_DEVICE_KIND_BATTERY`; a UPS is another kind, and nobody carries that about.
    const BATTERY: u32 = 2;
    let manager = properties(bus, UPOWER, UPOWER_PATH, UPOWER).await;
    let Some(on_battery) = manager.as_ref().and_then(|manager| boolean(manager, "OnBattery")) else {
        return supplies(Path::new(SUPPLIES));
    };
    let device = properties(bus, UPOWER, DISPLAY_DEVICE, "org.freedesktop.UPower.Device").await;
    let has_battery = device
        .is_some_and(|device| number(&device, "Type") == Some(BATTERY) && boolean(&device, "IsPresent") == Some(true));

    Power { has_battery, on_battery, metered: None }
}

/// Whether the network is paid for by its amount, and its name.
async fn network(bus: &Connection) -> Option<(Option<bool>, Option<String>)> {
    let manager = properties(bus, NETWORK_MANAGER, NETWORK_MANAGER_PATH, NETWORK_MANAGER).await?;
    // `NMMetered`: yes, no, and both as a guess.
    let metered = match number(&manager, "Metered") {
        Some(1 | 3) => Some(true),
        Some(2 | 4) => Some(false),
        _ => None,
    };
    let mut name = None;
    if let Some(primary) = path(&manager, "PrimaryConnection") {
        let mut connection = active(bus, &primary).await;
        // A VPN says which connection it goes over: that one is the network.
        let below = connection.as_ref().filter(|connection| boolean(connection, "Vpn") == Some(true));
        if let Some(below) = below.and_then(|connection| path(connection, "SpecificObject")) {
            connection = active(bus, &below).await;
        }
        name = connection.and_then(|connection| text(&connection, "Id"));
    }

    Some((metered, name))
}

async fn active(bus: &Connection, path: &OwnedObjectPath) -> Option<Properties> {
    properties(bus, NETWORK_MANAGER, path.as_str(), "org.freedesktop.NetworkManager.Connection.Active").await
}

/// `None` when the service is not there or does not answer.
async fn properties(bus: &Connection, service: &str, path: &str, interface: &str) -> Option<Properties> {
    let asking = async {
        let proxy: Proxy<'_> = zbus::proxy::Builder::new(bus)
            .destination(service)?
            .path(path)?
            .interface(PROPERTIES)?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;

        proxy.call_with_flags::<_, _, Properties>("GetAll", MethodFlags::NoAutoStart.into(), &interface).await
    };
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(Ok(properties)) => properties,
        Ok(Err(error)) => {
            debug!(service, %error, "no word of its properties");
            None
        }
        Err(_) => {
            debug!(service, "it does not answer");
            None
        }
    }
}

fn boolean(properties: &Properties, name: &str) -> Option<bool> {
    properties.get(name)?.downcast_ref().ok()
}

fn number(properties: &Properties, name: &str) -> Option<u32> {
    properties.get(name)?.downcast_ref().ok()
}

fn text(properties: &Properties, name: &str) -> Option<String> {
    match &**properties.get(name)? {
        Value::Str(text) => Some(text.to_string()),
        _ => None,
    }
}

/// `None` also for `/`, which stands for "no object".
fn path(properties: &Properties, name: &str) -> Option<OwnedObjectPath> {
    match &**properties.get(name)? {
        Value::ObjectPath(path) if path.as_str() != "/" => Some(path.clone().into()),
        _ => None,
    }
}

/// What the kernel's files say (`Documentation/ABI/testing/sysfs-class-power`).
fn supplies(folder: &Path) -> Power {
    let mut power = Power::default();
    let (mut discharging, mut online) = (false, false);
    for supply in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let read = |name: &str| std::fs::read_to_string(supply.path().join(name)).unwrap_or_default();
        let is = |name: &str, value: &str| read(name).trim() == value;
        if is("type", "Battery") {
            // A mouse has one too.
            if is("scope", "Device") || is("present", "0") {
                continue;
            }
            power.has_battery = true;
            discharging |= is("status", "Discharging");
        } else {
            online |= is("online", "1");
        }
    }
    power.on_battery = discharging && !online;

    power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> (bool, bool) {
        let folder = tempfile::tempdir().unwrap();
        for (file, content) in files {
            let file = folder.path().join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, format!("{content}\n")).unwrap();
        }
        let power = supplies(folder.path());

        (power.has_battery, power.on_battery)
    }

    #[test]
    fn the_kernels_files_tell_of_batteries_that_the_machine_runs_on() {
        let battery = [("BAT0/type", "Battery"), ("BAT0/present", "1"), ("BAT0/status", "Discharging")];
        let mains = |online| [("AC/type", "Mains"), ("AC/online", online)];
        let mouse = [("hid/type", "Battery"), ("hid/scope", "Device"), ("hid/status", "Discharging")];

        assert_eq!(of(&[]), (false, false), "no such file");
        assert_eq!(of(&mouse), (false, false));
        assert_eq!(of(&battery), (true, true));
        assert_eq!(of(&[&battery[..], &mains("0")].concat()), (true, true));
        // With a weak charger the battery runs down, and the machine is on the mains all the same.
        assert_eq!(of(&[&battery[..], &mains("1")].concat()), (true, false));
        assert_eq!(of(&[("BAT0/type", "Battery"), ("BAT0/present", "0")]), (false, false), "an empty bay");
    }
}

//! Knot DNS on loopback, with a key that may change the addresses in its zone by signed DNS UPDATE.

use std::net::SocketAddr;
use std::process::Command;

use crate::bind::{Zone, secret};
use crate::server::{Folder, Server, free_address};

/// A key that the server knows and that may change nothing.
pub const IDLE_KEY: &str = "idle-key";

/// A running Knot. It ends when this is dropped.
#[derive(Debug)]
pub struct Knot {
    /// Where it answers, over UDP and TCP.
    pub address: SocketAddr,
    _server: Server,
}

impl Knot {
    /// Starts `knotd` with this zone.
    ///
    /// # Panics
    ///
    /// When it is not installed or does not start.
    #[must_use]
    pub fn start(zone: &Zone<'_>) -> Self {
        Self::start_at(free_address(), zone)
    }

    /// The same at this address, which has to be IPv4.
    ///
    /// # Panics
    ///
    /// As [`Self::start`].
    #[must_use]
    pub fn start_at(address: SocketAddr, zone: &Zone<'_>) -> Self {
        let folder = Folder::new();
        let (name, ip) = (zone.name, address.ip());
        let file = format!("$TTL 60\n@ SOA ns nobody 1 60 60 60 5\n@ NS ns\nns A {ip}\n{}", zone.records);
        folder.write(&format!("{name}.zone"), &file);
        let configuration = folder.write("knot.conf", &configuration(zone, address, &folder));
        let start = |command: &mut Command| {
            command.arg("-c").arg(configuration);
        };

        Self { address, _server: folder.start("/usr/sbin/knotd", start, address) }
    }
}

fn configuration(zone: &Zone<'_>, address: SocketAddr, folder: &Folder) -> String {
    let (name, key, folder) = (zone.name, zone.key_name, folder.path().display());
    let key_of = |key: &str| format!("  - id: {key}\n    algorithm: hmac-sha256\n    secret: {}\n", secret(key));

    format!(
        "server:\n  listen: {}@{}\n  rundir: {folder}\nlog:\n  - target: stdout\n    any: info\n\
         database:\n  storage: {folder}\nkey:\n{}{}acl:\n  - id: update\n    key: {key}\n    action: update\n    \
         update-type: [ A, AAAA ]\nzone:\n  - domain: {name}\n    storage: {folder}\n    file: {name}.zone\n    \
         journal-content: none\n    acl: update\n",
        address.ip(),
        address.port(),
        key_of(key),
        key_of(IDLE_KEY),
    )
}

//! The system's own resolvers, as they are now.

use std::net::SocketAddr;

#[cfg(not(windows))]
pub(super) use unix::resolvers;
#[cfg(windows)]
pub(super) use windows::resolvers;

const PORT: u16 = 53;

/// Linux keeps them in `/etc/resolv.conf`, and macOS writes those of the network in use there.
#[cfg(not(windows))]
mod unix {
    use super::{PORT, SocketAddr};

    pub(in super::super) async fn resolvers() -> Vec<SocketAddr> {
        let text = std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default();
        let mut found = Vec::new();
        for server in listed(&text) {
            // The system turns the interface's name of a link-local address (`fe80::1%eth0`) into its number.
            if let Ok(addresses) = tokio::net::lookup_host((server, PORT)).await {
                found.extend(addresses);
            }
        }

        found
    }

    /// The addresses after `nameserver` (resolv.conf(5)).
    fn listed(text: &str) -> impl Iterator<Item = &str> {
        text.lines()
            .filter_map(|line| line.trim().strip_prefix("nameserver"))
            .filter(|rest| rest.starts_with([' ', '\t']))
            .filter_map(|rest| rest.split_whitespace().next())
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_servers_of_the_file_are_found() {
            let text = "# by hand\nsearch example.org\nnameserver 127.0.0.53\n  nameserver\tfe80::1%eth0 # router\n\
                        ;nameserver 192.0.2.1\nnameservers 192.0.2.2\noptions edns0\n";

            assert_eq!(listed(text).collect::<Vec<_>>(), ["127.0.0.53", "fe80::1%eth0"]);
        }
    }
}

#[cfg(windows)]
mod windows {
    use super::{PORT, SocketAddr};

    pub(in super::super) async fn resolvers() -> Vec<SocketAddr> {
        tokio::task::spawn_blocking(listed).await.unwrap_or_default()
    }

    /// Those of the adapters that are up, the preferred adapter first.
    fn listed() -> Vec<SocketAddr> {
        let mut adapters = ipconfig::get_adapters().unwrap_or_default();
        adapters.retain(|adapter| adapter.oper_status() == ipconfig::OperStatus::IfOperStatusUp);
        adapters.sort_by_key(|adapter| adapter.ipv4_metric().min(adapter.ipv6_metric()));

        adapters
            .iter()
            .flat_map(ipconfig::Adapter::dns_servers)
            // fec0:0:0:ffff::/64 is what Windows lists where there is none.
            .filter(|address| !matches!(address, std::net::IpAddr::V6(v6) if v6.segments()[0] == 0xfec0))
            .map(|address| SocketAddr::new(*address, PORT))
            .collect()
    }
}

//! The network services of `SystemConfiguration`: the way out beside a tunnel is that of the first service in the user's
//! order which has a router and is no tunnel.

use std::net::IpAddr;

use system_configuration::core_foundation::dictionary::CFDictionary;
use system_configuration::core_foundation::propertylist::CFPropertyList;
use system_configuration::dynamic_store::SCDynamicStore;

use crate::run_loop;

/// The interface and the router of the first service that is no tunnel. `family` is `IPv4` or `IPv6`.
pub(super) fn beside_tunnels(store: &SCDynamicStore, family: &str) -> Option<(String, Option<IpAddr>)> {
    let order = order(store);
    let keys = store.get_keys(format!("State:/Network/Service/[^/]+/{family}").as_str())?;
    let mut found: Vec<(usize, String, Option<IpAddr>)> = keys
        .iter()
        .filter_map(|key| {
            let key = key.to_string();
            let service = dictionary(store, &key)?;
            let interface = run_loop::text(&service, "InterfaceName").filter(|name| !super::is_tunnel(name))?;
            let router = super::address_of_router(&run_loop::text(&service, "Router")?);
            let identity = key.split('/').nth(3)?;
            let place = order.iter().position(|other| other == identity).unwrap_or(usize::MAX);

            Some((place, interface, router))
        })
        .collect();
    found.sort();
    let (_, interface, router) = found.into_iter().next()?;

    Some((interface, router))
}

/// The services in the order in which the user has put them. It is kept with IPv4 for both families.
fn order(store: &SCDynamicStore) -> Vec<String> {
    let global = dictionary(store, "Setup:/Network/Global/IPv4");

    global.map(|global| run_loop::texts(&global, "ServiceOrder")).unwrap_or_default()
}

fn dictionary(store: &SCDynamicStore, key: &str) -> Option<CFDictionary> {
    store.get(key).and_then(CFPropertyList::downcast_into::<CFDictionary>)
}

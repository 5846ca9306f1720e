//! Makes a client when it is first needed and lets go of all of them when nobody used one for half a minute. The trusted
//! certificates stay for a day: reading them costs more time than keeping them costs memory.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use homeport_core::address::Family;
use reqwest::redirect::{Attempt, Policy};
use reqwest::{Client, ClientBuilder, Proxy};
use rustls::ClientConfig;
use tokio::time::Instant;

use super::names::Names;
use super::{Limits, Trust, user_agent};

/// How long a connection to a provider is kept for the next request: within one burst, and no longer. A connection from
/// an address that is gone swallows requests until they time out, just when the new address is to be told.
const KEEP_CONNECTION: Duration = Duration::from_millis(500);
/// How long the clients are kept after their last use.
const KEEP_CLIENTS: Duration = Duration::from_secs(30);
/// How long the system's certificates are kept before they are read anew, so that a change of them counts.
const KEEP_ANCHORS: Duration = Duration::from_secs(24 * 60 * 60);

/// Whom a client speaks to, and by which rules.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind {
    pub(super) purpose: Purpose,
    /// Over `http`, to this network only.
    pub(super) plain: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    Provider,
    /// Over this family, and by this interface if one is named.
    Echo(Family, Option<String>),
}

pub(super) struct Clients {
    trust: Trust,
    limits: Limits,
    made: Arc<Mutex<Made>>,
    proxy: Mutex<Proxying>,
}

/// The proxy of the settings; without one the environment's counts, and never for echo services.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Proxying {
    pub(super) address: Option<String>,
    pub(super) for_echo: bool,
}

#[derive(Default)]
struct Made {
    tls: Option<(Instant, ClientConfig)>,
    clients: BTreeMap<Kind, Client>,
    last_use: Option<Instant>,
    /// A task waits to let go of everything.
    waiting: bool,
}

impl Clients {
    pub(super) fn new(trust: Trust, limits: Limits) -> Self {
        Self { trust, limits, made: Arc::default(), proxy: Mutex::default() }
    }

    /// From now on requests go this way. The clients of before are let go.
    pub(super) fn use_proxy(&self, wanted: Proxying) {
        let mut proxy = self.proxy.lock().unwrap_or_else(PoisonError::into_inner);
        if *proxy != wanted {
            *proxy = wanted;
            self.made.lock().unwrap_or_else(PoisonError::into_inner).clients.clear();
        }
    }

    /// No further request uses a connection of before.
    pub(super) fn let_go(&self) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).clients.clear();
    }

    pub(super) fn trust(&self) -> &Trust {
        &self.trust
    }

    pub(super) fn get(&self, kind: Kind) -> Result<Client, MakingError> {
        let proxy = self.proxy.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.last_use = Some(Instant::now());
        if !made.waiting {
            made.waiting = true;
            tokio::spawn(let_go_when_idle(Arc::clone(&self.made)));
        }
        if let Some(client) = made.clients.get(&kind) {
            return Ok(client.clone());
        }
        let tls = match &made.tls {
            Some((read, tls)) if read.elapsed() < KEEP_ANCHORS => tls.clone(),
            _ => made.tls.insert((Instant::now(), self.trust.configuration()?)).1.clone(),
        };
        let client = build(&kind, tls, self.limits, &proxy)?;
        made.clients.insert(kind, client.clone());

        Ok(client)
    }
}

async fn let_go_when_idle(made: Arc<Mutex<Made>>) {
    loop {
        let last_use = {
            let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
            match made.last_use {
                Some(at) if at.elapsed() < KEEP_CLIENTS => at,
                _ => {
                    made.clients.clear();
                    made.waiting = false;
                    return;
                }
            }
        };
        tokio::time::sleep_until(last_use + KEEP_CLIENTS).await;
    }
}

fn build(kind: &Kind, tls: ClientConfig, limits: Limits, proxy: &Proxying) -> Result<Client, reqwest::Error> {
    let through_proxy = proxy.address.as_deref().filter(|_| match &kind.purpose {
        // A device in this network is never behind a proxy.
        _ if kind.plain => false,
        Purpose::Provider => true,
        Purpose::Echo(_, through) => proxy.for_echo && through.is_none(),
    });
    let (family, deadline) = match &kind.purpose {
        Purpose::Provider => (None, limits.provider),
        // The proxy's own name may have addresses of the other family only.
        Purpose::Echo(..) if through_proxy.is_some() => (None, limits.echo),
        Purpose::Echo(family, _) => (Some(*family), limits.echo),
    };
    let builder = Client::builder()
        .tls_backend_preconfigured(tls)
        .user_agent(user_agent())
        .referer(false)
        .https_only(!kind.plain)
        .dns_resolver(Names { family, local: kind.plain, limit: deadline / 2 })
        .timeout(deadline)
        // Shorter than the deadline, so that a request that ran out of time without this limit had been sent.
        .connect_timeout(deadline * 3 / 5)
        .pool_idle_timeout(KEEP_CONNECTION);
    let builder = match &kind.purpose {
        Purpose::Provider => builder.redirect(Policy::none()).pool_max_idle_per_host(4),
        Purpose::Echo(..) if through_proxy.is_some() => {
            builder.redirect(Policy::custom(once_on_the_same_host)).pool_max_idle_per_host(0).gzip(false)
        }
        Purpose::Echo(family, through) => leaving_by(through.as_deref(), for_echo(builder, *family)),
    };
    let builder = match through_proxy {
        Some(address) => builder.proxy(Proxy::all(address)?),
        None if kind.plain => builder.no_proxy(),
        None => builder,
    };

    builder.build()
}

fn for_echo(builder: ClientBuilder, family: Family) -> ClientBuilder {
    let any: IpAddr = match family {
        Family::Ipv4 => Ipv4Addr::UNSPECIFIED.into(),
        Family::Ipv6 => Ipv6Addr::UNSPECIFIED.into(),
    };

    builder
        .redirect(Policy::custom(once_on_the_same_host))
        .pool_max_idle_per_host(0)
        .no_proxy()
        .gzip(false)
        .local_address(any)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn leaving_by(interface: Option<&str>, builder: ClientBuilder) -> ClientBuilder {
    match interface {
        Some(interface) => builder.interface(interface),
        None => builder,
    }
}

/// `BINDS` is false here, so that no interface is ever named.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn leaving_by(_interface: Option<&str>, builder: ClientBuilder) -> ClientBuilder {
    builder
}

fn once_on_the_same_host(attempt: Attempt<'_>) -> reqwest::redirect::Action {
    let [from] = attempt.previous() else {
        return attempt.stop();
    };
    let to = attempt.url();
    if to.scheme() == "https" && to.host() == from.host() { attempt.follow() } else { attempt.stop() }
}

/// Why no client could be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum MakingError {
    #[error("the rules for certificates cannot be set up")]
    Trust(#[from] rustls::Error),
    #[error("the HTTP client cannot be set up")]
    Client(#[from] reqwest::Error),
}

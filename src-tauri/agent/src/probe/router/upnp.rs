//! `UPnP`: finds the gateway's service, asks it for the external address, and subscribes to its events (`UPnP` Device
//! Architecture 1.1, 4). Events come to a listener that is bound to the address in the router's network, has a random
//! path, takes connections of the router only, and is open only while subscribed.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use homeport_core::gateway::{Gateway, Protocol, Said};
use homeport_core::packet::http::{Message, Start};
use homeport_core::packet::{igd, ssdp};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout, timeout_at};
use url::Url;

use super::http::{Fault, exchange, read};
use super::{Kind, Told};

/// How long answers to a search are waited for: devices take up to a second, and the search is sent twice.
const SEARCH: Duration = Duration::from_millis(2_500);
/// The longest answer to a search.
const LONGEST: usize = 2_048;
/// For how long a subscription is asked for, in seconds.
const SUBSCRIPTION: u64 = 1_800;
/// A router may say another time; a shorter one than this is not believed, as it would wake us again and again.
const SHORTEST: u64 = 60;
/// How long a router may take to tell one event.
const EVENT: Duration = Duration::from_secs(3);
/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);
/// Who connects and is not the router is not heard again for this long.
const STRANGER: Duration = Duration::from_millis(50);

/// A promise to tell.
struct Subscription {
    id: String,
    renew_at: Instant,
    listener: TcpListener,
    path: String,
}

struct Upnp {
    told: Told,
    connection: Option<igd::Connection>,
    subscription: Option<Subscription>,
}

/// Answers each question, and tells of events between them.
pub(super) async fn run(told: Told, mut asked: mpsc::Receiver<()>) {
    let mut upnp = Upnp { told, connection: None, subscription: None };
    loop {
        let renew_at = upnp.subscription.as_ref().map(|subscription| subscription.renew_at);
        tokio::select! {
            question = asked.recv() => match question {
                Some(()) => upnp.ask().await,
                None => break,
            },
            stream = accepted(upnp.subscription.as_ref()) => upnp.hear(stream).await,
            () = sleep_until(renew_at.unwrap_or_else(Instant::now)), if renew_at.is_some() => upnp.renew().await,
        }
    }
    upnp.say_farewell().await;
}

/// The next connection of anybody; never without a subscription.
async fn accepted(subscription: Option<&Subscription>) -> (TcpStream, IpAddr) {
    let Some(subscription) = subscription else { return std::future::pending().await };
    loop {
        match subscription.listener.accept().await {
            Ok((stream, peer)) => return (stream, peer.ip()),
            Err(error) => {
                tracing::debug!(%error, "a connection of the router was not taken");
                tokio::time::sleep(STRANGER).await;
            }
        }
    }
}

impl Upnp {
    async fn ask(&mut self) {
        let said = match self.address().await {
            Ok(address) => Said::Answered { address, epoch: None },
            Err(error) => {
                tracing::debug!("the router's service {error}");
                self.connection = None;
                self.end_subscription().await;
                Said::Silent
            }
        };
        self.told.tell(Protocol::Upnp, said).await;
        if said != Said::Silent && self.subscription.is_none() {
            self.subscribe().await;
        }
    }

    async fn address(&mut self) -> Result<Option<Ipv4Addr>, Fault> {
        if let Some(connection) = &self.connection {
            return external_address(&self.told.gateway, connection).await;
        }
        let mut first = None;
        // Of several connections the one that is up counts.
        for connection in discover(&self.told).await? {
            match external_address(&self.told.gateway, &connection).await {
                Ok(Some(address)) => {
                    self.connection = Some(connection);
                    return Ok(Some(address));
                }
                Ok(None) => first = first.or(Some(connection)),
                Err(error) => tracing::debug!(service = connection.service, "the router's service {error}"),
            }
        }
        self.connection = first;

        if self.connection.is_some() { Ok(None) } else { Err(Fault::Timeout) }
    }

    async fn subscribe(&mut self) {
        let Some(events) = self.connection.as_ref().and_then(|connection| connection.events.clone()) else { return };
        match subscribe(&self.told.gateway, &events).await {
            Ok(subscription) => {
                self.subscription = Some(subscription);
                self.told.tell(Protocol::Upnp, Said::Promised(true)).await;
            }
            Err(error) => tracing::debug!("a subscription: the router {error}"),
        }
    }

    async fn renew(&mut self) {
        let events = self.connection.as_ref().and_then(|connection| connection.events.clone());
        let (Some(events), Some(subscription)) = (events, &mut self.subscription) else { return };
        let headers = format!("SID: {}\r\nTIMEOUT: Second-{SUBSCRIPTION}\r\n", subscription.id);
        let answer = exchange(self.told.gateway.own, "SUBSCRIBE", &events, &headers, "").await;
        match answer {
            Ok(message) if message.start == Start::Response(200) => {
                subscription.renew_at = Instant::now() + half(lasting(&message));
            }
            // The router began anew, or forgot: it is asked and subscribed to again.
            _ => {
                self.end_subscription().await;
                self.ask().await;
            }
        }
    }

    async fn end_subscription(&mut self) {
        if self.subscription.take().is_some() {
            self.told.tell(Protocol::Upnp, Said::Promised(false)).await;
        }
    }

    async fn hear(&mut self, (mut stream, peer): (TcpStream, IpAddr)) {
        if peer != IpAddr::from(self.told.gateway.address) {
            drop(stream);
            tokio::time::sleep(STRANGER).await;
            return;
        }
        let Ok(Ok(message)) = timeout(EVENT, read(&mut stream)).await else { return };
        let wanted = self.subscription.as_ref().is_some_and(|subscription| is_event(&message, subscription));
        let status = if wanted { "200 OK" } else { "412 Precondition Failed" };
        let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        let _ = timeout(EVENT, stream.write_all(answer.as_bytes())).await;
        if !wanted {
            return;
        }
        match igd::event(&message.body) {
            Ok(Some(told)) => {
                let said = Said::Announced { address: told.address, epoch: None };
                self.told.tell(Protocol::Upnp, said).await;
            }
            Ok(None) => {}
            Err(error) => self.told.drop_malformed(Kind::Upnp, &error),
        }
    }

    async fn say_farewell(&mut self) {
        let events = self.connection.take().and_then(|connection| connection.events);
        if let (Some(events), Some(subscription)) = (events, self.subscription.take()) {
            let headers = format!("SID: {}\r\n", subscription.id);
            let farewell = exchange(self.told.gateway.own, "UNSUBSCRIBE", &events, &headers, "");
            // The subscription ends by itself, too.
            let _ = timeout(FAREWELL, farewell).await;
        }
    }
}

fn is_event(message: &Message, subscription: &Subscription) -> bool {
    matches!(&message.start, Start::Request(method, target) if method == "NOTIFY" && *target == subscription.path)
        && message.header("sid") == Some(&subscription.id)
        && message.header("nts") == Some("upnp:propchange")
}

/// The connections that the gateway describes, the most likely one first.
async fn discover(told: &Told) -> Result<Vec<igd::Connection>, Fault> {
    let gateway = &told.gateway;
    let location = search(told).await?;
    let description = exchange(gateway.own, "GET", &location, "", "").await?;

    Ok(igd::connections(&description.body, &location, gateway.address.into())?)
}

async fn search(told: &Told) -> Result<Url, Fault> {
    let gateway = &told.gateway;
    let socket = UdpSocket::bind((gateway.own, 0)).await?;
    socket2::SockRef::from(&socket).set_multicast_if_v4(&gateway.own)?;
    let deadline = Instant::now() + SEARCH;
    let mut buffer = [0; LONGEST];
    for attempt in 1..=2_u32 {
        for target in ssdp::TARGETS {
            socket.send_to(ssdp::search(target).as_bytes(), ssdp::GROUP).await?;
        }
        let until = if attempt == 1 { Instant::now() + SEARCH / 2 } else { deadline };
        while let Ok(received) = timeout_at(until, socket.recv_from(&mut buffer)).await {
            let (length, from) = received?;
            if from.ip() != IpAddr::from(gateway.address) {
                continue;
            }
            match ssdp::parse(buffer.get(..length).unwrap_or_default(), from.ip()) {
                Ok(location) => return Ok(location),
                Err(error) => told.drop_malformed(Kind::Ssdp, &error),
            }
        }
    }

    Err(Fault::Timeout)
}

async fn external_address(gateway: &Gateway, connection: &igd::Connection) -> Result<Option<Ipv4Addr>, Fault> {
    let headers = format!(
        "Content-Type: text/xml; charset=\"utf-8\"\r\nSOAPAction: \"{}#GetExternalIPAddress\"\r\n",
        connection.service
    );
    let body = igd::question(&connection.service);
    let answer = exchange(gateway.own, "POST", &connection.control, &headers, &body).await?;

    Ok(igd::external_address(&answer.body)?.address)
}

async fn subscribe(gateway: &Gateway, events: &Url) -> Result<Subscription, Fault> {
    // The system picks the port: none can be taken.
    let listener = TcpListener::bind((gateway.own, 0)).await?;
    let port = listener.local_addr()?.port();
    let random = getrandom::u64().map_err(|error| std::io::Error::other(error.to_string()))?;
    let path = format!("/{random:016x}");
    let headers = format!(
        "CALLBACK: <http://{}:{port}{path}>\r\nNT: upnp:event\r\nTIMEOUT: Second-{SUBSCRIPTION}\r\n",
        gateway.own
    );
    let answer = exchange(gateway.own, "SUBSCRIBE", events, &headers, "").await?;
    if answer.start != Start::Response(200) {
        return Err(homeport_core::packet::Malformed::Other.into());
    }
    let id = answer.header("sid").filter(|id| !id.is_empty()).ok_or(homeport_core::packet::Malformed::Unreadable)?;

    Ok(Subscription { id: id.to_owned(), renew_at: Instant::now() + half(lasting(&answer)), listener, path })
}

/// How long the router says that the subscription lasts, in seconds.
fn lasting(message: &Message) -> u64 {
    let seconds = message.header("timeout").and_then(|value| value.strip_prefix("Second-")?.trim().parse().ok());

    seconds.unwrap_or(SUBSCRIPTION).clamp(SHORTEST, SUBSCRIPTION)
}

fn half(seconds: u64) -> Duration {
    Duration::from_secs(seconds / 2)
}

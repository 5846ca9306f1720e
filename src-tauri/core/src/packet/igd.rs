//! The XML of an Internet Gateway Device (UPnP IGD 1 and 2): its description, its answers and its events. The parser has
//! no entities of a document's own and no limit that a document could choose.

use std::net::{IpAddr, Ipv4Addr};

use roxmltree::{Document, Node, ParsingOptions};
use url::Url;

use super::ssdp::is_of;
use super::{LONGEST_BODY, Malformed, ipv4_in};

/// The services that know the external address, the newest first.
const SERVICES: [&str; 4] = [
    "urn:schemas-upnp-org:service:WANIPConnection:2",
    "urn:schemas-upnp-org:service:WANIPConnection:1",
    "urn:schemas-upnp-org:service:WANPPPConnection:2",
    "urn:schemas-upnp-org:service:WANPPPConnection:1",
];
/// The most nodes of a document.
const MOST_NODES: u32 = 4_096;
/// The most connections of one router that are tried.
const MOST_CONNECTIONS: usize = 4;

/// A connection to the internet, as its description names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The service's type.
    pub service: String,
    /// Where it takes actions.
    pub control: Url,
    /// Where it takes subscriptions.
    pub events: Option<Url>,
}

/// Reads a description: its connections, the most likely one first. `location` is where it was read.
///
/// # Errors
///
/// [`Malformed::Elsewhere`] when all connections are on another host; [`Malformed::Other`] when there is none.
pub fn connections(body: &[u8], location: &Url, host: IpAddr) -> Result<Vec<Connection>, Malformed> {
    let text = text(body)?;
    let document = document(text)?;
    // `URLBase` is of version 1.0 and overrides the location (UPnP Device Architecture 1.0, 2.1).
    let base = child_text(document.root_element(), "URLBase").and_then(|base| base.parse().ok());
    let base: &Url = base.as_ref().filter(|base| is_of(base, host)).unwrap_or(location);
    let mut found = Vec::new();
    let mut elsewhere = false;
    for node in document.descendants().filter(|node| node.has_tag_name_local("service")) {
        let Some(service) = child_text(node, "serviceType").filter(|kind| SERVICES.contains(kind)) else { continue };
        let url = |name| child_text(node, name).filter(|path| !path.is_empty()).and_then(|path| base.join(path).ok());
        let Some(control) = url("controlURL") else { continue };
        if !is_of(&control, host) {
            elsewhere = true;
            continue;
        }
        let events = url("eventSubURL").filter(|events| is_of(events, host));
        found.push(Connection { service: service.to_owned(), control, events });
    }
    found.sort_by_key(|connection| SERVICES.iter().position(|service| *service == connection.service));
    found.truncate(MOST_CONNECTIONS);
    match (found.is_empty(), elsewhere) {
        (false, _) => Ok(found),
        (true, true) => Err(Malformed::Elsewhere),
        (true, false) => Err(Malformed::Other),
    }
}

/// What a router says of its external address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The address; `None` while the router has none, which it also tells as `0.0.0.0`.
    pub address: Option<Ipv4Addr>,
}

/// The body of the question for the external address.
#[must_use]
pub fn question(service: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\r\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:GetExternalIPAddress \
         xmlns:u=\"{service}\"/></s:Body></s:Envelope>\r\n"
    )
}

/// Reads the answer to [`question`].
///
/// # Errors
///
/// [`Malformed`].
pub fn external_address(body: &[u8]) -> Result<Told, Malformed> {
    named_address(body, "NewExternalIPAddress")?.ok_or(Malformed::Other)
}

/// Reads an event. `None`: it is about other variables.
///
/// # Errors
///
/// [`Malformed`].
pub fn event(body: &[u8]) -> Result<Option<Told>, Malformed> {
    named_address(body, "ExternalIPAddress")
}

fn named_address(body: &[u8], name: &str) -> Result<Option<Told>, Malformed> {
    let text = text(body)?;
    let document = document(text)?;
    let mut found = None;
    for node in document.descendants().filter(|node| node.has_tag_name_local(name)) {
        let value = node.text().unwrap_or_default().trim();
        let address = match value {
            "" => None,
            value => Some(ipv4_in(value).ok_or(Malformed::Unreadable)?).filter(|address| !address.is_unspecified()),
        };
        match found.replace(Told { address }) {
            Some(before) if before.address != address => return Err(Malformed::Contradiction),
            _ => {}
        }
    }

    Ok(found)
}

fn text(body: &[u8]) -> Result<&str, Malformed> {
    if body.len() > LONGEST_BODY {
        return Err(Malformed::Length);
    }
    // Some routers end a document with a zero.
    let text = std::str::from_utf8(body).map_err(|_| Malformed::Unreadable)?;

    Ok(text.trim_matches(|character: char| character.is_whitespace() || character == '\0' || character == '\u{feff}'))
}

fn document(text: &str) -> Result<Document<'_>, Malformed> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };

    Document::parse_with_options(text, options).map_err(|_| Malformed::Unreadable)
}

fn child_text<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name_local(name)).and_then(|child| child.text()).map(str::trim)
}

/// Routers are careless about namespaces.
trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUTER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 7, 1));
    const HOME: Told = Told { address: Some(Ipv4Addr::new(20, 1, 0, 7)) };
    const NONE: Told = Told { address: None };

    fn location() -> Url {
        "http://192.168.7.1:5000/rootDesc.xml".parse().unwrap()
    }

    fn description(services: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\"><device><deviceList><device>\
             <serviceList>{services}</serviceList></device></deviceList></device></root>"
        )
    }

    fn service(kind: &str, control: &str) -> String {
        format!(
            "<service><serviceType>urn:schemas-upnp-org:service:{kind}</serviceType><controlURL>{control}</controlURL>\
             <eventSubURL>/evt</eventSubURL></service>"
        )
    }

    #[test]
    fn a_description_names_its_connections_the_most_likely_first() {
        let text = description(
            &[
                service("Layer3Forwarding:1", "/l3"),
                service("WANPPPConnection:1", "/ppp"),
                service("WANIPConnection:1", "/ip"),
            ]
            .concat(),
        );

        let found = connections(text.as_bytes(), &location(), ROUTER).unwrap();

        let controls: Vec<&str> = found.iter().map(|connection| connection.control.as_str()).collect();
        assert_eq!(controls, ["http://192.168.7.1:5000/ip", "http://192.168.7.1:5000/ppp"]);
        assert_eq!(found[0].events.as_ref().map(Url::as_str), Some("http://192.168.7.1:5000/evt"));
    }

    #[test]
    fn a_connection_on_another_host_is_not_used() {
        let text = description(&service("WANIPConnection:1", "http://192.168.7.2/ip"));

        assert_eq!(connections(text.as_bytes(), &location(), ROUTER), Err(Malformed::Elsewhere));
        assert_eq!(connections(description("").as_bytes(), &location(), ROUTER), Err(Malformed::Other));
    }

    fn soap(address: &str) -> String {
        format!(
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
             <u:GetExternalIPAddressResponse xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">\
             <NewExternalIPAddress>{address}</NewExternalIPAddress></u:GetExternalIPAddressResponse></s:Body></s:Envelope>"
        )
    }

    #[test]
    fn an_answer_names_the_address_or_none() {
        assert_eq!(external_address(soap("20.1.0.7").as_bytes()), Ok(HOME));
        assert_eq!(external_address(soap("0.0.0.0").as_bytes()), Ok(NONE), "in the middle of a change");
        assert_eq!(external_address(soap("").as_bytes()), Ok(NONE));
        assert_eq!(external_address(soap("router").as_bytes()), Err(Malformed::Unreadable));
        assert_eq!(external_address(b"<a/>"), Err(Malformed::Other));
    }

    fn notify(variables: &str) -> String {
        format!("<e:propertyset xmlns:e=\"urn:schemas-upnp-org:event-1-0\">{variables}</e:propertyset>")
    }

    #[test]
    fn an_event_may_be_about_something_else() {
        let address = "<e:property><ExternalIPAddress>20.1.0.7</ExternalIPAddress></e:property>";
        let other = "<e:property><ConnectionStatus>Connected</ConnectionStatus></e:property>";

        assert_eq!(event(notify(&[other, address].concat()).as_bytes()), Ok(Some(HOME)));
        assert_eq!(event(notify(other).as_bytes()), Ok(None));
        assert_eq!(event(notify(&address.replace("20.1.0.7", "0.0.0.0")).as_bytes()), Ok(Some(NONE)));
        let two = [address.to_owned(), address.replace("20.1.0.7", "20.1.0.8")].concat();
        assert_eq!(event(notify(&two).as_bytes()), Err(Malformed::Contradiction));
    }

    #[test]
    fn entities_and_endless_documents_are_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"20.1.0.7\">]><a><ExternalIPAddress>&b;</ExternalIPAddress></a>";
        assert_eq!(event(bomb.as_bytes()), Err(Malformed::Unreadable));
        let wide = format!("<a>{}</a>", "<b/>".repeat(10_000));
        assert_eq!(event(wide.as_bytes()), Err(Malformed::Unreadable));
        let deep = format!("{}{}", "<b>".repeat(4_000), "</b>".repeat(4_000));
        assert!(event(deep.as_bytes()).is_ok_and(|found| found.is_none()) || event(deep.as_bytes()).is_err());
        assert_eq!(event(&vec![b' '; LONGEST_BODY + 1]), Err(Malformed::Length));
        assert_eq!(event(b"\xff\xfe"), Err(Malformed::Unreadable));
    }
}

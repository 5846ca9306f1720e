//! SSDP (UPnP Device Architecture 1.1, 1.3): finding the router's description.

use std::net::IpAddr;

use url::{Host, Url};

use super::Malformed;
use super::http::{self, Start};

/// The multicast group and port.
pub const GROUP: (std::net::Ipv4Addr, u16) = (std::net::Ipv4Addr::new(239, 255, 255, 250), 1900);

/// The kinds of devices that are looked for.
pub const TARGETS: [&str; 2] =
    ["urn:schemas-upnp-org:device:InternetGatewayDevice:1", "urn:schemas-upnp-org:device:InternetGatewayDevice:2"];

/// A search. Devices answer within a second.
#[must_use]
pub fn search(target: &str) -> String {
    format!(
        "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: {target}\r\n\r\n"
    )
}

/// Reads an answer: where the description of the gateway is.
///
/// # Errors
///
/// [`Malformed::Elsewhere`] when it points to another host than `from`, the one that sent it.
pub fn parse(bytes: &[u8], from: IpAddr) -> Result<Url, Malformed> {
    let message = http::parse(bytes, true)?;
    let message = message.ok_or(Malformed::Length)?;
    if message.start != Start::Response(200) {
        return Err(Malformed::Other);
    }
    if !message.header("st").is_some_and(|target| target.contains(":InternetGatewayDevice:")) {
        return Err(Malformed::Other);
    }
    let location: Url = message.header("location").and_then(|text| text.parse().ok()).ok_or(Malformed::Unreadable)?;

    if is_of(&location, from) { Ok(location) } else { Err(Malformed::Elsewhere) }
}

/// A plain URL of this host, named by its address.
#[must_use]
pub fn is_of(url: &Url, host: IpAddr) -> bool {
    let named: Option<IpAddr> = match url.host() {
        Some(Host::Ipv4(address)) => Some(address.into()),
        Some(Host::Ipv6(address)) => Some(address.into()),
        Some(Host::Domain(_)) | None => None,
    };

    url.scheme() == "http" && named == Some(host) && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUTER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 7, 1));

    fn answer(location: &str) -> String {
        format!(
            "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n\
             USN: uuid:1::urn\r\nEXT:\r\nSERVER: x\r\nLOCATION: {location}\r\n\r\n"
        )
    }

    #[test]
    fn an_answer_names_the_description() {
        let location = "http://192.168.7.1:5000/rootDesc.xml";

        assert_eq!(parse(answer(location).as_bytes(), ROUTER).unwrap().as_str(), location);
    }

    #[test]
    fn an_answer_that_points_elsewhere_is_dropped() {
        for location in [
            "http://192.168.7.2/d.xml",
            "http://router.lan/d.xml",
            "https://192.168.7.1/d.xml",
            "http://user@192.168.7.1/d.xml",
            "file:///etc/passwd",
        ] {
            assert_eq!(parse(answer(location).as_bytes(), ROUTER), Err(Malformed::Elsewhere), "{location}");
        }
        assert_eq!(parse(answer("nowhere").as_bytes(), ROUTER), Err(Malformed::Unreadable));
    }

    #[test]
    fn an_answer_of_another_kind_of_device_is_dropped() {
        let printer = answer("http://192.168.7.1/d.xml").replace("InternetGatewayDevice", "Printer");

        assert_eq!(parse(printer.as_bytes(), ROUTER), Err(Malformed::Other));
        assert_eq!(parse(search(TARGETS[0]).as_bytes(), ROUTER), Err(Malformed::Other));
        assert!(parse(b"\0\0\0", ROUTER).is_err());
    }
}

//! The only user of reqwest: HTTPS to providers and to echo services, with limits on time and size, without redirects
//! that would carry a secret away, and with errors that never show a URL's query.

mod anchors;
mod clients;
mod names;
mod reach;
mod trouble;

use std::net::IpAddr;
use std::time::Duration;

use homeport_core::address::{Family, Scope, scope};
use homeport_core::event::Trouble;
use homeport_core::observation::SourceFault;
use homeport_core::provider::{Header, HttpRequest, HttpResponse, Incoming};
use reqwest::header::{DATE, HeaderMap, HeaderName, HeaderValue, LOCATION, RETRY_AFTER};
use reqwest::{Method, Response, StatusCode};
use url::{Host, Url};

pub use anchors::Trust;
use clients::{Clients, Kind, Proxying, Purpose};

/// Where the people behind Homeport can be reached. Providers ask for it in the User-Agent, so that they can write
/// before they block a client (noip.com/integrate/request). A distribution that changes Homeport puts its own here.
pub const CONTACT: &str = "maintainers@homeport.example";

/// The longest answer of a provider to a write, in bytes after decompression.
const LONGEST_ANSWER: usize = 64 * 1024;
/// The longest answer to a read: the list of a zone with some hundred names.
const LONGEST_LIST: usize = 512 * 1024;
/// The longest body that is read from an echo service, in bytes; an address needs at most 64.
const LONGEST_ECHO: usize = 4 * 1024;

/// How long an exchange may take, from the name's resolution to the answer's last byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// With a provider.
    pub provider: Duration,
    /// With an echo service.
    pub echo: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { provider: Duration::from_secs(10), echo: Duration::from_secs(5) }
    }
}

/// Who Homeport is, in the form that No-IP asks for: `Company Program/OSVersion-ReleaseVersion contact`.
#[must_use]
pub fn user_agent() -> String {
    let system = match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        "windows" => "Windows",
        other => other,
    };

    format!("Homeport homeport/{system}-{} {CONTACT}", env!("CARGO_PKG_VERSION"))
}

/// Sends HTTP requests. Nothing is set up before the first request, and the clients are let go of when none was sent for
/// half a minute, so that an idle resident holds no connection and wakes up for none.
pub struct Transport {
    clients: Clients,
}

/// Shows nothing of its parts: the address of a proxy may hold a password.
impl std::fmt::Debug for Transport {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Transport")
    }
}

impl Transport {
    /// A transport that verifies servers by `trust`. It opens nothing yet.
    #[must_use]
    pub fn new(trust: Trust) -> Self {
        Self::with_limits(trust, Limits::default())
    }

    /// The same with other limits on time.
    #[must_use]
    pub fn with_limits(trust: Trust, limits: Limits) -> Self {
        Self { clients: Clients::new(trust, limits) }
    }

    /// From now on requests to providers go through this proxy, and with `for_echo` those to echo services, too. `None`:
    /// the environment's, and for providers only.
    pub fn use_proxy(&self, address: Option<String>, for_echo: bool) {
        self.clients.use_proxy(Proxying { address, for_echo });
    }

    /// The network is another one: a connection that was made before it leads nowhere.
    pub fn let_go(&self) {
        self.clients.let_go();
    }

    /// Sends one request to a provider. The whole exchange takes at most 10 s and the answer holds at most 64 KiB, or
    /// 512 KiB where the request only reads. A
    /// redirect is never followed, as the request may hold a secret. `https` only, and `http` for a device in this
    /// network.
    ///
    /// A failure is told as sent when the provider may have changed something because of it.
    pub async fn send(&self, request: &HttpRequest) -> Incoming {
        match self.try_send(request).await {
            Ok(response) => Incoming::Http(response),
            Err(failure) => Incoming::Failed { trouble: failure.trouble, sent: failure.sent && !request.reads_only },
        }
    }

    /// Asks an echo service for the public address of one family, over this family only. Returns the body as it came.
    /// The whole exchange takes at most 5 s, no proxy is used, and only one redirect is followed, to `https` on the same
    /// host. With `through` the request leaves by this interface or not at all.
    ///
    /// # Errors
    ///
    /// [`SourceFault`], with [`SourceFault::NotAnAddress`] for a body above 4 KiB or one that is not text.
    pub async fn echo(&self, url: &Url, family: Family, through: Option<&str>) -> Result<String, SourceFault> {
        let plain = is_plain(url).map_err(|_| SourceFault::NoAnswer)?;
        if through.is_some() && !crate::probe::BINDS {
            return Err(SourceFault::NoAnswer);
        }
        let kind = Kind { purpose: Purpose::Echo(family, through.map(str::to_owned)), plain };
        let client = self.clients.get(kind).map_err(|_| SourceFault::NoAnswer)?;
        let mut response = client.get(url.clone()).send().await.map_err(|error| trouble::source_fault(&error))?;
        let status = response.status();
        if !status.is_success() {
            return Err(SourceFault::Status(status.as_u16()));
        }
        let body = read(&mut response, LONGEST_ECHO).await.map_err(|fault| match fault {
            BodyFault::TooLong => SourceFault::NotAnAddress,
            BodyFault::Broken(error) => trouble::source_fault(&error),
        })?;

        String::from_utf8(body).map_err(|_| SourceFault::NotAnAddress)
    }

    async fn try_send(&self, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        let server = request.url.host_str().unwrap_or_default();
        let plain = is_plain(&request.url)?;
        let method = Method::from_bytes(request.method.as_bytes())
            .map_err(|_| Failure::settings(format!("{} is not a method of HTTP", request.method)))?;
        let client = self
            .clients
            .get(Kind { purpose: Purpose::Provider, plain })
            .map_err(|error| Failure::not_sent(trouble::of_building(server, &error)))?;
        let mut builder = client.request(method, request.url.clone()).headers(headers(&request.headers)?);
        if let Some(body) = &request.body {
            builder = builder.body(body.clone());
        }
        let mut response = builder.send().await.map_err(|error| trouble::failure(server, &error))?;
        if let Some(to) = redirect_target(&response) {
            // 301, 307 and 308 say that nothing was done here; 302 and 303 may follow a change (RFC 9110, 15.4).
            let sent = matches!(response.status(), StatusCode::FOUND | StatusCode::SEE_OTHER);
            return Err(Failure { trouble: Trouble::Redirect { from: server.to_owned(), to }, sent });
        }
        let status = response.status().as_u16();
        let retry_after = text_of(response.headers(), &RETRY_AFTER);
        let date = text_of(response.headers(), &DATE);
        let longest = if request.reads_only { LONGEST_LIST } else { LONGEST_ANSWER };
        let body = read(&mut response, longest).await.map_err(|fault| match fault {
            BodyFault::TooLong => Failure { trouble: Trouble::TooLong(server.to_owned()), sent: true },
            BodyFault::Broken(error) => trouble::failure(server, &error),
        })?;

        Ok(HttpResponse { status, retry_after, date, body: String::from_utf8_lossy(&body).into_owned() })
    }
}

/// A request that got no answer.
#[derive(Debug)]
struct Failure {
    trouble: Trouble,
    sent: bool,
}

impl Failure {
    fn not_sent(trouble: Trouble) -> Self {
        Self { trouble, sent: false }
    }

    fn settings(message: String) -> Self {
        Self::not_sent(Trouble::Settings(message))
    }
}

/// Whether the URL is `http`, which is allowed for a device in this network only. A name is looked at again when its
/// addresses are known (`names`).
fn is_plain(url: &Url) -> Result<bool, Failure> {
    let address: Option<IpAddr> = match url.host() {
        Some(Host::Ipv4(address)) => Some(address.into()),
        Some(Host::Ipv6(address)) => Some(address.into()),
        Some(Host::Domain(_)) => None,
        None => return Err(Failure::settings("the address names no server".to_owned())),
    };
    match url.scheme() {
        "https" => Ok(false),
        "http" if address.is_none_or(is_local) => Ok(true),
        "http" => Err(Failure::settings(names::NOT_LOCAL.to_owned())),
        other => Err(Failure::settings(format!("{other} is not supported; write https"))),
    }
}

/// Whether an address can only be in this machine or its own network.
fn is_local(address: IpAddr) -> bool {
    matches!(scope(address), Scope::Loopback | Scope::Private | Scope::LinkLocal | Scope::UniqueLocal)
}

fn headers(list: &[Header]) -> Result<HeaderMap, Failure> {
    let mut map = HeaderMap::with_capacity(list.len());
    for header in list {
        let name = HeaderName::from_bytes(header.name.as_bytes())
            .map_err(|_| Failure::settings("a header of the request has no valid name".to_owned()))?;
        // The value stays out of the message: it may be the secret.
        let mut value = HeaderValue::from_bytes(header.value.as_bytes())
            .map_err(|_| Failure::settings(format!("the value for {name} has a character that cannot be sent")))?;
        value.set_sensitive(header.sensitive);
        map.append(name, value);
    }

    Ok(map)
}

/// The host that an answer points to; `None` when it is no redirect.
fn redirect_target(response: &Response) -> Option<String> {
    let redirects = matches!(
        response.status(),
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    if !redirects {
        return None;
    }
    let location = response.headers().get(LOCATION)?.to_str().unwrap_or_default();
    let from = response.url();
    let Ok(to) = from.join(location) else {
        return Some("an address that cannot be read".to_owned());
    };
    let host = to.host_str().unwrap_or_default();
    if to.scheme() == from.scheme() { Some(host.to_owned()) } else { Some(format!("{}://{host}", to.scheme())) }
}

fn text_of(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

enum BodyFault {
    TooLong,
    Broken(reqwest::Error),
}

/// Reads a body piece by piece, so that one without end costs no memory.
async fn read(response: &mut Response, longest: usize) -> Result<Vec<u8>, BodyFault> {
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(BodyFault::Broken)? {
        if body.len() + piece.len() > longest {
            return Err(BodyFault::TooLong);
        }
        body.extend_from_slice(&piece);
    }

    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_is_for_this_network_only() {
        for local in ["http://127.0.0.1:8080/", "http://192.168.1.1/", "http://[fd00::1]/", "http://router.example/"] {
            assert!(is_plain(&local.parse().unwrap()).unwrap(), "{local}");
        }
        for public in ["http://20.1.0.5/", "http://[2a0e:1::5]/", "http://100.64.0.1/", "ftp://example.org/"] {
            let failure = is_plain(&public.parse().unwrap()).unwrap_err();
            assert!(matches!(failure.trouble, Trouble::Settings(_)), "{public}");
            assert!(!failure.sent);
        }
    }

    #[test]
    fn a_header_that_cannot_be_sent_is_refused_without_showing_its_value() {
        let header = Header { name: "x-token".to_owned(), value: "se\ncret".to_owned(), sensitive: true };

        let failure = headers(&[header]).unwrap_err();

        assert!(!format!("{failure:?}").contains("cret"));
    }

    #[test]
    fn the_user_agent_names_company_program_version_and_contact() {
        let agent = user_agent();
        let parts: Vec<&str> = agent.split(' ').collect();

        assert_eq!(parts.len(), 3, "{agent}");
        assert!(parts[1].starts_with("homeport/") && parts[1].ends_with(env!("CARGO_PKG_VERSION")), "{agent}");
        assert_eq!(parts[2], CONTACT);
    }
}

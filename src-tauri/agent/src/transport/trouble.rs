//! Puts an error of reqwest into our own words by the types in its chain of causes, never by its text. A URL never
//! gets into them: it may hold a secret.

use std::error::Error;
use std::io;

use homeport_core::event::Trouble;
use homeport_core::observation::SourceFault;
use rustls::{AlertDescription, CertificateError};

use super::Failure;
use super::names::{NOT_LOCAL, NameFault};

/// What went wrong with a request to a provider, and whether the request may have got there.
pub(super) fn failure(server: &str, error: &reqwest::Error) -> Failure {
    // Name, connection and handshake come before the first byte of the request.
    let sent = !(error.is_connect() || error.is_builder());
    let server = server.to_owned();
    let trouble = match cause(error) {
        Cause::Name(NameFault::NotFound | NameFault::OtherFamily) => Trouble::NoDns(server),
        Cause::Name(NameFault::NotLocal) => Trouble::Settings(NOT_LOCAL.to_owned()),
        Cause::Tls(reason) => Trouble::Tls { server, reason },
        Cause::Timeout => Trouble::Timeout(server),
        Cause::Other if error.is_connect() => Trouble::NoConnection(server),
        Cause::Other if error.is_builder() => Trouble::Settings("the request cannot be sent".to_owned()),
        Cause::Other => Trouble::Broken(server),
    };

    Failure { trouble, sent }
}

/// What went wrong with an echo service.
pub(super) fn source_fault(error: &reqwest::Error) -> SourceFault {
    match cause(error) {
        Cause::Name(NameFault::NotFound) => SourceFault::NoDns,
        Cause::Tls(reason) => SourceFault::Tls(reason),
        Cause::Name(NameFault::OtherFamily | NameFault::NotLocal) | Cause::Timeout | Cause::Other => {
            SourceFault::NoAnswer
        }
    }
}

/// What went wrong when TLS was set up, before any server was asked.
pub(super) fn of_building(server: &str, error: &(dyn Error + 'static)) -> Trouble {
    let reason = match causes(error).find_map(|cause| cause.downcast_ref::<rustls::Error>()) {
        Some(error) => tls_reason(error),
        None => "this computer's list of trusted certificates cannot be read",
    };

    Trouble::Tls { server: server.to_owned(), reason: reason.to_owned() }
}

enum Cause {
    Name(NameFault),
    Tls(String),
    Timeout,
    Other,
}

fn cause(error: &reqwest::Error) -> Cause {
    for cause in causes(error) {
        if let Some(fault) = cause.downcast_ref::<NameFault>() {
            return Cause::Name(*fault);
        }
        if let Some(error) = cause.downcast_ref::<rustls::Error>() {
            return Cause::Tls(tls_reason(error).to_owned());
        }
    }
    if error.is_timeout() { Cause::Timeout } else { Cause::Other }
}

/// The chain of causes. An `io::Error` shows what it wraps through `get_ref` only.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| cause_of(*error))
}

fn cause_of<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}

fn tls_reason(error: &rustls::Error) -> &'static str {
    match error {
        rustls::Error::InvalidCertificate(fault) => certificate_reason(fault),
        rustls::Error::NoCertificatesPresented => "the server showed no certificate",
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion | AlertDescription::InsufficientSecurity)
        | rustls::Error::PeerIncompatible(_) => "the server offers only outdated encryption",
        rustls::Error::AlertReceived(AlertDescription::UnrecognisedName) => "the server does not know its own name",
        rustls::Error::AlertReceived(_) => "the server refused the secure connection",
        rustls::Error::InvalidMessage(_) => "the server does not speak TLS",
        _ => "the handshake failed",
    }
}

fn certificate_reason(fault: &CertificateError) -> &'static str {
    match fault {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "the certificate has expired, or this computer's clock is wrong"
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "the certificate is not valid yet, or this computer's clock is wrong"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "the certificate is for another name"
        }
        // A known issuer's name on another one's signature counts as the second.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => "the certificate's issuer is not trusted",
        CertificateError::Revoked => "the certificate was revoked",
        _ => "the certificate is not acceptable",
    }
}

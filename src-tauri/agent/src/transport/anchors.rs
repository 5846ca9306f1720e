//! Which certificates are trusted: the system's, and besides them those of `SSL_CERT_FILE` (company filters, tests).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::client::danger::ServerCertVerifier;
use rustls::client::{Resumption, WebPkiServerVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

/// The sessions that are kept, so that a server that was verified before is greeted with less work: those of 24 servers,
/// of which rustls keeps eight each.
const SESSIONS: usize = 24 * 8;

/// What a server's certificate has to go back to.
#[derive(Debug, Clone)]
pub enum Trust {
    /// The system's own rules, and the certificates of one more file in PEM format.
    System {
        /// The file of `SSL_CERT_FILE`.
        besides: Option<PathBuf>,
    },
    /// Only these. For tests on systems whose own rules refuse every certificate made for a test.
    Only(Vec<CertificateDer<'static>>),
}

impl Trust {
    /// The system's own rules, and `SSL_CERT_FILE` if it is set.
    #[must_use]
    pub fn from_environment() -> Self {
        Self::System { besides: std::env::var_os("SSL_CERT_FILE").map(PathBuf::from) }
    }

    /// A configuration that verifies servers by these rules. Reads the system's certificates anew.
    pub(super) fn configuration(&self) -> Result<ClientConfig, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier: Arc<dyn ServerCertVerifier> = match self {
            Self::System { besides } => {
                Arc::new(Verifier::new_with_extra_roots(extra(besides.as_deref()), provider.clone())?)
            }
            Self::Only(certificates) => only(certificates, provider.clone())?,
        };
        let mut configuration = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_no_client_auth();
        configuration.resumption = Resumption::in_memory_sessions(SESSIONS);

        Ok(configuration)
    }
}

fn only(
    certificates: &[CertificateDer<'static>],
    provider: Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, rustls::Error> {
    let mut store = RootCertStore::empty();
    for certificate in certificates {
        store.add(certificate.clone())?;
    }
    let verifier = WebPkiServerVerifier::builder_with_provider(store.into(), provider)
        .build()
        .map_err(|error| rustls::Error::General(error.to_string()))?;

    Ok(verifier)
}

fn extra(besides: Option<&Path>) -> Vec<CertificateDer<'static>> {
    let Some(file) = besides else {
        return Vec::new();
    };
    let mut certificates = match read(file) {
        Ok(certificates) => certificates,
        Err(error) => {
            tracing::warn!("the certificates of SSL_CERT_FILE cannot be read: {error}");
            Vec::new()
        }
    };
    certificates.extend(hidden_system_certificates());
    // The verifier gives up on the first certificate that it cannot read; the others are still good.
    certificates.retain(|certificate| RootCertStore::empty().add(certificate.clone()).is_ok());

    certificates
}

fn read(file: &Path) -> Result<Vec<CertificateDer<'static>>, rustls::pki_types::pem::Error> {
    CertificateDer::pem_file_iter(file)?.collect()
}

/// On Linux the verifier takes `SSL_CERT_FILE` instead of the system's certificates. A company's filter adds a
/// certificate, it does not take the others away: they are read here.
#[cfg(target_os = "linux")]
fn hidden_system_certificates() -> Vec<CertificateDer<'static>> {
    let replaced = ["SSL_CERT_FILE", "SSL_CERT_DIR"].iter().any(|name| std::env::var_os(name).is_some());
    if !replaced {
        return Vec::new();
    }

    openssl_probe::candidate_cert_dirs()
        .flat_map(|directory| rustls_native_certs::load_certs_from_paths(None, Some(directory)).certs)
        .collect()
}

#[cfg(not(target_os = "linux"))]
fn hidden_system_certificates() -> Vec<CertificateDer<'static>> {
    Vec::new()
}

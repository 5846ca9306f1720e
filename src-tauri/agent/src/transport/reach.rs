//! A secure connection without a request: can the server be reached, and is it the one it says it is?

use std::sync::Arc;
use std::time::Duration;

use homeport_core::event::Trouble;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::{Transport, trouble};

/// How long the whole attempt may take.
const LONGEST: Duration = Duration::from_secs(8);

impl Transport {
    /// Connects to a server and verifies its certificate, then closes. Nothing is sent.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn reach(&self, host: &str, port: u16) -> Result<(), Trouble> {
        match tokio::time::timeout(LONGEST, self.try_reach(host, port)).await {
            Ok(result) => result,
            Err(_) => Err(Trouble::Timeout(host.to_owned())),
        }
    }

    async fn try_reach(&self, host: &str, port: u16) -> Result<(), Trouble> {
        let configuration = self.clients.trust().configuration().map_err(|error| trouble::of_building(host, &error))?;
        let name = ServerName::try_from(host.to_owned()).map_err(|_| Trouble::NoDns(host.to_owned()))?;
        let mut found = tokio::net::lookup_host((host, port)).await.map_err(|_| Trouble::NoDns(host.to_owned()))?;
        let mut connection = None;
        // The first address that answers; a family that is there but broken must not hide the other.
        while let (None, Some(address)) = (&connection, found.next()) {
            let attempt = tokio::time::timeout(LONGEST / 3, TcpStream::connect(address)).await;
            connection = attempt.ok().and_then(Result::ok);
        }
        let connection = connection.ok_or_else(|| Trouble::NoConnection(host.to_owned()))?;
        let connector = TlsConnector::from(Arc::new(configuration));

        connector.connect(name, connection).await.map(|_| ()).map_err(|error| trouble::of_building(host, &error))
    }
}

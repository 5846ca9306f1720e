//! The server of a captive portal: whatever is asked of it, it shows its page, and where TLS is wanted, a certificate that
//! nobody trusts.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::internet::SERVERS;
use crate::mock_provider::certificates;

const PAGE: &str = "<!doctype html><title>Welcome</title><p>Please sign in to use this network.\n";

/// The server, on ports 80 and 443.
#[derive(Debug)]
pub(super) struct Portal {
    connections: Arc<AtomicU32>,
    _runtime: tokio::runtime::Runtime,
}

impl Portal {
    pub(super) fn start(address: Ipv4Addr) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let connections = Arc::new(AtomicU32::new(0));
        // The right names, by an authority that only the portal knows.
        let (_, tls) = certificates("authority of the portal", SERVERS.iter().map(ToString::to_string).collect());
        for (port, tls) in [(80, None), (443, Some(tls))] {
            let listening = TcpListener::bind((IpAddr::from(address), port));
            let listener = runtime.block_on(listening).expect("the address is this machine's");
            runtime.spawn(accept(listener, tls, Arc::clone(&connections)));
        }

        Self { connections, _runtime: runtime }
    }

    /// How many connections it took.
    pub(super) fn connections(&self) -> u32 {
        self.connections.load(Ordering::Relaxed)
    }
}

async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>, connections: Arc<AtomicU32>) {
    while let Ok((connection, _)) = listener.accept().await {
        connections.fetch_add(1, Ordering::Relaxed);
        let tls = tls.clone();
        tokio::spawn(async move {
            // A client that does not trust it is not its business.
            match tls {
                Some(tls) => {
                    if let Ok(connection) = tls.accept(connection).await {
                        let _ = show(connection).await;
                    }
                }
                None => {
                    let _ = show(connection).await;
                }
            }
        });
    }
}

async fn show(mut connection: impl AsyncRead + AsyncWrite + Unpin) -> std::io::Result<()> {
    let mut request = [0; 4096];
    let _ = connection.read(&mut request).await?;
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
    let answer = format!("{head}Content-Length: {}\r\n\r\n{PAGE}", PAGE.len());
    connection.write_all(answer.as_bytes()).await?;

    connection.shutdown().await
}

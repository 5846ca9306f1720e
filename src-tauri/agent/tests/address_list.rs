//! The watcher on Windows, while somebody else changes this machine's addresses: `cargo xtask cross` does it under Wine,
//! whose only events are those of the socket layer (`SIO_ADDRESS_LIST_CHANGE`).

#![cfg(windows)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and this one tells its other half when it is ready"
)]

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use homeport_agent::netwatch::{read_network, watch};
use homeport_core::event::{Event, Hint};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// Reserved for documentation (RFC 5737), so that no machine has it already. `src-tauri/xtask` has the same.
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));
/// How long the other half may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// No hint for this long is the end of what came before.
const QUIET: Duration = Duration::from_millis(500);

fn has_it() -> bool {
    read_network().unwrap().addresses.iter().any(|found| found.address == ADDRESS)
}

#[tokio::test]
#[ignore = "somebody has to change an address meanwhile: `cargo xtask cross` does"]
async fn an_address_that_comes_and_goes_is_told() {
    let (sender, mut events) = mpsc::channel(16);
    tokio::spawn(watch(sender));
    for (word, comes) in [("come", true), ("go", false), ("come", true), ("go", false)] {
        while timeout(QUIET, events.recv()).await.is_ok() {}
        assert_eq!(has_it(), !comes);
        println!("\nwaiting for it to {word}");
        loop {
            let event = timeout(PATIENCE, events.recv()).await.expect("the change is told").expect("the watcher runs");
            assert_eq!(event, Event::Hint(Hint::Network));
            if has_it() == comes {
                break;
            }
        }
        println!("\ntold");
    }
}

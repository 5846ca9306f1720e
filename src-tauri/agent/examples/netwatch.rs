//! Prints the network as Homeport sees it, now and at each hint, one line each: to look at the watcher on a real machine.
//!
//! `cargo run --package homeport-agent --example netwatch`

#![allow(clippy::print_stdout, reason = "a program for a terminal")]

use homeport_agent::netwatch::{read_network, watch};
use tokio::sync::mpsc;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("now: {:?}", read_network());
    let (sender, mut receiver) = mpsc::channel(16);
    tokio::spawn(watch(sender));
    while let Some(event) = receiver.recv().await {
        println!("{event:?}: {:?}", read_network());
    }
}

//! A neighbour who sends in the router's name.

use std::net::{Ipv4Addr, UdpSocket};
use std::time::{Duration, Instant};

use super::machine::Machine;

/// Sends forged announcements as if they came from the router, with garbage for `UPnP` among them, and returns how many.
///
/// # Panics
///
/// When the neighbour cannot take the router's address.
pub fn forge(neighbour: &Machine, router: Ipv4Addr, count: u32, within: Duration) -> u32 {
    neighbour.ip(&format!("address add {router}/32 dev eth0\n"));
    let sent = neighbour.within(|| {
        let announcements = UdpSocket::bind((router, 5351)).expect("the address is the neighbour's, too");
        let garbage = UdpSocket::bind((router, 1900)).expect("the address is the neighbour's, too");
        let started = Instant::now();
        let mut sent = 0;
        for number in 0..count {
            let [_, _, high, low] = (number % 60_000).to_be_bytes();
            // RFC 6886, 3.2.1: version, answer to question 0, no error, a restart each time, and an address.
            let forged = [0, 128, 0, 0, 0, 0, 0, low % 3, 20, 99, high, low];
            sent += u32::from(announcements.send_to(&forged, "224.0.0.1:5350").is_ok());
            if number % 10 == 0 {
                let text =
                    format!("NOTIFY * HTTP/1.1\r\nLOCATION: http://{router}:5000/{number}\r\nNTS: ssdp:alive\r\n\r\n");
                let _ = garbage.send_to(text.as_bytes(), "239.255.255.250:1900");
                let _ = garbage.send_to(&text.as_bytes()[..number as usize % text.len()], "239.255.255.250:1900");
            }
            if number % 16 == 0 {
                let due = within * number / count;
                std::thread::sleep(due.saturating_sub(started.elapsed()));
            }
        }
        sent
    });
    neighbour.ip(&format!("address del {router}/32 dev eth0\n"));

    sent
}

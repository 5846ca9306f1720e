//! The page of all providers is made from the catalogue: this test writes it down and compares.
//!
//! `HOMEPORT_WRITE=1 cargo test -p homeport-tests --test providers_page` rewrites the file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::Path;

use homeport_core::catalogue::{Catalogue, Provider};
use homeport_core::settings::ProviderId;

/// What a provider was tested with besides its own examples.
const TESTED: &[(&str, &str)] = &[
    ("rfc2136", "real servers (BIND, Knot, PowerDNS)"),
    ("practice", "real server (its own)"),
    ("powerdns", "real server (PowerDNS)"),
    ("nsupdate-info", "real server (its own)"),
    ("dyndns2", "real server (nsupdate.info)"),
    ("route53", "moto"),
    ("cloudflare", "double"),
];

fn row(provider: &Provider) -> String {
    let card = provider.card();
    let rules = provider.rules();
    let (url, read, clients) = provider.docs().unwrap_or_default();
    let facts = match read {
        Some(day) => format!("[its document]({url}), {day}"),
        None => format!("{}; [see]({url})", clients.join(", ")),
    };
    let fields: Vec<String> = card
        .fields
        .iter()
        .map(|field| if field.optional { format!("{} (optional)", field.label) } else { field.label.clone() })
        .collect();
    let families = match (card.ipv4, card.ipv6, rules.joint) {
        (true, true, true) => "both in one request",
        (true, true, false) => "one request each",
        (true, false, _) => "IPv4 only",
        (false, _, _) => "IPv6 only",
    };
    let tested = TESTED.iter().find(|(id, _)| *id == card.id).map_or("examples", |(_, with)| with);

    format!(
        "| [{}]({}) | `{}` | {} | {} | {families} | {} | {tested} | {facts} |",
        card.name,
        card.site,
        card.id,
        provider.speaks(),
        fields.join(", "),
        rules.batch,
    )
}

fn generated() -> String {
    let catalogue = Catalogue::built_in();
    let cards = catalogue.cards();
    let is_read = |id: &&ProviderId| catalogue.provider(id).unwrap().docs().is_some_and(|(_, read, _)| read.is_some());
    let listed = |id: &&ProviderId| cards.iter().any(|card| card.id == id.0);
    let read = catalogue.ids().filter(listed).filter(is_read).count();
    let mut page = String::from(
        "<!-- Generated from the provider files. Do not edit: change a file in providers/, then\n     \
         HOMEPORT_WRITE=1 cargo test -p homeport-tests --test providers_page -->\n\n# Providers\n\n",
    );
    let _ = writeln!(
        page,
        "{} providers. \"Names\" is how many hostnames one request takes. Every provider is tested with the examples in its \
         file; \"tested with\" names what else it met: a double is a server of our own with a memory, written after the \
         provider's documents. \"Facts from\" names the provider's own document and the day it was \
         read ({read} of them), or else the independent clients that send the same.\n",
        cards.len()
    );
    page.push_str("| provider | id | request | fields | IPv4 and IPv6 | names | tested with | facts from |\n");
    page.push_str("|---|---|---|---|---|---|---|---|\n");
    for card in &cards {
        let id = catalogue.ids().find(|id| id.0 == card.id).unwrap();
        let _ = writeln!(page, "{}", row(catalogue.provider(id).unwrap()));
    }

    page
}

#[test]
fn the_page_of_all_providers_is_made_from_their_files() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/PROVIDERS.md");
    let fresh = generated();
    if std::env::var_os("HOMEPORT_WRITE").is_some() {
        std::fs::write(&file, &fresh).unwrap();
    }

    let committed = std::fs::read_to_string(&file).unwrap_or_default();

    assert!(
        committed == fresh,
        "core/PROVIDERS.md is old: HOMEPORT_WRITE=1 cargo test -p homeport-tests --test providers_page"
    );
}

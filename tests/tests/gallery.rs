//! Every state that the window can show, as pictures: by day, by night and in the user's own colours, in two languages.
//! A picture is compared with its reference as a person would from across the room: by how light each part of it is.
//!
//! `HOMEPORT_WRITE=1 cargo test -p homeport-tests --test gallery` writes the references anew; the pictures themselves are
//! in `target/gallery`, and `npm run dev` shows them all at `/gallery.html`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use homeport_tests::browser::{Browser, ui};

/// Each picture by its name: the query that shows it, and what has to be there first.
const PICTURES: &[(&str, &str, &str)] = &[
    ("ok", "scenario=ok", ".way"),
    ("empty", "scenario=empty", ".ways"),
    ("problem", "scenario=problem", ".problem"),
    ("working", "scenario=working", ".way"),
    ("holding", "scenario=holding", ".way"),
    ("attention", "scenario=attention", ".way"),
    ("offline", "scenario=offline", ".way"),
    ("practice", "scenario=practice", ".practice"),
    ("failed", "scenario=failed", ".starting"),
    ("stopped", "scenario=stopped", ".banner"),
    ("network", "scenario=ok&page=network", ".checks"),
    ("network-broken", "scenario=problem&page=network", ".checks"),
    ("activity", "scenario=ok&page=activity", ".tenure .bar"),
    ("hostname", "scenario=ok&hostname=home.example.org", ".tenure .bar"),
    ("settings", "scenario=ok&page=settings", ".setpage"),
    ("wizard", "scenario=ok&add", ".providers"),
];
/// What is waited for, and the script that goes on from there.
type Steps = &'static [(&'static str, &'static str)];
/// Pictures that are some steps away: their name and query, the steps, and what has to be there at the end.
const FURTHER: &[(&str, &str, Steps, &str)] = &[
    (
        "standby",
        "scenario=standby",
        &[(".hosts", "document.querySelector('.hosts').scrollIntoView({ block: 'end' })")],
        ".hosts",
    ),
    (
        "activity-details",
        "scenario=ok&page=activity",
        &[
            (".tenure .bar", "document.querySelector('.exchange').closest('details').open = true"),
            (".exchange", "document.querySelector('.exchange').scrollIntoView({ block: 'center' })"),
        ],
        ".exchange",
    ),
    (
        "network-asked",
        "scenario=ok&page=network",
        &[
            ("#notification-test", "document.getElementById('notification-test').click()"),
            ("#notification-yes", "document.getElementById('notification-yes').scrollIntoView({ block: 'center' })"),
        ],
        "#notification-yes",
    ),
    (
        "hostname-standby",
        "scenario=standby&hostname=home.example.org",
        &[(".standby", "document.querySelector('.standby').scrollIntoView({ block: 'center' })")],
        ".standby",
    ),
    (
        "wizard-access",
        "scenario=empty&add",
        &[
            ("input[value='desec']", "document.querySelector(\"input[value='desec']\").click()"),
            (".choice.chosen", NEXT),
            ("#field-token", TYPE),
        ],
        "#token-said .note",
    ),
    (
        "wizard-hostname",
        "scenario=empty&add",
        &[
            ("input[value='desec']", "document.querySelector(\"input[value='desec']\").click()"),
            (".choice.chosen", NEXT),
            ("#field-token", TYPE),
            ("#token-said .note", NEXT),
        ],
        "#wizard-zone",
    ),
    (
        "wizard-key",
        "scenario=empty&add",
        &[
            ("input[value='google']", "document.querySelector(\"input[value='google']\").click()"),
            (".choice.chosen", NEXT),
            ("#field-credentials", TYPE),
        ],
        ".field.lines",
    ),
];
const NEXT: &str = "document.getElementById('wizard-next').click()";
/// Fills in the first secret and leaves it.
const TYPE: &str = "const at = document.querySelector('.input.has-eye');
    at.value = at.tagName === 'TEXTAREA'
        ? '{\\n  \"type\": \"service_account\",\\n  \"private_key\": \"-----BEGIN PRIVATE KEY-----\"\\n}'
        : 'abcdefghijklmnopqrstuvwxyz12';
    at.dispatchEvent(new Event('input', { bubbles: true })); at.dispatchEvent(new Event('blur'));";
const LANGUAGES: &[&str] = &["en", "de"];
const THEMES: &[(&str, &[&str])] = &[("light", &[]), ("dark", &[]), ("forced", &["--force-high-contrast"])];

/// A picture is looked at in so many parts, across and down.
const PARTS: (usize, usize) = (38, 28);
/// A part that is lighter or darker by more than this looks different.
const DIFFERENT: u8 = 28;
/// So many parts in a hundred may look different: a clock's digits, another version of a face.
const TOLERATED: usize = 6;

fn references() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures/gallery.txt")
}

/// How light each part of a picture is.
fn parts(picture: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (info.width as usize, info.height as usize);
    let channels = info.line_size / width;
    let (across, down) = PARTS;
    let mut sums = vec![(0_u64, 0_u64); across * down];
    for y in 0..height {
        for x in 0..width {
            let pixel = &pixels[y * info.line_size + x * channels..][..channels];
            let light = (u64::from(pixel[0]) * 3 + u64::from(pixel[1]) * 6 + u64::from(pixel[2])) / 10;
            let (sum, count) = &mut sums[(y * down / height) * across + x * across / width];
            *sum += light;
            *count += 1;
        }
    }

    sums.iter().map(|(sum, count)| u8::try_from(sum / (*count).max(1)).unwrap()).collect()
}

fn read() -> BTreeMap<String, Vec<u8>> {
    let text = std::fs::read_to_string(references()).unwrap_or_default();
    let bytes = |hex: &str| {
        let digits: Vec<u8> = hex.chars().filter_map(|digit| u8::try_from(digit.to_digit(16)?).ok()).collect();
        digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect()
    };

    text.lines().filter_map(|line| line.split_once(' ')).map(|(name, hex)| (name.to_owned(), bytes(hex))).collect()
}

fn write(pictures: &BTreeMap<String, Vec<u8>>) {
    let mut text = String::new();
    for (name, parts) in pictures {
        let _ = write!(text, "{name} ");
        for part in parts {
            let _ = write!(text, "{part:02x}");
        }
        text.push('\n');
    }
    std::fs::create_dir_all(references().parent().unwrap()).unwrap();
    std::fs::write(references(), text).unwrap();
}

fn looks_different(one: &[u8], other: &[u8]) -> usize {
    let count = one.iter().zip(other).filter(|(one, other)| one.abs_diff(**other) > DIFFERENT).count();

    if one.len() == other.len() { count * 100 / one.len() } else { 100 }
}

#[tokio::test]
async fn every_state_looks_as_it_did_when_it_was_last_looked_at() {
    let folder = ui().join("../target/gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let mut taken = BTreeMap::new();
    for (theme, arguments) in THEMES {
        let browser = Browser::start(760, 560, arguments).await;
        for language in LANGUAGES {
            let near = PICTURES.iter().map(|(name, query, there)| (name, query, &[][..], there));
            let further = FURTHER.iter().map(|(name, query, steps, there)| (name, query, *steps, there));
            for (name, query, steps, there) in near.chain(further) {
                let chosen = if *theme == "forced" { String::new() } else { format!("&theme={theme}") };
                browser.open(&format!("{query}&language={language}{chosen}")).await;
                for (there, script) in steps {
                    browser.wait(there).await;
                    browser.run(script).await;
                }
                browser.wait(there).await;
                let settled = "const done = arguments[0];
                    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
                browser.client.execute_async(settled, vec![]).await.unwrap();
                let picture = browser.client.screenshot().await.unwrap();
                let id = format!("{name}-{theme}-{language}");
                std::fs::write(folder.join(format!("{id}.png")), &picture).unwrap();
                taken.insert(id, parts(&picture));
            }
        }
        browser.client.close().await.unwrap();
    }
    if std::env::var_os("HOMEPORT_WRITE").is_some() {
        write(&taken);
    }
    let known = read();

    let wrong: Vec<String> = taken
        .iter()
        .filter_map(|(id, parts)| match known.get(id) {
            None => Some(format!("{id} has no reference")),
            Some(reference) => {
                let percent = looks_different(parts, reference);
                (percent > TOLERATED).then(|| format!("{id}: {percent} % looks different"))
            }
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\nLook at target/gallery.", wrong.join("\n"));
}

#[test]
fn a_picture_with_another_picture_in_it_looks_different() {
    let plain = vec![240; PARTS.0 * PARTS.1];
    let mut card = plain.clone();
    for part in &mut card[100..180] {
        *part = 60;
    }
    let mut digits = plain.clone();
    digits[7] = 200;

    assert!(looks_different(&plain, &card) > TOLERATED);
    assert!(looks_different(&plain, &digits) <= TOLERATED);
    assert_eq!(looks_different(&plain, &plain[1..]), 100);
}

//! The window's pages in Chromium on made-up data: every state of a home, by day and by night, wide and narrow, by eye
//! and by keyboard.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use fantoccini::key::Key;
use homeport_tests::browser::{Browser, ui};
use serde_json::Value;

const SCENARIOS: &[&str] = &[
    "ok",
    "empty",
    "problem",
    "working",
    "holding",
    "attention",
    "offline",
    "many",
    "practice",
    "starting",
    "failed",
    "stopped",
];
const WINDOW: (u32, u32) = (760, 560);
/// The narrowest window, and a window of 760 at twice the size of text.
const NARROW: &[u32] = &[480, 380];

/// What goes wrong on the page without anybody seeing it.
async fn complaints(browser: &Browser) -> Vec<Value> {
    browser.run("return window.complaints ?? ['the page did not start']").await.as_array().cloned().unwrap_or_default()
}

/// How many pixels the page is wider than the window.
async fn overflow(browser: &Browser) -> i64 {
    let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

    browser.run(script).await.as_i64().unwrap()
}

/// What axe finds, one line for each element.
async fn violations(browser: &Browser, page: &str) -> Vec<String> {
    let axe = std::fs::read_to_string(ui().join("node_modules/axe-core/axe.min.js")).unwrap();
    browser.run(&format!("if (!window.axe) {{ {axe} }}")).await;
    let script = "const done = arguments[0];
        axe.run().then((result) => done(result.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`))));";
    let found = browser.client.execute_async(script, vec![]).await.unwrap();

    found.as_array().unwrap().iter().map(|line| format!("{page}: {line}")).collect()
}

async fn press(browser: &Browser, key: Key) {
    let keys = String::from(char::from(key));
    browser.client.active_element().await.unwrap().send_keys(&keys).await.unwrap();
}

async fn focused(browser: &Browser) -> String {
    let script = "const at = document.activeElement; return at.id || at.textContent.trim()";

    browser.run(script).await.as_str().unwrap_or_default().to_owned()
}

/// Presses Tab until the element with this id or text has the focus.
async fn tab_to(browser: &Browser, wanted: &str) {
    let mut passed = Vec::new();
    while passed.len() < 60 {
        let here = focused(browser).await;
        if here == wanted {
            return;
        }
        passed.push(here);
        press(browser, Key::Tab).await;
    }
    panic!("Tab does not reach {wanted}, only {passed:?}");
}

async fn type_here(browser: &Browser, text: &str) {
    browser.client.active_element().await.unwrap().send_keys(text).await.unwrap();
}

/// Waits until a script returns true.
async fn until(browser: &Browser, script: &str) {
    for _ in 0..500 {
        if browser.run(&format!("return Boolean({script})")).await == Value::Bool(true) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("this never became true: {script}");
}

#[tokio::test]
async fn every_state_is_painted_without_a_complaint() {
    let browser = Browser::start(WINDOW.0, WINDOW.1, &[]).await;
    for scenario in SCENARIOS {
        browser.open(&format!("scenario={scenario}")).await;

        let title = browser.run("return document.querySelector('h1').textContent").await;

        assert!(!title.as_str().unwrap().is_empty(), "{scenario}");
        assert_eq!(complaints(&browser).await, Vec::<Value>::new(), "{scenario}");
        assert_eq!(overflow(&browser).await, 0, "{scenario}");
    }
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn nothing_overflows_in_a_narrow_window_or_at_twice_the_size() {
    for width in NARROW {
        let browser = Browser::start(*width, WINDOW.1, &[]).await;
        for scenario in SCENARIOS {
            browser.open(&format!("scenario={scenario}")).await;
            assert_eq!(overflow(&browser).await, 0, "{scenario} at {width}");
        }
        browser.open("scenario=problem").await;
        for page in ["Activity", "Network", "Settings"] {
            open_page(&browser, page).await;
            assert_eq!(overflow(&browser).await, 0, "{page} at {width}");
        }
        browser.client.close().await.unwrap();
    }
}

/// Goes to a page of the rail, and waits for what it asks for.
async fn open_page(browser: &Browser, name: &str) {
    let script = format!(
        "[...document.querySelectorAll('.rail .item')].find((item) => item.textContent.includes('{name}')).click()"
    );
    browser.run(&script).await;
    browser.wait("main ul").await;
}

#[tokio::test]
async fn axe_finds_nothing_by_day_by_night_and_in_the_users_own_colours() {
    let mut found = Vec::new();
    for (theme, arguments) in [("light", &[][..]), ("dark", &[][..]), ("forced", &["--force-high-contrast"][..])] {
        let browser = Browser::start(WINDOW.0, WINDOW.1, arguments).await;
        let theme = if theme == "forced" { String::new() } else { format!("&theme={theme}") };
        // What differs in the user's own colours differs on these.
        let scenarios = if theme.is_empty() { &["problem", "practice", "offline"][..] } else { SCENARIOS };
        for scenario in scenarios {
            browser.open(&format!("scenario={scenario}{theme}")).await;
            found.extend(violations(&browser, &format!("{scenario}{theme}")).await);
        }
        browser.open(&format!("scenario=problem{theme}")).await;
        for page in ["Activity", "Network", "Settings"] {
            open_page(&browser, page).await;
            found.extend(violations(&browser, &format!("{page}{theme}")).await);
        }
        found.extend(walk_the_wizard(&browser, &theme).await);
        browser.client.close().await.unwrap();
    }

    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Axe on each page of the wizard.
async fn walk_the_wizard(browser: &Browser, theme: &str) -> Vec<String> {
    let mut found = Vec::new();
    browser.open(&format!("scenario=ok{theme}")).await;
    browser.run("document.getElementById('add-hostname').click()").await;
    browser.wait(".choice input[value='rfc2136']").await;
    found.extend(violations(browser, &format!("provider{theme}")).await);
    browser.run("document.querySelector('.choice input[value=\"rfc2136\"]').click()").await;
    browser.run("document.getElementById('wizard-next').click()").await;
    browser.wait("#field-server").await;
    // Continue with nothing filled in: the complaints are looked at too.
    browser.run("document.getElementById('wizard-next').click()").await;
    browser.wait("#field-server-wrong").await;
    found.extend(violations(browser, &format!("access{theme}")).await);
    for (field, text) in
        [("server", "ns1.example.org:53"), ("zone", "example.org"), ("key_name", "home"), ("secret", "a2V5")]
    {
        browser.wait(&format!("#field-{field}")).await.send_keys(text).await.unwrap();
    }
    browser.run("document.getElementById('wizard-next').click()").await;
    browser.wait("#wizard-hostname").await.send_keys("home.example.org").await.unwrap();
    found.extend(violations(browser, &format!("hostname{theme}")).await);
    browser.run("document.getElementById('wizard-next').click()").await;
    browser.wait(".ticks").await;
    browser.run("document.getElementById('wizard-next').click()").await;
    browser.wait(".sent").await;
    found.extend(violations(browser, &format!("test{theme}")).await);
    browser.run("document.getElementById('wizard-next').click()").await;
    browser.wait(".done-head").await;
    found.extend(violations(browser, &format!("done{theme}")).await);

    found
}

#[tokio::test]
async fn the_wizard_is_walked_by_keyboard_only() {
    let browser = Browser::start(WINDOW.0, WINDOW.1, &[]).await;
    browser.open("scenario=empty").await;

    tab_to(&browser, "add-first").await;
    press(&browser, Key::Enter).await;
    browser.wait("#wizard-search").await;
    assert_eq!(focused(&browser).await, "wizard-search");
    type_here(&browser, "home.example.org").await;
    browser.wait(".found").await;
    press(&browser, Key::Enter).await;
    browser.wait("#field-token").await;
    tab_to(&browser, "field-token").await;
    type_here(&browser, "abcdefghijklmnopqrstuvwxyz12").await;
    press(&browser, Key::Enter).await;
    browser.wait("#wizard-hostname").await;
    until(&browser, "document.activeElement.id === 'wizard-hostname'").await;
    press(&browser, Key::Enter).await;
    browser.wait(".ticks").await;
    tab_to(&browser, "wizard-next").await;
    press(&browser, Key::Enter).await;
    browser.wait(".sent").await;
    press(&browser, Key::Enter).await;
    browser.wait(".done-head").await;
    tab_to(&browser, "wizard-next").await;
    press(&browser, Key::Enter).await;

    browser.wait(".hosts .name").await;
    let name = browser.run("return document.querySelector('.hosts .name').textContent").await;
    assert_eq!(name, "home.example.org");
    assert_eq!(complaints(&browser).await, Vec::<Value>::new());
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_refused_secret_leads_back_to_its_field() {
    let browser = Browser::start(WINDOW.0, WINDOW.1, &[]).await;
    browser.open("scenario=empty").await;
    browser.wait("#add-first").await.click().await.unwrap();
    type_here(&browser, "home.example.org").await;
    browser.wait(".found").await;
    press(&browser, Key::Enter).await;
    browser.wait("#field-token").await.send_keys("wrong-wrong-wrong-wrong-1234").await.unwrap();
    press(&browser, Key::Enter).await;
    browser.wait("#wizard-hostname").await;
    browser.wait("#wizard-next").await.click().await.unwrap();
    browser.wait(".ticks").await;

    browser.wait("#wizard-next").await.click().await.unwrap();
    browser.wait("#field-token-wrong").await;

    until(&browser, "document.activeElement.id === 'field-token'").await;
    let described = browser.run("return document.activeElement.getAttribute('aria-describedby')").await;
    assert!(described.as_str().unwrap().contains("field-token-wrong"), "{described}");
    let kept = browser.run("return document.activeElement.value").await;
    assert_eq!(kept, "wrong-wrong-wrong-wrong-1234");
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn escape_and_back_lose_nothing_that_was_entered() {
    let browser = Browser::start(WINDOW.0, WINDOW.1, &[]).await;
    browser.open("scenario=empty").await;
    browser.wait("#add-first").await.click().await.unwrap();
    type_here(&browser, "home.example.org").await;
    browser.wait(".found").await;
    press(&browser, Key::Enter).await;
    browser.wait("#field-token").await.send_keys("abcdefghijklmnopqrstuvwxyz12").await.unwrap();

    press(&browser, Key::Escape).await;
    until(&browser, "document.activeElement.id === 'add-first'").await;
    press(&browser, Key::Enter).await;

    browser.wait("#field-token").await;
    assert_eq!(
        browser.run("return document.getElementById('field-token').value").await,
        "abcdefghijklmnopqrstuvwxyz12"
    );
    browser.wait("#wizard-back").await.click().await.unwrap();
    browser.wait("#wizard-search").await;
    assert_eq!(browser.run("return document.getElementById('wizard-search').value").await, "home.example.org");
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_hostname_is_removed_only_after_a_question_and_the_focus_comes_back() {
    let browser = Browser::start(WINDOW.0, WINDOW.1, &[]).await;
    browser.open("scenario=ok").await;
    let more = "document.getElementById('more-home.example.org')";
    browser.run(&format!("{more}.focus(); {more}.click()")).await;
    browser.wait("[role='menu']").await;
    press(&browser, Key::Up).await;
    assert_eq!(focused(&browser).await, "Remove…");
    press(&browser, Key::Enter).await;
    browser.wait("dialog[open]").await;

    press(&browser, Key::Escape).await;
    until(&browser, "!document.querySelector('dialog')").await;
    assert_eq!(focused(&browser).await, "more-home.example.org");
    assert_eq!(browser.run("return document.querySelectorAll('.hosts > li').length").await, 3);

    browser.run(&format!("{more}.click()")).await;
    press(&browser, Key::End).await;
    press(&browser, Key::Enter).await;
    browser.wait("#remove-confirm").await.click().await.unwrap();
    until(&browser, "document.querySelectorAll('.hosts > li').length === 2").await;
    browser.client.close().await.unwrap();
}

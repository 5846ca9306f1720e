//! The check of a token in the wizard, in Chromium on made-up data: on paste, on leaving the field, and never in the way.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use fantoccini::key::Key;
use homeport_tests::browser::{Browser, ui};

const WORKS: &str = "abcdefghijklmnopqrstuvwxyz12";

/// The wizard's page for a provider's token; the cursor is in its field.
async fn access(typed: &str, first_field: &str) -> Browser {
    access_with(typed, first_field, "").await
}

/// The same with more in the query.
async fn access_with(typed: &str, first_field: &str, more: &str) -> Browser {
    let browser = Browser::start(760, 560, &[]).await;
    browser.open(&format!("scenario=empty&add{more}")).await;
    browser.wait("#wizard-search").await.send_keys(typed).await.unwrap();
    if typed.contains('.') {
        browser.wait(".found").await;
    } else {
        browser.wait(".choice input").await;
        browser.run("document.querySelector('.choice input').click()").await;
    }
    browser.wait("#wizard-next").await.click().await.unwrap();
    browser.wait(first_field).await.click().await.unwrap();

    browser
}

/// What a paste does to the field that has the cursor.
async fn paste(browser: &Browser, text: &str) {
    let script = format!(
        "const data = new DataTransfer(); data.setData('text', {text:?});
        const at = document.activeElement;
        const event = new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }});
        if (at.dispatchEvent(event)) document.execCommand('insertText', false, {text:?});"
    );
    browser.run(&script).await;
}

async fn press(browser: &Browser, key: Key) {
    browser.client.active_element().await.unwrap().send_keys(&String::from(char::from(key))).await.unwrap();
}

async fn said(browser: &Browser) -> String {
    browser.until("document.querySelector('#token-said .note:not(:has(.spin))')").await;

    browser.wait("#token-said").await.text().await.unwrap()
}

async fn value(browser: &Browser, id: &str) -> String {
    let script = format!("return document.getElementById('{id}').value");

    browser.run(&script).await.as_str().unwrap().to_owned()
}

/// What axe finds on the page.
async fn violations(browser: &Browser) -> serde_json::Value {
    let script = "const done = arguments[0];
        axe.run().then((result) => done(result.violations.map((rule) => rule.id + ' ' + rule.nodes.map((node) => node.target))));";
    browser.run(&std::fs::read_to_string(ui().join("node_modules/axe-core/axe.min.js")).unwrap()).await;

    browser.client.execute_async(script, vec![]).await.unwrap()
}

#[tokio::test]
async fn a_pasted_token_is_cleaned_and_checked_and_its_zones_are_offered() {
    let browser = access("home.example.org", "#field-token").await;

    paste(&browser, &format!("  Bearer {WORKS}\n")).await;

    assert_eq!(said(&browser).await, "Token works for: example.org, example.net.");
    assert_eq!(value(&browser, "field-token").await, WORKS);
    let described = browser.run("return document.activeElement.getAttribute('aria-describedby')").await;
    assert!(described.as_str().unwrap().contains("token-said"), "{described}");

    assert_eq!(violations(&browser).await, serde_json::json!([]));
    press(&browser, Key::Enter).await;
    browser.wait("#wizard-zone").await;
    assert_eq!(violations(&browser).await, serde_json::json!([]));
    browser.until("document.activeElement.id === 'wizard-hostname'").await;
    assert_eq!(value(&browser, "wizard-hostname").await, "home");
    assert_eq!(value(&browser, "wizard-zone").await, "example.org");
    press(&browser, Key::Tab).await;
    press(&browser, Key::Down).await;
    assert_eq!(value(&browser, "wizard-zone").await, "example.net");
    let below = browser.wait("#wizard-hostname-below").await.text().await.unwrap();
    assert!(below.contains("home.example.net"), "{below}");
    press(&browser, Key::Down).await;
    assert_eq!(value(&browser, "wizard-hostname").await, "home.example.net");
    assert_eq!(browser.run("return window.complaints").await, serde_json::json!([]));
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_token_that_was_typed_is_checked_when_its_field_is_left_and_what_it_lacks_is_named() {
    let browser = access("home.example.org", "#field-token").await;
    browser.wait("#field-token").await.send_keys("narrow-narrow-narrow-narrow1").await.unwrap();
    assert_eq!(browser.run("return document.querySelector('#token-said').textContent.trim()").await, "");

    press(&browser, Key::Tab).await;
    let lacks = said(&browser).await;
    assert_eq!(violations(&browser).await, serde_json::json!([]));
    assert!(lacks.contains("lacks a right") && lacks.contains("Write DNS of your domain"), "{lacks}");

    browser.wait("#field-token").await.send_keys("2").await.unwrap();
    assert_eq!(browser.run("return document.querySelector('#token-said').textContent.trim()").await, "");
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_check_that_cannot_be_made_stops_nobody() {
    let browser = access("home.example.org", "#field-token").await;
    paste(&browser, "offline-offline-offline-1234").await;
    assert!(said(&browser).await.contains("You can go on"));

    press(&browser, Key::Enter).await;
    browser.wait("#wizard-hostname").await;
    assert_eq!(value(&browser, "wizard-hostname").await, "home.example.org");
    press(&browser, Key::Enter).await;
    browser.wait(".ticks").await;
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_key_of_several_lines_keeps_them_and_is_hidden_until_it_is_shown() {
    let browser = access("google", "#field-credentials").await;
    let key = "{\n  \"private_key\": \"-----BEGIN PRIVATE KEY-----\"\n}";

    paste(&browser, &format!("\n{key}\n")).await;

    assert_eq!(value(&browser, "field-credentials").await, key);
    let masked = "return getComputedStyle(document.getElementById('field-credentials')).webkitTextSecurity";
    assert_eq!(browser.run(masked).await, "disc");
    assert_eq!(violations(&browser).await, serde_json::json!([]));
    browser.wait(".field.lines button").await.click().await.unwrap();
    assert_eq!(browser.run(masked).await, "none");
    browser.wait("#wizard-next").await.click().await.unwrap();
    browser.wait("#wizard-hostname").await;
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_chosen_files_text_comes_into_the_field_like_a_paste() {
    let browser = access("google", "#field-credentials").await;
    press(&browser, Key::Tab).await;
    press(&browser, Key::Tab).await;
    browser.until("document.activeElement.id === 'field-credentials-file'").await;

    press(&browser, Key::Enter).await;

    browser.until("document.querySelector('.fields [role=status]').textContent !== ''").await;
    assert_eq!(value(&browser, "field-credentials").await, "{\n  \"type\": \"service_account\"\n}");
    assert_eq!(violations(&browser).await, serde_json::json!([]));
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_file_that_is_no_key_is_refused_in_three_parts_and_what_was_there_stays() {
    for (file, parts) in [("too-long", 3), ("not-text", 3), ("not-read", 3), ("none", 0)] {
        let browser = access_with("google", "#field-credentials", &format!("&file={file}")).await;
        paste(&browser, "{}").await;

        browser.wait("#field-credentials-file").await.click().await.unwrap();

        browser.until(&format!("document.querySelectorAll('.fields .refused :is(b, p)').length === {parts}")).await;
        assert_eq!(value(&browser, "field-credentials").await, "{}", "{file}");
        assert_eq!(violations(&browser).await, serde_json::json!([]), "{file}");
        assert_eq!(browser.run("return window.complaints").await, serde_json::json!([]));
        browser.client.close().await.unwrap();
    }
}

//! The wizard's test in Chromium on made-up data: what it waits for, and where each failure leads.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use homeport_tests::browser::Browser;

/// The wizard's test with this token, begun; `more` is added to the query.
async fn test_with(token: &str, more: &str) -> Browser {
    let browser = Browser::start(760, 560, &[]).await;
    browser.open(&format!("scenario=empty&add{more}")).await;
    browser.wait("#wizard-search").await.send_keys("home.example.org").await.unwrap();
    browser.wait(".found").await;
    next(&browser).await;
    browser.wait("#field-token").await.send_keys(token).await.unwrap();
    next(&browser).await;
    browser.wait("#wizard-hostname").await;
    next(&browser).await;
    browser.wait(".ticks").await;
    next(&browser).await;

    browser
}

async fn next(browser: &Browser) {
    browser.wait("#wizard-next").await.click().await.unwrap();
}

/// How many of the four steps are marked so.
async fn marked(browser: &Browser, tone: &str, count: usize) {
    browser.until(&format!("document.querySelectorAll('.ticks .{tone}').length === {count}")).await;
}

async fn ends(browser: Browser) {
    assert_eq!(browser.run("return window.complaints").await, serde_json::json!([]));
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_name_that_the_name_servers_have_gets_all_four_ticks() {
    let browser = test_with("abcdefghijklmnopqrstuvwxyz12", "").await;

    marked(&browser, "ok", 4).await;

    next(&browser).await;
    browser.wait(".done-head").await;
    ends(browser).await;
}

#[tokio::test]
async fn a_name_behind_the_providers_proxy_is_not_waited_for() {
    let browser = test_with("abcdefghijklmnopqrstuvwxyz12", "&proxied").await;

    marked(&browser, "ok", 3).await;
    let ticks = browser.wait(".ticks").await.text().await.unwrap();
    assert!(ticks.ends_with("stands before it with its proxy"), "{ticks}");
    ends(browser).await;
}

#[tokio::test]
async fn a_name_that_the_name_servers_do_not_have_yet_stops_nobody() {
    let browser = test_with("abcdefghijklmnopqrstuvwxyz12", "&unproved").await;

    marked(&browser, "ok", 2).await;
    // Nothing turns for ever: it was waited for, and now it is told how long it may take.
    marked(&browser, "working", 0).await;
    let ticks = browser.wait(".ticks").await.text().await.unwrap();
    assert!(ticks.contains("you can go on"), "{ticks}");

    next(&browser).await;
    browser.wait(".done-head").await;
    ends(browser).await;
}

#[tokio::test]
async fn what_the_token_is_refused_for_stands_at_its_field_until_it_is_changed() {
    for token in ["wrong-wrong-wrong-wrong-1234", "narrow-narrow-narrow-narrow1"] {
        let browser = test_with(token, "").await;

        browser.wait("#field-token-wrong").await;
        browser.until("document.activeElement.id === 'field-token'").await;
        assert_eq!(browser.run("return document.querySelector('#token-said')").await, serde_json::Value::Null);

        browser.wait("#field-token").await.send_keys("x").await.unwrap();
        browser.until("!document.querySelector('#field-token-wrong')").await;
        ends(browser).await;
    }
}

/// The other names of the account need the new token as well, so none is typed into a form for a new one.
#[tokio::test]
async fn a_stored_token_that_is_refused_is_replaced_where_it_is() {
    let browser = Browser::start(760, 560, &[]).await;
    browser.open("scenario=problem&add").await;
    browser.wait(".choice input[value='desec']").await;
    browser.run("document.querySelector(\".choice input[value='desec']\").click()").await;
    next(&browser).await;
    browser.wait("#access-saved").await;
    next(&browser).await;
    browser.wait("#wizard-hostname").await.send_keys("garden").await.unwrap();
    next(&browser).await;
    browser.wait(".ticks").await;

    next(&browser).await;

    browser.until("document.activeElement.id === 'wizard-replace'").await;
    let told = browser.wait(".refused").await.text().await.unwrap();
    assert_eq!(told, "The provider did not accept the token. Make a new one and paste it.");
    browser.wait("#wizard-replace").await.click().await.unwrap();
    browser.wait("dialog #field-token").await.send_keys("abcdefghijklmnopqrstuvwxyz12").await.unwrap();
    browser.wait("dialog .btn.primary").await.click().await.unwrap();
    browser.until("!document.querySelector('dialog')").await;
    browser.until("document.activeElement.id === 'wizard-next' && !document.querySelector('.refused')").await;
    ends(browser).await;
}

#[tokio::test]
async fn a_name_that_the_account_does_not_have_leads_to_the_name() {
    let browser = test_with("elsewhere-elsewhere-elsewher", "").await;

    browser.wait("#wizard-hostname-wrong").await;
    browser.until("document.activeElement.id === 'wizard-hostname'").await;
    // The token is not asked for again.
    next(&browser).await;
    browser.wait(".ticks").await;
    ends(browser).await;
}

#[tokio::test]
async fn a_refusal_that_no_page_mends_is_told_where_the_test_is() {
    let browser = test_with("blocked-blocked-blocked-1234", "").await;

    let told = browser.wait(".refused").await.text().await.unwrap();

    assert!(told.contains("has blocked home.example.org"), "{told}");
    marked(&browser, "error", 1).await;
    ends(browser).await;
}

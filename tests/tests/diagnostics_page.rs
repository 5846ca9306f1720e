//! What helps to find a cause, in Chromium on made-up data: the test notification, a report saved where the user chooses,
//! and what was sent and answered.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use fantoccini::key::Key;
use homeport_tests::browser::Browser;

async fn page(query: &str) -> Browser {
    let browser = Browser::start(760, 560, &[]).await;
    browser.open(query).await;

    browser
}

async fn press(browser: &Browser, key: Key) {
    browser.client.active_element().await.unwrap().send_keys(&String::from(char::from(key))).await.unwrap();
}

async fn text(browser: &Browser, selector: &str) -> String {
    browser.wait(selector).await.text().await.unwrap()
}

#[tokio::test]
async fn a_person_says_whether_the_test_notification_appeared() {
    let browser = page("scenario=ok&page=network").await;
    browser.wait("#notification-test").await;
    browser.run("document.getElementById('notification-test').focus()").await;

    press(&browser, Key::Enter).await;
    browser.until("document.activeElement.id === 'notification-yes'").await;
    press(&browser, Key::Tab).await;
    press(&browser, Key::Enter).await;
    browser.until("document.querySelector('.checks').textContent.includes('The test did not appear.')").await;
    assert!(text(&browser, ".checks").await.contains("Turn “Do not disturb” off"));
    assert!(text(&browser, ".checks").await.contains("Version 2.48.3."));

    browser.wait("#notification-test").await.click().await.unwrap();
    browser.wait("#notification-yes").await.click().await.unwrap();
    browser.until("document.querySelector('.checks').textContent.includes('The test appeared.')").await;
    browser.until("!document.getElementById('notification-test')").await;
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_report_is_saved_where_the_user_chooses_or_not_at_all() {
    for (query, said) in [("", "Saved: ~/Documents/homeport-report.zip"), ("&undecided", "")] {
        let browser = page(&format!("scenario=ok&page=network{query}")).await;
        browser.wait("#open-report").await.click().await.unwrap();
        browser.wait("#report-save:not([disabled])").await.click().await.unwrap();
        if !said.is_empty() {
            browser.until("document.querySelector('dialog [role=status]').textContent !== ''").await;
        }

        assert_eq!(text(&browser, "dialog [role='status']").await, said);
        assert_eq!(browser.run("return document.querySelectorAll('dialog .refused').length").await, 0);
        browser.client.close().await.unwrap();
    }
}

#[tokio::test]
async fn what_was_sent_and_answered_unfolds_below_a_refusal() {
    let browser = page("scenario=ok&page=activity").await;
    browser.wait(".exchange").await;
    let folded = browser.run("return document.querySelector('.exchange').checkVisibility()").await;
    assert_eq!(folded, false);

    browser.run("document.querySelector('.exchange').closest('details').querySelector('summary').focus()").await;
    press(&browser, Key::Enter).await;
    browser.until("document.querySelector('.exchange').checkVisibility()").await;

    let shown = text(&browser, ".exchange").await;
    for part in ["Details", "GET https://update.dedyn.io/", "HTTP 401", "(hidden)", "Secrets are hidden in it."] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    browser.client.close().await.unwrap();
}

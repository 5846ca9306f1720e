//! Taking over another client's settings in the window, in Chromium on made-up data: the preview first, then all of it at
//! once.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write as _;

use homeport_tests::browser::{Browser, ui};

/// Opens the wizard's import and gives it a file; the client is `from`, or recognised.
async fn chosen(browser: &Browser, from: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().prefix("ddclient").suffix(".conf").tempfile().unwrap();
    writeln!(file, "protocol=dyndns2").unwrap();
    browser.open("scenario=empty&add&fast").await;
    browser.wait("#wizard-import").await.click().await.unwrap();
    if !from.is_empty() {
        let script = format!(
            "document.querySelector('#import-client option[value={from}]').selected = true;
            document.querySelector('#import-client').dispatchEvent(new Event('change'))"
        );
        browser.run(&script).await;
    }
    browser.wait("#import-file").await.send_keys(file.path().to_str().unwrap()).await.unwrap();

    file
}

async fn text(browser: &Browser, selector: &str) -> String {
    browser.wait(selector).await.text().await.unwrap()
}

#[tokio::test]
async fn what_would_be_added_is_shown_before_anything_is() {
    let browser = Browser::start(760, 560, &[]).await;
    let _file = chosen(&browser, "").await;
    assert_eq!(text(&browser, "#import-result").await, "In this file of ddclient: 2 hostnames");
    let page = text(&browser, "form.wiz").await;
    for shown in ["home.example.org", "token: hidden", "(guessed: please check)", "never run", "Nothing was added yet."]
    {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let script = "const done = arguments[0];
        axe.run().then((result) => done(result.violations.map((rule) => rule.id + ' ' + rule.nodes.map((node) => node.target))));";
    browser.run(&std::fs::read_to_string(ui().join("node_modules/axe-core/axe.min.js")).unwrap()).await;
    let violations = browser.client.execute_async(script, vec![]).await.unwrap();
    assert_eq!(violations, serde_json::json!([]));

    browser.wait("#import-next").await.click().await.unwrap();
    for _ in 0..500 {
        if text(&browser, "#import-result").await == "2 hostnames were added" {
            break;
        }
    }
    assert_eq!(text(&browser, "#import-result").await, "2 hostnames were added");
    browser.wait("#import-next").await.click().await.unwrap();
    browser.wait(".hosts > li").await;
    assert_eq!(browser.run("return document.querySelectorAll('.hosts > li').length").await, 2);
    assert_eq!(browser.run("return window.complaints").await, serde_json::json!([]));
    browser.client.close().await.unwrap();
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_in_three_parts_and_back_leads_to_the_wizard() {
    for width in [760, 480] {
        let browser = Browser::start(width, 560, &[]).await;
        let _file = chosen(&browser, "inadyn").await;
        let refusal = text(&browser, ".refused").await;
        assert!(refusal.contains("looks like no client's configuration"), "{refusal}");
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(browser.run(overflow).await, 0, "at {width}");

        browser.wait("#import-back").await.click().await.unwrap();
        browser.wait("#wizard-search").await;
        browser.client.close().await.unwrap();
    }
}

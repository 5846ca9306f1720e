//! What comes through the socket and is no proper frame.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::mem::discriminant;
use std::time::Duration;

use common::Home;
use homeport_core::request::{Request, Response};
use homeport_handle::socket::SocketHandle;
use homeport_handle::{Handle, HandleError};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(20);

struct Raw(BufReader<UnixStream>);

impl Raw {
    async fn open(home: &Home) -> Self {
        Self(BufReader::new(UnixStream::connect(&home.paths.socket).await.unwrap()))
    }

    async fn say(&mut self, bytes: &[u8]) {
        // The other side may have closed already; what it answered is still to be read.
        let _ = self.0.get_mut().write_all(bytes).await;
    }

    async fn answer(&mut self) -> Option<Value> {
        let mut line = String::new();
        timeout(SOON, self.0.read_line(&mut line)).await.expect("an answer comes").unwrap();

        (!line.is_empty()).then(|| serde_json::from_str(&line).unwrap())
    }
}

fn error(answer: &Value) -> &str {
    answer["error"].as_str().unwrap()
}

#[tokio::test]
async fn the_answer_has_the_number_of_its_question() {
    let home = Home::start();
    let mut raw = Raw::open(&home).await;
    for id in [1, 7, u64::MAX] {
        let question = json!({"v": 1, "id": id, "request": {"request": "check-now"}, "added-later": [1]});
        raw.say(format!("{question}\n").as_bytes()).await;
        assert_eq!(raw.answer().await, Some(json!({"v": 1, "id": id, "response": {"response": "done"}})));
    }
}

#[tokio::test]
async fn a_frame_of_a_newer_version_is_refused_with_our_version() {
    let home = Home::start();
    let mut raw = Raw::open(&home).await;
    raw.say(b"{\"v\":2,\"id\":5,\"question\":\"new\"}\n").await;
    let answer = raw.answer().await.unwrap();
    assert_eq!((error(&answer), &answer["v"], &answer["id"]), ("other-version", &json!(1), &json!(5)));
    assert_eq!(answer["homeport"], env!("CARGO_PKG_VERSION"));

    raw.say(b"{\"v\":1,\"id\":6,\"request\":{\"request\":\"resume\"}}\n").await;
    assert_eq!(raw.answer().await.unwrap()["id"], 6);
}

#[tokio::test]
async fn an_unknown_request_is_refused_and_the_connection_goes_on() {
    let home = Home::start();
    let mut raw = Raw::open(&home).await;
    let requests = [
        "{\"request\":\"make-tea\"}",
        "{\"request\":\"remove\"}",
        "{}",
        "null",
        "[]",
        "\"status\"",
        "{\"request\":\"remove\",\"of\":{\"hostname\":7}}",
    ];
    for request in requests {
        raw.say(format!("{{\"v\":1,\"id\":5,\"request\":{request}}}\n").as_bytes()).await;
        assert_eq!(error(&raw.answer().await.unwrap()), "unknown-request", "{request}");
    }
    raw.say(b"{\"v\":1,\"id\":6,\"request\":{\"request\":\"resume\"}}\n").await;
    assert_eq!(raw.answer().await.unwrap()["id"], 6);
}

#[tokio::test]
async fn a_refusal_never_quotes_the_frame() {
    let home = Home::start();
    let frames = [
        r#"{"v":1,"id":1,"request":{"request":"canary-secret"}}"#,
        r#"{"v":1,"id":1,"request":{"request":"add","of":{"hostname":"h","secrets":"canary-secret"}}}"#,
        r#"{"v":1,"id":1,"request":{"request":"replace-secrets","of":{"account":1,"secrets":{"k":"canary-secret"}}}}"#,
        r#"{"v":"canary-secret","id":1}"#,
        r"canary-secret",
    ];
    for frame in frames {
        let mut raw = Raw::open(&home).await;
        raw.say(format!("{frame}\n").as_bytes()).await;
        let answer = raw.answer().await.unwrap();
        assert!(!answer.to_string().contains("canary"), "{answer}");
    }
}

#[tokio::test]
async fn garbage_ends_its_connection_and_nothing_else() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let whole = br#"{"v":1,"id":1,"request":{"request":"history","of":{"limit":10,"before":null}}}"#;
    let mut garbage = vec![
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".to_vec(),
        b"\n".to_vec(),
        vec![0; 5_000],
        vec![0xff; 5_000],
        "[".repeat(100_000).into_bytes(),
        b"{\"v\":1,\"id\":1,\"request\":".repeat(10_000),
        b"{\"v\":99999999999999999999999,\"id\":1}".to_vec(),
        b"{\"v\":-1,\"id\":1}".to_vec(),
        b"{\"v\":1,\"id\":1.5}".to_vec(),
    ];
    // Each byte damaged, and each beginning.
    for at in 0..whole.len() {
        let mut damaged = whole.to_vec();
        damaged[at] ^= 0x15;
        garbage.push(damaged);
        garbage.push(whole[..at].to_vec());
    }
    for mut bytes in garbage {
        let mut raw = Raw::open(&home).await;
        bytes.push(b'\n');
        raw.say(&bytes).await;
        raw.0.get_mut().shutdown().await.unwrap_or_default();
        let mut rest = Vec::new();
        // A reset is an end too.
        let _ = timeout(SOON, raw.0.read_to_end(&mut rest)).await.expect("the connection ends");
    }
    assert_eq!(handle.ask(Request::Resume).await.unwrap(), Response::Done);
}

#[tokio::test]
async fn a_frame_without_an_end_is_refused_at_the_limit() {
    let home = Home::start();
    let mut raw = Raw::open(&home).await;
    for _ in 0..28 {
        raw.say(&vec![b' '; 64 * 1024]).await;
    }
    assert_eq!(error(&raw.answer().await.unwrap()), "too-long");
    assert_eq!(raw.answer().await, None);
}

#[tokio::test]
async fn too_many_connections_are_turned_away_and_the_next_is_welcome() {
    let home = Home::start();
    let mut held = Vec::new();
    for id in 0..64 {
        let mut raw = Raw::open(&home).await;
        raw.say(format!("{{\"v\":1,\"id\":{id},\"request\":{{\"request\":\"resume\"}}}}\n").as_bytes()).await;
        assert_eq!(raw.answer().await.unwrap()["id"], id);
        held.push(raw);
    }
    let mut raw = Raw::open(&home).await;
    assert_eq!(error(&raw.answer().await.unwrap()), "busy");
    held.clear();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let mut answer = handle.ask(Request::Resume).await;
    while matches!(answer, Err(HandleError::Garbled(_) | HandleError::Ended)) {
        answer = handle.ask(Request::Resume).await;
    }
    assert_eq!(answer.unwrap(), Response::Done);
}

/// A resident that says these bytes to whatever it is asked.
async fn answered_with(bytes: &'static [u8]) -> HandleError {
    let (_folder, paths) = common::folder();
    std::fs::create_dir(&paths.state).unwrap();
    let listener = UnixListener::bind(&paths.socket).unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let mut line = String::new();
            let _ = stream.read_line(&mut line).await;
            let _ = stream.get_mut().write_all(bytes).await;
        }
    });
    let handle = SocketHandle::connect(&paths).await.unwrap();
    let watched = handle.watch().await.unwrap_err();
    let asked = handle.ask(Request::Status).await.unwrap_err();
    assert_eq!(discriminant(&watched), discriminant(&asked), "{watched} and {asked}");

    asked
}

#[tokio::test]
async fn the_answer_of_another_version_names_it() {
    let of_newer_frames = answered_with(b"{\"v\":2,\"id\":1,\"homeport\":\"9.0.0\",\"new\":[]}\n").await;
    assert!(matches!(of_newer_frames, HandleError::OtherVersion(version) if version == "9.0.0"));
    let of_older = answered_with(b"{\"v\":1,\"id\":1,\"error\":\"unknown-request\",\"homeport\":\"0.0.1\"}\n").await;
    assert!(matches!(of_older, HandleError::OtherVersion(version) if version == "0.0.1"));
}

#[tokio::test]
async fn an_answer_that_is_cut_or_garbled_is_an_error() {
    assert!(matches!(answered_with(b"").await, HandleError::Ended));
    assert!(matches!(answered_with(b"{\"v\":1,\"id\":1,\"resp").await, HandleError::Ended));
    assert!(matches!(answered_with(b"hello\n").await, HandleError::Garbled(_)));
    assert!(matches!(answered_with(b"{\"v\":1,\"id\":1}\n").await, HandleError::Garbled(_)));
    assert!(matches!(
        answered_with(b"{\"v\":1,\"id\":1,\"response\":{\"response\":\"tea\"}}\n").await,
        HandleError::Garbled(_)
    ));
    assert!(matches!(answered_with(b"{\"v\":1,\"id\":1,\"error\":\"later\"}\n").await, HandleError::Garbled(_)));
}

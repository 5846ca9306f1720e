//! The local socket, from both ends.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use common::{Home, Resident, entry, folder, snapshot};
use homeport_core::request::{Request, Response, Secret};
use homeport_handle::instance::Instance;
use homeport_handle::local::Listener;
use homeport_handle::server::serve;
use homeport_handle::socket::SocketHandle;
use homeport_handle::{Handle, HandleError, News};
use tokio::task::JoinSet;
use tokio::time::timeout;

const SOON: Duration = Duration::from_secs(20);

fn revision(news: &News) -> Option<u64> {
    match news {
        News::Snapshot(snapshot) => Some(snapshot.revision),
        News::Entry(_) => None,
    }
}

#[tokio::test]
async fn a_question_is_answered() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    assert_eq!(handle.ask(Request::Status).await.unwrap(), Response::Snapshot(snapshot(7)));
    assert_eq!(handle.ask(Request::CheckNow).await.unwrap(), Response::Done);
}

#[tokio::test]
async fn a_secret_arrives_as_it_was_sent() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let secrets = BTreeMap::from([("token".to_owned(), Secret::new("quote \" line \n \u{1f511}"))]);
    let request = Request::ReplaceSecrets { account: "practice".to_owned(), secrets, until_quit: false };
    handle.ask(request.clone()).await.unwrap();
    assert_eq!(*home.resident.asked.lock().unwrap(), [request]);
}

#[tokio::test]
async fn without_a_resident_the_error_says_so() {
    let (_folder, paths) = folder();
    assert!(matches!(SocketHandle::connect(&paths).await, Err(HandleError::NotRunning)));
}

#[tokio::test]
async fn a_request_that_is_too_long_is_not_sent() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let request = Request::Recognise { hostname: "x".repeat(2 * 1024 * 1024) };
    assert!(matches!(handle.ask(request).await, Err(HandleError::Garbled(_))));
    assert!(home.resident.asked.lock().unwrap().is_empty());
}

#[tokio::test]
async fn asking_to_quit_succeeds_although_the_answer_is_lost() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    assert_eq!(handle.ask(Request::Quit).await.unwrap(), Response::Done);
}

#[tokio::test]
async fn a_watcher_gets_the_snapshot_at_once_and_then_each_change() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let mut news = handle.watch().await.unwrap();
    assert_eq!(revision(&news.recv().await.unwrap()), Some(0));
    let resident = home.resident.watcher().await;
    for number in 1..4 {
        resident.send(News::Snapshot(snapshot(number))).await.unwrap();
        assert_eq!(revision(&news.recv().await.unwrap()), Some(number));
    }
}

#[tokio::test]
async fn a_slow_watcher_misses_snapshots_but_neither_an_entry_nor_the_newest() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let mut news = handle.watch().await.unwrap();
    let resident = home.resident.watcher().await;
    // 4 MB, far more than the socket holds: the server goes on although nobody reads.
    for number in 1..=2_000 {
        let sent = timeout(SOON, resident.send(News::Snapshot(snapshot(number)))).await;
        sent.expect("a slow watcher stops nobody").unwrap();
        if number % 200 == 0 {
            resident.send(News::Entry(entry(i64::try_from(number).unwrap()))).await.unwrap();
        }
    }
    let (mut seen, mut entries) = (Vec::new(), Vec::new());
    while seen.last() != Some(&2_000) || entries.len() < 10 {
        match timeout(SOON, news.recv()).await.expect("the newest comes").unwrap() {
            News::Snapshot(snapshot) => seen.push(snapshot.revision),
            News::Entry(entry) => entries.push(entry.id),
        }
    }
    assert!(seen.len() < 1_500, "{} snapshots were handed over", seen.len());
    assert!(seen.is_sorted());
    assert_eq!(entries, (1..=10).map(|number| number * 200).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_watchers_stream_ends_with_the_resident() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let mut news = handle.watch().await.unwrap();
    home.server.abort();
    while timeout(SOON, news.recv()).await.expect("it ends").is_some() {}
    assert!(home.server.await.unwrap_err().is_cancelled());
    assert!(matches!(handle.ask(Request::Status).await, Err(HandleError::NotRunning)));
}

#[tokio::test]
async fn a_watcher_that_goes_is_noticed() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let news = handle.watch().await.unwrap();
    let resident = home.resident.watcher().await;
    drop(news);
    timeout(SOON, resident.closed()).await.expect("the connection ends");
}

#[tokio::test]
async fn a_client_that_left_before_it_was_let_in_is_in_nobodys_way() {
    let (_folder, paths) = folder();
    let lock = Instance::acquire(&paths).unwrap();
    let listener = Listener::bind(&paths, &lock).unwrap();
    // Finding the resident is a connection of its own, which is closed at once.
    SocketHandle::connect(&paths).await.unwrap();

    tokio::spawn(serve(listener, Arc::new(Resident::default())));

    let handle = timeout(SOON, SocketHandle::connect(&paths)).await.unwrap().unwrap();
    assert_eq!(handle.ask(Request::CheckNow).await.unwrap(), Response::Done);
}

#[tokio::test]
async fn many_clients_are_served_at_once() {
    let home = Home::start();
    let handle = SocketHandle::connect(&home.paths).await.unwrap();
    let mut watchers = Vec::new();
    for _ in 0..20 {
        watchers.push(handle.watch().await.unwrap());
    }
    let mut questions = JoinSet::new();
    for _ in 0..20 {
        let handle = handle.clone();
        questions.spawn(async move { handle.ask(Request::Status).await });
    }
    for answer in questions.join_all().await {
        assert_eq!(answer.unwrap(), Response::Snapshot(snapshot(7)));
    }
    for mut watcher in watchers {
        assert_eq!(revision(&watcher.recv().await.unwrap()), Some(0));
    }
}

//! One resident for each user and folder.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use common::{Home, Resident, folder};
use homeport_core::request::{Request, Response};
use homeport_handle::HandleError;
use homeport_handle::instance::{Held, Instance, show_the_first};
use homeport_handle::local::{BindError, Listener};
use homeport_handle::paths::Paths;
use homeport_handle::server::serve;

/// Names the folder for the copies of this test binary.
const COPY: &str = "HOMEPORT_TEST_COPY";

/// Starts a program. Wine fails at it now and then (`ERROR_INTERNAL_ERROR`, about once in three hundred times).
fn started(command: &mut Command) -> Child {
    const WINE_FAILED: i32 = 1_359;

    for _ in 0..4 {
        match command.spawn() {
            Err(error) if cfg!(windows) && error.raw_os_error() == Some(WINE_FAILED) => {}
            started => return started.unwrap(),
        }
    }

    command.spawn().unwrap()
}

/// Starts a copy of this test that tries to be the resident, and its word about it.
fn copy(test: &str, folder: &Path) -> (Child, String) {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture"]).env(COPY, folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = started(&mut command);
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    let word = lines.find_map(|line| line.unwrap().split_once("I am ").map(|(_, word)| word.to_owned())).unwrap();

    (child, word)
}

/// In a copy: tries, tells, and stays until its standard input ends.
fn be_a_copy() -> bool {
    let Some(folder) = env::var_os(COPY) else {
        return false;
    };
    let paths = Paths::new(Some(Path::new(&folder))).unwrap();
    let tried = Instance::acquire(&paths);
    match &tried {
        Ok(_) => println!("\nI am first"),
        Err(Held::Running) => println!("\nI am late"),
        Err(other) => println!("\nI am lost: {other}"),
    }
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();

    true
}

#[test]
fn of_twenty_copies_one_runs() {
    if be_a_copy() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let started = std::thread::scope(|scope| {
        let starts = (0..20).map(|_| scope.spawn(|| copy("of_twenty_copies_one_runs", folder.path())));
        starts.collect::<Vec<_>>().into_iter().map(|start| start.join().unwrap()).collect::<Vec<_>>()
    });
    let words = started.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>();
    assert_eq!(words.iter().filter(|word| **word == "first").count(), 1, "{words:?}");
    assert_eq!(words.iter().filter(|word| **word == "late").count(), 19, "{words:?}");
    for (mut child, _) in started {
        drop(child.stdin.take());
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn a_resident_that_was_killed_leaves_the_place_free() {
    if be_a_copy() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::new(Some(folder.path())).unwrap();
    let (mut child, word) = copy("a_resident_that_was_killed_leaves_the_place_free", folder.path());
    assert_eq!(word, "first");
    assert!(matches!(Instance::acquire(&paths), Err(Held::Running)));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(Instance::acquire(&paths).is_ok());
}

#[test]
fn two_folders_have_a_resident_each() {
    let (_one, one) = folder();
    let (_two, two) = folder();
    let first = Instance::acquire(&one).unwrap();
    let second = Instance::acquire(&two).unwrap();
    drop((first, second));
    assert!(Instance::acquire(&one).is_ok());
}

#[test]
fn a_state_folder_that_is_a_file_is_an_error_that_names_it() {
    let (_folder, paths) = folder();
    std::fs::write(&paths.state, "").unwrap();
    let error = Instance::acquire(&paths).unwrap_err();
    assert!(error.to_string().contains("state"), "{error}");
}

#[tokio::test]
async fn a_second_start_reaches_the_first() {
    let home = Home::start();
    assert!(matches!(Instance::acquire(&home.paths), Err(Held::Running)));
    assert_eq!(show_the_first(&home.paths).await.unwrap(), Response::Done);
    assert_eq!(*home.resident.asked.lock().unwrap(), [Request::ShowWindow]);
}

#[tokio::test]
async fn a_second_start_waits_for_a_first_that_is_just_starting() {
    let (_folder, paths) = folder();
    let lock = Instance::acquire(&paths).unwrap();
    let resident = Arc::new(Resident::default());
    let late = async {
        // The first attempts find nobody.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        serve(Listener::bind(&paths, &lock).unwrap(), Arc::clone(&resident)).await;
    };
    tokio::select! {
        answer = show_the_first(&paths) => assert_eq!(answer.unwrap(), Response::Done),
        () = late => panic!("the server ended"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_second_start_does_not_wait_for_ever() {
    let (_folder, paths) = folder();
    let _lock = Instance::acquire(&paths).unwrap();
    assert!(matches!(show_the_first(&paths).await, Err(HandleError::NotRunning)));
}

#[tokio::test]
async fn a_name_at_which_somebody_answers_is_not_taken_over() {
    let home = Home::start();
    let other = folder().1;
    let lock = Instance::acquire(&other).unwrap();
    let paths = Paths { socket: home.paths.socket.clone(), ..other };
    let refused = Listener::bind(&paths, &lock);
    assert!(matches!(refused, Err(BindError::Taken(_))), "{refused:?}");
    assert_eq!(show_the_first(&home.paths).await.unwrap(), Response::Done);
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().mode() & 0o777
    }

    #[tokio::test]
    async fn nobody_else_may_open_the_socket_or_its_folder() {
        let (_folder, paths) = folder();
        std::fs::create_dir(&paths.state).unwrap();
        std::fs::set_permissions(&paths.state, std::fs::Permissions::from_mode(0o755)).unwrap();
        let lock = Instance::acquire(&paths).unwrap();
        let listener = Listener::bind(&paths, &lock).unwrap();
        assert_eq!(mode(&paths.state), 0o700);
        assert_eq!(mode(&paths.socket), 0o600);
        drop(listener);
        assert!(!paths.socket.exists());
    }

    #[tokio::test]
    async fn the_socket_of_a_resident_that_crashed_is_replaced() {
        let (_folder, paths) = folder();
        let lock = Instance::acquire(&paths).unwrap();
        drop(std::os::unix::net::UnixListener::bind(&paths.socket).unwrap());
        assert!(paths.socket.exists());
        let listener = Listener::bind(&paths, &lock).unwrap();
        let resident = Arc::new(Resident::default());
        tokio::spawn(serve(listener, resident));
        assert_eq!(show_the_first(&paths).await.unwrap(), Response::Done);
    }

    #[tokio::test]
    async fn a_file_that_is_no_socket_is_never_removed() {
        let (_folder, paths) = folder();
        let lock = Instance::acquire(&paths).unwrap();
        std::fs::write(&paths.socket, "mine").unwrap();
        assert!(matches!(Listener::bind(&paths, &lock), Err(BindError::InTheWay(_))));
        assert_eq!(std::fs::read_to_string(&paths.socket).unwrap(), "mine");
    }

    #[tokio::test]
    async fn a_path_that_is_too_long_is_refused_with_the_cure() {
        let folder = tempfile::tempdir().unwrap();
        let long = folder.path().join("x".repeat(120));
        let paths = Paths::new(Some(&long)).unwrap();
        let lock = Instance::acquire(&paths).unwrap();
        let error = Listener::bind(&paths, &lock).unwrap_err();
        assert!(error.to_string().contains("shorter"), "{error}");
    }
}

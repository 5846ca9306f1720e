//! The vault against the Credential Manager of the user who runs the tests. Each test has an account of its own, whose
//! entries it removes again.

#![cfg(windows)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::process::{Child, Command};

use homeport_agent::vault::{Vault, VaultError};
use homeport_core::event::SecretState;
use homeport_core::request::Secret;
use homeport_core::settings::AccountId;

/// Names the account for the copy of this test binary.
const COPY: &str = "HOMEPORT_TEST_COPY";
const TOKEN: &str = "t\u{f6}ken \u{1f511} with = \"signs\"";

/// An account that no user has.
fn account(test: &str) -> AccountId {
    AccountId(format!("homeport-test-{}-{test}", std::process::id()))
}

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

fn token() -> Vec<String> {
    vec!["token".to_owned()]
}

fn secrets(token: &str) -> BTreeMap<String, Secret> {
    BTreeMap::from([("token".to_owned(), Secret::new(token))])
}

#[tokio::test]
async fn a_secret_outlives_its_vault_until_it_is_deleted() {
    let account = account("outlives");
    let first = Vault::open(None);
    assert_eq!(first.state().await, SecretState::Ready);
    assert_eq!(first.read(&account, &token()).await, Err(SecretState::Missing));

    first.store(&account, &secrets("the first")).await.unwrap();
    first.store(&account, &secrets(TOKEN)).await.unwrap();
    drop(first);
    let second = Vault::open(None);
    assert_eq!(second.read(&account, &token()).await, Ok(secrets(TOKEN)));
    let other = vec!["other".to_owned()];
    assert_eq!(second.read(&account, &other).await, Err(SecretState::Missing));
    assert_eq!(second.read_with_optional(&account, &token(), &other).await, Ok(secrets(TOKEN)));

    second.delete(&account, &token()).await.unwrap();
    assert_eq!(Vault::open(None).read(&account, &token()).await, Err(SecretState::Missing));
    assert_eq!(second.delete(&account, &token()).await, Ok(()));
}

#[tokio::test]
async fn another_process_of_this_user_reads_the_secret() {
    if let Ok(account) = std::env::var(COPY) {
        assert_eq!(Vault::open(None).read(&AccountId(account), &token()).await, Ok(secrets(TOKEN)));
        return;
    }
    let account = account("another");
    let vault = Vault::open(None);
    vault.store(&account, &secrets(TOKEN)).await.unwrap();

    let mut copy = Command::new(std::env::current_exe().unwrap());
    copy.args(["another_process_of_this_user_reads_the_secret", "--exact"]).env(COPY, &account.0);
    let ended = started(&mut copy).wait();

    vault.delete(&account, &token()).await.unwrap();
    assert!(ended.unwrap().success());
}

/// What the window of the system itself writes.
#[tokio::test]
async fn a_secret_that_was_written_as_utf_16_is_read() {
    let account = account("utf-16");
    let entry = keyring::Entry::new("homeport", &format!("{account}.token")).unwrap();
    entry.set_password(TOKEN).unwrap();

    let vault = Vault::open(None);
    let read = vault.read(&account, &token()).await;
    vault.delete(&account, &token()).await.unwrap();

    assert_eq!(read, Ok(secrets(TOKEN)));
}

#[tokio::test]
async fn the_longest_secret_is_kept_whole_and_a_longer_one_is_refused() {
    let account = account("longest");
    let vault = Vault::open(None);
    // 2,560 bytes, of which each of these takes four.
    let longest = "\u{1f511}".repeat(640);

    vault.store(&account, &secrets(&longest)).await.unwrap();
    let kept = vault.read(&account, &token()).await;
    let refused = vault.store(&account, &secrets(&format!("{longest}x"))).await;
    vault.delete(&account, &token()).await.unwrap();

    assert_eq!(kept, Ok(secrets(&longest)));
    assert_eq!(refused, Err(VaultError::TooLong { key: "token".to_owned(), limit: 2_560 }));
}

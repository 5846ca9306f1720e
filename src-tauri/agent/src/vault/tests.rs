use std::fs;

use super::*;

fn account(id: &str) -> AccountId {
    AccountId(id.to_owned())
}

fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[tokio::test]
async fn credentials_come_from_their_folder_and_are_never_written_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.token"), "s3cret\n").unwrap();
    fs::write(folder.path().join("main.empty"), "").unwrap();
    let vault = Vault::with(Some(folder.path().to_owned()), Keychain::Memory(memory::Memory::default()));

    let read = vault.read(&account("main"), &keys(&["token"])).await.unwrap();
    assert_eq!(read["token"].reveal(), "s3cret");
    assert_eq!(vault.read(&account("main"), &keys(&["token", "other"])).await, Err(SecretState::Missing));
    assert_eq!(vault.read(&account("main"), &keys(&["empty"])).await, Err(SecretState::Missing));
    assert_eq!(vault.read(&account("../etc"), &keys(&["token"])).await, Err(SecretState::Missing));
    let optional = vault.read_with_optional(&account("main"), &keys(&["token"]), &keys(&["other"])).await;
    assert_eq!(optional.unwrap().len(), 1);

    let new = BTreeMap::from([("token".to_owned(), Secret::new("new"))]);
    assert_eq!(vault.store(&account("main"), &new).await, Err(VaultError::ReadOnly(account("main"))));
    assert_eq!(vault.delete(&account("main"), &keys(&["token"])).await, Err(VaultError::ReadOnly(account("main"))));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    // Another account is not in the folder, and goes to the keychain.
    assert_eq!(vault.store(&account("mainly"), &new).await, Ok(()));
    assert_eq!(vault.read(&account("mainly"), &keys(&["token"])).await.unwrap()["token"].reveal(), "new");
}

#[tokio::test]
async fn a_secret_that_is_too_long_is_refused_before_anything_is_written() {
    let vault = Vault::in_memory();
    let secrets = BTreeMap::from([
        ("a".to_owned(), Secret::new("short")),
        ("b".to_owned(), Secret::new(&"x".repeat(system::LONGEST + 1))),
    ]);

    let refused = vault.store(&account("main"), &secrets).await.unwrap_err();

    assert!(matches!(&refused, VaultError::TooLong { key, .. } if key == "b"));
    assert_eq!(vault.read(&account("main"), &keys(&["a"])).await, Err(SecretState::Missing));
    assert_eq!(vault.delete(&account("main"), &keys(&["a"])).await, Ok(()));
}

#[test]
fn every_refusal_has_its_words() {
    let texts = Texts::english();
    let errors = [
        VaultError::State(SecretState::Locked),
        VaultError::State(SecretState::Absent),
        VaultError::State(SecretState::Denied),
        VaultError::TooLong { key: "token".to_owned(), limit: 2_560 },
        VaultError::ReadOnly(account("main")),
        VaultError::NotKept("token".to_owned()),
    ];
    for error in errors {
        let refusal = error.refusal(&texts);
        for text in [refusal.happened, refusal.means, refusal.cure] {
            assert!(text.ends_with('.') && !text.starts_with("vault-") && !text.contains('$'), "{error:?}: {text}");
        }
    }
}

#[tokio::test]
async fn what_is_kept_until_quit_is_read_first_and_gives_way_to_what_is_stored() {
    let vault = Vault::in_memory();
    let secret = |text: &str| BTreeMap::from([("token".to_owned(), Secret::new(text))]);
    let read = async || vault.read(&account("main"), &keys(&["token"])).await.map(|all| all["token"].clone());

    vault.keep_until_quit(&account("main"), &secret("for-now"));
    assert_eq!(read().await, Ok(Secret::new("for-now")));
    assert_eq!(vault.store(&account("main"), &secret("for-good")).await, Ok(()));
    assert_eq!(read().await, Ok(Secret::new("for-good")));

    vault.keep_until_quit(&account("main"), &secret("for-now"));
    assert_eq!(vault.delete(&account("main"), &keys(&["token"])).await, Ok(()));
    assert_eq!(read().await, Err(SecretState::Missing));
}

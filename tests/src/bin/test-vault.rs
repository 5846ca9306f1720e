//! A process with a vault, driven by lines on its standard input, so that each test has a message bus of its own.

use std::collections::BTreeMap;
use std::io::{BufRead, Error, Write};

use homeport_agent::vault::{Vault, VaultError};
use homeport_core::request::Secret;
use homeport_core::settings::AccountId;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let vault = Vault::from_environment();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split(' ').collect();
        let answer = match words.as_slice() {
            ["state"] => format!("{:?}", vault.state().await),
            ["changed"] => {
                vault.changed().await;
                "changed".to_owned()
            }
            ["read", account, key] => match vault.read(&id(account), &[(*key).to_owned()]).await {
                Ok(secrets) => secrets.values().map(Secret::reveal).collect(),
                Err(state) => format!("{state:?}"),
            },
            ["store", account, key, value] => {
                let secrets = BTreeMap::from([((*key).to_owned(), Secret::new(value))]);
                word(vault.store(&id(account), &secrets).await)
            }
            ["delete", account, key] => word(vault.delete(&id(account), &[(*key).to_owned()]).await),
            _ => return Err(Error::other("a command that nobody knows")),
        };
        writeln!(std::io::stdout().lock(), "{answer}")?;
    }

    Ok(())
}

fn id(text: &str) -> AccountId {
    AccountId(text.to_owned())
}

fn word(result: Result<(), VaultError>) -> String {
    match result {
        Ok(()) => "done".to_owned(),
        Err(VaultError::State(state)) => format!("{state:?}"),
        Err(error) => error.to_string(),
    }
}

//! A keychain that is locked, and none at all.

use std::sync::atomic::Ordering;

use homeport_core::snapshot::State;
use homeport_tests::desktop::Desktop;
use homeport_tests::household::{HOSTNAME, Household};
use homeport_tests::keyring::{Keyring, count_dialogues};
use homeport_tests::mock_provider::PASSWORD;

use crate::account::address;
use crate::stage::{Stage, inside, run, words};

#[test]
fn a_locked_keychain_is_unlocked_from_its_card() {
    inside(|| {
        let household = Household::new();
        run(async {
            let desktop = Desktop::start().unwrap();
            let keyring = Keyring::start(desktop.bus(), desktop.home()).await;
            keyring.put("made-up.password", PASSWORD);
            keyring.lock().await;
            // The person types the keychain's password into the dialogue that comes.
            let lock = keyring.lock_of();
            let types = move || {
                let lock = lock.clone();
                async move { lock.open().await }
            };
            let dialogues = count_dialogues(desktop.bus(), types).await;
            let mut command = household.homeport(&["run", "--no-tray"]);
            command.env_remove("CREDENTIALS_DIRECTORY").env("DBUS_SESSION_BUS_ADDRESS", desktop.bus().address());
            let mut resident = household.start(&mut command).await;
            let stage = Stage::open(desktop, &household.config()).await;
            stage.card("KEYCHAIN-LOCKED", &words("fault-keychain-locked-happened", &[])).await;
            assert_eq!(dialogues.load(Ordering::SeqCst), 0, "a dialogue that nobody asked for");

            stage.press("KEYCHAIN-LOCKED", "button-unlock").await;

            stage.gone("KEYCHAIN-LOCKED").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), address());
            assert_eq!(dialogues.load(Ordering::SeqCst), 1);
        });
    });
}

#[test]
fn without_a_keychain_the_token_is_kept_in_memory_until_the_end() {
    inside(|| {
        let household = Household::new();
        run(async {
            let desktop = Desktop::start().unwrap();
            let mut command = household.homeport(&["run", "--no-tray"]);
            command.env_remove("CREDENTIALS_DIRECTORY").env("DBUS_SESSION_BUS_ADDRESS", desktop.bus().address());
            let mut resident = household.start(&mut command).await;
            let stage = Stage::open(desktop, &household.config()).await;
            let title = words("fault-keychain-absent-happened", &[]);
            stage.card("KEYCHAIN-ABSENT", &title).await;

            stage.press("KEYCHAIN-ABSENT", "button-keep-in-memory").await;
            stage.type_secret("password", PASSWORD).await;
            stage.gone("KEYCHAIN-ABSENT").await;
            resident.until(|now| now.state == State::Ok).await;
            assert_eq!(household.provider.records(HOSTNAME), address());

            // It is nowhere else: the next resident has to ask again.
            drop(resident);
            let found =
                std::process::Command::new("grep").args(["-r", "-l", PASSWORD]).arg(household.config()).output();
            assert_eq!(String::from_utf8_lossy(&found.unwrap().stdout), "", "the token is in a file");
            let mut resident = household.start(&mut command).await;
            resident.until(|now| now.hostnames[0].records.ipv4.accepted.is_some()).await;
        });
    });
}

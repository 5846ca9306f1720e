//! Windows: what the registry says of the taskbar and of high contrast, and the notifications of those keys.

#![allow(unsafe_code, reason = "changes of the registry are told through C functions only")]

use std::ptr::null;
use std::time::Duration;

use homeport_core::tray::Look;
use tokio::sync::mpsc::UnboundedSender;
use windows_registry::{CURRENT_USER, Key};
use windows_sys::Win32::Foundation::{CloseHandle, HANDLE, WAIT_OBJECT_0};
use windows_sys::Win32::System::Registry::{REG_NOTIFY_CHANGE_LAST_SET, RegNotifyChangeKeyValue};
use windows_sys::Win32::System::Threading::{CreateEventW, INFINITE, WaitForMultipleObjects};

use crate::tray::FromTray;

const THEME: &str = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize";
const CONTRAST: &str = r"Control Panel\Accessibility\HighContrast";
/// A change of the theme writes several values.
const BURST: Duration = Duration::from_millis(100);

pub(super) fn follow(sender: &UnboundedSender<FromTray>) {
    let changes = Changes::of(&[THEME, CONTRAST]);
    loop {
        // First listen, then look: a change in between is told.
        let listening = changes.listen();
        if sender.send(FromTray::Looks(look())).is_err() || !listening || !changes.wait(INFINITE) {
            return;
        }
        std::thread::sleep(BURST);
    }
}

fn look() -> Look {
    let light = CURRENT_USER.open(THEME).and_then(|key| key.get_u32("SystemUsesLightTheme"));
    let contrast = CURRENT_USER.open(CONTRAST).and_then(|key| key.get_string("Flags"));

    Look::of_windows(light.ok(), contrast.ok().as_deref())
}

/// Keys of the user's part of the registry, each with an event that is signalled when a value in it was written. Keys that
/// do not exist are left out.
struct Changes(Vec<(Key, HANDLE)>);

impl Changes {
    fn of(paths: &[&str]) -> Self {
        let keys = paths.iter().filter_map(|path| CURRENT_USER.open(path).ok());

        Self(
            keys.filter_map(|key| {
                // SAFETY: no security attributes and no name are given, which both may be left out; the event resets itself.
                let event = unsafe { CreateEventW(null(), 0, 0, null()) };

                (!event.is_null()).then_some((key, event))
            })
            .collect(),
        )
    }

    /// Asks to be told of the next change of each key. Returns whether one of them will tell.
    fn listen(&self) -> bool {
        let listening = self.0.iter().map(|(key, event)| {
            // SAFETY: key and event are open as long as this value lives, and the call returns at once.
            unsafe { RegNotifyChangeKeyValue(key.as_raw(), 0, REG_NOTIFY_CHANGE_LAST_SET, *event, 1) == 0 }
        });

        listening.fold(false, |any, one| any | one)
    }

    /// Waits at most so many milliseconds. Returns whether there was a change.
    fn wait(&self, limit: u32) -> bool {
        let events: Vec<HANDLE> = self.0.iter().map(|(_, event)| *event).collect();
        let Ok(count) = u32::try_from(events.len()) else { return false };
        // SAFETY: the pointer leads to so many open events, which live longer than the call.
        let woken = unsafe { WaitForMultipleObjects(count, events.as_ptr(), 0, limit) };

        woken.wrapping_sub(WAIT_OBJECT_0) < count
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        for (_, event) in &self.0 {
            // SAFETY: it was opened by `of` and is closed once.
            unsafe { CloseHandle(*event) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_value_is_told_and_silence_is_not() {
        let path = format!(r"Software\HomeportTest{}", std::process::id());
        let key = CURRENT_USER.create(&path).unwrap();
        let changes = Changes::of(&[r"Software\HomeportTestIsNotThere", &path]);
        assert!(changes.listen());
        assert!(!changes.wait(50), "nothing was written");

        for light in [1, 0] {
            key.set_u32("SystemUsesLightTheme", light).unwrap();
            assert!(changes.wait(10_000), "{light} was not told");
            assert!(changes.listen());
        }

        CURRENT_USER.remove_tree(&path).unwrap();
    }
}

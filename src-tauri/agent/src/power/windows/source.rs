//! The power manager tells when the machine begins or ceases to run on a battery.

use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;

use tokio::sync::Notify;
use tracing::debug;
use windows_sys::Win32::Foundation::NO_ERROR;
use windows_sys::Win32::System::Power::{
    DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS, HPOWERNOTIFY, PowerSettingRegisterNotification,
    PowerSettingUnregisterNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::DEVICE_NOTIFY_CALLBACK;
use windows_sys::core::GUID;

/// `GUID_ACDC_POWER_SOURCE` of `winnt.h`.
static POWER_SOURCE: GUID = GUID::from_u128(0x5d3e_9a59_e9d5_4b00_a6bd_ff34_ff51_6548);

/// The registration, until it is dropped.
pub(super) struct Subscription {
    handle: *mut c_void,
    changed: *const Notify,
}

// SAFETY: the handle is a number to the system, and the notification can be used from every thread.
unsafe impl Send for Subscription {}

/// `None` when the system does not tell.
pub(super) fn subscribe(changed: &Arc<Notify>) -> Option<Subscription> {
    let mut subscription = Subscription { handle: ptr::null_mut(), changed: Arc::into_raw(Arc::clone(changed)) };
    let mut parameters = DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS {
        Callback: Some(source_changed),
        Context: subscription.changed.cast_mut().cast(),
    };
    // SAFETY: the parameters are copied during the call; the context stays valid until `drop` has unregistered it.
    let result = unsafe {
        PowerSettingRegisterNotification(
            &raw const POWER_SOURCE,
            DEVICE_NOTIFY_CALLBACK,
            (&raw mut parameters).cast(),
            &raw mut subscription.handle,
        )
    };
    if result != NO_ERROR {
        debug!(result, "no word of the power source from the power manager");
        return None;
    }

    Some(subscription)
}

impl Drop for Subscription {
    fn drop(&mut self) {
        // SAFETY: the handle is the system's own; afterwards no call back runs any more, so that the share that
        // `subscribe` gave away can be taken back.
        unsafe {
            if !self.handle.is_null() {
                PowerSettingUnregisterNotification(self.handle as HPOWERNOTIFY);
            }
            drop(Arc::from_raw(self.changed));
        }
    }
}

unsafe extern "system" fn source_changed(changed: *const c_void, _kind: u32, _setting: *const c_void) -> u32 {
    // SAFETY: `Subscription` keeps it until it has unregistered.
    if let Some(changed) = unsafe { changed.cast::<Notify>().as_ref() } {
        changed.notify_one();
    }

    NO_ERROR
}

//! The power manager tells when the machine is back from sleep.

use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;

use tokio::sync::Notify;
use tracing::debug;
use windows_sys::Win32::Foundation::NO_ERROR;
use windows_sys::Win32::System::Power::{
    DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS, HPOWERNOTIFY, PowerRegisterSuspendResumeNotification,
    PowerUnregisterSuspendResumeNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{DEVICE_NOTIFY_CALLBACK, PBT_APMRESUMEAUTOMATIC};

/// The registration, until it is dropped.
pub(super) struct Subscription {
    handle: *mut c_void,
    woke: *const Notify,
}

// SAFETY: the handle is a number to the system, and the notification can be used from every thread.
unsafe impl Send for Subscription {}

/// `None` when the system does not tell.
pub(super) fn subscribe(woke: &Arc<Notify>) -> Option<Subscription> {
    let mut subscription = Subscription { handle: ptr::null_mut(), woke: Arc::into_raw(Arc::clone(woke)) };
    let mut parameters = DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS {
        Callback: Some(power_changed),
        Context: subscription.woke.cast_mut().cast(),
    };
    // SAFETY: the parameters are copied during the call; the context stays valid until `drop` has unregistered it.
    let result = unsafe {
        PowerRegisterSuspendResumeNotification(
            DEVICE_NOTIFY_CALLBACK,
            (&raw mut parameters).cast(),
            &raw mut subscription.handle,
        )
    };
    if result != NO_ERROR {
        debug!(result, "no word of sleep from the power manager");
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
                PowerUnregisterSuspendResumeNotification(self.handle as HPOWERNOTIFY);
            }
            drop(Arc::from_raw(self.woke));
        }
    }
}

unsafe extern "system" fn power_changed(woke: *const c_void, kind: u32, _setting: *const c_void) -> u32 {
    // It comes after each sleep, whether a person woke the machine or a timer.
    if kind == PBT_APMRESUMEAUTOMATIC {
        // SAFETY: `Subscription` keeps it until it has unregistered.
        if let Some(woke) = unsafe { woke.cast::<Notify>().as_ref() } {
            woke.notify_one();
        }
    }

    NO_ERROR
}

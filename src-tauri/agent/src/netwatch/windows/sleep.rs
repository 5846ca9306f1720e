//! The power manager tells when the machine is back from sleep.

use std::ffi::c_void;
use std::sync::Arc;

use tokio::sync::Notify;
use windows_sys::Win32::Foundation::NO_ERROR;
use windows_sys::Win32::System::Power::{
    DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS, HPOWERNOTIFY, PowerRegisterSuspendResumeNotification,
    PowerUnregisterSuspendResumeNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{DEVICE_NOTIFY_CALLBACK, PBT_APMRESUMEAUTOMATIC};

use crate::registration::Registration;

/// `None` when the system does not tell.
pub(super) fn subscribe(woke: &Arc<Notify>) -> Option<Registration<Notify>> {
    Registration::new(
        "sleep",
        woke,
        |context, handle| {
            let mut parameters =
                DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS { Callback: Some(power_changed), Context: context.cast_mut() };
            // SAFETY: the parameters are copied during the call; the context stays valid until the cancellation.
            unsafe {
                PowerRegisterSuspendResumeNotification(DEVICE_NOTIFY_CALLBACK, (&raw mut parameters).cast(), handle)
            }
        },
        // SAFETY: the handle is the one that the system gave.
        |handle| unsafe { PowerUnregisterSuspendResumeNotification(handle as HPOWERNOTIFY) },
    )
}

unsafe extern "system" fn power_changed(woke: *const c_void, kind: u32, _setting: *const c_void) -> u32 {
    // It comes after each sleep, whether a person woke the machine or a timer.
    if kind == PBT_APMRESUMEAUTOMATIC {
        // SAFETY: `Registration` keeps it until it has cancelled.
        if let Some(woke) = unsafe { woke.cast::<Notify>().as_ref() } {
            woke.notify_one();
        }
    }

    NO_ERROR
}

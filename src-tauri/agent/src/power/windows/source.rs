//! The power manager tells when the machine begins or ceases to run on a battery.

use std::ffi::c_void;
use std::sync::Arc;

use tokio::sync::Notify;
use windows_sys::Win32::Foundation::NO_ERROR;
use windows_sys::Win32::System::Power::{
    DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS, HPOWERNOTIFY, PowerSettingRegisterNotification,
    PowerSettingUnregisterNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::DEVICE_NOTIFY_CALLBACK;
use windows_sys::core::GUID;

use crate::registration::Registration;

/// `GUID_ACDC_POWER_SOURCE` of `winnt.h`.
static POWER_SOURCE: GUID = GUID::from_u128(0x5d3e_9a59_e9d5_4b00_a6bd_ff34_ff51_6548);

/// `None` when the system does not tell.
pub(super) fn subscribe(changed: &Arc<Notify>) -> Option<Registration<Notify>> {
    Registration::new(
        "the power source",
        changed,
        |context, handle| {
            let mut parameters =
                DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS { Callback: Some(source_changed), Context: context.cast_mut() };
            // SAFETY: the parameters are copied during the call; the context stays valid until the cancellation.
            unsafe {
                PowerSettingRegisterNotification(
                    &raw const POWER_SOURCE,
                    DEVICE_NOTIFY_CALLBACK,
                    (&raw mut parameters).cast(),
                    handle,
                )
            }
        },
        // SAFETY: the handle is the one that the system gave.
        |handle| unsafe { PowerSettingUnregisterNotification(handle as HPOWERNOTIFY) },
    )
}

unsafe extern "system" fn source_changed(changed: *const c_void, _kind: u32, _setting: *const c_void) -> u32 {
    // SAFETY: `Registration` keeps it until it has cancelled.
    if let Some(changed) = unsafe { changed.cast::<Notify>().as_ref() } {
        changed.notify_one();
    }

    NO_ERROR
}

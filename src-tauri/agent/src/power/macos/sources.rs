//! The calls to `IOKit` (`IOKit/ps/IOPowerSources.h`, `IOKit/ps/IOPSKeys.h`).

#![allow(unsafe_code, reason = "the power sources are told through C functions only")]

use std::ffi::c_void;
use std::sync::Arc;

use system_configuration::core_foundation::array::{CFArray, CFArrayRef};
use system_configuration::core_foundation::base::{CFType, CFTypeRef, TCFType};
use system_configuration::core_foundation::dictionary::{CFDictionary, CFDictionaryRef};
use system_configuration::core_foundation::runloop::{CFRunLoopSource, CFRunLoopSourceRef};
use system_configuration::core_foundation::string::{CFString, CFStringRef};

use crate::run_loop::{self, Bell};

#[link(name = "IOKit", kind = "framework")]
unsafe extern "C" {
    fn IOPSCopyPowerSourcesInfo() -> CFTypeRef;
    fn IOPSCopyPowerSourcesList(information: CFTypeRef) -> CFArrayRef;
    fn IOPSGetPowerSourceDescription(information: CFTypeRef, source: CFTypeRef) -> CFDictionaryRef;
    fn IOPSGetProvidingPowerSourceType(information: CFTypeRef) -> CFStringRef;
    fn IOPSCreateLimitedPowerNotification(
        changed: extern "C" fn(context: *mut c_void),
        context: *mut c_void,
    ) -> CFRunLoopSourceRef;
}

/// Rings when the machine begins or ceases to run on a battery, and not with each percent of it.
pub(super) fn listen(bell: &Arc<Bell>) -> Option<(CFRunLoopSource, Arc<Bell>)> {
    let kept = Arc::clone(bell);
    // SAFETY: the call back gets the bell, which is kept as long as the source is listened to.
    let source = unsafe { IOPSCreateLimitedPowerNotification(changed, Arc::as_ptr(&kept).cast_mut().cast()) };
    if source.is_null() {
        return None;
    }

    // SAFETY: the function's name says that the source is ours.
    Some((unsafe { CFRunLoopSource::wrap_under_create_rule(source) }, kept))
}

extern "C" fn changed(bell: *mut c_void) {
    // SAFETY: `listen` gave the bell, and the run loop calls only as long as it is kept.
    if let Some(bell) = unsafe { bell.cast::<Bell>().as_ref() } {
        bell.ring();
    }
}

/// Whether there is a battery inside, and whether the machine runs on it.
pub(super) fn read() -> (bool, bool) {
    // SAFETY: the function takes nothing.
    let information = unsafe { IOPSCopyPowerSourcesInfo() };
    if information.is_null() {
        return (false, false);
    }
    // SAFETY: the function's name says that it is ours.
    let information = unsafe { CFType::wrap_under_create_rule(information) };
    let has_battery = descriptions(&information)
        .iter()
        .any(|source| run_loop::text(source, "Type").is_some_and(|kind| kind == "InternalBattery"));
    // SAFETY: the information is there; the text belongs to the system.
    let providing = unsafe { IOPSGetProvidingPowerSourceType(information.as_CFTypeRef()) };
    if providing.is_null() {
        return (has_battery, false);
    }
    // SAFETY: as above: what is not ours is retained.
    let providing = unsafe { CFString::wrap_under_get_rule(providing) };

    (has_battery, providing == "Battery Power")
}

fn descriptions(information: &CFType) -> Vec<CFDictionary> {
    // SAFETY: the information is there.
    let list = unsafe { IOPSCopyPowerSourcesList(information.as_CFTypeRef()) };
    if list.is_null() {
        return Vec::new();
    }
    // SAFETY: the function's name says that the list is ours; it holds objects of the system's own kind.
    let list: CFArray = unsafe { CFArray::wrap_under_create_rule(list) };

    list.get_all_values()
        .into_iter()
        .filter_map(|source| {
            // SAFETY: both are there; the description belongs to the information, and is retained.
            unsafe {
                let description = IOPSGetPowerSourceDescription(information.as_CFTypeRef(), source);
                (!description.is_null()).then(|| CFDictionary::wrap_under_get_rule(description))
            }
        })
        .collect()
}

//! The few calls to Core Foundation that its crate leaves unsafe.

#![allow(
    unsafe_code,
    reason = "values of a dictionary are untyped pointers, and the name of a mode is a foreign static"
)]

use std::time::Duration;

use system_configuration::core_foundation::base::{CFType, TCFType};
use system_configuration::core_foundation::dictionary::CFDictionary;
use system_configuration::core_foundation::runloop::{CFRunLoop, CFRunLoopSource, kCFRunLoopDefaultMode};
use system_configuration::core_foundation::string::CFString;

/// Adds a source to this thread's loop.
pub(super) fn add(source: &CFRunLoopSource) {
    // SAFETY: a constant of the framework.
    CFRunLoop::get_current().add_source(source, unsafe { kCFRunLoopDefaultMode });
}

/// Runs this thread's loop until somebody stops it, at most this long.
pub(super) fn run(longest: Duration) {
    // SAFETY: a constant of the framework.
    CFRunLoop::run_in_mode(unsafe { kCFRunLoopDefaultMode }, longest, false);
}

/// A dictionary's text of this name.
pub(super) fn text(dictionary: &CFDictionary, name: &'static str) -> Option<String> {
    let name = CFString::from_static_string(name);
    let value = dictionary.find(name.as_CFTypeRef())?;
    // SAFETY: the dictionary, which is borrowed, holds it; every value in a property list is a Core Foundation object.
    let value = unsafe { CFType::wrap_under_get_rule(*value) };

    Some(value.downcast_into::<CFString>()?.to_string())
}

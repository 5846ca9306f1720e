//! The few calls to Core Foundation that its crate leaves unsafe.

#![allow(
    unsafe_code,
    reason = "values of a dictionary are untyped pointers, and the name of a mode is a foreign static"
)]

use std::ffi::c_void;
use std::time::Duration;

use system_configuration::core_foundation::base::{CFType, TCFType};
use system_configuration::core_foundation::runloop::{CFRunLoop, CFRunLoopSource, kCFRunLoopDefaultMode};

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

/// A dictionary's value, with a share of its own.
pub(super) fn shared(value: *const c_void) -> CFType {
    // SAFETY: the dictionary, which the caller borrows, holds it; every value in a property list is a Core Foundation
    // object.
    unsafe { CFType::wrap_under_get_rule(value) }
}

//! A registration with Windows, whose threads call back with a pointer of ours until it is cancelled.

#![allow(unsafe_code, reason = "the share of the context goes through the system as a raw pointer")]

use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;

use tracing::debug;
use windows_sys::Win32::Foundation::{HANDLE, NO_ERROR};

/// Cancelled when it is dropped. Until then it owns a share of the context that the call back is given.
pub(crate) struct Registration<T> {
    handle: HANDLE,
    context: *const T,
    cancel: fn(HANDLE) -> u32,
}

// SAFETY: the handle is a number to the system, and the context may be shared with other threads and freed by them.
unsafe impl<T: Send + Sync> Send for Registration<T> {}

impl<T> Registration<T> {
    /// `register` is given the context and the place for the handle; both functions return a system error code. `None`
    /// when the system tells nothing about `subject`.
    pub(crate) fn new(
        subject: &str,
        context: &Arc<T>,
        register: impl FnOnce(*const c_void, *mut HANDLE) -> u32,
        cancel: fn(HANDLE) -> u32,
    ) -> Option<Self> {
        let mut registration = Self { handle: ptr::null_mut(), context: Arc::into_raw(Arc::clone(context)), cancel };
        let result = register(registration.context.cast(), &raw mut registration.handle);
        if result != NO_ERROR {
            debug!(result, subject, "the system does not tell");
            return None;
        }

        Some(registration)
    }
}

impl<T> Drop for Registration<T> {
    fn drop(&mut self) {
        if !self.handle.is_null() {
            let result = (self.cancel)(self.handle);
            if result != NO_ERROR {
                // It may still call back: its share stays given away.
                debug!(result, "a registration cannot be cancelled");
                return;
            }
        }
        // SAFETY: no call back runs any more, so that the share that `new` gave away can be taken back.
        drop(unsafe { Arc::from_raw(self.context) });
    }
}

//! A message of the system itself, for when there is no web view to show one.

#![allow(unsafe_code, reason = "the system's message box is reached through a C function only")]

use std::ptr;

use windows_sys::Win32::UI::WindowsAndMessaging::{MB_ICONERROR, MessageBoxW};

/// Shows it until the user has read it.
pub(crate) fn show(text: &str) {
    let [text, title] = [text, "Homeport"].map(|text| text.encode_utf16().chain([0]).collect::<Vec<_>>());
    // SAFETY: both texts end with a zero and outlive the call; no window owns the message.
    unsafe { MessageBoxW(ptr::null_mut(), text.as_ptr(), title.as_ptr(), MB_ICONERROR) };
}

//! Whose process it is, and a descriptor for one user only.

#![allow(unsafe_code, reason = "users and descriptors are told through C functions only")]

use std::ffi::c_void;
use std::io;
use std::os::windows::ffi::OsStrExt;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle, RawHandle};
use std::path::Path;
use std::ptr;

use tokio::net::windows::named_pipe::{NamedPipeServer, ServerOptions};
use windows_sys::Win32::Foundation::{HANDLE, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertSidToStringSidW, ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
};
use windows_sys::Win32::Security::{
    GetTokenInformation, PSECURITY_DESCRIPTOR, SECURITY_ATTRIBUTES, TOKEN_QUERY, TOKEN_USER, TokenUser,
};
use windows_sys::Win32::System::Pipes::GetNamedPipeServerProcessId;
use windows_sys::Win32::System::Threading::{
    GetCurrentProcess, OpenProcess, OpenProcessToken, PROCESS_QUERY_LIMITED_INFORMATION,
};

/// As text: `S-1-`, and at most 16 numbers.
const LONGEST_IDENTIFIER: usize = 256;

/// This process's user, as the text of its security identifier.
pub(super) fn own_user() -> io::Result<String> {
    // SAFETY: a constant that stands for this process and is never closed.
    user_of(unsafe { GetCurrentProcess() })
}

/// The user whose process made the pipe that this is connected to.
pub(super) fn user_of_server(pipe: RawHandle) -> io::Result<String> {
    let mut process = 0;
    // SAFETY: the caller's open handle, and a number that lives through the call.
    check(unsafe { GetNamedPipeServerProcessId(pipe, &raw mut process) })?;
    // SAFETY: no pointers; the handle is ours alone.
    let process = unsafe { owned(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, process))? };

    user_of(process.as_raw_handle())
}

fn user_of(process: HANDLE) -> io::Result<String> {
    let mut token = ptr::null_mut();
    // SAFETY: an open process, and a handle that becomes ours alone.
    let token = unsafe {
        check(OpenProcessToken(process, TOKEN_QUERY, &raw mut token))?;
        owned(token)?
    };
    // A security identifier has at most 68 bytes; `u64` for the alignment.
    let mut buffer = [0_u64; 32];
    let mut length = 0;
    // SAFETY: the buffer has that many writable bytes.
    check(unsafe {
        GetTokenInformation(token.as_raw_handle(), TokenUser, buffer.as_mut_ptr().cast(), 256, &raw mut length)
    })?;
    let mut text = ptr::null_mut();
    // SAFETY: the system has written a `TOKEN_USER` there, whose pointer points into the buffer; the text is one of the
    // system's own, ends with a zero, and is given back.
    unsafe {
        let user = buffer.as_ptr().cast::<TOKEN_USER>();
        check(ConvertSidToStringSidW((*user).User.Sid, &raw mut text))?;
        let length = (0..LONGEST_IDENTIFIER).take_while(|at| *text.add(*at) != 0).count();
        let user = String::from_utf16_lossy(std::slice::from_raw_parts(text, length));
        LocalFree(text.cast::<c_void>());

        Ok(user)
    }
}

/// A security descriptor in the system's memory.
#[derive(Debug)]
pub(super) struct Descriptor(PSECURITY_DESCRIPTOR);

// SAFETY: it is only read after it was made.
unsafe impl Send for Descriptor {}
// SAFETY: as above.
unsafe impl Sync for Descriptor {}

impl Descriptor {
    /// Everything for this user and nothing for anybody else; nothing inherited.
    pub(super) fn only_for(user: &str) -> io::Result<Self> {
        let text = format!("D:P(A;;GA;;;{user})\0").encode_utf16().collect::<Vec<_>>();
        let mut descriptor = ptr::null_mut();
        // SAFETY: the text ends with a zero; what comes back is ours to free.
        check(unsafe {
            ConvertStringSecurityDescriptorToSecurityDescriptorW(
                text.as_ptr(),
                SDDL_REVISION_1,
                &raw mut descriptor,
                ptr::null_mut(),
            )
        })?;

        Ok(Self(descriptor))
    }

    /// Makes an instance of a pipe with this descriptor. The first one must be the first of that name.
    pub(super) fn create_pipe(&self, name: &Path, first: bool) -> io::Result<NamedPipeServer> {
        if name.as_os_str().encode_wide().any(|character| character == 0) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut attributes = SECURITY_ATTRIBUTES {
            nLength: u32::try_from(size_of::<SECURITY_ATTRIBUTES>()).unwrap_or(0),
            lpSecurityDescriptor: self.0,
            bInheritHandle: 0,
        };
        // SAFETY: a whole structure with a valid descriptor, and both outlive the call.
        unsafe {
            ServerOptions::new()
                .first_pipe_instance(first)
                .reject_remote_clients(true)
                .create_with_security_attributes_raw(name, (&raw mut attributes).cast())
        }
    }
}

impl Drop for Descriptor {
    fn drop(&mut self) {
        // SAFETY: it came from the function that says to free it so, and nobody uses it any more.
        unsafe { LocalFree(self.0) };
    }
}

fn check(done: i32) -> io::Result<()> {
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// # Safety
///
/// The handle is null, or open and nobody else's.
unsafe fn owned(handle: HANDLE) -> io::Result<OwnedHandle> {
    if handle.is_null() {
        return Err(io::Error::last_os_error());
    }

    // SAFETY: the caller's promise.
    Ok(unsafe { OwnedHandle::from_raw_handle(handle) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_has_a_user() {
        let user = own_user().unwrap();
        assert!(user.starts_with("S-1-"), "{user}");
        assert_eq!(user, own_user().unwrap());
    }
}

//! `SIO_ADDRESS_LIST_CHANGE`: the socket layer tells when the list of IPv4 addresses changes. It says less than the IP
//! helper and is there on every system that has sockets at all, Wine included.

use std::io;
use std::os::windows::io::{AsRawHandle, AsRawSocket, FromRawHandle, OwnedHandle};
use std::ptr;
use std::sync::Arc;
use std::thread::JoinHandle;

use socket2::{Domain, Socket, Type};
use tracing::debug;
use windows_sys::Win32::Foundation::{HANDLE, WAIT_OBJECT_0};
use windows_sys::Win32::Networking::WinSock::{
    SIO_ADDRESS_LIST_CHANGE, SOCKET, WSA_IO_PENDING, WSAGetLastError, WSAGetOverlappedResult, WSAIoctl,
};
use windows_sys::Win32::System::IO::{CancelIoEx, OVERLAPPED};
use windows_sys::Win32::System::Threading::{CreateEventW, INFINITE, ResetEvent, SetEvent, WaitForMultipleObjects};

use super::Bell;

/// It waits and rings, and needs no stack for that.
const STACK: usize = 64 * 1024;

/// A thread that waits for the next change, until this is dropped.
pub(super) struct AddressList {
    stop: Arc<OwnedHandle>,
    thread: Option<JoinHandle<()>>,
}

impl AddressList {
    pub(super) fn watch(bell: &Arc<Bell>) -> io::Result<Self> {
        // It is never bound and nothing is sent.
        let socket = Socket::new(Domain::IPV4, Type::DGRAM, None)?;
        let stop = Arc::new(event()?);
        let changed = event()?;
        let (bell, stopped) = (Arc::clone(bell), Arc::clone(&stop));
        let thread = std::thread::Builder::new()
            .name("address-list".to_owned())
            .stack_size(STACK)
            .spawn(move || wait(&socket, &changed, &stopped, &bell))?;

        Ok(Self { stop, thread: Some(thread) })
    }
}

impl Drop for AddressList {
    fn drop(&mut self) {
        // SAFETY: the event is open as long as this value.
        unsafe { SetEvent(self.stop.as_raw_handle()) };
        if let Some(thread) = self.thread.take() {
            // It has nothing to say but that it ended.
            let _ = thread.join();
        }
    }
}

fn wait(socket: &Socket, changed: &OwnedHandle, stop: &OwnedHandle, bell: &Bell) {
    let Ok(socket) = SOCKET::try_from(socket.as_raw_socket()) else {
        return;
    };
    let mut first = true;
    loop {
        let mut overlapped = OVERLAPPED { hEvent: changed.as_raw_handle(), ..OVERLAPPED::default() };
        let mut count = 0;
        // SAFETY: `overlapped` stays where it is until the request has ended, which each way out of the loop waits for;
        // the socket and the events outlive it.
        let ended = unsafe {
            ResetEvent(changed.as_raw_handle());
            let asked = WSAIoctl(
                socket,
                SIO_ADDRESS_LIST_CHANGE,
                ptr::null(),
                0,
                ptr::null_mut(),
                0,
                &raw mut count,
                &raw mut overlapped,
                None,
            );
            if asked != 0 && WSAGetLastError() != WSA_IO_PENDING {
                return debug!(error = WSAGetLastError(), "the list of addresses cannot be watched");
            }
            // Told only when the next request is on its way: a change in between is not lost.
            if !std::mem::replace(&mut first, false) {
                bell.rung.notify_one();
            }
            let events: [HANDLE; 2] = [stop.as_raw_handle(), changed.as_raw_handle()];
            let ended = WaitForMultipleObjects(2, events.as_ptr(), 0, INFINITE);
            if ended != WAIT_OBJECT_0 + 1 {
                CancelIoEx(socket as HANDLE, &raw const overlapped);
            }
            let mut flags = 0;
            WSAGetOverlappedResult(socket, &raw const overlapped, &raw mut count, 1, &raw mut flags);
            ended
        };
        if ended != WAIT_OBJECT_0 + 1 {
            return;
        }
    }
}

/// An event that stays signalled until it is reset.
fn event() -> io::Result<OwnedHandle> {
    // SAFETY: null stands for "no name, not inherited"; the handle is ours alone.
    unsafe {
        let handle = CreateEventW(ptr::null(), 1, 0, ptr::null());
        if handle.is_null() {
            return Err(io::Error::last_os_error());
        }

        Ok(OwnedHandle::from_raw_handle(handle))
    }
}

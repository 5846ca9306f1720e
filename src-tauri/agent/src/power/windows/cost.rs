//! The IP helper's hint about what the way out costs. It is there since Windows 10, version 2004: a program that names its
//! functions does not start on an older system, so they are looked up.

use std::ffi::{CStr, c_void};
use std::mem::transmute;
use std::sync::Arc;

use tokio::sync::Notify;
use windows_sys::Win32::Foundation::{FARPROC, HANDLE, NO_ERROR, WIN32_ERROR};
use windows_sys::Win32::NetworkManagement::IpHelper::{
    CancelMibChangeNotify2, PNETWORK_CONNECTIVITY_HINT_CHANGE_CALLBACK,
};
use windows_sys::Win32::Networking::WinSock::{
    NL_NETWORK_CONNECTIVITY_HINT, NetworkConnectivityCostHintFixed, NetworkConnectivityCostHintUnrestricted,
    NetworkConnectivityCostHintVariable,
};
use windows_sys::Win32::System::LibraryLoader::{GetModuleHandleW, GetProcAddress};
use windows_sys::core::w;

use crate::registration::Registration;

type Get = unsafe extern "system" fn(hint: *mut NL_NETWORK_CONNECTIVITY_HINT) -> WIN32_ERROR;
type Watch = unsafe extern "system" fn(
    changed: PNETWORK_CONNECTIVITY_HINT_CHANGE_CALLBACK,
    context: *const c_void,
    at_once: bool,
    handle: *mut HANDLE,
) -> WIN32_ERROR;

/// The two functions.
pub(super) struct Hints {
    get: Get,
    watch: Watch,
}

impl Hints {
    /// `None` on an older system.
    pub(super) fn load() -> Option<Self> {
        let (get, watch) =
            (function(c"GetNetworkConnectivityHint")?, function(c"NotifyNetworkConnectivityHintChange")?);

        // SAFETY: the functions of these names have these forms (`netioapi.h`).
        Some(unsafe {
            Self {
                get: transmute::<unsafe extern "system" fn() -> isize, Get>(get),
                watch: transmute::<unsafe extern "system" fn() -> isize, Watch>(watch),
            }
        })
    }

    /// Whether the way out is paid for by its amount; `None` when the system does not know.
    pub(super) fn is_metered(&self) -> Option<bool> {
        let mut hint = NL_NETWORK_CONNECTIVITY_HINT::default();
        // SAFETY: the value lives through the call.
        if unsafe { (self.get)(&raw mut hint) } != NO_ERROR {
            return None;
        }
        let paid = [NetworkConnectivityCostHintFixed, NetworkConnectivityCostHintVariable];
        if hint.ConnectivityCost == NetworkConnectivityCostHintUnrestricted {
            Some(false)
        } else {
            paid.contains(&hint.ConnectivityCost).then_some(true)
        }
    }

    /// `None` when the system does not tell of changes.
    pub(super) fn subscribe(&self, changed: &Arc<Notify>) -> Option<Registration<Notify>> {
        Registration::new(
            "the network's cost",
            changed,
            // SAFETY: the context stays valid until the cancellation.
            |context, handle| unsafe { (self.watch)(Some(hint_changed), context, false, handle) },
            // SAFETY: the handle is the one that the system gave.
            |handle| unsafe { CancelMibChangeNotify2(handle) },
        )
    }
}

fn function(name: &CStr) -> Option<unsafe extern "system" fn() -> isize> {
    // SAFETY: both names end with a zero. The library is there as long as the program, which is linked with it.
    let function: FARPROC = unsafe { GetProcAddress(GetModuleHandleW(w!("iphlpapi.dll")), name.as_ptr().cast()) };

    function
}

unsafe extern "system" fn hint_changed(changed: *const c_void, _hint: NL_NETWORK_CONNECTIVITY_HINT) {
    // SAFETY: `Registration` keeps it until it has cancelled.
    if let Some(changed) = unsafe { changed.cast::<Notify>().as_ref() } {
        changed.notify_one();
    }
}

//! The console that Windows gives to a program of the command line.

#![allow(unsafe_code, reason = "consoles are reached through C functions only")]

use windows_sys::Win32::System::Console::{FreeConsole, GetConsoleProcessList};

/// Gives the console back if it was opened for this program alone, as it is at login: its black window would stay, and
/// who closes it would end the program. A terminal in which somebody typed the command is left as it is.
pub(crate) fn leave_if_alone() {
    let mut processes = [0_u32; 2];
    // SAFETY: the list has room for two numbers, and neither call keeps anything.
    unsafe {
        if GetConsoleProcessList(processes.as_mut_ptr(), 2) == 1 {
            FreeConsole();
        }
    }
}

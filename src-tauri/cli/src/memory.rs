//! What is kept of memory that nobody needs: by glibc, and of the program itself. A resident is at rest nearly always, and
//! leaves the memory to others then.

#![allow(unsafe_code, reason = "the allocator and the kernel are told by C functions only")]

use std::ffi::c_int;
use std::time::Duration;

use tokio::time::sleep;

/// The first check, its update and its proof are over.
const FIRST_REST: Duration = Duration::from_secs(40);
/// Giving back takes a millisecond; whatever needed much memory meanwhile is rare.
const BETWEEN: Duration = Duration::from_secs(15 * 60);

/// Makes all threads share one heap: each of their own would keep what its thread once needed. To be called before there
/// are others.
pub(crate) fn share_one_heap() {
    // SAFETY: it takes two numbers and touches nothing of ours.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// Gives free memory back to the system from time to time. Never ends.
pub(crate) async fn give_back() {
    sleep(FIRST_REST).await;
    loop {
        // SAFETY: it takes a number and changes nothing that is in use.
        unsafe {
            libc::malloc_trim(0);
        }
        forget_the_start();
        sleep(BETWEEN).await;
    }
}

/// Lets go of the program's own pages: most were needed at the start only, and the others come back from the page cache.
fn forget_the_start() {
    // SAFETY: the callback is called in this call only, and reads what the dynamic linker hands it.
    unsafe {
        libc::dl_iterate_phdr(Some(let_go), std::ptr::null_mut());
    }
}

/// Lets go of what cannot have been written to. The first object is the program itself, and 1 ends the walk.
unsafe extern "C" fn let_go(object: *mut libc::dl_phdr_info, _: libc::size_t, _: *mut libc::c_void) -> c_int {
    // SAFETY: a page holds a power of two bytes; the linker's values are valid during the callback.
    unsafe {
        let page = usize::try_from(libc::sysconf(libc::_SC_PAGESIZE)).unwrap_or(4_096);
        let (base, headers) = ((*object).dlpi_addr, (*object).dlpi_phdr);
        for index in 0..usize::from((*object).dlpi_phnum) {
            let header = &*headers.add(index);
            // What the linker makes read-only only after it has written there (RELRO) is part of a writable segment.
            if header.p_type != libc::PT_LOAD || header.p_flags & libc::PF_W != 0 {
                continue;
            }
            let (Ok(from), Ok(length)) = (usize::try_from(base + header.p_vaddr), usize::try_from(header.p_memsz))
            else {
                continue;
            };
            let start = from.next_multiple_of(page);
            let end = (from + length) / page * page;
            if end > start {
                libc::madvise(start as *mut libc::c_void, end - start, libc::MADV_DONTNEED);
            }
        }
    }

    1
}

//! What glibc keeps of memory that is free. A resident is at rest nearly always, and leaves the memory to others then.

#![allow(unsafe_code, reason = "the allocator is told by C functions only")]

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
        sleep(BETWEEN).await;
    }
}

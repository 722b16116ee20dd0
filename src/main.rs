//! oxbox: a whole Unix userland in one executable.
//!
//! A C `main`, for std's own costs twelve kilobytes and two page faults before the first line of ours.

#![no_main]

use oxbox::multicall;

/// Where the C library starts us.
///
/// # Safety
/// Called once, by the C library, with its vectors of arguments and environment.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
unsafe extern "C" fn main(
    _count: i32,
    arguments: *const *const std::ffi::c_char,
    environment: *const *const std::ffi::c_char,
) -> i32 {
    sys::stdio::occupy();
    // SAFETY: the C library's vectors end in a null pointer and live as long as the process.
    let (arguments, environment) =
        unsafe { (sys::process::byte_strings(arguments), sys::process::byte_strings(environment)) };
    multicall::start(&arguments, environment).0.into()
}

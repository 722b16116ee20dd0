//! Errors of the system, and their texts.

use std::ffi::CStr;
use std::io;

/// The text the system has for `error`, such as `No such file or directory`.
///
/// Errors that did not come from the system give the text they carry.
pub fn message(error: &io::Error) -> Vec<u8> {
    let Some(number) = error.raw_os_error() else {
        return error.to_string().into_bytes();
    };
    let mut text = [0u8; 128];
    // SAFETY: the buffer is writable for the length that is passed, and outlives the call.
    let failed = unsafe { libc::strerror_r(number, text.as_mut_ptr().cast(), text.len()) };
    match CStr::from_bytes_until_nul(&text) {
        Ok(text) if failed == 0 => text.to_bytes().to_vec(),
        _ => b"Unknown error".to_vec(),
    }
}

/// The error of the system call that failed last in this thread.
pub fn last_error() -> io::Error {
    io::Error::last_os_error()
}

//! Terminals.

use std::os::fd::RawFd;

/// Whether `fd` is a terminal.
pub fn is_terminal(fd: RawFd) -> bool {
    // SAFETY: a plain number.
    unsafe { libc::isatty(fd) == 1 }
}

/// Columns and rows of the terminal behind `fd`, where it is one and knows.
pub fn size(fd: RawFd) -> Option<(usize, usize)> {
    let mut size = libc::winsize { ws_row: 0, ws_col: 0, ws_xpixel: 0, ws_ypixel: 0 };
    // SAFETY: TIOCGWINSZ writes one winsize.
    let failed = unsafe { libc::ioctl(fd, libc::TIOCGWINSZ, &raw mut size) };
    (failed == 0 && size.ws_col > 0).then_some((size.ws_col.into(), size.ws_row.into()))
}

/// The path of the terminal behind `fd`, where it is one.
pub fn name(fd: RawFd) -> Option<Vec<u8>> {
    let mut name = [0u8; 256];
    // SAFETY: a writable buffer and its length.
    let failed = unsafe { libc::ttyname_r(fd, name.as_mut_ptr().cast(), name.len()) };
    let name = std::ffi::CStr::from_bytes_until_nul(&name).ok()?;
    (failed == 0).then(|| name.to_bytes().to_vec())
}

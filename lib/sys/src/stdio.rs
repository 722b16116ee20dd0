//! The three standard descriptors, and reading and writing by descriptor number.

use std::io;
use std::os::fd::{BorrowedFd, RawFd};

/// Reads into `buffer`; 0 means the end. Starts again when a signal interrupted it.
pub fn read(fd: RawFd, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        // SAFETY: the pointer and length describe a live, writable buffer.
        let count = unsafe { libc::read(fd, buffer.as_mut_ptr().cast(), buffer.len()) };
        match usize::try_from(count) {
            Ok(count) => return Ok(count),
            Err(_) => retry_if_interrupted()?,
        }
    }
}

/// Writes all of `bytes`. Starts again when a signal interrupted it.
pub fn write_all(fd: RawFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        // SAFETY: the pointer and length describe a live, readable buffer.
        let count = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
        match usize::try_from(count) {
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(_) => retry_if_interrupted()?,
        }
    }
    Ok(())
}

/// Puts descriptor `fd` back by `count` bytes that were read but not used. Pipes and terminals cannot: an error.
pub fn seek_back(fd: RawFd, count: usize) -> io::Result<()> {
    // SAFETY: plain numbers.
    let position = unsafe { libc::lseek(fd, -(count as libc::off_t), libc::SEEK_CUR) };
    if position < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

/// A descriptor number as something that functions taking a borrowed descriptor accept.
pub fn borrow(fd: RawFd) -> BorrowedFd<'static> {
    // SAFETY: the standard descriptors are open for the whole run (see `occupy`); others are the caller's to keep.
    unsafe { BorrowedFd::borrow_raw(fd) }
}

/// Fills descriptors 0, 1 and 2 where they are closed, so that no file opened later takes their place and gets
/// messages written into it. What fills them can be neither read nor written: use still fails with `EBADF`.
pub fn occupy() {
    let mut descriptors = [0, 1, 2].map(|fd| libc::pollfd { fd, events: 0, revents: 0 });
    // SAFETY: three pollfd structures, and that count.
    let ready = unsafe { libc::poll(descriptors.as_mut_ptr(), 3, 0) };
    if ready <= 0 {
        return;
    }
    for _ in descriptors.iter().filter(|each| each.revents & libc::POLLNVAL != 0) {
        // SAFETY: a constant path. The lowest free number is the closed one.
        unsafe { libc::open(c"/".as_ptr(), libc::O_PATH) };
    }
}

fn retry_if_interrupted() -> io::Result<()> {
    let error = io::Error::last_os_error();
    if error.kind() == io::ErrorKind::Interrupted { Ok(()) } else { Err(error) }
}

/// What the file behind descriptor `fd` is.
pub fn stat(fd: RawFd) -> io::Result<crate::file::Stat> {
    Ok(nix::sys::stat::fstat(borrow(fd))?)
}

/// Copies all that is left in `from` to `to` inside the kernel. False, and nothing lost, where it cannot.
pub fn splice_all(from: RawFd, to: RawFd) -> io::Result<bool> {
    /// The most that one call moves.
    const MOST: usize = 0x7fff_f000;
    let regular = |fd| stat(fd).is_ok_and(|stat| stat.st_mode & libc::S_IFMT == libc::S_IFREG && stat.st_size > 0);
    if !regular(from) {
        return Ok(false);
    }
    loop {
        // SAFETY: plain numbers, and no offset to write to.
        match unsafe { libc::sendfile(to, from, std::ptr::null_mut(), MOST) } {
            0 => return Ok(true),
            count if count > 0 => {}
            _ => {
                let error = io::Error::last_os_error();
                match error.raw_os_error() {
                    Some(libc::EINTR) => {}
                    // What is left is for reading and writing, which tell which side an error is of.
                    _ => return Ok(false),
                }
            }
        }
    }
}

//! Files and directories by path.

use std::io;
use std::os::fd::{AsRawFd, OwnedFd};

use nix::fcntl::OFlag;
use nix::sys::stat::Mode;

/// What the system tells of a file.
pub type Stat = libc::stat;

/// Opens `path` with `flags` (`O_CLOEXEC` is added); `mode` counts when the file is made.
pub fn open(path: &[u8], flags: i32, mode: u32) -> io::Result<OwnedFd> {
    let flags = OFlag::from_bits_retain(flags) | OFlag::O_CLOEXEC;
    Ok(nix::fcntl::open(path, flags, Mode::from_bits_truncate(mode))?)
}

/// Opens `path` for reading.
pub fn open_read(path: &[u8]) -> io::Result<OwnedFd> {
    open(path, libc::O_RDONLY, 0)
}

/// What `path` leads to, links followed.
pub fn stat(path: &[u8]) -> io::Result<Stat> {
    Ok(nix::sys::stat::stat(path)?)
}

/// What `path` is, a link itself not followed.
pub fn lstat(path: &[u8]) -> io::Result<Stat> {
    Ok(nix::sys::stat::lstat(path)?)
}

/// What an open file is.
pub fn fstat(file: &OwnedFd) -> io::Result<Stat> {
    Ok(nix::sys::stat::fstat(file)?)
}

/// Whether two files are the same one.
pub fn same(a: &Stat, b: &Stat) -> bool {
    a.st_dev == b.st_dev && a.st_ino == b.st_ino
}

/// Whether this process may execute the regular file `path`.
pub fn is_executable(path: &[u8]) -> bool {
    let Ok(stat) = stat(path) else { return false };
    stat.st_mode & libc::S_IFMT == libc::S_IFREG
        && nix::unistd::faccessat(
            nix::fcntl::AT_FDCWD,
            path,
            nix::unistd::AccessFlags::X_OK,
            nix::fcntl::AtFlags::AT_EACCESS,
        )
        .is_ok()
}

/// Makes directory `path`.
pub fn mkdir(path: &[u8], mode: u32) -> io::Result<()> {
    Ok(nix::unistd::mkdir(path, Mode::from_bits_truncate(mode))?)
}

/// Removes the empty directory `path`.
pub fn rmdir(path: &[u8]) -> io::Result<()> {
    Ok(nix::unistd::unlinkat(nix::fcntl::AT_FDCWD, path, nix::unistd::UnlinkatFlags::RemoveDir)?)
}

/// Removes the name `path`, which is no directory.
pub fn unlink(path: &[u8]) -> io::Result<()> {
    Ok(nix::unistd::unlink(path)?)
}

/// Makes `link` another name of `original`; a symbolic link is linked itself.
pub fn hard_link(original: &[u8], link: &[u8]) -> io::Result<()> {
    let here = nix::fcntl::AT_FDCWD;
    Ok(nix::unistd::linkat(here, original, here, link, nix::fcntl::AtFlags::empty())?)
}

/// Makes `link` a symbolic link that says `target`.
pub fn symlink(target: &[u8], link: &[u8]) -> io::Result<()> {
    Ok(nix::unistd::symlinkat(target, nix::fcntl::AT_FDCWD, link)?)
}

/// What the symbolic link `path` says.
pub fn readlink(path: &[u8]) -> io::Result<Vec<u8>> {
    use std::os::unix::ffi::OsStringExt;
    Ok(nix::fcntl::readlink(path)?.into_vec())
}

/// Renames `from` to `to`, replacing it.
pub fn rename(from: &[u8], to: &[u8]) -> io::Result<()> {
    let here = nix::fcntl::AT_FDCWD;
    Ok(nix::fcntl::renameat(here, from, here, to)?)
}

/// Sets the creation mask and returns the old one.
pub fn umask(mask: u32) -> u32 {
    nix::sys::stat::umask(Mode::from_bits_truncate(mask)).bits()
}

/// Sets the permissions of `path`, links followed.
pub fn chmod(path: &[u8], mode: u32) -> io::Result<()> {
    let flags = nix::sys::stat::FchmodatFlags::FollowSymlink;
    Ok(nix::sys::stat::fchmodat(nix::fcntl::AT_FDCWD, path, Mode::from_bits_truncate(mode), flags)?)
}

/// Flushes all file systems.
pub fn sync_all() {
    nix::unistd::sync();
}

/// Flushes one file to its device; only the data when `data_only`.
pub fn sync_file(file: &OwnedFd, data_only: bool) -> io::Result<()> {
    Ok(if data_only { nix::unistd::fdatasync(file) } else { nix::unistd::fsync(file) }?)
}

/// Flushes the file system that holds an open file.
pub fn sync_filesystem(file: &OwnedFd) -> io::Result<()> {
    // SAFETY: an open descriptor.
    if unsafe { libc::syncfs(file.as_raw_fd()) } == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

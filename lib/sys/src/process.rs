//! Processes: arguments, identity, starting and waiting.

use std::ffi::{CStr, CString};
use std::io;

/// A vector of C strings ending in a null pointer, such as `argv` and `environ`, as byte strings.
///
/// # Safety
/// `vector` is null, or points to pointers to NUL-terminated strings that live and stay unchanged as long as the
/// program runs, the last pointer being null.
#[allow(clippy::missing_safety_doc)]
pub unsafe fn byte_strings(mut vector: *const *const libc::c_char) -> Vec<&'static [u8]> {
    let mut strings = Vec::new();
    if vector.is_null() {
        return strings;
    }
    // SAFETY: the caller promises a null-terminated vector of valid strings.
    unsafe {
        while !(*vector).is_null() {
            strings.push(CStr::from_ptr(*vector).to_bytes());
            vector = vector.add(1);
        }
    }
    strings
}

/// Replaces this process by the program `path`. Returns only when that fails.
pub fn exec(path: &[u8], arguments: &[&[u8]], environment: &[&[u8]]) -> io::Error {
    let strings = |list: &[&[u8]]| list.iter().map(|each| CString::new(*each)).collect::<Result<Vec<_>, _>>();
    let (Ok(path), Ok(arguments), Ok(environment)) = (CString::new(path), strings(arguments), strings(environment))
    else {
        return io::Error::from_raw_os_error(libc::EINVAL);
    };
    match nix::unistd::execve(&path, &arguments, &environment) {
        Ok(never) => match never {},
        Err(error) => error.into(),
    }
}

/// Forks: `None` in the child, its process number in the parent. oxbox has no threads, so the child may go on.
pub fn fork() -> io::Result<Option<i32>> {
    // SAFETY: the process has one thread.
    match unsafe { nix::unistd::fork() }? {
        nix::unistd::ForkResult::Child => Ok(None),
        nix::unistd::ForkResult::Parent { child } => Ok(Some(child.as_raw())),
    }
}

/// Waits for child `pid` to end; its exit status, or 128 and the number of the signal that ended it.
pub fn wait(pid: i32) -> io::Result<u8> {
    use nix::sys::wait::WaitStatus;
    loop {
        match nix::sys::wait::waitpid(nix::unistd::Pid::from_raw(pid), None) {
            Ok(WaitStatus::Exited(_, status)) => return Ok((status & 0xff) as u8),
            Ok(WaitStatus::Signaled(_, signal, _)) => return Ok(128 + (signal as i32) as u8),
            Ok(_) | Err(nix::errno::Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Ends the process at once, flushing nothing.
pub fn exit_now(status: u8) -> ! {
    // SAFETY: takes a number and does not return.
    unsafe { libc::_exit(status.into()) }
}

/// The path this program was started by, as the kernel was told it. Needs no /proc.
pub fn started_as() -> Option<&'static [u8]> {
    // SAFETY: the auxiliary vector's string lives as long as the process.
    unsafe {
        let text = libc::getauxval(libc::AT_EXECFN) as *const libc::c_char;
        (!text.is_null()).then(|| CStr::from_ptr(text).to_bytes())
    }
}

/// The current directory.
pub fn current_directory() -> io::Result<Vec<u8>> {
    use std::os::unix::ffi::OsStringExt;
    Ok(nix::unistd::getcwd()?.into_os_string().into_vec())
}

/// Makes `path` the current directory.
pub fn change_directory(path: &[u8]) -> io::Result<()> {
    Ok(nix::unistd::chdir(path)?)
}

/// Ignores `signal` from now on.
pub fn ignore_signal(signal: i32) {
    // SAFETY: SIG_IGN is a valid disposition.
    unsafe { libc::signal(signal, libc::SIG_IGN) };
}

/// The processors that are installed.
pub fn processors() -> usize {
    // SAFETY: takes a number.
    usize::try_from(unsafe { libc::sysconf(libc::_SC_NPROCESSORS_CONF) }).unwrap_or(1)
}

/// The processors that this process may run on.
pub fn usable_processors() -> usize {
    nix::sched::sched_getaffinity(nix::unistd::Pid::from_raw(0)).map_or_else(
        |_| processors(),
        |set| (0..nix::sched::CpuSet::count()).filter(|&each| set.is_set(each).unwrap_or(false)).count(),
    )
}

//! `--install`: a link for every applet.

use std::io;

use runtime::{At, Context, Error, Result, Status};

use crate::multicall::applets;

/// Links every applet at its place below `root`. Links of ours are left or renewed; other files are not touched, but
/// reported.
pub fn install(cx: &mut Context, root: &[u8], symbolic: bool) -> Result<Status> {
    let executable = this_executable()?;
    for entry in applets() {
        let directory = join(root, entry.dir().prefix().trim_end_matches('/').as_bytes());
        let linked = make_directories(&directory)
            .and_then(|()| link(&executable, &join(&directory, entry.name().as_bytes()), symbolic));
        cx.or_warn(linked);
    }
    Ok(cx.status)
}

/// The path of this executable.
fn this_executable() -> Result<Vec<u8>> {
    let path = sys::file::readlink(b"/proc/self/exe").or_else(|_| {
        let started = sys::process::started_as().unwrap_or_default();
        if started.starts_with(b"/") {
            return Ok(started.to_vec());
        }
        Ok(join(&sys::process::current_directory()?, started))
    });
    path.map_err(|error: io::Error| Error::from(error))
}

fn join(directory: &[u8], name: &[u8]) -> Vec<u8> {
    match directory {
        [.., b'/'] => [directory, name].concat(),
        _ if name.is_empty() => directory.to_vec(),
        _ => [directory, b"/", name].concat(),
    }
}

fn make_directories(path: &[u8]) -> Result {
    let ends = (1..path.len()).filter(|&at| path[at] == b'/').chain([path.len()]);
    for end in ends {
        match sys::file::mkdir(&path[..end], 0o777) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(error).cannot("create directory", &path[..end]);
            }
            _ => {}
        }
    }
    Ok(())
}

fn link(executable: &[u8], path: &[u8], symbolic: bool) -> Result {
    let made = if symbolic { sys::file::symlink(executable, path) } else { sys::file::hard_link(executable, path) };
    match made {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && leads_to(executable, path) => Ok(()),
        made => made.cannot("link", path),
    }
}

fn leads_to(executable: &[u8], path: &[u8]) -> bool {
    matches!((sys::file::stat(executable), sys::file::stat(path)), (Ok(a), Ok(b)) if sys::file::same(&a, &b))
}

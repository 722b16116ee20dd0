//! Running a command: an applet of ours in this process or after a fork, or another program.
//!
//! PATH keeps its meaning: a name is an applet only where PATH leads to this very executable.

use crate::{Context, Entry, Error, Result, Runs, Status};

/// What a command name leads to.
pub struct Found {
    /// The path to execute.
    pub path: Vec<u8>,
    /// The applet that it would become, if the path is this executable.
    pub applet: Option<Entry>,
}

/// The directories searched when there is no PATH.
pub const DEFAULT_PATH: &[u8] = b"/sbin:/usr/sbin:/bin:/usr/bin";

/// Every executable that `name` may lead to, in the order of `path`.
pub fn candidates<'a>(name: &'a [u8], path: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + use<'a> {
    let direct = name.contains(&b'/');
    path.split(|&byte| byte == b':')
        .take(if direct { 1 } else { usize::MAX })
        .map(move |directory| match directory {
            _ if direct => name.to_vec(),
            [] => name.to_vec(),
            [.., b'/'] => [directory, name].concat(),
            _ => [directory, b"/", name].concat(),
        })
        .filter(|candidate| !name.is_empty() && sys::file::is_executable(candidate))
}

/// Finds what `name` leads to, by the PATH of `cx`.
pub fn find(cx: &Context, name: &[u8]) -> Option<Found> {
    let path = candidates(name, cx.var(b"PATH").unwrap_or(DEFAULT_PATH)).next()?;
    let applet = applet_at(cx, &path);
    Some(Found { path, applet })
}

/// The applet that executing `path` would become: by its last component, if `path` is this executable.
fn applet_at(cx: &Context, path: &[u8]) -> Option<Entry> {
    let name = path.rsplit(|&byte| byte == b'/').next()?;
    let applet = cx.registry().find(name)?;
    is_this_executable(path).then_some(applet)
}

/// Whether `path` is the program that runs now. Without /proc, the path it was started by tells.
fn is_this_executable(path: &[u8]) -> bool {
    let this = sys::file::stat(b"/proc/self/exe")
        .or_else(|_| sys::file::stat(sys::process::started_as().unwrap_or(b"/proc/self/exe")));
    matches!((this, sys::file::stat(path)), (Ok(this), Ok(that)) if sys::file::same(&this, &that))
}

/// Becomes the command `words`, with the environment of `cx`: as `exec` does, without one for an applet of ours.
///
/// # Errors
/// Status 127 where there is no such command, 126 where it cannot be run.
pub fn become_command(cx: &mut Context, words: &[&[u8]]) -> Result<Status> {
    let Some((&name, args)) = words.split_first() else { return Ok(Status::SUCCESS) };
    let found = match find(cx, name) {
        Some(found) => found,
        None => Found { path: name.to_vec(), applet: None },
    };
    match found.applet {
        Some(applet) if applet.runs() != Runs::Exec => {
            let _ = std::io::Write::flush(&mut cx.stdout);
            let mut inner = Context::new(applet, args, cx.env.clone());
            std::mem::swap(&mut inner.stdin, &mut cx.stdin);
            std::mem::swap(&mut inner.stdout, &mut cx.stdout);
            let status = inner.run();
            std::mem::swap(&mut inner.stdout, &mut cx.stdout);
            Ok(status)
        }
        _ => {
            let _ = std::io::Write::flush(&mut cx.stdout);
            cx.stdin.give_back();
            Err(cannot_run(name, &sys::process::exec(&found.path, words, &cx.env)))
        }
    }
}

/// Runs the command `words` and waits for it.
///
/// # Errors
/// As [`become_command`], and when there can be no new process.
pub fn run(cx: &mut Context, words: &[&[u8]]) -> Result<Status> {
    let Some(&name) = words.first() else { return Ok(Status::SUCCESS) };
    let in_process = find(cx, name).and_then(|found| found.applet).is_some_and(|a| a.runs() == Runs::InProcess);
    if in_process {
        return become_command(cx, words);
    }
    std::io::Write::flush(&mut cx.stdout)?;
    match sys::process::fork()? {
        Some(child) => Ok(Status(sys::process::wait(child)?)),
        None => {
            let status = match become_command(cx, words) {
                Ok(status) => status,
                Err(error) => {
                    cx.warn(error);
                    cx.status
                }
            };
            sys::process::exit_now(status.0)
        }
    }
}

#[cold]
fn cannot_run(name: &[u8], error: &std::io::Error) -> Error {
    let status = if error.kind() == std::io::ErrorKind::NotFound { 127 } else { 126 };
    Error::new([b"can't execute '", name, b"': ", sys::message(error).as_slice()].concat()).status(status)
}

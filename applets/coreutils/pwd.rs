//! pwd — print the working directory.
//!
//! Standard: POSIX.1-2024 pwd.

use runtime::{Applet, At, Context, Dir, Result, Runs, Status};

runtime::options! { Flag:
    Logical  "-L, --logical"  "Print PWD where it is right, symbolic links and all";
    Physical "-P, --physical" "Print the path without symbolic links";
}

/// `pwd`
pub const APPLET: Applet = Applet {
    name: "pwd",
    dir: Dir::Bin,
    runs: Runs::InProcess,
    about: "Print the working directory",
    usage: "[-L | -P]",
    options: Flag::OPTIONS,
    notes: "Without an option, -P unless POSIXLY_CORRECT is set.",
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    let logical = match opts.last_of(&[Flag::Logical, Flag::Physical]) {
        Some(flag) => flag == Flag::Logical,
        None => cx.var(b"POSIXLY_CORRECT").is_some(),
    };
    let trusted = cx.var(b"PWD").filter(|path| logical && leads_here(path));
    let mut line = match trusted {
        Some(path) => path.to_vec(),
        None => sys::process::current_directory().at(b"getcwd")?,
    };
    line.push(b'\n');
    cx.stdout.put(&line)?;
    Ok(Status::SUCCESS)
}

/// Whether `path` is absolute, has no `.` or `..`, and is the working directory.
fn leads_here(path: &[u8]) -> bool {
    let plain = path.split(|&byte| byte == b'/').all(|component| component != b"." && component != b"..");
    path.starts_with(b"/")
        && plain
        && matches!((sys::file::stat(path), sys::file::stat(b".")), (Ok(a), Ok(b)) if sys::file::same(&a, &b))
}

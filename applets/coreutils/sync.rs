//! sync — write what is cached to the devices.
//!
//! No standard; the manual: GNU coreutils, "sync invocation".

use runtime::{Applet, At, Context, Dir, Error, Result, Runs, Status};

runtime::options! { Flag:
    Data       "-d, --data"        "Write the files' data, and only what metadata that needs";
    FileSystem "-f, --file-system" "Write the file systems that hold the files";
}

/// `sync`
pub const APPLET: Applet = Applet {
    name: "sync",
    dir: Dir::Bin,
    runs: Runs::InProcess,
    about: "Write cached data of each FILE, or of everything, to the devices",
    usage: "[-d | -f] [FILE]...",
    options: Flag::OPTIONS,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if opts.has(Flag::Data) && opts.has(Flag::FileSystem) {
        return Err(Error::usage("cannot specify both --data and --file-system"));
    }
    if opts.operands.is_empty() {
        if opts.has(Flag::Data) {
            return Err(Error::usage("--data needs at least one argument"));
        }
        sys::file::sync_all();
    }
    for name in &opts.operands {
        let synced = sys::file::open(name, sys::libc::O_RDONLY | sys::libc::O_NONBLOCK, 0)
            .cannot("open", name)
            .and_then(|file| {
                match opts.has(Flag::FileSystem) {
                    true => sys::file::sync_filesystem(&file),
                    false => sys::file::sync_file(&file, opts.has(Flag::Data)),
                }
                .cannot("sync", name)
            });
        cx.or_warn(synced);
    }
    Ok(cx.status)
}

//! tee — copy standard input to standard output and to files.
//!
//! Standard: POSIX.1-2024 tee. A file that cannot be written is reported, and the others go on.

use std::os::fd::{AsRawFd, OwnedFd};

use runtime::{Applet, At, Context, Dir, Result, Runs, Status};
use sys::libc;

runtime::options! { Flag:
    Append "-a, --append"            "Append to the files, instead of overwriting them";
    Ignore "-i, --ignore-interrupts" "Ignore the interrupt signal";
}

/// `tee`
pub const APPLET: Applet = Applet {
    name: "tee",
    dir: Dir::UsrBin,
    runs: Runs::Fork,
    about: "Copy standard input to standard output and to each FILE",
    usage: "[-ai] [FILE]...",
    options: Flag::OPTIONS,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if opts.has(Flag::Ignore) {
        sys::process::ignore_signal(libc::SIGINT);
    }
    let how = if opts.has(Flag::Append) { libc::O_APPEND } else { libc::O_TRUNC };
    let mut files: Vec<(&[u8], OwnedFd)> = Vec::new();
    for name in &opts.operands {
        let opened = sys::file::open(name, libc::O_WRONLY | libc::O_CREAT | how, 0o666).at(name);
        files.extend(cx.or_warn(opened).map(|file| (*name, file)));
    }
    copy(cx, files)?;
    Ok(cx.status)
}

fn copy(cx: &mut Context, mut files: Vec<(&[u8], OwnedFd)>) -> Result {
    let mut input = cx.stdin.share();
    loop {
        let block = input.fill()?;
        if block.is_empty() {
            return Ok(());
        }
        // A broken standard output stops neither the files nor the reading; it is reported at the end.
        let _ = cx.stdout.put(block);
        let _ = std::io::Write::flush(&mut cx.stdout);
        files.retain(|(name, file)| {
            let written = sys::stdio::write_all(file.as_raw_fd(), block).at(name);
            cx.or_warn(written).is_some()
        });
        let length = block.len();
        input.consume(length);
    }
}

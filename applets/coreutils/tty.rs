//! tty — print the name of the terminal on standard input.
//!
//! Standard: POSIX.1-2024 tty. Beyond it: `-s`.

use runtime::{Applet, Context, Dir, Error, Result, Runs, Status};

runtime::options! { Flag:
    Silent "-s, --silent, --quiet" "Print nothing; only the exit status tells";
}

/// `tty`
pub const APPLET: Applet = Applet {
    name: "tty",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Print the name of the terminal on standard input",
    usage: "[-s]",
    options: Flag::OPTIONS,
    usage_status: 2,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if let Some(extra) = opts.operands.first() {
        return Err(Error::usage_quoting("extra operand", extra));
    }
    let name = cx.stdin.descriptor().and_then(sys::terminal::name);
    if !opts.has(Flag::Silent) {
        cx.stdout.put(name.as_deref().unwrap_or(b"not a tty"))?;
        cx.stdout.put(b"\n")?;
    }
    Ok(Status::of(name.is_some()))
}

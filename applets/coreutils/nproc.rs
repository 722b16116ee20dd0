//! nproc — print the number of processors this process may use.
//!
//! No standard; the manual: GNU coreutils, "nproc invocation". `OMP_NUM_THREADS` is not heeded, as in BusyBox.

use runtime::{Applet, Context, Dir, Error, Result, Runs, Status};

runtime::options! { Flag:
    All    "--all"      "Count the installed processors, not the usable ones";
    Ignore "--ignore=N" "Leave out N of them, if possible";
}

/// `nproc`
pub const APPLET: Applet = Applet {
    name: "nproc",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Print the number of processors this process may use",
    usage: "[--all] [--ignore=N]",
    options: Flag::OPTIONS,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if let Some(extra) = opts.operands.first() {
        return Err(Error::usage_quoting("extra operand", extra));
    }
    let ignored = match opts.value(Flag::Ignore) {
        Some(text) => parse(text).ok_or_else(|| Error::quoting("invalid number", text))?,
        None => 0,
    };
    let processors = if opts.has(Flag::All) { sys::process::processors() } else { sys::process::usable_processors() };
    let count = processors.saturating_sub(ignored).max(1);
    cx.stdout.put(count.to_string().as_bytes())?;
    cx.stdout.put(b"\n")?;
    Ok(Status::SUCCESS)
}

fn parse(text: &[u8]) -> Option<usize> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

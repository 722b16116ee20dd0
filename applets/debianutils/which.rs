//! which — print the paths of commands.
//!
//! No standard; the manual: Debian's which(1).

use runtime::{Applet, Context, Dir, Error, Result, Runs, Status, command};

runtime::options! { Flag:
    All "-a" "Print every match, not only the first";
}

/// `which`
pub const APPLET: Applet = Applet {
    name: "which",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Print the path that each COMMAND would run",
    usage: "[-a] COMMAND...",
    options: Flag::OPTIONS,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if opts.operands.is_empty() {
        return Err(Error::usage("missing operand"));
    }
    let path = cx.var(b"PATH").unwrap_or(command::DEFAULT_PATH);
    for name in &opts.operands {
        let most = if opts.has(Flag::All) { usize::MAX } else { 1 };
        let mut found = false;
        for mut candidate in command::candidates(name, path).take(most) {
            candidate.push(b'\n');
            cx.stdout.put(&candidate)?;
            found = true;
        }
        if !found {
            cx.status = Status::FAILURE;
        }
    }
    Ok(cx.status)
}

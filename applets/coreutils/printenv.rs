//! printenv — print environment variables.
//!
//! No standard; the manual: GNU coreutils, "printenv invocation".

use runtime::{Applet, Context, Dir, Result, Runs, Status};

runtime::options! { Flag:
    Null "-0, --null" "End each line with NUL, not newline";
}

/// `printenv`
pub const APPLET: Applet = Applet {
    name: "printenv",
    dir: Dir::Bin,
    runs: Runs::InProcess,
    about: "Print the value of each VARIABLE, or the whole environment",
    usage: "[-0] [VARIABLE]...",
    options: Flag::OPTIONS,
    usage_status: 2,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    let end: &[u8] = if opts.has(Flag::Null) { b"\0" } else { b"\n" };
    if opts.operands.is_empty() {
        for entry in &cx.env {
            cx.stdout.put(entry)?;
            cx.stdout.put(end)?;
        }
    }
    for name in &opts.operands {
        let Some(value) = cx.var(name).filter(|_| !name.contains(&b'=')) else {
            cx.status = Status::FAILURE;
            continue;
        };
        cx.stdout.put(value)?;
        cx.stdout.put(end)?;
    }
    Ok(cx.status)
}

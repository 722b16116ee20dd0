//! yes — print a line for ever.
//!
//! No standard; the manual: GNU coreutils, "yes invocation".

use runtime::{Applet, Context, Dir, Result, Runs, Status};

/// `yes`
pub const APPLET: Applet = Applet {
    name: "yes",
    dir: Dir::UsrBin,
    runs: Runs::Fork,
    about: "Print the arguments, or y, again and again until killed",
    usage: "[ARGUMENT]...",
    run,
    ..Applet::DEFAULT
};

/// Bytes written at a time, about.
const BLOCK: usize = 64 * 1024;

fn run(cx: &mut Context) -> Result<Status> {
    let words = cx.operands()?;
    let mut line = if words.is_empty() { b"y".to_vec() } else { words.join(&b' ') };
    line.push(b'\n');
    let block = line.repeat(BLOCK / line.len() + 1);
    loop {
        cx.stdout.put(&block)?;
    }
}

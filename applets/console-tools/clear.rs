//! clear — clear the terminal's screen.
//!
//! Standard: ECMA-48, cursor position and erase in page.

use runtime::{Applet, Context, Dir, Result, Runs, Status};

/// `clear`
pub const APPLET: Applet = Applet {
    name: "clear",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Clear the screen",
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    cx.operands()?;
    cx.stdout.put(b"\x1b[H\x1b[J")?;
    Ok(Status::SUCCESS)
}

//! true, false — end with status 0, or 1.
//!
//! Standard: POSIX.1-2024 true, false. Operands are ignored, `--help` too, as in BusyBox.

use runtime::{Applet, Context, Dir, Parsing, Result, Runs, Status};

/// `true`
pub const TRUE: Applet = Applet {
    name: "true",
    dir: Dir::Bin,
    runs: Runs::InProcess,
    about: "End with status 0 (success)",
    parsing: Parsing::Never,
    run: |_: &mut Context| -> Result<Status> { Ok(Status::SUCCESS) },
    ..Applet::DEFAULT
};

/// `false`
pub const FALSE: Applet = Applet {
    name: "false",
    about: "End with status 1 (failure)",
    run: |_: &mut Context| -> Result<Status> { Ok(Status::FAILURE) },
    ..TRUE
};

//! The declaration of an applet.

use crate::{Context, Options, Result, Status};

/// What an applet says of itself. The executable, `--help`, the option parser and `--install` all read this.
#[derive(Clone, Copy)]
pub struct Applet {
    /// The name it is called by.
    pub name: &'static str,
    /// Where `--install` puts its link.
    pub dir: Dir,
    /// How other applets and the shell may run it.
    pub runs: Runs,
    /// Whether it needs the set-user-ID bit to do its work for users.
    pub suid: Suid,
    /// One line that says what it does.
    pub about: &'static str,
    /// Operands and options in short, as after `Usage: NAME`. Several forms are separated by newlines.
    pub usage: &'static str,
    /// The options, made by [`options!`](crate::options!).
    pub options: Options,
    /// Where options may stand.
    pub parsing: Parsing,
    /// More help, below the options.
    pub notes: &'static str,
    /// The exit status of a wrong option or operand.
    pub usage_status: u8,
    /// Does the work.
    pub run: fn(&mut Context) -> Result<Status>,
}

impl Applet {
    /// What a declaration leaves unsaid: `..Applet::DEFAULT`.
    pub const DEFAULT: Applet = Applet {
        name: "",
        dir: Dir::UsrBin,
        runs: Runs::Fork,
        suid: Suid::No,
        about: "",
        usage: "",
        options: Options::NONE,
        parsing: Parsing::Anywhere,
        notes: "",
        usage_status: 1,
        run: |_| Ok(Status::SUCCESS),
    };
}

/// An install directory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dir {
    /// `/`
    Root,
    /// `/bin`
    Bin,
    /// `/sbin`
    Sbin,
    /// `/usr/bin`
    UsrBin,
    /// `/usr/sbin`
    UsrSbin,
}

impl Dir {
    /// The directory below the root, ending in a slash unless it is the root.
    pub fn prefix(self) -> &'static str {
        match self {
            Dir::Root => "",
            Dir::Bin => "bin/",
            Dir::Sbin => "sbin/",
            Dir::UsrBin => "usr/bin/",
            Dir::UsrSbin => "usr/sbin/",
        }
    }
}

/// How an applet may be run by another one or by the shell, without a new program image.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Runs {
    /// As a function call: it leaves working directory, mask, signals and descriptors as they were, and ends soon.
    InProcess,
    /// After `fork`: it changes its process, or reads or writes without end.
    Fork,
    /// Only as a new program, for instance because it looks at its own process image.
    Exec,
}

/// Whether an applet needs the set-user-ID bit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Suid {
    /// It must run with the caller's rights.
    No,
    /// It works without, and does more with it.
    Optional,
    /// It cannot work without.
    Required,
}

/// Where options may stand on the command line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Parsing {
    /// Among the operands too, unless `POSIXLY_CORRECT` is set.
    Anywhere,
    /// Before the first operand only.
    BeforeOperands,
    /// There are none: even `--help` and `--` are operands.
    Never,
}

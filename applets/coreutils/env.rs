//! env — run a command in a changed environment, or print the environment.
//!
//! Standard: POSIX.1-2024 env. Beyond it: `-u -0 -C`, and `-` for `-i`. Refused: `-S`.

use runtime::{Applet, At, Context, Dir, Error, Parsing, Result, Runs, Status, command};

runtime::options! { Flag:
    Empty     "-i, --ignore-environment" "Begin with an empty environment";
    Unset     "-u, --unset=NAME"         "Remove NAME from the environment";
    Directory "-C, --chdir=DIR"          "Go to DIR first";
    Null      "-0, --null"               "End each printed line with NUL, not newline";
}

/// `env`
pub const APPLET: Applet = Applet {
    name: "env",
    dir: Dir::UsrBin,
    runs: Runs::Fork,
    about: "Run COMMAND in a changed environment, or print the environment",
    usage: "[-i0] [-u NAME]... [-C DIR] [-] [NAME=VALUE]... [COMMAND [ARGUMENT]...]",
    options: Flag::OPTIONS,
    parsing: Parsing::BeforeOperands,
    usage_status: 125,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    let mut words = opts.operands.as_slice();
    let dash = words.first() == Some(&b"-".as_slice());
    if dash {
        words = words.get(1..).unwrap_or_default();
    }
    if dash || opts.has(Flag::Empty) {
        cx.env.clear();
    }
    for name in opts.values(Flag::Unset) {
        if name.is_empty() || name.contains(&b'=') {
            return Err(Error::quoting("can't unset", name).status(125));
        }
        unset(cx, name);
    }
    while let Some((&word, rest)) = words.split_first() {
        let Some(equals) = word.iter().position(|&byte| byte == b'=') else { break };
        unset(cx, word.get(..equals).unwrap_or_default());
        cx.env.push(word);
        words = rest;
    }
    if !words.is_empty() && opts.has(Flag::Null) {
        return Err(Error::usage("cannot specify --null (-0) with command"));
    }
    if let Some(directory) = opts.value(Flag::Directory) {
        if words.is_empty() {
            return Err(Error::usage("must specify command with --chdir (-C)"));
        }
        sys::process::change_directory(directory).cannot("change directory to", directory).map_err(|e| e.status(125))?;
    }
    if words.is_empty() {
        return print(cx, if opts.has(Flag::Null) { b"\0" } else { b"\n" });
    }
    command::become_command(cx, words)
}

fn unset(cx: &mut Context, name: &[u8]) {
    cx.env.retain(|entry| entry.strip_prefix(name).is_none_or(|rest| !rest.starts_with(b"=")));
}

fn print(cx: &mut Context, end: &[u8]) -> Result<Status> {
    for entry in &cx.env {
        cx.stdout.put(entry)?;
        cx.stdout.put(end)?;
    }
    Ok(Status::SUCCESS)
}

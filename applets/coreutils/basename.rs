//! basename — print a path without its directory.
//!
//! Standard: POSIX.1-2024 basename. Beyond it: `-a`, `-s`, `-z`.

use runtime::{Applet, Context, Dir, Error, Parsing, Result, Runs, Status};

runtime::options! { Flag:
    Multiple "-a, --multiple"      "Take every operand for a path";
    Suffix   "-s, --suffix=SUFFIX" "Remove SUFFIX too; implies -a";
    Zero     "-z, --zero"          "End each name with NUL, not newline";
}

/// `basename`
pub const APPLET: Applet = Applet {
    name: "basename",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Print a path without its directory and SUFFIX",
    usage: "PATH [SUFFIX]\n[-az] [-s SUFFIX] PATH...",
    options: Flag::OPTIONS,
    parsing: Parsing::BeforeOperands,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    let end: &[u8] = if opts.has(Flag::Zero) { b"\0" } else { b"\n" };
    let mut suffix = opts.value(Flag::Suffix).unwrap_or_default();
    let paths = match opts.operands.as_slice() {
        [] => return Err(Error::usage("missing operand")),
        all if opts.has(Flag::Multiple) || opts.has(Flag::Suffix) => all,
        one @ [_] => one,
        [path, given] => {
            suffix = given;
            std::slice::from_ref(path)
        }
        [_, _, extra, ..] => return Err(Error::usage_quoting("extra operand", extra)),
    };
    for path in paths {
        cx.stdout.put(without_suffix(last_component(path), suffix))?;
        cx.stdout.put(end)?;
    }
    Ok(Status::SUCCESS)
}

/// The last component, trailing slashes aside; `/` where there are only slashes.
fn last_component(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|&byte| byte != b'/').map_or(0, |at| at + 1);
    let path = if end == 0 { path.get(..1).unwrap_or_default() } else { path.get(..end).unwrap_or_default() };
    if path == b"/" { path } else { path.rsplit(|&byte| byte == b'/').next().unwrap_or(path) }
}

/// `name` less `suffix`, unless nothing would be left.
fn without_suffix<'a>(name: &'a [u8], suffix: &[u8]) -> &'a [u8] {
    name.strip_suffix(suffix).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components() {
        for (path, last) in [("/usr/lib", "lib"), ("a/", "a"), ("///", "/"), ("", ""), ("x", "x"), ("a//b//", "b")] {
            assert_eq!(last_component(path.as_bytes()), last.as_bytes(), "{path}");
        }
    }

    #[test]
    fn a_suffix_that_is_all_stays() {
        assert_eq!(without_suffix(b"a.c", b".c"), b"a");
        assert_eq!(without_suffix(b".c", b".c"), b".c");
    }
}

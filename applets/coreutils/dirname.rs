//! dirname — print the directory of a path.
//!
//! Standard: POSIX.1-2024 dirname. Beyond it: several paths, `-z`.

use runtime::{Applet, Context, Dir, Error, Result, Runs, Status};

runtime::options! { Flag:
    Zero "-z, --zero" "End each name with NUL, not newline";
}

/// `dirname`
pub const APPLET: Applet = Applet {
    name: "dirname",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Print the directory of each path",
    usage: "[-z] PATH...",
    options: Flag::OPTIONS,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if opts.operands.is_empty() {
        return Err(Error::usage("missing operand"));
    }
    for path in &opts.operands {
        cx.stdout.put(directory(path))?;
        cx.stdout.put(if opts.has(Flag::Zero) { b"\0" } else { b"\n" })?;
    }
    Ok(Status::SUCCESS)
}

fn directory(path: &[u8]) -> &[u8] {
    let path = without_trailing_slashes(path);
    match path.iter().rposition(|&byte| byte == b'/') {
        Some(slash) => without_trailing_slashes(path.get(..=slash).unwrap_or_default()),
        None => b".",
    }
}

/// `path` less its trailing slashes; one stays where there is nothing else.
fn without_trailing_slashes(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|&byte| byte != b'/').map_or(1, |at| at + 1);
    path.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories() {
        for (path, parent) in
            [("/usr/lib", "/usr"), ("a/", "."), ("///", "/"), ("", "."), ("/x", "/"), ("a//b//", "a"), ("//a", "/")]
        {
            assert_eq!(directory(path.as_bytes()), parent.as_bytes(), "{path}");
        }
    }
}

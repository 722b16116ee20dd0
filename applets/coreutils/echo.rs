//! echo — print arguments.
//!
//! Standard: POSIX.1-2024 echo, with `-n -e -E` as BusyBox and GNU have them. `--help` is an argument like others.

use runtime::{Applet, Context, Dir, Parsing, Result, Runs, Status};

/// `echo`
pub const APPLET: Applet = Applet {
    name: "echo",
    dir: Dir::Bin,
    runs: Runs::InProcess,
    about: "Print the arguments, separated by spaces",
    usage: "[-neE] [ARGUMENT]...",
    parsing: Parsing::Never,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let (mut newline, mut escapes) = (true, false);
    let mut args = cx.args;
    while let Some((first, rest)) = args.split_first() {
        let Some(letters) = first.strip_prefix(b"-").filter(|letters| are_options(letters)) else { break };
        for letter in letters {
            match letter {
                b'n' => newline = false,
                b'e' => escapes = true,
                _ => escapes = false,
            }
        }
        args = rest;
    }
    let mut text = args.join(&b' ');
    if escapes {
        let (unescaped, go_on) = unescape(&text);
        text = unescaped;
        newline &= go_on;
    }
    if newline {
        text.push(b'\n');
    }
    cx.stdout.put(&text)?;
    Ok(Status::SUCCESS)
}

fn are_options(letters: &[u8]) -> bool {
    !letters.is_empty() && letters.iter().all(|letter| b"neE".contains(letter))
}

/// `text` with its backslash escapes replaced, and whether output goes on after it: `\c` ends it.
fn unescape(text: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let (b'\\', Some((&escape, after))) = (byte, rest.split_first()) else {
            out.push(byte);
            continue;
        };
        rest = after;
        let simple = match escape {
            b'a' => 7,
            b'b' => 8,
            b'e' => 27,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            b'\\' => b'\\',
            b'c' => return (out, false),
            b'0' => number(&mut rest, 8, 3).unwrap_or(0),
            b'1'..=b'7' => {
                rest = text.get(text.len() - rest.len() - 1..).unwrap_or_default();
                number(&mut rest, 8, 3).unwrap_or(0)
            }
            b'x' => match number(&mut rest, 16, 2) {
                Some(value) => value,
                None => {
                    out.extend_from_slice(b"\\x");
                    continue;
                }
            },
            other => {
                out.push(b'\\');
                other
            }
        };
        out.push(simple);
    }
    (out, true)
}

/// Takes up to `most` digits off the front of `rest`.
fn number(rest: &mut &[u8], base: u32, most: usize) -> Option<u8> {
    let digits: Vec<u32> = rest.iter().take(most).map_while(|&byte| char::from(byte).to_digit(base)).collect();
    *rest = rest.get(digits.len()..).unwrap_or_default();
    (!digits.is_empty()).then(|| digits.iter().fold(0, |value, digit| value * base + digit) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, want) in [
            (r"a\tb", "a\tb"),
            (r"\0101\101", "AA"),
            (r"\x41\x4g\xg", "A\x04g\\xg"),
            (r"\q\", r"\q\"),
            (r"a\cb", "a"),
        ] {
            assert_eq!(unescape(text.as_bytes()).0, want.as_bytes(), "{text}");
        }
    }
}

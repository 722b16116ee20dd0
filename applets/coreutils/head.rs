//! head — print the beginning of files.
//!
//! Standard: POSIX.1-2024 head. Beyond it: `-c -q -v -z`, counts from the end (`-n -5`), suffixes, and `-5`.

use runtime::{Applet, Context, Dir, Error, Input, Output, Result, Runs, Status};

runtime::options! { Flag:
    Lines   "-n, --lines=[-]N"         "Print N lines, not 10; with -, all but the last N";
    Bytes   "-c, --bytes=[-]N"         "Print N bytes; with -, all but the last N";
    Quiet   "-q, --quiet, --silent"    "Never print file names";
    Verbose "-v, --verbose"            "Always print file names";
    Zero    "-z, --zero-terminated"    "Lines end with NUL, not newline";
}

/// `head`
pub const APPLET: Applet = Applet {
    name: "head",
    dir: Dir::UsrBin,
    runs: Runs::InProcess,
    about: "Print the beginning of each FILE, or of standard input",
    usage: "[-qvz] [-n N | -c N] [FILE]...",
    options: Flag::OPTIONS,
    notes: "N may end in b (512), k, m, g (1024 and its powers), or kB, MB, GB (1000 and its powers).",
    run,
    ..Applet::DEFAULT
};

/// How much to print.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Amount {
    count: u64,
    bytes: bool,
    from_end: bool,
}

fn run(cx: &mut Context) -> Result<Status> {
    let translated = without_old_style(cx.args);
    let args: Vec<&[u8]> = translated.iter().map(Vec::as_slice).collect();
    let opts = cx.options_of::<Flag>(&args)?;
    let mut amount = Amount { count: 10, bytes: false, from_end: false };
    for (flag, value) in opts.given() {
        let (true, Some(text)) = (matches!(flag, Flag::Lines | Flag::Bytes), value) else { continue };
        amount = Amount::parse(text, flag == Flag::Bytes)?;
    }
    let delimiter = if opts.has(Flag::Zero) { 0 } else { b'\n' };
    let files = if opts.operands.is_empty() { vec![b"-".as_slice()] } else { opts.operands.clone() };
    let titled = match opts.last_of(&[Flag::Quiet, Flag::Verbose]) {
        Some(flag) => flag == Flag::Verbose,
        None => files.len() > 1,
    };
    let mut first = true;
    for file in files {
        let opened = cx.open(file);
        let Some(mut input) = cx.or_warn(opened) else { continue };
        if titled {
            let title = if file == b"-" { b"standard input" } else { file };
            let lead: &[u8] = if first { b"==> " } else { b"\n==> " };
            cx.stdout.put(&[lead, title, b" <==\n"].concat())?;
        }
        first = false;
        let printed = amount.print(&mut input, &mut cx.stdout, delimiter);
        input.give_back();
        cx.or_warn(printed);
    }
    Ok(cx.status)
}

/// `-5` and `-5c` as `-n 5` and `-c 5`, where the first argument is one.
fn without_old_style(args: &[&[u8]]) -> Vec<Vec<u8>> {
    let mut args: Vec<Vec<u8>> = args.iter().map(|arg| arg.to_vec()).collect();
    if let Some(first) = args.first_mut()
        && first.first() == Some(&b'-')
        && first.get(1).is_some_and(u8::is_ascii_digit)
    {
        first.insert(1, b'n');
    }
    args
}

impl Amount {
    fn parse(text: &[u8], bytes: bool) -> Result<Amount> {
        let (from_end, digits) = match text.strip_prefix(b"-") {
            Some(digits) => (true, digits),
            None => (false, text.strip_prefix(b"+").unwrap_or(text)),
        };
        let what = if bytes { "invalid number of bytes:" } else { "invalid number of lines:" };
        let count = notation::size::parse(digits).ok_or_else(|| Error::quoting(what, text))?;
        Ok(Amount { count, bytes, from_end })
    }

    fn print(self, input: &mut Input, output: &mut Output, delimiter: u8) -> Result {
        match (self.bytes, self.from_end) {
            (true, false) => first_bytes(input, output, self.count),
            (false, false) => first_lines(input, output, self.count, delimiter),
            (true, true) => all_but(input, output, |held| held.len().saturating_sub(clamp(self.count))),
            (false, true) => {
                let keep = clamp(self.count);
                all_but(input, output, |held| start_of_last_lines(held, keep, delimiter))
            }
        }
    }
}

fn clamp(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn first_bytes(input: &mut Input, output: &mut Output, mut left: u64) -> Result {
    while left > 0 {
        let block = input.fill()?;
        let length = block.len().min(clamp(left));
        if length == 0 {
            break;
        }
        output.put(block.get(..length).unwrap_or_default())?;
        input.consume(length);
        left -= length as u64;
    }
    Ok(())
}

fn first_lines(input: &mut Input, output: &mut Output, mut left: u64, delimiter: u8) -> Result {
    while left > 0 {
        let block = input.fill()?;
        if block.is_empty() {
            break;
        }
        let mut length = block.len();
        for end in memchr::memchr_iter(delimiter, block) {
            left -= 1;
            if left == 0 {
                length = end + 1;
                break;
            }
        }
        output.put(block.get(..length).unwrap_or_default())?;
        input.consume(length);
    }
    Ok(())
}

/// Copies all but the end: `printable` tells how much of what is held cannot belong to it.
fn all_but(input: &mut Input, output: &mut Output, printable: impl Fn(&[u8]) -> usize) -> Result {
    loop {
        let more = input.read_more()?;
        let held = input.buffered();
        let length = printable(held).min(held.len());
        output.put(held.get(..length).unwrap_or_default())?;
        input.consume(length);
        if !more {
            return Ok(());
        }
    }
}

/// Where the last `count` lines begin; a last line without `delimiter` is one too.
fn start_of_last_lines(text: &[u8], count: usize, delimiter: u8) -> usize {
    if count == 0 {
        return text.len();
    }
    let body = text.strip_suffix(&[delimiter]).unwrap_or(text);
    memchr::memrchr_iter(delimiter, body).nth(count - 1).map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_lines() {
        assert_eq!(start_of_last_lines(b"a\nb\nc\n", 1, b'\n'), 4);
        assert_eq!(start_of_last_lines(b"a\nb\nc", 2, b'\n'), 2);
        assert_eq!(start_of_last_lines(b"a\nb\nc", 9, b'\n'), 0);
        assert_eq!(start_of_last_lines(b"a\n", 0, b'\n'), 2);
    }
}

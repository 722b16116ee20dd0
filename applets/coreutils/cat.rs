//! cat — copy files to standard output.
//!
//! Standard: POSIX.1-2024 cat. Beyond it: `-A -b -e -E -n -s -t -T -v`.

use std::io::Write;

use runtime::{Applet, At, Context, Dir, Error, Input, Output, Result, Runs, Status};

runtime::options! { Flag:
    All         "-A, --show-all"         "Like -vET";
    NonBlank    "-b, --number-nonblank"  "Number the lines that are not empty";
    EndsVisible "-e"                     "Like -vE";
    Ends        "-E, --show-ends"        "Show $ at the end of each line";
    Number      "-n, --number"           "Number the lines";
    Squeeze     "-s, --squeeze-blank"    "Print only one of several empty lines";
    TabsVisible "-t"                     "Like -vT";
    Tabs        "-T, --show-tabs"        "Show tabs as ^I";
    Unbuffered  "-u"                     "Ignored: output is never held back";
    Visible     "-v, --show-nonprinting" "Show control bytes as ^X, and high ones as M-X";
}

/// `cat`
pub const APPLET: Applet = Applet {
    name: "cat",
    dir: Dir::Bin,
    runs: Runs::Fork,
    about: "Copy each FILE, or standard input, to standard output",
    usage: "[-AbeEnstTuv] [FILE]...",
    options: Flag::OPTIONS,
    run,
    ..Applet::DEFAULT
};

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    let has = |flags: &[Flag]| opts.last_of(flags).is_some();
    let mut filter = Filter {
        ends: has(&[Flag::All, Flag::EndsVisible, Flag::Ends]),
        tabs: has(&[Flag::All, Flag::TabsVisible, Flag::Tabs]),
        visible: has(&[Flag::All, Flag::EndsVisible, Flag::TabsVisible, Flag::Visible]),
        number: has(&[Flag::Number, Flag::NonBlank]),
        number_blank: !opts.has(Flag::NonBlank),
        squeeze: opts.has(Flag::Squeeze),
        ..Filter::default()
    };
    let plain = !(filter.ends || filter.tabs || filter.visible || filter.number || filter.squeeze);
    let files = if opts.operands.is_empty() { vec![b"-".as_slice()] } else { opts.operands };
    for file in files {
        let opened = cx.open(file).and_then(|input| not_into_itself(input, &cx.stdout));
        let Some(mut input) = cx.or_warn(opened) else { continue };
        let copied = if plain { copy(&mut input, &mut cx.stdout) } else { filter.copy(&mut input, &mut cx.stdout) };
        cx.or_warn(copied);
        if cx.stdout.failed() {
            break;
        }
    }
    Ok(cx.status)
}

/// Refuses a file that is also the output and would grow for ever.
fn not_into_itself(input: Input, output: &Output) -> Result<Input> {
    let stat = |fd| sys::stdio::stat(fd).ok();
    let (from, to) = (input.descriptor().and_then(stat), output.fd().and_then(stat));
    if let (Some(from), Some(to)) = (from, to) {
        let regular = to.st_mode & sys::libc::S_IFMT == sys::libc::S_IFREG;
        if regular && from.st_size > 0 && sys::file::same(&from, &to) {
            return Err(Error::new([input.name(), b": input file is output file"].concat()));
        }
    }
    Ok(input)
}

fn copy(input: &mut Input, output: &mut Output) -> Result {
    if let (Some(from), Some(to), []) = (input.descriptor(), output.fd(), input.buffered()) {
        output.flush()?;
        if sys::stdio::splice_all(from, to).at(input.name())? {
            return Ok(());
        }
    }
    loop {
        let block = input.fill()?;
        let length = block.len();
        if length == 0 {
            return Ok(());
        }
        output.put(block)?;
        output.flush()?;
        input.consume(length);
    }
}

/// Copying with changes; its state goes on from file to file.
#[derive(Default)]
struct Filter {
    ends: bool,
    tabs: bool,
    visible: bool,
    number: bool,
    number_blank: bool,
    squeeze: bool,
    line: u64,
    blank_lines: usize,
    inside_line: bool,
}

impl Filter {
    fn copy(&mut self, input: &mut Input, output: &mut Output) -> Result {
        while let Some(line) = input.line(b'\n')? {
            self.line(line, output)?;
        }
        Ok(())
    }

    fn line(&mut self, line: &[u8], output: &mut Output) -> Result {
        let (text, ended) = match line.split_last() {
            Some((b'\n', text)) => (text, true),
            _ => (line, false),
        };
        let blank = text.is_empty() && !self.inside_line;
        self.blank_lines = if blank { self.blank_lines + 1 } else { 0 };
        if self.squeeze && self.blank_lines > 1 {
            return Ok(());
        }
        if self.number && !self.inside_line && (self.number_blank || !blank) {
            self.line += 1;
            let digits = self.line.to_string();
            output.put(b"      ".get(digits.len()..).unwrap_or_default())?;
            output.put(digits.as_bytes())?;
            output.put(b"\t")?;
        }
        self.text(text, output)?;
        self.inside_line = !ended;
        if ended {
            output.put(if self.ends { b"$\n" } else { b"\n" })?;
        }
        Ok(())
    }

    fn text(&self, text: &[u8], output: &mut Output) -> Result {
        if !self.visible && !self.tabs {
            return output.put(text);
        }
        for &byte in text {
            self.byte(byte, output)?;
        }
        Ok(())
    }

    fn byte(&self, byte: u8, output: &mut Output) -> Result {
        if byte == b'\t' {
            return output.put(if self.tabs { b"^I" } else { b"\t" });
        }
        if !self.visible {
            return output.put(&[byte]);
        }
        if byte >= 0x80 {
            output.put(b"M-")?;
        }
        match byte & 0x7f {
            low @ 0..0x20 => output.put(&[b'^', low + b'@']),
            0x7f => output.put(b"^?"),
            plain => output.put(&[plain]),
        }
    }
}

//! wc — count lines, words and bytes.
//!
//! Standard: POSIX.1-2024 wc. Beyond it: `-L`. Text is UTF-8. Refused: `--files0-from`, `--total`.

use runtime::{Applet, Context, Dir, Input, Result, Runs, Status};

runtime::options! { Flag:
    Bytes "-c, --bytes"           "Print the bytes";
    Chars "-m, --chars"           "Print the characters";
    Lines "-l, --lines"           "Print the newlines";
    Width "-L, --max-line-length" "Print the width of the longest line";
    Words "-w, --words"           "Print the words";
}

/// `wc`
pub const APPLET: Applet = Applet {
    name: "wc",
    dir: Dir::UsrBin,
    runs: Runs::Fork,
    about: "Count lines, words and bytes of each FILE, or of standard input",
    usage: "[-clmLw] [FILE]...",
    options: Flag::OPTIONS,
    notes: "Without options: lines, words and bytes.",
    run,
    ..Applet::DEFAULT
};

/// The counts that are printed, in this order.
const COLUMNS: [Flag; 5] = [Flag::Lines, Flag::Words, Flag::Chars, Flag::Bytes, Flag::Width];

#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Counts {
    lines: u64,
    words: u64,
    chars: u64,
    bytes: u64,
    width: u64,
}

fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    let default = [Flag::Lines, Flag::Words, Flag::Bytes];
    let any = opts.last_of(&COLUMNS).is_some();
    let columns: Vec<Flag> =
        COLUMNS.into_iter().filter(|flag| if any { opts.has(*flag) } else { default.contains(flag) }).collect();
    let mut total = Counts::default();
    let mut rows: Vec<(Counts, &[u8])> = Vec::new();
    let files = if opts.operands.is_empty() { vec![b"-".as_slice()] } else { opts.operands.clone() };
    for file in files {
        let counted = cx.open(file).and_then(|mut input| count(&mut input, &columns));
        let Some(counts) = cx.or_warn(counted) else { continue };
        total.add(&counts);
        rows.push((counts, if opts.operands.is_empty() { b"" } else { file }));
    }
    if opts.operands.len() > 1 {
        rows.push((total, b"total"));
    }
    let width = match (columns.as_slice(), rows.as_slice()) {
        ([_], [_]) => 1,
        (_, [(_, b"")]) => 7,
        _ => columns.iter().map(|&column| total.get(column).to_string().len()).max().unwrap_or(1),
    };
    for (counts, name) in rows {
        let cells: Vec<String> = columns.iter().map(|&column| format!("{:>width$}", counts.get(column))).collect();
        cx.stdout.put(cells.join(" ").as_bytes())?;
        if !name.is_empty() {
            cx.stdout.put(b" ")?;
            cx.stdout.put(name)?;
        }
        cx.stdout.put(b"\n")?;
    }
    Ok(cx.status)
}

impl Counts {
    fn get(&self, column: Flag) -> u64 {
        match column {
            Flag::Lines => self.lines,
            Flag::Words => self.words,
            Flag::Chars => self.chars,
            Flag::Bytes => self.bytes,
            Flag::Width => self.width,
        }
    }

    fn add(&mut self, other: &Counts) {
        self.lines += other.lines;
        self.words += other.words;
        self.chars += other.chars;
        self.bytes += other.bytes;
        self.width = self.width.max(other.width);
    }
}

fn count(input: &mut Input, columns: &[Flag]) -> Result<Counts> {
    let words = columns.contains(&Flag::Words) || columns.contains(&Flag::Width);
    let mut counts = Counts::default();
    let mut state = State::default();
    loop {
        let block = input.fill()?;
        let length = block.len();
        if length == 0 {
            break;
        }
        counts.bytes += length as u64;
        counts.chars += block.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u64;
        if words {
            state.scan(block, &mut counts);
        } else {
            counts.lines += memchr::memchr_iter(b'\n', block).count() as u64;
        }
        input.consume(length);
    }
    counts.width = counts.width.max(state.column);
    Ok(counts)
}

/// What is known in the middle of a line.
#[derive(Default)]
struct State {
    in_word: bool,
    column: u64,
}

impl State {
    fn scan(&mut self, block: &[u8], counts: &mut Counts) {
        for &byte in block {
            match byte {
                b'\n' | b'\r' | 0x0c => {
                    counts.lines += u64::from(byte == b'\n');
                    counts.width = counts.width.max(self.column);
                    self.column = 0;
                    self.in_word = false;
                }
                b'\t' => {
                    self.column = (self.column / 8 + 1) * 8;
                    self.in_word = false;
                }
                b' ' | 0x0b => {
                    self.column += u64::from(byte == b' ');
                    self.in_word = false;
                }
                0x21..=0x7e | 0x80.. => {
                    counts.words += u64::from(!self.in_word);
                    self.in_word = true;
                    self.column += u64::from(byte & 0xc0 != 0x80);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_all() {
        let mut input = Input::memory("one two\n\tdrei \u{e4}\nx".into());
        let counts = count(&mut input, &COLUMNS).ok();
        assert_eq!(counts, Some(Counts { lines: 2, words: 5, chars: 17, bytes: 18, width: 14 }));
    }
}

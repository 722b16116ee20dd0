//! All applets of an executable, packed at compile time into a few flat tables.
//!
//! A table of declarations would hold some ten pointers for each applet, every one a relocation that the program has
//! to apply before `main`. Packed, there are none: names and texts are offsets into one string.

use crate::{Applet, Context, Dir, Parsing, Result, Runs, Status, Suid};

/// The applets of an executable, sorted by name.
pub struct Registry {
    /// One record for each.
    pub records: &'static [Record],
    /// The text they point into.
    pub text: &'static str,
    /// Starts an applet by its family and its position there.
    pub run: fn(u8, u8, &mut Context) -> Result<Status>,
}

/// The texts of one declaration, in the order they are packed.
const TEXTS: usize = 6;

/// One applet, without pointers.
#[derive(Clone, Copy)]
pub struct Record {
    start: u32,
    lengths: [u16; TEXTS],
    family: u8,
    position: u8,
    usage_status: u8,
    dir: Dir,
    runs: Runs,
    suid: Suid,
    parsing: Parsing,
}

const fn texts(applet: &Applet) -> [&'static str; TEXTS] {
    [applet.name, applet.usage, applet.about, applet.options.specs, applet.options.help, applet.notes]
}

/// Packing declarations at compile time. See `src/registry.rs` for its use.
pub mod pack {
    use super::{Applet, Dir, Parsing, Record, Runs, Suid, TEXTS, texts};

    /// How many applets `families` have.
    pub const fn count(families: &[&[Applet]]) -> usize {
        let (mut total, mut family) = (0, 0);
        while family < families.len() {
            total += families[family].len();
            family += 1;
        }
        total
    }

    /// How many bytes of text they have.
    pub const fn text_length(families: &[&[Applet]]) -> usize {
        let (mut total, mut family) = (0, 0);
        while family < families.len() {
            let mut position = 0;
            while position < families[family].len() {
                let texts = texts(&families[family][position]);
                let mut part = 0;
                while part < TEXTS {
                    total += texts[part].len();
                    part += 1;
                }
                position += 1;
            }
            family += 1;
        }
        total
    }

    /// The records, sorted by name, pointing into what [`text`] makes.
    pub const fn records<const N: usize>(families: &[&[Applet]]) -> [Record; N] {
        const EMPTY: Record = Record {
            start: 0,
            lengths: [0; TEXTS],
            family: 0,
            position: 0,
            usage_status: 0,
            dir: Dir::Root,
            runs: Runs::Exec,
            suid: Suid::No,
            parsing: Parsing::Never,
        };
        let mut records = [EMPTY; N];
        let (mut filled, mut start, mut family) = (0, 0, 0);
        while family < families.len() {
            let mut position = 0;
            while position < families[family].len() {
                let record = record(&families[family][position], family, position, start);
                start = end(&record);
                let mut slot = filled;
                while slot > 0 && follows(families, &records[slot - 1], &record) {
                    records[slot] = records[slot - 1];
                    slot -= 1;
                }
                records[slot] = record;
                filled += 1;
                position += 1;
            }
            family += 1;
        }
        records
    }

    /// The text of all declarations, one after the other.
    pub const fn text<const L: usize>(families: &[&[Applet]]) -> [u8; L] {
        let mut text = [0; L];
        let (mut filled, mut family) = (0, 0);
        while family < families.len() {
            let mut position = 0;
            while position < families[family].len() {
                let texts = texts(&families[family][position]);
                let mut part = 0;
                while part < TEXTS {
                    let bytes = texts[part].as_bytes();
                    let mut at = 0;
                    while at < bytes.len() {
                        text[filled] = bytes[at];
                        filled += 1;
                        at += 1;
                    }
                    part += 1;
                }
                position += 1;
            }
            family += 1;
        }
        text
    }

    const fn record(applet: &Applet, family: usize, position: usize, start: u32) -> Record {
        let texts = texts(applet);
        let mut lengths = [0; TEXTS];
        let mut part = 0;
        while part < TEXTS {
            assert!(texts[part].len() <= u16::MAX as usize, "a declaration's text is too long");
            lengths[part] = texts[part].len() as u16;
            part += 1;
        }
        assert!(family < 256 && position < 256, "too many families, or applets in one");
        Record {
            start,
            lengths,
            family: family as u8,
            position: position as u8,
            usage_status: applet.usage_status,
            dir: applet.dir,
            runs: applet.runs,
            suid: applet.suid,
            parsing: applet.parsing,
        }
    }

    const fn end(record: &Record) -> u32 {
        let (mut end, mut part) = (record.start, 0);
        while part < TEXTS {
            end += record.lengths[part] as u32;
            part += 1;
        }
        end
    }

    /// Whether `a` stands after `b` in the order of names.
    const fn follows(families: &[&[Applet]], a: &Record, b: &Record) -> bool {
        let a = families[a.family as usize][a.position as usize].name.as_bytes();
        let b = families[b.family as usize][b.position as usize].name.as_bytes();
        let mut at = 0;
        while at < a.len() && at < b.len() {
            if a[at] != b[at] {
                return a[at] > b[at];
            }
            at += 1;
        }
        a.len() > b.len()
    }
}

impl Registry {
    /// The applet called `name`.
    pub fn find(&'static self, name: &[u8]) -> Option<Entry> {
        let index = self.records.binary_search_by(|record| self.part(record, 0).as_bytes().cmp(name)).ok()?;
        self.entries().nth(index)
    }

    /// All applets in the order of their names.
    pub fn entries(&'static self) -> impl Iterator<Item = Entry> {
        self.records.iter().map(move |record| Entry { registry: self, record })
    }

    fn part(&self, record: &Record, part: usize) -> &'static str {
        let lengths = record.lengths;
        let start = record.start as usize + lengths.iter().take(part).map(|&each| usize::from(each)).sum::<usize>();
        let length = lengths.get(part).copied().unwrap_or_default();
        self.text.get(start..start + usize::from(length)).unwrap_or_default()
    }
}

/// An applet of a [`Registry`].
#[derive(Clone, Copy)]
pub struct Entry {
    registry: &'static Registry,
    record: &'static Record,
}

impl Entry {
    /// The registry it is in.
    pub fn registry(self) -> &'static Registry {
        self.registry
    }

    /// See [`Applet::name`].
    pub fn name(self) -> &'static str {
        self.registry.part(self.record, 0)
    }

    /// See [`Applet::usage`].
    pub fn usage(self) -> &'static str {
        self.registry.part(self.record, 1)
    }

    /// See [`Applet::about`].
    pub fn about(self) -> &'static str {
        self.registry.part(self.record, 2)
    }

    /// See [`Options::specs`](crate::Options::specs).
    pub fn option_specs(self) -> &'static str {
        self.registry.part(self.record, 3)
    }

    /// See [`Options::help`](crate::Options::help).
    pub fn option_help(self) -> &'static str {
        self.registry.part(self.record, 4)
    }

    /// See [`Applet::notes`].
    pub fn notes(self) -> &'static str {
        self.registry.part(self.record, 5)
    }

    /// See [`Applet::dir`].
    pub fn dir(self) -> Dir {
        self.record.dir
    }

    /// See [`Applet::runs`].
    pub fn runs(self) -> Runs {
        self.record.runs
    }

    /// See [`Applet::suid`].
    pub fn suid(self) -> Suid {
        self.record.suid
    }

    /// See [`Applet::usage_status`].
    pub fn usage_status(self) -> u8 {
        self.record.usage_status
    }

    /// Whether options may follow operands.
    pub fn permutes(self) -> bool {
        self.record.parsing == Parsing::Anywhere
    }

    /// Whether it reads its arguments without options.
    pub fn takes_no_options(self) -> bool {
        self.record.parsing == Parsing::Never
    }

    pub(crate) fn start(self, cx: &mut Context) -> Result<Status> {
        (self.registry.run)(self.record.family, self.record.position, cx)
    }
}

//! Option tables, and the parser that reads a command line by one.
//!
//! A table is text: each option a line such as `-S, --suffix=SUFFIX`, the very line that `--help` prints. What the
//! parser accepts and what the help says cannot differ. The rules are those of `getopt_long`.

use std::marker::PhantomData;

use crate::{Error, Result};

/// An option table as text: the options, and their explanations in the same order, each ending in a newline.
#[derive(Clone, Copy)]
pub struct Options {
    /// Lines such as `-S, --suffix=SUFFIX`.
    pub specs: &'static str,
    /// Lines such as `Backup suffix`.
    pub help: &'static str,
}

impl Options {
    /// No options.
    pub const NONE: Options = Options { specs: "", help: "" };
}

/// The type that [`options!`](crate::options!) makes: one variant for each line of the table.
pub trait OptionTable: Copy + PartialEq + 'static {
    /// The variants in the order of the table.
    const ALL: &'static [Self];
}

/// The table of an applet without options.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NoOptions {}

impl OptionTable for NoOptions {
    const ALL: &'static [NoOptions] = &[];
}

/// Declares the options of an applet: an enum with one variant for each, and its table `Flag::OPTIONS`.
///
/// ```
/// runtime::options! { Flag:
///     Number "-n, --number"        "Number the lines";
///     Suffix "-S, --suffix=SUFFIX" "Backup suffix";
///     Color  "--color[=WHEN]"      "Colour: always, never or auto";
/// }
/// ```
#[macro_export]
macro_rules! options {
    ($table:ident: $($name:ident $spec:literal $help:literal;)*) => {
        #[derive(Clone, Copy, PartialEq, Eq)]
        enum $table { $($name),* }
        impl $table {
            const OPTIONS: $crate::Options = $crate::Options {
                specs: concat!($($spec, "\n"),*),
                help: concat!($($help, "\n"),*),
            };
        }
        impl $crate::OptionTable for $table {
            const ALL: &'static [$table] = &[$($table::$name),*];
        }
    };
}

/// A command line taken apart.
pub struct Parsed<'a, T> {
    given: Vec<(u8, Option<&'a [u8]>)>,
    /// What is no option, in order.
    pub operands: Vec<&'a [u8]>,
    table: PhantomData<T>,
}

impl<'a, T: OptionTable> Parsed<'a, T> {
    /// Whether `option` was given.
    pub fn has(&self, option: T) -> bool {
        self.given().any(|(each, _)| each == option)
    }

    /// How often `option` was given.
    pub fn count(&self, option: T) -> usize {
        self.given().filter(|(each, _)| *each == option).count()
    }

    /// The value that `option` was given last.
    pub fn value(&self, option: T) -> Option<&'a [u8]> {
        self.values(option).last()
    }

    /// All values that `option` was given.
    pub fn values(&self, option: T) -> impl Iterator<Item = &'a [u8]> {
        self.given().filter(move |(each, _)| *each == option).filter_map(|(_, value)| value)
    }

    /// The option among `rivals` that was given last: the one that counts.
    pub fn last_of(&self, rivals: &[T]) -> Option<T> {
        self.given().filter(|(each, _)| rivals.contains(each)).last().map(|(each, _)| each)
    }

    /// The options in the order they were given, with their values.
    pub fn given(&self) -> impl Iterator<Item = (T, Option<&'a [u8]>)> {
        self.given.iter().filter_map(|(index, value)| Some((*T::ALL.get(usize::from(*index))?, *value)))
    }
}

/// Takes `args` apart by the table `specs`.
///
/// # Errors
/// [`Error::Usage`] for an option that is unknown, ambiguous, or lacks or has a value against the table;
/// [`Error::Help`] and [`Error::Version`] for `--help` and `--version`.
pub fn parse<'a, T>(specs: &'static str, args: &'a [&'a [u8]], permute: bool) -> Result<Parsed<'a, T>> {
    let (given, operands) = Parser { specs, given: Vec::new(), operands: Vec::new() }.parse(args, permute)?;
    Ok(Parsed { given, operands, table: PhantomData })
}

/// Whether an option takes a value.
#[derive(Clone, Copy, PartialEq)]
enum Value {
    None,
    Optional,
    Required,
}

/// One line of a table.
#[derive(Clone, Copy)]
struct Spec {
    line: &'static str,
}

impl Spec {
    fn names(self) -> impl Iterator<Item = &'static str> {
        self.line.split(", ").map(|name| name.split(['=', '[', ' ']).next().unwrap_or(name))
    }

    fn long_names(self) -> impl Iterator<Item = &'static [u8]> {
        self.names().filter_map(|name| name.strip_prefix("--")).map(str::as_bytes)
    }

    fn has_short(self, short: u8) -> bool {
        self.names().any(|name| name.as_bytes() == [b'-', short])
    }

    fn value(self) -> Value {
        let last = self.line.rsplit(", ").next().unwrap_or(self.line);
        match last.find(['=', '[', ' ']).map(|at| &last[at..]) {
            None => Value::None,
            Some(rest) if rest.starts_with('[') => Value::Optional,
            Some(_) => Value::Required,
        }
    }
}

type Given<'a> = Vec<(u8, Option<&'a [u8]>)>;

struct Parser<'a> {
    specs: &'static str,
    given: Given<'a>,
    operands: Vec<&'a [u8]>,
}

impl<'a> Parser<'a> {
    fn parse(mut self, args: &'a [&'a [u8]], permute: bool) -> Result<(Given<'a>, Vec<&'a [u8]>)> {
        let mut rest = args.iter();
        while let Some(&arg) = rest.next() {
            if arg == b"--" {
                self.operands.extend(rest);
                break;
            } else if let Some(long) = arg.strip_prefix(b"--") {
                self.long(long, &mut rest)?;
            } else if arg.len() > 1 && arg.first() == Some(&b'-') {
                self.bundle(arg, &mut rest)?;
            } else {
                self.operands.push(arg);
                if !permute {
                    self.operands.extend(rest);
                    break;
                }
            }
        }
        Ok((self.given, self.operands))
    }

    /// `-abc`, `-avalue`, `-a value`.
    fn bundle(&mut self, arg: &'a [u8], rest: &mut std::slice::Iter<'a, &'a [u8]>) -> Result {
        for (at, &short) in arg.iter().enumerate().skip(1) {
            let Some((index, spec)) = self.specs().find(|(_, spec)| spec.has_short(short)) else {
                return Err(Error::usage([b"invalid option -- '", [short].as_slice(), b"'"].concat()));
            };
            let attached = arg.get(at + 1..).filter(|attached| !attached.is_empty());
            match spec.value() {
                Value::None => self.given.push((index, None)),
                Value::Optional => return self.take(index, attached),
                Value::Required => {
                    let value = attached.or_else(|| rest.next().copied());
                    if value.is_none() {
                        return Err(Error::usage(
                            [b"option requires an argument -- '", [short].as_slice(), b"'"].concat(),
                        ));
                    }
                    return self.take(index, value);
                }
            }
        }
        Ok(())
    }

    /// `--name`, `--name=value`, `--name value`, and names cut short.
    fn long(&mut self, arg: &'a [u8], rest: &mut std::slice::Iter<'a, &'a [u8]>) -> Result {
        let (name, attached) = match memchr::memchr(b'=', arg) {
            Some(at) => (&arg[..at], arg.get(at + 1..)),
            None => (arg, None),
        };
        let (index, spec, full) = self.find_long(name)?;
        let complaint = |what: &str| Error::usage([b"option '--", full, what.as_bytes()].concat());
        match (spec.value(), attached) {
            (Value::None, Some(_)) => Err(complaint("' doesn't allow an argument")),
            (Value::Required, None) => match rest.next() {
                Some(value) => self.take(index, Some(value)),
                None => Err(complaint("' requires an argument")),
            },
            (_, value) => self.take(index, value),
        }
    }

    fn find_long(&self, name: &[u8]) -> Result<(u8, Spec, &'static [u8])> {
        let mut candidates = Vec::new();
        for (index, spec) in self.specs() {
            for long in spec.long_names() {
                if long == name {
                    return Ok((index, spec, long));
                }
                if long.starts_with(name) {
                    candidates.push((index, long));
                }
            }
        }
        if name == b"help" {
            return Err(Error::Help);
        }
        if name == b"version" {
            return Err(Error::Version);
        }
        let Some(&(first, long)) = candidates.first() else {
            return Err(Error::usage([b"unrecognized option '--", name, b"'"].concat()));
        };
        if candidates.iter().any(|(index, _)| *index != first) {
            let mut message = [b"option '--", name, b"' is ambiguous; possibilities:"].concat();
            for (_, long) in &candidates {
                message.extend([b" '--", *long, b"'"].concat());
            }
            return Err(Error::usage(message));
        }
        let spec = self.specs().nth(first.into()).map(|(_, spec)| spec);
        spec.map(|spec| (first, spec, long)).ok_or(Error::Help)
    }

    fn take(&mut self, index: u8, value: Option<&'a [u8]>) -> Result {
        self.given.push((index, value));
        Ok(())
    }

    fn specs(&self) -> impl Iterator<Item = (u8, Spec)> + use<> {
        (0..).zip(self.specs.lines().map(|line| Spec { line }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::options! { Flag:
        All      "-a, --all"             "All";
        Almost   "-A, --almost-all"      "Almost all";
        Width    "-w, --width=N"         "Width";
        Color    "--color[=WHEN]"        "Colour";
        Field    "-f N"                  "Field";
        Recurse  "-R, -r, --recursive"   "Recurse";
    }

    fn parse_words<'a>(words: &'a [&'a [u8]]) -> Result<Parsed<'a, Flag>> {
        parse(Flag::OPTIONS.specs, words, true)
    }

    fn message(words: &[&[u8]]) -> String {
        match parse_words(words) {
            Err(Error::Usage(message)) => String::from_utf8_lossy(&message).into_owned(),
            Err(Error::Help) => "help".into(),
            _ => "fine".into(),
        }
    }

    #[test]
    fn options_are_found_wherever_they_stand() -> Result {
        let parsed = parse_words(&[b"x", b"-aw5", b"--color", b"-r", b"--color=never", b"-f", b"3", b"--", b"-a"])?;
        assert!(parsed.has(Flag::All) && parsed.has(Flag::Recurse) && !parsed.has(Flag::Almost));
        assert_eq!(parsed.value(Flag::Width), Some(b"5".as_slice()));
        assert_eq!(parsed.value(Flag::Field), Some(b"3".as_slice()));
        assert_eq!(parsed.count(Flag::Color), 2);
        assert_eq!(parsed.value(Flag::Color), Some(b"never".as_slice()));
        assert_eq!(parsed.operands, [b"x".as_slice(), b"-a"]);
        Ok(())
    }

    #[test]
    fn long_names_may_be_cut_short() -> Result {
        assert!(parse_words(&[b"--alm"])?.has(Flag::Almost));
        assert!(parse_words(&[b"--all"])?.has(Flag::All));
        assert_eq!(message(&[b"--al"]), "option '--al' is ambiguous; possibilities: '--all' '--almost-all'");
        Ok(())
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(message(&[b"-z"]), "invalid option -- 'z'");
        assert_eq!(message(&[b"-w"]), "option requires an argument -- 'w'");
        assert_eq!(message(&[b"--width"]), "option '--width' requires an argument");
        assert_eq!(message(&[b"--all=x"]), "option '--all' doesn't allow an argument");
        assert_eq!(message(&[b"--zzz"]), "unrecognized option '--zzz'");
        assert_eq!(message(&[b"--help"]), "help");
    }
}

//! Everything an applet may touch.

use crate::options::{self, OptionTable, Parsed};
use crate::stream::{Input, Output};
use crate::{Entry, Error, Registry, Result, Status};

/// The surroundings of one run of an applet: arguments, environment, streams, registry, and the status so far.
pub struct Context<'a> {
    /// The declaration of the applet that runs.
    pub applet: Entry,
    /// The arguments after the applet's name.
    pub args: &'a [&'a [u8]],
    /// The environment, each entry `NAME=value`.
    pub env: Vec<&'a [u8]>,
    /// Standard input.
    pub stdin: Input,
    /// Standard output.
    pub stdout: Output,
    /// Standard error.
    pub stderr: Output,
    /// The status that a run ends with unless it says another: raised by [`warn`](Context::warn).
    pub status: Status,
    /// Whether the name it was called by began with `-`, as a login shell's does.
    pub login: bool,
}

impl<'a> Context<'a> {
    /// Surroundings on the three standard descriptors.
    pub fn new(applet: Entry, args: &'a [&'a [u8]], env: Vec<&'a [u8]>) -> Context<'a> {
        Context {
            applet,
            args,
            env,
            stdin: Input::standard(),
            stdout: Output::descriptor(1),
            stderr: Output::descriptor(2),
            status: Status::SUCCESS,
            login: false,
        }
    }

    /// All applets of this executable.
    pub fn registry(&self) -> &'static Registry {
        self.applet.registry()
    }

    /// The value of environment variable `name`.
    pub fn var(&self, name: &[u8]) -> Option<&'a [u8]> {
        self.env.iter().find_map(|entry| entry.strip_prefix(name)?.strip_prefix(b"="))
    }

    /// Options and operands, by the applet's own table.
    ///
    /// # Errors
    /// A wrong option, `--help` and `--version`: hand them on with `?`.
    pub fn options<T: OptionTable>(&self) -> Result<Parsed<'a, T>> {
        self.options_of(self.args)
    }

    /// The same for other arguments than the given ones, such as after an old-style option was translated.
    ///
    /// # Errors
    /// As [`options`](Context::options).
    pub fn options_of<'b, T: OptionTable>(&self, args: &'b [&'b [u8]]) -> Result<Parsed<'b, T>> {
        let permute = self.applet.permutes() && self.var(b"POSIXLY_CORRECT").is_none();
        options::parse(self.applet.option_specs(), args, permute)
    }

    /// The operands of an applet without options.
    ///
    /// # Errors
    /// As [`options`](Context::options).
    pub fn operands(&self) -> Result<Vec<&'a [u8]>> {
        Ok(self.options::<crate::NoOptions>()?.operands)
    }

    /// Opens the file `name` for reading; `-` is standard input.
    ///
    /// # Errors
    /// `name: why`
    pub fn open(&mut self, name: &[u8]) -> Result<Input> {
        if name == b"-" { Ok(self.stdin.share()) } else { Input::open(name) }
    }

    /// Reports an error and goes on; the run will end with the error's status at least.
    pub fn warn(&mut self, error: Error) {
        let _ = self.stdout.flush_if_terminal();
        self.status = Status(self.status.0.max(self.report(error).0));
    }

    /// Hands out a value, or reports why there is none and goes on.
    pub fn or_warn<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|error| self.warn(error)).ok()
    }

    /// Prints `applet: message` to standard error.
    pub fn complain(&mut self, message: &[u8]) {
        let line = [self.applet.name().as_bytes(), b": ", message, b"\n"].concat();
        self.stderr.put_quietly(&line);
    }

    /// Runs the applet: its work, its last words, its exit status.
    pub fn run(&mut self) -> Status {
        let status = match self.applet.start(self) {
            Ok(status) => status,
            Err(error) => self.report(error),
        };
        let flushed = self.stdout.finish();
        self.stderr.put_quietly(b"");
        match flushed {
            Ok(()) => status,
            Err(error) => self.write_failed(&error, status),
        }
    }

    /// Standard output could not be written: said here, once, whatever the applet made of it.
    #[cold]
    fn write_failed(&mut self, error: &std::io::Error, status: Status) -> Status {
        self.complain(&[b"write error: ", sys::message(error).as_slice()].concat());
        if status == Status::SUCCESS { Status(self.applet.usage_status()) } else { status }
    }

    fn report(&mut self, error: Error) -> Status {
        match error {
            Error::Failed(_, status) if self.stdout.failed() => status,
            Error::Failed(message, status) => {
                self.complain(&message);
                status
            }
            Error::Usage(message) => {
                if !message.is_empty() {
                    self.complain(&message);
                }
                let usage = self.applet.usage_lines();
                self.stderr.put_quietly(&usage);
                Status(self.applet.usage_status())
            }
            Error::Help => {
                let help = self.applet.help();
                let _ = self.stdout.put(&help);
                Status::SUCCESS
            }
            Error::Version => {
                let line = [self.applet.name(), " (oxbox) ", env!("CARGO_PKG_VERSION"), "\n"].concat();
                let _ = self.stdout.put(line.as_bytes());
                Status::SUCCESS
            }
            Error::Quiet(status) => status,
        }
    }
}

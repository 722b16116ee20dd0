//! Failures and exit statuses.

use std::io;

/// An exit status.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Status(pub u8);

impl Status {
    /// 0
    pub const SUCCESS: Status = Status(0);
    /// 1
    pub const FAILURE: Status = Status(1);

    /// Success if `yes`, else failure: how `test` and its like answer.
    pub fn of(yes: bool) -> Status {
        if yes { Status::SUCCESS } else { Status::FAILURE }
    }
}

/// What functions of applets return.
pub type Result<T = ()> = std::result::Result<T, Error>;

/// Why an applet stops. The runtime prints it after the applet's name and ends with its status.
#[derive(Debug)]
pub enum Error {
    /// Something failed: the message, without the applet's name and newline, and the status.
    Failed(Vec<u8>, Status),
    /// The command line is wrong: the message; usage follows it.
    Usage(Vec<u8>),
    /// `--help` was asked for.
    Help,
    /// `--version` was asked for.
    Version,
    /// All is said: end with this status.
    Quiet(Status),
}

impl Error {
    /// A failure with status 1.
    #[cold]
    pub fn new(message: impl Into<Vec<u8>>) -> Error {
        Error::Failed(message.into(), Status::FAILURE)
    }

    /// A wrong command line.
    #[cold]
    pub fn usage(message: impl Into<Vec<u8>>) -> Error {
        Error::Usage(message.into())
    }

    /// A failure that names its object in quotes: `what 'name'`.
    #[cold]
    pub fn quoting(what: &str, name: &[u8]) -> Error {
        Error::new(quoted(what, name))
    }

    /// A wrong command line, naming its object in quotes: `what 'name'`.
    #[cold]
    pub fn usage_quoting(what: &str, name: &[u8]) -> Error {
        Error::Usage(quoted(what, name))
    }

    /// The same failure with another exit status.
    #[must_use]
    pub fn status(self, status: u8) -> Error {
        match self {
            Error::Failed(message, _) => Error::Failed(message, Status(status)),
            other => other,
        }
    }
}

/// A system error that nobody gave a context: its own text.
impl From<io::Error> for Error {
    #[cold]
    fn from(error: io::Error) -> Error {
        Error::new(sys::message(&error))
    }
}

/// Says what a system error was about.
pub trait At<T> {
    /// `name: why`
    fn at(self, name: &[u8]) -> Result<T>;
    /// `can't DO 'name': why`, such as `can't open 'x': No such file or directory`
    fn cannot(self, what: &str, name: &[u8]) -> Result<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, name: &[u8]) -> Result<T> {
        self.map_err(|error| because(name.to_vec(), &error))
    }

    fn cannot(self, what: &str, name: &[u8]) -> Result<T> {
        self.map_err(|error| because(quoted(&["can't ", what].concat(), name), &error))
    }
}

#[cold]
fn because(mut message: Vec<u8>, error: &io::Error) -> Error {
    message.extend_from_slice(b": ");
    message.extend_from_slice(&sys::message(error));
    Error::new(message)
}

fn quoted(what: &str, name: &[u8]) -> Vec<u8> {
    [what.as_bytes(), b" '", name, b"'"].concat()
}

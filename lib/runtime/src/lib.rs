//! What every applet stands on: its declaration, options, streams, errors, and running other commands.
//!
//! An applet is declared by an [`Applet`] constant beside its code. Families list their applets with [`family!`];
//! the executable packs all declarations into one [`Registry`] at compile time.

mod applet;
pub mod command;
mod context;
mod error;
mod family;
mod help;
mod options;
mod registry;
mod stream;

pub use applet::{Applet, Dir, Parsing, Runs, Suid};
pub use context::Context;
pub use error::{At, Error, Result, Status};
pub use options::{NoOptions, OptionTable, Options, Parsed};
pub use registry::{Entry, Record, Registry, pack};
pub use stream::{Input, Output};

//! System calls as safe functions: paths are bytes, errors are [`std::io::Error`].
//!
//! The one crate of oxbox that may say `unsafe`. What `nix` offers goes through `nix`, the rest through `libc`;
//! callers see neither.

mod error;
pub mod file;
pub mod process;
pub mod stdio;
pub mod terminal;

pub use error::{last_error, message};
pub use libc;

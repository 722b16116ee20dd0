//! What the executable is made of: which applet is meant, and what `oxbox` does under its own name.

mod install;
pub mod multicall;
mod nearest;
mod registry;

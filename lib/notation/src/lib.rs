//! Numbers, sizes, modes and dates as people write them.

pub mod size;

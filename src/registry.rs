//! The applets that are built in.

use runtime::{Applet, Context, Registry, Result, Status, pack};

/// The families, in the order that [`run`] numbers them.
const FAMILIES: &[&[Applet]] =
    &[multicall::APPLETS, console_tools::APPLETS, coreutils::APPLETS, debianutils::APPLETS];

use crate::multicall;

static RECORDS: [runtime::Record; pack::count(FAMILIES)] = pack::records(FAMILIES);
static TEXT: [u8; pack::text_length(FAMILIES)] = pack::text(FAMILIES);

/// Every applet of this executable, and `oxbox` itself.
pub static REGISTRY: Registry = Registry {
    records: &RECORDS,
    text: match std::str::from_utf8(&TEXT) {
        Ok(text) => text,
        Err(_) => "",
    },
    run,
};

fn run(family: u8, position: u8, cx: &mut Context) -> Result<Status> {
    let position = position.into();
    match family {
        0 => multicall::run(cx),
        1 => console_tools::run(position, cx),
        2 => coreutils::run(position, cx),
        _ => debianutils::run(position, cx),
    }
}

//! oxbox — choose an applet by the name the program was called by, or by its first argument.

use runtime::{Applet, Context, Dir, Entry, Error, Parsing, Result, Runs, Status};

use crate::install;
use crate::nearest::nearest;
use crate::registry::REGISTRY;

runtime::options! { Flag:
    List     "--list"                "List the applets";
    ListFull "--list-full"           "List the applets with their install directories";
    Install  "--install"             "Make links to this executable for all applets, in / or DIR";
    Symbolic "-s"                    "With --install: make symbolic links, not hard ones";
}

/// The executable under its own name. It is no applet: it is not listed, and gets no link.
pub const APPLETS: &[Applet] = &[Applet {
    name: "oxbox",
    dir: Dir::Bin,
    runs: Runs::Exec,
    about: "A whole Unix userland in one executable: it becomes the applet it is called by.",
    usage: "APPLET [ARGUMENT]...\n--list[-full]\n--install [-s] [DIR]",
    options: Flag::OPTIONS,
    parsing: Parsing::BeforeOperands,
    ..Applet::DEFAULT
}];

/// The other name that means the executable itself.
const ALIAS: &[u8] = b"busybox";

/// Runs what the arguments, the program's name first, ask for.
pub fn start<'a>(arguments: &'a [&'a [u8]], environment: Vec<&'a [u8]>) -> Status {
    let (path, args) = match arguments.split_first() {
        Some((path, args)) => (*path, args),
        None => (b"oxbox".as_slice(), arguments),
    };
    let (login, name) = match base_name(path).strip_prefix(b"-") {
        Some(name) => (true, name),
        None => (false, base_name(path)),
    };
    start_as(name, login, args, environment)
}

fn start_as<'a>(name: &[u8], login: bool, args: &'a [&'a [u8]], environment: Vec<&'a [u8]>) -> Status {
    let own = |entry: &Entry| entry.name() == "oxbox";
    let called_by_own_name = name == ALIAS || name.starts_with(b"oxbox");
    match args.split_first() {
        Some((first, rest)) if called_by_own_name && !first.starts_with(b"-") => {
            start_as(base_name(first), false, rest, environment)
        }
        _ if called_by_own_name => match REGISTRY.find(b"oxbox") {
            Some(entry) => Context::new(entry, args, environment).run(),
            None => Status(127),
        },
        _ => match REGISTRY.find(name).filter(|entry| !own(entry)) {
            Some(entry) => {
                let mut cx = Context::new(entry, args, environment);
                cx.login = login;
                cx.run()
            }
            None => unknown(name),
        },
    }
}

/// What `oxbox` does when no applet is named.
pub fn run(cx: &mut Context) -> Result<Status> {
    let opts = cx.options::<Flag>()?;
    if opts.has(Flag::Install) {
        let root = opts.operands.first().copied().unwrap_or(b"/");
        return install::install(cx, root, opts.has(Flag::Symbolic));
    }
    match opts.last_of(&[Flag::List, Flag::ListFull]) {
        Some(flag) => list(cx, flag == Flag::ListFull),
        None if cx.args.is_empty() => introduce(cx),
        None => Err(Error::usage("")),
    }
}

/// The applets, without the executable's own name.
pub fn applets() -> impl Iterator<Item = Entry> {
    REGISTRY.entries().filter(|entry| entry.name() != "oxbox")
}

fn list(cx: &mut Context, full: bool) -> Result<Status> {
    for entry in applets() {
        if full {
            cx.stdout.put(entry.dir().prefix().as_bytes())?;
        }
        cx.stdout.put(entry.name().as_bytes())?;
        cx.stdout.put(b"\n")?;
    }
    Ok(Status::SUCCESS)
}

fn introduce(cx: &mut Context) -> Result<Status> {
    cx.stdout.put(concat!("oxbox ", env!("CARGO_PKG_VERSION"), " — ").as_bytes())?;
    cx.stdout.put(cx.applet.about().as_bytes())?;
    cx.stdout.put(b"\n\n")?;
    cx.stdout.put(&cx.applet.usage_lines())?;
    cx.stdout.put(b"\nApplets:\n\n")?;
    let columns = sys::terminal::size(1).map_or(80, |(columns, _)| columns);
    let mut used = 0;
    for entry in applets() {
        let width = entry.name().len() + 2;
        if used > 0 && used + width > columns {
            cx.stdout.put(b"\n")?;
            used = 0;
        }
        cx.stdout.put(if used == 0 { b"  " } else { b", " })?;
        cx.stdout.put(entry.name().as_bytes())?;
        used += width;
    }
    cx.stdout.put(b"\n")?;
    Ok(Status::SUCCESS)
}

#[cold]
fn unknown(name: &[u8]) -> Status {
    let mut message = [b"oxbox: ", name, b": applet not found"].concat();
    if let Some(entry) = nearest(name, applets()) {
        message.extend([b"; did you mean ", entry.name().as_bytes(), b"?"].concat());
    }
    message.push(b'\n');
    let _ = sys::stdio::write_all(2, &message);
    Status(127)
}

fn base_name(path: &[u8]) -> &[u8] {
    path.rsplit(|&byte| byte == b'/').next().unwrap_or(path)
}

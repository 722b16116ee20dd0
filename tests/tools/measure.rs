//! measure COUNT COMMAND [ARG]... — runs COMMAND COUNT times, one after another, and prints to standard error:
//! median CPU time in microseconds, fewest minor page faults, largest resident set in KiB, worst exit status.
//! The command's standard output is ours, its standard error is dropped. Compiled by rustc alone, see scripts/size.

use std::ffi::{c_int, c_long};
use std::process::{Command, Stdio, exit};

/// struct rusage of Linux: two times of seconds and microseconds, then 14 longs.
type Usage = [c_long; 18];
const MAX_RSS: usize = 4;
const MINOR_FAULTS: usize = 8;

unsafe extern "C" {
    fn wait4(pid: c_int, status: *mut c_int, options: c_int, usage: *mut Usage) -> c_int;
}

fn main() {
    let mut words = std::env::args_os().skip(1);
    let count: usize = words.next().and_then(|word| word.to_str()?.parse().ok()).unwrap_or(0);
    let Some(program) = words.next().filter(|_| count > 0) else {
        eprintln!("usage: measure COUNT COMMAND [ARG]...");
        exit(2);
    };
    let mut command = Command::new(&program);
    command.args(words).stderr(Stdio::null());
    let (mut times, mut faults, mut rss, mut worst) = (Vec::with_capacity(count), c_long::MAX, 0, 0);
    for _ in 0..count {
        let child = match command.spawn() {
            Ok(child) => child,
            Err(error) => {
                eprintln!("measure: {}: {error}", program.display());
                exit(127);
            }
        };
        let (mut usage, mut status): (Usage, c_int) = ([0; 18], 0);
        // SAFETY: both pointers are to live values of the types wait4 fills in.
        unsafe { wait4(child.id() as c_int, &mut status, 0, &mut usage) };
        times.push((usage[0] + usage[2]) * 1_000_000 + usage[1] + usage[3]);
        faults = faults.min(usage[MINOR_FAULTS]);
        rss = rss.max(usage[MAX_RSS]);
        worst = worst.max(if status & 0x7f != 0 { 128 + (status & 0x7f) } else { status >> 8 & 0xff });
    }
    times.sort_unstable();
    eprintln!("{} {faults} {rss} {worst}", times[count / 2]);
}

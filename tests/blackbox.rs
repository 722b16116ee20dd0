//! Runs the cases of `tests/*.test` on an executable. `docs/testing.md` explains their form.
//!
//! `cargo test --test blackbox -- [--against busybox|system] [NAME…]`; the environment variable `OXBOX` names another
//! executable than the one that was just built.

#![allow(clippy::print_stdout, reason = "a test runner talks to people")]

use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// How long a case may take.
const LIMIT: Duration = Duration::from_secs(20);

/// A command and what it must do.
struct Case {
    file: String,
    line: usize,
    command: String,
    root: bool,
    stdout: String,
    stderr: String,
    status: i32,
}

fn main() -> ExitCode {
    let mut names: Vec<String> = Vec::new();
    let mut against = None;
    let mut args = env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--against" => against = args.next(),
            flag if flag.starts_with('-') => {}
            _ => names.push(arg),
        }
    }
    let scratch = env::temp_dir().join(format!("oxbox-tests-{}", std::process::id()));
    let bin = scratch.join("bin");
    if let Err(error) = fs::create_dir_all(&bin).and_then(|()| link_applets(&bin, against.as_deref())) {
        println!("cannot prepare {}: {error}", bin.display());
        return ExitCode::FAILURE;
    }
    let cases = read_cases(&names);
    let (passed, failed, skipped) = run_all(&cases, &scratch, &bin);
    let _ = fs::remove_dir_all(&scratch);
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if failed > 0 || passed == 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Fills `bin` with the commands under test.
fn link_applets(bin: &Path, against: Option<&str>) -> std::io::Result<()> {
    let own = PathBuf::from(env::var_os("OXBOX").unwrap_or_else(|| env!("CARGO_BIN_EXE_oxbox").into()));
    let own = fs::canonicalize(own)?;
    let listed = Command::new(&own).arg("--list").output()?.stdout;
    let names: Vec<String> = String::from_utf8_lossy(&listed).lines().map(str::to_owned).collect();
    let target = match against {
        None => own,
        Some("busybox") => PathBuf::from("/bin/busybox"),
        Some(_) => {
            fs::write(bin.join("oxbox"), "#!/bin/sh\nexec env \"$@\"\n")?;
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
            return fs::set_permissions(bin.join("oxbox"), mode);
        }
    };
    names
        .iter()
        .map(String::as_str)
        .chain(["oxbox", "busybox"])
        .try_for_each(|name| std::os::unix::fs::symlink(&target, bin.join(name)))
}

fn read_cases(names: &[String]) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "test")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if names.is_empty() || names.contains(&name) {
            parse(&name, &fs::read_to_string(file).unwrap_or_default(), &mut cases);
        }
    }
    cases
}

/// Reads the cases of one file.
fn parse(name: &str, text: &str, cases: &mut Vec<Case>) {
    let mut root = false;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(command) = line.strip_prefix("$ ") {
            cases.push(Case {
                file: name.to_owned(),
                line: number,
                command: command.to_owned(),
                root: std::mem::take(&mut root),
                stdout: String::new(),
                stderr: String::new(),
                status: 0,
            });
        } else if line == "@root" {
            root = true;
        } else if let Some(case) = cases.last_mut() {
            if let Some(more) = line.strip_prefix("> ") {
                case.command += &format!("\n{more}");
            } else if let Some(message) = line.strip_prefix("! ") {
                case.stderr += &format!("{message}\n");
            } else if let Some(status) = line.strip_prefix("? ") {
                case.status = status.parse().unwrap_or(-1);
            } else if let Some(output) = line.strip_prefix("= ") {
                case.stdout += &format!("{output}\n");
            } else if line == "=" {
                case.stdout.push('\n');
            } else if line == "(no newline)" {
                case.stdout.pop();
            } else if !line.is_empty() && !line.starts_with('#') {
                case.stdout += &format!("{line}\n");
            }
        }
    }
}

fn run_all(cases: &[Case], scratch: &Path, bin: &Path) -> (usize, usize, usize) {
    let next = AtomicUsize::new(0);
    let counts = [const { AtomicUsize::new(0) }; 3];
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(case) = cases.get(index) else { break };
                    let outcome = if case.root && !is_root() {
                        2
                    } else {
                        usize::from(!run(case, &scratch.join(format!("case-{index}")), bin))
                    };
                    counts[outcome].fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    let [passed, failed, skipped] = counts.map(AtomicUsize::into_inner);
    (passed, failed, skipped)
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|metadata| std::os::unix::fs::MetadataExt::uid(&metadata) == 0)
}

/// Runs a case in a directory of its own; whether it did what it must.
fn run(case: &Case, directory: &Path, bin: &Path) -> bool {
    let work = directory.join("work");
    let (out, err) = (directory.join("out"), directory.join("err"));
    let started = fs::create_dir_all(&work).and_then(|()| {
        Command::new("/bin/sh")
            .args(["-c", &case.command])
            .current_dir(&work)
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", bin.display()))
            .env("BIN", bin)
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC0")
            .env("HOME", &work)
            .stdin(Stdio::null())
            .stdout(fs::File::create(&out)?)
            .stderr(fs::File::create(&err)?)
            .process_group(0)
            .spawn()
    });
    let status = match started {
        Ok(child) => wait(child),
        Err(error) => {
            println!("{}.test:{}: cannot start: {error}", case.file, case.line);
            return false;
        }
    };
    let read = |path| String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned();
    let (stdout, stderr) = (read(&out), read(&err));
    // What follows the first line of a usage message is help, which has tests of its own.
    let told: String = stderr.split("Usage: ").next().unwrap_or_default().to_owned();
    let _ = fs::remove_dir_all(directory);
    if status == Some(case.status) && stdout == case.stdout && told == case.stderr {
        return true;
    }
    let ended = status.map_or_else(|| "took too long".to_owned(), |status| status.to_string());
    println!(
        "{}.test:{}: {}\n{}",
        case.file,
        case.line,
        case.command,
        compare("output", &case.stdout, &stdout)
            + &compare("errors", &case.stderr, &told)
            + &compare("status", &case.status.to_string(), &ended)
    );
    false
}

fn compare(what: &str, expected: &str, got: &str) -> String {
    if expected == got {
        String::new()
    } else {
        format!("  {what}: expected {expected:?}\n             got {got:?}\n")
    }
}

/// The exit status of `child`, 128 and the signal that ended it, or nothing when its time ran out.
fn wait(mut child: std::process::Child) -> Option<i32> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    while start.elapsed() < LIMIT {
        if let Ok(Some(status)) = child.try_wait() {
            return status.code().or(status.signal().map(|signal| 128 + signal));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status();
    let _ = child.wait();
    None
}

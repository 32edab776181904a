//! Where things lie, and how a program is run.

use crate::Outcome;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The checkout.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// What the bundle is written to and the server serves.
pub(crate) fn site() -> PathBuf {
    root().join("target/site")
}

/// The native command line, as `cargo build --release` leaves it.
pub(crate) fn native() -> PathBuf {
    root()
        .join("target/release")
        .join(format!("ebb{}", env::consts::EXE_SUFFIX))
}

/// The folder, outside the checkout, of everything that set-up makes and every checkout shares.
pub(crate) fn cache() -> Outcome<PathBuf> {
    let set = |name| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("EBB_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join("ebb")))
        .or_else(|| set("HOME").map(|folder| folder.join(".cache/ebb")))
        .ok_or_else(|| "No folder for set-up is known: set EBB_CACHE to one.".to_string())
}

/// Holds a lock until the value is dropped, so that two runs of one thing do not meet.
pub(crate) fn lock(file: &Path, what: &str) -> Outcome<File> {
    let opened = file
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| File::create(file));
    let handle = opened.map_err(|error| cannot("write", file, &error))?;
    if let Err(TryLockError::WouldBlock) = handle.try_lock() {
        println!("Another {what} is running; waiting for it to end.");
        handle
            .lock()
            .map_err(|error| cannot("lock", file, &error))?;
    }
    Ok(handle)
}

/// A program in the checkout, without what cargo tells this one about itself.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO"
        {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a program to its end; what it prints is seen.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status}).", line(command)))
    }
}

/// Runs a program, killed if it takes longer than `limit`.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Outcome {
    let began = Instant::now();
    let mut child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("`{}` failed ({status}).", line(command))),
            Ok(None) if began.elapsed() < limit => std::thread::sleep(Duration::from_millis(50)),
            _ => {
                // It may have ended by itself in between; either way it is gone after this.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!(
                    "`{}` did not end within {} s.",
                    line(command),
                    limit.as_secs()
                ));
            }
        }
    }
}

/// What a program prints, if it can be run and ends well.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The file that a program's name stands for on a PATH.
pub(crate) fn on_path(name: &str, path: &OsStr) -> Option<PathBuf> {
    env::split_paths(path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// This process's PATH with folders put before it.
pub(crate) fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let now = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&now));
    env::join_paths(all).map_err(|error| format!("A folder cannot stand on the PATH: {error}."))
}

/// One number for the contents of files and folders: it changes when any of them does.
pub(crate) fn print_of(paths: &[PathBuf]) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for file in files(paths)? {
        file.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// Every file at or below some paths, in one order everywhere. What does not exist has none.
pub(crate) fn files(paths: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = paths.to_vec();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                open.push(entry?.path());
            }
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// "Cannot write …: reason."
pub(crate) fn cannot(verb: &str, path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("Cannot {verb} {}: {error}.", path.display())
}

/// A command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command, error: &io::Error) -> String {
    format!(
        "`{}` could not be started: {error}.",
        command.get_program().to_string_lossy()
    )
}

//! The page's libraries and tools, exactly as package-lock.json names them.

use crate::Outcome;
use crate::house::{cannot, command, root, run};
use std::ffi::OsStr;
use std::fs;

/// `npm ci`, unless the last one that ended well was of this very lock file.
pub(crate) fn install(path: &OsStr) -> Outcome {
    let file = root().join("package-lock.json");
    let lock = fs::read(&file).map_err(|error| cannot("read", &file, &error))?;
    // npm empties the folder first, so a copy of the lock file in it is there only after the rest is.
    let done = root().join("node_modules/.lock-installed");
    if fs::read(&done).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Fetching the page's libraries by npm.");
    run(command("npm")
        .env("PATH", path)
        .args(["ci", "--ignore-scripts", "--prefer-offline"])
        .args([
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
            "--loglevel=error",
        ]))?;
    fs::write(&done, lock).map_err(|error| cannot("write", &done, &error))
}

//! Libraries and tools, exactly as a package-lock.json names them.

use crate::Outcome;
use crate::house::{cannot, command, run};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// `npm ci` in a folder, unless the last one that ended well was of this very lock file.
pub(crate) fn install(folder: &Path, path: &OsStr) -> Outcome {
    let file = folder.join("package-lock.json");
    let lock = fs::read(&file).map_err(|error| cannot("read", &file, &error))?;
    // npm empties the folder first, so a copy of the lock file in it is there only after the rest is.
    let done = folder.join("node_modules/.lock-installed");
    if fs::read(&done).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Fetching libraries by npm.");
    run(command("npm")
        .current_dir(folder)
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

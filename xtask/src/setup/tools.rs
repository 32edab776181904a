//! wasm-pack and wasm-bindgen, at the versions that wasm-pack.toml and Cargo.lock name.

use crate::Outcome;
use crate::build::Manifest;
use crate::house::{cannot, command, read, root, run};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Installs each of them unless one of the right version is on the PATH.
pub(crate) fn install(cache: &Path, path: &OsStr) -> Outcome {
    let wasm_pack = Manifest::read()?.wasm_pack;
    cargo_install(
        cache,
        path,
        "wasm-pack",
        "wasm-pack",
        &wasm_pack,
        &["--locked"],
    )?;
    // Without --locked: a version that its lock file names was withdrawn.
    cargo_install(
        cache,
        path,
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &wasm_bindgen()?,
        &[],
    )
}

/// The library's version: the tool must be of the same.
fn wasm_bindgen() -> Outcome<String> {
    let file = root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| cannot("read", &file, &error))?;
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != "name = \"wasm-bindgen\"");
    let version = lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""));
    version
        .map(|version| version.trim_end_matches('"').to_string())
        .ok_or_else(|| "Cargo.lock names no version of wasm-bindgen.".to_string())
}

fn cargo_install(
    cache: &Path,
    path: &OsStr,
    tool: &str,
    package: &str,
    version: &str,
    flags: &[&str],
) -> Outcome {
    let found = read(command(tool).env("PATH", path).arg("--version"));
    if found.is_some_and(|line| line.split(' ').nth(1) == Some(version)) {
        return Ok(());
    }
    println!("Building {package} {version} (one to two minutes on two cores).");
    run(command("cargo")
        .current_dir(cache)
        // The tools run for a second or two: building them fast is worth more than fast tools.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("CARGO_TARGET_DIR")
        .args([
            "install",
            "--quiet",
            "--force",
            package,
            "--version",
            version,
        ])
        .args(flags)
        .arg("--root")
        .arg(cache.join("tools")))
}

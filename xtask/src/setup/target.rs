//! The standard library for wasm: rustup downloads it, or it is built from Debian's source.
//!
//! Behind a firewall that lets only package registries through, rustup cannot download. Debian's `rustc-web` is a second
//! compiler, and `rust-web-src` the standard library that belongs to it; built once, it becomes a toolchain of rustup's
//! with the name `ebb-wasm`. EBB_WASM=rustup and EBB_WASM=debian force one way.

use super::debian;
use crate::Outcome;
use crate::house::{cannot, command, read, run, run_within};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
const TOOLCHAIN: &str = "ebb-wasm";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "rust-web-src"];
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(180);

/// How this machine compiles for wasm.
pub(crate) enum Way {
    /// The compiler in use has the target.
    Rustup,
    /// A toolchain made from Debian's packages; the folder is there once it was built.
    Debian,
}

/// Finds the way, trying rustup's download if nothing is there yet.
pub(crate) fn way(cache: &Path) -> Outcome<Way> {
    let forced = std::env::var("EBB_WASM").unwrap_or_default();
    match forced.as_str() {
        "rustup" => by_rustup().map(|()| Way::Rustup),
        "debian" => Ok(Way::Debian),
        "" if has_target() => Ok(Way::Rustup),
        "" if sysroot(cache).is_some_and(|folder| folder.is_dir()) => Ok(Way::Debian),
        "" => match by_rustup() {
            Ok(()) => Ok(Way::Rustup),
            Err(sentence) if debian::is_here() => {
                println!("{sentence} Debian's packages will do instead.");
                Ok(Way::Debian)
            }
            Err(sentence) => Err(sentence),
        },
        other => Err(format!(
            "EBB_WASM is \"{other}\"; it can be \"rustup\" or \"debian\"."
        )),
    }
}

impl Way {
    /// What Debian must bring first.
    pub(crate) fn packages(&self) -> Vec<&'static str> {
        match self {
            Way::Rustup => Vec::new(),
            Way::Debian => debian::missing(DEBIAN_PACKAGES),
        }
    }

    /// Makes the toolchain if it is not there. The answer is what the environment of a build for wasm must hold.
    pub(crate) fn make(&self, cache: &Path) -> Outcome<Vec<(String, OsString)>> {
        match self {
            Way::Rustup => Ok(Vec::new()),
            Way::Debian => by_debian(cache),
        }
    }
}

fn has_target() -> bool {
    own_sysroot().is_some_and(|folder| folder.join("lib/rustlib").join(TARGET).join("lib").is_dir())
}

fn own_sysroot() -> Option<PathBuf> {
    read(command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

fn by_rustup() -> Outcome {
    if has_target() {
        return Ok(());
    }
    println!("Fetching the standard library for wasm by rustup.");
    run_within(
        command("rustup").args(["target", "add", TARGET]),
        DOWNLOAD_LIMIT,
    )?;
    if has_target() {
        Ok(())
    } else {
        Err(format!(
            "rustup ended well, but the compiler has no {TARGET}."
        ))
    }
}

/// The folder of the toolchain that belongs to the Debian compiler now installed.
fn sysroot(cache: &Path) -> Option<PathBuf> {
    let version = read(command(DEBIAN_RUSTC).arg("--version"))?;
    Some(cache.join(format!("{TOOLCHAIN}-{}", version.split(' ').nth(1)?)))
}

/// The oldest minor version of Rust 1 that compiles the crate: `rust-version` in its Cargo.toml.
const OLDEST: u32 = 91;

fn by_debian(cache: &Path) -> Outcome<Vec<(String, OsString)>> {
    let sysroot =
        sysroot(cache).ok_or_else(|| format!("Debian's compiler {DEBIAN_RUSTC} does not run."))?;
    let version = read(command(DEBIAN_RUSTC).arg("--version")).unwrap_or_default();
    let minor = version
        .split(['.', ' '])
        .nth(2)
        .and_then(|n| n.parse().ok());
    if minor.is_none_or(|minor: u32| minor < OLDEST) {
        return Err(format!(
            "Debian's compiler is {version}, and Ebb needs 1.{OLDEST} or newer. Debian's security archive has one: name it \
             in /etc/apt/sources.list.d, remove rustc-web, and try again."
        ));
    }
    let host = read(command("rustc").arg("-vV"))
        .and_then(|text| {
            text.lines()
                .find_map(|line| Some(line.strip_prefix("host: ")?.to_string()))
        })
        .ok_or("rustup's compiler does not run: `rustc -vV` fails.")?;
    if !sysroot.is_dir() {
        println!(
            "Building the standard library for wasm from Debian's source (one to two minutes on two cores)."
        );
        lay_sysroot(cache, &sysroot, &host)?;
    }
    let linked = read(
        command("rustc")
            .arg(format!("+{TOOLCHAIN}"))
            .args(["--print", "sysroot"]),
    );
    if linked.is_none_or(|folder| Path::new(&folder) != sysroot) {
        println!("Linking it as rustup's toolchain {TOOLCHAIN}.");
        run(command("rustup")
            .args(["toolchain", "link", TOOLCHAIN])
            .arg(&sysroot))?;
    }
    let linker = own_sysroot()
        .unwrap_or_default()
        .join("lib/rustlib")
        .join(host)
        .join("bin/rust-lld");
    Ok(vec![
        ("RUSTUP_TOOLCHAIN".to_string(), TOOLCHAIN.into()),
        (
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER".to_string(),
            linker.into(),
        ),
    ])
}

/// Builds in a folder of its own and moves the result to its place when it is whole.
fn lay_sysroot(cache: &Path, sysroot: &Path, host: &str) -> Outcome {
    let work = cache.join("wasm-std.unfinished");
    let laid = work.join("sysroot");
    let io = |path: &Path, result: std::io::Result<()>| {
        result.map_err(|error| cannot("write", path, &error))
    };

    if work.is_dir() {
        io(&work, fs::remove_dir_all(&work))?;
    }
    let manifest =
        "[package]\nname = \"wasm-std\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n";
    io(&work, fs::create_dir_all(work.join("src")))?;
    io(&work, fs::write(work.join("Cargo.toml"), manifest))?;
    io(&work, fs::write(work.join("src/lib.rs"), "#![no_std]\n"))?;
    run(command("cargo")
        .current_dir(&work)
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // The pack is optimised as a whole, the standard library with it: that needs its bitcode.
        .env("RUSTFLAGS", "-C embed-bitcode=yes")
        .env("CARGO_TARGET_DIR", work.join("target"))
        .args(["build", "--quiet", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro"))?;

    let library = laid.join("lib/rustlib").join(TARGET).join("lib");
    io(&library, fs::create_dir_all(&library))?;
    let built = work.join("target").join(TARGET).join("release/deps");
    let files = fs::read_dir(&built).map_err(|error| cannot("read", &built, &error))?;
    for file in files.flatten().map(|entry| entry.path()) {
        let own = file
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("libwasm_std-"));
        if file.extension().is_some_and(|end| end == "rlib") && !own {
            let copy = library.join(file.file_name().unwrap_or_default());
            io(&copy, fs::copy(&file, &copy).map(drop))?;
        }
    }
    let compiler = laid.join("bin/rustc");
    let script = format!(
        "#!/bin/sh\nexec {DEBIAN_RUSTC} --sysroot '{}' \"$@\"\n",
        sysroot.display()
    );
    io(&compiler, fs::create_dir_all(laid.join("bin")))?;
    io(&compiler, fs::write(&compiler, script))?;
    run(command("chmod").arg("755").arg(&compiler))?;
    run(command("ln")
        .arg("-s")
        .arg(format!("/usr/lib/rustlib/{host}"))
        .arg(laid.join("lib/rustlib").join(host)))?;

    io(sysroot, fs::rename(&laid, sysroot))?;
    io(&work, fs::remove_dir_all(&work))
}

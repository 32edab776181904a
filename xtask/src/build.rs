//! `cargo xtask build`: the pack by wasm-pack, then the page by esbuild and terser, into target/site.

use crate::house::{self, cannot, print_of, root, run};
use crate::setup::{Kit, Need, ready};
use crate::{Outcome, options};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// wasm-pack.toml.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The version of wasm-pack to use.
    pub(crate) wasm_pack: String,
    builds: BTreeMap<String, Pack>,
}

/// One build of the pack.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Pack {
    target: String,
    out_dir: PathBuf,
    out_name: String,
    profile: String,
    features: Vec<String>,
    rustflags: Vec<String>,
    /// The flags of wasm-opt; with none it is not run.
    wasm_opt: Vec<String>,
}

impl Manifest {
    /// Reads it; a mistake in it is told with its line.
    pub(crate) fn read() -> Outcome<Self> {
        let file = root().join("wasm-pack.toml");
        let text = fs::read_to_string(&file).map_err(|error| cannot("read", &file, &error))?;
        toml::from_str(&text).map_err(|error| cannot("read", &file, &error))
    }
}

pub(crate) fn run_verb(words: Vec<String>) -> Outcome {
    options(words, [])?;
    all(&ready(Need::Page)?)
}

/// Everything that the page is made of, as far as it changed.
pub(crate) fn all(kit: &Kit) -> Outcome {
    let _alone = house::lock(&root().join("target/build.lock"), "build")?;
    packs(kit)?;
    native(kit)?;
    bundle(kit)
}

/// What the pack is built from.
fn sources() -> Vec<PathBuf> {
    [
        "src",
        "Cargo.toml",
        "Cargo.lock",
        "wasm-pack.toml",
        ".cargo/config.toml",
    ]
    .map(|path| root().join(path))
    .to_vec()
}

/// What anything in target/site is built from.
pub(crate) fn inputs() -> Vec<PathBuf> {
    let page = ["www", "xtask/web", "package-lock.json"].map(|path| root().join(path));
    sources().into_iter().chain(page).collect()
}

fn packs(kit: &Kit) -> Outcome {
    let print =
        print_of(&sources()).map_err(|error| format!("The sources cannot be read: {error}."))?;
    let print = format!("{print:016x} {}\n", kit.wasm_compiler());
    for (name, pack) in Manifest::read()?.builds {
        let stamp = root().join(&pack.out_dir).join(".built-from");
        if fs::read_to_string(&stamp).is_ok_and(|built_from| built_from == print) {
            continue;
        }
        let began = Instant::now();
        println!("Building the pack: {name}.");
        build(kit, &pack)?;
        fs::write(&stamp, &print).map_err(|error| cannot("write", &stamp, &error))?;
        println!(
            "Built the pack: {name}, {:.1} s.",
            began.elapsed().as_secs_f32()
        );
    }
    Ok(())
}

/// wasm-pack and wasm-opt, in a folder beside the real one, which is replaced when all went well.
fn build(kit: &Kit, pack: &Pack) -> Outcome {
    let place = root().join(&pack.out_dir);
    let draft = place.with_extension("unfinished");
    remove(&draft)?;
    let manifest = manifest()?;
    run(kit
        .wasm_command("wasm-pack")
        .env("CARGO_TARGET_DIR", root().join("target"))
        .args([
            "--log-level",
            "error",
            "build",
            "--no-opt",
            "--target",
            &pack.target,
        ])
        .args([
            "--profile",
            &pack.profile,
            "--out-name",
            &pack.out_name,
            "--out-dir",
        ])
        .arg(&draft)
        .arg(&manifest)
        .args(["--", "--quiet", "--features"])
        .arg(pack.features.join(","))
        .arg("--config")
        .arg(format!(
            "target.wasm32-unknown-unknown.rustflags={:?}",
            [&pack.rustflags[..], &placeless()].concat()
        )))?;
    if !pack.wasm_opt.is_empty() {
        let module = draft.join(format!("{}_bg.wasm", pack.out_name));
        run(kit
            .command("wasm-opt")
            .args(&pack.wasm_opt)
            .arg(&module)
            .arg("-o")
            .arg(&module))?;
    }
    remove(&place)?;
    fs::rename(&draft, &place).map_err(|error| cannot("write", &place, &error))
}

/// Flags that keep out of a pack where its sources stand on this machine, which the places of panics would tell.
fn placeless() -> Vec<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let flag =
        |(place, name): (PathBuf, &str)| format!("--remap-path-prefix={}={name}", place.display());
    let crates = cargo.unwrap_or_default().join("registry/src");
    // A registry's folder is named after where it is; the last name that fits is the one that stands.
    let registries = fs::read_dir(&crates).into_iter().flatten().flatten();
    let registries = registries.map(|registry| (registry.path(), "crates"));
    let places = [(root(), "ebb"), (crates, "crates")].into_iter();
    let told = places
        .chain(registries)
        .filter(|(place, _)| place.is_absolute());
    told.map(flag).collect()
}

/// A folder with our manifest, but for a module alone: what is a library for Rust as well is not optimised as a whole.
fn manifest() -> Outcome<PathBuf> {
    let file = root().join("Cargo.toml");
    let mut text = fs::read_to_string(&file).map_err(|error| cannot("read", &file, &error))?;
    let library = root().join("src/lib.rs");
    let library = format!("crate-type = [\"cdylib\"]\npath = {library:?}");
    for (ours, instead) in [
        ("crate-type = [\"cdylib\", \"rlib\"]", library.as_str()),
        ("default-run = \"ebb\"\n", ""),
        (
            "[[bin]]\nname = \"ebb\"\npath = \"src/bin/ebb/main.rs\"\n",
            "",
        ),
        ("members = [\"xtask\"]\n", ""),
    ] {
        if !text.contains(ours) {
            return Err(format!(
                "Cargo.toml has no {ours:?}, which the pack is built without."
            ));
        }
        text = text.replace(ours, instead);
    }
    let folder = root().join("target/pack/manifest");
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(|error| cannot("write", &file, &error))
    };
    fs::create_dir_all(&folder).map_err(|error| cannot("make", &folder, &error))?;
    write("Cargo.toml", text.as_bytes())?;
    let lock = root().join("Cargo.lock");
    let lock = fs::read(&lock).map_err(|error| cannot("read", &lock, &error))?;
    write("Cargo.lock", &lock)?;
    Ok(folder)
}

fn remove(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| cannot("remove", folder, &error))
    } else {
        Ok(())
    }
}

/// The command line, which makes the sample's report that the empty page shows.
fn native(kit: &Kit) -> Outcome {
    run(kit
        .command("cargo")
        .args(["build", "--quiet", "--release", "--bin", "ebb"]))
}

fn bundle(kit: &Kit) -> Outcome {
    run(kit
        .command("node")
        .arg("xtask/web/bundle.mjs")
        .env("EBB_BIN", house::native())
        .env("EBB_PACK_WEB", root().join("target/pack/web"))
        .env("EBB_PACK_FAST", root().join("target/pack/fast"))
        .env("EBB_SITE", house::site()))
}

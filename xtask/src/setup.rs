//! `cargo xtask setup`: makes what is missing on this machine, once, outside the checkout where it can be shared.
//!
//! Every part first looks, cheaply, and does nothing when its thing is there. What needs an administrator is asked for
//! before anything is made, and what is made appears whole or not at all.

mod debian;
mod npm;
mod target;
mod tools;

use crate::house::{self, command, on_path, path_with, read};
use crate::{Outcome, options};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How much of the machine a verb needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// To build the page.
    Page,
    /// To look at it as well: a browser, and a font with Korean.
    Browser,
}

/// A machine that is set up.
pub(crate) struct Kit {
    path: OsString,
    wasm: Vec<(String, OsString)>,
    chromium: Option<PathBuf>,
}

impl Kit {
    /// A program in the checkout that finds the tools.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = command(program);
        command
            .env("PATH", &self.path)
            .env("NO_UPDATE_NOTIFIER", "1");
        if let Some(chromium) = &self.chromium {
            command.env("CHROMIUM", chromium);
        }
        command
    }

    /// The same, for a program that compiles for wasm.
    pub(crate) fn wasm_command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = self.command(program);
        command.envs(self.wasm.iter().map(|(name, value)| (name, value)));
        command
    }

    /// The packages that a folder's package-lock.json names.
    pub(crate) fn packages(&self, folder: &Path) -> Outcome {
        npm::install(folder, &self.path)
    }

    /// Whether rustup's own compiler builds the pack, so that its clippy can read the target's library too.
    pub(crate) fn wasm_by_rustup(&self) -> bool {
        self.wasm.is_empty()
    }

    /// What compiler builds the pack: another one builds another pack.
    pub(crate) fn wasm_compiler(&self) -> String {
        read(self.wasm_command("rustc").arg("--version")).unwrap_or_default()
    }
}

pub(crate) fn run(words: Vec<String>) -> Outcome {
    options(words, [])?;
    ready(Need::Browser)?;
    println!("All is there.");
    Ok(())
}

/// Looks at the machine and makes what is missing.
pub(crate) fn ready(need: Need) -> Outcome<Kit> {
    let cache = house::cache()?;
    let _alone = house::lock(&cache.join("setup.lock"), "set-up")?;
    let path = path_with(&[
        house::root().join("node_modules/.bin"),
        cache.join("tools/bin"),
    ])?;

    node_is_there(&path)?;
    let way = target::way(&cache)?;
    let mut packages = way.packages();
    let mut chromium = find_chromium(&path);
    if need == Need::Browser {
        packages.extend(browser_packages(chromium.as_deref())?);
    }
    debian::install(&packages)?;
    let wasm = way.make(&cache)?;
    tools::install(&cache, &path)?;
    npm::install(&house::root(), &path)?;

    chromium = chromium.or_else(|| find_chromium(&path));
    if need == Need::Browser && chromium.is_none() {
        return Err(
            "Chromium was installed but is not on the PATH; set CHROMIUM to its path.".to_string(),
        );
    }
    Ok(Kit {
        path,
        wasm,
        chromium,
    })
}

fn node_is_there(path: &OsStr) -> Outcome {
    let needed = "Node.js 20.19 or newer, with npm, is needed to bundle the page";
    let version = read(command("node").env("PATH", path).arg("--version"))
        .ok_or_else(|| format!("{needed}; `node` was not found."))?;
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    if (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) < (20, 19) {
        return Err(format!("{needed}; this is {version}."));
    }
    on_path("npm", path)
        .map(drop)
        .ok_or_else(|| format!("{needed}; `npm` was not found."))
}

fn find_chromium(path: &OsStr) -> Option<PathBuf> {
    let told = std::env::var_os("CHROMIUM")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from);
    let named = || {
        [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ]
        .iter()
        .find_map(|name| on_path(name, path))
    };
    let mac = || {
        Some(PathBuf::from(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ))
    };
    told.or_else(named)
        .or_else(|| mac().filter(|file| file.is_file()))
}

/// What Debian must bring for a browser that shows Korean.
fn browser_packages(chromium: Option<&Path>) -> Outcome<Vec<&'static str>> {
    let mut packages = Vec::new();
    if chromium.is_none() {
        if !debian::is_here() {
            return Err("The page is tested in Chromium, and none was found. \
                        Install Chromium or Chrome, or set CHROMIUM to its path."
                .to_string());
        }
        packages.push("chromium");
    }
    let korean = read(command("fc-list").args([":lang=ko", "file"]));
    if debian::is_here() && korean.is_none_or(|fonts| fonts.is_empty()) {
        packages.push("fonts-noto-cjk");
    }
    Ok(packages)
}

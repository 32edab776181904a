//! Debian's packages: installed by root, or asked for in one sentence.

use crate::Outcome;
use crate::house::{command, on_path, read, run};
use std::env;
use std::process::Stdio;

/// Whether this machine installs by apt.
pub(crate) fn is_here() -> bool {
    on_path("apt-get", &env::var_os("PATH").unwrap_or_default()).is_some()
}

/// Which of these packages are not installed.
pub(crate) fn missing(packages: &[&'static str]) -> Vec<&'static str> {
    let installed = |package: &&str| {
        read(command("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]))
            .is_some_and(|status| status == "installed")
    };
    packages
        .iter()
        .filter(|package| !installed(package))
        .copied()
        .collect()
}

/// Installs packages as root; anyone else is told the one command to have run.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let words = ["install", "--yes", "--no-install-recommends"];
    if read(command("id").arg("-u")).as_deref() != Some("0") {
        return Err(format!(
            "Set-up needs packages that only an administrator can install. Nothing was changed. Run this once, then try again:\n\n\
             \x20   sudo apt-get {} {names}\n",
            words.join(" ")
        ));
    }
    println!("Installing Debian's packages: {names}.");
    let apt = |words: &[&str]| {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive")
            .arg("--quiet=2")
            .stdout(Stdio::null())
            .args(words);
        apt
    };
    // A new machine has no lists of packages yet, or stale ones, in which a package is too old.
    if run(&mut apt(&["update"])).is_err() {
        println!("Debian's lists of packages could not be renewed; those at hand are used.");
    }
    run(apt(&words).args(packages))
}

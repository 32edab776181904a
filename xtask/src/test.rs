//! `cargo xtask test`: everything that must hold before a change goes in, one step after another.

use crate::house::{cannot, native, root, run as run_program, site};
use crate::setup::{Kit, Need, ready};
use crate::{Outcome, build, options, serve};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// A step of the test.
struct Step {
    name: &'static str,
    says: &'static str,
    run: fn(&Kit) -> Outcome,
}

const STEPS: &[Step] = &[
    Step {
        name: "format",
        says: "formatting",
        run: |kit| cargo(kit, &["fmt", "--all", "--check"]),
    },
    Step {
        name: "clippy",
        says: "clippy, warnings denied",
        run: clippy,
    },
    Step {
        name: "native",
        says: "native tests",
        run: |kit| cargo(kit, &["test", "--quiet", "--workspace"]),
    },
    Step {
        name: "words",
        says: "the words of the page",
        run: |kit| node_tests(kit, "words"),
    },
    Step {
        name: "build",
        says: "the pack and the page",
        run: build::all,
    },
    Step {
        name: "door",
        says: "the wasm door in Node",
        run: |kit| node_tests(kit, "door"),
    },
    Step {
        name: "page",
        says: "the page in headless Chromium",
        run: |kit| node_tests(kit, "page"),
    },
    Step {
        name: "types",
        says: "types of the front end",
        run: |kit| run_program(&mut kit.command("tsc")),
    },
    Step {
        name: "lint",
        says: "lint of the front end",
        run: lint,
    },
];

/// Steps that look at what the step `build` makes.
const AFTER_BUILD: &[&str] = &["door", "page", "types"];

pub(crate) fn run(words: Vec<String>) -> Outcome {
    let [only] = options(words, ["--only"])?;
    let names = || {
        STEPS
            .iter()
            .map(|step| step.name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    if let Some(name) = only
        .as_ref()
        .filter(|name| STEPS.iter().all(|step| step.name != name.as_str()))
    {
        return Err(format!(
            "There is no step \"{name}\"; there are {}.",
            names()
        ));
    }
    let kit = ready(Need::Browser)?;
    if only
        .as_ref()
        .is_some_and(|name| AFTER_BUILD.contains(&name.as_str()))
    {
        build::all(&kit)?;
    }
    let steps: Vec<_> = STEPS
        .iter()
        .filter(|step| only.as_ref().is_none_or(|name| name == step.name))
        .collect();
    let mut ends = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        println!("\n== {}/{} {}", at + 1, steps.len(), step.says);
        let began = Instant::now();
        let end = (step.run)(&kit);
        if let Err(sentence) = &end {
            println!("{sentence}");
        }
        ends.push((step, end, began.elapsed().as_secs_f32()));
    }

    println!();
    for (step, end, seconds) in &ends {
        println!(
            "{:<6} {:>6.1} s  {}",
            if end.is_ok() { "ok" } else { "FAILED" },
            seconds,
            step.says
        );
    }
    match ends
        .iter()
        .find_map(|(step, end, _)| Some((step, end.as_ref().err()?)))
    {
        None => {
            println!("\nAll is well.");
            Ok(())
        }
        Some((step, sentence)) => Err(format!(
            "\nThe first failure is in {}: {sentence}\nAlone: cargo xtask test --only {}",
            step.says, step.name
        )),
    }
}

fn cargo(kit: &Kit, words: &[&str]) -> Outcome {
    run_program(kit.command("cargo").args(words))
}

fn clippy(kit: &Kit) -> Outcome {
    let denied = ["--", "-D", "warnings"];
    let natively = ["clippy", "--quiet", "--workspace", "--all-targets"];
    cargo(kit, &[&natively[..], &denied].concat())?;
    if !kit.wasm_by_rustup() {
        println!("Not read for wasm: Debian's compiler comes without clippy.");
        return Ok(());
    }
    let for_wasm = [
        "clippy",
        "--quiet",
        "--package",
        "ebb",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ];
    cargo(kit, &[&for_wasm[..], &denied].concat())
}

fn lint(kit: &Kit) -> Outcome {
    run_program(kit.command("eslint").args([
        "--max-warnings",
        "0",
        "www",
        "xtask/web",
        "tests/web",
        "bench",
    ]))
}

/// Runs tests/web/`room`*.test.mjs; none at all is a failure.
fn node_tests(kit: &Kit, room: &str) -> Outcome {
    let folder = root().join("tests/web");
    let entries = fs::read_dir(&folder).map_err(|error| cannot("read", &folder, &error))?;
    let ours = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(room) && name.ends_with(".test.mjs")
    };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(ours)
        .collect();
    if files.is_empty() {
        return Err(format!("There is no tests/web/{room}*.test.mjs to run."));
    }
    files.sort();
    let listener = serve::listen(0)?;
    let address = serve::address(&listener)?;
    serve::start(listener, site());
    let mut node: Command = kit.command("node");
    node.args(["--test", "--test-reporter=spec"]).args(files);
    node.env("EBB_SITE", site())
        .env("EBB_URL", address)
        .env("EBB_BIN", native());
    node.env("EBB_PACK_NODE", root().join("target/pack/node"))
        .env("EBB_PACK_FAST", root().join("target/pack/fast"));
    run_program(&mut node)
}

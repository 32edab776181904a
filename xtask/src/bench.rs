//! `cargo xtask bench`: how fast the built page reads a large log, in Chromium, beside others. The rounds stand in
//! bench/drive.mjs; here its data is made, both pages are served, and its libraries are installed.

use crate::generate::{self, Asked, count};
use crate::house::{native, root, run as run_program, site};
use crate::setup::{Need, ready};
use crate::{Outcome, build, options, serve};

const ROWS: u64 = 10_000_000;
/// Rows at which the growth is measured, as far as is asked.
const SIZES: [u64; 5] = [200_000, 1_000_000, 10_000_000, 30_000_000, 100_000_000];

pub(crate) fn run(words: Vec<String>) -> Outcome {
    let [rows, runs, only, scale] = options(words, ["--rows", "--runs", "--only", "--scale"])?;
    let rows = rows.map_or(Ok(ROWS), |rows| count("--rows", &rows))?;
    let runs = runs.map_or(Ok(5), |runs| count("--runs", &runs))?.max(1);
    let most = scale.map(|most| count("--scale", &most)).transpose()?;
    let sizes: Vec<u64> = match most {
        Some(most) => SIZES.into_iter().filter(|size| *size <= most).collect(),
        None => vec![rows],
    };

    let kit = ready(Need::Browser)?;
    let folder = root().join("bench");
    kit.packages(&folder)?;
    build::all(&kit)?;
    let data: Vec<String> = sizes
        .into_iter()
        .map(|rows| {
            let place = generate::made(Asked::rows(rows), &generate::folder())?;
            Ok(format!("[{rows}, {:?}]", place.to_string_lossy()))
        })
        .collect::<Outcome<_>>()?;

    let page = generate::folder().join("page");
    let mut node = kit.command("node");
    for (name, folder) in [("EBB_URL", site()), ("BENCH_URL", page.clone())] {
        let listener = serve::listen(0)?;
        node.env(name, serve::address(&listener)?);
        serve::start(listener, folder);
    }
    node.arg("bench/drive.mjs")
        .env("EBB_BIN", native())
        .env("BENCH_PAGE", page)
        .env("BENCH_DATA", format!("[{}]", data.join(", ")))
        .env("BENCH_RUNS", runs.to_string())
        .env("BENCH_ONLY", only.clone().unwrap_or_default());
    // What is kept is of all contestants and of the usual data.
    for (name, set) in [
        ("BENCH_SCALE", most.is_some()),
        ("BENCH_KEEP", only.is_none() && rows == ROWS),
    ] {
        if set {
            node.env(name, "1");
        }
    }
    run_program(&mut node)
}

//! `cargo xtask shots`: pictures of every state of the page. The states stand in xtask/web/shots.mjs.

use crate::house::{run as run_program, site};
use crate::setup::{Need, ready};
use crate::{Outcome, build, options, serve};

pub(crate) fn run(words: Vec<String>) -> Outcome {
    let [out, only] = options(words, ["--out", "--only"])?;
    let kit = ready(Need::Browser)?;
    build::all(&kit)?;
    let listener = serve::listen(0)?;
    let address = serve::address(&listener)?;
    serve::start(listener, site());
    run_program(
        kit.command("node")
            .arg("xtask/web/shots.mjs")
            .env("EBB_URL", address)
            .env(
                "EBB_SHOTS",
                out.unwrap_or_else(|| "target/shots".to_string()),
            )
            .env("EBB_ONLY", only.unwrap_or_default()),
    )
}

//! The project's own commands. `cargo xtask` lists them.
//!
//! One verb, one file. What every verb needs of the machine is made by `setup`; `house` knows where things lie and
//! how a program is run.

mod bench;
mod build;
mod generate;
mod house;
mod reading;
mod sample;
mod serve;
mod setup;
mod shots;
mod test;
mod zones;

use std::io;
use std::path::Path;
use std::process::ExitCode;

/// What a verb ends with: nothing, or one plain sentence on what went wrong.
type Outcome<T = ()> = Result<T, String>;

/// A word after `cargo xtask` and what it does.
struct Verb {
    name: &'static str,
    options: &'static str,
    says: &'static str,
    run: fn(Vec<String>) -> Outcome,
}

const VERBS: &[Verb] = &[
    Verb {
        name: "setup",
        options: "",
        says: "make what is missing on this machine (the other commands do this by themselves)",
        run: setup::run,
    },
    Verb {
        name: "build",
        options: "",
        says: "build the pack as wasm-pack.toml says, and bundle the page into target/site",
        run: build::run_verb,
    },
    Verb {
        name: "serve",
        options: "[--port N]",
        says: "build, serve the page on this machine, and build again whenever a file changes",
        run: serve::run,
    },
    Verb {
        name: "test",
        options: "[--only STEP]",
        says: "everything that must hold before a change goes in",
        run: test::run,
    },
    Verb {
        name: "shots",
        options: "[--out DIR] [--only NAME]",
        says: "pictures of every state of the page: three widths, both themes, both languages",
        run: shots::run,
    },
    Verb {
        name: "sample",
        options: "",
        says: "make the files of www/sample again",
        run: |words| make(words, "www/sample", sample::write),
    },
    Verb {
        name: "reading",
        options: "",
        says: "make the files of tests/cases/reading again",
        run: |words| make(words, "tests/cases/reading", reading::write),
    },
    Verb {
        name: "bench",
        options: "[--rows N] [--runs K] [--only NAMES] [--scale N]",
        says: "how fast the page reads a large log, beside reading it and doing nothing, and beside others",
        run: bench::run,
    },
    Verb {
        name: "gen",
        options: "--rows N [--seed S] [--out DIR] [--shuffled]",
        says: "a usage log of so many rows and the files that belong to it, always the same",
        run: generate::run,
    },
    Verb {
        name: "zones",
        options: "",
        says: "make src/calendar/zones.txt again from this system's time zones",
        run: |words| make(words, "src/calendar/zones.txt", zones::write),
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let asked = words.next();
    let Some(verb) = VERBS
        .iter()
        .find(|verb| Some(verb.name) == asked.as_deref())
    else {
        print!("{}", usage());
        return ExitCode::from(
            if asked.is_none_or(|word| word == "help" || word == "--help") {
                0
            } else {
                2
            },
        );
    };
    match (verb.run)(words.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("cargo xtask COMMAND\n\n");
    for Verb {
        name,
        options,
        says,
        ..
    } in VERBS
    {
        text += &format!("  {:<32} {says}\n", format!("{name} {options}"));
    }
    text + "\nSet-up keeps what it makes in EBB_CACHE, else ~/.cache/ebb. CHROMIUM names a browser of your choice;\n\
            EBB_WASM=rustup or EBB_WASM=debian decides where the standard library for wasm comes from.\n"
}

/// Makes something that is kept in the checkout.
fn make(words: Vec<String>, place: &str, write: fn(&Path) -> io::Result<()>) -> Outcome {
    options(words, [])?;
    write(&house::root().join(place))
        .map_err(|error| house::cannot("make", Path::new(place), &error))
}

/// Takes `--name VALUE` pairs out of a verb's words; any other word is an error.
fn options<const N: usize>(words: Vec<String>, names: [&str; N]) -> Outcome<[Option<String>; N]> {
    let mut values = [const { None }; N];
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let place = names
            .iter()
            .position(|name| *name == word)
            .ok_or_else(|| format!("\"{word}\" is not an option here.\n\n{}", usage()))?;
        values[place] = Some(
            words
                .next()
                .ok_or_else(|| format!("{word} needs a value."))?,
        );
    }
    Ok(values)
}

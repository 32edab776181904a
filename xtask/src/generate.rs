//! `cargo xtask gen`: a year of a subscription business, as large as asked and always the same. The bench reads it.
//!
//! The customers and their users are as many whatever the rows, so that only the rows tell one file's time from
//! another's.

mod usage;
mod world;

use crate::house::{cannot, root};
use crate::{Outcome, options};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;
use world::World;

/// The files in the order in which they are dropped; the log is the first.
pub(crate) const FILES: [&str; 3] = ["usage.csv", "customers.csv", "subscriptions.csv"];

/// What is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) rows: u64,
    pub(crate) seed: u64,
    /// The rows in no order, instead of that of time.
    pub(crate) shuffled: bool,
}

impl Asked {
    /// So many rows, as they are made unless told otherwise.
    pub(crate) fn rows(rows: u64) -> Self {
        Asked {
            rows,
            seed: 1,
            shuffled: false,
        }
    }

    /// A folder's name that tells all that the files depend on, the program that makes them included.
    fn name(self) -> String {
        let sources = [
            include_str!("generate.rs"),
            include_str!("generate/usage.rs"),
            include_str!("generate/world.rs"),
            include_str!("sample/days.rs"),
            include_str!("sample/luck.rs"),
        ];
        let bytes = sources.iter().flat_map(|text| text.bytes());
        let print = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |print, byte| {
            (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let order = if self.shuffled { "-shuffled" } else { "" };
        format!(
            "rows-{}-seed-{}{order}-{:08x}",
            self.rows, self.seed, print as u32
        )
    }
}

pub(crate) fn run(mut words: Vec<String>) -> Outcome {
    let shuffled = words.iter().any(|word| word == "--shuffled");
    words.retain(|word| word != "--shuffled");
    let [rows, out, seed] = options(words, ["--rows", "--out", "--seed"])?;
    let rows = count(
        "--rows",
        &rows.ok_or("How many rows? cargo xtask gen --rows N")?,
    )?;
    let seed = seed.map_or(Ok(1), |seed| count("--seed", &seed))?;
    let out = out.map_or_else(folder, PathBuf::from);
    let asked = Asked {
        rows,
        seed,
        shuffled,
    };
    println!("{}", made(asked, &out)?.display());
    Ok(())
}

/// Where the files lie unless told otherwise.
pub(crate) fn folder() -> PathBuf {
    root().join("target/bench")
}

/// A number as a person types it: 10000000, 10_000_000 or 1e7.
pub(crate) fn count(name: &str, text: &str) -> Outcome<u64> {
    let plain = text.replace('_', "");
    let number = match plain.split_once('e') {
        Some((digits, zeros)) => zeros.parse().ok().and_then(|zeros| {
            let digits: u64 = digits.parse().ok()?;
            digits.checked_mul(10_u64.checked_pow(zeros)?)
        }),
        None => plain.parse().ok(),
    };
    number.ok_or_else(|| format!("{name}: \"{text}\" is no whole number."))
}

/// The folder of the files, made where they don't stand already.
pub(crate) fn made(asked: Asked, out: &Path) -> Outcome<PathBuf> {
    let place = out.join(asked.name());
    if place.is_dir() {
        return Ok(place);
    }
    let began = Instant::now();
    let draft = place.with_extension("unfinished");
    write(asked, &draft)
        .and_then(|()| fs::rename(&draft, &place))
        .map_err(|error| cannot("make", &place, &error))?;
    eprintln!(
        "Made {} rows in {:.1} s.",
        asked.rows,
        began.elapsed().as_secs_f32()
    );
    Ok(place)
}

fn write(asked: Asked, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let world = World::new(asked.seed);
    let file =
        |name| File::create(folder.join(name)).map(|file| BufWriter::with_capacity(1 << 20, file));
    let [log, customers, subscriptions] = FILES;
    let mut out = file(log)?;
    usage::write(&world, asked, &mut out)?;
    out.flush()?;
    fs::write(folder.join(customers), world.customers())?;
    fs::write(folder.join(subscriptions), world.subscriptions())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ebb::session::{HEAD, Session};
    use ebb::settings::Settings;

    const FEW: u64 = 20_000;

    fn files(test: &str, asked: Asked) -> io::Result<Vec<(String, Vec<u8>)>> {
        let name = format!("ebb-gen-{}-{test}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        write(asked, &folder)?;
        let read = |name: &str| Ok((name.to_owned(), fs::read(folder.join(name))?));
        let files = FILES.iter().map(|name| read(name)).collect();
        fs::remove_dir_all(folder)?;
        files
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_another_gives_others() -> io::Result<()> {
        let asked = Asked::rows(FEW);
        assert!(files("one", asked)? == files("one", asked)?);
        assert!(files("one", asked)? != files("one", Asked { seed: 2, ..asked })?);
        Ok(())
    }

    #[test]
    fn every_row_is_read_and_nothing_is_asked() -> io::Result<()> {
        for shuffled in [false, true] {
            let asked = Asked {
                shuffled,
                ..Asked::rows(FEW)
            };
            let files = files("read", asked)?;
            let settings = Settings::default();
            let mut session = Session::new(ebb::intake::native);
            for (name, bytes) in &files {
                session.open(name, &bytes[..bytes.len().min(HEAD)]);
            }
            for guess in session.guesses(&settings) {
                assert!(guess.kind.is_some() && guess.certain && guess.encoding_certain);
                assert!(guess.missing.is_empty(), "{guess:?}");
                for column in &guess.columns {
                    let asks = !column.certain || !column.reading_certain;
                    assert!(column.role.is_none() || !asks, "{column:?}");
                }
            }
            session.begin(&settings);
            for (index, (_, bytes)) in files.iter().enumerate() {
                session.read(index, bytes);
                assert!(!session.finish(index), "a file is read once");
            }
            let (sources, _) = session.inspect(&settings);
            assert!(
                sources.iter().all(|source| source.set_aside == 0),
                "{sources:?}"
            );
            assert_eq!(sources.first().map(|source| source.read), Some(FEW));
            let report = session
                .report(&settings)
                .map_err(|problem| io::Error::other(problem.code))?;
            assert_eq!(
                report.as_of.map(|day| day.to_string()).as_deref(),
                Some("2025-12-31")
            );
        }
        Ok(())
    }

    #[test]
    fn rows_are_told_in_a_persons_ways() {
        for text in ["10000000", "10_000_000", "1e7"] {
            assert_eq!(count("--rows", text), Ok(10_000_000));
        }
        for text in ["", "-1", "ten", "1e30", "1e"] {
            assert!(count("--rows", text).is_err(), "{text}");
        }
    }
}

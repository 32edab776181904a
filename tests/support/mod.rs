//! What the tests of the whole share: files in, report out, through the session as the doors do it.
#![allow(dead_code, clippy::panic, clippy::expect_used)] // each test uses its part, and ends where it cannot go on

use ebb::metrics::Query;
use ebb::session::{HEAD, Problem, Session};
use ebb::settings::Settings;
use serde_json::Value;

/// A file as it was dropped: its name and its bytes.
pub(crate) type File = (String, Vec<u8>);

/// Sizes of pieces, beside the whole, in which everything must read the same.
pub(crate) const PIECES: [usize; 6] = [1, 2, 3, 7, 4093, 65_536];

/// The lines of the movements of MRR, as the contract has them.
pub(crate) const MOVEMENTS: [&str; 7] = [
    "opening",
    "new",
    "reactivation",
    "expansion",
    "contraction",
    "churn",
    "closing",
];

/// Whether every row of each source is read or set aside.
pub(crate) fn adds_up(sources: &[Value]) -> bool {
    sources.iter().all(|source| {
        let number = |key: &str| source[key].as_u64().expect("a count");
        number("read") + number("set_aside") == number("rows")
    })
}

/// Opens and reads the files in this order, in pieces of so many bytes.
pub(crate) fn read(files: &[File], settings: &Settings, piece: usize) -> Session {
    let mut session = Session::new(ebb::intake::native);
    for (name, bytes) in files {
        session.open(name, &bytes[..bytes.len().min(HEAD)]);
    }
    session.begin(settings);
    for (index, (_, bytes)) in files.iter().enumerate() {
        loop {
            for chunk in bytes.chunks(piece.max(1)) {
                session.read(index, chunk);
            }
            if !session.finish(index) {
                break;
            }
        }
    }
    session
}

/// The report of these files as JSON.
pub(crate) fn report(files: &[File], settings: &Settings, piece: usize) -> Result<Value, Problem> {
    read(files, settings, piece)
        .report(settings)
        .map(|report| json(&report))
}

/// What is wrong with the lists of rows set aside: as many as each file's count says, by line, each with its issue. A
/// file that was given before is one line of its list.
pub(crate) fn aside_faults(
    session: &Session,
    settings: &Settings,
    sources: &[Value],
    issues: &[Value],
) -> Vec<String> {
    let listed = session.set_aside(settings, 0, usize::MAX);
    let mut faults = Vec::new();
    let mut expected = 0;
    for source in sources {
        let own: Vec<_> = listed
            .iter()
            .filter(|row| source["file"] == row.file)
            .collect();
        let told = |row: &ebb::intake::Aside| {
            issues
                .iter()
                .any(|issue| issue["code"] == row.code.text() && issue["file"] == source["file"])
        };
        let same_name = sources
            .iter()
            .filter(|other| other["file"] == source["file"]);
        let repeated =
            |issue: &&Value| issue["code"] == "file-repeated" && issue["file"] == source["file"];
        let count: u64 = same_name
            .map(|s| s["set_aside"].as_u64().unwrap_or(0))
            .sum();
        if issues.iter().find(repeated).is_some() {
            continue;
        }
        expected += own.len();
        if own.len() as u64 != count {
            faults.push(format!(
                "{}: {count} rows set aside, {} listed",
                source["file"],
                own.len()
            ));
        }
        if let Some(row) = own.iter().find(|row| !told(&row.row)) {
            faults.push(format!("{}: no issue for {:?}", source["file"], row.row));
        }
        if !own.is_sorted_by_key(|row| row.row.line) {
            faults.push(format!("{}: not by line", source["file"]));
        }
    }
    let some = session.set_aside(settings, 1, 2);
    if some.as_slice() != listed.get(1..listed.len().min(3)).unwrap_or_default() {
        faults.push(format!("from 1 on two of {expected} rows: {some:?}"));
    }
    faults
}

/// The report of files given as text; a world that gives no report is a mistake of the test.
pub(crate) fn report_of(files: &[(&str, &str)], settings: &Settings) -> Value {
    let files: Vec<File> = files
        .iter()
        .map(|(n, t)| ((*n).to_owned(), t.as_bytes().to_vec()))
        .collect();
    report(&files, settings, 1 << 20).unwrap_or_else(|p| panic!("no report: {p:?}"))
}

pub(crate) fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("a report is plain data")
}

pub(crate) fn settings(value: Value) -> Settings {
    serde_json::from_value(value).expect("settings as report.md, section 3")
}

/// A figure of the whole (or of one value of the split, where it is a figure of its own).
pub(crate) fn figure<'a>(report: &'a Value, id: &str, segment: Option<&str>) -> Option<&'a Value> {
    let named = |f: &&Value| f["id"] == id && f.get("segment").and_then(Value::as_str) == segment;
    report["figures"].as_array()?.iter().find(named)
}

/// The cells of one line of a series.
pub(crate) fn line<'a>(report: &'a Value, id: &str, line: &str) -> &'a [Value] {
    figure(report, id, None)
        .and_then(|f| {
            f["lines"]
                .as_array()?
                .iter()
                .find(|l| l["id"] == line && l.get("segment").is_none())
        })
        .and_then(|l| l["cells"].as_array())
        .map_or(&[], Vec::as_slice)
}

/// A question for the customers behind a cell.
pub(crate) fn query(parts: &Value) -> Query {
    serde_json::from_value(parts.clone()).expect("a question for a cell")
}

/// Worlds a law is tried on. Always the same ones; `EBB_WORLDS` and `EBB_SEED` try more and others.
pub(crate) fn hold<S: proptest::strategy::Strategy>(
    worlds: S,
    law: impl Fn(S::Value) -> Result<(), proptest::test_runner::TestCaseError>,
) {
    hold_on(1000, worlds, law);
}

/// The same, on so many worlds where no number is chosen.
pub(crate) fn hold_on<S: proptest::strategy::Strategy>(
    usual: u64,
    worlds: S,
    law: impl Fn(S::Value) -> Result<(), proptest::test_runner::TestCaseError>,
) {
    use proptest::test_runner::{Config, RngSeed, TestRunner};
    let chosen = |name: &str, usual: u64| {
        std::env::var(name)
            .ok()
            .and_then(|n| n.parse().ok())
            .unwrap_or(usual)
    };
    let config = Config {
        cases: chosen("EBB_WORLDS", usual) as u32,
        rng_seed: RngSeed::Fixed(chosen("EBB_SEED", 1)),
        failure_persistence: None,
        max_shrink_iters: 20 * usual as u32,
        ..Config::default()
    };
    if let Err(broken) = TestRunner::new(config).run(&worlds, law) {
        panic!("{broken}");
    }
}

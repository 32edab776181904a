//! The exports that people really have: every `.csv` of `tests/layouts/` has the header names of one system and invented
//! rows, and beside it stands what it has to be taken for: its kind, every column's role (a column that is not named has
//! none), which of them are asked about, what is missing, and how many rows are read.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;

use ebb::settings::Settings;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_layout_is_recognised_and_no_column_wrongly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .collect();
    files.sort();
    assert!(files.len() >= 25, "only {} layouts", files.len());
    let faults: Vec<String> = files.iter().filter_map(|path| fault(path)).collect();
    assert!(
        faults.is_empty(),
        "{} of {}\n\n{}\n",
        faults.len(),
        files.len(),
        faults.join("\n\n")
    );
}

fn fault(path: &Path) -> Option<String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(path).unwrap();
    let text = fs::read_to_string(path.with_extension("json")).unwrap();
    let wanted: Map<String, Value> =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert!(wanted["why"].to_string().len() > 30, "{name}: why?");
    let mut faults = Vec::new();
    let got = taken(&name, &bytes);
    for (key, wanted) in wanted.iter().filter(|(key, _)| *key != "why") {
        if &got[key.as_str()] != wanted {
            faults.push(format!(
                "  {key}\n    wanted {wanted}\n    got    {}",
                got[key.as_str()]
            ));
        }
    }
    for key in ["kind", "roles", "missing"] {
        assert!(wanted.contains_key(key), "{name}: {key}?");
    }
    let files = [(name.clone(), bytes)];
    let whole = support::report(&files, &Settings::default(), 1 << 20);
    for piece in [1, 2, 3, 7, 4093, 1 << 16] {
        let again = support::report(&files, &Settings::default(), piece);
        if whole.as_ref().ok() != again.as_ref().ok() {
            faults.push(format!("  read in pieces of {piece} the report differs"));
        }
    }
    (!faults.is_empty()).then(|| format!("{name}\n{}", faults.join("\n")))
}

/// What the file is taken for, in the words of the expectation.
fn taken(name: &str, bytes: &[u8]) -> Value {
    let settings = Settings::default();
    let files = [(name.to_owned(), bytes.to_vec())];
    let mut opened = ebb::session::Session::new(ebb::intake::native);
    opened.open(name, bytes);
    let guess = opened.guesses(&settings).remove(0);
    let session = support::report(&files, &settings, 1 << 20);
    let roles: Map<String, Value> = guess
        .columns
        .iter()
        .filter(|c| c.role.is_some())
        .map(|c| (c.header.clone(), support::json(&c.role)))
        .collect();
    let uncertain: Vec<&str> = guess
        .columns
        .iter()
        .filter(|c| !c.certain)
        .map(|c| c.header.as_str())
        .collect();
    let mut issues: Vec<String> = match &session {
        Ok(report) => report["issues"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| i["code"].as_str().unwrap().to_owned())
            .collect(),
        Err(_) => guess
            .issues
            .iter()
            .map(|i| i.code.text().to_owned())
            .collect(),
    };
    issues.sort();
    issues.dedup();
    let currency = session
        .as_ref()
        .ok()
        .map(|report| report["currency"].clone());
    let source = session.ok().map(|report| report["sources"][0].clone());
    json!({
        "kind": support::json(&guess.kind),
        "certain": guess.certain,
        "roles": roles,
        "uncertain": uncertain,
        "missing": support::json(&guess.missing),
        "issues": issues,
        "currency": currency,
        "read": source.as_ref().map_or(Value::Null, |s| s["read"].clone()),
        "set_aside": source.as_ref().map_or(Value::Null, |s| s["set_aside"].clone()),
    })
}

//! Every folder of `tests/cases/` is a case: files, perhaps settings, and what is expected of them, worked out by hand
//! from the definitions. A case is read whole and in pieces of all sizes, in the order of its names and backwards.
//!
//! `expect.json` says `why`, and then any of the report's parts. A cell is written `12` (n), `"3/4"` (n of of),
//! `"3/4 so far"` (the period is incomplete), `null` (could not be observed), or as an object of the fields that matter.
//! A line or part of a split's value is written `"churn [Pro]"`, a whole figure of one `"logo_cohorts [Pro]"`.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/check.rs"]
mod check;
mod support;

use check::Check;
use ebb::settings::Settings;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use support::File;

#[test]
fn every_case_gives_what_was_worked_out_by_hand() {
    let cases = Case::all();
    assert!(
        cases.len() >= 30,
        "only {} cases: is tests/cases/ whole?",
        cases.len()
    );
    let told = cases.iter().map(|case| (&case.name, case.check()));
    let wrong: Vec<String> = told
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(name, faults)| format!("{name}\n    {}", faults.join("\n    ")))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} cases fail\n\n{}\n",
        wrong.len(),
        cases.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn every_number_of_every_case_opens_as_many_customers_as_it_says() {
    let faults: Vec<String> = Case::all().iter().flat_map(Case::check_rosters).collect();
    let shown: Vec<&str> = faults.iter().take(40).map(String::as_str).collect();
    assert!(
        faults.is_empty(),
        "{} numbers\n{}",
        faults.len(),
        shown.join("\n")
    );
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

struct Case {
    name: String,
    files: Vec<File>,
    settings: Settings,
    expect: Map<String, Value>,
}

/// What an expectation can name.
const KEYS: [&str; 18] = [
    "why",
    "folder",
    "generate",
    "no_files",
    "problem",
    "as_of",
    "currency",
    "exponent",
    "zone",
    "sources",
    "issues",
    "no_issues",
    "periods",
    "incomplete",
    "order",
    "figures",
    "unanswered",
    "members",
];
/// Of these, the ones that say what the files are and not what comes of them.
const GIVEN: [&str; 4] = ["why", "folder", "generate", "no_files"];

impl Case {
    fn all() -> Vec<Case> {
        let mut folders: Vec<PathBuf> = fs::read_dir(root().join("tests/cases"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        folders.retain(|folder| !folder.ends_with("reading")); // tests/reading.rs reads them
        folders.sort();
        folders.iter().map(|folder| Case::open(folder)).collect()
    }

    fn open(folder: &Path) -> Case {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let json = |file: &str| -> Option<Value> {
            let bytes = fs::read(folder.join(file)).ok()?;
            Some(serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{name}/{file}: {e}")))
        };
        let Some(Value::Object(expect)) = json("expect.json") else {
            panic!("{name}: no expect.json: a case without an expectation proves nothing");
        };
        let settings = json("settings.json").map_or_else(Settings::default, support::settings);
        let mut files = csv_files(folder);
        if let Some(folder) = expect.get("folder").and_then(Value::as_str) {
            files.extend(csv_files(&root().join(folder)));
        }
        for (file, pieces) in expect
            .get("generate")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let mut text = String::new();
            for piece in pieces.as_array().unwrap() {
                text += &piece[0]
                    .as_str()
                    .unwrap()
                    .repeat(piece[1].as_u64().unwrap() as usize);
            }
            files.push((file.clone(), text.into_bytes()));
        }
        assert_eq!(
            files.is_empty(),
            expect.contains_key("no_files"),
            "{name}: files"
        );
        Case {
            name,
            files,
            settings,
            expect,
        }
    }

    /// What is wrong; nothing where all is as expected, however the files are read.
    fn check(&self) -> Vec<String> {
        let unknown: Vec<String> = self
            .expect
            .keys()
            .filter(|k| !KEYS.contains(&k.as_str()))
            .cloned()
            .collect();
        if !unknown.is_empty() {
            return vec![format!("expect.json names {unknown:?}, which is nothing")];
        }
        if self
            .expect
            .get("why")
            .is_none_or(|w| w.to_string().len() < 40)
        {
            return vec!["expect.json does not say why".into()];
        }
        let whole = support::report(&self.files, &self.settings, 1 << 20);
        let mut check = Check::default();
        match (&whole, self.expect.get("problem")) {
            (Err(problem), Some(code)) => check.same("problem", code, &json!(problem.code)),
            (Err(problem), None) => check.fault(format!("no report: {problem:?}")),
            (Ok(_), Some(code)) => {
                check.fault(format!("expected the problem {code}, got a report"))
            }
            (Ok(report), None) => {
                check.report(report, &self.expect);
                self.members(&mut check);
            }
        }
        let parts = self
            .expect
            .keys()
            .filter(|k| !GIVEN.contains(&k.as_str()))
            .count();
        if check.checks < parts.max(1) {
            check.fault("expect.json names a part and expects nothing of it".into());
        }
        let mut backwards = self.files.clone();
        backwards.reverse();
        let pieces = support::PIECES
            .map(|piece| (format!("in pieces of {piece} bytes"), &self.files, piece));
        let turned = [("with the files backwards".to_owned(), &backwards, 1 << 20)];
        for (how, files, piece) in pieces.into_iter().chain(turned) {
            let again = support::report(files, &self.settings, piece);
            if plain(&whole) != plain(&again) {
                check.fault(format!(
                    "read {how} the report differs: {}",
                    first_difference(&plain(&whole), &plain(&again))
                ));
            }
        }
        check.faults
    }

    fn members(&self, check: &mut Check) {
        for expected in self
            .expect
            .get("members")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let place = format!("members {}", expected["query"]);
            let query = support::query(&expected["query"]);
            let mut session = support::read(&self.files, &self.settings, 1 << 20);
            let roster = match session.members(&self.settings, &query, 0, 1000) {
                Ok(roster) => support::json(&roster),
                Err(problem) => {
                    check.fault(format!("{place}: {problem:?}"));
                    continue;
                }
            };
            for (key, column) in [
                ("customers", "customer"),
                ("users", "user"),
                ("amounts", "amount"),
                ("lines", "line"),
                ("plans", "plan"),
            ] {
                if let Some(wanted) = expected.get(key) {
                    check.same(
                        &format!("{place} {key}"),
                        wanted,
                        &Value::Array(values(&roster, column)),
                    );
                }
            }
        }
    }

    fn check_rosters(&self) -> Vec<String> {
        let mut session = support::read(&self.files, &self.settings, 1 << 20);
        let Ok(report) = session.report(&self.settings) else {
            return Vec::new();
        };
        let report = support::json(&report);
        let list = |key: &str| report[key].as_array().cloned().unwrap_or_default();
        let (sources, issues) = (list("sources"), list("issues"));
        let asides = support::aside_faults(&session, &self.settings, &sources, &issues);
        let mut faults: Vec<String> = asides
            .iter()
            .map(|f| format!("{}: {f}", self.name))
            .collect();
        let named = report["issues"].as_array().into_iter().flatten();
        let named = named
            .filter(|issue| issue["args"]["customers"].is_u64())
            .map(|issue| {
                let query = json!({"figure": "issues", "line": issue["code"]});
                (query, "members", issue["count"].as_i64().unwrap())
            });
        for (query, unit, n) in doors(&report).into_iter().chain(named) {
            let roster =
                match session.members(&self.settings, &support::query(&query), 0, usize::MAX) {
                    Ok(roster) => support::json(&roster),
                    Err(problem) => {
                        faults.push(format!(
                            "{}: {query}: {n} opens nothing: {}",
                            self.name, problem.code
                        ));
                        continue;
                    }
                };
            let amounts: Option<i64> = values(&roster, "amount").iter().map(Value::as_i64).sum();
            let opened = if unit == "money" {
                amounts
            } else {
                roster["total"].as_i64()
            };
            let rows = roster["rows"].as_array().map_or(0, Vec::len) as i64;
            if opened != Some(n) || roster["total"].as_i64() != Some(rows) {
                faults.push(format!(
                    "{}: {query}: the number is {n}, the list has {opened:?} ({rows} rows)",
                    self.name
                ));
            }
            let ids: Vec<String> = values(&roster, "customer")
                .iter()
                .map(Value::to_string)
                .collect();
            if !ids.is_sorted() {
                faults.push(format!("{}: {query}: not ordered by id", self.name));
            }
        }
        faults
    }
}

fn csv_files(folder: &Path) -> Vec<File> {
    let mut files: Vec<File> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

/// One column of a roster.
fn values(roster: &Value, column: &str) -> Vec<Value> {
    let columns = roster["columns"].as_array().unwrap();
    let Some(at) = columns.iter().position(|c| c["id"] == column) else {
        return Vec::new();
    };
    roster["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row[at].clone())
        .collect()
}

/// Every number of a report that must open a list: its question, what it counts, and itself.
fn doors(report: &Value) -> Vec<(Value, &'static str, i64)> {
    let mut doors = Vec::new();
    let list = |v: &Value| v.as_array().cloned().unwrap_or_default();
    for figure in list(&report["figures"]) {
        let id = figure["id"].as_str().unwrap();
        let money = figure["unit"] == "money" || id == "revenue_cohorts";
        let unit = if money { "money" } else { "members" };
        let mut add = |mut query: Value, cell: &Value, segment: Option<&Value>| {
            query["figure"] = json!(id);
            if let Some(segment) = segment {
                query["segment"] = segment.clone();
            }
            let number = |key: &str| cell.get(key).and_then(Value::as_i64).filter(|n| *n != 0);
            if let Some(n) = number("n") {
                doors.push((query.clone(), unit, n));
            }
            if let Some(of) = number("of") {
                query["base"] = json!(true);
                doors.push((query, unit, of));
            }
        };
        for line in list(&figure["lines"]) {
            for (period, cell) in list(&figure["periods"]).iter().zip(list(&line["cells"])) {
                add(
                    json!({"line": line["id"], "period": period["start"]}),
                    &cell,
                    line.get("segment"),
                );
            }
        }
        for part in list(&figure["parts"]) {
            add(
                json!({"part": part["id"]}),
                &part["cell"],
                part.get("segment"),
            );
        }
        for (age, cell) in list(&figure["average"]).iter().enumerate() {
            add(json!({"age": age}), cell, figure.get("segment"));
        }
        for cohort in list(&figure["cohorts"]) {
            for (age, cell) in list(&cohort["cells"]).iter().enumerate() {
                add(
                    json!({"cohort": cohort["start"], "age": age}),
                    cell,
                    figure.get("segment"),
                );
            }
        }
    }
    doors
}

/// A report without what may differ by the order of files: which of two equal files is the repeated one.
fn plain(report: &Result<Value, ebb::session::Problem>) -> Value {
    let mut report = match report {
        Ok(report) => report.clone(),
        Err(problem) => return json!({ "problem": problem.code }),
    };
    let sources = report["sources"].as_array_mut().unwrap();
    sources.sort_by_key(|s| s["file"].to_string());
    let issues = report["issues"].as_array_mut().unwrap();
    let before = issues.len();
    issues.retain(|i| i["code"] != "file-repeated");
    if issues.len() < before {
        report["sources"] = Value::Null;
    }
    report
}

fn first_difference(a: &Value, b: &Value) -> String {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) => x
            .keys()
            .chain(y.keys())
            .find(|key| x.get(*key) != y.get(*key))
            .map(|key| format!("{key}.{}", first_difference(&a[key], &b[key])))
            .unwrap_or_default(),
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => x
            .iter()
            .zip(y)
            .position(|(x, y)| x != y)
            .map(|at| format!("{at}.{}", first_difference(&a[at], &b[at])))
            .unwrap_or_default(),
        _ => format!("{a} became {b}"),
    }
}

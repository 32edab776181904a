//! Every folder of `tests/cases/` is a case: files, perhaps settings, and what is expected of them, worked out by hand
//! from the definitions. A case is read whole and in pieces of seven bytes, in the order of its names and backwards.
//!
//! `expect.json` says `why`, and then any of the report's parts. A cell is written `12` (n), `"3/4"` (n of of),
//! `"3/4 so far"` (the period is incomplete), `null` (could not be observed), or as an object of the fields that matter.
//! A line or part of a split's value is written `"churn [Pro]"`, a whole figure of one `"logo_cohorts [Pro]"`.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "../xtask/src/sample.rs"]
mod sample;
mod support;

use ebb::settings::Settings;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::File;

#[test]
fn every_case_gives_what_was_worked_out_by_hand() {
    let cases = Case::all();
    assert!(cases.len() >= 30, "only {} cases: is tests/cases/ whole?", cases.len());
    let told = cases.iter().map(|case| (&case.name, case.check()));
    let wrong: Vec<String> = told
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(name, faults)| format!("{name}\n    {}", faults.join("\n    ")))
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases fail\n\n{}\n", wrong.len(), cases.len(), wrong.join("\n\n"));
}

#[test]
fn every_number_of_every_case_opens_as_many_customers_as_it_says() {
    let faults: Vec<String> = Case::all().iter().flat_map(Case::check_rosters).collect();
    let shown: Vec<&str> = faults.iter().take(40).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} numbers\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn the_generator_of_the_sample_makes_the_files_that_are_checked_in() {
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample");
    let kept = root().join("www/sample");
    sample::write(&made).expect("the sample can be written");
    let names = |dir: &Path| -> BTreeSet<_> { fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name()).collect() };
    assert_eq!(names(&made), names(&kept));
    for name in names(&kept) {
        let same = fs::read(made.join(&name)).unwrap() == fs::read(kept.join(&name)).unwrap();
        assert!(same, "{name:?} is not what xtask/src/sample.rs makes: `cargo xtask sample` writes it again");
    }
    let listed: Vec<String> = serde_json::from_slice(&fs::read(kept.join("index.json")).unwrap()).unwrap();
    assert_eq!(listed, sample::FILES);
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
    "why", "folder", "generate", "no_files", "problem", "as_of", "currency", "exponent", "zone", "sources", "issues",
    "no_issues", "periods", "incomplete", "order", "figures", "unanswered", "members",
];
/// Of these, the ones that say what the files are and not what comes of them.
const GIVEN: [&str; 4] = ["why", "folder", "generate", "no_files"];

impl Case {
    fn all() -> Vec<Case> {
        let mut folders: Vec<PathBuf> =
            fs::read_dir(root().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
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
        for (file, pieces) in expect.get("generate").and_then(Value::as_object).into_iter().flatten() {
            let mut text = String::new();
            for piece in pieces.as_array().unwrap() {
                text += &piece[0].as_str().unwrap().repeat(piece[1].as_u64().unwrap() as usize);
            }
            files.push((file.clone(), text.into_bytes()));
        }
        assert_eq!(files.is_empty(), expect.contains_key("no_files"), "{name}: files");
        Case { name, files, settings, expect }
    }

    /// What is wrong; nothing where all is as expected, however the files are read.
    fn check(&self) -> Vec<String> {
        let unknown: Vec<String> = self.expect.keys().filter(|k| !KEYS.contains(&k.as_str())).cloned().collect();
        if !unknown.is_empty() {
            return vec![format!("expect.json names {unknown:?}, which is nothing")];
        }
        if self.expect.get("why").is_none_or(|w| w.to_string().len() < 40) {
            return vec!["expect.json does not say why".into()];
        }
        let whole = support::report(&self.files, &self.settings, 1 << 20);
        let mut check = Check::default();
        match (&whole, self.expect.get("problem")) {
            (Err(problem), Some(code)) => check.same("problem", code, &json!(problem.code)),
            (Err(problem), None) => check.fault(format!("no report: {problem:?}")),
            (Ok(_), Some(code)) => check.fault(format!("expected the problem {code}, got a report")),
            (Ok(report), None) => {
                check.report(report, &self.expect);
                self.members(&mut check);
            }
        }
        let parts = self.expect.keys().filter(|k| !GIVEN.contains(&k.as_str())).count();
        if check.checks < parts.max(1) {
            check.fault("expect.json names a part and expects nothing of it".into());
        }
        let mut pieces = self.files.clone();
        for (how, piece) in [("in pieces of seven bytes", 7), ("with the files backwards", 1 << 20)] {
            if piece > 7 {
                pieces.reverse();
            }
            let again = support::report(&pieces, &self.settings, piece);
            if plain(&whole) != plain(&again) {
                check.fault(format!("read {how} the report differs: {}", first_difference(&plain(&whole), &plain(&again))));
            }
        }
        check.faults
    }

    fn members(&self, check: &mut Check) {
        for expected in self.expect.get("members").and_then(Value::as_array).into_iter().flatten() {
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
            for (key, column) in [("customers", "customer"), ("users", "user"), ("amounts", "amount"), ("lines", "line")] {
                if let Some(wanted) = expected.get(key) {
                    check.same(&format!("{place} {key}"), wanted, &Value::Array(values(&roster, column)));
                }
            }
        }
    }

    fn check_rosters(&self) -> Vec<String> {
        let mut session = support::read(&self.files, &self.settings, 1 << 20);
        let Ok(report) = session.report(&self.settings) else { return Vec::new() };
        let report = support::json(&report);
        let mut faults = Vec::new();
        for (query, unit, n) in doors(&report) {
            let roster = match session.members(&self.settings, &support::query(&query), 0, usize::MAX) {
                Ok(roster) => support::json(&roster),
                Err(problem) => {
                    faults.push(format!("{}: {query}: {n} opens nothing: {}", self.name, problem.code));
                    continue;
                }
            };
            let amounts: Option<i64> = values(&roster, "amount").iter().map(Value::as_i64).sum();
            let opened = if unit == "money" { amounts } else { roster["total"].as_i64() };
            let rows = roster["rows"].as_array().map_or(0, Vec::len) as i64;
            if opened != Some(n) || roster["total"].as_i64() != Some(rows) {
                faults.push(format!("{}: {query}: the number is {n}, the list has {opened:?} ({rows} rows)", self.name));
            }
            let ids: Vec<String> = values(&roster, "customer").iter().map(Value::to_string).collect();
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
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// One column of a roster.
fn values(roster: &Value, column: &str) -> Vec<Value> {
    let columns = roster["columns"].as_array().unwrap();
    let Some(at) = columns.iter().position(|c| c["id"] == column) else { return Vec::new() };
    roster["rows"].as_array().unwrap().iter().map(|row| row[at].clone()).collect()
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
            if let Some(n) = cell.get("n").and_then(Value::as_i64).filter(|n| *n != 0) {
                query["figure"] = json!(id);
                if let Some(segment) = segment {
                    query["segment"] = segment.clone();
                }
                doors.push((query, unit, n));
            }
        };
        for line in list(&figure["lines"]) {
            for (period, cell) in list(&figure["periods"]).iter().zip(list(&line["cells"])) {
                add(json!({"line": line["id"], "period": period["start"]}), &cell, line.get("segment"));
            }
        }
        for part in list(&figure["parts"]) {
            add(json!({"part": part["id"]}), &part["cell"], part.get("segment"));
        }
        for cohort in list(&figure["cohorts"]) {
            for (age, cell) in list(&cohort["cells"]).iter().enumerate() {
                add(json!({"cohort": cohort["start"], "age": age}), cell, figure.get("segment"));
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

/// Compares, counts what it compared, and tells what is wrong.
#[derive(Default)]
struct Check {
    faults: Vec<String>,
    checks: usize,
}

impl Check {
    fn fault(&mut self, text: String) {
        self.faults.push(text);
    }

    fn same(&mut self, place: &str, wanted: &Value, got: &Value) {
        self.checks += 1;
        if wanted != got {
            self.fault(format!("{place}: expected {wanted}, got {got}"));
        }
    }

    fn report(&mut self, report: &Value, expect: &Map<String, Value>) {
        for (key, wanted) in expect {
            match key.as_str() {
                "as_of" | "currency" | "exponent" | "zone" => self.same(key, wanted, &report[key.as_str()]),
                "sources" => self.sources(report, wanted),
                "issues" => self.issues(report, wanted),
                "no_issues" => self.no_issues(report, wanted),
                "figures" => self.figures(report, wanted),
                "periods" | "incomplete" | "order" => self.layout(key, report, wanted),
                "unanswered" => self.unanswered(report, wanted),
                _ => {}
            }
        }
        for source in report["sources"].as_array().unwrap() {
            let number = |key: &str| source[key].as_u64().unwrap();
            if number("read") + number("set_aside") != number("rows") {
                self.fault(format!("{}: rows read and set aside are not the rows: {source}", source["file"]));
            }
        }
    }

    fn sources(&mut self, report: &Value, wanted: &Value) {
        for (file, fields) in wanted.as_object().unwrap() {
            let Some(source) = report["sources"].as_array().unwrap().iter().find(|s| s["file"] == json!(file)) else {
                self.fault(format!("sources: no {file}"));
                continue;
            };
            for (key, value) in fields.as_object().unwrap() {
                if key == "roles" {
                    for (header, role) in value.as_object().unwrap() {
                        let column = source["columns"].as_array().unwrap().iter().find(|c| c["header"] == json!(header));
                        let got = column.map_or(json!("no such column"), |c| c["role"].clone());
                        self.same(&format!("{file}, role of {header}"), role, &got);
                    }
                } else {
                    self.same(&format!("{file}, {key}"), value, &source[key.as_str()]);
                }
            }
        }
    }

    fn issues(&mut self, report: &Value, wanted: &Value) {
        let told = report["issues"].as_array().unwrap();
        for issue in wanted.as_array().unwrap() {
            self.checks += 1;
            let meets = |got: &&Value| {
                issue.as_object().unwrap().iter().all(|(key, value)| match key.as_str() {
                    "args" => value.as_object().unwrap().iter().all(|(name, arg)| &got["args"][name.as_str()] == arg),
                    _ => &got[key.as_str()] == value,
                })
            };
            if !told.iter().any(|got| meets(&got)) {
                let like: Vec<String> =
                    told.iter().filter(|got| got["code"] == issue["code"]).map(Value::to_string).collect();
                let all: Vec<&str> = told.iter().filter_map(|got| got["code"].as_str()).collect();
                let got = if like.is_empty() { format!("only {all:?}") } else { like.join(" and ") };
                self.fault(format!("issues: expected {issue}, got {got}"));
            }
        }
    }

    fn no_issues(&mut self, report: &Value, wanted: &Value) {
        for code in wanted.as_array().unwrap() {
            self.checks += 1;
            if let Some(got) = report["issues"].as_array().unwrap().iter().find(|i| &i["code"] == code) {
                self.fault(format!("issues: expected no {code}, got {got}"));
            }
        }
    }

    fn unanswered(&mut self, report: &Value, wanted: &Value) {
        let all = report["unanswered"].as_array().unwrap();
        for (id, needs) in wanted.as_object().unwrap() {
            self.checks += 1;
            let got = all.iter().find(|u| u["id"] == json!(id)).map_or(Value::Null, |u| u["needs"].clone());
            let named = |need: &Value| got.as_array().is_some_and(|list| list.contains(need));
            if !needs.as_array().unwrap().iter().all(named) {
                self.fault(format!("unanswered {id}: expected {needs}, got {got}"));
            }
            if support::figure(report, id, None).is_some() {
                self.fault(format!("{id}: expected to be absent"));
            }
        }
    }

    /// `periods`: the starts of a series' periods. `incomplete`: those of them that are. `order`: lines or parts.
    fn layout(&mut self, key: &str, report: &Value, wanted: &Value) {
        for (id, list) in wanted.as_object().unwrap() {
            let Some(figure) = support::figure(report, id, None) else {
                self.fault(format!("{key}: no figure {id}"));
                continue;
            };
            let items = |field: &str| figure[field].as_array().cloned().unwrap_or_default();
            let got: Vec<Value> = match key {
                "order" => items("lines").iter().chain(&items("parts")).map(|item| json!(name_of(item))).collect(),
                "periods" => items("periods").iter().map(|p| p["start"].clone()).collect(),
                _ => items("periods").iter().filter(|p| p["complete"] == false).map(|p| p["start"].clone()).collect(),
            };
            self.same(&format!("{key} of {id}"), list, &Value::Array(got));
        }
    }

    fn figures(&mut self, report: &Value, wanted: &Value) {
        for (name, parts) in wanted.as_object().unwrap() {
            let figures = report["figures"].as_array().unwrap();
            let Some(figure) = figures.iter().find(|f| name_of(f) == *name) else {
                self.fault(format!("figures: no {name}; unanswered {}", report["unanswered"]));
                continue;
            };
            for (key, part) in parts.as_object().unwrap() {
                let place = format!("{name} {key}");
                match figure["shape"].as_str().unwrap() {
                    "series" => self.period(&place, figure, key, part),
                    "triangle" if key == "average" => self.cells(&place, part, &figure["average"]),
                    "triangle" => {
                        let cohorts = figure["cohorts"].as_array().unwrap();
                        match cohorts.iter().find(|c| c["start"] == json!(key)) {
                            Some(cohort) => {
                                self.same(&format!("{place} size"), &part["size"], &cohort["size"]);
                                self.cells(&place, &part["cells"], &cohort["cells"]);
                            }
                            None => self.fault(format!("{place}: no such cohort")),
                        }
                    }
                    "split" => match figure["parts"].as_array().unwrap().iter().find(|p| name_of(p) == *key) {
                        Some(got) => {
                            self.cell(&place, part, &got["cell"]);
                            if let Some(money) = part.get("money") {
                                self.same(&format!("{place} money"), money, &got["money"]["n"]);
                            }
                        }
                        None => self.fault(format!("{place}: no such part")),
                    },
                    shape => self.fault(format!("{place}: {shape} is no shape that cases know")),
                }
            }
            if figure["shape"] == "triangle" && parts.as_object().unwrap().keys().any(|k| k != "average") {
                let named: Vec<&String> = parts.as_object().unwrap().keys().filter(|k| *k != "average").collect();
                let extra = figure["cohorts"].as_array().unwrap().len() as i64 - named.len() as i64;
                if extra > 0 {
                    self.fault(format!("{name}: {extra} cohorts that were not expected"));
                }
            }
        }
    }

    fn period(&mut self, place: &str, figure: &Value, start: &str, lines: &Value) {
        let Some(at) = figure["periods"].as_array().unwrap().iter().position(|p| p["start"] == start) else {
            return self.fault(format!("{place}: no such period"));
        };
        for (name, wanted) in lines.as_object().unwrap() {
            match figure["lines"].as_array().unwrap().iter().find(|l| name_of(l) == *name) {
                Some(line) => self.cell(&format!("{place} {name}"), wanted, &line["cells"][at]),
                None => self.fault(format!("{place}: no line {name}")),
            }
        }
    }

    fn cells(&mut self, place: &str, wanted: &Value, got: &Value) {
        let (wanted, got) = (wanted.as_array().unwrap(), got.as_array().unwrap());
        if wanted.len() != got.len() {
            self.fault(format!("{place}: expected {} ages, got {}", wanted.len(), got.len()));
        }
        for (age, (wanted, got)) in wanted.iter().zip(got).enumerate() {
            self.cell(&format!("{place} age {age}"), wanted, got);
        }
    }

    fn cell(&mut self, place: &str, wanted: &Value, got: &Value) {
        self.checks += 1;
        if !cell_meets(wanted, got) {
            self.fault(format!("{place}: expected {wanted}, got {got}"));
        }
    }
}

fn cell_meets(wanted: &Value, got: &Value) -> bool {
    let partial = got.get("partial").is_some_and(|p| p == true);
    match wanted {
        Value::Null => got.is_null(),
        Value::Number(n) => !partial && got.get("n") == Some(&Value::Number(n.clone())),
        Value::String(text) => {
            let (number, so_far) = text.strip_suffix(" so far").map_or((text.as_str(), false), |rest| (rest, true));
            let mut numbers = number.split('/').map(|n| n.parse::<i64>().unwrap_or_else(|_| panic!("a cell: {text}")));
            let n = numbers.next();
            let of = numbers.next();
            let same = |key: &str, want: i64| got.get(key).and_then(Value::as_i64) == Some(want);
            partial == so_far && n.is_some_and(|n| same("n", n)) && of.is_none_or(|of| same("of", of))
        }
        Value::Object(fields) => fields.iter().all(|(key, want)| match key.as_str() {
            "money" => true,
            "low" | "high" => match (want.as_f64(), got.get(key).and_then(Value::as_f64)) {
                (Some(want), Some(got)) => (want - got).abs() < 5e-5,
                (want, got) => want.is_none() && got.is_none(),
            },
            _ => got.get(key) == Some(want),
        }),
        _ => panic!("no notation of a cell: {wanted}"),
    }
}

/// `churn`, `churn [Pro]`.
fn name_of(item: &Value) -> String {
    let id = item["id"].as_str().unwrap_or_default();
    item.get("segment").and_then(Value::as_str).map_or_else(|| id.to_owned(), |value| format!("{id} [{value}]"))
}

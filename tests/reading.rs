//! The reading suite: every file of `tests/cases/reading/` (made by `cargo xtask reading`) says what one of a few
//! tables says, and is read to exactly that table's report, wherever its pieces end. The list beside the files tells
//! what each varies and what it is bound to raise; it raises that and nothing else.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;

use ebb::settings::Settings;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use support::File;

/// `EBB_ONLY=part-of-a-name` asks for some files only.
fn is_asked(name: &str) -> bool {
    std::env::var("EBB_ONLY").map_or(true, |only| name.contains(&only))
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading")
}

fn manifest() -> Value {
    let text = std::fs::read(folder().join("manifest.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn file(name: &str) -> Vec<File> {
    vec![(name.to_owned(), std::fs::read(folder().join(name)).unwrap())]
}

/// What a file says: its reports without what may differ, its rows and roles, and the codes of its issues.
#[derive(Debug, PartialEq)]
struct Said {
    reports: Vec<Value>,
    read: u64,
    set_aside: u64,
    roles: Vec<Value>,
    issues: BTreeSet<String>,
}

/// Reads a file in pieces of so many bytes and asks for the report of the default settings.
fn whole(files: &[File], settings: &Settings, piece: usize) -> Result<Value, String> {
    support::report(files, settings, piece)
        .map_err(|problem| format!("{}: {:?}", problem.code, problem.issues))
}

/// All that is asked of a file of the suite: the default report, one that hangs on every value of a usage file or
/// splits by a plan.
fn said(files: &[File], settings: &Settings) -> Result<Said, String> {
    let mut session = support::read(files, settings, 1 << 20);
    let mut ask = |asked: Value| {
        let asked = support::settings(asked);
        let settings = Settings {
            split: asked.split,
            active: asked.active,
            ..settings.clone()
        };
        if session.must_read(&settings) {
            session = support::read(files, &settings, 1 << 20);
        }
        let report = session.report(&settings);
        report
            .map(|report| support::json(&report))
            .map_err(|problem| {
                format!(
                    "{} {:?} {:?}",
                    problem.code, problem.issues, problem.sources
                )
            })
    };
    let first = ask(json!({}))?;
    let source = &first["sources"][0];
    let number = |key: &str| source[key].as_u64().unwrap();
    assert_eq!(number("rows"), number("read") + number("set_aside"));
    let columns = source["columns"].as_array().unwrap();
    let mut roles: Vec<Value> = columns.iter().map(|c| c["role"].clone()).collect();
    while roles.last() == Some(&Value::Null) {
        roles.pop(); // a delimiter at the end of every line makes no column that holds anything
    }
    let issues = first["issues"].as_array().unwrap();
    let codes = issues
        .iter()
        .map(|i| i["code"].as_str().unwrap().to_owned());
    let mut said = Said {
        read: number("read"),
        set_aside: number("set_aside"),
        issues: codes.collect(),
        roles,
        reports: Vec::new(),
    };
    let plan = columns.iter().find(|c| c["role"] == "plan");
    let mut reports = vec![first.clone()];
    match plan {
        Some(column) => reports.push(ask(json!({"split": column["header"]}))?),
        None => {
            for least in [100, 10_000] {
                reports.push(ask(json!({"active": {"min_value": least}}))?);
            }
        }
    }
    for mut report in reports {
        let report = report.as_object_mut().unwrap();
        report.remove("sources");
        report.remove("issues");
        said.reports.push(Value::Object(report.clone()));
    }
    Ok(said)
}

/// The plain tables: what their rows say was worked out where they were made.
fn tables() -> BTreeMap<String, Said> {
    let manifest = manifest();
    let tables = manifest["tables"].as_object().unwrap();
    let read = |(name, told): (&String, &Value)| {
        let said = said(&file(&format!("{name}.csv")), &Settings::default())
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        let report = &said.reports[0];
        assert_eq!(json!(said.read), told["rows"], "{name}");
        assert_eq!(
            (said.set_aside, said.issues.len()),
            (0, 0),
            "{name} {:?}",
            said.issues
        );
        assert_eq!(json!(said.roles), told["roles"], "{name}");
        for key in ["as_of", "currency"] {
            assert_eq!(report[key], told[key], "{name}: {key}");
        }
        if !told["closing_mrr"].is_null() {
            let closing = support::line(report, "mrr_movements", "closing");
            assert_eq!(closing.last().unwrap()["n"], told["closing_mrr"], "{name}");
        }
        (name.clone(), said)
    };
    tables.iter().map(read).collect()
}

/// What is wrong with the reading of one file.
fn faults(variant: &Value, table: &Said) -> Vec<String> {
    let name = variant["file"].as_str().unwrap();
    let files = file(name);
    let settings = variant.get("settings").cloned().unwrap_or(json!({}));
    let settings = support::settings(settings);
    let said = match said(&files, &settings) {
        Ok(said) => said,
        Err(problem) => return vec![problem],
    };
    let mut faults = Vec::new();
    let mut same = |what: &str, is: &dyn std::fmt::Debug, wanted: &dyn std::fmt::Debug| {
        let (is, wanted) = (format!("{is:?}"), format!("{wanted:?}"));
        if is != wanted {
            faults.push(format!("{what}: {is}, expected {wanted}"));
        }
    };
    let issues: BTreeSet<String> = serde_json::from_value(variant["issues"].clone()).unwrap();
    same("roles", &said.roles, &table.roles);
    same("rows read", &said.read, &table.read);
    same("set aside", &json!(said.set_aside), &variant["set_aside"]);
    same("issues", &said.issues, &issues);
    for (is, wanted) in said.reports.iter().zip(&table.reports) {
        for (key, wanted) in wanted.as_object().unwrap() {
            if &is[key] != wanted {
                let (is, wanted) = (is[key].to_string(), wanted.to_string());
                let at = is
                    .bytes()
                    .zip(wanted.bytes())
                    .take_while(|(a, b)| a == b)
                    .count();
                let cut = |text: &str| -> String {
                    text.chars().skip(at.saturating_sub(60)).take(120).collect()
                };
                faults.push(format!("{key}: …{}… and not …{}…", cut(&is), cut(&wanted)));
            }
        }
    }
    let all = whole(&files, &settings, 1 << 20);
    for piece in support::PIECES {
        if whole(&files, &settings, piece) != all {
            faults.push(format!("another report in pieces of {piece} bytes"));
        }
    }
    faults
}

#[test]
fn every_way_to_write_a_table_is_read_to_the_tables_report() {
    let (manifest, tables) = (manifest(), tables());
    let variants: Vec<&Value> = manifest["variants"].as_array().unwrap().iter().collect();
    let korean = variants.iter().filter(|v| v["korean"] == true).count();
    assert!(
        variants.len() >= 200 && korean >= 60,
        "{} files, {korean} Korean",
        variants.len()
    );
    let wrong = |variants: &[&Value]| -> Vec<String> {
        let name = |v: &Value| v["file"].as_str().unwrap().to_owned();
        let asked = variants.iter().filter(|v| is_asked(&name(v)));
        let told = asked.filter_map(|v| {
            let faults = faults(v, &tables[v["says"].as_str().unwrap()]);
            (!faults.is_empty())
                .then(|| format!("{} {}\n    {}", name(v), v["varies"], faults.join("\n    ")))
        });
        told.collect()
    };
    let (one, other) = variants.split_at(variants.len() / 2);
    let wrong = std::thread::scope(|scope| {
        let half = scope.spawn(|| wrong(one));
        let rest = wrong(other);
        [half.join().unwrap(), rest].concat()
    });
    assert!(
        wrong.is_empty(),
        "{} of {} files\n{}",
        wrong.len(),
        variants.len(),
        wrong.join("\n")
    );
}

/// Customers, their terms and their use in three files, each written in its own way, join as the plain files do.
#[test]
fn files_written_in_different_ways_are_one_world() {
    let manifest = manifest();
    let variants = manifest["variants"].as_array().unwrap();
    let settings = Settings::default();
    let figures = |names: [&str; 3]| {
        let files: Vec<File> = names.iter().flat_map(|name| file(name)).collect();
        let report = support::report(&files, &settings, 1 << 20);
        let report = report.unwrap_or_else(|problem| panic!("{names:?}: {problem:?}"));
        ["as_of", "currency", "figures", "unanswered"].map(|key| report[key].clone())
    };
    for world in ["korean-krw", "latin-usd", "japanese-usd", "chinese-usd"] {
        let of = ["customers", "subscriptions", "usage"].map(|kind| format!("{kind}-{world}"));
        let plain = of.each_ref().map(|table| format!("{table}.csv"));
        let wanted = figures(plain.each_ref().map(String::as_str));
        let ways = of.map(|table| {
            let ours = variants.iter().filter(|v| {
                v["says"] == table && v["set_aside"] == 0 && v.get("settings").is_none()
            });
            let names = ours
                .filter_map(|v| v["file"].as_str())
                .filter(|name| is_asked(name));
            // An id that a spreadsheet rounded joins nothing.
            names
                .filter(|name| !name.contains("rounded"))
                .collect::<Vec<_>>()
        });
        for turn in 0..ways.iter().map(Vec::len).max().unwrap_or(0) {
            let [Some(customers), Some(terms), Some(uses)] = ways
                .each_ref()
                .map(|ways| ways.get(turn % ways.len().max(1)))
            else {
                break;
            };
            let names = [*customers, *terms, *uses];
            assert!(figures(names) == wanted, "{names:?}");
        }
    }
}

#[test]
fn what_varies_only_around_the_cells_is_the_same_cell_by_cell() {
    let manifest = manifest();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for variant in manifest["variants"].as_array().unwrap() {
        let name = variant["file"].as_str().unwrap();
        if variant["same_cells"] != true || !is_asked(name) {
            continue;
        }
        seen += 1;
        let table = format!("{}.csv", variant["says"].as_str().unwrap());
        let (is, wanted) = (cells(name), cells(&table));
        if is != wanted {
            let at = is.iter().zip(&wanted).position(|(a, b)| a != b);
            let row = at.unwrap_or_else(|| is.len().min(wanted.len()));
            wrong.push(format!(
                "{name} {}\n    {:?}\n    {:?}",
                variant["varies"],
                is.get(row),
                wanted.get(row)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {seen} files\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The cells as `ebb table` prints them.
fn cells(name: &str) -> Vec<Vec<String>> {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    let mut out = Vec::new();
    if let Err(error) = ebb::intake::table(&mut std::io::Cursor::new(bytes), &mut out) {
        return vec![vec![error.to_string()]];
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(out.as_slice());
    let all = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|record| all(record.unwrap()))
        .collect()
}

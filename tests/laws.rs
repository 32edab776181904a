//! The eight laws of every report, on a thousand random worlds each, written as CSV and read as a user's files are.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;
#[path = "support/world.rs"]
mod world;

use ebb::settings::Settings;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::File;
use world::{Listed, Term, Use, World};

const MONEY: [&str; 7] = [
    "opening",
    "new",
    "reactivation",
    "expansion",
    "contraction",
    "churn",
    "closing",
];
const HEADS: [&str; 5] = ["opening", "new", "reactivation", "churn", "closing"];

/// The report, or nothing where no row could be read or a sum is too large to be written exactly.
fn report(files: &[File], settings: &Settings) -> Option<Value> {
    support::report(files, settings, 1 << 20).ok()
}

fn n(cell: &Value) -> i64 {
    cell["n"]
        .as_i64()
        .unwrap_or_else(|| panic!("no number: {cell}"))
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// What a report says, without the lines at which it was written.
fn said(report: &Value) -> Value {
    let told = |i: &Value| format!("{} {} {}", i["code"], i["count"], i["args"]["customers"]);
    let mut issues: Vec<String> = list(&report["issues"]).iter().map(told).collect();
    issues.sort();
    json!({"as_of": report["as_of"], "currency": report["currency"], "exponent": report["exponent"],
           "figures": report["figures"], "unanswered": report["unanswered"], "issues": issues})
}

// ---- 1 ----

/// Rows as people write them: anything may be missing, impossible or absurd.
fn noise() -> impl Strategy<Value = Vec<String>> {
    let one = |words: &'static [&'static str]| proptest::sample::select(words);
    let day = || {
        one(&[
            "2024-02-30",
            "",
            "2024-01-05",
            "2024-02-29",
            "soon",
            "1989-05-05",
            "9999-12-31",
            "2024-02-01T23:59:59",
        ])
    };
    let mrr = one(&[
        "",
        "-5",
        "x",
        "0",
        "7",
        "12.345",
        "90071992547409",
        "9007199254740991",
        "99999999999999999999",
    ]);
    let id = one(&["C1", "C2", "", " C0 ", "누리", "\"C,3\""]);
    let row =
        (id, day(), day(), day(), day(), mrr).prop_map(|(id, start, end, trial, asked, mrr)| {
            format!("{id},{start},{end},{trial},{asked},{mrr}")
        });
    proptest::collection::vec(row, 0..6)
}

fn with_noise(world: &World, noise: &[String]) -> Vec<File> {
    let mut files = world.files();
    if let Some((_, bytes)) = files
        .iter_mut()
        .find(|(name, _)| name == "subscriptions.csv")
    {
        for row in noise {
            bytes.extend_from_slice(row.as_bytes());
            bytes.push(b'\n');
        }
    }
    files
}

fn conserves(report: &Value) -> TestCaseResult {
    for (id, lines) in [
        ("mrr_movements", &MONEY[..]),
        ("customer_movements", &HEADS[..]),
    ] {
        let cells: BTreeMap<&str, &[Value]> = lines
            .iter()
            .map(|line| (*line, support::line(report, id, line)))
            .collect();
        let mut before = 0;
        for at in 0..cells["opening"].len() {
            let of = |line: &str| cells.get(line).map_or(0, |cells| n(&cells[at]));
            prop_assert_eq!(
                of("opening"),
                before,
                "{} {}: opening is the closing before",
                id,
                at
            );
            let moved =
                of("new") + of("reactivation") + of("expansion") - of("contraction") - of("churn");
            prop_assert_eq!(of("opening") + moved, of("closing"), "{} {}", id, at);
            prop_assert!(
                lines.iter().all(|line| of(line) >= 0),
                "{} {}: all magnitudes are positive",
                id,
                at
            );
            before = of("closing");
        }
    }
    Ok(())
}

#[test]
fn the_ledger_conserves_to_the_minor_unit() {
    support::hold((world::world(6), noise()), |(world, noise)| {
        let Some(report) = report(&with_noise(&world, &noise), &world.settings) else {
            return Ok(());
        };
        conserves(&report)?;
        for source in list(&report["sources"]) {
            let number = |key: &str| source[key].as_u64().unwrap();
            prop_assert_eq!(
                number("read") + number("set_aside"),
                number("rows"),
                "{}",
                source
            );
        }
        Ok(())
    });
}

// ---- 2 ----

#[test]
fn the_parts_of_a_segment_add_up_to_the_whole() {
    support::hold(world::world(6), |mut world| {
        world.settings.split = Some("plan".into());
        let Some(report) = report(&world.files(), &world.settings) else {
            return Ok(());
        };
        if world.listed.is_empty() {
            return Ok(()); // nobody has a plan
        }
        let sums = |items: &[Value], read: &dyn Fn(&Value) -> Vec<i64>, whole: bool| -> Vec<i64> {
            let mut sums: Vec<i64> = Vec::new();
            for item in items
                .iter()
                .filter(|item| item.get("segment").is_none() == whole)
            {
                let numbers = read(item);
                sums.resize(sums.len().max(numbers.len()), 0);
                sums.iter_mut().zip(numbers).for_each(|(sum, n)| *sum += n);
            }
            sums
        };
        // n and of of a cell; a cell that could not be observed is told apart from 0.
        let of_cell = |cell: &Value| match cell.get("n") {
            Some(n) => vec![
                n.as_i64().unwrap(),
                cell.get("of").and_then(Value::as_i64).unwrap_or(0),
            ],
            None => vec![0, 0],
        };
        let figures = list(&report["figures"]);
        for figure in figures.iter().filter(|f| f.get("segment").is_none()) {
            let id = figure["id"].as_str().unwrap();
            let lines = list(&figure["lines"]);
            for line in lines.iter().filter(|l| l.get("segment").is_none()) {
                let same: Vec<Value> = lines
                    .iter()
                    .filter(|l| l["id"] == line["id"])
                    .cloned()
                    .collect();
                let read = |l: &Value| list(&l["cells"]).iter().flat_map(of_cell).collect();
                prop_assert!(same.len() > 1, "{} is not split", id);
                prop_assert_eq!(
                    sums(&same, &read, true),
                    sums(&same, &read, false),
                    "{} {}",
                    id,
                    &line["id"]
                );
            }
            let parts = list(&figure["parts"]);
            for part in parts.iter().filter(|p| p.get("segment").is_none()) {
                let same: Vec<Value> = parts
                    .iter()
                    .filter(|p| p["id"] == part["id"])
                    .cloned()
                    .collect();
                let read = |p: &Value| vec![n(&p["cell"]), p["money"]["n"].as_i64().unwrap_or(0)];
                prop_assert_eq!(
                    sums(&same, &read, true),
                    sums(&same, &read, false),
                    "{} {}",
                    id,
                    &part["id"]
                );
            }
            for cohort in list(&figure["cohorts"]) {
                let same: Vec<Value> = figures
                    .iter()
                    .filter(|f| f["id"] == figure["id"])
                    .flat_map(|f| {
                        let segment = f.get("segment").cloned();
                        list(&f["cohorts"])
                            .into_iter()
                            .filter(|c| c["start"] == cohort["start"])
                            .map(move |mut c| {
                                if let Some(segment) = &segment {
                                    c["segment"] = segment.clone();
                                }
                                c
                            })
                    })
                    .collect();
                let read = |c: &Value| {
                    let cells = list(&c["cells"]);
                    let mut numbers = vec![c["size"].as_i64().unwrap()];
                    numbers.extend(cells.iter().flat_map(of_cell));
                    numbers
                };
                prop_assert_eq!(
                    sums(&same, &read, true),
                    sums(&same, &read, false),
                    "{} {}",
                    id,
                    &cohort["start"]
                );
            }
        }
        Ok(())
    });
}

// ---- 3, 4, 5 ----

/// Sometimes the as-of date is found in the files.
fn sometimes_unset(mut world: World) -> World {
    if world.terms.len().is_multiple_of(3) {
        world.settings.as_of = None;
    }
    world
}

/// The lines of a file after its header.
fn rows((_, bytes): &File) -> (String, Vec<String>) {
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut lines = text.lines().map(str::to_owned);
    (lines.next().unwrap_or_default(), lines.collect())
}

fn unchanged(files: &[File], others: &[File], settings: &Settings) -> TestCaseResult {
    let (one, other) = (report(files, settings), report(others, settings));
    prop_assert_eq!(one.as_ref().map(said), other.as_ref().map(said));
    Ok(())
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let worlds = (
        world::world(6).prop_map(sometimes_unset),
        noise(),
        any::<u64>(),
    );
    support::hold(worlds, |(world, noise, mut seed)| {
        let files = with_noise(&world, &noise);
        let shuffled: Vec<File> = files
            .iter()
            .map(|file| {
                let (head, mut rows) = rows(file);
                for at in (1..rows.len()).rev() {
                    seed = seed
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1_442_695_040_888_963_407);
                    rows.swap(at, (seed >> 33) as usize % (at + 1));
                }
                world::file(&file.0, &head, &rows)
            })
            .collect();
        unchanged(&files, &shuffled, &world.settings)
    });
}

#[test]
fn the_order_of_files_changes_nothing() {
    let worlds = (
        world::world(6).prop_map(sometimes_unset),
        noise(),
        0..6usize,
    );
    support::hold(worlds, |(world, noise, turn)| {
        let files = with_noise(&world, &noise);
        let mut others = files.clone();
        others.rotate_left(turn % files.len().max(1));
        if turn >= 3 {
            others.reverse();
        }
        let (one, other) = (
            report(&files, &world.settings),
            report(&others, &world.settings),
        );
        let by_name = |report: Option<Value>| {
            report.map(|mut r| {
                r["sources"]
                    .as_array_mut()
                    .unwrap()
                    .sort_by_key(|s| s["file"].to_string());
                r
            })
        };
        prop_assert_eq!(by_name(one), by_name(other));
        Ok(())
    });
}

/// The id of every row in one of five ways to write it.
fn respelled(files: &[File], ways: &[usize]) -> Vec<File> {
    let mut ways = ways.iter().cycle();
    let mut row = |row: String| {
        let (id, rest) = row.split_once(',').unwrap();
        let wide = |c: char| char::from_u32(c as u32 + 0xfee0).unwrap();
        let id = match ways.next() {
            Some(0) => id.to_lowercase(),
            Some(1) => id.chars().flat_map(|c| [c, ' ']).collect(),
            Some(2) => id.chars().map(wide).collect(),
            Some(3) => format!("\u{3000}{}", id.to_lowercase().replace('c', "c\u{a0}")),
            _ => id.to_owned(),
        };
        format!("{id},{rest}")
    };
    let file = |file: &File| {
        let (head, lines) = rows(file);
        let lines: Vec<String> = lines.into_iter().map(&mut row).collect();
        (
            file.0.clone(),
            format!("{head}\n{}\n", lines.join("\n")).into_bytes(),
        )
    };
    files.iter().map(file).collect()
}

#[test]
fn joined_ids_say_what_ids_that_are_written_one_way_say() {
    let ways = proptest::collection::vec(0..6usize, 1..30);
    support::hold((world::world(5), ways), |(world, ways)| {
        let mut world = sometimes_unset(world);
        world.settings.join = ebb::settings::Join::Folded;
        let files = world.files();
        let told = |files: &[File]| {
            let mut said = report(files, &world.settings).as_ref().map(said)?;
            let issues = said["issues"].as_array_mut()?;
            // Rows that were equal are not, where their ids are written in two ways.
            issues.retain(|i| {
                !["ids-joined", "term-equal"]
                    .iter()
                    .any(|code| i.as_str().unwrap().contains(code))
            });
            Some(said)
        };
        prop_assert_eq!(told(&files), told(&respelled(&files, &ways)));
        Ok(())
    });
}

#[test]
fn splitting_a_file_changes_nothing() {
    let worlds = (
        world::world(6).prop_map(sometimes_unset),
        proptest::collection::vec(0..3usize, 64),
    );
    support::hold(worlds, |(world, parts)| {
        let files = world.files();
        let mut others: Vec<File> = Vec::new();
        for file in &files {
            let (head, rows) = rows(file);
            for part in 0..3 {
                let of = |(at, row): (usize, &String)| {
                    (parts[at % parts.len()] == part).then(|| row.clone())
                };
                let rows: Vec<String> = rows.iter().enumerate().filter_map(of).collect();
                if !rows.is_empty() {
                    others.push(world::file(&format!("{part}-{}", file.0), &head, &rows));
                }
            }
        }
        // Two files of equal bytes are one file given twice: that is another rule.
        let mut bytes: Vec<&Vec<u8>> = others.iter().map(|(_, bytes)| bytes).collect();
        bytes.sort();
        prop_assume!(bytes.windows(2).all(|pair| pair[0] != pair[1]));
        let numbers = |report: &Value| json!({"as_of": report["as_of"], "figures": report["figures"], "unanswered": report["unanswered"]});
        let (one, other) = (
            report(&files, &world.settings),
            report(&others, &world.settings),
        );
        prop_assert_eq!(one.as_ref().map(numbers), other.as_ref().map(numbers));
        Ok(())
    });
}

// ---- 6 ----

/// Every n and of of a figure with its place; `rate` tells whether there is an `of`.
fn cells(figure: &Value) -> Vec<(String, Value)> {
    let mut cells = Vec::new();
    for line in list(&figure["lines"]) {
        for (at, cell) in list(&line["cells"]).into_iter().enumerate() {
            cells.push((format!("{} {} {at}", figure["id"], line["id"]), cell));
        }
    }
    for part in list(&figure["parts"]) {
        cells.push((
            format!("{} {}", figure["id"], part["id"]),
            part["cell"].clone(),
        ));
        cells.push((
            format!("{} {} money", figure["id"], part["id"]),
            part.get("money").cloned().unwrap_or_default(),
        ));
    }
    for cohort in list(&figure["cohorts"]) {
        cells.push((
            format!("{} {} size", figure["id"], cohort["start"]),
            json!({"n": cohort["size"]}),
        ));
        for (age, cell) in list(&cohort["cells"]).into_iter().enumerate() {
            cells.push((format!("{} {} {age}", figure["id"], cohort["start"]), cell));
        }
    }
    for (age, cell) in list(&figure["average"]).into_iter().enumerate() {
        cells.push((format!("{} average {age}", figure["id"]), cell));
    }
    cells
}

#[test]
fn duplicating_every_customer_doubles_every_amount_and_leaves_every_rate() {
    support::hold(world::world(5), |world| {
        let Some(one) = report(&world.files(), &world.settings) else {
            return Ok(());
        };
        let mut twice = world.clone();
        let other = |customer: usize| customer + 50;
        twice.listed.extend(world.listed.iter().map(|l| Listed {
            customer: other(l.customer),
            ..l.clone()
        }));
        twice.terms.extend(world.terms.iter().map(|t| Term {
            customer: other(t.customer),
            ..t.clone()
        }));
        twice.uses.extend(world.uses.iter().map(|u| Use {
            customer: other(u.customer),
            ..u.clone()
        }));
        let two = report(&twice.files(), &twice.settings).expect("more rows are read");
        // Twice as many customers can be enough to suspect a cut: that is meant.
        let suspected = |r: &Value| {
            list(&r["issues"])
                .iter()
                .any(|i| i["code"] == "cut-suspected")
        };
        prop_assume!(suspected(&one) == suspected(&two));
        let (one, two) = (list(&one["figures"]), list(&two["figures"]));
        prop_assert_eq!(one.len(), two.len());
        for (one, two) in one.iter().zip(&two) {
            let (one, two) = (cells(one), cells(two));
            prop_assert_eq!(one.len(), two.len());
            for ((place, a), (other, b)) in one.iter().zip(&two) {
                prop_assert_eq!(place, other);
                let doubled =
                    |cell: &Value, key: &str| cell.get(key).and_then(Value::as_i64).map(|n| 2 * n);
                let plain = |cell: &Value, key: &str| cell.get(key).and_then(Value::as_i64);
                // n and of both double, so the rate n/of stays exactly.
                prop_assert_eq!(doubled(a, "n"), plain(b, "n"), "{}", place);
                prop_assert_eq!(doubled(a, "of"), plain(b, "of"), "{}", place);
                prop_assert_eq!(a.get("partial"), b.get("partial"), "{}", place);
            }
        }
        Ok(())
    });
}

// ---- 7 ----

#[test]
fn a_customer_who_starts_after_the_as_of_date_changes_nothing_before_it() {
    support::hold(
        (world::world(5), 1..60i32, 0..3i32),
        |(world, days, later)| {
            let Some(one) = report(&world.files(), &world.settings) else {
                return Ok(());
            };
            let mut more = world.clone();
            let start = world.settings.as_of.unwrap().plus(days);
            let late = 77;
            // Only to files that are there: a first file of a kind answers more questions.
            if !world.listed.is_empty() {
                more.listed.push(Listed {
                    customer: late,
                    signup: Some(start),
                    plan: "Pro",
                });
            }
            if !world.terms.is_empty() {
                let end = (later > 0).then(|| start.plus(later * 20));
                more.terms.push(Term {
                    customer: late,
                    start,
                    end,
                    mrr: 9,
                    trial_end: None,
                    cancel_requested: None,
                });
            }
            if world
                .uses
                .iter()
                .any(|u| Some(u.day) <= world.settings.as_of)
            {
                more.uses.push(Use {
                    customer: late,
                    user: 1,
                    day: start,
                });
            }
            let two = report(&more.files(), &more.settings).expect("more rows are read");
            prop_assert_eq!(&one["figures"], &two["figures"]);
            prop_assert_eq!(&one["as_of"], &two["as_of"]);
            Ok(())
        },
    );
}

// ---- 8 ----

#[test]
fn gross_retention_is_at_most_one_and_at_most_net() {
    support::hold(world::world(5), |world| {
        let files = world.files();
        let mut session = support::read(&files, &world.settings, 1 << 20);
        let Ok(report) = session.report(&world.settings).map(|r| support::json(&r)) else {
            return Ok(());
        };
        let Some(figure) = support::figure(&report, "mrr_movements", None) else {
            return Ok(());
        };
        let periods = list(&figure["periods"]);
        for (at, period) in periods.iter().enumerate().rev().take(3) {
            // The customers behind the numbers, each with a at the opening and b at the close.
            let mut of = |line: &str| -> BTreeMap<String, i64> {
                let query = support::query(
                    &json!({"figure": "mrr_movements", "line": line, "period": period["start"]}),
                );
                let Ok(roster) = session.members(&world.settings, &query, 0, usize::MAX) else {
                    return BTreeMap::new();
                };
                let roster = support::json(&roster);
                let place = |id: &str| {
                    list(&roster["columns"])
                        .iter()
                        .position(|c| c["id"] == id)
                        .unwrap()
                };
                let (customer, amount) = (place("customer"), place("amount"));
                let row = |row: &Value| {
                    (
                        row[customer].as_str().unwrap().to_owned(),
                        row[amount].as_i64().unwrap(),
                    )
                };
                list(&roster["rows"]).iter().map(row).collect()
            };
            let (opening, closing) = (of("opening"), of("closing"));
            let base: i64 = opening.values().sum();
            let kept = |cut: &dyn Fn(i64, i64) -> i64| -> i64 {
                opening
                    .iter()
                    .map(|(id, a)| cut(*a, closing.get(id).copied().unwrap_or(0)))
                    .sum()
            };
            let (gross, net) = (kept(&|a, b| a.min(b)), kept(&|_, b| b));
            let cell = |line: &str| n(&support::line(&report, "mrr_movements", line)[at]);
            prop_assert_eq!(base, cell("opening"));
            prop_assert!(
                0 <= gross && gross <= base && gross <= net,
                "{gross} {net} {base}"
            );
            // The ledger says the same: GRR is 1 - (churn + contraction) / opening, NRR adds expansion.
            prop_assert_eq!(gross, cell("opening") - cell("contraction") - cell("churn"));
            prop_assert_eq!(net, gross + cell("expansion"));
        }
        Ok(())
    });
}

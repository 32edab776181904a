//! The report is held against a second, slow and plain implementation of every figure (`support/plain`). Where the
//! two disagree on a random world, one of them is wrong; the definitions say which.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/plain/mod.rs"]
mod plain;
mod support;
#[path = "support/world.rs"]
mod world;

use ebb::calendar::Day;
use plain::{Plain, Row, averages};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::File;
use world::World;

// ---- the report in the same notes ----

fn note(cell: &Value) -> String {
    if cell.is_null() {
        return "-".into();
    }
    let of = cell
        .get("of")
        .map(|of| format!("/{of}"))
        .unwrap_or_default();
    let partial = if cell.get("partial").is_some_and(|p| p == true) {
        "~"
    } else {
        ""
    };
    format!("{}{of}{partial}", cell["n"])
}

fn notes(cells: &Value) -> Vec<String> {
    cells.as_array().unwrap().iter().map(note).collect()
}

fn line_notes(report: &Value, id: &str, line: &str, segment: Option<&str>) -> Option<Vec<String>> {
    let lines = support::figure(report, id, None)?["lines"].as_array()?;
    let found = lines
        .iter()
        .find(|l| l["id"] == line && l.get("segment").and_then(Value::as_str) == segment)?;
    Some(notes(&found["cells"]))
}

fn rows(report: &Value, id: &str, segment: Option<&str>) -> Option<(Vec<Row>, Vec<String>)> {
    let figure = support::figure(report, id, segment)?;
    let row = |cohort: &Value| Row {
        start: cohort["start"].as_str().unwrap().parse().unwrap(),
        size: cohort["size"].as_u64().unwrap() as usize,
        cells: notes(&cohort["cells"]),
    };
    Some((
        figure["cohorts"]
            .as_array()
            .unwrap()
            .iter()
            .map(row)
            .collect(),
        notes(&figure["average"]),
    ))
}

/// What differs; nothing where both agree on every figure.
fn differences(world: &World) -> Vec<String> {
    let files: Vec<File> = world.files();
    let report = match support::report(&files, &world.settings, 1 << 20) {
        Ok(report) => report,
        // Every row was set aside, or there was none.
        Err(problem) => {
            let read = !world.listed.is_empty()
                || !world.uses.is_empty()
                || !Plain::new(world).payers.is_empty();
            return if read {
                vec![format!("{problem:?}")]
            } else {
                Vec::new()
            };
        }
    };
    let plain = Plain::new(world);
    let mut told = Vec::new();
    let mut same = |place: String, wanted: String, got: String| {
        if wanted != got {
            told.push(format!("{place}\n  plain  {wanted}\n  report {got}"));
        }
    };
    let split = world.settings.split.is_some() && !world.listed.is_empty();
    let everybody: Vec<usize> = plain.everybody().into_iter().collect();
    let mut parts: Vec<(Option<String>, Vec<usize>)> = vec![(None, everybody.clone())];
    if split {
        let values: BTreeSet<&str> = (0..20)
            .filter(|c| known(world, *c))
            .map(|c| plain.plan(c))
            .collect();
        for value in values {
            let of = everybody
                .iter()
                .copied()
                .filter(|c| plain.plan(*c) == value)
                .collect();
            parts.push((Some(value.to_owned()), of));
        }
    }
    let ledger = !plain.periods().is_empty();
    for (segment, who) in &parts {
        let s = segment.as_deref();
        if ledger {
            let starts: Vec<String> = plain
                .periods()
                .iter()
                .map(|p| p.start.to_string())
                .collect();
            let figure = support::figure(&report, "mrr_movements", None);
            let got: Option<Vec<String>> = figure.map(|f| {
                f["periods"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|p| p["start"].as_str().unwrap().to_owned())
                    .collect()
            });
            same(
                "periods".into(),
                format!("{:?}", Some(starts)),
                format!("{got:?}"),
            );
            for (line, money, heads) in plain.movements(who) {
                let got = line_notes(&report, "mrr_movements", line, s);
                same(
                    format!("mrr_movements {line} {s:?}"),
                    format!("{:?}", Some(money)),
                    format!("{got:?}"),
                );
                if line != "expansion" && line != "contraction" {
                    let got = line_notes(&report, "customer_movements", line, s);
                    same(
                        format!("customer_movements {line} {s:?}"),
                        format!("{:?}", Some(heads)),
                        format!("{got:?}"),
                    );
                }
            }
            let got = line_notes(&report, "logo_churn", "churn", s);
            same(
                format!("logo_churn {s:?}"),
                format!("{:?}", Some(plain.churn(who))),
                format!("{got:?}"),
            );
            let (logos, money) = plain.cohorts(who);
            for (id, wanted) in [("logo_cohorts", logos), ("revenue_cohorts", money)] {
                if !wanted.is_empty() {
                    let wanted = (averages(&wanted), wanted);
                    let got = rows(&report, id, s).map(|(rows, average)| (average, rows));
                    same(
                        format!("{id} {s:?}"),
                        format!("{:?}", Some(wanted)),
                        format!("{got:?}"),
                    );
                }
            }
            if plain.first_row.is_some_and(|first| first <= plain.as_of) {
                for (line, wanted) in ["active", "ghost"].into_iter().zip(plain.ghost(who)) {
                    let got = line_notes(&report, "ghost_revenue", line, s);
                    same(
                        format!("ghost_revenue {line} {s:?}"),
                        format!("{:?}", Some(wanted)),
                        format!("{got:?}"),
                    );
                }
                let split = support::figure(&report, "dormancy", None)
                    .map(|f| f["parts"].clone())
                    .unwrap_or(json!([]));
                let got: Vec<(String, i64, i64)> = split
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|p| p.get("segment").and_then(Value::as_str) == s)
                    .map(|p| {
                        (
                            p["id"].as_str().unwrap().to_owned(),
                            p["cell"]["n"].as_i64().unwrap(),
                            p["money"]["n"].as_i64().unwrap(),
                        )
                    })
                    .collect();
                same(
                    format!("dormancy {s:?}"),
                    format!("{:?}", plain.dormancy(who)),
                    format!("{got:?}"),
                );
            }
        }
        let inside = |c: &usize| s.is_none_or(|value| plain.plan(*c) == value);
        let used: BTreeMap<usize, BTreeSet<Day>> = plain
            .used
            .iter()
            .filter(|(c, _)| inside(c))
            .map(|(c, d)| (*c, d.clone()))
            .collect();
        let users: BTreeMap<_, _> = plain
            .users
            .iter()
            .filter(|((c, _), _)| inside(c))
            .map(|(k, d)| (*k, d.clone()))
            .collect();
        if plain.first_row.is_some_and(|first| first <= plain.as_of) {
            let wanted: Vec<String> = plain.active(&used).into_iter().map(|(_, n)| n).collect();
            let got = line_notes(&report, "active", "active", s);
            same(
                format!("active {s:?}"),
                format!("{:?}", Some(wanted)),
                format!("{got:?}"),
            );
            if !plain.users.is_empty() {
                let wanted: Vec<String> =
                    plain.active(&users).into_iter().map(|(_, n)| n).collect();
                let got = line_notes(&report, "active_users", "active", s);
                same(
                    format!("active_users {s:?}"),
                    format!("{:?}", Some(wanted)),
                    format!("{got:?}"),
                );
            }
            let wanted = plain.retention(&used);
            if !wanted.is_empty() {
                let wanted = (averages(&wanted), wanted);
                let got = rows(&report, "retention", s).map(|(rows, average)| (average, rows));
                same(
                    format!("retention {s:?}"),
                    format!("{:?}", Some(wanted)),
                    format!("{got:?}"),
                );
            }
        }
    }
    told
}

/// Whether the customer stands in any row that is read.
fn known(world: &World, customer: usize) -> bool {
    world.listed.iter().any(|l| l.customer == customer)
        || world.terms.iter().any(|t| t.customer == customer)
        || world.uses.iter().any(|u| u.customer == customer)
}

fn agree(world: &World) -> Result<(), proptest::test_runner::TestCaseError> {
    let told = differences(world);
    proptest::prop_assert!(told.is_empty(), "\n{}\n", told.join("\n"));
    Ok(())
}

#[test]
fn both_agree_on_every_figure() {
    support::hold(world::world(5), |world| agree(&world));
}

#[test]
fn both_agree_on_every_value_of_a_split() {
    support::hold(world::world(6), |mut world| {
        world.settings.split = Some("plan".into());
        agree(&world)
    });
}

#[test]
fn both_agree_on_which_files_were_cut() {
    support::hold(world::cut_world(), |world| agree(&world));
}

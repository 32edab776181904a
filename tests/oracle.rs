//! A second implementation of every figure, written from the definitions alone, as slow and plain as they read: it
//! walks day by day through who pays what, and keeps sets of who was active. It shares nothing with the first but the
//! calendar. Where the two disagree on a random world, one of them is wrong.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;
#[path = "support/world.rs"]
mod world;

use ebb::calendar::{Day, Grain, Span};
use ebb::settings::{ChurnDate, EndIs, Settings};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::File;
use world::World;

/// One customer's MRR, day by day from `first` to the as-of date.
struct Payer {
    mrr: Vec<i64>,
}

/// The world, simulated.
struct Plain<'a> {
    world: &'a World,
    as_of: Day,
    first: Day,
    payers: BTreeMap<usize, Payer>,
    /// Who used it on which days, up to the as-of date.
    used: BTreeMap<usize, BTreeSet<Day>>,
    users: BTreeMap<(usize, usize), BTreeSet<Day>>,
    first_row: Option<Day>,
    /// The period that counts as incomplete because the file was probably cut in it.
    cut: Option<Span>,
}

impl<'a> Plain<'a> {
    fn new(world: &'a World) -> Plain<'a> {
        let settings = &world.settings;
        let as_of = settings.as_of.expect("worlds have an as-of date");
        let first = world::ORIGIN.plus(-100);
        let mut payers: BTreeMap<usize, Payer> = BTreeMap::new();
        for term in &world.terms {
            let mut end = term.end;
            if settings.end_is == EndIs::LastDay {
                end = end.map(|e| e.plus(1));
            }
            if end.is_some_and(|end| end <= term.start) {
                continue; // set aside
            }
            if let Some(asked) = term.cancel_requested.filter(|_| settings.churn_date == ChurnDate::CancelRequest) {
                let own = end.unwrap_or(Day(i32::MAX));
                end = Some(asked.min(own).max(term.start.plus(1)));
            }
            let payer = payers.entry(term.customer).or_insert_with(|| Payer { mrr: Vec::new() });
            payer.mrr.resize((as_of.since(first) + 1).max(0) as usize, 0);
            for (at, mrr) in payer.mrr.iter_mut().enumerate() {
                let day = first.plus(at as i32);
                let runs = term.start <= day && end.is_none_or(|end| day < end);
                if runs && term.trial_end.is_none_or(|trial| day >= trial) {
                    *mrr += term.mrr;
                }
            }
        }
        for payer in payers.values_mut() {
            bridge(&mut payer.mrr, settings.grace as usize);
        }
        let mut used: BTreeMap<usize, BTreeSet<Day>> = BTreeMap::new();
        let mut users: BTreeMap<(usize, usize), BTreeSet<Day>> = BTreeMap::new();
        for row in world.uses.iter().filter(|row| row.day <= as_of) {
            used.entry(row.customer).or_default().insert(row.day);
            if row.user != 0 {
                users.entry((row.customer, row.user)).or_default().insert(row.day);
            }
        }
        let first_row = world.uses.iter().map(|row| row.day).min();
        let mut plain = Plain { world, as_of, first, payers, used, users, first_row, cut: None };
        plain.cut = plain.suspect();
        plain
    }

    fn mrr(&self, customer: usize, day: Day) -> i64 {
        let at = usize::try_from(day.since(self.first)).ok();
        at.and_then(|at| self.payers.get(&customer)?.mrr.get(at)).copied().unwrap_or(0)
    }

    fn first_paying(&self, customer: usize) -> Option<Day> {
        let at = self.payers.get(&customer)?.mrr.iter().position(|m| *m > 0)?;
        Some(self.first.plus(at as i32))
    }

    fn settings(&self) -> &Settings {
        &self.world.settings
    }

    fn suspect(&self) -> Option<Span> {
        let period = self.settings().grain.period(self.as_of, self.settings().week_start);
        let before: Vec<usize> = self.everybody().into_iter().filter(|c| self.mrr(*c, period.start.plus(-1)) > 0).collect();
        let mut day = period.start;
        while day <= self.as_of && before.len() >= 10 {
            let stopped = before.iter().filter(|c| self.mrr(**c, day.plus(-1)) > 0 && self.mrr(**c, day) == 0).count();
            if stopped * 2 >= before.len() {
                return Some(period);
            }
            day = day.plus(1);
        }
        None
    }

    fn everybody(&self) -> BTreeSet<usize> {
        self.payers.keys().copied().collect()
    }

    /// The plan in the customers file; nothing known is blank, which is a value.
    fn plan(&self, customer: usize) -> &str {
        self.world.listed.iter().find(|l| l.customer == customer).map_or("", |l| l.plan)
    }

    fn periods(&self) -> Vec<Span> {
        let start = self.everybody().into_iter().filter_map(|c| self.first_paying(c)).min();
        start.map_or(Vec::new(), |start| self.settings().grain.periods(start, self.as_of, self.settings().week_start))
    }

    fn complete(&self, period: Span) -> bool {
        period.last() <= self.as_of && self.cut != Some(period)
    }

    fn close(&self, period: Span) -> Day {
        period.last().min(self.as_of)
    }

    // ---- figures, as notes `n`, `n/of`, `-` (null), with `~` where partial ----

    fn movements(&self, who: &[usize]) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
        let names = ["opening", "new", "reactivation", "expansion", "contraction", "churn", "closing"];
        let mut money = vec![Vec::new(); 7];
        let mut heads = vec![Vec::new(); 7];
        for period in self.periods() {
            let (mut m, mut h) = ([0i64; 7], [0i64; 7]);
            for &c in who {
                let (a, b) = (self.mrr(c, period.start.plus(-1)), self.mrr(c, self.close(period)));
                let before = self.first_paying(c).is_some_and(|day| day < period.start);
                let moved = match (a, b) {
                    (0, 0) => None,
                    (0, b) if before => Some((2, b)),
                    (0, b) => Some((1, b)),
                    (a, 0) => Some((5, a)),
                    (a, b) if b > a => Some((3, b - a)),
                    (a, b) if b < a => Some((4, a - b)),
                    _ => None,
                };
                for (line, amount) in [Some((0, a)), moved, Some((6, b))].into_iter().flatten() {
                    m[line] += amount;
                    h[line] += i64::from(amount > 0);
                }
            }
            for line in 0..7 {
                money[line].push(self.note(period, m[line].to_string()));
                heads[line].push(self.note(period, h[line].to_string()));
            }
        }
        names.into_iter().zip(money).zip(heads).map(|((name, m), h)| (name, m, h)).collect()
    }

    fn note(&self, period: Span, text: String) -> String {
        if self.complete(period) { text } else { text + "~" }
    }

    fn churn(&self, who: &[usize]) -> Vec<String> {
        let note = |period: Span| {
            let open: Vec<&usize> = who.iter().filter(|c| self.mrr(**c, period.start.plus(-1)) > 0).collect();
            let gone = open.iter().filter(|c| self.mrr(***c, self.close(period)) == 0).count();
            self.note(period, format!("{gone}/{}", open.len()))
        };
        self.periods().into_iter().map(note).collect()
    }

    fn ghost(&self, who: &[usize]) -> [Vec<String>; 2] {
        let mut lines = [Vec::new(), Vec::new()];
        for period in self.periods() {
            let close = self.close(period);
            let window = close.plus(1 - self.settings().silent as i32);
            let mut sums = [0, 0];
            for &c in who {
                let here = self.used.get(&c).is_some_and(|days| days.range(window..=close).next().is_some());
                sums[usize::from(!here)] += self.mrr(c, close);
            }
            let unknown = self.first_row.is_none_or(|first| window < first);
            for (line, sum) in lines.iter_mut().zip(sums) {
                line.push(if unknown { "-".into() } else { self.note(period, sum.to_string()) });
            }
        }
        lines
    }

    /// Cohorts by first paying start: (start, size, customers' cells, money's cells).
    fn cohorts(&self, who: &[usize]) -> (Vec<Row>, Vec<Row>) {
        let periods = self.periods();
        let (mut logos, mut money) = (Vec::new(), Vec::new());
        for (at, period) in periods.iter().enumerate() {
            let members: Vec<usize> =
                who.iter().copied().filter(|c| self.first_paying(*c).is_some_and(|day| period.holds(day))).collect();
            if members.is_empty() {
                continue;
            }
            let sum = |p: &Span| members.iter().map(|c| self.mrr(*c, self.close(*p))).sum::<i64>();
            let count = |p: &Span| members.iter().filter(|c| self.mrr(**c, self.close(*p)) > 0).count();
            let cell = |age: usize, n: &dyn Fn(&Span) -> String| {
                periods.get(at + age).map_or("-".to_owned(), |p| self.note(*p, n(p)))
            };
            let size = members.len();
            logos.push(Row {
                start: period.start,
                size,
                cells: (0..periods.len()).map(|age| cell(age, &|p| format!("{}/{size}", count(p)))).collect(),
            });
            let base = sum(period);
            money.push(Row {
                start: period.start,
                size,
                cells: (0..periods.len()).map(|age| cell(age, &|p| format!("{}/{base}", sum(p)))).collect(),
            });
        }
        (logos, money)
    }

    fn use_complete(&self, period: Span) -> bool {
        period.last() <= self.as_of && self.first_row.is_some_and(|first| first <= period.start)
    }

    fn active<K: Ord>(&self, days: &BTreeMap<K, BTreeSet<Day>>) -> Vec<(Day, String)> {
        let Some(first) = self.first_row else { return Vec::new() };
        let periods = self.settings().grain.periods(first, self.as_of, self.settings().week_start);
        let note = |p: Span| {
            let n = days.values().filter(|days| days.iter().any(|d| p.holds(*d))).count();
            (p.start, if self.use_complete(p) { n.to_string() } else { format!("{n}~") })
        };
        periods.into_iter().map(note).collect()
    }

    fn retention(&self, who: &BTreeMap<usize, BTreeSet<Day>>) -> Vec<Row> {
        let Some(first) = self.first_row else { return Vec::new() };
        let periods = Grain::Month.periods(first, self.as_of, self.settings().week_start);
        let mut rows = Vec::new();
        for (at, period) in periods.iter().enumerate() {
            let members: Vec<&BTreeSet<Day>> =
                who.values().filter(|days| days.first().is_some_and(|d| period.holds(*d))).collect();
            if members.is_empty() {
                continue;
            }
            let cell = |age: usize| match periods.get(at + age) {
                Some(p) => {
                    let n = members.iter().filter(|days| days.iter().any(|d| p.holds(*d))).count();
                    format!("{n}/{}{}", members.len(), if self.use_complete(*p) { "" } else { "~" })
                }
                None => "-".into(),
            };
            rows.push(Row { start: period.start, size: members.len(), cells: (0..periods.len()).map(cell).collect() });
        }
        rows
    }

    fn dormancy(&self, who: &[usize]) -> Vec<(String, i64, i64)> {
        let cuts = &self.settings().dormancy;
        let mut parts: Vec<(String, i64, i64)> = Vec::new();
        let mut from = 0;
        for &cut in cuts {
            parts.push((format!("{from}-{}", cut - 1), 0, 0));
            from = cut;
        }
        parts.push((format!("{from}+"), 0, 0));
        parts.push(("never".into(), 0, 0));
        for &c in who.iter().filter(|c| self.mrr(**c, self.as_of) > 0) {
            let at = match self.used.get(&c).and_then(|days| days.last()) {
                Some(last) => cuts.iter().filter(|cut| self.as_of.since(*last) >= **cut as i32).count(),
                None => cuts.len() + 1,
            };
            parts[at].1 += 1;
            parts[at].2 += self.mrr(c, self.as_of);
        }
        parts
    }
}

/// A row of a triangle.
#[derive(Debug, PartialEq)]
struct Row {
    start: Day,
    size: usize,
    cells: Vec<String>,
}

/// Σ cells / Σ their `of` over the complete cells of each age; a base of 0 is left out.
fn averages(rows: &[Row]) -> Vec<String> {
    let ages = rows.first().map_or(0, |row| row.cells.len());
    let one = |age: usize| {
        let (mut n, mut of) = (0i64, 0i64);
        for cell in rows.iter().map(|row| &row.cells[age]).filter(|c| !c.ends_with('~') && *c != "-") {
            let (a, b) = cell.split_once('/').unwrap();
            let (a, b): (i64, i64) = (a.parse().unwrap(), b.parse().unwrap());
            if b > 0 {
                (n, of) = (n + a, of + b);
            }
        }
        if of == 0 { "-".to_owned() } else { format!("{n}/{of}") }
    };
    (0..ages).map(one).collect()
}

/// Gaps of at most `grace` days between paying days are filled with the MRR of the last paying day.
fn bridge(mrr: &mut [i64], grace: usize) {
    let mut last: Option<usize> = None;
    for at in 0..mrr.len() {
        if mrr[at] == 0 {
            continue;
        }
        if let Some(before) = last.filter(|before| at - before - 1 <= grace) {
            let amount = mrr[before];
            mrr[before + 1..at].fill(amount);
        }
        last = Some(at);
    }
}

// ---- the report in the same notes ----

fn note(cell: &Value) -> String {
    if cell.is_null() {
        return "-".into();
    }
    let of = cell.get("of").map(|of| format!("/{of}")).unwrap_or_default();
    let partial = if cell.get("partial").is_some_and(|p| p == true) { "~" } else { "" };
    format!("{}{of}{partial}", cell["n"])
}

fn notes(cells: &Value) -> Vec<String> {
    cells.as_array().unwrap().iter().map(note).collect()
}

fn line_notes(report: &Value, id: &str, line: &str, segment: Option<&str>) -> Option<Vec<String>> {
    let lines = support::figure(report, id, None)?["lines"].as_array()?;
    let found = lines.iter().find(|l| l["id"] == line && l.get("segment").and_then(Value::as_str) == segment)?;
    Some(notes(&found["cells"]))
}

fn rows(report: &Value, id: &str, segment: Option<&str>) -> Option<(Vec<Row>, Vec<String>)> {
    let figure = support::figure(report, id, segment)?;
    let row = |cohort: &Value| Row {
        start: cohort["start"].as_str().unwrap().parse().unwrap(),
        size: cohort["size"].as_u64().unwrap() as usize,
        cells: notes(&cohort["cells"]),
    };
    Some((figure["cohorts"].as_array().unwrap().iter().map(row).collect(), notes(&figure["average"])))
}

/// What differs; nothing where both agree on every figure.
fn differences(world: &World) -> Vec<String> {
    let files: Vec<File> = world.files();
    let report = match support::report(&files, &world.settings, 1 << 20) {
        Ok(report) => report,
        // Every row was set aside, or there was none.
        Err(problem) => {
            let read = !world.listed.is_empty() || !world.uses.is_empty() || !Plain::new(world).payers.is_empty();
            return if read { vec![format!("{problem:?}")] } else { Vec::new() };
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
        let values: BTreeSet<&str> = (0..20).filter(|c| known(world, *c)).map(|c| plain.plan(c)).collect();
        for value in values {
            let of = everybody.iter().copied().filter(|c| plain.plan(*c) == value).collect();
            parts.push((Some(value.to_owned()), of));
        }
    }
    let ledger = !plain.periods().is_empty();
    for (segment, who) in &parts {
        let s = segment.as_deref();
        if ledger {
            let starts: Vec<String> = plain.periods().iter().map(|p| p.start.to_string()).collect();
            let figure = support::figure(&report, "mrr_movements", None);
            let got = figure.map(|f| f["periods"].as_array().unwrap().iter().map(|p| p["start"].as_str().unwrap().to_owned()).collect());
            same("periods".into(), format!("{:?}", Some(starts)), format!("{got:?}"));
            for (line, money, heads) in plain.movements(who) {
                let got = line_notes(&report, "mrr_movements", line, s);
                same(format!("mrr_movements {line} {s:?}"), format!("{:?}", Some(money)), format!("{got:?}"));
                if line != "expansion" && line != "contraction" {
                    let got = line_notes(&report, "customer_movements", line, s);
                    same(format!("customer_movements {line} {s:?}"), format!("{:?}", Some(heads)), format!("{got:?}"));
                }
            }
            let got = line_notes(&report, "logo_churn", "churn", s);
            same(format!("logo_churn {s:?}"), format!("{:?}", Some(plain.churn(who))), format!("{got:?}"));
            let (logos, money) = plain.cohorts(who);
            for (id, wanted) in [("logo_cohorts", logos), ("revenue_cohorts", money)] {
                if !wanted.is_empty() {
                    let wanted = (averages(&wanted), wanted);
                    let got = rows(&report, id, s).map(|(rows, average)| (average, rows));
                    same(format!("{id} {s:?}"), format!("{:?}", Some(wanted)), format!("{got:?}"));
                }
            }
            if plain.first_row.is_some_and(|first| first <= plain.as_of) {
                for (line, wanted) in ["active", "ghost"].into_iter().zip(plain.ghost(who)) {
                    let got = line_notes(&report, "ghost_revenue", line, s);
                    same(format!("ghost_revenue {line} {s:?}"), format!("{:?}", Some(wanted)), format!("{got:?}"));
                }
                let split = support::figure(&report, "dormancy", None).map(|f| f["parts"].clone()).unwrap_or(json!([]));
                let got: Vec<(String, i64, i64)> = split
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|p| p.get("segment").and_then(Value::as_str) == s)
                    .map(|p| (p["id"].as_str().unwrap().to_owned(), p["cell"]["n"].as_i64().unwrap(), p["money"]["n"].as_i64().unwrap()))
                    .collect();
                same(format!("dormancy {s:?}"), format!("{:?}", plain.dormancy(who)), format!("{got:?}"));
            }
        }
        let inside = |c: &usize| s.is_none_or(|value| plain.plan(*c) == value);
        let used: BTreeMap<usize, BTreeSet<Day>> = plain.used.iter().filter(|(c, _)| inside(c)).map(|(c, d)| (*c, d.clone())).collect();
        let users: BTreeMap<_, _> = plain.users.iter().filter(|((c, _), _)| inside(c)).map(|(k, d)| (*k, d.clone())).collect();
        if plain.first_row.is_some_and(|first| first <= plain.as_of) {
            let wanted: Vec<String> = plain.active(&used).into_iter().map(|(_, n)| n).collect();
            let got = line_notes(&report, "active", "active", s);
            same(format!("active {s:?}"), format!("{:?}", Some(wanted)), format!("{got:?}"));
            if !plain.users.is_empty() {
                let wanted: Vec<String> = plain.active(&users).into_iter().map(|(_, n)| n).collect();
                let got = line_notes(&report, "active_users", "active", s);
                same(format!("active_users {s:?}"), format!("{:?}", Some(wanted)), format!("{got:?}"));
            }
            let wanted = plain.retention(&used);
            if !wanted.is_empty() {
                let wanted = (averages(&wanted), wanted);
                let got = rows(&report, "retention", s).map(|(rows, average)| (average, rows));
                same(format!("retention {s:?}"), format!("{:?}", Some(wanted)), format!("{got:?}"));
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

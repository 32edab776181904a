//! The staircase, and every line of the table of section 3.

use super::Movement::{Churn, Contraction, Expansion, New, Reactivation};
use super::*;
use crate::facts::Facts;
use crate::facts::world::{World, day};
use crate::settings::Settings;

fn steps(world: World, grace: u32) -> Vec<(String, i64)> {
    let data = world.build();
    let ledger = Ledger::new(&data, data.as_of, grace);
    ledger
        .steps(0)
        .iter()
        .map(|s| (s.day.to_string(), s.mrr))
        .collect()
}

fn is(got: &[(String, i64)], want: &[(&str, i64)]) {
    let got: Vec<(&str, i64)> = got.iter().map(|(d, m)| (d.as_str(), *m)).collect();
    assert_eq!(got, want);
}

fn movements(world: World) -> Vec<(usize, Movement, i64)> {
    let (data, settings) = (world.build(), Settings::default());
    let facts = Facts::new(&data, &settings);
    facts
        .closes(0)
        .filter_map(|c| c.movement().map(|(kind, by)| (c.period, kind, by)))
        .collect()
}

#[test]
fn terms_at_once_add_and_a_trial_pays_nothing() {
    let w = World::new("2024-12-31")
        .term("a", "2024-01-01", "2024-06-01", 10)
        .term("a", "2024-03-15", "", 5);
    is(
        &steps(w, 0),
        &[("2024-01-01", 10), ("2024-03-15", 15), ("2024-06-01", 5)],
    );
    let trial = World::new("2024-12-31").trial("a", "2024-01-01", "2024-02-01", "2024-01-15", 10);
    is(&steps(trial, 0), &[("2024-01-15", 10), ("2024-02-01", 0)]);
    let only = World::new("2024-12-31").trial("a", "2024-01-01", "2024-02-01", "2024-02-01", 10);
    is(&steps(only, 0), &[]);
}

#[test]
fn nothing_after_the_as_of_date_exists() {
    let w = World::new("2024-03-31")
        .term("a", "2024-01-01", "2024-04-01", 10)
        .term("a", "2024-04-01", "", 20);
    is(&steps(w, 0), &[("2024-01-01", 10)]);
    let w = World::new("2024-04-01")
        .term("a", "2024-01-01", "2024-04-01", 10)
        .term("a", "2024-04-02", "", 20);
    is(&steps(w, 0), &[("2024-01-01", 10), ("2024-04-01", 0)]);
}

#[test]
fn a_gap_within_the_grace_carries_the_last_paying_days_mrr_and_an_open_end_does_not() {
    let gap = || {
        World::new("2024-12-31")
            .term("a", "2024-01-01", "2024-03-01", 10)
            .term("a", "2024-03-08", "2024-12-30", 15)
    };
    is(
        &steps(gap(), 7),
        &[("2024-01-01", 10), ("2024-03-08", 15), ("2024-12-30", 0)],
    );
    is(
        &steps(gap(), 6),
        &[
            ("2024-01-01", 10),
            ("2024-03-01", 0),
            ("2024-03-08", 15),
            ("2024-12-30", 0),
        ],
    );
    // A free plan in the gap is part of it, and the same price before and after is one stretch.
    let free = gap().term("a", "2024-03-01", "2024-03-08", 0);
    is(
        &steps(free, 7),
        &[("2024-01-01", 10), ("2024-03-08", 15), ("2024-12-30", 0)],
    );
    let same = World::new("2024-12-31")
        .term("a", "2024-01-01", "2024-03-01", 10)
        .term("a", "2024-03-02", "", 10);
    is(&steps(same, 1), &[("2024-01-01", 10)]);
}

/// Every line of the table of section 3, of one customer: January 10, March 15, April 5, gone on 1 May, back
/// on 30 June.
#[test]
fn each_movement_lies_in_the_period_of_its_first_day() {
    let w = World::new("2024-06-30")
        .term("a", "2024-01-31", "2024-03-01", 10)
        .term("a", "2024-03-01", "2024-04-30", 15)
        .term("a", "2024-04-30", "2024-05-01", 5)
        .term("a", "2024-06-30", "", 8);
    let want = [
        (0, New, 10),
        (2, Expansion, 5),
        (3, Contraction, 10),
        (4, Churn, 5),
        (5, Reactivation, 8),
    ];
    assert_eq!(movements(w), want);
}

#[test]
fn in_and_out_inside_a_period_is_no_movement_and_makes_the_return_a_reactivation() {
    let w = || {
        World::new("2024-03-31")
            .term("a", "2024-01-05", "2024-01-31", 10)
            .term("a", "2024-03-02", "", 10)
    };
    assert_eq!(movements(w()), [(2, Reactivation, 10)]);
    let (data, settings) = (w().build(), Settings::default());
    let facts = Facts::new(&data, &settings);
    assert_eq!(facts.within_period(), [0]);
    assert_eq!(facts.ledger.mrr(0, day("2024-01-30")), 10);
    assert_eq!(facts.ledger.mrr(0, day("2024-01-31")), 0);
}

#[test]
fn left_and_back_within_the_first_period_is_new_and_within_a_later_one_nothing() {
    let w = World::new("2024-02-29")
        .term("a", "2024-01-02", "2024-01-05", 10)
        .term("a", "2024-01-20", "2024-02-10", 10)
        .term("a", "2024-02-20", "", 10);
    assert_eq!(movements(w), [(0, New, 10)]);
}

#[test]
fn sums_beyond_any_report_are_kept_apart_until_a_close_meets_them() {
    let big = crate::money::MAX_EXACT;
    let mut w = World::new("2024-03-31").term("a", "2024-01-01", "", 7);
    for _ in 0..2000 {
        w = w.term("a", "2024-02-10", "2024-02-11", big);
    }
    is(
        &steps(w, 0),
        &[
            ("2024-01-01", 7),
            ("2024-02-10", i64::MAX),
            ("2024-02-11", 7),
        ],
    );
}

/// MRR of each day by adding up the terms that run on it, gaps filled one by one.
fn day_by_day(terms: &[(i32, i32, i64, i32)], as_of: i32, grace: usize) -> Vec<i64> {
    let on = |day: i32| {
        let runs = |t: &&(i32, i32, i64, i32)| t.0 <= day && day < t.1 && day >= t.3;
        terms.iter().filter(runs).map(|t| t.2).sum::<i64>()
    };
    let mut days: Vec<i64> = (0..=as_of).map(on).collect();
    let paid: Vec<usize> = (0..days.len()).filter(|d| days[*d] > 0).collect();
    for gap in paid.windows(2).filter(|w| w[1] - w[0] - 1 <= grace) {
        let carried = days[gap[0]];
        days[gap[0] + 1..gap[1]].fill(carried);
    }
    days
}

proptest::proptest! {
    #[test]
    fn the_staircase_is_the_sum_of_the_terms_of_each_day(
        terms in proptest::collection::vec((0..60i32, 1..30i32, 0..4i64, 0..70i32), 0..6),
        as_of in 0..80i32,
        grace in 0..12u32,
    ) {
        let terms: Vec<_> = terms.into_iter().map(|(from, days, mrr, trial)| (from, from + days, mrr, trial)).collect();
        let base = day("2024-01-01");
        let text = |n: i32| base.plus(n).to_string();
        let mut w = World::new(&text(as_of)).listed("a", &[]);
        for (from, to, mrr, trial) in &terms {
            w = w.trial("a", &text(*from), &text(*to), &text(*trial), *mrr);
        }
        let data = w.build();
        let settings = Settings { grace, ..Settings::default() };
        let facts = Facts::new(&data, &settings);
        let want = day_by_day(&terms, as_of, grace as usize);
        let got: Vec<i64> = (0..=as_of).map(|n| facts.ledger.mrr(0, base.plus(n))).collect();
        assert_eq!(got, want);
        let closes: Vec<(usize, i64)> = facts.closes(0).filter(|c| c.closing > 0).map(|c| (c.period, c.closing)).collect();
        let closing = |(i, day): (usize, &Day)| (i, want[usize::try_from(day.since(base)).unwrap_or(0)]);
        let all: Vec<(usize, i64)> = facts.frame.closes.iter().enumerate().map(closing).filter(|c| c.1 > 0).collect();
        assert_eq!(closes, all);
    }
}

//! Days against a plain map of them.

use super::*;
use crate::dataset::{DayUse, Usage};
use crate::pile::Blocks;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The same, said plainly.
#[derive(Clone, Default)]
struct Plain(BTreeMap<Day, (u64, i64)>);

impl Plain {
    fn add(&mut self, day: Day, rows: u64, value: i64) {
        let known = self.0.entry(day).or_default();
        *known = (known.0 + rows, known.1 + value);
    }

    fn last_by(&self, day: Day) -> Option<Day> {
        self.0.range(..=day).next_back().map(|d| *d.0)
    }

    fn next(&self, day: Day) -> Option<Day> {
        self.0.range(day..).next().map(|d| *d.0)
    }

    fn between(&self, from: Day, to: Day) -> (u64, i64) {
        let days = self.0.iter().filter(|d| (from..=to).contains(d.0));
        days.fold((0, 0), |sum, (_, d)| (sum.0 + d.0, sum.1 + d.1))
    }
}

fn make(rows: &[(Day, u64, i64)], keep: bool) -> Days {
    let mut days = Days::default();
    for &(day, rows, value) in rows {
        days.add(day, rows);
        days.add_value(day, value, keep);
    }
    days
}

/// Days that stand close, and at the ends of blocks, months and all that is read.
fn day() -> impl Strategy<Value = Day> {
    prop_oneof![
        (19_700i32..19_800).prop_map(Day),
        (7305i32..2_932_896).prop_map(Day),
        prop::sample::select(
            &[
                -17, -16, -1, 0, 7305, 19_711, 19_712, 19_727, 19_728, 2_932_896
            ][..]
        )
        .prop_map(Day),
    ]
}

fn rows() -> impl Strategy<Value = Vec<(Day, u64, i64)>> {
    let count = prop_oneof![4 => 1u64..4, 1 => 250u64..300, 1 => Just(1_000_000)];
    let value = prop_oneof![Just(0), -5_000_000i64..5_000_000];
    prop::collection::vec((day(), count, value), 0..60)
}

/// The use of a customer with these leaves.
fn usage(leaves: &[Days]) -> Usage {
    let mut usage = Usage::new(leaves.iter().cloned().collect::<Blocks<_>>().into());
    let numbers: Vec<u32> = (0..leaves.len() as u32).collect();
    usage.add_customer(&numbers, None);
    usage
}

fn rows_of(days: &Days) -> Vec<DayUse> {
    usage(std::slice::from_ref(days))
        .customer(0)
        .iter()
        .collect()
}

fn same(leaves: &[Days], plain: &Plain, keep: bool, asked: &[Day]) {
    let usage = usage(leaves);
    let track = usage.customer(0);
    let all: Vec<(Day, (u64, i64))> = track.iter().map(|d| (d.day, (d.rows, d.value))).collect();
    let value = |n: i64| if keep { n } else { 0 };
    let want: Vec<_> = (plain.0.iter().map(|(d, n)| (*d, (n.0, value(n.1))))).collect();
    assert_eq!(all, want);
    assert_eq!(track.first(), plain.0.keys().next().copied());
    let mut walk = track;
    let mut asked = asked.to_vec();
    asked.sort();
    for &from in &asked {
        assert_eq!(walk.next(from), plain.next(from), "{from}");
        assert_eq!(track.last_by(from), plain.last_by(from), "{from}");
        for &to in &asked {
            let (rows, sum) = plain.between(from, to);
            let sum = if keep { sum } else { 0 };
            assert_eq!((track.rows(from, to), track.value(from, to)), (rows, sum));
        }
    }
}

fn read(bytes: &mut &[u8]) -> Option<Days> {
    let mut days = Days::default();
    days.absorb(bytes).map(|()| days)
}

proptest! {
    #[test]
    fn they_are_what_a_plain_map_is(
        rows in rows(),
        keep: bool,
        mut asked in prop::collection::vec(day(), 0..12),
        parts in 1usize..30,
    ) {
        let mut plain = Plain::default();
        rows.iter().for_each(|&(day, n, value)| plain.add(day, n, value));
        asked.extend([Day(i32::MIN), Day(i32::MAX)]);
        asked.extend(rows.iter().take(4).map(|row| row.0));
        same(&[make(&rows, keep)], &plain, keep, &asked);
        let leaves: Vec<Days> = rows.chunks(parts).map(|rows| make(rows, keep)).collect();
        same(&leaves, &plain, keep, &asked);
    }

    #[test]
    fn no_order_and_no_grouping_leaves_a_trace(mut rows in rows(), keep: bool, cut in 0usize..60) {
        let days = make(&rows, keep);
        let (a, b) = rows.split_at(cut.min(rows.len()));
        let (a, b) = (make(a, keep), make(b, keep));
        for (a, b) in [(&a, &b), (&b, &a)] {
            let mut sum = a.clone();
            sum.merge(b);
            prop_assert_eq!(&sum, &days);
        }
        rows.sort();
        prop_assert_eq!(&make(&rows, keep), &days);
        rows.reverse();
        prop_assert_eq!(&make(&rows, keep), &days);
    }

    #[test]
    fn they_can_be_posted(rows in rows(), keep: bool, cut: prop::sample::Index) {
        let days = make(&rows, keep);
        let mut bytes = Vec::new();
        days.pack(&mut bytes);
        bytes.push(7);
        let mut rest = &bytes[..];
        prop_assert_eq!(read(&mut rest), Some(days));
        prop_assert_eq!(rest, &[7][..]);
        let mut short = &bytes[..cut.index(bytes.len() - 1)];
        prop_assert_eq!(read(&mut short), None);
    }

    #[test]
    fn no_bytes_break_them(
        mut bytes in prop::collection::vec(any::<u8>(), 0..200),
        counts in prop::array::uniform3(0u8..4),
    ) {
        for (i, count) in counts.into_iter().enumerate() {
            if let Some(place) = bytes.get_mut(8 + 8 * i..16 + 8 * i) {
                place.copy_from_slice(&u64::from(count).to_le_bytes());
            }
        }
        if let Some(days) = read(&mut &bytes[..]) {
            let mut sum = days.clone();
            sum.merge(&days);
            let usage = usage(&[days, sum]);
            let track = usage.customer(0);
            for day in [i32::MIN, -1, 0, i32::MAX].map(Day) {
                let mut walk = track;
                let _ = (track.last_by(day), walk.next(day));
                let _ = (track.rows(day, Day(0)), track.value(Day(0), day));
            }
            prop_assert!(track.iter().count() < 100);
        }
    }
}

#[test]
fn three_hundred_rows_a_day_are_three_hundred() {
    let mut days = Days::default();
    (0..300).for_each(|_| days.add(Day(19_800), 1));
    let row = DayUse {
        day: Day(19_800),
        rows: 300,
        value: 0,
    };
    assert_eq!(rows_of(&days), [row]);
    let mut twice = days.clone();
    twice.merge(&days);
    assert_eq!(twice.rows(Day(19_800), Day(19_800)), 600);
}

#[test]
fn sums_that_cannot_be_held_are_none() {
    let value = |leaves: &[Days]| {
        let usage = usage(leaves);
        let track = usage.customer(0);
        (track.is_too_large(), track.value(Day(19_800), Day(19_801)))
    };
    let mut days = make(&[(Day(19_800), 1, i64::MAX), (Day(19_801), 1, 0)], true);
    assert_eq!(value(std::slice::from_ref(&days)), (false, i64::MAX));
    let more = make(&[(Day(19_801), 1, -1)], true);
    assert_eq!(value(&[days.clone(), more]), (true, 0));
    days.add_value(Day(19_801), -1, false);
    assert_eq!(value(&[days]), (true, 0));
}

#[test]
fn a_day_takes_no_more_than_it_must() {
    assert!(std::mem::size_of::<Block>() == 20);
    assert!(std::mem::size_of::<Days>() <= 64);
}

//! Use against a plain account of it.
#![allow(clippy::unwrap_used)] // a test ends where it cannot go on

use super::*;
use crate::wire;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};

impl UsageState {
    /// All that it tells, without the order of its rows.
    pub(crate) fn told(&self) -> impl std::fmt::Debug + PartialEq + use<> {
        let ids: BTreeMap<usize, &str> = self
            .customers()
            .map(|n| (n as usize, self.customer(n)))
            .collect();
        let events: Vec<_> = self.event_rows().collect();
        let member = |(m, days): (Member<'_>, &Days)| {
            let last = m
                .last
                .map(|(moment, event)| (moment, events[event].0.to_owned()));
            let id = (ids[&m.customer].to_owned(), m.user.to_owned());
            (id, (m.origin, m.first, last, days.clone()))
        };
        let members = self.members().zip(self.days().iter());
        let members: BTreeMap<_, _> = members.map(member).collect();
        let events = events.iter().map(|(event, n)| ((*event).to_owned(), *n));
        let events: BTreeMap<_, _> = events.collect();
        let customers: BTreeSet<_> = ids.values().map(|id| (*id).to_owned()).collect();
        (
            members,
            customers,
            events,
            self.seen().to_vec(),
            self.keeps_values,
        )
    }
}

#[derive(Clone, Debug)]
struct Line {
    customer: &'static str,
    user: &'static str,
    event: &'static str,
    day: i32,
    second: i64,
    value: i64,
    qualifies: bool,
    line: u64,
}

impl Line {
    fn moment(&self) -> i64 {
        i64::from(self.day) * 86_400_000 + self.second * 1000
    }

    fn row(&self, state: &mut UsageState) -> UsageRow<'_> {
        let (customer, user) = (self.customer.as_bytes(), self.user.as_bytes());
        UsageRow {
            key: Key::of(customer, user),
            event: Known {
                event: state.events().number(self.event.as_bytes()),
                qualifies: self.qualifies,
            },
            day: Day(self.day),
            moment: self.moment(),
            value: self.value,
            line: self.line,
        }
    }
}

const LONG: &str = "someone.with.a.long.name@example.com";
const LONGER: &str = "someone.with.a.long.name@example.com ";

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let customer = select(&["a", "ab", "b", "고객", "a\0", LONG, LONGER, "0123456789"][..]);
    let user = select(
        &[
            "",
            "",
            "b",
            "c",
            "bc",
            "0123456789ab",
            "0123456789abc",
            LONG,
        ][..],
    );
    let event = select(
        &[
            "open",
            "report",
            "보고서",
            "",
            "a much longer event than others",
        ][..],
    );
    let day = prop_oneof![
        8 => 19_700i32..19_760,
        1 => select(&[7305, 19_711, 19_712, 2_932_896][..]),
    ];
    let value = select(&[0, 0, 1_500_000, -2_000_000, i64::MAX][..]);
    let line = (customer, user, event, day, 0i64..3, value, any::<bool>());
    prop::collection::vec(line, 0..600).prop_map(|lines| {
        let lines = lines.into_iter().zip(2..);
        let line = |((customer, user, event, day, second, value, qualifies), line)| Line {
            customer,
            user,
            event,
            day,
            second,
            value,
            qualifies,
            line,
        };
        lines.map(line).collect()
    })
}

fn folded(lines: &[Line], keep: bool) -> UsageState {
    let mut state = UsageState::new(keep);
    let rows: Vec<UsageRow<'_>> = lines.iter().map(|line| line.row(&mut state)).collect();
    state.add_all(&rows);
    state
}

fn sum(parts: &[&UsageState]) -> UsageState {
    let mut sum = UsageState::default();
    (parts.iter()).for_each(|part| sum.merge(part, |at| at, |id| id));
    sum
}

fn packed(state: &UsageState) -> Vec<u8> {
    let mut bytes = Vec::new();
    state.pack(&mut bytes);
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn it_tells_what_a_plain_account_tells(lines in lines(), keep: bool) {
        let state = folded(&lines, keep);
        let mut plain: BTreeMap<(&str, &str), Vec<&Line>> = BTreeMap::new();
        for line in &lines {
            plain.entry((line.customer, line.user)).or_default().push(line);
        }
        let ids: BTreeMap<usize, &str> = state.customers().map(|n| (n as usize, state.customer(n))).collect();
        let events: Vec<_> = state.event_rows().collect();
        prop_assert_eq!(state.members().count(), plain.len());
        for (member, of_member) in state.members().zip(state.days().iter()) {
            let user = std::str::from_utf8(member.user).unwrap();
            let lines = &plain[&(ids[&member.customer], user)];
            let used: Vec<&&Line> = lines.iter().filter(|line| line.qualifies).collect();
            let mut days = Days::default();
            for line in &used {
                days.add(Day(line.day), 1);
                days.add_value(Day(line.day), line.value, keep);
            }
            let last = used.iter().map(|line| (line.moment(), line.event)).max();
            let first = lines.iter().map(|line| Day(line.day)).min().unwrap();
            let origin = Origin { file: 0, line: lines.iter().map(|line| line.line).min().unwrap() };
            let told = member.last.map(|(moment, event)| (moment, events[event].0));
            prop_assert_eq!((of_member, told), (&days, last));
            prop_assert_eq!((member.first, member.origin), (first, origin));
        }
        for (event, rows) in events {
            prop_assert_eq!(rows as usize, lines.iter().filter(|line| line.event == event).count());
        }
        let seen = order::distinct(lines.iter().map(|line| Day(line.day)));
        prop_assert_eq!(state.seen(), seen);
    }

    #[test]
    fn rows_that_come_after_all_find_their_places(
        lines in lines(),
        at: prop::sample::Index,
        keep: bool,
    ) {
        let (first, late) = lines.split_at(at.index(lines.len() + 1));
        let mut state = folded(first, keep);
        state.rest();
        let rows: Vec<UsageRow<'_>> = late.iter().map(|line| line.row(&mut state)).collect();
        state.add_all(&rows);
        prop_assert_eq!(state.told(), folded(&lines, keep).told());
    }

    #[test]
    fn rows_together_are_rows_one_by_one(lines in lines(), keep: bool) {
        let mut state = UsageState::new(keep);
        for line in &lines {
            let row = line.row(&mut state);
            state.add(&row);
        }
        prop_assert!(state.told() == folded(&lines, keep).told());
    }

    #[test]
    fn no_order_and_no_grouping_leaves_a_trace(lines in lines(), keep: bool, cuts in (0usize..600, 0usize..600)) {
        let (low, high) = (cuts.0.min(cuts.1).min(lines.len()), cuts.0.max(cuts.1).min(lines.len()));
        let part = |lines: &[Line]| folded(lines, keep);
        let (a, b, c) = (part(&lines[..low]), part(&lines[low..high]), part(&lines[high..]));
        let (whole, none) = (part(&lines).told(), UsageState::default());
        prop_assert!(sum(&[&a, &b, &c, &UsageState::new(keep)]).told() == whole);
        prop_assert!(sum(&[&none, &c, &a, &b, &UsageState::new(keep)]).told() == whole);
        prop_assert!(sum(&[&UsageState::new(keep), &sum(&[&b, &c]), &a]).told() == whole);
        let mut backwards = lines.clone();
        backwards.reverse();
        prop_assert!(part(&backwards).told() == whole);
    }

    /// As helpers do: the file's last rows come first, and each range is read forwards.
    #[test]
    fn ranges_taken_from_the_end_know_their_first_rows(lines in lines(), cuts in (0usize..600, 0usize..600)) {
        let (low, high) = (cuts.0.min(cuts.1).min(lines.len()), cuts.0.max(cuts.1).min(lines.len()));
        let mut state = UsageState::new(false);
        for (from, range) in [(high, &lines[high..]), (low, &lines[low..high]), (0, &lines[..low])] {
            let lines = range.iter().map(|line| Line { line: line.line | (from as u64) << 40, ..line.clone() });
            let lines: Vec<_> = lines.collect();
            let rows: Vec<_> = lines.iter().map(|line| line.row(&mut state)).collect();
            state.add_all(&rows);
        }
        state.place(|line| line & ((1 << 40) - 1));
        prop_assert!(state.told() == folded(&lines, false).told());
    }

    #[test]
    fn it_can_be_posted(lines in lines(), keep: bool, cut: prop::sample::Index) {
        let state = folded(&lines, keep);
        let mut bytes = packed(&state);
        let length = bytes.len();
        bytes.extend(b"rest");
        let mut from = wire::Reader::new(&bytes);
        let mut read = UsageState::default();
        prop_assert!(read.absorb(&mut from).is_some());
        prop_assert_eq!(from.take(4), Some(&b"rest"[..]));
        prop_assert!(read.told() == state.told());
        prop_assert_eq!(packed(&read), &bytes[..length]);
        let short = &bytes[..cut.index(length)];
        prop_assert!(UsageState::default().absorb(&mut wire::Reader::new(short)).is_none());
    }

    /// What is posted and absorbed is what is merged.
    #[test]
    fn what_was_posted_adds_up(first in lines(), second in lines(), keep: bool) {
        let (first, second) = (folded(&first, keep), folded(&second, keep));
        let mut read = first.clone();
        prop_assert!(read.absorb(&mut wire::Reader::new(&packed(&second))).is_some());
        prop_assert!(read.told() == sum(&[&first, &second]).told());
    }

    #[test]
    fn no_bytes_break_it(lines in lines(), wrong in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5)) {
        let mut bytes = packed(&folded(&lines[..lines.len().min(20)], true));
        for (place, byte) in wrong {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let mut read = UsageState::default();
        let _ = read.absorb(&mut wire::Reader::new(&bytes));
        let _ = sum(&[&read, &read]).told();
    }
}

#[test]
fn joined_ids_are_one_customer() {
    let lines = ["a", "A"].map(|customer| Line {
        customer,
        user: "u",
        event: "open",
        day: 19_800,
        second: 0,
        value: 0,
        qualifies: true,
        line: 2,
    });
    let mut joined = UsageState::default();
    joined.merge(&folded(&lines, false), |at| at, |_| "a");
    assert_eq!(
        (joined.customers().count(), joined.members().count()),
        (1, 1)
    );
    assert_eq!(
        joined.days().get(0).unwrap().rows(Day(19_800), Day(19_800)),
        2
    );
}

//! Who used it when, and when last (definitions, sections 2 and 8).

use crate::calendar::{Day, Span};
use crate::dataset::{CustomerIx, Dataset, Track, User};
use crate::settings::{Active, Settings};

/// Days of use up to the as-of date, and what makes a member active.
#[derive(Clone, Debug)]
pub struct Activity<'a> {
    data: &'a Dataset,
    as_of: Option<Day>,
    min_rows: u64,
    /// Millionths, as in [`Track::value`].
    min_value: Option<i128>,
}

impl<'a> Activity<'a> {
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn new(data: &'a Dataset, settings: &Settings, as_of: Option<Day>) -> Activity<'a> {
        let Active {
            min_rows,
            min_value,
            ..
        } = &settings.active;
        Activity {
            data,
            as_of,
            min_rows: u64::from(min_rows.unwrap_or(1)).max(1),
            min_value: min_value.map(|value| (value * 1e6).round() as i128),
        }
    }

    /// The day of the first usage row of any kind, if it is not after the as-of date.
    pub fn first_row(&self) -> Option<Day> {
        let first = self.data.usage.as_ref()?.seen.first().copied();
        first.filter(|first| Some(*first) <= self.as_of)
    }

    /// Whether the files tell users apart.
    pub fn has_users(&self) -> bool {
        self.first_row().is_some() && self.data.usage.as_ref().is_some_and(|u| u.has_users)
    }

    /// Users, sorted by (customer, id).
    pub fn users(&self) -> &'a [User] {
        self.data.usage.as_ref().map_or(&[], |u| &u.users)
    }

    /// A customer's days of qualifying use up to the as-of date.
    pub fn customer_days(&self, customer: CustomerIx) -> Used<'a> {
        self.upto(self.track(customer))
    }

    /// A user's days of qualifying use up to the as-of date.
    pub fn user_days(&self, user: usize) -> Used<'a> {
        let usage = self.data.usage.as_ref();
        self.upto(usage.map_or(Track::NONE, |usage| usage.user(user)))
    }

    fn track(&self, customer: CustomerIx) -> Track<'a> {
        let usage = self.data.usage.as_ref();
        usage.map_or(Track::NONE, |usage| usage.customer(customer))
    }

    fn upto(&self, track: Track<'a>) -> Used<'a> {
        Used {
            track,
            last: self.as_of.unwrap_or(Day(i32::MIN)),
        }
    }

    /// Whether a single row may not be enough to be active.
    pub fn has_thresholds(&self) -> bool {
        self.min_rows > 1 || self.min_value.is_some()
    }

    /// Whether the use from a day to another, both in it, makes a member active: all thresholds that are set must
    /// hold. On the first of them it was used.
    pub fn enough(&self, used: &Used<'_>, from: Day, to: Day) -> bool {
        let to = to.min(used.last);
        !self.has_thresholds()
            || (used.track.has_rows(self.min_rows, from, to)
                && (self.min_value)
                    .is_none_or(|least| i128::from(used.track.value(from, to)) >= least))
    }

    /// Gives each period in which so many days of use make a member active, with its first day of use, in order. Days
    /// outside of all periods are passed over.
    pub fn periods(&self, mut used: Used<'_>, spans: &[Span], give: &mut dyn FnMut(usize, Day)) {
        let thresholds = self.has_thresholds();
        let mut rest = spans.iter().enumerate();
        let Some((mut index, mut span)) = rest.next() else {
            return;
        };
        // Days before the first of all periods lie in none.
        let mut from = span.start;
        while let Some(first) = used.next(from) {
            while span.end <= first {
                let Some(next) = rest.next() else { return };
                (index, span) = next;
            }
            let here = used;
            if !thresholds || self.enough(&here, first, span.last()) {
                give(index, first);
            }
            from = span.end;
        }
    }

    /// The day a customer was last seen up to and with `day`: of its last qualifying row, or, where it has none up
    /// to that day, the file's last-active date; one after that day is ignored. Thresholds play no part.
    pub fn last_use(&self, customer: CustomerIx, day: Day) -> Option<Day> {
        let row = self.track(customer).last_by(day);
        row.or_else(|| self.file_date(customer).filter(|last| *last <= day))
    }

    fn file_date(&self, customer: CustomerIx) -> Option<Day> {
        self.data.customers.get(customer)?.last_active.get()
    }
}

/// A member's days of qualifying use up to the as-of date.
#[derive(Clone, Copy, Debug)]
pub struct Used<'a> {
    track: Track<'a>,
    last: Day,
}

impl Used<'_> {
    /// The first day.
    pub fn first(&self) -> Option<Day> {
        self.track.first().filter(|day| *day <= self.last)
    }

    /// The first day from `day` on, which is not before the day asked last.
    pub fn next(&mut self, day: Day) -> Option<Day> {
        self.track.next(day).filter(|day| *day <= self.last)
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::Facts;
    use crate::facts::world::{World, day};
    use crate::settings::{Active, Settings};

    #[test]
    fn thresholds_say_in_which_periods_a_member_is_active() {
        // January two rows of 10 minutes each, February one of 40, March three of 4.
        let data = World::new("2024-03-31")
            .values(
                "a",
                &[("2024-01-05", 10), ("2024-01-06", 10), ("2024-02-09", 40)],
            )
            .values(
                "a",
                &[("2024-03-01", 4), ("2024-03-01", 4), ("2024-03-02", 4)],
            )
            .build();
        for (min_rows, min_value, want) in [
            (
                None,
                None,
                vec![(0, "2024-01-05"), (1, "2024-02-09"), (2, "2024-03-01")],
            ),
            (Some(2), None, vec![(0, "2024-01-05"), (2, "2024-03-01")]),
            (None, Some(15.0), vec![(0, "2024-01-05"), (1, "2024-02-09")]),
            (Some(3), Some(12.0), vec![(2, "2024-03-01")]),
            (Some(3), Some(12.5), vec![]),
        ] {
            let active = Active {
                events: None,
                min_rows,
                min_value,
            };
            let settings = Settings {
                active,
                ..Settings::default()
            };
            let facts = Facts::new(&data, &settings);
            let spans: Vec<_> = facts.frame.usage.iter().map(|p| p.span).collect();
            let mut got = Vec::new();
            let days = facts.activity.customer_days(0);
            let mut give = |period, day| got.push((period, day));
            facts.activity.periods(days, &spans, &mut give);
            let want: Vec<_> = want.into_iter().map(|(p, d)| (p, day(d))).collect();
            assert_eq!(got, want, "{min_rows:?} {min_value:?}");
        }
    }

    #[test]
    fn the_files_date_speaks_only_where_there_is_no_row_and_not_of_days_to_come() {
        let data = World::new("2024-03-31")
            .uses("a", &["2024-01-05", "2024-03-05"])
            .last_active("a", "2024-03-20")
            .last_active("b", "2024-02-20")
            .last_active("c", "2024-04-01")
            .build();
        let settings = Settings::default();
        let facts = Facts::new(&data, &settings);
        assert_eq!(facts.last_use(0), Some(day("2024-03-05")));
        assert_eq!(facts.days_silent(1), Some(40));
        assert_eq!(facts.days_silent(2), None);
        assert_eq!(
            facts.activity.last_use(0, day("2024-03-04")),
            Some(day("2024-01-05"))
        );
        assert_eq!(facts.activity.last_use(0, day("2024-01-04")), None);
    }
}

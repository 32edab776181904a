//! Who used it when, and when last (definitions, sections 2 and 8).

use crate::calendar::{Day, Span};
use crate::dataset::{CustomerIx, Dataset, DayUse, Track, User};
use crate::settings::{Active, Settings};

/// Days of use up to the as-of date, and what makes a member active.
#[derive(Clone, Debug)]
pub struct Activity<'a> {
    data: &'a Dataset,
    as_of: Option<Day>,
    min_rows: u64,
    /// Millionths, as in [`DayUse::value`].
    min_value: Option<i128>,
}

impl<'a> Activity<'a> {
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
        let first = self.data.usage.as_ref()?.first?;
        (first <= self.as_of?).then_some(first)
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
    pub fn customer_days(&self, customer: CustomerIx) -> &'a [DayUse] {
        self.track(customer).map_or(&[], |track| self.upto(track))
    }

    /// A user's days of qualifying use up to the as-of date.
    pub fn user_days(&self, user: usize) -> &'a [DayUse] {
        self.users()
            .get(user)
            .map_or(&[], |user| self.upto(&user.track))
    }

    fn track(&self, customer: CustomerIx) -> Option<&'a Track> {
        self.data.usage.as_ref()?.customers.get(customer)
    }

    fn upto(&self, track: &'a Track) -> &'a [DayUse] {
        let end = self
            .as_of
            .map_or(0, |as_of| track.days.partition_point(|d| d.day <= as_of));
        track.days.get(..end).unwrap_or_default()
    }

    /// Whether a single row may not be enough to be active.
    pub fn has_thresholds(&self) -> bool {
        self.min_rows > 1 || self.min_value.is_some()
    }

    /// Whether so much use in a period or block makes a member active: all thresholds that are set must hold.
    pub fn enough(&self, days: &[DayUse]) -> bool {
        if !self.has_thresholds() {
            return !days.is_empty();
        }
        let rows = days.iter().fold(0u64, |sum, d| sum.saturating_add(d.rows));
        let value = || days.iter().map(|d| i128::from(d.value)).sum::<i128>();
        rows >= self.min_rows && self.min_value.is_none_or(|least| value() >= least)
    }

    /// The periods in which so many days of use make a member active. Days outside of all periods are passed over.
    pub fn periods<'p>(&'p self, days: &'p [DayUse], spans: &'p [Span]) -> ActivePeriods<'p> {
        ActivePeriods {
            activity: self,
            days,
            spans,
            index: 0,
        }
    }

    /// The day a customer was last seen up to and with `day`: of its last qualifying row, or, where it has none up
    /// to that day, the file's last-active date; one after that day is ignored. Thresholds play no part.
    pub fn last_use(&self, customer: CustomerIx, day: Day) -> Option<Day> {
        let row = self.track(customer).and_then(|track| track.last_by(day));
        row.or_else(|| self.file_date(customer).filter(|last| *last <= day))
    }

    /// The same for several days, one after the other.
    pub fn last_seen(&self, customer: CustomerIx) -> LastSeen<'a> {
        LastSeen {
            days: self.customer_days(customer),
            row: None,
            file: self.file_date(customer),
        }
    }

    fn file_date(&self, customer: CustomerIx) -> Option<Day> {
        self.data.customers.get(customer)?.last_active
    }
}

/// See [`Activity::periods`].
#[derive(Clone, Debug)]
pub struct ActivePeriods<'p> {
    activity: &'p Activity<'p>,
    days: &'p [DayUse],
    spans: &'p [Span],
    index: usize,
}

impl Iterator for ActivePeriods<'_> {
    /// Index of the period, and its first day of qualifying use.
    type Item = (usize, Day);

    fn next(&mut self) -> Option<(usize, Day)> {
        // Days and periods both ascend, and a period mostly ends a few days on: walking beats searching.
        loop {
            let first = self.days.first()?.day;
            while self.spans.get(self.index)?.end <= first {
                self.index += 1;
            }
            let span = self.spans.get(self.index)?;
            // Days before the first of all periods lie in none.
            let end = if first < span.start {
                span.start
            } else {
                span.end
            };
            let (here, rest) = self
                .days
                .split_at(self.days.iter().take_while(|d| d.day < end).count());
            self.days = rest;
            if first >= span.start && self.activity.enough(here) {
                return Some((self.index, first));
            }
        }
    }
}

/// When a customer was last seen, asked of days that ascend.
#[derive(Clone, Debug)]
pub struct LastSeen<'a> {
    days: &'a [DayUse],
    row: Option<Day>,
    /// The file's own date, which speaks where there is no row.
    file: Option<Day>,
}

impl LastSeen<'_> {
    /// As [`Activity::last_use`]; `day` is not before the day asked last.
    pub fn by(&mut self, day: Day) -> Option<Day> {
        while let [next, rest @ ..] = self.days
            && next.day <= day
        {
            (self.row, self.days) = (Some(next.day), rest);
        }
        self.row.or(self.file.filter(|file| *file <= day))
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
            let got: Vec<_> = facts
                .activity
                .periods(facts.activity.customer_days(0), &spans)
                .collect();
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

//! How long an invoice serves, and which invoice goes on from which (definitions, section 2). Days in, days out.

use crate::calendar::Day;
use crate::intake::cells::Interval;
use crate::intake::kinds::End;
use crate::order;

/// An invoice that starts so many days before or after the end of the one before still continues it.
const NEAR: i32 = 7;
/// Gaps between invoice days, from and to, and the months that they stand for.
const GAPS: [(i32, i32, i32); 4] = [(28, 31, 1), (89, 93, 3), (180, 186, 6), (363, 368, 12)];

/// The length of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Length {
    Months(i32),
    Days(i32),
}

/// A length, and what makes a month's amount of one for all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Service {
    pub(super) length: Length,
    pub(super) per: Interval,
}

impl Service {
    pub(super) fn months(k: i32) -> Service {
        Service {
            length: Length::Months(k),
            per: Interval {
                num: 1,
                den: i64::from(k),
            },
        }
    }

    /// Of an interval's word: whole months, or weeks of 7 days and days.
    pub(super) fn of_interval(per: Interval) -> Service {
        let den = i32::try_from(per.den).unwrap_or(i32::MAX);
        let length = match per.num {
            1 => Length::Months(den),
            52 => Length::Days(den / 12 * 7),
            _ => Length::Days(den / 12),
        };
        Service { length, per }
    }

    /// Of a period whose last day, or the day after it, is `end`. None where it ends before it begins.
    pub(super) fn of_period(start: Day, end: End, interval: Option<Interval>) -> Option<Service> {
        let after = end.day.plus(i32::from(end.late));
        // A stamp of another zone may be late and yet stand on the day after.
        let mut ends = [after, end.day, end.day.plus(1)].into_iter();
        if let Some(k) = ends.clone().find_map(|end| whole_months(start, end)) {
            return Some(Service::months(k));
        }
        let days = after.since(start);
        let named = interval
            .map(Service::of_interval)
            .filter(|service| ends.any(|end| service.length == Length::Days(end.since(start))));
        named.or_else(|| {
            (days > 0).then(|| Service {
                length: Length::Days(days),
                per: Interval {
                    num: 365,
                    den: 12 * i64::from(days),
                },
            })
        })
    }

    /// The first day without it.
    pub(super) fn end(self, start: Day) -> Day {
        match self.length {
            Length::Months(k) => start.plus_months(k),
            Length::Days(n) => start.plus(n),
        }
    }
}

/// How many months lie between, if they are whole. From a month's last day to a later day of a shorter one's number
/// they are: 28 February to 31 March is one.
fn whole_months(start: Day, end: Day) -> Option<i32> {
    let ((y, m, _), (to_y, to_m, _)) = (start.ymd(), end.ymd());
    let k = i32::try_from(i64::from(to_m) - i64::from(m)).ok()? + 12 * (to_y - y);
    if k < 1 {
        return None;
    }
    let due = start.plus_months(k);
    let is_last = start.plus(1).ymd().1 != m;
    (end == due || is_last && end > due).then_some(k)
}

/// The months that the median gap between these days stands for. The days are distinct and in order.
pub(super) fn inferred(days: &[Day]) -> Option<i32> {
    let gaps = days.iter().zip(days.iter().skip(1));
    let mut gaps: Vec<i32> = gaps.map(|(a, b)| b.since(*a)).collect();
    order::sort(&mut gaps);
    // Twice the median, which may be a half.
    let twice = gaps.get(gaps.len().checked_sub(1)? / 2)? + gaps.get(gaps.len() / 2)?;
    let range = GAPS
        .iter()
        .find(|(from, to, _)| (2 * from..=2 * to).contains(&twice));
    range.map(|&(_, _, k)| k)
}

/// The commonest of these; ties: the least; without any: one month.
pub(super) fn commonest(mut months: Vec<i32>) -> i32 {
    order::sort(&mut months);
    let runs = months.chunk_by(|a, b| a == b).rev();
    let most = runs.max_by_key(|run| run.len());
    most.and_then(|run| run.first()).copied().unwrap_or(1)
}

/// The ends of invoices of one customer and one number of months, by their starts, which are distinct and in order:
/// one that is continued ends on the day the next one starts.
pub(super) fn ends(starts: &[Day], k: i32) -> Vec<Day> {
    let own = |start: Day| start.plus_months(k);
    let one = |(i, &start): (usize, &Day)| {
        let end = own(start);
        let Some(&next) = starts.get(i + 1) else {
            return end;
        };
        let (from, to) = (end.min(next), end.max(next));
        // Of all others, the one before ends last and the one after the next starts first.
        let before = i.checked_sub(1).and_then(|i| starts.get(i));
        let runs_between = before.is_some_and(|&other| own(other) > from)
            || starts.get(i + 2).is_some_and(|&other| other < to);
        if to.since(from) <= NEAR && !runs_between {
            next
        } else {
            end
        }
    };
    starts.iter().enumerate().map(one).collect()
}

//! Periods, gaps, chains and refunds, worked out by hand.
#![allow(clippy::unwrap_used)]

use super::refunds::Share;
use super::service::{Length, Service, commonest, ends, inferred};
use crate::calendar::Day;
use crate::intake::cells;
use crate::intake::kinds::End;
use crate::money::Decimal;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn period(start: &str, end: &str, interval: &str) -> Option<Service> {
    let (text, late) = end.strip_suffix('!').map_or((end, false), |e| (e, true));
    let day_of = day(text);
    Service::of_period(
        day(start),
        End { day: day_of, late },
        cells::interval(interval),
    )
}

#[test]
fn a_period_is_whole_months_by_its_last_day_or_the_day_after() {
    for (start, end, k) in [
        ("2024-01-01", "2024-02-01", 1),
        ("2024-01-01", "2024-01-31", 1),
        ("2024-01-15", "2024-02-14", 1),
        ("2024-01-15", "2025-01-15", 12),
        ("2024-01-01", "2024-12-31", 12),
        ("2024-01-01", "2024-03-31", 3),
        ("2024-01-31", "2024-02-29", 1),
        ("2023-01-31", "2023-02-27", 1),
        ("2023-02-28", "2023-03-31", 1),
        ("2023-02-28", "2023-03-28", 1),
        ("2023-02-28", "2023-03-29", 1),
        ("2023-04-30", "2023-05-31", 1),
        ("2023-04-30", "2023-05-29", 1),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-01-01", "2024-01-31!", 1),
    ] {
        let service = period(start, end, "").unwrap();
        assert_eq!(service.length, Length::Months(k), "{start} {end}");
        assert_eq!((service.per.num, service.per.den), (1, i64::from(k)));
    }
}

#[test]
fn any_other_period_is_its_days() {
    for (start, end, interval, days, num, den) in [
        ("2024-01-01", "2024-01-11", "", 10, 365, 120),
        ("2024-01-15", "2024-02-13", "", 29, 365, 348),
        ("2023-02-27", "2023-03-31", "", 32, 365, 384),
        ("2024-01-01", "2024-01-10!", "", 10, 365, 120),
        // An interval of weeks or days gives its own length where the period is as long.
        ("2024-01-01", "2024-01-08", "weekly", 7, 52, 12),
        ("2024-01-01", "2024-01-07", "weekly", 7, 52, 12),
        ("2024-01-01", "2024-01-14", "2 weeks", 14, 52, 24),
        ("2024-01-01", "2024-01-01", "daily", 1, 365, 12),
        ("2024-01-01", "2024-01-05", "weekly", 4, 365, 48),
        ("2024-01-01", "2024-01-11", "monthly", 10, 365, 120),
    ] {
        let service = period(start, end, interval).unwrap();
        assert_eq!(service.length, Length::Days(days), "{start} {end}");
        assert_eq!(
            (service.per.num, service.per.den),
            (num, den),
            "{start} {end}"
        );
    }
    assert_eq!(period("2024-01-02", "2024-01-02", ""), None);
    assert_eq!(period("2024-03-02", "2024-01-02", ""), None);
}

#[test]
fn an_interval_is_months_or_days() {
    for (text, length) in [
        ("monthly", Length::Months(1)),
        ("quarterly", Length::Months(3)),
        ("half-year", Length::Months(6)),
        ("2 years", Length::Months(24)),
        ("weekly", Length::Days(7)),
        ("4 weeks", Length::Days(28)),
        ("30 days", Length::Days(30)),
    ] {
        let service = Service::of_interval(cells::interval(text).unwrap());
        assert_eq!(service.length, length, "{text}");
    }
}

#[test]
fn the_median_gap_tells_the_months() {
    let days = |gaps: &[i32]| {
        let mut days = vec![day("2024-01-01")];
        for gap in gaps {
            days.push(days[days.len() - 1].plus(*gap));
        }
        days
    };
    for (gaps, k) in [
        (&[][..], None),
        (&[27], None),
        (&[28], Some(1)),
        (&[31], Some(1)),
        (&[32], None),
        (&[31, 32], None), // 31.5
        (&[28, 33, 29], Some(1)),
        (&[89], Some(3)),
        (&[93], Some(3)),
        (&[180], Some(6)),
        (&[186], Some(6)),
        (&[362], None),
        (&[363], Some(12)),
        (&[368], Some(12)),
        (&[369], None),
    ] {
        assert_eq!(inferred(&days(gaps)), k, "{gaps:?}");
    }
    assert_eq!(commonest(vec![12, 1, 12, 1, 3]), 1);
    assert_eq!(commonest(vec![12, 3, 12]), 12);
    assert_eq!(commonest(Vec::new()), 1);
}

#[test]
fn an_invoice_near_the_end_of_the_one_before_continues_it() {
    let ends = |starts: &[&str], k| -> Vec<String> {
        let starts: Vec<Day> = starts.iter().map(|s| day(s)).collect();
        ends(&starts, k).iter().map(Day::to_string).collect()
    };
    // 7 days late and 8 days late, 7 days early and 8 days early.
    assert_eq!(
        ends(&["2024-01-01", "2024-02-08"], 1),
        ["2024-02-08", "2024-03-08"]
    );
    assert_eq!(
        ends(&["2024-01-01", "2024-02-09"], 1),
        ["2024-02-01", "2024-03-09"]
    );
    assert_eq!(
        ends(&["2024-01-01", "2024-01-25"], 1),
        ["2024-01-25", "2024-02-25"]
    );
    assert_eq!(
        ends(&["2024-01-01", "2024-01-24"], 1),
        ["2024-02-01", "2024-02-24"]
    );
    // A chain of month ends.
    assert_eq!(
        ends(&["2023-01-31", "2023-02-28", "2023-03-31"], 1),
        ["2023-02-28", "2023-03-31", "2023-04-30"]
    );
    // Another of the same length runs between: which of the two goes on cannot be told.
    assert_eq!(
        ends(&["2024-01-01", "2024-01-03", "2024-01-30"], 1),
        ["2024-02-01", "2024-02-03", "2024-02-29"]
    );
    assert_eq!(
        ends(&["2024-01-01", "2024-01-28", "2024-01-30"], 1),
        ["2024-02-01", "2024-02-28", "2024-02-29"]
    );
}

#[test]
fn refunds_leave_exact_shares() {
    let of = |units, decimals| Share::of(Decimal { units, decimals }).unwrap();
    let whole = of(300, 0);
    let rest = whole.less(of(-10_000, 2)).unwrap(); // 200
    let kept = of(100, 0).kept(rest, whole).unwrap();
    assert_eq!(kept.scaled(2, 1, 1), Some(6667)); // 66.666…
    assert_eq!(
        kept.plus(of(100, 0).kept(rest, whole).unwrap())
            .unwrap()
            .scaled(2, 1, 1),
        Some(13_333)
    );
    assert_eq!(whole.less(of(301, 0)), Some(Share::NOTHING));
    assert_eq!(
        of(0, 0).kept(Share::NOTHING, Share::NOTHING),
        Some(Share::NOTHING)
    );
    assert_eq!(of(1, 0).kept(Share::NOTHING, whole), Some(Share::NOTHING));
    assert_eq!(of(-5, 1).size(), of(5, 1));
    assert_eq!(of(i64::MAX, 0).scaled(2, 1, 1), None);
}

//! Revenue of those who use it, and of those who pay in silence.
//!
//! Definitions, section 8: ghost revenue at a close is the MRR of paying customers with no qualifying row in the 30
//! days (setting `silent`) ending with the close, that is, silent for 30 days or more, or never used. Active MRR +
//! ghost MRR = MRR. At a close whose window begins before the first usage row both are null. From last-active dates
//! alone only the as-of period is answered. It is a series of the ledger.

use super::Metric;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::facts::Facts;
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "ghost_revenue",
    unit: Unit::Money,
    reads: &[Choice::Grain, Choice::Silent],
    needs: |_| vec![Need::Terms, Need::Money, Need::LastUse],
    ask,
};

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    let frame = &facts.frame;
    let silent = i32::try_from(facts.settings.silent).unwrap_or(i32::MAX);
    // A close is seen where the first row is not after the first day of its window.
    let seen: Vec<bool> = (frame.closes.iter().enumerate())
        .map(|(period, close)| match frame.first_row {
            Some(row) => i64::from(close.0) - i64::from(row.0) + 1 >= i64::from(silent),
            None => period + 1 == frame.closes.len(),
        })
        .collect();
    let series = Sight::of_series(&frame.ledger);
    let also = seen.clone();
    Question {
        layout: Layout::of_ledger(frame, &["active", "ghost"]),
        value: Value::Count,
        members: Members::Customers,
        sight: Box::new(move |line, period| match also.get(period) {
            Some(true) => series(line, period),
            _ => Sight::Nothing,
        }),
        contribute: Box::new(move |customer, put| {
            for close in facts.closes(customer).filter(|c| c.closing > 0) {
                if let (Some(true), Some(day)) =
                    (seen.get(close.period), frame.closes.get(close.period))
                {
                    let last = facts.activity.last_use(customer, *day);
                    let ghost = last.is_none_or(|last| day.since(last) >= silent);
                    put.one(usize::from(ghost), close.period, close.closing, 0);
                }
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// The first row is of 10 January, so nothing is known of the 30 days before the close of January. At the close
    /// of March a was seen 40 days before, c 30; at that of April a 14 days before, c 45, b never.
    #[test]
    fn worked_example() {
        let data = World::of_three()
            .uses("a", &["2024-01-10", "2024-02-20", "2024-04-01"])
            .uses("c", &["2024-02-15", "2024-03-01"])
            .build();
        let want = "active - 40  0 15~
                    ghost  -  0 45 25~";
        shown(&data, &Settings::default(), "ghost_revenue", want);
        let settings = Settings {
            silent: 31,
            ..Settings::default()
        };
        let want = "active - 40 30 15~
                    ghost  - 0 15 25~";
        shown(&data, &settings, "ghost_revenue", want);
    }

    /// b was seen 20 days before the as-of date, c 31, a never.
    #[test]
    fn last_active_dates_alone_speak_of_the_as_of_period() {
        let data = World::of_three()
            .last_active("b", "2024-03-26")
            .last_active("c", "2024-03-15")
            .build();
        let want = "active - - - 20~
                    ghost  - - - 20~";
        shown(&data, &Settings::default(), "ghost_revenue", want);
    }
}

//! The periods of the report, and how far the files speak for them (definitions, section 1).

use super::ledger::Ledger;
use crate::calendar::{Day, Span};
use crate::order;
use crate::settings::Settings;

/// A period, and whether the files speak for all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its days.
    pub span: Span,
    /// Whether its last day is on or before the as-of date, and nothing else makes it doubtful.
    pub complete: bool,
}

/// Many customers stop on one day of the period that holds the as-of date: the file was probably cut there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The day on which they stop paying.
    pub day: Day,
    /// How many stop on it, of those who paid at the opening.
    pub stopped: u64,
    /// How many paid at the opening.
    pub of: u64,
}

/// The periods of the ledger and those of use.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The last day the files speak for.
    pub as_of: Option<Day>,
    /// From the period of the first paying start to the as-of period.
    pub ledger: Vec<Period>,
    /// The day of each of their closes: the last day, or the as-of date where that comes first.
    pub closes: Vec<Day>,
    /// From the period of the first usage row to the as-of period.
    pub usage: Vec<Period>,
    /// The day of the first usage row, qualifying or not, if it is not after the as-of date.
    pub first_row: Option<Day>,
    /// Whether the file was probably cut.
    pub cut: Option<Cut>,
}

impl Frame {
    /// The frame of all files: nothing here depends on what is selected.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn new(
        as_of: Option<Day>,
        settings: &Settings,
        ledger: &Ledger,
        first_row: Option<Day>,
    ) -> Frame {
        let Some(as_of) = as_of else {
            return Frame::default();
        };
        let periods = |from: Option<Day>| -> Vec<Period> {
            let spans = from
                .map(|day| settings.grain.periods(day, as_of, settings.week_start))
                .unwrap_or_default();
            spans
                .into_iter()
                .map(|span| Period {
                    span,
                    complete: span.last() <= as_of,
                })
                .collect()
        };
        let mut paid = periods(ledger.earliest());
        let cut = paid
            .last()
            .and_then(|last| find_cut(ledger, last.span, as_of));
        if let (Some(last), Some(_)) = (paid.last_mut(), cut) {
            last.complete = false;
        }
        let mut used = periods(first_row);
        if let (Some(first), Some(row)) = (used.first_mut(), first_row) {
            first.complete &= first.span.start >= row;
        }
        let closes = paid.iter().map(|p| p.span.last().min(as_of)).collect();
        Frame {
            as_of: Some(as_of),
            ledger: paid,
            closes,
            usage: used,
            first_row,
            cut,
        }
    }

    /// The period of the ledger that holds the day.
    pub fn ledger_period(&self, day: Day) -> Option<usize> {
        let index = self.ledger.partition_point(|p| p.span.end <= day);
        self.ledger
            .get(index)
            .filter(|p| p.span.holds(day))
            .map(|_| index)
    }
}

/// At least 10 pay at the opening of the as-of period, and at least half of them stop on one same day of it, up to
/// the as-of date. Of several such days the one with the most, then the first.
fn find_cut(ledger: &Ledger, span: Span, as_of: Day) -> Option<Cut> {
    let before = span.start.plus(-1);
    let (mut of, mut stops) = (0u64, Vec::new());
    for customer in 0..ledger.customers() {
        if ledger.mrr(customer, before) == 0 {
            continue;
        }
        of += 1;
        let ended = |s: &&super::Step| s.mrr == 0 && s.day >= span.start && s.day <= as_of;
        stops.extend(ledger.steps(customer).iter().filter(ended).map(|s| s.day));
    }
    order::sort(&mut stops);
    let most = stops.chunk_by(Day::eq).rev().max_by_key(|day| day.len())?;
    let (day, stopped) = (*most.first()?, most.len() as u64);
    (of >= 10 && stopped.saturating_mul(2) >= of).then_some(Cut { day, stopped, of })
}

#[cfg(test)]
mod tests {
    use crate::facts::Facts;
    use crate::facts::world::{World, day};
    use crate::settings::Settings;

    /// `leavers` of `of` customers end on 20 March; the file's last day is 31 March.
    fn leaving(leavers: usize, of: usize) -> World {
        (0..of).fold(World::new("2024-03-31"), |w, i| {
            let end = if i < leavers { "2024-03-20" } else { "" };
            w.term(&format!("c{i:02}"), "2024-01-10", end, 10)
        })
    }

    #[test]
    fn half_of_ten_ending_on_one_day_of_the_last_period_is_a_cut_and_the_period_is_incomplete() {
        let settings = Settings::default();
        let cut = leaving(5, 10).build();
        let facts = Facts::new(&cut, &settings);
        let found = facts.frame.cut.map(|c| (c.day, c.stopped, c.of));
        assert_eq!(found, Some((day("2024-03-20"), 5, 10)));
        let complete: Vec<bool> = facts.frame.ledger.iter().map(|p| p.complete).collect();
        assert_eq!(complete, [true, true, false]);
        for (leavers, of) in [(4, 10), (5, 9), (5, 11)] {
            let data = leaving(leavers, of).build();
            assert_eq!(
                Facts::new(&data, &settings).frame.cut,
                None,
                "{leavers} of {of}"
            );
        }
    }

    #[test]
    fn an_end_after_the_as_of_date_is_no_cut() {
        let settings = Settings {
            as_of: Some(day("2024-03-19")),
            ..Settings::default()
        };
        let data = leaving(10, 10).build();
        assert_eq!(Facts::new(&data, &settings).frame.cut, None);
    }

    #[test]
    fn a_period_of_use_that_begins_before_the_first_row_is_incomplete() {
        let settings = Settings::default();
        let data = World::new("2024-03-10")
            .uses("a", &["2024-01-02", "2024-02-01"])
            .build();
        let facts = Facts::new(&data, &settings);
        let complete: Vec<bool> = facts.frame.usage.iter().map(|p| p.complete).collect();
        assert_eq!(complete, [false, true, false]);
        assert!(facts.frame.ledger.is_empty());
    }
}

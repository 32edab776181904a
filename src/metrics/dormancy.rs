//! How long those who pay have been silent.
//!
//! Definitions, section 8: days silent = as-of date − day of the last qualifying row, or, where the customer has none
//! up to that day, the file's last-active date (a date after it is ignored). Cut points 14, 30, 90, 180 (setting):
//! 0–13, 14–29, 30–89, 90–179, 180 or more, never used. Each customer paying at the as-of date is in exactly one.

use super::Metric;
use super::question::{Layout, MONEY, Members, PART, Question, Sight, Value};
use crate::facts::Facts;
use crate::order;
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "dormancy",
    unit: Unit::Customers,
    reads: &[Choice::Dormancy],
    needs: |_| vec![Need::Terms, Need::LastUse],
    ask,
};

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    let cuts = cut_points(&facts.settings.dormancy);
    let (parts, money) = (parts(&cuts), facts.data.priced);
    let never = parts.len() - 1;
    Question {
        layout: Layout::Split {
            as_of: facts.frame.as_of,
            parts,
            money,
        },
        value: Value::Count,
        members: Members::Customers,
        sight: Box::new(|_, _| Sight::Whole),
        contribute: Box::new(move |customer, put| {
            let mrr = facts.mrr_now(customer);
            if mrr > 0 {
                let days =
                    |days: i32| cuts.partition_point(|cut| i64::from(*cut) <= i64::from(days));
                let part = facts.days_silent(customer).map_or(never, days);
                put.one(part, PART, 1, 0);
                if money {
                    put.one(part, MONEY, mrr, 0);
                }
            }
        }),
    }
}

/// Ascending, each once; a cut at 0 parts nothing.
fn cut_points(setting: &[u32]) -> Vec<u32> {
    order::distinct(setting.iter().copied().filter(|cut| *cut > 0))
}

/// `0-13`, `14-29`, …, `180+`, `never`.
fn parts(cuts: &[u32]) -> Vec<String> {
    let starts = || std::iter::once(0).chain(cuts.iter().copied());
    let ranges = starts()
        .zip(cuts)
        .map(|(from, next)| format!("{from}-{}", next - 1));
    let open = format!("{}+", cuts.last().unwrap_or(&0));
    ranges.chain([open, "never".to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// On 30 June: a used it 13 days ago, b 14, c 90, d 180, e never; f's date in the file is 29 days ago, that of g
    /// is still to come; h pays no more.
    #[test]
    fn worked_example() {
        let data = "abcdefg".chars().fold(World::new("2024-06-30"), |w, id| {
            w.term(&id.to_string(), "2023-12-01", "", 10)
        });
        let data = data
            .term("h", "2023-12-01", "2024-06-30", 10)
            .uses("a", &["2024-06-17", "2024-07-02"])
            .uses("b", &["2024-01-01", "2024-06-16"])
            .uses("c", &["2024-04-01"])
            .uses("d", &["2024-01-02"])
            .last_active("d", "2024-06-30")
            .last_active("f", "2024-06-01")
            .last_active("g", "2024-07-01")
            .build();
        let want = "0-13 1 10
                    14-29 2 20
                    30-89 0 0
                    90-179 1 10
                    180+ 1 10
                    never 2 20";
        shown(&data, &Settings::default(), "dormancy", want);
        let settings = Settings {
            dormancy: vec![30, 7],
            ..Settings::default()
        };
        let want = "0-6 0 0
                    7-29 3 30
                    30+ 2 20
                    never 2 20";
        shown(&data, &settings, "dormancy", want);
    }

    #[test]
    fn without_prices_there_is_no_money_beside_the_customers() {
        let data = World::new("2024-06-30")
            .term("a", "2024-01-01", "", 1)
            .uses("a", &["2024-06-30"])
            .unpriced()
            .build();
        let want = "0-13 1
                    14-29 0
                    30-89 0
                    90-179 0
                    180+ 0
                    never 0";
        shown(&data, &Settings::default(), "dormancy", want);
        let silent = World::of_three().build();
        shown(&silent, &Settings::default(), "dormancy", "needs last-use");
    }
}

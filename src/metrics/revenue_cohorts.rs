//! How much of the revenue of those who started together is still there.
//!
//! Definitions, section 6: the customers of the logo cohort, whom `size` counts; cell = their MRR at the close k
//! periods later, over their MRR at the close of the cohort's own period (base 0: `of` 0, and the cohort is left out
//! of the average).

use super::Metric;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::facts::Facts;
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "revenue_cohorts",
    unit: Unit::Rate,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Terms, Need::Money],
    ask,
};

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    let periods = facts.frame.ledger.len();
    Question {
        layout: Layout::of_paying(&facts.frame),
        value: Value::Ratio,
        members: Members::Customers,
        sight: Sight::of_paying(&facts.frame),
        contribute: Box::new(move |customer, put| {
            let Some(cohort) = facts.cohort(customer) else {
                return;
            };
            put.one(cohort, periods, 1, 0);
            let base = facts
                .closes(customer)
                .next()
                .map_or(0, |close| close.closing);
            for age in 0..periods - cohort {
                put.one(cohort, age, 0, base);
            }
            for close in facts.closes(customer).filter(|c| c.closing > 0) {
                put.one(cohort, close.period - cohort, close.closing, 0);
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// January's close: a 10, b 20. February: a 10. March: a 15. April: a 15, b 20.
    #[test]
    fn worked_example() {
        let data = World::of_three().build();
        let want = "2024-01-01 2: 30/30 10/30 15/30 35/30~
                    2024-02-01 1: 30/30 30/30  5/30~ -
                    average       60/60 40/60 15/30 -";
        shown(&data, &Settings::default(), "revenue_cohorts", want);
    }

    #[test]
    fn a_cohort_with_base_0_is_left_out_of_the_average() {
        let data = World::new("2024-03-31")
            .term("a", "2024-01-05", "2024-01-20", 10)
            .term("a", "2024-02-05", "", 7)
            .term("b", "2024-02-05", "", 10)
            .build();
        let want = "2024-01-01 1: 0/0   7/0   7/0
                    2024-02-01 1: 10/10 10/10 -
                    average       10/10 10/10 -";
        shown(&data, &Settings::default(), "revenue_cohorts", want);
    }
}

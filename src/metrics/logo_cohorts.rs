//! How many of those who started together still pay.
//!
//! Definitions, section 6: a logo cohort is the period of the first paying start. Size = customers with it there.
//! Cell at age k = of them, those paying at the close k periods later. Age 0 may be below size. The average of an
//! age: Σ cells / Σ their `of` over the cohorts whose cell is complete.

use super::Metric;
use super::bits::Bits;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::facts::Facts;
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "logo_cohorts",
    unit: Unit::Rate,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Terms],
    ask,
};

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    let periods = facts.frame.ledger.len();
    let mut paying = Bits::default();
    Question {
        layout: Layout::of_paying(&facts.frame),
        value: Value::Proportion,
        members: Members::Customers,
        sight: Sight::of_paying(&facts.frame),
        contribute: Box::new(move |customer, put| {
            let Some(cohort) = facts.cohort(customer) else {
                return;
            };
            put.one(cohort, periods, 1, 0);
            paying.clear();
            for close in facts.closes(customer).filter(|c| c.closing > 0) {
                paying.set(close.period - cohort);
            }
            paying.put(put, cohort, 0..periods - cohort, 0);
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// a and b start in January; b is gone at the closes of February and March and back at that of April.
    #[test]
    fn worked_example() {
        let data = World::of_three().build();
        let want = "2024-01-01 2: 2/2 1/2 1/2 2/2~
                    2024-02-01 1: 1/1 1/1 1/1~ -
                    average       3/3 2/3 1/2 -";
        shown(&data, &Settings::default(), "logo_cohorts", want);
    }

    #[test]
    fn age_0_may_be_below_size_and_a_cohort_without_members_is_not_listed() {
        let data = World::new("2024-03-31")
            .term("a", "2024-01-05", "2024-01-20", 10)
            .term("b", "2024-01-05", "", 10)
            .term("c", "2024-03-05", "", 10)
            .build();
        let want = "2024-01-01 2: 1/2 1/2 1/2
                    2024-03-01 1: 1/1 -   -
                    average       2/3 1/2 1/2";
        shown(&data, &Settings::default(), "logo_cohorts", want);
    }
}

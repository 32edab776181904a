//! The share of paying customers who left in a period.
//!
//! Definitions, section 4: (customers paying at opening who are not paying at close) / customers paying at opening.
//! New ones are in neither. Left and back within the period: not churned. Opening 0: no value.

use super::Metric;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::facts::Facts;
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "logo_churn",
    unit: Unit::Rate,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Terms],
    ask,
};

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    Question {
        layout: Layout::of_ledger(&facts.frame, &["churn"]),
        value: Value::Proportion,
        members: Members::Customers,
        sight: Sight::of_series(&facts.frame.ledger),
        contribute: Box::new(|customer, put| {
            for close in facts.closes(customer).filter(|c| c.opening > 0) {
                put.one(0, close.period, i64::from(close.closing == 0), 1);
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// Nobody pays at the opening of January; of the two of February one leaves.
    #[test]
    fn worked_example() {
        let data = World::of_three().build();
        shown(
            &data,
            &Settings::default(),
            "logo_churn",
            "churn 0/0 1/2 0/2 0/2~",
        );
    }
}

//! Customers who came, came back and left, period by period.
//!
//! Definitions, section 3: for each customer and period, a = MRR at opening, b = MRR at close. *new*: a = 0, b > 0,
//! never paying before the period; *reactivation*: a = 0, b > 0, paying some time before it; *churn*: a > 0, b = 0.
//! opening + new + reactivation − churn = closing, and closing = next opening.

use super::Metric;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::facts::{Facts, Movement};
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "customer_movements",
    unit: Unit::Customers,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Terms],
    ask,
};

const LINES: &[&str] = &["opening", "new", "reactivation", "churn", "closing"];

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    Question {
        layout: Layout::of_ledger(&facts.frame, LINES),
        value: Value::Count,
        members: Members::Customers,
        sight: Sight::of_series(&facts.frame.ledger),
        contribute: Box::new(|customer, put| {
            for close in facts.closes(customer) {
                put.one(0, close.period, i64::from(close.opening > 0), 0);
                put.one(4, close.period, i64::from(close.closing > 0), 0);
                match close.movement() {
                    Some((Movement::New, _)) => put.one(1, close.period, 1, 0),
                    Some((Movement::Reactivation, _)) => put.one(2, close.period, 1, 0),
                    Some((Movement::Churn, _)) => put.one(3, close.period, 1, 0),
                    _ => {}
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

    /// April ends after the files do.
    #[test]
    fn worked_example() {
        let data = World::of_three().build();
        let want = "opening       0 2 2 2~
                    new           2 1 0 0~
                    reactivation  0 0 0 1~
                    churn         0 1 0 0~
                    closing       2 2 2 3~";
        shown(&data, &Settings::default(), "customer_movements", want);
    }
}

//! How MRR moved, period by period.
//!
//! Definitions, section 3: for each customer and period, a = MRR at opening, b = MRR at close. *new*: a = 0, b > 0,
//! never paying before the period, amount b; *reactivation*: a = 0, b > 0, paying some time before it, b;
//! *expansion*: b > a > 0, b − a; *contraction*: a > b > 0, a − b; *churn*: a > 0, b = 0, a.
//! opening + new + reactivation + expansion − contraction − churn = closing, exactly, and closing = next opening.

use super::Metric;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::facts::{Facts, Movement};
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "mrr_movements",
    unit: Unit::Money,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Terms, Need::Money],
    ask,
};

const LINES: &[&str] = &[
    "opening",
    "new",
    "reactivation",
    "expansion",
    "contraction",
    "churn",
    "closing",
];

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    Question {
        layout: Layout::of_ledger(&facts.frame, LINES),
        value: Value::Count,
        members: Members::Customers,
        sight: Sight::of_series(&facts.frame.ledger),
        contribute: Box::new(|customer, put| {
            for close in facts.closes(customer) {
                put.one(0, close.period, close.opening, 0);
                put.one(6, close.period, close.closing, 0);
                if let Some((movement, amount)) = close.movement() {
                    let line = match movement {
                        Movement::New => 1,
                        Movement::Reactivation => 2,
                        Movement::Expansion => 3,
                        Movement::Contraction => 4,
                        Movement::Churn => 5,
                    };
                    put.one(line, close.period, amount, 0);
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
        let want = "opening       0 30 40 45~
                    new          30 30  0  0~
                    reactivation  0  0  0 20~
                    expansion     0  0  5  0~
                    contraction   0  0  0 25~
                    churn         0 20  0  0~
                    closing      30 40 45 40~";
        shown(&data, &Settings::default(), "mrr_movements", want);
    }

    #[test]
    fn without_amounts_there_is_no_money() {
        let data = World::of_three().unpriced().build();
        shown(&data, &Settings::default(), "mrr_movements", "needs money");
        let closing = "opening 0 2 2 2~
                       new 2 1 0 0~
                       reactivation 0 0 0 1~
                       churn 0 1 0 0~
                       closing 2 2 2 3~";
        shown(&data, &Settings::default(), "customer_movements", closing);
    }
}

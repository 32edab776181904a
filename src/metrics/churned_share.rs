//! The share of customers whom a file without dates marks as gone.
//!
//! Definitions, section 4: of a customers file with `churned` and no sign-up: customers marked churned / customers
//! with a readable mark. Without any day in the files `as_of` is null.

use super::Metric;
use super::question::{Layout, Members, PART, Question, Sight, Value};
use crate::facts::Facts;
use crate::report::{Need, Unit};

pub(super) const METRIC: Metric = Metric {
    id: "churned_share",
    unit: Unit::Rate,
    reads: &[],
    needs: |_| vec![Need::Churned],
    ask,
};

/// Whether the customers file marks who left, and gives no sign-ups, from which churn would be told by its day.
pub(super) fn speaks(facts: &Facts<'_>) -> bool {
    let customers = &facts.data.customers;
    customers.iter().any(|c| c.churned.is_some())
        && customers.iter().all(|c| c.signup.get().is_none())
}

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    Question {
        layout: Layout::Split {
            as_of: facts.frame.as_of,
            parts: vec!["all".to_owned()],
            money: false,
        },
        value: Value::Proportion,
        members: Members::Customers,
        sight: Box::new(|_, _| Sight::Whole),
        contribute: Box::new(|customer, put| {
            if let Some(churned) = facts.data.customers.get(customer).and_then(|c| c.churned) {
                put.one(0, PART, i64::from(churned), 1);
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// Three of four are marked, one of them as gone; the fourth mark cannot be read.
    #[test]
    fn worked_example() {
        let data = World::default()
            .churned("a", true)
            .churned("b", false)
            .churned("c", false)
            .listed("a", &[("Contract", "monthly")])
            .listed("b", &[("Contract", "yearly")])
            .listed("c", &[("Contract", "monthly")])
            .listed("d", &[("Contract", "yearly")])
            .build();
        shown(&data, &Settings::default(), "churned_share", "all 1/3");
        let settings = Settings {
            split: Some("Contract".to_owned()),
            ..Settings::default()
        };
        let want = "all 1/3
                    all [monthly] 1/2
                    all [yearly] 0/1";
        shown(&data, &settings, "churned_share", want);
    }

    #[test]
    fn a_file_with_sign_ups_tells_churn_by_its_day() {
        let data = World::new("2024-01-31")
            .churned("a", true)
            .signup("a", "2024-01-01")
            .build();
        shown(
            &data,
            &Settings::default(),
            "churned_share",
            "needs churned",
        );
    }
}

//! Every customer a second time: amounts and numbers double, rates stay.

use crate::shared::{list, report};
use crate::support;
use crate::world::{self, Listed, Term, Use};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every n and of of a figure with its place; `rate` tells whether there is an `of`.
fn cells(figure: &Value) -> Vec<(String, Value)> {
    let mut cells = Vec::new();
    for line in list(&figure["lines"]) {
        for (at, cell) in list(&line["cells"]).into_iter().enumerate() {
            cells.push((format!("{} {} {at}", figure["id"], line["id"]), cell));
        }
    }
    for part in list(&figure["parts"]) {
        cells.push((
            format!("{} {}", figure["id"], part["id"]),
            part["cell"].clone(),
        ));
        cells.push((
            format!("{} {} money", figure["id"], part["id"]),
            part.get("money").cloned().unwrap_or_default(),
        ));
    }
    for cohort in list(&figure["cohorts"]) {
        cells.push((
            format!("{} {} size", figure["id"], cohort["start"]),
            json!({"n": cohort["size"]}),
        ));
        for (age, cell) in list(&cohort["cells"]).into_iter().enumerate() {
            cells.push((format!("{} {} {age}", figure["id"], cohort["start"]), cell));
        }
    }
    for (age, cell) in list(&figure["average"]).into_iter().enumerate() {
        cells.push((format!("{} average {age}", figure["id"]), cell));
    }
    cells
}

#[test]
fn duplicating_every_customer_doubles_every_amount_and_leaves_every_rate() {
    support::hold(world::world(5), |world| {
        let Some(one) = report(&world.files(), &world.settings) else {
            return Ok(());
        };
        let mut twice = world.clone();
        let other = |customer: usize| customer + 50;
        twice.listed.extend(world.listed.iter().map(|l| Listed {
            customer: other(l.customer),
            ..l.clone()
        }));
        twice.terms.extend(world.terms.iter().map(|t| Term {
            customer: other(t.customer),
            ..t.clone()
        }));
        twice.uses.extend(world.uses.iter().map(|u| Use {
            customer: other(u.customer),
            ..u.clone()
        }));
        let two = report(&twice.files(), &twice.settings).expect("more rows are read");
        // Twice as many customers can be enough to suspect a cut: that is meant.
        let suspected = |r: &Value| {
            list(&r["issues"])
                .iter()
                .any(|i| i["code"] == "cut-suspected")
        };
        prop_assume!(suspected(&one) == suspected(&two));
        let (one, two) = (list(&one["figures"]), list(&two["figures"]));
        prop_assert_eq!(one.len(), two.len());
        for (one, two) in one.iter().zip(&two) {
            let (one, two) = (cells(one), cells(two));
            prop_assert_eq!(one.len(), two.len());
            for ((place, a), (other, b)) in one.iter().zip(&two) {
                prop_assert_eq!(place, other);
                let doubled =
                    |cell: &Value, key: &str| cell.get(key).and_then(Value::as_i64).map(|n| 2 * n);
                let plain = |cell: &Value, key: &str| cell.get(key).and_then(Value::as_i64);
                // n and of both double, so the rate n/of stays exactly.
                prop_assert_eq!(doubled(a, "n"), plain(b, "n"), "{}", place);
                prop_assert_eq!(doubled(a, "of"), plain(b, "of"), "{}", place);
                prop_assert_eq!(a.get("partial"), b.get("partial"), "{}", place);
            }
        }
        Ok(())
    });
}

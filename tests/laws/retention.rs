//! Gross retention is at most one and at most net, by the customers behind the numbers and by the ledger alike.

use crate::shared::{list, n};
use crate::{support, world};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn gross_retention_is_at_most_one_and_at_most_net() {
    support::hold(world::world(5), |world| {
        let files = world.files();
        let mut session = support::read(&files, &world.settings, 1 << 20);
        let Ok(report) = session.report(&world.settings).map(|r| support::json(&r)) else {
            return Ok(());
        };
        let Some(figure) = support::figure(&report, "mrr_movements", None) else {
            return Ok(());
        };
        let periods = list(&figure["periods"]);
        for (at, period) in periods.iter().enumerate().rev().take(3) {
            // The customers behind the numbers, each with a at the opening and b at the close.
            let mut of = |line: &str| -> BTreeMap<String, i64> {
                let query = support::query(
                    &json!({"figure": "mrr_movements", "line": line, "period": period["start"]}),
                );
                let Ok(roster) = session.members(&world.settings, &query, 0, usize::MAX) else {
                    return BTreeMap::new();
                };
                let roster = support::json(&roster);
                let place = |id: &str| {
                    list(&roster["columns"])
                        .iter()
                        .position(|c| c["id"] == id)
                        .unwrap()
                };
                let (customer, amount) = (place("customer"), place("amount"));
                let row = |row: &Value| {
                    (
                        row[customer].as_str().unwrap().to_owned(),
                        row[amount].as_i64().unwrap(),
                    )
                };
                list(&roster["rows"]).iter().map(row).collect()
            };
            let (opening, closing) = (of("opening"), of("closing"));
            let base: i64 = opening.values().sum();
            let kept = |cut: &dyn Fn(i64, i64) -> i64| -> i64 {
                opening
                    .iter()
                    .map(|(id, a)| cut(*a, closing.get(id).copied().unwrap_or(0)))
                    .sum()
            };
            let (gross, net) = (kept(&|a, b| a.min(b)), kept(&|_, b| b));
            let cell = |line: &str| n(&support::line(&report, "mrr_movements", line)[at]);
            prop_assert_eq!(base, cell("opening"));
            prop_assert!(
                0 <= gross && gross <= base && gross <= net,
                "{gross} {net} {base}"
            );
            // The ledger says the same: GRR is 1 - (churn + contraction) / opening, NRR adds expansion.
            prop_assert_eq!(gross, cell("opening") - cell("contraction") - cell("churn"));
            prop_assert_eq!(net, gross + cell("expansion"));
        }
        Ok(())
    });
}

//! The ledger conserves to the minor unit, whatever stands in the rows, and every row is read or set aside.

use crate::shared::{list, n, noise, report, with_noise};
use crate::{support, world};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::Value;
use std::collections::BTreeMap;

const HEADS: [&str; 5] = ["opening", "new", "reactivation", "churn", "closing"];

fn conserves(report: &Value) -> TestCaseResult {
    for (id, lines) in [
        ("mrr_movements", &support::MOVEMENTS[..]),
        ("customer_movements", &HEADS[..]),
    ] {
        let cells: BTreeMap<&str, &[Value]> = lines
            .iter()
            .map(|line| (*line, support::line(report, id, line)))
            .collect();
        let mut before = 0;
        for at in 0..cells["opening"].len() {
            let of = |line: &str| cells.get(line).map_or(0, |cells| n(&cells[at]));
            prop_assert_eq!(
                of("opening"),
                before,
                "{} {}: opening is the closing before",
                id,
                at
            );
            let moved =
                of("new") + of("reactivation") + of("expansion") - of("contraction") - of("churn");
            prop_assert_eq!(of("opening") + moved, of("closing"), "{} {}", id, at);
            prop_assert!(
                lines.iter().all(|line| of(line) >= 0),
                "{} {}: all magnitudes are positive",
                id,
                at
            );
            before = of("closing");
        }
    }
    Ok(())
}

#[test]
fn the_ledger_conserves_to_the_minor_unit() {
    support::hold((world::world(6), noise()), |(world, noise)| {
        let Some(report) = report(&with_noise(&world, &noise), &world.settings) else {
            return Ok(());
        };
        conserves(&report)?;
        prop_assert!(
            support::adds_up(&list(&report["sources"])),
            "{}",
            report["sources"]
        );
        Ok(())
    });
}

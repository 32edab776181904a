//! The parts of a segment add up to the whole: in every line, every part and every cohort.

use crate::shared::{list, n, report};
use crate::{support, world};
use proptest::prelude::*;
use serde_json::Value;

#[test]
fn the_parts_of_a_segment_add_up_to_the_whole() {
    support::hold(world::world(6), |mut world| {
        world.settings.split = Some("plan".into());
        let Some(report) = report(&world.files(), &world.settings) else {
            return Ok(());
        };
        if world.listed.is_empty() {
            return Ok(()); // nobody has a plan
        }
        let sums = |items: &[Value], read: &dyn Fn(&Value) -> Vec<i64>, whole: bool| -> Vec<i64> {
            let mut sums: Vec<i64> = Vec::new();
            for item in items
                .iter()
                .filter(|item| item.get("segment").is_none() == whole)
            {
                let numbers = read(item);
                sums.resize(sums.len().max(numbers.len()), 0);
                sums.iter_mut().zip(numbers).for_each(|(sum, n)| *sum += n);
            }
            sums
        };
        // n and of of a cell; a cell that could not be observed is told apart from 0.
        let of_cell = |cell: &Value| match cell.get("n") {
            Some(n) => vec![
                n.as_i64().unwrap(),
                cell.get("of").and_then(Value::as_i64).unwrap_or(0),
            ],
            None => vec![0, 0],
        };
        let figures = list(&report["figures"]);
        for figure in figures.iter().filter(|f| f.get("segment").is_none()) {
            let id = figure["id"].as_str().unwrap();
            let lines = list(&figure["lines"]);
            for line in lines.iter().filter(|l| l.get("segment").is_none()) {
                let same: Vec<Value> = lines
                    .iter()
                    .filter(|l| l["id"] == line["id"])
                    .cloned()
                    .collect();
                let read = |l: &Value| list(&l["cells"]).iter().flat_map(of_cell).collect();
                prop_assert!(same.len() > 1, "{} is not split", id);
                prop_assert_eq!(
                    sums(&same, &read, true),
                    sums(&same, &read, false),
                    "{} {}",
                    id,
                    &line["id"]
                );
            }
            let parts = list(&figure["parts"]);
            for part in parts.iter().filter(|p| p.get("segment").is_none()) {
                let same: Vec<Value> = parts
                    .iter()
                    .filter(|p| p["id"] == part["id"])
                    .cloned()
                    .collect();
                let read = |p: &Value| vec![n(&p["cell"]), p["money"]["n"].as_i64().unwrap_or(0)];
                prop_assert_eq!(
                    sums(&same, &read, true),
                    sums(&same, &read, false),
                    "{} {}",
                    id,
                    &part["id"]
                );
            }
            for cohort in list(&figure["cohorts"]) {
                let same: Vec<Value> = figures
                    .iter()
                    .filter(|f| f["id"] == figure["id"])
                    .flat_map(|f| {
                        let segment = f.get("segment").cloned();
                        list(&f["cohorts"])
                            .into_iter()
                            .filter(|c| c["start"] == cohort["start"])
                            .map(move |mut c| {
                                if let Some(segment) = &segment {
                                    c["segment"] = segment.clone();
                                }
                                c
                            })
                    })
                    .collect();
                let read = |c: &Value| {
                    let cells = list(&c["cells"]);
                    let mut numbers = vec![c["size"].as_i64().unwrap()];
                    numbers.extend(cells.iter().flat_map(of_cell));
                    numbers
                };
                prop_assert_eq!(
                    sums(&same, &read, true),
                    sums(&same, &read, false),
                    "{} {}",
                    id,
                    &cohort["start"]
                );
            }
        }
        Ok(())
    });
}

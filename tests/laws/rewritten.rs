//! The same rows in another order, in other files or with their ids written otherwise say the same.

use crate::shared::{list, noise, report, with_noise};
use crate::support::{self, File};
use crate::world::{self, World};
use ebb::settings::Settings;
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

/// What a report says, without the lines at which it was written.
fn said(report: &Value) -> Value {
    let told = |i: &Value| format!("{} {} {}", i["code"], i["count"], i["args"]["customers"]);
    let mut issues: Vec<String> = list(&report["issues"]).iter().map(told).collect();
    issues.sort();
    json!({"as_of": report["as_of"], "currency": report["currency"], "exponent": report["exponent"],
           "figures": report["figures"], "unanswered": report["unanswered"], "issues": issues})
}

/// Sometimes the as-of date is found in the files.
fn sometimes_unset(mut world: World) -> World {
    if world.terms.len().is_multiple_of(3) {
        world.settings.as_of = None;
    }
    world
}

/// The lines of a file after its header.
fn rows((_, bytes): &File) -> (String, Vec<String>) {
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut lines = text.lines().map(str::to_owned);
    (lines.next().unwrap_or_default(), lines.collect())
}

fn unchanged(files: &[File], others: &[File], settings: &Settings) -> TestCaseResult {
    let (one, other) = (report(files, settings), report(others, settings));
    prop_assert_eq!(one.as_ref().map(said), other.as_ref().map(said));
    Ok(())
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let worlds = (
        world::world(6).prop_map(sometimes_unset),
        noise(),
        any::<u64>(),
    );
    support::hold(worlds, |(world, noise, mut seed)| {
        let files = with_noise(&world, &noise);
        let shuffled: Vec<File> = files
            .iter()
            .map(|file| {
                let (head, mut rows) = rows(file);
                for at in (1..rows.len()).rev() {
                    seed = seed
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1_442_695_040_888_963_407);
                    rows.swap(at, (seed >> 33) as usize % (at + 1));
                }
                world::file(&file.0, &head, &rows)
            })
            .collect();
        unchanged(&files, &shuffled, &world.settings)
    });
}

#[test]
fn the_order_of_files_changes_nothing() {
    let worlds = (
        world::world(6).prop_map(sometimes_unset),
        noise(),
        0..6usize,
    );
    support::hold(worlds, |(world, noise, turn)| {
        let files = with_noise(&world, &noise);
        let mut others = files.clone();
        others.rotate_left(turn % files.len().max(1));
        if turn >= 3 {
            others.reverse();
        }
        let (one, other) = (
            report(&files, &world.settings),
            report(&others, &world.settings),
        );
        let by_name = |report: Option<Value>| {
            report.map(|mut r| {
                r["sources"]
                    .as_array_mut()
                    .unwrap()
                    .sort_by_key(|s| s["file"].to_string());
                r
            })
        };
        prop_assert_eq!(by_name(one), by_name(other));
        Ok(())
    });
}

/// The id of every row in one of five ways to write it.
fn respelled(files: &[File], ways: &[usize]) -> Vec<File> {
    let mut ways = ways.iter().cycle();
    let mut row = |row: String| {
        let (id, rest) = row.split_once(',').unwrap();
        let wide = |c: char| char::from_u32(c as u32 + 0xfee0).unwrap();
        let id = match ways.next() {
            Some(0) => id.to_lowercase(),
            Some(1) => id.chars().flat_map(|c| [c, ' ']).collect(),
            Some(2) => id.chars().map(wide).collect(),
            Some(3) => format!("\u{3000}{}", id.to_lowercase().replace('c', "c\u{a0}")),
            _ => id.to_owned(),
        };
        format!("{id},{rest}")
    };
    let file = |file: &File| {
        let (head, lines) = rows(file);
        let lines: Vec<String> = lines.into_iter().map(&mut row).collect();
        (
            file.0.clone(),
            format!("{head}\n{}\n", lines.join("\n")).into_bytes(),
        )
    };
    files.iter().map(file).collect()
}

#[test]
fn joined_ids_say_what_ids_that_are_written_one_way_say() {
    let ways = proptest::collection::vec(0..6usize, 1..30);
    support::hold((world::world(5), ways), |(world, ways)| {
        let mut world = sometimes_unset(world);
        world.settings.join = ebb::settings::Join::Folded;
        let files = world.files();
        let told = |files: &[File]| {
            let mut said = report(files, &world.settings).as_ref().map(said)?;
            let issues = said["issues"].as_array_mut()?;
            // Rows that were equal are not, where their ids are written in two ways.
            issues.retain(|i| {
                !["ids-joined", "term-equal"]
                    .iter()
                    .any(|code| i.as_str().unwrap().contains(code))
            });
            Some(said)
        };
        prop_assert_eq!(told(&files), told(&respelled(&files, &ways)));
        Ok(())
    });
}

#[test]
fn splitting_a_file_changes_nothing() {
    let worlds = (
        world::world(6).prop_map(sometimes_unset),
        proptest::collection::vec(0..3usize, 64),
    );
    support::hold(worlds, |(world, parts)| {
        let files = world.files();
        let mut others: Vec<File> = Vec::new();
        for file in &files {
            let (head, rows) = rows(file);
            for part in 0..3 {
                let of = |(at, row): (usize, &String)| {
                    (parts[at % parts.len()] == part).then(|| row.clone())
                };
                let rows: Vec<String> = rows.iter().enumerate().filter_map(of).collect();
                if !rows.is_empty() {
                    others.push(world::file(&format!("{part}-{}", file.0), &head, &rows));
                }
            }
        }
        // Two files of equal bytes are one file given twice: that is another rule.
        let mut bytes: Vec<&Vec<u8>> = others.iter().map(|(_, bytes)| bytes).collect();
        bytes.sort();
        prop_assume!(bytes.windows(2).all(|pair| pair[0] != pair[1]));
        let numbers = |report: &Value| json!({"as_of": report["as_of"], "figures": report["figures"], "unanswered": report["unanswered"]});
        let (one, other) = (
            report(&files, &world.settings),
            report(&others, &world.settings),
        );
        prop_assert_eq!(one.as_ref().map(numbers), other.as_ref().map(numbers));
        Ok(())
    });
}

//! What several laws take up: a report and its cells and lists, and rows that make trouble.

use crate::support::{self, File};
use crate::world::World;
use ebb::settings::Settings;
use proptest::prelude::*;
use serde_json::Value;

/// The report, or nothing where no row could be read or a sum is too large to be written exactly.
pub(crate) fn report(files: &[File], settings: &Settings) -> Option<Value> {
    support::report(files, settings, 1 << 20).ok()
}

pub(crate) fn n(cell: &Value) -> i64 {
    cell["n"]
        .as_i64()
        .unwrap_or_else(|| panic!("no number: {cell}"))
}

pub(crate) fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// Rows as people write them: anything may be missing, impossible or absurd.
pub(crate) fn noise() -> impl Strategy<Value = Vec<String>> {
    let one = |words: &'static [&'static str]| proptest::sample::select(words);
    let day = || {
        one(&[
            "2024-02-30",
            "",
            "2024-01-05",
            "2024-02-29",
            "soon",
            "1989-05-05",
            "9999-12-31",
            "2024-02-01T23:59:59",
        ])
    };
    let mrr = one(&[
        "",
        "-5",
        "x",
        "0",
        "7",
        "12.345",
        "90071992547409",
        "9007199254740991",
        "99999999999999999999",
    ]);
    let id = one(&["C1", "C2", "", " C0 ", "누리", "\"C,3\""]);
    let row =
        (id, day(), day(), day(), day(), mrr).prop_map(|(id, start, end, trial, asked, mrr)| {
            format!("{id},{start},{end},{trial},{asked},{mrr}")
        });
    proptest::collection::vec(row, 0..6)
}

pub(crate) fn with_noise(world: &World, noise: &[String]) -> Vec<File> {
    let mut files = world.files();
    if let Some((_, bytes)) = files
        .iter_mut()
        .find(|(name, _)| name == "subscriptions.csv")
    {
        for row in noise {
            bytes.extend_from_slice(row.as_bytes());
            bytes.push(b'\n');
        }
    }
    files
}

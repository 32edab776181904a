//! Real files of other people, where the folder beside the checkout has them; their numbers are published or were
//! counted with other tools.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;

use ebb::settings::Settings;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The folder, beside the checkout or further up.
fn shared() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut places = here.ancestors().map(|place| place.join("shared/data"));
    places.find(|place| place.exists()).unwrap_or(here)
}

/// The file, or a printed word that it is not there.
fn real(name: &str) -> Option<Vec<support::File>> {
    let path = shared().join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    Some(vec![(name.to_owned(), bytes)])
}

fn report(files: &[support::File], settings: Value) -> Value {
    support::report(files, &support::settings(settings), 1 << 20)
        .unwrap_or_else(|p| panic!("{p:?}"))
}

#[test]
fn subscriptions_that_were_cut_at_their_end() {
    let Some(files) = real("dbt_subscription_periods.csv") else {
        return;
    };
    let report = report(&files, json!({}));
    let figure = support::figure(&report, "mrr_movements", None).unwrap();
    let periods = figure["periods"].as_array().unwrap();
    let december = periods
        .iter()
        .position(|p| p["start"] == "2019-12-01")
        .unwrap();
    let n = |line: &str| {
        support::line(&report, "mrr_movements", line)[december]["n"]
            .as_i64()
            .unwrap()
    };
    assert_eq!(support::MOVEMENTS.map(n), [1840, 100, 0, 50, 30, 705, 1255]);
    let churn = &support::line(&report, "logo_churn", "churn")[december];
    assert_eq!((&churn["n"], &churn["of"]), (&json!(17), &json!(42)));
    let january = &periods[december + 1];
    assert_eq!(
        (&january["start"], &january["complete"]),
        (&json!("2020-01-01"), &json!(false))
    );
    assert_eq!(
        support::line(&report, "logo_churn", "churn")[december + 1]["partial"],
        true
    );
    assert!(
        report["issues"]
            .as_array()
            .unwrap()
            .iter()
            .any(|i| i["code"] == "cut-suspected"),
        "{}",
        report["issues"]
    );
}

#[test]
fn customers_with_a_yes_or_no_and_no_dates() {
    let Some(files) = real("telco_customer_churn.csv") else {
        return;
    };
    let whole = report(&files, json!({}));
    let share = |report: &Value, segment: Option<&str>| {
        let parts = support::figure(report, "churned_share", None).unwrap()["parts"]
            .as_array()
            .unwrap()
            .clone();
        let part = parts
            .iter()
            .find(|p| p.get("segment").and_then(Value::as_str) == segment)
            .unwrap();
        (
            part["cell"]["n"].as_i64().unwrap(),
            part["cell"]["of"].as_i64().unwrap(),
        )
    };
    assert_eq!(share(&whole, None), (1869, 7043));
    assert_eq!(whole["as_of"], Value::Null);
    assert!(
        support::figure(&whole, "logo_cohorts", None).is_none(),
        "no cohort is invented"
    );
    let split = report(&files, json!({"split": "Contract"}));
    assert_eq!(share(&split, None), (1869, 7043));
    assert_eq!(share(&split, Some("Month-to-month")), (1655, 3875));
    assert_eq!(share(&split, Some("One year")), (166, 1473));
    assert_eq!(share(&split, Some("Two year")), (48, 1695));
}

#[test]
fn purchases_are_usage() {
    let Some(files) = real("cdnow_sample.csv") else {
        return;
    };
    let report = report(&files, json!({}));
    let source = &report["sources"][0];
    assert_eq!(
        (&source["kind"], &source["rows"], &source["read"]),
        (&json!("usage"), &json!(6919), &json!(6919))
    );
    let figure = support::figure(&report, "retention", None).unwrap();
    let cohorts = figure["cohorts"].as_array().unwrap();
    assert_eq!(
        cohorts
            .iter()
            .map(|c| c["size"].as_i64().unwrap())
            .sum::<i64>(),
        2357
    );
    // The customers of the sample first bought in the first quarter of 1997.
    let starts: Vec<&str> = cohorts
        .iter()
        .map(|c| c["start"].as_str().unwrap())
        .collect();
    assert_eq!(starts, ["1997-01-01", "1997-02-01", "1997-03-01"]);
    assert_eq!(figure["ages"], 18);
    assert_eq!(
        support::read(&files, &Settings::default(), 7)
            .progress()
            .rows,
        6919
    );
}

/// Hands a file over in pieces of so many bytes.
struct Pieces(std::io::Cursor<Vec<u8>>, usize);

impl std::io::Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let room = into.len().min(self.1);
        self.0.read(&mut into[..room])
    }
}

impl std::io::Seek for Pieces {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

/// The table as `ebb table` prints it, a map for each row.
fn table(bytes: &[u8], piece: usize) -> Value {
    let mut out = Vec::new();
    let mut file = Pieces(std::io::Cursor::new(bytes.to_vec()), piece);
    ebb::intake::table(&mut file, &mut out).unwrap();
    let mut reader = csv::Reader::from_reader(out.as_slice());
    let rows = reader.deserialize::<std::collections::BTreeMap<String, String>>();
    json!(rows.map(Result::unwrap).collect::<Vec<_>>())
}

#[test]
fn the_acid_test_of_csv_readers() {
    let folder = shared().join("csv-spectrum");
    let Ok(files) = std::fs::read_dir(folder.join("csvs")) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let mut seen = 0;
    for path in files.map(|entry| entry.unwrap().path()) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let wanted = std::fs::read(folder.join("json").join(format!("{name}.json"))).unwrap();
        let mut wanted: Value = serde_json::from_slice(&wanted).unwrap();
        if name == "location_coordinates" {
            // One object and no list; and its telephone number is not the one in the file.
            wanted["Contact Phone Number"] = json!("2095257564");
            wanted = json!([wanted]);
        }
        for piece in support::PIECES.into_iter().chain([bytes.len()]) {
            assert_eq!(
                table(&bytes, piece),
                wanted,
                "{name} in pieces of {piece} bytes"
            );
        }
        seen += 1;
    }
    assert_eq!(seen, 12);
}

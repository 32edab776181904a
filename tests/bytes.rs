//! Whatever bytes are dropped: nothing panics, every row is read or set aside, and where the pieces end changes nothing.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;

use ebb::settings::Settings;
use proptest::prelude::*;
use support::File;

const HEADS: [&str; 6] = [
    "customer,start,end,mrr\n",
    "customer,at,user,event,value\n",
    "customer_id,signup,cancelled,last_active,mrr,plan\n",
    "customerID,tenure,Contract,Churn\n",
    "고객번호,시작일,종료일,월 요금,통화\n",
    "",
];
const SCRAPS: [&str; 34] = [
    ",",
    ",",
    ",",
    ",",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "\u{feff}",
    "\0",
    " ",
    "A",
    "B",
    "누리",
    "2024-01-05",
    "2024-02-29",
    "2024-02-30",
    "2024-01-31T23:59:59",
    "2024-02-01T00:30:00+09:00",
    "1989-01-01",
    "999999-01-01",
    "10",
    "-5",
    "1e9",
    "0.005",
    "9007199254740992",
    "₩19,000",
    "Yes",
    "no",
    "KRW",
    "\u{202e}é",
];

fn text() -> impl Strategy<Value = Vec<u8>> {
    let scrap = prop_oneof![
        12 => proptest::sample::select(&SCRAPS[..]).prop_map(|s| s.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 1..4),
    ];
    (
        proptest::sample::select(&HEADS[..]),
        proptest::collection::vec(scrap, 0..60),
    )
        .prop_map(|(head, scraps)| [head.as_bytes().to_vec(), scraps.concat()].concat())
}

#[test]
fn any_bytes_are_read_or_set_aside_the_same_in_all_pieces() {
    let worlds = (proptest::collection::vec(text(), 1..4), 1..40usize);
    support::hold(worlds, |(texts, piece)| {
        let files: Vec<File> = texts
            .into_iter()
            .enumerate()
            .map(|(i, bytes)| (format!("{i}.csv"), bytes))
            .collect();
        let settings = Settings::default();
        let whole = support::report(&files, &settings, 1 << 20);
        let pieces = support::report(&files, &settings, piece);
        prop_assert_eq!(&whole, &pieces, "in pieces of {}", piece);
        let list = |report: &serde_json::Value, key: &str| report[key].as_array().unwrap().clone();
        let (sources, issues) = match &whole {
            Ok(report) => (list(report, "sources"), list(report, "issues")),
            Err(problem) => (
                problem.sources.iter().map(support::json).collect(),
                problem.issues.iter().map(support::json).collect(),
            ),
        };
        let session = support::read(&files, &settings, piece);
        let faults = support::aside_faults(&session, &settings, &sources, &issues);
        prop_assert!(faults.is_empty(), "{:?}", faults);
        prop_assert!(support::adds_up(&sources), "{sources:?}");
        Ok(())
    });
}

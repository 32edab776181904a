//! What holds for any files: pieces, order, splitting, merging, and that nothing breaks.

use super::*;
use crate::dataset::{Dataset, Origin, Place};
use crate::intake::kinds::Rows;
use crate::intake::kinds::usage::state::UsageState;
use proptest::prelude::*;
use proptest::sample::select;

const PIECES: [usize; 6] = [1, 2, 3, 7, 4093, usize::MAX];

/// Everything a part says, in one text.
fn told(part: &Part) -> String {
    let rows = match &part.rows {
        Rows::Usage(state) => format!("{:?}", state.told()),
        rows => format!("{rows:?}"),
    };
    format!(
        "{:?} {:?} {:?} {} {} {rows}",
        part.source, part.issues, part.aside, part.hash, part.length
    )
}

fn cell() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "a",
            "b",
            "c",
            " a",
            "",
            "-",
            "2024-01-31",
            "2024-02-29",
            "2024-02-30",
            "2024-03-05T23:59:59Z",
            "9999-12-31",
            "5",
            "12.50",
            "-3",
            "1e9",
            "₩1,000",
            "\"1,000\"",
            "\"x\ny\"",
            "month",
            "year",
            "USD",
            "KRW",
            "yes",
            "no",
            "고객",
            "\"",
            "\u{feff}",
            "x\0",
        ][..],
    )
}

fn header() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "customer_id,user_id,timestamp,event,value",
            "customer_id,start,end,mrr,plan",
            "id,customer,start,amount,interval,currency,status",
            "고객ID,가입일,해지일,월요금,지역",
            "customer_id,signup_date,last_login,price,cancelled",
            "customer,date,amount",
            "user_id,at",
            "x,y,z",
            "\u{feff}customer_id,tenure,churned,region",
        ][..],
    )
}

fn file() -> impl Strategy<Value = String> {
    let rows = proptest::collection::vec(proptest::collection::vec(cell(), 1..7), 0..12);
    (header(), rows, select(&["\n", "\r\n", "\r"][..])).prop_map(|(header, rows, end)| {
        let mut text = format!("{header}{end}");
        for row in rows {
            text.push_str(&row.join(","));
            text.push_str(end);
        }
        text
    })
}

/// Lines of a header's kind that are mostly well made, for laws on the numbers.
fn rows(header: &'static str) -> BoxedStrategy<Vec<String>> {
    let id = select(&["a", "b", "c", "d", "7", "007"][..]);
    let day = (0i32..400).prop_map(|n| crate::calendar::Day(19_700 + n).to_string());
    let maybe = prop_oneof![Just(String::new()), day.clone()];
    let money = select(&["5", "7.25", "0", "", "-1", "100"][..]);
    let word = select(&["x", "y", "", "z"][..]);
    let currency = select(&["USD", "KRW", ""][..]);
    let row = match header {
        CUSTOMERS => (id, day, maybe, money, word)
            .prop_map(|(a, b, c, d, e)| format!("{a},{b},{c},{d},{e}"))
            .boxed(),
        SUBSCRIPTIONS => (id, day, maybe, money, word, currency)
            .prop_map(|(a, b, c, d, e, f)| format!("{a},{b},{c},{d},{e},{f}"))
            .boxed(),
        _ => (id, word, day, word_of(), money)
            .prop_map(|(a, b, c, d, e)| format!("{a},{b},{c},{d},{e}"))
            .boxed(),
    };
    proptest::collection::vec(row, 0..15).boxed()
}

fn word_of() -> impl Strategy<Value = &'static str> {
    select(&["login", "report", ""][..])
}

const CUSTOMERS: &str = "customer_id,signup_date,cancelled,mrr,region";
const SUBSCRIPTIONS: &str = "customer_id,start,end,mrr,plan,currency";
const USAGE: &str = "customer_id,user_id,timestamp,event,minutes";

fn text(header: &str, rows: &[String]) -> String {
    std::iter::once(header)
        .chain(rows.iter().map(String::as_str))
        .map(|row| format!("{row}\n"))
        .collect()
}

/// The dataset without the places of its rows, which move with them.
fn numbers(out: &Assembled) -> (Dataset, u64, u64) {
    let mut data = out.dataset.clone();
    let nowhere = Place::new(0, 0);
    data.files.clear();
    data.customers.iter_mut().for_each(|c| c.origin = nowhere);
    data.terms.iter_mut().for_each(|t| t.origin = nowhere);
    data.usage
        .iter_mut()
        .flat_map(|u| &mut u.users)
        .for_each(|u| u.origin = nowhere);
    (
        data,
        out.sources.iter().map(|s| s.read).sum(),
        out.sources.iter().map(|s| s.set_aside).sum(),
    )
}

/// Each file with its rows turned and cut in two.
fn shuffled(files: &[(&str, Vec<String>)], by: usize) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (header, rows) in files {
        let mut rows = rows.clone();
        let turn = by.checked_rem(rows.len()).unwrap_or(0);
        rows.rotate_left(turn);
        let cut = (by * 7).checked_rem(rows.len() + 1).unwrap_or(0);
        // Equal halves would count as one file given twice.
        let (first, second) = rows.split_at(cut);
        out.push((format!("{by}{header}"), text(header, first)));
        if first != second {
            out.push((format!("x{header}"), text(header, second)));
        } else {
            out.push((format!("x{header}"), format!("\n{}", text(header, second))));
        }
    }
    out.rotate_left(by % 3);
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn pieces_change_nothing(text in file()) {
        let settings = Settings::default();
        let whole = read_in("f.csv", text.as_bytes(), &settings, usize::MAX);
        prop_assert_eq!(whole.source.rows, whole.source.read + whole.source.set_aside);
        let want = told(&whole);
        for piece in PIECES {
            prop_assert_eq!(&told(&read_in("f.csv", text.as_bytes(), &settings, piece)), &want);
        }
    }

    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..400), header in header()) {
        let settings = Settings::default();
        let with_header = [header.as_bytes(), b"\n", &bytes].concat();
        let parts = [read_in("a", &bytes, &settings, 5), read_in("b", &with_header, &settings, 9), read_in("c", &with_header, &settings, 999)];
        let out = assemble(&parts.iter().collect::<Vec<_>>(), &settings);
        for source in &out.sources {
            prop_assert_eq!(source.rows, source.read + source.set_aside);
        }
        let mut written = Vec::new();
        let _ = table(&mut std::io::Cursor::new(&with_header), &mut written);
    }

    #[test]
    fn any_files_add_up(files in proptest::collection::vec(file(), 0..4)) {
        let named: Vec<(String, &str)> = files.iter().enumerate().map(|(i, f)| (format!("{i}.csv"), f.as_str())).collect();
        let named: Vec<(&str, &str)> = named.iter().map(|(n, f)| (n.as_str(), *f)).collect();
        let forward = all(&named, &Settings::default());
        let backward = all(&named.iter().rev().copied().collect::<Vec<_>>(), &Settings::default());
        prop_assert_eq!(format!("{forward:?}"), format!("{backward:?}"));
        let data = &forward.dataset;
        prop_assert!(ids(data).windows(2).all(|w| w[0] < w[1]));
        prop_assert!(data.terms.iter().all(|t| (t.customer as usize) < data.customers.len() && t.end.get().is_none_or(|e| e > t.start) && t.mrr >= 0));
        prop_assert!((0..data.terms.len()).all(|t| data.term_texts.row(t).len() == data.term_segments.len()));
        prop_assert!(data.customers.iter().enumerate().all(|(i, c)| !c.listed || data.texts.row(i).len() == 4 + data.customer_segments.len()));
    }

    #[test]
    fn order_and_splitting_change_no_number(c in rows(CUSTOMERS), s in rows(SUBSCRIPTIONS), u in rows(USAGE), by in 1usize..20, with in 1u8..8) {
        let mut files = Vec::new();
        for (bit, header, rows) in [(1, CUSTOMERS, c), (2, SUBSCRIPTIONS, s), (4, USAGE, u)] {
            if with & bit != 0 {
                files.push((header, rows));
            }
        }
        let plain: Vec<(String, String)> = files.iter().map(|(h, rows)| ((*h).to_owned(), text(h, rows))).collect();
        let moved = shuffled(&files, by);
        let read = |files: &[(String, String)]| {
            let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            all(&files, &Settings::default())
        };
        let (a, b) = (read(&plain), read(&moved));
        prop_assert_eq!(numbers(&a), numbers(&b));
    }

    #[test]
    fn use_can_be_merged_in_any_order(rows in rows(USAGE), cuts in (0usize..15, 0usize..15)) {
        let state = |rows: &[String]| {
            let part = read_in("u.csv", text(USAGE, rows).as_bytes(), &Settings::default(), 1000);
            match part.rows { Rows::Usage(state) => *state, _ => UsageState::default() }
        };
        // Line numbers differ between parts: all stand on one line here.
        let flat = |_: Origin| Origin { file: 0, line: 0 };
        let sum = |parts: &[&UsageState]| {
            let mut sum = UsageState::default();
            parts.iter().for_each(|part| sum.merge(part, flat, |id| id));
            sum
        };
        let (low, high) = (cuts.0.min(cuts.1).min(rows.len()), cuts.0.max(cuts.1).min(rows.len()));
        let (a, b, c) = (state(&rows[..low]), state(&rows[low..high]), state(&rows[high..]));
        let whole = sum(&[&state(&rows)]).told();
        prop_assert!(sum(&[&a, &b, &c]).told() == whole);
        prop_assert!(sum(&[&c, &a, &b]).told() == whole);
        prop_assert!(sum(&[&a, &sum(&[&b, &c])]).told() == whole);
        prop_assert!(sum(&[&UsageState::default(), &a, &b, &c, &UsageState::default()]).told() == whole);
    }
}

#[test]
fn a_table_reads_back_as_itself() {
    let text = "a;\"b;c\"\n1;\"x \"\"y\"\"\nz\"\n\n\"\";\n2; 3,4\n;\n";
    let mut out = Vec::new();
    table(&mut std::io::Cursor::new(text), &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "a,b;c\n1,\"x \"\"y\"\"\nz\"\n,\n2,\" 3,4\"\n"
    );
    let error = table(&mut std::io::Cursor::new(b"\x89PNG\r\n"), &mut Vec::new()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidData);
}

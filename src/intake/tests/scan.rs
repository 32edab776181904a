//! Plain rows taken at once are what they are one by one, whatever the bytes, pieces and settings.

use super::*;
use proptest::prelude::*;

const HEADERS: [&str; 7] = [
    "customer,at\n",
    "customer,user,at,event,value\n",
    "at,value,event,user,customer,note\r\n",
    "user;timestamp;event\n",
    "customer\tat (GMT+9)\tvalue\r",
    "\"customer\",\"at\",\"event\",\"value\",\"memo\"\n",
    "'customer','at','event'\n",
];

/// Cells of all sorts, the plain ones often.
fn cell() -> impl Strategy<Value = String> {
    const PLAIN: [&str; 14] = [
        "C1",
        "C2",
        "C17",
        "u1",
        "u2",
        "login",
        "보고서",
        "export csv",
        "12",
        "3.25",
        "1.234",
        "0",
        "",
        "7200",
    ];
    const DAYS: [&str; 10] = [
        "2024-03-05",
        "2024-03-05 14:03:00",
        "2024-03-06T00:00:00Z",
        "2024-03-31 23:59:59",
        "2024-12-31T23:30:00-03:30",
        "2024-03-05 14:03:00.123456 UTC",
        "2024-02-30",
        "2024-03-05 24:00:00",
        "1709647380",
        "5 March 2024",
    ];
    const ODD: [&str; 26] = [
        "\"C1\"",
        "\"a,b\"",
        "\"a;b\"",
        "\"two\nlines\"",
        "\"dou\"\"ble\"",
        "\"",
        "a\"b",
        "\"a\"b",
        " C1 ",
        "n/a",
        "null",
        "1.23E+05",
        "=7",
        "'-5",
        "-3",
        "1,5",
        "\0",
        "x\u{1}y",
        "\u{feff}",
        "total",
        "합계",
        "sum (all)",
        "\r",
        "\u{a0}C1",
        "0000-00-00",
        "'quo,ted'",
    ];
    prop_oneof![
        8 => proptest::sample::select(&PLAIN[..]),
        8 => proptest::sample::select(&DAYS[..]),
        1 => proptest::sample::select(&ODD[..]),
    ]
    .prop_map(str::to_owned)
}

/// A row that mostly fits the header: days stand where it says so.
fn rows() -> impl Strategy<Value = Vec<u8>> {
    let row = (
        proptest::collection::vec(cell(), 6),
        prop_oneof![30 => Just(0isize), 1 => -2isize..3],
        prop_oneof![20 => Just(""), 1 => Just("\n"), 1 => Just("#")],
        any::<u8>(),
    );
    (
        proptest::sample::select(&HEADERS[..]),
        proptest::collection::vec(row, 0..60),
        proptest::sample::select(&["\n", "\r\n", "\r", "mixed"][..]),
        any::<bool>(),
    )
        .prop_map(|(header, rows, ending, last)| {
            let delimiter = *header
                .as_bytes()
                .iter()
                .find(|b| b",;\t".contains(b))
                .unwrap();
            let names: Vec<&str> = header.trim().split(char::from(delimiter)).collect();
            let mut bytes = header.as_bytes().to_vec();
            let all = rows.len();
            for (i, (cells, more, before, dice)) in rows.into_iter().enumerate() {
                bytes.extend_from_slice(before.as_bytes());
                let count = names.len().saturating_add_signed(more);
                let mut cells: Vec<String> = cells.into_iter().cycle().take(count).collect();
                for (cell, name) in cells.iter_mut().zip(&names) {
                    let is_day = name.contains("at") || name.contains("time");
                    if is_day && !cell.starts_with("20") && dice % 16 > 0 {
                        *cell = format!("2024-{:02}-{:02}", dice % 12 + 1, dice % 28 + 1);
                    }
                }
                bytes.extend_from_slice(cells.join(&char::from(delimiter).to_string()).as_bytes());
                if dice % 61 == 60 {
                    bytes.push(dice | 0x80);
                }
                let end = match ending {
                    "mixed" => ["\n", "\r\n", "\r"][usize::from(dice % 3)],
                    end => end,
                };
                if i + 1 < all || last {
                    bytes.extend_from_slice(end.as_bytes());
                }
            }
            bytes
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    (
        proptest::sample::select(&["UTC", "Asia/Seoul", "America/New_York"][..]),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(zone, some, values)| {
            let mut settings = Settings {
                zone: crate::calendar::Zone::try_from(zone.to_owned()).unwrap(),
                ..Settings::default()
            };
            settings.active.events = some.then(|| vec!["login".to_owned(), String::new()]);
            settings.active.min_value = values.then_some(2.5);
            settings
        })
}

/// All that reading tells, and how many rows were taken at once.
fn told(bytes: &[u8], settings: &Settings, piece: usize, at_once: bool) -> (String, u64) {
    let mut hindsight = Hindsight::default();
    loop {
        let head = Head {
            name: "use.csv",
            bytes: &bytes[..bytes.len().min(HEAD)],
            decoders: native,
            hindsight: &hindsight,
        };
        let mut reader = Reader::new(&guess(&head, settings), &head, settings);
        if !at_once {
            reader.one_by_one();
        }
        bytes.chunks(piece).for_each(|piece| {
            reader.push(piece);
        });
        match reader.finish() {
            Some(better) => hindsight = better,
            None => {
                let swift = reader.taken_at_once();
                let out = assemble(&[reader.part()], settings);
                let mut aside = Vec::new();
                out.aside[0].each(&out.sources[0], &mut |row| aside.push(row));
                return (
                    format!(
                        "{:#?} {:#?} {:#?} {aside:#?}",
                        out.dataset, out.sources, out.issues
                    ),
                    swift,
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn rows_taken_at_once_are_rows_taken_one_by_one(
        bytes in rows(),
        settings in settings(),
        piece in prop_oneof![Just(usize::MAX), 1usize..80, Just(4093usize)],
    ) {
        let (swift, _) = told(&bytes, &settings, piece, true);
        let (long, none) = told(&bytes, &settings, usize::MAX, false);
        prop_assert_eq!(none, 0);
        prop_assert_eq!(swift, long);
    }
}

#[test]
fn what_most_files_hold_is_taken_at_once() {
    let mut text = String::from("customer,user,at,event,value\n");
    for row in 0..9_999 {
        let (event, value) = [("login", "3"), ("\"a, b\"", ""), ("보고서", "1.5")][row % 3];
        let hour = row % 24;
        text += &format!(
            "C{},u{},2024-{:02}-05 {hour:02}:03:00,{event},{value}\n",
            row % 40,
            row % 7,
            row % 12 + 1
        );
    }
    let settings = Settings::default();
    for text in [
        text.clone(),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
    ] {
        let bytes = text.as_bytes();
        let (swift, rows) = told(bytes, &settings, 100_000, true);
        assert!(rows > 9_900, "{rows}");
        assert_eq!(swift, told(bytes, &settings, 100_000, false).0);
    }
}

use super::*;
use crate::intake::cells::{self, Number};
use proptest::prelude::*;

/// Text near what is read quickly: pieces of stamps, numbers and ids, one after the other.
fn near() -> impl Strategy<Value = String> {
    const PIECES: [&str; 44] = [
        "2024-03-05",
        "2024-02-30",
        "1989-12-31",
        "1990-01-01",
        "9999-12-31",
        "0000-00-00",
        "2024-3-5",
        " ",
        "T",
        "t",
        "14:03:00",
        "23:59:59",
        "24:00:00",
        "23:59:60",
        "7:03:00",
        "14:03",
        ".",
        ".5",
        ".123456",
        "Z",
        " UTC",
        "+09:00",
        "-03:30",
        "+0900",
        "+19:00",
        "+09:60",
        "0",
        "1",
        "12",
        "007",
        "123456789012",
        "3.25",
        "1.23E+05",
        ",",
        "-",
        "n/a",
        "null",
        "None",
        "'",
        "=",
        "미정",
        "누리",
        "\u{a0}",
        "x",
    ];
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..5).prop_map(|v| v.concat())
}

fn zones() -> impl Strategy<Value = (Zone, Option<i32>)> {
    let zone = proptest::sample::select(&["UTC", "Asia/Seoul", "America/New_York", "-03:30"][..]);
    let offset = proptest::sample::select(&[None, Some(0), Some(9 * 3600), Some(-3600)][..]);
    (zone, offset)
        .prop_map(|(zone, offset)| (Zone::try_from(zone.to_owned()).unwrap_or_default(), offset))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn what_is_read_quickly_is_what_is_read_at_length(texts in proptest::collection::vec(near(), 1..4), (zone, offset) in zones()) {
        let mut stamps = Stamps::new(zone.clone(), offset);
        for text in &texts {
            if let Some((day, moment)) = stamps.read(text.as_bytes()) {
                let long = cells::stamp(text, None, &zone, offset);
                prop_assert_eq!(long.map(|s| (s.day, s.moment())), Some((day, moment)), "{}", text);
                prop_assert_eq!(cells::plain(text), text.as_str());
                prop_assert!(!cells::is_blank(text) && !cells::is_no_day(text));
                prop_assert_eq!(cells::number(text, None), Number::Unreadable, "{}: no total has a day", text);
            }
            if let Some(quick) = millionths(text.as_bytes()) {
                let long = cells::number(text, None).value();
                let units = long.map(|n| i128::from(n.units) * 1_000_000 / 10i128.pow(u32::from(n.decimals)));
                prop_assert_eq!(units, Some(i128::from(quick.value)), "{}", text);
                prop_assert_eq!(cells::plain(text), text.as_str());
                prop_assert!(!cells::is_blank(text));
                prop_assert_eq!(quick.whole + quick.fraction.map_or(0, |n| n + 1), text.len());
            }
            if is_plain(text.as_bytes()) {
                prop_assert_eq!(cells::plain(text), text.as_str());
            }
            if is_id(text.as_bytes()) {
                prop_assert_eq!(cells::plain(text), text.as_str());
                prop_assert!(!cells::is_blank(text) && !cells::is_rounded(text), "{}", text);
            }
        }
    }

    #[test]
    fn stamps_of_all_days_and_seconds_are_read_quickly(
        day in Day::FIRST.0..60_000i32,
        second in 0u32..86_400,
        ending in proptest::sample::select(&["", "Z", ".5", ".123456Z", " UTC", "+09:00", "-11:30"][..]),
        joint in proptest::sample::select(&[" ", "T"][..]),
        (zone, offset) in zones(),
    ) {
        let text = format!("{}{joint}{:02}:{:02}:{:02}{ending}", Day(day), second / 3600, second / 60 % 60, second % 60);
        let quick = Stamps::new(zone.clone(), offset).read(text.as_bytes());
        let long = cells::stamp(&text, None, &zone, offset);
        prop_assert_eq!(quick, long.map(|s| (s.day, s.moment())));
    }
}

proptest! {
    #[test]
    fn few_digits_are_what_they_are_one_by_one(
        bytes in any::<[u8; 8]>(),
        digits in "[0-9]{0,8}",
        odd in 0usize..16,
    ) {
        let mut word = bytes;
        word[..digits.len()].copy_from_slice(digits.as_bytes());
        let number = digits.parse().ok().or(Some(0));
        let length = digits.len();
        prop_assert_eq!(super::digits(u64::from_le_bytes(word), length), number);
        // A byte of any other kind among them.
        if odd < length && !bytes[odd].is_ascii_digit() {
            word[odd] = bytes[odd];
            prop_assert_eq!(super::digits(u64::from_le_bytes(word), length), None);
        }
        prop_assert_eq!(super::digits(u64::from_le_bytes(word), 9), None);
    }

    #[test]
    fn a_usual_stamp_is_read_as_any(
        text in "(2024-03-05|2024-02-30|1989-12-31)[ Tt][0-2][0-9][:.][0-6][0-9]:[0-6][0-9]",
        end in proptest::sample::select(&["", "Z", "z", ".5"][..]),
        (zone, offset) in zones(),
    ) {
        let mut stamps = Stamps::new(zone, offset);
        let whole = format!("{text}{end}");
        let padded = format!("{whole}Z");
        let Some(cell) = padded.as_bytes().first_chunk() else { unreachable!() };
        let usual = stamps.usual(cell, whole.len());
        let want = stamps.read(whole.as_bytes()).filter(|_| matches!(end, "" | "Z"));
        prop_assert_eq!(usual, want);
        prop_assert_eq!(usual, stamps.usual(cell, whole.len()));
    }
}

#[test]
fn what_most_files_hold_is_read_quickly() {
    for id in [
        "C-0017",
        "7",
        "none@example.com",
        "누리",
        "a b",
        "0017",
        "nobody",
        "Nora",
        "N/A-7",
    ] {
        assert!(is_id(id.as_bytes()), "{id}");
    }
    for text in [
        "",
        "-",
        "null",
        "N/A",
        "1.23E+05",
        "0000-00-00",
        " a",
        "a\u{a0}",
        "\'=1",
        "=7",
    ] {
        assert!(!is_id(text.as_bytes()), "{text}");
    }
    for (text, value) in [
        ("0", 0),
        ("12", 12_000_000),
        ("3.25", 3_250_000),
        ("0.000001", 1),
    ] {
        assert_eq!(
            millionths(text.as_bytes()).map(|n| n.value),
            Some(value),
            "{text}"
        );
    }
    for text in [
        "",
        ".",
        ".5",
        "5.",
        "-1",
        "1e3",
        "1,5",
        "1.2345678",
        "1234567890123",
        "\u{ff11}",
    ] {
        assert_eq!(millionths(text.as_bytes()), None, "{text}");
    }
}

use super::*;
use proptest::prelude::*;

fn stamp_of(text: &str, reading: Option<Reading>) -> Option<Stamp> {
    stamp(text, reading, &Zone::default(), None)
}

fn read_as(text: &str, reading: Reading) -> Option<(String, u32)> {
    stamp_of(text, Some(reading)).map(|s| (s.day.to_string(), s.millis / 1000))
}

fn read(text: &str) -> Option<(String, u32)> {
    stamp_of(text, None).map(|s| (s.day.to_string(), s.millis / 1000))
}

#[test]
fn every_form_of_the_fifth_of_march() {
    for text in [
        "2024-03-05",
        "2024-3-5",
        "2024/03/05",
        "2024/3/5",
        "2024.03.05",
        "2024. 3. 5.",
        "2024. 3. 5",
        "2024.3.5.",
        "2024년 3월 5일",
        "2024년03월05일",
        "24년 3월 5일",
        "20240305",
        "2024年3月5日",
        "2024년 3월 5일 화요일",
        "2024. 3. 5. (화)",
        "2024-03-05(화)",
        "2024-03-05 (Tue)",
        "２０２４－０３－０５",
        "２０２４年３月５日",
        "2024-065",
        "2024-W10-2",
        "2024W102",
        "2024-Mar-05",
        "Mar 05, 2024",
        "Mar 5 2024",
        "mar. 5, 2024",
        "March 5th, 2024",
        "Tuesday, March 5, 2024",
        "5 March 2024",
        "5-Mar-2024",
        "05-MAR-24",
        "05Mar2024",
        "5. March 2024",
        "5th March 2024",
        "Tue, 5 Mar 2024",
        "3/5/2024",
        "03/05/2024",
        "3/5/24",
        "03-05-2024",
        "3. 5. 2024",
        "03.05.2024.",
        "Tue 3/5/2024",
        "45356",
        "45356.0",
    ] {
        assert_eq!(read(text), Some(("2024-03-05".into(), 0)), "{text}");
    }
    for (text, second) in [
        ("2024. 3. 5. 오전 0:30", 30 * 60),
        ("2024. 3. 5. 오전 12:30", 30 * 60),
        ("3/5/2024 0:30 PM", 12 * 3600 + 30 * 60),
    ] {
        assert_eq!(read(text), Some(("2024-03-05".into(), second)), "{text}");
    }
    for text in [
        "2024-03-05T14:03:00",
        "2024-03-05 14:03",
        "2024-03-05t14:03:00Z",
        "2024-03-05 14:03:00.123456",
        "2024-03-05T14:03:00,5Z",
        "2024-03-05 14:03:00 UTC",
        "2024-03-05T16:03:00+02:00",
        "2024-03-05T16:03:00+0200",
        "2024-03-05T12:03-02",
        "2024-03-05T23:03:00+09",
        "20240305T140300Z",
        "20240305140300",
        "2024-03-05 2:03:00 PM",
        "2024. 3. 5. 오후 2:03:00",
        "2024. 3. 5. PM 2:03:00",
        "2024년 3월 5일 오후 2:03",
        "2024/03/05 14:03:00 +00:00",
        "2024-03-05T14:03:00 GMT+0",
        "2024. 3. 5. 오후 2:03",
        "2024. 3. 5. PM 2:03:00",
        "2024. 3. 5. 오후 2시 3분",
        "2024년 3월 5일 화요일 14시 3분 0초",
        "2024-03-05 (화) 14:03",
        "3/5/2024 2:03:00 PM",
        "3/5/2024 2:03:00\u{202f}PM",
        "3/5/24 14:03",
        "03/05/2024, 02:03 p.m.",
        "Mar 5, 2024, 2:03 PM",
        "March 5, 2024 at 2:03 pm",
        "Tue, 5 Mar 2024 14:03:00 GMT",
        "Tue, 05 Mar 2024 23:03:00 +0900",
        "Tue, 5 Mar 2024 09:03:00 EST",
        "5 Mar 2024 14:03:00 +0000 (UTC)",
        "Tue Mar 05 2024 23:03:00 GMT+0900 (Korean Standard Time)",
        "2024-03-05T23:03:00+09:00[Asia/Seoul]",
        "2024-03-05 23:03:00 KST",
        "2024-03-05 14:03:00.5 +0000 UTC",
        "2024年3月5日 下午2:03",
        "20240305 140300",
        "202403051403",
        "2024-065T14:03Z",
        "1709647380",
        "1709647380.0",
        "1709647380123",
        "1709647380123456",
        "45356.585416666669",
        "45356,585417",
    ] {
        assert_eq!(
            read(text),
            Some(("2024-03-05".into(), 14 * 3600 + 180)),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_day_or_could_be_two_is_not_read() {
    for text in [
        "",
        "2024",
        "2024-03",
        "2024-02-30",
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "1989-12-31",
        "13/04/2024",
        "2/30/2024",
        "3/5/224",
        "3/5",
        "3/5.2024",
        "30 Feb 2024",
        "Feb 30, 2024",
        "Mar 2024",
        "Mar-24",
        "5 Mar",
        "Mar 5 14:03",
        "Mar 5",
        "Ma 5, 2024",
        "March",
        "2024-366x",
        "2023-366",
        "2024-000",
        "2024-W53-1",
        "2024-W10",
        "2024-W10-8",
        "2024-W00-1",
        "24/3/5",
        "24.03.05",
        "2024-03-05 14:03 ABC",
        "2024-03-05 14:03 (KST)",
        "2024-03-05 14:03 KST+1",
        "32873",
        "12345",
        "1234567",
        "123456789",
        "20240230",
        "20240305250000",
        "1709647380x",
        "2024030514030000",
        "45356.58x",
        "45356.5.8",
        "2024-03-05T",
        "2024-03-05T25:00",
        "2024-03-05 14:60",
        "2024-03-05T14:03:00+99:00",
        "2024-03-05x",
        "2024-03/05",
        "12345678",
        "2024-03-05 13:00 PM",
        "2024-03-05T14:03:00Zx",
        "2024-03-0514:03",
        "x2024-03-05",
        "2024--03-05",
        "99999999999",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn offsets_move_stamps_over_midnight_and_dates_never() {
    let day = |text: &str| read(text).map(|s| s.0);
    assert_eq!(
        day("2024-03-06T00:30:00+09:00").as_deref(),
        Some("2024-03-05")
    );
    assert_eq!(
        day("2024-03-05T23:30:00-05:00").as_deref(),
        Some("2024-03-06")
    );
    assert_eq!(day("2024-12-31T24:00:00").as_deref(), Some("2025-01-01"));
    assert_eq!(
        stamp("2024-03-06 00:30", None, &Zone::default(), Some(9 * 3600))
            .map(|s| s.day.to_string())
            .as_deref(),
        Some("2024-03-05")
    );
    assert_eq!(
        stamp("2024-03-06", None, &Zone::default(), Some(9 * 3600))
            .map(|s| s.day.to_string())
            .as_deref(),
        Some("2024-03-06")
    );
}

#[test]
fn the_last_minute_of_a_day_is_seen_as_written() {
    let late = |text: &str| stamp_of(text, None).map(|s| s.late);
    assert_eq!(late("2024-01-31 23:59:59"), Some(true));
    assert_eq!(late("2024-01-31T23:59"), Some(true));
    assert_eq!(late("2024-01-31T23:58:59"), Some(false));
    assert_eq!(late("2024-01-31"), Some(false));
    assert_eq!(late("2024-01-31 11:59 PM"), Some(true));
    assert_eq!(late("1706745599"), Some(true));
    assert_eq!(late("1706745600"), Some(false));
    assert_eq!(late("45322.99999"), Some(true));
    assert_eq!(late("45322"), Some(false));
    assert_eq!(late("2024-01-31T23:59:59.999+09:00"), Some(true));
}

#[test]
fn an_order_is_that_of_the_column_and_two_digits_are_a_year_of_1970_to_2069() {
    use Reading::{DayFirst, MonthFirst, YearFirst};
    for (text, reading, want) in [
        ("03/04/2024", MonthFirst, Some("2024-03-04")),
        ("03/04/2024", DayFirst, Some("2024-04-03")),
        ("03/04/2024", YearFirst, None),
        ("03.04.2024", DayFirst, Some("2024-04-03")),
        ("3-4-2024", DayFirst, Some("2024-04-03")),
        ("13/04/2024", MonthFirst, None),
        ("13/04/2024", DayFirst, Some("2024-04-13")),
        ("04/13/2024", DayFirst, None),
        ("31/04/2024", DayFirst, None),
        ("29/02/2023", DayFirst, None),
        ("3/4/69", DayFirst, Some("2069-04-03")),
        ("3/4/90", DayFirst, Some("1990-04-03")),
        ("3/4/70", DayFirst, None),
        ("24.03.05", YearFirst, Some("2024-03-05")),
        ("24. 3. 5.", YearFirst, Some("2024-03-05")),
        ("24/3/5", YearFirst, Some("2024-03-05")),
        ("24/03/05", DayFirst, Some("2005-03-24")),
        ("4/3/05", YearFirst, None),
        ("24/02/30", YearFirst, None),
    ] {
        let got = read_as(text, reading).map(|s| s.0);
        assert_eq!(got.as_deref(), want, "{text} {reading:?}");
    }
    let want = [None, Some([2005, 3, 24]), Some([2024, 3, 5])];
    assert_eq!(meanings("24/03/05"), want);
    // The last of February or of April is not asked for.
    let want = [None, Some([2024, 2, 30]), Some([2030, 2, 24])];
    assert_eq!(meanings("30.02.24"), want);
    assert_eq!(meanings("2024-03-05"), [None; 3]);
    assert!(is_day("25/12/2024") && is_day("24. 3. 5.") && !is_day("25/13/2024"));
}

#[test]
fn the_last_day_there_is_means_no_end_in_every_form() {
    for text in [
        "9999-12-31",
        "9999/12/31",
        "9999. 12. 31.",
        "9999년 12월 31일",
        "12/31/9999",
        "Dec 31, 9999",
        "31-Dec-9999",
        "99991231",
        "99991231235959",
        "9999-12-31T23:59:59Z",
        "9999-12-31 00:00:00+09:00",
        "2958465",
        "2958465.99999",
        "253402300799",
    ] {
        let found = stamp_of(text, None);
        assert!(found.is_some_and(Stamp::is_forever), "{text}: {found:?}");
    }
    for reading in [Reading::MonthFirst, Reading::DayFirst, Reading::YearFirst] {
        let found = stamp_of("31.12.9999", Some(reading));
        assert!(found.is_some_and(Stamp::is_forever), "{reading:?}");
    }
    assert!(stamp_of("9999-12-30", None).is_some_and(|s| !s.is_forever()));
}

#[test]
fn moments_of_utc_are_converted_and_days_of_a_spreadsheet_are_not() {
    let seoul = Zone::try_from("Asia/Seoul".to_owned()).unwrap_or_default();
    for (text, want) in [
        ("1709650800", "2024-03-06 0"),
        ("1709650799999", "2024-03-05 86399999"),
        ("45356.75", "2024-03-05 64800000"),
        ("45356", "2024-03-05 0"),
        ("45356.99999999999", "2024-03-05 86399999"),
    ] {
        let found = stamp(text, None, &seoul, None).map(|s| format!("{} {}", s.day, s.millis));
        assert_eq!(found.as_deref(), Some(want), "{text}");
    }
    // But a column in UTC says so of both.
    let found = stamp("45356.75", None, &seoul, Some(0)).map(|s| s.day.to_string());
    assert_eq!(found.as_deref(), Some("2024-03-06"));
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

proptest! {
    #[test]
    fn no_text_breaks_it(
        text in "[0-9T:Z+. 년월일오후/-]{0,30}|[0-9WTa-z,. /(-]{0,24}|[0-9.,]{0,40}|.{0,20}",
    ) {
        for reading in [Reading::MonthFirst, Reading::DayFirst, Reading::YearFirst, Reading::Comma] {
            let _ = read_as(&text, reading);
        }
        let _ = (meanings(&text), is_day(&text));
    }

    #[test]
    fn every_day_reads_as_itself_in_every_form(n in 7305i32..47_000, second in 0u32..86_400) {
        let day = Day(n);
        let (y, m, d) = day.ymd();
        let (name, short) = (MONTHS[m as usize - 1], y % 100);
        let (iso, time) = (day.to_string(), (second / 3600, second / 60 % 60, second % 60));
        let (h, min, s) = time;
        let clock = format!("{h:02}:{min:02}:{s:02}");
        let twelve = (h + 11) % 12 + 1;
        let half = if h < 12 { 0 } else { 1 };
        use Reading::{DayFirst, MonthFirst, YearFirst};
        for (date, reading) in [
            (iso.clone(), MonthFirst),
            (format!("{y}/{m:02}/{d:02}"), MonthFirst),
            (format!("{y}. {m}. {d}."), MonthFirst),
            (format!("{y}년 {m}월 {d}일"), MonthFirst),
            (format!("{y}{m:02}{d:02}"), MonthFirst),
            (format!("{m}/{d}/{y}"), MonthFirst),
            (format!("{d:02}.{m:02}.{y}"), DayFirst),
            (format!("{d} {name} {y}"), DayFirst),
            (format!("{d}-{}-{y}", &name[..3]), MonthFirst),
            (format!("{} {d:02}, {y}", &name[..3]), MonthFirst),
            (format!("{name} {d}, {y}"), MonthFirst),
        ] {
            prop_assert_eq!(read_as(&date, reading), Some((iso.clone(), 0)), "{}", date);
            for stamp in [
                format!("{date} {clock}"),
                format!("{date} {twelve}:{min:02}:{s:02} {}", ["AM", "PM"][half]),
                format!("{date} {} {twelve}:{min:02}:{s:02}", ["오전", "오후"][half]),
                format!("{date} {clock}.250 GMT"),
            ] {
                prop_assert_eq!(read_as(&stamp, reading), Some((iso.clone(), second)), "{}", stamp);
            }
        }
        if y < 2070 {
            for (date, reading) in [
                (format!("{m}/{d}/{short:02}"), MonthFirst),
                (format!("{d}.{m}.{short:02}"), DayFirst),
                (format!("{short:02}. {m}. {d}."), YearFirst),
                (format!("{d}-{}-{short:02}", &name[..3]), MonthFirst),
            ] {
                prop_assert_eq!(read_as(&date, reading), Some((iso.clone(), 0)), "{}", date);
            }
        }
        let unix = i64::from(n) * 86_400 + i64::from(second);
        let excel = format!("{}.{:09}", n + 25_569, u64::from(second) * 1_000_000_000 / 86_400);
        prop_assert_eq!(read(&unix.to_string()), Some((iso.clone(), second)));
        prop_assert_eq!(read(&format!("{unix}999")), Some((iso.clone(), second)));
        prop_assert_eq!(read(&(n + 25_569).to_string()), Some((iso.clone(), 0)));
        let found = read(&excel).map(|(day, found)| (day, found.abs_diff(second) < 2));
        prop_assert_eq!(found, Some((iso, true)), "{}", excel);
    }
}

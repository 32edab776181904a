use super::*;

#[test]
fn intervals_are_words_with_or_without_a_count() {
    let want = |num, den| Some(Interval { num, den });
    for text in [
        "month",
        "Monthly",
        "per month",
        "1 month",
        "월",
        "매월",
        "월간",
        "P1M",
        "1개월",
    ] {
        assert_eq!(interval(text), want(1, 1), "{text}");
    }
    for text in [
        "year",
        "Annual",
        "yearly",
        "12 months",
        "연간",
        "P1Y",
        "1년",
        "12개월",
    ] {
        assert_eq!(interval(text), want(1, 12), "{text}");
    }
    assert_eq!(interval("quarterly"), want(1, 3));
    assert_eq!(interval("half-year"), want(1, 6));
    assert_eq!(interval("semi-annual"), want(1, 6));
    assert_eq!(interval("6 months"), want(1, 6));
    assert_eq!(interval("weekly"), want(52, 12));
    assert_eq!(interval("2 weeks"), want(52, 24));
    assert_eq!(interval("day"), want(365, 12));
    for text in [
        "",
        "12",
        "fortnight",
        "0 months",
        "p",
        "99999999999999999999 days",
    ] {
        assert_eq!(interval(text), None, "{text}");
    }
}

#[test]
fn words_for_no_value_are_blank() {
    for text in [
        "",
        "-",
        "NULL",
        "null",
        "\\N",
        "N/A",
        "None",
        "NaN",
        "없음",
        "미정",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "none",
        "n/a",
        "#N/A",
        "\\n",
    ] {
        assert!(is_blank(text), "{text}");
    }
    for text in [
        "0000/00/00",
        "00.00.0000",
        "00000000",
        "0000-00-00T00:00:00Z",
    ] {
        assert!(is_no_day(text), "{text}");
    }
    assert!(!is_no_day("0000-00-01") && !is_no_day("0"));
    for text in ["0", "NA", "no", "-1", "nano", "없"] {
        assert!(!is_blank(text), "{text}");
    }
}

#[test]
fn blanks_of_every_width_are_trimmed() {
    assert_eq!(trim(" \u{a0}\u{3000}007\t\0"), "007");
    assert_eq!(trim("7"), "7");
    assert_eq!(trim("7 "), "7");
    assert_eq!(trim(" "), "");
    assert_eq!(trim(""), "");
}

#[test]
fn what_guards_a_cell_from_a_spreadsheet_is_undone_and_what_it_rounded_is_seen() {
    for (text, want) in [
        (r#"="007""#, "007"),
        (r#" =" 007 " "#, "007"),
        ("=007", "007"),
        ("007", "007"),
        (r#"="a""b""#, r#"="a""b""#),
        ("=A1", "=A1"),
        ("=", "="),
        (r#"=""#, r#"=""#),
        (r#"="""#, ""),
        ("=1+1", "=1+1"),
    ] {
        assert_eq!(plain(text), want, "{text}");
    }
    for text in ["1.23E+05", "1E+11", "1,23457E+11"] {
        assert!(is_rounded(text), "{text}");
    }
    for text in [
        "1.23E05", "12E+05", "E+05", "1.E+05", "A1E+5", "1E+5x", "123000",
    ] {
        assert!(!is_rounded(text), "{text}");
    }
}

#[test]
fn what_was_guarded_against_spreadsheets_is_read_back_as_it_was() {
    let list = include_str!("../../../tests/web/guarded.json");
    let list: serde_json::Value = serde_json::from_str(list).unwrap_or_default();
    let texts = |key: &str| -> Vec<String> {
        let some = list.get(key).cloned().unwrap_or_default();
        serde_json::from_value(some).unwrap_or_default()
    };
    let guarded = texts("guarded");
    assert!(guarded.len() > 20);
    for text in guarded {
        assert_eq!(unguarded(&format!("'{text}")), text);
    }
    for text in texts("plain") {
        assert_eq!(unguarded(&text), text);
    }
    assert_eq!(plain("'=1 "), "=1", "and not undone once more");
}

#[test]
fn yes_and_no_have_many_words() {
    for (text, want) in [
        ("Yes", true),
        ("N", false),
        ("TRUE", true),
        ("0", false),
        ("예", true),
        ("X", false),
    ] {
        assert_eq!(yes_no(text), Some(want), "{text}");
    }
    assert_eq!(yes_no("maybe"), None);
}

#[test]
fn a_currency_is_a_code_or_a_sign() {
    assert_eq!(currency("krw").as_deref(), Some("KRW"));
    assert_eq!(currency("₩").as_deref(), Some("KRW"));
    assert_eq!(currency("원").as_deref(), Some("KRW"));
    assert_eq!(currency("dollars"), None);
}

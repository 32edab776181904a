//! Numbers and money, as files write them.

use crate::intake::words;
use crate::money::Decimal;
use crate::roles::Reading;

/// What a cell's text is as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// A number, and the currency that its sign or code names.
    Value(Decimal, Option<&'static str>),
    /// A number beyond all that can be held.
    TooLarge,
    /// No number.
    Unreadable,
}

impl Number {
    /// The value, if it is one.
    pub(crate) fn value(self) -> Option<Decimal> {
        match self {
            Number::Value(value, _) => Some(value),
            _ => None,
        }
    }
}

fn signs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let split = |word: &'static str| word.split_at_checked(word.len().checked_sub(3)?);
    words::list("signs").split(' ').filter_map(split)
}

/// The currency of a sign.
pub(super) fn sign(text: &str) -> Option<&'static str> {
    let folded: String = text.chars().map(plain).collect();
    signs()
        .find(|(sign, _)| *sign == folded)
        .map(|(_, code)| code)
}

/// The code as the list has it.
fn code(text: &str) -> Option<&'static str> {
    if !text.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let all = words::list("codes");
    let codes = (0..all.len()).step_by(3);
    let mut codes = codes.filter_map(|at| all.get(at..at + 3));
    codes.find(|code| code.eq_ignore_ascii_case(text))
}

/// The code of a currency's sign, or of a known code.
pub(crate) fn known_currency(text: &str) -> Option<&'static str> {
    sign(text).or_else(|| code(text))
}

/// Reads a (trimmed) number as its column is read: `1234.5`, `1,234.50`, `1 234.50`, `1'234.50`, `1.234,50`, `$12`,
/// `₩12,000`, `12,000원`, `1,234.50 USD`, `(12.00)`, `-12`, `12.00-`.
pub(crate) fn number(text: &str, reading: Option<Reading>) -> Number {
    let comma = reading == Some(Reading::Comma);
    if let (false, Some(plain)) = (comma, digits_and_point(text)) {
        Number::Value(plain, None)
    } else if text.is_ascii() {
        signed(text, comma)
    } else {
        let folded: String = text.chars().map(plain).collect();
        signed(&folded, comma)
    }
}

/// `1234.5`: almost every number.
fn digits_and_point(text: &str) -> Option<Decimal> {
    let (mut units, mut point) = (0, None);
    if text.len() > 15 || matches!(text, "" | ".") {
        return None; // the long way holds more
    }
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'0'..=b'9' => units = units * 10 + i64::from(b - b'0'),
            b'.' if point.is_none() => point = Some(at + 1),
            _ => return None,
        }
    }
    let decimals = point.map_or(0, |at| text.len() - at);
    let decimals = u8::try_from(decimals).ok().filter(|n| *n <= 12)?;
    Some(Decimal { units, decimals })
}

/// Whether it is a number, whichever way it is read.
pub(crate) fn is_number(text: &str) -> bool {
    [None, Some(Reading::Comma)]
        .iter()
        .any(|&reading| number(text, reading).value().is_some())
}

/// The character that stands for others which look alike.
fn plain(c: char) -> char {
    match c {
        '\u{a0}' | '\u{2007}'..='\u{2009}' | '\u{202f}' | '\u{3000}' => ' ',
        '‘' | '’' => '\'',
        '−' | '–' => '-',
        '￦' => '₩',
        '￥' => '¥',
        _ => super::narrow(c),
    }
}

fn signed(text: &str, comma: bool) -> Number {
    let (mut rest, mut negative, mut currency) = (text.trim(), None, None);
    // Signs stand before or after, in any order; each kind is taken once.
    loop {
        // `12.-`: a dash for no cents.
        let dashed = rest.strip_suffix('-');
        let dashed = dashed.and_then(|r| r.strip_suffix(['.', ',']));
        rest = dashed.unwrap_or(rest);
        // Korean and Japanese code pages have the sign of their currency in its place.
        rest = rest.strip_prefix('\\').unwrap_or(rest);
        let bytes = rest.as_bytes();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
            return Number::Unreadable;
        };
        if first.is_ascii_digit() && last.is_ascii_digit() {
            break;
        }
        let inner = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')'));
        let money = || {
            with_code(rest)
                .or_else(|| signs().find_map(|(sign, code)| Some((without(rest, sign)?, code))))
        };
        if let (None, Some(r)) = (negative, inner.or_else(|| without(rest, "-"))) {
            (rest, negative) = (r.trim(), Some(true));
        } else if let (None, Some(r)) = (negative, rest.strip_prefix('+')) {
            (rest, negative) = (r.trim(), Some(false));
        } else if let (None, Some((r, code))) = (currency, money()) {
            (rest, currency) = (r, Some(code));
        } else {
            break;
        }
    }
    match digits(rest, comma) {
        Digits::Units(units, decimals) => Number::Value(
            Decimal {
                units: if negative == Some(true) {
                    -units
                } else {
                    units
                },
                decimals,
            },
            currency,
        ),
        Digits::TooLarge => Number::TooLarge,
        Digits::None => Number::Unreadable,
    }
}

/// The text before or after the sign.
fn without<'a>(text: &'a str, sign: &str) -> Option<&'a str> {
    text.strip_prefix(sign)
        .or_else(|| text.strip_suffix(sign))
        .map(str::trim)
}

/// The text before or after a code.
fn with_code(text: &str) -> Option<(&str, &'static str)> {
    let (first, after) = text.split_at_checked(3)?;
    let (before, last) = text.split_at_checked(text.len() - 3)?;
    [(after, first), (before, last)]
        .into_iter()
        .find_map(|(rest, text)| Some((rest.trim(), code(text)?)))
}

enum Digits {
    Units(i64, u8),
    TooLarge,
    None,
}

/// Digits with an optional point (or comma), before which they may stand in groups of three.
fn digits(text: &str, comma: bool) -> Digits {
    let (point, between) = if comma { (',', '.') } else { ('.', ',') };
    let (whole, fraction) = text.split_once(point).unwrap_or((text, ""));
    let between = [between, ' ', '\'']
        .into_iter()
        .find(|&sign| whole.bytes().any(|b| char::from(b) == sign));
    if whole.is_empty() && fraction.is_empty()
        || between.is_some_and(|sign| !in_groups(whole, sign))
    {
        return Digits::None;
    }
    let mut units = 0i64;
    for c in whole.chars().filter(|&c| Some(c) != between) {
        let Some(digit) = digit(c) else {
            return Digits::None;
        };
        let Some(next) = units.checked_mul(10).and_then(|u| u.checked_add(digit)) else {
            return Digits::TooLarge;
        };
        units = next;
    }
    // Digits too fine to be held fall off; where they are not all 0 the last one held becomes odd, so that no half
    // is met that the file does not say.
    let mut decimals = 0;
    let (mut full, mut more) = (false, false);
    for c in fraction.chars() {
        let Some(digit) = digit(c) else {
            return Digits::None;
        };
        match units.checked_mul(10).and_then(|u| u.checked_add(digit)) {
            Some(next) if decimals < 12 && !full => (units, decimals) = (next, decimals + 1),
            _ => (full, more) = (true, more || digit > 0),
        }
    }
    Digits::Units(units | i64::from(more), decimals)
}

fn digit(c: char) -> Option<i64> {
    c.to_digit(10).map(i64::from)
}

/// `1,234,567`: one to three digits that do not begin with 0, then groups of three. `12,50` and `0,123` are no groups.
fn in_groups(whole: &str, between: char) -> bool {
    let mut groups = whole.split(between);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|g| g.len() == 3)
}

#[cfg(test)]
#[allow(clippy::panic)] // a test may
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Option<(i64, u8)> {
        read(text, Reading::Point)
    }

    fn read(text: &str, reading: Reading) -> Option<(i64, u8)> {
        number(text, Some(reading))
            .value()
            .map(|d| (d.units, d.decimals))
    }

    #[test]
    fn numbers_read_without_rounding() {
        for (text, units, decimals) in [
            ("0", 0, 0),
            ("50", 50, 0),
            ("12.50", 1250, 2),
            (".5", 5, 1),
            ("5.", 5, 0),
            ("1,234.50", 123_450, 2),
            ("1,234,567", 1_234_567, 0),
            ("$12.00", 1200, 2),
            ("₩12,000", 12_000, 0),
            ("12,000원", 12_000, 0),
            ("1,234.50 USD", 123_450, 2),
            ("CHF 12", 12, 0),
            ("(12.00)", -1200, 2),
            ("-12.00", -1200, 2),
            ("12.00-", -1200, 2),
            ("-$5", -5, 0),
            ("$-5", -5, 0),
            ("+5", 5, 0),
            ("€ 5", 5, 0),
            ("１２", 12, 0),
            ("($5)", -5, 0),
            ("0.30000000000000000", 300_000_000_000, 12),
            ("8.32500000000000004", 8_325_000_000_001, 12),
            ("8.32499999999999996", 8_324_999_999_999, 12),
        ] {
            assert_eq!(value(text), Some((units, decimals)), "{text}");
        }
    }

    #[test]
    fn a_comma_may_be_the_decimal_sign() {
        for (text, point, comma) in [
            ("1.234,50", None, Some((123_450, 2))),
            ("12,50", None, Some((1250, 2))),
            (",5", None, Some((5, 1))),
            ("0,123", None, Some((123, 3))),
            ("1.234.567", None, Some((1_234_567, 0))),
            ("12.-", Some((12, 0)), Some((12, 0))),
            ("12,– €", Some((12, 0)), Some((12, 0))),
            ("-12.-", Some((-12, 0)), Some((-12, 0))),
            ("1,234", Some((1234, 0)), Some((1234, 3))),
            ("1.234", Some((1234, 3)), Some((1234, 0))),
            ("1,234.50", Some((123_450, 2)), None),
            ("1,234,567", Some((1_234_567, 0)), None),
            ("0.123", Some((123, 3)), None),
            ("1 234,50", None, Some((123_450, 2))),
            ("1\u{a0}234\u{a0}567,5", None, Some((12_345_675, 1))),
            ("1\u{202f}234,50 €", None, Some((123_450, 2))),
            ("1\u{2009}234.50", Some((123_450, 2)), None),
            ("1 234", Some((1234, 0)), Some((1234, 0))),
            ("1'234.50", Some((123_450, 2)), None),
            ("CHF 1’234.50", Some((123_450, 2)), None),
            ("1’234’567", Some((1_234_567, 0)), Some((1_234_567, 0))),
            ("１，２３４．５０", Some((123_450, 2)), None),
            ("－１２", Some((-12, 0)), Some((-12, 0))),
            ("（￥１２）", Some((-12, 0)), Some((-12, 0))),
            ("-1.234,50 €", None, Some((-123_450, 2))),
            ("1.234,50-", None, Some((-123_450, 2))),
            ("(1.234,50)", None, Some((-123_450, 2))),
            ("1 234.567,00", None, None),
            ("1,234.567,00", None, None),
            ("1.23,4", None, None),
            ("12 34", None, None),
            ("1234,567.00", None, None),
            ("012,345", None, Some((12_345, 3))),
        ] {
            assert_eq!(read(text, Reading::Point), point, "{text}");
            assert_eq!(read(text, Reading::Comma), comma, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_or_could_be_two_is_not_read() {
        for text in [
            "", "-", "abc", "1.2.3", "12,50", "1,2345", "1e5", "--5", "5%", "1 2", "$", ",",
            "1,,234", "USD", "0x10",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
        let large = number("99999999999999999999", None);
        assert_eq!(large, Number::TooLarge);
    }

    #[test]
    fn signs_name_their_currency() {
        for (text, code) in [
            ("5", None),
            ("₩5", Some("KRW")),
            ("￦5", Some("KRW")),
            ("5원", Some("KRW")),
            ("￥5", Some("JPY")),
            ("US$5", Some("USD")),
            ("HK$ 5", Some("HKD")),
            ("5$", Some("USD")),
            ("5 EUR", Some("EUR")),
            ("chf5", Some("CHF")),
            ("5.00 KWD", Some("KWD")),
            ("MGA -5", Some("MGA")),
            ("(5 sek)", Some("SEK")),
            ("5 zł", Some("PLN")),
        ] {
            match number(text, None) {
                Number::Value(n, found) => {
                    assert_eq!(
                        (n.scaled(0, 1, 1).map(i64::abs), found),
                        (Some(5), code),
                        "{text}"
                    )
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        for text in ["5 ABC", "$5 USD EUR", "USD", "X$5"] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[0-9$₩원,.'()+ A-Z-]{0,24}|.{0,20}") {
            let _ = (value(&text), read(&text, Reading::Comma), is_number(&text));
        }
    }
}

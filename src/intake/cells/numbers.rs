//! Numbers and money, as files write them.

use crate::money::Decimal;

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

const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("$", "USD"),
    ("₩", "KRW"),
    ("￦", "KRW"),
    ("원", "KRW"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("KRW", "KRW"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("JPY", "JPY"),
    ("GBP", "GBP"),
    ("CHF", "CHF"),
    ("CNY", "CNY"),
    ("CAD", "CAD"),
    ("AUD", "AUD"),
    ("SGD", "SGD"),
    ("HKD", "HKD"),
    ("INR", "INR"),
];

/// The currency of a sign.
pub(super) fn sign(text: &str) -> Option<&'static str> {
    SIGNS
        .iter()
        .find(|(sign, _)| *sign == text)
        .map(|&(_, code)| code)
}

/// Reads a (trimmed) number: `1234.5`, `1,234.50`, `$12`, `₩12,000`, `12,000원`, `1,234.50 USD`, `(12.00)`, `-12`, `12.00-`.
pub(crate) fn number(text: &str) -> Number {
    let (mut rest, mut negative, mut currency) = (text, None, None);
    // Signs stand before or after, in any order; each kind is taken once.
    loop {
        let before = rest.len();
        if negative.is_none() {
            if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
                (rest, negative) = (inner.trim(), Some(true));
            } else if let Some(r) = strip_either(rest, &["-", "−", "－"]) {
                (rest, negative) = (r, Some(true));
            } else if let Some(r) = rest.strip_prefix('+') {
                (rest, negative) = (r.trim(), Some(false));
            }
        }
        if currency.is_none()
            && !rest.as_bytes().first().is_some_and(u8::is_ascii_digit)
                | !rest.as_bytes().last().is_some_and(u8::is_ascii_digit)
            && let Some((r, code)) = SIGNS
                .iter()
                .find_map(|&(sign, code)| strip_either(rest, &[sign]).map(|r| (r, code)))
        {
            (rest, currency) = (r, Some(code));
        }
        if rest.len() == before {
            break;
        }
    }
    match digits(rest) {
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

fn strip_either<'a>(text: &'a str, signs: &[&str]) -> Option<&'a str> {
    signs
        .iter()
        .find_map(|sign| text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)))
        .map(str::trim)
}

enum Digits {
    Units(i64, u8),
    TooLarge,
    None,
}

/// Digits with an optional point, and commas between groups of three.
fn digits(text: &str) -> Digits {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if whole.is_empty() && fraction.is_empty() || !grouped(whole) {
        return Digits::None;
    }
    let mut units = 0i64;
    for c in whole.chars().filter(|&c| c != ',') {
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
    match c {
        '0'..='9' => Some(i64::from(u32::from(c) - u32::from('0'))),
        '０'..='９' => Some(i64::from(u32::from(c) - u32::from('０'))),
        _ => None,
    }
}

/// `1,234,567`: one to three digits, then groups of three. `12,50` may be a decimal comma: it is no group.
fn grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_none()
        || ((1..=3).contains(&first.chars().count()) && rest.all(|g| g.chars().count() == 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Option<(i64, u8)> {
        number(text).value().map(|d| (d.units, d.decimals))
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
    fn what_is_no_number_or_could_be_two_is_not_read() {
        for text in [
            "", "-", "abc", "1.2.3", "12,50", "1,2345", "1e5", "--5", "5%", "1 2", "$", ",",
            "1,,234", "USD", "0x10",
        ] {
            assert_eq!(number(text), Number::Unreadable, "{text}");
        }
        assert_eq!(number("99999999999999999999"), Number::TooLarge);
    }

    #[test]
    fn signs_name_their_currency() {
        assert_eq!(number("₩5"), Number::Value(Decimal::whole(5), Some("KRW")));
        assert_eq!(
            number("5 EUR"),
            Number::Value(Decimal::whole(5), Some("EUR"))
        );
        assert_eq!(number("5"), Number::Value(Decimal::whole(5), None));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[0-9$₩원,.()+ -]{0,24}|.{0,20}") {
            let _ = number(&text);
        }
    }
}

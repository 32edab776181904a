//! One cell's text → day, number, yes or no, interval. Nothing else in the program parses text of a file.

mod dates;
mod numbers;
pub(super) mod quick;
#[cfg(test)]
mod tests;

use super::words::{self, is_among};

pub(crate) use dates::{Stamp, is_day, meanings, stamp, zone};
pub(crate) use numbers::{Number, is_number, known_currency, number};

/// The text without blanks around it (no-break and full-width ones, NULs and stray marks too).
pub(crate) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        // Almost every cell is plain already.
        [first, .., last] | [first @ last]
            if first.is_ascii_graphic() && last.is_ascii_graphic() =>
        {
            text
        }
        _ => text.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '\0' | '\u{feff}' | '\u{200b}')
        }),
    }
}

/// The text of a cell: trimmed, and without what keeps a spreadsheet from changing it (`="007"`, `=007`, `'=1+1`).
pub(crate) fn plain(text: &str) -> &str {
    let bare = unguarded(text);
    if bare.len() < text.len() {
        return trim(bare);
    }
    let text = trim(text);
    let Some(rest) = text.strip_prefix('=') else {
        return text;
    };
    let quoted = rest.strip_prefix('"').and_then(|r| r.strip_suffix('"'));
    match quoted {
        Some(inner) if !inner.bytes().any(|b| b == b'"') => trim(inner),
        None if !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet has made a rounded number of an id: `1.23E+05`. Which one it was cannot be told.
pub(crate) fn is_rounded(id: &str) -> bool {
    let [b'0'..=b'9', b'.' | b',' | b'E', ..] = id.as_bytes() else {
        return false; // almost every id
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    id.split_once('E').is_some_and(|(number, power)| {
        let (_, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        digits(fraction) && power.strip_prefix('+').is_some_and(digits)
    })
}

/// Whether a spreadsheet runs the text, with blanks and quotes before the sign that it is known by.
fn runs(text: &str) -> bool {
    let passed = |c: &char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '＂' | '＇')
    };
    let is_sign = |c: &char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'
        )
    };
    let first = text.chars().find(|c| is_sign(c) || !passed(c));
    first.is_some_and(|c| is_sign(&c))
}

/// The text without the apostrophe that was put before it so that no spreadsheet runs it, as the page writes its
/// tables (`www/element/csv.js`) and [`guarded`] does. Taken off where it was put.
pub(crate) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if runs(rest) => rest,
        _ => text,
    }
}

/// The text for a cell of a table that is written: an apostrophe stands before it where a spreadsheet would run it.
#[cfg(not(target_arch = "wasm32"))] // the page guards its own
pub fn guarded(mut text: String) -> String {
    if runs(&text) {
        text.insert(0, '\'');
    }
    text
}

/// Whether the (trimmed) text is a word for "no value".
pub(crate) fn is_blank(text: &str) -> bool {
    match text.len() {
        0 => true,
        1..=6 => [
            "-", "--", "—", "–", "\\N", "null", "n/a", "#n/a", "none", "nan", "없음", "미정",
        ]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word)),
        10.. => text.starts_with("0000-00-00"),
        _ => false,
    }
}

/// The common letter, digit or sign for its full-width twin.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether it is a letter or a digit of any script: whatever is no blank, punctuation or sign. The tables that tell
/// exactly weigh two kilobytes in the pack, and headers do not need them.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='\u{bf}' | '×' | '÷' | '・' | '\u{fffd}' => false,
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3020}' => false,
        '\u{fe10}'..='\u{fe6f}' | '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･' => {
            false
        }
        _ => true,
    }
}

/// Whether the text looks like a number, a date or an address of mail rather than a word: most of its letters and
/// digits are digits. Headers are words.
pub(crate) fn looks_like_value(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.chars().filter(|&c| is_word(c)).count() - digits;
    text.bytes().any(|b| b == b'@') || digits > 0 && letters == 0 || digits > 1 && digits >= letters
}

/// Whether the text stands for no day, in any form of a date: `0000-00-00`, `00/00/0000`.
pub(crate) fn is_no_day(text: &str) -> bool {
    text.len() > 7 && text.starts_with('0') && text.bytes().all(|b| b"0-/.: TZ".contains(&b))
}

/// Yes or no, in the words of English and Korean exports.
pub(crate) fn yes_no(text: &str) -> Option<bool> {
    let is = |words: &str| {
        let mut words = words.split(' ');
        words.any(|word| text.eq_ignore_ascii_case(word))
    };
    if is(words::list("yes")) {
        Some(true)
    } else if is(words::list("no")) {
        Some(false)
    } else {
        None
    }
}

/// Whether a row is a test: the words for it, or where the column's name says what a yes means (that it is one, or
/// that it is none), yes and no.
pub(crate) fn is_test(text: &str, yes: Option<bool>) -> Option<bool> {
    let word = text.to_ascii_lowercase();
    if is_among(&word, words::list("tests")) {
        Some(true)
    } else if is_among(&word, words::list("live")) {
        Some(false)
    } else {
        yes.zip(yes_no(text)).map(|(meaning, said)| said == meaning)
    }
}

/// What turns an amount into a month's: MRR = amount × `num` / `den` (definitions, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    /// Times.
    pub(crate) num: i64,
    /// Divided by.
    pub(crate) den: i64,
}

impl Interval {
    /// An amount per month.
    pub(crate) const MONTH: Interval = Interval { num: 1, den: 1 };
    /// An amount per year.
    pub(crate) const YEAR: Interval = Interval { num: 1, den: 12 };

    fn of(unit: Unit, count: i64) -> Interval {
        let (num, den) = match unit {
            Unit::Day => (365, 12),
            Unit::Week => (52, 12),
            Unit::Month => (1, 1),
            Unit::Quarter => (1, 3),
            Unit::Half => (1, 6),
            Unit::Year => (1, 12),
        };
        Interval {
            num,
            den: den * count,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// In the order of their words in the table.
const UNITS: [Unit; 6] = [
    Unit::Day,
    Unit::Week,
    Unit::Month,
    Unit::Quarter,
    Unit::Half,
    Unit::Year,
];

/// So many of the interval that the text names, as two columns tell it: `3`, `month`. None of more than one where the text
/// counts itself.
pub(crate) fn intervals(count: &str, text: &str) -> Option<Interval> {
    let count = count.strip_suffix(".0").unwrap_or(count);
    if is_blank(count) || count == "1" {
        return interval(text);
    }
    let is_counted = text.starts_with(|c: char| c.is_ascii_digit());
    interval(&[count, text].concat()).filter(|_| !is_counted)
}

/// The interval that the (trimmed) text names: `monthly`, `per year`, `3 months`, `12개월`, `P1Y`.
pub(crate) fn interval(text: &str) -> Option<Interval> {
    // What is remarked in brackets is about the payment: `Yearly (prepaid)`.
    let told = text.split('(').next().filter(|told| !told.is_empty());
    let folded: String = told
        .unwrap_or(text)
        .to_ascii_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_' | '/' | '(' | ')'))
        .collect();
    let mut word = folded.as_str();
    for before in ["every", "per", "each"] {
        word = word.strip_prefix(before).unwrap_or(word);
    }
    if let Some(rest) = word
        .strip_prefix('p')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        word = rest; // ISO 8601: P1M, P1Y
    }
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (count, unit) = word.split_at_checked(digits)?;
    let count = if count.is_empty() {
        1
    } else {
        i64::from(
            count
                .parse::<i32>()
                .ok()
                .filter(|n| (1..=1200).contains(n))?,
        )
    };
    let mut words = words::list("units").split('|');
    let unit = UNITS.get(words.position(|words| is_among(unit, words))?)?;
    Some(Interval::of(*unit, count))
}

/// A currency's code: three letters in capitals, or the sign's own. None where the text is neither.
pub(crate) fn currency(text: &str) -> Option<String> {
    if let Some(code) = numbers::sign(text) {
        return Some(code.to_owned());
    }
    (text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic()))
        .then(|| text.to_ascii_uppercase())
}

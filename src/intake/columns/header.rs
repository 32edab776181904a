//! What a header says: its folded name, and beside it a zone, a currency or a remark.

use crate::intake::cells;
use crate::intake::sample::HEADER_JOIN;
use crate::intake::words::{self, is_among};

/// Of the four middle dots that look alike (U+00B7, U+2027, U+30FB, U+318D) the one that counts as a letter.
const MIDDLE_DOT: char = '\u{318d}';

/// A header without what writers vary: case, width, blanks, punctuation, middle dots, the suffix that names a zone.
pub(in crate::intake) fn fold(header: &str) -> String {
    letters(split_zone(header).0)
}

fn letters(text: &str) -> String {
    text.chars()
        .map(|c| cells::narrow(c).to_ascii_lowercase())
        .filter(|&c| cells::is_word(c) && c != MIDDLE_DOT)
        .collect()
}

/// What a header can be known by: the whole, and each line of a header of several.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn names(header: &str) -> Vec<String> {
    let mut names = vec![fold(header)];
    if header.chars().any(|c| c == HEADER_JOIN) {
        names.extend(header.split([HEADER_JOIN]).map(fold));
    }
    names
}

/// The folded last name of a nested header, where it is nested in what the rows are: `subscription[trial_end]`,
/// `subscription_items[quantity][0]`, `properties.time`.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn inner(header: &str) -> Option<String> {
    let text = header.trim_end_matches(|c: char| matches!(c, '[' | ']') || c.is_ascii_digit());
    let (outer, name) = text.split_once(['[', '.'])?;
    let outer = fold(outer);
    is_among(&outer, words::list("nests")).then(|| fold(name))
}

/// The header without its zone, and the zone's seconds east of UTC: `Created (UTC)`, `시각 (GMT+9)`, `Created date UTC`.
#[cfg_attr(feature = "scan", inline(never))]
pub(in crate::intake) fn split_zone(header: &str) -> (&str, Option<i32>) {
    let text = cells::trim(header);
    let Some((name, suffix)) = split_suffix(text) else {
        return (text, None);
    };
    // Without brackets a `cost_est` is no zone's, nor is a `change -1`.
    let bare = text.ends_with(suffix);
    let doubtful =
        suffix.starts_with(['+', '-']) || is_among(&letters(suffix), words::list("words-too"));
    match cells::zone(suffix).filter(|_| !(bare && doubtful)) {
        Some(offset) if !name.trim().is_empty() => {
            (name.trim_end_matches([' ', '_']), Some(offset))
        }
        _ => (text, None),
    }
}

/// A name and what stands behind it, in brackets or after a blank.
fn split_suffix(text: &str) -> Option<(&str, &str)> {
    let between = |open: [char; 2], close: [char; 2]| text.strip_suffix(close)?.rsplit_once(open);
    between(['(', '（'], [')', '）'])
        .or_else(|| between(['[', '［'], [']', '］']))
        .or_else(|| text.rsplit_once([' ', '_']))
}

/// The header without the currency behind it, and its code: `금액(원)`, `price_usd`.
#[cfg_attr(feature = "scan", inline(never))]
pub(in crate::intake) fn split_currency(header: &str) -> Option<(&str, &'static str)> {
    let text = cells::trim(header);
    let (name, suffix) = split_suffix(text)?;
    let code = cells::known_currency(suffix)?;
    // Without brackets an `amount all` is not in the Albanian lek: only what has a sign is.
    let mut signs = words::list("signs").split(' ');
    (!text.ends_with(suffix) || signs.any(|sign| sign.ends_with(code))).then_some((name, code))
}

/// Whether what the column holds is a year's by its name.
#[cfg_attr(feature = "scan", inline(never))]
pub(in crate::intake) fn is_annual(header: &str) -> bool {
    let name = remarked(header).map_or_else(|| fold(header), |(name, _)| name);
    is_among(&name, words::list("annual"))
}

/// The folded name that a header gives beside a currency or a remark in brackets, and whether it is one that
/// changes nothing: `월요금(VAT별도)`, `가입일(YYYY-MM-DD)`. None where the remark multiplies: `매출(천원)`.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn remarked(header: &str) -> Option<(String, bool)> {
    if let Some((name, _)) = split_currency(header) {
        return Some((fold(name), true));
    }
    let text = cells::trim(header);
    let (name, remark) = split_suffix(text).filter(|(_, remark)| !text.ends_with(remark))?;
    let remark = letters(remark);
    if is_among(&remark, words::list("multiples")) {
        return None;
    }
    let is_format = remark.bytes().all(|b| b"ymdhs".contains(&b));
    Some((
        fold(name),
        is_format || is_among(&remark, words::list("remarks")),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_fold_to_their_letters() {
        for header in [
            "Customer ID",
            "customer_id",
            "customerID",
            "CUSTOMER-ID",
            " customer[id] ",
            "customer id (UTC)",
        ] {
            assert_eq!(fold(header), "customerid", "{header}");
        }
        for dot in ["\u{b7}", "\u{318d}", "\u{30fb}", "\u{2027}"] {
            let folded = fold(&format!("결제{dot}취소일시"));
            assert!(folded == "결제취소일시", "{folded}");
        }
        assert_eq!(fold("결제·취소액 (A)"), "결제취소액a");
        assert_eq!(fold("Ｃｕｓｔｏｍｅｒ　ＩＤ"), "customerid");
    }

    #[test]
    fn zone_suffixes_are_stripped_and_known() {
        assert_eq!(split_zone("Created (UTC)"), ("Created", Some(0)));
        assert_eq!(split_zone("Created date UTC"), ("Created date", Some(0)));
        assert_eq!(split_zone("시각 (GMT+9)"), ("시각", Some(32_400)));
        assert_eq!(split_zone("at (UTC-03:30)"), ("at", Some(-12_600)));
        assert_eq!(split_zone("Amount (A)"), ("Amount (A)", None));
        assert_eq!(split_zone("UTC"), ("UTC", None));
        assert_eq!(split_zone("Created (EST)"), ("Created", Some(-18_000)));
        assert_eq!(split_zone("at_utc−5"), ("at", Some(-18_000)));
        for header in [
            "cost_est",
            "axis z",
            "change -1",
            "created (late)",
            "in (UT",
        ] {
            assert_eq!(split_zone(header), (header, None));
        }
        for zone in [
            " [KST]",
            "(Asia/Seoul)",
            " (한국시간)",
            "（GMT+9）",
            " (+09:00)",
        ] {
            let header = format!("가입일시{zone}");
            assert_eq!(split_zone(&header), ("가입일시", Some(32_400)), "{zone}");
        }
        assert_eq!(split_zone("가입일시（KST）"), ("가입일시", Some(32_400)));
    }
}

//! In which currency a report is, and what is set aside because it is in another (definitions, section 2).

use super::Files;
use super::entries::Entry;
use super::terms;
use crate::intake::ids::Ids;
use crate::intake::kinds::Rows;
use crate::intake::kinds::customers::CustomerRow;
use crate::intake::kinds::invoices::LineRow;
use crate::intake::kinds::subscriptions::TermRow;
use crate::issue::{Code, Issue};
use crate::money::Decimal;
use crate::order;
use crate::pile;
use crate::roles::{Kind, Role};
use std::cmp::Reverse;

/// The currency of the most rows of terms; ties: first by code. Rows that name none have "".
pub(super) fn commonest(codes: &mut dyn Iterator<Item = &str>) -> Option<String> {
    let (mut known, mut rows) = (Ids::default(), Vec::new());
    for code in codes.filter(|code| !code.is_empty()) {
        let (number, is_new) = known.number(code.as_bytes());
        if is_new {
            rows.push(0u64);
        }
        if let Some(rows) = rows.get_mut(number) {
            *rows += 1;
        }
    }
    let rank = |&code: &usize| (rows.get(code), Reverse(known.get(code)));
    let code = (0..rows.len()).max_by(|a, b| rank(a).cmp(&rank(b)))?;
    std::str::from_utf8(known.get(code)).ok().map(str::to_owned)
}

/// A row that gives money, and the code of its currency.
pub(super) type Coded<'a> = (Entry, &'a str);

/// Whether a row is not in another currency than ours, among which it is listed else.
pub(super) fn is_ours<'a>(
    row: Option<Coded<'a>>,
    ours: Option<&str>,
    others: &mut Vec<Coded<'a>>,
) -> bool {
    let named = row.filter(|row| !row.1.is_empty());
    let other = named.filter(|row| ours.is_some_and(|ours| ours != row.1));
    other.map(|other| pile::add(others, other)).is_none()
}

/// The amount that a row gives.
fn value(files: &Files<'_>, entry: Entry) -> Option<Decimal> {
    match terms::price(files, entry) {
        Some((price, _)) => Some(price.value),
        None => LineRow::of(files.row(entry)).amount,
    }
}

fn added((sum, decimals): (i128, u8), n: Decimal) -> Option<(i128, u8)> {
    let to = decimals.max(n.decimals);
    let at = |units: i128, from: u8| units.checked_mul(10i128.checked_pow(u32::from(to - from))?);
    Some((
        at(sum, decimals)?.checked_add(at(n.units.into(), n.decimals)?)?,
        to,
    ))
}

/// One issue for each file and currency.
pub(super) fn set_others_aside<'a>(
    files: &mut Files<'a>,
    mut others: Vec<Coded<'a>>,
    ours: Option<&str>,
) {
    let group = |&(entry, code): &Coded<'a>| (entry.file(), code);
    order::by_key(&mut others, |row| (group(row), row.0.place));
    for rows in others.chunk_by(|a, b| group(a) == group(b)) {
        let Some(&(first, code)) = rows.first() else {
            continue;
        };
        let file = first.file();
        // None where the digits pass what can be held.
        let sum = (rows.iter()).try_fold((0, 0), |sum, row| added(sum, value(files, row.0)?));
        let mut issue = Issue::new(Code::CurrencyOther)
            .with("currency", code)
            .with("report", ours.unwrap_or_default());
        issue = issue.with(
            "sum",
            sum.map_or(String::new(), |(sum, decimals)| written(sum, decimals)),
        );
        issue.count = rows.len() as u64;
        if let Some(part) = files.part(file) {
            issue = issue.in_file(&part.source.file);
            issue = issue.at_line(files.row(first).line());
        }
        let column = files.column(file, Role::Currency);
        issue.column = column.and_then(|c| files.headers(file).get(c)).cloned();
        files.issues.push(issue);
        // Of a customers row only the money is set aside.
        if !files.is(first, Kind::Customers) {
            for row in rows {
                files.set_row_aside(row.0, Code::CurrencyOther, column, code);
            }
        }
    }
}

/// The number as a decimal.
pub(super) fn text_of(n: Decimal) -> String {
    written(n.units.into(), n.decimals)
}

/// A sum as a decimal.
fn written(units: i128, decimals: u8) -> String {
    let (mut rest, mut place, mut digits) = (units.unsigned_abs(), 0, Vec::new());
    while rest > 0 || place <= u32::from(decimals) {
        if place > 0 && place == u32::from(decimals) {
            digits.push('.');
        }
        digits.push(char::from(b'0' + (rest % 10) as u8));
        (rest, place) = (rest / 10, place + 1);
    }
    if units < 0 {
        digits.push('-');
    }
    digits.iter().rev().collect()
}

/// The most decimals seen in the money columns, at most 4.
pub(super) fn decimals(files: &Files<'_>) -> u8 {
    let mut most = 0;
    for (_, part) in files.read() {
        let seen: Option<u8> = match &part.rows {
            Rows::Customers(rows) => (rows.iter())
                .filter_map(|kept| Some(CustomerRow::of(kept).price?.0.value.decimals))
                .max(),
            Rows::Subscriptions(rows) => (rows.iter())
                .filter_map(|kept| Some(TermRow::of(kept).price?.0.value.decimals))
                .max(),
            Rows::Invoices(rows) => (rows.iter())
                .filter_map(|kept| Some(LineRow::of(kept).amount?.decimals))
                .max(),
            _ => None,
        };
        most = most.max(seen.unwrap_or(0));
    }
    most.min(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_with_their_point() {
        assert_eq!(written(123_450, 2), "1234.50");
        assert_eq!(written(5, 2), "0.05");
        assert_eq!(written(-5, 0), "-5");
        assert_eq!(
            added(
                (150, 2),
                Decimal {
                    units: 5,
                    decimals: 0
                }
            ),
            Some((650, 2))
        );
        assert_eq!(
            added(
                (1, 0),
                Decimal {
                    units: 5,
                    decimals: 1
                }
            ),
            Some((15, 1))
        );
    }
}

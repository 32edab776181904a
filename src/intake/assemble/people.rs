//! Which row of the customers files speaks for each customer.

use super::Files;
use super::entries::Entry;
use crate::LARGE;
use crate::intake::cells::is_blank;
use crate::intake::kinds::customers::CustomerRow;
use crate::issue::{Arg, Args, Code};
use crate::order;
use crate::pile::Texts;
use crate::roles::{Kind, Role};
use std::cmp::Ordering;

/// What a row of a customers file says.
pub(super) fn row<'a>(files: &Files<'a>, person: Entry) -> CustomerRow<'a> {
    CustomerRow::of(files.row(person))
}

/// One row a customer, sorted by id: equal rows count once; of different ones the latest sign-up stands, then the
/// latest cancellation, the greater MRR, the greater text cell by cell (definitions, section 2).
pub(in crate::intake) fn standing(files: &mut Files<'_>) -> Vec<Entry> {
    let mut all = files.entries(Kind::Customers);
    // The one that stands comes first of its id, and of equal rows the first.
    order::by(&mut all, |a, b| {
        files
            .by_id(*a, *b)
            .then_with(|| better(files, *b, *a))
            .then_with(|| a.place.cmp(&b.place))
    });
    all.dedup_by(|person, stands| {
        let (person, stands) = (*person, *stands);
        if files.by_id(person, stands).is_ne() {
            return false;
        }
        let equal = better(files, stands, person) == Ordering::Equal;
        let line = files.row(stands).line();
        let line = Arg::Number(i64::try_from(line).unwrap_or(i64::MAX));
        let (code, name) = if equal {
            (Code::CustomerRepeated, "first")
        } else {
            (Code::CustomerConflict, "stands")
        };
        let id = files.id(person);
        let column = files.column(person.file(), Role::Customer);
        files.set_aside(
            person,
            code,
            column,
            id,
            Args::from([(name, line), ("text", Arg::from(id))]),
        );
        true
    });
    all
}

/// Greater is the one that stands; equal are equal rows only.
fn better(files: &Files<'_>, a: Entry, b: Entry) -> Ordering {
    let rank = |row: CustomerRow<'_>| {
        let price = row.price.map(|(p, _)| (p.mrr(0), p.mrr(4)));
        (row.signup, row.cancelled, price)
    };
    let cells = |entry| files.row(entry).cells();
    // Most rows of one id are equal rows.
    if LARGE && a.file() == b.file() && cells(a) == cells(b) {
        return Ordering::Equal;
    }
    rank(row(files, a))
        .cmp(&rank(row(files, b)))
        .then_with(|| by_cells(cells(a), cells(b)))
        .then_with(|| files.by_headers(a.file(), b.file()))
}

/// Text cell by cell; a cell that a short row lacks is blank, and a blank is the least, whatever word says so.
pub(super) fn by_cells(a: Texts<'_>, b: Texts<'_>) -> Ordering {
    let columns = a.len().max(b.len());
    let rank = |text| (!is_blank(text), text);
    (0..columns)
        .map(|i| rank(a.get(i)).cmp(&rank(b.get(i))))
        .find(|o| o.is_ne())
        .unwrap_or(Ordering::Equal)
}

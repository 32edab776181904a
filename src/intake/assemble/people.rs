//! Which row of the customers files speaks for each customer.

use super::Files;
use crate::dataset::Origin;
use crate::intake::cells::is_blank;
use crate::intake::kept::Record;
use crate::intake::kinds::Rows;
use crate::intake::kinds::customers::CustomerRow;
use crate::issue::{Arg, Args, Code};
use crate::order;
use crate::pile::Texts;
use crate::roles::Role;
use std::cmp::Ordering;

/// A customer's row that stands.
#[derive(Clone, Copy)]
pub(in crate::intake) struct Person<'a> {
    /// As it is shown, under the setting of which ids are one customer's.
    pub(in crate::intake) id: &'a str,
    pub(in crate::intake) file: u32,
    pub(in crate::intake) kept: Record<'a>,
}

impl<'a> Person<'a> {
    pub(in crate::intake) fn at(&self) -> Origin {
        Origin {
            file: self.file,
            line: self.kept.line(),
        }
    }

    pub(in crate::intake) fn row(&self) -> CustomerRow<'a> {
        CustomerRow::of(self.kept)
    }
}

/// One row a customer, sorted by id: equal rows count once; of different ones the latest sign-up stands, then the
/// latest cancellation, the greater MRR, the greater text cell by cell (definitions, section 2).
pub(in crate::intake) fn standing<'a>(files: &mut Files<'a>) -> Vec<Person<'a>> {
    let mut all: Vec<Person<'a>> = Vec::new();
    for (file, part) in files.read() {
        if let Rows::Customers(rows) = &part.rows {
            all.reserve_exact(rows.len());
            all.extend(rows.iter().map(|kept| Person {
                id: files.names.id(kept.id()),
                file,
                kept,
            }));
        }
    }
    // The one that stands comes first of its id, and of equal rows the first.
    order::by(&mut all, |a, b| {
        a.id.cmp(b.id)
            .then_with(|| better(files, b, a))
            .then_with(|| a.at().cmp(&b.at()))
    });
    all.dedup_by(|person, stands| {
        if stands.id != person.id {
            return false;
        }
        let equal = better(files, stands, person) == Ordering::Equal;
        let line = Arg::Number(i64::try_from(stands.kept.line()).unwrap_or(i64::MAX));
        let (code, name) = if equal {
            (Code::CustomerRepeated, "first")
        } else {
            (Code::CustomerConflict, "stands")
        };
        let id = person.id;
        let column = files.column(person.file, Role::Customer);
        files.set_aside(
            person.at(),
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
fn better(files: &Files<'_>, a: &Person<'_>, b: &Person<'_>) -> Ordering {
    let rank = |row: CustomerRow<'_>| {
        let price = row.price.map(|(p, _)| (p.mrr(0), p.mrr(4)));
        (row.signup, row.cancelled, price)
    };
    rank(a.row())
        .cmp(&rank(b.row()))
        .then_with(|| by_cells(a.kept.cells(), b.kept.cells()))
        .then_with(|| files.by_headers(a.file, b.file))
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

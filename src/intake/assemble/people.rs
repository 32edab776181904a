//! Which row of the customers files speaks for each customer.

use super::Files;
use crate::dataset::Origin;
use crate::intake::cells::is_blank;
use crate::intake::kinds::customers::CustomerRow;
use crate::intake::kinds::{Cells, Rows};
use crate::issue::{Arg, Args, Code};
use crate::order;
use crate::roles::Role;
use std::cmp::Ordering;

/// A customer's row that stands.
#[derive(Clone, Copy)]
pub(in crate::intake) struct Person<'a> {
    /// As it is shown, under the setting of which ids are one customer's.
    pub(in crate::intake) id: &'a str,
    pub(in crate::intake) at: Origin,
    pub(in crate::intake) row: &'a CustomerRow,
}

/// One row a customer, sorted by id: equal rows count once; of different ones the latest sign-up stands, then the
/// latest cancellation, the greater MRR, the greater text cell by cell (definitions, section 2).
pub(in crate::intake) fn standing<'a>(files: &mut Files<'a>) -> Vec<Person<'a>> {
    let mut all: Vec<Person<'a>> = Vec::new();
    for (file, part) in files.read() {
        if let Rows::Customers(rows) = &part.rows {
            all.reserve_exact(rows.len());
            all.extend(rows.iter().map(|row| Person {
                id: files.names.id(&row.id),
                at: Origin {
                    file,
                    line: row.line,
                },
                row,
            }));
        }
    }
    // The one that stands comes first of its id, and of equal rows the first.
    order::by(&mut all, |a, b| {
        a.id.cmp(b.id)
            .then_with(|| better(files, b, a))
            .then(a.at.cmp(&b.at))
    });
    all.dedup_by(|person, stands| {
        if stands.id != person.id {
            return false;
        }
        let equal = better(files, stands, person) == Ordering::Equal;
        let line = Arg::Number(i64::try_from(stands.at.line).unwrap_or(i64::MAX));
        let (code, name) = if equal {
            (Code::CustomerRepeated, "first")
        } else {
            (Code::CustomerConflict, "stands")
        };
        let id = person.id;
        let column = files.column(person.at.file, Role::Customer);
        files.set_aside(
            person.at,
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
    let rank = |row: &CustomerRow| {
        (
            row.signup,
            row.cancelled,
            row.price.as_ref().map(|p| (p.mrr(0), p.mrr(4))),
        )
    };
    rank(a.row)
        .cmp(&rank(b.row))
        .then_with(|| by_cells(&a.row.cells, &b.row.cells))
        .then_with(|| {
            if a.at.file == b.at.file {
                Ordering::Equal
            } else {
                files.headers(a.at.file).cmp(files.headers(b.at.file))
            }
        })
}

/// Text cell by cell; a cell that a short row lacks is blank, and a blank is the least, whatever word says so.
pub(super) fn by_cells(a: &Cells, b: &Cells) -> Ordering {
    let columns = a.len().max(b.len());
    let rank = |text| (!is_blank(text), text);
    (0..columns)
        .map(|i| rank(a.get(i)).cmp(&rank(b.get(i))))
        .find(|o| o.is_ne())
        .unwrap_or(Ordering::Equal)
}

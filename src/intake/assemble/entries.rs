//! Rows that are kept, by where they are: lists of them are short, whatever the rows say.

use super::Files;
use crate::dataset::{Origin, Place};
use crate::intake::kept::Record;
use crate::intake::kinds::Rows;
use crate::roles::Kind;
use std::cmp::Ordering;

/// A row of a file whose rows are kept.
#[derive(Clone, Copy)]
pub(in crate::intake) struct Entry {
    /// The first bytes of the id under which its customer is shown: ids are compared where the entries stand.
    head: u64,
    /// Rows further down in a file have greater ones.
    pub(super) place: Place,
}

impl Entry {
    pub(super) fn file(self) -> u32 {
        self.place.file()
    }
}

impl<'a> Files<'a> {
    /// All rows of files of a kind, in the order of files and rows.
    pub(super) fn entries(&self, kind: Kind) -> Vec<Entry> {
        let kept = |rows: &'a Rows| rows.kept().filter(|_| rows.is(kind));
        let of_kind = || {
            self.read()
                .filter_map(|(file, part)| Some((file, kept(&part.rows)?)))
        };
        let mut all = Vec::with_capacity(of_kind().map(|(_, rows)| rows.len()).sum());
        for (file, rows) in of_kind() {
            all.extend(rows.places().map(|(place, row)| Entry {
                head: head(self.names.id(row.id())),
                place: Place::new(file, place as u64),
            }));
        }
        all
    }

    /// Whether any file is of a kind.
    pub(super) fn has(&self, kind: Kind) -> bool {
        self.read().any(|(_, part)| part.rows.is(kind))
    }

    /// Whether a row is of a file of a kind.
    pub(super) fn is(&self, entry: Entry, kind: Kind) -> bool {
        self.part(entry.file())
            .is_some_and(|part| part.rows.is(kind))
    }

    /// What is kept of a row.
    pub(super) fn row(&self, entry: Entry) -> Record<'a> {
        let rows = self.part(entry.file()).and_then(|part| part.rows.kept());
        rows.map_or(Record::default(), |rows| {
            rows.at(entry.place.number() as usize)
        })
    }

    /// The customer's id as it is shown, under the setting of which ids are one customer's.
    pub(super) fn id(&self, entry: Entry) -> &'a str {
        self.names.id(self.row(entry).id())
    }

    /// Where a row stands.
    pub(super) fn origin(&self, entry: Entry) -> Origin {
        Origin {
            file: entry.file(),
            line: self.row(entry).line(),
        }
    }

    /// By the customers' ids as they are shown.
    pub(super) fn by_id(&self, a: Entry, b: Entry) -> Ordering {
        let ids = || self.id(a).cmp(self.id(b));
        a.head.cmp(&b.head).then_with(ids)
    }
}

/// The first bytes of an id, by which most differ.
pub(super) fn head(id: &str) -> u64 {
    let bytes = id.bytes().chain([0; 8]).take(8);
    bytes.fold(0, |head, byte| head << 8 | u64::from(byte))
}

/// Takes those off with which the rest begins.
pub(super) fn start<'r, T>(rest: &mut &'r [T], is_one: impl Fn(&T) -> bool) -> &'r [T] {
    let count = rest.iter().take_while(|item| is_one(item)).count();
    let (ones, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
    *rest = others;
    ones
}

//! Plain usage rows, many at once. A row is taken only where nothing about it needs a second look: as many fields as the
//! header, ids and a stamp that read as they stand. At any other row it stops, and the reader takes that one record the
//! long way. So it changes no result, only the time.

mod marks;
mod rows;

use super::cells::quick::{self, Stamps};
use super::dialect::Syntax;
use super::ids::{self, Key};
use super::kinds::Plan;
use super::kinds::usage::events::Known;
use super::kinds::usage::state::{UsageRow, UsageState};
use super::readings::Watched;
use super::records::unquote;
use crate::roles::{Reading, Role};
use rows::{Cell, Cells, MOST_COLUMNS, Rows};
use std::ops::Range;

/// Rows that are folded together.
const BATCH: usize = 64;
/// Bytes in which marks are first sought, and after a row that was not plain.
const LEAST: usize = 1024;

/// Takes plain rows of one file.
pub(super) struct Scan {
    syntax: Syntax,
    rows: Rows,
    columns: Columns,
    stamps: Stamps,
    /// Events that qualify, where not all do.
    qualifying: Option<Vec<String>>,
    numbers: Numbers,
    chunk: usize,
    #[cfg(test)]
    pub(super) taken: u64,
}

/// Which column holds what.
struct Columns {
    customer: usize,
    user: Option<usize>,
    at: usize,
    event: Option<usize>,
    value: Option<usize>,
    /// Whether there are more.
    others: bool,
    /// A bit for each in which quotes may stand doubled: the event, and those that are not read.
    may_be_doubled: u64,
}

/// Whole numbers below a thousand and above, and those with a point: what a watched column is told.
#[derive(Default)]
struct Numbers {
    small: u64,
    large: u64,
    pointed: u64,
    is_watched: bool,
}

impl Scan {
    /// None where rows of such a file are never plain.
    pub(super) fn new(
        plan: &Plan,
        syntax: Syntax,
        header: usize,
        watched: &[Watched],
    ) -> Option<Scan> {
        let count = plan.headers.len();
        let (customer, user) = match (plan.column(Role::Customer), plan.column(Role::User)) {
            (Some(customer), user) => (customer, user),
            (None, user) => (user?, None), // users are the customers
        };
        let at = plan.column(Role::At)?;
        let (event, value) = (plan.column(Role::Event), plan.column(Role::Value));
        let is_watched = |column: Option<usize>| watched.iter().any(|w| Some(w.column) == column);
        let watches_others = (watched.iter()).any(|w| w.column != at && Some(w.column) != value);
        let simple = syntax.escape.is_none() && !syntax.spaced && header <= 1;
        let reads_points = plan.reading(value) != Some(Reading::Comma);
        if !simple
            || !reads_points
            || watches_others
            || !(2..=MOST_COLUMNS).contains(&count)
            || plan.has(Role::Mode)
        {
            return None;
        }
        Some(Scan {
            syntax,
            rows: Rows::new(syntax, count),
            columns: Columns {
                customer,
                user,
                at,
                event,
                value,
                may_be_doubled: [Some(customer), user, Some(at), value]
                    .into_iter()
                    .flatten()
                    .fold(u64::MAX, |all, column| all & !(1 << column)),
                others: count > 2 + [user, event, value].iter().flatten().count(),
            },
            stamps: Stamps::new(plan.zone.clone(), plan.offset(at)),
            qualifying: plan.events.clone(),
            numbers: Numbers {
                is_watched: is_watched(value),
                ..Numbers::default()
            },
            chunk: LEAST,
            #[cfg(test)]
            taken: 0,
        })
    }

    /// Folds the plain rows with which the text begins, up to the first that begins at `limit` or is not plain: how many
    /// bytes and rows. The first one stands on `line`.
    pub(super) fn take(
        &mut self,
        text: &[u8],
        limit: usize,
        line: u64,
        state: &mut UsageState,
        watched: &mut [Watched],
    ) -> (usize, u64) {
        let mut batch = [UsageRow::NONE; BATCH];
        let mut count = 0;
        let mut cells = Cells::none();
        let (mut at, mut rows) = (0, 0);
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let chunk = rest.get(..self.chunk.min(rows::MOST)).unwrap_or(rest);
            self.rows.look(chunk);
            let (mut start, mut plain) = (0, true);
            while at + start < limit {
                let row = self.rows.row(chunk, start, &mut cells);
                let Some(end) = row else { break };
                // What stands behind the chunk may be looked at, so that a cell is read eight bytes at a time.
                let Some(place) = batch.get_mut(count) else {
                    break;
                };
                place.line = line + rows;
                let read = self.read(rest, start..end, &cells, state, watched, place);
                if read.is_none() {
                    plain = false;
                    break;
                }
                (start, rows, count) = (end, rows + 1, count + 1);
                if count == BATCH {
                    state.add_all(&batch);
                    count = 0;
                }
            }
            at += start;
            // A whole chunk without a row's end is left to the long way.
            self.chunk = if plain && start > 0 {
                (self.chunk * 2).min(rows::MOST)
            } else {
                LEAST
            };
            if !plain || start == 0 || at >= limit {
                break;
            }
        }
        state.add_all(batch.get(..count).unwrap_or_default());
        self.numbers.tell(self.columns.value, watched);
        #[cfg(test)]
        {
            self.taken += rows;
        }
        (at, rows)
    }

    /// Reads the cells of a row into its place; None where one of them is not plain.
    fn read<'a>(
        &mut self,
        text: &'a [u8],
        row: Range<usize>,
        cells: &Cells,
        state: &mut UsageState,
        watched: &mut [Watched],
        into: &mut UsageRow<'a>,
    ) -> Option<()> {
        let columns = &self.columns;
        if cells.is_doubled_beside(columns.may_be_doubled) {
            return None;
        }
        let optional = |column: Option<usize>| column.map_or(Cell::default(), |c| cells.get(c));
        let (day, moment) = self.stamps.read(cells.get(columns.at).of(text))?;
        let (customer_cell, user_cell) = (cells.get(columns.customer), optional(columns.user));
        let (customer, user) = (customer_cell.of(text), user_cell.of(text));
        if !quick::is_id(customer) || !(user.is_empty() || quick::is_id(user)) {
            return None;
        }
        let key = match customer.len().max(user.len()) <= ids::SHORT {
            true => Key::short(customer_cell.words(text), user_cell.words(text)),
            false => Key::of(customer, user),
        };
        if !self.rows.is_ascii() {
            let is_id = key.is_ascii() || is_text(customer) && is_text(user);
            if !is_id || columns.others && !is_text(text.get(row).unwrap_or_default()) {
                return None;
            }
        }
        let event = optional(columns.event);
        let is_doubled = columns.event.is_some_and(|c| cells.is_doubled(c));
        let recent = event
            .more_words(text)
            .and_then(|words| (state.events()).recent(words, event.end - event.start, is_doubled));
        let event = match recent {
            Some(known) => known,
            None => self.event(text, event, is_doubled, state)?,
        };
        // At the last: it counts, and a row that is left to the long way is counted there.
        let column = self.columns.value;
        let value = (self.numbers).read(optional(column).of(text), column, watched)?;
        // Field by field: it is not made elsewhere first.
        (into.customer, into.user, into.key) = (customer, user, key);
        (into.event, into.day, into.moment) = (event, day, moment);
        into.value = value;
        Some(())
    }

    /// What a cell tells as an event; None where it is not plain.
    #[cold]
    fn event(
        &self,
        text: &[u8],
        cell: Cell,
        is_doubled: bool,
        state: &mut UsageState,
    ) -> Option<Known> {
        let mut single = Vec::new();
        let mut event = cell.of(text);
        if is_doubled {
            // With its quotes, which stand around it.
            let quoted = text.get(cell.start as usize - 1..=cell.end as usize);
            unquote(quoted.unwrap_or_default(), self.syntax, &mut single);
            event = &single;
        }
        if !quick::is_plain(event) || !is_text(event) {
            return None;
        }
        let qualifies = |events: &Vec<String>| events.iter().any(|known| known.as_bytes() == event);
        let known = Known {
            event: state.events().number(event),
            qualifies: self.qualifying.as_ref().is_none_or(qualifies),
        };
        if let Some(words) = cell.more_words(text) {
            (state.events()).remember(words, cell.end - cell.start, is_doubled, known);
        }
        Some(known)
    }
}

/// What was decoded may hold U+FFFD for bytes that were no text, and that is told.
fn is_text(cell: &[u8]) -> bool {
    let whole = |text: &str| !text.contains('\u{fffd}');
    cell.is_ascii() || std::str::from_utf8(cell).is_ok_and(whole)
}

impl Numbers {
    fn read(&mut self, cell: &[u8], column: Option<usize>, watched: &mut [Watched]) -> Option<i64> {
        if cell.is_empty() {
            return Some(0);
        }
        let number = quick::millionths(cell)?;
        match number.fraction {
            _ if !self.is_watched => {}
            Some(3) => {
                // It may be thousands: the long way knows what that tells.
                let text = std::str::from_utf8(cell).ok()?;
                let mut of_value = watched.iter_mut().filter(|w| Some(w.column) == column);
                of_value.next()?.value(text, &|| "");
            }
            Some(_) => self.pointed += 1,
            None if number.whole > 3 => self.large += 1,
            None => self.small += u64::from(cell > b"0"),
        }
        Some(number.value)
    }

    fn tell(&mut self, column: Option<usize>, watched: &mut [Watched]) {
        let of_value = watched.iter_mut().find(|w| Some(w.column) == column);
        if let Some(of_value) = of_value {
            of_value.plain_numbers(self.small, self.large, self.pointed);
        }
        *self = Numbers {
            is_watched: self.is_watched,
            ..Numbers::default()
        };
    }
}

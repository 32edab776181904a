//! What the cells of a plain row tell: who used what, when, and how much.

use super::numbers::Numbers;
use super::rows::{Cell, Ends, HEAD, MASKS, Rows, place};
use crate::intake::cells::quick::{self, Stamps};
use crate::intake::dialect::Syntax;
use crate::intake::ids::{self, Key};
use crate::intake::kinds::Plan;
use crate::intake::kinds::usage::events::Known;
use crate::intake::kinds::usage::state::{UsageRow, UsageState};
use crate::intake::readings::Watched;
use crate::intake::records::unquote;
use crate::roles::Role;

/// A usual row is shorter.
const SHORT: usize = 256;
/// A usual row, and what follows it.
type Window = [u8; SHORT + HEAD];

/// Reads the cells of rows.
pub(super) struct Cells {
    syntax: Syntax,
    columns: Columns,
    stamps: Stamps,
    /// Events that qualify, where not all do.
    qualifying: Option<Vec<String>>,
    numbers: Option<Numbers>,
    /// Whether nothing but ids and events needs a look to tell that it is text.
    is_text: bool,
}

/// Which column holds what.
#[derive(Clone, Copy)]
struct Columns {
    customer: u8,
    user: Option<u8>,
    at: u8,
    event: Option<u8>,
    value: Option<u8>,
    /// Whether there are more.
    others: bool,
}

impl Cells {
    /// None where a column stands too far to the right.
    pub(super) fn new(plan: &Plan, syntax: Syntax, watched: &[Watched]) -> Option<Cells> {
        let column = |role| plan.column(role).map(u8::try_from).transpose().ok();
        let (customer, user) = match (column(Role::Customer)?, column(Role::User)?) {
            (Some(customer), user) => (customer, user),
            (None, user) => (user?, None), // users are the customers
        };
        let (at, event, value) = (
            column(Role::At)??,
            column(Role::Event)?,
            column(Role::Value)?,
        );
        let read = 2 + [user, event, value].iter().flatten().count();
        let numbers = |value| Numbers::new(usize::from(value), watched);
        Some(Cells {
            syntax,
            columns: Columns {
                customer,
                user,
                at,
                event,
                value,
                others: plan.headers.len() > read,
            },
            stamps: Stamps::new(plan.zone.clone(), plan.offset(usize::from(at))),
            qualifying: plan.events.clone(),
            numbers: value.map(numbers),
            is_text: true,
        })
    }

    /// Begins with the rows that were found in a chunk.
    pub(super) fn begin(&mut self, rows: &Rows, chunk: &[u8]) {
        let found = || chunk.get(..rows.end()).unwrap_or_default();
        self.is_text = rows.is_ascii || !self.columns.others || is_text(found());
    }

    /// Tells watched columns what stood in them.
    pub(super) fn tell(&mut self, watched: &mut [Watched]) {
        if let Some(numbers) = &mut self.numbers {
            numbers.tell(watched);
        }
    }

    /// Reads the cells of a row into its place; None where one of them is not plain.
    #[inline(always)] // once a row
    pub(super) fn read<'a>(
        &mut self,
        rows: &Rows,
        text: &'a [u8],
        ends: &Ends,
        state: &mut UsageState,
        watched: &mut [Watched],
        into: &mut UsageRow<'a>,
    ) -> Option<()> {
        let row = rows.place(ends);
        let window = text.get(row.start..).and_then(<[u8]>::first_chunk);
        match window.filter(|_| row.len() < SHORT) {
            Some(window) if self.usual(window, ends, state, into).is_some() => Some(()),
            _ => self.any(rows, text, ends, state, watched, into),
        }
    }

    /// Reads a row as most are: ids of at most sixteen bytes of ASCII, a stamp to the second, an event that was seen of
    /// late, a value of few digits, none of them but the event between quotes. None of any other, and nothing is told.
    #[inline(always)] // once a row
    fn usual(
        &mut self,
        window: &Window,
        ends: &Ends,
        state: &mut UsageState,
        into: &mut UsageRow<'_>,
    ) -> Option<()> {
        let columns = self.columns;
        // Where a cell begins in the window; it is cut to what a byte holds, so that nothing is read beside the window.
        let cell = |column: u8| {
            let (before, end) = place(ends, column);
            let start = before.wrapping_sub(ends[0]) as u8;
            let length = end.wrapping_sub(before).wrapping_sub(1);
            (usize::from(start), usize::from(length))
        };
        let eight = |at: usize| {
            let eight = window.get(at..).and_then(<[u8]>::first_chunk);
            eight.map_or(0, |eight| u64::from_le_bytes(*eight))
        };
        let id = |column: u8| {
            let (start, length) = cell(column);
            let [low, high, ..] = MASKS[length.min(HEAD)];
            let words = [eight(start) & low, eight(start + 8) & high];
            let byte = |at: usize| window[start.wrapping_add(at) & (SHORT - 1)];
            let sure = quick::is_sure(byte(0), byte(1), byte(length.wrapping_sub(1)));
            let fits = (3..=ids::SHORT).contains(&length) && (words[0] | words[1]) & HIGH == 0;
            (words, length, sure && fits)
        };
        let (customer, _, mut is_plain) = id(columns.customer);
        let mut user = [0; 2];
        if let Some(column) = columns.user {
            let (words, length, is_id) = id(column);
            is_plain &= is_id || length == 0;
            user = words;
        }
        let (start, length) = cell(columns.at);
        if !is_plain || !self.is_text {
            return None;
        }
        let stamp = window.get(start..)?.first_chunk()?;
        let (day, moment) = self.stamps.usual(stamp, length)?;
        let (mut event, mut length) = ([0; HEAD / 8], 0);
        if let Some(column) = columns.event {
            let start;
            (start, length) = cell(column);
            event = MASKS[length.min(HEAD)];
            for (i, word) in event.iter_mut().enumerate() {
                *word &= eight(start + 8 * i);
            }
        }
        let event = state.events().recent(event, length)?;
        // At the last: it counts.
        let value = match (&mut self.numbers, columns.value) {
            (Some(numbers), Some(column)) => {
                let (start, length) = cell(column);
                numbers.short(eight(start), length)?
            }
            _ => 0,
        };
        into.key = Key::short(customer, user);
        (into.event, into.day, into.moment) = (event, day, moment);
        into.value = value;
        Some(())
    }

    /// Reads any row.
    #[inline(never)]
    fn any<'a>(
        &mut self,
        rows: &Rows,
        text: &'a [u8],
        ends: &Ends,
        state: &mut UsageState,
        watched: &mut [Watched],
        into: &mut UsageRow<'a>,
    ) -> Option<()> {
        let columns = self.columns;
        let stamp = rows.inner(text, ends, columns.at)?;
        let (day, moment) = self.stamps.read(stamp.of(text))?;
        let customer = rows.inner(text, ends, columns.customer)?;
        let user = match columns.user {
            Some(user) => rows.inner(text, ends, user)?,
            None => Cell::BLANK,
        };
        let is_id = |cell: Cell<'_>| quick::is_id(cell.of(text));
        if !is_id(customer) || user.length > 0 && !is_id(user) {
            return None;
        }
        if !rows.is_ascii {
            let is_all_text =
                self.is_text || is_text(text.get(rows.place(ends)).unwrap_or_default());
            if !is_all_text || !is_text(customer.of(text)) || !is_text(user.of(text)) {
                return None;
            }
        }
        let event = match columns.event {
            Some(event) => rows.cell(text, ends, event)?,
            None => Cell::BLANK,
        };
        let event = match state.events().recent(event.words(), event.length) {
            Some(known) => known,
            None => self.event(event, text, state)?,
        };
        // At the last: it counts, and a row that is left to the long way is counted there.
        let value = match (&mut self.numbers, columns.value) {
            (Some(numbers), Some(column)) => {
                let cell = rows.inner(text, ends, column)?;
                numbers.read(cell, text, watched)?
            }
            _ => 0,
        };
        into.key = match customer.length.max(user.length) <= ids::SHORT {
            true => {
                let ([a1, a2, ..], [b1, b2, ..]) = (customer.words(), user.words());
                Key::short([a1, a2], [b1, b2])
            }
            false => Key::of(customer.of(text), user.of(text)),
        };
        (into.event, into.day, into.moment) = (event, day, moment);
        into.value = value;
        Some(())
    }

    /// What a cell tells as an event; None where it is not plain.
    #[inline(never)]
    fn event(&self, cell: Cell<'_>, text: &[u8], state: &mut UsageState) -> Option<Known> {
        let mut single = Vec::new();
        let mut event = cell.of(text);
        if event.first() == Some(&self.syntax.quote) {
            unquote(event, self.syntax, &mut single);
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
        (state.events()).remember(cell.words(), cell.length, known);
        Some(known)
    }
}

const HIGH: u64 = (u64::MAX / 255) << 7;

/// What was decoded may hold U+FFFD for bytes that were no text, and that is told.
fn is_text(cell: &[u8]) -> bool {
    let whole = |text: &str| !text.contains('\u{fffd}');
    cell.is_ascii() || std::str::from_utf8(cell).is_ok_and(whole)
}

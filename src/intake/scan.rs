//! Plain usage rows, many at once. A row is taken only where nothing about it needs a second look: as many fields as the
//! header, ids and a stamp that read as they stand. At any other row it stops, and the reader takes that one record the
//! long way. So it changes no result, only the time.

mod marks;

use super::cells::quick::{self, Stamps};
use super::dialect::Syntax;
use super::kinds::Plan;
use super::kinds::usage::state::{UsageRow, UsageState};
use super::readings::Watched;
use crate::roles::{Reading, Role};
use marks::Marks;

/// Columns of a row; a file with more is read the long way.
const MOST_COLUMNS: usize = 64;
/// Rows that are folded together.
const BATCH: usize = 256;
/// Bytes in which marks are first sought, and after a row that was not plain.
const LEAST: usize = 1024;

/// Takes plain rows of one file.
pub(super) struct Scan {
    marks: Marks,
    columns: Columns,
    stamps: Stamps,
    events: Events,
    numbers: Numbers,
    chunk: usize,
    #[cfg(test)]
    pub(super) taken: u64,
}

/// Which column holds what.
struct Columns {
    count: usize,
    customer: usize,
    user: Option<usize>,
    at: usize,
    event: Option<usize>,
    value: Option<usize>,
    quote: u8,
    delimiter: u8,
}

/// Where a field stands, without its quotes.
#[derive(Clone, Copy, Default)]
struct Field {
    start: u32,
    end: u32,
}

/// What the next bytes are.
enum Next {
    /// A row, and the byte after its line break.
    Row(usize),
    /// Something else, or a row that goes on behind the text.
    Other,
}

/// The last events and whether they qualify.
struct Events {
    qualifying: Option<Vec<String>>,
    last: Vec<u8>,
    last_qualifies: bool,
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
            marks: Marks::new(syntax.delimiter, syntax.quote),
            columns: Columns {
                count,
                customer,
                user,
                at,
                event,
                value,
                quote: syntax.quote,
                delimiter: syntax.delimiter,
            },
            stamps: Stamps::new(plan.zone.clone(), plan.offset(at)),
            events: Events {
                last_qualifies: (plan.events.as_ref())
                    .is_none_or(|events| events.iter().any(String::is_empty)),
                qualifying: plan.events.clone(),
                last: Vec::new(),
            },
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
        let mut batch: Vec<UsageRow<'_>> = Vec::new();
        let mut fields = [Field::default(); MOST_COLUMNS];
        let (mut at, mut rows) = (0, 0);
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let chunk = rest.get(..self.chunk.min(marks::MOST)).unwrap_or(rest);
            self.marks.find(chunk);
            let (places, ascii) = (self.marks.places(), self.marks.ascii);
            let (mut start, mut mark, mut plain) = (0, 0, true);
            while at + start < limit {
                let next = self
                    .columns
                    .row(chunk, start, places, &mut mark, &mut fields);
                let Next::Row(end) = next else { break };
                let row = self.columns.read(
                    chunk,
                    &fields,
                    ascii,
                    &mut self.stamps,
                    &mut self.events,
                    &mut self.numbers,
                    watched,
                );
                let Some(row) = row else {
                    plain = false;
                    break;
                };
                batch.push(UsageRow {
                    line: line + rows,
                    ..row
                });
                (start, rows) = (end, rows + 1);
                if batch.len() == BATCH {
                    state.add_all(&batch);
                    batch.clear();
                }
            }
            at += start;
            // A whole chunk without a row's end is left to the long way.
            self.chunk = if plain && start > 0 {
                (self.chunk * 2).min(marks::MOST)
            } else {
                LEAST
            };
            if !plain || start == 0 || at >= limit {
                break;
            }
        }
        state.add_all(&batch);
        self.numbers.tell(self.columns.value, watched);
        #[cfg(test)]
        {
            self.taken += rows;
        }
        (at, rows)
    }
}

impl Columns {
    /// Finds the fields of the row that begins at `start`. `mark` is the first mark that is not before it.
    fn row(
        &self,
        text: &[u8],
        start: usize,
        places: &[u16],
        mark: &mut usize,
        fields: &mut [Field; MOST_COLUMNS],
    ) -> Next {
        let (mut begin, mut count) = (start, 0);
        loop {
            let Some(place) = places.get(*mark).map(|place| usize::from(*place)) else {
                return Next::Other;
            };
            let byte = text.get(place).copied().unwrap_or_default();
            *mark += 1;
            let mut field = Field {
                start: begin as u32,
                end: place as u32,
            };
            let mut after = (place, byte);
            if byte == self.quote {
                if place > begin {
                    continue; // amid text it stands for itself
                }
                let Some(closed) = self.closing(text, places, mark) else {
                    return Next::Other;
                };
                field = Field {
                    start: place as u32 + 1,
                    end: closed as u32,
                };
                // What follows a quote that closes is a mark, or the row is not plain.
                match places.get(*mark).map(|place| usize::from(*place)) {
                    Some(place) if place == closed + 1 => {
                        after = (place, text.get(place).copied().unwrap_or_default());
                        *mark += 1;
                    }
                    _ => return Next::Other,
                }
            }
            let (place, byte) = after;
            let ends = byte == b'\n' || byte == b'\r';
            if byte != self.delimiter && !ends {
                if byte == 0 || byte == self.quote || field.start as usize > begin {
                    return Next::Other;
                }
                continue; // a control character within the text
            }
            if let Some(slot) = fields.get_mut(count) {
                *slot = field;
            }
            (begin, count) = (place + 1, count + 1);
            if ends {
                let blank = place == start;
                if blank || count != self.count {
                    return Next::Other;
                }
                return match (byte, text.get(begin)) {
                    (b'\n', _) => Next::Row(begin),
                    (_, Some(b'\n')) => {
                        *mark += 1;
                        Next::Row(begin + 1)
                    }
                    (_, Some(_)) => Next::Row(begin),
                    (_, None) => Next::Other, // its second half may come
                };
            }
        }
    }

    /// The quote that closes a field: the next one, with nothing before it that ends a line.
    fn closing(&self, text: &[u8], places: &[u16], mark: &mut usize) -> Option<usize> {
        loop {
            let place = usize::from(*places.get(*mark)?);
            let byte = *text.get(place)?;
            *mark += 1;
            if byte == self.quote {
                return Some(place);
            }
            if matches!(byte, b'\n' | b'\r' | 0) {
                return None;
            }
        }
    }

    /// Reads the row's cells; None where one of them is not plain.
    #[allow(clippy::too_many_arguments)] // the parts of one `Scan`, of which others are borrowed
    fn read<'a>(
        &self,
        text: &'a [u8],
        fields: &[Field; MOST_COLUMNS],
        ascii: bool,
        stamps: &mut Stamps,
        events: &mut Events,
        numbers: &mut Numbers,
        watched: &mut [Watched],
    ) -> Option<UsageRow<'a>> {
        let cell = |column: usize| {
            let field = fields.get(column).copied().unwrap_or_default();
            let cell = text.get(field.start as usize..field.end as usize);
            cell.unwrap_or_default()
        };
        let (day, moment) = stamps.read(cell(self.at))?;
        let customer = cell(self.customer);
        let user = self.user.map_or(&[][..], cell);
        let event = self.event.map_or(&[][..], cell);
        if !quick::is_id(customer) || !(user.is_empty() || quick::is_id(user)) {
            return None;
        }
        if !ascii && (0..self.count).any(|column| !is_text(cell(column))) {
            return None;
        }
        let qualifies = events.qualifies(event)?;
        let value = numbers.read(self.value.map_or(&[][..], cell), self.value, watched)?;
        Some(UsageRow {
            customer,
            user,
            event,
            day,
            moment,
            value,
            qualifies,
            line: 0,
        })
    }
}

/// What was decoded may hold U+FFFD for bytes that were no text, and that is told.
fn is_text(cell: &[u8]) -> bool {
    let whole = |text: &str| !text.contains('\u{fffd}');
    cell.is_ascii() || std::str::from_utf8(cell).is_ok_and(whole)
}

impl Events {
    /// None where the event is not plain.
    fn qualifies(&mut self, event: &[u8]) -> Option<bool> {
        if event != self.last {
            if !quick::is_plain(event) {
                return None;
            }
            if let Some(events) = &self.qualifying {
                self.last_qualifies = events.iter().any(|known| known.as_bytes() == event);
            }
            self.last.clear();
            self.last.extend_from_slice(event);
        }
        Some(self.last_qualifies)
    }
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

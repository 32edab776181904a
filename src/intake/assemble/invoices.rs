//! Terms from invoices (definitions, section 2): which lines count, what refunds leave of them, whom they serve how long.

mod refunds;
mod service;
#[cfg(test)]
mod tests;

use super::Files;
use super::entries::{Entry, start};
use super::terms::{Draft, Drafts};
use crate::calendar::Day;
use crate::intake::kinds::invoices::{LineRow, What};
use crate::issue::{Arg, Args, Code};
use crate::order;
use crate::pile;
use crate::roles::{Kind, Role};
use crate::settings::Settings;
use refunds::Share;
use service::{Length, Service};
use std::cmp::Ordering;

/// What a line of an invoice says.
pub(super) fn row<'a>(files: &Files<'a>, line: Entry) -> LineRow<'a> {
    LineRow::of(files.row(line))
}

impl<'a> LineRow<'a> {
    /// The first day that it serves.
    fn first(&self) -> Day {
        self.start.unwrap_or(self.date)
    }

    /// How long its period or its interval says that it serves; inside none where the period ends before it begins.
    fn told(&self) -> Option<Option<Service>> {
        match (self.start.zip(self.end), self.interval) {
            (Some((start, end)), interval) => Some(Service::of_period(start, end, interval)),
            (None, interval) => interval.map(|interval| Some(Service::of_interval(interval))),
        }
    }

    /// The number of the invoice that it refunds, else its own.
    fn named(&self) -> &'a str {
        if self.refunds.is_empty() {
            self.number
        } else {
            self.refunds
        }
    }

    /// The amount less what was given back of this very line.
    fn share(&self) -> Option<Share> {
        let share = Share::of(self.amount?)?;
        match self.refunded {
            Some(refunded) => share.less(Share::of(refunded)?),
            None => Some(share),
        }
    }
}

/// The lines that count, of charges and of refunds.
pub(super) struct Lines {
    pub(super) lines: Vec<Entry>,
    /// Lines of the same invoices that are no MRR: refunds reduce them too.
    pub(super) once: Vec<Entry>,
    /// Lines that were set aside, and whose customers stay.
    pub(super) stay: Vec<Entry>,
}

/// All lines of the invoices files, with those set aside that do not count, end before they start, or refund nothing.
pub(super) fn lines(files: &mut Files<'_>) -> Lines {
    let mut all = files.entries(Kind::Invoices);
    // A refund of an invoice that does not count has nothing to reduce, and nothing is wrong with it.
    let is_refund = |line: &Entry| row(files, *line).what == What::Refund;
    let mut known = Vec::new();
    if all.iter().any(is_refund) {
        known.extend(all.iter().filter(|line| !is_refund(line)));
    }
    let by_number = |files: &Files<'_>, invoice: Entry, line: Entry, number: &str| {
        let numbers = || row(files, invoice).number.cmp(number);
        files.by_id(invoice, line).then_with(numbers)
    };
    order::by(&mut known, |a, b| {
        by_number(files, *a, *b, row(files, *b).number)
    });
    let (mut once, mut stay) = (Vec::new(), Vec::new());
    all.retain(|&line| {
        let row = row(files, line);
        let (code, role, text, mut args) = match row.uncounted {
            Some((role, text)) => {
                if role != Role::Status && !known.is_empty() {
                    once.push(line);
                }
                (Code::InvoiceNotCounted, role, text.to_owned(), Args::new())
            }
            None if row.what == What::Refund => {
                let named = row.named();
                let search = |known: &Entry| by_number(files, *known, line, named);
                if !named.is_empty() && known.binary_search_by(search).is_ok() {
                    return true;
                }
                let own = row.refunds.is_empty();
                let role = if own { Role::Invoice } else { Role::Refunds };
                (Code::RefundUnmatched, role, named.to_owned(), Args::new())
            }
            None => match (row.end, row.told()) {
                (Some(end), Some(None)) => {
                    stay.push(line);
                    let end = end.day.to_string();
                    let args = Args::from([
                        ("start", Arg::from(row.first().to_string())),
                        ("end", Arg::from(end.as_str())),
                    ]);
                    (Code::EndBeforeStart, Role::PeriodEnd, end, args)
                }
                _ => return true,
            },
        };
        if args.is_empty() {
            args.insert("text", Arg::from(text.as_str()));
        }
        let column = files.column(line.file(), role);
        files.set_aside(line, code, column, &text, args);
        false
    });
    Lines {
        lines: all,
        once,
        stay,
    }
}

/// The terms of these lines, which are of one currency. Nothing after the as-of date exists, and no invoice.
pub(super) fn terms(
    files: &mut Files<'_>,
    lines: Vec<Entry>,
    mut once: Vec<Entry>,
    out: &mut Drafts,
    settings: &Settings,
) {
    let (mut charges, mut refunds) = (lines, Vec::new());
    let counts = |row: &LineRow<'_>| {
        row.amount.is_some() && settings.as_of.is_none_or(|as_of| row.date <= as_of)
    };
    once.retain(|line| counts(&row(files, *line)));
    charges.retain(|&line| {
        let row = row(files, line);
        if !counts(&row) {
            pile::add(&mut out.termless, line);
            return false;
        }
        if row.what == What::Refund {
            pile::add(&mut refunds, line);
        } else if row.told().flatten().is_none() {
            files.note(line, Code::IntervalInferred, None, Args::new());
        }
        row.what != What::Refund
    });
    refunds.extend(once);
    for lines in [&mut charges, &mut refunds] {
        order::by(lines, |a, b| files.by_id(*a, *b));
    }
    let (mut rest, mut known) = (charges.as_slice(), Vec::new());
    while let Some(lines) = of_first(files, &mut rest) {
        known.push(inferred(files, lines));
    }
    let common = service::commonest(known.iter().flatten().copied().collect());
    let (mut rest, mut refunds) = (charges.as_slice(), refunds.as_slice());
    for months in known {
        let Some(lines) = of_first(files, &mut rest) else {
            break;
        };
        let by_id = |refund: &Entry| lines.first().map(|line| files.by_id(*refund, *line));
        // A refund is of a customer with a charge, or of one whose charges are not in the report.
        start(&mut refunds, |refund| by_id(refund) == Some(Ordering::Less));
        let refunds = start(&mut refunds, |refund| {
            by_id(refund) == Some(Ordering::Equal)
        });
        let customer = Customer {
            unknown: Service::months(months.unwrap_or(common)),
            refunded: refunded(files, lines, refunds),
        };
        customer.terms(files, lines, out);
    }
}

/// The lines of the first customer of all, which are taken off.
fn of_first<'r>(files: &Files<'_>, rest: &mut &'r [Entry]) -> Option<&'r [Entry]> {
    let first = *rest.first()?;
    Some(start(rest, |line| files.by_id(*line, first).is_eq()))
}

/// The months that the gaps between a customer's invoices stand for, where a line does not tell how long it serves.
fn inferred(files: &Files<'_>, lines: &[Entry]) -> Option<i32> {
    let rows = || lines.iter().map(|line| row(files, *line));
    let asked = rows().any(|row| row.told().is_none());
    let days = || order::distinct(rows().map(|row| row.date));
    if asked {
        service::inferred(&days())
    } else {
        None
    }
}

/// An invoice that refunds reduce, by its number: what of it is left, and all of it; none where that is beyond all
/// digits.
type Refunded<'a> = (&'a str, Option<(Share, Share)>);

/// The invoices of one customer that its refunds reduce, by number. Beside the refunds stand lines that are no MRR.
fn refunded<'a>(files: &Files<'a>, lines: &[Entry], refunds: &[Entry]) -> Vec<Refunded<'a>> {
    if refunds.is_empty() {
        return Vec::new();
    }
    let rows = |entries: &[Entry]| -> Vec<LineRow<'a>> {
        entries.iter().map(|entry| row(files, *entry)).collect()
    };
    let (mut lines, mut refunds) = (rows(lines), rows(refunds));
    lines.extend(refunds.extract_if(.., |row| row.what == What::Once));
    order::by_key(&mut lines, |line| line.number);
    order::by_key(&mut refunds, LineRow::named);
    let reduced = refunds.chunk_by(|a, b| a.named() == b.named());
    reduced
        .filter_map(|refunds| {
            let number = refunds.first()?.named();
            let from = lines.partition_point(|line| line.number < number);
            let to = lines.partition_point(|line| line.number <= number);
            let lines = lines.get(from..to).unwrap_or_default();
            let whole = sum(&mut lines.iter().map(LineRow::share));
            let back = refunds.iter().map(|refund| Share::of(refund.amount?));
            let back = sum(&mut back.map(|share| share.map(Share::size)));
            let rest = |whole: Share| Some((whole.less(back?)?, whole));
            Some((number, whole.and_then(rest)))
        })
        .collect()
}

fn sum(shares: &mut dyn Iterator<Item = Option<Share>>) -> Option<Share> {
    let mut sum = Share::NOTHING;
    for share in shares {
        sum = sum.plus(share?)?;
    }
    Some(sum)
}

/// How many lines are looked through for one that stands in another file too.
const LOOKED_THROUGH: usize = 64;

/// Of lines that start together, in the files' order, names those that the first file holds too. All of them count: an
/// invoice may have equal lines.
fn note_twice(files: &mut Files<'_>, lines: &[Stretch]) {
    let file = lines.first().map(|first| first.line.file());
    let own = lines.partition_point(|line| Some(line.line.file()) == file);
    let (first, others) = lines.split_at(own);
    for other in others {
        let said = files.row(other.line).fields();
        let same = |one: &Stretch| files.row(one.line).fields() == said;
        if first.iter().take(LOOKED_THROUGH).any(same) {
            let args = Args::from([("text", Arg::from(files.id(other.line)))]);
            files.note(other.line, Code::InvoiceTwice, None, args);
        }
    }
}

/// What is known of a customer beside its lines.
struct Customer<'a> {
    /// How long a line serves that does not tell: as the gaps between its customer's invoices say, else as long as is
    /// commonest.
    unknown: Service,
    /// The invoices that refunds reduce, by number.
    refunded: Vec<Refunded<'a>>,
}

/// A line, how long it serves, and from when on.
struct Stretch {
    line: Entry,
    length: Length,
    start: Day,
}

impl Customer<'_> {
    /// How long a line serves: by its period, else its interval, else as those do that do not tell.
    fn service(&self, row: &LineRow<'_>) -> Service {
        row.told().flatten().unwrap_or(self.unknown)
    }

    /// What is left of a line's amount: refunds reduce the lines of the invoice they name, in proportion.
    fn share(&self, row: &LineRow<'_>) -> Option<Share> {
        let share = row.share()?;
        let place = self.refunded.binary_search_by(|r| r.0.cmp(row.number));
        match place.ok().and_then(|place| self.refunded.get(place)) {
            Some((_, reduced)) => reduced.and_then(|(rest, whole)| share.kept(rest, whole)),
            None => Some(share),
        }
    }

    fn terms(&self, files: &mut Files<'_>, lines: &[Entry], out: &mut Drafts) {
        let stretch = |&line: &Entry| {
            let row = row(files, line);
            let length = self.service(&row).length;
            let start = row.first();
            Stretch {
                line,
                length,
                start,
            }
        };
        let mut stretches: Vec<Stretch> = lines.iter().map(stretch).collect();
        order::by_key(&mut stretches, |s| (s.length, s.start, s.line.place));
        for of_one in stretches.chunk_by(|a, b| a.length == b.length) {
            self.of_length(files, of_one, out);
            for lines in of_one.chunk_by(|a, b| a.start == b.start) {
                note_twice(files, lines);
            }
        }
    }

    /// The terms of one length, by start. Lines of whole months that start together are one invoice.
    fn of_length(&self, files: &mut Files<'_>, stretches: &[Stretch], out: &mut Drafts) {
        let months = stretches.first().and_then(|s| match s.length {
            Length::Months(k) => Some(k),
            Length::Days(_) => None,
        });
        let starts = order::distinct(stretches.iter().map(|s| s.start));
        let ends = months.map(|k| service::ends(&starts, k));
        let together = |a: &Stretch, b: &Stretch| months.is_some() && a.start == b.start;
        for lines in stretches.chunk_by(together) {
            let Some(&Stretch { line, start, .. }) = lines.first() else {
                continue;
            };
            let service = self.service(&row(files, line));
            let place = starts.binary_search(&start).ok();
            let end = place.and_then(|i| ends.as_ref()?.get(i)).copied();
            let amount = sum(&mut lines.iter().map(|s| self.share(&row(files, s.line))));
            let mrr = amount.and_then(|a| a.scaled(out.exponent, service.per.num, service.per.den));
            match mrr {
                Some(mrr) => {
                    let end = end.unwrap_or_else(|| service.end(start));
                    let draft = Draft {
                        entry: line,
                        start,
                        end: Some(end).into(),
                        mrr,
                    };
                    pile::add(&mut out.terms, draft);
                }
                None => {
                    for line in lines.iter().map(|s| s.line) {
                        let column = files.column(line.file(), Role::Amount);
                        let amount = row(files, line).amount;
                        let text = amount.map_or(String::new(), super::currency::text_of);
                        let args = Args::from([("text", Arg::from(text.as_str()))]);
                        files.set_aside(line, Code::NumberTooLarge, column, &text, args);
                        pile::add(&mut out.termless, line);
                    }
                }
            }
        }
    }
}

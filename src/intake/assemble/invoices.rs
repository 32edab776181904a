//! Terms from invoices (definitions, section 2): which lines count, what refunds leave of them, whom they serve how long.

mod refunds;
mod service;
#[cfg(test)]
mod tests;

use super::Files;
use super::terms::{Draft, Drafts};
use crate::calendar::Day;
use crate::dataset::Origin;
use crate::intake::kept::Record;
use crate::intake::kinds::Rows;
use crate::intake::kinds::invoices::{LineRow, What};
use crate::issue::{Arg, Args, Code};
use crate::order;
use crate::roles::Role;
use crate::settings::Settings;
use refunds::Share;
use service::{Length, Service};

/// A line of an invoice, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) at: Origin,
    pub(super) id: &'a str,
    kept: Record<'a>,
}

impl<'a> Line<'a> {
    pub(super) fn row(&self) -> LineRow<'a> {
        LineRow::of(self.kept)
    }

    fn start(&self) -> Day {
        let row = self.row();
        row.start.unwrap_or(row.date)
    }

    /// How long its period or its interval says that it serves; inside none where the period ends before it begins.
    fn told(&self) -> Option<Option<Service>> {
        let row = self.row();
        match (row.start.zip(row.end), row.interval) {
            (Some((start, end)), interval) => Some(Service::of_period(start, end, interval)),
            (None, interval) => interval.map(|interval| Some(Service::of_interval(interval))),
        }
    }

    /// The number of the invoice that it refunds, else its own.
    fn named(&self) -> &'a str {
        let row = self.row();
        if row.refunds.is_empty() {
            row.number
        } else {
            row.refunds
        }
    }
}

/// The lines that count, of charges and of refunds.
pub(super) struct Lines<'a> {
    pub(super) lines: Vec<Line<'a>>,
    /// Customers of lines that were set aside, and stay.
    pub(super) stay: Vec<(&'a str, Origin)>,
}

/// All lines of the invoices files, with those set aside that do not count, end before they start, or refund nothing.
pub(super) fn lines<'a>(files: &mut Files<'a>) -> Lines<'a> {
    let mut all: Vec<Line<'a>> = Vec::new();
    for (file, part) in files.read() {
        if let Rows::Invoices(rows) = &part.rows {
            all.reserve_exact(rows.len());
            all.extend(rows.iter().map(|kept| Line {
                at: Origin {
                    file,
                    line: kept.line(),
                },
                id: files.names.id(kept.id()),
                kept,
            }));
        }
    }
    // A refund of an invoice that does not count has nothing to reduce, and nothing is wrong with it.
    let refunds = all.iter().any(|l| l.row().what == What::Refund);
    let invoices = all.iter().map(|l| (l.id, l.row()));
    let invoices = invoices.filter(|(_, row)| refunds && row.what != What::Refund);
    let known = order::distinct(invoices.map(|(id, row)| (id, row.number)));
    let mut stay = Vec::new();
    all.retain(|line| {
        let row = line.row();
        let (code, role, text, mut args) = match row.uncounted {
            Some((role, text)) => (Code::InvoiceNotCounted, role, text.to_owned(), Args::new()),
            None if row.what == What::Refund => {
                let named = line.named();
                if !named.is_empty() && known.binary_search(&(line.id, named)).is_ok() {
                    return true;
                }
                let own = row.refunds.is_empty();
                let role = if own { Role::Invoice } else { Role::Refunds };
                (Code::RefundUnmatched, role, named.to_owned(), Args::new())
            }
            None => match (row.end, line.told()) {
                (Some(end), Some(None)) => {
                    stay.push((line.id, line.at));
                    let end = end.day.to_string();
                    let args = Args::from([
                        ("start", Arg::from(line.start().to_string())),
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
        let column = files.column(line.at.file, role);
        files.set_aside(line.at, code, column, &text, args);
        false
    });
    Lines { lines: all, stay }
}

/// The terms of these lines, which are of one currency. Nothing after the as-of date exists, and no invoice.
pub(super) fn terms<'a>(
    files: &mut Files<'a>,
    lines: Vec<Line<'a>>,
    out: &mut Drafts<'a>,
    settings: &Settings,
) {
    let (mut charges, mut gifts): (Vec<Line<'a>>, Vec<Line<'a>>) = (lines, Vec::new());
    charges.retain(|line| {
        let row = line.row();
        let exists = settings.as_of.is_none_or(|as_of| row.date <= as_of);
        if !exists || row.amount.is_none() {
            out.termless.push((line.id, line.at));
            return false;
        }
        if row.what == What::Refund {
            gifts.push(*line);
        }
        row.what != What::Refund
    });
    let mut shares: Vec<Option<Share>> = charges.iter().map(own_share).collect();
    reduce(&charges, &mut shares, &gifts);
    let services = services(files, &charges);
    let all = charges.into_iter().zip(shares).zip(services);
    let mut stretches: Vec<Stretch<'a>> = all
        .map(|((line, share), service)| Stretch {
            line,
            service,
            share,
        })
        .collect();
    order::by_key(&mut stretches, |s| {
        (s.line.id, s.service.length, s.line.start(), s.line.at)
    });
    let of_one = |s: &Stretch<'a>| (s.line.id, s.service.length);
    for of_one in stretches.chunk_by(|a, b| of_one(a) == of_one(b)) {
        of_customer(files, of_one, out);
    }
}

/// A line, how long it serves, and what is left of its amount; none where that is beyond all digits.
struct Stretch<'a> {
    line: Line<'a>,
    service: Service,
    share: Option<Share>,
}

/// The amount less what was given back of this very line.
fn own_share(line: &Line<'_>) -> Option<Share> {
    let row = line.row();
    let share = Share::of(row.amount?)?;
    match row.refunded {
        Some(refunded) => share.less(Share::of(refunded)?),
        None => Some(share),
    }
}

/// Refunds reduce the lines of the invoice they name, in proportion.
fn reduce(charges: &[Line<'_>], shares: &mut [Option<Share>], gifts: &[Line<'_>]) {
    let number = |i: &usize| charges.get(*i).map(|l| (l.id, l.row().number));
    let mut by_number: Vec<usize> = (0..charges.len()).collect();
    order::by(&mut by_number, |a, b| number(a).cmp(&number(b)));
    let mut gifts: Vec<&Line<'_>> = gifts.iter().collect();
    order::by_key(&mut gifts, |gift| (gift.id, gift.named(), gift.at));
    for of_one in gifts.chunk_by(|a, b| (a.id, a.named()) == (b.id, b.named())) {
        let key = of_one.first().map(|gift| (gift.id, gift.named()));
        let from = by_number.partition_point(|i| number(i) < key);
        let to = by_number.partition_point(|i| number(i) <= key);
        let lines = by_number.get(from..to).unwrap_or_default();
        let whole = sum(&mut lines.iter().map(|&i| shares.get(i).copied().flatten()));
        let back = of_one.iter().map(|gift| Share::of(gift.row().amount?));
        let back = sum(&mut back.map(|share| share.map(Share::size)));
        let rest = whole.zip(back).and_then(|(whole, back)| whole.less(back));
        for &i in lines {
            if let Some(share) = shares.get_mut(i) {
                *share = (*share).and_then(|share| share.kept(rest?, whole?));
            }
        }
    }
}

fn sum(shares: &mut dyn Iterator<Item = Option<Share>>) -> Option<Share> {
    let mut sum = Share::NOTHING;
    for share in shares {
        sum = sum.plus(share?)?;
    }
    Some(sum)
}

/// How long each line serves: by its period, else its interval, else the gaps between its customer's invoices, else
/// what is commonest.
fn services(files: &mut Files<'_>, charges: &[Line<'_>]) -> Vec<Service> {
    let mut days: Vec<(&str, Day, bool)> = charges
        .iter()
        .map(|line| (line.id, line.row().date, line.told().is_none()))
        .collect();
    order::sort(&mut days);
    let mut known: Vec<(&str, i32)> = Vec::new();
    for of_one in days.chunk_by(|a, b| a.0 == b.0) {
        let asked = of_one.iter().any(|day| day.2);
        let days = order::distinct(of_one.iter().map(|day| day.1));
        if let (true, Some(&(id, ..)), Some(k)) = (asked, of_one.first(), service::inferred(&days))
        {
            known.push((id, k));
        }
    }
    let common = service::commonest(known.iter().map(|k| k.1).collect());
    let one = |line: &Line<'_>| {
        line.told().flatten().unwrap_or_else(|| {
            files.note(line.at, Code::IntervalInferred, None, Args::new());
            let place = known.binary_search_by(|k| k.0.cmp(line.id)).ok();
            let k = place.and_then(|i| known.get(i)).map_or(common, |k| k.1);
            Service::months(k)
        })
    };
    charges.iter().map(one).collect()
}

/// The terms of one customer and one length, by start. Lines of whole months that start together are one invoice.
fn of_customer<'a>(files: &mut Files<'a>, stretches: &[Stretch<'a>], out: &mut Drafts<'a>) {
    let months = stretches.first().and_then(|s| match s.service.length {
        Length::Months(k) => Some(k),
        Length::Days(_) => None,
    });
    let starts = order::distinct(stretches.iter().map(|s| s.line.start()));
    let ends = months.map(|k| service::ends(&starts, k));
    let together =
        |a: &Stretch<'_>, b: &Stretch<'_>| months.is_some() && a.line.start() == b.line.start();
    for lines in stretches.chunk_by(together) {
        let Some(&Stretch { line, service, .. }) = lines.first() else {
            continue;
        };
        let start = line.start();
        let place = starts.binary_search(&start).ok();
        let end = place.and_then(|i| ends.as_ref()?.get(i)).copied();
        let amount = sum(&mut lines.iter().map(|s| s.share));
        let mrr = amount.and_then(|a| a.scaled(out.exponent, service.per.num, service.per.den));
        match mrr {
            Some(mrr) => {
                let end = end.unwrap_or_else(|| service.end(start));
                out.terms
                    .push(Draft::of_invoice(line.id, line.at, start, end, mrr));
            }
            None => {
                for line in lines.iter().map(|s| s.line) {
                    let column = files.column(line.at.file, Role::Amount);
                    let text = line
                        .row()
                        .amount
                        .map_or(String::new(), super::currency::text_of);
                    let args = Args::from([("text", Arg::from(text.as_str()))]);
                    files.set_aside(line.at, Code::NumberTooLarge, column, &text, args);
                    out.termless.push((line.id, line.at));
                }
            }
        }
    }
}

//! Terms from invoices (definitions, section 2): which lines count, what refunds leave of them, whom they serve how long.

mod refunds;
mod service;
#[cfg(test)]
mod tests;

use super::Files;
use super::terms::{Draft, Drafts};
use crate::calendar::Day;
use crate::dataset::Origin;
use crate::intake::ids::Ids;
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
    pub(super) row: &'a LineRow,
    /// The invoice that it is of, or refunds.
    invoice: Option<usize>,
}

impl<'a> Line<'a> {
    fn start(&self) -> Day {
        self.row.start.unwrap_or(self.row.date)
    }

    fn is_refund(&self) -> bool {
        self.row.what == What::Refund
    }

    /// The number of the invoice that it refunds, else its own.
    fn number(&self) -> &'a str {
        if self.is_refund() && !self.row.refunds.is_empty() {
            &self.row.refunds
        } else {
            &self.row.number
        }
    }

    /// How long its period or its interval says that it serves; inside none where the period ends before it begins.
    fn told(&self) -> Option<Option<Service>> {
        let row = self.row;
        match (row.start.zip(row.end), row.interval) {
            (Some((start, end)), interval) => Some(Service::of_period(start, end, interval)),
            (None, interval) => interval.map(|interval| Some(Service::of_interval(interval))),
        }
    }

    /// Why it is set aside, in which column, and what stands there.
    fn fault(&self) -> Option<(Code, Role, String)> {
        let row = self.row;
        if let Some((role, text)) = &row.uncounted {
            Some((Code::InvoiceNotCounted, *role, text.clone()))
        } else if self.is_refund() {
            let role = if row.refunds.is_empty() {
                Role::Invoice
            } else {
                Role::Refunds
            };
            let unmatched = self.invoice.is_none();
            unmatched.then(|| (Code::RefundUnmatched, role, self.number().to_owned()))
        } else {
            let end = row.end.filter(|_| self.told() == Some(None))?;
            Some((Code::EndBeforeStart, Role::PeriodEnd, end.day.to_string()))
        }
    }

    /// What it gives, or takes.
    fn share(&self) -> Option<Share> {
        let share = Share::of(self.row.amount?)?;
        match self.row.refunded {
            _ if self.is_refund() => Some(share.size()),
            Some(refunded) => share.less(Share::of(refunded)?),
            None => Some(share),
        }
    }
}

/// The lines that count, of charges and of refunds.
#[derive(Default)]
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
            all.extend(rows.iter().map(|row| Line {
                at: Origin {
                    file,
                    line: row.line,
                },
                id: files.names.id(&row.id),
                row,
                invoice: None,
            }));
        }
    }
    // A refund of an invoice that does not count has nothing to reduce, and nothing is wrong with it.
    let (mut invoices, mut key) = (Ids::default(), String::new());
    for refunds in [false, true] {
        for line in &mut all {
            if line.is_refund() == refunds && !line.number().is_empty() {
                key.clear();
                key.extend([line.id, "\0", line.number()]);
                line.invoice = if refunds {
                    invoices.find(key.as_bytes())
                } else {
                    Some(invoices.number(key.as_bytes()).0)
                };
            }
        }
    }
    let mut out = Lines::default();
    for line in all {
        let Some((code, role, text)) = line.fault() else {
            out.lines.push(line);
            continue;
        };
        let mut args = Args::from([("text", Arg::from(text.as_str()))]);
        if code == Code::EndBeforeStart {
            args.insert("start", Arg::from(line.start().to_string()));
            args.insert("end", Arg::from(text.as_str()));
            out.stay.push((line.id, line.at));
        }
        let column = files.column(line.at.file, role);
        files.set_aside(line.at, code, column, &text, args);
    }
    out
}

/// A line that gives a term: how long it serves, and what is left of its amount; none where that is beyond all digits.
struct Charge<'a> {
    line: Line<'a>,
    service: Service,
    share: Option<Share>,
}

/// The terms of these lines, which are of one currency. Nothing after the as-of date exists, and no invoice.
pub(super) fn terms<'a>(
    files: &mut Files<'a>,
    lines: Vec<Line<'a>>,
    out: &mut Drafts<'a>,
    settings: &Settings,
) {
    let invoices = lines.iter().filter_map(|l| l.invoice).max();
    let nothing = vec![Some(Share::NOTHING); invoices.map_or(0, |last| last + 1)];
    let (mut given, mut taken) = (nothing.clone(), nothing);
    let mut charges: Vec<Charge<'a>> = Vec::new();
    for line in lines {
        let exists = settings.as_of.is_none_or(|as_of| line.row.date <= as_of);
        if !exists || line.row.amount.is_none() {
            out.termless.push((line.id, line.at));
            continue;
        }
        let share = line.share();
        let sums = if line.is_refund() {
            &mut taken
        } else {
            &mut given
        };
        if let Some(sum) = line.invoice.and_then(|i| sums.get_mut(i)) {
            *sum = sum.zip(share).and_then(|(sum, share)| sum.plus(share));
        }
        if !line.is_refund() {
            charges.push(Charge {
                line,
                service: Service::months(1),
                share,
            });
        }
    }
    for charge in &mut charges {
        if let Some(i) = charge.line.invoice {
            let sums = given.get(i).zip(taken.get(i));
            let sums = sums.and_then(|(whole, back)| (*whole).zip(*back));
            let left = |(whole, back): (Share, Share)| charge.share?.kept(whole.less(back)?, whole);
            charge.share = sums.and_then(left);
        }
    }
    order::by_key(&mut charges, |c| (c.line.id, c.line.row.date));
    let same = |a: &Charge<'a>, b: &Charge<'a>| a.line.id == b.line.id;
    // How long each serves: by its period, else its interval, else the gaps of its customer, else what is commonest.
    let gaps = |of_one: &[Charge<'a>]| {
        let asked = of_one.iter().any(|c| c.line.told().is_none());
        let mut days: Vec<Day> = of_one.iter().map(|c| c.line.row.date).collect();
        days.dedup();
        service::inferred(&days).filter(|_| asked)
    };
    let found: Vec<Option<i32>> = charges.chunk_by(same).map(gaps).collect();
    let common = service::commonest(found.iter().copied().flatten().collect());
    for (of_one, k) in charges.chunk_by_mut(same).zip(found) {
        for charge in of_one.iter_mut() {
            charge.service = charge.line.told().flatten().unwrap_or_else(|| {
                files.note(charge.line.at, Code::IntervalInferred, None, Args::new());
                Service::months(k.unwrap_or(common))
            });
        }
        of_customer(files, of_one, out);
    }
}

/// The terms of one customer. Lines of whole months that start together are one invoice.
fn of_customer<'a>(files: &mut Files<'a>, charges: &mut [Charge<'a>], out: &mut Drafts<'a>) {
    order::by_key(charges, |c| (c.service.length, c.line.start(), c.line.at));
    for alike in charges.chunk_by(|a, b| a.service.length == b.service.length) {
        let mut starts: Vec<Day> = alike.iter().map(|c| c.line.start()).collect();
        starts.dedup();
        let ends = match alike.first().map(|c| c.service.length) {
            Some(Length::Months(k)) => service::ends(&starts, k),
            _ => Vec::new(),
        };
        let together =
            |a: &Charge<'a>, b: &Charge<'a>| !ends.is_empty() && a.line.start() == b.line.start();
        for (i, lines) in alike.chunk_by(together).enumerate() {
            let Some(&Charge { line, service, .. }) = lines.first() else {
                continue;
            };
            let mut amount = Some(Share::NOTHING);
            for charge in lines {
                let both = amount.zip(charge.share);
                amount = both.and_then(|(sum, share)| sum.plus(share));
            }
            let mrr = amount.and_then(|a| a.scaled(out.exponent, service.per));
            if let Some(mrr) = mrr {
                let start = line.start();
                let end = ends.get(i).copied();
                let end = end.unwrap_or_else(|| service.end(start));
                out.terms
                    .push(Draft::of_invoice(line.id, line.at, start, end, mrr));
                continue;
            }
            for line in lines.iter().map(|c| c.line) {
                let column = files.column(line.at.file, Role::Amount);
                let text = line
                    .row
                    .amount
                    .map_or(String::new(), super::currency::text_of);
                let args = Args::from([("text", Arg::from(text.as_str()))]);
                files.set_aside(line.at, Code::NumberTooLarge, column, &text, args);
                out.termless.push((line.id, line.at));
            }
        }
    }
}

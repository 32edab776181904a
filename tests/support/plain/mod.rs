//! A second implementation of every figure, written from the definitions alone, as slow and plain as they read: it
//! walks day by day through who pays what, and keeps sets of who was active. It shares nothing with the first but the
//! calendar.
//!
//! Here is the world, simulated; the figures are beside it: what moved and who left (`ledger`), who stayed (`cohorts`),
//! who used it (`activity`).

mod activity;
mod cohorts;
mod ledger;

pub(crate) use cohorts::{Row, averages};

use crate::world::{self, World};
use ebb::calendar::{Day, Span};
use ebb::settings::{ChurnDate, EndIs, Settings};
use std::collections::{BTreeMap, BTreeSet};

/// One customer's MRR, day by day from `first` to the as-of date.
pub(crate) struct Payer {
    mrr: Vec<i64>,
}

/// The world, simulated.
pub(crate) struct Plain<'a> {
    world: &'a World,
    pub(crate) as_of: Day,
    first: Day,
    pub(crate) payers: BTreeMap<usize, Payer>,
    /// Who used it on which days, up to the as-of date.
    pub(crate) used: BTreeMap<usize, BTreeSet<Day>>,
    pub(crate) users: BTreeMap<(usize, usize), BTreeSet<Day>>,
    pub(crate) first_row: Option<Day>,
    /// The period that counts as incomplete because the file was probably cut in it.
    cut: Option<Span>,
}

impl<'a> Plain<'a> {
    pub(crate) fn new(world: &'a World) -> Plain<'a> {
        let settings = &world.settings;
        let as_of = settings.as_of.expect("worlds have an as-of date");
        let first = world::ORIGIN.plus(-100);
        let mut payers: BTreeMap<usize, Payer> = BTreeMap::new();
        for term in &world.terms {
            let mut end = term.end;
            if settings.end_is == EndIs::LastDay {
                end = end.map(|e| e.plus(1));
            }
            if end.is_some_and(|end| end <= term.start) {
                continue; // set aside
            }
            if let Some(asked) = term
                .cancel_requested
                .filter(|_| settings.churn_date == ChurnDate::CancelRequest)
            {
                let own = end.unwrap_or(Day(i32::MAX));
                end = Some(asked.min(own).max(term.start.plus(1)));
            }
            let payer = payers
                .entry(term.customer)
                .or_insert_with(|| Payer { mrr: Vec::new() });
            payer
                .mrr
                .resize((as_of.since(first) + 1).max(0) as usize, 0);
            for (at, mrr) in payer.mrr.iter_mut().enumerate() {
                let day = first.plus(at as i32);
                let runs = term.start <= day && end.is_none_or(|end| day < end);
                if runs && term.trial_end.is_none_or(|trial| day >= trial) {
                    *mrr += term.mrr;
                }
            }
        }
        for payer in payers.values_mut() {
            bridge(&mut payer.mrr, settings.grace as usize);
        }
        let mut used: BTreeMap<usize, BTreeSet<Day>> = BTreeMap::new();
        let mut users: BTreeMap<(usize, usize), BTreeSet<Day>> = BTreeMap::new();
        for row in world.uses.iter().filter(|row| row.day <= as_of) {
            used.entry(row.customer).or_default().insert(row.day);
            if row.user != 0 {
                users
                    .entry((row.customer, row.user))
                    .or_default()
                    .insert(row.day);
            }
        }
        let first_row = world.uses.iter().map(|row| row.day).min();
        let mut plain = Plain {
            world,
            as_of,
            first,
            payers,
            used,
            users,
            first_row,
            cut: None,
        };
        plain.cut = plain.suspect();
        plain
    }

    fn mrr(&self, customer: usize, day: Day) -> i64 {
        let at = usize::try_from(day.since(self.first)).ok();
        at.and_then(|at| self.payers.get(&customer)?.mrr.get(at))
            .copied()
            .unwrap_or(0)
    }

    fn first_paying(&self, customer: usize) -> Option<Day> {
        let at = self
            .payers
            .get(&customer)?
            .mrr
            .iter()
            .position(|m| *m > 0)?;
        Some(self.first.plus(at as i32))
    }

    fn settings(&self) -> &Settings {
        &self.world.settings
    }

    fn suspect(&self) -> Option<Span> {
        let period = self
            .settings()
            .grain
            .period(self.as_of, self.settings().week_start);
        let before: Vec<usize> = self
            .everybody()
            .into_iter()
            .filter(|c| self.mrr(*c, period.start.plus(-1)) > 0)
            .collect();
        let mut day = period.start;
        while day <= self.as_of && before.len() >= 10 {
            let stopped = before
                .iter()
                .filter(|c| self.mrr(**c, day.plus(-1)) > 0 && self.mrr(**c, day) == 0)
                .count();
            if stopped * 2 >= before.len() {
                return Some(period);
            }
            day = day.plus(1);
        }
        None
    }

    pub(crate) fn everybody(&self) -> BTreeSet<usize> {
        self.payers.keys().copied().collect()
    }

    /// The plan in the customers file; nothing known is blank, which is a value.
    pub(crate) fn plan(&self, customer: usize) -> &str {
        self.world
            .listed
            .iter()
            .find(|l| l.customer == customer)
            .map_or("", |l| l.plan)
    }

    pub(crate) fn periods(&self) -> Vec<Span> {
        let start = self
            .everybody()
            .into_iter()
            .filter_map(|c| self.first_paying(c))
            .min();
        start.map_or(Vec::new(), |start| {
            self.settings()
                .grain
                .periods(start, self.as_of, self.settings().week_start)
        })
    }

    fn complete(&self, period: Span) -> bool {
        period.last() <= self.as_of && self.cut != Some(period)
    }

    fn close(&self, period: Span) -> Day {
        period.last().min(self.as_of)
    }

    /// How a figure is noted: `n`, `n/of`, `-` (null), with `~` where partial.
    fn note(&self, period: Span, text: String) -> String {
        if self.complete(period) {
            text
        } else {
            text + "~"
        }
    }
}

/// Gaps of at most `grace` days between paying days are filled with the MRR of the last paying day.
fn bridge(mrr: &mut [i64], grace: usize) {
    let mut last: Option<usize> = None;
    for at in 0..mrr.len() {
        if mrr[at] == 0 {
            continue;
        }
        if let Some(before) = last.filter(|before| at - before - 1 <= grace) {
            let amount = mrr[before];
            mrr[before + 1..at].fill(amount);
        }
        last = Some(at);
    }
}

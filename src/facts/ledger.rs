//! Who pays what from when on: a staircase of MRR for each customer, and its movements (definitions, section 3).

use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset, Term};
use crate::order;

/// From this day on the customer pays this much, until the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The first day.
    pub day: Day,
    /// Minor units a month; 0 is not paying.
    pub mrr: i64,
}

/// The staircases of all customers, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    steps: Vec<Step>,
    /// Where each customer's steps begin; one more than there are customers.
    from: Vec<usize>,
}

impl Ledger {
    /// Terms of one customer add. Nothing after the as-of date exists; gaps of at most `grace` days carry the MRR
    /// of the last paying day on.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn new(data: &Dataset, as_of: Option<Day>, grace: u32) -> Ledger {
        let by = |term| changes(term, as_of);
        let mut ledger = Ledger {
            steps: Vec::with_capacity(data.terms.iter().flat_map(by).count()),
            from: Vec::with_capacity(data.customers.len() + 1),
        };
        ledger.from.push(0);
        let (mut terms, mut own) = (data.terms.iter().peekable(), Vec::new());
        for customer in 0..data.customers.len() {
            own.clear();
            while let Some(term) = terms.next_if(|term| term.customer as CustomerIx == customer) {
                own.extend(by(term));
            }
            order::by_key(&mut own, |change| change.day);
            ledger.climb(&own, grace);
            ledger.from.push(ledger.steps.len());
        }
        ledger
    }

    /// Adds one customer's steps from its changes in the order of their days.
    fn climb(&mut self, changes: &[Step], grace: u32) {
        let base = self.steps.len();
        // Wider than a step: many terms at once may pass i64 between two closes without any report seeing it.
        let mut sum = 0i128;
        for day in changes.chunk_by(|a, b| a.day == b.day) {
            let Some(first) = day.first() else { continue };
            sum += day.iter().map(|c| i128::from(c.mrr)).sum::<i128>();
            // Above `money::MAX_EXACT` in any case, so a figure that meets it is refused.
            let step = Step {
                day: first.day,
                mrr: i64::try_from(sum).unwrap_or(i64::MAX),
            };
            if let [.., gap] = self.steps.get(base..).unwrap_or_default()
                && gap.mrr == 0
                && i64::from(step.day.since(gap.day)) <= i64::from(grace)
            {
                self.steps.pop();
            }
            let level = self
                .steps
                .get(base..)
                .unwrap_or_default()
                .last()
                .map_or(0, |s| s.mrr);
            if step.mrr != level {
                self.steps.push(step);
            }
        }
    }

    /// How many customers there are, paying or not.
    pub fn customers(&self) -> usize {
        self.from.len().saturating_sub(1)
    }

    /// The steps of a customer, each other than the one before it; the first is above 0.
    pub fn steps(&self, customer: CustomerIx) -> &[Step] {
        match (self.from.get(customer), self.from.get(customer + 1)) {
            (Some(from), Some(to)) => self.steps.get(*from..*to).unwrap_or_default(),
            _ => &[],
        }
    }

    /// MRR at the end of a day.
    pub fn mrr(&self, customer: CustomerIx, day: Day) -> i64 {
        let steps = self.steps(customer);
        let upto = steps.partition_point(|s| s.day <= day);
        upto.checked_sub(1)
            .and_then(|i| steps.get(i))
            .map_or(0, |s| s.mrr)
    }

    /// The first paying start of a customer.
    pub fn first(&self, customer: CustomerIx) -> Option<Day> {
        self.steps(customer).first().map(|s| s.day)
    }

    /// The first paying start of all.
    pub fn earliest(&self) -> Option<Day> {
        (0..self.customers()).filter_map(|c| self.first(c)).min()
    }

    /// The periods in which a customer pays at some time; `closes` are the days of the closes, ascending.
    pub(super) fn closes<'a>(&'a self, customer: CustomerIx, closes: &'a [Day]) -> Closes<'a> {
        Closes {
            steps: self.steps(customer),
            closes,
            period: 0,
            level: 0,
            before: false,
        }
    }
}

/// By how much a term changes what its customer pays, up to the as-of date: up where it makes it paying, and down again.
fn changes(term: &Term, as_of: Option<Day>) -> impl Iterator<Item = Step> {
    let trial = term.trial_end.get();
    let start = trial.map_or(term.start, |trial| trial.max(term.start));
    let end = term.end.get();
    let pays = term.mrr > 0 && end.is_none_or(|end| start < end);
    let days = [(Some(start), term.mrr), (end, -term.mrr)];
    days.into_iter()
        .filter(move |_| pays)
        .filter_map(move |(day, mrr)| {
            Some(Step {
                day: day.filter(|day| Some(*day) <= as_of)?,
                mrr,
            })
        })
}

/// One customer in one period of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Close {
    /// Index of the period.
    pub period: usize,
    /// MRR at its opening.
    pub opening: i64,
    /// MRR at its close.
    pub closing: i64,
    /// Whether the customer paid at some time before the period.
    pub before: bool,
}

/// What happened to one customer's MRR in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// Never paid before.
    New,
    /// Paid some time before the period.
    Reactivation,
    /// Pays more.
    Expansion,
    /// Pays less.
    Contraction,
    /// Pays no more.
    Churn,
}

impl Close {
    /// The movement and its positive amount; None where nothing moved from opening to close.
    pub fn movement(&self) -> Option<(Movement, i64)> {
        let (a, b) = (self.opening, self.closing);
        let kind = match (a, b) {
            _ if a == b => return None,
            (0, _) if self.before => Movement::Reactivation,
            (0, _) => Movement::New,
            (_, 0) => Movement::Churn,
            _ if b > a => Movement::Expansion,
            _ => Movement::Contraction,
        };
        Some((kind, (b - a).abs()))
    }
}

/// Walks a customer's staircase over the closes. Periods without a paid day are jumped over; one with paid days
/// inside but none at either end comes with opening and closing 0.
#[derive(Clone, Debug)]
pub struct Closes<'a> {
    steps: &'a [Step],
    closes: &'a [Day],
    period: usize,
    level: i64,
    before: bool,
}

impl Iterator for Closes<'_> {
    type Item = Close;

    fn next(&mut self) -> Option<Close> {
        if self.level == 0 {
            let start = self.steps.first()?.day;
            self.period += self
                .closes
                .get(self.period..)?
                .partition_point(|close| *close < start);
        }
        let close = *self.closes.get(self.period)?;
        let opening = self.level;
        while let [step, rest @ ..] = self.steps
            && step.day <= close
        {
            (self.level, self.steps) = (step.mrr, rest);
        }
        let met = Close {
            period: self.period,
            opening,
            closing: self.level,
            before: self.before,
        };
        (self.period, self.before) = (self.period + 1, true);
        Some(met)
    }
}

#[cfg(test)]
mod tests;

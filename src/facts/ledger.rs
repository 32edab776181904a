//! Who pays what from when on: a staircase of MRR for each customer, and its movements (definitions, section 3).

use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset, Term};

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

/// A change of MRR of one customer on one day.
struct Change {
    customer: CustomerIx,
    day: Day,
    by: i64,
}

impl Ledger {
    /// Terms of one customer add. Nothing after the as-of date exists; gaps of at most `grace` days carry the MRR
    /// of the last paying day on.
    pub(super) fn new(data: &Dataset, as_of: Option<Day>, grace: u32) -> Ledger {
        let mut changes = Vec::with_capacity(data.terms.len() * 2);
        if let Some(as_of) = as_of {
            for term in data
                .terms
                .iter()
                .filter(|t| t.customer < data.customers.len())
            {
                let Some(start) = paying_from(term).filter(|day| *day <= as_of) else {
                    continue;
                };
                changes.push(Change {
                    customer: term.customer,
                    day: start,
                    by: term.mrr,
                });
                if let Some(end) = term.end.filter(|day| *day <= as_of) {
                    changes.push(Change {
                        customer: term.customer,
                        day: end,
                        by: -term.mrr,
                    });
                }
            }
        }
        changes.sort_unstable_by_key(|c| (c.customer, c.day));
        let mut ledger = Ledger {
            steps: Vec::with_capacity(changes.len()),
            from: vec![0],
        };
        let mut rest = changes.as_slice();
        for customer in 0..data.customers.len() {
            let (own, others) = rest.split_at(rest.partition_point(|c| c.customer <= customer));
            rest = others;
            ledger.climb(own, grace);
            ledger.from.push(ledger.steps.len());
        }
        ledger
    }

    /// Adds one customer's steps from its changes in the order of their days.
    fn climb(&mut self, changes: &[Change], grace: u32) {
        let base = self.steps.len();
        // Wider than a step: many terms at once may pass i64 between two closes without any report seeing it.
        let mut sum = 0i128;
        for day in changes.chunk_by(|a, b| a.day == b.day) {
            let Some(first) = day.first() else { continue };
            sum += day.iter().map(|c| i128::from(c.by)).sum::<i128>();
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

/// The first day on which a term makes its customer paying, if there is one.
fn paying_from(term: &Term) -> Option<Day> {
    let start = term
        .trial_end
        .map_or(term.start, |trial| trial.max(term.start));
    (term.mrr > 0 && term.end.is_none_or(|end| start < end)).then_some(start)
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
mod tests {
    use super::Movement::{Churn, Contraction, Expansion, New, Reactivation};
    use super::*;
    use crate::facts::Facts;
    use crate::facts::world::{World, day};
    use crate::settings::Settings;

    fn steps(world: World, grace: u32) -> Vec<(String, i64)> {
        let data = world.build();
        let ledger = Ledger::new(&data, data.as_of, grace);
        ledger
            .steps(0)
            .iter()
            .map(|s| (s.day.to_string(), s.mrr))
            .collect()
    }

    fn is(got: &[(String, i64)], want: &[(&str, i64)]) {
        let got: Vec<(&str, i64)> = got.iter().map(|(d, m)| (d.as_str(), *m)).collect();
        assert_eq!(got, want);
    }

    fn movements(world: World) -> Vec<(usize, Movement, i64)> {
        let (data, settings) = (world.build(), Settings::default());
        let facts = Facts::new(&data, &settings);
        facts
            .closes(0)
            .filter_map(|c| c.movement().map(|(kind, by)| (c.period, kind, by)))
            .collect()
    }

    #[test]
    fn terms_at_once_add_and_a_trial_pays_nothing() {
        let w = World::new("2024-12-31")
            .term("a", "2024-01-01", "2024-06-01", 10)
            .term("a", "2024-03-15", "", 5);
        is(
            &steps(w, 0),
            &[("2024-01-01", 10), ("2024-03-15", 15), ("2024-06-01", 5)],
        );
        let trial =
            World::new("2024-12-31").trial("a", "2024-01-01", "2024-02-01", "2024-01-15", 10);
        is(&steps(trial, 0), &[("2024-01-15", 10), ("2024-02-01", 0)]);
        let only =
            World::new("2024-12-31").trial("a", "2024-01-01", "2024-02-01", "2024-02-01", 10);
        is(&steps(only, 0), &[]);
    }

    #[test]
    fn nothing_after_the_as_of_date_exists() {
        let w = World::new("2024-03-31")
            .term("a", "2024-01-01", "2024-04-01", 10)
            .term("a", "2024-04-01", "", 20);
        is(&steps(w, 0), &[("2024-01-01", 10)]);
        let w = World::new("2024-04-01")
            .term("a", "2024-01-01", "2024-04-01", 10)
            .term("a", "2024-04-02", "", 20);
        is(&steps(w, 0), &[("2024-01-01", 10), ("2024-04-01", 0)]);
    }

    #[test]
    fn a_gap_within_the_grace_carries_the_last_paying_days_mrr_and_an_open_end_does_not() {
        let gap = || {
            World::new("2024-12-31")
                .term("a", "2024-01-01", "2024-03-01", 10)
                .term("a", "2024-03-08", "2024-12-30", 15)
        };
        is(
            &steps(gap(), 7),
            &[("2024-01-01", 10), ("2024-03-08", 15), ("2024-12-30", 0)],
        );
        is(
            &steps(gap(), 6),
            &[
                ("2024-01-01", 10),
                ("2024-03-01", 0),
                ("2024-03-08", 15),
                ("2024-12-30", 0),
            ],
        );
        // A free plan in the gap is part of it, and the same price before and after is one stretch.
        let free = gap().term("a", "2024-03-01", "2024-03-08", 0);
        is(
            &steps(free, 7),
            &[("2024-01-01", 10), ("2024-03-08", 15), ("2024-12-30", 0)],
        );
        let same = World::new("2024-12-31")
            .term("a", "2024-01-01", "2024-03-01", 10)
            .term("a", "2024-03-02", "", 10);
        is(&steps(same, 1), &[("2024-01-01", 10)]);
    }

    /// Every line of the table of section 3, of one customer: January 10, March 15, April 5, gone on 1 May, back
    /// on 30 June.
    #[test]
    fn each_movement_lies_in_the_period_of_its_first_day() {
        let w = World::new("2024-06-30")
            .term("a", "2024-01-31", "2024-03-01", 10)
            .term("a", "2024-03-01", "2024-04-30", 15)
            .term("a", "2024-04-30", "2024-05-01", 5)
            .term("a", "2024-06-30", "", 8);
        let want = [
            (0, New, 10),
            (2, Expansion, 5),
            (3, Contraction, 10),
            (4, Churn, 5),
            (5, Reactivation, 8),
        ];
        assert_eq!(movements(w), want);
    }

    #[test]
    fn in_and_out_inside_a_period_is_no_movement_and_makes_the_return_a_reactivation() {
        let w = || {
            World::new("2024-03-31")
                .term("a", "2024-01-05", "2024-01-31", 10)
                .term("a", "2024-03-02", "", 10)
        };
        assert_eq!(movements(w()), [(2, Reactivation, 10)]);
        let (data, settings) = (w().build(), Settings::default());
        let facts = Facts::new(&data, &settings);
        assert_eq!(facts.within_period(), [0]);
        assert_eq!(facts.ledger.mrr(0, day("2024-01-30")), 10);
        assert_eq!(facts.ledger.mrr(0, day("2024-01-31")), 0);
    }

    #[test]
    fn left_and_back_within_the_first_period_is_new_and_within_a_later_one_nothing() {
        let w = World::new("2024-02-29")
            .term("a", "2024-01-02", "2024-01-05", 10)
            .term("a", "2024-01-20", "2024-02-10", 10)
            .term("a", "2024-02-20", "", 10);
        assert_eq!(movements(w), [(0, New, 10)]);
    }

    #[test]
    fn sums_beyond_any_report_are_kept_apart_until_a_close_meets_them() {
        let big = crate::money::MAX_EXACT;
        let mut w = World::new("2024-03-31").term("a", "2024-01-01", "", 7);
        for _ in 0..2000 {
            w = w.term("a", "2024-02-10", "2024-02-11", big);
        }
        is(
            &steps(w, 0),
            &[
                ("2024-01-01", 7),
                ("2024-02-10", i64::MAX),
                ("2024-02-11", 7),
            ],
        );
    }
}

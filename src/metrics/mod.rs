//! Facts → figures. One question, one file, with its definition and its worked example beside it.
//!
//! A metric never builds a cell. It says its layout (lines over periods, cohorts by ages, or parts), what can be
//! seen of each slot of it, and what each member *contributes* to which slot. One fold makes cells of the
//! contributions; the same contributions, filtered to one slot, are the customers behind its number. So a roster
//! is as long as its number says, by construction.
//!
//! To add one: a file with its `METRIC`, one line in [`METRICS`] at its place on the page, and its words in both
//! locales.

mod bits;
mod fold;
mod kept;
mod question;
mod roster;

mod active;
mod churned_share;
mod customer_movements;
mod dormancy;
mod ghost_revenue;
mod logo_churn;
mod logo_cohorts;
mod mrr_movements;
mod retention;
mod revenue_cohorts;

pub use kept::Kept;
pub use roster::{Behind, NoSuchCell, Query, Roster, members};

use crate::calendar::Day;
use crate::facts::Facts;
use crate::report::{Figure, Need, Unanswered, Unit};
use crate::settings::{Choice, Settings};
use question::Question;

/// The questions, in the order of the page.
pub const METRICS: &[Metric] = &[
    dormancy::METRIC,
    ghost_revenue::METRIC,
    customer_movements::METRIC,
    logo_churn::METRIC,
    churned_share::METRIC,
    mrr_movements::METRIC,
    logo_cohorts::METRIC,
    revenue_cohorts::METRIC,
    retention::METRIC,
    active::METRIC,
    active::USERS,
];

/// One question.
pub struct Metric {
    /// Its name in the contract.
    pub id: &'static str,
    /// What its cells count.
    pub unit: Unit,
    /// Of the settings that not every question reads those that it reads.
    reads: &'static [Choice],
    /// What the files must hold to answer it.
    needs: fn(&Settings) -> Vec<Need>,
    /// How the facts answer it. Asked only where all needs are met.
    ask: for<'a> fn(&'a Facts<'a>) -> Question<'a>,
}

/// This figure is beyond what a report can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// The figure.
    pub figure: &'static str,
    /// `too-large`: a number of it cannot be held exactly; `too-many-cells`: it has more cells than any page can show.
    pub code: &'static str,
}

/// Every question of [`METRICS`]: answered, or what is missing for it. What is kept of answers before stands
/// where it holds.
pub fn answer(
    facts: &Facts<'_>,
    kept: &mut Kept,
) -> Result<(Vec<Figure>, Vec<Unanswered>), TooLarge> {
    kept.ask(facts.settings);
    let (mut figures, mut unanswered) = (Vec::new(), Vec::new());
    for metric in METRICS {
        let needs = metric.missing(facts);
        if !needs.is_empty() {
            unanswered.push(Unanswered {
                id: metric.id,
                needs,
            });
        } else if let Some(answer) = kept.answer(metric) {
            figures.extend(answer);
        } else {
            figures.extend(fold::figures(metric, facts)?);
        }
    }
    Ok((figures, unanswered))
}

impl Metric {
    /// What is missing to answer it.
    fn missing(&self, facts: &Facts<'_>) -> Vec<Need> {
        let mut needs = (self.needs)(facts.settings);
        needs.retain(|need| !holds(facts, *need));
        needs
    }
}

/// Whether the files hold what a question needs, as of the as-of date.
fn holds(facts: &Facts<'_>, need: Need) -> bool {
    let customers = &facts.data.customers;
    match need {
        Need::Terms => !facts.frame.ledger.is_empty(),
        Need::Money => facts.data.priced,
        Need::Usage => facts.frame.first_row.is_some(),
        Need::LastUse => {
            let seen = |day: Day| Some(day) <= facts.frame.as_of;
            let mut days = customers.iter().filter_map(|c| c.last_active.get());
            facts.frame.first_row.is_some() || days.any(seen)
        }
        Need::Users => facts.activity.has_users(),
        Need::Signup => customers.iter().any(|c| c.signup.get().is_some()),
        Need::Churned => churned_share::speaks(facts),
    }
}

#[cfg(test)]
pub(crate) mod tests;

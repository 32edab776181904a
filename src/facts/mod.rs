//! Dataset → facts: who paid what when, who used it when, who belongs to which segment. Pure and total, and cheap
//! enough to redo at every change of a setting. Sees no text but ids and segment values, and makes no issue.

mod activity;
mod cohorts;
mod frame;
mod ledger;
mod segments;
#[cfg(test)]
pub(crate) mod world;

pub use activity::{Activity, Used};
pub use cohorts::{Entry, UseCohorts};
pub use frame::{Cut, Frame, Period};
pub use ledger::{Close, Closes, Ledger, Movement, Step};
pub use segments::{Segments, Split};

use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset};
use crate::settings::Settings;

/// All that metrics ask of the files, under the settings in force.
#[derive(Debug)]
pub struct Facts<'a> {
    /// What the files say.
    pub data: &'a Dataset,
    /// The choices in force.
    pub settings: &'a Settings,
    /// The periods, and how far the files speak for them.
    pub frame: Frame,
    /// Who pays what from when on.
    pub ledger: Ledger,
    /// Who used it when.
    pub activity: Activity<'a>,
    /// Who is selected, and the values of the split.
    pub segments: Segments,
}

impl<'a> Facts<'a> {
    /// The facts of a dataset. As-of date, periods, completeness and the cut are those of all files, whatever
    /// is selected (definitions, section 2).
    pub fn new(data: &'a Dataset, settings: &'a Settings) -> Facts<'a> {
        let as_of = settings.as_of.or(data.as_of);
        let ledger = Ledger::new(data, as_of, settings.grace);
        let activity = Activity::new(data, settings, as_of);
        let frame = Frame::new(as_of, settings, &ledger, activity.first_row());
        let segments = Segments::new(data, settings, as_of);
        Facts {
            data,
            settings,
            frame,
            ledger,
            activity,
            segments,
        }
    }

    /// The periods of the ledger in which a customer pays at some time, in order.
    pub fn closes(&self, customer: CustomerIx) -> Closes<'_> {
        self.ledger.closes(customer, &self.frame.closes)
    }

    /// The period of the ledger of a customer's first paying start: its cohort (definitions, section 6).
    pub fn cohort(&self, customer: CustomerIx) -> Option<usize> {
        self.ledger
            .first(customer)
            .and_then(|day| self.frame.ledger_period(day))
    }

    /// MRR of a customer at the end of the as-of date; 0 where it does not pay.
    pub fn mrr_now(&self, customer: CustomerIx) -> i64 {
        self.frame
            .as_of
            .map_or(0, |day| self.ledger.mrr(customer, day))
    }

    /// Days silent at the as-of date (definitions, section 8); None where the customer was never seen.
    pub fn days_silent(&self, customer: CustomerIx) -> Option<i32> {
        let as_of = self.frame.as_of?;
        self.last_use(customer).map(|day| as_of.since(day))
    }

    /// Day of the last qualifying row up to the as-of date, else the file's last-active date up to it.
    pub fn last_use(&self, customer: CustomerIx) -> Option<Day> {
        self.activity.last_use(customer, self.frame.as_of?)
    }

    /// Customers with a paying stretch that begins and ends inside one period without being paid for at either
    /// end of it: they are in no movement there. Of all files, in the order of their ids.
    pub fn within_period(&self) -> Vec<CustomerIx> {
        let passing = |c: &CustomerIx| {
            self.closes(*c)
                .any(|close| close.opening == 0 && close.closing == 0)
        };
        (0..self.data.customers.len()).filter(passing).collect()
    }
}

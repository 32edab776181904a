//! The first contract: what the files say, typed and in one piece. Made by `intake`, read by `facts`.
//!
//! Everything is sorted: customers by id, users by (customer, id), terms by (customer, start, end, mrr, text).
//! The order of files and rows leaves no trace.

use crate::calendar::Day;
use crate::order::Sorted;

/// Where a row stands: the index of its file in `Dataset::files`, and its line there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Index into [`Dataset::files`], which is sorted by name.
    pub file: u32,
    /// The line on which the row begins.
    pub line: u64,
}

/// A customer's place in [`Dataset::customers`].
pub type CustomerIx = usize;

/// All that the files say, under the settings in force.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Names of the files, sorted.
    pub files: Vec<String>,
    /// Everybody who stands in any file, sorted by id.
    pub customers: Vec<Customer>,
    /// Whether a customers file was given.
    pub has_customers_file: bool,
    /// Headers of the segment columns, in the file's order. `Customer::segments` and `Term::segments` follow
    /// it: one list for customers files, one for subscriptions.
    pub customer_segments: Vec<String>,
    /// As `customer_segments`, of subscriptions files.
    pub term_segments: Vec<String>,
    /// Stretches of constant MRR that were not set aside, sorted.
    pub terms: Vec<Term>,
    /// Whether any column gives amounts. Without one every term counts as paying with MRR 1, and figures of
    /// money are not answered.
    pub priced: bool,
    /// What was used, when.
    pub usage: Option<Usage>,
    /// Whether a customers file gives last-active dates.
    pub has_last_active: bool,
    /// The report's currency.
    pub currency: Option<String>,
    /// Digits behind the point of a minor unit.
    pub exponent: u8,
    /// The last day the files speak for; None where no file has a day.
    pub as_of: Option<Day>,
}

/// Somebody who pays, or uses, or stands in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// The id, as text.
    pub id: String,
    /// The row that speaks for the customer: of a customers file, else of the first term, else of the first use.
    pub origin: Origin,
    /// Whether a customers file lists it.
    pub listed: bool,
    /// The name, if a column holds names.
    pub name: Option<String>,
    /// The plan, of the customers file, else of the latest term; of several alike but for it the greater text.
    pub plan: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The day of sign-up.
    pub signup: Option<Day>,
    /// The file's own last-active date.
    pub last_active: Option<Day>,
    /// The file's own mark.
    pub churned: Option<bool>,
    /// Whole months, of a file without dates.
    pub tenure: Option<u32>,
    /// Values of the segment columns; a blank is "". Empty where the customer is not listed.
    pub segments: Vec<String>,
}

/// A stretch of constant MRR: `start` is in it, `end` is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Who pays.
    pub customer: CustomerIx,
    /// The first day of service.
    pub start: Day,
    /// The first day without; None while it runs. Always after `start`.
    pub end: Option<Day>,
    /// Minor units a month, rounded half-even once; 0 makes nobody paying.
    pub mrr: i64,
    /// Before this day the term makes nobody paying.
    pub trial_end: Option<Day>,
    /// Its row.
    pub origin: Origin,
    /// Values of the segment columns of subscriptions files.
    pub segments: Vec<String>,
}

/// What was used, folded: no row is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {
    /// Day of the first row of any kind, qualifying or not.
    pub first: Option<Day>,
    /// By customer, aligned with [`Dataset::customers`]: days with qualifying rows. Empty for who has none.
    pub customers: Vec<Track>,
    /// Users with at least one row, sorted by (customer, id).
    pub users: Vec<User>,
    /// Whether the files tell users apart from customers.
    pub has_users: bool,
    /// Rows by event name, all events.
    pub events: Sorted<String, u64>,
}

/// A user is the pair of customer and user.
#[derive(Clone, Debug, PartialEq)]
pub struct User {
    /// The customer.
    pub customer: CustomerIx,
    /// The user's id within the customer.
    pub id: String,
    /// The first row.
    pub origin: Origin,
    /// The earliest day with a row, qualifying or not.
    pub first: Day,
    /// Days with qualifying rows.
    pub track: Track,
}

/// Days of qualifying use of one member, ascending, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    /// The days.
    pub days: Vec<DayUse>,
    /// The event of the last qualifying row.
    pub last_event: Option<String>,
}

/// Qualifying use on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayUse {
    /// The day.
    pub day: Day,
    /// Rows.
    pub rows: u64,
    /// Sum of the values, in millionths; a blank value adds 0.
    pub value: i64,
}

impl Track {
    /// The first day of qualifying use.
    pub fn first(&self) -> Option<Day> {
        self.days.first().map(|d| d.day)
    }

    /// The last day of qualifying use up to and with `day`.
    pub fn last_by(&self, day: Day) -> Option<Day> {
        let upto = self.days.partition_point(|d| d.day <= day);
        upto.checked_sub(1).map(|i| self.days[i].day)
    }

    /// The days from `from` up to and with `to`.
    pub fn between(&self, from: Day, to: Day) -> &[DayUse] {
        let start = self.days.partition_point(|d| d.day < from);
        let end = self.days.partition_point(|d| d.day <= to);
        self.days.get(start..end).unwrap_or_default()
    }
}

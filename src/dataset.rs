//! The first contract: what the files say, typed and in one piece. Made by `intake`, read by `facts`.
//!
//! Everything is sorted: customers by id, users by (customer, id), terms by (customer, start, end, mrr, text).
//! The order of files and rows leaves no trace.

mod days;
mod marks;
mod usage;

use crate::calendar::{Day, MaybeDay};
use crate::pile::Table;

pub use days::Days;
pub use marks::{DayUse, Track};
pub use usage::{Usage, User};

/// Where a row stands: the index of its file in `Dataset::files`, and its line there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// Index into [`Dataset::files`], which is sorted by name.
    pub file: u32,
    /// The line on which the row begins.
    pub line: u64,
}

/// A file and a number in it, in eight bytes: there are at most sixteen million files, and a trillion lines in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u64);

impl Place {
    const BITS: u32 = 40;
    const MOST: u64 = (1 << Place::BITS) - 1;

    /// A number in a file.
    pub fn new(file: u32, number: u64) -> Place {
        Place(u64::from(file) << Place::BITS | number.min(Place::MOST))
    }

    /// The index of the file.
    pub fn file(self) -> u32 {
        (self.0 >> Place::BITS) as u32
    }

    /// The number in it.
    pub fn number(self) -> u64 {
        self.0 & Place::MOST
    }
}

impl From<Origin> for Place {
    fn from(origin: Origin) -> Place {
        Place::new(origin.file, origin.line)
    }
}

impl From<Place> for Origin {
    fn from(place: Place) -> Origin {
        Origin {
            file: place.file(),
            line: place.number(),
        }
    }
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
    /// Of each customer its id, its name, its plan, who looks after it, and the values of the segment columns where it
    /// is listed: [`Dataset::id`] and those that follow read them.
    pub texts: Table,
    /// Whether a customers file was given.
    pub has_customers_file: bool,
    /// Headers of the segment columns, in the file's order. The values follow it: one list for customers files, one
    /// for subscriptions.
    pub customer_segments: Vec<String>,
    /// As `customer_segments`, of subscriptions files.
    pub term_segments: Vec<String>,
    /// Stretches of constant MRR that were not set aside, sorted.
    pub terms: Vec<Term>,
    /// Of each term the values of the segment columns of subscriptions files, where there are any.
    pub term_texts: Table,
    /// Whether any column gives amounts. Without one every term counts as paying with MRR 1, and figures of
    /// money are not answered.
    pub priced: bool,
    /// What was used, when.
    pub usage: Option<Usage>,
    /// Whether a customers file gives a last-active date.
    pub has_last_active: bool,
    /// The report's currency.
    pub currency: Option<String>,
    /// Digits behind the point of a minor unit.
    pub exponent: u8,
    /// The last day the files speak for; None where no file has a day.
    pub as_of: Option<Day>,
}

/// What [`Dataset::texts`] holds of a customer before the values of its segments.
const ID: usize = 0;
const NAME: usize = 1;
const PLAN: usize = 2;
const OWNER: usize = 3;
const SEGMENTS: usize = 4;

impl Dataset {
    fn known(&self, customer: CustomerIx, column: usize) -> Option<&str> {
        let text = self.texts.row(customer).get(column);
        Some(text).filter(|text| !text.is_empty())
    }

    /// A customer's id, as text.
    pub fn id(&self, customer: CustomerIx) -> &str {
        self.texts.row(customer).get(ID)
    }

    /// The name, if a column holds names.
    pub fn name(&self, customer: CustomerIx) -> Option<&str> {
        self.known(customer, NAME)
    }

    /// The plan, of the customers file, else of the latest term; of several alike but for it the greater text.
    pub fn plan(&self, customer: CustomerIx) -> Option<&str> {
        self.known(customer, PLAN)
    }

    /// Who looks after it.
    pub fn owner(&self, customer: CustomerIx) -> Option<&str> {
        self.known(customer, OWNER)
    }

    /// The value of one of [`Dataset::customer_segments`]; a blank is "". Blank where the customer is not listed.
    pub fn segment(&self, customer: CustomerIx, column: usize) -> &str {
        self.texts.row(customer).get(SEGMENTS + column)
    }

    /// The value of one of [`Dataset::term_segments`] for a term by its number.
    pub fn term_segment(&self, term: usize, column: usize) -> &str {
        self.term_texts.row(term).get(column)
    }
}

/// Somebody who pays, or uses, or stands in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Customer {
    /// The row that speaks for the customer: of a customers file, else of the first term, else of the first use.
    pub origin: Place,
    /// The day of sign-up.
    pub signup: MaybeDay,
    /// The file's own last-active date.
    pub last_active: MaybeDay,
    /// The file's own mark.
    pub churned: Option<bool>,
    /// Whether a customers file lists it.
    pub listed: bool,
}

/// A stretch of constant MRR: `start` is in it, `end` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Who pays: a [`CustomerIx`] in the room that it needs.
    pub customer: u32,
    /// The first day of service.
    pub start: Day,
    /// The first day without; none while it runs. Always after `start`.
    pub end: MaybeDay,
    /// Before this day the term makes nobody paying.
    pub trial_end: MaybeDay,
    /// Minor units a month, rounded half-even once; 0 makes nobody paying.
    pub mrr: i64,
    /// Its row.
    pub origin: Place,
}

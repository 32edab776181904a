//! The second contract: the report as it stands in JSON. No colour and no sentence.

use crate::calendar::Day;
use crate::issue::Issue;
use crate::rate::wilson;
use crate::roles::{Kind, Role};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// The version of the format; a change of meaning raises it.
pub const VERSION: u32 = 1;

/// All that can be said of the files under the settings in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// The last day the files speak for; null where they hold no day.
    pub as_of: Option<Day>,
    /// The zone whose days are counted.
    pub zone: String,
    /// ISO code, or null where no column and no setting names one.
    pub currency: Option<String>,
    /// Digits behind the point of a minor unit.
    pub exponent: u8,
    /// The size of a period.
    pub grain: crate::calendar::Grain,
    /// The files.
    pub sources: Vec<Source>,
    /// What is worth a look, worst first.
    pub issues: Vec<Issue>,
    /// The answers.
    pub figures: Vec<Figure>,
    /// The questions that these files cannot answer.
    pub unanswered: Vec<Unanswered>,
}

/// What a file was taken for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// The name as given, without folders.
    pub file: String,
    /// Null where it is none of the kinds.
    pub kind: Option<Kind>,
    /// `utf-8`, …
    pub encoding: String,
    /// The delimiter, one character.
    pub delimiter: String,
    /// Rows after the header; blank lines are none.
    pub rows: u64,
    /// Rows read. `read + set_aside == rows`, always.
    pub read: u64,
    /// Rows set aside.
    pub set_aside: u64,
    /// The columns in the file's order.
    pub columns: Vec<Column>,
}

/// What a column was taken for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// As it stands in the file.
    pub header: String,
    /// Null where the column is not used.
    pub role: Option<Role>,
    /// False where another choice was as good.
    pub certain: bool,
}

/// A question that these files cannot answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unanswered {
    /// The figure.
    pub id: &'static str,
    /// What would answer it.
    pub needs: Vec<Need>,
}

/// What a figure needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Who paid from when to when.
    Terms,
    /// Amounts.
    Money,
    /// A usage file.
    Usage,
    /// A usage file, or last-active dates.
    LastUse,
    /// A usage file that tells users apart.
    Users,
    /// Days of sign-up.
    Signup,
    /// A customers file that marks who left.
    Churned,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum Unit {
    Customers,
    Users,
    Money,
    Rate,
    Days,
    Count,
    /// Of a roster's column: text from a file.
    Text,
    /// Of a roster's column: a calendar date.
    Date,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its name in the contract.
    pub id: &'static str,
    /// The value of the split segment that it is for; absent for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// What it counts.
    pub unit: Unit,
    /// What it looks like, and its numbers.
    #[serde(flatten)]
    pub shape: Shape,
}

/// The closed list of what a figure can look like.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Shape {
    /// Lines over periods.
    Series {
        /// The columns.
        periods: Vec<Period>,
        /// The rows.
        lines: Vec<Line>,
    },
    /// Cohorts by age.
    Triangle {
        /// The number of ages, from 0.
        ages: u32,
        /// The rows.
        cohorts: Vec<Cohort>,
        /// The weighted average of each age.
        average: Vec<Option<Cell>>,
    },
    /// A whole in parts.
    Split {
        /// The day it speaks for.
        as_of: Option<Day>,
        /// The parts.
        parts: Vec<Part>,
    },
}

/// A column of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub start: Day,
    /// The first day after.
    pub end: Day,
    /// Whether the files speak for all of it.
    pub complete: bool,
}

/// A row of a series.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Its name in the contract.
    pub id: String,
    /// The value of the split segment; absent for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// By period.
    pub cells: Vec<Option<Cell>>,
}

/// A row of a triangle.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cohort {
    /// The first day of the cohort's period.
    pub start: Day,
    /// Its members.
    pub size: i64,
    /// By age, from 0.
    pub cells: Vec<Option<Cell>>,
}

/// A part of a split.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Its name in the contract.
    pub id: String,
    /// The value of the split segment; absent for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// In the figure's unit.
    pub cell: Option<Cell>,
    /// The money behind it, in minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<Cell>,
}

/// One number with its evidence. Where it could not be observed there is no cell but null. A report may have a million
/// of them: what can be told from the others is written and not kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The number; the numerator of a rate.
    pub n: i64,
    /// Of a rate, the denominator; 0: observed, and there is no value.
    pub of: i64,
    /// What it is.
    pub is: Is,
    /// Of an incomplete period.
    pub partial: bool,
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A number of its own.
    Count,
    /// A part of customers or users: n of `of`, written with the low and the high end of its 95 % interval.
    Proportion,
    /// A ratio of sums of money: n of `of`, without an interval.
    Ratio,
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut fields = s.serialize_struct("Cell", 5)?;
        fields.serialize_field("n", &self.n)?;
        if self.is != Is::Count {
            fields.serialize_field("of", &self.of)?;
        }
        if self.is == Is::Proportion
            && let Some((low, high)) = wilson(self.n, self.of)
        {
            fields.serialize_field("low", &low)?;
            fields.serialize_field("high", &high)?;
        }
        if self.partial {
            fields.serialize_field("partial", &true)?;
        }
        fields.end()
    }
}

/// A list of the customers or users behind a cell: the shape `roster`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Roster {
    /// The columns.
    pub columns: Vec<RosterColumn>,
    /// The rows asked for.
    pub rows: Vec<Vec<Value>>,
    /// All rows there are: the number that was pressed.
    pub total: u64,
}

/// A column of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RosterColumn {
    /// Its name: `customer`, `amount`, …
    pub id: &'static str,
    /// What its values are.
    pub unit: Unit,
}

/// One value of a roster.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Nothing known.
    None,
    /// A count or minor units.
    Number(i64),
    /// A date.
    Day(Day),
    /// Text from a file.
    Text(String),
}

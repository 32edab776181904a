//! Every choice that a user can make: one object, every field optional, unknown fields refused by name.

use crate::calendar::{Day, Grain, WeekStart, Zone};
use crate::encoding::Encoding;
use crate::order::Sorted;
use crate::roles::{Kind, Role};
use serde::{Deserialize, Serialize};

/// The choices in force. `Settings::default()` is what holds when nobody chose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The last day the files speak for; found in the files unless set.
    pub as_of: Option<Day>,
    /// The size of a period.
    pub grain: Grain,
    /// The zone whose days are counted.
    pub zone: Zone,
    /// The first day of a week.
    pub week_start: WeekStart,
    /// The report's currency (ISO code); the commonest one in the files unless set.
    pub currency: Option<String>,
    /// Days without paying that are no end.
    pub grace: u32,
    /// What an end date means.
    pub end_is: EndIs,
    /// When a cancellation is churn.
    pub churn_date: ChurnDate,
    /// Which ids are one customer's.
    pub join: Join,
    /// What adoption is a share of.
    pub adoption: Adoption,
    /// Which use counts.
    pub active: Active,
    /// Days without use from which a customer is silent.
    pub silent: u32,
    /// Cut points of dormancy, in days, ascending.
    pub dormancy: Vec<u32>,
    /// How retention of use is counted.
    #[serde(deserialize_with = "Retention::checked")]
    pub retention: Retention,
    /// Groups by early behaviour, if asked for.
    pub behaviour: Option<Behaviour>,
    /// Only customers whose segment has one of the values; all named columns must hold.
    pub segment: Sorted<String, Vec<String>>,
    /// Every line and part again for each value of this segment.
    pub split: Option<String>,
    /// Roles of columns by file and header; null is "not used".
    pub columns: Sorted<String, Sorted<String, Option<Role>>>,
    /// Kinds of files by name.
    pub kinds: Sorted<String, Kind>,
    /// Encodings of files by name.
    pub encodings: Sorted<String, Encoding>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            as_of: None,
            grain: Grain::Month,
            zone: Zone::default(),
            week_start: WeekStart::Monday,
            currency: None,
            grace: 0,
            end_is: EndIs::FirstDayWithout,
            churn_date: ChurnDate::TermEnd,
            join: Join::Exact,
            adoption: Adoption::Active,
            active: Active::default(),
            silent: 30,
            dormancy: vec![14, 30, 90, 180],
            retention: Retention::default(),
            behaviour: None,
            segment: Sorted::new(),
            split: None,
            columns: Sorted::new(),
            kinds: Sorted::new(),
            encodings: Sorted::new(),
        }
    }
}

impl Settings {
    /// Whether files read under `self` must be read again for `other`. Ids are joined once files are put together.
    pub fn reads_like(&self, other: &Settings) -> bool {
        self.zone == other.zone
            && self.active.events == other.active.events
            && self.columns == other.columns
            && self.kinds == other.kinds
            && self.encodings == other.encodings
    }
}

/// What an end date means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndIs {
    /// The first day without service.
    #[default]
    FirstDayWithout,
    /// The last day of service.
    LastDay,
}

/// When a cancellation is churn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChurnDate {
    /// When the paid term ends.
    #[default]
    TermEnd,
    /// When the customer asked for it.
    CancelRequest,
}

/// Which ids are one customer's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Join {
    /// Equal ones.
    #[default]
    Exact,
    /// Those that differ only in case, in blanks or in the width of their letters.
    Folded,
}

/// What adoption is a share of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Adoption {
    /// Of the customers active in the period.
    #[default]
    Active,
    /// Of the customers paying at the close.
    Paying,
}

/// Which use counts; all that are set must hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Active {
    /// Only rows of these events.
    pub events: Option<Vec<String>>,
    /// At least so many rows in a period.
    pub min_rows: Option<u32>,
    /// At least so much value in a period.
    pub min_value: Option<f64>,
}

/// How retention of use is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Retention {
    /// Whom it counts.
    pub member: Member,
    /// What places a member in a cohort.
    pub cohort: CohortBy,
    /// What a cell counts.
    pub mode: Mode,
    /// How often a member enters.
    pub entry: Entry,
    /// What an age is.
    pub window: Window,
    /// The size of an age, whatever the report's grain: day, week or month.
    pub unit: Grain,
    /// Age ranges of the mode `brackets`; an open end is null.
    pub brackets: Vec<(u32, Option<u32>)>,
}

impl Retention {
    /// Reads a rule, and refuses one that no definition gives a meaning.
    fn checked<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Retention, D::Error> {
        let rule = Retention::deserialize(d)?;
        let refused = if rule.window == Window::Rolling
            && matches!(rule.unit, Grain::Quarter | Grain::Year)
        {
            Some("retention.unit: a rolling window counts blocks of a day, a week or a month")
        } else if rule.mode == Mode::Brackets && rule.brackets.is_empty() {
            Some("retention.brackets: the mode brackets needs at least one range of ages")
        } else if rule.mode == Mode::Brackets
            && rule
                .brackets
                .iter()
                .any(|(from, to)| to.is_some_and(|to| to < *from))
        {
            Some("retention.brackets: a range of ages ends before it begins")
        } else {
            None
        };
        refused.map_or(Ok(rule), |text| Err(serde::de::Error::custom(text)))
    }
}

impl Default for Retention {
    fn default() -> Retention {
        Retention {
            member: Member::Customers,
            cohort: CohortBy::FirstUse,
            mode: Mode::On,
            entry: Entry::First,
            window: Window::Calendar,
            unit: Grain::Month,
            brackets: Vec::new(),
        }
    }
}

/// Whom a figure of use counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum Member {
    Customers,
    Users,
}

/// What places a member in a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum CohortBy {
    FirstUse,
    Signup,
}

/// What a cell of retention counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum Mode {
    On,
    OnOrAfter,
    Brackets,
}

/// How often a member enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum Entry {
    First,
    Every,
}

/// What an age is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum Window {
    Calendar,
    Rolling,
}

/// Groups by early behaviour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behaviour {
    /// The feature whose rows are counted.
    pub event: String,
    /// Days of early use, from day 0, both ends in.
    pub use_days: (u32, u32),
    /// Days in which leaving is looked for, both ends in.
    pub outcome_days: (u32, u32),
    /// Rows, or the sum of their values.
    #[serde(default)]
    pub by: BehaviourBy,
}

/// What behaviour is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // the words of the contract
pub enum BehaviourBy {
    #[default]
    Count,
    Value,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_of_retention_without_a_meaning_is_refused() {
        let read = |text: &str| serde_json::from_str::<Settings>(text).map_err(|e| e.to_string());
        for (text, word) in [
            (
                r#"{"retention": {"window": "rolling", "unit": "quarter"}}"#,
                "retention.unit",
            ),
            (
                r#"{"retention": {"mode": "brackets"}}"#,
                "retention.brackets",
            ),
            (
                r#"{"retention": {"mode": "brackets", "brackets": [[3, 1]]}}"#,
                "retention.brackets",
            ),
            (r#"{"retention": {"widow": "rolling"}}"#, "widow"),
        ] {
            assert!(read(text).is_err_and(|e| e.contains(word)), "{text}");
        }
        let open = read(r#"{"retention": {"mode": "brackets", "brackets": [[0, 0], [1, null]]}}"#);
        assert_eq!(
            open.map(|s| s.retention.brackets),
            Ok(vec![(0, Some(0)), (1, None)])
        );
        // Brackets are read only with their mode.
        assert!(read(r#"{"retention": {"brackets": [[3, 1]]}}"#).is_ok());
    }
}

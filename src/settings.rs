//! Every choice that a user can make: one object, every field optional, unknown fields refused by name.

mod retention;

use crate::calendar::{Day, Grain, WeekStart, Zone};
use crate::encoding::Encoding;
use crate::order::Sorted;
use crate::roles::{Kind, Reading, Role};
use crate::value::{Read, Value, Wrong, record, words};
use serde::Serialize;
use std::sync::Arc;

pub use retention::{CohortBy, Entry, Member, Mode, Retention, Window};

/// The choices in force. `Settings::default()` is what holds when nobody chose.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// How columns are read whose values could be read in two ways, by file and header.
    pub readings: Sorted<String, Sorted<String, Reading>>,
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
            readings: Sorted::new(),
        }
    }
}

/// A setting that not every question reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the fields of the settings
pub enum Choice {
    Grain,
    Silent,
    Dormancy,
    Retention,
}

impl From<&Settings> for Arc<Settings> {
    /// For those who keep them: a copy to share.
    fn from(settings: &Settings) -> Arc<Settings> {
        Arc::new(settings.clone())
    }
}

record!(Settings {
    as_of grain zone week_start currency grace end_is churn_date join adoption active silent dormancy retention
    behaviour segment split columns kinds encodings readings
});

impl Settings {
    /// Whether what was put together under `self` holds under `other` too: all settings that say how are the same, but
    /// for columns that are asked for as segments.
    pub fn assembles_like(&self, other: &Settings) -> bool {
        // Every field stands here, so that a new one is thought of; those of reading are asked for below.
        let Settings {
            currency,
            end_is,
            churn_date,
            join,
            as_of: _,
            grain: _,
            zone: _,
            week_start: _,
            segment: _,
            split: _,
            columns: _,
            kinds: _,
            encodings: _,
            readings: _,
            grace: _,
            adoption: _,
            active: _,
            silent: _,
            dormancy: _,
            retention: _,
            behaviour: _,
        } = self;
        (*end_is, *churn_date, *join) == (other.end_is, other.churn_date, other.join)
            && *currency == other.currency
            && self.reads_like(other)
    }

    /// The choices that differ from another's, where no other setting does.
    pub fn differ_in(&self, other: &Settings) -> Option<Vec<Choice>> {
        let alike = Settings {
            grain: other.grain,
            silent: other.silent,
            dormancy: other.dormancy.clone(),
            retention: other.retention.clone(),
            ..self.clone()
        };
        let choices = [
            (Choice::Grain, self.grain != other.grain),
            (Choice::Silent, self.silent != other.silent),
            (Choice::Dormancy, self.dormancy != other.dormancy),
            (Choice::Retention, self.retention != other.retention),
        ];
        let differ = choices
            .iter()
            .filter(|choice| choice.1)
            .map(|choice| choice.0);
        (alike == *other).then(|| differ.collect())
    }

    /// The name by which a column is asked for as a segment: its header, or the word for what it holds.
    pub fn asked<'a>(&self, header: &'a str, role: Option<Role>) -> Option<&'a str> {
        let role = role.filter(|role| role.is_segment_by_name());
        let names = [header, role.map_or(header, |role| role.word())];
        let named = |name: &str| {
            self.split
                .iter()
                .chain(self.segment.keys())
                .any(|n| n == name)
        };
        names.into_iter().find(|name| named(name))
    }

    /// Whether what was read under `self` answers `other` too. Ids are joined once files are put together; values
    /// are kept by day only for who asks for a least one.
    pub fn reads_like(&self, other: &Settings) -> bool {
        self.zone == other.zone
            && self.active.events == other.active.events
            && (self.active.min_value.is_some() || other.active.min_value.is_none())
            && self.columns == other.columns
            && self.kinds == other.kinds
            && self.encodings == other.encodings
            && self.readings == other.readings
    }
}

words! {
    /// What an end date means.
    #[derive(Default)]
    EndIs {
        /// The first day without service.
        #[default]
        FirstDayWithout "first-day-without",
        /// The last day of service.
        LastDay "last-day",
    }
}

words! {
    /// When a cancellation is churn.
    #[derive(Default)]
    ChurnDate {
        /// When the paid term ends.
        #[default]
        TermEnd "term-end",
        /// When the customer asked for it.
        CancelRequest "cancel-request",
    }
}

words! {
    /// Which ids are one customer's.
    #[derive(Default)]
    Join {
        /// Equal ones.
        #[default]
        Exact "exact",
        /// Those that differ only in case, in blanks or in the width of their letters.
        Folded "folded",
    }
}

words! {
    /// What adoption is a share of.
    #[derive(Default)]
    Adoption {
        /// Of the customers active in the period.
        #[default]
        Active "active",
        /// Of the customers paying at the close.
        Paying "paying",
    }
}

/// Which use counts; all that are set must hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Active {
    /// Only rows of these events.
    pub events: Option<Vec<String>>,
    /// At least so many rows in a period.
    pub min_rows: Option<u32>,
    /// At least so much value in a period.
    pub min_value: Option<f64>,
}

record!(Active { events min_rows min_value });

/// Groups by early behaviour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Behaviour {
    /// The feature whose rows are counted.
    pub event: String,
    /// Days of early use, from day 0, both ends in.
    pub use_days: (u32, u32),
    /// Days in which leaving is looked for, both ends in.
    pub outcome_days: (u32, u32),
    /// Rows, or the sum of their values.
    pub by: BehaviourBy,
}

impl Read for Behaviour {
    fn read(value: &Value) -> Result<Behaviour, Wrong> {
        let (mut event, mut use_days, mut outcome_days) = (None, None, None);
        let mut by = BehaviourBy::default();
        value.fill(&mut [
            ("event", &mut event),
            ("use_days", &mut use_days),
            ("outcome_days", &mut outcome_days),
            ("by", &mut by),
        ])?;
        Ok(Behaviour {
            event: event.ok_or_else(|| missing("event"))?,
            use_days: use_days.ok_or_else(|| missing("use_days"))?,
            outcome_days: outcome_days.ok_or_else(|| missing("outcome_days"))?,
            by,
        })
    }
}

fn missing(field: &str) -> Wrong {
    Wrong::new(format!("missing field `{field}`"))
}

words! {
    /// What behaviour is measured by.
    #[derive(Default)]
    #[allow(missing_docs)] // the words of the contract
    BehaviourBy {
        #[default]
        Count "count",
        Value "value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_least_value_needs_values_by_day() {
        let least = |min_value| {
            let mut settings = Settings::default();
            settings.active.min_value = min_value;
            settings
        };
        assert!(!least(None).reads_like(&least(Some(1.0))));
        assert!(least(Some(1.0)).reads_like(&least(Some(2.0))));
        assert!(least(Some(1.0)).reads_like(&least(None)));
    }
}

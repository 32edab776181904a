//! The rule of retention: whom it counts, and in which cohorts, cells and windows.

use crate::calendar::Grain;
use crate::value::{Wrong, record, words};
use serde::Serialize;

/// How retention of use is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Refuses a rule that no definition gives a meaning.
    fn checked(&self) -> Result<(), Wrong> {
        let brackets = self.mode == Mode::Brackets;
        let ends_early = |&(from, to): &(u32, Option<u32>)| to.is_some_and(|to| to < from);
        let (field, text) = if self.window == Window::Rolling
            && matches!(self.unit, Grain::Quarter | Grain::Year)
        {
            (
                "unit",
                "a rolling window counts blocks of a day, a week or a month",
            )
        } else if brackets && self.brackets.is_empty() {
            (
                "brackets",
                "the mode brackets needs at least one range of ages",
            )
        } else if brackets && self.brackets.iter().any(ends_early) {
            ("brackets", "a range of ages ends before it begins")
        } else {
            return Ok(());
        };
        Err(Wrong::new(text).within(field))
    }
}

record!(Retention { member cohort mode entry window unit brackets } Retention::checked);

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

words! {
    /// Whom a figure of use counts.
    #[allow(missing_docs)] // the words of the contract
    Member {
        Customers "customers",
        Users "users",
    }
}

words! {
    /// What places a member in a cohort.
    #[allow(missing_docs)] // the words of the contract
    CohortBy {
        FirstUse "first-use",
        Signup "signup",
    }
}

words! {
    /// What a cell of retention counts.
    #[allow(missing_docs)] // the words of the contract
    Mode {
        On "on",
        OnOrAfter "on-or-after",
        Brackets "brackets",
    }
}

words! {
    /// How often a member enters.
    #[allow(missing_docs)] // the words of the contract
    Entry {
        First "first",
        Every "every",
    }
}

words! {
    /// What an age is.
    #[allow(missing_docs)] // the words of the contract
    Window {
        Calendar "calendar",
        Rolling "rolling",
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::Settings;

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

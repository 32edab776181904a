//! Who started to use when, and the periods that ages are counted in (definitions, section 7).
//! The cohorts of those who pay are [`super::Facts::cohort`].

use super::{Facts, Used};
use crate::calendar::{Day, Span};
use crate::dataset::CustomerIx;
use crate::settings::{CohortBy, Entry as EntryRule, Member, Retention};

/// A member enters a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index of the cohort's period.
    pub cohort: usize,
    /// The member's own day 0: its first qualifying day, or its sign-up.
    pub day: Day,
}

/// The cohorts of members who use, under a rule of retention.
#[derive(Clone, Debug)]
pub struct UseCohorts<'a> {
    facts: &'a Facts<'a>,
    rule: &'a Retention,
    /// Periods of the rule's unit, from the first cohort of all files to the as-of period.
    pub spans: Vec<Span>,
}

impl<'a> UseCohorts<'a> {
    /// The cohorts of all files, whatever is selected.
    pub fn new(facts: &'a Facts<'a>, rule: &'a Retention) -> UseCohorts<'a> {
        let mut cohorts = UseCohorts {
            facts,
            rule,
            spans: Vec::new(),
        };
        let Some(as_of) = facts.frame.as_of else {
            return cohorts;
        };
        let unit = |from| rule.unit.periods(from, as_of, facts.settings.week_start);
        let earliest = (0..cohorts.members())
            .filter_map(|m| cohorts.earliest(m))
            .min();
        cohorts.spans = earliest.map(unit).unwrap_or_default();
        // Thresholds may leave the period of the first day of use without any member.
        if facts.activity.has_thresholds() && cohorts.by_use() {
            let mut first = cohorts.spans.len();
            for member in 0..cohorts.members() {
                let before = cohorts.spans.get(..first).unwrap_or_default();
                let days = cohorts.days(member);
                (facts.activity).periods(days, before, &mut |period, _| first = first.min(period));
            }
            cohorts.spans.drain(..first);
        }
        cohorts
    }

    /// How many members there may be: customers, or users.
    pub fn members(&self) -> usize {
        match self.rule.member {
            Member::Customers => self.facts.data.customers.len(),
            Member::Users => self.facts.activity.users().len(),
        }
    }

    /// A member's days of qualifying use up to the as-of date.
    pub fn days(&self, member: usize) -> Used<'a> {
        match self.rule.member {
            Member::Customers => self.facts.activity.customer_days(member),
            Member::Users => self.facts.activity.user_days(member),
        }
    }

    /// The cohorts that a member enters, ascending: one, or one for every period in which it is active, each of which is
    /// given.
    pub fn entries(&self, member: usize, active: &mut dyn FnMut(usize)) -> Vec<Entry> {
        let every = self.rule.entry == EntryRule::Every;
        let by_use = self.by_use();
        let mut entries = Vec::new();
        let mut enter = |cohort, day| {
            active(cohort);
            if by_use && (every || entries.is_empty()) {
                entries.push(Entry { cohort, day });
            }
        };
        let days = self.days(member);
        self.facts.activity.periods(days, &self.spans, &mut enter);
        if !by_use && let Some(day) = self.signup(member) {
            let cohort = self.spans.partition_point(|s| s.end <= day);
            let held = self.spans.get(cohort).filter(|s| s.holds(day));
            entries.extend(held.map(|_| Entry { cohort, day }));
        }
        entries
    }

    /// Whether who enters does so by use.
    fn by_use(&self) -> bool {
        self.rule.entry == EntryRule::Every || self.rule.cohort == CohortBy::FirstUse
    }

    /// The first day on which a member could enter.
    fn earliest(&self, member: usize) -> Option<Day> {
        if self.by_use() {
            self.days(member).first()
        } else {
            self.signup(member)
        }
    }

    /// A member's sign-up, unless it is after the as-of date; a user has the customer's.
    fn signup(&self, member: usize) -> Option<Day> {
        let customer = match self.rule.member {
            Member::Customers => member,
            Member::Users => {
                let user = self.facts.activity.users().get(member)?;
                // Whose every row is after the as-of date is not there yet.
                if Some(user.first) > self.facts.frame.as_of {
                    return None;
                }
                user.customer as CustomerIx
            }
        };
        let signup = self.facts.data.customers.get(customer)?.signup.get();
        signup.filter(|day| Some(*day) <= self.facts.frame.as_of)
    }
}

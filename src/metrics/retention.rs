//! How many of those who started together still use it.
//!
//! Definitions, section 7. Members are customers or users. Cohort of a member = period of its first qualifying day
//! in the files, or of its sign-up. `on`: the share active in the period k after the cohort's; `on-or-after`: the
//! share whose last active day lies k or more periods after, its completeness is that of `on`; `brackets`: active
//! in any period of a range of ages. Calendar windows count periods between, rolling windows whole blocks of 1, 7
//! or 30 days since the member's own day 0. Not observable is null: a cell whose period ended before the first
//! usage row, or has not begun.

use super::Metric;
use super::bits::Bits;
use super::question::{Layout, Members, Put, Question, Sight, Value};
use crate::calendar::{Day, Grain};
use crate::facts::{Entry, Facts, UseCohorts};
use crate::report::{Need, Unit};
use crate::settings::{
    Choice, CohortBy, Entry as EntryRule, Member, Mode, Retention, Settings, Window,
};
use std::ops::Range;

pub(super) const METRIC: Metric = Metric {
    id: "retention",
    unit: Unit::Rate,
    reads: &[Choice::Retention],
    needs,
    ask,
};

fn needs(settings: &Settings) -> Vec<Need> {
    let rule = &settings.retention;
    let mut needs = vec![Need::Usage];
    if rule.member == Member::Users {
        needs.push(Need::Users);
    }
    if rule.cohort == CohortBy::Signup && rule.entry == EntryRule::First {
        needs.push(Need::Signup);
    }
    needs
}

fn ask<'a>(facts: &'a Facts<'a>) -> Question<'a> {
    let rule = &facts.settings.retention;
    let cohorts = UseCohorts::new(facts, rule);
    let periods = cohorts.spans.len();
    let ages: Vec<Age> = match rule.mode {
        Mode::Brackets => rule
            .brackets
            .iter()
            .map(|(first, last)| Age::new(*first, *last))
            .collect(),
        Mode::On | Mode::OnOrAfter => (0..periods)
            .map(|age| Age {
                first: age,
                last: Some(age),
            })
            .collect(),
    };
    let layout = Layout::Triangle {
        cohorts: cohorts.spans.iter().map(|s| s.start).collect(),
        ages: ages.len(),
    };
    let triangle = Triangle {
        facts,
        rule,
        cohorts,
        ages,
    };
    let triangle = std::rc::Rc::new(triangle);
    let seen = triangle.clone();
    let mut rooms = Default::default();
    Question {
        layout,
        value: Value::Proportion,
        members: match rule.member {
            Member::Customers => Members::Customers,
            Member::Users => Members::Users,
        },
        sight: Box::new(move |cohort, age| seen.sight(cohort, age)),
        contribute: Box::new(move |member, put| triangle.contribute(member, &mut rooms, put)),
    }
}

/// A column: an age, or a range of ages whose end may be open.
struct Age {
    first: usize,
    last: Option<usize>,
}

impl Age {
    fn new(first: u32, last: Option<u32>) -> Age {
        Age {
            first: first as usize,
            last: last.map(|last| last as usize),
        }
    }
}

struct Triangle<'a> {
    facts: &'a Facts<'a>,
    rule: &'a Retention,
    cohorts: UseCohorts<'a>,
    ages: Vec<Age>,
}

impl Triangle<'_> {
    /// Days of a block of the rolling window.
    fn block(&self) -> usize {
        match self.rule.unit {
            Grain::Day => 1,
            Grain::Week => 7,
            Grain::Month => 30,
            // Settings that are read refuse these with a rolling window.
            Grain::Quarter => 90,
            Grain::Year => 360,
        }
    }

    /// The period of an age lies so many after the cohort's. Null where it has not begun or ended before the first
    /// row; incomplete until the last age has ended (of an open range: the first).
    fn sight(&self, cohort: usize, column: usize) -> Sight {
        let (Some(age), Some(as_of)) = (self.ages.get(column), self.facts.frame.as_of) else {
            return Sight::Nothing;
        };
        if self.rule.window == Window::Rolling {
            return Sight::IfAny;
        }
        let span = |age: usize| {
            cohort
                .checked_add(age)
                .and_then(|period| self.cohorts.spans.get(period))
        };
        match span(age.first) {
            Some(first)
                if self
                    .facts
                    .frame
                    .first_row
                    .is_some_and(|row| first.last() >= row) =>
            {
                let last = span(age.last.unwrap_or(age.first));
                Sight::of(last.is_some_and(|last| last.last() <= as_of))
            }
            _ => Sight::Nothing,
        }
    }

    /// In rooms that one member after the other uses.
    fn contribute(&self, member: usize, rooms: &mut (Bits, Bits), put: &mut dyn Put) {
        let (active, blocks) = rooms;
        active.clear();
        let entries = self
            .cohorts
            .entries(member, &mut |period| active.set(period));
        self.settle(active);
        for entry in entries {
            put.one(entry.cohort, self.ages.len(), 1, 0);
            match self.rule.window {
                Window::Calendar => {
                    let begun = self.cohorts.spans.len().saturating_sub(entry.cohort);
                    self.put(entry, active, entry.cohort, 0..begun, put);
                }
                Window::Rolling => {
                    blocks.clear();
                    self.blocks(member, entry.day, blocks);
                    self.settle(blocks);
                    self.put(entry, blocks, 0, self.ended(entry.day), put);
                }
            }
        }
    }

    fn settle(&self, active: &mut Bits) {
        if self.rule.mode == Mode::OnOrAfter {
            active.fill();
        }
    }

    /// Puts a member of a cohort into every column whose first age is open to it; the first of all ages is that of the
    /// bit so many places behind.
    fn put(
        &self,
        entry: Entry,
        active: &Bits,
        behind: usize,
        open: Range<usize>,
        put: &mut dyn Put,
    ) {
        let row = entry.cohort;
        if self.rule.mode != Mode::Brackets {
            return active.put(put, row, open.start..open.end.min(self.ages.len()), behind);
        }
        for (column, age) in self.ages.iter().enumerate() {
            if open.contains(&age.first) {
                let end = age
                    .last
                    .map_or(usize::MAX, |last| last.saturating_add(behind + 1));
                let n = active.any(&(age.first + behind..end));
                put.one(row, column, i64::from(n), 1);
            }
        }
    }

    /// The ages whose blocks have ended for a member with this day 0, and did not end before the first usage row.
    fn ended(&self, day: Day) -> Range<usize> {
        let frame = &self.facts.frame;
        // So many blocks have ended by a day.
        let by =
            |last: Day| (i64::from(last.0) + 1 - i64::from(day.0)).max(0) as usize / self.block();
        match (frame.first_row, frame.as_of) {
            (Some(row), Some(as_of)) => by(row.plus(-1))..by(as_of),
            _ => 0..0,
        }
    }

    /// The blocks since a member's day 0 in which it is active. Who enters by its first use is active at age 0 by that.
    fn blocks(&self, member: usize, day: Day, blocks: &mut Bits) {
        let mut days = self.cohorts.days(member);
        let length = self.block() as i32;
        let by_use = self.rule.cohort == CohortBy::FirstUse && self.rule.entry == EntryRule::First;
        let mut from = day;
        while let Some(first) = days.next(from) {
            let age = first.since(day) / length;
            from = day.plus((age + 1) * length);
            if (by_use && age == 0) || self.facts.activity.enough(&days, first, from.plus(-1)) {
                blocks.set(age as usize);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::{Active, CohortBy, Entry, Member, Mode, Retention, Settings, Window};

    /// a uses it in January, February and April, b in January and March, c in February and March; 15 April is the
    /// last day.
    fn world() -> World {
        World::new("2024-04-15")
            .uses("a", &["2024-01-10", "2024-02-05", "2024-04-01"])
            .uses("b", &["2024-01-20", "2024-03-03"])
            .uses("c", &["2024-02-10", "2024-03-10"])
    }

    fn shows(world: World, retention: Retention, want: &str) {
        shown(
            &world.build(),
            &Settings {
                retention,
                ..Settings::default()
            },
            "retention",
            want,
        );
    }

    #[test]
    fn worked_example() {
        let want = "2024-01-01 2: 2/2 1/2 1/2 1/2~
                    2024-02-01 1: 1/1 1/1 0/1~ -
                    average       3/3 2/3 1/2 -";
        shows(world(), Retention::default(), want);
    }

    #[test]
    fn on_or_after_counts_who_is_still_to_come_back() {
        let want = "2024-01-01 2: 2/2 2/2 2/2 1/2~
                    2024-02-01 1: 1/1 1/1 0/1~ -
                    average       3/3 3/3 2/2 -";
        shows(
            world(),
            Retention {
                mode: Mode::OnOrAfter,
                ..Retention::default()
            },
            want,
        );
    }

    /// The range of ages 1 and 2 of February's cohort ends with April, the open one of it has not begun.
    #[test]
    fn a_bracket_is_active_in_any_of_its_ages() {
        let brackets = vec![(0, Some(0)), (1, Some(2)), (3, None)];
        let want = "2024-01-01 2: 2/2 2/2  1/2~
                    2024-02-01 1: 1/1 1/1~ -
                    average       3/3 2/2  -";
        shows(
            world(),
            Retention {
                mode: Mode::Brackets,
                brackets,
                ..Retention::default()
            },
            want,
        );
    }

    #[test]
    fn whoever_enters_in_every_period_of_use_stands_in_several_cohorts() {
        let want = "2024-01-01 2: 2/2 1/2 1/2 1/2~
                    2024-02-01 2: 2/2 1/2 1/2~ -
                    2024-03-01 2: 2/2 0/2~ - -
                    2024-04-01 1: 1/1~ - - -
                    average       6/6 2/4 1/2 -";
        shows(
            world(),
            Retention {
                entry: Entry::Every,
                cohort: CohortBy::Signup,
                ..Retention::default()
            },
            want,
        );
    }

    /// Blocks of 30 days. a: from 10 January, 9 February, 10 March, the next ends on 8 May. b: from 20 January, 19
    /// February, 20 March, which ends on 18 April. c: from 10 February, 11 March.
    #[test]
    fn a_rolling_block_counts_whose_own_block_has_ended() {
        let rolling = |mode| Retention {
            window: Window::Rolling,
            mode,
            ..Retention::default()
        };
        let want = "2024-01-01 2: 2/2 1/2 1/1 -
                    2024-02-01 1: 1/1 0/1 -   -
                    average       3/3 1/3 1/1 -";
        shows(world(), rolling(Mode::On), want);
        let want = "2024-01-01 2: 2/2 2/2 1/1 -
                    2024-02-01 1: 1/1 0/1 -   -
                    average       3/3 2/3 1/1 -";
        shows(world(), rolling(Mode::OnOrAfter), want);
    }

    /// d signed up in December, before the first row, and never used it; e signs up after the last day.
    #[test]
    fn cohorts_by_sign_up_hold_who_never_used_it_and_see_nothing_before_the_first_row() {
        let w = world()
            .signup("a", "2024-01-05")
            .signup("b", "2024-01-20")
            .signup("c", "2024-02-01")
            .signup("d", "2023-12-15")
            .signup("e", "2024-04-16");
        let signup = Retention {
            cohort: CohortBy::Signup,
            ..Retention::default()
        };
        let want = "2023-12-01 1: -   0/1 0/1 0/1 0/1~
                    2024-01-01 2: 2/2 1/2 1/2 1/2~ -
                    2024-02-01 1: 1/1 1/1 0/1~ - -
                    average       3/3 2/4 1/3 0/1 -";
        shows(w, signup.clone(), want);
        shows(world(), signup, "needs signup");
    }

    #[test]
    fn users_are_members_of_their_own() {
        let w = World::new("2024-02-29")
            .user("a", "u", &["2024-01-05", "2024-02-01"])
            .user("a", "v", &["2024-01-06"])
            .uses("b", &["2024-01-06"]);
        let users = Retention {
            member: Member::Users,
            ..Retention::default()
        };
        let want = "2024-01-01 2: 2/2 1/2
                    average       2/2 1/2";
        shows(w, users.clone(), want);
        shows(world(), users, "needs users");
    }

    /// Two rows a month make active: a first in February, b never.
    #[test]
    fn with_thresholds_the_first_day_lies_in_the_first_period_in_which_a_member_is_active() {
        let data = World::new("2024-04-30")
            .uses(
                "a",
                &[
                    "2024-01-31",
                    "2024-02-01",
                    "2024-02-02",
                    "2024-04-01",
                    "2024-04-02",
                ],
            )
            .uses("b", &["2024-01-10", "2024-02-10"])
            .build();
        let active = Active {
            min_rows: Some(2),
            ..Active::default()
        };
        let want = "2024-02-01 1: 1/1 0/1 1/1
                    average       1/1 0/1 1/1";
        shown(
            &data,
            &Settings {
                active,
                ..Settings::default()
            },
            "retention",
            want,
        );
    }
}

//! Header words and sampled values → a role for each column.

mod header;

use super::cells;
use super::kinds::{KINDS, Spec, invoices};
use super::words::{self, is_among};
use super::{segment, unnamed};
use crate::order;
use crate::roles::Role;
pub(super) use header::{fold, is_annual, split_currency, split_zone};
use header::{inner, names, remarked};

/// Whether it is a word of any kind of file, of that role if one is given.
pub(super) fn is_word(header: &str, role: Option<Role>) -> bool {
    let name = fold(header);
    let words = KINDS.iter().flat_map(|spec| spec.words());
    { words }.any(|words| {
        role.is_none_or(|role| words.role == role)
            && words.tiers.iter().any(|tier| is_among(&name, tier))
    })
}

/// What a role's cells hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Holds {
    Day,
    Number,
    YesNo,
    Interval,
    /// What a line of an invoice is.
    Kind,
    /// Whether the row is a test, and what a yes means.
    Test(Option<bool>),
    Text,
}

/// What a yes says in a column of whether rows are tests; none where its name does not tell.
pub(super) fn yes_is_test(header: &str) -> Option<bool> {
    let folded = fold(header);
    let test = is_among(&folded, words::list("test-columns"));
    (test || folded == "livemode").then_some(test)
}

/// What a column of the role and header holds.
pub(super) fn holds(role: Role, header: &str) -> Holds {
    use Role::*;
    match role {
        Signup | Cancelled | LastActive | Renewal | Onboarded | Start | End | CancelRequested
        | TrialEnd | Date | PeriodStart | PeriodEnd | At => Holds::Day,
        IntervalCount | Mrr | Amount | Refunded | Seats | Nps | Csat | Tenure | Quantity
        | Value => Holds::Number,
        Churned | AutoRenew => Holds::YesNo,
        Interval => Holds::Interval,
        Kind => Holds::Kind,
        Mode => Holds::Test(yes_is_test(header)),
        _ => Holds::Text,
    }
}

fn reads(text: &str, what: Holds) -> bool {
    match what {
        Holds::Day => cells::is_day(text),
        Holds::Number => cells::is_number(text),
        Holds::YesNo => cells::yes_no(text).is_some(),
        Holds::Interval => cells::interval(text).is_some(),
        Holds::Kind => invoices::what(text).is_some(),
        Holds::Test(yes) => cells::is_test(text, yes).is_some(),
        Holds::Text => true,
    }
}

/// One column of the head: its header and the first values, trimmed.
pub(super) struct Sampled<'a> {
    pub(super) header: &'a str,
    pub(super) values: Vec<&'a str>,
}

impl Sampled<'_> {
    /// Whether at least half of the values can be what the role's cells hold. Without a value: yes. A column that
    /// would set rows aside has to say it in every value.
    #[cfg_attr(feature = "scan", inline(never))]
    fn fits(&self, role: Role) -> bool {
        let what = holds(role, self.header);
        let told = self.values.iter().filter(|v| !cells::is_blank(v));
        let (all, read) = told.fold((0, 0), |(all, read), v| {
            (all + 1, read + usize::from(reads(v, what)))
        });
        match what {
            Holds::Test(_) => read == all && all > 0,
            Holds::Kind => read * 2 >= all && all > 0,
            // Nobody is named in it.
            Holds::Text if matches!(role, Role::Customer | Role::User) => !self.is_empty(),
            _ => read * 2 >= all,
        }
    }

    /// Whether there are rows and nothing in them.
    #[cfg_attr(feature = "scan", inline(never))]
    fn is_empty(&self) -> bool {
        !self.values.is_empty() && self.values.iter().all(|v| cells::is_blank(v))
    }

    /// How much speaks against one row each: much where half or more of the values (at least eight) stand more than
    /// once, and a little where any does.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn repeats(&self) -> i32 {
        let told = || self.values.iter().filter(|v| !v.is_empty());
        let (all, distinct) = (told().count(), order::distinct(told()).len());
        match all >= 8 && distinct * 2 <= all {
            true => 6,
            false => i32::from(distinct < all),
        }
    }

    /// The folded header; of ids that all tell what they are of with that: `idsub` where they are like `sub_1NkQ`.
    pub(super) fn told(&self) -> String {
        let mut name = fold(self.header);
        let ids = self.values.iter().filter(|_| name == "id");
        let mut kinds = ids.map(|id| id.split_once('_').map_or("", |(kind, _)| kind));
        let first = kinds.next().unwrap_or_default();
        if kinds.all(|kind| kind == first) {
            name.push_str(first);
        }
        name
    }

    /// Whether it could be a segment, judged by these values; the limit is that of the whole file.
    pub(super) fn is_segment(&self) -> bool {
        let mut seen = segment::SegmentValues::default();
        self.values.iter().all(|value| seen.add(value)) && seen.are_few(self.header)
    }
}

/// A column's role, and whether no other choice was as good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Taken {
    pub(super) role: Role,
    pub(super) certain: bool,
    /// Only a word of last resort speaks for it.
    pub(super) weak: bool,
    /// Another column that could have had the role as well.
    pub(super) other: Option<usize>,
}

/// What the columns say under one kind.
pub(super) struct Assigned {
    pub(super) columns: Vec<Option<Taken>>,
    /// How well the kind fits.
    pub(super) score: i32,
}

impl Assigned {
    /// How many columns have a role.
    pub(super) fn taken(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.columns
            .iter()
            .flatten()
            .any(|taken| taken.role == role)
    }
}

struct Candidate {
    misfit: bool,
    empty: bool,
    tier: usize,
    rank: usize,
    column: usize,
    role: Role,
    weight: i32,
}

impl Candidate {
    /// Values that do not fit weigh as much as two tiers: a plain `start` of odd days is still the start.
    fn distance(&self) -> usize {
        2 * self.tier + 5 * usize::from(self.misfit)
    }

    fn taken(&self) -> Taken {
        let weak = self.tier >= LAST_RESORT;
        Taken {
            role: self.role,
            certain: !self.misfit && !weak,
            weak,
            other: None,
        }
    }
}

/// The last tier of words is taken where nothing better is there, and never for certain.
const LAST_RESORT: usize = 4;

/// Gives the roles of a kind to the columns: the best word first, and of equal words the column whose values fit.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn assign(spec: &Spec, columns: &[Sampled<'_>]) -> Assigned {
    let mut candidates = Vec::new();
    let unnamed = if unnamed::is_so(columns) {
        unnamed::roles(spec.kind, columns)
    } else {
        Vec::new()
    };
    for (column, role, sure) in unnamed {
        candidates.push(Candidate {
            misfit: false,
            empty: false,
            tier: if sure { 0 } else { LAST_RESORT },
            rank: 0,
            column,
            role,
            weight: 1,
        });
    }
    for (column, sampled) in columns.iter().enumerate() {
        let names = names(sampled.header);
        let inner = inner(sampled.header);
        let remarked = remarked(sampled.header);
        for (rank, words) in spec.words().iter().enumerate() {
            let place = |name: &str| words.tiers.iter().position(|tier| is_among(name, tier));
            let known = names.iter().filter_map(|name| place(name)).min();
            let nested = || place(inner.as_deref()?);
            let bare = || {
                let (name, known) = remarked.as_ref()?;
                let tier = place(name)?;
                match known {
                    true => Some((tier + 1).min(LAST_RESORT)),
                    // What is not understood of an id makes it another's.
                    false => (holds(words.role, "") != Holds::Text).then_some(LAST_RESORT),
                }
            };
            let place = known.or_else(nested).or_else(bare);
            let Some(tier) = place else { continue };
            let misfit = !sampled.fits(words.role);
            // A word that could mean something else needs its values; a day that cannot be read is told row by row.
            let doubtful = match holds(words.role, sampled.header) {
                Holds::Test(_) | Holds::Kind => true,
                Holds::Day | Holds::Text => false,
                _ => tier > 0 && !spec.required.iter().any(|any| any.contains(&words.role)),
            };
            if !(misfit && doubtful) {
                candidates.push(Candidate {
                    misfit,
                    empty: sampled.is_empty(),
                    tier,
                    rank,
                    column,
                    role: words.role,
                    weight: words.weight,
                });
            }
        }
    }
    order::by_key(&mut candidates, |c| {
        (c.distance(), c.empty, c.rank, c.column)
    });
    let mut taken: Vec<Option<Taken>> = columns.iter().map(|_| None).collect();
    let mut score = 0;
    let mut best: Vec<&Candidate> = Vec::new();
    for candidate in &candidates {
        let free = taken.get(candidate.column).is_some_and(Option::is_none);
        if free && !best.iter().any(|b| b.role == candidate.role) {
            if let Some(slot) = taken.get_mut(candidate.column) {
                *slot = Some(candidate.taken());
            }
            score += match (candidate.misfit, candidate.tier) {
                (false, 0) => candidate.weight,
                (false, 1..LAST_RESORT) => (candidate.weight - 1).max(1),
                (true, 0..LAST_RESORT) | (false, _) => candidate.weight.min(1),
                (true, _) => 0,
            };
            best.push(candidate);
        }
    }
    // A name is better than no id at all, and a cancellation better than no end.
    let wanted = spec.required.iter().chain(spec.wanted);
    for &role in wanted.filter_map(|any| any.first()) {
        let has = best.iter().any(|b| b.role == role);
        let candidate = candidates.iter().find(|c| c.role == role && !c.misfit);
        if let (false, Some(candidate)) = (has, candidate)
            && let Some(slot) = taken.get_mut(candidate.column)
        {
            *slot = Some(candidate.taken());
            best.retain(|b| b.column != candidate.column);
            best.push(candidate);
        }
    }
    for b in &best {
        let rival = candidates.iter().find(|c| {
            c.role == b.role
                && (c.misfit, c.tier) == (b.misfit, b.tier)
                && c.column != b.column
                && !c.empty
                && taken.get(c.column).is_some_and(Option::is_none)
                && differ(columns, c.column, b.column)
        });
        if let (Some(rival), Some(Some(slot))) = (rival, taken.get_mut(b.column)) {
            (slot.certain, slot.other) = (false, Some(rival.column));
        }
    }
    let has = |role: Role| best.iter().any(|b| b.role == role);
    let firm = |role: Role| {
        best.iter()
            .any(|b| b.role == role && b.tier < LAST_RESORT && !b.misfit)
    };
    let every = |has: &dyn Fn(Role) -> bool| {
        spec.required
            .iter()
            .all(|any| any.iter().any(|&role| has(role)))
    };
    if every(&firm) {
        score += 4;
    } else if every(&has) {
        score += 2;
    }
    Assigned {
        columns: taken,
        score,
    }
}

fn differ(columns: &[Sampled<'_>], a: usize, b: usize) -> bool {
    match (columns.get(a), columns.get(b)) {
        (Some(a), Some(b)) => a.values != b.values,
        _ => false,
    }
}

//! Header words and sampled values → a role for each column.

use super::cells;
use super::kinds::{KINDS, Spec, invoices};
use super::sample::HEADER_JOIN;
use super::words::{self, is_among};
use super::{segment, unnamed};
use crate::order;
use crate::roles::Role;

/// Of the four middle dots that look alike (U+00B7, U+2027, U+30FB, U+318D) the one that counts as a letter.
const MIDDLE_DOT: char = '\u{318d}';

/// A header without what writers vary: case, width, blanks, punctuation, middle dots, the suffix that names a zone.
pub(super) fn fold(header: &str) -> String {
    letters(split_zone(header).0)
}

fn letters(text: &str) -> String {
    text.chars()
        .map(|c| cells::narrow(c).to_ascii_lowercase())
        .filter(|&c| cells::is_word(c) && c != MIDDLE_DOT)
        .collect()
}

/// Whether it is a word of any kind of file, of that role if one is given.
pub(super) fn is_word(header: &str, role: Option<Role>) -> bool {
    let name = fold(header);
    let words = KINDS.iter().flat_map(|spec| spec.words());
    { words }.any(|words| {
        role.is_none_or(|role| words.role == role)
            && words.tiers.iter().any(|tier| is_among(&name, tier))
    })
}

/// What a header can be known by: the whole, and each line of a header of several.
fn names(header: &str) -> Vec<String> {
    let mut names = vec![fold(header)];
    if header.chars().any(|c| c == HEADER_JOIN) {
        names.extend(header.split([HEADER_JOIN]).map(fold));
    }
    names
}

/// The folded last name of a nested header, where it is nested in what the rows are: `subscription[trial_end]`,
/// `subscription_items[quantity][0]`, `properties.time`.
fn inner(header: &str) -> Option<String> {
    let text = header.trim_end_matches(|c: char| matches!(c, '[' | ']') || c.is_ascii_digit());
    let (outer, name) = text.split_once(['[', '.'])?;
    let outer = fold(outer);
    is_among(&outer, words::list("nests")).then(|| fold(name))
}

/// The header without its zone, and the zone's seconds east of UTC: `Created (UTC)`, `시각 (GMT+9)`, `Created date UTC`.
pub(super) fn split_zone(header: &str) -> (&str, Option<i32>) {
    let text = cells::trim(header);
    let Some((name, suffix)) = split_suffix(text) else {
        return (text, None);
    };
    // Without brackets a `cost_est` is no zone's, nor is a `change -1`.
    let bare = text.ends_with(suffix);
    let doubtful =
        suffix.starts_with(['+', '-']) || is_among(&letters(suffix), words::list("words-too"));
    match cells::zone(suffix).filter(|_| !(bare && doubtful)) {
        Some(offset) if !name.trim().is_empty() => {
            (name.trim_end_matches([' ', '_']), Some(offset))
        }
        _ => (text, None),
    }
}

/// A name and what stands behind it, in brackets or after a blank.
fn split_suffix(text: &str) -> Option<(&str, &str)> {
    let between = |open: [char; 2], close: [char; 2]| text.strip_suffix(close)?.rsplit_once(open);
    between(['(', '（'], [')', '）'])
        .or_else(|| between(['[', '［'], [']', '］']))
        .or_else(|| text.rsplit_once([' ', '_']))
}

/// The header without the currency behind it, and its code: `금액(원)`, `price_usd`.
pub(super) fn split_currency(header: &str) -> Option<(&str, &'static str)> {
    let text = cells::trim(header);
    let (name, suffix) = split_suffix(text)?;
    let code = cells::known_currency(suffix)?;
    // Without brackets an `amount all` is not in the Albanian lek: only what has a sign is.
    let mut signs = words::list("signs").split(' ');
    (!text.ends_with(suffix) || signs.any(|sign| sign.ends_with(code))).then_some((name, code))
}

/// Whether what the column holds is a year's by its name.
pub(super) fn is_annual(header: &str) -> bool {
    let name = remarked(header).map_or_else(|| fold(header), |(name, _)| name);
    is_among(&name, words::list("annual"))
}

/// The folded name that a header gives beside a currency or a remark in brackets, and how many tiers it is worse than the
/// bare name: `월요금(VAT별도)`, `가입일(YYYY-MM-DD)`. None where the remark multiplies: `매출(천원)`.
fn remarked(header: &str) -> Option<(String, usize)> {
    if let Some((name, _)) = split_currency(header) {
        return Some((fold(name), 1));
    }
    let text = cells::trim(header);
    let (name, remark) = split_suffix(text).filter(|(_, remark)| !text.ends_with(remark))?;
    let remark = letters(remark);
    if is_among(&remark, words::list("multiples")) {
        return None;
    }
    let is_format = remark.bytes().all(|b| b"ymdhs".contains(&b));
    let is_plain = is_format || is_among(&remark, words::list("remarks"));
    Some((fold(name), if is_plain { 1 } else { LAST_RESORT }))
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
                let (name, worse) = remarked.as_ref()?;
                // What is not understood of an id makes it another's.
                let known = *worse < LAST_RESORT || holds(words.role, "") != Holds::Text;
                Some((place(name).filter(|_| known)? + worse).min(LAST_RESORT))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_fold_to_their_letters() {
        for header in [
            "Customer ID",
            "customer_id",
            "customerID",
            "CUSTOMER-ID",
            " customer[id] ",
            "customer id (UTC)",
        ] {
            assert_eq!(fold(header), "customerid", "{header}");
        }
        for dot in ["\u{b7}", "\u{318d}", "\u{30fb}", "\u{2027}"] {
            let folded = fold(&format!("결제{dot}취소일시"));
            assert!(folded == "결제취소일시", "{folded}");
        }
        assert_eq!(fold("결제·취소액 (A)"), "결제취소액a");
        assert_eq!(fold("Ｃｕｓｔｏｍｅｒ　ＩＤ"), "customerid");
    }

    #[test]
    fn zone_suffixes_are_stripped_and_known() {
        assert_eq!(split_zone("Created (UTC)"), ("Created", Some(0)));
        assert_eq!(split_zone("Created date UTC"), ("Created date", Some(0)));
        assert_eq!(split_zone("시각 (GMT+9)"), ("시각", Some(32_400)));
        assert_eq!(split_zone("at (UTC-03:30)"), ("at", Some(-12_600)));
        assert_eq!(split_zone("Amount (A)"), ("Amount (A)", None));
        assert_eq!(split_zone("UTC"), ("UTC", None));
        assert_eq!(split_zone("Created (EST)"), ("Created", Some(-18_000)));
        assert_eq!(split_zone("at_utc−5"), ("at", Some(-18_000)));
        for header in [
            "cost_est",
            "axis z",
            "change -1",
            "created (late)",
            "in (UT",
        ] {
            assert_eq!(split_zone(header), (header, None));
        }
        for zone in [
            " [KST]",
            "(Asia/Seoul)",
            " (한국시간)",
            "（GMT+9）",
            " (+09:00)",
        ] {
            let header = format!("가입일시{zone}");
            assert_eq!(split_zone(&header), ("가입일시", Some(32_400)), "{zone}");
        }
        assert_eq!(split_zone("가입일시（KST）"), ("가입일시", Some(32_400)));
    }
}

//! The last day the files speak for (definitions, section 1).

use super::Files;
use super::people::Person;
use super::terms::{Drafts, first_day_without};
use super::usage::Used;
use crate::calendar::Day;
use crate::dataset::Origin;
use crate::issue::{Code, Issue};
use crate::order;
use crate::settings::Settings;

/// A start so many days after every other day is a plan, or a slip of the pen.
const FAR: i32 = 31;

#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn find(
    files: &mut Files<'_>,
    people: &[Person<'_>],
    terms: &Drafts<'_>,
    usage: Option<&Used<'_>>,
    settings: &Settings,
) -> Option<Day> {
    if settings.as_of.is_some() {
        return settings.as_of;
    }
    // Days that tell what happened.
    let mut told = usage.map_or(Vec::new(), |usage| usage.seen().to_vec());
    told.extend(&terms.requests);
    for person in people {
        let row = person.row();
        told.extend(row.last_active);
        told.extend(row.cancelled.map(|end| first_day_without(end, settings)));
    }
    let signups = people
        .iter()
        .filter_map(|p| Some((p.row().signup?, p.at())));
    let starts = terms.starts().chain(signups);
    let begun = starts.clone().map(|start| start.0);
    if told.is_empty() {
        return begun.chain(terms.over.iter().copied()).max();
    }
    let told = order::distinct(told);
    let days = order::distinct(begun.chain(told.iter().copied()));
    let latest = latest(&days, &told);
    let mut far: Vec<(Day, Origin)> = starts
        .filter(|(day, _)| latest.is_some_and(|latest| *day > latest))
        .collect();
    order::by_key(&mut far, |&(day, at)| (std::cmp::Reverse(day), at));
    if let Some(&(day, at)) = far.first() {
        let mut issue = Issue::new(Code::StartFarAhead)
            .at_line(at.line)
            .with("date", day.to_string());
        issue.count = far.len() as u64;
        issue.file = files.part(at.file).map(|p| p.source.file.clone());
        files.issues.push(issue);
    }
    latest
}

/// The latest day, without those at the top that are only starts and lie more than 31 days after the next one.
fn latest(days: &[Day], told: &[Day]) -> Option<Day> {
    let mut from_top = days.iter().rev().copied().peekable();
    while let Some(day) = from_top.next() {
        let far = from_top.peek().is_some_and(|&next| day.since(next) > FAR);
        if told.binary_search(&day).is_ok() || !far {
            return Some(day);
        }
    }
    None
}

//! The last day the files speak for (definitions, section 1).

use super::Files;
use super::entries::Entry;
use super::people;
use super::terms::{Drafts, first_day_without};
use super::usage::Used;
use crate::calendar::Day;
use crate::issue::{Code, Issue};
use crate::order;
use crate::settings::Settings;
use std::cmp::Reverse;

/// A start so many days after every other day is a plan, or a slip of the pen.
const FAR: i32 = 31;

/// The day that the files tell, whatever is asked for, and what is worth a look of the starts far behind it.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn find(
    files: &Files<'_>,
    people: &[Entry],
    terms: &Drafts,
    usage: Option<&Used<'_>>,
    settings: &Settings,
) -> (Option<Day>, Option<Issue>) {
    // Days that tell what happened.
    let mut told = usage.and_then(|usage| usage.seen().last().copied());
    told = told.max(terms.requests.iter().copied().max());
    let rows = || {
        people
            .iter()
            .map(|&person| (person, people::row(files, person)))
    };
    for (_, row) in rows() {
        let cancelled = row.cancelled.map(|end| first_day_without(end, settings));
        told = told.max(row.last_active).max(cancelled);
    }
    let signups = rows().filter_map(|(person, row)| Some((row.signup?, person)));
    let starts = terms.starts().chain(signups);
    let Some(told) = told else {
        let over = terms.over.iter().copied();
        return (starts.map(|start| start.0).chain(over).max(), None);
    };
    let mut late: Vec<(Day, Entry)> = starts.filter(|start| start.0 > told).collect();
    order::by_key(&mut late, |start| (Reverse(start.0), start.1.place));
    // The latest day, unless it lies far behind the next one: only one day lies behind every other.
    let latest = late.first().map_or(told, |start| start.0);
    let next = late.iter().find(|start| start.0 < latest);
    let next = next.map_or(told, |start| start.0);
    let latest = if latest.since(next) > FAR {
        next
    } else {
        latest
    };
    let far = late.iter().take_while(|start| start.0 > latest).count();
    let issue = late.first().filter(|_| far > 0).map(|&(day, entry)| {
        let at = files.origin(entry);
        let mut issue = Issue::new(Code::StartFarAhead)
            .at_line(at.line)
            .with("date", day.to_string());
        issue.count = far as u64;
        issue.file = files.part(at.file).map(|p| p.source.file.clone());
        issue
    });
    (Some(latest), issue)
}

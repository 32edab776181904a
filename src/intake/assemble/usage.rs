//! What was used, put together from all files.

use super::Files;
use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset, DaysIx, Origin, Track, Usage, User};
use crate::intake::audit;
use crate::intake::kinds::Rows;
use crate::intake::kinds::usage::state::{Member, UsageState};
use crate::issue::Code;
use crate::order;
use crate::roles::Role;
use crate::settings::Join;
use std::borrow::Cow;

/// All use of all files.
pub(in crate::intake) struct Used<'a> {
    state: Cow<'a, UsageState>,
    /// Where its rows stand, if all in one file.
    file: Option<u32>,
}

impl<'a> Used<'a> {
    /// None where no file tells use. One file's is taken as it stands, unless ids are joined.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn of(files: &Files<'a>, join: Join) -> Option<Used<'a>> {
        let states = || {
            files.read().filter_map(|(file, part)| match &part.rows {
                Rows::Usage(state) => Some((file, &**state)),
                _ => None,
            })
        };
        let (file, state) = states().next()?;
        if states().nth(1).is_none() && join == Join::Exact {
            let (state, file) = (Cow::Borrowed(state), Some(file));
            return Some(Used { state, file });
        }
        let mut all = UsageState::default();
        for (file, state) in states() {
            let place = |at: Origin| Origin { file, ..at };
            all.merge(state, place, |id| files.names.id(id));
        }
        let (state, file) = (Cow::Owned(all), None);
        Some(Used { state, file })
    }

    fn place(&self, at: Origin) -> Origin {
        Origin {
            file: self.file.unwrap_or(at.file),
            ..at
        }
    }

    /// Days with a row, qualifying or not, in order.
    pub(in crate::intake) fn seen(&self) -> &[Day] {
        self.state.seen()
    }

    /// Everybody who used anything, with the first row.
    pub(in crate::intake) fn customers(&self) -> Vec<(&str, Origin)> {
        let mut customers = self.state.customers();
        for (_, at) in &mut customers {
            *at = self.place(*at);
        }
        customers
    }

    /// The use of each customer and user, given where those of [`Used::customers`] stand in the dataset.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn fold(
        &self,
        files: &mut Files<'_>,
        dataset: &Dataset,
        places: &[CustomerIx],
    ) -> Usage {
        let events = self.state.event_rows().into_iter();
        let events = events.filter(|(event, _)| !event.is_empty());
        let mut usage = Usage {
            first: self.seen().first().copied(),
            events: events.map(|(e, rows)| (e.to_owned(), rows)).collect(),
            read: self.state.days().clone(),
            has_users: tells_users(files),
            ..Usage::default()
        };
        // Of each customer the last member, and of each member the one before.
        let members: Vec<Member<'_>> = self.state.members().collect();
        let mut last = vec![None; dataset.customers.len()];
        let mut before = Vec::with_capacity(members.len());
        for (number, member) in members.iter().enumerate() {
            let place = places.get(member.customer);
            let last = place.and_then(|&place| last.get_mut(place));
            before.push(last.and_then(|last| last.replace(number)));
        }
        let mut too_large = Vec::new();
        let mut own = Vec::new();
        for (customer, last) in last.into_iter().enumerate() {
            own.clear();
            let numbers = std::iter::successors(last, |&number| before.get(number).copied()?);
            own.extend(numbers.filter_map(|number| Some((number, members.get(number)?))));
            own.reverse();
            if !own.is_sorted_by_key(|(_, member)| member.user) {
                order::by(&mut own, |a, b| a.1.user.cmp(b.1.user));
            }
            let track = together(&mut usage, &own);
            if usage.days(&track).is_too_large() {
                let first = own.iter().map(|(_, member)| self.place(member.origin));
                too_large.extend(first.min().map(|first| (customer, first)));
            }
            usage.customers.push(track);
            for own in own.iter().filter(|(_, member)| !member.user.is_empty()) {
                let user = User {
                    customer,
                    id: own.1.user.to_owned(),
                    origin: self.place(own.1.origin),
                    first: own.1.first,
                    track: together(&mut usage, std::slice::from_ref(own)),
                };
                usage.users.push(user);
            }
        }
        audit::tell(files, dataset, Code::SumTooLarge, too_large);
        usage
    }
}

/// The use of several members, by their numbers, as of one.
#[cfg_attr(feature = "scan", inline(never))]
fn together(usage: &mut Usage, members: &[(usize, &Member<'_>)]) -> Track {
    let used = members.iter().filter(|(_, member)| !member.days.is_empty());
    let last = used.clone().filter_map(|(_, member)| member.last).max();
    let mut days = used.map(|(number, member)| (DaysIx::Read(*number as u32), member.days));
    let (first, second) = (days.next(), days.next());
    let place = match (first, second) {
        (Some((_, first)), Some((_, second))) => {
            let mut sum = first.clone();
            sum.merge(second);
            days.for_each(|(_, more)| sum.merge(more));
            usage.sums.push(sum);
            Some(DaysIx::Sum((usage.sums.len() - 1) as u32))
        }
        (first, _) => first.map(|first| first.0),
    };
    Track {
        days: place,
        last_event: last
            .and_then(|(_, event)| usage.events.position(event))
            .map(|at| at as u32),
    }
}

/// Whether users stand beside customers.
fn tells_users(files: &Files<'_>) -> bool {
    let parts = || {
        let parts = files.read().map(|(_, part)| part);
        parts.filter(|part| matches!(part.rows, Rows::Usage(_)))
    };
    parts().any(|part| part.column(Role::User).is_some())
        && parts().all(|part| part.column(Role::Customer).is_some())
}

//! What was used, put together from all files.

use super::Files;
use crate::LARGE;
use crate::calendar::Day;
use crate::dataset::{Dataset, Origin, Usage};
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
    /// By member the one before of the same customer, by the first one the last: a customer has the number of the first.
    before: Vec<u32>,
}

/// So many customers are looked at together, so that waiting for memory overlaps.
const SEVERAL: usize = 16;

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
            return Some(Used::grouped(Cow::Borrowed(state), Some(file)));
        }
        let mut all = UsageState::default();
        for (file, state) in states() {
            let place = |at: Origin| Origin { file, ..at };
            all.merge(state, place, |id| files.names.id(id));
        }
        all.rest();
        Some(Used::grouped(Cow::Owned(all), None))
    }

    fn grouped(state: Cow<'a, UsageState>, file: Option<u32>) -> Used<'a> {
        let mut before = Vec::with_capacity(state.days().len());
        for (member, number) in state.members().zip(0..) {
            let last = before.get_mut(member.customer);
            let last = last.map_or(number, |last| std::mem::replace(last, number));
            before.push(last);
        }
        Used {
            state,
            file,
            before,
        }
    }

    /// The members of one of [`Used::customers`], the last one first.
    fn members(&self, customer: usize) -> impl Iterator<Item = (u32, Member<'_>)> {
        let before = |number: usize| self.before.get(number).copied();
        let numbers = std::iter::successors(before(customer), move |number| {
            let number = *number as usize;
            before(number).filter(|_| number != customer)
        });
        numbers.map_while(|number| Some((number, self.state.member(number as usize)?)))
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

    /// The numbers of all who used anything.
    pub(super) fn customers(&self) -> impl Iterator<Item = u32> {
        self.state.customers()
    }

    /// The id of one of them.
    pub(super) fn id(&self, customer: u32) -> &str {
        self.state.customer(customer)
    }

    /// Where the first row of one of them stands.
    pub(super) fn first(&self, customer: usize) -> Option<Origin> {
        let origins = self.members(customer).map(|(_, member)| member.origin);
        origins.map(|origin| self.place(origin)).min()
    }

    /// The use of each customer and user of the dataset, given the customers' numbers among [`Used::customers`].
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn fold(&self, files: &mut Files<'_>, dataset: &Dataset, numbers: &[u32]) -> Usage {
        let named = self
            .state
            .event_rows()
            .filter(|(event, _)| !event.is_empty());
        let users = self.state.members().filter(|one| !one.user.is_empty());
        let mut usage = Usage::new(self.state.days().clone());
        usage.reserve(numbers.len(), users.count());
        usage.seen = self.seen().to_vec();
        usage.has_users = tells_users(files);
        usage.events = named
            .map(|(event, rows)| (event.to_owned(), rows))
            .collect();
        let events = self.state.event_rows();
        let events: Vec<Option<usize>> = events
            .map(|(event, _)| usage.events.position(event))
            .collect();

        let mut too_large = Vec::new();
        for (customer, number) in numbers.iter().enumerate() {
            if LARGE && customer % SEVERAL == 0 {
                let next = numbers.iter().skip(customer).take(SEVERAL);
                let next = next.flat_map(|number| self.members(*number as usize));
                usage.reach(next.map(|(leaf, _)| leaf));
            }
            let number = *number as usize;
            let mut own: Vec<(u32, Member<'_>)> = self.members(number).collect();
            order::by_key(&mut own, |(_, member)| member.user);
            let leaves: Vec<u32> = own.iter().map(|(leaf, _)| *leaf).collect();
            let last = own.iter().filter_map(|(_, member)| member.last);
            let last = last.map(|(at, event)| (at, events.get(event).copied().flatten()));
            let last = last.max().and_then(|last| last.1);
            usage.add_customer(&leaves, last);
            if usage.customer(customer).is_too_large() {
                too_large.extend(self.first(number).map(|first| (customer, first.into())));
            }
            let users = own.iter().enumerate();
            for (nth, (_, member)) in users.filter(|(_, own)| !own.1.user.is_empty()) {
                usage.add_user(member.user, nth, self.place(member.origin), member.first);
            }
        }
        audit::tell(files, dataset, Code::SumTooLarge, too_large);
        usage
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

//! Who starts after the as-of date changes nothing before it.

use crate::shared::report;
use crate::support;
use crate::world::{self, Listed, Term, Use};
use proptest::prelude::*;

#[test]
fn a_customer_who_starts_after_the_as_of_date_changes_nothing_before_it() {
    support::hold(
        (world::world(5), 1..60i32, 0..3i32),
        |(world, days, later)| {
            let Some(one) = report(&world.files(), &world.settings) else {
                return Ok(());
            };
            let mut more = world.clone();
            let start = world.settings.as_of.unwrap().plus(days);
            let late = 77;
            // Only to files that are there: a first file of a kind answers more questions.
            if !world.listed.is_empty() {
                more.listed.push(Listed {
                    customer: late,
                    signup: Some(start),
                    plan: "Pro",
                });
            }
            if !world.terms.is_empty() {
                let end = (later > 0).then(|| start.plus(later * 20));
                more.terms.push(Term {
                    customer: late,
                    start,
                    end,
                    mrr: 9,
                    trial_end: None,
                    cancel_requested: None,
                });
            }
            if world
                .uses
                .iter()
                .any(|u| Some(u.day) <= world.settings.as_of)
            {
                more.uses.push(Use {
                    customer: late,
                    user: 1,
                    day: start,
                });
            }
            let two = report(&more.files(), &more.settings).expect("more rows are read");
            prop_assert_eq!(&one["figures"], &two["figures"]);
            prop_assert_eq!(&one["as_of"], &two["as_of"]);
            Ok(())
        },
    );
}

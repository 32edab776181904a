//! How many used it in a period: customers, and users where the files tell them apart.
//!
//! Definitions, section 8: active in a period: at least one qualifying row in it (and the thresholds). Section 1: a
//! period that begins before the first usage row is incomplete too.

use super::Metric;
use super::bits::Bits;
use super::question::{Layout, Members, Question, Sight, Value};
use crate::calendar::Span;
use crate::facts::Facts;
use crate::report::{Need, Unit};
use crate::settings::Choice;

pub(super) const METRIC: Metric = Metric {
    id: "active",
    unit: Unit::Customers,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Usage],
    ask: |facts| ask(facts, Members::Customers),
};

pub(super) const USERS: Metric = Metric {
    id: "active_users",
    unit: Unit::Users,
    reads: &[Choice::Grain],
    needs: |_| vec![Need::Usage, Need::Users],
    ask: |facts| ask(facts, Members::Users),
};

fn ask<'a>(facts: &'a Facts<'a>, members: Members) -> Question<'a> {
    let spans: Vec<Span> = facts.frame.usage.iter().map(|p| p.span).collect();
    let mut active = Bits::default();
    Question {
        layout: Layout::of_use(&facts.frame, &["active"]),
        value: Value::Count,
        members,
        sight: Sight::of_series(&facts.frame.usage),
        contribute: Box::new(move |member, put| {
            let days = match members {
                Members::Customers => facts.activity.customer_days(member),
                Members::Users => facts.activity.user_days(member),
            };
            active.clear();
            let mut set = |period, _| active.set(period);
            facts.activity.periods(days, &spans, &mut set);
            active.put(put, 0, 0..spans.len(), 0);
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::world::World;
    use crate::metrics::tests::shown;
    use crate::settings::Settings;

    /// February without a use still stands; the first row, of another event, lies inside January.
    #[test]
    fn worked_example() {
        let data = World::new("2024-04-10")
            .first_row("2024-01-02")
            .user("a", "u", &["2024-01-05", "2024-01-09", "2024-03-01"])
            .user("a", "v", &["2024-03-31", "2024-04-11"])
            .user("b", "u", &["2024-03-02"])
            .uses("c", &["2024-04-10"])
            .build();
        let settings = Settings::default();
        shown(&data, &settings, "active", "active 1~ 0 2 1~");
        shown(&data, &settings, "active_users", "active 1~ 0 3 0~");
        let none = World::new("2024-04-10").uses("c", &["2024-04-10"]).build();
        shown(&none, &settings, "active_users", "needs users");
        shown(
            &World::of_three().build(),
            &settings,
            "active_users",
            "needs usage users",
        );
    }
}

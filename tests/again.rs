//! Another question on files that were read says what it says when it is the first one.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;
#[path = "support/world.rs"]
mod world;

use ebb::calendar::{Day, Grain, WeekStart};
use ebb::metrics::Query;
use ebb::session::{ISSUES, Session};
use ebb::settings::{
    Adoption, ChurnDate, CohortBy, EndIs, Entry, Join, Member, Mode, Retention, Settings, Window,
};
use proptest::prelude::*;

/// Each changes one thing.
const CHANGES: [fn(&mut Settings); 27] = [
    |s| s.grain = Grain::Week,
    |s| s.grain = Grain::Month,
    |s| s.grain = Grain::Quarter,
    |s| s.week_start = WeekStart::Sunday,
    |s| s.grace = 20,
    |s| s.silent = 7,
    |s| s.dormancy = vec![10],
    |s| s.active.min_rows = Some(2),
    |s| s.active.min_value = None,
    |s| s.retention.member = Member::Users,
    |s| s.retention.mode = Mode::OnOrAfter,
    |s| s.retention.entry = Entry::Every,
    |s| s.retention.window = Window::Rolling,
    |s| s.retention.cohort = CohortBy::Signup,
    |s| s.retention.unit = Grain::Week,
    |s| s.retention.brackets = vec![(0, Some(1)), (2, None)],
    |s| s.retention = Retention::default(),
    |s| s.adoption = Adoption::Paying,
    |s| s.churn_date = ChurnDate::CancelRequest,
    |s| s.end_is = EndIs::LastDay,
    |s| s.join = Join::Folded,
    |s| s.split = Some("plan".into()),
    |s| s.split = Some("signup".into()),
    |s| s.segment = [("plan".into(), vec!["Pro".into(), String::new()])].into(),
    |s| s.as_of = None,
    |s| s.as_of = Day::from_ymd(2024, 3, 1),
    |s| s.split = None,
];

/// The report, and the customers behind some of its numbers.
fn told(session: &mut Session, settings: &Settings) -> String {
    let report = session.report(settings);
    let report = report.map(|report| support::json(&report).to_string());
    let members = [
        ("dormancy", None, Some("never".into())),
        (ISSUES, Some("usage-unknown-customer".into()), None),
    ]
    .map(|(figure, line, part)| {
        let query = Query {
            figure: figure.into(),
            line,
            part,
            ..Query::default()
        };
        session.members(settings, &query, 0, 10)
    });
    format!("{report:?} {members:?}")
}

#[test]
fn another_question_is_answered_as_if_it_were_the_first() {
    let changes = proptest::collection::vec(0..CHANGES.len(), 1..8);
    support::hold((world::world(5), changes), |(world, changes)| {
        let (files, mut settings) = (world.files(), world.settings.clone());
        let mut session = support::read(&files, &settings, 1 << 20);
        told(&mut session, &settings);
        for change in changes {
            CHANGES[change](&mut settings);
            prop_assert!(!session.must_read(&settings));
            let mut fresh = support::read(&files, &settings, 1 << 20);
            prop_assert_eq!(told(&mut session, &settings), told(&mut fresh, &settings));
        }
        Ok(())
    });
}

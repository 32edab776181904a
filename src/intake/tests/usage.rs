//! Usage files: folded rows.

use super::*;
use crate::dataset::Track;

fn days(track: Track<'_>) -> Vec<(String, u64, i64)> {
    track
        .iter()
        .map(|d| (d.day.to_string(), d.rows, d.value))
        .collect()
}

const ROWS: &str = "customer_id,user_id,timestamp,event,minutes\n\
    a,u1,2024-01-02T10:00:00,report,1.5\n\
    a,u1,2024-01-02T10:00:00,report,1.5\n\
    a,,2024-01-01 23:59:59.9,login,\n\
    b,u1,2024-01-03,login,x\n\
    ,u1,2024-01-03,login,1\n\
    b,u1,never,login,1\n";

/// Values are kept by day for who asks for a least one.
fn with_values() -> Settings {
    serde_json::from_str(r#"{"active": {"min_value": 1}}"#).unwrap()
}

#[test]
fn rows_fold_into_days_of_customers_and_users() {
    let out = one(ROWS);
    let want = [
        Role::Customer,
        Role::User,
        Role::At,
        Role::Event,
        Role::Value,
    ]
    .map(Some);
    assert_eq!(
        (out.sources[0].kind, roles(&out.sources[0])),
        (Some(Kind::Usage), want.to_vec())
    );
    assert_eq!(
        (codes(&out), counts(&out)),
        (
            vec!["id-missing", "date-unreadable", "number-ignored"],
            (6, 4, 2)
        )
    );
    let settings = with_values();
    let out = all(&[("a.csv", ROWS)], &settings);
    let usage = out.dataset.usage.as_ref().unwrap();
    assert_eq!(
        days(usage.customer(0)),
        [
            ("2024-01-01".into(), 1, 0),
            ("2024-01-02".into(), 2, 3_000_000)
        ]
    );
    assert_eq!(usage.last_event(0), Some("report"));
    let users: Vec<_> = usage
        .users
        .iter()
        .enumerate()
        .map(|(n, u)| (u.customer, usage.user_id(n), days(usage.user(n)).len()))
        .collect();
    assert_eq!(users, [(0, Some("u1"), 1), (1, Some("u1"), 1)]);
    assert!(usage.has_users);
    assert_eq!(
        usage.events,
        [("login".to_string(), 2), ("report".to_string(), 2)].into()
    );
    assert_eq!(usage.seen[0].to_string(), "2024-01-01");
}

#[test]
fn only_events_that_qualify_make_days_and_all_rows_make_customers() {
    let settings: Settings = serde_json::from_str(r#"{"active": {"events": ["report"]}}"#).unwrap();
    let out = all(&[("a.csv", ROWS)], &settings);
    let usage = out.dataset.usage.as_ref().unwrap();
    assert_eq!(out.dataset.customers.len(), 2);
    assert_eq!([0, 1].map(|c| usage.customer(c).iter().count()), [1, 0]);
    assert_eq!(
        (usage.seen[0].to_string().as_str(), usage.users.len()),
        ("2024-01-01", 2)
    );
    assert_eq!(out.dataset.as_of.unwrap().to_string(), "2024-01-03");
}

#[test]
fn users_are_the_customers_where_nobody_else_is() {
    let out = one(
        "user_id,event_time,event_type\nu1,2024-01-02T10:00:00Z,a\nu2,2024-01-02T10:00:00Z,b\n",
    );
    let usage = out.dataset.usage.as_ref().unwrap();
    assert_eq!(ids(&out.dataset), ["u1", "u2"]);
    assert!(!usage.has_users && usage.users.is_empty() && out.issues.is_empty());
}

#[test]
fn who_is_in_no_list_is_told() {
    let out = all(
        &[
            ("c.csv", "customer_id,signup_date\na,2024-01-01\n"),
            (
                "u.csv",
                "customer_id,date\na,2024-01-02\nx,2024-01-02\ny,2024-01-02\n",
            ),
        ],
        &Settings::default(),
    );
    assert_eq!(codes(&out), ["usage-unknown-customer"]);
    assert_eq!((out.issues[0].count, out.issues[0].line), (2, Some(3)));
    assert!(!out.dataset.customers[1].listed);
}

#[test]
fn purchases_are_use_with_a_value() {
    let out = all(
        &[(
            "a.csv",
            "customer,date,amount\na,2024-01-01,\"₩1,200\"\na,2024-01-02,-200\n",
        )],
        &with_values(),
    );
    assert_eq!(out.sources[0].kind, Some(Kind::Usage));
    let days = out.dataset.usage.as_ref().unwrap().customer(0);
    assert_eq!(
        days.iter().map(|d| d.value).collect::<Vec<_>>(),
        [1_200_000_000, -200_000_000]
    );
    let out = one("customer,date,amount,invoice number\na,2024-01-01,5,1\n");
    assert_eq!(out.sources[0].kind, Some(Kind::Invoices));
}

#[test]
fn the_last_event_is_that_of_the_latest_stamp_and_of_the_greater_text() {
    let out = one(
        "customer_id,timestamp,event\na,2024-01-01T10:00,z\na,2024-01-01T11:00,b\na,2024-01-01T11:00,c\na,2024-01-01T11:00,a\n",
    );
    assert_eq!(out.dataset.usage.unwrap().last_event(0), Some("c"));
}

#[test]
fn sums_beyond_all_bounds_count_nothing_and_are_told() {
    let rows = "customer_id,timestamp,value\na,2024-01-01,9000000000000\na,2024-01-01,9000000000000\nb,2024-01-01,99999999999999999\n";
    let told = ["number-too-large", "sum-too-large"];
    assert_eq!(
        codes(&one(rows)),
        told,
        "whether they are kept by day or not"
    );
    let out = all(&[("a.csv", rows)], &with_values());
    assert_eq!(codes(&out), told);
    assert_eq!(
        out.dataset
            .usage
            .unwrap()
            .customer(0)
            .iter()
            .map(|d| d.value)
            .collect::<Vec<_>>(),
        [0]
    );
}

#[test]
fn zones_in_headers_and_stamps_are_used() {
    let day = |text: &str| one(text).dataset.usage.unwrap().seen[0].to_string();
    assert_eq!(
        day("customer_id,시각 (GMT+9)\na,2024-01-02 08:00\n"),
        "2024-01-01"
    );
    assert_eq!(
        day("customer_id,timestamp\na,2024-01-02T08:00:00+09:00\n"),
        "2024-01-01"
    );
    assert_eq!(
        day("customer_id,timestamp\na,2024-01-02T08:00:00\n"),
        "2024-01-02"
    );
}

//! Customers files: definitions, section 2.

use super::*;
use crate::calendar::Day;
use crate::settings::EndIs;

fn day(text: &str) -> Option<Day> {
    Some(text.parse().unwrap())
}

#[test]
fn one_flat_file_gives_terms_and_last_use() {
    let out = one("customer,sign-up,last login,price,cancelled\n\
                   a,2024-01-05,2024-03-01,10.50,\n\
                   b,2024-01-31,2024-02-01,20,2024-03-02\n");
    let want = [
        Role::Customer,
        Role::Signup,
        Role::LastActive,
        Role::Mrr,
        Role::Cancelled,
    ]
    .map(Some);
    assert_eq!(roles(&out.sources[0]), want);
    assert!(
        out.sources[0].columns.iter().all(|c| c.certain) && out.issues.is_empty(),
        "{:?}",
        out.issues
    );
    let data = &out.dataset;
    assert!(data.priced && data.has_last_active && data.has_customers_file && data.usage.is_none());
    assert_eq!(
        (data.currency.as_deref(), data.exponent, data.as_of),
        (None, 2, day("2024-03-02"))
    );
    let terms: Vec<_> = data
        .terms
        .iter()
        .map(|t| (t.customer, t.start, t.end.get(), t.mrr))
        .collect();
    assert_eq!(
        terms,
        [
            (0, day("2024-01-05").unwrap(), None, 1050),
            (1, day("2024-01-31").unwrap(), day("2024-03-02"), 2000)
        ]
    );
    assert_eq!(data.customers[0].last_active.get(), day("2024-03-01"));
}

#[test]
fn korean_headers() {
    let out = one(
        "\u{feff}고객ID,고객명,가입일,마지막 접속일,월 요금,해지일,지역\n007,가나,2024-01-05,2024-03-01,\"12,000\",,서울\n",
    );
    let want = [
        Role::Customer,
        Role::Name,
        Role::Signup,
        Role::LastActive,
        Role::Mrr,
        Role::Cancelled,
        Role::Segment,
    ]
    .map(Some);
    assert_eq!(roles(&out.sources[0]), want);
    assert_eq!(
        (out.dataset.terms[0].mrr, out.dataset.id(0)),
        (12_000, "007")
    );
    assert_eq!(
        (
            out.dataset.customer_segments[0].as_str(),
            out.dataset.segment(0, 0)
        ),
        ("지역", "서울")
    );
}

#[test]
fn ids_are_text() {
    let out = one(
        "customer_id,signup_date\n007,2024-01-01\n7,2024-01-01\n a ,2024-01-01\nA,2024-01-01\na,2024-01-01\n",
    );
    assert_eq!(ids(&out.dataset), ["007", "7", "A", "a"]);
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["customer-repeated", "ids-alike"], (5, 4, 1))
    );
}

#[test]
fn of_different_rows_the_latest_signup_stands_then_the_latest_end_then_the_price_then_the_text() {
    let stands = |rows: &[&str]| {
        let mut answers = Vec::new();
        for turn in 0..rows.len() {
            let mut rows = rows.to_vec();
            rows.rotate_left(turn);
            let text = format!(
                "customer_id,signup_date,cancelled,mrr,region\n{}\n",
                rows.join("\n")
            );
            let out = one(&text);
            assert_eq!(counts(&out).1, 1, "{text}");
            let segment = out.dataset.customer_segments.first();
            let segment = segment.map(|_| out.dataset.segment(0, 0).to_owned());
            answers.push((
                out.dataset.terms[0].start,
                out.dataset.terms[0].end.get(),
                out.dataset.terms[0].mrr,
                segment,
            ));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1);
        answers.pop().unwrap()
    };
    let first = day("2024-01-01").unwrap();
    assert_eq!(
        stands(&["a,2024-01-01,,9,", "a,2024-01-02,,5,", "a,2024-01-02,,5,"]).0,
        day("2024-01-02").unwrap()
    );
    assert_eq!(
        stands(&["a,2024-01-01,,9,", "a,2024-01-01,2024-02-01,5,"]).1,
        day("2024-02-01")
    );
    assert_eq!(
        stands(&["a,2024-01-01,,,", "a,2024-01-01,,9,", "a,2024-01-01,,10,"]),
        (first, None, 10, None)
    );
    assert_eq!(
        stands(&["a,2024-01-01,,9,EU", "a,2024-01-01,,9,US"])
            .3
            .as_deref(),
        Some("US")
    );
}

#[test]
fn equal_rows_count_once_and_conflicts_are_set_aside_across_files() {
    let out = all(
        &[
            (
                "a.csv",
                "customer_id,signup_date\n1,2024-01-01\n2,2024-01-01\n",
            ),
            (
                "b.csv",
                "customer_id,signup_date\n1,2024-01-01\n2,2024-01-02\n",
            ),
        ],
        &Settings::default(),
    );
    assert_eq!(codes(&out), ["customer-repeated", "customer-conflict"]);
    assert_eq!((out.sources[0].set_aside, out.sources[1].set_aside), (1, 1));
    assert_eq!(
        out.dataset
            .customers
            .iter()
            .map(|c| c.origin.file())
            .collect::<Vec<_>>(),
        [0, 1]
    );
}

#[test]
fn a_term_that_ends_before_it_starts_is_set_aside_and_the_customer_stays() {
    let out = one(
        "customer_id,signup_date,cancelled,mrr\n1,2024-02-01,2024-02-01,5\n2,2024-02-01,2024-01-01,5\n3,2024-02-01,,5\n",
    );
    assert_eq!(codes(&out), ["end-before-start", "price-without-term"]);
    assert_eq!(
        (
            counts(&out),
            out.dataset.customers.len(),
            out.dataset.terms.len()
        ),
        ((3, 3, 0), 3, 1)
    );
    assert_eq!(out.issues[0].count, 2);
}

#[test]
fn a_negative_or_unreadable_price_gives_no_term_and_the_customer_stays() {
    let out = one(
        "customer_id,signup_date,mrr\n1,2024-02-01,-5\n2,2024-02-01,\n3,2024-02-01,lots\n4,2024-02-01,0\n",
    );
    assert_eq!(codes(&out), ["amount-negative", "amount-unreadable"]);
    assert_eq!((counts(&out), out.dataset.customers.len()), ((4, 4, 0), 4));
    assert_eq!(
        out.dataset.terms.iter().map(|t| t.mrr).collect::<Vec<_>>(),
        [0]
    );
}

#[test]
fn without_a_price_every_signup_is_a_term() {
    let out = one("customer_id,signup_date,plan\n1,2024-02-01,Pro\n2,,Pro\n");
    let data = &out.dataset;
    assert!(!data.priced && out.issues.is_empty());
    assert_eq!(
        (data.terms.len(), data.terms[0].mrr, data.customers.len()),
        (1, 1, 2)
    );
    assert_eq!(
        (data.customer_segments[0].as_str(), data.plan(0)),
        ("plan", Some("Pro"))
    );
}

#[test]
fn an_end_may_be_the_last_day() {
    let text = "customer_id,signup_date,cancelled\n1,2024-02-01,2024-02-29\n2,2024-02-01,2024-02-29 23:59:59\n3,2024-02-01,2024-02-01\n";
    let ends = |settings: &Settings| {
        all(&[("a.csv", text)], settings)
            .dataset
            .terms
            .iter()
            .map(|t| t.end.get().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(ends(&Settings::default()), ["2024-02-29", "2024-03-01"]);
    assert_eq!(
        ends(&Settings {
            end_is: EndIs::LastDay,
            ..Settings::default()
        }),
        ["2024-03-01", "2024-03-01", "2024-02-02"]
    );
}

#[test]
fn a_yes_or_no_is_a_mark_and_a_day_is_an_end() {
    let out = one("customer_id,tenure,churned\n1,5,Yes\n2,6,no\n3,x,maybe\n");
    assert_eq!(
        roles(&out.sources[0]),
        [Role::Customer, Role::Tenure, Role::Churned].map(Some)
    );
    assert_eq!(codes(&out), ["number-ignored", "yes-no-ignored"]);
    assert_eq!(
        out.dataset
            .customers
            .iter()
            .map(|c| c.churned)
            .collect::<Vec<_>>(),
        [Some(true), Some(false), None]
    );
    let out = one("customer_id,signup,churned\n1,2024-01-01,2024-02-01\n");
    assert_eq!(
        roles(&out.sources[0]),
        [Role::Customer, Role::Signup, Role::Cancelled].map(Some)
    );
    let out = one("customer_id,signup,cancelled\n1,2024-01-01,yes\n2,2024-01-01,no\n");
    assert_eq!(
        roles(&out.sources[0]),
        [Role::Customer, Role::Signup, Role::Churned].map(Some)
    );
}

#[test]
fn settings_name_roles_and_take_them_from_the_guess() {
    let text = "customer_id,signup_date,when,region\n1,2024-01-01,2024-02-01,EU\n";
    let settings: Settings =
        serde_json::from_str(r#"{"columns": {"a.csv": {"when": "signup", "region": null}}}"#)
            .unwrap();
    let out = all(&[("a.csv", text)], &settings);
    assert_eq!(
        roles(&out.sources[0]),
        [Some(Role::Customer), None, Some(Role::Signup), None]
    );
    assert_eq!(out.dataset.customers[0].signup.get(), day("2024-02-01"));
    assert!(out.dataset.customer_segments.is_empty());
    let settings: Settings = serde_json::from_str(
        r#"{"kinds": {"a.csv": "subscriptions"}, "columns": {"a.csv": {"signup_date": "start"}}}"#,
    )
    .unwrap();
    let out = all(&[("a.csv", text)], &settings);
    assert_eq!(
        (out.sources[0].kind, out.dataset.terms.len()),
        (Some(Kind::Subscriptions), 1)
    );
}

#[test]
fn segments_are_judged_over_all_files_together() {
    let half = |from: usize| {
        let rows: String = (from..from + 40)
            .map(|i| format!("{i},2024-01-01,r{},n{i}\n", i % 50))
            .collect();
        format!("customer_id,signup_date,region,label\n{rows}")
    };
    let out = all(
        &[("a.csv", &half(0)), ("b.csv", &half(40))],
        &Settings::default(),
    );
    assert_eq!(out.dataset.customer_segments, ["region"]);
    assert_eq!(out.sources[0].columns[3].role, None);
    assert_eq!(out.dataset.segment(0, 0), "r0");
}

#[test]
fn two_columns_for_one_role_are_asked_about() {
    let out = one("customer_id,created,created_at,plan\n1,2024-01-01,2024-01-02,x\n");
    assert_eq!(codes(&out), ["column-uncertain"]);
    assert!(
        !out.sources[0].columns[1].certain && out.sources[0].columns[1].role == Some(Role::Signup)
    );
}

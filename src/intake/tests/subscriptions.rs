//! Subscriptions files: definitions, section 2.

use super::*;
use crate::settings::{ChurnDate, EndIs};

fn terms(out: &Assembled) -> Vec<(String, String, Option<String>, i64)> {
    let name = |i: usize| out.dataset.id(i).to_owned();
    out.dataset
        .terms
        .iter()
        .map(|t| {
            (
                name(t.customer as usize),
                t.start.to_string(),
                t.end.get().map(|e| e.to_string()),
                t.mrr,
            )
        })
        .collect()
}

#[test]
fn amounts_of_an_interval_become_a_months() {
    let out = one("customer_id,start,amount,interval,quantity,currency\n\
                   a,2024-01-01,99.99,year,,USD\n\
                   b,2024-01-01,30,quarter,2,usd\n\
                   c,2024-01-01,10,week,,\n\
                   d,2024-01-01,1,day,3,\n\
                   e,2024-01-01,5,fortnight,,\n\
                   f,2024-01-01,5,month,many,\n\
                   g,2024-01-01,5,half-year,0,\n");
    let mrr: Vec<i64> = out.dataset.terms.iter().map(|t| t.mrr).collect();
    assert_eq!(mrr, [833, 2000, 4333, 9125, 500, 0]);
    assert_eq!(
        (out.dataset.currency.as_deref(), out.dataset.exponent),
        (Some("USD"), 2)
    );
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["interval-unknown", "number-ignored"], (7, 6, 1))
    );
}

#[test]
fn quantity_does_not_multiply_an_mrr() {
    let out = one("customer_id,start,mrr,quantity\na,2024-01-01,5,3\n");
    assert_eq!(out.dataset.terms[0].mrr, 5);
}

#[test]
fn the_exponent_without_a_currency_is_the_most_decimals_seen() {
    let exponent = |price: &str| {
        one(&format!(
            "customer_id,start,mrr\na,2024-01-01,5\nb,2024-01-01,{price}\n"
        ))
        .dataset
        .exponent
    };
    assert_eq!(
        (exponent("5"), exponent("5.50"), exponent("5.123456")),
        (0, 2, 4)
    );
}

#[test]
fn the_commonest_currency_is_the_reports_and_others_are_set_aside_with_their_sum() {
    let text = "customer_id,start,mrr,currency\na,2024-01-01,5,EUR\nb,2024-01-02,6.50,USD\nc,2024-03-01,7,USD\nd,2024-01-01,8,\ne,2024-01-01,9,EUR\n";
    let out = one(text);
    assert_eq!(
        (out.dataset.currency.as_deref(), out.dataset.terms.len()),
        (Some("EUR"), 3)
    );
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["currency-other"], (5, 3, 2))
    );
    let args: Vec<String> = out.issues[0]
        .args
        .iter()
        .map(|(k, v)| format!("{k}={v:?}"))
        .collect();
    assert_eq!(
        args.join(" "),
        "currency=Text(\"USD\") report=Text(\"EUR\") sum=Text(\"13.50\")"
    );
    // What was not read does not count for the as-of date either.
    assert_eq!(out.dataset.as_of.unwrap().to_string(), "2024-01-01");
    let settings = Settings {
        currency: Some("USD".into()),
        ..Settings::default()
    };
    assert_eq!(all(&[("a.csv", text)], &settings).dataset.terms.len(), 3);
}

#[test]
fn terms_come_from_subscriptions_where_there_are_any() {
    let people = "customer_id,signup_date,mrr\na,2023-01-01,9\nb,2023-01-01,9\n";
    let out = all(
        &[
            ("c.csv", people),
            (
                "s.csv",
                "customer_id,start,mrr,plan\na,2024-01-01,5,Pro\nx,2024-01-01,5,Basic\n",
            ),
        ],
        &Settings::default(),
    );
    assert_eq!(
        terms(&out),
        [
            ("a".into(), "2024-01-01".into(), None, 5),
            ("x".into(), "2024-01-01".into(), None, 5)
        ]
    );
    assert_eq!(codes(&out), ["term-unknown-customer", "price-without-term"]);
    let data = &out.dataset;
    assert_eq!(
        (ids(data), [0, 1, 2].map(|c| data.customers[c].listed)),
        (vec!["a", "b", "x"], [true, true, false])
    );
    assert_eq!(
        (data.plan(0), data.term_segments[0].as_str()),
        (Some("Pro"), "plan")
    );
}

#[test]
fn end_before_start_is_set_aside_and_the_customer_stays() {
    let out = one("customer_id,start,end,mrr\na,2024-02-01,2024-02-01,5\nb,2024-02-01,,5\n");
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["end-before-start"], (2, 1, 1))
    );
    assert_eq!(out.dataset.customers.len(), 2);
    let settings = Settings {
        end_is: EndIs::LastDay,
        ..Settings::default()
    };
    let out = all(
        &[(
            "a.csv",
            "customer_id,start,end,mrr\na,2024-02-01,2024-02-01,5\n",
        )],
        &settings,
    );
    assert_eq!(
        terms(&out),
        [(
            "a".into(),
            "2024-02-01".into(),
            Some("2024-02-02".into()),
            5
        )]
    );
}

#[test]
fn blank_amounts_give_no_term_and_negative_ones_are_set_aside() {
    let out = one(
        "customer_id,start,mrr\na,2024-01-01,\nb,2024-01-01,x\nc,2024-01-01,-1\nd,2024-01-01,1\n",
    );
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["amount-negative", "amount-unreadable"], (4, 3, 1))
    );
    assert_eq!(
        (out.dataset.terms.len(), out.dataset.customers.len()),
        (1, 3)
    );
}

#[test]
fn without_amounts_every_term_counts() {
    let out =
        one("customer_id,start_date,end_date\na,2024-01-01,2024-02-01\nb,2024-01-15,9999-12-31\n");
    assert!(!out.dataset.priced && out.issues.is_empty());
    assert_eq!(
        terms(&out),
        [
            (
                "a".into(),
                "2024-01-01".into(),
                Some("2024-02-01".into()),
                1
            ),
            ("b".into(), "2024-01-15".into(), None, 1)
        ]
    );
}

#[test]
fn equal_rows_are_two_terms_unless_a_row_id_shows_them_to_be_one() {
    let out = one("customer_id,start,mrr\na,2024-01-01,5\na,2024-01-01,5\n");
    assert_eq!(
        (codes(&out), out.dataset.terms.len()),
        (vec!["term-equal", "terms-overlap"], 2)
    );
    for header in ["id", "row_id", "subscription_id", "Subscription"] {
        let rows = "1,a,2024-01-01,5\n1,a,2024-01-01,5\n2,a,2024-01-01,5\n";
        let out = one(&format!("{header},customer_id,start,mrr\n{rows}"));
        assert_eq!(
            (codes(&out), counts(&out)),
            (vec!["term-repeated", "terms-overlap"], (3, 2, 1)),
            "{header}"
        );
        assert_eq!(out.sources[0].columns[0].role, Some(Role::Row));
    }
}

#[test]
fn a_cancel_request_may_end_the_term() {
    let text = "customer_id,start,end,cancel_requested_at,mrr\n\
                a,2024-01-01,2024-03-01,2024-02-10,5\n\
                b,2024-01-01,,2024-02-10,5\n\
                c,2024-01-01,2024-02-01,2024-02-10,5\n\
                d,2024-01-05,2024-02-01,2024-01-02,5\n";
    let ends = |churn_date| {
        let out = all(
            &[("a.csv", text)],
            &Settings {
                churn_date,
                ..Settings::default()
            },
        );
        assert_eq!(out.dataset.as_of.unwrap().to_string(), "2024-02-10");
        terms(&out)
            .into_iter()
            .map(|t| t.2.unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ends(ChurnDate::TermEnd),
        ["2024-03-01", "", "2024-02-01", "2024-02-01"]
    );
    assert_eq!(
        ends(ChurnDate::CancelRequest),
        ["2024-02-10", "2024-02-10", "2024-02-01", "2024-01-06"]
    );
}

#[test]
fn trials_are_kept() {
    let out =
        one("customer_id,start,trial_end,mrr\na,2024-01-01,2024-01-15,5\nb,2024-01-01,soon,5\n");
    assert_eq!(
        out.dataset.terms[0].trial_end.get().unwrap().to_string(),
        "2024-01-15"
    );
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["date-ignored"], (2, 2, 0))
    );
}

#[test]
fn a_number_that_cannot_be_held_is_refused() {
    let text = "customer_id,start,mrr\na,2024-01-01,99999999999999999999\nb,2024-01-01,9007199254740992\nc,2024-01-01,9007199254740991\n";
    let out = one(text);
    assert_eq!(
        (codes(&out), counts(&out)),
        (vec!["number-too-large"], (3, 1, 2))
    );
    assert_eq!(
        (out.issues[0].count, out.dataset.terms[0].mrr),
        (2, crate::money::MAX_EXACT)
    );
    let out = all(
        &[("a.csv", text)],
        &Settings {
            currency: Some("USD".into()),
            ..Settings::default()
        },
    );
    assert_eq!((counts(&out), out.dataset.terms.len()), ((3, 0, 3), 0));
}

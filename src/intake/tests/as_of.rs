//! The last day the files speak for: definitions, section 1.

use super::*;

fn as_of(files: &[(&str, &str)]) -> String {
    all(files, &Settings::default())
        .dataset
        .as_of
        .map_or("none".into(), |d| d.to_string())
}

const SUBS: &str = "customer_id,start,end,mrr\na,2024-01-01,2024-09-01,5\nb,2024-03-10,,5\n";

#[test]
fn an_end_may_be_a_plan_and_does_not_count() {
    assert_eq!(as_of(&[("s.csv", SUBS)]), "2024-03-10");
}

#[test]
fn what_happened_counts() {
    assert_eq!(
        as_of(&[
            ("s.csv", SUBS),
            (
                "u.csv",
                "customer_id,timestamp,event\na,2024-03-31T10:00:00,x\n"
            )
        ]),
        "2024-03-31"
    );
    assert_eq!(
        as_of(&[
            ("s.csv", SUBS),
            (
                "c.csv",
                "customer_id,signup_date,last_login\na,2024-01-01,2024-04-01\n"
            )
        ]),
        "2024-04-01"
    );
    assert_eq!(
        as_of(&[(
            "c.csv",
            "customer_id,signup_date,cancelled\na,2024-01-01,2024-04-05\n"
        )]),
        "2024-04-05"
    );
}

#[test]
fn a_start_far_ahead_does_not_move_it_where_something_happened() {
    let usage = ("u.csv", "customer_id,timestamp,event\na,2024-03-01,x\n");
    let subs = |day: &str| format!("customer_id,start,mrr\na,2024-01-01,5\nb,{day},5\n");
    assert_eq!(
        as_of(&[usage, ("s.csv", &subs("2024-04-01"))]),
        "2024-04-01"
    );
    assert_eq!(
        as_of(&[usage, ("s.csv", &subs("2024-04-02"))]),
        "2024-03-01"
    );
    assert_eq!(as_of(&[("s.csv", &subs("2030-01-01"))]), "2030-01-01");
    let out = all(
        &[usage, ("s.csv", &subs("2024-04-02"))],
        &Settings::default(),
    );
    assert_eq!(codes(&out), ["start-far-ahead", "after-as-of"]);
    assert_eq!(
        (out.issues[0].line, out.issues[0].file.as_deref()),
        (Some(3), Some("s.csv"))
    );
}

#[test]
fn an_end_counts_where_the_status_says_that_it_is_over_and_nothing_else_tells() {
    let subs = "customer_id,start,end,mrr,status\na,2024-01-01,2024-05-01,5,Cancelled\nb,2024-03-10,2024-08-01,5,active\n";
    assert_eq!(as_of(&[("s.csv", subs)]), "2024-05-01");
    assert_eq!(
        as_of(&[("s.csv", &subs.replace("Cancelled", "만료"))]),
        "2024-05-01"
    );
    assert_eq!(
        as_of(&[
            ("s.csv", subs),
            ("u.csv", "customer_id,timestamp,event\na,2024-03-31,x\n")
        ]),
        "2024-03-31"
    );
}

#[test]
fn rows_set_aside_do_not_count_and_the_setting_wins() {
    assert_eq!(
        as_of(&[(
            "s.csv",
            "customer_id,start,mrr\na,2024-01-01,5\n,2024-05-01,5\nb,2024-05-01,-5\n"
        )]),
        "2024-01-01"
    );
    let settings = Settings {
        as_of: "2023-12-31".parse().ok(),
        ..Settings::default()
    };
    let out = all(&[("s.csv", SUBS)], &settings);
    assert_eq!(codes(&out), ["after-as-of"]);
    // The sentence says after which day.
    assert_eq!(
        out.issues[0].args.get("date"),
        Some(&crate::issue::Arg::from("2023-12-31"))
    );
}

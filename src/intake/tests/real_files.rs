//! The files that stand beside the project, where they stand.

use super::*;

fn shared(name: &str) -> Option<Vec<u8>> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|p| p.join("shared/data").join(name))
        .find(|p| p.exists());
    if path.is_none() {
        eprintln!("skipped: no shared/data/{name}");
    }
    path.and_then(|p| std::fs::read(p).ok())
}

fn alone(name: &str) -> Option<Assembled> {
    // So that values are kept by day.
    let mut settings = Settings::default();
    settings.active.min_value = Some(0.0);
    let part = read_in(name, &shared(name)?, &settings, 4093);
    Some(assemble(&[&part], &settings))
}

#[test]
fn the_subscription_periods() {
    let Some(out) = alone("dbt_subscription_periods.csv") else {
        return;
    };
    assert_eq!(out.sources[0].kind, Some(Kind::Subscriptions));
    assert_eq!(
        roles(&out.sources[0]),
        [
            Some(Role::Row),
            Some(Role::Customer),
            Some(Role::Start),
            Some(Role::End),
            Some(Role::Mrr)
        ]
    );
    assert_eq!(counts(&out), (121, 121, 0));
    assert_eq!(out.dataset.terms.len(), 121);
    assert_eq!(
        (
            out.dataset.currency.as_deref(),
            out.dataset.exponent,
            out.dataset.priced
        ),
        (None, 0, true)
    );
    assert!(out.issues.is_empty(), "{:?}", out.issues);
    println!("{:?}", out.dataset.as_of);
}

#[test]
fn the_purchases() {
    let Some(out) = alone("cdnow_sample.csv") else {
        return;
    };
    assert_eq!(out.sources[0].kind, Some(Kind::Usage));
    assert_eq!(
        roles(&out.sources[0]),
        [
            Some(Role::Customer),
            Some(Role::At),
            None,
            Some(Role::Value)
        ]
    );
    assert_eq!(counts(&out), (6919, 6919, 0));
    let usage = out.dataset.usage.as_ref().unwrap();
    assert_eq!(out.dataset.customers.len(), 2357);
    assert_eq!(
        (0..2357).filter(|c| !usage.customer(*c).is_empty()).count(),
        2357
    );
    assert!(
        !usage.has_users && out.issues.is_empty(),
        "{:?}",
        out.issues
    );
    let first = usage.customer(0).iter().next();
    assert_eq!(first.map(|d| d.value), Some(29_330_000));
}

#[test]
fn the_telephone_customers() {
    let Some(out) = alone("telco_customer_churn.csv") else {
        return;
    };
    let data = &out.dataset;
    assert_eq!(out.sources[0].kind, Some(Kind::Customers));
    assert_eq!(counts(&out), (7043, 7043, 0));
    assert_eq!(
        data.customers
            .iter()
            .filter(|c| c.churned == Some(true))
            .count(),
        1869
    );
    assert!(
        data.terms.is_empty() && data.as_of.is_none() && data.customers.iter().all(|c| c.listed)
    );
    assert_eq!(
        data.customer_segments,
        [
            "gender",
            "SeniorCitizen",
            "Partner",
            "Dependents",
            "PhoneService",
            "MultipleLines",
            "InternetService",
            "OnlineSecurity",
            "OnlineBackup",
            "DeviceProtection",
            "TechSupport",
            "StreamingTV",
            "StreamingMovies",
            "Contract",
            "PaperlessBilling",
            "PaymentMethod"
        ]
    );
    assert_eq!(codes(&out), ["price-without-term"]);
    assert_eq!(out.issues[0].count, 7043);
    let contract = data
        .customer_segments
        .iter()
        .position(|h| h == "Contract")
        .unwrap();
    let left = |value: &str| {
        let customers = data.customers.iter().enumerate();
        customers
            .filter(|(i, c)| data.segment(*i, contract) == value && c.churned == Some(true))
            .count()
    };
    assert_eq!(
        (left("Month-to-month"), left("One year"), left("Two year")),
        (1655, 166, 48)
    );
}

#[test]
fn the_web_shop_has_invoices_without_an_amount() {
    let Some(out) = alone("online_retail_germany.csv") else {
        return;
    };
    // The price of one and not of the line: there is no amount, and none is made up.
    assert_eq!(out.sources[0].kind, Some(Kind::Invoices));
    assert_eq!(codes(&out), ["column-missing"]);
}

//! Reading a file needs at most three times its size and 64 MB. One test in a process of its own, which counts what
//! is allocated.
//!
//! Of use nothing is kept but days, so that a file of it may be of any size. Customers, terms and invoices are kept row
//! by row, and a row of twenty bytes needs some hundreds: there the files are as short as rows come. A triangle has a
//! cell for each period and age, however few rows there are: there it is the number of cells that is bounded.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/memory.rs"]
mod memory;
mod support;

use memory::{MEGABYTE, excess, peak};
use std::fmt::Write as _;

/// Two thousand customers, each of whose days of use has some rows.
fn use_of(size: usize) -> Vec<u8> {
    let mut text = String::from("customer_id,user_id,timestamp,event,value\n");
    let mut n = 0;
    while text.len() < size {
        let (customer, day) = (n % 2000, n / 2000 / 6 % 90);
        let (month, day) = (day / 28 + 1, day % 28 + 1);
        let _ = writeln!(
            text,
            "C{customer:04},U{customer:04},2024-{month:02}-{day:02} 10:00:00,open,1.50"
        );
        n += 1;
    }
    text.into_bytes()
}

/// A file of so many short rows.
fn rows(header: &str, count: usize, row: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = format!("{header}\n");
    for n in 0..count {
        text += &row(n);
        text.push('\n');
    }
    text.into_bytes()
}

/// Rows of customers, terms and invoices; `EBB_ROWS` asks for another number. 700,000 hold, and take longer.
fn many() -> usize {
    let asked = std::env::var("EBB_ROWS").ok();
    asked.and_then(|rows| rows.parse().ok()).unwrap_or(400_000)
}

/// Customers of whom each is written like another.
const ALIKE: usize = 400_000;

/// Rows of use, of which each names somebody new: of whom more is kept than of any row.
const NAMES: usize = 400_000;

/// Rows of use far apart; the calendar has no day for more.
const FAR: usize = 200_000;

/// Every number below so many once, in no order.
fn shuffled(n: usize, many: usize) -> usize {
    n * 77_773 % many
}

/// Files of short rows: of each row much more may be kept than it has bytes.
fn short() -> Vec<(&'static str, Vec<u8>)> {
    let many = many();
    let customers = "id,signup_date,mrr";
    let terms = "customer,start,end,mrr";
    let invoices = "customer,invoice_date,amount";
    let day = |n: usize| format!("2024-{:02}-{:02}", n % 12 + 1, n / 12 % 28 + 1);
    vec![
        (
            "customers: ids",
            rows("customer_id", many, |n| n.to_string()),
        ),
        (
            "customers: ids in no order",
            rows("customer_id", many, |n| shuffled(n, many).to_string()),
        ),
        (
            "customers: prices",
            rows(customers, many, |n| format!("C{n},{},{}", day(n), n % 90)),
        ),
        (
            "customers: in no order",
            rows(customers, many, |n| {
                format!("{},{},{}", shuffled(n, many), day(n), n % 90)
            }),
        ),
        (
            "customers: currencies",
            rows("id,signup_date,mrr,currency", many, |n| {
                format!("{n},2024-01-05,{}.5,{}", n, ["EUR", "KRW", "USD"][n % 3])
            }),
        ),
        (
            "customers: segments",
            rows("id,plan,owner,tier,region,size,name", many, |n| {
                format!("{n},{},{},{},{},x,{n}", n % 7, n % 50, n % 3, n % 9)
            }),
        ),
        (
            "customers: equal rows",
            rows(customers, many, |_| "1,2024-01-05,9".to_owned()),
        ),
        (
            "customers: one with many rows",
            rows(customers, many, |n| format!("1,{},{n}", day(n))),
        ),
        (
            "customers: set aside",
            rows("id,cancelled,mrr", many, |_| "1,x,9".to_owned()),
        ),
        (
            "customers: alike",
            rows("id,mrr", ALIKE, |n| {
                format!("{}{},1", ["a", "A"][n % 2], n / 2)
            }),
        ),
        (
            "terms",
            rows(terms, many, |n| format!("C{n},{},,9", day(n))),
        ),
        (
            "terms in no order",
            rows(terms, many, |n| {
                format!("{},{},{},9", shuffled(n, many), day(n), "2025-02-01")
            }),
        ),
        (
            "terms: starts",
            rows("customer,start", many, |n| format!("{n},2024-1-5")),
        ),
        (
            "terms: currencies and segments",
            rows("customer,start,mrr,currency,plan,reason,tier", many, |n| {
                format!(
                    "{n},2024-01-05,{n}.5,{},{},a,{}",
                    ["EUR", "KRW", "USD"][n % 3],
                    n % 8,
                    n % 3
                )
            }),
        ),
        (
            "terms: equal rows",
            rows(terms, many, |_| "1,2024-01-05,,9".to_owned()),
        ),
        (
            "terms: of one customer",
            rows(terms, many, |n| format!("1,{},,{n}", day(n))),
        ),
        (
            "terms: set aside",
            rows(terms, many, |n| format!("{n},2024-02-01,2024-01-01,9")),
        ),
        (
            "terms: a change of price each",
            rows(terms, many, |n| {
                format!("{},{},{},{}", n / 3, day(n % 3), day(n % 3 + 1), n % 3 + 1)
            }),
        ),
        (
            "terms: a century between them",
            rows(terms, many / 10, |n| {
                let year = if n == 0 { 2090 } else { 1990 };
                format!("{n},{year}-01-05,,9")
            }),
        ),
        (
            "invoices",
            rows(invoices, many, |n| format!("C{n},{},9", day(n))),
        ),
        (
            "invoices in no order",
            rows(invoices, many, |n| {
                format!("{},{},9", shuffled(n, many), day(n))
            }),
        ),
        (
            "invoices: of a few customers",
            rows(invoices, many, |n| {
                format!("{},{},{n}", n % 5000, day(n / 5000))
            }),
        ),
        (
            "invoices: currencies and refunds",
            rows("customer,invoice_date,amount,currency,invoice", many, |n| {
                format!(
                    "{},2024-01-05,{},{},{}",
                    n / 2,
                    if n % 2 == 0 { "9" } else { "-3" },
                    ["EUR", "EUR", "USD"][n % 3],
                    n / 2
                )
            }),
        ),
        (
            "invoices: equal rows",
            rows(invoices, many, |_| "1,2024-01-05,9".to_owned()),
        ),
        (
            "invoices: refunds of nothing",
            rows(invoices, many, |n| format!("{n},2024-01-05,-9")),
        ),
        (
            "a customer for each row of use",
            rows("customer,at", NAMES, |n| format!("{n},2024-01-05")),
        ),
        (
            "a customer and a user for each row of use",
            rows("customer,user,at,event", NAMES, |n| {
                format!("{},{n},{},a", shuffled(n, NAMES), day(n))
            }),
        ),
        (
            "a user for each row of use",
            rows("customer,user,at", NAMES, |n| {
                format!("{},{n},2024-{:02}-01", n % 9, n % 12 + 1)
            }),
        ),
        (
            "a customer of many days for each row of use",
            rows("customer,at", NAMES, |n| {
                format!(
                    "{},2024-{:02}-{:02}",
                    n % 50_000,
                    n % 12 + 1,
                    n / 50_000 * 7 + 1
                )
            }),
        ),
    ]
}

/// The day so many days after the first of 1990, where all months have 28.
fn day(n: usize) -> String {
    format!(
        "{}-{:02}-{:02}",
        1990 + n / 336,
        n / 28 % 12 + 1,
        n % 28 + 1
    )
}

/// Use so far apart that no two rows are near each other: eight thousand years of it.
fn far_apart() -> Vec<(&'static str, Vec<u8>)> {
    let header = "customer,user,at,event,value";
    vec![
        (
            "use of one through all centuries",
            rows(header, FAR, |n| format!("1,1,{},x,1.5", day(n * 13))),
        ),
        (
            "use of thousands through all centuries",
            rows(header, FAR, |n| {
                format!("{},1,{},x,1", n % 2000, day(shuffled(n, FAR) * 13))
            }),
        ),
    ]
}

/// Customers of whom one comes every so many days, with a row of use each.
fn newcomers(count: usize, days: usize) -> Vec<support::File> {
    let customers = rows("id,signup_date,mrr", count, |n| {
        format!("{n},{},9", day(n * days))
    });
    let used = rows("customer,user,at", count, |n| {
        format!("{n},{n},{}", day(n * days))
    });
    vec![
        ("customers.csv".to_owned(), customers),
        ("use.csv".to_owned(), used),
    ]
}

#[test]
fn memory_is_bounded_by_the_file() {
    let mut large = Vec::new();
    let mut files = hostile::traps(MEGABYTE);
    files.push(("a long file of use", use_of(24 * MEGABYTE)));
    files.extend(far_apart());
    files.extend(short());
    for (name, bytes) in files {
        large.extend(excess(name, bytes));
    }
    for (name, bytes) in ["table", "intake"].into_iter().flat_map(hostile::corpus) {
        large.extend(excess(&name, bytes));
    }
    for (name, count, days, grain, shown, bound) in [
        ("30 years of months", 360, 28, "month", true, 64),
        ("a century of months", 1200, 28, "month", true, 128),
        ("150 years of months", 1800, 28, "month", false, 64),
        ("27 years of weeks", 1296, 7, "week", true, 128),
        ("10 years of days", 3360, 1, "day", false, 64),
    ] {
        let files = newcomers(count, days);
        let settings = support::settings(serde_json::json!({ "grain": grain }));
        let mut held = None;
        let most =
            peak(|| held = Some(support::read(&files, &settings, 1 << 16).report(&settings)));
        println!(
            "report {:>5} MB of {bound:>3}  triangles of {name}",
            most / MEGABYTE
        );
        match held.unwrap() {
            Ok(_) => assert!(shown, "{name}"),
            Err(problem) => assert!(!shown && problem.code == "too-many-cells", "{name}"),
        }
        if most > bound * MEGABYTE {
            large.push(format!("report of {name}: {} MB", most / MEGABYTE));
        }
    }
    assert!(large.is_empty(), "{}", large.join("\n"));
}

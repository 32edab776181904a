//! Bad input gets a word with its place, and the rest is still read.

use super::*;

#[test]
fn an_empty_file() {
    for text in ["", "\n\n", "  \r\n", "\u{feff}"] {
        let out = one(text);
        assert_eq!(codes(&out), ["file-empty"], "{text:?}");
        assert_eq!(counts(&out), (0, 0, 0));
    }
}

#[test]
fn a_header_only() {
    let out = one("customer_id,signup_date\n");
    assert_eq!(codes(&out), ["file-header-only"]);
    assert_eq!(out.sources[0].kind, Some(Kind::Customers));
}

#[test]
fn the_mark_that_ends_a_file_of_dos_is_no_row() {
    for end in ["\x1a", "\x1a\r\n", "\x1a\0\0"] {
        let out = one(&format!("customer_id,signup_date\n7,2024-01-02\n{end}"));
        assert_eq!((codes(&out), counts(&out)), (vec![], (1, 1, 0)), "{end:?}");
    }
}

#[test]
fn a_picture_named_csv() {
    let part = read_in(
        "a.csv",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR,,\n\n",
        &Settings::default(),
        3,
    );
    let out = assemble(&[&part], &Settings::default());
    assert_eq!(codes(&out), ["file-not-text"]);
    assert_eq!(
        (out.sources[0].encoding.as_str(), counts(&out)),
        ("binary", (0, 0, 0))
    );
}

#[test]
fn a_customers_file_without_an_id_column() {
    let out = one("name,signup_date,price\nAda,2024-01-01,5\nBob,2024-01-02,6\n");
    assert_eq!(out.sources[0].kind, Some(Kind::Customers));
    assert_eq!(codes(&out), ["column-missing"]);
    assert_eq!(counts(&out), (2, 0, 2));
}

#[test]
fn columns_that_mean_nothing() {
    let out = one("a,b\n1,2\n");
    assert_eq!(codes(&out), ["file-unrecognised"]);
    assert_eq!((out.sources[0].kind, counts(&out)), (None, (1, 0, 1)));
}

#[test]
fn a_row_with_a_missing_id() {
    let out = one("customer_id,signup_date\n,2024-01-01\n7,2024-01-02\n");
    assert_eq!(codes(&out), ["id-missing"]);
    assert_eq!(counts(&out), (2, 1, 1));
    let issue = &out.issues[0];
    assert_eq!(
        (issue.line, issue.column.as_deref()),
        (Some(2), Some("customer_id"))
    );
    assert_eq!(out.dataset.as_of.unwrap().to_string(), "2024-01-02");
    let mut rows = Vec::new();
    out.aside[0].each(&out.sources[0], &mut |row| rows.push(row));
    assert_eq!(
        (rows.len(), rows[0].line, rows[0].code),
        (1, 2, Code::IdMissing)
    );
}

#[test]
fn the_thirtieth_of_february() {
    let out = one(
        "customer_id,start,end,mrr\n1,2024-02-30,,5\n2,2024-02-01,2024-02-31,5\n3,2024-02-01,,5\n",
    );
    assert_eq!(codes(&out), ["date-unreadable", "date-unreadable"]);
    assert_eq!(counts(&out), (3, 1, 2));
    assert_eq!(out.dataset.terms.len(), 1);
}

#[test]
fn an_unreadable_day_that_is_not_required_counts_as_blank() {
    let out = one(
        "customer_id,signup_date,last_login,cancelled\n1,2024-02-30,soon,\n2,2024-02-01,2024-02-02,never\n",
    );
    assert_eq!(
        codes(&out),
        ["date-unreadable", "date-ignored", "date-ignored"]
    );
    assert_eq!(counts(&out), (2, 1, 1));
    assert_eq!(out.dataset.customers[0].signup.get(), None);
}

#[test]
fn a_cell_of_a_megabyte() {
    let big = "x".repeat(1 << 20);
    let text = format!("customer_id,start,mrr,note\n1,2024-01-01,5,{big}\n2,2024-01-01,5,x\n");
    let out = one(&text);
    assert_eq!(codes(&out), ["cell-too-long"]);
    assert_eq!((counts(&out), out.dataset.terms.len()), ((2, 1, 1), 1));
    assert_eq!(out.issues[0].column.as_deref(), Some("note"));
}

#[test]
fn the_same_file_twice() {
    let text = "customer_id,start,mrr\n1,2024-01-01,5\n";
    let out = all(&[("b.csv", text), ("a.csv", text)], &Settings::default());
    assert_eq!(codes(&out), ["file-repeated"]);
    assert_eq!(out.issues[0].file.as_deref(), Some("b.csv"));
    assert_eq!(
        (
            out.sources[1].read,
            out.sources[1].set_aside,
            out.dataset.terms.len()
        ),
        (0, 1, 1)
    );
    let two = text.replace('5', "6");
    let out = all(&[("a.csv", text), ("a.csv", &two)], &Settings::default());
    assert_eq!(
        (
            out.sources.len(),
            out.dataset.terms.len(),
            out.dataset.files.len()
        ),
        (2, 2, 2)
    );
}

#[test]
fn ragged_rows() {
    let out = one(
        "customer_id,start,mrr,plan\n1,2024-01-01,5\n2,2024-01-01,5,Pro,\n3,2024-01-01,5,Pro,more\n",
    );
    assert_eq!(codes(&out), ["row-ragged", "row-short"]);
    assert_eq!((counts(&out), out.dataset.terms.len()), ((3, 2, 1), 2));
}

#[test]
fn a_quote_that_is_never_closed() {
    let out = one("customer_id,start,mrr\n1,2024-01-01,5\n2,\"2024-01-01,5\n3,2024-01-01,5\n");
    assert_eq!(codes(&out), ["quote-unclosed"]);
    assert_eq!((out.issues[0].line, counts(&out)), (Some(3), (3, 2, 1)));
}

#[test]
fn nuls_and_damaged_bytes() {
    let text = b"customer_id,start,mrr,plan\n1\0,2024-01-01,5,caf\xE9\n\0,2024-01-01,5,\n2,2024-01-01\xFF,5,\xEA\xB0\n3,2024-01-01,5,caf\xC3\xA9 M\xC3\xBCnchen \xEA\xB0\x80\xEB\x82\x98\n";
    for piece in [1, 5, 1000] {
        let part = read_in("a.csv", text, &Settings::default(), piece);
        let out = assemble(&[&part], &Settings::default());
        assert_eq!(
            codes(&out),
            [
                "id-missing",
                "date-unreadable",
                "text-damaged",
                "text-damaged",
                "nul-dropped"
            ]
        );
        assert_eq!(counts(&out), (4, 2, 2));
        assert_eq!(out.dataset.id(0), "1");
        assert_eq!(out.dataset.term_segment(0, 0), "caf\u{fffd}");
    }
}

#[test]
fn no_file_at_all() {
    let out = assemble(&[], &Settings::default());
    assert!(out.sources.is_empty() && out.issues.is_empty() && out.dataset.as_of.is_none());
}

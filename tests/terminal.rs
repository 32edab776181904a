//! The program's exit statuses and what it prints where: report.md, section 1.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

use std::path::PathBuf;
use std::process::{Command, Output};

/// A file of this content in a folder of this test's own.
fn file(test: &str, name: &str, content: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn ebb(words: &[&str], files: &[&PathBuf]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ebb"))
        .args(words)
        .args(files)
        .output()
        .unwrap()
}

/// The status, and that nothing stands on standard output but something on standard error.
fn refused(output: &Output, status: i32) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{said}");
    assert!(output.stdout.is_empty(), "{said}");
    assert!(!said.is_empty());
}

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

#[test]
fn a_file_without_a_usable_row_is_status_3() {
    let picture = file("status_3", "picture.csv", PICTURE);
    let header = file("status_3", "header.csv", b"customer,start,mrr\n");
    refused(&ebb(&["report"], &[&picture, &header]), 3);
    refused(
        &ebb(
            &["members", "logo_churn", "--period", "2024-01-01"],
            &[&header],
        ),
        3,
    );
    refused(&ebb(&["table"], &[&picture]), 3);
}

#[test]
fn an_empty_file_is_an_empty_table() {
    let empty = file("empty", "empty.csv", b"");
    let done = ebb(&["table"], &[&empty]);
    assert_eq!((done.status.code(), done.stdout.len()), (Some(0), 0));
}

#[test]
fn wrong_arguments_are_status_2() {
    let rows = file(
        "status_2",
        "rows.csv",
        b"customer,start,mrr\nA,2024-01-01,10\n",
    );
    refused(&ebb(&["report"], &[]), 2);
    refused(&ebb(&["report", "--as-of", "2024-02-30"], &[&rows]), 2);
    refused(&ebb(&["members", "nothing"], &[&rows]), 2);
    for (settings, word) in [
        (r#"{"grian": "month"}"#, "grian"),
        (r#"{"active": {"min_row": 1}}"#, "min_row"),
        ("[]", "object"),
    ] {
        let settings = file("status_2", "settings.json", settings.as_bytes());
        let words = ["report", "--settings", settings.to_str().unwrap()];
        let output = ebb(&words, &[&rows]);
        refused(&output, 2);
        assert!(String::from_utf8_lossy(&output.stderr).contains(word));
    }
}

#[test]
fn a_list_of_members_is_plain_csv() {
    let rows = file(
        "members",
        "rows.csv",
        b"customer,start,mrr\n\"B,x\",2024-01-15,20\n\"q\"\"t\",2024-01-02,3\nA,2024-01-01,10\n",
    );
    let words = [
        "members",
        "mrr_movements",
        "--line",
        "new",
        "--period",
        "2024-01-01",
    ];
    let output = ebb(&words, &[&rows]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "customer,amount,file,line\nA,10,rows.csv,4\n\"B,x\",20,rows.csv,2\n\"q\"\"t\",3,rows.csv,3\n"
    );
}

#[test]
fn no_text_of_a_list_is_run_by_a_spreadsheet_nor_by_the_terminal() {
    let rows = file(
        "hostile",
        "rows.csv",
        "customer,start,mrr\n=1+1,2024-01-01,10\n\" @x\",2024-01-02,5\nB,2024-\u{1b}[31m\u{202e},20\n".as_bytes(),
    );
    let words = [
        "members",
        "customer_movements",
        "--line",
        "new",
        "--period",
        "2024-01-01",
    ];
    let output = ebb(&words, &[&rows]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "customer,file,line\n'=1+1,rows.csv,2\n'@x,rows.csv,3\n"
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("rows.csv:4: start"), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said}");
    // A list is read back as it was.
    let back = file("hostile", "back.csv", &output.stdout);
    let list = ebb(&["table"], &[&back]);
    let table = String::from_utf8_lossy(&list.stdout).into_owned();
    assert!(
        table.contains("\n=1+1,") && table.contains("\n@x,"),
        "{table}"
    );
}

#[test]
fn an_issue_is_one_line_of_place_what_stands_there_what_was_expected_and_what_was_done() {
    let rows = file(
        "issues",
        "customers.csv",
        b"customer,signup,cancelled,mrr\nA,2024-01-05,soon,10\nB,2024-01-05,,-3\nC,2024-01-05,,10\n",
    );
    let output = ebb(&["report"], &[&rows]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "customers.csv:2: cancelled: it says “soon”; it should be a day of the calendar since 1990, such as \
             2026-02-28; the row was set aside, no other date was put in its place",
            "customers.csv:3: mrr: it says “-3”; it should be 0 or more; its time of paying was set aside; the \
             customer stays",
        ]
    );
}

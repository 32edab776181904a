//! Damaged files: bytes that are no text, values that cannot be, a quote that never closes.

use super::{Made, cp949, encoding};
use crate::reading::choice::Choice;
use crate::reading::shape::Encoding;
use crate::reading::tables::{KINDS, Kind, Script};

pub(super) fn add(made: &mut Made) {
    bytes(made);
    values(made);
    quotes(made);
}

/// One byte that is wrong damages one value.
fn bytes(made: &mut Made) {
    for (kind, wanted) in [
        (Kind::Customers, "누리"),
        (Kind::Usage, "김서연"),
        (Kind::Subscriptions, "가격이"),
    ] {
        for of in [Encoding::Utf8, Encoding::Utf8Marked, Encoding::Cp949] {
            let mut choice = Choice::plain(kind, Script::Korean);
            choice.shape.encoding = encoding(of);
            let word = ["utf-8", "utf-8-marked", "cp949"]
                [usize::from(of != Encoding::Utf8) + usize::from(of == Encoding::Cp949)];
            let Some(variant) =
                made.add(&format!("a-damaged-byte-{word}"), choice, &["text-damaged"])
            else {
                continue;
            };
            let Some(wanted) = of.bytes(wanted) else {
                continue;
            };
            let wanted = wanted
                .strip_prefix(b"\xEF\xBB\xBF")
                .unwrap_or(&wanted)
                .to_vec();
            if let Some(at) = variant
                .bytes
                .windows(wanted.len())
                .position(|w| w == wanted)
            {
                variant.bytes[at] = 0xFF;
            }
        }
    }
    // Half a unit at the end.
    for of in [Encoding::Utf16LeMarked, Encoding::Utf16BeMarked] {
        let mut choice = Choice::plain(Kind::Customers, Script::Korean);
        choice.shape.encoding = encoding(of);
        let word = if of == Encoding::Utf16LeMarked {
            "le"
        } else {
            "be"
        };
        if let Some(variant) = made.add(
            &format!("half-a-unit-at-the-end-{word}"),
            choice,
            &["text-damaged"],
        ) {
            variant.bytes.pop();
        }
    }
}

/// What was damaged before the file was written.
fn values(made: &mut Made) {
    // An id that a spreadsheet took for a number.
    for kind in [Kind::Customers, Kind::Marks] {
        let choice = Choice::plain(kind, Script::Latin);
        made.edited(
            "an-id-rounded-by-a-spreadsheet",
            choice,
            &["id-rounded"],
            |text| text.replacen("\n2003,", "\n2.02E+15,", 1),
        );
    }
    // A day that there is not.
    for (kind, from, to) in [
        (Kind::Customers, "2024-06-05", "2024-06-31"),
        (Kind::Subscriptions, "2024-03-08", "2023-02-29"),
        (Kind::Usage, "2024-04-30", "2024-04-31"),
    ] {
        let choice = cp949(kind);
        let made = made.edited("an-impossible-date", choice, &["date-unreadable"], |text| {
            let row = text.lines().find(|line| line.contains(from));
            let row = row.unwrap_or_default().replace(from, to);
            let (_, cells) = row.split_once(',').unwrap_or_default();
            format!("{text}9904,{cells}\n")
        });
        if let Some(variant) = made {
            variant.aside = 1;
            variant.same_cells = false;
        }
    }
}

/// A quote that the last row opens.
fn quotes(made: &mut Made) {
    for kind in KINDS {
        let choice = cp949(kind);
        let made = made.edited(
            "a-quote-opened-in-the-last-row",
            choice,
            &["quote-unclosed"],
            |text| {
                let row: Vec<&str> = text.lines().last().unwrap_or_default().split(',').collect();
                format!("{text}9903,\"{}\n", row[1..].join(","))
            },
        );
        if let Some(variant) = made {
            variant.aside = 1;
            variant.same_cells = false;
        }
    }
}

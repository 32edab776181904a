//! The floor as a whole, by its doors.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use super::*;
use crate::dataset::Dataset;
use crate::issue::{Code, Issue};
use crate::report::Source;
use crate::roles::{Kind, Role};
use crate::settings::Settings;

pub(super) fn read_in(name: &str, bytes: &[u8], settings: &Settings, piece: usize) -> Part {
    let head = &bytes[..bytes.len().min(HEAD)];
    let mut hindsight = Hindsight::default();
    loop {
        let head = Head {
            name,
            bytes: head,
            decoders: native,
            hindsight: &hindsight,
        };
        let mut reader = Reader::new(&guess(&head, settings), &head, settings);
        for piece in bytes.chunks(piece.max(1)) {
            reader.push(piece);
        }
        match reader.finish() {
            Some(better) => hindsight = better,
            None => return reader.into_part(),
        }
    }
}

pub(super) fn all(files: &[(&str, &str)], settings: &Settings) -> Assembled {
    let parts: Vec<Part> = files
        .iter()
        .map(|(name, text)| read_in(name, text.as_bytes(), settings, 1 << 16))
        .collect();
    let mut out = assemble(&parts.iter().collect::<Vec<_>>(), settings);
    out.issues = out.issues(settings);
    let place = |i: &Issue| (i.severity, i.code, i.file.clone(), i.line, i.column.clone());
    out.issues.sort_by_key(place);
    for source in &out.sources {
        assert_eq!(
            source.rows,
            source.read + source.set_aside,
            "{}",
            source.file
        );
    }
    out
}

pub(super) fn one(text: &str) -> Assembled {
    all(&[("file.csv", text)], &Settings::default())
}

pub(super) fn codes(out: &Assembled) -> Vec<&'static str> {
    out.issues.iter().map(|i| i.code.text()).collect()
}

fn ids(data: &Dataset) -> Vec<&str> {
    (0..data.customers.len()).map(|c| data.id(c)).collect()
}

fn roles(source: &Source) -> Vec<Option<Role>> {
    source.columns.iter().map(|c| c.role).collect()
}

fn counts(out: &Assembled) -> (u64, u64, u64) {
    out.sources
        .first()
        .map_or((0, 0, 0), |s| (s.rows, s.read, s.set_aside))
}

mod as_of;
mod bad_input;
mod customers;
mod laws;
mod layouts;
mod real_files;
mod scan;
mod subscriptions;
mod usage;

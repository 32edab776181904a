//! What a session tells besides reports and rosters: problems, progress, events and rows set aside.

use crate::intake::Aside;
use crate::issue::{Arg, Args, Issue};
use crate::report::Source;
use serde::Serialize;

/// Why there is no answer: a code for the page's words, and what it needs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// `nothing-read`, `too-large`, `too-many-cells`, `no-such-cell` or `settings-invalid`.
    pub code: &'static str,
    /// What the sentence needs.
    pub args: Args,
    /// What each file was taken for, where nothing could be read.
    pub sources: Vec<Source>,
    /// The reasons found in the files.
    pub issues: Vec<Issue>,
}

impl Problem {
    /// A problem without places in files.
    pub fn new(code: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Problem {
        Problem {
            code,
            args: args.into_iter().collect(),
            sources: Vec::new(),
            issues: Vec::new(),
        }
    }
}

/// An event of usage files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventRows {
    /// Its name.
    pub event: String,
    /// How many rows have it.
    pub rows: u64,
}

/// A row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowAside {
    /// The file's name.
    pub file: String,
    /// Its line, column, text and reason.
    #[serde(flatten)]
    pub row: Aside,
}

/// Rows seen so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Of all files.
    pub rows: u64,
    /// Of all files.
    pub set_aside: u64,
    /// By file, in the order of `open`.
    pub files: Vec<FileProgress>,
}

/// Rows of one file seen so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FileProgress {
    /// Rows, read or set aside.
    pub rows: u64,
    /// Rows set aside.
    pub set_aside: u64,
}

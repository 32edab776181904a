//! What is worth a look while a file is read: issues gathered by code and column, and the rows set aside.

use super::kinds::SetAside;
use crate::issue::{Arg, Args, Code, Issue};
use crate::order::Sorted;
use serde::Serialize;

/// The most rows set aside that are kept for listing; all are counted.
pub const ASIDE_ROWS: usize = 10_000;
const ASIDE_TEXT: usize = 80;

/// One row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Aside {
    /// The line on which the row begins.
    pub line: u64,
    /// The column's header.
    pub column: Option<String>,
    /// What stands there, cut to a readable length.
    pub text: String,
    /// Why.
    pub code: Code,
}

/// Issues and rows set aside of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    gathered: Sorted<(Code, Option<usize>), Gathered>,
    pub(crate) aside: Vec<Aside>,
}

#[derive(Clone, Debug)]
struct Gathered {
    line: u64,
    count: u64,
    args: Args,
}

impl Notes {
    /// A value that counts as blank, or is otherwise worth a word.
    pub(crate) fn value(&mut self, code: Code, line: u64, column: Option<usize>, text: &str) {
        self.note(code, line, column, || {
            Args::from([("text", Arg::from(text))])
        });
    }

    /// The same with other args, made only for the first of its code and column.
    pub(crate) fn note(
        &mut self,
        code: Code,
        line: u64,
        column: Option<usize>,
        args: impl FnOnce() -> Args,
    ) {
        let new = || Gathered {
            line,
            count: 0,
            args: args(),
        };
        self.gathered.or_insert_with((code, column), new).count += 1;
    }

    /// A row that is set aside.
    pub(crate) fn set_aside(
        &mut self,
        line: u64,
        aside: SetAside,
        headers: &[String],
        args: Option<Args>,
    ) {
        self.note(aside.code, line, aside.column, || {
            args.unwrap_or_else(|| Args::from([("text", Arg::from(aside.text.as_str()))]))
        });
        self.list(line, &aside, headers);
    }

    /// Lists a row that is set aside.
    pub(crate) fn list(&mut self, line: u64, aside: &SetAside, headers: &[String]) {
        let SetAside { code, column, text } = aside;
        if self.aside.len() < ASIDE_ROWS {
            let column = column.and_then(|c| headers.get(c)).cloned();
            self.aside.push(Aside {
                line,
                column,
                text: text.chars().take(ASIDE_TEXT).collect(),
                code: *code,
            });
        }
    }

    /// The issues, each with its file and column.
    pub(crate) fn issues(&self, file: &str, headers: &[String]) -> Vec<Issue> {
        let issue = |(&(code, column), g): (&(Code, Option<usize>), &Gathered)| {
            let mut issue = Issue::new(code).in_file(file).at_line(g.line);
            issue.count = g.count;
            issue.args = g.args.clone();
            issue.column = column.and_then(|c| headers.get(c)).cloned();
            issue
        };
        self.gathered.iter().map(issue).collect()
    }
}

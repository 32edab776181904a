//! What is worth a look while a file is read: issues gathered by code and column, and the rows set aside.

use super::aside::Asides;
use super::kinds::SetAside;
use crate::issue::{Arg, Args, Code, Issue};
use crate::order::Sorted;

/// Issues and rows set aside of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    gathered: Sorted<(Code, Option<usize>), Gathered>,
    pub(crate) aside: Asides,
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
    pub(crate) fn set_aside(&mut self, line: u64, aside: SetAside, args: Option<Args>) {
        self.note(aside.code, line, aside.column, || {
            args.unwrap_or_else(|| Args::from([("text", Arg::from(aside.text.as_str()))]))
        });
        self.list(line, &aside);
    }

    /// Lists a row that is set aside.
    pub(crate) fn list(&mut self, line: u64, aside: &SetAside) {
        let SetAside { code, column, text } = aside;
        self.aside.push(line, *column, *code, text);
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

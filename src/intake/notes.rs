//! What is worth a look while a file is read: issues gathered by code and column, and the rows set aside.

use super::aside::Asides;
use super::kinds::SetAside;
use crate::issue::{Arg, Args, Code, Issue};
use crate::order::Sorted;
use crate::wire;

/// What the notes of one file's rows say beside their code.
const ARGS: [&str; 4] = ["text", "length", "fields", "expected"];

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

    /// Adds the notes of the rows that follow.
    pub(crate) fn append(&mut self, next: Notes, line: &dyn Fn(u64) -> u64) {
        for (key, gathered) in next.gathered {
            let count = gathered.count;
            let new = || Gathered {
                line: line(gathered.line),
                count: 0,
                args: gathered.args,
            };
            self.gathered.or_insert_with(key, new).count += count;
        }
        self.aside.append(&next.aside, line);
    }

    /// Writes them, to be posted.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        wire::number(out, self.gathered.iter().count() as u64);
        for (&(code, column), gathered) in self.gathered.iter() {
            wire::number(out, code as u64);
            wire::option(out, column.map(|column| column as u64));
            wire::number(out, gathered.line);
            wire::number(out, gathered.count);
            wire::number(out, gathered.args.iter().count() as u64);
            for (name, arg) in gathered.args.iter() {
                wire::bytes(out, name.as_bytes());
                match arg {
                    Arg::Number(number) => wire::option(out, Some(*number as u64)),
                    Arg::Text(text) => {
                        wire::option(out, None);
                        wire::bytes(out, text.as_bytes());
                    }
                }
            }
        }
        self.aside.write(out);
    }

    /// What [`Notes::write`] wrote.
    pub(crate) fn read(from: &mut wire::Reader<'_>) -> Option<Notes> {
        let mut notes = Notes::default();
        for _ in 0..from.count(1)? {
            let code = *Code::ALL.get(usize::try_from(from.number()?).ok()?)?;
            let column = from.option()?.map(|column| column as usize);
            let mut gathered = Gathered {
                line: from.number()?,
                count: from.number()?,
                args: Args::new(),
            };
            for _ in 0..from.count(1)? {
                let name = from.text()?;
                let name = ARGS.into_iter().find(|known| *known == name)?;
                let arg = match from.option()? {
                    Some(number) => Arg::Number(number as i64),
                    None => Arg::Text(from.text()?.to_owned()),
                };
                gathered.args.insert(name, arg);
            }
            notes.gathered.insert((code, column), gathered);
        }
        notes.aside = Asides::read(from)?;
        Some(notes)
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

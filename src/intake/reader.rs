//! One file, piece by piece, into its part of the whole.

mod parts;
mod taker;

use super::aside::Asides;
use super::feed::Feed;
use super::guess::{Guess, Head, Hindsight};
use super::kinds::{self, Plan, Rows};
use super::notes::Notes;
use super::ranges::{BlockHash, Stretch};
use super::readings;
use super::scan::Scan;
use crate::LARGE;
use crate::encoding::Encoding;
use crate::issue::{Code, Issue};
use crate::report::{Column, Source};
use crate::roles::{Kind, Role};
use crate::settings::Settings;
use std::sync::Arc;
use taker::{Rowed, Taker};

/// What one file gave.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it was taken for, and its rows so far: `read + set_aside == rows`, always.
    pub source: Source,
    /// What is worth a look in it so far.
    pub issues: Vec<Issue>,
    /// Rows set aside, once it is finished.
    pub(crate) aside: Arc<Asides>,
    /// Of the bytes read so far; files of equal hash and length are the same.
    pub hash: u64,
    /// Bytes read so far.
    pub length: u64,
    /// Whether the file was read to its end.
    pub finished: bool,
    /// The rows.
    pub(crate) rows: Rows,
    /// Columns whose role the settings name, or name none.
    pub(crate) chosen: Vec<bool>,
}

impl Part {
    /// The column of a role.
    pub(crate) fn column(&self, role: Role) -> Option<usize> {
        self.source
            .columns
            .iter()
            .position(|c| c.role == Some(role))
    }
}

/// Reads one file. The results are the same wherever its pieces end.
pub struct Reader {
    part: Part,
    fixed: Vec<Issue>,
    feed: Feed,
    taker: Taker,
    hash: BlockHash,
    /// What ranges gave that were read here.
    own: Vec<Stretch>,
    /// Whether a range is being read.
    in_range: bool,
    /// What ranges gave that were read elsewhere, by reader.
    others: Vec<Stretch>,
}

impl Reader {
    /// A reader for the file that was guessed; the settings are those of the guess.
    pub fn new(guess: &Guess, head: &Head<'_>, settings: &Settings) -> Reader {
        let spec = guess
            .kind
            .filter(|_| guess.missing.is_empty())
            .and_then(kinds::spec);
        let why = match guess.kind {
            Some(_) => Code::ColumnMissing,
            None => Code::FileUnrecognised,
        };
        let feed = Feed::new(guess, head);
        let plan = Plan::new(guess, settings);
        let decoded = guess.encoding != Encoding::Utf8;
        let watched = readings::watched(&guess.columns);
        let scan = (LARGE && guess.place.width == guess.columns.len())
            .then(|| Scan::new(&plan, guess.syntax, guess.place.header, &watched));
        let scan = scan.flatten();
        let source = Source {
            file: guess.file.clone(),
            kind: guess.kind,
            encoding: guess
                .no_text
                .map_or(guess.encoding.word(), |_| "binary")
                .to_owned(),
            delimiter: char::from(guess.delimiter).to_string(),
            rows: 0,
            read: 0,
            set_aside: 0,
            columns: guess
                .columns
                .iter()
                .map(|c| Column {
                    header: c.header.clone(),
                    role: c.role,
                    certain: c.certain,
                })
                .collect(),
        };
        Reader {
            part: Part {
                source,
                issues: guess.issues.clone(),
                aside: Arc::default(),
                hash: 0,
                length: 0,
                finished: false,
                rows: spec.map_or(Rows::None, |spec| (spec.empty)(settings)),
                chosen: guess.columns.iter().map(|c| c.chosen).collect(),
            },
            // All rows may tell what those of the guess do not.
            fixed: (guess.issues.iter())
                .filter(|issue| !readings::is_question(issue.code))
                .cloned()
                .collect(),
            feed,
            taker: Taker {
                plan,
                spec,
                why,
                notes: Notes::default(),
                is_text: guess.no_text.is_none(),
                decoded,
                scan: scan.filter(|_| spec.is_some_and(|spec| spec.kind == Kind::Usage)),
                watched,
                seen_header: false,
                rows: 0,
                set_aside: 0,
            },
            hash: BlockHash::default(),
            own: Vec::new(),
            in_range: false,
            others: Vec::new(),
        }
    }

    #[cfg(test)]
    pub(super) fn one_by_one(&mut self) {
        self.taker.scan = None;
    }

    #[cfg(test)]
    pub(super) fn taken_at_once(&self) -> u64 {
        self.taker.scan.as_ref().map_or(0, |scan| scan.taken)
    }

    /// Reads the next piece of the file's bytes. Whether no more are wanted: the range or the limit is reached.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.part.length += self.hash.write(piece);
        let (taker, rows) = (&mut self.taker, &mut self.part.rows);
        self.feed.push(piece, &mut Rowed { taker, rows });
        let done = LARGE && self.feed.is_done();
        if done && self.in_range {
            self.leave_range(false);
        }
        self.publish();
        done
    }

    /// Tells that there are no more bytes. What comes back is what the whole file showed and its first bytes did not:
    /// then the file is to be read again, by a reader that knows it.
    pub fn finish(&mut self) -> Option<Hindsight> {
        if self.part.finished {
            return None;
        }
        if LARGE && !self.join() {
            return Some(Hindsight {
                in_one_piece: true,
                ..self.feed.known().clone()
            });
        }
        let (taker, rows) = (&mut self.taker, &mut self.part.rows);
        let hindsight = self.feed.finish(&mut Rowed { taker, rows });
        if self.taker.is_text {
            self.tell_whole();
        }
        if let Rows::Usage(state) = &mut self.part.rows {
            state.rest();
        }
        self.part.finished = true;
        self.publish();
        self.part.issues = self.issues();
        self.part.aside = Arc::new(std::mem::take(&mut self.taker.notes.aside));
        let readings = || readings::in_hindsight(&self.taker.watched, &self.taker.plan);
        hindsight.or_else(|| {
            Some(Hindsight {
                readings: readings()?,
                ..self.feed.known().clone()
            })
        })
    }

    /// What the file as a whole is worth a word for.
    #[cfg_attr(feature = "scan", inline(never))]
    fn tell_whole(&mut self) {
        let told = |code| self.fixed.iter().any(|issue| issue.code == code);
        let empty = if self.taker.seen_header {
            Code::FileHeaderOnly
        } else {
            Code::FileEmpty
        };
        if self.taker.rows == 0 && !told(Code::FileEmpty) {
            self.fixed
                .push(Issue::new(empty).in_file(&self.part.source.file));
        }
        for (code, line, count, args) in self.feed.sieve.told().list() {
            let mut issue = Issue::new(code)
                .in_file(&self.part.source.file)
                .at_line(line);
            (issue.count, issue.args) = (count, args);
            self.fixed.push(issue);
        }
    }

    /// What the file gave so far. Its issues and rows set aside are listed once it is finished.
    pub fn part(&self) -> &Part {
        &self.part
    }

    /// What the file gave.
    pub fn into_part(self) -> Part {
        self.part
    }

    /// What is worth a look so far.
    #[cfg_attr(feature = "scan", inline(never))]
    pub fn issues(&self) -> Vec<Issue> {
        let (taker, file) = (&self.taker, &self.part.source.file);
        let mut issues = self.fixed.clone();
        let (decided, plan) = (readings::decide(&taker.watched), &taker.plan);
        let asked = readings::questions(&taker.watched, &decided, &plan.headers);
        issues.extend(asked.map(|issue| issue.in_file(file).at_line(plan.headers_at)));
        issues.extend(taker.notes.issues(file, &taker.plan.headers));
        issues
    }

    fn publish(&mut self) {
        let (rows, aside) = (self.taker.rows, self.taker.set_aside);
        (
            self.part.source.rows,
            self.part.source.read,
            self.part.source.set_aside,
        ) = (rows, rows - aside, aside);
        self.part.hash = self.hash.value();
    }
}

//! What a file is taken for, from its first bytes.

mod roles;

use super::columns::{self, Assigned, Sampled};
use super::dialect::{self, Syntax};
use super::encoding::{self, Decoders, Found};
use super::kinds::{self, KINDS, Spec};
use super::readings::{self, Decisions};
use super::sample::{self, Place};
use super::words;
use crate::encoding::Encoding;
use crate::issue::{Code, Issue, listed};
use crate::order;
use crate::roles::{Kind, Reading, Role};
use crate::settings::Settings;
use serde::Serialize;

/// How many bytes of a file decide what it is. Give all of a shorter file.
pub const HEAD: usize = 256 * 1024;
/// Below this no kind is recognised.
const LEAST_SCORE: i32 = 4;

/// What a file is taken for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Guess {
    /// The name as given, without folders.
    pub file: String,
    /// None where no kind fits, or it is no text.
    pub kind: Option<Kind>,
    /// False where another kind was as good.
    pub certain: bool,
    /// The encoding that it is read in.
    pub encoding: Encoding,
    /// False where too few characters tell it.
    pub encoding_certain: bool,
    /// The encodings that it could have, the likeliest first.
    pub encodings: Vec<Encoding>,
    /// What it looks like where it is no text.
    #[serde(skip)]
    pub(crate) no_text: Option<&'static str>,
    /// Nothing but ASCII so far.
    #[serde(skip)]
    pub(crate) ascii: bool,
    /// The delimiter's byte.
    pub delimiter: u8,
    #[serde(skip)]
    pub(crate) syntax: Syntax,
    #[serde(skip)]
    pub(crate) place: Place,
    /// The columns in the file's order.
    pub columns: Vec<ColumnGuess>,
    /// Roles that the kind requires and no column has.
    pub missing: Vec<Role>,
    /// What is wrong with the file as a whole, and what was decided.
    pub issues: Vec<Issue>,
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnGuess {
    /// As it stands in the file.
    pub header: String,
    /// None where the column is not used.
    pub role: Option<Role>,
    /// False where another choice was as good.
    pub certain: bool,
    /// The first three values.
    pub samples: Vec<String>,
    /// How its days or numbers are read, where some of them could be read in two ways.
    pub reading: Option<Reading>,
    /// False where nothing in the file tells so.
    pub reading_certain: bool,
    /// The settings name the reading.
    #[serde(skip)]
    pub reading_chosen: bool,
    /// The settings name the role, or that there is none.
    #[serde(skip)]
    pub chosen: bool,
}

/// A file by its name and its first bytes.
#[derive(Clone, Copy)]
pub struct Head<'a> {
    /// The name, which tells only what the settings say of the file.
    pub name: &'a str,
    /// The first [`HEAD`] bytes, or all there are.
    pub bytes: &'a [u8],
    /// What turns other encodings into UTF-8.
    pub decoders: Decoders,
    /// What an earlier reading of the whole file showed.
    pub hindsight: &'a Hindsight,
}

/// What only a reading of the whole file can show, where it is not what the first bytes showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hindsight {
    pub(crate) encoding: Option<Found>,
    /// The line on which the largest table begins.
    pub(crate) table: Option<u64>,
    /// How columns are read whose values could be read in two ways.
    pub(crate) readings: Decisions,
    /// Its ranges, read one by one, did not meet.
    pub(crate) in_one_piece: bool,
}

/// The file's name alone, as it stands in a report and in settings.
pub(crate) fn without_folders(name: &str) -> &str {
    let folder = name.bytes().rposition(|b| matches!(b, b'/' | b'\\'));
    let from = folder.map_or(0, |at| at + 1);
    name.get(from..).unwrap_or(name)
}

/// Takes a file for something.
pub fn guess(head: &Head<'_>, settings: &Settings) -> Guess {
    let (name, bytes) = (head.name, head.bytes);
    let file = without_folders(name).to_owned();
    let chosen = settings.encodings.get(&file).copied();
    let found = head.hindsight.encoding.clone();
    let found = found.unwrap_or_else(|| encoding::detect(bytes));
    let mut guess = Guess {
        encoding: chosen.unwrap_or(found.encoding()),
        encoding_certain: found.certain || chosen.is_some(),
        encodings: found.encodings,
        no_text: found.no_text,
        ascii: found.ascii && chosen.is_none(),
        kind: None,
        certain: true,
        syntax: Syntax::plain(b','),
        delimiter: b',',
        place: Place::default(),
        columns: Vec::new(),
        missing: Vec::new(),
        issues: Vec::new(),
        file,
    };
    if let Some(looks) = guess.no_text {
        guess.issue(Issue::new(Code::FileNotText).with("looks", looks));
        return guess;
    }
    let text = encoding::head_text(bytes, guess.encoding, head.decoders);
    guess.syntax = dialect::detect(&text);
    guess.delimiter = guess.syntax.delimiter;
    let whole = bytes.len() < HEAD;
    let Some(sample) = sample::find(&text, whole, guess.syntax, head.hindsight.table) else {
        guess.issue(Issue::new(Code::FileEmpty));
        return guess;
    };
    let headers = sample.headers.iter().enumerate();
    let columns: Vec<Sampled<'_>> = headers
        .map(|(i, header)| sampled(header, i, &sample.rows))
        .collect();
    guess.place = sample.place;
    guess.doubts();
    guess.decide(&columns, settings);
    guess.readings(&columns, &head.hindsight.readings, settings);
    guess
}

#[cfg_attr(feature = "scan", inline(never))]
fn sampled<'a>(header: &'a str, column: usize, rows: &'a [Vec<String>]) -> Sampled<'a> {
    Sampled {
        header,
        values: rows
            .iter()
            .map(|row| row.get(column).map_or("", String::as_str))
            .collect(),
    }
}

impl Guess {
    /// What was decided before any column was looked at.
    fn doubts(&mut self) {
        if !self.encoding_certain {
            let others = self.encodings.iter().filter(|e| **e != self.encoding);
            self.issue(
                Issue::new(Code::EncodingGuessed)
                    .with("encoding", self.encoding.word())
                    .with("others", listed(&mut others.map(|e| e.word()))),
            );
        }
        if self.place.header == 0 {
            self.issue(Issue::new(Code::HeaderMissing).at_line(self.place.line));
        }
    }

    fn issue(&mut self, issue: Issue) {
        self.issues.push(issue.in_file(&self.file));
    }

    #[cfg_attr(feature = "scan", inline(never))]
    fn decide(&mut self, columns: &[Sampled<'_>], settings: &Settings) {
        let chosen = settings.kinds.get(&self.file).copied();
        let best = match chosen {
            Some(kind) => {
                kinds::spec(kind).map(|spec| (spec, columns::assign(spec, columns), true))
            }
            None => best_kind(columns),
        };
        let (spec, assigned) = match best {
            Some((spec, assigned, certain)) => {
                self.certain = certain;
                (Some(spec), Some(assigned))
            }
            None => (None, None),
        };
        self.kind = spec.map(|spec| spec.kind);
        let column = |(i, sampled): (usize, &Sampled<'_>)| {
            let taken = assigned
                .as_ref()
                .and_then(|a| a.columns.get(i).copied().flatten());
            ColumnGuess {
                header: sampled.header.to_owned(),
                role: taken.map(|t| t.role),
                certain: taken.is_none_or(|t| t.certain),
                samples: sampled.values.iter().take(3).map(|v| short(v)).collect(),
                reading: None,
                reading_certain: true,
                reading_chosen: false,
                chosen: false,
            }
        };
        self.columns = columns.iter().enumerate().map(column).collect();
        self.month_price();
        self.choose(settings);
        if let (Some(spec), Some(assigned)) = (spec, &assigned) {
            self.segments(columns);
            self.questions(assigned);
            self.require(spec);
        } else {
            let mut headers = columns.iter().map(|c| c.header);
            self.issue(
                Issue::new(Code::FileUnrecognised)
                    .at_line(self.place.line)
                    .with("columns", listed(&mut headers)),
            );
        }
    }

    /// How the columns are read whose values could be read in two ways: as the settings say, else as all values do,
    /// else the first ones.
    #[cfg_attr(feature = "scan", inline(never))]
    fn readings(&mut self, columns: &[Sampled<'_>], known: &Decisions, settings: &Settings) {
        if let Some(chosen) = settings.readings.get(&self.file) {
            for column in &mut self.columns {
                let reading = chosen.get(&column.header).copied();
                let fits = |reading: &Reading| {
                    column
                        .role
                        .is_some_and(|role| readings::answers(*reading, role))
                };
                column.reading = reading.filter(fits);
                column.reading_chosen = column.reading.is_some();
            }
        }
        let currency = self
            .columns
            .iter()
            .position(|c| c.role == Some(Role::Currency));
        let currency = currency.and_then(|c| columns.get(c));
        let mut watched = readings::watched(&self.columns);
        for one in &mut watched {
            let values = columns.get(one.column).map_or(&[][..], |c| &c.values);
            for (row, value) in values.iter().enumerate() {
                let named = || currency.and_then(|c| c.values.get(row)).map_or("", |v| v);
                one.value(value, &named);
            }
        }
        let decided = readings::known_or_decided(&watched, known);
        for (&column, decision) in decided.iter() {
            if let (Some(column), Some(decision)) = (self.columns.get_mut(column), decision) {
                column.reading = Some(decision.reading);
                column.reading_certain = decision.certain;
            }
        }
        let headers: Vec<String> = self.columns.iter().map(|c| c.header.clone()).collect();
        for issue in readings::questions(&watched, &decided, &headers) {
            self.issue(issue.at_line(self.place.line));
        }
    }
}

/// Roles that say who used something.
const USERS: [Role; 2] = [Role::Customer, Role::User];

/// The kind whose words fit best; certain where no other fits as well.
fn best_kind(columns: &[Sampled<'_>]) -> Option<(&'static Spec, Assigned, bool)> {
    let mut all: Vec<(i32, &Spec, Assigned)> = Vec::new();
    for spec in KINDS {
        let assigned = columns::assign(spec, columns);
        let mut score = assigned.score;
        if spec.one_row_each {
            let ids = columns
                .iter()
                .zip(&assigned.columns)
                .filter(|(column, taken)| {
                    taken.is_some_and(|t| t.role == Role::Customer)
                        || columns::is_word(column.header, Some(Role::User))
                });
            score -= ids.map(|(column, _)| column.repeats()).max().unwrap_or(0);
        }
        let stands = |lists: &str| {
            columns.iter().any(|c| {
                let name = c.told();
                let mut lists = words::list(lists).split(' ');
                lists.any(|list| words::is_among(&name, words::list(list)))
            })
        };
        if stands(spec.against) || !(spec.tells.is_empty() || stands(spec.tells)) {
            score -= 8;
        }
        all.push((score, spec, assigned));
    }
    // Where nobody stands twice and a list of customers makes more of the columns, it is one.
    let lists = all.iter().filter(|(_, spec, _)| spec.one_row_each);
    let most = lists.map(|(.., assigned)| assigned.taken()).max();
    for (score, spec, assigned) in &mut all {
        let ids = columns.iter().zip(&assigned.columns);
        let mut ids = ids.filter(|(_, t)| t.is_some_and(|t| USERS.contains(&t.role)));
        let is_list = spec.kind == Kind::Usage
            && !assigned.has(Role::Event)
            && most > Some(assigned.taken())
            && ids.all(|(column, _)| column.repeats() == 0);
        *score -= if is_list { 2 } else { 0 };
    }
    order::by_key(&mut all, |(score, ..)| -score); // the table's order breaks ties
    let second = all.get(1).map_or(i32::MIN, |(score, ..)| *score);
    let (score, spec, assigned) = all.into_iter().next()?;
    (score >= LEAST_SCORE).then_some((spec, assigned, score > second))
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

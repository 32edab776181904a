//! The whole house in four verbs: open, read, report, members. The doors (page and terminal) call these and nothing else.

mod roster;
mod told;

use crate::facts::Facts;
use crate::intake::{self, Assembled, Decoders, Guess, Head, Hindsight, Reader};
use crate::issue::{Arg, Code, Issue, listed};
use crate::metrics::{self, Query};
use crate::order;
use crate::report::{Report, Roster, Source, VERSION};
use crate::settings::Settings;
use std::sync::Arc;

pub use crate::intake::{BLOCK, HEAD};
pub use told::{EventRows, FileProgress, Problem, Progress, RowAside};

/// The figure whose lines are issues that count customers.
pub const ISSUES: &str = "issues";

/// Files, and what has been read of them.
pub struct Session {
    /// What turns other encodings than UTF-8 into UTF-8.
    decoders: Decoders,
    files: Vec<Opened>,
    /// The settings that the files were read under.
    read_under: Arc<Settings>,
    /// What was put together last; gone as soon as more is read.
    latest: Option<Latest>,
}

/// What was put together, and what was answered of it.
struct Latest {
    /// The settings that it was put together under.
    held: Arc<Settings>,
    assembled: Assembled,
    kept: metrics::Kept,
}

struct Opened {
    name: String,
    head: Vec<u8>,
    /// What readings of the whole file showed.
    hindsight: Hindsight,
    /// What it was taken for last, and the settings it was taken so under.
    guess: Option<(Arc<Settings>, Guess)>,
    reader: Option<Reader>,
}

impl Opened {
    fn head(&self, decoders: Decoders) -> Head<'_> {
        Head {
            name: &self.name,
            bytes: &self.head,
            decoders,
            hindsight: &self.hindsight,
        }
    }

    /// What it is taken for, looked at once for all settings under which it is read alike.
    fn guess(&mut self, decoders: Decoders, settings: &Arc<Settings>) -> &Guess {
        let kept = self.guess.take();
        let kept = kept.filter(|(held, _)| held.reads_like(settings));
        let guess = || intake::guess(&self.head(decoders), settings);
        let guess = kept.unwrap_or_else(|| (settings.clone(), guess()));
        &self.guess.insert(guess).1
    }

    /// A reader from the file's beginning.
    fn begin(&mut self, decoders: Decoders, settings: &Arc<Settings>) {
        self.guess(decoders, settings);
        if let Some((_, guess)) = &self.guess {
            self.reader = Some(Reader::new(guess, &self.head(decoders), settings));
        }
    }
}

impl Session {
    /// No files yet; `decoders` are the door's.
    pub fn new(decoders: Decoders) -> Session {
        Session {
            decoders,
            files: Vec::new(),
            read_under: Arc::default(),
            latest: None,
        }
    }

    /// Takes a file by its name and its first bytes ([`HEAD`] of them, or all there are); its number.
    pub fn open(&mut self, name: &str, head: &[u8]) -> usize {
        let name = intake::without_folders(name).to_owned();
        self.files.push(Opened {
            name,
            head: head.get(..HEAD).unwrap_or(head).to_vec(),
            hindsight: Hindsight::default(),
            guess: None,
            reader: None,
        });
        self.files.len() - 1
    }

    /// What each file is taken for under these settings.
    pub fn guesses(&mut self, settings: impl Into<Arc<Settings>>) -> Vec<&Guess> {
        let settings = settings.into();
        self.files
            .iter_mut()
            .map(|f| f.guess(self.decoders, &settings))
            .collect()
    }

    /// Starts to read all files from their beginning under these settings; what was read before is forgotten.
    pub fn begin(&mut self, settings: impl Into<Arc<Settings>>) {
        self.latest = None;
        self.read_under = settings.into();
        for file in &mut self.files {
            file.begin(self.decoders, &self.read_under);
        }
    }

    /// Reads the next piece of a file. Pieces may end anywhere. True where no more are wanted: the range or the limit
    /// that was set is read to its end.
    pub fn read(&mut self, file: usize, piece: &[u8]) -> bool {
        self.latest = None;
        self.reader(file).is_some_and(|reader| reader.push(piece))
    }

    /// Whether a file may be read in ranges, each by a session of its own that was begun alike.
    pub fn splits(&self, file: usize) -> bool {
        let reader = self.files.get(file).and_then(|f| f.reader.as_ref());
        reader.is_some_and(Reader::splits)
    }

    /// Lets a file be read from its beginning up to the first record that begins behind the first byte of a [`BLOCK`].
    pub fn limit(&mut self, file: usize, to: u32) {
        if let Some(reader) = self.reader(file) {
            reader.limit(to);
        }
    }

    /// Begins to read a range of a file: the records that begin behind the first byte of the [`BLOCK`] `from` and not
    /// behind that of `to`. Its pieces begin there and go on until [`Session::read`] wants no more, or the file ends.
    pub fn range(&mut self, file: usize, from: u32, to: u32) {
        let (decoders, settings) = (self.decoders, &self.read_under);
        if let Some(opened) = self.files.get_mut(file)
            && let Some(mut reader) = opened.reader.take()
        {
            opened.guess(decoders, settings);
            if let Some((_, guess)) = &opened.guess {
                reader.range(guess, &opened.head(decoders), from, to);
            }
            opened.reader = Some(reader);
        }
    }

    /// The file ended in the range that is being read.
    pub fn end(&mut self, file: usize) {
        if let Some(reader) = self.reader(file) {
            reader.leave_range(true);
        }
    }

    /// All that ranges of a file gave, for the session that reads its beginning; nothing of it stays here.
    pub fn ranges(&mut self, file: usize) -> Vec<u8> {
        self.reader(file)
            .map(Reader::take_ranges)
            .unwrap_or_default()
    }

    /// Takes what ranges of a file gave. False where these are no such bytes.
    pub fn absorb(&mut self, file: usize, ranges: &[u8]) -> bool {
        self.latest = None;
        self.reader(file)
            .is_some_and(|reader| reader.absorb(ranges))
    }

    fn reader(&mut self, file: usize) -> Option<&mut Reader> {
        self.files.get_mut(file)?.reader.as_mut()
    }

    /// The file has ended. True where its whole showed what its first bytes did not (another encoding, a larger
    /// table): then it is forgotten, and to be read once more from its beginning.
    pub fn finish(&mut self, file: usize) -> bool {
        self.latest = None;
        let Some(opened) = self.files.get_mut(file) else {
            return false;
        };
        let Some(hindsight) = opened.reader.as_mut().and_then(Reader::finish) else {
            return false;
        };
        opened.hindsight = hindsight;
        opened.guess = None;
        opened.begin(self.decoders, &self.read_under);
        true
    }

    /// Whether the files must be read again before a report under these settings.
    pub fn must_read(&self, settings: &Settings) -> bool {
        !self.read_under.reads_like(settings)
    }

    /// Rows seen so far.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for file in &self.files {
            let source = file.reader.as_ref().map(|r| &r.part().source);
            let (rows, set_aside) = source.map_or((0, 0), |s| (s.rows, s.set_aside));
            progress.rows += rows;
            progress.set_aside += set_aside;
            progress.files.push(FileProgress { rows, set_aside });
        }
        progress
    }

    /// What each file was taken for, and what is worth a look in them.
    pub fn inspect(&self, settings: &Settings) -> (Vec<Source>, Vec<Issue>) {
        let assembled = self.assemble(settings);
        let mut issues = assembled.issues(settings);
        order::by(&mut issues, worst_first);
        (assembled.sources, issues)
    }

    /// The events of usage files and their rows, the commonest first, then by name.
    pub fn events(&mut self, settings: impl Into<Arc<Settings>>) -> Vec<EventRows> {
        let latest = self.assembled(&settings.into());
        let usage = latest.assembled.dataset.usage.as_ref();
        let mut events: Vec<EventRows> = usage
            .iter()
            .flat_map(|usage| usage.events.iter())
            .map(|(event, &rows)| EventRows {
                event: event.clone(),
                rows,
            })
            .collect();
        order::by(&mut events, |a, b| {
            b.rows.cmp(&a.rows).then_with(|| a.event.cmp(&b.event))
        });
        events
    }

    /// The rows that were set aside, file by file in the order of the report's sources, each file's by line: `limit`
    /// rows from `offset` on. Of a file with a million and more the first ones, as [`intake::ASIDE_BYTES`] says; the
    /// report counts all.
    pub fn set_aside(&self, settings: &Settings, offset: usize, limit: usize) -> Vec<RowAside> {
        let assembled = self.assemble(settings);
        let (mut rows, mut at) = (Vec::new(), 0);
        for (source, aside) in assembled.sources.iter().zip(&assembled.aside) {
            aside.each(source, &mut |row| {
                if at >= offset && rows.len() < limit {
                    rows.push(RowAside {
                        file: source.file.clone(),
                        row,
                    });
                }
                at += 1;
            });
        }
        rows
    }

    /// All that the files say under these settings, from what has been read so far.
    pub fn report(&mut self, settings: impl Into<Arc<Settings>>) -> Result<Report, Problem> {
        let settings = &settings.into();
        let Latest {
            assembled, kept, ..
        } = self.assembled(settings);
        let dataset = &assembled.dataset;
        let (sources, mut issues) = (assembled.sources.clone(), assembled.issues(settings));
        if sources.iter().all(|s| s.read == 0) {
            order::by(&mut issues, worst_first);
            return Err(Problem {
                sources,
                issues,
                ..Problem::new("nothing-read", [])
            });
        }
        let facts = Facts::new(dataset, settings);
        let (figures, unanswered) = metrics::answer(&facts, kept)
            .map_err(|e| Problem::new(e.code, [("figure", Arg::from(e.figure))]))?;
        kept.keep(settings, &figures);
        issues.extend(findings(&facts));
        order::by(&mut issues, worst_first);
        Ok(Report {
            version: VERSION,
            as_of: facts.frame.as_of,
            zone: settings.zone.name().to_owned(),
            currency: dataset.currency.clone(),
            exponent: dataset.exponent,
            grain: settings.grain,
            sources,
            issues,
            figures,
            unanswered,
        })
    }

    /// The customers (or users) behind one cell, ordered by id: `limit` rows from `offset` on. Of the figure
    /// [`ISSUES`] a line is an issue's code, and behind it are the customers whom it counts.
    pub fn members(
        &mut self,
        settings: impl Into<Arc<Settings>>,
        query: &Query,
        offset: usize,
        limit: usize,
    ) -> Result<Roster, Problem> {
        let settings = &settings.into();
        let no_such_cell = || {
            let figure = Arg::from(query.figure.as_str());
            Problem::new("no-such-cell", [("figure", figure)])
        };
        if query.figure == ISSUES {
            let assembled = &self.assembled(settings).assembled;
            let facts = Facts::new(&assembled.dataset, settings);
            let mut all = assembled.concerned.clone();
            all.push((Code::WithinPeriod, facts.within_period()));
            let asked = |code: Code| query.line.as_deref() == Some(code.text());
            let (_, customers) = all
                .iter()
                .find(|(code, _)| asked(*code))
                .ok_or_else(no_such_cell)?;
            let members = metrics::Roster::of(customers, &assembled.dataset);
            return Ok(roster::of(&facts, &members, offset, limit));
        }
        let dataset = &self.assembled(settings).assembled.dataset;
        let facts = Facts::new(dataset, settings);
        let members = metrics::members(&facts, query).map_err(|_| no_such_cell())?;
        Ok(roster::of(&facts, &members, offset, limit))
    }

    /// The files put together under these settings; what was put together last is kept.
    fn assembled(&mut self, settings: &Arc<Settings>) -> &mut Latest {
        let kept = self.latest.take();
        let kept = kept.filter(
            |Latest {
                 held, assembled, ..
             }| {
                let alike = (&held.segment, &held.split) == (&settings.segment, &settings.split);
                let none = held.segment.is_empty() && held.split.is_none();
                held.assembles_like(settings) && (alike || none && assembled.has_segments(settings))
            },
        );
        let latest = kept.unwrap_or_else(|| Latest {
            held: settings.clone(),
            assembled: self.assemble(settings),
            kept: metrics::Kept::default(),
        });
        self.latest.insert(latest)
    }

    fn assemble(&self, settings: &Settings) -> Assembled {
        let parts: Vec<_> = self
            .files
            .iter()
            .filter_map(|f| f.reader.as_ref())
            .map(Reader::part)
            .collect();
        intake::assemble(&parts, settings)
    }
}

/// Worst first, then by place: the same files give the same list in the same order.
fn worst_first(a: &Issue, b: &Issue) -> std::cmp::Ordering {
    (a.severity, &a.file, a.line, &a.column, a.code, &a.args)
        .cmp(&(b.severity, &b.file, b.line, &b.column, b.code, &b.args))
}

/// What only the facts can tell is worth a look.
fn findings(facts: &Facts<'_>) -> Vec<Issue> {
    let mut found = Vec::new();
    if let Some(cut) = facts.frame.cut {
        let mut issue = Issue::new(Code::CutSuspected)
            .with("date", cut.day.to_string())
            .with("stopped", count(cut.stopped))
            .with("of", count(cut.of));
        issue.count = cut.stopped;
        found.push(issue);
    }
    let passing = facts.within_period();
    if !passing.is_empty() {
        let ids = passing.iter().map(|&c| facts.data.id(c));
        let mut issue = Issue::new(Code::WithinPeriod)
            .with("customers", count(passing.len() as u64))
            .with("text", listed(&mut ids.take(3)));
        issue.count = passing.len() as u64;
        found.push(issue);
    }
    found
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

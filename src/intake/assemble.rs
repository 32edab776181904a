//! Parts of files → the dataset, under the settings in force. Nothing here depends on the order of files or rows.

mod as_of;
mod currency;
mod entries;
mod everybody;
mod invoices;
pub(super) mod names;
mod people;
mod segments;
mod terms;
pub(super) mod usage;

use super::aside::AsideRows;
use super::audit;
use super::kinds::SetAside;
use super::notes::Notes;
use super::reader::Part;
use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset};
use crate::issue::{Args, Code, Issue};
use crate::order;
use crate::report::Source;
use crate::roles::{Kind, Role};
use crate::settings::Settings;
use entries::Entry;
use everybody::Everybody;
use names::Names;
use std::cmp::Ordering;
use usage::Used;

/// All that the files say.
#[derive(Clone, Debug, Default)]
pub struct Assembled {
    /// The typed whole.
    pub dataset: Dataset,
    /// One for each file, in the order of [`Dataset::files`].
    pub sources: Vec<Source>,
    /// What is worth a look, whatever is asked.
    pub issues: Vec<Issue>,
    /// What is worth a look unless another as-of date is asked for.
    far: Option<Issue>,
    /// Days of rows that left no other trace in the dataset.
    pub(super) days: Vec<Day>,
    /// The customers whom an issue names, by its code, in the order of the dataset.
    pub concerned: Vec<(Code, Vec<CustomerIx>)>,
    /// For each source the rows that were set aside.
    pub aside: Vec<AsideRows>,
}

/// The files in the dataset's order, and what is found while they are put together.
pub(super) struct Files<'a> {
    pub(super) parts: Vec<&'a Part>,
    /// Of a file that was given before: the first one.
    repeats: Vec<Option<usize>>,
    notes: Vec<Notes>,
    set_aside: Vec<u64>,
    headers: Vec<Vec<String>>,
    pub(super) names: Names<'a>,
    pub(super) issues: Vec<Issue>,
    pub(super) concerned: Vec<(Code, Vec<CustomerIx>)>,
}

impl<'a> Files<'a> {
    fn new(parts: &[&'a Part], settings: &Settings) -> Files<'a> {
        let mut parts = parts.to_vec();
        order::by(&mut parts, |a, b| {
            (&a.source.file, a.hash, a.length).cmp(&(&b.source.file, b.hash, b.length))
        });
        let told = |part: &Part| part.finished && part.length > 0;
        let repeat = |(i, part): (usize, &&Part)| {
            let same = |first: &&Part| {
                told(first) && (first.hash, first.length) == (part.hash, part.length)
            };
            let first = parts.iter().take(i).position(same);
            first.filter(|_| told(part))
        };
        let repeats: Vec<Option<usize>> = parts.iter().enumerate().map(repeat).collect();
        let once = parts.iter().zip(&repeats).filter(|(_, r)| r.is_none());
        let names = Names::of_parts(&mut once.map(|(part, _)| *part), settings.join);
        let headers = parts
            .iter()
            .map(|p| p.source.columns.iter().map(|c| c.header.clone()).collect())
            .collect();
        Files {
            repeats,
            notes: vec![Notes::default(); parts.len()],
            set_aside: vec![0; parts.len()],
            headers,
            names,
            issues: Vec::new(),
            concerned: Vec::new(),
            parts,
        }
    }

    /// The files that count, with their places.
    pub(super) fn read(&self) -> impl Iterator<Item = (u32, &'a Part)> + '_ {
        let all = self.parts.iter().zip(&self.repeats).enumerate();
        all.filter(|(_, (_, repeat))| repeat.is_none())
            .map(|(i, (part, _))| (i as u32, *part))
    }

    pub(super) fn part(&self, file: u32) -> Option<&'a Part> {
        self.parts.get(file as usize).copied()
    }

    /// Files of equal headers are equal.
    fn by_headers(&self, a: u32, b: u32) -> Ordering {
        if a == b {
            Ordering::Equal
        } else {
            self.headers(a).cmp(self.headers(b))
        }
    }

    pub(super) fn headers(&self, file: u32) -> &[String] {
        self.headers.get(file as usize).map_or(&[], Vec::as_slice)
    }

    fn column(&self, file: u32, role: Role) -> Option<usize> {
        self.part(file)?.column(role)
    }

    /// Sets a row aside that was read well and does not stand.
    fn set_aside(
        &mut self,
        entry: Entry,
        code: Code,
        column: Option<usize>,
        text: &str,
        args: Args,
    ) {
        let (at, file) = (self.origin(entry), entry.file() as usize);
        if let (Some(notes), Some(count)) = (self.notes.get_mut(file), self.set_aside.get_mut(file))
        {
            notes.set_aside(at.line, SetAside::new(code, column, text), Some(args));
            *count += 1;
        }
    }

    /// Sets a row aside whose issue is told elsewhere.
    fn set_row_aside(&mut self, entry: Entry, code: Code, column: Option<usize>, text: &str) {
        let (at, file) = (self.origin(entry), entry.file() as usize);
        if let (Some(notes), Some(count)) = (self.notes.get_mut(file), self.set_aside.get_mut(file))
        {
            notes.list(at.line, &SetAside::new(code, column, text));
            *count += 1;
        }
    }

    /// Notes something about a row that is read.
    fn note(&mut self, entry: Entry, code: Code, column: Option<usize>, args: Args) {
        let at = self.origin(entry);
        if let Some(notes) = self.notes.get_mut(at.file as usize) {
            notes.note(code, at.line, column, || args);
        }
    }
}

/// Puts the files together. May be called while they are still being read.
pub fn assemble(parts: &[&Part], settings: &Settings) -> Assembled {
    let mut files = Files::new(parts, settings);
    let has_customers_file = files.has(Kind::Customers);
    let people = people::standing(&mut files);
    let mut terms = terms::drafts(&mut files, &people, settings);
    let usage = Used::of(&files, settings.join);
    let (as_of, far) = as_of::find(&files, &people, &terms, usage.as_ref(), settings);

    let by_customer = segments::of_customers(&files, &people, settings);
    let by_term = segments::of_terms(&files, &terms.terms, settings);
    let used = usage.as_ref();
    let everybody = everybody::of(&files, people, &mut terms, used, &by_customer, &by_term);
    let Everybody {
        customers,
        texts,
        terms: dataset_terms,
        term_texts,
        used: numbers,
        strangers,
        idle,
    } = everybody;

    let has_last_active = customers.iter().any(|c| c.last_active.get().is_some());
    let mut dataset = Dataset {
        files: files.parts.iter().map(|p| p.source.file.clone()).collect(),
        has_customers_file,
        customer_segments: by_customer.headers(),
        term_segments: by_term.headers(),
        customers,
        texts,
        terms: dataset_terms,
        term_texts,
        priced: terms.priced,
        usage: None,
        has_last_active,
        currency: terms.currency.clone(),
        exponent: terms.exponent,
        as_of,
    };
    audit::alike(&mut files, &dataset, settings); // needs room, and gives it back
    dataset.usage = used.map(|usage| usage.fold(&mut files, &dataset, &numbers));
    drop((usage, numbers)); // what follows has room of its own
    let origin = |customer: CustomerIx| Some((customer, dataset.customers.get(customer)?.origin));
    let idle = idle.into_iter().filter_map(origin).collect();
    audit::tell(&mut files, &dataset, Code::PriceWithoutTerm, idle);
    if has_customers_file {
        audit::tell(&mut files, &dataset, Code::UsageUnknownCustomer, strangers);
    }
    audit::across(&mut files, &dataset);
    let mut days = terms.requests;
    days.extend(terms.idle.iter().map(|idle| idle.0));
    let out = Assembled {
        dataset,
        far,
        days,
        ..Assembled::default()
    };
    finish(
        files,
        out,
        terms.of == Kind::Customers,
        &[by_customer.dropped(), by_term.dropped()].concat(),
        &[by_customer.kept(), by_term.kept()].concat(),
    )
}

#[cfg_attr(feature = "scan", inline(never))]
fn finish(
    mut files: Files<'_>,
    mut out: Assembled,
    from_customers: bool,
    dropped: &[(u32, usize)],
    kept: &[(u32, usize)],
) -> Assembled {
    (out.issues, out.concerned) = (files.issues, files.concerned);
    for (i, part) in files.parts.iter().enumerate() {
        let mut source = part.source.clone();
        let notes = files
            .notes
            .get_mut(i)
            .map(std::mem::take)
            .unwrap_or_default();
        let mut aside = AsideRows::default();
        if let Some(first) = files.repeats.get(i).copied().flatten() {
            let first = files.parts.get(first).map_or("", |p| &p.source.file);
            out.issues.push(Issue {
                count: source.rows.max(1),
                ..Issue::new(Code::FileRepeated)
                    .in_file(&source.file)
                    .with("first", first)
            });
            (source.read, source.set_aside) = (0, source.rows);
            aside.later.push(1, None, Code::FileRepeated, first);
        } else {
            // A price that is blank in a list of customers is nothing odd where the terms come from elsewhere.
            let odd = |issue: &&Issue| {
                !(issue.code == Code::AmountUnreadable
                    && source.kind == Some(Kind::Customers)
                    && !from_customers)
            };
            out.issues.extend(part.issues.iter().filter(odd).cloned());
            let headers: Vec<String> = source.columns.iter().map(|c| c.header.clone()).collect();
            out.issues.extend(notes.issues(&source.file, &headers));
            let more = files.set_aside.get(i).copied().unwrap_or(0);
            (source.read, source.set_aside) =
                (source.read.saturating_sub(more), source.set_aside + more);
            (aside.read, aside.later) = (part.aside.clone(), notes.aside);
        }
        for (columns, role) in [(dropped, None), (kept, Some(Role::Segment))] {
            for &(_, column) in columns.iter().filter(|(file, _)| *file as usize == i) {
                if let Some(column) = source
                    .columns
                    .get_mut(column)
                    .filter(|c| matches!(c.role, None | Some(Role::Segment)))
                {
                    column.role = role;
                }
            }
        }
        out.sources.push(source);
        out.aside.push(aside);
    }
    out
}

impl Assembled {
    /// Whether the columns that are asked for are segments in any case, or no columns at all.
    pub fn has_segments(&self, settings: &Settings) -> bool {
        let lists = [Kind::Customers, Kind::Subscriptions].map(Some);
        let lists = self.sources.iter().filter(|s| lists.contains(&s.kind));
        let mut columns = lists.flat_map(|list| &list.columns);
        columns.all(|column| {
            let asked = settings.asked(&column.header, column.role);
            let stands = (column.role)
                .is_some_and(|role| role == Role::Segment || role.is_segment_by_name());
            asked.is_none_or(|asked| stands && asked == column.header)
        })
    }

    /// All that is worth a look under the settings.
    pub fn issues(&self, settings: &Settings) -> Vec<Issue> {
        let mut issues = self.issues.clone();
        if let Some(as_of) = settings.as_of.or(self.dataset.as_of) {
            audit::at(self, as_of, settings, &mut issues);
        }
        issues.extend(self.far.clone().filter(|_| settings.as_of.is_none()));
        issues
    }
}

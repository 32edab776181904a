//! Which columns are segments, judged over all rows of all files, and their values.

use super::Files;
use super::entries::Entry;
use super::terms::{self, Draft};
use crate::intake::segment::SegmentValues;
use crate::order::{self, Sorted};
use crate::pile::Texts;
use crate::roles::{Kind, Role};
use crate::settings::Settings;

/// Segment columns of one kind of file.
pub(super) struct Segments {
    columns: Vec<Candidate>,
}

struct Candidate {
    header: String,
    /// Where it stands in each file that has it.
    places: Vec<(u32, usize)>,
    position: usize,
    /// The role or the settings say so, whatever the values.
    sure: bool,
    kept: bool,
}

/// Segments of the customers files, by the rows that stand.
pub(super) fn of_customers(files: &Files<'_>, people: &[Entry], settings: &Settings) -> Segments {
    let columns = candidates(files, settings, Kind::Customers);
    decided(columns, &|column, each| {
        people
            .iter()
            .all(|p| each(value(column, p.file(), Some(files.row(*p).cells()))))
    })
}

/// Segments of the subscriptions files, by the terms.
pub(super) fn of_terms(files: &Files<'_>, terms: &[Draft], settings: &Settings) -> Segments {
    let columns = candidates(files, settings, Kind::Subscriptions);
    decided(columns, &|column, each| {
        terms
            .iter()
            .all(|t| each(value(column, t.entry.file(), terms::cells(files, t.entry))))
    })
}

fn candidates(files: &Files<'_>, settings: &Settings, of: Kind) -> Vec<Candidate> {
    // A segment is a column (definitions, section 2): one that is asked for by its name is one, whatever it holds.
    let mut by_header: Sorted<&str, Candidate> = Sorted::new();
    for (file, part) in files.read().filter(|(_, part)| part.rows.is(of)) {
        for (i, column) in part.source.columns.iter().enumerate() {
            let chosen = part.chosen.get(i).copied().unwrap_or(false);
            let asked = settings.asked(&column.header, column.role);
            let sure = match column.role {
                _ if asked.is_some() => true,
                Some(role) if role.is_segment_by_name() => true,
                Some(Role::Segment) => chosen,
                None if !chosen => false,
                _ => continue,
            };
            let header = asked.unwrap_or(&column.header);
            let new = || Candidate {
                header: header.to_owned(),
                places: Vec::new(),
                position: i,
                sure: false,
                kept: false,
            };
            let candidate = by_header.or_insert_with(header, new);
            if candidate.places.iter().all(|(known, _)| *known != file) {
                candidate.places.push((file, i));
                candidate.position = candidate.position.min(i);
                candidate.sure |= sure;
            }
        }
    }
    let mut all: Vec<Candidate> = by_header.into_iter().map(|(_, c)| c).collect();
    order::by_key(&mut all, |c| c.position); // of one position they stand by header
    all
}

/// Gives the values of a column until one is no longer wanted.
type Values<'v> = &'v dyn Fn(&Candidate, &mut dyn FnMut(&str) -> bool) -> bool;

fn decided(mut columns: Vec<Candidate>, values: Values<'_>) -> Segments {
    for column in &mut columns {
        column.kept = column.sure || {
            let mut seen = SegmentValues::default();
            values(column, &mut |value| seen.add(value)) && seen.are_few(&column.header)
        };
    }
    Segments { columns }
}

fn value<'a>(column: &Candidate, file: u32, cells: Option<Texts<'a>>) -> &'a str {
    let place = column.places.iter().find(|(known, _)| *known == file);
    cells.zip(place).map_or("", |(cells, &(_, i))| cells.get(i))
}

impl Segments {
    /// Whether there are any.
    pub(super) fn any(&self) -> bool {
        self.columns.iter().any(|c| c.kept)
    }

    pub(super) fn headers(&self) -> Vec<String> {
        self.columns
            .iter()
            .filter(|c| c.kept)
            .map(|c| c.header.clone())
            .collect()
    }

    /// A row's values of the columns that are kept.
    pub(super) fn values<'a>(
        &self,
        file: u32,
        cells: Option<Texts<'a>>,
    ) -> impl Iterator<Item = &'a str> {
        let kept = self.columns.iter().filter(|c| c.kept);
        kept.map(move |c| value(c, file, cells))
    }

    /// Columns that are segments after all.
    pub(super) fn kept(&self) -> Vec<(u32, usize)> {
        self.columns
            .iter()
            .filter(|c| c.kept)
            .flat_map(|c| c.places.clone())
            .collect()
    }

    /// Columns that are none after all.
    pub(super) fn dropped(&self) -> Vec<(u32, usize)> {
        self.columns
            .iter()
            .filter(|c| !c.kept)
            .flat_map(|c| c.places.clone())
            .collect()
    }
}

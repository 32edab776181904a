//! Which columns are segments, judged over all rows of all files, and their values.

use super::Files;
use super::people::Person;
use super::terms::Draft;
use crate::intake::kinds::Rows;
use crate::intake::pile::Cells;
use crate::intake::segment::segment_values;
use crate::order::{self, Sorted};
use crate::roles::Role;
use crate::settings::Settings;

/// Segment columns of one kind of file, and the value of each for each row.
pub(super) struct Segments<'a> {
    columns: Vec<Candidate>,
    rows: Vec<(u32, Option<Cells<'a>>)>,
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
pub(super) fn of_customers<'a>(
    files: &Files<'_>,
    people: &[Person<'a>],
    settings: &Settings,
) -> Segments<'a> {
    let rows = people
        .iter()
        .map(|p| (p.file, Some(p.kept.cells())))
        .collect();
    decided(
        candidates(files, settings, |rows| matches!(rows, Rows::Customers(_))),
        rows,
    )
}

/// Segments of the subscriptions files, by the terms.
pub(super) fn of_terms<'a>(
    files: &Files<'_>,
    terms: &[Draft<'a>],
    settings: &Settings,
) -> Segments<'a> {
    let rows = terms.iter().map(|t| (t.at.file, t.cells())).collect();
    decided(
        candidates(files, settings, |rows| {
            matches!(rows, Rows::Subscriptions(_))
        }),
        rows,
    )
}

fn candidates(
    files: &Files<'_>,
    settings: &Settings,
    of: impl Fn(&Rows) -> bool,
) -> Vec<Candidate> {
    // A segment is a column (definitions, section 2): one that is asked for by its name is one, whatever it holds.
    let asked = |header: &String| {
        settings.split.as_ref() == Some(header) || settings.segment.get(header).is_some()
    };
    let mut by_header: Sorted<&str, Candidate> = Sorted::new();
    for (file, part) in files.read().filter(|(_, part)| of(&part.rows)) {
        for (i, column) in part.source.columns.iter().enumerate() {
            let chosen = part.chosen.get(i).copied().unwrap_or(false);
            let sure = match column.role {
                _ if asked(&column.header) => true,
                Some(Role::Plan | Role::Tier | Role::Owner) => true,
                Some(Role::Segment) => chosen,
                None if !chosen => false,
                _ => continue,
            };
            let new = || Candidate {
                header: column.header.clone(),
                places: Vec::new(),
                position: i,
                sure: false,
                kept: false,
            };
            let candidate = by_header.or_insert_with(&column.header, new);
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

fn decided<'a>(mut columns: Vec<Candidate>, rows: Vec<(u32, Option<Cells<'a>>)>) -> Segments<'a> {
    for column in &mut columns {
        column.kept = column.sure || {
            let values: Vec<&str> = rows
                .iter()
                .map(|&(file, cells)| value(column, file, cells))
                .collect();
            segment_values(&column.header, &values)
        };
    }
    Segments { columns, rows }
}

fn value<'a>(column: &Candidate, file: u32, cells: Option<Cells<'a>>) -> &'a str {
    let place = column.places.iter().find(|(known, _)| *known == file);
    cells.zip(place).map_or("", |(cells, &(_, i))| cells.get(i))
}

impl Segments<'_> {
    pub(super) fn headers(&self) -> Vec<String> {
        self.columns
            .iter()
            .filter(|c| c.kept)
            .map(|c| c.header.clone())
            .collect()
    }

    /// For each row the values of the columns that are kept.
    pub(super) fn values(&self) -> impl Iterator<Item = Vec<String>> {
        self.rows.iter().map(|&(file, cells)| {
            self.columns
                .iter()
                .filter(|c| c.kept)
                .map(|c| value(c, file, cells).to_owned())
                .collect()
        })
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

//! Contributions → cells: the only place where figures are made.

use super::question::{Layout, MONEY, PART, Question, Sight};
use super::{Metric, TooLarge};
use crate::facts::Facts;
use crate::money;
use crate::report::{Cell, Cohort, Figure, Is, Line, Part, Shape};

/// More slots than this are no report that a page could show, or a tab could hold.
const MOST_SLOTS: usize = 1 << 24;
/// Nor are more than this that hold something: each takes forty bytes while its figure is made.
const MOST_HELD: usize = 1 << 21;

/// The sums of one figure over all members, or over those of one value of the split.
pub(super) struct Sheet {
    width: usize,
    /// By row; one to which nobody added anything has no slots.
    rows: Vec<Vec<Sum>>,
}

/// What members added to a slot. What is more than can be held is more than a report holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    pub n: i64,
    pub of: i64,
}

impl Sum {
    fn add(&mut self, n: i64, of: i64) {
        self.n = self.n.saturating_add(n);
        self.of = self.of.saturating_add(of);
    }
}

impl Sheet {
    fn new(rows: usize, width: usize) -> Sheet {
        Sheet {
            width,
            rows: vec![Vec::new(); rows],
        }
    }

    /// Adds to a slot; how many slots there are more for it.
    fn add(&mut self, row: usize, column: usize, n: i64, of: i64) -> usize {
        debug_assert!(column < self.width, "a contribution outside of its layout");
        let mut more = 0;
        if let Some(row) = self.rows.get_mut(row) {
            if row.is_empty() {
                more = self.width;
                *row = vec![Sum::default(); self.width];
            }
            if let Some(sum) = row.get_mut(column) {
                sum.add(n, of);
            }
        }
        more
    }

    /// The sum of a slot.
    pub(super) fn at(&self, row: usize, column: usize) -> Sum {
        let row = self.rows.get(row);
        row.and_then(|row| row.get(column))
            .copied()
            .unwrap_or_default()
    }
}

/// Sums of the whole, then of each value of the split.
pub(super) fn tally(question: &Question<'_>, facts: &Facts<'_>) -> Option<Vec<Sheet>> {
    let (rows, width) = question.layout.grid();
    let values = facts.segments.split.as_ref().map_or(0, |s| s.values.len());
    let slots = rows.checked_mul(width)?.checked_mul(values + 1)?;
    if slots > MOST_SLOTS {
        return None;
    }
    let mut held = 0;
    let mut whole = Sheet::new(rows, width);
    let mut parts: Vec<Sheet> = (0..values).map(|_| Sheet::new(rows, width)).collect();
    for member in 0..question.members.count(facts) {
        let customer = question.members.customer(facts, member);
        if !facts.segments.selected(customer) {
            continue;
        }
        match facts
            .segments
            .value(customer)
            .and_then(|value| parts.get_mut(value))
        {
            None => (question.contribute)(member, &mut |row, column, n, of| {
                held += whole.add(row, column, n, of);
            }),
            Some(part) => (question.contribute)(member, &mut |row, column, n, of| {
                held += whole.add(row, column, n, of) + part.add(row, column, n, of);
            }),
        }
        if held > MOST_HELD {
            return None;
        }
    }
    Some(std::iter::once(whole).chain(parts).collect())
}

/// Whether a cell enters the average of its age: complete, and a part of something.
pub(super) fn averaged(question: &Question<'_>, cohort: usize, age: usize, sum: Sum) -> bool {
    match (question.sight)(cohort, age) {
        Sight::Whole | Sight::IfAny => sum.of > 0,
        Sight::Partial | Sight::Nothing => false,
    }
}

/// Makes cells of sums.
struct Cells<'q> {
    figure: &'static str,
    question: &'q Question<'q>,
}

impl Cells<'_> {
    fn exact(&self, n: i64) -> Result<i64, TooLarge> {
        money::exact(n.into()).ok_or(TooLarge {
            figure: self.figure,
            code: "too-large",
        })
    }

    fn cell(&self, value: Is, sight: Sight, sum: Sum) -> Result<Option<Cell>, TooLarge> {
        if sight == Sight::Nothing || (sight == Sight::IfAny && sum.of == 0) {
            return Ok(None);
        }
        Ok(Some(Cell {
            n: self.exact(sum.n)?,
            of: match value {
                Is::Count => 0,
                Is::Proportion | Is::Ratio => self.exact(sum.of)?,
            },
            is: value,
            partial: sight == Sight::Partial,
        }))
    }

    fn row(&self, sheet: &Sheet, row: usize, width: usize) -> Result<Vec<Option<Cell>>, TooLarge> {
        let cell = |column| {
            self.cell(
                self.question.value,
                (self.question.sight)(row, column),
                sheet.at(row, column),
            )
        };
        // As many as there are, and no room for more: a triangle of a century has over a million.
        let mut cells = Vec::with_capacity(width);
        for column in 0..width {
            cells.push(cell(column)?);
        }
        Ok(cells)
    }

    /// Cohorts without members are not listed.
    fn triangle(
        &self,
        sheet: &Sheet,
        starts: &[crate::calendar::Day],
        ages: usize,
    ) -> Result<Shape, TooLarge> {
        let mut cohorts = Vec::new();
        for (row, start) in starts.iter().enumerate() {
            let size = self.exact(sheet.at(row, ages).n)?;
            if size > 0 {
                cohorts.push(Cohort {
                    start: *start,
                    size,
                    cells: self.row(sheet, row, ages)?,
                });
            }
        }
        let average = (0..ages).map(|age| {
            let rows = sheet.rows.iter().enumerate();
            let rows = rows.filter(|(_, row)| !row.is_empty());
            let of_age = rows.map(|(row, _)| (row, sheet.at(row, age)));
            let in_it = of_age.filter(|(row, sum)| averaged(self.question, *row, age, *sum));
            let mut sum = Sum::default();
            in_it.for_each(|(_, part)| sum.add(part.n, part.of));
            self.cell(self.question.value, Sight::IfAny, sum)
        });
        let average = average.collect::<Result<_, _>>()?;
        Ok(Shape::Triangle {
            ages: u32::try_from(ages).unwrap_or(u32::MAX),
            cohorts,
            average,
        })
    }

    fn part(&self, sheet: &Sheet, row: usize, id: &str, money: bool) -> Result<Part, TooLarge> {
        let cell = self.cell(
            self.question.value,
            (self.question.sight)(row, PART),
            sheet.at(row, PART),
        )?;
        let sum = || {
            self.cell(
                Is::Count,
                (self.question.sight)(row, MONEY),
                sheet.at(row, MONEY),
            )
        };
        let money = if money { sum()? } else { None };
        Ok(Part {
            id: id.to_owned(),
            segment: None,
            cell,
            money,
        })
    }
}

/// The figure of a metric whose needs are met; a triangle again for each value of the split, a series and a split
/// with their lines and parts again for each value.
pub(super) fn figures(metric: &Metric, facts: &Facts<'_>) -> Result<Vec<Figure>, TooLarge> {
    let question = (metric.ask)(facts);
    let sheets = tally(&question, facts).ok_or(TooLarge {
        figure: metric.id,
        code: "too-many-cells",
    })?;
    let cells = Cells {
        figure: metric.id,
        question: &question,
    };
    let values = facts
        .segments
        .split
        .iter()
        .flat_map(|s| s.values.iter().cloned().map(Some));
    let sheets = sheets.iter().zip(std::iter::once(None).chain(values));
    let figure = |segment, shape| Figure {
        id: metric.id,
        segment,
        unit: metric.unit,
        shape,
    };
    match &question.layout {
        Layout::Series { lines, periods } => {
            let mut all = Vec::with_capacity(lines.len());
            for (sheet, segment) in sheets {
                for (row, id) in lines.iter().enumerate() {
                    let cells = cells.row(sheet, row, periods.len())?;
                    all.push(Line {
                        id: (*id).to_owned(),
                        segment: segment.clone(),
                        cells,
                    });
                }
            }
            Ok(vec![figure(
                None,
                Shape::Series {
                    periods: periods.clone(),
                    lines: all,
                },
            )])
        }
        Layout::Triangle { cohorts, ages } => sheets
            .map(|(sheet, segment)| Ok(figure(segment, cells.triangle(sheet, cohorts, *ages)?)))
            .collect(),
        Layout::Split {
            as_of,
            parts,
            money,
        } => {
            let mut all = Vec::with_capacity(parts.len());
            for (sheet, segment) in sheets {
                for (row, id) in parts.iter().enumerate() {
                    all.push(Part {
                        segment: segment.clone(),
                        ..cells.part(sheet, row, id, *money)?
                    });
                }
            }
            Ok(vec![figure(
                None,
                Shape::Split {
                    as_of: *as_of,
                    parts: all,
                },
            )])
        }
    }
}

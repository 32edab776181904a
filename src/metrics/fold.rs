//! Contributions → cells: the only place where figures are made.

mod sheet;

use super::question::{Layout, MONEY, PART, Question, Sight};
use super::{Metric, TooLarge};
use crate::facts::Facts;
use crate::money;
use crate::report::{Cell, Cohort, Figure, Is, Line, Part, Shape};
use sheet::{Sheet, Sum};

/// More slots than this are no report that a page could show, or a tab could hold.
const MOST_SLOTS: usize = 1 << 24;
/// Nor are more than this that hold something: each takes forty bytes while its figure is made.
const MOST_HELD: usize = 1 << 21;

/// Sums of the whole, then of each value of the split.
pub(super) fn tally(question: &mut Question<'_>, facts: &Facts<'_>) -> Option<Vec<Sheet>> {
    let (rows, width) = question.layout.grid();
    let values = facts.segments.split.as_ref().map_or(0, |s| s.values.len());
    let slots = rows.checked_mul(width)?.checked_mul(values + 1)?;
    if slots > MOST_SLOTS {
        return None;
    }
    let mut sheets: Vec<Sheet> = (0..=values).map(|_| Sheet::new(rows, width)).collect();
    let mut open = 0;
    for member in 0..question.members.count(facts) {
        let customer = question.members.customer(facts, member);
        // Where there is a split everybody has a value of it.
        let sheet = facts.segments.value(customer).map_or(0, |value| value + 1);
        if facts.segments.selected(customer)
            && let Some(sheet) = sheets.get_mut(sheet)
        {
            let before = sheet.open;
            (question.contribute)(member, sheet);
            open += sheet.open - before;
            if open * width > MOST_HELD {
                return None;
            }
        }
    }
    if let Some((whole, parts)) = sheets.split_first_mut() {
        let is_open = |row: usize| parts.iter().any(|part| !part.is_blank(row));
        open += (0..rows).filter(|row| is_open(*row)).count();
        if open * width > MOST_HELD {
            return None;
        }
        whole.settle();
        for part in parts {
            part.settle();
            whole.add(part);
        }
    }
    Some(sheets)
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
            let of_age = sheet.held().map(|row| (row, sheet.at(row, age)));
            let in_it = of_age.filter(|(row, sum)| averaged(self.question, *row, age, *sum));
            let mut sum = Sum::default();
            in_it.for_each(|(_, part)| sum.add(part));
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
    let mut question = (metric.ask)(facts);
    let sheets = tally(&mut question, facts).ok_or(TooLarge {
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

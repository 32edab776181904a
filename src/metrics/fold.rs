//! Contributions → cells: the only place where figures are made.

use super::question::{Layout, MONEY, PART, Question, Sight, Value};
use super::{Metric, TooLarge};
use crate::facts::Facts;
use crate::money;
use crate::rate::wilson;
use crate::report::{Cell, Cohort, Figure, Line, Part, Shape};

/// More slots than this are no report that a page could show, or a tab could hold.
const MOST_SLOTS: usize = 1 << 24;

/// The sums of one figure over all members, or over those of one value of the split.
pub(super) struct Sheet {
    width: usize,
    sums: Vec<Sum>,
}

/// What members added to a slot. Wide enough for any number of amounts.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    pub n: i128,
    pub of: i128,
}

impl Sheet {
    fn new(rows: usize, width: usize) -> Sheet {
        Sheet {
            width,
            sums: vec![Sum::default(); rows * width],
        }
    }

    fn add(&mut self, row: usize, column: usize, n: i64, of: i64) {
        debug_assert!(column < self.width, "a contribution outside of its layout");
        if let Some(sum) = self.sums.get_mut(row * self.width + column) {
            sum.n += i128::from(n);
            sum.of += i128::from(of);
        }
    }

    /// The sum of a slot.
    pub(super) fn at(&self, row: usize, column: usize) -> Sum {
        self.sums
            .get(row * self.width + column)
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
                whole.add(row, column, n, of)
            }),
            Some(part) => (question.contribute)(member, &mut |row, column, n, of| {
                whole.add(row, column, n, of);
                part.add(row, column, n, of);
            }),
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
    fn exact(&self, n: i128) -> Result<i64, TooLarge> {
        money::exact(n).ok_or(TooLarge {
            figure: self.figure,
            code: "too-large",
        })
    }

    fn cell(&self, value: Value, sight: Sight, sum: Sum) -> Result<Option<Cell>, TooLarge> {
        if sight == Sight::Nothing || (sight == Sight::IfAny && sum.of == 0) {
            return Ok(None);
        }
        let n = self.exact(sum.n)?;
        let cell = Cell {
            n,
            partial: sight == Sight::Partial,
            ..Cell::default()
        };
        if value == Value::Count {
            return Ok(Some(cell));
        }
        let of = self.exact(sum.of)?;
        let interval = (value == Value::Proportion)
            .then(|| wilson(n, of))
            .flatten();
        let (low, high) = interval.unzip();
        Ok(Some(Cell {
            of: Some(of),
            low,
            high,
            ..cell
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
        (0..width).map(cell).collect()
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
            let of_age = (0..starts.len()).map(|row| (row, sheet.at(row, age)));
            let in_it = of_age.filter(|(row, sum)| averaged(self.question, *row, age, *sum));
            let sum = in_it.fold(Sum::default(), |a, (_, b)| Sum {
                n: a.n + b.n,
                of: a.of + b.of,
            });
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
                Value::Count,
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

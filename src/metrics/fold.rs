//! Contributions → cells: the only place where figures are made.

use super::question::{Layout, MONEY, PART, Put, Question, Sight};
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
    rows: Vec<Row>,
    /// How many rows have slots.
    open: usize,
}

/// One to which nobody added anything has no slots.
#[derive(Default)]
struct Row {
    sums: Vec<Sum>,
    /// Of sixty-four slots each: what is still to be added to `n`, and to `of`.
    low: Vec<[Low; 2]>,
}

/// Of sixty-four numbers the lowest bits: those that count ones, then those that count twos, and so on.
type Low = [u64; LOW];
/// In the small pack none: its files are small too.
const LOW: usize = if cfg!(any(not(target_arch = "wasm32"), feature = "scan")) {
    8
} else {
    0
};

/// What members added to a slot. What is more than can be held is more than a report holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    pub n: i64,
    pub of: i64,
}

impl Sum {
    fn add(&mut self, more: Sum) {
        self.n = self.n.saturating_add(more.n);
        self.of = self.of.saturating_add(more.of);
    }
}

impl Row {
    /// Adds so many to `n` or to `of` of each slot whose bit is set.
    fn add(&mut self, word: usize, is_of: usize, mut bits: u64, count: i64) {
        while bits != 0 {
            let column = 64 * word + bits.trailing_zeros() as usize;
            let (n, of) = [(count, 0), (0, count)][is_of];
            if let Some(sum) = self.sums.get_mut(column) {
                sum.add(Sum { n, of });
            }
            bits &= bits - 1;
        }
    }
}

impl Sheet {
    fn new(rows: usize, width: usize) -> Sheet {
        Sheet {
            width,
            rows: (0..rows).map(|_| Row::default()).collect(),
            open: 0,
        }
    }

    /// The row, with slots.
    fn row(&mut self, row: usize) -> Option<&mut Row> {
        if self.is_blank(row) {
            self.open(row);
        }
        self.rows.get_mut(row)
    }

    #[cold]
    fn open(&mut self, row: usize) {
        if let Some(row) = self.rows.get_mut(row) {
            self.open += 1;
            row.sums = vec![Sum::default(); self.width];
        }
    }

    fn is_blank(&self, row: usize) -> bool {
        self.rows.get(row).is_none_or(|row| row.sums.is_empty())
    }

    /// The sum of a slot.
    pub(super) fn at(&self, row: usize, column: usize) -> Sum {
        let row = self.rows.get(row);
        row.and_then(|row| row.sums.get(column))
            .copied()
            .unwrap_or_default()
    }

    /// Adds what is still to be added.
    fn settle(&mut self) {
        for row in self.rows.iter_mut().filter(|_| LOW != 0) {
            for (word, low) in std::mem::take(&mut row.low).into_iter().enumerate() {
                for (is_of, low) in low.into_iter().enumerate() {
                    for (place, bits) in low.into_iter().enumerate() {
                        row.add(word, is_of, bits, 1 << place);
                    }
                }
            }
        }
    }

    fn add(&mut self, part: &Sheet) {
        for (row, more) in part
            .rows
            .iter()
            .enumerate()
            .filter(|row| !row.1.sums.is_empty())
        {
            for (column, more) in more.sums.iter().enumerate() {
                self.one(row, column, more.n, more.of);
            }
        }
    }
}

impl Put for Sheet {
    fn one(&mut self, row: usize, column: usize, n: i64, of: i64) {
        debug_assert!(column < self.width, "a contribution outside of its layout");
        if let Some(sum) = self.row(row).and_then(|row| row.sums.get_mut(column)) {
            sum.add(Sum { n, of });
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "scan"))]
    fn bits(&mut self, row: usize, word: usize, n: u64, of: u64) {
        let words = self.width.div_ceil(64);
        let Some(row) = self.row(row) else { return };
        if row.low.is_empty() {
            row.low = vec![Default::default(); words];
        }
        for (is_of, mut bits) in [n, of].into_iter().enumerate() {
            let low = row.low.get_mut(word).and_then(|low| low.get_mut(is_of));
            for sum in low.into_iter().flatten() {
                (*sum, bits) = (*sum ^ bits, *sum & bits);
                if bits == 0 {
                    break;
                }
            }
            row.add(word, is_of, bits, 1 << LOW);
        }
    }
}

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
            let rows = sheet.rows.iter().enumerate();
            let rows = rows.filter(|(_, row)| !row.sums.is_empty());
            let of_age = rows.map(|(row, _)| (row, sheet.at(row, age)));
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Takes one contribution after the other.
    struct Plain(Sheet);

    impl Put for Plain {
        fn one(&mut self, row: usize, column: usize, n: i64, of: i64) {
            self.0.one(row, column, n, of);
        }
    }

    proptest! {
        #[test]
        fn sixty_four_slots_at_once_are_one_after_the_other(
            times in 0usize..600,
            mut words in prop::collection::vec((0usize..2, 0usize..2, any::<u64>(), any::<u64>()), 0..60),
        ) {
            // More than are counted together.
            words.extend(std::iter::repeat_n((0, 1, 0b10, 0b11), times));
            let (mut quick, mut plain) = (Sheet::new(2, 128), Plain(Sheet::new(2, 128)));
            for (row, word, n, of) in words {
                quick.bits(row, word, n & of, of);
                plain.bits(row, word, n & of, of);
            }
            quick.settle();
            for slot in 0..2 * 128 {
                let (quick, plain) = (quick.at(slot / 128, slot % 128), plain.0.at(slot / 128, slot % 128));
                prop_assert_eq!((quick.n, quick.of), (plain.n, plain.of));
            }
        }
    }
}

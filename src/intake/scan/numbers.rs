//! Values of plain rows, and what they tell of how the file writes numbers.

use super::rows::Cell;
use crate::intake::cells::quick;
use crate::intake::readings::Watched;

/// Reads values, and counts what a watched column is told.
#[derive(Default)]
pub(super) struct Numbers {
    column: usize,
    is_watched: bool,
    /// Whole ones below a thousand, those above, and those with a point.
    small: u64,
    large: u64,
    pointed: u64,
}

impl Numbers {
    pub(super) fn new(column: usize, watched: &[Watched]) -> Numbers {
        Numbers {
            column,
            is_watched: watched.iter().any(|watched| watched.column == column),
            ..Numbers::default()
        }
    }

    /// A value of at most eight digits, by its first bytes; in millionths. A blank one is 0.
    #[inline(always)] // once a row
    pub(super) fn short(&mut self, bytes: u64, length: usize) -> Option<i64> {
        let number = quick::digits(bytes, length)?;
        self.large += u64::from(length > 3);
        self.small += u64::from(length <= 3 && (length > 1 || number > 0));
        Some(i64::from(number) * 1_000_000)
    }

    /// The value of a cell, in millionths; None where it is not plain.
    pub(super) fn read(
        &mut self,
        cell: Cell<'_>,
        text: &[u8],
        watched: &mut [Watched],
    ) -> Option<i64> {
        if let Some(value) = self.short(cell.word(), cell.length) {
            return Some(value);
        }
        let cell = cell.of(text);
        let number = quick::millionths(cell)?;
        match number.fraction {
            Some(3) if self.is_watched => {
                // It may be thousands: the long way knows what that tells.
                let text = std::str::from_utf8(cell).ok()?;
                let mut of_value = watched.iter_mut().filter(|w| w.column == self.column);
                of_value.next()?.value(text, &|| "");
            }
            Some(_) => self.pointed += 1,
            None if number.whole > 3 => self.large += 1,
            None => self.small += u64::from(cell > b"0"),
        }
        Some(number.value)
    }

    /// Tells a watched column what was counted, and counts anew.
    pub(super) fn tell(&mut self, watched: &mut [Watched]) {
        let of_value = watched.iter_mut().find(|w| w.column == self.column);
        if let Some(of_value) = of_value {
            of_value.plain_numbers(self.small, self.large, self.pointed);
        }
        (self.small, self.large, self.pointed) = (0, 0, 0);
    }
}

//! Cells as most files write them, read in a few steps. Each tells what the long way tells, or nothing.

use super::dates::{Stamp, ymd};
use super::{is_blank, is_rounded, plain};
use crate::calendar::{Day, Zone};

/// Whether the text of a cell is its own: neither blanks nor what guards it stand around it.
pub(crate) fn is_plain(cell: &[u8]) -> bool {
    match cell {
        [first, .., last] | [first @ last]
            if first.is_ascii_graphic() && last.is_ascii_graphic() =>
        {
            !matches!(first, b'\'' | b'=')
        }
        [] => true,
        _ => std::str::from_utf8(cell).is_ok_and(|text| plain(text) == text),
    }
}

/// Whether the cell is an id as it stands, worth no word.
#[cfg_attr(feature = "scan", inline(always))] // once a cell
pub(crate) fn is_id(cell: &[u8]) -> bool {
    match cell {
        [first, second, .., last] if is_sure(*first, *second, *last) => true,
        _ => is_any_id(cell),
    }
}

/// Whether a text is an id as it stands by its first two bytes and the last one of more, as most ids are.
#[inline(always)] // once a cell
pub(crate) fn is_sure(first: u8, second: u8, last: u8) -> bool {
    SURE[usize::from(first)] & SURE[usize::from(second)] >> 1 & SURE[usize::from(last)] >> 2 & 1
        == 1
}

/// Whether a byte may be the first of an id that is not doubtful, the second, and the last: a bit for each.
static SURE: [u8; 256] = {
    let mut sure = [0; 256];
    let mut place = 0;
    while place < sure.len() {
        let byte = place as u8;
        let first = byte.is_ascii_alphanumeric() && !matches!(byte, b'0' | b'n' | b'N');
        let second = !matches!(byte, b'.' | b',' | b'E');
        sure[place] = first as u8 | (second as u8) << 1 | (byte.is_ascii_graphic() as u8) << 2;
        place += 1;
    }
    sure
};

fn is_any_id(cell: &[u8]) -> bool {
    let doubtful = match cell {
        [] => return false,
        [b'-' | b'\\' | b'#' | b'n' | b'N' | 0x80.., ..] => cell.len() <= 6,
        [_, b'.' | b',' | b'E', ..] => true,
        [b'0', b'0', b'0', ..] => true,
        _ => false,
    };
    is_plain(cell)
        && (!doubtful
            || std::str::from_utf8(cell).is_ok_and(|text| !is_blank(text) && !is_rounded(text)))
}

/// A number of digits, perhaps with a point, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Millionths {
    pub(crate) value: i64,
    /// Digits before the point and behind it; None where there is no point.
    pub(crate) whole: usize,
    pub(crate) fraction: Option<usize>,
}

/// `12`, `3.25`: at most twelve digits before the point and six behind it.
pub(crate) fn millionths(cell: &[u8]) -> Option<Millionths> {
    const SCALE: [i64; 7] = [1_000_000, 100_000, 10_000, 1000, 100, 10, 1];
    if cell.len() > 15 {
        return None;
    }
    let (mut units, mut point) = (0, None);
    for (at, &byte) in cell.iter().enumerate() {
        match byte {
            b'0'..=b'9' => units = units * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let whole = point.unwrap_or(cell.len());
    let fraction = point.map(|at| cell.len() - at - 1);
    if whole == 0 || whole > 12 || fraction == Some(0) {
        return None;
    }
    let scale = SCALE.get(fraction.unwrap_or(0))?;
    Some(Millionths {
        value: units * scale,
        whole,
        fraction,
    })
}

/// The number that at most eight digits make, the first in the lowest byte; 0 of none. What stands behind them is not
/// looked at.
#[inline(always)] // once a row
pub(crate) fn digits(word: u64, length: usize) -> Option<u32> {
    const ONES: u64 = u64::MAX / 255;
    const ZEROS: u64 = ONES * 0x30;
    const HIGH: u64 = ONES * 0x80;
    let missing = 8 * 8usize.checked_sub(length)? as u32;
    // Zeros before the first.
    let blank = !u64::MAX.checked_shl(missing).unwrap_or(0);
    let all = word.checked_shl(missing).unwrap_or(0) | (ZEROS & blank);
    let digits = all ^ ZEROS;
    if (digits | digits.wrapping_add(ONES * 0x76)) & HIGH != 0 {
        return None;
    }
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let low = (pairs & 0x0000_00FF_0000_00FF).wrapping_mul(0x000F_4240_0000_0064);
    let high = (pairs >> 16 & 0x0000_00FF_0000_00FF).wrapping_mul(0x0000_2710_0000_0001);
    Some((low.wrapping_add(high) >> 32) as u32)
}

/// Reads stamps that begin `2024-03-05`, alone or with `14:03:00` behind a blank or a `T`, a fraction and `Z`, ` UTC` or
/// `+09:00`. It remembers the last day.
#[derive(Clone, Debug)]
pub(crate) struct Stamps {
    zone: Zone,
    /// Seconds east of UTC of what names none.
    offset: Option<i32>,
    memo: ([u8; 10], Option<Day>),
}

impl Stamps {
    pub(crate) fn new(zone: Zone, offset: Option<i32>) -> Stamps {
        Stamps {
            zone,
            offset,
            memo: ([0; 10], None),
        }
    }

    /// The day in the zone, and the moment, of `2024-03-05 14:03:00`, alone or with a `Z`; what stands behind so many bytes
    /// is not looked at.
    #[inline(always)] // once a row
    pub(crate) fn usual(&mut self, cell: &[u8; 20], length: usize) -> Option<(Day, i64)> {
        let (date, time) = cell.split_first_chunk()?;
        let day = self.day(date)?;
        let (b' ' | b'T', time) = time.split_first()? else {
            return None;
        };
        let (clock, zone) = time.split_first_chunk()?;
        let second = clock_of(*clock)?;
        let offset = match (length, zone) {
            (19, _) => self.offset,
            (20, b"Z") => Some(0),
            _ => return None,
        };
        self.at(day, second, 0, offset)
    }

    fn at(&self, day: Day, second: u32, millis: u32, offset: Option<i32>) -> Option<(Day, i64)> {
        let Some(offset) = offset else {
            let moment = i64::from(day.0) * 86_400_000 + i64::from(second * 1000 + millis);
            return Some((day, moment));
        };
        let utc = i64::from(day.0) * 86_400 + i64::from(second) - i64::from(offset);
        let local = utc + i64::from(self.zone.offset(utc));
        let day = Day(i32::try_from(local.div_euclid(86_400)).ok()?);
        (day >= Day::FIRST).then_some((day, local * 1000 + i64::from(millis)))
    }

    /// The day in the zone, and the moment.
    pub(crate) fn read(&mut self, cell: &[u8]) -> Option<(Day, i64)> {
        let (date, time) = cell.split_first_chunk()?;
        let day = self.day(date)?;
        if time.is_empty() {
            return Some((day, i64::from(day.0) * 86_400_000));
        }
        let (b' ' | b'T', time) = time.split_first()? else {
            return None;
        };
        let (clock, rest) = time.split_first_chunk()?;
        let second = clock_of(*clock)?;
        let (millis, offset) = match rest {
            [] => (0, self.offset),
            _ => tail(rest, self.offset)?,
        };
        self.at(day, second, millis, offset)
    }

    #[inline(always)] // once a row
    fn day(&mut self, date: &[u8; 10]) -> Option<Day> {
        match *date == self.memo.0 {
            true => self.memo.1,
            false => self.other_day(date),
        }
    }

    #[inline(never)]
    fn other_day(&mut self, date: &[u8; 10]) -> Option<Day> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else {
            return None;
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0, |n, b| {
                b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0'))
            })
        };
        let day = ymd(
            number(&[y1, y2, y3, y4])?,
            number(&[m1, m2])?,
            number(&[d1, d2])?,
        );
        let day = day.filter(|day| *day >= Day::FIRST && !Stamp::at(*day).is_forever());
        self.memo = (*date, day);
        day
    }
}

/// Seconds of `14:03:00`.
fn clock_of(text: [u8; 8]) -> Option<u32> {
    const COLONS: u64 = u64::from_le_bytes(*b"00:00:00");
    const ROOM: u64 = u64::from_le_bytes([0x76, 0x76, 0x7F, 0x76, 0x76, 0x7F, 0x76, 0x76]);
    const HIGH: u64 = (u64::MAX / 255) << 7;
    let digits = u64::from_le_bytes(text) ^ COLONS;
    if (((digits & !HIGH) + ROOM) | digits) & HIGH != 0 {
        return None;
    }
    // In the lower byte of each two digits their number.
    let numbers = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let [hour, _, _, minute, _, _, second, _] = numbers.to_le_bytes().map(u32::from);
    (hour < 24 && minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

/// Thousandths, and seconds east of UTC.
fn tail(rest: &[u8], offset: Option<i32>) -> Option<(u32, Option<i32>)> {
    let (mut millis, mut rest) = (0, rest);
    if let [b'.', digits @ ..] = rest {
        let count = digits.iter().take_while(|b| b.is_ascii_digit()).count();
        let (fraction, after) = digits.split_at_checked(count).filter(|_| count > 0)?;
        let three = fraction.iter().chain(b"000").take(3);
        millis = three.fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        rest = after;
    }
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i32::from(byte - b'0'));
    let offset = match *rest {
        [] => offset,
        [b'Z'] | [b' ', b'U', b'T', b'C'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
            let east = hours * 3600 + minutes * 60;
            if hours > 18 || minutes > 59 {
                return None;
            }
            Some(if sign == b'-' { -east } else { east })
        }
        _ => return None,
    };
    Some((millis, offset))
}

#[cfg(test)]
mod tests;

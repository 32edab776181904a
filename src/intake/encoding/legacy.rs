//! The old encodings told apart by the shape of their bytes: which pairs are characters at all, and which of them
//! people write. Half points: a common character gives two for each of its bytes, a rare one little, an impossible
//! one takes away.

use super::Found;
use crate::encoding::Encoding;

/// Characters from which on the evidence is not thin.
const TELLING: usize = 8;

/// What the bytes are worth under one encoding.
#[derive(Clone, Copy, Default)]
struct Worth {
    points: i64,
    /// Bytes beyond ASCII.
    bytes: i64,
    characters: usize,
}

impl Worth {
    fn add(&mut self, bytes: i64, points: i64) {
        self.bytes += bytes;
        self.points += points * bytes;
        self.characters += 1;
    }

    /// In hundredths for each byte.
    fn score(self) -> i64 {
        self.points * 100 / self.bytes.max(1)
    }
}

const COMMON: i64 = 4;
const USUAL: i64 = 3;
/// A half-width kana, which bytes of Korean and Chinese look like too.
const KANA: i64 = 1;
const RARE: i64 = 0;
const WRONG: i64 = -12;

/// The old encodings, the likeliest first.
pub(super) fn rank(text: &[u8]) -> Found {
    let mut ranked: Vec<(i64, usize, Encoding)> = [
        (Encoding::EucKr, korean as fn(u8, u8) -> i64),
        (Encoding::ShiftJis, japanese),
        (Encoding::Gb18030, chinese),
    ]
    .into_iter()
    .map(|(encoding, points)| {
        (
            pairs(text, points, encoding == Encoding::ShiftJis),
            encoding,
        )
    })
    .chain([(western(text), Encoding::Windows1252)])
    .map(|(worth, encoding)| (worth.score(), worth.characters, encoding))
    .collect();
    crate::order::by_key(&mut ranked, |&(score, ..)| -score);
    let mut scores = ranked.iter().map(|&(score, ..)| score);
    let (best, second) = (
        scores.next().unwrap_or(0),
        scores.next().unwrap_or(i64::MIN),
    );
    let telling = ranked.first().map_or(0, |&(_, characters, _)| characters);
    Found {
        encodings: ranked.iter().map(|&(.., encoding)| encoding).collect(),
        certain: telling >= TELLING && best > 0 && best - second >= 50,
        ..Found::default()
    }
}

/// Walks over characters of two bytes; `points` says what a pair is worth.
fn pairs(text: &[u8], points: fn(u8, u8) -> i64, kana: bool) -> Worth {
    let mut worth = Worth::default();
    let mut bytes = text.iter().copied().peekable();
    while let Some(lead) = bytes.next() {
        if lead < 0x80 {
            continue;
        }
        if kana && (0xA1..=0xDF).contains(&lead) {
            worth.add(1, KANA);
            continue;
        }
        let Some(&trail) = bytes.peek() else {
            break; // cut in two
        };
        let points = points(lead, trail);
        if points == WRONG {
            worth.add(1, WRONG);
        } else {
            bytes.next();
            worth.add(1 + i64::from(trail >= 0x80), points);
        }
    }
    worth
}

/// CP949: KS X 1001, and the syllables that it lacks.
fn korean(lead: u8, trail: u8) -> i64 {
    match (lead, trail) {
        (0xB0..=0xC8, 0xA1..=0xFE) => COMMON,
        (0xA1..=0xAC, 0xA1..=0xFE) => USUAL,
        (0xCA..=0xFD, 0xA1..=0xFE) => RARE,
        (0x81..=0xA0, 0x41..=0x5A | 0x61..=0x7A | 0x81..=0xFE)
        | (0xA1..=0xC6, 0x41..=0x5A | 0x61..=0x7A | 0x81..=0xA0) => RARE,
        _ => WRONG,
    }
}

fn japanese(lead: u8, trail: u8) -> i64 {
    match (lead, trail) {
        (0x82, 0x9F..=0xF1) | (0x83, 0x40..=0x7E | 0x80..=0x96) => COMMON,
        (0x81, 0x40..=0x7E | 0x80..=0xFC) | (0x82, 0x4F..=0x9A) => USUAL,
        (0x88..=0x97, 0x40..=0x7E | 0x80..=0xFC) => USUAL,
        (
            0x84..=0x87 | 0x98..=0x9F | 0xE0..=0xEA | 0xED..=0xEE | 0xF0..=0xFC,
            0x40..=0x7E | 0x80..=0xFC,
        ) => RARE,
        _ => WRONG,
    }
}

/// GB18030: the common characters of GB2312 first. Its characters of four bytes are two pairs here.
fn chinese(lead: u8, trail: u8) -> i64 {
    match (lead, trail) {
        (0xB0..=0xD7, 0xA1..=0xFE) => USUAL,
        (0xA1..=0xA9, 0xA1..=0xFE) => USUAL - 1,
        (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE) => RARE,
        (0x81..=0xFE, 0x30..=0x39) => RARE,
        _ => WRONG,
    }
}

/// Windows-1252: letters beside letters, and signs.
fn western(text: &[u8]) -> Worth {
    let mut worth = Worth::default();
    for (i, &byte) in text.iter().enumerate().filter(|(_, b)| **b >= 0x80) {
        let at = |i: Option<usize>| i.and_then(|i| text.get(i)).copied().unwrap_or(b' ');
        let (before, after) = (at(i.checked_sub(1)), at(i.checked_add(1)));
        let alone = before < 0x80 && after < 0x80;
        let beside = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        worth.add(
            1,
            match byte {
                0x81 | 0x8D | 0x8F | 0x90 | 0x9D => WRONG,
                0xC0..=0xFF if alone && beside => COMMON,
                0xC0..=0xFF if beside => RARE,
                0x80 | 0x91..=0x97 | 0xA0..=0xBF if alone => USUAL,
                _ if alone => RARE,
                _ => WRONG / 4,
            },
        );
    }
    worth
}

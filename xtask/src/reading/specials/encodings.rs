//! Encodings at their hardest: hardly a character tells which it is, one stands across the end of a piece, or its second
//! byte means something else where it stands alone.

use super::{DATED, Made, cp949, encoding};
use crate::reading::choice::Choice;
use crate::reading::headers::SPELLINGS;
use crate::reading::shape::{DELIMITERS, Encoding, QUOTES, text};
use crate::reading::tables::{KINDS, Kind, Script};

pub(super) fn add(made: &mut Made) {
    hangul(made);
    utf_16(made);
    second_bytes(made);
}

/// What Korean files alone can be.
fn hangul(made: &mut Made) {
    // Hangul over the columns and nowhere else.
    for (spelling, _) in SPELLINGS
        .iter()
        .enumerate()
        .filter(|s| s.1.word.contains("Korean"))
    {
        for kind in KINDS {
            let mut choice = Choice::plain(kind, Script::Ascii).spelled(spelling);
            choice.shape.encoding = encoding(Encoding::Cp949);
            choice.shape.end = 1;
            made.add(
                &format!("hangul-in-the-header-only-{spelling}"),
                choice,
                &[],
            );
        }
    }
    // One name, two syllables.
    for kind in DATED {
        let mut choice = Choice::plain(kind, Script::Ascii);
        choice.shape.encoding = encoding(Encoding::Cp949);
        let (plain, hangul) = match kind {
            Kind::Customers => ("Borealis", "한빛"),
            Kind::Usage => ("export 10", "내보"),
            _ => ("closed down", "폐업"),
        };
        made.edited("hardly-a-syllable", choice, &["encoding-guessed"], |text| {
            text.replacen(plain, hangul, 1)
        });
    }
    // The end of a piece of 4,093 bytes inside a character of two.
    for kind in KINDS {
        let plain = cp949(kind);
        let lines = |dashes: usize| {
            let line = format!("# {}\n", "-".repeat(97));
            format!("{}# {}\n", line.repeat(35), "-".repeat(dashes))
        };
        let splits = |dashes: &usize| {
            let table = text(plain.shape, &plain.written()).unwrap_or_default();
            let bytes = Encoding::Cp949
                .bytes(&(lines(*dashes) + &table))
                .unwrap_or_default();
            // Whole characters before the place: the first byte of one stands last.
            bytes.len() > 4093 && {
                let mut at = 0;
                while at < 4092 {
                    at += if bytes[at] < 0x80 { 1 } else { 2 };
                }
                at == 4092 && bytes[at] >= 0x80
            }
        };
        if let Some(dashes) = (1..90).find(splits) {
            made.edited(
                "a-piece-ends-inside-a-syllable",
                plain,
                &["lines-outside"],
                |text| lines(dashes) + &text,
            );
        }
    }
}

/// What UTF-16 alone can be.
fn utf_16(made: &mut Made) {
    // Pairs of surrogates, and their halves at the ends of pieces.
    for (mark, word) in ["le", "le-marked", "be", "be-marked"]
        .into_iter()
        .enumerate()
    {
        let mut choice = Choice::plain(Kind::Customers, Script::Korean);
        choice.shape.encoding = encoding(Encoding::Utf16Le) + mark;
        made.edited(&format!("surrogates-{word}"), choice, &[], |text| {
            text.replace("누리", "\u{1f600}누리")
        });
    }
    // Nothing but a zero at every other byte tells.
    for kind in DATED {
        for of in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let mut choice = Choice::plain(kind, Script::Ascii);
            choice.shape.encoding = encoding(of);
            let word = if of == Encoding::Utf16Le { "le" } else { "be" };
            made.add(&format!("ascii-in-utf-16-{word}"), choice, &[]);
        }
    }
}

/// The bytes 0x5C and 0x7C as second bytes, which in CP949 no character has: there a damaged first byte stands before
/// them, and takes nothing along.
fn second_bytes(made: &mut Made) {
    let pipe = DELIMITERS.iter().position(|d| d.0 == "|").unwrap_or(0);
    let escapes = QUOTES.iter().position(|q| q.1 == "\\\"").unwrap_or(0);
    for (of, word) in [
        (Encoding::ShiftJis, "shift-jis"),
        (Encoding::Gb18030, "gb18030"),
    ] {
        for kind in KINDS {
            for (delimiter, quote) in [(pipe, 0), (0, escapes), (pipe, escapes)] {
                let mut choice = Choice::encoded(kind, encoding(of), 0);
                choice.shape.delimiter = delimiter;
                choice.shape.quote = quote;
                let what = format!("5c-and-7c-as-second-bytes-{word}-{delimiter}{quote}");
                made.add(&what, choice, &[]);
            }
        }
    }
    for kind in KINDS {
        for (delimiter, quote) in [(pipe, 0), (pipe, escapes), (0, escapes)] {
            let mut choice = cp949(kind);
            choice.shape.delimiter = delimiter;
            choice.shape.quote = quote;
            let what = format!("a-first-byte-before-5c-or-7c-{delimiter}{quote}");
            let Some(variant) = made.add(&what, choice, &["text-damaged"]) else {
                continue;
            };
            // Before the escaped quote, or at the end of the cell before a pipe.
            let wanted: &[u8] = if quote > 0 {
                b" \\\"A"
            } else {
                b" \"\"A\"\" | B\"|"
            };
            let at = variant
                .bytes
                .windows(wanted.len())
                .position(|w| w == wanted);
            match at {
                Some(at) if quote > 0 => variant.bytes[at] = 0xB0,
                Some(at) => variant.bytes[at + wanted.len() - 3] = 0xB0,
                None => {
                    made.0.pop();
                }
            }
        }
    }
}

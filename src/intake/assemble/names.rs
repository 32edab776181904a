//! Ids that differ only in how they are written: in case, in blanks, in the width of their letters.

use crate::dataset::{CustomerIx, Dataset};
use crate::intake::cells;
use crate::intake::ids::{Hash, Ids};
use crate::intake::reader::Part;
use crate::order;
use crate::roles::Kind;
use crate::settings::Join;

/// How customers' ids are written.
#[derive(Default)]
pub(in crate::intake) struct Names<'a> {
    folded: Ids,
    spelled: Vec<Spelled<'a>>,
    several: bool,
    key: String,
}

/// Of the spellings of one id the first two, those of customers files before others, then by text.
struct Spelled<'a> {
    shown: (bool, &'a str),
    other: Option<(bool, &'a str)>,
}

impl<'a> Names<'a> {
    /// Of all ids in the files. Where only equal ids are one customer's there is nothing to know.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn of_parts(parts: &mut dyn Iterator<Item = &'a Part>, join: Join) -> Names<'a> {
        let mut names = Names::default();
        for part in parts.filter(|_| join == Join::Folded) {
            let unlisted = part.source.kind != Some(Kind::Customers);
            let mut before = "";
            part.rows.ids(&mut |id| {
                if id != before {
                    before = id;
                    names.note((unlisted, id));
                }
            });
        }
        names
    }

    /// Of the customers whose ids are alike, and few others.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(in crate::intake) fn of_customers(data: &'a Dataset) -> Names<'a> {
        let mut names = Names::default();
        // A part of the hash above, the customer below: ids that are alike stand together.
        let mut tags: Vec<u64> = Vec::with_capacity(data.customers.len());
        for customer in 0..data.customers.len() {
            fold(data.id(customer), &mut names.key);
            tags.push((Hash::of(names.key.as_bytes()) & HIGH) | customer as u64);
        }
        order::sort(&mut tags);
        let alike = tags.chunk_by(|one, other| (one ^ other) & HIGH == 0);
        for tag in alike.filter(|tags| tags.len() > 1).flatten() {
            let customer = *tag as u32 as CustomerIx;
            let unlisted = data.customers.get(customer).is_none_or(|c| !c.listed);
            names.note((unlisted, data.id(customer)));
        }
        names
    }

    fn note(&mut self, id: (bool, &'a str)) {
        fold(id.1, &mut self.key);
        let (number, new) = self.folded.number(self.key.as_bytes());
        if new {
            self.spelled.push(Spelled {
                shown: id,
                other: None,
            });
        }
        let Some(known) = self.spelled.get_mut(number) else {
            return;
        };
        if known.shown.1 == id.1 {
            known.shown = known.shown.min(id);
            return;
        }
        self.several = true;
        if id < known.shown {
            known.other = Some(std::mem::replace(&mut known.shown, id));
        } else if known.other.is_none_or(|other| id < other) {
            known.other = Some(id);
        }
    }

    fn find(&self, id: &str) -> Option<&Spelled<'a>> {
        let mut key = String::new();
        fold(id, &mut key);
        self.spelled.get(self.folded.find(key.as_bytes())?)
    }

    /// The spelling that stands for this one.
    pub(in crate::intake) fn id(&self, id: &'a str) -> &'a str {
        if self.spelled.is_empty() {
            return id;
        }
        self.find(id).map_or(id, |known| known.shown.1)
    }

    /// The spelling that stands for this one, and another one, where there are several.
    pub(in crate::intake) fn alike(&self, id: &str) -> Option<(&'a str, &'a str)> {
        if !self.several {
            return None;
        }
        let known = self.find(id)?;
        Some((known.shown.1, known.other?.1))
    }
}

const HIGH: u64 = u64::MAX << 32;

/// The id without blanks, in small letters of common width. The letters of Western Europe, Greece and Russia have
/// both cases here; a table of all scripts' letters would weigh more than the rare id beyond them.
fn fold(id: &str, into: &mut String) {
    into.clear();
    for c in id.chars() {
        let c = cells::narrow(c);
        into.extend(match c {
            '\0' | '\u{feff}' | '\u{200b}' => None,
            _ if c.is_whitespace() => None,
            '×' => Some(c),
            'À'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => Some(moved(c, 32)),
            _ => Some(c.to_ascii_lowercase()),
        });
    }
}

fn moved(c: char, by: i32) -> char {
    (c as u32)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(id: &str) -> String {
        let mut key = String::new();
        fold(id, &mut key);
        key
    }

    #[test]
    fn ids_fold_to_small_letters_without_blanks_and_nothing_else_is_lost() {
        for id in [
            "Acme 7",
            "ACME7",
            "ac me\u{a0}7",
            "ＡＣＭＥ\u{3000}７",
            "acme\u{200b}7",
        ] {
            assert_eq!(folded(id), "acme7", "{id}");
        }
        assert_eq!(folded("MÜLLER Αθήνα МИР"), folded("Müller αθήνα мир"));
        assert_eq!(folded("누리 상사"), "누리상사");
        for (a, b) in [("007", "7"), ("a-7", "a7"), ("×", "÷"), ("Łan", "łan")] {
            assert_ne!(folded(a), folded(b), "{a} {b}");
        }
    }
}

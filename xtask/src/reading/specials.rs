//! Files that no list of choices makes: hard ones to decode, damaged ones, such as a certain tool writes, and tables that
//! leave something open.

mod beside;
mod damaged;
mod encodings;
mod tools;

use super::choice::{Choice, Variant};
use super::forms::{DATES, MONEY};
use super::shape::{ENCODINGS, Encoding, HEADERS, Header, text};
use super::tables::{KINDS, Kind, Script};

/// Kinds whose rows have days and amounts.
const DATED: [Kind; 3] = [Kind::Customers, Kind::Subscriptions, Kind::Usage];

pub(super) fn all() -> Vec<Variant> {
    let mut made = Made(Vec::new());
    encodings::add(&mut made);
    damaged::add(&mut made);
    headless(&mut made);
    beside::add(&mut made);
    undecided(&mut made);
    tools::add(&mut made);
    made.0
}

struct Made(Vec<Variant>);

impl Made {
    /// A file of choices alone.
    fn add(&mut self, what: &str, choice: Choice, issues: &[&'static str]) -> Option<&mut Variant> {
        self.edited(what, choice, issues, |text| text)
    }

    /// A file whose text is changed before it is encoded; the words tell of it.
    fn edited(
        &mut self,
        what: &str,
        choice: Choice,
        issues: &[&'static str],
        edit: impl Fn(String) -> String,
    ) -> Option<&mut Variant> {
        let name = format!("{what}-{}.csv", choice.world.name());
        let mut variant = choice.make(name)?;
        let plain = text(choice.shape, &choice.written())?;
        let text = edit(plain.clone());
        variant.bytes = ENCODINGS[choice.shape.encoding].0.bytes(&text)?;
        // Lines beside the table leave its cells as they are; what changes a cell does not.
        variant.same_cells &= text.contains("\n\n") || text.ends_with(&plain);
        variant.korean = text.contains(|c| ('가'..='힣').contains(&c));
        variant.varies.push(what.replace('-', " "));
        variant.issues.extend(issues);
        variant.issues.sort_unstable();
        variant.issues.dedup();
        variant.same_cells &= !issues.contains(&"text-damaged");
        self.0.push(variant);
        self.0.last_mut()
    }
}

fn encoding(wanted: Encoding) -> usize {
    ENCODINGS.iter().position(|e| e.0 == wanted).unwrap_or(0)
}

fn cp949(kind: Kind) -> Choice {
    Choice::encoded(kind, encoding(Encoding::Cp949), 0)
}

fn date(word: &str) -> usize {
    DATES
        .iter()
        .position(|form| form.word == word)
        .unwrap_or(usize::MAX)
}

fn money(word: &str) -> usize {
    MONEY
        .iter()
        .position(|form| form.word == word)
        .unwrap_or(usize::MAX)
}

/// No line names the columns; the settings do.
fn headless(made: &mut Made) {
    let none = HEADERS
        .iter()
        .position(|h| h.0 == Header::None)
        .unwrap_or(0);
    for kind in KINDS {
        for choice in [Choice::plain(kind, Script::Ascii), cp949(kind)] {
            for (delimiter, end) in [(0, 0), (2, 1)] {
                let mut choice = choice;
                choice.shape.header = none;
                choice.shape.delimiter = delimiter;
                choice.shape.end = end;
                let what = format!("no-header-{delimiter}");
                if let Some(variant) = made.add(&what, choice, &["header-missing"]) {
                    let roles = kind.roles().iter().enumerate();
                    let roles: Vec<String> = roles
                        .map(|(i, role)| format!("\"{}\": \"{role}\"", i + 1))
                        .collect();
                    variant.settings = Some(format!(
                        "{{\"kinds\": {{\"{0}\": \"{1}\"}}, \"columns\": {{\"{0}\": {{{2}}}}}}}",
                        variant.name,
                        kind.in_report(),
                        roles.join(", "),
                    ));
                }
            }
        }
    }
}

/// Nothing tells month from day: the month is taken to stand first, and that is told.
fn undecided(made: &mut Made) {
    for kind in DATED {
        for word in ["3/5/2024", "03/05/2024", "3/5/24", "3/5/2024 2:03:00 PM"] {
            let mut choice = Choice::plain(kind, Script::Ascii);
            choice.world.early = true;
            choice.cells.date = date(word);
            let what = format!("month-or-day-{:02}", choice.cells.date);
            made.add(&what, choice, &["date-order-guessed"]);
        }
    }
}

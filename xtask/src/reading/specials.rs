//! Files that no list of choices makes: damaged ones, and such as a certain tool writes.

use super::choice::{Choice, Variant};
use super::forms::{DATES, MONEY};
use super::headers::{KOREAN, SPELLINGS};
use super::shape::{
    AFTERS, After, BEFORES, Before, DELIMITERS, ENCODINGS, ENDS, Encoding, HEADERS, Header, QUOTES,
    text,
};
use super::tables::{EUR, KINDS, Kind, Script};

/// Kinds whose rows have days and amounts.
const DATED: [Kind; 3] = [Kind::Customers, Kind::Subscriptions, Kind::Usage];

pub(super) fn all() -> Vec<Variant> {
    let mut made = Made(Vec::new());
    hangul(&mut made);
    second_bytes(&mut made);
    damaged(&mut made);
    headless(&mut made);
    beside(&mut made);
    undecided(&mut made);
    tools(&mut made);
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

/// One byte that is wrong damages one value.
fn damaged(made: &mut Made) {
    for (kind, wanted) in [
        (Kind::Customers, "누리"),
        (Kind::Usage, "김서연"),
        (Kind::Subscriptions, "가격이"),
    ] {
        for of in [Encoding::Utf8, Encoding::Utf8Marked, Encoding::Cp949] {
            let mut choice = Choice::plain(kind, Script::Korean);
            choice.shape.encoding = encoding(of);
            let word = ["utf-8", "utf-8-marked", "cp949"]
                [usize::from(of != Encoding::Utf8) + usize::from(of == Encoding::Cp949)];
            let Some(variant) =
                made.add(&format!("a-damaged-byte-{word}"), choice, &["text-damaged"])
            else {
                continue;
            };
            let Some(wanted) = of.bytes(wanted) else {
                continue;
            };
            let wanted = wanted
                .strip_prefix(b"\xEF\xBB\xBF")
                .unwrap_or(&wanted)
                .to_vec();
            if let Some(at) = variant
                .bytes
                .windows(wanted.len())
                .position(|w| w == wanted)
            {
                variant.bytes[at] = 0xFF;
            }
        }
    }
    // Half a unit at the end.
    for of in [Encoding::Utf16LeMarked, Encoding::Utf16BeMarked] {
        let mut choice = Choice::plain(Kind::Customers, Script::Korean);
        choice.shape.encoding = encoding(of);
        let word = if of == Encoding::Utf16LeMarked {
            "le"
        } else {
            "be"
        };
        if let Some(variant) = made.add(
            &format!("half-a-unit-at-the-end-{word}"),
            choice,
            &["text-damaged"],
        ) {
            variant.bytes.pop();
        }
    }
    // An id that a spreadsheet took for a number.
    for kind in [Kind::Customers, Kind::Marks] {
        let choice = Choice::plain(kind, Script::Latin);
        made.edited(
            "an-id-rounded-by-a-spreadsheet",
            choice,
            &["id-rounded"],
            |text| text.replacen("\n2003,", "\n2.02E+15,", 1),
        );
    }
    // A day that there is not.
    for (kind, from, to) in [
        (Kind::Customers, "2024-06-05", "2024-06-31"),
        (Kind::Subscriptions, "2024-03-08", "2023-02-29"),
        (Kind::Usage, "2024-04-30", "2024-04-31"),
    ] {
        let choice = cp949(kind);
        let made = made.edited("an-impossible-date", choice, &["date-unreadable"], |text| {
            let row = text.lines().find(|line| line.contains(from));
            let row = row.unwrap_or_default().replace(from, to);
            let (_, cells) = row.split_once(',').unwrap_or_default();
            format!("{text}9904,{cells}\n")
        });
        if let Some(variant) = made {
            variant.aside = 1;
            variant.same_cells = false;
        }
    }
    // A quote that the last row opens.
    for kind in KINDS {
        let choice = cp949(kind);
        let made = made.edited(
            "a-quote-opened-in-the-last-row",
            choice,
            &["quote-unclosed"],
            |text| {
                let row: Vec<&str> = text.lines().last().unwrap_or_default().split(',').collect();
                format!("{text}9903,\"{}\n", row[1..].join(","))
            },
        );
        if let Some(variant) = made {
            variant.aside = 1;
            variant.same_cells = false;
        }
    }
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

/// What stands around and between the rows.
fn beside(made: &mut Made) {
    for kind in KINDS {
        let choice = cp949(kind);
        // The larger table is the second.
        let first = "구분,건수,비고\n가,1,-\n나,2,-\n\n";
        if let Some(variant) =
            made.edited("a-smaller-table-above", choice, &["table-other"], |text| {
                first.to_owned() + &text
            })
        {
            variant.same_cells = false;
        }
        made.edited("blank-lines-between-the-rows", choice, &[], |text| {
            text.replace("\n3000", "\n\n   \n3000")
                .replace("\n2000", "\n\n2000")
        });
        let titled = Choice::plain(kind, Script::Latin);
        made.edited(
            "a-title-with-delimiters",
            titled,
            &["lines-outside"],
            |text| {
                let delimiters = ",".repeat(kind.roles().len() - 1);
                format!("\"Export, all of it\"{delimiters}\n{delimiters}\n{text}")
            },
        );
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

/// What certain tools write.
fn tools(made: &mut Made) {
    let before = |wanted| BEFORES.iter().position(|b| b.0 == wanted).unwrap_or(0);
    let after = |wanted| AFTERS.iter().position(|a| a.0 == wanted).unwrap_or(0);
    let crlf = ENDS.iter().position(|e| e.0 == ["\r\n"]).unwrap_or(0);
    for kind in DATED {
        // Excel in Seoul.
        for (day, amount) in [
            ("2024. 3. 5.", "12,000원"),
            ("2024년 3월 5일", "￦12,000 with the wide sign"),
            ("2024-03-05 14:03", "full-width digits"),
        ] {
            let mut choice = cp949(kind).money(money(amount));
            choice.spelling = KOREAN;
            choice.cells.date = date(day);
            choice.shape.end = crlf;
            made.add(&format!("excel-in-seoul-{:02}", date(day)), choice, &[]);
        }
        // Excel in Munich and in Paris.
        let mut choice = Choice::plain(kind, Script::Latin).money(money("1.234,50"));
        choice.shape.encoding = encoding(Encoding::Windows1252);
        choice.shape.delimiter = 1;
        choice.shape.end = crlf;
        choice.cells.date = date("05.03.2024");
        made.add("excel-in-munich", choice, &[]);
        choice.shape.before = before(Before::Sep);
        made.add("excel-in-munich-sep", choice, &[]);
        choice = choice.money(money("1 234,50 with no-break spaces"));
        choice.world.currency = EUR;
        choice.shape.before = 0;
        choice.cells.date = date("05/03/2024");
        made.add("excel-in-paris", choice, &[]);
        // Excel in Tokyo, and what it calls text in Unicode.
        let mut choice =
            Choice::encoded(kind, encoding(Encoding::ShiftJis), 0).money(money("1,234.50"));
        choice.shape.end = crlf;
        choice.cells.date = date("2024/3/5");
        made.add("excel-in-tokyo", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Korean);
        choice.shape.encoding = encoding(Encoding::Utf16LeMarked);
        choice.shape.delimiter = 2;
        choice.shape.end = crlf;
        made.add("excel-unicode-text", choice, &[]);
        // A report of Salesforce, an export of Stripe, one of Google, a dump of a database.
        let mut choice = Choice::plain(kind, Script::Ascii)
            .spelled(1)
            .money(money("$1,234.50"));
        choice.shape.quote = 1;
        choice.shape.end = crlf;
        choice.shape.after = after(After::All);
        choice.cells.date = date("3/5/2024");
        made.add("salesforce", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Ascii).spelled(4);
        choice.cells.date = date("2024-03-05 14:03");
        made.add("stripe", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Ascii).spelled(1);
        choice.shape.before = before(Before::Comments);
        choice.cells.date = date("20240305");
        made.add("google", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Korean);
        choice.shape.delimiter = 2;
        choice.cells.blank = 3;
        choice.shape.quote = 2;
        made.add("database", choice, &[]);
    }
}

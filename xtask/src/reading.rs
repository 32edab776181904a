//! The reading suite: a few tables, each written out in the many ways in which tools write tables, and a list of what
//! each file varies. It has no clock and no chance but its own generator, so that the checked-in files can be held
//! against it byte for byte.
//!
//! `tables` is what is said, `forms` and `headers` how a cell is written, `shape` how a table is; `cover` chooses
//! pairs of these, `specials` are made by hand.

mod cover;
mod forms;
mod headers;
mod shape;
mod specials;
mod tables;

use forms::{BLANKS, Cells, DATES, IDS, MONEY, YES_NO, last_day};
use headers::{KOREAN, SPELLINGS};
use shape::{
    AFTERS, After, BEFORES, Before, DELIMITERS, ENCODINGS, ENDS, Encoding, HEADERS, Header, ODDS,
    Odd, QUOTES, Shape, Written,
};
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use tables::{Cell, KINDS, KRW, Kind, Script, USD, World};

/// The list of the files, beside them.
const MANIFEST: &str = "manifest.json";

/// Writes the folder anew.
pub(crate) fn write(dir: &Path) -> io::Result<()> {
    if dir.exists() {
        std::fs::remove_dir_all(dir)?;
    }
    std::fs::create_dir_all(dir)?;
    for (name, bytes) in files() {
        std::fs::write(dir.join(name), bytes)?;
    }
    Ok(())
}

/// A file of the suite.
struct Variant {
    name: String,
    /// What it varies, in words.
    varies: Vec<String>,
    world: World,
    bytes: Vec<u8>,
    /// What it is bound to raise.
    issues: Vec<&'static str>,
    /// What it is read under, where that is not the default.
    settings: Option<String>,
    /// Rows that are set aside.
    aside: usize,
    /// Whether it is the same cell by cell before anything is made of them.
    same_cells: bool,
    /// Whether a Hangul syllable stands in it.
    korean: bool,
}

/// What can be chosen about a file.
#[derive(Clone, Copy)]
struct Choice {
    world: World,
    shape: Shape,
    cells: Cells,
    spelling: usize,
}

impl Choice {
    fn plain(kind: Kind, script: Script) -> Choice {
        let korean = script == Script::Korean;
        Choice {
            world: World {
                kind,
                script,
                currency: if korean { KRW } else { USD },
                early: false,
            },
            shape: Shape::PLAIN,
            cells: Cells::PLAIN,
            spelling: if korean { KOREAN } else { 0 },
        }
    }

    /// The table in the encoding, in characters that it has.
    fn encoded(kind: Kind, encoding: usize, turn: usize) -> Choice {
        const ANY: [Script; 5] = [
            Script::Korean,
            Script::Latin,
            Script::Korean,
            Script::Japanese,
            Script::Chinese,
        ];
        let script = match ENCODINGS[encoding].0 {
            Encoding::Cp949 => Script::Korean,
            Encoding::Windows1252 => Script::Latin,
            Encoding::ShiftJis => Script::Japanese,
            Encoding::Gb18030 => Script::Chinese,
            _ => ANY[turn % ANY.len()],
        };
        let mut choice = Choice::plain(kind, script);
        choice.shape.encoding = encoding;
        choice
    }

    fn money(mut self, money: usize) -> Choice {
        if self.world.kind != Kind::Marks {
            self.cells.money = Some(money);
            self.world.currency = MONEY[money].currency;
        }
        self
    }

    fn spelled(mut self, spelling: usize) -> Choice {
        self.spelling = spelling;
        self.cells.east = SPELLINGS[spelling].east;
        self
    }

    fn written(&self) -> Written {
        let (world, cells) = (self.world, self.cells);
        let rows = world.rows();
        let sum = |at: usize| {
            let amounts = rows.iter().map(|row| match row[at] {
                Cell::Money(Some(amount)) => amount,
                _ => 0,
            });
            cells.write(&Cell::Money(Some(amounts.sum())), world)
        };
        let roles = world.kind.roles();
        let money = roles
            .iter()
            .position(|role| matches!(*role, "mrr" | "amount" | "value"));
        let units = roles.iter().map(|role| match *role {
            "signup" | "cancelled" | "last_active" | "start" | "end" | "at" => "date",
            "mrr" | "amount" | "value" | "tenure" => "number",
            _ => "text",
        });
        let korean = world.script == Script::Korean;
        Written {
            header: SPELLINGS[self.spelling]
                .of(world.kind)
                .iter()
                .map(|&word| word.to_owned())
                .collect(),
            total: (
                if korean { "합계" } else { "Total" },
                Some(money.map_or((2, "20".to_owned()), |at| (at, sum(at)))),
            ),
            units: units.collect(),
            title: if korean {
                ["내보낸 목록", "기준일 2024-07-31"]
            } else {
                ["Exported list", "As of 2024-07-31"]
            },
            groups: if korean {
                ["고객 정보", "상세"]
            } else {
                ["Customer", "Details"]
            },
            rows: rows
                .iter()
                .map(|row| row.iter().map(|cell| cells.write(cell, world)).collect())
                .collect(),
        }
    }

    /// The file; none where this table cannot be written so.
    fn make(&self, name: String) -> Option<Variant> {
        let kind = self.world.kind;
        let usage = kind == Kind::Usage;
        let dated = kind != Kind::Marks;
        let nothing_to_tell = self.cells.money.is_some_and(|m| MONEY[m].is_about_minus()) && !usage
            || self.cells.blank >= 10 && (usage || !dated)
            || self.world.early && !DATES[self.cells.date].two_ways();
        if nothing_to_tell {
            return None;
        }
        let text = shape::text(self.shape, &self.written())?;
        let bytes = ENCODINGS[self.shape.encoding].0.bytes(&text)?;
        let odd = ODDS[self.shape.odd].0;
        let header = HEADERS[self.shape.header].0;
        let same_cells = self.cells == Cells::PLAIN
            && self.spelling == Choice::plain(kind, self.world.script).spelling
            && matches!(header, Header::One | Header::Repeated)
            && !matches!(odd, Odd::Surplus | Odd::Unclosed | Odd::Nul | Odd::Tables);
        Some(Variant {
            name,
            varies: self.words(),
            world: self.world,
            korean: text.contains(|c| ('가'..='힣').contains(&c)),
            issues: self.issues(),
            aside: usize::from(matches!(odd, Odd::Surplus | Odd::Unclosed)),
            same_cells,
            settings: None,
            bytes,
        })
    }

    /// What is not as in the plainest file.
    fn words(&self) -> Vec<String> {
        let Choice { shape, cells, .. } = self;
        let mut words = vec![ENCODINGS[shape.encoding].1.to_owned()];
        let mut tell = |choice: usize, word: &str| {
            if choice > 0 {
                words.push(word.to_owned());
            }
        };
        tell(shape.delimiter, DELIMITERS[shape.delimiter].1);
        tell(shape.quote, QUOTES[shape.quote].3);
        tell(shape.end, ENDS[shape.end].1);
        tell(shape.before, BEFORES[shape.before].1);
        tell(shape.header, HEADERS[shape.header].1);
        tell(shape.after, AFTERS[shape.after].1);
        tell(shape.odd, ODDS[shape.odd].1);
        if self.spelling != Choice::plain(self.world.kind, self.world.script).spelling {
            tell(1, SPELLINGS[self.spelling].word);
        }
        tell(cells.date, &format!("dates as {}", DATES[cells.date].word));
        if let Some(money) = cells.money {
            tell(1, &format!("amounts as {}", MONEY[money].word));
        }
        tell(cells.blank, &format!("no value as {}", BLANKS[cells.blank]));
        tell(
            cells.yes_no,
            &format!("yes and no as {}", YES_NO[cells.yes_no].join(" and ")),
        );
        tell(cells.id, &format!("ids as {}", IDS[cells.id].trim_end()));
        if self.world.early {
            tell(1, "no day over the twelfth");
        }
        words
    }

    /// What the file is bound to raise.
    fn issues(&self) -> Vec<&'static str> {
        let mut issues = Vec::new();
        match ODDS[self.shape.odd].0 {
            Odd::Short => issues.push("row-short"),
            Odd::Surplus => issues.push("row-ragged"),
            Odd::Unclosed => issues.push("quote-unclosed"),
            Odd::Nul => issues.push("nul-dropped"),
            Odd::Tables => issues.push("table-other"),
            _ => {}
        }
        if HEADERS[self.shape.header].0 == Header::Repeated {
            issues.push("header-repeated");
        }
        let above = matches!(
            BEFORES[self.shape.before].0,
            Before::Title | Before::Comments | Before::All
        );
        let below = matches!(
            AFTERS[self.shape.after].0,
            After::Total | After::Copyright | After::All
        );
        if above || below {
            issues.push("lines-outside");
        }
        if BLANKS[self.cells.blank] == "N/A" && self.world.kind == Kind::Customers {
            issues.push("date-ignored"); // an optional day; an end runs on
        }
        issues
    }
}

/// Every file of the folder.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut variants = singly();
    variants.extend(in_pairs(&mut String::new()));
    variants.extend(specials::all());
    let mut files = Vec::new();
    let mut worlds: Vec<World> = Vec::new();
    for variant in &variants {
        if !worlds.contains(&variant.world) {
            worlds.push(variant.world);
        }
    }
    let mut list = String::from("{\"tables\": {\n");
    for (i, world) in worlds.iter().enumerate() {
        let mut choice = Choice::plain(world.kind, world.script);
        choice.world = *world;
        let name = format!("{}.csv", world.name());
        let text = shape::text(Shape::PLAIN, &choice.written()).unwrap_or_default();
        files.push((name, text.into_bytes()));
        let comma = if i + 1 < worlds.len() { "," } else { "" };
        let _ = writeln!(list, "{}{comma}", told(*world));
    }
    list += "},\n\"variants\": [\n";
    for (i, variant) in variants.iter().enumerate() {
        let comma = if i + 1 < variants.len() { "," } else { "" };
        let _ = writeln!(list, "{}{comma}", line(variant));
    }
    list += "]}\n";
    files.extend(variants.into_iter().map(|v| (v.name, v.bytes)));
    files.push((MANIFEST.to_owned(), list.into_bytes()));
    files
}

/// Each choice alone.
fn singly() -> Vec<Variant> {
    let mut made = Vec::new();
    let mut add = |what: String, choices: Vec<Choice>| {
        // The first table that it can be told of.
        made.extend(choices.iter().find_map(|choice| {
            let world = choice.world;
            choice.make(format!(
                "{}-{what}-{}.csv",
                world.kind.word(),
                world.script.word()
            ))
        }));
    };
    let turned = |turn: usize, kinds: &[Kind]| -> Vec<Kind> {
        (0..kinds.len())
            .map(|i| kinds[(turn + i) % kinds.len()])
            .collect()
    };
    let dated = &KINDS[..3];
    for (encoding, (_, word)) in ENCODINGS.iter().enumerate() {
        for (turn, kind) in KINDS.into_iter().enumerate() {
            add(
                slug(word),
                vec![Choice::encoded(kind, encoding, encoding + turn)],
            );
        }
    }
    let korean = ENCODINGS
        .iter()
        .position(|e| e.0 == Encoding::Cp949)
        .unwrap_or(0);
    for (at, size) in shape_sizes().into_iter().enumerate().skip(1) {
        for value in 1..size {
            let base = |kind| {
                let mut choice = Choice::encoded(kind, korean, 0);
                *shape_field(&mut choice.shape, at) = value;
                choice
            };
            let choices: Vec<Choice> = turned(at + value, &KINDS).into_iter().map(base).collect();
            let word = choices[0].words().pop().unwrap_or_default();
            add(slug(&word), choices);
        }
    }
    let scripts = [Script::Korean, Script::Latin, Script::Ascii];
    let script = |turn: usize| scripts[turn % scripts.len()];
    for (date, form) in DATES.iter().enumerate().skip(1) {
        for kinds in [&[Kind::Usage][..], &[Kind::Customers, Kind::Subscriptions]] {
            let base = |kind| {
                let mut choice = Choice::plain(kind, script(date));
                choice.cells.date = date;
                choice
            };
            let choices = turned(date, kinds).into_iter().map(base).collect();
            add(format!("dates-{date:02}-{}", slug(form.word)), choices);
        }
    }
    for (money, form) in MONEY.iter().enumerate() {
        let base = |kind| Choice::plain(kind, script(money)).money(money);
        let choices = turned(money, dated).into_iter().map(base).collect();
        add(format!("amounts-{money:02}-{}", slug(form.word)), choices);
    }
    for (blank, word) in BLANKS.iter().enumerate().skip(1) {
        let base = |kind| {
            let mut choice = Choice::plain(kind, script(blank));
            choice.cells.blank = blank;
            choice
        };
        let choices = turned(blank, dated).into_iter().map(base).collect();
        add(format!("blanks-{blank:02}-{}", slug(word)), choices);
    }
    for spelling in 1..SPELLINGS.len() {
        for kind in KINDS {
            let script = if spelling == KOREAN {
                Script::Ascii
            } else {
                script(spelling)
            };
            let choice = Choice::plain(kind, script).spelled(spelling);
            add(format!("headers-{spelling}"), vec![choice]);
        }
    }
    for yes_no in 1..YES_NO.len() {
        let mut choice = Choice::plain(Kind::Marks, script(yes_no));
        choice.cells.yes_no = yes_no;
        add(format!("yes-no-{yes_no}"), vec![choice]);
    }
    for id in 1..IDS.len() {
        for kind in KINDS {
            let mut choice = Choice::plain(kind, script(id));
            choice.cells.id = id;
            add(format!("ids-{id}"), vec![choice]);
        }
    }
    made
}

fn shape_sizes() -> [usize; 8] {
    // Without a header nothing names the columns: such files are made by hand.
    [
        ENCODINGS.len(),
        DELIMITERS.len(),
        QUOTES.len(),
        ENDS.len(),
        BEFORES.len(),
        HEADERS.len() - 1,
        AFTERS.len(),
        ODDS.len(),
    ]
}

fn shape_field(shape: &mut Shape, at: usize) -> &mut usize {
    match at {
        0 => &mut shape.encoding,
        1 => &mut shape.delimiter,
        2 => &mut shape.quote,
        3 => &mut shape.end,
        4 => &mut shape.before,
        5 => &mut shape.header,
        6 => &mut shape.after,
        _ => &mut shape.odd,
    }
}

/// Two choices at once: of the shape, of the cells, of words for yes and no.
fn in_pairs(told: &mut String) -> Vec<Variant> {
    let mut made = Vec::new();
    let mut add = |room: &str,
                   (rows, impossible): (Vec<Vec<usize>>, usize),
                   choice: &dyn Fn(&[usize]) -> Choice| {
        let _ = writeln!(
            told,
            "{room}: {} files, {impossible} pairs that no table can have",
            rows.len()
        );
        for (i, row) in rows.iter().enumerate() {
            let choice = choice(row);
            let name = format!("pairs-{room}-{:03}-{}.csv", i + 1, choice.world.kind.word());
            made.extend(choice.make(name));
        }
    };
    let possible = |choice: Choice| choice.make(String::new()).is_some();

    let shaped = |row: &[usize]| {
        let mut choice = Choice::encoded(KINDS[row[8]], row[0], row.iter().sum());
        for (at, &value) in row[..8].iter().enumerate() {
            *shape_field(&mut choice.shape, at) = value;
        }
        choice
    };
    let sizes = [&shape_sizes()[..], &[KINDS.len()]].concat();
    let rows = cover::pairs(&sizes, &[], |_, _| true, |row| possible(shaped(row)));
    add("shape", rows, &shaped);

    // The encodings that lack or have something of their own.
    const OF_CELLS: [usize; 6] = [0, 2, 6, 7, 8, 9];
    let mut sorts: Vec<Vec<usize>> = Vec::new();
    for (i, form) in DATES.iter().enumerate() {
        match sorts
            .iter_mut()
            .find(|sort| DATES[sort[0]].sort == form.sort)
        {
            Some(sort) => sort.push(i),
            None => sorts.push(vec![i]),
        }
    }
    let celled = |row: &[usize]| {
        let turn: usize = row.iter().sum();
        let mut choice = Choice::encoded(KINDS[row[0]], OF_CELLS[row[1]], turn).money(row[3]);
        let sort = &sorts[row[2]];
        choice.cells.date = sort[turn % sort.len()];
        choice.cells.blank = row[4];
        choice.cells.id = row[6];
        choice.shape.delimiter = row[7];
        if row[5] == 0 {
            choice
        } else {
            choice.spelled(row[5])
        }
    };
    let sizes = [
        3,
        OF_CELLS.len(),
        sorts.len(),
        MONEY.len(),
        BLANKS.len(),
        SPELLINGS.len(),
        IDS.len(),
        DELIMITERS.len(),
    ];
    // How a number is written has nothing to do with words for nothing, over columns, or for a day.
    let wanted = |a: usize, b: usize| !matches!((a, b), (2, 3) | (3, 4) | (3, 5) | (4, 5));
    let rows = cover::pairs(&sizes, &[], wanted, |row| possible(celled(row)));
    add("cells", rows, &celled);

    const OF_MARKS: [usize; 5] = [0, 1, 2, 3, 8];
    let marked = |row: &[usize]| {
        let mut choice = Choice::encoded(Kind::Marks, OF_CELLS[row[1]], row.iter().sum());
        choice.cells.yes_no = row[0];
        choice.cells.blank = OF_MARKS[row[2]];
        choice.shape.delimiter = row[3];
        if row[4] == 0 {
            choice
        } else {
            choice.spelled(row[4])
        }
    };
    let sizes = [
        YES_NO.len(),
        OF_CELLS.len(),
        OF_MARKS.len(),
        DELIMITERS.len(),
        SPELLINGS.len(),
    ];
    let wanted = |a: usize, b: usize| a == 0 && b < 4;
    let rows = cover::pairs(&sizes, &[], wanted, |row| possible(marked(row)));
    add("marks", rows, &marked);
    made
}

/// A word as part of a file's name.
fn slug(word: &str) -> String {
    let mut slug = String::new();
    for c in word.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// What a table says, worked out from its rows and from nothing that reads files.
fn told(world: World) -> String {
    let rows = world.rows();
    let roles = world.kind.roles();
    let happened = |role: &str| {
        matches!(
            role,
            "signup" | "cancelled" | "last_active" | "start" | "at"
        )
    };
    let days = rows.iter().flatten().zip(roles.iter().cycle());
    let days = days
        .filter(|(_, role)| happened(role))
        .filter_map(|(cell, _)| match cell {
            Cell::Day(day) | Cell::End(day) => *day,
            Cell::Stamp(day, _) => Some(*day),
            _ => None,
        });
    let as_of = days.max();
    let quoted = |text: &str| format!("\"{text}\"");
    let null = || "null".to_owned();
    let mrr = match (world.kind, as_of) {
        (Kind::Customers | Kind::Subscriptions, Some(day)) => closing(&rows, day).to_string(),
        _ => null(),
    };
    let roles: Vec<String> = roles.iter().map(|role| quoted(role)).collect();
    let money = matches!(world.kind, Kind::Customers | Kind::Subscriptions);
    format!(
        "\"{}\": {{\"kind\": \"{}\", \"rows\": {}, \"as_of\": {}, \"currency\": {}, \"closing_mrr\": {mrr}, \"roles\": [{}]}}",
        world.name(),
        world.kind.in_report(),
        rows.len(),
        as_of.map_or_else(null, |day| quoted(&last_day(day))),
        if money {
            quoted(world.currency.code)
        } else {
            null()
        },
        roles.join(", "),
    )
}

/// What is paid a month at the end of that day.
fn closing(rows: &[Vec<Cell>], day: i32) -> i64 {
    let running = rows.iter().filter(|row| {
        let started = row.iter().find_map(|cell| match cell {
            Cell::Day(day) => *day,
            _ => None,
        });
        let ended = row.iter().find_map(|cell| match cell {
            Cell::End(end) => Some(*end),
            _ => None,
        });
        started.is_some_and(|start| start <= day) && ended.flatten().is_none_or(|end| end > day)
    });
    let a_month = running.map(|row| {
        let yearly = row.contains(&Cell::Yearly(true));
        let amount = row.iter().find_map(|cell| match cell {
            Cell::Money(amount) => *amount,
            _ => None,
        });
        amount.unwrap_or(0) / if yearly { 12 } else { 1 } // the tables' years are whole twelves
    });
    a_month.sum()
}

fn line(variant: &Variant) -> String {
    let list = |words: &[String]| {
        let words: Vec<String> = words
            .iter()
            .map(|word| format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")))
            .collect();
        format!("[{}]", words.join(", "))
    };
    let settings = variant.settings.as_ref();
    let settings = settings.map_or(String::new(), |text| format!(", \"settings\": {text}"));
    let issues: Vec<String> = variant.issues.iter().map(|&code| code.to_owned()).collect();
    format!(
        "{{\"file\": \"{}\", \"says\": \"{}\", \"varies\": {}, \"issues\": {}, \"set_aside\": {}, \"same_cells\": {}, \"korean\": {}{settings}}}",
        variant.name,
        variant.world.name(),
        list(&variant.varies),
        list(&issues),
        variant.aside,
        variant.same_cells,
        variant.korean,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_files_kept_are_the_files_made() -> io::Result<()> {
        let kept = crate::house::root().join("tests/cases/reading");
        let made: BTreeMap<String, Vec<u8>> = files().into_iter().collect();
        let mut there = Vec::new();
        for entry in std::fs::read_dir(kept)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let same = made.get(&name) == Some(&std::fs::read(&path)?);
            assert!(same, "{name}: run cargo xtask reading");
            there.push(name);
        }
        assert_eq!(there.len(), made.len(), "run cargo xtask reading");
        Ok(())
    }

    #[test]
    fn every_pair_that_a_table_can_have_is_there() {
        let mut told = String::new();
        let made = in_pairs(&mut told);
        assert!(made.len() > 150, "{told}");
        println!("{told}");
    }
}

//! The reading suite: a few tables, each written out in the many ways in which tools write tables, and a list of what
//! each file varies. It has no clock and no chance but its own generator, so that the checked-in files can be held
//! against it byte for byte.
//!
//! `tables` and `rows` are what is said, `forms` and `headers` how a cell is written, `shape` how a table is; `cover` chooses
//! pairs of these, `specials` are made by hand.

mod choice;
mod cover;
mod forms;
mod headers;
mod manifest;
mod rows;
mod shape;
mod specials;
mod tables;

use choice::{Choice, Variant};
use forms::{BLANKS, DATES, IDS, MONEY, YES_NO};
use headers::{KOREAN, SPELLINGS};
use shape::{AFTERS, BEFORES, DELIMITERS, ENCODINGS, ENDS, Encoding, HEADERS, ODDS, QUOTES, Shape};
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use tables::{KINDS, Kind, Script, World};

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
        let _ = writeln!(list, "{}{comma}", manifest::told(*world));
    }
    list += "},\n\"variants\": [\n";
    for (i, variant) in variants.iter().enumerate() {
        let comma = if i + 1 < variants.len() { "," } else { "" };
        let _ = writeln!(list, "{}{comma}", manifest::line(variant));
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

//! `cargo xtask zones`: makes `src/calendar/zones.txt` from the system's time zone database.
//!
//! One line a history: the names that share it, then the offset in minutes that held on 1990-01-01, then every
//! change since: minutes after the change before, and how the offset changes: by an hour forward (nothing), by an hour
//! back (`-`), or by `~` and minutes. Files before 1990 are unreadable,
//! and after the last change (2037) its offset stands.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

const DATABASE: &str = "/usr/share/zoneinfo";
const FROM: i64 = 631_152_000; // 1990-01-01T00:00Z

/// Writes the table to `to`.
pub(crate) fn write(to: &Path) -> io::Result<()> {
    let list = fs::read_to_string(Path::new(DATABASE).join("tzdata.zi"))?;
    let mut histories: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for line in list.lines() {
        let mut words = line.split(' ');
        let name = match words.next() {
            Some("Z") => words.next(),
            Some("L") => words.nth(1),
            _ => None,
        };
        // The database's word for a clock that was never set.
        if let Some(name) = name.filter(|name| *name != "Factory") {
            let bytes = fs::read(Path::new(DATABASE).join(name))?;
            let history = history(&bytes).ok_or_else(|| {
                io::Error::other(format!("{name}: not a time zone file of version 2"))
            })?;
            histories.entry(history).or_default().push(name);
        }
    }
    let mut lines: Vec<String> = histories
        .into_iter()
        .map(|(history, mut names)| {
            names.sort_unstable();
            format!("{}|{history}\n", names.join(" "))
        })
        .collect();
    lines.sort();
    fs::write(to, lines.concat())
}

/// The offsets since 1990 out of a TZif file (RFC 8536, version 2 and later).
fn history(bytes: &[u8]) -> Option<String> {
    let counts = |at: usize| -> Option<Vec<usize>> {
        (0..6)
            .map(|i| number(bytes, at + 20 + 4 * i, 4).map(|n| n as usize))
            .collect()
    };
    let [isut, isstd, leap, time, kind, chars]: [usize; 6] = counts(0)?.try_into().ok()?;
    let second = 44 + time * 5 + kind * 6 + chars + leap * 8 + isstd + isut;
    let [_, _, _, time, kind, _]: [usize; 6] = counts(second)?.try_into().ok()?;
    let times = second + 44;
    let kinds = times + time * 8;
    let types = kinds + time;
    let offset = |index: usize| {
        number(bytes, types + 6 * index, 4)
            .filter(|_| index < kind)
            .map(|n| n / 60)
    };

    let mut standing = offset(0)?;
    let mut changes = Vec::new();
    for i in 0..time {
        let (at, to) = (
            number(bytes, times + 8 * i, 8)?,
            offset(usize::from(*bytes.get(kinds + i)?))?,
        );
        if at <= FROM {
            standing = to;
        } else if to != changes.last().map_or(standing, |&(_, offset)| offset) {
            changes.push((at, to));
        }
    }
    let mut text = standing.to_string();
    let mut before = (FROM, standing);
    for (at, to) in changes {
        let step = match to - before.1 {
            60 => String::new(),
            -60 => "-".to_owned(),
            other => format!("~{other}"),
        };
        text.push_str(&format!(" {}{step}", (at - before.0) / 60));
        before = (at, to);
    }
    Some(text)
}

/// A big-endian signed number of `size` bytes.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<i64> {
    let field = bytes.get(at..at + size)?;
    let sign = if field.first()? & 0x80 == 0 { 0 } else { -1 };
    Some(field.iter().fold(sign, |n, b| n << 8 | i64::from(*b)))
}

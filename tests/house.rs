//! The rules of the house, executable: who may import whom, and what must never stand where.
#![allow(clippy::expect_used, clippy::panic, missing_docs)] // a test says what broke by panicking

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, from the ground up; a module may name modules of lower floors only (`src/lib.rs` tells why).
const FLOORS: &[&[&str]] = &[
    &[
        "money", "calendar", "rate", "roles", "encoding", "issue", "settings", "order", "value",
        "pile", "wire",
    ],
    &["dataset", "report"],
    &["intake", "facts"],
    &["metrics"],
    &["session"],
    &["wasm"],
];

/// Stones may know these stones and no others.
const STONES: &[(&str, &[&str])] = &[
    (
        "settings",
        &["calendar", "encoding", "roles", "order", "value"],
    ),
    ("issue", &["order"]),
    ("pile", &["wire"]),
    ("value", &["order"]),
    ("calendar", &["value"]),
    ("roles", &["value"]),
    ("encoding", &["value"]),
];

fn sources(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    // Tests of a room in files of their own may measure and compare as they like.
    let inside = |path: &PathBuf| path.strip_prefix(src()).expect("a path in src").to_owned();
    found.retain(|path| {
        !inside(path)
            .components()
            .any(|part| part.as_os_str() == "tests")
    });
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The room that a file of `src` belongs to: `facts/ledger.rs` is of `facts`.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(src()).expect("a path in src");
    let first = inside
        .components()
        .next()
        .expect("a name")
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// Rooms that a text names as `crate::room`, also inside `crate::{a, b}`.
fn named(text: &str) -> Vec<String> {
    let word = |s: &str| {
        s.chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '_')
            .collect::<String>()
    };
    let mut rooms = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            for (i, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if start && !c.is_whitespace() => {
                        rooms.push(word(&list[i..]));
                        start = false;
                    }
                    _ => {}
                }
            }
        } else {
            rooms.push(word(rest));
        }
    }
    rooms.retain(|r| !r.is_empty());
    rooms
}

#[test]
fn every_room_imports_only_from_the_floors_below_it() {
    let floor = |room: &str| FLOORS.iter().position(|rooms| rooms.contains(&room));
    let mut seen = 0;
    for path in sources(&src()) {
        let room = room(&path);
        if room == "lib" || room == "bin" {
            continue;
        }
        let own = floor(&room).unwrap_or_else(|| {
            panic!(
                "{}: on no floor; give it one in tests/house.rs",
                path.display()
            )
        });
        for other in named(&fs::read_to_string(&path).expect("a text")) {
            seen += 1;
            let Some(theirs) = floor(&other) else {
                continue;
            };
            let stone = STONES
                .iter()
                .any(|(r, may)| *r == room && may.contains(&other.as_str()));
            assert!(
                other == room || theirs < own || stone,
                "{}: {room} may not know {other}",
                path.display()
            );
        }
    }
    assert!(seen > 20, "the law reads imports: {seen} found");
}

#[test]
fn the_doors_alone_name_the_browser_and_intake_alone_names_csv() {
    for path in sources(&src()) {
        let (room, text) = (room(&path), fs::read_to_string(&path).expect("a text"));
        for word in ["wasm_bindgen", "js_sys", "web_sys"] {
            assert!(
                room == "wasm" || !text.contains(word),
                "{}: {word}",
                path.display()
            );
        }
        for word in ["csv::", "csv_core::"] {
            assert!(
                matches!(room.as_str(), "intake" | "bin") || !text.contains(word),
                "{}: {word}",
                path.display()
            );
        }
        for word in ["SystemTime", "Instant::now", "Utc::now", "Local::now"] {
            assert!(
                !text.contains(word),
                "{}: {word}: there is no clock",
                path.display()
            );
        }
    }
}

#[test]
fn one_sort_serves_every_type() {
    for path in sources(&src()) {
        let room = room(&path);
        let text = fs::read_to_string(&path).expect("a text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let tests = ["tests.rs", "world.rs"]
            .iter()
            .any(|name| path.ends_with(name))
            || path.iter().any(|part| part == "tests");
        for word in [".sort", "BTreeMap", "BTreeSet", "HashMap", "HashSet"] {
            assert!(
                matches!(room.as_str(), "order" | "bin") || tests || !code.contains(word),
                "{}: {word}: crate::order does it, at a tenth of the weight",
                path.display()
            );
        }
    }
}

#[test]
fn lists_of_words_that_are_named_are_those_of_the_table() {
    let table = fs::read_to_string(src().join("intake/words.txt")).expect("a text");
    let list = |line: &str| {
        let (name, words) = line.strip_prefix('=')?.split_once('|')?;
        Some((name.to_owned(), words.to_owned()))
    };
    let table: BTreeMap<String, String> = table.lines().filter_map(list).collect();
    let mut named = BTreeSet::new();
    for path in sources(&src().join("intake")) {
        let text = fs::read_to_string(&path).expect("a text");
        for argument in text.split("words::list(").skip(1) {
            let name = argument.strip_prefix('"').and_then(|a| a.split('"').next());
            // A name that is no literal is one of those that a kind has.
            assert!(
                name.is_some() || argument.starts_with("list") && path.ends_with("guess.rs"),
                "{}: whose name is it?",
                path.display()
            );
            named.extend(name.map(str::to_owned));
        }
        for kind in ["against: \"", "tells: \""] {
            for name in text.split(kind).skip(1) {
                let name = name.split('"').next().unwrap_or_default();
                let Some(lists) = table.get(name) else {
                    assert_eq!(name, "", "{}", path.display());
                    continue;
                };
                named.insert(name.to_owned());
                named.extend(lists.split(' ').map(str::to_owned));
            }
        }
    }
    assert!(named.iter().eq(table.keys()), "{named:?}");
}

#[test]
fn money_is_never_a_float() {
    for path in sources(&src()) {
        let text = fs::read_to_string(&path).expect("a text");
        // Rates become floats in one place, and so do the thresholds of a setting.
        let may = ["rate.rs", "report.rs", "settings.rs", "json.rs", "value.rs"]
            .iter()
            .any(|name| path.ends_with(name));
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(
            may || room(&path) == "facts" || !code.contains("f64"),
            "{}: f64",
            path.display()
        );
    }
}

#[test]
fn facts_make_no_issue_and_metrics_do_not_know_each_other() {
    for path in sources(&src().join("facts")) {
        let text = fs::read_to_string(&path).expect("a text");
        assert!(
            !named(&text).contains(&"issue".to_owned()),
            "{}: an issue",
            path.display()
        );
    }
    // The files that ask a question; the others hold what all of them share.
    let asks = |path: &PathBuf| {
        fs::read_to_string(path)
            .expect("a text")
            .contains("const METRIC: Metric")
    };
    let name = |path: &Path| {
        path.file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    };
    let metrics: Vec<PathBuf> = sources(&src().join("metrics"))
        .into_iter()
        .filter(asks)
        .collect();
    assert!(metrics.len() > 9, "one file a question: {}", metrics.len());
    for path in &metrics {
        let text = fs::read_to_string(path).expect("a text");
        for other in metrics.iter().filter(|other| *other != path) {
            let other = name(other);
            for import in [format!("super::{other}"), format!("metrics::{other}")] {
                assert!(!text.contains(&import), "{}: knows {other}", path.display());
            }
        }
    }
}

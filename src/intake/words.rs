//! The words of files: by which headers are known, statuses, intervals, currencies. They are a table of text beside this
//! file. A terminal has it built in; a page brings it with its worker, so that it does not weigh in the pack.

use crate::roles::{Kind, Role};
use std::sync::OnceLock;

/// The header words of a role, folded, in tiers, best ones first. The fifth tier is a last resort and never certain.
pub(crate) struct Words {
    pub(crate) role: Role,
    /// How much the role speaks for the kind.
    pub(crate) weight: i32,
    pub(crate) tiers: Vec<&'static str>,
}

#[cfg(not(target_arch = "wasm32"))]
fn text() -> &'static str {
    include_str!("words.txt")
}

#[cfg(target_arch = "wasm32")]
static LEARNED: OnceLock<String> = OnceLock::new();

#[cfg(target_arch = "wasm32")]
fn text() -> &'static str {
    LEARNED.get().map_or("", String::as_str)
}

/// Takes the table; the first one stands.
#[cfg(target_arch = "wasm32")]
pub fn learn(table: String) {
    LEARNED.get_or_init(|| table);
}

/// The table, read.
#[derive(Default)]
struct Table {
    kinds: Vec<(Kind, Vec<Words>)>,
    lists: Vec<(&'static str, &'static str)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read(text()))
}

/// The words of a kind's roles, in the order of the table.
pub(crate) fn of(kind: Kind) -> &'static [Words] {
    let own = table().kinds.iter().find(|(known, _)| *known == kind);
    own.map_or(&[], |(_, words)| words)
}

/// A list of words by its name.
pub(crate) fn list(name: &str) -> &'static str {
    table().list(name)
}

impl Table {
    fn list(&self, name: &str) -> &'static str {
        let own = self.lists.iter().find(|(known, _)| *known == name);
        own.map_or("", |(_, words)| words)
    }
}

/// Whether a folded header is one of the words.
#[cfg_attr(feature = "scan", inline(never))]
pub(crate) fn is_among(header: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == header)
}

fn read(text: &'static str) -> Table {
    let mut shared: Vec<(&str, Vec<&'static str>)> = Vec::new();
    let mut table = Table::default();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, words)) = line.strip_prefix('=').and_then(|l| l.split_once('|')) {
            table.lists.push((name, words));
            continue;
        }
        let mut parts = line.split('|');
        let head = parts.next().unwrap_or_default();
        let mut tiers = Vec::new();
        for tier in parts {
            match shared.iter().find(|(name, _)| *name == tier) {
                Some((_, known)) => tiers.extend_from_slice(known),
                None => tiers.push(tier.strip_prefix('=').map_or(tier, |list| table.list(list))),
            }
        }
        if head.starts_with('@') {
            shared.push((head, tiers));
        } else if let Some(&kind) = Kind::ALL.iter().find(|kind| kind.word() == head) {
            table.kinds.push((kind, Vec::new()));
        } else if let Some((role, weight)) = head.split_once(' ')
            && let Some(&role) = Role::ALL.iter().find(|known| known.word() == role)
            && let Ok(weight) = weight.parse()
            && let Some((_, words)) = table.kinds.last_mut()
        {
            words.push(Words {
                role,
                weight,
                tiers,
            });
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::columns::fold;
    use crate::intake::kinds::KINDS;

    #[test]
    fn every_line_of_the_table_is_read_and_every_word_is_folded() {
        let lines = text().lines();
        let told = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '@', '=']));
        let roles: usize = KINDS.iter().map(|spec| spec.words().len()).sum();
        assert_eq!(told.count(), roles + KINDS.len());
        for words in KINDS.iter().flat_map(|spec| spec.words()) {
            assert!((1..=5).contains(&words.tiers.len()), "{:?}", words.role);
            for word in words.tiers.iter().flat_map(|tier| tier.split(' ')) {
                assert_eq!(fold(word), word, "{:?}", words.role);
            }
        }
    }
}

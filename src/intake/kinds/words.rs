//! The words by which headers are known: a table of text beside this file. A terminal has it built in; a page brings it
//! with its worker, so that it does not weigh in the pack.

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

/// The words of a kind's roles, in the order of the table.
pub(super) fn of(kind: Kind) -> &'static [Words] {
    static TABLE: OnceLock<Vec<(Kind, Vec<Words>)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| read(text()));
    let own = table.iter().find(|(known, _)| *known == kind);
    own.map_or(&[], |(_, words)| words)
}

fn read(text: &'static str) -> Vec<(Kind, Vec<Words>)> {
    let mut shared: Vec<(&str, Vec<&'static str>)> = Vec::new();
    let mut table: Vec<(Kind, Vec<Words>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split('|');
        let head = parts.next().unwrap_or_default();
        let mut tiers = Vec::new();
        for tier in parts {
            match shared.iter().find(|(name, _)| *name == tier) {
                Some((_, known)) => tiers.extend_from_slice(known),
                None => tiers.push(tier),
            }
        }
        if head.starts_with('@') {
            shared.push((head, tiers));
        } else if let Some(&kind) = Kind::ALL.iter().find(|kind| kind.word() == head) {
            table.push((kind, Vec::new()));
        } else if let Some((role, weight)) = head.split_once(' ')
            && let Some(&role) = Role::ALL.iter().find(|known| known.word() == role)
            && let Ok(weight) = weight.parse()
            && let Some((_, words)) = table.last_mut()
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
        let told = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '@']));
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

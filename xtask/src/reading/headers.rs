//! The words over the columns.

use super::tables::{KINDS, Kind, blocks};
use std::sync::LazyLock;

/// One way to name the columns.
pub(super) struct Spelling {
    pub(super) word: &'static str,
    /// Hours east of UTC that the words over the columns of stamps tell.
    pub(super) east: i32,
    /// The words of each of [`KINDS`].
    headers: [Vec<&'static str>; KINDS.len()],
}

impl Spelling {
    pub(super) fn of(&self, kind: Kind) -> &[&'static str] {
        &self.headers[kind as usize]
    }
}

/// The Korean words, by their place in [`SPELLINGS`].
pub(super) const KOREAN: usize = 2;

pub(super) static SPELLINGS: LazyLock<Vec<Spelling>> = LazyLock::new(|| {
    let spelling = |[head, headers @ ..]: [Vec<&'static str>; 1 + KINDS.len()]| Spelling {
        word: head[0],
        east: head[1].parse().unwrap_or(0),
        headers,
    };
    blocks(include_str!("headers.txt")).map(spelling).collect()
});

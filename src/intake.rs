//! Bytes → dataset and issues. It never fails: a row is read, or set aside with a reason.
//!
//! [`guess`] takes a file for something by its first bytes, a [`Reader`] reads it piece by piece into a [`Part`], and
//! [`assemble`] puts the parts together under the settings. The results are the same wherever pieces end and in
//! whatever order files and rows come.
//!
//! In reading order: `encoding` (is it text, and which), `dialect` (what separates the cells), `records` (pieces to
//! records), `sample` (where the table is), `sieve` (which records are its rows), `feed` (these four in a line),
//! `words` (the words of files, a table), `columns` (header words to roles), `guess`, `cells` (one cell's text to a
//! value), `kinds` (what a file can be), `readings` (what could be read in two ways), `scan` (plain rows, many at
//! once), `ranges` (a file read by several), `reader`, `assemble`, `audit` (across files), `table` (the file as it was
//! read).
//!
//! Steps that run once a file or a report are `inline(never)` in the fast pack: a browser compiles what is hot again, with
//! all that was inlined into it.

mod aside;
mod assemble;
mod audit;
mod cells;
mod columns;
mod dialect;
mod encoding;
mod feed;
mod guess;
mod ids;
mod kept;
mod kinds;
mod notes;
mod ranges;
mod reader;
mod readings;
mod records;
mod sample;
mod scan;
mod segment;
mod sieve;
#[cfg(not(target_arch = "wasm32"))]
mod table;
#[cfg(test)]
mod tests;
mod unnamed;
mod words;

pub use aside::{ASIDE_BYTES, Aside, AsideRows};
pub use assemble::{Assembled, assemble};
#[cfg(not(target_arch = "wasm32"))]
pub use cells::guarded;
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::native;
pub use encoding::{Decode, Decoders, Korean};
pub(crate) use guess::without_folders;
pub use guess::{ColumnGuess, Guess, HEAD, Head, Hindsight, guess};
pub use ranges::BLOCK;
pub use reader::{Part, Reader};
pub use records::MAX_CELL;
pub use segment::SEGMENT_VALUES;
#[cfg(not(target_arch = "wasm32"))]
pub use table::table;
#[cfg(target_arch = "wasm32")]
pub use words::learn as learn_words;

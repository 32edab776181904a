//! Bytes → dataset and issues. It never fails: a row is read, or set aside with a reason.
//!
//! [`guess`] takes a file for something by its first bytes, a [`Reader`] reads it piece by piece into a [`Part`], and
//! [`assemble`] puts the parts together under the settings. The results are the same wherever pieces end and in
//! whatever order files and rows come.
//!
//! In reading order: `encoding` (is it text), `dialect` (what separates the cells), `records` (pieces to records),
//! `columns` (header words to roles), `guess`, `cells` (one cell's text to a value), `kinds` (what a file can be),
//! `readings` (what could be read in two ways), `reader`, `assemble`, `audit` (across files), `table` (the file as it was read).

mod aside;
mod assemble;
mod audit;
mod cells;
mod columns;
mod dialect;
mod encoding;
mod guess;
mod ids;
mod kinds;
mod notes;
mod reader;
mod readings;
mod records;
mod segment;
mod table;
#[cfg(test)]
mod tests;
mod unnamed;

pub use aside::{ASIDE_BYTES, Aside, AsideRows};
pub use assemble::{Assembled, assemble};
pub use guess::{ColumnGuess, Guess, HEAD, guess};
pub use reader::{Part, Reader};
pub use records::MAX_CELL;
pub use segment::SEGMENT_VALUES;
pub use table::table;

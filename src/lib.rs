//! # Ebb
//!
//! Who is leaving, who has already left without cancelling, and what it costs: from the CSV files that a
//! subscription business already has, in a browser tab or a terminal. This is the map of the house.
//!
//! ```text
//! bytes ─intake→ Dataset ─facts→ Facts ─metrics→ Figure ─→ Report ═door═ Report ─views→ picture
//! ```
//!
//! One immutable noun stands in the middle at each stage. Flat files are nouns, folders are verbs. Three rooms are
//! one pattern told three times, a plain table of small functions: `intake::kinds::KINDS` (what a file can be and
//! how its rows are read), `metrics::METRICS` (a question and how the facts answer it), and `VIEWS` of the page (a
//! shape and how it is drawn). Metrics are open and shapes are closed: a new metric never touches JavaScript.
//!
//! ## Floors
//!
//! A module imports only from floors below its own; `tests/house.rs` holds it to that.
//!
//! 1. Stones, which import nothing of ours: [`money`], [`calendar`], [`rate`], [`roles`], [`encoding`],
//!    [`issue`], [`settings`], [`order`], [`pile`], [`value`].
//! 2. The two contracts: [`dataset`], what the files say; [`report`], what can be said of them.
//! 3. Verbs that do not know each other: [`intake`], bytes to a dataset; [`facts`], who paid and who used when.
//! 4. [`metrics`]: one question, one file. A metric says what each member contributes to each cell; one fold makes
//!    numbers of it, and the same contributions are the list behind each number.
//! 5. [`session`]: open, read, report, members. The whole house in four verbs.
//! 6. The doors, small and dumb: `wasm` for the page's worker, `bin/ebb` for a terminal.
//!
//! ## Invariants
//!
//! - There is no clock: "today" is the as-of date.
//! - Money is integer minor units, never a float.
//! - Nothing is iterated in hash order; the order of rows and of files changes no number.
//! - Rows read and rows set aside are the rows of the file.
//! - The ledger conserves to the minor unit.
//! - The page's report equals the terminal's, byte for byte.
//! - A result is the same for every size of the pieces in which a file is read, and for every number of readers.
//! - No word of a human language stands here: sentences are in `www/locales/`.
//!
//! ## Where to add what
//!
//! A metric: one file in `metrics/` with its worked example, one line in `METRICS`, its words in both locales.
//! A kind of file: one file in `intake/kinds/`, one line in `KINDS`. A word in a header: `intake/words.txt`.
//! An issue: one line in [`issue`], its sentences in both locales.

pub mod calendar;
pub mod dataset;
pub mod encoding;
pub mod facts;
pub mod intake;
pub mod issue;
pub mod metrics;
pub mod money;
pub mod order;
pub mod pile;
pub mod rate;
pub mod report;
pub mod roles;
pub mod session;
pub mod settings;
pub mod value;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod wire;

/// Whether large files are read here, in ranges and plain rows at once. They are not in the small pack, which every
/// visit downloads.
const LARGE: bool = cfg!(any(not(target_arch = "wasm32"), feature = "scan"));

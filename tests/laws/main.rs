//! The eight laws of every report, on a thousand random worlds each, written as CSV and read as a user's files are.
//!
//! The ledger conserves (`ledger`); the parts of a segment are the whole (`segments`); neither the order of rows, nor
//! that of files, nor a file in several changes anything, nor, where ids are joined, how one is written (`rewritten`);
//! twice the customers are twice the amounts (`doubling`); who comes later changes nothing before (`as_of`); gross
//! retention is at most one and at most net (`retention`).
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "../support/mod.rs"]
mod support;
#[path = "../support/world.rs"]
mod world;

mod as_of;
mod doubling;
mod ledger;
mod retention;
mod rewritten;
mod segments;
mod shared;

//! (the map is written below as the house is built)

pub mod money;
pub mod calendar;
pub mod rate;
pub mod roles;
pub mod issue;
pub mod settings;
pub mod dataset;
pub mod report;

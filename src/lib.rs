//! (the map is written below as the house is built)

pub mod calendar;
pub mod dataset;
pub mod facts;
pub mod intake;
pub mod issue;
pub mod metrics;
pub mod money;
pub mod rate;
pub mod report;
pub mod roles;
pub mod settings;

//! Files that are made by hand.

use super::Variant;

pub(super) fn all() -> Vec<Variant> {
    Vec::new()
}

//! Which columns of a customers file are segments: "any other column with few distinct values" (report.md, section 4).

use super::cells;
use super::columns::fold;
use super::words;

/// Whether the column's words speak against its being a segment, whatever the values.
fn is_private(header: &str) -> bool {
    let header = header
        .strip_suffix("(metadata)")
        .unwrap_or(header)
        .trim_end();
    let folded = fold(header);
    let last = header
        .rsplit(|c: char| !cells::is_word(c))
        .find(|t| !t.is_empty())
        .unwrap_or_default();
    folded.is_empty()
        || words::is_among(&folded, words::list("no-segment"))
        || last.eq_ignore_ascii_case("id")
        || header.ends_with("ID")
        || ["description", "아이디", "번호"]
            .iter()
            .any(|end| folded.ends_with(end))
}

/// The most distinct values of a segment.
pub const SEGMENT_VALUES: usize = 64;
/// From how many rows on a column whose values are all different is a name, not a segment.
const ALL_DIFFERENT: usize = 20;
/// The most distinct values of a segment of numbers.
const SEGMENT_NUMBERS: usize = 12;

/// The rule for "few distinct values" (report.md, section 4), on one value for each customer: at most
/// [`SEGMENT_VALUES`] of them, not all different where there are more than 20, no dates, and where all are numbers
/// at most 12 whole ones.
#[derive(Default)]
pub(super) struct SegmentValues {
    distinct: Vec<String>,
    told: usize,
}

impl SegmentValues {
    /// Takes a value; false where there are too many.
    pub(super) fn add(&mut self, value: &str) -> bool {
        if !cells::is_blank(value) {
            self.told += 1;
            let known = |known: &String| known.as_str().cmp(value);
            if let Err(place) = self.distinct.binary_search_by(known) {
                self.distinct.insert(place, value.to_owned());
            }
        }
        self.distinct.len() <= SEGMENT_VALUES
    }

    /// Whether all that were taken are few.
    pub(super) fn are_few(&self, header: &str) -> bool {
        let count = self.distinct.len();
        if count == 0
            || count > SEGMENT_VALUES
            || (count == self.told && count > ALL_DIFFERENT)
            || is_private(header)
        {
            return false;
        }
        if self.distinct.iter().all(|v| cells::is_number(v)) {
            let number = |v: &String| cells::number(v, None).value();
            let whole = |v: &String| number(v).is_some_and(|n| n.decimals == 0);
            return count <= SEGMENT_NUMBERS && self.distinct.iter().all(whole);
        }
        !self.distinct.iter().all(|v| cells::is_day(v))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment_values(header: &str, values: &[&str]) -> bool {
        let mut seen = SegmentValues::default();
        values.iter().all(|value| seen.add(value)) && seen.are_few(header)
    }

    #[test]
    fn few_distinct_values_make_a_segment() {
        let countries: Vec<String> = (0..60).map(|i| format!("C{:02}", i % 50)).collect();
        let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
        assert!(segment_values("country", &countries));
        assert!(segment_values("SeniorCitizen", &["0", "1", "0"]));
        assert!(segment_values("region", &["EU", "US", ""]));
        assert!(!segment_values("TotalCharges", &["29.85", "1889.5"]));
        assert!(!segment_values("when", &["2024-01-01", "2024-01-02"]));
        assert!(!segment_values("email", &["a@b.c"]));
        assert!(!segment_values("Record ID", &["1", "2"]));
        assert!(!segment_values("blank", &["", "-"]));
        let names: Vec<String> = (0..40).map(|i| format!("n{i}")).collect();
        assert!(!segment_values(
            "who",
            &names.iter().map(String::as_str).collect::<Vec<_>>()
        ));
    }
}

//! Who is selected, and the value of the split of each customer (definitions, section 2).

use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset};
use crate::order::{self, Sorted};
use crate::settings::Settings;

/// The setting `split` applied to the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The column.
    pub column: String,
    /// Its values among the customers selected, in the order of their text; a blank is "".
    pub values: Vec<String>,
    /// By customer: index into `values`; 0 for those who are not selected.
    pub of: Vec<usize>,
}

/// The settings `segment` and `split` applied to the files.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    /// By customer; None where everybody is selected.
    selected: Option<Vec<bool>>,
    /// None where the setting is not set, or no file has the column.
    pub split: Option<Split>,
    /// Columns that the settings name and no file has: as a selection nobody has any value of it, as a split it
    /// gives nothing.
    pub unknown: Vec<String>,
}

impl Segments {
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn new(data: &Dataset, settings: &Settings, as_of: Option<Day>) -> Segments {
        if settings.segment.is_empty() && settings.split.is_none() {
            return Segments::default();
        }
        let latest = latest_terms(data, as_of);
        let columns: Sorted<&str, Option<Column>> = settings
            .segment
            .keys()
            .chain(&settings.split)
            .map(|name| (name.as_str(), Column::find(data, name)))
            .collect();
        let value = |column: &Column, c: CustomerIx| {
            column.value(data, c, latest.get(c).copied().flatten())
        };
        let has = |c: CustomerIx, (name, wanted): (&String, &Vec<String>)| match columns
            .get(name.as_str())
        {
            Some(Some(column)) => wanted.iter().any(|w| w == value(column, c)),
            _ => false,
        };
        let all = 0..data.customers.len();
        let selected = (!settings.segment.is_empty()).then(|| {
            all.clone()
                .map(|c| settings.segment.iter().all(|wanted| has(c, wanted)))
                .collect::<Vec<bool>>()
        });
        let split = settings.split.as_deref().and_then(|name| {
            let column = columns.get(name)?.as_ref()?;
            let of = |c: CustomerIx| match &selected {
                Some(selected) if selected.get(c) != Some(&true) => None,
                _ => Some(value(column, c)),
            };
            let values: Vec<&str> = order::distinct(all.clone().filter_map(of));
            let index = |c| {
                of(c)
                    .and_then(|value| values.binary_search(&value).ok())
                    .unwrap_or(0)
            };
            let of = all.clone().map(index).collect();
            let values = values.iter().map(|v| (*v).to_owned()).collect();
            Some(Split {
                column: name.to_owned(),
                values,
                of,
            })
        });
        let unknown = columns
            .iter()
            .filter(|(_, column)| column.is_none())
            .map(|(name, _)| (*name).to_owned())
            .collect();
        Segments {
            selected,
            split,
            unknown,
        }
    }

    /// Whether a customer is selected.
    pub fn selected(&self, customer: CustomerIx) -> bool {
        self.selected
            .as_ref()
            .is_none_or(|selected| selected.get(customer) == Some(&true))
    }

    /// Index of a customer's value of the split.
    pub fn value(&self, customer: CustomerIx) -> Option<usize> {
        self.split.as_ref()?.of.get(customer).copied()
    }
}

/// Where a segment's values stand: places in the lists of customers files and of subscriptions files.
struct Column {
    of_customers: Option<usize>,
    of_terms: Option<usize>,
}

impl Column {
    fn find(data: &Dataset, name: &str) -> Option<Column> {
        let place = |headers: &[String]| headers.iter().position(|h| h == name);
        let column = Column {
            of_customers: place(&data.customer_segments),
            of_terms: place(&data.term_segments),
        };
        let known = column.of_customers.is_some() || column.of_terms.is_some();
        known.then_some(column)
    }

    /// The customers file speaks for who is in it, the latest term for who is not, or where only subscriptions
    /// have the column. Who has neither has a blank.
    fn value<'a>(&self, data: &'a Dataset, customer: CustomerIx, latest: Option<usize>) -> &'a str {
        let listed = data.customers.get(customer).is_some_and(|c| c.listed);
        match (self.of_customers, self.of_terms) {
            (Some(place), _) if listed => data.segment(customer, place),
            (_, Some(place)) => latest.map_or("", |term| data.term_segment(term, place)),
            _ => "",
        }
    }
}

/// The latest term of each customer that has begun by the as-of date. Of several that start on one day the one that
/// ends last stands, then the greater MRR, then the greater text: the order of rows plays no part.
fn latest_terms(data: &Dataset, as_of: Option<Day>) -> Vec<Option<usize>> {
    let mut latest = vec![None; data.customers.len()];
    let rank = |term: usize| {
        let t = data.terms.get(term);
        let texts = (0..data.term_segments.len()).map(move |i| data.term_segment(term, i));
        (
            t.map(|t| (t.start, t.end.get().is_none(), t.end, t.mrr)),
            texts,
        )
    };
    let order = |a: usize, b: usize| {
        let ((a, a_texts), (b, b_texts)) = (rank(a), rank(b));
        a.cmp(&b).then_with(|| a_texts.cmp(b_texts))
    };
    for (number, term) in data.terms.iter().enumerate() {
        let begun = as_of.is_some_and(|day| term.start <= day);
        if let Some(slot) = latest
            .get_mut(term.customer as CustomerIx)
            .filter(|_| begun)
            && slot.is_none_or(|old| order(old, number).is_lt())
        {
            *slot = Some(number);
        }
    }
    latest
}

#[cfg(test)]
mod tests {
    use crate::facts::Facts;
    use crate::facts::world::World;
    use crate::settings::Settings;

    fn split(world: World, settings: Settings) -> (Vec<String>, Vec<usize>) {
        let data = world.build();
        let facts = Facts::new(&data, &settings);
        facts
            .segments
            .split
            .as_ref()
            .map(|s| (s.values.clone(), s.of.clone()))
            .unwrap_or_default()
    }

    fn by(column: &str) -> Settings {
        Settings {
            split: Some(column.to_owned()),
            ..Settings::default()
        }
    }

    #[test]
    fn the_customers_file_speaks_first_and_the_latest_term_for_who_is_not_in_it() {
        let w = World::new("2024-12-31")
            .term_in("a", "2024-01-01", "", 10, &[("plan", "Pro")])
            .term_in("b", "2024-03-01", "2024-04-01", 10, &[("plan", "Old")])
            .term_in("b", "2024-04-01", "", 10, &[("plan", "Pro")])
            .term_in("b", "2025-01-01", "", 10, &[("plan", "Next")])
            .uses("c", &["2024-05-05"])
            .listed("a", &[("plan", "")]);
        let (values, of) = split(w, by("plan"));
        assert_eq!(values, ["", "Pro"]);
        assert_eq!(of, [0, 1, 0]);
    }

    #[test]
    fn a_selection_asks_for_every_column_it_names_and_one_that_no_file_has_selects_nobody() {
        let w = World::new("2024-12-31")
            .listed("a", &[("plan", "Pro"), ("country", "KR")])
            .listed("b", &[("plan", "Pro"), ("country", "DE")])
            .listed("c", &[("plan", "Basic"), ("country", "KR")])
            .build();
        for (wanted, want) in [
            (vec![("plan", vec!["Pro", "Basic"])], [true, true, true]),
            (
                vec![("plan", vec!["Pro"]), ("country", vec!["KR", "US"])],
                [true, false, false],
            ),
            (vec![("size", vec![""])], [false, false, false]),
        ] {
            let texts = |v: &[&str]| v.iter().map(|t| (*t).to_owned()).collect();
            let segment = wanted
                .iter()
                .map(|(k, v)| ((*k).to_owned(), texts(v)))
                .collect();
            let settings = Settings {
                segment,
                split: Some("plan".into()),
                ..Settings::default()
            };
            let facts = Facts::new(&w, &settings);
            assert_eq!(
                [0, 1, 2].map(|c| facts.segments.selected(c)),
                want,
                "{wanted:?}"
            );
        }
    }

    #[test]
    fn a_split_by_a_column_that_no_file_has_gives_nothing_and_is_named() {
        let (data, settings) = (
            World::new("2024-12-31").listed("a", &[]).build(),
            by("plan"),
        );
        let facts = Facts::new(&data, &settings);
        assert_eq!(
            (&facts.segments.split, facts.segments.unknown.as_slice()),
            (&None, &["plan".to_owned()][..])
        );
    }
}

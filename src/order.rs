//! Sorting, and maps whose keys stand in order. The standard library makes its sort and its tree anew for every
//! type that they meet; one sort of places serves all of ours, and the pack is smaller by half.

use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::cmp::Ordering;

/// Sorts; equal ones keep their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(places, &mut |to, from| items.swap(to, from));
}

/// A place among what is sorted. A list longer than this counts would fill a hundred gigabytes.
type Place = u32;

/// Along each ring of places everything moves one on.
fn arrange(mut places: Vec<Place>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut to = start;
        loop {
            let from = std::mem::replace(&mut places[to], to as Place) as usize;
            if from == start {
                break;
            }
            swap(to, from);
            to = from;
        }
    }
}

/// Sorts by a key; equal ones keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the items' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// Each item once, in order.
pub fn distinct<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.into_iter().collect();
    sort(&mut items);
    items.dedup();
    items
}

/// Puts an item into its place among items in order, unless it is there.
pub fn include<T: Ord>(items: &mut Vec<T>, item: T) {
    if items.last().is_none_or(|last| *last < item) {
        items.push(item);
    } else if let Err(place) = items.binary_search(&item) {
        items.insert(place, item);
    }
}

/// The places 0 … `count` − 1 in order, or none where they stand in order: runs that do are merged two by two.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<Place> {
    let falls = |place: &usize| compare(*place, place + 1).is_gt();
    let pairs = 0..count.saturating_sub(1);
    let Some(first) = pairs.clone().find(falls) else {
        return Vec::new();
    };
    let falls = pairs.skip(first + 1).filter(falls);
    let ends = [first].into_iter().chain(falls).map(|place| place + 1);
    let mut ends: Vec<Place> = ends.chain([count]).map(|end| end as Place).collect();
    let mut places: Vec<Place> = (0..count as Place).collect();
    let mut merged = Vec::with_capacity(count);
    while ends.len() > 1 {
        merged.clear();
        let mut start = 0;
        for pair in ends.chunks(2) {
            let (middle, end) = (pair[0] as usize, pair[pair.len() - 1] as usize);
            let (mut a, mut b) = (start, middle);
            while a < middle && b < end {
                let from = match compare(places[a] as usize, places[b] as usize) {
                    Ordering::Greater => &mut b,
                    _ => &mut a,
                };
                merged.push(places[*from]);
                *from += 1;
            }
            merged.extend_from_slice(&places[a..middle]);
            merged.extend_from_slice(&places[b..end]);
            start = end;
        }
        std::mem::swap(&mut places, &mut merged);
        // Every second run has been taken into the one before; the last one stands in any case.
        let last = ends.len() - 1;
        let mut index = 0..;
        ends.retain(|_| index.next().is_some_and(|i| i % 2 == 1 || i == last));
    }
    places
}

/// A map with its keys in order, made for few keys: a new one moves those after it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Sorted<K, V> {
        Sorted(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// An empty map.
    pub fn new() -> Sorted<K, V> {
        Sorted::default()
    }

    /// Whether it has no keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0
            .binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// How many keys stand before a key.
    pub fn position<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.place(key).ok()
    }

    /// The key that stands behind so many.
    pub fn at(&self, position: usize) -> Option<&K> {
        self.0.get(position).map(|(key, _)| key)
    }

    /// The value of a key, made where it is new.
    pub fn or_insert_with(&mut self, key: K, new: impl FnOnce() -> V) -> &mut V {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, new()));
            place
        });
        &mut self.0[place].1
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Keys and values in the order of the keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }
}

impl<K, V> IntoIterator for Sorted<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Sorted<K, V> {
    /// Of equal keys the last one stands.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Sorted<K, V> {
        let mut pairs: Vec<(K, V)> = pairs.into_iter().collect();
        by(&mut pairs, |a, b| a.0.cmp(&b.0));
        pairs.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                std::mem::swap(next, kept);
            }
            same
        });
        Sorted(pairs)
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Sorted<K, V> {
    fn from(pairs: [(K, V); N]) -> Sorted<K, V> {
        pairs.into_iter().collect()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Sorted<K, V> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does_equal_ones_too(
            items in prop::collection::vec((0u8..9, any::<u8>()), 0..200),
        ) {
            let mut want = items.clone();
            want.sort_by_key(|item| item.0);
            let mut got = items.clone();
            by_key(&mut got, |item| item.0);
            prop_assert_eq!(got, want);
            let set: BTreeSet<_> = items.iter().copied().collect();
            let set: Vec<_> = set.into_iter().collect();
            prop_assert_eq!(&distinct(items.clone()), &set);
            let mut included = Vec::new();
            items.iter().for_each(|item| include(&mut included, *item));
            prop_assert_eq!(included, set);
        }

        #[test]
        fn a_map_holds_what_the_standard_one_holds(
            items in prop::collection::vec((0u8..20, any::<u8>()), 0..60),
        ) {
            let want: BTreeMap<u8, u8> = items.iter().copied().collect();
            let mut got: Sorted<u8, u8> = items.iter().copied().collect();
            prop_assert!(got.iter().eq(want.iter()));
            for key in 0..20 {
                prop_assert_eq!(got.get(&key), want.get(&key));
                let value = *got.or_insert_with(key, || 7);
                prop_assert_eq!(value, want.get(&key).copied().unwrap_or(7));
            }
        }
    }

    #[test]
    fn what_stands_in_order_is_looked_at_once() {
        let looks = std::cell::Cell::new(0);
        let mut items: Vec<u32> = (0..1000).collect();
        by(&mut items, |a, b| {
            looks.set(looks.get() + 1);
            a.cmp(b)
        });
        assert_eq!(looks.get(), 999);
    }
}

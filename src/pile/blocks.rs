//! A list in blocks: while it grows, no second one stands beside it.

/// Items in a block.
const ITEMS: usize = 1 << 10;

/// A list that grows without moving.
#[derive(Clone, Debug)]
pub struct Blocks<T>(Vec<Vec<T>>);

impl<T> Default for Blocks<T> {
    fn default() -> Blocks<T> {
        Blocks::new()
    }
}

impl<T> Blocks<T> {
    /// An empty one.
    pub const fn new() -> Blocks<T> {
        Blocks(Vec::new())
    }

    /// Adds an item to the end.
    pub fn push(&mut self, item: T) {
        if self.0.last().is_none_or(|block| block.len() == ITEMS) {
            // The first block grows as it fills: most lists are short.
            let room = if self.0.is_empty() { 0 } else { ITEMS };
            self.0.push(Vec::with_capacity(room));
        }
        if let Some(last) = self.0.last_mut() {
            last.push(item);
        }
    }

    /// The item of a place.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.0.get(place / ITEMS)?.get(place % ITEMS)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.0.get_mut(place / ITEMS)?.get_mut(place % ITEMS)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        let full = self.0.len().saturating_sub(1) * ITEMS;
        full + self.0.last().map_or(0, Vec::len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }
}

impl<T> FromIterator<T> for Blocks<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Blocks<T> {
        let mut all = Blocks::new();
        items.into_iter().for_each(|item| all.push(item));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_where_they_were_put() {
        for count in [0, 1, ITEMS - 1, ITEMS, ITEMS + 1, ITEMS * 3 + 5] {
            let mut all: Blocks<usize> = (0..count).collect();
            assert_eq!((all.len(), all.is_empty()), (count, count == 0));
            assert!(all.iter().copied().eq(0..count));
            assert!((0..count).all(|place| all.get(place) == Some(&place)));
            assert!((0..count).all(|place| all.get_mut(place) == Some(&mut place.clone())));
            assert_eq!(all.get(count), None);
            assert_eq!(all.get_mut(usize::MAX), None);
            let room: usize = all.0.iter().map(Vec::capacity).sum();
            assert!(room <= count.next_multiple_of(ITEMS), "{room} for {count}");
        }
    }
}

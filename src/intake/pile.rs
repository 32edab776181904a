//! Many rows, kept where they were put: a list that grows by moving needs up to three times its room.

/// Rows in a block.
const BLOCK: usize = 1024;

/// Things in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pile<T>(Vec<Vec<T>>);

impl<T> Default for Pile<T> {
    fn default() -> Pile<T> {
        Pile(Vec::new())
    }
}

impl<T> Pile<T> {
    /// Adds one.
    pub(crate) fn push(&mut self, item: T) {
        match self.0.last_mut().filter(|block| block.len() < BLOCK) {
            Some(block) => block.push(item),
            None => {
                // The first block grows as it fills: most files are small.
                let room = if self.0.is_empty() { 0 } else { BLOCK };
                let mut block = Vec::with_capacity(room);
                block.push(item);
                self.0.push(block);
            }
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        let full = self.0.len().saturating_sub(1) * BLOCK;
        full + self.0.last().map_or(0, Vec::len)
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_come_out_as_they_were_put() {
        let mut pile = Pile::default();
        assert_eq!(pile.iter().next(), None);
        (0..5000).for_each(|n| pile.push(n));
        assert!(pile.iter().copied().eq(0..5000));
        assert_eq!((pile.len(), Pile::<u8>::default().len()), (5000, 0));
    }
}

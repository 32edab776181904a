//! Texts that stand again and again → small numbers, in order of appearance.

/// A quick hash of bytes in pieces of any size, to tell equal ones; nobody's safety rests on it.
#[derive(Clone, Default)]
pub(super) struct Hash {
    state: u64,
    tail: [u8; 8],
    filled: usize,
}

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> u64 {
        let mut hash = Hash::default();
        hash.write(bytes);
        hash.value()
    }

    pub(super) fn write(&mut self, mut bytes: &[u8]) {
        while self.filled > 0 {
            let Some((&byte, rest)) = bytes.split_first() else {
                return;
            };
            self.keep(byte);
            bytes = rest;
        }
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.mix(word.try_into().map_or(0, u64::from_le_bytes));
        }
        words.remainder().iter().for_each(|&byte| self.keep(byte));
    }

    fn keep(&mut self, byte: u8) {
        if let Some(slot) = self.tail.get_mut(self.filled) {
            *slot = byte;
        }
        self.filled += 1;
        if self.filled == 8 {
            self.mix(u64::from_le_bytes(self.tail));
            (self.filled, self.tail) = (0, [0; 8]);
        }
    }

    fn mix(&mut self, word: u64) {
        self.state = folded(self.state ^ word ^ SALT, FACTOR) ^ self.state.rotate_left(17);
    }

    pub(super) fn value(&self) -> u64 {
        let last = u64::from_le_bytes(self.tail) ^ (self.filled as u64).rotate_right(8);
        folded(self.state ^ last ^ SALT, FACTOR) ^ self.state.rotate_left(17)
    }
}

const SALT: u64 = 0x9E37_79B9_7F4A_7C15;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;

fn folded(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// Texts, each once, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// A part of the hash, and the number + 1; 0 is free. The length is a power of two, at most three quarters full.
    slots: Vec<(u32, u32)>,
}

impl Ids {
    /// The text of a number.
    pub(super) fn get(&self, id: usize) -> &[u8] {
        let Some(&end) = self.ends.get(id) else {
            return &[];
        };
        let start = id.checked_sub(1).and_then(|i| self.ends.get(i)).copied();
        self.bytes.get(start.unwrap_or(0)..end).unwrap_or_default()
    }

    /// The number of a text that is known.
    pub(super) fn find(&self, text: &[u8]) -> Option<usize> {
        let hash = Hash::of(text);
        let mut at = self.home(hash);
        while let Some(&(known, number)) = self.slots.get(at).filter(|slot| slot.1 != 0) {
            if known == (hash >> 32) as u32 && self.get(number as usize - 1) == text {
                return Some(number as usize - 1);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// The number of a text; the flag tells that it is new.
    pub(super) fn number(&mut self, text: &[u8]) -> (usize, bool) {
        if self.ends.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let hash = Hash::of(text);
        let tag = (hash >> 32) as u32;
        let mut at = self.home(hash);
        while let Some(&(known, number)) = self.slots.get(at) {
            if number == 0 {
                let id = self.ends.len();
                self.bytes.extend_from_slice(text);
                self.ends.push(self.bytes.len());
                self.occupy(at, tag, id);
                return (id, true);
            }
            if known == tag && self.get(number as usize - 1) == text {
                return (number as usize - 1, false);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        (0, false) // the mask keeps `at` inside
    }

    fn home(&self, hash: u64) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }

    fn occupy(&mut self, at: usize, tag: u32, id: usize) {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = (tag, u32::try_from(id + 1).unwrap_or(u32::MAX));
        }
    }

    fn grow(&mut self) {
        self.slots = vec![(0, 0); (self.slots.len() * 2).max(64)];
        for id in 0..self.ends.len() {
            let hash = Hash::of(self.get(id));
            let mut at = self.home(hash);
            while self.slots.get(at).is_some_and(|slot| slot.1 != 0) {
                at = (at + 1) & (self.slots.len() - 1);
            }
            self.occupy(at, (hash >> 32) as u32, id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn numbers_follow_appearance_and_stay() {
        let mut ids = Ids::default();
        let mut known: HashMap<String, usize> = HashMap::new();
        for i in 0..10_000u64 {
            let text = format!("C{}", i.wrapping_mul(7919) % 3001);
            let next = known.len();
            let want = *known.entry(text.clone()).or_insert(next);
            assert_eq!(ids.number(text.as_bytes()), (want, want == next));
            assert_eq!(ids.get(want), text.as_bytes());
        }
        assert_eq!(ids.ends.len(), known.len());
        assert_eq!(ids.find(b"C7"), known.get("C7").copied());
        assert_eq!((ids.find(b""), Ids::default().find(b"")), (None, None));
        assert_eq!(ids.number(b""), (3001, true));
        assert_eq!(ids.number(b""), (3001, false));
    }

    #[test]
    fn a_hash_is_that_of_the_bytes_whatever_the_pieces() {
        let bytes: Vec<u8> = (0..100).collect();
        for piece in 1..20 {
            let mut hash = Hash::default();
            bytes.chunks(piece).for_each(|piece| hash.write(piece));
            assert_eq!(hash.value(), Hash::of(&bytes));
        }
        assert_ne!(Hash::of(b"\0"), Hash::of(b"\0\0"));
        assert_ne!(Hash::of(b""), Hash::of(b"\0"));
    }
}

//! Texts that stand again and again → small numbers, in order of appearance.

mod hash;

use crate::LARGE;
use crate::pile;
pub(super) use hash::{Hash, mix};
use hash::{SALT, word};

/// Two texts in 32 bytes: sixteen for each, zeros behind it. Where one of them is longer, [`LONG`] and three numbers: in a
/// key the sums of both, among [`Pairs`] where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(16))]
struct Name([u8; 32]);

/// A short text stands in a name.
pub(super) const SHORT: usize = 16;
/// A byte with which no text begins.
const LONG: u8 = 0xFF;

impl Name {
    fn of(words: [u64; 4]) -> Name {
        let mut name = [0; 32];
        for (place, word) in name.chunks_exact_mut(8).zip(words) {
            place.copy_from_slice(&word.to_le_bytes());
        }
        Name(name)
    }

    fn long(numbers: [u64; 3]) -> Name {
        let [first, second, third] = numbers;
        Name::of([u64::from(LONG), first, second, third])
    }

    fn is_long(&self) -> bool {
        self.0.first() == Some(&LONG)
    }
}

/// Two texts ready to be looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    name: Name,
    hash: u32,
}

impl Key {
    pub(super) const NONE: Key = Key {
        name: Name([0; 32]),
        hash: 0,
    };

    pub(super) fn of(a: &[u8], b: &[u8]) -> Key {
        let mut name = Name([0; 32]);
        let (first, second) = name.0.split_at_mut(SHORT);
        if !(put(first, a) && put(second, b)) {
            let sum = |text: &[u8]| text.chunks(8).map(word).fold(text.len() as u64, mix);
            name = Name::long([sum(a), sum(b), 0]);
        }
        Key::made_of(name)
    }

    /// Of the [`words`] of two short texts, which neither end with a NUL nor are anything but text.
    pub(super) fn short([a1, a2]: [u64; 2], [b1, b2]: [u64; 2]) -> Key {
        Key::made_of(Name::of([a1, a2, b1, b2]))
    }

    fn made_of(name: Name) -> Key {
        // None of the four waits for another, and each is turned to bits of its own.
        let words = name.0.chunks_exact(8).map(word).enumerate();
        let turned = words.map(|(i, word)| mix(SALT << i, word).rotate_left(16 * i as u32));
        let hash = mix(turned.fold(0, u64::wrapping_add), 0);
        Key {
            name,
            hash: (hash >> 32) as u32,
        }
    }

    /// Whether both texts are short and ASCII.
    pub(super) fn is_ascii(&self) -> bool {
        let words = self.name.0.chunks_exact(8).map(word);
        words.fold(0, |all, word| all | word) & HIGH == 0
    }
}

/// Puts a short text into its place. False where it is none, or a byte of it is taken for what stands behind it.
fn put(place: &mut [u8], text: &[u8]) -> bool {
    let short = text.last() != Some(&0) && text.first() != Some(&LONG);
    let place = place.get_mut(..text.len()).filter(|_| short);
    place.map(|place| place.copy_from_slice(text)).is_some()
}

const HIGH: u64 = (u64::MAX / 255) << 7;

/// A text of at most [`SHORT`] bytes amid another as two numbers, zeros behind it. What follows it is read with it where
/// it can be.
#[cfg_attr(any(not(target_arch = "wasm32"), feature = "scan"), inline(always))] // once a cell
pub(super) fn words(text: &[u8], from: usize, length: usize) -> [u64; 2] {
    let text = text.get(from..).unwrap_or_default();
    let Some(sixteen) = text.first_chunk::<SHORT>() else {
        let (first, second) = text.split_at(length.min(text.len()).min(8));
        let second = second.get(..length.saturating_sub(8)).unwrap_or_default();
        return [word(first), word(second)];
    };
    let (first, second) = sixteen.split_at(8);
    let low = |bytes, length: usize| {
        let bits = length as u32 * 4; // a shift by all bits is none
        word(bytes) & !(u64::MAX.wrapping_shl(bits).wrapping_shl(bits))
    };
    match length {
        0..8 => [low(first, length), 0],
        _ => [word(first), low(second, (length - 8).min(8))],
    }
}

/// Where numbers stand, to be found by a hash of what they number.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    /// The hash above, the number + 1 below; 0 is free. The length is a power of two, at most three quarters full.
    slots: Vec<u64>,
    count: usize,
}

impl Slots {
    /// What stands at home and beside it; 0 is nothing.
    fn near(&self, hash: u32) -> [u64; 2] {
        [0, 1].map(|next| self.slots.get(self.home(hash) + next).copied().unwrap_or(0))
    }

    /// The number of which this is true, among those of a hash.
    pub(super) fn find(&self, hash: u32, is: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut at = self.home(hash);
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            let number = *slot as u32 as usize - 1;
            if slot >> 32 == u64::from(hash) && is(number) {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Adds a number that is not there.
    pub(super) fn add(&mut self, hash: u32, number: usize) {
        if self.count * 4 >= self.slots.len() * 3 {
            let empty = vec![0; (self.slots.len() * 2).max(64)];
            let known = std::mem::replace(&mut self.slots, empty);
            known.into_iter().for_each(|slot| self.take(slot)); // a free one changes nothing
        }
        self.take(u64::from(hash) << 32 | (number as u64 + 1));
        self.count += 1;
    }

    fn take(&mut self, slot: u64) {
        let mut at = self.home((slot >> 32) as u32);
        while self.slots.get(at).is_some_and(|known| *known != 0) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(place) = self.slots.get_mut(at) {
            *place = slot;
        }
    }

    fn home(&self, hash: u32) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }
}

/// Pairs of texts, each once, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    names: Vec<Name>,
    /// Long texts, one behind the other.
    bytes: Vec<u8>,
    slots: Slots,
}

impl Pairs {
    /// The pair of a number.
    pub(super) fn get(&self, number: usize) -> (&[u8], &[u8]) {
        let Some(name) = self.names.get(number) else {
            return (&[], &[]);
        };
        let (a, b) = name.0.split_at(SHORT);
        if name.is_long() {
            let at = |bytes| word(bytes) as usize;
            let (_, start) = a.split_at(8);
            let (middle, end) = b.split_at(8);
            let text = |from, to| self.bytes.get(from..to).unwrap_or_default();
            return (text(at(start), at(middle)), text(at(middle), at(end)));
        }
        let length = |text: &[u8]| text.iter().rposition(|&b| b != 0).map_or(0, |at| at + 1);
        let text = |text| <[u8]>::get(text, ..length(text)).unwrap_or_default();
        (text(a), text(b))
    }

    /// The numbers of keys as far as a look at two places each tells, all of which are brought into reach: no look waits
    /// for another.
    pub(super) fn guess<'k>(&self, keys: impl Iterator<Item = &'k Key>, numbers: &mut [usize]) {
        for (number, key) in numbers.iter_mut().zip(keys) {
            let [home, next] = self.slots.near(key.hash);
            let is_home = home >> 32 == u64::from(key.hash);
            let found = if is_home { home } else { next };
            *number = (found as u32 as usize).wrapping_sub(1);
        }
        let names = numbers.iter().filter_map(|&number| self.names.get(number));
        std::hint::black_box(names.fold(0, |all, name| all ^ name.0[0]));
    }

    /// Whether the pair of a number is this one, and short.
    pub(super) fn is_short(&self, number: usize, key: &Key) -> bool {
        self.names.get(number) == Some(&key.name) && !key.name.is_long()
    }

    /// The number of a pair that is known.
    pub(super) fn find(&self, key: &Key, a: &[u8], b: &[u8]) -> Option<usize> {
        self.slots
            .find(key.hash, &|number| match key.name.is_long() {
                true => self.get(number) == (a, b),
                false => self.is_short(number, key),
            })
    }

    /// Lets go what finds pairs, until one is looked up again.
    pub(super) fn rest(&mut self) {
        self.slots = Slots::default();
        self.names.shrink_to_fit();
    }

    /// The number of a pair; the flag tells that it is new.
    pub(super) fn number(&mut self, key: &Key, a: &[u8], b: &[u8]) -> (usize, bool) {
        if LARGE && self.slots.is_empty() {
            for number in 0..self.names.len() {
                let (a, b) = self.get(number);
                self.slots.add(Key::of(a, b).hash, number);
            }
        }
        if let Some(number) = self.find(key, a, b) {
            return (number, false);
        }
        let mut name = key.name;
        if name.is_long() {
            let start = self.bytes.len();
            self.bytes.extend_from_slice(a);
            let middle = self.bytes.len();
            self.bytes.extend_from_slice(b);
            name = Name::long([start, middle, self.bytes.len()].map(|at| at as u64));
        }
        let number = self.names.len();
        pile::add(&mut self.names, name);
        self.slots.add(key.hash, number);
        (number, true)
    }
}

/// Texts, each once, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(Pairs);

impl Ids {
    /// The text of a number.
    pub(super) fn get(&self, id: usize) -> &[u8] {
        self.0.get(id).0
    }

    /// The number of a text that is known.
    pub(super) fn find(&self, text: &[u8]) -> Option<usize> {
        self.0.find(&Key::of(text, b""), text, b"")
    }

    /// The number of a text; the flag tells that it is new.
    pub(super) fn number(&mut self, text: &[u8]) -> (usize, bool) {
        self.0.number(&Key::of(text, b""), text, b"")
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
        assert_eq!(ids.0.names.len(), known.len());
        assert_eq!(ids.find(b"C7"), known.get("C7").copied());
        assert_eq!((ids.find(b""), Ids::default().find(b"")), (None, None));
        assert_eq!(ids.number(b""), (3001, true));
        assert_eq!(ids.number(b""), (3001, false));
    }

    #[test]
    fn pairs_are_told_apart_by_all_their_bytes() {
        let texts = [
            "",
            "a",
            "ab",
            "b",
            "\0",
            "a\0",
            "01234567",
            "0123456789012345",
            "01234567890123456",
            "0123456789012345678901",
        ];
        let long = "x".repeat(23);
        let longer = format!("{long}x");
        let texts = || texts.iter().copied().chain([&long[..], &longer]);
        let mut pairs = Pairs::default();
        let mut known = HashMap::new();
        for _ in 0..2 {
            for a in texts() {
                for b in texts() {
                    let next = known.len();
                    let want = *known.entry((a, b)).or_insert(next);
                    let (a, b) = (a.as_bytes(), b.as_bytes());
                    let key = Key::of(a, b);
                    assert_eq!(pairs.number(&key, a, b), (want, want == next));
                    assert_eq!(
                        (pairs.get(want), pairs.find(&key, a, b)),
                        ((a, b), Some(want))
                    );
                }
            }
        }
    }

    /// Not the hash tells whether texts are the same.
    #[test]
    fn texts_of_one_hash_are_two() {
        let (a, b) = ([b'x'; 30], [b'y'; 30]);
        let mut pairs = Pairs::default();
        let key = Key::of(&a, b"");
        for (text, number, new) in [(&a, 0, true), (&b, 1, true), (&b, 1, false), (&a, 0, false)] {
            assert_eq!(pairs.number(&key, text, b""), (number, new));
        }
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

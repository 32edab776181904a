//! Texts that stand again and again → small numbers, in order of appearance.

mod hash;

use crate::LARGE;
use crate::pile;
pub(super) use hash::{Hash, SALT, mix};
use hash::{SALTS, word};

/// Two texts in 32 bytes: sixteen for each, zeros behind it. Where one of them is longer, [`LONG`] and three numbers: in a
/// key the sums of both, among [`Pairs`] where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(16))]
pub(super) struct Name([u8; 32]);

/// A short text stands in a name.
pub(super) const SHORT: usize = 16;
/// A byte with which no text begins.
const LONG: u8 = 0xFF;

impl Name {
    /// Of two blank texts.
    pub(super) const NONE: Name = Name([0; 32]);

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

    /// Two short ones.
    fn texts(&self) -> (&[u8], &[u8]) {
        let (a, b) = self.0.split_at(SHORT);
        let length = |text: &[u8]| text.iter().rposition(|&b| b != 0).map_or(0, |at| at + 1);
        let text = |text| <[u8]>::get(text, ..length(text)).unwrap_or_default();
        (text(a), text(b))
    }
}

/// Two texts ready to be looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a> {
    name: Name,
    hash: u32,
    /// Both of them, where one is long.
    long: (&'a [u8], &'a [u8]),
}

impl<'a> Key<'a> {
    pub(super) const NONE: Key<'static> = Key {
        name: Name([0; 32]),
        hash: 0,
        long: (&[], &[]),
    };

    pub(super) fn of(a: &'a [u8], b: &'a [u8]) -> Key<'a> {
        let mut name = Name([0; 32]);
        let (first, second) = name.0.split_at_mut(SHORT);
        if put(first, a) && put(second, b) {
            return Key::made_of(name);
        }
        let sum = |text: &[u8]| text.chunks(8).map(word).fold(text.len() as u64, mix);
        Key {
            long: (a, b),
            ..Key::made_of(Name::long([sum(a), sum(b), 0]))
        }
    }

    /// Of two short texts as two numbers each, zeros behind them; they neither end with a NUL nor are anything but text.
    #[inline(always)] // once a row
    pub(super) fn short([a1, a2]: [u64; 2], [b1, b2]: [u64; 2]) -> Key<'a> {
        Key::made_of(Name::of([a1, a2, b1, b2]))
    }

    #[cfg_attr(feature = "scan", inline(always))] // see above
    fn made_of(name: Name) -> Key<'a> {
        // None of the four waits for another, and each is turned to bits of its own.
        let (words, _) = name.0.as_chunks();
        let turned = |i: usize| {
            let word = words.get(i).map_or(0, |word| u64::from_le_bytes(*word));
            word.wrapping_mul(SALTS[i]).rotate_left(16 * i as u32)
        };
        let hash = mix(turned(0) ^ turned(1) ^ turned(2) ^ turned(3), 0);
        Key {
            name,
            hash: (hash >> 32) as u32,
            long: (&[], &[]),
        }
    }

    /// Both texts.
    pub(super) fn texts(&self) -> (&[u8], &[u8]) {
        match self.name.is_long() {
            true => self.long,
            false => self.name.texts(),
        }
    }
}

/// Puts a short text into its place. False where it is none, or a byte of it is taken for what stands behind it.
fn put(place: &mut [u8], text: &[u8]) -> bool {
    let short = text.last() != Some(&0) && text.first() != Some(&LONG);
    let place = place.get_mut(..text.len()).filter(|_| short);
    place.map(|place| place.copy_from_slice(text)).is_some()
}

/// Where numbers stand, to be found by a hash of what they number.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    /// The hash above, the number + 1 below; 0 is free. The length is a power of two, at most three quarters full.
    slots: Vec<u64>,
    count: usize,
}

impl Slots {
    /// The first number of a hash; [`usize::MAX`] where there is none.
    #[inline(always)] // once a row
    fn first(&self, hash: u32) -> usize {
        let mut at = self.home(hash);
        while let Some(slot) = self.slots.get(at) {
            if slot >> 32 == u64::from(hash) || *slot == 0 {
                return (*slot as u32 as usize).wrapping_sub(1);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        usize::MAX
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

/// What stands under a name.
pub(super) trait Named {
    /// The name.
    fn name(&self) -> &Name;
}

impl Named for Name {
    fn name(&self) -> &Name {
        self
    }
}

/// Long texts, one behind the other.
#[derive(Clone, Debug, Default)]
struct Texts(Vec<u8>);

impl Texts {
    /// Both texts of a name.
    fn of<'a>(&'a self, name: &'a Name) -> (&'a [u8], &'a [u8]) {
        if !name.is_long() {
            return name.texts();
        }
        let (a, b) = name.0.split_at(SHORT);
        let at = |bytes| word(bytes) as usize;
        let (_, start) = a.split_at(8);
        let (middle, end) = b.split_at(8);
        let text = |from, to| self.0.get(from..to).unwrap_or_default();
        (text(at(start), at(middle)), text(at(middle), at(end)))
    }

    /// The name under which two texts stand from now on.
    fn keep(&mut self, key: &Key<'_>) -> Name {
        if !key.name.is_long() {
            return key.name;
        }
        let (a, b) = key.long;
        let start = self.0.len();
        self.0.extend_from_slice(a);
        let middle = self.0.len();
        self.0.extend_from_slice(b);
        Name::long([start, middle, self.0.len()].map(|at| at as u64))
    }
}

/// What is known of pairs of texts, each once, numbered from 0.
#[derive(Clone, Debug)]
pub(super) struct Pairs<T> {
    all: Vec<T>,
    texts: Texts,
    slots: Slots,
}

impl<T> Default for Pairs<T> {
    fn default() -> Pairs<T> {
        Pairs {
            all: Vec::new(),
            texts: Texts::default(),
            slots: Slots::default(),
        }
    }
}

impl<T: Named> Pairs<T> {
    /// The pair of a number.
    pub(super) fn get(&self, number: usize) -> (&[u8], &[u8]) {
        let one = self.all.get(number);
        one.map_or((&[], &[]), |one| self.texts.of(one.name()))
    }

    /// What is known of each.
    pub(super) fn all(&self) -> &[T] {
        &self.all
    }

    /// The same, to be changed.
    pub(super) fn all_mut(&mut self) -> &mut [T] {
        &mut self.all
    }

    /// The number of a key as far as its hash tells.
    #[inline(always)] // once a row
    pub(super) fn guess(&self, key: &Key<'_>) -> usize {
        self.slots.first(key.hash)
    }

    /// Whether the pair of a number is this one, and short.
    #[cfg_attr(feature = "scan", inline(always))] // once a row
    pub(super) fn is_short(&self, number: usize, key: &Key<'_>) -> bool {
        let name = self.all.get(number).map(T::name);
        name == Some(&key.name) && !key.name.is_long()
    }

    /// The number of a pair that is known.
    pub(super) fn find(&self, key: &Key<'_>) -> Option<usize> {
        let is = |number| match key.name.is_long() {
            true => self.get(number) == key.long,
            false => self.is_short(number, key),
        };
        self.slots.find(key.hash, &is)
    }

    /// Lets go what finds pairs, until [`Pairs::wake`].
    pub(super) fn rest(&mut self) {
        self.slots = Slots::default();
        self.all.shrink_to_fit();
    }

    /// Finds pairs again.
    pub(super) fn wake(&mut self) {
        if LARGE && self.slots.is_empty() {
            for number in 0..self.all.len() {
                let (a, b) = self.get(number);
                self.slots.add(Key::of(a, b).hash, number);
            }
        }
    }

    /// The number of a pair that is not known so far, and of what is known of it then.
    pub(super) fn add(&mut self, key: &Key<'_>, new: impl FnOnce(Name) -> T) -> usize {
        let name = self.texts.keep(key);
        let number = self.all.len();
        pile::add(&mut self.all, new(name));
        self.slots.add(key.hash, number);
        number
    }
}

/// Texts, each once, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(Pairs<Name>);

impl Ids {
    /// The text of a number.
    pub(super) fn get(&self, id: usize) -> &[u8] {
        self.0.get(id).0
    }

    /// The number of a text that is known.
    pub(super) fn find(&self, text: &[u8]) -> Option<usize> {
        self.0.find(&Key::of(text, b""))
    }

    /// The number of a text; the flag tells that it is new.
    pub(super) fn number(&mut self, text: &[u8]) -> (usize, bool) {
        let key = Key::of(text, b"");
        let known = self.0.find(&key);
        let number = known.unwrap_or_else(|| self.0.add(&key, |name| name));
        (number, known.is_none())
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
        assert_eq!(ids.0.all.len(), known.len());
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
        let mut pairs = Pairs::<Name>::default();
        let mut known = HashMap::new();
        for _ in 0..2 {
            for a in texts() {
                for b in texts() {
                    let next = known.len();
                    let want = *known.entry((a, b)).or_insert(next);
                    let (a, b) = (a.as_bytes(), b.as_bytes());
                    let key = Key::of(a, b);
                    assert_eq!(pairs.find(&key), (want < next).then_some(want));
                    if want == next {
                        assert_eq!(pairs.add(&key, |name| name), want);
                    }
                    assert_eq!((pairs.get(want), pairs.find(&key)), ((a, b), Some(want)));
                }
            }
        }
    }

    /// Not the hash tells whether texts are the same.
    #[test]
    fn texts_of_one_hash_are_two() {
        let (a, b) = ([b'x'; 30], [b'y'; 30]);
        let mut pairs = Pairs::<Name>::default();
        let hash = Key::of(&a, b"").hash;
        for (text, number) in [(&a, 0), (&b, 1), (&b, 1), (&a, 0)] {
            let key = Key {
                hash,
                ..Key::of(text, b"")
            };
            let known = pairs.find(&key);
            assert_eq!(
                known.unwrap_or_else(|| pairs.add(&key, |name| name)),
                number
            );
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

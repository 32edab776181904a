//! Texts that stand again and again → small numbers, in order of appearance.

/// A quick hash of bytes in pieces of any size, to tell equal ones; nobody's safety rests on it. Its four lanes take
/// eight bytes each in turn.
#[derive(Clone, Default)]
pub(super) struct Hash {
    lanes: [u64; 4],
    tail: [u8; STRIPE],
    filled: usize,
    stripes: u64,
}

const STRIPE: usize = 32;

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> u64 {
        let mut hash = Hash::default();
        hash.write(bytes);
        hash.value()
    }

    pub(super) fn write(&mut self, mut bytes: &[u8]) {
        if self.filled > 0 {
            let room = self.tail.len() - self.filled;
            let (now, rest) = bytes.split_at(room.min(bytes.len()));
            self.keep(now);
            bytes = rest;
            if self.filled < STRIPE {
                return;
            }
            let tail = self.tail;
            (self.filled, self.tail) = (0, [0; STRIPE]);
            self.stripe(&tail);
        }
        let mut stripes = bytes.chunks_exact(STRIPE);
        for stripe in &mut stripes {
            self.stripe(stripe);
        }
        self.keep(stripes.remainder());
    }

    fn keep(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if let Some(slot) = self.tail.get_mut(self.filled) {
                *slot = byte;
            }
            self.filled += 1;
        }
    }

    fn stripe(&mut self, stripe: &[u8]) {
        for (lane, bytes) in self.lanes.iter_mut().zip(stripe.chunks_exact(8)) {
            *lane = mix(*lane, word(bytes));
        }
        self.stripes += 1;
    }

    pub(super) fn value(&self) -> u64 {
        let tail = self.tail.chunks_exact(8).map(word);
        let words = self.lanes.into_iter().chain(tail);
        let length = self.stripes * STRIPE as u64 + self.filled as u64;
        words.fold(length, mix)
    }
}

const SALT: u64 = 0x9E37_79B9_7F4A_7C15;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;

/// Of 64-bit products only: those of 128 bits are slow in a browser.
fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash ^ word ^ SALT).wrapping_mul(FACTOR);
    (product ^ (product >> 32)).rotate_left(7)
}

/// The first eight bytes; zeros stand for those that are missing.
fn word(bytes: &[u8]) -> u64 {
    let low = |part: &[u8; 4]| u64::from(u32::from_le_bytes(*part));
    if let Some(whole) = bytes.first_chunk() {
        u64::from_le_bytes(*whole)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        low(first) | low(last) << (8 * (bytes.len() - 4))
    } else {
        let bytes = bytes.iter().enumerate();
        bytes.fold(0, |word, (i, &byte)| word | u64::from(byte) << (8 * i))
    }
}

/// Two texts ready to be looked up: both of them where they are short, else a sum of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    words: [u64; 3],
    hash: u64,
}

/// So many bytes of text stand in a key, behind their two lengths.
const SHORT: usize = 22;
/// A first word that no lengths make.
const LONG: u64 = u64::MAX;

impl Key {
    pub(super) fn of(a: &[u8], b: &[u8]) -> Key {
        let mut words = [LONG, 0, 0];
        if a.len() + b.len() <= SHORT {
            let mut text = [0; 40];
            (text[0], text[1]) = (a.len() as u8, b.len() as u8);
            put(&mut text, 2, a);
            put(&mut text, 2 + a.len(), b);
            for (place, bytes) in words.iter_mut().zip(text.chunks_exact(8)) {
                *place = word(bytes);
            }
        } else {
            let sum = |start, text: &[u8]| text.chunks(8).map(word).fold(start, mix);
            words[1] = sum(a.len() as u64, a);
            words[2] = sum(b.len() as u64, b);
        }
        Key::made_of(words)
    }

    fn made_of(words: [u64; 3]) -> Key {
        Key {
            words,
            hash: words.into_iter().fold(0, mix),
        }
    }

    fn tag(&self) -> u32 {
        (self.hash >> 32) as u32
    }
}

/// Puts a text into its place, eight bytes at a time: what is too much is overwritten by the text behind it.
fn put(text: &mut [u8; 40], mut at: usize, bytes: &[u8]) {
    for piece in bytes.chunks(8) {
        if let Some(place) = text.get_mut(at..at + 8) {
            place.copy_from_slice(&word(piece).to_le_bytes());
        }
        at += 8;
    }
}

/// Where a pair may stand. Two of them fill a line of memory.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Slot {
    tag: u32,
    /// The number + 1; 0 is free.
    number: u32,
    words: [u64; 3],
}

/// Pairs of texts, each once, numbered from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    bytes: Vec<u8>,
    /// Where the two texts end.
    ends: Vec<(usize, usize)>,
    /// The length is a power of two, at most three quarters full.
    slots: Vec<Slot>,
}

impl Pairs {
    /// The pair of a number.
    pub(super) fn get(&self, number: usize) -> (&[u8], &[u8]) {
        let Some(&(middle, end)) = self.ends.get(number) else {
            return (&[], &[]);
        };
        let before = number.checked_sub(1).and_then(|i| self.ends.get(i));
        let start = before.map_or(0, |before| before.1);
        let text = |from, to| self.bytes.get(from..to).unwrap_or_default();
        (text(start, middle), text(middle, end))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Brings the places of keys into reach: a load of each, none of which waits for another.
    pub(super) fn reach(&self, keys: &[Key]) {
        let tags = keys.iter().map(|key| self.slots.get(self.home(key)));
        let tags = tags.map(|slot| slot.map_or(0, |slot| slot.tag));
        std::hint::black_box(tags.fold(0, |all, tag| all ^ tag));
    }

    /// The number of a pair that is known.
    pub(super) fn find(&self, key: &Key, a: &[u8], b: &[u8]) -> Option<usize> {
        self.place(key, a, b).ok()
    }

    /// The number of a pair; the flag tells that it is new.
    pub(super) fn number(&mut self, key: &Key, a: &[u8], b: &[u8]) -> (usize, bool) {
        match self.place(key, a, b) {
            Ok(number) => (number, false),
            Err(mut at) => {
                if self.ends.len() * 4 >= self.slots.len() * 3 {
                    self.grow();
                    at = self.free(key);
                }
                let number = self.ends.len();
                self.bytes.extend_from_slice(a);
                let middle = self.bytes.len();
                self.bytes.extend_from_slice(b);
                self.ends.push((middle, self.bytes.len()));
                if let Some(slot) = self.slots.get_mut(at) {
                    *slot = Slot {
                        tag: key.tag(),
                        number: u32::try_from(number + 1).unwrap_or(u32::MAX),
                        words: key.words,
                    };
                }
                (number, true)
            }
        }
    }

    /// The number of a pair, or the slot where it would stand.
    fn place(&self, key: &Key, a: &[u8], b: &[u8]) -> Result<usize, usize> {
        let (mut at, tag) = (self.home(key), key.tag());
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != 0) {
            let number = slot.number as usize - 1;
            // Short texts stand in the slot, long ones are compared where they are kept.
            if slot.tag == tag
                && slot.words == key.words
                && (key.words[0] != LONG || self.get(number) == (a, b))
            {
                return Ok(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        Err(at)
    }

    fn home(&self, key: &Key) -> usize {
        key.hash as usize & self.slots.len().wrapping_sub(1)
    }

    fn free(&self, key: &Key) -> usize {
        let mut at = self.home(key);
        while self.slots.get(at).is_some_and(|slot| slot.number != 0) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }

    fn grow(&mut self) {
        let room = vec![Slot::default(); (self.slots.len() * 2).max(64)];
        for slot in std::mem::replace(&mut self.slots, room) {
            if slot.number != 0 {
                let at = self.free(&Key::made_of(slot.words));
                if let Some(place) = self.slots.get_mut(at) {
                    *place = slot;
                }
            }
        }
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

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
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
        assert_eq!(ids.len(), known.len());
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
        assert_eq!(pairs.number(&key, &a, b""), (0, true));
        assert_eq!(pairs.number(&key, &b, b""), (1, true));
        assert_eq!(pairs.number(&key, &b, b""), (1, false));
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

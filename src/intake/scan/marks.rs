//! Where the bytes are that may end a field: delimiters, quotes, and control characters. Sixteen bytes at a time in the
//! browser; elsewhere eight. Both find the same.

/// Bytes in which marks are sought at once.
pub(super) const MOST: usize = 16 * 1024;
/// Every control character up to it is a mark: tabs, line breaks, NULs.
const CONTROLS: u8 = 0x0D;

/// The marks of a text: one bit for each byte, 64 in a word, and a word without any behind them.
pub(super) struct Marks {
    delimiter: u8,
    quote: u8,
    delimiters: Box<[u64; WORDS]>,
    /// Quotes and controls that are no delimiter.
    others: Box<[u64; WORDS]>,
    /// The last word of the text.
    last: usize,
    /// Whether all of the text is ASCII.
    pub(super) ascii: bool,
}

const WORDS: usize = MOST / 64 + 1;

impl Marks {
    pub(super) fn new(delimiter: u8, quote: u8) -> Marks {
        Marks {
            delimiter,
            quote,
            delimiters: Box::new([0; WORDS]),
            others: Box::new([0; WORDS]),
            last: 0,
            ascii: true,
        }
    }

    /// Finds them in a text of at most [`MOST`] bytes.
    pub(super) fn find(&mut self, text: &[u8]) {
        self.ascii = true;
        let (whole, rest) = text.get(..MOST).unwrap_or(text).as_chunks();
        #[cfg(target_arch = "wasm32")]
        self.find_by_sixteen(whole);
        #[cfg(not(target_arch = "wasm32"))]
        self.find_by_eight(whole);
        let (delimiters, others) = self.one_by_one(rest);
        self.set(whole.len(), delimiters, others);
        self.set(whole.len() + 1, 0, 0);
        self.last = whole.len();
    }

    fn set(&mut self, word: usize, delimiters: u64, others: u64) {
        if let (Some(one), Some(other)) = (self.delimiters.get_mut(word), self.others.get_mut(word))
        {
            (*one, *other) = (delimiters, others);
        }
    }

    /// The marks of the 64 bytes that begin at a place: delimiters, and others.
    #[inline]
    pub(super) fn window(&self, at: usize) -> (u64, u64) {
        let (word, bit) = (at / 64, at % 64);
        let bits = |words: &[u64; WORDS]| {
            let low = words.get(word).copied().unwrap_or(0);
            let high = words.get(word + 1).copied().unwrap_or(0);
            low >> bit | high << 1 << (63 - bit)
        };
        (bits(&self.delimiters), bits(&self.others))
    }

    /// The marks of the text from a place on, one after the other.
    pub(super) fn from(&self, at: usize) -> From<'_> {
        let word = at / 64;
        From {
            bits: self.word(word).unwrap_or(0) & u64::MAX << (at % 64),
            word,
            marks: self,
        }
    }

    fn word(&self, word: usize) -> Option<u64> {
        Some(self.delimiters.get(word)? | self.others.get(word)?)
    }

    /// The marks of at most 64 bytes.
    fn one_by_one(&mut self, text: &[u8]) -> (u64, u64) {
        let (mut delimiters, mut others) = (0, 0);
        for (at, &byte) in text.iter().enumerate() {
            self.ascii &= byte.is_ascii();
            if byte == self.delimiter {
                delimiters |= 1 << at;
            } else if byte == self.quote || byte <= CONTROLS {
                others |= 1 << at;
            }
        }
        (delimiters, others)
    }

    /// Eight bytes of a number, each by its own high bit.
    #[cfg(any(test, not(target_arch = "wasm32")))]
    fn find_by_eight(&mut self, text: &[[u8; 64]]) {
        const ONES: u64 = u64::MAX / 255;
        const HIGH: u64 = ONES << 7;
        let [delimiter, quote] = [self.delimiter, self.quote].map(|b| ONES * u64::from(b));
        // Bytes below 0x80 that are zero after the xor, or not above the controls.
        let zero = |eight: u64| !(((eight & !HIGH) + !HIGH) | eight) & HIGH;
        let low =
            |eight: u64| !(((eight & !HIGH) + ONES * u64::from(0x7F - CONTROLS)) | eight) & HIGH;
        // The factor moves each byte's bit to its place among the highest eight.
        let bits = |found: u64| (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        let mut high = 0;
        for (word, text) in text.iter().enumerate() {
            let (mut delimiters, mut others) = (0, 0);
            let (eights, _) = text.as_chunks();
            for (i, eight) in eights.iter().enumerate() {
                let eight = u64::from_le_bytes(*eight);
                high |= eight;
                let ends = zero(eight ^ delimiter);
                let found = (zero(eight ^ quote) | low(eight)) & !ends;
                delimiters |= bits(ends) << (8 * i);
                others |= bits(found) << (8 * i);
            }
            self.set(word, delimiters, others);
        }
        self.ascii &= high & HIGH == 0;
    }

    #[cfg(target_arch = "wasm32")]
    fn find_by_sixteen(&mut self, text: &[[u8; 64]]) {
        use core::arch::wasm32::{
            i8x16_bitmask, u8x16_eq, u8x16_le, u8x16_splat, u64x2, v128_andnot, v128_or,
        };
        let [delimiter, quote, controls] =
            [self.delimiter, self.quote, CONTROLS].map(|byte| u8x16_splat(byte));
        let half = |bytes: &[u8]| bytes.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        let mut high = u8x16_splat(0);
        for (word, text) in text.iter().enumerate() {
            let (mut delimiters, mut others) = (0, 0);
            for (i, sixteen) in text.chunks_exact(16).enumerate() {
                let (low, upper) = sixteen.split_at(8);
                let vector = u64x2(half(low), half(upper));
                high = v128_or(high, vector);
                let ends = u8x16_eq(vector, delimiter);
                let found = v128_or(u8x16_eq(vector, quote), u8x16_le(vector, controls));
                delimiters |= u64::from(i8x16_bitmask(ends)) << (16 * i);
                others |= u64::from(i8x16_bitmask(v128_andnot(found, ends))) << (16 * i);
            }
            self.set(word, delimiters, others);
        }
        self.ascii &= i8x16_bitmask(high) == 0;
    }
}

/// See [`Marks::from`].
pub(super) struct From<'a> {
    marks: &'a Marks,
    word: usize,
    bits: u64,
}

impl Iterator for From<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            if self.word >= self.marks.last {
                return None;
            }
            self.word += 1;
            self.bits = self.marks.word(self.word)?;
        }
        let at = self.word * 64 + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_find_what_bytes_find(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), proptest::sample::select(&b",;\"'\n\r\0\t \x0d\x0e\x8d\xac\xa2"[..])], 0..300),
            delimiter in proptest::sample::select(&b",;\t|"[..]),
            quote in proptest::sample::select(&b"\"'"[..]),
            from in any::<prop::sample::Index>(),
        ) {
            let from = from.index(bytes.len() + 1);
            let mut marks = Marks::new(delimiter, quote);
            marks.find(&[&b"\",\n\xff"[..]; 200].concat());
            marks.find(&bytes);
            let is_end = |at: &usize| bytes[*at] == delimiter;
            let is_other = |at: &usize| bytes[*at] == quote || bytes[*at] <= CONTROLS;
            let all: Vec<usize> = (from..bytes.len()).filter(|at| is_end(at) || is_other(at)).collect();
            prop_assert_eq!(marks.from(from).collect::<Vec<_>>(), all);
            let window = |is: &dyn Fn(&usize) -> bool| {
                let bits = (from..bytes.len().min(from + 64)).filter(is);
                bits.fold(0, |bits, at| bits | 1 << (at - from))
            };
            prop_assert_eq!(marks.window(from), (window(&is_end), window(&|at| is_other(at) && !is_end(at))));
            prop_assert_eq!(marks.ascii, bytes.is_ascii());
        }
    }
}

//! Which of 64 bytes end cells and rows: sixteen of them at a time in the browser; elsewhere eight. Both find the same.

/// Bytes that are looked at together, a bit of a word for each.
pub(super) const WORD: usize = 64;

/// What stands where in a word of text, a bit for each byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) delimiters: u64,
    pub(super) quotes: u64,
    pub(super) feeds: u64,
    /// Carriage returns.
    pub(super) returns: u64,
    /// NULs.
    pub(super) nuls: u64,
    /// Whether there is a byte beyond ASCII.
    pub(super) beyond_ascii: bool,
}

/// Finds marks.
pub(super) struct Finder {
    delimiter: u8,
    quote: u8,
}

impl Finder {
    pub(super) fn new(delimiter: u8, quote: u8) -> Finder {
        Finder { delimiter, quote }
    }

    /// The marks of a word that the text fills.
    #[inline(always)] // once a word
    pub(super) fn find(&self, text: &[u8; WORD]) -> Marks {
        #[cfg(target_arch = "wasm32")]
        return self.find_by_sixteen(text);
        #[cfg(not(target_arch = "wasm32"))]
        self.find_by_eight(text)
    }

    /// The marks of a text that is shorter than a word.
    pub(super) fn find_in_rest(&self, text: &[u8]) -> Marks {
        let mut word = [0; WORD];
        for (place, byte) in word.iter_mut().zip(text) {
            *place = *byte;
        }
        let marks = self.find(&word);
        let those = !(u64::MAX.checked_shl(text.len() as u32).unwrap_or(0));
        Marks {
            delimiters: marks.delimiters & those,
            quotes: marks.quotes & those,
            returns: marks.returns & those,
            feeds: marks.feeds & those,
            nuls: marks.nuls & those,
            ..marks
        }
    }

    /// Eight bytes of a number, each by its own high bit.
    #[cfg(any(test, not(target_arch = "wasm32")))]
    fn find_by_eight(&self, text: &[u8; WORD]) -> Marks {
        const ONES: u64 = u64::MAX / 255;
        const HIGH: u64 = ONES << 7;
        let [delimiter, quote, cr, lf] =
            [self.delimiter, self.quote, b'\r', b'\n'].map(|byte| ONES * u64::from(byte));
        // The factor moves each byte's bit to its place among the highest eight.
        let bits = |found: u64| (found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        // Bytes below 0x80 that are zero.
        let zeros = |eight: u64| bits(!(((eight & !HIGH) + !HIGH) | eight) & HIGH);
        let mut marks = Marks::default();
        let (eights, _) = text.as_chunks();
        for (i, eight) in eights.iter().enumerate() {
            let eight = u64::from_le_bytes(*eight);
            marks.beyond_ascii |= eight & HIGH != 0;
            marks.delimiters |= zeros(eight ^ delimiter) << (8 * i);
            marks.quotes |= zeros(eight ^ quote) << (8 * i);
            marks.returns |= zeros(eight ^ cr) << (8 * i);
            marks.feeds |= zeros(eight ^ lf) << (8 * i);
            marks.nuls |= zeros(eight) << (8 * i);
        }
        marks
    }

    #[cfg(target_arch = "wasm32")]
    #[inline(always)] // see above
    fn find_by_sixteen(&self, text: &[u8; WORD]) -> Marks {
        use core::arch::wasm32::{i8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_and, v128_or};
        let half = |bytes: &[u8]| bytes.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        let (sixteens, _) = text.as_chunks::<16>();
        let vector = |i: usize| {
            let (low, upper) = sixteens
                .get(i)
                .map_or((&[][..], &[][..]), |s| s.split_at(8));
            u64x2(half(low), half(upper))
        };
        let vectors = [vector(0), vector(1), vector(2), vector(3)];
        let bits = |byte: u8| {
            let [a, b, c, d] =
                vectors.map(|vector| i8x16_bitmask(u8x16_eq(vector, u8x16_splat(byte))));
            let low = u32::from(a) | u32::from(b) << 16;
            let high = u32::from(c) | u32::from(d) << 16;
            u64::from(low) | u64::from(high) << 32
        };
        let [a, b, c, d] = vectors;
        let mut marks = Marks {
            delimiters: bits(self.delimiter),
            quotes: bits(self.quote),
            feeds: bits(b'\n'),
            beyond_ascii: i8x16_bitmask(v128_or(v128_or(a, b), v128_or(c, d))) != 0,
            ..Marks::default()
        };
        // NULs, carriage returns, tabs and some more that are in few files.
        let few = u8x16_splat(0xF2);
        let [a, b, c, d] = vectors.map(|vector| u8x16_eq(v128_and(vector, few), u8x16_splat(0)));
        if i8x16_bitmask(v128_or(v128_or(a, b), v128_or(c, d))) != 0 {
            (marks.returns, marks.nuls) = (bits(b'\r'), bits(0));
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_find_what_bytes_find(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), proptest::sample::select(&b",;\"'\n\r\0\t \x0b\x0d\x0e\x8d\xac\xa2"[..])], 0..=WORD),
            delimiter in proptest::sample::select(&b",;\t|"[..]),
            quote in proptest::sample::select(&b"\"'"[..]),
        ) {
            let bits = |byte: u8| {
                let places = bytes.iter().enumerate().filter(|(_, known)| **known == byte);
                places.fold(0, |bits, (at, _)| bits | 1 << at)
            };
            let want = Marks {
                delimiters: bits(delimiter),
                quotes: bits(quote),
                feeds: bits(b'\n'),
                returns: bits(b'\r'),
                nuls: bits(0),
                beyond_ascii: !bytes.is_ascii(),
            };
            let finder = Finder::new(delimiter, quote);
            prop_assert_eq!(finder.find_in_rest(&bytes), want);
            if let Some(word) = bytes.first_chunk() {
                prop_assert_eq!(finder.find(word), want);
            }
        }
    }
}

//! Where the bytes are that may end a field: delimiters, quotes, and all that is below a blank. Sixteen bytes at a time in
//! the browser; elsewhere eight. Both find the same.

/// Bytes in which marks are sought at once.
pub(super) const MOST: usize = 16 * 1024;

/// The places of marks in a text.
pub(super) struct Marks {
    delimiter: u8,
    quote: u8,
    places: Box<[u16; MOST]>,
    count: usize,
    /// Whether all of the text is ASCII.
    pub(super) ascii: bool,
}

/// Every control character up to it is a mark: tabs, line breaks, NULs.
const CONTROLS: u8 = 0x0D;

impl Marks {
    pub(super) fn new(delimiter: u8, quote: u8) -> Marks {
        Marks {
            delimiter,
            quote,
            places: Box::new([0; MOST]),
            count: 0,
            ascii: true,
        }
    }

    /// Finds them in a text of at most [`MOST`] bytes.
    pub(super) fn find(&mut self, text: &[u8]) {
        (self.count, self.ascii) = (0, true);
        #[cfg(target_arch = "wasm32")]
        let at = self.find_by_sixteen(text);
        #[cfg(not(target_arch = "wasm32"))]
        let at = self.find_by_eight(text);
        self.find_one_by_one(text, at);
    }

    /// The places, ascending.
    pub(super) fn places(&self) -> &[u16] {
        self.places.get(..self.count).unwrap_or_default()
    }

    fn find_one_by_one(&mut self, text: &[u8], from: usize) {
        for (at, &byte) in text.iter().enumerate().take(MOST).skip(from) {
            self.ascii &= byte.is_ascii();
            if byte == self.delimiter || byte == self.quote || byte <= CONTROLS {
                self.push(at);
            }
        }
    }

    fn push(&mut self, at: usize) {
        if let Some(place) = self.places.get_mut(self.count) {
            *place = at as u16;
            self.count += 1;
        }
    }

    /// Eight bytes of a word, each by its own high bit. How far it came.
    #[cfg(any(test, not(target_arch = "wasm32")))]
    fn find_by_eight(&mut self, text: &[u8]) -> usize {
        const ONES: u64 = u64::MAX / 255;
        const HIGH: u64 = ONES << 7;
        let [delimiter, quote] = [self.delimiter, self.quote].map(|b| ONES * u64::from(b));
        // Bytes below 0x80 that are zero after the xor, or not above the controls.
        let zero = |word: u64| !(((word & !HIGH) + !HIGH) | word) & HIGH;
        let low = |word: u64| !(((word & !HIGH) + ONES * u64::from(0x7F - CONTROLS)) | word) & HIGH;
        let mut high = 0;
        let mut at = 0;
        for word in text.get(..MOST).unwrap_or(text).chunks_exact(8) {
            let word = word.try_into().map_or(0, u64::from_le_bytes);
            high |= word;
            let mut found = zero(word ^ delimiter) | zero(word ^ quote) | low(word);
            while found != 0 {
                self.push(at + (found.trailing_zeros() / 8) as usize);
                found &= found - 1;
            }
            at += 8;
        }
        self.ascii &= high & HIGH == 0;
        at
    }

    /// Four times sixteen bytes. How far it came.
    #[cfg(target_arch = "wasm32")]
    fn find_by_sixteen(&mut self, text: &[u8]) -> usize {
        use core::arch::wasm32::{
            i8x16_bitmask, u8x16_eq, u8x16_le, u8x16_splat, u64x2, v128, v128_or,
        };
        let [delimiter, quote, controls] =
            [self.delimiter, self.quote, CONTROLS].map(|byte| u8x16_splat(byte));
        let half = |bytes: &[u8]| bytes.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        let bits = |vector: v128| {
            let ends = v128_or(u8x16_eq(vector, delimiter), u8x16_eq(vector, quote));
            u64::from(i8x16_bitmask(v128_or(ends, u8x16_le(vector, controls))))
        };
        let mut high = u8x16_splat(0);
        let mut at = 0;
        for block in text.get(..MOST).unwrap_or(text).chunks_exact(64) {
            let mut found = 0;
            for (i, sixteen) in block.chunks_exact(16).enumerate() {
                let (low, upper) = sixteen.split_at(8);
                let vector = u64x2(half(low), half(upper));
                high = v128_or(high, vector);
                found |= bits(vector) << (16 * i);
            }
            while found != 0 {
                self.push(at + found.trailing_zeros() as usize);
                found &= found - 1;
            }
            at += 64;
        }
        self.ascii &= i8x16_bitmask(high) == 0;
        at
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
        ) {
            let mut marks = Marks::new(delimiter, quote);
            marks.find(&bytes);
            let mut twin = Marks::new(delimiter, quote);
            twin.find_one_by_one(&bytes, 0);
            prop_assert_eq!(marks.places(), twin.places());
            prop_assert_eq!(marks.ascii, bytes.is_ascii());
            prop_assert_eq!(twin.ascii, bytes.is_ascii());
        }
    }
}

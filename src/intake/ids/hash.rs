//! A quick hash of bytes, for tables and to tell files apart.

/// A quick hash of bytes in pieces of any size, to tell equal ones; nobody's safety rests on it. Its four lanes take
/// eight bytes each in turn.
#[derive(Clone, Default)]
pub(in crate::intake) struct Hash {
    lanes: [u64; 4],
    tail: [u8; STRIPE],
    filled: usize,
    stripes: u64,
}

const STRIPE: usize = 32;

impl Hash {
    pub(in crate::intake) fn of(bytes: &[u8]) -> u64 {
        let mut hash = Hash::default();
        hash.write(bytes);
        hash.value()
    }

    pub(in crate::intake) fn write(&mut self, mut bytes: &[u8]) {
        if self.filled > 0 {
            let room = self.tail.len() - self.filled;
            let (now, rest) = bytes.split_at_checked(room).unwrap_or((bytes, &[]));
            self.keep(now);
            bytes = rest;
            if self.filled < STRIPE {
                return;
            }
            let tail = self.tail;
            (self.filled, self.tail) = (0, [0; STRIPE]);
            self.stripe(&tail);
        }
        let (stripes, rest) = bytes.as_chunks();
        for stripe in stripes {
            self.stripe(stripe);
        }
        self.keep(rest);
    }

    fn keep(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if let Some(slot) = self.tail.get_mut(self.filled) {
                *slot = byte;
            }
            self.filled += 1;
        }
    }

    #[inline(always)] // once for 32 bytes of a file
    fn stripe(&mut self, stripe: &[u8; STRIPE]) {
        let (words, _) = stripe.as_chunks();
        for (lane, bytes) in self.lanes.iter_mut().zip(words) {
            // Every byte of a file comes by: `mix` would take twice as long.
            let product = (*lane ^ u64::from_le_bytes(*bytes)).wrapping_mul(FACTOR);
            *lane = product.rotate_left(29);
        }
        self.stripes += 1;
    }

    pub(in crate::intake) fn value(&self) -> u64 {
        let tail = self.tail.chunks_exact(8).map(word);
        let words = self.lanes.into_iter().chain(tail);
        let length = self.stripes * STRIPE as u64 + self.filled as u64;
        words.fold(length, mix)
    }
}

/// Odd, with bits of all sizes.
pub(in crate::intake) const SALT: u64 = 0x9E37_79B9_7F4A_7C15;
/// Odd numbers, a factor for each of four words.
pub(super) const SALTS: [u64; 4] = [SALT, FACTOR, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9];
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;

/// Of 64-bit products only: those of 128 bits are slow in a browser.
pub(in crate::intake) fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash ^ word ^ SALT).wrapping_mul(FACTOR);
    (product ^ (product >> 32)).rotate_left(7)
}

/// The first eight bytes; zeros stand for those that are missing.
pub(super) fn word(bytes: &[u8]) -> u64 {
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

//! Numbers and bytes one after the other, to be posted from one worker to another. Reading them never fails but with
//! None, whatever the bytes.

/// Writes a number.
pub(crate) fn number(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(&number.to_le_bytes());
}

/// Writes bytes, and how many.
pub(crate) fn bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Writes a number that is mostly small: seven bits a byte, the eighth says that more follow.
pub(crate) fn small(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes a number that may be missing.
pub(crate) fn option(out: &mut Vec<u8>, some: Option<u64>) {
    number(out, u64::from(some.is_some()));
    number(out, some.unwrap_or(0));
}

/// Reads what was written, in the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    /// A number.
    pub(crate) fn number(&mut self) -> Option<u64> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*number))
    }

    /// A number that is mostly small.
    pub(crate) fn small(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f).wrapping_shl(shift);
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// A number that may be missing.
    pub(crate) fn option(&mut self) -> Option<Option<u64>> {
        let some = self.number()? == 1;
        let number = self.number()?;
        Some(some.then_some(number))
    }

    /// A number of things that stand behind it, each of so many bytes: never more than there is room for.
    pub(crate) fn count(&mut self, each: usize) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count.checked_mul(each)? <= self.0.len()).then_some(count)
    }

    /// The bytes, as many as were written.
    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.count(1)?;
        self.take(count)
    }

    /// Text, as it was written in bytes.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.0.len()
    }

    /// So many bytes.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_short() {
        for (n, length) in [(0, 1), (127, 1), (128, 2), (1 << 14, 3), (u64::MAX, 10)] {
            let mut out = Vec::new();
            small(&mut out, n);
            assert_eq!(out.len(), length);
            assert_eq!(Reader::new(&out).small(), Some(n));
            out.pop();
            assert_eq!(Reader::new(&out).small(), None);
        }
    }

    #[test]
    fn what_was_written_is_read_and_less_is_none() {
        let mut out = Vec::new();
        number(&mut out, u64::MAX);
        bytes(&mut out, "고객".as_bytes());
        bytes(&mut out, b"");
        number(&mut out, 7);
        let read = |bytes| {
            let mut reader = Reader::new(bytes);
            let first = (reader.number()?, reader.bytes()?, reader.bytes()?);
            Some((first, reader.number()?, reader.take(1)))
        };
        let whole = ((u64::MAX, "고객".as_bytes(), &b""[..]), 7, None);
        assert_eq!(read(&out), Some(whole));
        for end in 0..out.len() {
            assert_eq!(read(&out[..end]), None, "{end}");
        }
        // A length beyond the bytes, and beyond all bytes.
        for length in [3, u64::MAX] {
            let wrong = [&length.to_le_bytes()[..], b"ab"].concat();
            assert_eq!(Reader::new(&wrong).bytes(), None);
            assert_eq!(Reader::new(&wrong).count(usize::MAX), None);
        }
    }
}

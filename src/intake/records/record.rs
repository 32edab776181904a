//! One record, and where its fields stand.

/// Where a field stands in its record's bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after its last one.
    pub(crate) end: usize,
}

/// One record of UTF-8, which may be damaged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    /// The bytes that the spans lie in.
    pub(crate) bytes: &'a [u8],
    /// The fields without their quotes. Fewer than `fields`, or beyond `bytes`, only where `too_long`.
    pub(crate) spans: &'a [Span],
    /// How many fields there are.
    pub(crate) fields: usize,
    /// The physical line on which the record begins, from 1.
    pub(crate) line: u64,
    /// Blank lines stand before it.
    pub(crate) after_blank: bool,
    /// A field that is longer than any that is read: its index and length.
    pub(crate) too_long: Option<(usize, usize)>,
    /// The field whose quote is never closed; the record ends with its line.
    pub(crate) open_quote: Option<usize>,
    /// NULs were dropped from it.
    pub(crate) had_nul: bool,
}

impl<'a> Record<'a> {
    /// One field's bytes; none where the record is short.
    pub(crate) fn field(&self, index: usize) -> &'a [u8] {
        let span = self.spans.get(index).copied().unwrap_or_default();
        self.bytes.get(span.start..span.end).unwrap_or_default()
    }

    /// Whether every field is blank.
    pub(crate) fn is_blank(&self) -> bool {
        self.too_long.is_none() && (0..self.fields).all(|i| is_blank(self.field(i)))
    }
}

/// Whether nothing stands in a field.
pub(crate) fn is_blank(field: &[u8]) -> bool {
    const END: u8 = 0x1A; // what DOS programs write behind a file
    { field.iter() }.all(|&b| b.is_ascii_whitespace() || b == END)
}

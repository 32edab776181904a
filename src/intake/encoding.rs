//! Which encoding a file has, whether it is text at all, and its cells as UTF-8.

use std::borrow::Cow;

/// What the first bytes of a file show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoding {
    /// The encoding's name, as in the report's `sources`.
    pub(crate) name: &'static str,
    /// What the file looks like where it is no text: `png`, `xlsx`, …
    pub(crate) no_text: Option<&'static str>,
}

/// The byte-order mark of UTF-8.
pub(crate) const MARK: &[u8] = b"\xEF\xBB\xBF";

const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "png"),
    (b"\xFF\xD8\xFF", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1F\x8B", "gzip"),
    (b"\x28\xB5\x2F\xFD", "zstd"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "xls"),
    (b"SQLite format 3\0", "sqlite"),
    (b"PAR1", "parquet"),
    (b"RIFF", "riff"),
    (b"{\\rtf", "rtf"),
    (b"\xFF\xFE", "utf-16"),
    (b"\xFE\xFF", "utf-16"),
];

/// Looks at a file's first bytes.
pub(crate) fn detect(head: &[u8]) -> Encoding {
    let looks = MAGIC
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|&(_, looks)| looks);
    let looks = match looks {
        Some("zip") if contains(head, b"xl/") || contains(head, b"[Content_Types].xml") => {
            Some("xlsx")
        }
        None if is_binary(head) => Some("binary"),
        other => other,
    };
    Encoding {
        name: if looks.is_some() { "binary" } else { "utf-8" },
        no_text: looks,
    }
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).take(4096).any(|w| w == what)
}

/// A stray NUL stands in many an export; one byte in ten is no text.
fn is_binary(head: &[u8]) -> bool {
    let sample = head.get(..4096).unwrap_or(head);
    let odd = sample
        .iter()
        .filter(|&&b| b < 9 || (14..32).contains(&b) || b == 127)
        .count();
    odd * 10 > sample.len()
}

/// The text of one cell; the flag tells that bytes had to be replaced.
pub(crate) fn text(cell: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(cell) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (String::from_utf8_lossy(cell), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_workbooks_are_no_text_and_damaged_text_is_text() {
        assert_eq!(detect(b"\x89PNG\r\n\x1a\n").no_text, Some("png"));
        assert_eq!(
            detect(b"PK\x03\x04........xl/workbook.xml").no_text,
            Some("xlsx")
        );
        assert_eq!(detect(&[0; 100]).no_text, Some("binary"));
        assert_eq!(detect(b"a\0,b\nsome more text here\n").no_text, None);
        assert_eq!(
            detect("고객,가입일\n가,2024-01-01\n".as_bytes()).no_text,
            None
        );
        assert_eq!(detect(b"caf\xE9,b\n").no_text, None);
        assert_eq!(detect(b"").no_text, None);
    }
}

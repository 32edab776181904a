//! How a file separates its cells.

use super::records::Records;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records that are looked at.
const SAMPLE: usize = 100;

/// The delimiter under which the first records agree best on more than one field; a comma where none does.
pub(crate) fn delimiter(head: &[u8]) -> u8 {
    let mut best = (0, 0, b',');
    for delimiter in DELIMITERS {
        let (mut fields, mut agree, mut seen) = (0, 0, 0usize);
        let mut each = |record: super::records::Record<'_>| {
            if seen == 0 {
                fields = record.fields;
            }
            if seen < SAMPLE {
                agree += usize::from(record.fields == fields);
                seen += 1;
            }
        };
        let mut records = Records::new(delimiter);
        records.push(head.get(..65_536).unwrap_or(head), &mut each);
        records.finish(&mut each);
        let share = agree * 1000 / seen.max(1);
        if fields > 1 && (share, fields) > (best.0, best.1) {
            best = (share, fields, delimiter);
        }
    }
    best.2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_on_which_the_lines_agree() {
        assert_eq!(delimiter(b"a,b,c\n1,2,3\n"), b',');
        assert_eq!(delimiter(b"a;b;c\n1,5;2;3\n1;2;3\n"), b';');
        assert_eq!(delimiter(b"a\tb\n1,5\t2\n"), b'\t');
        assert_eq!(delimiter(b"a|b|c\n1|2|3\n"), b'|');
        assert_eq!(delimiter(b"id,note\n1,\"a;b;c\"\n2,x;y\n"), b',');
        assert_eq!(delimiter(b"id\n1\n"), b',');
        assert_eq!(delimiter(b""), b',');
    }
}

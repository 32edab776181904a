//! Korean text by a table that another decoder made: the browser's own takes most of the time of a large file.

use super::Decode;

const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xFE;
const TRAILS: std::ops::RangeInclusive<u8> = 0x41..=0xFE;
/// Trails of a lead.
const WIDTH: usize = (*TRAILS.end() - *TRAILS.start()) as usize + 1;

/// Decodes as the standard says: <https://encoding.spec.whatwg.org/#euc-kr-decoder>.
pub struct Korean {
    /// The character of each pair of lead and trail; 0 is none.
    table: Vec<u16>,
    /// A lead whose trail is still to come.
    lead: Option<u8>,
}

impl Korean {
    /// By a decoder that is given all pairs.
    pub fn new(whole: &mut dyn Decode) -> Korean {
        let pairs = LEADS.flat_map(|lead| TRAILS.map(move |trail| [lead, trail, b'\n']));
        let bytes: Vec<u8> = pairs.flatten().collect();
        let mut text = String::new();
        whole.decode(&bytes, true, &mut text);
        let only = |line: &str| {
            let mut chars = line.chars();
            let one = chars.next().filter(|c| *c != char::REPLACEMENT_CHARACTER)?;
            u16::try_from(u32::from(one))
                .ok()
                .filter(|_| chars.next().is_none())
        };
        Korean {
            table: text
                .split('\n')
                .map(|line| only(line).unwrap_or(0))
                .collect(),
            lead: None,
        }
    }

    fn pair(&self, lead: u8, trail: u8) -> Option<char> {
        let column = TRAILS.contains(&trail).then(|| trail - TRAILS.start())?;
        let at = usize::from(lead - LEADS.start()) * WIDTH + usize::from(column);
        let code = *self.table.get(at).filter(|code| **code != 0)?;
        char::from_u32(u32::from(code))
    }
}

impl Decode for Korean {
    fn decode(&mut self, piece: &[u8], last: bool, text: &mut String) {
        text.reserve(piece.len() + piece.len() / 2 + 4);
        let mut rest = piece;
        while let Some((&byte, after)) = rest.split_first() {
            if let Some(lead) = self.lead.take() {
                let known = self.pair(lead, byte);
                text.push(known.unwrap_or(char::REPLACEMENT_CHARACTER));
                // Behind a lead that has no trail a plain character stands for itself.
                if known.is_some() || !byte.is_ascii() {
                    rest = after;
                }
            } else if byte.is_ascii() {
                let plain = rest.iter().position(|byte| !byte.is_ascii());
                let (now, after) = rest.split_at(plain.unwrap_or(rest.len()));
                text.push_str(std::str::from_utf8(now).unwrap_or_default());
                rest = after;
            } else {
                rest = after;
                if LEADS.contains(&byte) {
                    self.lead = Some(byte);
                } else {
                    text.push(char::REPLACEMENT_CHARACTER);
                }
            }
        }
        if last && self.lead.take().is_some() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::Encoding;
    use crate::intake::encoding::native;
    use proptest::prelude::*;

    fn decoded(decoder: &mut dyn Decode, bytes: &[u8], piece: usize) -> String {
        let mut text = String::new();
        for piece in bytes.chunks(piece) {
            decoder.decode(piece, false, &mut text);
        }
        decoder.decode(&[], true, &mut text);
        text
    }

    fn korean() -> Korean {
        Korean::new(&mut *native(Encoding::EucKr))
    }

    #[test]
    fn every_pair_of_bytes_is_what_the_other_decoder_says() {
        let pairs = (0..=0xFFu8).flat_map(|a| (0..=0xFFu8).flat_map(move |b| [a, b, b'|']));
        let bytes: Vec<u8> = pairs.collect();
        let other = decoded(&mut *native(Encoding::EucKr), &bytes, bytes.len());
        for piece in [1, 2, bytes.len()] {
            assert!(decoded(&mut korean(), &bytes, piece) == other, "{piece}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_what_the_other_decoder_says(
            bytes in prop::collection::vec(prop_oneof![any::<u8>(), 0x80..=0xFFu8, prop::sample::select(&b"\n,\"A[z\x5c\x7c"[..])], 0..200),
            piece in 1usize..9,
        ) {
            let other = decoded(&mut *native(Encoding::EucKr), &bytes, bytes.len().max(1));
            prop_assert_eq!(decoded(&mut korean(), &bytes, piece), other);
        }
    }
}

//! Which encoding a file has, whether it is text at all, and its bytes as UTF-8.
//!
//! The tables of the old encodings are large, and every browser has them: a door brings its own [`Decode`]r.
//! Here the encoding is found, by the shape of the bytes; and [`Korean`] decodes by what such a decoder tells it once.

mod korean;
mod legacy;

pub use korean::Korean;

use crate::encoding::Encoding;
use std::borrow::Cow;

/// Turns the pieces of a file that is not UTF-8 into UTF-8; bytes that are no text become U+FFFD.
pub trait Decode {
    /// The text of the next piece. A character may be cut in two between pieces; `last` tells that none follows.
    fn decode(&mut self, piece: &[u8], last: bool, text: &mut String);
}

/// How a door makes its decoders.
pub type Decoders = fn(Encoding) -> Box<dyn Decode>;

/// The decoders of a terminal.
#[cfg(not(target_arch = "wasm32"))]
pub fn native(encoding: Encoding) -> Box<dyn Decode> {
    struct Native(encoding_rs::Decoder);
    impl Decode for Native {
        fn decode(&mut self, mut piece: &[u8], last: bool, text: &mut String) {
            loop {
                let room = self.0.max_utf8_buffer_length(piece.len()).unwrap_or(4096);
                text.reserve(room);
                let (result, read, _) = self.0.decode_to_string(piece, text, last);
                piece = piece.get(read..).unwrap_or_default();
                if result == encoding_rs::CoderResult::InputEmpty {
                    return;
                }
            }
        }
    }
    let of = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::EucKr => encoding_rs::EUC_KR,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
        Encoding::ShiftJis => encoding_rs::SHIFT_JIS,
        Encoding::Gb18030 => encoding_rs::GB18030,
    };
    Box::new(Native(of.new_decoder_with_bom_removal()))
}

/// What bytes show of their encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The likeliest first; never empty.
    pub(crate) encodings: Vec<Encoding>,
    /// Whether the first one is beyond doubt.
    pub(crate) certain: bool,
    /// What the file looks like where it is no text: `png`, `xlsx`, …
    pub(crate) no_text: Option<&'static str>,
    /// All bytes are ASCII so far: what follows may still show another encoding.
    pub(crate) ascii: bool,
}

impl Found {
    fn certainly(encoding: Encoding) -> Found {
        Found {
            encodings: vec![encoding],
            certain: true,
            ..Found::default()
        }
    }

    /// The likeliest.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encodings.first().copied().unwrap_or_default()
    }
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
];

/// Looks at a file's first bytes.
#[cfg_attr(feature = "scan", inline(never))]
pub(crate) fn detect(head: &[u8]) -> Found {
    let looks = MAGIC
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|&(_, looks)| looks);
    let looks = match looks {
        Some("zip") if contains(head, b"xl/") || contains(head, b"[Content_Types].xml") => {
            Some("xlsx")
        }
        other => other,
    };
    if looks.is_some() {
        return Found {
            no_text: looks,
            ..Found::certainly(Encoding::Utf8)
        };
    }
    match head {
        [0xEF, 0xBB, 0xBF, ..] => Found::certainly(Encoding::Utf8),
        [0xFF, 0xFE, ..] => Found::certainly(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => Found::certainly(Encoding::Utf16Be),
        _ => match stride(head) {
            Some(encoding) => Found::certainly(encoding),
            None if is_binary(head) => Found {
                no_text: Some("binary"),
                ..Found::certainly(Encoding::Utf8)
            },
            None => of_text(head),
        },
    }
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).take(4096).any(|w| w == what)
}

/// UTF-16 without a mark: NULs on every second byte, beside plain characters.
fn stride(head: &[u8]) -> Option<Encoding> {
    let head = head.get(..4096).unwrap_or(head);
    let plain = |b: u8| b.is_ascii_graphic() || b.is_ascii_whitespace();
    let (mut low_first, mut high_first, mut pairs, mut nuls) = (0, 0, 0, 0);
    for pair in head.chunks_exact(2) {
        pairs += 1;
        match *pair {
            [0, 0] => nuls += 1,
            [b, 0] => low_first += usize::from(plain(b)),
            [0, b] => high_first += usize::from(plain(b)),
            _ => {}
        }
    }
    // A character whose own low byte is 0 looks like one of the other order: 가 is U+AC00.
    // A stray NUL may stand here too.
    let many = |n: usize, other: usize| n >= 2 && n * 10 >= pairs && n > 10 * (other + nuls);
    if many(low_first, high_first) {
        Some(Encoding::Utf16Le)
    } else {
        many(high_first, low_first).then_some(Encoding::Utf16Be)
    }
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

/// The encoding of text without marks. Valid UTF-8 wins, and so does UTF-8 with a little damage.
pub(crate) fn of_text(head: &[u8]) -> Found {
    if head.is_ascii() {
        return Found {
            ascii: true,
            ..Found::certainly(Encoding::Utf8)
        };
    }
    // The text may be cut in its last character.
    let whole = match std::str::from_utf8(head) {
        Err(e) if e.error_len().is_none() => head.get(..e.valid_up_to()).unwrap_or_default(),
        Err(_) => &[],
        Ok(_) => head,
    };
    if !whole.is_ascii() {
        return Found::certainly(Encoding::Utf8);
    }
    // A character of three bytes or more is no accident, and one of two may be; beside a byte that is no UTF-8 any may.
    const TELLING: i64 = 3;
    let (mut valid, mut invalid, mut word, mut any) = (0, 0, 0, false);
    for chunk in head.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_ascii() {
                valid += word.max(0);
                word = 0;
            } else {
                any = true;
                word += if c.len_utf8() == 2 { 1 } else { TELLING };
            }
        }
        if !chunk.invalid().is_empty() {
            invalid += 1;
            word -= TELLING;
        }
    }
    valid += word.max(0);
    if valid > 0 && valid >= 2 * invalid {
        return Found::certainly(Encoding::Utf8);
    }
    let mut found = legacy::rank(head);
    found.encodings.extend(any.then_some(Encoding::Utf8));
    found
}

/// A file's first bytes as UTF-8, without a mark.
#[cfg_attr(feature = "scan", inline(never))]
pub(crate) fn head_text(head: &[u8], encoding: Encoding, decoders: Decoders) -> Cow<'_, [u8]> {
    if encoding == Encoding::Utf8 {
        return Cow::Borrowed(head.strip_prefix(MARK).unwrap_or(head));
    }
    let mut text = String::new();
    let whole = head.len() < super::guess::HEAD;
    decoders(encoding).decode(head, whole, &mut text);
    Cow::Owned(text.into_bytes())
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

    fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => {
                let name = encoding.word().as_bytes();
                let of = encoding_rs::Encoding::for_label(name).unwrap_or(encoding_rs::UTF_8);
                let (bytes, _, unmappable) = of.encode(text);
                assert!(!unmappable, "{text}");
                bytes.into_owned()
            }
        }
    }

    const TEXTS: [(&str, &[Encoding]); 8] = [
        (
            "고객번호,가입일,해지일\n가나다 주식회사,2024-01-01,\n",
            &[Encoding::EucKr],
        ),
        (
            "id,고객명\n1,똠방각하\n2,펲시\n3,햏자\n4,뷁\n",
            &[Encoding::EucKr],
        ),
        (
            "고객,금액\n김철수,1\n이영희,2\n박민수,3\n최지우,4\n",
            &[Encoding::EucKr],
        ),
        (
            "id,name\n1,Müller\n2,José\n3,Bäcker & Söhne\n4,Citroën\n5,Größe\n6,Ångström\n",
            &[Encoding::Windows1252],
        ),
        (
            "id,name,price\n1,Café Noël,12 €\n2,Ünal,£5\n3,Peña,\u{a0}1\n4,Façade,2\n5,Ærø,3\n",
            &[Encoding::Windows1252],
        ),
        (
            "顧客番号,登録日,解約日\n株式会社テスト,2024-01-01,\nさくら商事,2024-02-01,\n",
            &[Encoding::ShiftJis],
        ),
        (
            "客户编号,注册日期,取消日期\n北京科技有限公司,2024-01-01,\n上海贸易,2024-02-01,\n",
            &[Encoding::Gb18030],
        ),
        (
            "id,公司\n1,腾讯\n2,阿里巴巴\n3,华为技术\n4,深圳市大疆\n",
            &[Encoding::Gb18030],
        ),
    ];

    #[test]
    fn every_encoding_is_known_by_its_bytes() {
        for (text, legacy) in TEXTS {
            let unicode = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be];
            for &encoding in unicode.iter().chain(legacy) {
                let bytes = encoded(text, encoding);
                let found = detect(&bytes);
                assert_eq!(found.encoding(), encoding, "{text}");
                assert!(found.certain, "{encoding:?} {text}");
                for piece in [1, 2, 3, 7, bytes.len()] {
                    let mut decoder = native(encoding);
                    let mut read = String::new();
                    for piece in bytes.chunks(piece) {
                        decoder.decode(piece, false, &mut read);
                    }
                    decoder.decode(&[], true, &mut read);
                    assert_eq!(read, text);
                }
            }
        }
    }

    #[test]
    fn thin_evidence_is_uncertain_and_names_the_others() {
        let found = detect(&encoded("id,name\n1,가나\n2,b\n", Encoding::EucKr));
        assert_eq!((found.encoding(), found.certain), (Encoding::EucKr, false));
        assert!(found.encodings.len() > 1);
        let found = detect(b"id,name\n1,caf\xE9\n");
        assert_eq!(
            (found.encoding(), found.certain),
            (Encoding::Windows1252, false)
        );
    }

    #[test]
    fn words_of_a_column_that_look_like_damaged_utf8_are_of_the_old_encoding() {
        for word in ["기본", "기간", "분기별", "운동", "주기도"] {
            let text = format!("id,plan\n1,{word}\n2,{word}\n3,{word}\n");
            let found = detect(&encoded(&text, Encoding::EucKr));
            assert_eq!(found.encoding(), Encoding::EucKr, "{word}");
            assert!(found.encodings.contains(&Encoding::Utf8), "{word}");
        }
    }

    #[test]
    fn half_width_kana_are_japanese_and_uncertain() {
        let text = "ｺｰﾄﾞ,名前\n1,ｶﾌﾞｼｷｶﾞｲｼｬ 東京\n2,ｱｲｳｴｵ 商事\n3,ｻｸﾗｼｮｳｼﾞ\n4,ﾔﾏﾀﾞ ﾀﾛｳ\n";
        let found = detect(&encoded(text, Encoding::ShiftJis));
        assert_eq!(
            (found.encoding(), found.certain),
            (Encoding::ShiftJis, false)
        );
    }

    #[test]
    fn one_damaged_byte_changes_no_encoding() {
        let mut bytes = "id,name\n1,가나다\n2,라마\n".as_bytes().to_vec();
        bytes.push(0xC7);
        bytes.push(b'\n');
        assert_eq!(detect(&bytes).encoding(), Encoding::Utf8);
        let text = "가나다".repeat(50);
        for cut in 0..6 {
            let found = detect(&text.as_bytes()[..text.len() - cut]);
            assert_eq!((found.encoding(), found.certain), (Encoding::Utf8, true));
        }
    }

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

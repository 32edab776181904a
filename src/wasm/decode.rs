//! Other encodings than UTF-8 by the browser's own decoder.

use crate::encoding::Encoding;
use crate::intake::{Decode, Korean};
use web_sys::{TextDecodeOptions, TextDecoder};

/// The browser's decoder for an encoding.
pub(super) fn browser(encoding: Encoding) -> Box<dyn Decode> {
    // Every browser knows these labels; without a decoder the text is empty, and the file has no row.
    let mut browser = Browser(TextDecoder::new_with_label(encoding.word()).ok());
    if cfg!(feature = "scan") && encoding == Encoding::EucKr {
        return Box::new(Korean::new(&mut browser));
    }
    Box::new(browser)
}

struct Browser(Option<TextDecoder>);

impl Decode for Browser {
    fn decode(&mut self, piece: &[u8], last: bool, text: &mut String) {
        let Some(decoder) = &self.0 else { return };
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        if let Ok(decoded) = decoder.decode_with_u8_array_and_options(piece, &options) {
            text.push_str(&decoded);
        }
    }
}

//! The encodings of text that files come in.

use crate::value::words;

words! {
    /// An encoding that is read. Its word is the label that a browser's `TextDecoder` takes.
    #[derive(Default)]
    Encoding {
        /// With or without a byte-order mark.
        #[default]
        Utf8 "utf-8",
        /// With or without a byte-order mark.
        Utf16Le "utf-16le",
        /// With or without a byte-order mark.
        Utf16Be "utf-16be",
        /// CP949, which holds EUC-KR.
        EucKr "euc-kr",
        /// The old encoding of western Europe.
        Windows1252 "windows-1252",
        /// Japanese.
        ShiftJis "shift_jis",
        /// Chinese; it holds GBK and GB2312.
        Gb18030 "gb18030",
    }
}

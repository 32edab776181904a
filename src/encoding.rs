//! The encodings of text that files come in.

use serde::{Deserialize, Serialize};

/// An encoding that is read, by its name in the WHATWG's list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// With or without a byte-order mark.
    #[serde(rename = "utf-8")]
    #[default]
    Utf8,
    /// With or without a byte-order mark.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// With or without a byte-order mark.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// CP949, which holds EUC-KR.
    #[serde(rename = "euc-kr")]
    EucKr,
    /// The old encoding of western Europe.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// Japanese.
    #[serde(rename = "shift_jis")]
    ShiftJis,
    /// Chinese; it holds GBK and GB2312.
    #[serde(rename = "gb18030")]
    Gb18030,
}

impl Encoding {
    /// The name in reports and settings, and the label that a browser's `TextDecoder` takes.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::EucKr => "euc-kr",
            Encoding::Windows1252 => "windows-1252",
            Encoding::ShiftJis => "shift_jis",
            Encoding::Gb18030 => "gb18030",
        }
    }
}

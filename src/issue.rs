//! Something worth a look in a file: a code from a closed list, its place, and what stands there.
//! The sentences are in `www/locales/`, one message a code; nothing here knows a human language.

use crate::order::Sorted;
use serde::Serialize;

/// How bad it is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A file, or the rest of one, was not read.
    Error,
    /// Rows or values were set aside.
    Warning,
    /// Something was decided that the reader may decide otherwise.
    Question,
    /// Nothing was lost; it explains a number.
    Note,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $severity:ident $text:literal,)*) => {
        /// What happened. Every code has a message in each locale.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Serialize for Code {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.text())
            }
        }

        impl Code {
            /// All of them, worst first where that matters.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code's word in reports and message files.
            pub fn text(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Whole files.
    /// The file has no bytes, or only blank lines.
    FileEmpty Error "file-empty",
    /// There is a header and no row.
    FileHeaderOnly Error "file-header-only",
    /// The bytes are no text: a picture, a workbook, an archive. args: `looks`.
    FileNotText Error "file-not-text",
    /// No kind of file fits the columns. args: `columns`.
    FileUnrecognised Error "file-unrecognised",
    /// The kind needs a column that is not there. args: `kind`, `role`.
    ColumnMissing Error "column-missing",
    /// The same bytes were given before. args: `first`.
    FileRepeated Error "file-repeated",

    // Rows set aside.
    /// A required id is blank.
    IdMissing Warning "id-missing",
    /// A required date, `end` or `cancelled` cannot be read. args: `text`.
    DateUnreadable Warning "date-unreadable",
    /// The end is not after the start. args: `start`, `end`.
    EndBeforeStart Warning "end-before-start",
    /// A negative amount. args: `text`.
    AmountNegative Warning "amount-negative",
    /// A blank or unreadable amount gives no term. args: `text`.
    AmountUnreadable Warning "amount-unreadable",
    /// A number that no report can hold exactly. args: `text`.
    NumberTooLarge Warning "number-too-large",
    /// The interval is no known word. args: `text`.
    IntervalUnknown Warning "interval-unknown",
    /// More fields than the header, and the surplus is not blank. args: `fields`, `expected`.
    RowRagged Warning "row-ragged",
    /// A cell longer than any that is read. args: `length`.
    CellTooLong Warning "cell-too-long",
    /// A quote is opened and never closed; its row ends with its line. args: `text`.
    QuoteUnclosed Warning "quote-unclosed",
    /// Equal rows of a customers file, counted once. args: `first` (line).
    CustomerRepeated Warning "customer-repeated",
    /// Different rows of one customer; one of them stands. args: `text`, `stands` (line).
    CustomerConflict Warning "customer-conflict",
    /// Equal rows of subscriptions that a row id shows to be one.
    TermRepeated Warning "term-repeated",
    /// Another currency than the report's. args: `currency`, `sum`, `report`.
    CurrencyOther Warning "currency-other",
    /// A column says that the row is a test. args: `text`.
    TestMode Warning "test-mode",
    /// A refund that names no invoice of its customer. args: `text`.
    RefundUnmatched Warning "refund-unmatched",

    // Values taken as blank.
    /// A date that is not required cannot be read; it counts as blank. args: `text`.
    DateIgnored Warning "date-ignored",
    /// A number cannot be read; it counts as blank. args: `text`.
    NumberIgnored Warning "number-ignored",
    /// Neither yes nor no; it counts as blank. args: `text`.
    YesNoIgnored Warning "yes-no-ignored",
    /// Fewer fields than the header; the missing ones count as blank. args: `fields`, `expected`.
    RowShort Warning "row-short",
    /// The sum of a customer's usage values is more than can be held; they count 0. args: `customers`, `text`.
    SumTooLarge Warning "sum-too-large",
    /// Bytes that are no text were replaced.
    TextDamaged Warning "text-damaged",
    /// A table beside the one that is read. args: `columns`, `rows`.
    TableOther Warning "table-other",
    /// A spreadsheet made a rounded number of an id; it counts as the text that it is. args: `text`.
    IdRounded Warning "id-rounded",

    // Decisions that the reader may want otherwise.
    /// Too few characters tell the encoding. args: `encoding`, `others`.
    EncodingGuessed Question "encoding-guessed",
    /// No line names the columns; they are numbered.
    HeaderMissing Question "header-missing",
    /// Two columns could have taken one role. args: `role`, `other`.
    ColumnUncertain Question "column-uncertain",
    /// The column's name hardly says so, and no other fits better. args: `role`.
    ColumnGuessed Question "column-guessed",
    /// No value tells whether the month, the day or the year comes first. args: `role`, `reading`, `text`.
    DateOrderGuessed Question "date-order-guessed",
    /// No value tells whether the point or the comma is the decimal sign. args: `role`, `reading`, `text`.
    DecimalSignGuessed Question "decimal-sign-guessed",
    /// Many customers end on the day where the file ends. args: `date`, `stopped`, `of`.
    CutSuspected Question "cut-suspected",
    /// A start far after every other day does not move the as-of date. args: `date`.
    StartFarAhead Question "start-far-ahead",
    /// Ids that differ only in case, blanks or width are different customers. args: `customers`, `joined`, `text`.
    IdsAlike Question "ids-alike",
    /// Whole periods between the first and the last use without a row. args: `grain`, `date`, `until`, `periods`.
    UsageGap Question "usage-gap",
    /// The usage files end well before the as-of date. args: `date`, `as_of`, `days`.
    UsageEndsEarly Question "usage-ends-early",

    // Explanations.
    /// Titles, comments, totals and notes around the rows. args: `text`.
    LinesOutside Note "lines-outside",
    /// The header stands again among the rows.
    HeaderRepeated Note "header-repeated",
    /// Bytes of value 0 were left out of the text.
    NulDropped Note "nul-dropped",
    /// Ids that differ only in case, blanks or width are one customer, as the settings say. args: `customers`, `joined`, `text`.
    IdsJoined Note "ids-joined",
    /// The status of an invoice, or the kind of a line, says that it does not count. args: `text`.
    InvoiceNotCounted Note "invoice-not-counted",
    /// A line of an earlier file stands here again, and both count. args: `text` (the customer).
    InvoiceTwice Warning "invoice-twice",
    /// Invoices without a period and an interval serve as long as the gaps between them say.
    IntervalInferred Note "interval-inferred",
    /// Usage of customers that the customers file does not list. args: `customers`, `text`.
    UsageUnknownCustomer Note "usage-unknown-customer",
    /// Terms of customers that the customers file does not list. args: `customers`, `text`.
    TermUnknownCustomer Note "term-unknown-customer",
    /// Customers with a price and no term. args: `customers`, `text`.
    PriceWithoutTerm Note "price-without-term",
    /// Customers whom the customers file marks as gone, whom nothing tells the day of: they count as paying.
    ChurnedWithoutDay Warning "churned-without-day",
    /// Equal rows of a subscriptions file count as two terms.
    TermEqual Note "term-equal",
    /// Customers with several terms at once; their MRR adds. args: `customers`, `text`.
    TermsOverlap Note "terms-overlap",
    /// Days after the as-of date: they have not happened. args: `date`.
    AfterAsOf Note "after-as-of",
    /// Customers who came and left inside one period stand in no movement. args: `customers`, `text`.
    WithinPeriod Note "within-period",
}

/// What a sentence needs, by name.
pub type Args = Sorted<&'static str, Arg>;

/// One value of an issue's `args`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// A count.
    Number(i64),
    /// Text from a file, cut to a readable length, or a day.
    Text(String),
}

/// Several texts as one, parted by commas.
pub fn listed(texts: &mut dyn Iterator<Item = &str>) -> String {
    let mut list = String::from(texts.next().unwrap_or_default());
    for text in texts {
        list.push_str(", ");
        list.push_str(text);
    }
    list
}

impl From<i64> for Arg {
    fn from(n: i64) -> Arg {
        Arg::Number(n)
    }
}

impl From<&str> for Arg {
    /// Long text is cut at 80 characters.
    fn from(text: &str) -> Arg {
        let mut cut: String = text.chars().take(80).collect();
        if cut.len() < text.len() {
            cut.push('…');
        }
        Arg::Text(cut)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::from(text.as_str())
    }
}

/// One thing to look at. Equal ones (same code, file, column) are gathered: the first line is named, `count` tells how many.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Issue {
    /// What happened.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The file's name, where it is one file's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The first line concerned; the header is line 1 of a plain file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The column's header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Rows, values or customers concerned.
    pub count: u64,
    /// What the sentence needs.
    pub args: Args,
}

impl Issue {
    /// An issue without a place.
    pub fn new(code: Code) -> Issue {
        Issue {
            code,
            severity: code.severity(),
            file: None,
            line: None,
            column: None,
            count: 1,
            args: Args::new(),
        }
    }

    /// Names the file.
    pub fn in_file(mut self, file: &str) -> Issue {
        self.file = Some(file.to_owned());
        self
    }

    /// Names the line.
    pub fn at_line(mut self, line: u64) -> Issue {
        self.line = Some(line);
        self
    }

    /// Names the column.
    pub fn in_column(mut self, column: &str) -> Issue {
        self.column = Some(column.to_owned());
        self
    }

    /// Adds what the sentence needs.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Issue {
        self.args.insert(name, arg.into());
        self
    }
}

//! What certain tools write: spreadsheets of several countries, a report, exports and a dump.

use super::{DATED, Made, cp949, date, encoding, money};
use crate::reading::choice::Choice;
use crate::reading::headers::KOREAN;
use crate::reading::shape::{AFTERS, After, BEFORES, Before, ENDS, Encoding};
use crate::reading::tables::{EUR, Script};

pub(super) fn add(made: &mut Made) {
    let before = |wanted| BEFORES.iter().position(|b| b.0 == wanted).unwrap_or(0);
    let after = |wanted| AFTERS.iter().position(|a| a.0 == wanted).unwrap_or(0);
    let crlf = ENDS.iter().position(|e| e.0 == ["\r\n"]).unwrap_or(0);
    for kind in DATED {
        // Excel in Seoul.
        for (day, amount) in [
            ("2024. 3. 5.", "12,000원"),
            ("2024년 3월 5일", "￦12,000 with the wide sign"),
            ("2024-03-05 14:03", "full-width digits"),
        ] {
            let mut choice = cp949(kind).money(money(amount));
            choice.spelling = KOREAN;
            choice.cells.date = date(day);
            choice.shape.end = crlf;
            made.add(&format!("excel-in-seoul-{:02}", date(day)), choice, &[]);
        }
        // Excel in Munich and in Paris.
        let mut choice = Choice::plain(kind, Script::Latin).money(money("1.234,50"));
        choice.shape.encoding = encoding(Encoding::Windows1252);
        choice.shape.delimiter = 1;
        choice.shape.end = crlf;
        choice.cells.date = date("05.03.2024");
        made.add("excel-in-munich", choice, &[]);
        choice.shape.before = before(Before::Sep);
        made.add("excel-in-munich-sep", choice, &[]);
        choice = choice.money(money("1 234,50 with no-break spaces"));
        choice.world.currency = EUR;
        choice.shape.before = 0;
        choice.cells.date = date("05/03/2024");
        made.add("excel-in-paris", choice, &[]);
        // Excel in Tokyo, and what it calls text in Unicode.
        let mut choice =
            Choice::encoded(kind, encoding(Encoding::ShiftJis), 0).money(money("1,234.50"));
        choice.shape.end = crlf;
        choice.cells.date = date("2024/3/5");
        made.add("excel-in-tokyo", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Korean);
        choice.shape.encoding = encoding(Encoding::Utf16LeMarked);
        choice.shape.delimiter = 2;
        choice.shape.end = crlf;
        made.add("excel-unicode-text", choice, &[]);
        // A report of Salesforce, an export of Stripe, one of Google, a dump of a database.
        let mut choice = Choice::plain(kind, Script::Ascii)
            .spelled(1)
            .money(money("$1,234.50"));
        choice.shape.quote = 1;
        choice.shape.end = crlf;
        choice.shape.after = after(After::All);
        choice.cells.date = date("3/5/2024");
        made.add("salesforce", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Ascii).spelled(4);
        choice.cells.date = date("2024-03-05 14:03");
        made.add("stripe", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Ascii).spelled(1);
        choice.shape.before = before(Before::Comments);
        choice.cells.date = date("20240305");
        made.add("google", choice, &[]);
        let mut choice = Choice::plain(kind, Script::Korean);
        choice.shape.delimiter = 2;
        choice.cells.blank = 3;
        choice.shape.quote = 2;
        made.add("database", choice, &[]);
    }
}

//! How a cell may be written.

use super::tables::{CHF, Cell, Currency, EUR, KRW, USD, World, blocks};
use crate::sample::days::{date, day_of, weekday, ymd};
use std::sync::LazyLock;

/// One way to write something: its words in the manifest, and what groups it with others of its sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateForm {
    pub(super) word: &'static str,
    pub(super) sort: &'static str,
    /// Year `Y`, month `M`/`m` (two digits or as many as needed), day `D`/`d`, year of two digits `y`, month's name
    /// `N` (short) or `n` (long), weekday `W`.
    day: &'static str,
    time: TimeForm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TimeForm {
    /// After the date, where the cell has a time: hour `H` or `h` of twelve, minute `I`, second `S`, `P` AM or PM,
    /// `A` its Korean word.
    After(&'static str),
    /// The same, also where the cell is a date.
    Always(&'static str),
    /// The same, in a zone of its own, so many hours east.
    Zoned(&'static str, i32),
    /// The second since 1970, times so many.
    Seconds(i64),
    /// Days since the last day but one of 1899.
    Excel,
}
use TimeForm::{After, Always, Excel, Seconds, Zoned};

pub(super) static DATES: LazyLock<Vec<DateForm>> = LazyLock::new(|| {
    let form = |[line]: [Vec<&'static str>; 1]| {
        let (time, number) = line[3].split_once(' ').unwrap_or((line[3], ""));
        let number = number.parse().unwrap_or(0);
        DateForm {
            word: line[0],
            sort: line[1],
            day: line[2],
            time: match time {
                "after" => After(line[4]),
                "always" => Always(line[4]),
                "zoned" => Zoned(line[4], number),
                "seconds" => Seconds(number.into()),
                _ => Excel,
            },
        }
    };
    blocks(include_str!("dates.txt")).map(form).collect()
});

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl DateForm {
    /// Month or day may stand first, and only a day over the twelfth tells which.
    pub(super) fn two_ways(self) -> bool {
        matches!(self.sort, "day first" | "month first")
    }

    /// A day and perhaps its second in UTC; the column is so many hours east.
    fn write(self, day: i32, second: Option<u32>, east: i32) -> String {
        let absolute = i64::from(day) * 86_400 + i64::from(second.unwrap_or(0));
        let (layout, hours) = match self.time {
            Seconds(times) => return (absolute * times).to_string(),
            After(_) if second.is_none() => ("", 0),
            After(layout) | Always(layout) => (layout, east),
            Zoned(layout, hours) => (layout, hours),
            Excel => ("", if second.is_none() { 0 } else { east }),
        };
        let local = absolute + i64::from(hours) * 3600;
        let (day, second) = (
            local.div_euclid(86_400) as i32,
            local.rem_euclid(86_400) as u32,
        );
        if self.time == Excel {
            let serial = day - day_of(1899, 12, 30);
            let millionths = (u64::from(second) * 1_000_000 + 43_200) / 86_400;
            return match millionths {
                0 => serial.to_string(),
                _ => format!("{serial}.{millionths:06}"),
            };
        }
        filled(self.day, day, second) + &filled(layout, day, second)
    }
}

fn filled(layout: &str, day: i32, second: u32) -> String {
    let (y, m, d) = ymd(day);
    let (hour, minute) = (second / 3600, second / 60 % 60);
    let name = MONTHS[m as usize - 1];
    let mut text = String::new();
    for c in layout.chars() {
        text += &match c {
            'Y' => format!("{y:04}"),
            'y' => format!("{:02}", y % 100),
            'M' => format!("{m:02}"),
            'm' => m.to_string(),
            'D' => format!("{d:02}"),
            'd' => d.to_string(),
            'N' => name[..3].to_owned(),
            'n' => name.to_owned(),
            'W' => {
                ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday(day) as usize].to_owned()
            }
            'H' => format!("{hour:02}"),
            'h' => ((hour + 11) % 12 + 1).to_string(),
            'I' => format!("{minute:02}"),
            'S' => format!("{:02}", second % 60),
            'P' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            'A' => if hour < 12 { "오전" } else { "오후" }.to_owned(),
            other => other.to_string(),
        };
    }
    text
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MoneyForm {
    pub(super) word: &'static str,
    pub(super) currency: Currency,
    before: &'static str,
    group: &'static str,
    point: &'static str,
    after: &'static str,
    negative: [&'static str; 2],
    wide: bool,
}

const fn money(
    word: &'static str,
    currency: Currency,
    before: &'static str,
    group: &'static str,
    point: &'static str,
    after: &'static str,
) -> MoneyForm {
    MoneyForm {
        word,
        currency,
        before,
        group,
        point,
        after,
        negative: ["-", ""],
        wide: false,
    }
}

pub(super) const MONEY: &[MoneyForm] = &[
    money("1234.50", USD, "", "", ".", ""),
    money("1,234.50", USD, "", ",", ".", ""),
    money("1.234,50", EUR, "", ".", ",", ""),
    money("1234,50", EUR, "", "", ",", ""),
    money("1 234,50", EUR, "", " ", ",", ""),
    money("1 234,50 with no-break spaces", EUR, "", "\u{a0}", ",", ""),
    money(
        "1 234,50 with narrow no-break spaces",
        EUR,
        "",
        "\u{202f}",
        ",",
        "",
    ),
    money("1'234.50", CHF, "", "'", ".", ""),
    money("$1,234.50", USD, "$", ",", ".", ""),
    money("1.234,50 €", EUR, "", ".", ",", " €"),
    money("€1,234.50", EUR, "€", ",", ".", ""),
    money("₩12,000", KRW, "₩", ",", "", ""),
    money("￦12,000 with the wide sign", KRW, "￦", ",", "", ""),
    money("12,000원", KRW, "", ",", "", "원"),
    money("12000", KRW, "", "", "", ""),
    money("1,234.50 USD", USD, "", ",", ".", " USD"),
    money("CHF 1'234.50", CHF, "CHF ", "'", ".", ""),
    MoneyForm {
        wide: true,
        ..money("full-width digits", KRW, "", ",", "", "")
    },
    MoneyForm {
        negative: ["(", ")"],
        ..money("(12.00)", USD, "", ",", ".", "")
    },
    MoneyForm {
        negative: ["", "-"],
        ..money("12.00-", USD, "", ",", ".", "")
    },
];

impl MoneyForm {
    /// Only the way of a minus sign is new in it.
    pub(super) fn is_about_minus(self) -> bool {
        self.negative != ["-", ""]
    }

    fn write(self, amount: i64) -> String {
        let (whole, cents) = if self.currency.cents {
            (
                amount.abs() / 100,
                format!("{}{:02}", self.point, amount.abs() % 100),
            )
        } else {
            (amount.abs(), String::new())
        };
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped += self.group;
            }
            grouped.push(c);
        }
        let mut text = format!("{}{grouped}{cents}{}", self.before, self.after);
        if self.wide {
            let wide = |c: char| {
                c.to_digit(10)
                    .and_then(|d| char::from_u32(u32::from('０') + d))
            };
            text = text.chars().map(|c| wide(c).unwrap_or(c)).collect();
        }
        if amount < 0 {
            text = format!("{}{text}{}", self.negative[0], self.negative[1]);
        }
        text
    }
}

/// Words for "no value"; the last two only in the place of a day, the last only of an end.
pub(super) const BLANKS: &[&str] = &[
    "",
    "-",
    "NULL",
    "\\N",
    "N/A",
    "null",
    "None",
    "NaN",
    "없음",
    "미정",
    "0000-00-00",
    "9999-12-31",
];

pub(super) const YES_NO: &[[&str; 2]] = &[
    ["yes", "no"],
    ["Y", "N"],
    ["true", "false"],
    ["1", "0"],
    ["예", "아니오"],
    ["O", "X"],
    ["TRUE", "FALSE"],
];

/// How an id is written.
pub(super) const IDS: &[&str] = &["007", "=\"007\"", " 007 "];

/// How each cell of a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) date: usize,
    pub(super) money: Option<usize>,
    pub(super) blank: usize,
    pub(super) yes_no: usize,
    pub(super) id: usize,
    /// Hours that the header says the column is east of UTC.
    pub(super) east: i32,
}

impl Cells {
    /// The plainest way.
    pub(super) const PLAIN: Cells = Cells {
        date: 0,
        money: None,
        blank: 0,
        yes_no: 0,
        id: 0,
        east: 0,
    };

    pub(super) fn write(self, cell: &Cell, world: World) -> String {
        let blank = |day: bool, end: bool| match BLANKS[self.blank] {
            "0000-00-00" if !day => "",
            "9999-12-31" if !end => "",
            word => word,
        };
        let date = DATES[self.date];
        let day = |day: &Option<i32>, end: bool| match day {
            None => blank(true, end).to_owned(),
            Some(day) => {
                let second = matches!(date.time, Always(_) | Zoned(..)).then_some(0);
                date.write(*day, second, self.east)
            }
        };
        match cell {
            Cell::Id(id) => match self.id {
                0 => (*id).to_owned(),
                1 => format!("=\"{id}\""),
                _ => format!(" {id} "),
            },
            Cell::Text(text) if text.is_empty() => blank(false, false).to_owned(),
            Cell::Text(text) => text.clone(),
            Cell::Day(d) => day(d, false),
            Cell::End(d) => day(d, true),
            Cell::Stamp(d, second) => date.write(*d, Some(*second), self.east),
            Cell::Money(None) => blank(false, false).to_owned(),
            Cell::Money(Some(amount)) => {
                let plain = MoneyForm {
                    currency: world.currency,
                    ..MONEY[0]
                };
                self.money.map_or(plain, |at| MONEY[at]).write(*amount)
            }
            Cell::Currency => world.currency.code.to_owned(),
            Cell::Number(n) => n.to_string(),
            Cell::YesNo(None) => blank(false, false).to_owned(),
            Cell::YesNo(Some(yes)) => YES_NO[self.yes_no][usize::from(!yes)].to_owned(),
            Cell::Yearly(yearly) => world.interval(*yearly).to_owned(),
        }
    }
}

/// The last day that the rows tell of.
pub(super) fn last_day(day: i32) -> String {
    date(day)
}

//! A file of the suite, and what can be chosen about it.

use super::forms::{BLANKS, Cells, DATES, IDS, MONEY, YES_NO};
use super::headers::{KOREAN, SPELLINGS};
use super::shape::{
    self, AFTERS, After, BEFORES, Before, DELIMITERS, ENCODINGS, ENDS, Encoding, HEADERS, Header,
    ODDS, Odd, QUOTES, Shape, Written,
};
use super::tables::{Cell, KRW, Kind, Script, USD, World};

/// A file of the suite.
pub(super) struct Variant {
    pub(super) name: String,
    /// What it varies, in words.
    pub(super) varies: Vec<String>,
    pub(super) world: World,
    pub(super) bytes: Vec<u8>,
    /// What it is bound to raise.
    pub(super) issues: Vec<&'static str>,
    /// What it is read under, where that is not the default.
    pub(super) settings: Option<String>,
    /// Rows that are set aside.
    pub(super) aside: usize,
    /// Whether it is the same cell by cell before anything is made of them.
    pub(super) same_cells: bool,
    /// Whether a Hangul syllable stands in it.
    pub(super) korean: bool,
}

/// What can be chosen about a file.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) world: World,
    pub(super) shape: Shape,
    pub(super) cells: Cells,
    pub(super) spelling: usize,
}

impl Choice {
    pub(super) fn plain(kind: Kind, script: Script) -> Choice {
        let korean = script == Script::Korean;
        Choice {
            world: World {
                kind,
                script,
                currency: if korean { KRW } else { USD },
                early: false,
            },
            shape: Shape::PLAIN,
            cells: Cells::PLAIN,
            spelling: if korean { KOREAN } else { 0 },
        }
    }

    /// The table in the encoding, in characters that it has.
    pub(super) fn encoded(kind: Kind, encoding: usize, turn: usize) -> Choice {
        const ANY: [Script; 5] = [
            Script::Korean,
            Script::Latin,
            Script::Korean,
            Script::Japanese,
            Script::Chinese,
        ];
        let script = match ENCODINGS[encoding].0 {
            Encoding::Cp949 => Script::Korean,
            Encoding::Windows1252 => Script::Latin,
            Encoding::ShiftJis => Script::Japanese,
            Encoding::Gb18030 => Script::Chinese,
            _ => ANY[turn % ANY.len()],
        };
        let mut choice = Choice::plain(kind, script);
        choice.shape.encoding = encoding;
        choice
    }

    pub(super) fn money(mut self, money: usize) -> Choice {
        if self.world.kind != Kind::Marks {
            self.cells.money = Some(money);
            self.world.currency = MONEY[money].currency;
        }
        self
    }

    pub(super) fn spelled(mut self, spelling: usize) -> Choice {
        self.spelling = spelling;
        self.cells.east = SPELLINGS[spelling].east;
        self
    }

    pub(super) fn written(&self) -> Written {
        let (world, cells) = (self.world, self.cells);
        let rows = world.rows();
        let sum = |at: usize| {
            let amounts = rows.iter().map(|row| match row[at] {
                Cell::Money(Some(amount)) => amount,
                _ => 0,
            });
            cells.write(&Cell::Money(Some(amounts.sum())), world)
        };
        let roles = world.kind.roles();
        let money = roles
            .iter()
            .position(|role| matches!(*role, "mrr" | "amount" | "value"));
        let units = roles.iter().map(|role| match *role {
            "signup" | "cancelled" | "last_active" | "start" | "end" | "at" => "date",
            "mrr" | "amount" | "value" | "tenure" => "number",
            _ => "text",
        });
        let korean = world.script == Script::Korean;
        Written {
            header: SPELLINGS[self.spelling]
                .of(world.kind)
                .iter()
                .map(|&word| word.to_owned())
                .collect(),
            total: (
                if korean { "합계" } else { "Total" },
                Some(money.map_or((2, "20".to_owned()), |at| (at, sum(at)))),
            ),
            units: units.collect(),
            title: if korean {
                ["내보낸 목록", "기준일 2024-07-31"]
            } else {
                ["Exported list", "As of 2024-07-31"]
            },
            groups: if korean {
                ["고객 정보", "상세"]
            } else {
                ["Customer", "Details"]
            },
            rows: rows
                .iter()
                .map(|row| row.iter().map(|cell| cells.write(cell, world)).collect())
                .collect(),
        }
    }

    /// The file; none where this table cannot be written so.
    pub(super) fn make(&self, name: String) -> Option<Variant> {
        let kind = self.world.kind;
        let usage = kind == Kind::Usage;
        let dated = kind != Kind::Marks;
        let nothing_to_tell = self.cells.money.is_some_and(|m| MONEY[m].is_about_minus()) && !usage
            || self.cells.blank >= 10 && (usage || !dated)
            || self.world.early && !DATES[self.cells.date].two_ways();
        if nothing_to_tell {
            return None;
        }
        let text = shape::text(self.shape, &self.written())?;
        let bytes = ENCODINGS[self.shape.encoding].0.bytes(&text)?;
        let odd = ODDS[self.shape.odd].0;
        let header = HEADERS[self.shape.header].0;
        let same_cells = self.cells == Cells::PLAIN
            && self.spelling == Choice::plain(kind, self.world.script).spelling
            && matches!(header, Header::One | Header::Repeated)
            && !matches!(odd, Odd::Surplus | Odd::Unclosed | Odd::Nul | Odd::Tables);
        Some(Variant {
            name,
            varies: self.words(),
            world: self.world,
            korean: text.contains(|c| ('가'..='힣').contains(&c)),
            issues: self.issues(),
            aside: usize::from(matches!(odd, Odd::Surplus | Odd::Unclosed)),
            same_cells,
            settings: None,
            bytes,
        })
    }

    /// What is not as in the plainest file.
    pub(super) fn words(&self) -> Vec<String> {
        let Choice { shape, cells, .. } = self;
        let mut words = vec![ENCODINGS[shape.encoding].1.to_owned()];
        let mut tell = |choice: usize, word: &str| {
            if choice > 0 {
                words.push(word.to_owned());
            }
        };
        tell(shape.delimiter, DELIMITERS[shape.delimiter].1);
        tell(shape.quote, QUOTES[shape.quote].3);
        tell(shape.end, ENDS[shape.end].1);
        tell(shape.before, BEFORES[shape.before].1);
        tell(shape.header, HEADERS[shape.header].1);
        tell(shape.after, AFTERS[shape.after].1);
        tell(shape.odd, ODDS[shape.odd].1);
        if self.spelling != Choice::plain(self.world.kind, self.world.script).spelling {
            tell(1, SPELLINGS[self.spelling].word);
        }
        tell(cells.date, &format!("dates as {}", DATES[cells.date].word));
        if let Some(money) = cells.money {
            tell(1, &format!("amounts as {}", MONEY[money].word));
        }
        tell(cells.blank, &format!("no value as {}", BLANKS[cells.blank]));
        tell(
            cells.yes_no,
            &format!("yes and no as {}", YES_NO[cells.yes_no].join(" and ")),
        );
        tell(cells.id, &format!("ids as {}", IDS[cells.id].trim_end()));
        if self.world.early {
            tell(1, "no day over the twelfth");
        }
        words
    }

    /// What the file is bound to raise.
    pub(super) fn issues(&self) -> Vec<&'static str> {
        let mut issues = Vec::new();
        match ODDS[self.shape.odd].0 {
            Odd::Short => issues.push("row-short"),
            Odd::Surplus => issues.push("row-ragged"),
            Odd::Unclosed => issues.push("quote-unclosed"),
            Odd::Nul => issues.push("nul-dropped"),
            Odd::Tables => issues.push("table-other"),
            _ => {}
        }
        if HEADERS[self.shape.header].0 == Header::Repeated {
            issues.push("header-repeated");
        }
        let above = matches!(
            BEFORES[self.shape.before].0,
            Before::Title | Before::Comments | Before::All
        );
        let below = matches!(
            AFTERS[self.shape.after].0,
            After::Total | After::Copyright | After::All
        );
        if above || below {
            issues.push("lines-outside");
        }
        if BLANKS[self.cells.blank] == "N/A" && self.world.kind == Kind::Customers {
            issues.push("date-ignored"); // an optional day; an end runs on
        }
        issues
    }
}

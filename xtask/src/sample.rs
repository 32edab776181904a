//! The sample: a small Korean SaaS over two years, made up and always the same. It has no clock and no chance but
//! its own generator, so that the files in `www/sample/` can be held against it byte for byte.
//!
//! A shop joins, pays month by month, may change its plan, leave and come back; apart from that it uses the product
//! daily, now and then, or never, and may go silent while it goes on paying. Nothing here knows a figure of the
//! report: what the sample shows comes out of these rules.

pub(crate) mod days;
pub(crate) mod luck;
mod words;

use days::{date, day_of, month_start, months_after, weekday};
use luck::Luck;
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use words::{CHANNELS, ENGLISH, EVENTS, FIRST_WORDS, OWNERS, PEOPLE, PLANS, REGIONS, SECOND_WORDS};

/// The files in the order in which they are offered.
pub(crate) const FILES: [&str; 3] = ["고객목록.csv", "구독내역.csv", "usage_events.csv"];

/// Writes the three files and `index.json`, the list of their names, into the folder.
pub(crate) fn write(dir: &Path) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let shops = shops();
    for (name, text) in FILES
        .iter()
        .zip([customers(&shops), terms(&shops), usage(&shops)])
    {
        std::fs::write(dir.join(name), text)?;
    }
    let quoted: Vec<String> = FILES.iter().map(|name| format!("\"{name}\"")).collect();
    std::fs::write(dir.join("index.json"), format!("[{}]\n", quoted.join(", ")))
}

// ---- the world ----

/// The first month, as months since the year 0.
const FIRST_MONTH: i32 = 2024 * 12 + 10; // November 2024
/// Months, the one that still runs among them.
const MONTHS: i32 = 24;
/// The last day of the files.
const LAST_DAY: i32 = day_of(2026, 10, 20);

/// Out of a thousand who pay an n-th month, so many do not pay a further one.
const LEAVES_AFTER: [u32; 12] = [75, 128, 92, 100, 92, 60, 54, 58, 58, 60, 66, 72];
struct Shop {
    id: String,
    name: String,
    trade: &'static str,
    region: &'static str,
    owner: &'static str,
    channel: &'static str,
    signup: i32,
    terms: Vec<Term>,
    uses: Vec<Use>,
}

/// `end` is the first day without; none while it runs.
struct Term {
    start: i32,
    end: Option<i32>,
    plan: usize,
    why: &'static str,
}

struct Use {
    day: i32,
    second: u32,
    user: &'static str,
    event: &'static str,
}

fn shops() -> Vec<Shop> {
    let mut luck = Luck(6);
    let mut signups: Vec<i32> = Vec::new();
    for month in 0..MONTHS {
        let first = month_start(FIRST_MONTH + month);
        let days = month_start(FIRST_MONTH + month + 1).min(LAST_DAY + 1) - first;
        let joins = if days < 28 {
            6
        } else {
            8 + luck.below(4) as i32
        };
        signups.extend((0..joins).map(|_| first + luck.below(days as u32) as i32));
    }
    signups.sort_unstable();
    let mut names = names(&mut luck);
    signups
        .iter()
        .enumerate()
        .map(|(i, &signup)| shop(&mut luck, i, signup, &mut names))
        .collect()
}

/// All names there are, in a shuffled order, an English one among eight or so.
fn names(luck: &mut Luck) -> Vec<(String, &'static str)> {
    let mut korean: Vec<(String, &'static str)> = Vec::new();
    for first in FIRST_WORDS {
        korean.extend(
            SECOND_WORDS
                .iter()
                .map(|(second, trade)| (format!("{first}{second}"), *trade)),
        );
    }
    luck.shuffle(&mut korean);
    korean.truncate(210);
    korean.extend(
        ENGLISH
            .iter()
            .map(|(name, trade)| ((*name).to_owned(), *trade)),
    );
    luck.shuffle(&mut korean);
    korean
}

fn shop(
    luck: &mut Luck,
    index: usize,
    signup: i32,
    names: &mut Vec<(String, &'static str)>,
) -> Shop {
    let (name, trade) = names
        .pop()
        .unwrap_or_else(|| (format!("가게 {index}"), "소매"));
    let habit = Habit::new(luck);
    let first = (signup + luck.pick(&[0, 0, 0, 1, 2, 5])).min(LAST_DAY);
    let terms = paying(luck, first, &habit);
    let uses = using(luck, signup, &terms, &habit);
    Shop {
        id: format!("C-{:04}", index + 1),
        name,
        trade,
        region: luck.pick(&REGIONS),
        owner: luck.pick(&OWNERS),
        channel: luck.pick(&CHANNELS),
        signup,
        terms,
        uses,
    }
}

// ---- paying ----

/// The terms from the first on: month by month, until the shop leaves or the files end.
fn paying(luck: &mut Luck, first: i32, habit: &Habit) -> Vec<Term> {
    let mut plan = match luck.below(100) {
        0..40 => 0,
        40..86 => 1,
        _ => 2,
    };
    let mut terms = Vec::new();
    let (mut start, mut anchor, mut paid) = (first, first, 0);
    if luck.chance(12) {
        // Gone within the days in which money is given back.
        let end = start + 4 + luck.below(6) as i32;
        let end = (end <= LAST_DAY).then_some(end);
        return vec![Term {
            start,
            end,
            plan,
            why: if end.is_some() { "청약 철회" } else { "" },
        }];
    }
    loop {
        paid += 1;
        let due = months_after(anchor, paid);
        if due > LAST_DAY {
            terms.push(Term {
                start,
                end: None,
                plan,
                why: "",
            });
            return terms;
        }
        let mut leaving = LEAVES_AFTER[(paid as usize - 1).min(11)];
        if habit.forgets {
            // Who has forgotten the product forgets to leave it, too.
            leaving = leaving * 9 / 10;
        }
        if luck.chance(leaving) {
            let why = if luck.chance(180) {
                "결제 실패"
            } else {
                luck.pick(&["직접 해지", "직접 해지", "폐업", "가격"])
            };
            terms.push(Term {
                start,
                end: Some(due),
                plan,
                why,
            });
            // One in eight comes back, after a pause or (a failed card) within days.
            if !luck.chance(125) {
                return terms;
            }
            start = due + luck.pick(&[6, 24, 38, 45, 61, 75, 96, 130]);
            if start > LAST_DAY {
                return terms;
            }
            (anchor, paid) = (start, 0);
        } else if paid > 1 && luck.chance(26) {
            let other = match plan {
                0 => 1,
                1 => luck.pick(&[0, 2, 2]),
                _ => 1,
            };
            terms.push(Term {
                start,
                end: Some(due),
                plan,
                why: "요금제 변경",
            });
            (start, plan) = (due, other);
        }
    }
}

// ---- using ----

/// How a shop uses the product.
struct Habit {
    /// Never at all.
    never: bool,
    /// Stops after so many days while it goes on paying.
    forgets: bool,
    lasts: i32,
    /// Days between two days of use, on average.
    every: u32,
    /// Rows on a day of use, at most.
    rows: u32,
    people: usize,
}

impl Habit {
    fn new(luck: &mut Luck) -> Habit {
        let (every, rows) = match luck.below(100) {
            0..30 => (2, 5),
            30..60 => (4, 5),
            60..82 => (13, 4),
            _ => (22, 3),
        };
        let forgets = luck.chance(800);
        Habit {
            never: luck.chance(125),
            forgets,
            lasts: 40 + luck.below(430) as i32,
            every,
            rows,
            people: 1 + luck.below(3) as usize,
        }
    }
}

fn using(luck: &mut Luck, signup: i32, terms: &[Term], habit: &Habit) -> Vec<Use> {
    let mut uses = Vec::new();
    if habit.never {
        return uses;
    }
    let offset = luck.below(PEOPLE.len() as u32) as usize;
    for (i, run) in runs(terms).into_iter().enumerate() {
        let first = if i == 0 {
            signup + luck.below(3) as i32
        } else {
            run.0
        };
        let mut last = run.1.unwrap_or(LAST_DAY + 1) - 1;
        if run.1.is_some() {
            // Most who leave have stopped before.
            last -= luck.below(45) as i32;
        }
        if habit.forgets && i == 0 {
            last = last.min(first + habit.lasts);
        }
        let mut day = first;
        while day <= last.min(LAST_DAY) {
            // Shops rest on Sundays.
            if weekday(day) != 6 || luck.chance(150) {
                day_of_use(luck, day, habit, offset, &mut uses);
            }
            day += 1 + luck.below(habit.every * 2 - 1) as i32;
        }
    }
    uses.sort_by(|a, b| {
        (a.day, a.second, a.user, a.event).cmp(&(b.day, b.second, b.user, b.event))
    });
    uses
}

/// Terms that follow each other without a gap are one run.
fn runs(terms: &[Term]) -> Vec<(i32, Option<i32>)> {
    let mut runs: Vec<(i32, Option<i32>)> = Vec::new();
    for term in terms {
        match runs.last_mut() {
            Some(run) if run.1 == Some(term.start) => run.1 = term.end,
            _ => runs.push((term.start, term.end)),
        }
    }
    runs
}

fn day_of_use(luck: &mut Luck, day: i32, habit: &Habit, offset: usize, uses: &mut Vec<Use>) {
    for _ in 0..1 + luck.below(habit.rows) {
        let person = luck
            .below(habit.people as u32)
            .min(luck.below(habit.people as u32)) as usize;
        let mut lot = luck.below(100);
        let mut event = EVENTS[0].0;
        for (name, share) in EVENTS {
            if lot < share {
                event = name;
                break;
            }
            lot -= share;
        }
        let second = (9 * 3600) + luck.below(10 * 3600);
        uses.push(Use {
            day,
            second,
            user: PEOPLE[(offset + person * 5) % PEOPLE.len()],
            event,
        });
    }
}

// ---- the files ----

fn customers(shops: &[Shop]) -> String {
    let mut text = String::from("고객번호,상호,가입일,담당자,업종,지역,유입 경로\n");
    for shop in shops {
        let Shop {
            id,
            name,
            trade,
            region,
            owner,
            channel,
            signup,
            ..
        } = shop;
        let _ = writeln!(
            text,
            "{id},{name},{},{owner},{trade},{region},{channel}",
            date(*signup)
        );
    }
    text
}

fn terms(shops: &[Shop]) -> String {
    let mut rows: Vec<(i32, String)> = Vec::new();
    for shop in shops {
        for Term {
            start,
            end,
            plan,
            why,
        } in &shop.terms
        {
            let (name, price) = PLANS[*plan];
            let end = end.map(date).unwrap_or_default();
            rows.push((
                *start,
                format!(
                    "{},{},{end},{name},{price},KRW,{why}\n",
                    shop.id,
                    date(*start)
                ),
            ));
        }
    }
    rows.sort();
    let mut text = String::from("고객번호,시작일,종료일,요금제,월 요금,통화,사유\n");
    text.extend(rows.into_iter().map(|row| row.1));
    text
}

fn usage(shops: &[Shop]) -> String {
    let mut rows: Vec<(i32, u32, String)> = Vec::new();
    for shop in shops {
        for Use {
            day,
            second,
            user,
            event,
        } in &shop.uses
        {
            let (h, m, s) = (second / 3600, second / 60 % 60, second % 60);
            let row = format!(
                "{},{user},{} {h:02}:{m:02}:{s:02},{event}\n",
                shop.id,
                date(*day)
            );
            rows.push((*day, *second, row));
        }
    }
    rows.sort();
    let mut text = String::from("account_id,user,timestamp,event\n");
    text.extend(rows.into_iter().map(|row| row.2));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_kept_are_the_files_made() -> io::Result<()> {
        let kept = crate::house::root().join("www/sample");
        let made = std::env::temp_dir().join(format!("ebb-sample-{}", std::process::id()));
        write(&made)?;
        for name in FILES.iter().chain(&["index.json"]) {
            let same = std::fs::read(kept.join(name))? == std::fs::read(made.join(name))?;
            assert!(same, "{name}: run cargo xtask sample");
        }
        std::fs::remove_dir_all(made)
    }
}

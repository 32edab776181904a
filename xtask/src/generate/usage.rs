//! The log: who uses what on which second, row by row; nothing of a row is kept.

use super::Asked;
use super::world::{DAYS, FIRST_DAY, World, name};
use crate::sample::days::{date, weekday};
use crate::sample::luck::Luck;
use std::io::{self, Write};

/// Events as they stand in the file, and how common they are, out of a hundred.
const EVENTS: [(&str, u32); 10] = [
    ("page_viewed", 28),
    ("report_opened", 17),
    ("주문 등록", 12),
    ("\"search, all\"", 10),
    ("export", 9),
    ("\"재고, 조회\"", 8),
    ("comment", 6),
    ("\"share \"\"link\"\"\"", 5),
    ("로그인", 3),
    ("api_call", 2),
];

/// How much there is to do in each hour of a day.
const HOURS: [u64; 24] = [
    1, 1, 1, 1, 1, 1, 2, 4, 8, 12, 13, 12, 9, 11, 13, 12, 11, 9, 6, 5, 4, 3, 2, 1,
];

pub(super) fn write(world: &World, asked: Asked, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"customer,user,timestamp,event,value\n")?;
    let mut luck = Luck(world.seed ^ 0x0075_7365);
    let mut pen = Pen::new(world);
    let ends = ends(asked.rows, (0..DAYS).map(load));
    if asked.shuffled {
        let days: Vec<Day> = (0..DAYS)
            .map(|day| Day::new(world, day, &mut luck))
            .collect();
        let hours: u64 = HOURS.iter().sum();
        let places = ends_of(HOURS.into_iter());
        for _ in 0..asked.rows {
            let at = below(&mut luck, asked.rows);
            let day = &days[ends.partition_point(|&end| end <= at)];
            let hour = places.partition_point(|&end| end <= u64::from(luck.below(hours as u32)));
            let second = hour as u32 * 3600 + luck.below(3600);
            pen.row(day, second, &mut luck, out)?;
        }
        return Ok(());
    }
    let mut begins = 0;
    for (day, end) in (0..DAYS).zip(ends) {
        let day = Day::new(world, day, &mut luck);
        let mut from = 0;
        for (hour, to) in (0..).zip(self::ends(end - begins, HOURS.into_iter())) {
            let rows = to - from;
            for i in 0..rows {
                // Each in a slot of its own, so that they stand in order.
                let within = (i * 3600 + u64::from(luck.below(3600))) / rows;
                pen.row(&day, hour * 3600 + within as u32, &mut luck, out)?;
            }
            from = to;
        }
        begins = end;
    }
    Ok(())
}

/// How much there is to do on a day of the year: less at weekends, and more every week.
fn load(day: i32) -> u64 {
    let weekend = weekday(FIRST_DAY + day) > 4;
    let load = 1000 + day as u64;
    if weekend { load * 2 / 5 } else { load }
}

/// Up to which row each part goes, where so many are dealt out by weight.
fn ends(rows: u64, weights: impl Iterator<Item = u64> + Clone) -> Vec<u64> {
    let all: u64 = weights.clone().sum();
    let share = |sum| (u128::from(rows) * u128::from(sum) / u128::from(all)) as u64;
    ends_of(weights).into_iter().map(share).collect()
}

fn ends_of(weights: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut sum = 0;
    weights
        .map(|weight| {
            sum += weight;
            sum
        })
        .collect()
}

fn below(luck: &mut Luck, n: u64) -> u64 {
    ((u64::from(luck.below(1 << 31)) << 31) | u64::from(luck.below(1 << 31))) % n.max(1)
}

/// Who uses it on a day.
struct Day {
    date: String,
    /// Users, and up to where each one's share of the day goes.
    shares: Vec<(u32, u32)>,
}

impl Day {
    fn new(world: &World, day: i32, luck: &mut Luck) -> Day {
        let at = FIRST_DAY + day;
        let mut sum = 0;
        let mut shares = Vec::new();
        for (i, user) in world.users.iter().enumerate() {
            if user.days.0 <= at && at < user.days.1 && luck.chance(user.often) {
                sum += user.much;
                shares.push((i as u32, sum));
            }
        }
        Day {
            date: format!("{} ", date(at)),
            shares,
        }
    }

    fn user(&self, luck: &mut Luck) -> u32 {
        let all = self.shares.last().map_or(0, |share| share.1);
        let at = luck.below(all);
        let place = self.shares.partition_point(|share| share.1 <= at);
        self.shares.get(place).map_or(0, |share| share.0)
    }
}

/// Writes rows.
struct Pen {
    users: Vec<String>,
    /// One for each out of a hundred.
    events: Vec<&'static str>,
    line: Vec<u8>,
}

impl Pen {
    fn new(world: &World) -> Pen {
        let users = world.users.iter().enumerate();
        Pen {
            users: users
                .map(|(i, user)| format!("{},u-{i:06},", name(user.customer)))
                .collect(),
            events: EVENTS
                .iter()
                .flat_map(|(event, share)| std::iter::repeat_n(*event, *share as usize))
                .collect(),
            line: Vec::new(),
        }
    }

    fn row(
        &mut self,
        day: &Day,
        second: u32,
        luck: &mut Luck,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let line = &mut self.line;
        line.clear();
        line.extend_from_slice(self.users[day.user(luck) as usize].as_bytes());
        line.extend_from_slice(day.date.as_bytes());
        for (part, after) in [
            (second / 3600, b':'),
            (second / 60 % 60, b':'),
            (second % 60, b','),
        ] {
            line.extend_from_slice(&[b'0' + (part / 10) as u8, b'0' + (part % 10) as u8, after]);
        }
        line.extend_from_slice(luck.pick(&self.events).as_bytes());
        line.push(b',');
        let value = luck.below(120);
        if value < 90 {
            // A third has none.
            if value >= 10 {
                line.push(b'0' + (value / 10) as u8);
            }
            line.push(b'0' + (value % 10) as u8);
        }
        line.push(b'\n');
        out.write_all(line)
    }
}

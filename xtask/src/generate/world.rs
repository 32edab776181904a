//! Who there is: customers who join, use, fall silent and leave, and their users.

use crate::sample::days::{date, day_of, months_after};
use crate::sample::luck::Luck;
use std::fmt::Write as _;

/// The year of the log.
pub(super) const FIRST_DAY: i32 = day_of(2025, 1, 1);
pub(super) const DAYS: i32 = day_of(2026, 1, 1) - FIRST_DAY;

const CUSTOMERS: u32 = 20_000;
const USERS: u32 = 60_000;

const PLANS: [(&str, u32); 3] = [("Basic", 19), ("Pro", 49), ("Team", 149)];
const REGIONS: [&str; 4] = ["서울", "부산", "Lyon", "Turin"];

/// Days are days since 1970.
pub(super) struct Customer {
    signup: i32,
    /// The first day without service.
    end: Option<i32>,
    /// The last day of any use.
    uses_until: i32,
    plan: usize,
}

pub(super) struct User {
    pub(super) customer: u32,
    /// From, until (and without) which day there is use at all.
    pub(super) days: (i32, i32),
    /// On so many days out of a thousand there is.
    pub(super) often: u32,
    /// How much there is then, beside others.
    pub(super) much: u32,
}

pub(super) struct World {
    pub(super) customers: Vec<Customer>,
    pub(super) users: Vec<User>,
    pub(super) seed: u64,
}

impl World {
    pub(super) fn new(seed: u64) -> World {
        let mut luck = Luck(seed);
        let customers: Vec<Customer> = (0..CUSTOMERS).map(|_| customer(&mut luck)).collect();
        let users = (0..USERS)
            .map(|i| {
                // One each, from the beginning on; of the others a few customers have most.
                let first = i < CUSTOMERS;
                let owner = if first {
                    i
                } else {
                    let place = u64::from(skewed(&mut luck, 2));
                    ((place * u64::from(CUSTOMERS)) >> 10) as u32
                };
                user(&mut luck, owner, &customers[owner as usize], first)
            })
            .collect();
        World {
            customers,
            users,
            seed,
        }
    }

    /// The customers file.
    pub(super) fn customers(&self) -> String {
        let mut text = String::from("customer,name,signup,region\n");
        for (id, customer) in self.customers.iter().enumerate() {
            let region = REGIONS[id * 7 % 11 % REGIONS.len()];
            let signup = date(customer.signup);
            let _ = writeln!(text, "{},Shop {id},{signup},{region}", name(id as u32));
        }
        text
    }

    /// The subscriptions file.
    pub(super) fn subscriptions(&self) -> String {
        let mut text = String::from("customer,start,end,plan,mrr,currency\n");
        for (id, customer) in self.customers.iter().enumerate() {
            let (plan, price) = PLANS[customer.plan];
            let (start, end) = (date(customer.signup), customer.end.map(date));
            let end = end.unwrap_or_default();
            let _ = writeln!(text, "{},{start},{end},{plan},{price},EUR", name(id as u32));
        }
        text
    }
}

/// A customer's id.
pub(super) fn name(customer: u32) -> String {
    format!("cus_{customer:05}")
}

/// A number below 1024, the small ones far commoner the greater the power.
fn skewed(luck: &mut Luck, power: u32) -> u32 {
    let mut number = 1024_u64;
    for _ in 0..power {
        number = (number * u64::from(luck.below(1025))) >> 10;
    }
    (number as u32).min(1023)
}

fn customer(luck: &mut Luck) -> Customer {
    // Half of them were there before the year.
    let signup = if luck.chance(500) {
        FIRST_DAY - 1 - luck.below(700) as i32
    } else {
        FIRST_DAY + luck.below(DAYS as u32 - 20) as i32
    };
    let last = FIRST_DAY + DAYS - 1;
    let mut end = None;
    for month in 1.. {
        let due = months_after(signup, month);
        if due > last {
            break;
        }
        // Whoever left before the year is not in its files.
        if due > FIRST_DAY + 10 && luck.chance(30) {
            end = Some(due);
            break;
        }
    }
    // Most who leave have stopped before; some stop and go on paying.
    let mut uses_until = end.map_or(last, |end| end - 1 - luck.below(40) as i32);
    let first = signup.max(FIRST_DAY);
    if luck.chance(180) {
        uses_until = uses_until.min(first + 10 + luck.below(340) as i32);
    }
    Customer {
        signup,
        end,
        uses_until: uses_until.max(first + 3),
        plan: [0, 0, 0, 1, 1, 2][luck.below(6) as usize],
    }
}

fn user(luck: &mut Luck, customer: u32, owner: &Customer, first: bool) -> User {
    let (begins, ends) = (owner.signup.max(FIRST_DAY), owner.uses_until + 1);
    let mut days = (begins, ends);
    if !first {
        // Colleagues come later, and may go earlier.
        days.0 += (luck.below((ends - begins) as u32 / 2 + 1) as i32 - 20).max(0);
        if luck.chance(250) {
            days.1 = days.0 + 1 + luck.below((ends - days.0) as u32) as i32;
        }
    }
    User {
        customer,
        days,
        often: 60 + skewed(luck, 1) * 7 / 10,
        much: 4 + skewed(luck, 4) / 4,
    }
}

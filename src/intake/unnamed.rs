//! Columns of a file without a header, told by their values alone.

use super::cells;
use super::columns::Sampled;
use crate::order;
use crate::roles::{Kind, Role};

/// The most distinct values of a column of events.
const EVENTS: usize = 64;

#[derive(Clone, Copy, PartialEq)]
enum Looks {
    Day,
    /// Amounts: numbers with a fraction or a sign of money.
    Money,
    Email,
    Text,
    Nothing,
}

/// Whether the columns have no names of their own: they are called by their places.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn is_so(columns: &[Sampled<'_>]) -> bool {
    let by_place = |(i, c): (usize, &Sampled<'_>)| c.header.parse() == Ok(i as i32 + 1);
    !columns.is_empty() && columns.iter().enumerate().all(by_place)
}

/// The roles that the values propose for the kind, if they speak for it, each with whether no other could be meant.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn roles(kind: Kind, columns: &[Sampled<'_>]) -> Vec<(usize, Role, bool)> {
    let all: Vec<(Looks, usize)> = columns.iter().map(|c| (looks(c), distinct(c))).collect();
    let places = |what: &dyn Fn(Looks, usize) -> bool| -> Vec<usize> {
        let fit = all.iter().enumerate().filter(|(_, (l, n))| what(*l, *n));
        fit.map(|(i, _)| i).collect()
    };
    let days = places(&|looks, _| looks == Looks::Day);
    // Who it is stands first, and not the same in every row.
    let keys = places(&|looks, n| matches!(looks, Looks::Text | Looks::Email) && n > 1);
    let rows = columns.first().map_or(0, |c| c.values.len());
    let unique = |&key: &usize| all.get(key).is_some_and(|(_, n)| *n == rows);
    let Some(&key) = keys.first() else {
        return Vec::new();
    };
    let mut found = vec![(key, Role::Customer, false)];
    let money = match kind {
        Kind::Usage => Role::Value,
        _ => Role::Mrr,
    };
    match (kind, days.as_slice()) {
        (Kind::Usage, &[day]) if !unique(&key) => {
            found.push((day, Role::At, true));
            let event = |&i: &usize| {
                i != key
                    && all
                        .get(i)
                        .is_some_and(|&(l, n)| l == Looks::Text && n <= EVENTS)
            };
            let events: Vec<usize> = keys.iter().copied().filter(event).collect();
            found.extend(events.first().map(|&i| (i, Role::Event, false)));
        }
        (Kind::Customers, &[day]) if unique(&key) => found.push((day, Role::Signup, false)),
        (Kind::Subscriptions, &[start, end]) => {
            found.push((start, Role::Start, false));
            found.push((end, Role::End, false));
        }
        _ => return Vec::new(),
    }
    if let [amount] = places(&|looks, _| looks == Looks::Money).as_slice() {
        found.push((*amount, money, false));
    }
    found
}

fn told<'a>(column: &'a Sampled<'_>) -> impl Iterator<Item = &'a str> {
    column
        .values
        .iter()
        .copied()
        .filter(|v| !cells::is_blank(v))
}

fn distinct(column: &Sampled<'_>) -> usize {
    order::distinct(told(column)).len()
}

fn looks(column: &Sampled<'_>) -> Looks {
    let all = |is: &dyn Fn(&str) -> bool| told(column).all(is);
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if told(column).next().is_none() {
        Looks::Nothing
    } else if all(&|text| !plain(text) && cells::is_day(text)) {
        Looks::Day
    } else if all(&cells::is_number) && !all(&plain) {
        Looks::Money
    } else if all(&|text| text.bytes().any(|b| b == b'@')) {
        Looks::Email
    } else {
        Looks::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kind and the roles proposed for rows, `?` behind what is not sure.
    fn proposed(rows: &[&str]) -> Vec<String> {
        let rows: Vec<Vec<&str>> = rows.iter().map(|r| r.split(',').collect()).collect();
        let headers: Vec<String> = (1..=rows[0].len()).map(|n| n.to_string()).collect();
        let columns: Vec<Sampled<'_>> = headers
            .iter()
            .enumerate()
            .map(|(i, header)| Sampled {
                header,
                values: rows.iter().map(|r| r[i]).collect(),
            })
            .collect();
        assert!(is_so(&columns));
        let kinds = [
            Kind::Customers,
            Kind::Subscriptions,
            Kind::Invoices,
            Kind::Usage,
        ];
        let told = kinds.map(|kind| (kind, roles(kind, &columns)));
        let found = told.into_iter().filter(|(_, roles)| !roles.is_empty());
        let text = |(kind, roles): (Kind, Vec<(usize, Role, bool)>)| {
            let role = |&(i, role, sure): &(usize, Role, bool)| {
                format!(" {}={}{}", i + 1, role.word(), if sure { "" } else { "?" })
            };
            kind.word().to_owned() + &roles.iter().map(role).collect::<String>()
        };
        found.map(text).collect()
    }

    #[test]
    fn values_alone_propose_and_only_a_single_day_is_sure() {
        for (rows, want) in [
            (
                &[
                    "c1,2024-01-01 10:00,open",
                    "c1,2024-01-02 10:00,save",
                    "c2,2024-01-02 11:00,open",
                ][..],
                "usage 1=customer? 2=at 3=event?",
            ),
            (
                &[
                    "2024-01-01,501,9.99,a@b.c",
                    "2024-01-02,501,12.00,a@b.c",
                    "2024-01-02,502,9.99,d@b.c",
                ],
                "usage 2=customer? 1=at 3=value?",
            ),
            (
                &["c1,2024-01-01,Pro", "c2,2024-01-02,Pro", "c3,2024-01-02,"],
                "customers 1=customer? 2=signup?",
            ),
            (
                &[
                    "c1,2024-01-01,2024-02-01,9.50",
                    "c1,2024-02-01,,9.50",
                    "c2,2024-01-02,,12.00",
                ],
                "subscriptions 1=customer? 2=start? 3=end? 4=mrr?",
            ),
        ] {
            assert_eq!(proposed(rows), [want], "{rows:?}");
        }
        // Numbers prove nothing, neither do three days, nor a key that never changes.
        for rows in [
            &["5,6,7", "8,9,1"][..],
            &[
                "a,2024-01-01,2024-01-02,2024-01-03",
                "b,2024-01-01,2024-01-02,2024-01-03",
            ],
            &["a,2024-01-01", "a,2024-01-02"],
        ] {
            assert!(proposed(rows).is_empty(), "{rows:?}");
        }
    }
}

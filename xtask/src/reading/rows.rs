//! The rows of the canonical tables.

pub(super) type Ymd = (i32, i32, i32);

/// Id, sign-up, cancelled, last active, price, plan, owner.
pub(super) type CustomerRow = (
    &'static str,
    Ymd,
    Option<Ymd>,
    Option<Ymd>,
    i64,
    usize,
    Option<usize>,
);

#[rustfmt::skip]
pub(super) const CUSTOMERS: [CustomerRow; 20] = [
    ("007",  (2023, 1, 15), None,                Some((2024, 7, 18)), 123450, 2, Some(0)),
    ("0042", (2023, 2, 3),  Some((2023, 9, 14)), Some((2023, 9, 2)),  1999,   0, Some(1)),
    ("1001", (2023, 2, 28), None,                Some((2024, 7, 2)),  4900,   1, None),
    ("1002", (2023, 3, 5),  None,                None,                4900,   1, Some(2)),
    ("A-12", (2023, 4, 12), Some((2024, 1, 31)), Some((2023, 12, 24)), 99900, 2, Some(0)),
    ("a-13", (2023, 5, 1),  None,                Some((2024, 6, 30)), 1999,   0, None),
    ("0100", (2023, 5, 20), None,                Some((2024, 7, 19)), 250000, 2, Some(1)),
    ("0101", (2023, 6, 7),  Some((2024, 3, 8)),  Some((2024, 2, 29)), 4900,   1, Some(2)),
    ("0102", (2023, 7, 30), None,                None,                1999,   0, None),
    ("2000", (2023, 8, 9),  None,                Some((2024, 5, 13)), 105000, 2, Some(0)),
    ("2001", (2023, 9, 21), None,                Some((2024, 7, 16)), 1250,   0, Some(1)),
    ("2002", (2023, 10, 4), Some((2024, 5, 22)), Some((2024, 5, 20)), 4900,   1, Some(1)),
    ("2003", (2023, 11, 11), None,               Some((2024, 7, 1)),  4900,   1, None),
    ("2004", (2023, 12, 25), None,               Some((2024, 4, 4)),  1999,   0, Some(2)),
    ("3000", (2024, 1, 6),  None,                Some((2024, 7, 17)), 1234500, 2, Some(0)),
    ("3001", (2024, 2, 14), Some((2024, 6, 5)),  Some((2024, 5, 29)), 1999,   0, None),
    ("3002", (2024, 3, 10), None,                Some((2024, 6, 11)), 4900,   1, Some(1)),
    ("3003", (2024, 4, 23), None,                None,                4900,   1, Some(2)),
    ("3004", (2024, 5, 8),  None,                Some((2024, 7, 8)),  0,      0, None),
    ("3005", (2024, 6, 17), None,                Some((2024, 7, 15)), 88850,  2, Some(0)),
];

/// Customer, start, end, price, whether for a year, plan, reason.
pub(super) type TermRow = (
    &'static str,
    Ymd,
    Option<Ymd>,
    i64,
    bool,
    usize,
    Option<usize>,
);

#[rustfmt::skip]
pub(super) const SUBSCRIPTIONS: [TermRow; 22] = [
    ("007",  (2023, 1, 15), Some((2023, 6, 15)), 123450,  false, 2, Some(0)),
    ("0042", (2023, 2, 3),  Some((2023, 9, 14)), 1999,    false, 0, Some(1)),
    ("1001", (2023, 2, 28), Some((2024, 2, 28)), 60000,   true,  1, Some(2)),
    ("1002", (2023, 3, 5),  Some((2023, 11, 20)), 4900,   false, 1, Some(0)),
    ("A-12", (2023, 4, 12), Some((2024, 1, 31)), 99900,   false, 2, Some(1)),
    ("a-13", (2023, 5, 1),  Some((2024, 5, 1)),  1200000, true,  2, Some(2)),
    ("007",  (2023, 6, 15), None,                250000,  false, 2, None),
    ("0100", (2023, 5, 20), None,                1999,    false, 0, None),
    ("0101", (2023, 6, 7),  Some((2024, 3, 8)),  4900,    false, 1, Some(0)),
    ("0102", (2023, 7, 30), None,                1999,    false, 0, None),
    ("2000", (2023, 8, 9),  None,                105000,  false, 2, None),
    ("0042", (2023, 12, 5), None,                4900,    false, 1, None),
    ("2001", (2023, 9, 21), None,                1250,    false, 0, None),
    ("2002", (2023, 10, 4), Some((2024, 5, 22)), 4900,    false, 1, Some(2)),
    ("2003", (2023, 11, 11), None,               58800,   true,  1, None),
    ("2004", (2023, 12, 25), None,               1999,    false, 0, None),
    ("3000", (2024, 1, 6),  None,                1234500, false, 2, None),
    ("3001", (2024, 2, 14), Some((2024, 6, 5)),  1999,    false, 0, Some(0)),
    ("1001", (2024, 2, 28), None,                4900,    false, 1, None),
    ("3003", (2024, 4, 23), None,                4900,    false, 1, None),
    ("3004", (2024, 5, 8),  None,                0,       false, 0, None),
    ("3005", (2024, 6, 17), None,                88850,   false, 2, None),
];

/// Customer, user, day, second, event, value.
pub(super) type UsageRow = (&'static str, Option<usize>, Ymd, u32, usize, Option<i64>);

const fn at(h: u32, m: u32, s: u32) -> u32 {
    h * 3600 + m * 60 + s
}

#[rustfmt::skip]
pub(super) const USAGE: [UsageRow; 30] = [
    ("007",  Some(0), (2024, 3, 5),  at(14, 3, 0),  0, Some(123450)),
    ("0042", Some(1), (2024, 3, 5),  at(0, 30, 0),  1, Some(1999)),
    ("1001", None,    (2024, 3, 13), at(23, 45, 10), 2, None),
    ("A-12", Some(2), (2024, 3, 20), at(9, 0, 0),   0, Some(250000)),
    ("a-13", Some(0), (2024, 3, 31), at(12, 0, 0),  1, Some(-1200)),
    ("0100", Some(1), (2024, 4, 1),  at(12, 0, 59), 2, Some(88850)),
    ("007",  Some(0), (2024, 4, 2),  at(8, 15, 0),  0, Some(4500)),
    ("007",  Some(1), (2024, 4, 9),  at(13, 20, 30), 1, Some(7525)),
    ("0042", Some(1), (2024, 4, 14), at(18, 0, 1),  2, Some(105000)),
    ("1001", Some(2), (2024, 4, 21), at(1, 1, 1),   0, Some(0)),
    ("A-12", Some(2), (2024, 4, 22), at(22, 59, 0), 1, None),
    ("0101", None,    (2024, 4, 30), at(10, 10, 10), 2, Some(1234500)),
    ("007",  Some(0), (2024, 5, 3),  at(7, 7, 7),   0, Some(3000)),
    ("0042", Some(1), (2024, 5, 6),  at(16, 45, 0), 1, Some(9900)),
    ("0042", Some(0), (2024, 5, 17), at(16, 45, 0), 2, Some(100)),
    ("0100", Some(1), (2024, 5, 17), at(5, 30, 0),  0, Some(20000)),
    ("a-13", Some(0), (2024, 5, 24), at(11, 11, 11), 1, Some(99900)),
    ("0101", None,    (2024, 5, 31), at(23, 58, 0), 2, None),
    ("2000", Some(2), (2024, 6, 1),  at(0, 0, 1),   0, Some(1250)),
    ("007",  Some(0), (2024, 6, 4),  at(15, 15, 15), 1, Some(50050)),
    ("0042", Some(1), (2024, 6, 11), at(14, 14, 14), 2, Some(10000)),
    ("1001", Some(2), (2024, 6, 12), at(13, 13, 13), 0, Some(33300)),
    ("2000", Some(2), (2024, 6, 19), at(12, 12, 12), 1, Some(11100)),
    ("0100", Some(1), (2024, 6, 28), at(2, 30, 0),  2, Some(5)),
    ("007",  Some(1), (2024, 7, 2),  at(10, 0, 0),  0, Some(200000)),
    ("2000", None,    (2024, 7, 7),  at(9, 9, 9),   1, Some(1999)),
    ("a-13", Some(0), (2024, 7, 10), at(19, 0, 0),  2, Some(150000)),
    ("0042", Some(1), (2024, 7, 16), at(20, 20, 20), 0, None),
    ("1001", Some(2), (2024, 7, 18), at(21, 0, 0),  1, Some(4950)),
    ("007",  Some(0), (2024, 7, 19), at(6, 0, 0),   2, Some(1050)),
];

/// Id, months, whether it left, plan.
#[rustfmt::skip]
pub(super) const MARKS: [(&str, u32, Option<bool>, usize); 20] = [
    ("007",  34, Some(false), 2), ("0042", 2,  Some(true),  0), ("1001", 45, Some(false), 1),
    ("1002", 8,  Some(true),  1), ("A-12", 22, Some(false), 2), ("a-13", 10, Some(false), 0),
    ("0100", 28, Some(true),  2), ("0101", 62, Some(false), 1), ("0102", 13, None,        0),
    ("2000", 16, Some(false), 2), ("2001", 58, Some(false), 0), ("2002", 49, Some(true),  1),
    ("2003", 25, Some(false), 1), ("2004", 69, Some(false), 0), ("3000", 52, Some(false), 2),
    ("3001", 71, None,        0), ("3002", 1,  Some(true),  1), ("3003", 12, Some(false), 1),
    ("3004", 30, Some(false), 0), ("3005", 47, Some(true),  2),
];

//! Usage: one row a use. Rows are folded as they are read and never kept; the state can be merged, empty is the
//! identity, and order leaves no trace.

use super::customers::{AMOUNT, CUSTOMER, PERSON};
use super::{Plan, Row, Rows, SetAside, Spec, Words, words};
use crate::calendar::Day;
use crate::dataset::{DayUse, Origin, Track};
use crate::intake::cells::{self, Number, Stamp};
use crate::intake::notes::Notes;
use crate::issue::Code;
use crate::money::{Decimal, round_half_even};
use crate::roles::{Kind, Role};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A usage file, and a list of purchases.
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Usage,
    required: &[&[Role::Customer, Role::User], &[Role::At]],
    words: WORDS,
    against: super::INVOICE_WORDS,
    one_row_each: false,
    empty: || Rows::Usage(Box::default()),
    read,
};

const WORDS: &[Words] = &[
    words(Role::Customer, 1, CUSTOMER),
    words(Role::User, 2, PERSON),
    words(
        Role::At,
        4,
        &[
            "at timestamp time eventtime eventtimestamp eventdate eventat datetime usedat \
             useddate usagedate usedon loginat logintime logindate loggedat occurredat \
             happenedat sessionstart sessionstartedat sessiondate visitedat visitdate \
             activitydate activedate activeday purchasedate purchasedat orderdate orderedat \
             transactiondate ts 일시 시각 시간 사용일 사용일시 사용일자 이용일 이용일시 이용일자 \
             접속일 접속일시 접속시간 로그인일시 로그인일 로그인시간 발생일시 발생일 이벤트일시 \
             이벤트시각 활동일 활동일시 구매일 구매일시 주문일 주문일시 주문일자 결제일 결제일시",
            "date day created createdat createddate createdon when on clienteventtime servertime \
             날짜 일자 생성일시 생성일 등록일시 방문일",
            "clientuploadtime serveruploadtime serverreceivedtime processedtime",
        ],
    ),
    words(
        Role::Event,
        4,
        &[
            "event eventname eventtype feature featurename action activity activitytype 이벤트 \
             이벤트명 기능 기능명 행동 액션 활동 메뉴",
            "type page screen endpoint module category 구분 유형 화면",
        ],
    ),
    words(
        Role::Value,
        2,
        &[
            "value minutes duration durationminutes usageminutes seconds hours 사용량 사용시간 \
             이용시간 분 사용분 값",
            "durationseconds sessionlength sessionduration usage count units quantity qty volume \
             횟수 건수 수량",
        ],
    ),
    words(Role::Value, 1, AMOUNT_AS_VALUE),
];

/// What a purchase cost, where no column holds another value.
const AMOUNT_AS_VALUE: &[&str] = &["", AMOUNT[0], AMOUNT[1]];

/// Use by one member on its days.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    /// The customer's id, or the user's within the customer.
    pub(crate) id: Box<str>,
    /// The customer's place in the state; of a customer its own.
    pub(crate) customer: u32,
    /// Where the first row stands.
    pub(crate) origin: Origin,
    days: Vec<(Day, u64, i128)>,
    /// The last qualifying row: its moment and event.
    last: Option<(i64, Box<str>)>,
}

impl Member {
    fn add(&mut self, day: Day, rows: u64, value: i128) {
        // Most files are in the order of time, one way or the other.
        let at = match self.days.last() {
            Some(last) if last.0 < day => Err(self.days.len()),
            Some(last) if last.0 == day => Ok(self.days.len() - 1),
            _ => self.days.binary_search_by_key(&day, |d| d.0),
        };
        match at {
            Ok(at) => {
                if let Some(known) = self.days.get_mut(at) {
                    known.1 += rows;
                    known.2 += value;
                }
            }
            Err(at) => self.days.insert(at, (day, rows, value)),
        }
    }

    fn saw(&mut self, moment: i64, event: &str) {
        match &mut self.last {
            Some((known, text)) if (*known, &**text) >= (moment, event) => {}
            Some((known, text)) => {
                *known = moment;
                if &**text != event {
                    *text = event.into();
                }
            }
            none => *none = Some((moment, event.into())),
        }
    }

    /// Its days of qualifying use; the flag tells that a sum of values was cut to what can be held.
    pub(crate) fn track(&self) -> (Track, bool) {
        let mut cut = false;
        let mut days = Vec::with_capacity(self.days.len());
        for &(day, rows, value) in &self.days {
            let held = i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX });
            cut |= i128::from(held) != value;
            days.push(DayUse {
                day,
                rows,
                value: held,
            });
        }
        let last_event = self
            .last
            .as_ref()
            .map(|(_, event)| event.to_string())
            .filter(|event| !event.is_empty());
        (Track { days, last_event }, cut)
    }
}

/// All use that a file tells, or several.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsageState {
    /// By order of appearance.
    pub(crate) customers: Vec<Member>,
    /// By order of appearance.
    pub(crate) users: Vec<Member>,
    /// Rows by event.
    pub(crate) events: BTreeMap<Box<str>, u64>,
    /// Days with a row, qualifying or not.
    pub(crate) days: BTreeSet<Day>,
    index: HashMap<Box<str>, u32>,
    user_index: HashMap<Box<[u8]>, u32>,
    key: Vec<u8>,
    memo: Memo,
}

/// What the row before had; rows of one customer, day and event often stand together.
#[derive(Clone, Debug, Default)]
struct Memo {
    customer: Option<u32>,
    user: Option<u32>,
    date: String,
    stamp: Option<Stamp>,
    day: Option<Day>,
    event: String,
    qualifies: bool,
    event_rows: u64,
}

impl UsageState {
    fn customer(&mut self, id: &str, origin: Origin) -> u32 {
        if let Some(at) = self.memo.customer
            && self
                .customers
                .get(at as usize)
                .is_some_and(|m| &*m.id == id)
        {
            return at;
        }
        let at = match self.index.get(id) {
            Some(&at) => at,
            None => {
                let at = u32::try_from(self.customers.len()).unwrap_or(u32::MAX);
                self.index.insert(id.into(), at);
                self.customers.push(Member {
                    id: id.into(),
                    customer: at,
                    origin,
                    days: Vec::new(),
                    last: None,
                });
                at
            }
        };
        self.memo.customer = Some(at);
        at
    }

    fn user(&mut self, customer: u32, id: &str, origin: Origin) -> u32 {
        if let Some(at) = self.memo.user
            && self
                .users
                .get(at as usize)
                .is_some_and(|m| m.customer == customer && &*m.id == id)
        {
            return at;
        }
        self.key.clear();
        self.key.extend(customer.to_le_bytes());
        self.key.extend(id.as_bytes());
        let at = match self.user_index.get(self.key.as_slice()) {
            Some(&at) => at,
            None => {
                let at = u32::try_from(self.users.len()).unwrap_or(u32::MAX);
                self.user_index.insert(self.key.as_slice().into(), at);
                self.users.push(Member {
                    id: id.into(),
                    customer,
                    origin,
                    days: Vec::new(),
                    last: None,
                });
                at
            }
        };
        self.memo.user = Some(at);
        at
    }

    fn saw_day(&mut self, day: Day) {
        if self.memo.day != Some(day) {
            self.memo.day = Some(day);
            self.days.insert(day);
        }
    }

    /// Counts the event and tells whether its rows qualify.
    fn event(&mut self, event: &str, plan: &Plan) -> bool {
        if self.memo.event_rows > 0 && self.memo.event == event {
            self.memo.event_rows += 1;
            return self.memo.qualifies;
        }
        self.count_events();
        self.memo.event.clear();
        self.memo.event.push_str(event);
        self.memo.event_rows = 1;
        self.memo.qualifies = plan
            .events
            .as_ref()
            .is_none_or(|events| events.iter().any(|e| e == event));
        self.memo.qualifies
    }

    /// Writes the rows of the event in hand into its count.
    fn count_events(&mut self) {
        let rows = std::mem::take(&mut self.memo.event_rows);
        if rows > 0 {
            match self.events.get_mut(self.memo.event.as_str()) {
                Some(count) => *count += rows,
                None => {
                    self.events.insert(self.memo.event.as_str().into(), rows);
                }
            }
        }
    }

    /// Rows by event, all of them.
    pub(crate) fn event_rows(&self) -> BTreeMap<Box<str>, u64> {
        let mut events = self.events.clone();
        if self.memo.event_rows > 0 {
            *events.entry(self.memo.event.as_str().into()).or_default() += self.memo.event_rows;
        }
        events
    }

    fn add(
        &mut self,
        ids: (&str, &str),
        stamp: Stamp,
        value: i64,
        qualifies: bool,
        line: u64,
        event: &str,
    ) {
        let origin = Origin { file: 0, line };
        self.saw_day(stamp.day);
        let customer = self.customer(ids.0, origin);
        let user = (!ids.1.is_empty()).then(|| self.user(customer, ids.1, origin));
        if !qualifies {
            return;
        }
        let members = [
            self.customers.get_mut(customer as usize),
            user.and_then(|u| self.users.get_mut(u as usize)),
        ];
        for member in members.into_iter().flatten() {
            member.add(stamp.day, 1, i128::from(value));
            member.saw(stamp.moment(), event);
        }
    }

    /// Adds what another state tells. `place` says where the other's rows stand.
    pub(crate) fn merge(&mut self, other: &UsageState, place: impl Fn(Origin) -> Origin) {
        self.count_events();
        for (event, rows) in other.event_rows() {
            *self.events.entry(event).or_default() += rows;
        }
        self.days.extend(&other.days);
        let mut at = Vec::with_capacity(other.customers.len());
        for member in &other.customers {
            let here = self.customer(&member.id, place(member.origin));
            at.push(here);
            if let Some(known) = self.customers.get_mut(here as usize) {
                absorb(known, member, place(member.origin));
            }
        }
        for member in &other.users {
            let Some(&customer) = at.get(member.customer as usize) else {
                continue;
            };
            let here = self.user(customer, &member.id, place(member.origin));
            if let Some(known) = self.users.get_mut(here as usize) {
                absorb(known, member, place(member.origin));
            }
        }
    }
}

fn absorb(known: &mut Member, other: &Member, origin: Origin) {
    known.origin = known.origin.min(origin);
    for &(day, rows, value) in &other.days {
        known.add(day, rows, value);
    }
    if let Some((moment, event)) = &other.last {
        known.saw(*moment, event);
    }
}

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Usage(state) = rows else {
        return Ok(());
    };
    let (customer, user) = if plan.has(Role::Customer) {
        (row.id(plan, Role::Customer)?, row.of(plan, Role::User))
    } else {
        (row.id(plan, Role::User)?, "") // users are the customers
    };
    let stamp = stamp(state, row, plan)?;
    let value = value(row, plan, notes);
    let event = row.of(plan, Role::Event);
    let qualifies = state.event(event, plan);
    let user = if cells::is_blank(user) { "" } else { user };
    state.add((customer, user), stamp, value, qualifies, row.line, event);
    Ok(())
}

fn stamp(state: &mut UsageState, row: &Row<'_>, plan: &Plan) -> Result<Stamp, SetAside> {
    let text = row.of(plan, Role::At);
    if let Some(stamp) = state.memo.stamp
        && state.memo.date == text
    {
        return Ok(stamp);
    }
    let stamp = row.required_stamp(plan, Role::At)?;
    state.memo.date.clear();
    state.memo.date.push_str(text);
    state.memo.stamp = Some(stamp);
    Ok(stamp)
}

/// The row's value in millionths; what is none counts 0.
fn value(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> i64 {
    let text = row.of(plan, Role::Value);
    if cells::is_blank(text) {
        return 0;
    }
    let read = cells::number(text);
    match read.value().and_then(millionths) {
        Some(value) => value,
        None => {
            let code = if read == Number::Unreadable {
                Code::NumberIgnored
            } else {
                Code::NumberTooLarge
            };
            notes.value(code, row.line, plan.column(Role::Value), text);
            0
        }
    }
}

fn millionths(n: Decimal) -> Option<i64> {
    let units = i128::from(n.units) * 1_000_000;
    i64::try_from(round_half_even(
        units,
        10i128.checked_pow(u32::from(n.decimals))?,
    )?)
    .ok()
}

//! Usage: one row a use. Rows are folded as they are read and never kept; the state can be merged, empty is the
//! identity, and order leaves no trace.

pub(crate) mod state;

use super::customers::{AMOUNT, CUSTOMER, MODE, PERSON};
use super::{INVOICE, Plan, Row, Rows, SERVICE, SetAside, Spec, Words, words};
use crate::intake::cells::{self, Number};
use crate::intake::notes::Notes;
use crate::issue::Code;
use crate::money::{Decimal, round_half_even};
use crate::roles::{Kind, Role};
use state::{UsageRow, UsageState};

/// A usage file, and a list of purchases.
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Usage,
    required: &[&[Role::Customer, Role::User], &[Role::At]],
    wanted: &[],
    words: WORDS,
    against: &[INVOICE, SERVICE],
    tells: &[],
    one_row_each: false,
    empty: |settings| {
        Rows::Usage(Box::new(UsageState::new(
            settings.active.min_value.is_some(),
        )))
    },
    read,
};

const WORDS: &[Words] = &[
    words(Role::Customer, 1, CUSTOMER),
    words(Role::User, 2, PERSON),
    words(
        Role::At,
        4,
        &[
            "at timestamp time eventtime eventtimestamp eventat datetime usedat \
             useddate usagedate usedon loginat logintime logindate loggedat occurredat \
             happenedat sessionstart sessionstartedat sessiondate visitedat visitdate \
             activitydate activedate activeday purchasedate purchasedat orderdate orderedat \
             transactiondate ts 일시 시각 시간 사용일 사용일시 사용일자 이용일 이용일시 이용일자 \
             접속일 접속일시 접속시간 로그인일시 로그인일 로그인시간 발생일시 발생일 이벤트일시 \
             이벤트시각 활동일 활동일시 구매일 구매일시 주문일 주문일시 주문일자 결제일 결제일시",
            "eventdate date day created createdat createddate createdon when on clienteventtime servertime \
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
    words(Role::Mode, 0, MODE),
];

/// What a purchase cost, where no column holds another value.
const AMOUNT_AS_VALUE: &[&str] = &["", AMOUNT[0], AMOUNT[1]];

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Usage(state) = rows else {
        return Ok(());
    };
    let (customer, user) = if plan.has(Role::Customer) {
        (
            row.id(plan, Role::Customer, notes)?,
            row.of(plan, Role::User),
        )
    } else {
        (row.id(plan, Role::User, notes)?, "") // users are the customers
    };
    let event = row.of(plan, Role::Event);
    let qualifies = |events: &Vec<String>| events.iter().any(|e| e == event);
    let user = if cells::is_blank(user) { "" } else { user };
    let stamp = row.required_stamp(plan, Role::At)?;
    state.add(&UsageRow {
        customer: customer.as_bytes(),
        user: user.as_bytes(),
        event: event.as_bytes(),
        day: stamp.day,
        moment: stamp.moment(),
        value: value(row, plan, notes),
        qualifies: plan.events.as_ref().is_none_or(qualifies),
        line: row.line,
    });
    Ok(())
}

/// The row's value in millionths; what is none counts 0.
fn value(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> i64 {
    let text = row.of(plan, Role::Value);
    if cells::is_blank(text) {
        return 0;
    }
    let read = row.number(plan, Role::Value);
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

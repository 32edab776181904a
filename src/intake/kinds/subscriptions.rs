//! Subscriptions: one row a stretch of constant price.

use super::customers::{
    AMOUNT, AUTO_RENEW, CURRENCY, CUSTOMER, INTERVAL, MODE, MRR, PERSON_PAYS, PLAN,
};
use super::{End, INVOICE, PAYMENT, Plan, Price, Row, Rows, SetAside, Spec, Words, words};
use crate::calendar::Day;
use crate::intake::cells;
use crate::intake::kept::{Kept, Record};
use crate::intake::notes::Notes;
use crate::roles::{Kind, Role};

/// A subscriptions file. Amounts are wished for, not required: without them customers are still counted
/// (definitions, section 2).
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Subscriptions,
    required: &[&[Role::Customer], &[Role::Start]],
    wanted: &[&[Role::End]],
    words: WORDS,
    against: &[INVOICE, PAYMENT],
    tells: &[],
    one_row_each: false,
    empty: |_| Rows::Subscriptions(Kept::default()),
    read,
};

const WORDS: &[Words] = &[
    words(Role::Customer, 1, CUSTOMER),
    words(Role::Customer, 1, PERSON_PAYS),
    words(
        Role::Row,
        3,
        &[
            "subscriptionid subscription 구독번호 구독id",
            "rowid 계약번호 계약id",
            "id",
        ],
    ),
    words(
        Role::Start,
        4,
        &[
            "start startdate startedat startsat startat startson startedon startday termstart \
             termstartdate subscriptionstart subscriptionstartdate subscriptionstartedat \
             contractstart contractstartdate validfrom effectivefrom from begin begindate 시작 \
             시작일 시작일자 시작일시 구독시작일 구독시작 계약시작일 이용시작일 서비스시작일 \
             개시일",
            "activated activatedat activationdate",
            "",
            "",
            "created createdat createddate createdon date subscribedat signup signupdate 가입일 \
             구독일 계약일 개통일",
        ],
    ),
    words(
        Role::End,
        3,
        &[
            "end enddate endedat ended endsat endat endson endedon endday termend termenddate \
             subscriptionend subscriptionenddate subscriptionendedat contractend contractenddate \
             validto validuntil effectiveto until to expires expiresat expired expiredat \
             expirydate expirationdate 종료 종료일 종료일자 종료일시 구독종료일 구독종료 \
             구독만료일 만료일 만료일자 계약종료일 계약만료일 이용종료일 서비스종료일 \
             서비스만료일",
            "churndate churnedat terminated terminatedat terminationdate cancelledeffective \
             해지일 구독해지일 해지일자 해지일시",
            "",
            "",
            "cancelledat canceledat cancelled canceled cancelledon canceledon canceldate \
             cancellationdate cancelleddate canceleddate 취소일",
        ],
    ),
    words(
        Role::CancelRequested,
        2,
        &[
            "cancelrequested cancelrequestedat cancelrequestdate cancellationrequested \
             cancellationrequestedat cancellationrequestdate 해지요청일 해지신청일 취소요청일 \
             해지신청일시 해지요청일시",
            "cancelledat canceledat cancelled canceled cancelledon canceledon canceldate \
             cancellationdate cancelleddate canceleddate 취소일",
            "",
            "",
            "해지일 구독해지일",
        ],
    ),
    words(Role::Mrr, 2, MRR),
    words(Role::Amount, 1, AMOUNT),
    words(Role::Interval, 2, INTERVAL),
    words(
        Role::Quantity,
        1,
        &[
            "quantity qty seats licenses licences planquantity subscriptionplanquantity 수량 \
             좌석수 구매수량",
            "units count",
        ],
    ),
    words(Role::Currency, 0, CURRENCY),
    words(Role::Plan, 1, PLAN),
    words(
        Role::Status,
        1,
        &["status subscriptionstatus 상태 구독상태 계약상태", "state"],
    ),
    words(
        Role::Reason,
        1,
        &[
            "reason cancellationreason cancelreason churnreason reasoncode 해지사유 \
                     취소사유 이탈사유 사유",
        ],
    ),
    words(
        Role::TrialEnd,
        2,
        &[
            "trialend trialenddate trialendsat trialendat trialendedat trialends \
                     trialuntil 체험종료일 무료체험종료일 체험만료일 무료체험만료일",
        ],
    ),
    words(
        Role::Renewal,
        1,
        &[
            "renewal renewaldate renewsat renewson nextrenewal nextrenewaldate 갱신일 재계약일",
            "nextbilling nextbillingdate nextpaymentdate 다음결제일 차기결제일",
        ],
    ),
    words(Role::AutoRenew, 1, AUTO_RENEW),
    words(Role::Mode, 0, MODE),
];

/// Status words of a term that is over (definitions, section 1), folded.
const OVER: &[&str] = &[
    "ended",
    "canceled",
    "cancelled",
    "expired",
    "해지",
    "만료",
    "종료",
];

/// What a row of a subscriptions file says, beside its id and its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TermRow<'a> {
    /// The first day of service.
    pub(crate) start: Day,
    /// The end as written.
    pub(crate) end: Option<End>,
    /// The day on which it was cancelled for its end.
    pub(crate) cancel_requested: Option<Day>,
    /// Nobody pays before this day.
    pub(crate) trial_end: Option<Day>,
    /// Its status says that it is over.
    pub(crate) over: bool,
    /// A column of row ids names the row.
    pub(crate) named: bool,
    /// What is paid, and the code of the currency that the row names, or "".
    pub(crate) price: Option<(Price, &'a str)>,
}

impl<'a> TermRow<'a> {
    /// Of a row that [`read`] kept.
    pub(crate) fn of(kept: Record<'a>) -> TermRow<'a> {
        let mut fields = kept.fields();
        TermRow {
            start: fields.day().unwrap_or(Day::FIRST),
            end: fields.end(),
            cancel_requested: fields.day(),
            trial_end: fields.day(),
            over: fields.number() == 1,
            named: fields.number() == 1,
            price: fields.price(),
        }
    }
}

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Subscriptions(rows) = rows else {
        return Ok(());
    };
    let id = row.id(plan, Role::Customer, notes)?;
    let start = row.required_stamp(plan, Role::Start)?.day;
    let end = row.end(plan, Role::End)?;
    let price = row.price(plan, notes)?;
    let status: String = row.of(plan, Role::Status).to_ascii_lowercase();
    let cancel_requested = row.optional_day(plan, Role::CancelRequested, notes);
    let trial_end = row.optional_day(plan, Role::TrialEnd, notes);
    let (price, currency) = price.unzip();
    rows.push(id, row.line, &mut |out| {
        out.day(Some(start));
        out.end(end);
        out.day(cancel_requested);
        out.day(trial_end);
        out.number(OVER.contains(&status.as_str()).into());
        out.number((!cells::is_blank(row.of(plan, Role::Row))).into());
        out.price(price, currency.as_deref().unwrap_or_default());
        out.cells(&mut row.cells());
    });
    Ok(())
}

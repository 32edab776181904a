//! Customers: one row each.

use super::{End, INVOICE, PAYMENT, Plan, Price, Row, Rows, SERVICE, SetAside, Spec, Words, words};
use crate::calendar::Day;
use crate::intake::cells;
use crate::intake::kept::{Kept, Record};
use crate::intake::notes::Notes;
use crate::issue::Code;
use crate::roles::{Kind, Role};

/// A customers file.
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Customers,
    required: &[&[Role::Customer]],
    wanted: &[],
    words: WORDS,
    against: &[INVOICE, SERVICE, PAYMENT],
    tells: &[],
    one_row_each: true,
    empty: |_| Rows::Customers(Kept::default()),
    read,
};

const WORDS: &[Words] = &[
    words(Role::Customer, 1, CUSTOMER),
    words(Role::Customer, 1, PERSON_PAYS),
    words(Role::Customer, 1, &["", "", "id recordid"]),
    words(
        Role::Signup,
        4,
        &[
            "signup signupdate signupat signedup signedupat signedupon signupon signupday \
             registered registeredat registrationdate joined joinedat joindate joinedon \
             customersince 가입 가입일 가입일자 가입일시 가입날짜 회원가입일 등록일 등록일자 \
             등록일시 계약일 개통일",
            "created createdat createddate createdon createdate creationdate datecreated \
             firstseen activatedat activationdate leadcreatedat 생성일 생성일시 최초가입일 \
             subscribedat subscriptiondate usercreationtime accountcreated accountcreatedat",
            "",
            "",
            "start startdate startedat since 시작일 구독시작일 이용시작일",
        ],
    ),
    words(
        Role::Cancelled,
        3,
        &[
            "cancelled canceled cancelledat canceledat cancelledon canceledon canceldate \
             cancelleddate canceleddate cancellationdate cancelationdate churndate churnedat \
             churnedon churneddate 해지일 해지일자 해지일시 구독해지일 탈퇴일 탈퇴일자 이탈일 \
             이탈일자 취소일 해약일",
            "cancel cancellation churned churn 해지 left leftat terminated terminatedat \
             terminationdate deactivatedat closedat",
            "",
            "",
            "end enddate endedat endsat expired expiredat 종료일 구독종료일 만료일 이용종료일",
        ],
    ),
    words(
        Role::LastActive,
        4,
        &[
            "lastactive lastactiveat lastactivedate lastactivity lastactivitydate lastactivityat \
             lastlogin lastloginat lastlogindate lastlogintime lastseen lastseenat lastseendate \
             lastused lastusedat lastuse lastuseddate lastusagedate lastvisit lastvisitat \
             lastrequestat lastsignin lastsigninat lastaccess lastaccessedat lastaccessdate \
             최근접속일 최근접속 최근접속일시 마지막접속일 마지막접속 마지막접속일시 최종접속일 \
             최종접속일시 최종접속 마지막로그인 마지막로그인일 마지막로그인일시 최근로그인 \
             최근로그인일 최근로그인일시 최종로그인 최종로그인일 최종로그인일시 마지막사용일 \
             최근사용일 최종사용일 최종이용일 최근이용일 마지막이용일 최근활동일 마지막활동일 \
             최근방문일 마지막방문일",
            "lastheardfrom lastevent lasteventat activeat 접속일 접속일시",
        ],
    ),
    words(Role::Mrr, 2, MRR),
    words(Role::Amount, 1, AMOUNT),
    words(Role::Interval, 1, INTERVAL),
    words(Role::Currency, 0, CURRENCY),
    words(Role::Plan, 1, PLAN),
    words(
        Role::Name,
        1,
        &[
            "name customername companyname accountname fullname clientname organizationname \
             고객명 회사명 업체명 기업명 상호 상호명 이름 거래처명",
            "company organization organisation account 회사 업체 기업 고객 거래처 customer",
        ],
    ),
    words(
        Role::Owner,
        2,
        &[
            "owner accountowner companyowner customerowner csm accountmanager \
             customersuccessmanager salesowner 담당자 담당 담당매니저 영업담당 영업담당자 \
             담당자명 고객담당자",
            "manager salesrep rep 매니저",
        ],
    ),
    words(
        Role::Tier,
        1,
        &[
            "tier customertier accounttier 등급 고객등급 회원등급",
            "grade level",
        ],
    ),
    words(
        Role::Renewal,
        1,
        &[
            "renewal renewaldate renewsat renewson renewalat nextrenewal nextrenewaldate \
             contractrenewaldate 갱신일 재계약일 계약갱신일",
            "nextbilling nextbillingdate nextpaymentdate nextinvoicedate 다음결제일 차기결제일 \
             결제예정일 다음갱신일",
        ],
    ),
    words(Role::AutoRenew, 1, AUTO_RENEW),
    words(Role::Mode, 0, MODE),
    words(
        Role::Onboarded,
        2,
        &[
            "onboarded onboardedat onboardingcompleted onboardingcompletedat \
                     onboardingdate 온보딩 온보딩일 온보딩완료일",
        ],
    ),
    words(
        Role::Seats,
        1,
        &[
            "seats seatcount licenses licences numseats 좌석 좌석수 라이선스수 계정수 \
                     사용자수",
        ],
    ),
    words(Role::Nps, 2, &["nps npsscore nps점수"]),
    words(
        Role::Csat,
        2,
        &["csat csatscore satisfaction satisfactionscore 만족도 고객만족도"],
    ),
    words(
        Role::Tenure,
        4,
        &[
            "tenure tenuremonths monthsactive tenureinmonths 이용개월 이용개월수 \
                     가입개월 가입개월수 가입기간 이용기간",
        ],
    ),
    words(
        Role::Churned,
        4,
        &[
            "churned churn ischurned haschurned churnflag churnlabel churnstatus customerchurn \
             이탈 이탈여부 해지여부 탈퇴여부",
            "exited attrition attritionflag left cancelled canceled iscancelled iscanceled 해지 \
             탈퇴",
        ],
    ),
];

/// Words for who pays, shared by the kinds.
pub(crate) const CUSTOMER: &[&str] = &[
    "customerid customerno customernumber customerkey custid 고객id 고객번호 고객아이디 고객코드 \
     고객식별자 고객사id",
    "customer cust 고객 고객사",
    "accountid accountcode accountnumber clientid companyid organizationid organisationid orgid \
     workspaceid tenantid teamid externalid 회사id 업체id 업체코드 거래처코드 계정id \
     사업자번호 사업자등록번호 상점id 상점아이디",
    "account client company organization org workspace tenant team 회사 업체 거래처 계정",
    "customeremail customername companyname accountname 고객명 고객이름 고객사명 회사명 업체명 \
     기업명 상호 거래처명 계약번호",
];

/// Words for a person, who is the customer where nobody else is named.
pub(crate) const PERSON: &[&str] = &[
    "userid useridentifier user 사용자id 사용자아이디 사용자 유저id 유저",
    "memberid member subscriberid subscriber userpseudoid username useremail 회원번호 회원id 회원아이디 회원 \
     사용자번호 사용자명 아이디",
    "distinctid email emailaddress loginid login employeeid 이메일 로그인id",
];

/// The same words where they stand for the customer: after all others.
pub(crate) const PERSON_PAYS: &[&str] = &[
    "",
    "",
    "userid memberid subscriberid rcoriginalappuserid appuserid 사용자id 유저id 회원번호 회원id 회원아이디 사용자번호 아이디",
    "",
    "user member subscriber username useremail distinctid email emailaddress 사용자 회원 이메일",
];

pub(crate) const MRR: &[&str] = &[
    "mrr customermrr currentmrr monthlyrecurringrevenue monthlyamount monthlyprice monthlyfee \
     monthlyrevenue monthlycharge monthlycharges amountpermonth pricepermonth 월요금 월금액 \
     월정액 월결제액 월결제금액 월구독료 월이용료 월매출 월반복매출 월사용료",
    "monthly mrrusd mrrkrw 월",
];

/// An amount for an interval; without a column of intervals it is taken as a month's.
pub(crate) const AMOUNT: &[&str] = &[
    "amount price subscriptionamount subscriptionprice planamount planprice unitprice \
     unitamount recurringamount 금액 요금 가격 구독료 이용료 결제금액 결제액 \
     구독금액 단가 사용료 이용요금",
    "fee charge rate revenue total amountpaid cost billingamount 매출 매출액 합계 amountusd amountkrw value",
];

pub(crate) const INTERVAL: &[&str] = &[
    "interval billinginterval productduration billingperiod billingcycle billingfrequency planinterval \
     paymentinterval subscriptionbillingperiod 결제주기 청구주기 과금주기 주기 구독주기 납부주기",
    "period frequency cycle recurrence cadence billing term",
];

pub(crate) const CURRENCY: &[&str] = &[
    "currency currencycode 통화 화폐 통화코드",
    "cur ccy convertedcurrency",
];

pub(crate) const PLAN: &[&str] = &[
    "plan planname currentplan subscriptionplan plantype pricingplan 요금제 플랜 요금제명 플랜명 \
     구독플랜 구독상품",
    "planid itempriceid product productname package subscriptiontype subscriptionplanid 상품 상품명",
];

/// Whether a row is a test.
pub(crate) const MODE: &[&str] =
    &["livemode testmode istest mode sandbox issandbox environment env 모드 테스트여부 테스트"];

pub(crate) const AUTO_RENEW: &[&str] = &[
    "autorenew autorenewal autorenews 자동갱신 자동결제 자동연장 \
             자동갱신여부 자동결제여부",
];

/// What a row of a customers file says, beside its id and its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CustomerRow<'a> {
    /// The day of sign-up.
    pub(crate) signup: Option<Day>,
    /// The day it ended.
    pub(crate) cancelled: Option<End>,
    /// The last day it was active.
    pub(crate) last_active: Option<Day>,
    /// The file's own mark.
    pub(crate) churned: Option<bool>,
    /// Whole months.
    pub(crate) tenure: Option<u32>,
    /// What it pays, and the code of the currency that the row names, or "".
    pub(crate) price: Option<(Price, &'a str)>,
}

impl<'a> CustomerRow<'a> {
    /// Of a row that [`read`] kept.
    pub(crate) fn of(kept: Record<'a>) -> CustomerRow<'a> {
        let mut fields = kept.fields();
        CustomerRow {
            signup: fields.day(),
            cancelled: fields.end(),
            last_active: fields.day(),
            churned: fields.signed().map(|yes| yes == 1),
            tenure: fields
                .signed()
                .and_then(|months| u32::try_from(months).ok()),
            price: fields.price(),
        }
    }
}

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Customers(rows) = rows else {
        return Ok(());
    };
    let id = row.id(plan, Role::Customer, notes)?;
    let cancelled = row.end(plan, Role::Cancelled)?;
    // Of a customers row only the money is set aside.
    let price = row.price(plan, notes).unwrap_or_else(|aside| {
        notes.value(aside.code, row.line, aside.column, &aside.text);
        None
    });
    let signup = row.optional_day(plan, Role::Signup, notes);
    let last_active = row.optional_day(plan, Role::LastActive, notes);
    let churned = mark(row, plan, notes);
    let tenure = months(row, plan, notes);
    let (price, currency) = price.unzip();
    rows.push(id, row.line, &mut |out| {
        out.day(signup);
        out.end(cancelled);
        out.day(last_active);
        out.signed(churned.map(i64::from));
        out.signed(tenure.map(i64::from));
        out.price(price, currency.as_deref().unwrap_or_default());
        out.cells(&mut row.cells());
    });
    Ok(())
}

fn mark(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Option<bool> {
    let text = row.of(plan, Role::Churned);
    let mark = cells::yes_no(text);
    if mark.is_none() && !cells::is_blank(text) {
        notes.value(
            Code::YesNoIgnored,
            row.line,
            plan.column(Role::Churned),
            text,
        );
    }
    mark
}

fn months(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Option<u32> {
    let text = row.of(plan, Role::Tenure);
    if cells::is_blank(text) {
        return None;
    }
    let whole = row
        .number(plan, Role::Tenure)
        .value()
        .and_then(|n| n.scaled(0, 1, 1).filter(|_| n.significant_decimals() == 0));
    let months = whole.and_then(|n| u32::try_from(n).ok());
    if months.is_none() {
        notes.value(
            Code::NumberIgnored,
            row.line,
            plan.column(Role::Tenure),
            text,
        );
    }
    months
}

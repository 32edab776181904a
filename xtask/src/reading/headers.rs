//! The words over the columns.

use super::tables::Kind;

/// One way to name the columns.
pub(super) struct Spelling {
    pub(super) word: &'static str,
    /// Hours east of UTC that the words over the columns of stamps tell.
    pub(super) east: i32,
    customers: [&'static str; 9],
    subscriptions: [&'static str; 8],
    usage: [&'static str; 5],
    marks: [&'static str; 5],
}

impl Spelling {
    pub(super) fn of(&self, kind: Kind) -> &[&'static str] {
        match kind {
            Kind::Customers => &self.customers,
            Kind::Subscriptions => &self.subscriptions,
            Kind::Usage => &self.usage,
            Kind::Marks => &self.marks,
        }
    }
}

/// The Korean words, by their place in [`SPELLINGS`].
pub(super) const KOREAN: usize = 2;

#[rustfmt::skip]
pub(super) const SPELLINGS: &[Spelling] = &[
    Spelling {
        word: "headers in snake_case",
        east: 0,
        customers: ["customer_id", "name", "signup_date", "cancelled_at", "last_active", "mrr", "currency", "plan", "owner"],
        subscriptions: ["customer_id", "start_date", "end_date", "amount", "interval", "currency", "plan", "reason"],
        usage: ["customer_id", "user_id", "timestamp", "event", "value"],
        marks: ["customer_id", "name", "tenure", "churned", "plan"],
    },
    Spelling {
        word: "headers of words with blanks",
        east: 0,
        customers: ["Customer ID", "Company Name", "Sign-up Date", "Cancelled At", "Last Login", "Monthly Price", "Currency", "Plan Name", "Account Owner"],
        subscriptions: ["Customer ID", "Start Date", "End Date", "Price", "Billing Period", "Currency", "Plan Name", "Cancellation Reason"],
        usage: ["Customer ID", "User ID", "Event Time", "Event Name", "Duration"],
        marks: ["Customer ID", "Company Name", "Tenure Months", "Churned", "Plan Name"],
    },
    Spelling {
        word: "Korean headers",
        east: 0,
        customers: ["고객번호", "고객명", "가입일", "해지일", "최근 접속일", "월 요금", "통화", "요금제", "담당자"],
        subscriptions: ["고객번호", "시작일", "종료일", "금액", "결제주기", "통화", "요금제", "해지사유"],
        usage: ["고객번호", "사용자 ID", "사용일시", "이벤트", "사용량"],
        marks: ["고객번호", "고객명", "가입개월수", "이탈여부", "요금제"],
    },
    Spelling {
        word: "headers in camelCase",
        east: 0,
        customers: ["customerId", "companyName", "signedUpAt", "canceledAt", "lastSeenAt", "currentMrr", "currencyCode", "planName", "accountOwner"],
        subscriptions: ["customerId", "startedAt", "endedAt", "unitPrice", "billingInterval", "currencyCode", "planName", "cancelReason"],
        usage: ["customerId", "userId", "occurredAt", "eventName", "durationMinutes"],
        marks: ["customerId", "companyName", "tenureMonths", "isChurned", "planName"],
    },
    Spelling {
        word: "headers that name UTC",
        east: 0,
        customers: ["Customer ID", "Name", "Created (UTC)", "Canceled At (UTC)", "Last Seen (UTC)", "MRR", "Currency", "Plan", "Owner"],
        subscriptions: ["Customer ID", "Start (UTC)", "Ended At (UTC)", "Amount", "Interval", "Currency", "Plan", "Cancellation Reason"],
        usage: ["Customer ID", "User ID", "Time (UTC)", "Event", "Value"],
        marks: ["Customer ID", "Name", "Tenure", "Churn", "Plan"],
    },
    Spelling {
        word: "Korean headers that name GMT+9",
        east: 9,
        customers: ["고객 ID", "회사명", "가입일시 (GMT+9)", "해지일시 (GMT+9)", "마지막 접속일시 (GMT+9)", "월 결제금액", "통화 코드", "구독 플랜", "고객 담당자"],
        subscriptions: ["고객 ID", "구독 시작일 (GMT+9)", "구독 종료일 (GMT+9)", "결제 금액", "결제 주기", "통화 코드", "구독 플랜", "해지 사유"],
        usage: ["고객 ID", "사용자 ID", "이용 일시 (GMT+9)", "이벤트명", "사용 시간"],
        marks: ["고객 ID", "회사명", "이용 개월수", "해지 여부", "구독 플랜"],
    },
    Spelling {
        word: "headers in capitals with punctuation",
        east: 0,
        customers: [" CUSTOMER_ID ", "NAME:", "SIGNUP-DATE", "CANCELLED.AT", "LAST.ACTIVE", "M.R.R.", "CURRENCY*", "PLAN?", "OWNER!"],
        subscriptions: [" CUSTOMER_ID ", "START-DATE", "END.DATE", "AMOUNT:", "INTERVAL*", "CURRENCY", "PLAN?", "REASON!"],
        usage: [" CUSTOMER_ID ", "USER-ID", "TIMESTAMP:", "EVENT*", "VALUE?"],
        marks: [" CUSTOMER_ID ", "NAME:", "TENURE*", "CHURNED?", "PLAN!"],
    },
    Spelling {
        word: "Korean headers with the middle dots · and ㆍ",
        east: 0,
        customers: ["고객·번호", "고객ㆍ명", "가입·일", "해지ㆍ일", "최근·접속일", "월ㆍ요금", "통화", "요금제", "담당자"],
        subscriptions: ["고객·번호", "구독ㆍ시작일", "구독·종료일", "결제ㆍ금액", "결제·주기", "통화", "요금제", "해지ㆍ사유"],
        usage: ["고객·번호", "사용자ㆍID", "사용·일시", "이벤트", "사용ㆍ량"],
        marks: ["고객·번호", "고객ㆍ명", "가입·개월수", "이탈ㆍ여부", "요금제"],
    },
    Spelling {
        word: "Korean headers with the middle dots ・ and ‧",
        east: 0,
        customers: ["고객・번호", "고객‧명", "가입・일", "해지‧일", "최근・접속일", "월‧요금", "통화", "요금제", "담당자"],
        subscriptions: ["고객・번호", "구독‧시작일", "구독・종료일", "결제‧금액", "결제・주기", "통화", "요금제", "해지‧사유"],
        usage: ["고객・번호", "사용자‧ID", "사용・일시", "이벤트", "사용‧량"],
        marks: ["고객・번호", "고객‧명", "가입・개월수", "이탈‧여부", "요금제"],
    },
];

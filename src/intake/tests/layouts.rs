//! Headers and what they are taken for.

use super::*;

/// The file's kind and roles by their words, `?` behind what is not certain.
fn taken(text: &str) -> String {
    let hindsight = Hindsight::default();
    let head = Head {
        name: "f.csv",
        bytes: text.as_bytes(),
        decoders: native,
        hindsight: &hindsight,
    };
    let guess = guess(&head, &Settings::default());
    let word = |role: Option<Role>| {
        role.map_or("-".into(), |r| {
            serde_json::to_string(&r).unwrap().replace('"', "")
        })
    };
    let roles = guess
        .columns
        .iter()
        .map(|c| word(c.role) + if c.certain { "" } else { "?" });
    let kind = guess
        .kind
        .map_or("none".into(), |k| format!("{k:?}").to_lowercase());
    let missing: String = guess
        .missing
        .iter()
        .map(|&r| format!(" !{}", word(Some(r))))
        .collect();
    format!("{kind}: {}{missing}", roles.collect::<Vec<_>>().join(" "))
}

#[test]
fn the_words_of_the_contract_are_their_own_headers() {
    for (kind, words) in [
        (
            "customers",
            "customer name signup cancelled last_active mrr currency plan owner tier renewal auto_renew onboarded seats nps csat tenure churned",
        ),
        ("customers", "customer signup amount interval currency"),
        (
            "subscriptions",
            "customer start end mrr cancel_requested plan quantity currency status reason trial_end renewal auto_renew",
        ),
        ("subscriptions", "customer start amount interval"),
        ("usage", "customer user at event value"),
        ("usage", "customer at"),
    ] {
        assert_eq!(
            taken(&(words.replace(' ', ",") + "\n")),
            format!("{kind}: {words}")
        );
    }
}

#[test]
fn few_words_are_enough() {
    for (text, want) in [
        (
            "customer,signup\na,2024-01-01",
            "customers: customer signup",
        ),
        (
            "id,name,created_at,plan\n1,x,2024-01-01,p",
            "customers: customer name signup plan",
        ),
        (
            "user_id,signup_date,last_login,price,cancelled\n1,2024-01-01,2024-01-01,5,",
            "customers: customer signup last_active mrr cancelled",
        ),
        (
            "customer_id,plan,country\n1,p,KR",
            "customers: customer plan segment",
        ),
        (
            "account,created_at,canceled_at,plan,price\n1,2024-01-01,,p,5",
            "customers: customer signup cancelled plan mrr",
        ),
        (
            "customer,start,end\na,2024-01-01,",
            "subscriptions: customer start end",
        ),
        (
            "customer,start_date,price,billing_cycle\na,2024-01-01,5,monthly",
            "subscriptions: customer start amount interval",
        ),
        (
            "id,customer,start,mrr\n1,a,2024-01-01,5",
            "subscriptions: row customer start mrr",
        ),
        (
            "customer_id,started_at,cancelled_at,mrr\na,2024-01-01,2024-02-01,5",
            "subscriptions: customer start end? mrr",
        ),
        (
            "customer_id,started_at,ended_at,cancelled_at,mrr\na,2024-01-01,,2024-02-01,5",
            "subscriptions: customer start end cancel_requested mrr",
        ),
        ("customer,date\na,2024-01-01", "usage: customer at"),
        (
            "date,time,customer,feature,count\n2024-01-01,10:00,a,f,3",
            "usage: at - customer event value",
        ),
        ("user,timestamp\nu,2024-01-01 10:00", "usage: user at"),
        (
            "account_id,user,timestamp,event\na,u,2024-01-01 10:00,e",
            "usage: customer user at event",
        ),
        (
            "id,customer_id,created_at,action\n1,a,2024-01-01 10:00,e",
            "usage: - customer at event",
        ),
        (
            "customer,date,amount\na,2024-01-01,5",
            "usage: customer at value",
        ),
        (
            "고객번호,시작일,종료일,요금제,월 요금,통화,사유\na,2024-01-01,,Pro,5,KRW,",
            "subscriptions: customer start end plan mrr currency reason",
        ),
        (
            "회원번호,가입일,탈퇴일,등급\na,2024-01-01,,gold",
            "customers: customer signup cancelled tier",
        ),
        (
            "고객번호,구독 시작일시,구독 종료일시,구독 해지일시,월 요금(원)\na,2024-01-01 10:00,,,5",
            "subscriptions: customer start end cancel_requested? mrr",
        ),
        (
            "고객번호,사용일시,기능,사용시간(분)\na,2024-01-01 10:00,x,5",
            "usage: customer at event value",
        ),
        ("사용자ID,일시,기능\na,2024-01-01,x", "usage: user at event"),
        (
            "업체명,가입일,월정액\n가,2024-01-01,5",
            "customers: customer? signup mrr",
        ),
        (
            "name,email,signup_date,mrr\nA,a@b.c,2024-01-01,5",
            "customers: name customer? signup mrr",
        ),
        (
            "name,signup_date,mrr\nA,2024-01-01,5",
            "customers: name signup mrr !customer",
        ),
        (
            "subscription_id,customer,end,mrr\n1,a,2024-01-01,5",
            "subscriptions: row customer end mrr !start",
        ),
        ("a,b,c\n1,2,3", "none: - - -"),
    ] {
        assert_eq!(taken(text), want, "{text}");
    }
}

#[test]
fn exports_of_billing_and_crm_systems() {
    for (text, want) in [
        (
            "id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status\ncus_1,x,a@b.c,A,2024-01-01 10:00,false,pro,active",
            "customers: customer - - name signup segment plan segment",
        ),
        (
            "Record ID,Company name,Company owner,Create Date,Last Activity Date,Country/Region\n1,A,o,2024-01-01,2024-02-01,KR",
            "customers: customer name owner signup last_active segment",
        ),
        (
            "Name,Email,Company,Country,External ID,Lead created at\nA,a@b.c,A,KR,1,2024-01-01",
            "customers: name - segment segment customer signup",
        ),
        (
            "user_id,event_type,event_time,country\nu,e,2024-01-01 10:00:00.123,KR",
            "usage: user event at -",
        ),
        (
            "event,time,distinct_id\ne,2024-01-01T10:00:00Z,u",
            "usage: event at user",
        ),
    ] {
        assert_eq!(taken(text), want, "{text}");
    }
}

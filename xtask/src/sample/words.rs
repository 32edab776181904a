//! The words of the sample: what shops are called, what they do, who looks after them. All made up.

/// Plans and what a month of them costs, in won.
pub(super) const PLANS: [(&str, u32); 3] = [("Starter", 19_000), ("Pro", 29_000), ("Team", 49_000)];
pub(super) const OWNERS: [&str; 3] = ["지우", "민서", "도윤"];
pub(super) const REGIONS: [&str; 5] = ["서울", "경기", "부산", "대전", "제주"];
pub(super) const CHANNELS: [&str; 4] = ["검색", "지인 소개", "광고", "파트너"];
pub(super) const PEOPLE: [&str; 12] = [
    "sora", "minjun", "haeun", "taeho", "yuna", "jinwoo", "bora", "seojun", "nari", "dohyun",
    "eunji", "kyu",
];
/// Events, and how many of a hundred rows they are.
pub(super) const EVENTS: [(&str, u32); 5] = [
    ("dashboard_view", 40),
    ("report_export", 22),
    ("invoice_send", 18),
    ("reminder_mail", 13),
    ("customer_import", 7),
];
pub(super) const FIRST_WORDS: [&str; 34] = [
    "라온",
    "해솔",
    "연두",
    "미르",
    "가온",
    "나래",
    "바른",
    "이음",
    "동네",
    "아람",
    "온새미",
    "은하",
    "보리",
    "별무리",
    "푸른솔",
    "다온",
    "한결",
    "새벽",
    "소담",
    "여울",
    "도담",
    "마루",
    "하람",
    "솔빛",
    "단비",
    "초록",
    "느티",
    "윤슬",
    "가람",
    "아라",
    "노을",
    "샘터",
    "모아",
    "달빛",
];
/// What a shop is called, and its trade.
pub(super) const SECOND_WORDS: [(&str, &str); 16] = [
    (" 필라테스", "운동"),
    (" 스튜디오", "디자인"),
    ("디자인", "디자인"),
    ("펜션", "숙박"),
    (" 인테리어", "건축"),
    ("물류", "물류"),
    (" 세무회계", "전문 서비스"),
    ("건축", "건축"),
    (" 베이커리", "식음료"),
    ("문구", "소매"),
    (" 동물병원", "의료"),
    (" 영어학원", "교육"),
    (" 로스터스", "식음료"),
    ("꽃집", "소매"),
    (" 한의원", "의료"),
    (" 요가", "운동"),
];
pub(super) const ENGLISH: [(&str, &str); 22] = [
    ("Loam Coffee", "식음료"),
    ("Ivory Tower", "교육"),
    ("Sumin Lab", "전문 서비스"),
    ("Hanok Stay", "숙박"),
    ("Greenhands", "소매"),
    ("Studio Moss", "디자인"),
    ("Paper Boat", "소매"),
    ("Daily Bread Co.", "식음료"),
    ("Northfield Law", "전문 서비스"),
    ("Bluebird Dental", "의료"),
    ("Haru & Co.", "식음료"),
    ("Low Tide Surf", "운동"),
    ("Pine Street Gym", "운동"),
    ("Seoul Frames", "소매"),
    ("Otter Logistics", "물류"),
    ("Kite School", "교육"),
    ("Mint Clinic", "의료"),
    ("Third Floor", "건축"),
    ("Moonjar Ceramics", "소매"),
    ("Quiet Room", "숙박"),
    ("Field Notes", "디자인"),
    ("Orchard Tax", "전문 서비스"),
];

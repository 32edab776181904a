### 숫자와 날짜, 보고서의 틀, 표, 명단, 요약. 그림은 figures.ko.ftl, 화면 상태는 states.ko.ftl, 확인할 점은
### issues.ko.ftl에 있습니다.
### J($x, "이/가")는 값 뒤에 알맞은 조사를 붙입니다.

## 숫자와 날짜

people = { $n }명
n-of = { $unit ->
    [money] { $of } 중 { $n }
    [count] { $of } 중 { $n }
   *[customers] { $of }명 중 { $n }명
  }
range = { $low }~{ $high }
interval = 95% 신뢰구간 { $range }
spelled = { $n }
month-long = { $m }월
month-short = { $m }월
date-long = { $y }년 { $m }월 { $d }일
date-short = { $m }월 { $d }일
date-table = { $y }. { $m }. { $d }.
period-long = { $grain ->
    [day] { date-long }
    [week] { $y }년 { $m }월 { $d }일 주
    [quarter] { $y }년 { $quarter }분기
    [year] { $y }년
   *[month] { $y }년 { $m }월
  }
period-short = { $grain ->
    [day] { date-short }
    [week] { $m }월 { $d }일 주
    [quarter] { $quarter }분기
    [year] { $y }년
   *[month] { $m }월
  }
period-table = { $grain ->
    [day] { date-table }
    [week] { date-table }
    [quarter] { $y }년 { $quarter }분기
    [year] { $y }년
   *[month] { $y }년 { $m }월
  }
period-axis = { $grain ->
    [day] { $m }/{ $d }
    [week] { $m }/{ $d }
    [quarter] { $quarter }분기
    [year] { $y }
   *[month] { $m }월
  }
grain-one = { $grain ->
    [day] 날
    [week] 주
    [quarter] 분기
    [year] 해
   *[month] 달
  }
per = { $grain ->
    [day] 하루
    [week] 한 주
    [quarter] 한 분기
    [year] 한 해
   *[month] 한 달
  }
grain-many = { $grain ->
    [day] 일
    [week] 주
    [quarter] 분기
    [year] 년
   *[month] 달
  }
unit-count = { $unit ->
    [money] { $amount }
    [users] { $amount }명
    [customers] { $amount }명
    [days] { $amount }일
   *[count] { $amount }
  }
unit-n-of = { $amount }
who = { $unit ->
    [users] 사용자
   *[customers] 고객
  }

## 칸의 상태

so-far = 진행 중
so-far-said = 진행 중, { $what }
not-yet = 아직 아님
before-log = 기록 시작 전
nobody-to-lose = 떠날 고객 없음
cut-here = 여기서 잘린 듯합니다
cut-short = 잘린 듯

## 보고서의 틀

part-short = 요약
part-here = 지금 쓰는 고객
part-leaving = 떠난 고객
part-money = 매출
part-staying = 남은 고객
part-use = 사용
part-files = 파일
contents = 차례
contents-files = 읽은 파일
contents-issues = 확인할 점
contents-of = { $n }/{ $of }
needs-line = { $n ->
    [1] { J($needs, "이/가") }
   *[other] { $needs }도
  } 필요합니다.
needs-add = 파일 더하기
needs-terms = 결제 기간(고객, 가입일, 종료일) 파일
needs-money = 금액 열
needs-usage = 사용 기록(고객, 시각) 파일
needs-last-use = 사용 기록 파일이나 최근 접속일 열
needs-users = 사용자를 나눠 적은 사용 기록(고객, 사용자, 시각) 파일
needs-signup = 가입일 열
needs-churned = 이탈 여부 열
needs-short = { $need ->
    [terms] 날짜 필요
    [money] 금액 필요
    [usage] 사용 기록 필요
    [last-use] 사용 기록 필요
    [users] 사용자 필요
    [signup] 가입일 필요
    [currency] 다른 통화
    [as_of] 더 뒤의 날
   *[churned] 이탈 표시 필요
  }
left-out-currency = 파일에 통화가 { $currency }인 금액이 없습니다. 다른 통화를 고르세요.
left-out-as_of = 파일에는 { $date }까지 이에 대한 기록이 없습니다. 기준일을 더 뒤로 고르세요.
needs-also = { J($one, "이/가") } 필요하고, { $other }

## 그림의 도구

view = 보기
view-picture = 그림
view-table = 표
view-start = 처음 대비
view-before = { $grain ->
    [day] 전날 대비
    [week] 전주 대비
    [quarter] 전 분기 대비
    [year] 전해 대비
   *[month] 전달 대비
  }
view-share = 비율
view-count = { $unit ->
    [money] 금액
    [users] 사용자 수
   *[customers] 고객 수
  }
definition = 정의
download = 내려받기
download-csv = 표를 CSV로
download-svg = 그림을 SVG로
download-png = 그림을 PNG로
download-copy = 표 복사
download-copied = 복사했습니다
more-tools = 더 보기
segment = 세그먼트
segment-all = 전체
keys-picture = 화살표로 옮기고 Enter로 명단을 엽니다.
keys-triangle = 화살표로 옮기고 Enter로 명단을 엽니다.
picture-said = { $question } { $answer }
scroll-note = { $grain ->
    [day] 최근 { $n }일.
    [week] 최근 { $n }주.
    [quarter] 최근 { $n }분기.
    [year] 최근 { $n }년.
   *[month] 최근 { $n }개월.
  }
split-note = { $drawn ->
    [0] 그림에는 전체만 있습니다. 값마다의 숫자는 표에 있습니다.
   *[other] 그림에는 가장 큰 { $drawn }가지만 있습니다. 나머지는 표에 있습니다.
  }
hint-scroll = 옆으로 밀면 그 이전이 보입니다.
hint-list = 숫자를 누르면 고객 명단이 열립니다.
rule = 지금 적용된 기준
rule-change = 바꾸기
definition-full = 정의 전문
close = 닫기
loading = 읽는 중…

## 표

column-period = { $grain ->
    [day] 날
    [week] 주
    [quarter] 분기
    [year] 해
   *[month] 달
  }
column-rate = 비율
column-interval = 95% 신뢰구간
column-part = 구분
column-count = { $unit ->
    [users] 사용자
    [money] MRR
    [rate] 떠난 고객
   *[customers] 고객
  }
column-money = MRR
column-share = 비중
column-segment = 세그먼트
cohort-label = { $grain ->
    [day] 가입일
    [week] 가입한 주
    [quarter] 가입 분기
    [year] 가입한 해
   *[month] 가입한 달
  }
cohort-label-use = { $grain ->
    [day] 첫 사용일
    [week] 첫 사용 주
    [quarter] 첫 사용 분기
    [year] 첫 사용 해
   *[month] 첫 사용 달
  }
cohort-label-every = { $grain ->
    [day] 쓴 날
    [week] 쓴 주
    [quarter] 쓴 분기
    [year] 쓴 해
   *[month] 쓴 달
  }
cohort-size = { who }
cohort-age = { $grain ->
    [day] 가입 후 지난 일수
    [week] 가입 후 지난 주
    [quarter] 가입 후 지난 분기
    [year] 가입 후 지난 해
   *[month] 가입 후 지난 달수
  }
cohort-age-use = { $grain ->
    [day] 첫 사용 후 지난 일수
    [week] 첫 사용 후 지난 주
    [quarter] 첫 사용 후 지난 분기
    [year] 첫 사용 후 지난 해
   *[month] 첫 사용 후 지난 달수
  }
cohort-age-every = { $grain ->
    [day] 그 뒤 지난 일수
    [week] 그 뒤 지난 주
    [quarter] 그 뒤 지난 분기
    [year] 그 뒤 지난 해
   *[month] 그 뒤 지난 달수
  }
average = 가중 평균
age-name = { $grain ->
    [day] { $age }일째
    [week] { $age }주째
    [quarter] { $age }분기째
    [year] { $age }년째
   *[month] { $age }개월째
  }
cell-said = { $cohort }, { $age }: { $what }
rows-all = { $n }개 모두 보기
rows-fewer = 최근 { $n }개만 보기
rows-drawn = 고른 행의 곡선
row-draw = { $cohort } 곡선 그리기
legend-partial = { $grain ->
    [day] 진행 중인 날(평균에서 제외)
    [week] 진행 중인 주(평균에서 제외)
    [quarter] 진행 중인 분기(평균에서 제외)
    [year] 진행 중인 해(평균에서 제외)
   *[month] 진행 중인 달(평균에서 제외)
  }
legend-before = 기록 시작 전
legend-over = 100% 초과
note-triangle = 값은 %입니다.
hint-triangle = { $view ->
    [count] 칸을 누르면 명단이, 행 이름을 누르면 곡선이 나옵니다.
   *[share] 칸을 누르면 몇 명 중 몇 명인지와 명단이, 행 이름을 누르면 곡선이 나옵니다.
  }
note-triangle-every = 쓴 기간마다 코호트에 들어가므로 같은 { J(who, "이/가") } 여러 행에 있습니다.

## 명단

list-any = { $p } { $line }: { unit-count }
list-issue = { unit-count }
list-segment = { $segment }: { $title }
list-money = { $title }, 매달 { $money }
column-customer = 고객
column-name = 이름
column-user = 사용자
column-amount = MRR
column-plan = 요금제
column-last_used = 마지막 사용
column-days_silent = 휴면 일수
column-last_did = 마지막에 쓴 기능
column-owner = 담당
column-row = 파일의 행
days-count = { $n }일
never = 없음
list-shown = { $total }명 중 { $shown }명 표시
list-largest = { $total }명 중 { $shown }명, 금액이 큰 순서
list-paper = 전체 명단은 CSV에 있습니다.
list-more = { $n }명 더 보기
list-all = { $n }명 모두 보기
list-csv = CSV
list-csv-merge = CSV(메일 보내기용)
list-copy = 복사
list-copied = 복사했습니다
list-note = 휴면 일수는 { $date }까지 셉니다. { $events ->
    [0] 모든 이벤트를 사용으로 봅니다.
   *[other] 사용으로 보는 이벤트: { $names }.
  }
list-gone = 이제 이 숫자에 해당하는 고객이 없습니다.
list-failed = 명단을 만들지 못했습니다: { $text }

## 선과 부분의 이름

line-opening = 기초
line-new = 신규
line-reactivation = 재활성화
line-expansion = 확장
line-contraction = 축소
line-churn = 이탈
line-closing = 기말
line-active = 활성
line-ghost = 유령
line-all = 전체
line-ghost_revenue-active = 활성 MRR
line-ghost_revenue-ghost = 유령 매출
line-logo_churn-churn = 고객 이탈률
line-active-active = 활성 고객
line-active_users-active = 활성 사용자
legend-ghost_revenue-active = 활성 MRR: 최근 { $silent }일 안에 쓴 고객이 내는 돈
legend-ghost_revenue-ghost = 유령 매출: 나머지. 위의 숫자는 비중
closing-over = { $unit ->
    [money] 기말 MRR
   *[customers] 기말 고객
  }
movements = { $grain ->
    [day] 일별 증감
    [week] 주별 증감
    [quarter] 분기별 증감
    [year] 연별 증감
   *[month] 월별 증감
  }
range-first = { $to }일 이내
range-days = { $from }~{ $to }일 전
range-open = { $from }일 이상
range-never = 한 번도 안 씀
hint-ledger = 다른 { $grain ->
    [day] 날을
    [week] 주를
    [quarter] 분기를
    [year] 해를
   *[month] 달을
  } 보려면 막대를 누르거나 ← → 키를 쓰세요.
group-here = 최근 { $silent }일 안에 사용 { $n }명
group-silent = 휴면 고객 { $n }명
group-money = { $money } 유령 매출

## 숫자 뒤의 명단

list-customers-paying = { $date }에 결제 중인 고객 { unit-count }
list-dormancy = { $range ->
    [never] 결제만 하고 한 번도 쓰지 않은 고객 { unit-count }
    [open] { $from }일 이상 쓰지 않은 고객 { unit-count }
    [first] 최근 { $to }일 안에 쓴 고객 { unit-count }
   *[days] { $from }~{ $to }일 전에 마지막으로 쓴 고객 { unit-count }
  }
list-dormancy-here = 최근 { $silent }일 안에 쓴 고객 { unit-count }
list-dormancy-quiet = { $silent }~{ $before-last }일 동안 쓰지 않은 고객 { unit-count }
list-dormancy-silent = { $silent }일 이상 쓰지 않은 고객 { unit-count }
list-ghost_revenue-active = { $closed }까지 { $silent }일 안에 쓴 고객 { unit-count }
list-ghost_revenue-ghost = { $closed }까지 { $silent }일 동안 쓰지 않은 고객 { unit-count }
list-series-opening = { $p } 시작 시점에 결제 중인 고객 { unit-count }
list-series-closing = { $p } 말에 결제 중인 고객 { unit-count }
list-series-new = { $p } 신규 고객 { unit-count }
list-series-reactivation = { $p }에 돌아온 고객 { unit-count }
list-series-expansion = { $p }에 더 낸 고객 { unit-count }
list-series-contraction = { $p }에 덜 낸 고객 { unit-count }
list-series-churn = { $p }에 떠난 고객 { unit-count }
list-series-active = { $p }에 쓴 { who } { unit-count }
list-all-churned = 이탈로 표시된 고객 { unit-count }
list-triangle = { $cohort } 가입, { age-name }: { unit-count }
list-triangle-use = { $cohort } 첫 사용, { age-name }: { unit-count }
list-triangle-every = { $cohort } 사용, { age-name }: { unit-count }
list-triangle-average = 끝난 모든 코호트, { age-name }: { unit-count }
list-base = { $p } { $line }의 분모: { unit-count }
list-base-logo_churn = { list-series-opening }
list-base-churned_share = 이탈 여부를 읽을 수 있는 고객 { unit-count }
list-base-average = 그만큼 지난 모든 코호트: { unit-count }
list-base-open = 전체(분모) 명단 보기
list-base-back = 앞의 명단으로
list-triangle-size = { $cohort } 코호트: { unit-count }

## 요약

headline-paying = 고객 { $n }이 매달 { J($mrr, "을/를") } 내고 있습니다.
headline-paying-plain = 유료 고객은 { $n }입니다. 파일에 금액은 없습니다.
headline-paying-first = 적어도 고객 { $n }이 매달 { J($mrr, "을/를") } 내고 있습니다.
headline-paying-plain-first = 유료 고객은 적어도 { $n }입니다.
headline-nobody = { $date }에 결제 중인 고객은 없습니다.
headline-use = { $case ->
    [all] 모두 최근 { $silent }일 안에 제품을 썼습니다.
    [none] 최근 { $silent }일 안에 제품을 쓴 고객은 없습니다.
   *[some] 그중 최근 { $silent }일 안에 제품을 쓴 고객은 { $a }입니다.
  }
headline-use-first = 그중 최근 { $silent }일 안에 제품을 쓴 고객은 적어도 { $a }입니다.
headline-strangers = 그중 사용 기록에 있는 고객은 없습니다.
headline-strangers-lead = 파일마다 고객번호가 다르게 적힌 듯합니다. 각 파일의 고객번호를 확인하세요. 번호가 맞아야 누가 제품을 쓰는지 말할 수 있습니다.
headline-use-unknown = 사용 기록이나 최근 접속일을 더하면 아직 쓰는 고객이 몇 명인지 알 수 있습니다.
headline-ghost = { $case ->
    [none] { $g } 모두 쓰지 않으면서 매달 { J($m, "을/를") } 냅니다. MRR의 { J($r, "이/가") } 유령 매출입니다.
   *[some] 나머지 { $g }은 쓰지 않으면서 매달 { J($m, "을/를") } 냅니다. MRR의 { J($r, "이/가") } 유령 매출입니다.
  }
headline-ghost-plain = { $case ->
    [none] { $g } 모두 쓰지 않으면서 돈을 냅니다.
   *[some] 나머지 { $g }은 쓰지 않으면서 돈을 냅니다.
  }
headline-no-ghost = 쓰지 않으면서 돈을 내는 고객은 없습니다.
headline-churn = { $p }에는 고객 { J($churn, "이/가") } 떠나 이탈률은 { $r }였습니다(95% 신뢰구간 { $interval }).
headline-no-losses = { $p }에는 아무도 떠나지 않았습니다. 다만 고객이 { $of }명이므로 실제 이탈률은 { $high }까지일 수 있습니다.
headline-small = { $p }에는 { J($churn, "이/가") } 떠났습니다. 믿을 만한 이탈률을 말하기에는 고객이 적습니다({ $interval }).
headline-nobody-to-lose = { $p }의 시작 시점에 결제 중인 고객이 없어 이탈률이 없습니다.
headline-too-early = { $grain ->
    [day] 아직 끝난 날이 없습니다.
    [week] 아직 끝난 주가 없습니다.
    [quarter] 아직 끝난 분기가 없습니다.
    [year] 아직 끝난 해가 없습니다.
   *[month] 아직 끝난 달이 없습니다.
  } { $date }부터 이탈률을 알 수 있습니다.
headline-cut = 파일이 끝나는 { $date }에 고객 { $n }명의 결제가 한꺼번에 끝납니다. 파일이 잘린 듯하여 이 기간({ $p })은 어떤 문장에도 쓰지 않습니다.
headline-churned = 고객 { J($all, "이/가") } 이탈로 표시되어 있습니다.
headline-churned-lead = 비율로는 { $r }입니다(95% 신뢰구간 { $interval }). 파일에 날짜가 없어 지금 결제 중인 고객, 월별 수치, 코호트는 알 수 없습니다.
headline-use-only = { $p }에 고객 { $n }이 제품을 썼습니다.
headline-use-only-first = { $p }에 제품을 쓴 고객은 적어도 { $n }입니다.
headline-use-only-lead = 파일에 누가 결제하는지 없습니다. 고객이나 구독 파일을 더하면 누가 떠나고 얼마를 잃는지 알 수 있습니다.
headline-little = 파일로 답할 수 있는 질문이 아직 없습니다.

### 그림 둘레의 말: 화면의 상태, 윗줄, 적용 기준, 설정, 파일.

## 틀

skip-to-report = 본문으로
words-lost = 영어 문구를 받지 못해 한국어로 계속합니다. 네트워크가 연결되면 다시 고르세요.
language = 언어
theme = 색
theme-dark = 어두운 색
theme-light = 밝은 색
top-files = 파일 { $files }개 · { $rows }행
top-requests = 페이지를 연 뒤 보낸 요청 { $n }건
top-requests-short = 요청 { $n }건
top-more = 더 보기
save-menu = 내려받기
save-report = 보고서(JSON)
save-settings = 설정
save-print = 인쇄
print-foot = Ebb 보고서, 기준일 { $date }
print-counted = 이렇게 셌습니다
save-open = 이 글을 직접 저장하세요
foot-licences = 라이선스
foot-definitions = 모든 수치에 정의가 붙어 있습니다.
help = 단축키
help-title = 단축키
help-s = 샘플로 해 보기(첫 화면)
help-o = 파일 고르기
help-j = 다음 수치
help-k = 이전 수치
help-d = 보고 있는 수치의 정의
help-t = 그림과 표 바꾸기
help-question = 이 목록
help-escape = 열린 것 닫기, 읽기 취소
help-switch = 한 글자 단축키 사용
ignored-keys = 주소의 일부는 쓸 수 없어 무시했습니다: { $keys }
note-close = 알림 닫기

## 요청과 보안 정책

requests-title = 이 페이지가 요청한 것
requests-none = 페이지를 연 뒤에는 없습니다. 페이지의 부품은 그 전에 모두 받았습니다.
requests-own = 모두 이 페이지의 사이트에서 받았습니다.
requests-foreign = 다른 곳에 요청한 것이 있습니다.
requests-blocked = 보안 정책이 요청 { $n }건을 막았습니다.
policy-title = 브라우저가 강제하는 정책
policy-said = 이 페이지는 자기 사이트하고만 통신할 수 있고 다른 주소로는 아무것도 보낼 수 없습니다. 파일은 이 탭 안의 작업자가 같은 정책 아래에서 읽습니다.
policy-none = 무엇을 요청할 수 있는지는 이 화면을 품은 페이지가 정합니다.

## 아직 고르지 않음

empty-title = 누가 떠나고 있는지 보세요.
empty-lead = 해지하지 않았지만 이미 떠난 고객과, 그 금액까지 보입니다. 가지고 있는 CSV 파일을 놓으세요. Ebb는 이 탭 안에서만 읽고 아무 데도 보내지 않습니다.
empty-drop = CSV 파일을 이 페이지 아무 데나 놓으세요
empty-drop-narrow = 가지고 있는 CSV 파일
empty-choose = 파일 고르기
empty-sample = 샘플로 해 보기
empty-formats = CSV나 텍스트, 크기와 인코딩 제한 없음(한글 엑셀도 됩니다). 여러 개를 한 번에 놓아도 됩니다.
empty-settings = 이 설정을 씁니다: { $rules }
sample-title = 샘플이 보여 주는 것
sample-days = { $from }~{ $to }일
sample-days-open = { $from }일 이상
sample-never = 한 번도 안 씀
sample-note = 네모 하나가 고객 한 명입니다. 마지막으로 쓴 뒤 지난 날로 나눴습니다. 매출의 { $share }가 { $silent }일 이상 쓰지 않은 고객에게서 나옵니다.
kinds-title = 파일 하나로도 됩니다. 더 놓으면 더 많은 답이 나옵니다.
kind-customers-columns = 이름, 가입일, 금액, 해지일, 최근 접속일
kind-customers-answers = 이탈, 코호트, 휴면 고객, 유령 매출. 이 파일 하나로도 됩니다.
kind-paid = 구독 또는 청구서
kind-subscriptions-columns = 시작일, 종료일, 금액, 결제 주기
kind-subscriptions-answers = 1원까지 맞는 MRR 증감, 고객과 매출의 코호트.
kind-usage-columns = 고객번호, 시각, 이벤트
kind-usage-answers = 리텐션, 활성 고객, 고객마다 며칠째 쓰지 않는지. 몇 GB라도 됩니다.
promise = 이 컴퓨터 밖으로 아무것도 나가지 않습니다
promise-requests = 연 뒤 보낸 요청 { $n }건
promise-requests-said = 페이지가 스스로 셉니다.
promise-requests-link = 목록 보기
promise-policy = 보내기가 막혀 있습니다
promise-policy-said = 이 페이지의 보안 정책은 다른 주소와 통신하지 못하게 합니다.
promise-policy-link = 정책 읽기
promise-offline = 네트워크를 꺼도 됩니다
promise-offline-said = 파일을 읽는 데 필요한 것은 이미 이 탭 안에 있습니다.
promise-offline-link = 받아 둔 것
parts-title = 페이지와 함께 받은 것

drag-let-go = 놓으면 파일 { $n }개를 읽습니다
drag-let-go-some = 놓으면 파일을 읽습니다
dropped-folder = { $name } 항목은 폴더입니다. 안에 있는 파일을 놓으세요.
again-title = { $n ->
    [1] 이름이 같은 파일이 이미 있습니다: { $name }
   *[other] 이름이 같은 파일 { $n }개가 이미 있습니다: { $name }
  }
again-replace = 바꾸기
again-add = 더하기
again-leave = 그대로 두기

## 파일을 무엇으로 보았나

map-title = 파일을 이렇게 읽었습니다
map-lead = 파일 { $files }개. { $questions ->
    [0] 모두 확실합니다. 틀린 곳이 있으면 바꾸세요.
   *[other] 확실한 것은 채워 두었고 질문이 { $questions }가지 남았습니다. 틀린 곳이 있으면 바꾸세요.
  }
map-taken = 이렇게 읽음
map-column = 열
map-first = 처음 값
map-blank = (빈칸)
map-certain = 확실
map-asked = 확인해 주세요
map-chosen = 직접 고름
map-moved = 다른 열로 바뀌어 쓰지 않음
map-kind-of = { $file } 파일의 종류
map-role-of = { $column } 열의 뜻
map-missing = 없는 열: { $roles }. 어느 열인지 골라 주세요.
map-choose-kind = 파일의 종류를 고르거나 빼 두세요.
map-unread = 읽지 않음
map-left-out = 빼 둠
map-stays = 아무것도 올리지 않습니다. 모두 이 탭 안에 있습니다.
map-other = 다른 파일
map-show = 보고서 보기
map-show-missing = 없는 열: { $roles }
map-which = 어느 열이 { role-name }인가요?
map-guessed = “{ $column }” 열이 { role-name }인가요?
map-reading = { $reading ->
    [point] { map-decimal }
    [comma] { map-decimal }
   *[days] “{ $column }” 열의 날짜는 어떤 순서인가요?
  }
map-decimal = “{ $column }” 열의 소수점은 무엇인가요?
map-reading-said = { $file } 파일의 값은 한 가지로만 읽히지 않습니다.
map-reads = { $text } → { $value }
map-encoding = { $file } 파일의 인코딩은 무엇인가요?
map-encoding-said = 알려 주는 글자가 너무 적습니다. 글이 제대로 보이는 쪽을 고르세요.
reading-name = { $reading ->
    [day-first] 일이 먼저
    [year-first] 연도가 먼저
    [point] 소수점이 점
    [comma] 소수점이 쉼표
   *[month-first] 월이 먼저
  }
map-guessed-said = { $file } 파일의 열 이름만으로는 확실하지 않습니다.
map-which-said = { $file } 파일에 맞는 열이 두 개입니다.
delimiter-name = { $delimiter ->
    [comma] 쉼표
    [semicolon] 쌍반점
    [tab] 탭
    [pipe] 세로줄
   *[other] { $delimiter }
  }
encoding-name = { $encoding ->
    [utf-8] UTF-8
    [euc-kr] 한글 엑셀(CP949)
    [windows-1252] 서유럽(Windows-1252)
    [shift_jis] 일본어(Shift_JIS)
    [gb18030] 중국어(GB18030)
    [utf-16le] UTF-16
    [utf-16be] UTF-16
   *[other] { $encoding }
  }
size-MB = { $n }MB
size-kB = { $n }kB

## 읽는 중

read-title = 파일 { $n }개를 읽는 중
read-opening = 파일 { $n }개를 여는 중
read-cancel = 취소
read-bytes = { $total }MB 중 { $read }MB
read-speed = 초당 { $n }MB
read-seconds = { $n }초째
read-rows = { $n }행
read-rows-so-far = 지금까지 { $n }행
read-waiting = 기다리는 중
read-set-aside = 제외 { $n }행
read-first = 지금까지 읽은 부분으로 본 첫 숫자
read-first-settled = { $chosen ->
    [yes] {""}
   *[no] 지금까지 읽은 마지막 날인{" "}
  }{ $date } 기준이고, 사용은 아직 세는 중입니다. 그동안 다른 탭에서 일해도 됩니다.
read-first-note = 아직 확정된 숫자가 아닙니다. 그동안 다른 탭에서 일해도 됩니다.
read-percent = { $percent }% 읽음
read-done = { $rows }행을 읽고 { $aside }행을 제외했습니다. { $seconds }초 걸렸습니다.

## 적용 기준

rules = 적용 기준
chip-as-of = 기준일
chip-by = 기간
chip-zone = 시간대
chip-currency = 통화
chip-use = 사용 기준
chip-silent-from = 휴면
chip-who = 대상
chip-split = 나눠 보기
chip-currency-none = 없음
use-any = 모든 이벤트
use-events = { $n ->
    [1] { $name }
   *[other] 이벤트 { $n }개
  }
use-least = , { per } { $by ->
    [rows] { $n }회
   *[value] { $n }
  } 이상
chip-days = { $n }일부터
who-all = 전체 고객
split-none = 안 함
all-settings = 모든 설정
as-of-found = 파일에 있는 마지막 날은 { $date }입니다.
as-of-own = 다른 날
as-of-back = 마지막 날로
week-start = 한 주의 시작
zone-other = 다른 시간대(예: Asia/Tokyo, +09:00)
zone-said = 시차가 적힌 시각은 이 시간대로 바꿉니다. 날짜는 옮기지 않습니다.
zone-Asia-Seoul = 서울
zone-Asia-Tokyo = 도쿄
zone-Asia-Singapore = 싱가포르
zone-Europe-London = 런던
zone-Europe-Berlin = 베를린
zone-America-New_York = 뉴욕
zone-America-Los_Angeles = 로스앤젤레스
zone-UTC = UTC
currency-files = 파일대로
currency-said = 다른 통화의 금액은 제외하고, 얼마인지 확인할 점에 적습니다.
use-rows = { per } 최소 사용 횟수
use-value = { per } 최소 값
use-effect = 이렇게 하면 { $of }명 중 { $before }명 대신 { $n }명이 활성입니다.
use-effect-same = 이렇게 해도 { $of }명 중 { $n }명이 그대로 활성입니다.
use-effect-wait = 세는 중…
use-signing-in = 로그인만으로는 제품을 썼다고 보기 어렵습니다. 사용으로 볼 이벤트를 고르세요.
apply = 모두 적용
undo = 되돌리기
silent-said = 이만큼 쓰지 않은 유료 고객을 휴면으로 봅니다. 그 고객이 내는 돈이 유령 매출입니다.
who-column = 세그먼트
who-none = 파일에 세그먼트가 없습니다. 요금제처럼 값이 몇 가지뿐인 고객 파일의 열이 세그먼트가 됩니다.
who-everyone = 전체 고객
who-blank = (빈칸)
split-said = 모든 수치를 값마다 다시 보여 줍니다.
settings-unreadable-lead = { $file } 파일은 설정 파일이 아닙니다. 여기서 저장한 설정 파일을 불러오세요.
field-expected = 이렇게 적으세요: { $kind ->
    [range] { $min }부터 { $max }까지의 정수
    [whole] { $min } 이상의 정수
    [number] { $min } 이상의 수
    [days] 쉼표로 나눈 날 수, 예를 들어 14, 30, 90
    [ranges] 쉼표로 나눈 구간, 예를 들어 0-0, 1-3, 4-
    [date] 1990년 이후의 날짜
   *[zone] 시간대나 시차, 예를 들어 Asia/Tokyo, +09:00
  }
setting-kept = 설정은 그대로 두었습니다.
setting-refused = 쓸 수 없는 설정입니다: { $text }

## 모든 설정

settings-title = 모든 설정
settings-own = 이 그림의 설정
settings-undo = 되돌리기
settings-defaults = 처음 설정으로
settings-save = 설정 저장
settings-load = 설정 불러오기
settings-close = 설정 닫기
settings-group = { $group ->
    [time] 시간
    [leaving] 매출과 이탈
    [use] 사용과 휴면
    [retention] 리텐션
   *[who] 대상
  }
setting-as_of = 기준일
setting-grain = 기간
setting-week_start = 한 주의 시작
setting-zone = 시간대
setting-currency = 통화
setting-grace = 결제가 없어도 이탈로 보지 않는 날 수
setting-end_is = 종료일의 뜻
setting-churn_date = 이탈하는 날
setting-events = 사용으로 보는 이벤트
setting-min_rows = 한 기간의 최소 사용 횟수
setting-min_value = 한 기간의 최소 값
setting-adoption = 채택률의 분모
setting-silent = 휴면의 시작(일)
setting-dormancy = 휴면을 나누는 날(일)
setting-member = 세는 대상
setting-cohort = 코호트 기준
setting-mode = 다시 썼다는 뜻
setting-unit = 단위
setting-window = 기간 방식
setting-entry = 들어오는 횟수
setting-brackets = 경과 구간(예: 0-0, 1-3, 4-)
setting-segment = 이 고객만
setting-split = 나눠 보기
setting-join = 같은 고객으로 볼 고객번호
setting-files = 파일의 종류와 열
setting-files-link = 파일을 읽은 방법 보기
word-day = 일
word-week = 주
word-month = 월
word-quarter = 분기
word-year = 연
word-monday = 월요일
word-sunday = 일요일
word-first-day-without = 서비스가 없는 첫날
word-last-day = 서비스의 마지막 날
word-term-end = 이용 기간 종료일
word-cancel-request = 해지 신청일
word-exact = 똑같은 것만
word-folded = 대소문자, 띄어쓰기, 전각·반각만 다른 것도
word-active = 활성 고객
word-paying = 유료 고객
word-customers = 고객
word-users = 사용자
word-signup = 가입
word-first-use = 첫 사용
word-on = { $unit ->
    [day] 그 날
    [week] 그 주
   *[month] 그 달
  }
word-on-or-after = { $unit ->
    [day] 그 날 이후
    [week] 그 주 이후
   *[month] 그 달 이후
  }
word-brackets = 구간
word-first = 한 번
word-every = { $unit ->
    [day] 쓴 날마다
    [week] 쓴 주마다
   *[month] 쓴 달마다
  }
word-calendar = 달력 기준
word-rolling = 기간 기준

## 파일

files-title = 파일에서 무엇을 읽었나요?
files-all = { $n ->
    [1] 파일을 끝까지 읽었습니다.
   *[other] 파일 { $n }개를 모두 끝까지 읽었습니다.
  } 읽은 행과 제외한 행을 더하면 언제나 파일의 전체 행이 됩니다.
files-some = 파일 { $n }개 가운데 { $whole }개를 끝까지 읽었습니다. 읽은 행과 제외한 행을 더하면 언제나 파일의 전체 행이 됩니다.
files-change = 읽는 방법 바꾸기
files-add = 파일 더하기
files-again = 처음부터
files-aside = 제외한 행
aside-show = 제외한 { $n }행 보기
aside-hide = 닫기
aside-file = 파일
aside-line = 행
aside-column = 열
aside-text = 적힌 값
aside-why = 제외한 까닭
aside-first = 전체 { $all }행 가운데 처음 { $n }행입니다.
more-of = { $n }개 더 보기
files-sum = 읽음 { $read } + 제외 { $aside } = { $rows }행
files-unread = 읽지 않음
files-bar = { $rows }행 중 { $read }행 읽음
look-title = { $n ->
    [0] 확인할 점이 없습니다
   *[other] 확인할 점 { $n }가지
  }
look-none = 모든 행을 읽었고 의심스러운 것이 없습니다.
look-all = 전체
look-by-file = 파일별
look-view = 순서
look-rows = 행 보기
look-rows-hide = 행 숨기기
look-customers = 고객 보기
look-mapping = 열 바꾸기
mend-unused = 이 열을 쓰지 않기
mend-test-mode = 이 행도 세기
mend-as_of = { $date } 기준으로 보기
mend-join-folded = 같은 고객으로 세기
mend-join-exact = 다른 고객으로 세기
mend-last-day = 종료일을 서비스의 마지막 날로 보기
mend-currency = { $currency } 기준으로 세기
mend-reading = 다르게 읽기: { reading-name }
mend-done = 바꾸었습니다: { $what }
look-severity = { $severity ->
    [error] 읽지 않음
    [warning] 제외
    [question] 질문
   *[note] 참고
  }
look-place = { $column ->
    [none] { $file } { $line }행
   *[other] { $file } { $line }행 { $column } 열
  }
look-place-more = { $column ->
    [none] { $file } { $line }행 외 { $more }행
   *[other] { $file } { $line }행 외 { $more }행 { $column } 열
  }
look-place-column = { $file } { $column } 열
look-without-place = 파일 전체
look-cannot = 행을 보여 줄 수 없습니다. 파일이 없어졌거나 바뀌었습니다.

## 읽지 못함

broken-nothing = 읽을 수 있는 파일이 없습니다.
broken-stopped = { $file ->
    [none] 읽다가 멈췄습니다. 파일은 그대로입니다.
   *[other] { $file } 파일을 읽다가 멈췄습니다. 파일은 그대로입니다.
  }
broken-stopped-lead = 같은 파일로 다시 해 보거나 이 파일을 빼고 계속할 수 있습니다.
broken-changed = { $file } 파일이 읽는 동안 바뀌었습니다.
broken-changed-lead = 바뀌기 전과 후가 섞인 수치는 틀리므로 아무것도 보여 주지 않습니다. 파일에 쓰는 것이 없을 때 다시 읽으세요.
broken-unreadable = 브라우저가 { $file } 파일을 더는 읽을 수 없습니다.
broken-unreadable-lead = 고른 뒤에 옮기거나 이름을 바꾸거나 지웠을 수 있습니다. 다시 골라 주세요.
broken-stale = 고른 뒤에 { $file } 파일이 바뀌었습니다.
broken-stale-lead = 브라우저가 이 파일을 더는 읽지 못합니다. 파일에 쓰는 것이 없을 때 다시 골라 주세요.
broken-memory = { $file ->
    [none] 브라우저가 메모리를 더 내주지 않아 멈췄습니다. 파일은 그대로입니다.
   *[other] { $file } 파일을 읽다가 브라우저가 메모리를 더 내주지 않아 멈췄습니다. 파일은 그대로입니다.
  }
broken-memory-lead = 다른 탭을 닫고 다시 해 보거나 이 파일을 빼고 계속하세요.
broken-too-large = 정확히 셀 수 없을 만큼 큰 합이 있습니다.
broken-too-large-lead = { $figure } 값이 2^53 − 1을 넘습니다. 몰래 반올림하지 않고 멈췄습니다.
broken-too-many-cells = 칸이 너무 많은 수치가 있습니다.
broken-too-many-cells-lead = { $figure } 수치의 칸이 한 페이지에 보여 줄 수 있는 것보다 많습니다. 기간을 더 길게 잡거나 다른 세그먼트로 나눠 보세요. 파일에 먼 미래로 잘못 적힌 날짜가 있어도 칸이 너무 많아집니다.
broken-settings = 쓸 수 없는 설정입니다.
broken-zones = 시간대 표를 받지 못했습니다.
broken-zones-lead = { $zone } 시간대에는 이 표가 필요합니다. 네트워크가 없으면 UTC나 +09:00 같은 고정 시차를 고르세요.
broken-src = 이 페이지의 파일을 받지 못했습니다.
broken-src-lead = { $text }
broken-try = 다시 해 보기
broken-without = 빼고 계속하기
broken-other = 다른 파일
broken-defaults = 처음 설정으로
broken-copy = 무슨 일이 있었는지 복사
broken-copied = 복사했습니다
no-src = 파일이 정해지지 않았습니다. CSV 파일을 여기에 놓으세요.

### 파일에서 확인할 점. 코드 하나에 메시지 하나: 무엇이 잘못되었는지, 무엇이 있고(.stands) 무엇이어야 하며(.expected) 어떻게 했는지(.done).

role-name = { $role ->
    [customer] 고객번호
    [name] 이름
    [signup] 가입일
    [cancelled] 해지일
    [last_active] 최근 접속일
    [mrr] 월 요금(MRR)
    [amount] 금액
    [interval] 결제 주기
    [interval_count] 결제 주기의 수
    [currency] 통화
    [plan] 요금제
    [owner] 담당
    [tier] 등급
    [renewal] 갱신일
    [auto_renew] 자동 갱신
    [onboarded] 온보딩 완료
    [seats] 좌석 수
    [nps] NPS
    [csat] CSAT
    [tenure] 이용 개월 수
    [churned] 이탈 여부
    [segment] 세그먼트
    [start] 시작일
    [end] 종료일
    [cancel_requested] 해지 신청일
    [quantity] 수량
    [status] 상태
    [reason] 사유
    [trial_end] 체험 종료일
    [row] 행 번호
    [mode] 테스트 여부
    [date] 날짜
    [period_start] 이용 시작일
    [period_end] 이용 종료일
    [kind] 항목 종류
    [invoice] 청구서 번호
    [refunds] 환불된 청구서
    [refunded] 환불 금액
    [user] 사용자
    [at] 시각
    [event] 이벤트
    [value] 값
   *[none] 쓰지 않음
  }
kind-name = { $kind ->
    [customers] 고객
    [subscriptions] 구독
    [invoices] 청구서
    [usage] 사용 기록
   *[none] 쓰지 않음
  }
rows-set-aside = { $count ->
    [1] 이 행을 제외했습니다
   *[other] { $count }행을 제외했습니다
  }
term-set-aside = { $kind ->
    [customers] { $count ->
        [1] 결제 기간만 제외하고 고객은 남겼습니다
       *[other] 결제 기간 { $count }건만 제외하고 고객은 남겼습니다
      }
   *[other] { rows-set-aside }
  }
values-blank = { $count ->
    [1] 빈 값으로 보았습니다
   *[other] 이런 값 { $count }개를 빈 값으로 보았습니다
  }

issue-file-empty = 빈 파일입니다
    .stands = 내용이 없거나 빈 줄만 있습니다
    .expected = 열 이름이 있는 줄과 그 아래 행이 있어야 합니다
    .done = 이 파일에서는 아무것도 읽지 않았습니다
issue-file-header-only = 열 이름만 있고 행이 없습니다
    .stands = 첫 줄뿐이고 그 아래에 아무것도 없습니다
    .expected = 열 이름 아래에 행이 하나라도 있어야 합니다
    .done = 이 파일에서는 아무것도 읽지 않았습니다
issue-file-not-text = 글자로 된 표가 아닙니다
    .stands = { $looks ->
        [png] 그림 파일의 내용입니다
        [jpeg] 그림 파일의 내용입니다
        [gif] 그림 파일의 내용입니다
        [riff] 그림이나 소리 파일의 내용입니다
        [pdf] PDF 파일의 내용입니다
        [xlsx] 엑셀 통합 문서의 내용입니다
        [xls] 엑셀 통합 문서의 내용입니다
        [zip] 압축 파일의 내용입니다
        [gzip] 압축 파일의 내용입니다
        [zstd] 압축 파일의 내용입니다
        [sqlite] 데이터베이스 파일의 내용입니다
        [parquet] Parquet 파일의 내용입니다
        [rtf] 서식 문서의 내용입니다
        [utf-16] UTF-16으로 된 글자입니다
       *[binary] 글자가 아닌 내용입니다
      }
    .expected = CSV나 텍스트 파일이어야 합니다. 엑셀이라면 CSV로 저장하세요
    .done = 이 파일에서는 아무것도 읽지 않았습니다
issue-file-unrecognised = 어떤 종류의 파일인지 알 수 없습니다
    .stands = 파일의 열: { $columns }
    .expected = 고객번호 열과, 날짜나 금액이나 사용 시각 열이 있어야 합니다
    .done = 이 파일에서는 아무것도 읽지 않았습니다
issue-column-missing = 필요한 열이 없습니다
    .stands = ‘{ role-name }’ 자리에 쓸 열이 없습니다
    .expected = { $kind ->
        [customers] 고객 파일에는 꼭 있어야 합니다
        [subscriptions] 구독 파일에는 꼭 있어야 합니다
        [invoices] 청구서 파일에는 꼭 있어야 합니다
        [usage] 사용 기록 파일에는 꼭 있어야 합니다
       *[other] 이 종류의 파일에는 꼭 있어야 합니다
      }
    .done = 이 파일에서는 아무것도 읽지 않았습니다
issue-file-repeated = 같은 파일이 또 있습니다
    .stands = { $first } 파일과 내용이 똑같습니다
    .expected = 파일마다 한 번이면 됩니다
    .done = 한 번만 셌습니다

issue-id-missing = 고객번호가 비어 있습니다
    .stands = { $count ->
        [1] 고객번호 자리에 아무것도 없습니다
       *[other] { $count }행의 고객번호 자리에 아무것도 없습니다
      }
    .expected = 어느 고객의 행인지 알려면 고객번호가 있어야 합니다
    .done = { rows-set-aside }
issue-date-unreadable = 없는 날짜입니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 2026-02-28처럼 1990년 이후의 달력에 있는 날이어야 합니다
    .done = 다른 날짜로 바꾸지 않고 { rows-set-aside }
issue-end-before-start = 종료일이 시작일보다 뒤가 아닙니다
    .stands = 시작일 { $start }, 종료일 { $end }
    .expected = 종료일은 시작일보다 뒤여야 합니다
    .done = { term-set-aside }
issue-amount-negative = 금액이 음수입니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 0 이상이어야 합니다
    .done = { term-set-aside }
issue-amount-unreadable = 금액으로 읽을 수 없습니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 숫자와 통화 기호 하나만 있어야 합니다
    .done = { $count ->
        [1] 이 행은 결제 기간으로 세지 않았습니다
       *[other] { $count }행은 결제 기간으로 세지 않았습니다
      }
issue-number-too-large = 수가 너무 큽니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 마지막 자리까지 정확히 셀 수 있는 수여야 합니다
    .done = { $kind ->
        [usage] { values-blank }
       *[other] { term-set-aside }
      }
issue-interval-unknown = 결제 주기로 읽을 수 없습니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 일, 주, 월, 분기, 반기, 연 가운데 하나여야 합니다
    .done = { term-set-aside }
issue-row-ragged = 칸 수가 열 수와 다릅니다
    .stands = 이 행에는 칸이 { $fields }개 있습니다
    .expected = 열 수와 같은 { $expected }개여야 합니다
    .done = { rows-set-aside }
issue-cell-too-long = 한 칸이 너무 깁니다
    .stands = 한 칸이 { $length }바이트입니다
    .expected = 읽을 만한 길이여야 합니다. 닫히지 않은 따옴표 때문일 때가 많습니다
    .done = { rows-set-aside }
issue-customer-repeated = 다른 행과 똑같습니다
    .stands = { $first }행과 모든 칸이 같습니다
    .expected = 고객마다 한 행이면 됩니다
    .done = 고객을 한 번만 세고 { rows-set-aside }
issue-customer-conflict = 같은 고객의 행이 서로 다릅니다
    .stands = “{ $text }” 고객은 { $stands }행에도 있습니다
    .expected = 고객마다 한 행이면 됩니다
    .done = 가입일이 가장 늦은 행을 쓰고 { rows-set-aside }
issue-term-repeated = 다른 행과 똑같습니다
    .stands = 행 번호와 모든 칸이 앞의 행과 같습니다
    .expected = 행 번호는 한 번씩만 있어야 합니다
    .done = 한 번만 세고 { rows-set-aside }
issue-currency-other = 다른 통화의 금액입니다
    .stands = { $currency } 금액이 { $count }행에 있고 합계는 { $sum }입니다
    .expected = 이 보고서의 통화는 { $report }입니다
    .done = 이 금액을 제외했습니다
issue-test-mode = 테스트 행입니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 실제로 결제하고 사용한 것만 세야 합니다
    .done = { rows-set-aside }

issue-refund-unmatched = 환불할 청구서를 찾을 수 없습니다
    .stands = 가리키는 청구서 번호가 “{ $text }”입니다
    .expected = 같은 고객의 청구서 번호가 있어야 합니다
    .done = 어느 청구서도 줄이지 않고 { rows-set-aside }

issue-date-ignored = 없는 날짜입니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 1990년 이후의 달력에 있는 날이거나 비어 있어야 합니다
    .done = { values-blank }
issue-number-ignored = 수로 읽을 수 없습니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 숫자이거나 비어 있어야 합니다
    .done = { values-blank }
issue-yes-no-ignored = 예인지 아니요인지 알 수 없습니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 예/아니요, true/false, 1/0 가운데 하나여야 합니다
    .done = { values-blank }
issue-sum-too-large = 고객 { $customers }명의 사용량 합이 너무 큽니다
    .stands = 예: { $text }
    .expected = 합이 마지막 자리까지 정확히 셀 수 있는 수여야 합니다
    .done = 사용량은 0으로 보고 행은 그대로 셌습니다
issue-text-damaged = 글자가 아닌 바이트가 있습니다
    .stands = UTF-8이 아닌 바이트가 있습니다
    .expected = UTF-8 글자여야 합니다
    .done = 그 자리에 � 기호를 넣었습니다

issue-encoding-guessed = 어떤 인코딩으로 저장한 파일인지 확실하지 않습니다
    .stands = ASCII가 아닌 글자가 너무 적습니다
    .expected = { $others }일 수도 있습니다
    .done = { $encoding } 인코딩으로 읽었습니다
issue-header-missing = 열 이름이 적힌 줄이 없습니다
    .stands = 첫 줄부터 데이터입니다
    .expected = 첫 줄에 열 이름이 있어야 합니다
    .done = 열에 번호를 붙이고 값의 모양으로 뜻을 정했습니다
issue-table-other = 파일에 표가 더 있습니다
    .stands = { $columns } 아래에 { $rows }행이 있습니다
    .expected = 파일 하나에 표가 하나여야 합니다
    .done = 가장 큰 표만 읽었습니다
issue-lines-outside = 표의 행이 아닌 줄이 { $count }줄 있습니다
    .stands = 첫 줄은 “{ $text }”입니다
    .expected = 제목, 주석, 합계, 안내문이 표 앞뒤에 있을 수 있습니다
    .done = 행으로 세지 않고 뺐습니다
issue-header-repeated = 열 이름 줄이 행 사이에 또 있습니다
    .stands = { $count }번 더 나옵니다
    .expected = 한 번이면 됩니다
    .done = 행으로 세지 않고 뺐습니다
issue-nul-dropped = 값이 0인 바이트가 있습니다
    .stands = { $count }행에 들어 있습니다
    .expected = 글자에는 이런 바이트가 없습니다
    .done = 그 바이트만 빼고 나머지를 읽었습니다
issue-id-rounded = 엑셀이 고객번호를 줄여 썼습니다
    .stands = “{ $text }”처럼 긴 수를 줄인 값이 있습니다
    .expected = 원래의 고객번호여야 합니다. 이 열을 텍스트로 하여 파일을 다시 저장하세요
    .done = { $count ->
        [1] 적힌 그대로 고객번호로 보았습니다. 여러 고객이 하나로 합쳐졌을 수 있습니다
       *[other] 이런 값 { $count }개를 적힌 그대로 고객번호로 보았습니다. 여러 고객이 하나로 합쳐졌을 수 있습니다
      }

issue-column-uncertain = ‘{ role-name }’ 자리에 맞는 열이 둘입니다
    .stands = { $other } 열도 그 자리에 맞습니다
    .expected = 뜻마다 열이 하나여야 합니다
    .done = 이 열을 썼습니다
issue-column-guessed = 열 이름만으로는 ‘{ role-name }’인지 확실하지 않습니다
    .stands = 더 맞는 열이 없습니다
    .expected = 뜻마다 열이 하나여야 합니다
    .done = 이 열을 썼습니다
issue-date-order-guessed = 두 가지로 읽을 수 있는 날짜입니다
    .stands = “{ $text }”에서 어느 수가 월인지 알려 주는 값이 없습니다
    .expected = 12일보다 뒤인 날이 하나라도 있으면 알 수 있습니다
    .done = { $reading ->
        [year-first] 연도가 먼저 온다고 보았습니다
        [day-first] 일이 먼저 온다고 보았습니다
       *[month-first] 월이 먼저 온다고 보았습니다
      }
issue-decimal-sign-guessed = 두 가지로 읽을 수 있는 수입니다
    .stands = “{ $text }”에서 소수점이 점인지 쉼표인지 알려 주는 값이 없습니다
    .expected = 두 부호가 다 있거나 부호 뒤가 세 자리가 아닌 수가 하나라도 있으면 알 수 있습니다
    .done = { $reading ->
        [comma] 쉼표를 소수점으로 보았습니다
       *[point] 점을 소수점으로 보았습니다
      }
issue-cut-suspected = 파일이 여기서 잘린 듯합니다
    .stands = 결제하던 고객 { $of }명 중 { $stopped }명의 결제가 { $date }에 한꺼번에 끝납니다
    .expected = 보통은 고객마다 떠나는 날이 다릅니다
    .done = 이 기간은 아직 끝나지 않은 것으로 보았습니다
issue-start-far-ahead = 시작일이 너무 뒤입니다
    .stands = 다른 모든 날보다 한 달 넘게 뒤인 { $date }에 시작합니다
    .expected = 기준일까지의 날이어야 합니다
    .done = 기준일을 옮기지 않았습니다
issue-ids-alike = 표기만 조금 다른 고객번호가 { $customers }개 있습니다
    .stands = 대소문자, 띄어쓰기, 전각·반각만 다릅니다: { $text }
    .expected = 같은 고객이면 모든 파일에 똑같이 적혀 있어야 합니다
    .done = 서로 다른 고객으로 셌습니다. 합치면 { $joined }명이 됩니다
issue-usage-gap = 사용 기록에 빈 기간이 있습니다
    .stands = 행이 하나도 없는 { $grain ->
        [week] 주가 { $periods }주
        [month] 달이 { $periods }개월
        [quarter] 분기가 { $periods }개
       *[year] 해가 { $periods }년
      } 있습니다. 첫 번째는 { $date }부터 { $until }까지입니다
    .expected = 아무도 쓰지 않은 { $grain ->
        [week] 주는
        [month] 달은
        [quarter] 분기는
       *[year] 해는
      } 드뭅니다. 내보낼 때 빠진 기간이 있는지 확인하세요
    .done = 그동안은 모든 고객이 쓰지 않은 것으로 셌습니다
issue-usage-ends-early = 사용 기록이 일찍 끝납니다
    .stands = 마지막 행이 { $date }로, 기준일 { $as_of }보다 { $days }일 이릅니다
    .expected = 기준일까지의 기록이 있어야 합니다
    .done = 그 뒤로는 모든 고객이 쓰지 않은 것으로 셌습니다

issue-ids-joined = 고객번호를 여러 가지로 적은 고객이 { $customers }명 있습니다
    .stands = 대소문자, 띄어쓰기, 전각·반각만 다릅니다: { $text }
    .expected = 같은 고객이면 모든 파일에 똑같이 적혀 있어야 합니다
    .done = 설정에 따라 한 고객으로 합쳤습니다
issue-invoice-not-counted = 셈에 넣지 않는 청구서나 항목입니다
    .stands = “{ $text }” 값이 있습니다
    .expected = 정기 이용료로 청구되거나 결제된 것만 MRR이 됩니다
    .done = { rows-set-aside }
issue-invoice-twice = 다른 파일에도 있는 청구서입니다
    .stands = { $count ->
        [one] { $text } 고객의 같은 항목이 그 파일에도 있습니다
       *[other] { $text } 등의 같은 항목 { $count }개가 그 파일에도 있습니다
      }
    .expected = 항목마다 한 번만 있어야 하고, 내보낸 기간이 겹치면 안 됩니다
    .done = 둘 다 셌으므로 MRR이 두 배일 수 있습니다
issue-interval-inferred = 이용 기간이 없는 청구서가 있습니다
    .stands = 청구서 { $count }건에 이용 기간도 결제 주기도 없습니다
    .expected = 기간의 시작일과 종료일이나 결제 주기가 있어야 합니다
    .done = 고객마다 청구서 사이의 간격을 보고 이용 기간을 정했습니다
issue-usage-unknown-customer = 고객 파일에 없는 고객 { $customers }명이 사용 기록에 있습니다
    .stands = 예를 들면 { $text }입니다
    .expected = 모든 고객이 고객 파일에 있어야 합니다
    .done = 사용 수치에는 넣고 유료 고객에는 넣지 않았습니다
issue-term-unknown-customer = 고객 파일에 없는 유료 고객이 { $customers }명 있습니다
    .stands = 예를 들면 { $text }입니다
    .expected = 모든 고객이 고객 파일에 있어야 합니다
    .done = 고객 파일의 이름과 세그먼트 없이 셌습니다
issue-price-without-term = 금액은 있지만 결제 기간이 없는 고객이 { $customers }명 있습니다
    .stands = 예를 들면 { $text }입니다
    .expected = 가입일이나 구독 행이 있어야 합니다
    .done = 유료 고객에 넣지 않았습니다
issue-churned-without-day = 이탈했다고 표시됐지만 언제인지 알 수 없는 고객이 { $customers }명 있습니다
    .stands = 예를 들면 { $text }입니다
    .expected = 표시와 함께 해지일이 있어야 합니다
    .done = 지금까지 결제하는 고객으로 셌습니다
issue-term-equal = 똑같은 행이 있습니다
    .stands = { $count }행이 다른 행과 똑같습니다
    .expected = 구독마다 한 행이거나 행 번호 열이 있어야 합니다
    .done = 각각 다른 구독으로 셌습니다
issue-terms-overlap = 구독이 여럿인 고객이 { $customers }명 있습니다
    .stands = 예를 들면 { $text }입니다
    .expected = 그럴 수 있습니다
    .done = 월 요금을 더했습니다
issue-after-as-of = 기준일보다 뒤인 날이 있습니다
    .stands = { $date }보다 뒤인 날이 { $count }개 있습니다
    .expected = 이미 일어난 일만 셉니다
    .done = 아직 일어나지 않은 것으로 보았습니다
issue-within-period = 한 기간 안에 가입해 떠난 고객이 { $customers }명 있습니다
    .stands = 예를 들면 { $text }입니다
    .expected = 그럴 수 있습니다
    .done = 한 기간 안에 시작하고 끝난 결제는 기간의 처음에도 끝에도 없어 증감에 들어가지 않습니다

issue-row-short = 칸 수가 열 수보다 적습니다
    .stands = 이 행에는 칸이 { $fields }개 있습니다
    .expected = 열 수와 같은 { $expected }개여야 합니다
    .done = 모자라는 칸은 빈칸으로 보았습니다

issue-quote-unclosed = 따옴표가 닫히지 않았습니다
    .stands = 이 칸의 앞부분은 “{ $text }”입니다
    .expected = 칸의 끝에 닫는 따옴표가 있어야 합니다
    .done = 이 줄만 제외하고 다음 줄부터 이어서 읽었습니다

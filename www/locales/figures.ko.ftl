### 화면 순서대로 적은 그림의 질문, 답, 정의입니다.

## 답이 없을 때

answer-too-early = { $grain ->
    [day] 아직 끝난 날이 없습니다.
    [week] 아직 끝난 주가 없습니다.
    [quarter] 아직 끝난 분기가 없습니다.
    [year] 아직 끝난 해가 없습니다.
   *[month] 아직 끝난 달이 없습니다.
  }
answer-unknown = 아직 알 수 없습니다.
answer-none = { $p }의 시작 시점에 결제 중인 고객이 없어 이탈률이 없습니다.

## 지금 쓰는 고객

name-dormancy = 누가 아직 쓰고 있나
question-dormancy = 누가 아직 쓰고 있나요?
answer-dormancy = { $quiet-is ->
    [yes] 휴면 { $silent }~{ $before-last }일인 고객이 { $quiet }, { $last }일 이상이 { $gone }
   *[no] { $last }일 이상 쓰지 않은 고객이 { $gone }
  }, 결제만 하고 한 번도 쓰지 않은 고객이 { $never }입니다.
note-dormancy = 네모 하나가 고객 한 명입니다. 마지막으로 쓴 뒤 지난 날을 { $date } 기준으로 셉니다.
note-dormancy-bars = 길이가 고객 수입니다. 마지막으로 쓴 뒤 지난 날을 { $date } 기준으로 셉니다.
term-dormancy = 휴면 일수
meaning-dormancy = 유료 고객이 마지막으로 쓴 날부터 기준일까지 지난 날입니다. 결제하면서 한 번도 쓰지 않은 고객은 따로 셉니다.
formula-dormancy = { $here } + { $silent-sum } = { $all }
formula-said-dormancy = { $date }까지 { $silent }일 안에 쓴 고객이 { $here }, 쓰지 않은 고객이 { $silent-sum }이고, 더하면 그날 결제 중인 고객 전부입니다.
full-dormancy = 휴면 일수 = 기준일 − 마지막으로 사용 기준을 채운 날. 그런 날이 없으면 파일의 최근 접속일을 씁니다. 기준일에 결제 중인 고객은 꼭 한 칸에만 들어갑니다. 휴면은 { $silent }일 이상 쓰지 않았거나 한 번도 쓰지 않은 것입니다.

name-ghost_revenue = 유령 매출
question-ghost_revenue = 쓰지 않으면서 내는 돈은 얼마인가요?
answer-ghost_revenue = { $only ->
    [yes] { $p-long } MRR { $total } 가운데 유령 매출의 비중은 { $ghost-share }입니다.
   *[no] 유령 매출의 비중은 { $from } { $ghost-share-then }에서 { $p-long } { J($ghost-share, "이/가") } 되었습니다. 그동안 MRR은 { $total-then }에서 { J($total, "이/가") } 되었습니다.
  }
term-ghost_revenue = 유령 매출
meaning-ghost_revenue = 기말까지 { $silent }일 동안 쓰지 않았거나 한 번도 쓰지 않은 유료 고객의 MRR입니다. 아직 내고 있지만 쓰지 않는 돈입니다.
formula-ghost_revenue = { $ghost } ÷ { $total } = { $ghost-share-exact }
formula-said-ghost_revenue = { $closed } MRR { $total } 가운데 { J($ghost, "은/는") } 그 전 { $silent }일 동안 쓰지 않은 고객의 것입니다.
full-ghost_revenue = 모든 기말에서 활성 MRR + 유령 MRR = MRR입니다. 기말 전 { $silent }일이 사용 기록보다 먼저 시작하면 값을 말하지 않습니다. 최근 접속일만 있으면 기준일의 값만 알 수 있습니다.

name-ghost_list = 휴면 고객 명단
question-ghost_list = 휴면 고객은 누구인가요?
answer-ghost_list = { $n ->
    [0] { $silent }일 이상 쓰지 않은 유료 고객은 없습니다.
   *[other] 결제하고 있지만 { $silent }일 이상 쓰지 않은 고객이 { $n }입니다. 모두 합쳐 매달 { J($money, "을/를") } 냅니다.
  }
answer-ghost_list-plain = { $n ->
    [0] { $silent }일 이상 쓰지 않은 유료 고객은 없습니다.
   *[other] 결제하고 있지만 { $silent }일 이상 쓰지 않은 고객이 { $n }입니다.
  }
term-ghost_list = 휴면 고객
meaning-ghost_list = 기준일에 결제 중이면서 마지막 사용이 { $silent }일 이상 전인 고객과, 한 번도 쓰지 않은 고객입니다.
formula-ghost_list = { $n }
formula-said-ghost_list = { $date } 유령 매출 뒤에 있는 고객이며, 금액이 큰 순서입니다.
full-ghost_list = 마지막 유령 매출의 숫자 뒤에 있는 명단과 같습니다. 고객마다 그 값이 나온 파일의 행이 있습니다.

## 떠난 고객

name-customer_movements = 들어오고 나간 고객
question-customer_movements = 고객이 얼마나 들어오고 나갔나요?
answer-customer_movements = { $p }에 신규 { $new }, 재활성화 { $reactivation }, 이탈 { $churn }으로 고객이 { $opening }에서 { $closing }이 되었습니다.
term-customer_movements = 고객 증감
meaning-customer_movements = 기간이 끝날 때 결제 중인 고객을 시작할 때와 견줍니다. 신규는 전에 낸 적이 없는 고객, 재활성화는 전에 냈지만 시작할 때는 내지 않던 고객, 이탈은 시작할 때 내다가 끝날 때 내지 않는 고객입니다.
formula-customer_movements = { $opening } + { $new } + { $reactivation } − { $churn } = { $closing }
formula-said-customer_movements = { $opened }부터 { $closed }까지입니다. 기간 안에 들어왔다 나간 고객은 증감에 들어가지 않습니다.
full-customer_movements = MRR이 0보다 크면 그날 결제 중인 고객입니다. 어느 달 1일로 적힌 것은 그달에 속합니다. 그날 시작하면 그달의 신규, 그날 끝나면 그달의 이탈입니다. 기초 + 신규 + 재활성화 − 이탈 = 기말이 모든 기간에서 정확히 맞고, 기말은 다음 기간의 기초입니다.

name-logo_churn = 고객 이탈률
question-logo_churn = { $grain ->
    [day] 날마다 고객의 몇{"\u00A0"}%{"\u2060"}가 떠나나요?
    [week] 매주 고객의 몇{"\u00A0"}%{"\u2060"}가 떠나나요?
    [quarter] 분기마다 고객의 몇{"\u00A0"}%{"\u2060"}가 떠나나요?
    [year] 해마다 고객의 몇{"\u00A0"}%{"\u2060"}가 떠나나요?
   *[month] 매달 고객의 몇{"\u00A0"}%{"\u2060"}가 떠나나요?
  }
answer-logo_churn = { $size ->
    [none] { answer-none }
    [tiny] { $churn-n ->
        [0] { $p }에는 아무도 떠나지 않았습니다({ $churn }).
       *[other] { $p }에는 { J($churn, "이/가") } 떠났습니다.
      }
   *[full] { $churn-n ->
        [0] { $p }에는 아무도 떠나지 않았습니다({ $churn }).
       *[other] { $p }에는 { J($churn, "이/가") } 떠났습니다({ $churn-rate }).
      }
  }{ $overlap ->
    [yes] {" "}최근 { $k }{ $grain ->
        [day] 일
        [week] 주
        [quarter] 개 분기
        [year] 년
       *[month] 개월
      }의 신뢰구간이 모두 겹치므로, 그 가운데 어느 { $grain ->
        [day] 날이
        [week] 주가
        [quarter] 분기가
        [year] 해가
       *[month] 달이
      } 유난히 나빴다고 말할 수 없습니다.
   *[no] {""}
  }
note-logo_churn = 점은 이탈률, 세로줄은 95% 신뢰구간입니다. 속이 빈 점은 아직 끝나지 않은 { $grain ->
    [day] 날이며
    [week] 주이며
    [quarter] 분기이며
    [year] 해이며
   *[month] 달이며
  } 어떤 문장에도 평균에도 쓰지 않습니다.
term-logo_churn = 고객 이탈률
meaning-logo_churn = 기간이 시작될 때 결제 중이던 고객 가운데 기간이 끝날 때 결제하지 않는 고객의 비율입니다. 그 기간에 새로 온 고객은 분자와 분모에 모두 들어가지 않습니다. 나갔다가 기간 안에 돌아온 고객은 이탈로 세지 않습니다.
formula-logo_churn = { $churn-n } ÷ { $churn-of } = { $churn-rate-exact }
formula-said-logo_churn = { $opened }에 결제 중이던 { $churn-of }명 가운데 { $closed }에 결제하지 않는 { $churn-n }명입니다. { interval-said }
interval-said = 95% 신뢰구간은 { $churn-interval }입니다.
full-logo_churn = 시작할 때 결제하고 끝날 때 결제하지 않는 고객 ÷ 시작할 때 결제하던 고객. 시작할 때 결제하던 고객이 없으면 값이 없습니다. 신뢰구간은 95% 윌슨 구간이며, 구간이 겹치는 두 비율을 다르다고 말하지 않습니다.

name-churned_share = 지금까지의 이탈
question-churned_share = 지금까지 고객의 몇{"\u00A0"}%{"\u2060"}가 떠났나요?
answer-churned_share = { $size ->
    [none] 이탈 여부를 읽을 수 있는 고객이 없습니다.
    [tiny] 고객 { J($all, "이/가") } 이탈로 표시되어 있습니다. 파일에 날짜가 없어 월별 수치와 코호트는 알 수 없습니다.
   *[full] 고객 { J($all, "이/가") } 이탈로 표시되어 있습니다: { $all-rate }({ $all-interval }). 파일에 날짜가 없어 월별 수치와 코호트는 알 수 없습니다.
  }
note-churned_share = 점은 비율, 가로줄은 95% 신뢰구간입니다.
term-churned_share = 이탈 비율
meaning-churned_share = 이탈 여부를 읽을 수 있는 고객 가운데 이탈로 표시된 고객의 비율입니다. 파일은 떠났다는 것만 말하고 언제인지는 말하지 않습니다.
formula-churned_share = { $all-n } ÷ { $all-of } = { $all-rate-exact }
formula-said-churned_share = 고객 { $all-of }명 가운데 { $all-n }명이 이탈로 표시되어 있습니다. 95% 신뢰구간은 { $all-interval }입니다.
full-churned_share = 이탈로 표시된 고객 ÷ 이탈 여부를 읽을 수 있는 고객. 기간이 없는 비율은 이탈률이 아니므로 월 이탈률과 견줄 수 없습니다.

## 매출

name-mrr_movements = MRR 증감
question-mrr_movements = 월 반복 매출은 왜 늘고 줄었나요?
answer-mrr_movements = { $direction ->
    [rose] { $p } MRR은 { $delta } 늘어 { J($closing, "이/가") } 되었습니다.
    [fell] { $p } MRR은 { $delta } 줄어 { J($closing, "이/가") } 되었습니다.
   *[same] { $p } MRR은 { $closing } 그대로입니다.
  } { $moved ->
    [no] 들어오거나 빠진 MRR이 없습니다.
   *[yes] 신규로 { J($new, "이/가") } 들어왔고, 이탈과 축소로 { J($lost, "이/가") } 빠졌습니다.
  }
term-mrr_movements = MRR 증감
meaning-mrr_movements = 기간이 시작될 때부터 끝날 때까지 월간 반복 매출(MRR)을 바꾼 것입니다. 새로 오거나 돌아온 고객, 남은 고객이 더 내거나 덜 낸 돈, 떠난 고객이 내던 돈으로 나눕니다.
formula-mrr_movements = { $opening } + { $new } + { $reactivation } + { $expansion } − { $contraction } − { $churn } = { $closing }
formula-said-mrr_movements = { $opened }부터 { $closed }까지이며, 가장 작은 단위까지 맞습니다.
full-mrr_movements = MRR은 한 달의 반복 매출입니다. 세금을 뺀 금액이며 일회성 요금과 사용량 요금은 넣지 않고, 연 요금은 12로 나눕니다. 고객마다 기초가 a, 기말이 b이면 신규와 재활성화는 b, 확장은 b − a, 축소는 a − b, 이탈은 a입니다. 기초 + 늘어난 것 − 줄어든 것 = 기말이 정확히 맞습니다.

## 남은 고객

name-logo_cohorts = 고객 코호트
question-logo_cohorts = 새 고객은 얼마나 오래 남나요?
answer-logo_cohorts = { $a1-is ->
    [yes] { $from } 이후 가입한 고객 가운데 { per } 뒤에는 { $a3-is ->
        [yes] { $a1 }, { $grain ->
            [day] 사흘
            [week] 세 주
            [quarter] 세 분기
            [year] 세 해
           *[month] 석 달
          } 뒤에는 { J($a3, "이/가") } 남아 있었습니다.
       *[no] { J($a1, "이/가") } 남아 있었습니다.
      }{ $a12-is ->
        [small] {" "}{ $grain ->
            [day] 열이틀
            [week] 열두 주
            [quarter] 열두 분기
            [year] 열두 해
           *[month] 열두 달
          } 뒤에는 { $a12 }으로, 표본이 작습니다.
        [yes] {" "}{ $grain ->
            [day] 열이틀
            [week] 열두 주
            [quarter] 열두 분기
            [year] 열두 해
           *[month] 열두 달
          } 뒤에는 { $a12 }입니다.
       *[no] {""}
      }
   *[no] { answer-too-early }
  }
term-logo_cohorts = 고객 코호트
meaning-logo_cohorts = 같은 기간에 처음 결제한 고객을 한 코호트로 묶습니다. 칸은 그만큼 지난 기말에 결제 중인 고객의 비율입니다. 평균은 코호트의 크기로 가중합니다.
formula-logo_cohorts = { $n3-is ->
    [yes] { $n3 } ÷ { $of3 } = { $a3-exact }
   *[no] —
  }
formula-said-logo_cohorts = 끝난 모든 코호트의 { $grain ->
    [day] 3일째
    [week] 3주째
    [quarter] 3분기째
    [year] 3년째
   *[month] 3개월째
  } 값입니다.
full-logo_cohorts = 크기 = 그 기간에 처음 결제를 시작한 고객. k개월째 칸 = 그 가운데 k기간 뒤의 기말에 결제 중인 고객. 0개월째도 100%보다 낮을 수 있습니다. 평균은 끝난 칸의 합 ÷ 그 크기의 합입니다.

name-revenue_cohorts = 매출 코호트
question-revenue_cohorts = 새로 들어온 MRR은 얼마나 남나요?
answer-revenue_cohorts = { $a1-is ->
    [yes] { $from } 이후 가입한 고객의 MRR 가운데 { per } 뒤에는 { $a3-is ->
        [yes] { $a1 }, { $grain ->
            [day] 사흘
            [week] 세 주
            [quarter] 세 분기
            [year] 세 해
           *[month] 석 달
          } 뒤에는 { J($a3, "이/가") } 남아 있었습니다.
       *[no] { J($a1, "이/가") } 남아 있었습니다.
      }
   *[no] { answer-too-early }
  }
term-revenue_cohorts = 매출 코호트
meaning-revenue_cohorts = 고객 코호트와 같은 고객을 돈으로 봅니다. 그만큼 지난 뒤 코호트의 MRR을 처음 기말의 MRR로 나눈 값이며, 확장이 있으면 100%를 넘을 수 있습니다.
formula-revenue_cohorts = { formula-logo_cohorts }
formula-said-revenue_cohorts = { formula-said-logo_cohorts }
full-revenue_cohorts = k개월째 칸 = k기간 뒤 기말의 코호트 MRR ÷ 코호트가 시작한 기간 기말의 MRR. 그 값이 0이면 비율이 없고 평균에도 넣지 않습니다.

name-retention = 리텐션
question-retention = 새 고객이 다시 쓰러 오나요?
question-retention-users = 새 사용자가 다시 쓰러 오나요?
answer-retention = { $a1-is ->
    [yes] { $from } 이후 { came-in } { who } 가운데 { $mode ->
        [brackets] { age-name }에 쓴 { J(who, "은/는") } { $a1 }입니다.
       *[on] { $grain ->
            [day] 다음 날
            [week] 다음 주
            [quarter] 다음 분기
            [year] 다음 해
           *[month] 다음 달
          }{ $mode ->
            [on-or-after] {" "}이후에
           *[on] 에
          } 쓴 { J(who, "은/는") } { $a3-is ->
            [yes] { $a1 }, { $grain ->
                [day] 사흘
                [week] 세 주
                [quarter] 세 분기
                [year] 세 해
               *[month] 석 달
              } 뒤{ or-later }에 쓴 { J(who, "은/는") } { $a3 }입니다.
           *[no] { $a1 }입니다.
          }
      }
   *[no] { answer-too-early }
  }
came-in = { $cohort ->
    [signup] 가입한
    [every] 쓴
   *[first-use] 처음 쓴
  }
or-later = { $mode ->
    [on-or-after] 나 그 이후
   *[on] {""}
  }
term-retention = 리텐션
meaning-retention = 같은 기간에 { came-in } { J(who, "을/를") } 한 코호트로 묶습니다. 칸은 { $mode ->
    [on-or-after] 그만큼 지난 기간이나 그 뒤에 쓴 비율입니다.
    [brackets] 그 구간에 쓴 비율입니다.
   *[on] 그만큼 지난 기간에 쓴 비율입니다.
  }
formula-retention = { formula-logo_cohorts }
formula-said-retention = { $mode ->
    [brackets] 끝난 모든 코호트의 { age-name }.
   *[on] { formula-said-logo_cohorts }
  }
full-retention = k개월째 칸 = 자기 기간에서 k기간 뒤에 활성인 수 ÷ 코호트의 크기. 사용 기록이 시작되기 전은 0이 아니라 알 수 없는 값입니다. 평균은 끝난 칸의 합 ÷ 그 크기의 합입니다.

## 사용

name-active = 활성 고객
question-active = 몇 명이 쓰나요?
answer-active = { $active-before-is ->
    [yes] { $p }에 { $active }이 썼습니다. { $grain ->
        [day] 그 전날은
        [week] 그 전주는
        [quarter] 그 전 분기는
        [year] 그 전해는
       *[month] 그 전달은
      } { $active-before }이었습니다.
   *[no] { $p }에 { $active }이 썼습니다.
  }
term-active = 활성 고객
meaning-active = 그 기간에 사용 기준을 한 번이라도 채운 고객입니다. 결제하지 않는 고객도 셉니다.
formula-active = { $active }
formula-said-active = { $first-day }부터 { $closed }까지 쓴 고객입니다.
full-active = 사용 기록에 그 기간의 사용 기준을 채운 행이 하나라도 있으면 활성입니다. 사용 기록보다 먼저 시작한 기간은 끝나지 않은 기간으로 봅니다.

name-active_users = 활성 사용자
question-active_users = 사용자는 몇 명이 쓰나요?
answer-active_users = { answer-active }
term-active_users = 활성 사용자
meaning-active_users = 그 기간에 사용 기준을 한 번이라도 채운 사용자입니다. 두 고객에 같은 이름의 사용자가 있으면 두 명으로 셉니다.
formula-active_users = { $active }
formula-said-active_users = { $first-day }부터 { $closed }까지 쓴 사용자입니다.
full-active_users = 사용 기록에 그 기간의 사용 기준을 채운 행이 하나라도 있으면 활성입니다. 사용자가 비어 있는 행은 고객에만 셉니다.

## 적용된 기준

rule-ledger = { $churn-date ->
    [cancel-request] 해지를 신청한 날을 떠난 날로 봅니다.
   *[term-end] 이용 기간이 끝난 날을 떠난 날로 봅니다.
  } { $grace ->
    [0] 유예 기간은 없습니다.
   *[other] 유예 기간은 { $grace }일입니다.
  }
rule-use = { $events ->
    [0] 모든 이벤트를 사용으로 봅니다.
   *[other] 이벤트 { $events }개를 사용으로 봅니다: { $event-names }.
  }
rule-silent = { $silent }일부터 휴면입니다.
rule-retention = { J(who, "을/를") } 셉니다. { $window ->
    [rolling] 경과 기간은 각자의 첫날부터 셉니다.
   *[calendar] 경과 기간은 달력으로 셉니다.
  }
rule-mark = 파일에 표시된 그대로 셉니다.

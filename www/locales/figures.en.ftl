### The figures, in the order of the page: what each asks, answers and means.

## Answers where there is none

answer-too-early = The files hold no complete { grain-one } yet.
answer-unknown = Too early to tell.
answer-none = Nobody was paying when { $p } began, so there is no rate.

## Here or silent

name-dormancy = Who is still here
question-dormancy = Who is still here?
answer-dormancy = { $quiet-is ->
    [yes] { $quiet ->
        [one] { $quiet } paying customer has been silent for { $silent } to { $before-last } days
       *[other] { $quiet } paying customers have been silent for { $silent } to { $before-last } days
      }, { $gone } for { $last } or more
   *[no] { $gone ->
        [one] { $gone } paying customer has been silent for { $last } days or more
       *[other] { $gone } paying customers have been silent for { $last } days or more
      }
  }, and { $never ->
    [one] { $never } has never used it.
   *[other] { $never } have never used it.
  }
note-dormancy = One square is one customer. Days since last use, counted back from { $date }.
note-dormancy-bars = Lengths are customers. Days since last use, counted back from { $date }.
term-dormancy = Days silent
meaning-dormancy = The days from a paying customer’s last use to the as-of date. Whoever pays and has never used it stands apart.
formula-dormancy = { $here } + { $silent-sum } = { $all }
formula-said-dormancy = { $here } used it in the { $silent } days up to { $date }, { $silent-sum } did not; together they are all who pay on that day.
full-dormancy = Days silent = as-of date − day of the last qualifying use, or, where a customer has none, the last-active date of the file. Each customer paying on the as-of date stands in exactly one part. Silent means { $silent } days or more without use, or none ever.

name-ghost_revenue = Ghost revenue
question-ghost_revenue = How much revenue is only waiting to leave?
answer-ghost_revenue = { $only ->
    [yes] { at-first } { $p-long }, ghost revenue was { $ghost-share } of the MRR of { $total }.
   *[no] Ghost revenue went from { $ghost-share-then } of MRR { at } { $from } to { $ghost-share } { at } { $p-long }, while MRR went from { $total-then } to { $total }.
  }
term-ghost_revenue = Ghost revenue
meaning-ghost_revenue = The MRR of paying customers who have not used it in the { $silent } days that end with the close, or have never used it. It is still paid, but not used.
formula-ghost_revenue = { $ghost } ÷ { $total } = { $ghost-share-exact }
formula-said-ghost_revenue = { $total } was the MRR on { $closed }; { $ghost } of it came from customers without use in the { $silent } days before.
full-ghost_revenue = At every close: active MRR + ghost MRR = MRR. Where the { $silent } days before a close begin before the usage log does, nothing is said. From last-login dates alone only the as-of date can be told.

name-ghost_list = Silent customers
question-ghost_list = Who has gone quiet?
answer-ghost_list = { $n ->
    [0] No paying customer has gone { $silent } days without using it.
    [one] { $n } paying customer has not used it for { $silent } days or more, and pays { $money } a month.
   *[other] { $n } paying customers have not used it for { $silent } days or more. Together they pay { $money } a month.
  }
answer-ghost_list-plain = { $n ->
    [0] No paying customer has gone { $silent } days without using it.
    [one] { $n } paying customer has not used it for { $silent } days or more.
   *[other] { $n } paying customers have not used it for { $silent } days or more.
  }
term-ghost_list = Silent customers
meaning-ghost_list = Customers who pay on the as-of date and whose last use lies { $silent } days or more before it, and those who have never used it.
formula-ghost_list = { $n }
formula-said-ghost_list = The customers behind the ghost revenue on { $date }, largest first.
full-ghost_list = The list is the one behind the last ghost revenue: the same customers, each with the row of the file it comes from.

## Leaving

name-customer_movements = Came and went
question-customer_movements = How many customers came and went?
answer-customer_movements = { at-first } { $p }, { $new } joined, { $reactivation } came back and { $churn } left: { $opening } became { $closing }.
term-customer_movements = Customer movements
meaning-customer_movements = Customers paying at the close of a period against those paying at its opening. New has never paid before; reactivation has paid before, but not at the opening; churn paid at the opening and not at the close.
formula-customer_movements = { $opening } + { $new } + { $reactivation } − { $churn } = { $closing }
formula-said-customer_movements = From { $opened } to { $closed }. Whoever comes and leaves within the period stands in no movement.
full-customer_movements = A customer pays on a day if its MRR is above 0 then. What is dated the first of a month belongs to that month: a start that day is its new, an end that day its churn. Opening + new + reactivation − churn = closing, exactly, in every period; closing is the next opening.

name-logo_churn = Churn rate
question-logo_churn = What share of customers leaves each { grain-one }?
answer-logo_churn = { $size ->
    [none] { answer-none }
    [tiny] { $churn-n ->
        [0] { at-first } { $p }, nobody left ({ $churn }).
       *[other] { at-first } { $p }, { $churn } left.
      }
   *[full] { $churn-n ->
        [0] { at-first } { $p }, nobody left ({ $churn }).
       *[other] { at-first } { $p }, { $churn } left: { $churn-rate }.
      }
  }{ $overlap ->
    [yes] {" "}The intervals of { $compared ->
        [last] the last { $k }
       *[all] all { $k }
      } complete { grain-many } overlap, so none of them stands out from the others.
   *[no] {""}
  }
note-logo_churn = Dots are rates, lines their 95% intervals. The hollow dot is the { grain-one } still running; it enters no sentence and no average.
term-logo_churn = Churn rate (logo churn)
meaning-logo_churn = Of the customers paying when the period opens, the share not paying when it closes. Whoever joins within the period is in neither number. Whoever leaves and comes back within it has not churned.
formula-logo_churn = { $churn-n } ÷ { $churn-of } = { $churn-rate-exact }
formula-said-logo_churn = { $churn-n } of the { $churn-of } who paid on { $opened } did not pay on { $closed }. { interval-said }
interval-said = 95% interval { $churn-interval }.
full-logo_churn = Customers paying at the opening and not at the close ÷ customers paying at the opening. With nobody paying at the opening there is no value. The interval is Wilson’s at 95%; two rates whose intervals overlap are not called different.

name-churned_share = Churned so far
question-churned_share = What share of customers has left?
answer-churned_share = { $size ->
    [none] No customer has a readable mark.
    [tiny] { $all } customers are marked as churned. The file has no dates, so { grain-many } and cohorts cannot be told.
   *[full] { $all } customers are marked as churned: { $all-rate } ({ $all-interval }). The file has no dates, so { grain-many } and cohorts cannot be told.
  }
note-churned_share = Dots are rates, lines their 95% intervals.
term-churned_share = Churned share
meaning-churned_share = Of the customers with a readable mark, the share that is marked as churned. The file says that they left, not when.
formula-churned_share = { $all-n } ÷ { $all-of } = { $all-rate-exact }
formula-said-churned_share = { $all-n } of { $all-of } customers are marked as churned. 95% interval { $all-interval }.
full-churned_share = Customers marked churned ÷ customers with a readable mark. A share without a time is no churn rate: it cannot be compared with a monthly one.

## Money

name-mrr_movements = MRR movements
question-mrr_movements = What moved MRR?
answer-mrr_movements = { $direction ->
    [rose] { at-first } { $p }, MRR rose by { $delta } to { $closing }.
    [fell] { at-first } { $p }, MRR fell by { $delta } to { $closing }.
   *[same] { at-first } { $p }, MRR stayed at { $closing }.
  } { $moved ->
    [no] No MRR came in or left.
   *[yes] New customers brought { $new }; churn and contraction took { $lost }.
  }
term-mrr_movements = MRR movements
meaning-mrr_movements = What changed monthly recurring revenue from the opening of a period to its close: new and returning customers, more or less paid by those who stayed, and what those who left had paid.
formula-mrr_movements = { $opening } + { $new } + { $reactivation } + { $expansion } − { $contraction } − { $churn } = { $closing }
formula-said-mrr_movements = From { $opened } to { $closed }, to the minor unit.
full-mrr_movements = MRR is recurring revenue per month, before tax, without one-off charges and usage fees. A yearly amount counts a twelfth a month. Per customer, with a at the opening and b at the close: new and reactivation b, expansion b − a, contraction a − b, churn a. Opening + gains − losses = closing, exactly.

## Staying

name-logo_cohorts = Customer cohorts
question-logo_cohorts = How long do new customers stay?
answer-logo_cohorts = { $a1-is ->
    [yes] Of those who joined since { $from }, { $a1 } still paid after one { grain-one }{ $a3-is ->
        [yes] {" "}and { $a3 } after three
       *[no] {""}
      }.{ $a12-is ->
        [small] {" "}After twelve it is { $a12 }, a small sample.
        [yes] {" "}After twelve it is { $a12 }.
       *[no] {""}
      }
   *[no] { answer-too-early }
  }
term-logo_cohorts = Customer cohorts
meaning-logo_cohorts = A cohort is everyone who first paid in the same { grain-one }. A cell is the share of them who pay at the close so many { grain-many } later. The average weighs cohorts by their size.
formula-logo_cohorts = { $n3-is ->
    [yes] { $n3 } ÷ { $of3 } = { $a3-exact }
   *[no] —
  }
formula-said-logo_cohorts = All complete cohorts, three { grain-many } after joining.
full-logo_cohorts = Size = customers whose first paying start lies in the period. Cell at age k = of them, those paying at the close k periods later. Age 0 may be below 100%. The average of an age is the sum of its complete cells over the sum of their sizes.

name-revenue_cohorts = Revenue cohorts
question-revenue_cohorts = How much of the new MRR stays?
answer-revenue_cohorts = { $a1-is ->
    [yes] Of the MRR of those who joined since { $from }, { $a1 } was there after one { grain-one }{ $a3-is ->
        [yes] {" "}and { $a3 } after three
       *[no] {""}
      }.
   *[no] { answer-too-early }
  }
term-revenue_cohorts = Revenue cohorts
meaning-revenue_cohorts = The same customers as in the customer cohorts, but their money: the MRR of a cohort so many { grain-many } later over its MRR at the close of its own { grain-one }. Expansion can lift it over 100%.
formula-revenue_cohorts = { formula-logo_cohorts }
formula-said-revenue_cohorts = All complete cohorts, three { grain-many } after joining.
full-revenue_cohorts = Cell at age k = the cohort’s MRR at the close k periods later ÷ its MRR at the close of its own period. Where that base is 0 there is no value, and the cohort is left out of the average.

name-retention = Retention
question-retention = Do new customers come back to use it?
question-retention-users = Do new users come back to use it?
answer-retention = { $a1-is ->
    [yes] Of those who { came-in } since { $from }, { $mode ->
        [brackets] { $a1 } used it in { age-name }
       *[on] { $a1 } used it in the { grain-one } after{ or-later }{ $a3-is ->
            [yes] {" "}and { $a3 } three { grain-many } after{ or-later }
           *[no] {""}
          }
      }.
   *[no] { answer-too-early }
  }
came-in = { $cohort ->
    [signup] signed up
    [every] used it in any { grain-one }
   *[first-use] first used it
  }
or-later = { $mode ->
    [on-or-after] {" "}or later
   *[on] {""}
  }
term-retention = Retention of use
meaning-retention = A cohort is everyone who { $cohort ->
    [signup] signed up
    [every] used it
   *[first-use] first used it
  } in the same { grain-one }. A cell is the share of them { $mode ->
    [on-or-after] who used it that many { grain-many } later or at any time after.
    [brackets] who used it in that range of { grain-many }.
   *[on] who used it so many { grain-many } later.
  }
formula-retention = { formula-logo_cohorts }
formula-said-retention = All complete cohorts, { $mode ->
    [brackets] { age-name }
   *[on] three { grain-many } after{ or-later }
  }.
full-retention = Cell at age k = members active in the period k after their own ÷ members of the cohort. Periods before the usage log begins are unknown, not 0. The average of an age is the sum of its complete cells over the sum of their sizes.

## Use

name-active = Active customers
question-active = How many customers use it?
answer-active = { $active-before-is ->
    [yes] { $active } used it { at } { $p }; { $active-before } the { grain-one } before.
   *[no] { $active } used it { at } { $p }.
  }
term-active = Active customers
meaning-active = Customers with at least one qualifying use in the period, whether they pay or not.
formula-active = { $active }
formula-said-active = Customers with a use from { $first-day } to { $closed }.
full-active = A customer is active in a period if the usage log holds at least one qualifying row of it in the period. A period that begins before the log does is incomplete.

name-active_users = Active users
question-active_users = How many users use it?
answer-active_users = { answer-active }
term-active_users = Active users
meaning-active_users = Users with at least one qualifying use in the period. A user is a customer’s user: the same name at two customers is two.
formula-active_users = { $active }
formula-said-active_users = Users with a use from { $first-day } to { $closed }.
full-active_users = A user is active in a period if the usage log holds at least one qualifying row of it in the period. Rows without a user count for the customer only.

## Rules in force

rule-ledger = { $churn-date ->
    [cancel-request] Leaving is dated to the day of the cancel request.
   *[term-end] Leaving is dated to the end of the paid term.
  } { $grace ->
    [0] No grace.
    [one] { $grace } day of grace.
   *[other] { $grace } days of grace.
  }
rule-use = { $events ->
    [0] Any event counts as use.
    [one] One event counts as use: { $event-names }.
   *[other] { $events } events count as use: { $event-names }.
  }
rule-silent = Silent from { $silent } days without use.
rule-retention = { $member ->
    [users] Counts users.
   *[customers] Counts customers.
  } { $window ->
    [rolling] Ages are counted from each member’s own day.
   *[calendar] Ages are calendar { grain-many }.
  }
rule-mark = The mark of the file is taken as it stands.

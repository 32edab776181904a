### Figures, numbers and headlines. The states of the page are in states.en.ftl, things to look at in issues.en.ftl.
### A placeholder is text, a number, or a number that is a button; $grain is day, week, month, quarter or year.

## Numbers and days

people = { $n }
n-of = { $n } of { $of }
range = { $low }–{ $high }
interval = 95% interval { $range }
spelled = { $n ->
    [0] none
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
   *[12] twelve
  }
month-long = { $m ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  }
month-short = { $m ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  }
date-long = { $d } { month-long } { $y }
date-short = { $d } { month-long }
date-table = { $d } { month-short } { $y }
period-long = { $grain ->
    [day] { date-long }
    [week] the week of { $d } { month-short } { $y }
    [quarter] Q{ $quarter } { $y }
    [year] { $y }
   *[month] { month-long } { $y }
  }
period-short = { $grain ->
    [day] { date-short }
    [week] the week of { $d } { month-short }
    [quarter] Q{ $quarter }
    [year] { $y }
   *[month] { month-long }
  }
period-table = { $grain ->
    [day] { date-table }
    [week] { date-table }
    [quarter] Q{ $quarter } { $y }
    [year] { $y }
   *[month] { month-short } { $y }
  }
period-axis = { $grain ->
    [day] { $d } { month-short }
    [week] { $d } { month-short }
    [quarter] Q{ $quarter }
    [year] { $y }
   *[month] { month-short }
  }
grain-one = { $grain ->
    [day] day
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
  }
grain-many = { $grain ->
    [day] days
    [week] weeks
    [quarter] quarters
    [year] years
   *[month] months
  }
grain-count = { $n ->
    [one] { $n } { grain-one }
   *[other] { $n } { grain-many }
  }
unit-count = { $unit ->
    [money] { $amount }
    [users] { $n ->
        [one] { $amount } user
       *[other] { $amount } users
      }
    [customers] { $n ->
        [one] { $amount } customer
       *[other] { $amount } customers
      }
    [days] { $n ->
        [one] { $amount } day
       *[other] { $amount } days
      }
   *[count] { $amount }
  }
unit-n-of = { $unit ->
    [users] { $amount } users
    [customers] { $amount } customers
   *[other] { $amount }
  }

## States of a cell

so-far = so far
so-far-said = So far, { $what }
not-yet = not yet
before-log = before the log begins
nobody-to-lose = nobody to lose
withheld = withheld
cut-here = probably cut here
cut-short = cut?

## The frame of the report

part-short = In short
part-here = Here or silent
part-leaving = Leaving
part-money = Money
part-staying = Staying
part-use = Use
part-files = Files
contents = Contents
contents-files = What was read
contents-issues = To look at
contents-of = { $n } of { $of }
needs-line = Needs { $needs }.
needs-add = Add a file
needs-terms = who paid from when to when: customer, sign-up and end
needs-money = prices: an amount for each customer
needs-usage = a usage log: customer and time
needs-last-use = a usage log, or a column of last logins
needs-users = a usage log that tells users apart: customer, user and time
needs-signup = a column of sign-up dates
needs-churned = a column that says who has churned
needs-short = { $need ->
    [terms] needs dates
    [money] needs prices
    [usage] needs a usage log
    [last-use] needs a usage log
    [users] needs users
    [signup] needs sign-ups
   *[churned] needs a churn mark
  }
needs-also = { $one }; { $other }

## Tools of a figure

view = View
view-picture = Picture
view-table = Table
view-start = Of the start
view-before = { $grain ->
    [day] Of the day before
    [week] Of the week before
    [quarter] Of the quarter before
    [year] Of the year before
   *[month] Of the month before
  }
view-share = Share
view-count = { $unit ->
    [money] Amount
   *[other] Count
  }
definition = Definition
download = Download
download-csv = Table as CSV
download-svg = Picture as SVG
download-png = Picture as PNG
download-copy = Copy table
download-copied = Copied
download-failed = The browser did not let a file out. Copy the text instead.
more-tools = More
segment = Segment
segment-all = All
keys-picture = Arrow keys move, Enter lists the customers.
keys-triangle = Arrow keys move, Enter lists the customers.
picture-said = { $question } { $answer }
scroll-note = { $grain ->
    [day] The last { $n } days. Swipe or scroll sideways for earlier ones.
    [week] The last { $n } weeks. Swipe or scroll sideways for earlier ones.
    [quarter] The last { $n } quarters. Swipe or scroll sideways for earlier ones.
    [year] The last { $n } years. Swipe or scroll sideways for earlier ones.
   *[month] The last { $n } months. Swipe or scroll sideways for earlier ones.
  }
rule = Rule in force
rule-change = Change it
definition-full = The full definition
close = Close
loading = Loading…
not-drawn = This figure has no picture yet; its numbers are in the report.

## Tables

column-period = { $grain ->
    [day] Day
    [week] Week
    [quarter] Quarter
    [year] Year
   *[month] Month
  }
column-rate = Rate
column-interval = 95% interval
column-part = Part
column-count = { $unit ->
    [users] Users
    [money] MRR
    [rate] Left
   *[customers] Customers
  }
column-money = MRR
column-share = Share
column-segment = Segment
cohort-label = Joined in
cohort-label-use = First use in
cohort-size = Size
cohort-age = { $grain ->
    [day] Days since joining
    [week] Weeks since joining
    [quarter] Quarters since joining
    [year] Years since joining
   *[month] Months since joining
  }
cohort-age-use = { $grain ->
    [day] Days since first use
    [week] Weeks since first use
    [quarter] Quarters since first use
    [year] Years since first use
   *[month] Months since first use
  }
average = Average
age-name = { grain-one } { $age }
cell-said = { $cohort }, { $age }: { $what }
rows-all = { $n ->
    [one] Show 1 more
   *[other] Show all { $n }
  }
rows-fewer = Show the last { $n }
rows-drawn = Rows drawn over one another
row-draw = Draw { $cohort }
legend-partial = { $grain ->
    [day] day still running, not in the average
    [week] week still running, not in the average
    [quarter] quarter still running, not in the average
    [year] year still running, not in the average
   *[month] month still running, not in the average
  }
legend-before = before the log begins
legend-over = over 100%
note-triangle = { $view ->
    [count] Press a cell for its customers, a row’s label to draw it.
   *[share] Values in %. Press a cell for its counts and its customers, a row’s label to draw it.
  }
note-triangle-every = A customer enters every { grain-one } it is active in, so rows overlap.

## Lists

list-any = { unit-count }: { $line }, { $p }
list-money = { $title }, { $money } a month
column-customer = Customer
column-name = Name
column-user = User
column-amount = MRR
column-plan = Plan
column-last_used = Last used
column-days_silent = Days silent
column-last_did = Last did
column-owner = Owner
column-row = Row in file
days-count = { $n }
never = never
list-shown = { $shown } of { $total } shown
list-largest = { $shown } of { $total }, largest first
list-more = Show { $n } more
list-all = Show all { $n }
list-csv = CSV
list-csv-merge = CSV for a mail merge
list-copy = Copy
list-copied = Copied
list-note = Days silent are counted to { $date }.
list-failed = The list could not be made: { $text }
sort-by = Sort by { $column }

## Lines and parts. A name with a figure before it is used in that figure only

line-opening = Opening
line-new = New
line-reactivation = Reactivation
line-expansion = Expansion
line-contraction = Contraction
line-churn = Churn
line-closing = Closing
line-active = Active
line-ghost = Ghost
line-all = All
line-ghost_revenue-active = Active MRR
line-ghost_revenue-ghost = Ghost revenue
line-logo_churn-churn = Churn rate
line-active-active = Active customers
line-active_users-active = Active users
legend-ghost_revenue-active = Active MRR: paid by customers who used it in the { $silent } days before the close
legend-ghost_revenue-ghost = Ghost revenue: the rest. Figures on top: its share
closing-over = { $unit ->
    [money] MRR at close
   *[customers] Customers at close
  }
movements = Movements
range-first = { $from }–{ $to } days ago
range-days = { $from }–{ $to } days
range-open = { $from } days or more
range-never = Never used it
ledger-note = { $p }. Press a bar, or ← and →, for another { grain-one }.
group-here = Used it in the last { $silent } days: { $n }
group-silent = Silent: { $n }
group-money = { $money } ghost revenue

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
note-dormancy = One square is one customer. Days since last use, counted back from { $date }. Press any number to list its customers.
note-dormancy-bars = Lengths are customers. Days since last use, counted back from { $date }. Press any number to list its customers.
term-dormancy = Days silent
meaning-dormancy = The days from a paying customer’s last use to the as-of date. Whoever pays and has never used it stands apart.
formula-dormancy = { $here } + { $silent-sum } = { $all }
formula-said-dormancy = { $here } used it in the { $silent } days up to { $date }, { $silent-sum } did not; together they are all who pay on that day.
full-dormancy = Days silent = as-of date − day of the last qualifying use, or, where a customer has none, the last-active date of the file. Each customer paying on the as-of date stands in exactly one part. Silent means { $silent } days or more without use, or none ever.

name-ghost_revenue = Ghost revenue
question-ghost_revenue = How much revenue is only waiting to leave?
answer-ghost_revenue = { $only ->
    [yes] In { $p-long }, ghost revenue was { $ghost-share } of the MRR of { $total }.
   *[no] Ghost revenue went from { $ghost-share-then } of MRR in { $from } to { $ghost-share } in { $p-long }, while MRR went from { $total-then } to { $total }.
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
answer-customer_movements = In { $p }, { $new } joined, { $reactivation } came back and { $churn } left: { $opening } became { $closing }.
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
        [0] In { $p }, nobody left ({ $churn }).
       *[other] In { $p }, { $churn } left.
      }
   *[full] { $churn-n ->
        [0] In { $p }, nobody left ({ $churn }).
       *[other] In { $p }, { $churn } left: { $churn-rate }.
      }
  }{ $overlap ->
    [yes] {" "}The intervals of all { $k } complete { grain-many } overlap, so no { grain-one } stands out from the others.
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
note-churned_share = Dots are rates, lines their 95% intervals. Press a count to list its customers.
term-churned_share = Churned share
meaning-churned_share = Of the customers with a readable mark, the share that is marked as churned. The file says that they left, not when.
formula-churned_share = { $all-n } ÷ { $all-of } = { $all-rate-exact }
formula-said-churned_share = { $all-n } of { $all-of } customers are marked as churned. 95% interval { $all-interval }.
full-churned_share = Customers marked churned ÷ customers with a readable mark. A share without a time is no churn rate: it cannot be compared with a monthly one.

## Money

name-mrr_movements = MRR movements
question-mrr_movements = What moved { $grain ->
    [day] daily
    [week] weekly
    [quarter] quarterly
    [year] yearly
   *[month] monthly
  } revenue?
answer-mrr_movements = { $direction ->
    [rose] In { $p }, MRR rose by { $delta } to { $closing }.
    [fell] In { $p }, MRR fell by { $delta } to { $closing }.
   *[same] In { $p }, MRR stayed at { $closing }.
  } New customers brought { $new }; churn and contraction took { $lost }.
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
    [yes] Of those who { $cohort ->
        [signup] signed up
       *[first-use] first used it
      } since { $from }, { $a1 } used it in the { grain-one } after{ $a3-is ->
        [yes] {" "}and { $a3 } three { grain-many } after
       *[no] {""}
      }.
   *[no] { answer-too-early }
  }
term-retention = Retention of use
meaning-retention = A cohort is everyone who { $cohort ->
    [signup] signed up
   *[first-use] first used it
  } in the same { grain-one }. A cell is the share of them { $mode ->
    [on-or-after] who used it that many { grain-many } later or at any time after.
   *[on] who used it so many { grain-many } later.
  }
formula-retention = { formula-logo_cohorts }
formula-said-retention = All complete cohorts, three { grain-many } after.
full-retention = Cell at age k = members active in the period k after their own ÷ members of the cohort. Periods before the usage log begins are unknown, not 0. The average of an age is the sum of its complete cells over the sum of their sizes.

## Use

name-active = Active customers
question-active = How many customers use it?
answer-active = { $active-before-is ->
    [yes] { $active } used it in { $p }; { $active-before } the { grain-one } before.
   *[no] { $active } used it in { $p }.
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

## Lists behind numbers. $unit and $n choose the plural

list-customers-paying = { unit-count } paying on { $date }
list-dormancy = { $range ->
    [never] { unit-count } paying without ever having used it
    [open] { unit-count } silent for { $from } days or more
    [first] { unit-count } who used it in the last { $to } days
   *[days] { unit-count } who last used it { $from } to { $to } days ago
  }
list-dormancy-here = { unit-count } who used it in the last { $silent } days
list-dormancy-quiet = { unit-count } silent for { $silent } to { $before-last } days
list-dormancy-silent = { unit-count } who have not used it for { $silent } days or more
list-ghost_revenue-active = { unit-count } with use in the { $silent } days before { $closed }
list-ghost_revenue-ghost = { unit-count } without use in the { $silent } days before { $closed }
list-series-opening = { unit-count } paying when { $p } began
list-series-closing = { unit-count } paying at the end of { $p }
list-series-new = { unit-count } who joined in { $p }
list-series-reactivation = { unit-count } who came back in { $p }
list-series-expansion = { unit-count } who paid more in { $p }
list-series-contraction = { unit-count } who paid less in { $p }
list-series-churn = { unit-count } who left in { $p }
list-series-active = { unit-count } who used it in { $p }
list-all-churned = { unit-count } marked as churned
list-all-churned-segment = { unit-count } marked as churned: { $segment }
list-triangle = { unit-count }: joined in { $cohort }, { grain-one } { $age }
list-triangle-use = { unit-count }: first use in { $cohort }, { grain-one } { $age }
list-triangle-average = { unit-count }: all complete cohorts, { grain-one } { $age }
list-base = { unit-count } whom the rate is of: { $line }, { $p }
list-base-logo_churn = { list-series-opening }
list-base-churned_share = { unit-count } with a readable mark
list-base-average = { unit-count } in all complete cohorts that are old enough
list-base-open = List all whom they are a part of
list-base-back = Back to the part
list-triangle-size = { unit-count } in the cohort of { $cohort }

## The headline

headline-paying = { $n ->
    [one] { $n } customer pays { $mrr } a month.
   *[other] { $n } customers pay { $mrr } a month.
  }
headline-paying-plain = { $n ->
    [one] { $n } customer pays. The files hold no prices.
   *[other] { $n } customers pay. The files hold no prices.
  }
headline-paying-first = { $n ->
    [one] At least { $n } customer pays { $mrr } a month.
   *[other] At least { $n } customers pay { $mrr } a month.
  }
headline-paying-plain-first = { $n ->
    [one] At least { $n } customer pays.
   *[other] At least { $n } customers pay.
  }
headline-nobody = Nobody was paying on { $date }.
headline-use = { $case ->
    [all] All of them used the product in the last { $silent } days.
    [none] None of them used the product in the last { $silent } days.
   *[some] { $a } of them used the product in the last { $silent } days.
  }
headline-use-first = At least { $a } of them used the product in the last { $silent } days.
headline-use-unknown = Add a usage log or last logins to see how many of them are still here.
headline-ghost = { $case ->
    [none] All { $g } pay { $m } a month without using it: { $r } of MRR is ghost revenue.
   *[some] The other { $g ->
        [one] { $g } pays
       *[other] { $g } pay
      } { $m } a month without using it: { $r } of MRR is ghost revenue.
  }
headline-ghost-plain = { $case ->
    [none] All { $g } pay without using it.
   *[some] The other { $g ->
        [one] { $g } pays
       *[other] { $g } pay
      } without using it.
  }
headline-no-ghost = Nobody pays without using it.
headline-churn = In { $p }, { $churn } customers left, a churn rate of { $r } (95% interval { $interval }).
headline-no-losses = Nobody left in { $p }. With { $of ->
    [one] { $of } customer
   *[other] { $of } customers
  } the rate may still be up to { $high }.
headline-small = In { $p }, { $churn } left: too few customers for a rate to rely on ({ $interval }).
headline-nobody-to-lose = Nobody was paying when { $p } began, so there is no rate.
headline-too-early = The files hold no complete { grain-one } yet. Churn can be told from { $date } on.
headline-cut = { $n ->
    [one] { $n } customer ends on { $date }, where the file ends: probably cut there. { $p } is left out of every sentence.
   *[other] { $n } customers end on { $date }, where the file ends: probably cut there. { $p } is left out of every sentence.
  }
headline-churned = { $all } customers are marked as churned.
headline-churned-lead = That is { $r } (95% interval { $interval }). The file has no dates, so who pays now, months and cohorts cannot be told.
headline-use-only = { $n ->
    [one] { $n } customer used the product in { $p }.
   *[other] { $n } customers used the product in { $p }.
  }
headline-use-only-first = { $n ->
    [one] At least { $n } customer used the product in { $p }.
   *[other] At least { $n } customers used the product in { $p }.
  }
headline-use-only-lead = The files do not say who pays: add customers or subscriptions to see who leaves and what it costs.
headline-little = The files answer no question yet.

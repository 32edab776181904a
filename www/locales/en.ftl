### Numbers and days, the frame of the report, tables, lists and headlines. The figures are in figures.en.ftl, the states of
### the page in states.en.ftl, things to look at in issues.en.ftl.
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
at = { $grain ->
    [day] on
   *[month] in
  }
at-first = { $grain ->
    [day] On
   *[month] In
  }
grain-many = { $grain ->
    [day] days
    [week] weeks
    [quarter] quarters
    [year] years
   *[month] months
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
needs-terms = a file of who paid when: customer, sign-up and end
needs-money = a column of prices
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
    [currency] another currency
    [as_of] a later day
   *[churned] needs a churn mark
  }
left-out-currency = No amount in the files is in { $currency }. Choose another currency.
left-out-as_of = The files tell nothing of it up to { $date }. Choose a later as-of date.
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
more-tools = More
segment = Segment
segment-all = All
keys-picture = Arrow keys move, Enter lists the customers.
keys-triangle = Arrow keys move, Enter lists the customers.
picture-said = { $question } { $answer }
scroll-note = { $grain ->
    [day] The last { $n } days.
    [week] The last { $n } weeks.
    [quarter] The last { $n } quarters.
    [year] The last { $n } years.
   *[month] The last { $n } months.
  }
split-note = { $drawn ->
    [0] Only the whole is drawn; each value is in the table.
   *[other] The { $drawn } largest values are drawn; all are in the table.
  }
hint-scroll = Swipe or scroll sideways for earlier ones.
hint-list = Press any number to list its customers.
rule = Rule in force
rule-change = Change it
definition-full = The full definition
close = Close
loading = Loading…

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
cohort-label-every = Used in
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
cohort-age-every = { $grain ->
    [day] Days later
    [week] Weeks later
    [quarter] Quarters later
    [year] Years later
   *[month] Months later
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
note-triangle = Values in %.
hint-triangle = { $view ->
    [count] Press a cell for its customers, a row’s label to draw it.
   *[share] Press a cell for its counts and its customers, a row’s label to draw it.
  }
note-triangle-every = { $unit ->
    [users] A user enters every { grain-one } they are
   *[customers] A customer enters every { grain-one } it is
  } active in, so rows overlap.

## Lists

list-any = { unit-count }: { $line }, { $p }
list-issue = { unit-count }
list-segment = { $segment }: { $title }
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
list-paper = The whole list is in the CSV.
list-more = Show { $n } more
list-all = Show all { $n }
list-csv = CSV
list-csv-merge = CSV for a mail merge
list-copy = Copy
list-copied = Copied
list-note = Days silent are counted to { $date }; { $events ->
    [0] any event counts as use.
    [one] only { $names } counts as use.
   *[other] only { $names } count as use.
  }
list-gone = There is nobody behind this number any more.
list-failed = The list could not be made: { $text }

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
hint-ledger = Press a bar, or ← and →, for another { grain-one }.
group-here = Used it in the last { $silent } days: { $n }
group-silent = Silent: { $n }
group-money = { $money } ghost revenue

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
list-series-new = { unit-count } who joined { at } { $p }
list-series-reactivation = { unit-count } who came back { at } { $p }
list-series-expansion = { unit-count } who paid more { at } { $p }
list-series-contraction = { unit-count } who paid less { at } { $p }
list-series-churn = { unit-count } who left { at } { $p }
list-series-active = { unit-count } who used it { at } { $p }
list-all-churned = { unit-count } marked as churned
list-triangle = { unit-count }: joined in { $cohort }, { grain-one } { $age }
list-triangle-use = { unit-count }: first use in { $cohort }, { grain-one } { $age }
list-triangle-every = { unit-count }: used it in { $cohort }, { grain-one } { $age }
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
headline-strangers = None of them stands in the usage log.
headline-strangers-lead = The customer ids of the files may not match: see how they are written in each. Until they do, nothing can be said about who uses the product.
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
headline-churn = { at-first } { $p }, { $churn } customers left, a churn rate of { $r } (95% interval { $interval }).
headline-no-losses = Nobody left { at } { $p }. With { $of ->
    [one] { $of } customer
   *[other] { $of } customers
  } the rate may still be up to { $high }.
headline-small = { at-first } { $p }, { $churn } left: too few customers for a rate to rely on ({ $interval }).
headline-nobody-to-lose = Nobody was paying when { $p } began, so there is no rate.
headline-too-early = The files hold no complete { grain-one } yet. Churn can be told from { $date } on.
headline-cut = { $n ->
    [one] { $n } customer ends on { $date }, where the file ends: probably cut there. { $p } is left out of every sentence.
   *[other] { $n } customers end on { $date }, where the file ends: probably cut there. { $p } is left out of every sentence.
  }
headline-churned = { $all } customers are marked as churned.
headline-churned-lead = That is { $r } (95% interval { $interval }). The file has no dates, so who pays now, months and cohorts cannot be told.
headline-use-only = { $n ->
    [one] { $n } customer used the product { at } { $p }.
   *[other] { $n } customers used the product { at } { $p }.
  }
headline-use-only-first = { $n ->
    [one] At least { $n } customer used the product { at } { $p }.
   *[other] At least { $n } customers used the product { at } { $p }.
  }
headline-use-only-lead = The files do not say who pays: add customers or subscriptions to see who leaves and what it costs.
headline-little = The files answer no question yet.

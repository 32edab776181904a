### The page around the figures: its states, its top bar, the rules in force, the settings, the files.

## Frame

skip-to-report = To the report
words-lost = The Korean words could not be fetched, so the page stays in English. Choose Korean again when there is a network.
language = Language
theme = Colours
theme-dark = Dark colours
theme-light = Light colours
top-files = { $files ->
    [one] { $files } file
   *[other] { $files } files
  } · { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
top-requests = { $n ->
    [one] { $n } request since this page loaded
   *[other] { $n } requests since this page loaded
  }
top-requests-short = { $n ->
    [one] { $n } request
   *[other] { $n } requests
  }
top-more = More
save-menu = Download
save-report = Report as JSON
save-settings = Settings
save-print = Print
print-foot = Ebb report, as of { $date }
print-counted = How this is counted
save-open = Save this text by hand
foot-licences = Licences
foot-definitions = Every figure shows its own definition.
help = Keys
help-title = Keys
help-s = the sample (on the first page)
help-o = choose files
help-j = next figure
help-k = the figure before
help-d = definition of the figure in view
help-t = picture or table
help-question = this list
help-escape = close what is open, cancel reading
help-switch = Single keys are on
ignored-keys = Some of the address could not be used: { $keys }.
note-close = Close this note

## Requests and the policy

requests-title = What this page has asked for
requests-none = Nothing since it loaded. Its own parts came before that.
requests-own = All of it came from this page’s own site.
requests-foreign = Something was asked for elsewhere.
requests-blocked = { $n ->
    [one] { $n } request was stopped by the policy.
   *[other] { $n } requests were stopped by the policy.
  }
policy-title = The policy that the browser enforces
policy-said = It lets the page talk to its own site and to no other address. Your files are read by a worker in this tab, under the same policy.
policy-none = The page that holds this one decides what may be asked for.

## Nothing chosen yet

empty-title = See who is leaving.
empty-lead = And who has already left without cancelling, and what that costs. Drop the CSV files you have: Ebb reads them here, in this tab, and sends nothing anywhere.
empty-drop = Drop CSV files anywhere on this page
empty-drop-narrow = Your CSV files
empty-choose = Choose files
empty-sample = Try it with sample data
empty-formats = CSV or text, any size, any encoding (Korean Excel too). Several at once is fine.
empty-settings = These settings will be used: { $rules }.
sample-title = What the sample shows
sample-days = { $from }–{ $to } days
sample-days-open = { $from } days or more
sample-never = Never used it
sample-note = One square is one customer, by days since last use. { $share } of the money comes from customers silent for { $silent } days or more.
kinds-title = One file is enough. More files answer more.
kind-customers-columns = name, sign-up date, price, cancelled, last login
kind-customers-answers = Churn, cohorts, who has gone silent, ghost revenue. This file alone is enough.
kind-paid = Subscriptions or invoices
kind-subscriptions-columns = start, end, amount, interval
kind-subscriptions-answers = Every movement of MRR to the last won; cohorts by customers and by money.
kind-usage-columns = customer, time, event
kind-usage-answers = Retention, active customers, how long each has been silent. Gigabytes are fine.
promise = Nothing leaves this machine
promise-requests = { $n ->
    [0] 0 requests since loading
    [one] { $n } request since loading
   *[other] { $n } requests since loading
  }
promise-requests-said = Counted by the page itself.
promise-requests-link = Show them
promise-policy = Sending is forbidden
promise-policy-said = The page’s own policy lets it talk to no other address.
promise-policy-link = Read the policy
promise-offline = Works with the network off
promise-offline-said = Everything it needs to read your files is in this tab by now.
promise-offline-link = What is here
parts-title = What was loaded with the page

drag-let-go = { $n ->
    [one] Let go to read { $n } file
   *[other] Let go to read { $n } files
  }
drag-let-go-some = Let go to read the files
dropped-folder = { $n ->
    [1] “{ $name }” is a folder. Drop the files in it instead.
   *[other] These are folders: { $name }. Drop the files in them instead.
  }
again-title = { $n ->
    [one] A file named { $name } is here already.
   *[other] { $n } files have names that are here already: { $name }.
  }
again-replace = Replace
again-add = Add beside it
again-leave = Leave it

## What the files were taken for

map-title = This is what we took your files for
map-lead = { $files ->
    [one] { $files } file.
   *[other] { $files } files.
  } { $questions ->
    [0] Everything is certain and filled in. Change whatever is wrong.
    [one] Everything certain is filled in; one question is left. Change whatever is wrong.
   *[other] Everything certain is filled in; { $questions } questions are left. Change whatever is wrong.
  }
map-taken = Taken for
map-column = Column
map-first = First values
map-blank = (blank)
map-certain = certain
map-asked = please look
map-chosen = chosen
map-moved = not used: another column took its place
map-kind-of = What { $file } is taken for
map-role-of = What the column { $column } is taken for
map-missing = Missing: { $roles }. Choose the column that holds it.
map-choose-kind = Choose what this file is, or leave it out.
map-unread = Not read
map-left-out = left out
map-stays = Nothing is uploaded. All of this stays in this tab.
map-other = Other files
map-show = Show the report
map-show-missing = { $n ->
    [one] { $roles } is missing
   *[other] { $roles } are missing
  }
map-which = Which column is the { role-name }?
map-guessed = Is “{ $column }” the { role-name }?
map-reading = { $reading ->
    [point] { map-decimal }
    [comma] { map-decimal }
   *[days] Which way round are the dates in “{ $column }”?
  }
map-decimal = Which is the decimal sign in “{ $column }”?
map-reading-said = The values in { $file } can be read in more than one way.
map-reads = { $text } is { $value }
map-encoding = In which encoding is { $file }?
map-encoding-said = Too few of its characters tell. Take the one whose words you can read.
reading-name = { $reading ->
    [day-first] Day first
    [year-first] Year first
    [point] Decimal point
    [comma] Decimal comma
   *[month-first] Month first
  }
map-guessed-said = Its name in { $file } hardly says so.
map-which-said = Two columns of { $file } could be it.
delimiter-name = { $delimiter ->
    [comma] comma
    [semicolon] semicolon
    [tab] tab
    [pipe] bar
   *[other] { $delimiter }
  }
encoding-name = { $encoding ->
    [utf-8] UTF-8
    [euc-kr] Korean Excel (CP949)
    [windows-1252] Western Europe (Windows-1252)
    [shift_jis] Japanese (Shift_JIS)
    [gb18030] Chinese (GB18030)
    [utf-16le] UTF-16
    [utf-16be] UTF-16
   *[other] { $encoding }
  }
size-MB = { $n } MB
size-kB = { $n } kB

## Reading

read-title = { $n ->
    [one] Reading { $n } file
   *[other] Reading { $n } files
  }
read-opening = { $n ->
    [one] Opening { $n } file
   *[other] Opening { $n } files
  }
read-cancel = Cancel
read-bytes = { $read } of { $total } MB
read-speed = { $n } MB a second
read-seconds = { $n } s so far
read-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
  }
read-rows-so-far = { $n ->
    [one] { $n } row so far
   *[other] { $n } rows so far
  }
read-waiting = waiting
read-set-aside = { $n } set aside
read-first = First numbers, from what has been read so far
read-first-settled = As of { $date }{ $chosen ->
    [yes] {""}
   *[no] , the last day read so far
  }; use is still being counted. You can work in another tab meanwhile.
read-first-note = The counts are not final. You can work in another tab meanwhile.
read-percent = { $percent }% read
read-done = { $rows ->
    [one] { $rows } row read
   *[other] { $rows } rows read
  }, { $aside } set aside, { $seconds } seconds.

## The rules in force

rules = Rules in force
chip-as-of = As of
chip-by = By
chip-zone = Zone
chip-currency = Currency
chip-use = Use
chip-silent-from = Silent from
chip-who = Who
chip-split = Split
chip-currency-none = none
use-any = any event
use-events = { $n ->
    [one] { $name }
   *[other] { $n } events
  }
use-least = , at least { $n } { $by ->
    [rows] { $n ->
        [one] use
       *[other] uses
      } a { grain-one }
   *[value] a { grain-one }
  }
chip-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
who-all = all customers
split-none = by nothing
all-settings = All settings
as-of-found = { $date } is the last day the files speak for.
as-of-own = Another day
as-of-back = Back to the last day
week-start = A week begins on
zone-other = Another zone, such as Asia/Tokyo or +09:00
zone-said = Stamps with an offset are converted to it. A date is never shifted.
zone-Asia-Seoul = Seoul
zone-Asia-Tokyo = Tokyo
zone-Asia-Singapore = Singapore
zone-Europe-London = London
zone-Europe-Berlin = Berlin
zone-America-New_York = New York
zone-America-Los_Angeles = Los Angeles
zone-UTC = UTC
currency-files = as in the files
currency-said = Money in another currency is set aside, and an issue says how much.
use-rows = At least so many uses a { grain-one }
use-value = At least so much value a { grain-one }
use-effect = With this, { $n } of { $of } count as active instead of { $before }.
use-effect-same = With this, { $n } of { $of } count as active, as before.
use-effect-wait = Counting…
use-signing-in = Signing in alone says little. Choose the events that matter.
apply = Apply everywhere
undo = Undo
silent-said = A paying customer without use for so many days is silent; what it pays is ghost revenue.
who-column = Segment
who-none = The files hold no segments: a column of the customers file with few different values, such as a plan.
who-everyone = All customers
who-blank = (blank)
split-said = Every figure is given again for each value.
settings-unreadable-lead = “{ $file }” is no file of settings. Load one that was saved here.
field-expected = Expected: { $kind ->
    [range] a whole number from { $min } to { $max }
    [whole] a whole number, { $min } or more
    [number] a number, { $min } or more
    [days] days with commas, such as 14, 30, 90
    [ranges] ranges with commas, such as 0-0, 1-3, 4-
    [date] a day, not before 1990
   *[zone] a name or an offset, such as Asia/Tokyo or +09:00
  }.
setting-kept = The settings are as they were.
setting-refused = The settings were refused: { $text }

## All settings

settings-title = All settings
settings-own = Settings of this figure
settings-undo = Undo
settings-defaults = Back to defaults
settings-save = Save settings
settings-load = Load settings
settings-close = Close the settings
settings-group = { $group ->
    [time] Time
    [leaving] Money and leaving
    [use] Use and silence
    [retention] Retention
   *[who] Who
  }
setting-as_of = As-of date
setting-grain = Period
setting-week_start = A week begins on
setting-zone = Time zone
setting-currency = Currency
setting-grace = Days without paying that are no end
setting-end_is = An end date is
setting-churn_date = Leaving is dated to
setting-events = What counts as use
setting-min_rows = Least uses in a period
setting-min_value = Least value in a period
setting-adoption = Adoption is a share of customers
setting-silent = Silent from (days)
setting-dormancy = Cut points of silence (days)
setting-member = Count
setting-cohort = Cohort by
setting-mode = Back means active in
setting-unit = Unit
setting-window = Window
setting-entry = A member enters
setting-brackets = Ranges of ages, such as 0-0, 1-3, 4-
setting-segment = Only customers of
setting-split = Split by
setting-join = Ids are of one customer if they are
setting-files = Kinds and columns of files
setting-files-link = What the files were taken for
word-day = day
word-week = week
word-month = month
word-quarter = quarter
word-year = year
word-monday = Monday
word-sunday = Sunday
word-first-day-without = first day without
word-last-day = last day of service
word-term-end = end of the paid term
word-cancel-request = cancel request
word-exact = exactly equal
word-folded = equal but for case, blanks and width
word-active = active
word-paying = paying
word-customers = customers
word-users = users
word-signup = sign-up
word-first-use = first use
word-on = { $unit ->
    [day] day k
    [week] week k
   *[month] month k
  }
word-on-or-after = k or later
word-brackets = ranges
word-first = once
word-every = { $unit ->
    [day] every day
    [week] every week
   *[month] every month
  }
word-calendar = calendar
word-rolling = rolling

## Files

files-title = What was read from the files?
files-all = { $n ->
    [one] The file was read to the end.
    [2] Both files were read to the end.
   *[other] All { $n } files were read to the end.
  } Rows read and rows set aside always add up to the rows of the file.
files-some = Of { $n } files, { $whole } { $whole ->
    [one] was
   *[other] were
  } read to the end. Rows read and rows set aside always add up to the rows of the file.
files-change = Change how they are read
files-add = Add files
files-again = Start again
files-aside = Rows set aside
aside-show = { $n ->
    [one] Show the row set aside
   *[other] Show the { $n } rows set aside
  }
aside-hide = Hide them
aside-file = File
aside-line = Line
aside-column = Column
aside-text = What stands there
aside-why = Why
aside-first = The first { $n } of { $all } rows are listed.
more-of = Show { $n } more
files-sum = { $read } read + { $aside } set aside = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
files-unread = not read
files-bar = { $read } of { $rows } rows read
look-title = { $n ->
    [0] Nothing to look at
    [one] { $n } thing to look at
   *[other] { $n } things to look at
  }
look-none = Every row was read, and nothing in them is doubtful.
look-all = All
look-by-file = By file
look-view = Order
look-rows = Show rows
look-rows-hide = Hide rows
look-customers = Show customers
look-mapping = Change the columns
mend-unused = Leave out this column
mend-test-mode = Count these rows too
mend-as_of = Report as of { $date }
mend-join-folded = Count them as one
mend-join-exact = Count them apart
mend-last-day = An end date is the last day of service
mend-currency = Count in { $currency } instead
mend-reading = Read them: { reading-name }
mend-done = Done: { $what }.
look-severity = { $severity ->
    [error] Not read
    [warning] Set aside
    [question] Asked
   *[note] Note
  }
look-place = { $column ->
    [none] { $file }, line { $line }
   *[other] { $file }, line { $line }, { $column }
  }
look-place-more = { $column ->
    [none] { $file }, line { $line } and { $more } more
   *[other] { $file }, line { $line } and { $more } more, { $column }
  }
look-place-column = { $file }, { $column }
look-without-place = All files
look-cannot = The rows cannot be shown: the file is gone or has changed.

## Broken

broken-nothing = None of these files could be read.
broken-stopped = { $file ->
    [none] Ebb stopped while reading. Your files are untouched.
   *[other] Ebb stopped while reading { $file }. Your files are untouched.
  }
broken-stopped-lead = You can try it again with the same files, or go on without this one.
broken-changed = { $file } changed while it was being read.
broken-changed-lead = Numbers from half of one state and half of another would be wrong, so nothing is shown. Read it again when nothing writes to it.
broken-unreadable = The browser can no longer read { $file }.
broken-unreadable-lead = It may have been moved, renamed or deleted since it was chosen. Choose it again.
broken-stale = { $file } changed after it was chosen.
broken-stale-lead = The browser no longer reads it. Choose it again when nothing writes to it.
broken-memory = { $file ->
    [none] The browser gave Ebb no more memory. Your files are untouched.
   *[other] While { $file } was read the browser gave Ebb no more memory. Your files are untouched.
  }
broken-memory-lead = Close other tabs and try again, or go on without this file.
broken-too-large = A sum is too large to be exact.
broken-too-large-lead = The figure { $figure } would pass 2^53 − 1. Rather than round it in silence, Ebb stops.
broken-too-many-cells = A figure has too many cells.
broken-too-many-cells-lead = The figure { $figure } has more cells than a page can show. Choose longer periods, or another segment to split by. A day in the files that lies far ahead by mistake makes too many as well.
broken-settings = The settings were refused.
broken-zones = The table of time zones could not be loaded.
broken-zones-lead = It is needed for { $zone }. Without the network choose UTC or a fixed offset such as +09:00.
broken-src = The files of this page could not be loaded.
broken-src-lead = { $text }
broken-try = Try again
broken-without = Go on without it
broken-other = Other files
broken-defaults = Back to defaults
broken-copy = Copy what happened
broken-copied = Copied
no-src = No files are named. Drop CSV files here.

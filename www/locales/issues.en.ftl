### Things to look at in the files, one message a code: what is wrong; what stands there, what was expected, what was done.
### They are clauses: the page makes sentences of them, the command line joins them by semicolons.
### Known everywhere: $file, $line, $column (each may be empty) and $count, the rows, values or customers concerned.

role-name = { $role ->
    [customer] customer id
    [name] name
    [signup] signed up
    [cancelled] cancelled
    [last_active] last active
    [mrr] MRR
    [amount] amount
    [interval_count] number of intervals
    [interval] billing interval
    [currency] currency
    [plan] plan
    [owner] owner
    [tier] tier
    [renewal] renewal date
    [auto_renew] automatic renewal
    [onboarded] onboarded
    [seats] seats
    [nps] NPS
    [csat] CSAT
    [tenure] months as a customer
    [churned] has churned
    [segment] segment
    [start] start
    [end] end
    [cancel_requested] cancel requested
    [quantity] quantity
    [status] status
    [reason] reason
    [trial_end] end of trial
    [row] row id
    [mode] test or live
    [date] date
    [period_start] start of period
    [period_end] end of period
    [kind] kind of line
    [invoice] invoice number
    [refunds] refunded invoice
    [refunded] amount given back
    [user] user
    [at] time
    [event] event
    [value] value
   *[none] not used
  }
kind-name = { $kind ->
    [customers] Customers
    [subscriptions] Subscriptions
    [invoices] Invoices
    [usage] Usage log
   *[none] not used
  }
rows-set-aside = { $count ->
    [one] the row was set aside
   *[other] { $count } rows were set aside
  }
term-set-aside = { $kind ->
    [customers] { $count ->
        [one] its time of paying was set aside; the customer stays
       *[other] { $count } times of paying were set aside; the customers stay
      }
   *[other] { rows-set-aside }
  }
values-blank = { $count ->
    [one] it counts as blank
   *[other] { $count } such values count as blank
  }

issue-file-empty = the file is empty
    .stands = there is nothing in the file, or only blank lines
    .expected = there should be a line of column names and rows below it
    .done = nothing was read from it
issue-file-header-only = the file has column names and no rows
    .stands = there is one line and nothing below it
    .expected = there should be a row below the column names
    .done = nothing was read from it
issue-file-not-text = this is no table of text
    .stands = the first bytes are those of { $looks ->
        [png] a picture
        [jpeg] a picture
        [gif] a picture
        [riff] a picture or a sound
        [pdf] a PDF
        [xlsx] a workbook
        [xls] a workbook
        [zip] an archive
        [gzip] an archive
        [zstd] an archive
        [sqlite] a database
        [parquet] a Parquet file
        [rtf] a formatted document
        [utf-16] text in UTF-16
       *[binary] something other than text
      }
    .expected = it should be a CSV or text file, which every spreadsheet can save
    .done = nothing was read from it
issue-file-unrecognised = the columns fit no kind of file
    .stands = the columns are { $columns }
    .expected = there should be a column of customer ids, and dates, amounts or times of use beside it
    .done = nothing was read from it
issue-column-missing = a column is missing
    .stands = no column was taken for “{ role-name }”
    .expected = { $kind ->
        [customers] a customers file has to have it
        [subscriptions] a subscriptions file has to have it
        [invoices] an invoices file has to have it
        [usage] a usage log has to have it
       *[other] this kind of file has to have it
      }
    .done = nothing was read from it
issue-file-repeated = the same file was given before
    .stands = every byte is as in { $first }
    .expected = each file should be given once
    .done = it was counted once

issue-id-missing = the customer id is blank
    .stands = { $count ->
        [one] nothing stands where the id should
       *[other] nothing stands where the id should, in { $count } rows
      }
    .expected = there should be an id, to know whose row it is
    .done = { rows-set-aside }
issue-date-unreadable = this is no date
    .stands = it says “{ $text }”
    .expected = it should be a day of the calendar since 1990, such as 2026-02-28
    .done = { rows-set-aside }, no other date was put in its place
issue-end-before-start = the end is not after the start
    .stands = start { $start }, end { $end }
    .expected = an end comes after its start
    .done = { term-set-aside }
issue-amount-negative = the amount is negative
    .stands = it says “{ $text }”
    .expected = it should be 0 or more
    .done = { term-set-aside }
issue-amount-unreadable = this is no amount
    .stands = it says “{ $text }”
    .expected = it should be a number with at most one sign of a currency
    .done = { $count ->
        [one] the row gives no paid time
       *[other] { $count } rows give no paid time
      }
issue-number-too-large = the number is too large
    .stands = it says “{ $text }”
    .expected = it should be a number that a report can hold to the last unit
    .done = { $kind ->
        [usage] { values-blank }
       *[other] { term-set-aside }
      }
issue-interval-unknown = this is no billing interval
    .stands = it says “{ $text }”
    .expected = it should be day, week, month, quarter, half-year or year
    .done = { term-set-aside }
issue-row-ragged = the row has more or fewer fields than there are columns
    .stands = there are { $fields } fields
    .expected = there should be { $expected }, as many as columns
    .done = { rows-set-aside }
issue-cell-too-long = a cell is too long
    .stands = there are { $length } bytes in one cell
    .expected = it should be text of a readable length, and often a quotation mark is not closed
    .done = { rows-set-aside }
issue-customer-repeated = the row is the same as another
    .stands = every cell is as in line { $first }
    .expected = there should be one row a customer
    .done = the customer was counted once, { rows-set-aside }
issue-customer-conflict = two rows speak of one customer and differ
    .stands = “{ $text }” also stands in line { $stands }
    .expected = there should be one row a customer
    .done = the latest sign-up stands, { rows-set-aside }
issue-term-repeated = the row is the same as another
    .stands = the row id and every cell were there before
    .expected = each row id should stand once
    .done = it was counted once, { rows-set-aside }
issue-currency-other = the money is in another currency
    .stands = { $count ->
        [one] one row is in { $currency }, together { $sum }
       *[other] { $count } rows are in { $currency }, together { $sum }
      }
    .expected = there should be one currency, and this report is in { $report }
    .done = their money was set aside
issue-test-mode = the row is a test
    .stands = it says “{ $text }”
    .expected = only what customers really paid and used should count
    .done = { rows-set-aside }

issue-refund-unmatched = a refund is of no invoice here
    .stands = the invoice that it names is “{ $text }”
    .expected = it should name the number of an invoice of the same customer
    .done = { rows-set-aside }, no invoice was reduced

issue-date-ignored = this is no date
    .stands = it says “{ $text }”
    .expected = it should be a day of the calendar since 1990, or nothing
    .done = { values-blank }
issue-number-ignored = this is no number
    .stands = it says “{ $text }”
    .expected = it should be a number, or nothing
    .done = { values-blank }
issue-yes-no-ignored = this is neither yes nor no
    .stands = it says “{ $text }”
    .expected = it should be yes or no, true or false, 1 or 0
    .done = { values-blank }
issue-sum-too-large = { $customers ->
    [one] the usage values of one customer add up to too much
   *[other] the usage values of { $customers } customers add up to too much
  }
    .stands = for example { $text }
    .expected = the sum should be a number that can be held to the last digit
    .done = their values count as 0, their rows count
issue-text-damaged = some bytes are no text
    .stands = there are bytes that are no UTF-8
    .expected = it should be text in UTF-8
    .done = a sign � was put in their place

issue-encoding-guessed = it is not sure in which encoding the file is written
    .stands = there are too few characters beyond ASCII
    .expected = it could also be { $others }
    .done = it was read as { $encoding }
issue-header-missing = no line names the columns
    .stands = the first line is a row already
    .expected = the first line should name the columns
    .done = the columns are numbered, and were taken for what their values look like
issue-table-other = the file holds another table
    .stands = it has { $rows ->
        [one] one row
       *[other] { $rows } rows
      } under { $columns }
    .expected = there should be one table in a file
    .done = only the largest table was read
issue-lines-outside = { $count ->
    [one] one line is no row of the table
   *[other] { $count } lines are no rows of the table
  }
    .stands = it begins “{ $text }”
    .expected = titles, comments, totals and notes may stand around a table
    .done = they were left out, and count as no rows
issue-header-repeated = the header stands again among the rows
    .stands = { $count ->
        [one] once
       *[other] { $count } times
      }
    .expected = once is enough
    .done = it was left out, and counts as no row
issue-nul-dropped = some bytes are 0
    .stands = { $count ->
        [one] one row has them
       *[other] { $count } rows have them
      }
    .expected = text has no such bytes
    .done = they were left out, the rest of each cell was read
issue-id-rounded = a spreadsheet has rounded an id
    .stands = it says “{ $text }”, the short form of a long number
    .expected = there should be the id as it was: save the file anew with this column as text
    .done = { $count ->
        [one] it counts as the id that it says, and several customers may have become one
       *[other] { $count } of them count as the ids that they say, and several customers may have become one
      }

issue-column-uncertain = two columns could be the { role-name }
    .stands = the column { $other } would fit as well
    .expected = there should be one column for each meaning
    .done = this one was taken
issue-column-guessed = the column’s name hardly says that it is the { role-name }
    .stands = no column fits better
    .expected = there should be one column for each meaning
    .done = this one was taken
issue-date-order-guessed = these dates can be read in two ways
    .stands = it says “{ $text }”, and no value tells which number is the month
    .expected = at least one day after the 12th would tell
    .done = { $reading ->
        [year-first] the year was taken to come first
        [day-first] the day was taken to come first
       *[month-first] the month was taken to come first
      }
issue-decimal-sign-guessed = these numbers can be read in two ways
    .stands = it says “{ $text }”, and no value tells whether the decimal sign is a point or a comma
    .expected = at least one number with both signs, or with other than three digits after one, would tell
    .done = { $reading ->
        [comma] the comma was taken as the decimal sign
       *[point] the point was taken as the decimal sign
      }
issue-cut-suspected = the file was probably cut here
    .stands = { $stopped } of the { $of } customers who paid end on { $date }
    .expected = customers rarely leave on one same day
    .done = this period counts as incomplete
issue-start-far-ahead = a start lies far ahead
    .stands = the start { $date } is more than a month after every other day
    .expected = it should be a day up to the as-of date
    .done = it did not move the as-of date
issue-ids-alike = { $customers } customer ids are written almost the same
    .stands = only case, blanks or width differ: { $text }
    .expected = a customer should be written the same way in every file
    .done = each counts as a customer of its own, and joined they would be { $joined ->
        [one] one customer
       *[other] { $joined } customers
      }
issue-usage-gap = the usage log has a gap
    .stands = { $periods ->
        [one] one whole { $grain } holds no row, from { $date } to { $until }
       *[other] { $periods } whole { $grain ->
            [week] weeks
            [month] months
            [quarter] quarters
           *[year] years
          } hold no row, the first gap is from { $date } to { $until }
      }
    .expected = somebody uses the product in every { $grain }, so rows are probably missing from the export
    .done = everybody counts as silent there
issue-usage-ends-early = the usage log ends early
    .stands = its last row is of { $date }, { $days } days before the as-of date { $as_of }
    .expected = it should reach the as-of date
    .done = everybody counts as silent since then

issue-ids-joined = { $customers ->
    [one] one customer’s id is written in several ways
   *[other] the ids of { $customers } customers are written in several ways
  }
    .stands = only case, blanks or width differ: { $text }
    .expected = a customer should be written the same way in every file
    .done = they were joined, as the settings say
issue-invoice-not-counted = the invoice, or the line, does not count
    .stands = it says “{ $text }”
    .expected = only what is owed or paid for recurring service makes MRR
    .done = { rows-set-aside }
issue-invoice-twice = an invoice stands in another file too
    .stands = { $count ->
        [one] a line of { $text } stands there with the same number, day and amount
       *[other] { $count } lines, the first of { $text }, stand there with the same number, day and amount
      }
    .expected = each line should stand once, and exports should not overlap
    .done = both count, so MRR may be twice what it is
issue-interval-inferred = invoices name no period of service
    .stands = { $count ->
        [one] one invoice has neither a period nor an interval
       *[other] { $count } invoices have neither a period nor an interval
      }
    .expected = there should be a start and an end of the period, or a billing interval
    .done = the gaps between each customer’s invoices tell how long they serve
issue-usage-unknown-customer = { $customers ->
    [one] one customer of the usage log is not in the customers file
   *[other] { $customers } customers of the usage log are not in the customers file
  }
    .stands = for example { $text }
    .expected = every customer should stand in the customers file
    .done = their use counts in the figures of use, and they are not among those who pay
issue-term-unknown-customer = { $customers ->
    [one] one paying customer is not in the customers file
   *[other] { $customers } paying customers are not in the customers file
  }
    .stands = for example { $text }
    .expected = every customer should stand in the customers file
    .done = they count, without a name or a segment of the customers file
issue-price-without-term = { $customers ->
    [one] one customer has a price and no time of paying
   *[other] { $customers } customers have a price and no time of paying
  }
    .stands = for example { $text }
    .expected = there should be a sign-up date, or a row of subscriptions
    .done = they are not among those who pay
issue-churned-without-day = { $customers ->
    [one] one customer is marked as gone, and nothing says since when
   *[other] { $customers } customers are marked as gone, and nothing says since when
  }
    .stands = for example { $text }
    .expected = there should be a day of cancellation beside the mark
    .done = they count as paying to this day
issue-term-equal = some rows are the same
    .stands = { $count ->
        [one] one row is the same as another
       *[other] { $count } rows are the same as others
      }
    .expected = each subscription should stand once, or there should be a column of row ids
    .done = each counts as a subscription of its own
issue-terms-overlap = { $customers ->
    [one] one customer has several subscriptions at once
   *[other] { $customers } customers have several subscriptions at once
  }
    .stands = for example { $text }
    .expected = this may well be so
    .done = their MRR was added up
issue-after-as-of = some days lie after the as-of date
    .stands = { $count ->
        [one] one day is after { $date }
       *[other] { $count } days are after { $date }
      }
    .expected = only what has happened counts
    .done = they count as not having happened yet
issue-within-period = { $customers ->
    [one] one customer came and left within one period
   *[other] { $customers } customers came and left within one period
  }
    .stands = for example { $text }
    .expected = this may well be so
    .done = what begins and ends within one period is paid at no close, and makes no movement

issue-row-short = the row has fewer fields than there are columns
    .stands = there are { $fields } fields
    .expected = there should be { $expected }, as many as columns
    .done = the missing ones count as blank

issue-quote-unclosed = a quote is opened and never closed
    .stands = the field begins “{ $text }”
    .expected = there should be a second quote at its end
    .done = the row was set aside with its line, and reading went on after it

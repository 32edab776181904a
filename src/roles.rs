//! What a file can be and what a column can be: the words of the report's `sources` and of the settings.

use crate::value::words;

words! {
    /// What a file is.
    Kind {
        /// One row a customer.
        Customers "customers",
        /// One row a stretch of constant price.
        Subscriptions "subscriptions",
        /// One row an invoice line.
        Invoices "invoices",
        /// One row a use.
        Usage "usage",
    }
}

words! {
    /// How a column is read whose values could be read in two ways.
    Reading {
        /// `3/4/2024` is the fourth of March.
        MonthFirst "month-first",
        /// `3/4/2024` is the third of April.
        DayFirst "day-first",
        /// `24/03/04` is the fourth of March 2024.
        YearFirst "year-first",
        /// `1.234` is hardly more than one.
        Point "point",
        /// `1.234` is more than a thousand.
        Comma "comma",
    }
}

words! {
    /// What a column holds.
    #[allow(missing_docs)] // the names are the contract's own words, explained there
    Role {
        Customer "customer",
        Name "name",
        Signup "signup",
        Cancelled "cancelled",
        LastActive "last_active",
        Mrr "mrr",
        Amount "amount",
        Interval "interval",
        IntervalCount "interval_count",
        Currency "currency",
        Plan "plan",
        Owner "owner",
        Tier "tier",
        Renewal "renewal",
        AutoRenew "auto_renew",
        Onboarded "onboarded",
        Seats "seats",
        Nps "nps",
        Csat "csat",
        Tenure "tenure",
        Churned "churned",
        Segment "segment",
        Start "start",
        End "end",
        CancelRequested "cancel_requested",
        Quantity "quantity",
        Status "status",
        Reason "reason",
        TrialEnd "trial_end",
        Row "row",
        Mode "mode",
        Date "date",
        PeriodStart "period_start",
        PeriodEnd "period_end",
        Kind "kind",
        Invoice "invoice",
        Refunds "refunds",
        Refunded "refunded",
        User "user",
        At "at",
        Event "event",
        Value "value",
    }
}

impl Role {
    /// Whether such a column is a segment whatever it holds.
    pub(crate) fn is_segment_by_name(self) -> bool {
        matches!(self, Role::Plan | Role::Tier | Role::Owner)
    }
}

//! What a file can be and what a column can be: the words of the report's `sources` and of the settings.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One row a customer.
    Customers,
    /// One row a stretch of constant price.
    Subscriptions,
    /// One row an invoice line.
    Invoices,
    /// One row a use.
    Usage,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the contract's own words, explained there
pub enum Role {
    Customer,
    Name,
    Signup,
    Cancelled,
    LastActive,
    Mrr,
    Amount,
    Interval,
    Currency,
    Plan,
    Owner,
    Tier,
    Renewal,
    AutoRenew,
    Onboarded,
    Seats,
    Nps,
    Csat,
    Tenure,
    Churned,
    Segment,
    Start,
    End,
    CancelRequested,
    Quantity,
    Status,
    Reason,
    TrialEnd,
    Row,
    Date,
    PeriodStart,
    PeriodEnd,
    Kind,
    Invoice,
    Refunds,
    User,
    At,
    Event,
    Value,
}

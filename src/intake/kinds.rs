//! The kinds of files, one file a kind: its words, what it requires and how its rows are read.

pub(crate) mod customers;
pub(crate) mod invoices;
mod row;
pub(crate) mod subscriptions;
pub(crate) mod usage;

use super::guess::{ColumnGuess, Guess};
use super::kept::Kept;
use super::notes::Notes;
use super::words::{self, Words};
use crate::calendar::Zone;
use crate::issue::Code;
use crate::roles::{Kind, Reading, Role};
use crate::settings::Settings;

pub(crate) use super::kept::{End, Price};
pub(crate) use row::Row;

/// A kind of file.
pub(crate) struct Spec {
    pub(crate) kind: Kind,
    /// Of each list one role is needed (report.md, section 4).
    pub(crate) required: &'static [&'static [Role]],
    /// Roles without which the kind is hardly worth reading: a word of last resort takes them from another role.
    pub(crate) wanted: &'static [&'static [Role]],
    /// The list that names the lists of folded headers which speak against the kind.
    pub(crate) against: &'static str,
    /// The list of those of which one has to stand there; empty: none.
    pub(crate) tells: &'static str,
    /// One row a customer: an id that keeps repeating speaks against it.
    pub(crate) one_row_each: bool,
    pub(crate) empty: fn(&Settings) -> Rows,
    /// Reads one row into `Rows`, or says why it is set aside.
    pub(crate) read: fn(&mut Rows, &Row<'_>, &Plan, &mut Notes) -> Result<(), SetAside>,
}

impl Spec {
    /// The header words of its roles.
    pub(crate) fn words(&self) -> &'static [Words] {
        words::of(self.kind)
    }
}

/// Every kind that is read.
pub(crate) const KINDS: &[Spec] = &[
    customers::SPEC,
    subscriptions::SPEC,
    invoices::SPEC,
    usage::SPEC,
];

/// The kind's entry.
pub(crate) fn spec(kind: Kind) -> Option<&'static Spec> {
    KINDS.iter().find(|spec| spec.kind == kind)
}

/// What a file's rows become.
#[derive(Clone, Debug, Default)]
pub(crate) enum Rows {
    /// The file is of no kind, or lacks a column.
    #[default]
    None,
    /// One entry a row.
    Customers(Kept),
    /// One entry a row.
    Subscriptions(Kept),
    /// One entry a row.
    Invoices(Kept),
    /// Folded: no row is kept.
    Usage(Box<usage::state::UsageState>),
}

impl Rows {
    /// Whether they are of a kind.
    pub(crate) fn is(&self, kind: Kind) -> bool {
        let own = match self {
            Rows::None => None,
            Rows::Customers(_) => Some(Kind::Customers),
            Rows::Subscriptions(_) => Some(Kind::Subscriptions),
            Rows::Invoices(_) => Some(Kind::Invoices),
            Rows::Usage(_) => Some(Kind::Usage),
        };
        own == Some(kind)
    }

    /// The rows, where they are kept.
    pub(crate) fn kept(&self) -> Option<&Kept> {
        match self {
            Rows::Customers(rows) | Rows::Subscriptions(rows) | Rows::Invoices(rows) => Some(rows),
            Rows::None | Rows::Usage(_) => None,
        }
    }

    /// Every customer's id that stands in them, some of them again and again.
    pub(crate) fn ids<'a>(&'a self, each: &mut dyn FnMut(&'a str)) {
        if let Rows::Usage(state) = self {
            state
                .customers()
                .for_each(|number| each(state.customer(number)));
        }
        let rows = self.kept().into_iter().flat_map(Kept::iter);
        rows.for_each(|row| each(row.id()));
    }
}

/// Why a row is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SetAside {
    pub(crate) code: Code,
    pub(crate) column: Option<usize>,
    pub(crate) text: String,
}

impl SetAside {
    pub(crate) fn new(code: Code, column: Option<usize>, text: &str) -> SetAside {
        SetAside {
            code,
            column,
            text: text.to_owned(),
        }
    }
}

const ROLES: usize = Role::Value as usize + 1;

/// Which column holds what, ready for reading rows.
pub(crate) struct Plan {
    at: [Option<usize>; ROLES],
    pub(crate) headers: Vec<String>,
    /// The line they begin on.
    pub(crate) headers_at: u64,
    offsets: Vec<Option<i32>>,
    readings: Vec<Option<Reading>>,
    /// What the name of the money column says.
    pub(crate) currency: Option<&'static str>,
    /// Whether it says that a year's stands there.
    pub(crate) is_annual: bool,
    pub(crate) zone: Zone,
    /// What a yes says in the column of whether rows are tests.
    yes_is_test: Option<bool>,
    /// Events that qualify; none: all.
    pub(crate) events: Option<Vec<String>>,
}

impl Plan {
    pub(crate) fn new(guess: &Guess, settings: &Settings) -> Plan {
        let columns = &guess.columns;
        let mut at = [None; ROLES];
        for (i, column) in columns.iter().enumerate() {
            if let Some(slot) = column.role.and_then(|role| at.get_mut(role as usize)) {
                slot.get_or_insert(i);
            }
        }
        let offset = |c: &ColumnGuess| super::columns::split_zone(&c.header).1;
        let column = |role: Role| columns.get(at.get(role as usize).copied().flatten()?);
        let money = column(Role::Mrr).or_else(|| column(Role::Amount));
        let currency = money.and_then(|c| super::columns::split_currency(&c.header));
        Plan {
            currency: currency.map(|(_, code)| code),
            is_annual: money.is_some_and(|c| super::columns::is_annual(&c.header)),
            yes_is_test: column(Role::Mode)
                .and_then(|column| super::columns::yes_is_test(&column.header)),
            headers: columns.iter().map(|c| c.header.clone()).collect(),
            headers_at: guess.place.line,
            offsets: columns.iter().map(offset).collect(),
            readings: columns.iter().map(|c| c.reading).collect(),
            zone: settings.zone.clone(),
            events: settings.active.events.clone(),
            at,
        }
    }

    /// The column of a role.
    pub(crate) fn column(&self, role: Role) -> Option<usize> {
        self.at.get(role as usize).copied().flatten()
    }

    /// Seconds east of UTC that the column's header names.
    pub(crate) fn offset(&self, column: usize) -> Option<i32> {
        self.offsets.get(column).copied().flatten()
    }

    pub(crate) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    /// How the column is read.
    pub(crate) fn reading(&self, column: Option<usize>) -> Option<Reading> {
        self.readings.get(column?).copied().flatten()
    }
}

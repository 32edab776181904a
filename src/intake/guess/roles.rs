//! The roles of a file's columns once its kind is known: what the words give, what the settings say instead, which
//! columns are segments, what is asked, and what is missing.

use super::Guess;
use crate::intake::columns::{self, Assigned, Sampled};
use crate::intake::kinds::Spec;
use crate::issue::{Code, Issue};
use crate::roles::{Kind, Role};
use crate::settings::Settings;

impl Guess {
    fn has(&self, role: Role) -> bool {
        self.columns.iter().any(|c| c.role == Some(role))
    }

    /// A price without an interval is a month's; a quantity still multiplies it, so then it stays an amount.
    pub(super) fn month_price(&mut self) {
        if matches!(self.kind, Some(Kind::Customers | Kind::Subscriptions))
            && !self.has(Role::Interval)
            && !self.has(Role::Mrr)
            && !self.has(Role::Quantity)
        {
            for column in self
                .columns
                .iter_mut()
                .filter(|c| c.role == Some(Role::Amount) && !columns::is_annual(&c.header))
            {
                column.role = Some(Role::Mrr);
            }
        }
    }

    /// The settings' roles. No two columns have one role: a choice takes it from the guess.
    pub(super) fn choose(&mut self, settings: &Settings) {
        let Some(chosen) = settings.columns.get(&self.file) else {
            return;
        };
        for i in 0..self.columns.len() {
            let Some(column) = self.columns.get_mut(i) else {
                break;
            };
            let Some(&role) = chosen.get(&column.header) else {
                continue;
            };
            (column.role, column.certain, column.chosen) = (role, true, true);
            if role.is_none() || role == Some(Role::Segment) {
                continue;
            }
            let taken_before = self
                .columns
                .iter()
                .take(i)
                .any(|c| c.chosen && c.role == role);
            for (j, other) in self.columns.iter_mut().enumerate() {
                if other.role == role
                    && (if taken_before {
                        j == i
                    } else {
                        j != i && !other.chosen
                    })
                {
                    (other.role, other.certain) = (None, true);
                }
            }
        }
    }

    /// Any other column of few distinct values is a segment (report.md, section 4): by these values until all are read.
    pub(super) fn segments(&mut self, columns: &[Sampled<'_>]) {
        if !matches!(self.kind, Some(Kind::Customers | Kind::Subscriptions)) {
            return;
        }
        for (column, sampled) in self.columns.iter_mut().zip(columns) {
            if column.role.is_none() && !column.chosen && sampled.is_segment() {
                column.role = Some(Role::Segment);
            }
        }
    }

    pub(super) fn questions(&mut self, assigned: &Assigned) {
        let mut issues = Vec::new();
        for (column, taken) in self.columns.iter().zip(&assigned.columns) {
            let (Some(taken), Some(role), false) = (taken, column.role, column.chosen) else {
                continue;
            };
            let other = taken.other.and_then(|other| self.columns.get(other));
            let issue = match other {
                Some(other) => {
                    Issue::new(Code::ColumnUncertain).with("other", other.header.as_str())
                }
                None if taken.weak => Issue::new(Code::ColumnGuessed),
                None => continue,
            };
            issues.push(
                issue
                    .at_line(self.place.line)
                    .in_column(&column.header)
                    .with("role", role.word()),
            );
        }
        issues.into_iter().for_each(|issue| self.issue(issue));
    }

    pub(super) fn require(&mut self, spec: &Spec) {
        let missing = spec
            .required
            .iter()
            .filter(|any| !any.iter().any(|&role| self.has(role)));
        self.missing = missing.filter_map(|any| any.first().copied()).collect();
        for role in self.missing.clone() {
            let issue = Issue::new(Code::ColumnMissing)
                .at_line(self.place.line)
                .with("role", role.word());
            self.issue(issue.with("kind", spec.kind.word()));
        }
    }
}

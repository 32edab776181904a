//! What everybody pays, and who left: the movements of money and of customers, and churn.

use super::Plain;
use crate::support::MOVEMENTS;
use ebb::calendar::Span;

impl Plain<'_> {
    pub(crate) fn movements(&self, who: &[usize]) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
        let names = MOVEMENTS;
        let mut money = vec![Vec::new(); 7];
        let mut heads = vec![Vec::new(); 7];
        for period in self.periods() {
            let (mut m, mut h) = ([0i64; 7], [0i64; 7]);
            for &c in who {
                let (a, b) = (
                    self.mrr(c, period.start.plus(-1)),
                    self.mrr(c, self.close(period)),
                );
                let before = self.first_paying(c).is_some_and(|day| day < period.start);
                let moved = match (a, b) {
                    (0, 0) => None,
                    (0, b) if before => Some((2, b)),
                    (0, b) => Some((1, b)),
                    (a, 0) => Some((5, a)),
                    (a, b) if b > a => Some((3, b - a)),
                    (a, b) if b < a => Some((4, a - b)),
                    _ => None,
                };
                for (line, amount) in [Some((0, a)), moved, Some((6, b))].into_iter().flatten() {
                    m[line] += amount;
                    h[line] += i64::from(amount > 0);
                }
            }
            for line in 0..7 {
                money[line].push(self.note(period, m[line].to_string()));
                heads[line].push(self.note(period, h[line].to_string()));
            }
        }
        names
            .into_iter()
            .zip(money)
            .zip(heads)
            .map(|((name, m), h)| (name, m, h))
            .collect()
    }

    pub(crate) fn churn(&self, who: &[usize]) -> Vec<String> {
        let note = |period: Span| {
            let open: Vec<&usize> = who
                .iter()
                .filter(|c| self.mrr(**c, period.start.plus(-1)) > 0)
                .collect();
            let gone = open
                .iter()
                .filter(|c| self.mrr(***c, self.close(period)) == 0)
                .count();
            self.note(period, format!("{gone}/{}", open.len()))
        };
        self.periods().into_iter().map(note).collect()
    }
}

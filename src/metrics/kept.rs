//! Answers that another question leaves as they are: where no setting changed that theirs reads. The small pack keeps
//! none: its files are small too.

use super::Metric;
use crate::LARGE;
use crate::report::{Figure, Shape};
use crate::settings::{Choice, Settings};
use std::sync::Arc;

/// One step back is answered at once, and some more.
const MOST: usize = 8;
/// Second copies of more cells would weigh on the memory: 24 bytes each.
const MOST_CELLS: usize = 1 << 16;

/// What was answered of one dataset, the latest first.
#[derive(Default)]
pub struct Kept(Vec<Answered>);

struct Answered {
    /// What it holds under.
    settings: Arc<Settings>,
    figures: Vec<Figure>,
    /// What is asked now differs in so much; None: in more than the choices.
    differ: Option<Vec<Choice>>,
}

impl Kept {
    /// What is asked now.
    pub(super) fn ask(&mut self, settings: &Settings) {
        for answered in self.0.iter_mut().filter(|_| LARGE) {
            answered.differ = answered.settings.differ_in(settings);
        }
    }

    /// The answer to a question, if one stands.
    pub(super) fn answer(&self, metric: &Metric) -> Option<Vec<Figure>> {
        let kept = self.0.iter().filter(|_| LARGE);
        let mut answers = kept.filter_map(|answered| {
            let differ = answered.differ.as_ref()?;
            let stands = !metric.reads.iter().any(|choice| differ.contains(choice));
            let figures = answered.figures.iter().filter(|_| stands);
            Some(
                figures
                    .filter(|figure| figure.id == metric.id)
                    .cloned()
                    .collect(),
            )
        });
        answers.find(|figures: &Vec<Figure>| !figures.is_empty())
    }

    /// Keeps what was answered, unless it is large.
    pub fn keep(&mut self, settings: &Arc<Settings>, figures: &[Figure]) {
        if !LARGE {
            return;
        }
        let mut room = MOST_CELLS;
        let mut fits = |figures: &[Figure]| {
            let cells = figures.iter().map(cells).sum();
            let left = room.checked_sub(cells);
            room = left.unwrap_or(0);
            left.is_some()
        };
        if fits(figures) {
            self.0.truncate(MOST - 1);
            self.0.retain(|answered| fits(&answered.figures));
            let answered = Answered {
                settings: settings.clone(),
                figures: figures.to_vec(),
                differ: None,
            };
            self.0.insert(0, answered);
        }
    }
}

fn cells(figure: &Figure) -> usize {
    match &figure.shape {
        Shape::Series { periods, lines } => periods.len() * lines.len(),
        Shape::Triangle { ages, cohorts, .. } => *ages as usize * (cohorts.len() + 1),
        Shape::Split { parts, .. } => 2 * parts.len(),
    }
}

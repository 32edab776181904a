//! What holds for every metric.

use super::{Kept, METRICS, NoSuchCell, Query, members};
use crate::dataset::Dataset;
use crate::facts::Facts;
use crate::facts::world::{World, day};
use crate::report::{Cell, Figure, Is, Shape, Unit};

/// The denominator of a rate.
fn rate(cell: &Cell) -> Option<i64> {
    (cell.is != Is::Count).then_some(cell.of)
}

use crate::settings::{Entry, Retention, Settings, Window};

/// A cell as worked examples write it: n or n/of, `~` of an incomplete period, `-` not observable.
fn text(cell: &Option<Cell>) -> String {
    let Some(cell) = cell else {
        return "-".to_owned();
    };
    let of = rate(cell).map(|of| format!("/{of}")).unwrap_or_default();
    format!("{}{of}{}", cell.n, if cell.partial { "~" } else { "" })
}

fn row(head: String, cells: &[Option<Cell>]) -> String {
    std::iter::once(head)
        .chain(cells.iter().map(text))
        .collect::<Vec<_>>()
        .join(" ")
}

fn rows(figure: &Figure) -> Vec<String> {
    let named = |id: &String, segment: &Option<String>| match segment {
        Some(value) => format!("{id} [{value}]"),
        None => id.clone(),
    };
    match &figure.shape {
        Shape::Series { lines, .. } => lines
            .iter()
            .map(|l| row(named(&l.id, &l.segment), &l.cells))
            .collect(),
        Shape::Triangle {
            cohorts, average, ..
        } => {
            let head = figure.segment.iter().map(|value| format!("[{value}]"));
            let lines = cohorts
                .iter()
                .map(|c| row(format!("{} {}:", c.start, c.size), &c.cells));
            head.chain(lines)
                .chain([row("average".to_owned(), average)])
                .collect()
        }
        Shape::Split { parts, .. } => {
            let cells = |money: &Option<Cell>, cell: &Option<Cell>| {
                [*cell]
                    .into_iter()
                    .chain(money.map(Some))
                    .collect::<Vec<_>>()
            };
            parts
                .iter()
                .map(|p| row(named(&p.id, &p.segment), &cells(&p.money, &p.cell)))
                .collect()
        }
    }
}

/// The figures of one id, line by line; blanks don't matter. `needs …` where it is not answered.
pub(crate) fn shown(data: &Dataset, settings: &Settings, id: &str, want: &str) {
    let facts = Facts::new(data, settings);
    let (figures, unanswered) = super::answer(&facts, &mut Kept::default()).unwrap_or_default();
    let mut got: Vec<String> = figures
        .iter()
        .filter(|f| f.id == id)
        .flat_map(rows)
        .collect();
    for missing in unanswered.iter().filter(|u| u.id == id) {
        let words = missing.needs.iter().map(|need| {
            format!("{need:?}")
                .to_lowercase()
                .replace("lastuse", "last-use")
        });
        got.push(format!("needs {}", words.collect::<Vec<_>>().join(" ")));
    }
    let want: Vec<String> = want
        .lines()
        .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(got, want, "{id}");
}

/// Every cell of a figure, with the question for those behind it.
fn cells(
    figure: &Figure,
    segment: &dyn Fn(&Option<String>) -> Option<String>,
) -> Vec<(Query, Option<Cell>)> {
    let base = Query {
        figure: figure.id.to_owned(),
        ..Query::default()
    };
    let mut all = Vec::new();
    match &figure.shape {
        Shape::Series { periods, lines } => {
            for line in lines {
                for (period, cell) in periods.iter().zip(&line.cells) {
                    let (line, segment) = (Some(line.id.clone()), segment(&line.segment));
                    all.push((
                        Query {
                            line,
                            segment,
                            period: Some(period.start),
                            ..base.clone()
                        },
                        *cell,
                    ));
                }
            }
        }
        Shape::Triangle {
            cohorts, average, ..
        } => {
            let base = Query {
                segment: segment(&figure.segment),
                ..base
            };
            for cohort in cohorts {
                let base = Query {
                    cohort: Some(cohort.start),
                    ..base.clone()
                };
                all.push((
                    base.clone(),
                    Some(Cell {
                        n: cohort.size,
                        of: 0,
                        is: Is::Count,
                        partial: false,
                    }),
                ));
                all.extend(cohort.cells.iter().zip(0..).map(|(c, age)| {
                    (
                        Query {
                            age: Some(age),
                            ..base.clone()
                        },
                        *c,
                    )
                }));
            }
            all.extend(average.iter().zip(0..).map(|(c, age)| {
                (
                    Query {
                        age: Some(age),
                        ..base.clone()
                    },
                    *c,
                )
            }));
        }
        Shape::Split { parts, .. } => {
            for part in parts {
                let (segment, part, cell) =
                    (segment(&part.segment), Some(part.id.clone()), part.cell);
                all.push((
                    Query {
                        part,
                        segment,
                        ..base.clone()
                    },
                    cell,
                ));
            }
        }
    }
    all
}

fn world() -> World {
    World::of_three()
        .term("d", "2024-01-15", "2024-01-20", 7)
        .term("d", "2024-02-15", "", 9)
        .user("a", "u", &["2024-01-10", "2024-02-20", "2024-04-01"])
        .user("a", "v", &["2024-01-11", "2024-03-20"])
        .user("c", "u", &["2024-02-15", "2024-03-01"])
        .uses("e", &["2024-03-03"])
        .listed("a", &[("plan", "Pro")])
        .listed("b", &[("plan", "Basic")])
        .listed("d", &[("plan", "Pro")])
}

fn settings() -> Vec<Settings> {
    let every = Retention {
        entry: Entry::Every,
        ..Retention::default()
    };
    let rolling = Retention {
        window: Window::Rolling,
        ..Retention::default()
    };
    let plan = || Some("plan".to_owned());
    let pro = [("plan".to_owned(), vec!["Pro".to_owned()])]
        .into_iter()
        .collect();
    vec![
        Settings::default(),
        Settings {
            split: plan(),
            retention: every,
            grain: crate::calendar::Grain::Week,
            ..Settings::default()
        },
        Settings {
            split: plan(),
            retention: rolling,
            segment: pro,
            ..Settings::default()
        },
    ]
}

#[test]
fn behind_every_number_stand_as_many_as_it_says() {
    let (data, mut seen) = (world().build(), 0);
    for settings in settings() {
        let facts = Facts::new(&data, &settings);
        let (figures, _) = super::answer(&facts, &mut Kept::default()).unwrap_or_default();
        for figure in &figures {
            for (query, cell) in cells(figure, &Clone::clone) {
                let roster = members(&facts, &query);
                let Some(cell) = cell else {
                    assert_eq!(roster, Err(NoSuchCell), "{query:?}");
                    continue;
                };
                assert!(roster.is_ok(), "{query:?}");
                let Ok(roster) = roster else { continue };
                let by_amount = figure.unit == Unit::Money
                    || (figure.id == "revenue_cohorts" && query.age.is_some());
                let counted = match by_amount {
                    true => roster.members.iter().filter_map(|m| m.amount).sum(),
                    false => roster.members.len() as i64,
                };
                assert_eq!(counted, cell.n, "{query:?}");
                assert!(roster.members.is_sorted_by_key(|m| (m.customer, m.user)));
                let base = members(
                    &facts,
                    &Query {
                        base: true,
                        ..query.clone()
                    },
                );
                let counted = base.map(|roster| match by_amount {
                    true => roster.members.iter().filter_map(|m| m.amount).sum(),
                    false => roster.members.len() as i64,
                });
                assert_eq!(counted, rate(&cell).ok_or(NoSuchCell), "{query:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn the_values_of_a_split_add_up_to_the_whole() {
    let data = world().build();
    for settings in settings().into_iter().filter(|s| s.split.is_some()) {
        let facts = Facts::new(&data, &settings);
        let (figures, _) = super::answer(&facts, &mut Kept::default()).unwrap_or_default();
        let all: Vec<_> = figures
            .iter()
            .flat_map(|f| cells(f, &Clone::clone))
            .collect();
        for (query, whole) in all.iter().filter(|(q, _)| q.segment.is_none()) {
            let of_values = all.iter().filter(|(q, _)| q.segment.is_some());
            let same = of_values.filter(|(q, _)| {
                Query {
                    segment: None,
                    ..q.clone()
                } == *query
            });
            let add = |(n, of): (i64, i64), cell: &Option<Cell>| match cell {
                Some(cell) => (n + cell.n, of + cell.of),
                None => (n, of),
            };
            // A cohort with base 0 in one value and not in the other enters only one of the averages.
            if query.figure == "revenue_cohorts" && query.cohort.is_none() {
                continue;
            }
            assert_eq!(
                same.fold((0, 0), |sum, (_, cell)| add(sum, cell)),
                add((0, 0), whole),
                "{query:?}"
            );
        }
    }
}

#[test]
fn every_question_is_answered_or_says_what_is_missing() {
    let settings = Settings::default();
    let days = World::new("2024-01-31").listed("a", &[]).build();
    for data in [world().build(), days, Dataset::default()] {
        let facts = Facts::new(&data, &settings);
        let (figures, unanswered) = super::answer(&facts, &mut Kept::default()).unwrap_or_default();
        let mut ids: Vec<&str> = figures
            .iter()
            .map(|f| f.id)
            .chain(unanswered.iter().map(|u| u.id))
            .collect();
        assert!(unanswered.iter().all(|u| !u.needs.is_empty()));
        ids.sort_by_key(|id| METRICS.iter().position(|m| m.id == *id));
        assert_eq!(ids, METRICS.iter().map(|m| m.id).collect::<Vec<_>>());
    }
}

#[test]
fn what_a_report_cannot_hold_is_refused_by_the_figures_name() {
    let big = crate::money::MAX_EXACT;
    let settings = Settings::default();
    let one = World::new("2024-01-31").term("a", "2024-01-01", "", big);
    let facts = one.clone().build();
    assert!(super::answer(&Facts::new(&facts, &settings), &mut Kept::default()).is_ok());
    let two = one.term("b", "2024-01-01", "", 1).build();
    let refused =
        super::answer(&Facts::new(&two, &settings), &mut Kept::default()).map_err(|e| e.figure);
    assert_eq!(refused.err(), Some("mrr_movements"));
}

#[test]
fn a_cell_that_is_not_there_has_no_roster() {
    let (data, settings) = (world().build(), Settings::default());
    let facts = Facts::new(&data, &settings);
    let churn = Query {
        figure: "logo_churn".into(),
        period: Some(day("2024-02-01")),
        ..Query::default()
    };
    assert_eq!(members(&facts, &churn).map(|r| r.members.len()), Ok(1));
    for wrong in [
        Query {
            figure: "nothing".into(),
            ..churn.clone()
        },
        Query {
            period: Some(day("2024-02-02")),
            ..churn.clone()
        },
        Query {
            period: None,
            ..churn.clone()
        },
        Query {
            line: Some("new".into()),
            ..churn.clone()
        },
        Query {
            segment: Some("Pro".into()),
            ..churn.clone()
        },
        Query {
            figure: "logo_cohorts".into(),
            cohort: Some(day("2024-01-01")),
            age: Some(4),
            ..Query::default()
        },
        Query {
            figure: "logo_cohorts".into(),
            cohort: Some(day("2024-03-01")),
            ..Query::default()
        },
        Query {
            figure: "dormancy".into(),
            part: None,
            ..Query::default()
        },
        Query {
            figure: "churned_share".into(),
            ..Query::default()
        },
    ] {
        assert_eq!(members(&facts, &wrong), Err(NoSuchCell), "{wrong:?}");
    }
}

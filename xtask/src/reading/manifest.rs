//! The list of the suite's files: what each says, varies and raises, and what the tables say.

use super::choice::Variant;
use super::forms::last_day;
use super::tables::{Cell, Kind, World};

/// What a table says, worked out from its rows and from nothing that reads files.
pub(super) fn told(world: World) -> String {
    let rows = world.rows();
    let roles = world.kind.roles();
    let happened = |role: &str| {
        matches!(
            role,
            "signup" | "cancelled" | "last_active" | "start" | "at"
        )
    };
    let days = rows.iter().flatten().zip(roles.iter().cycle());
    let days = days
        .filter(|(_, role)| happened(role))
        .filter_map(|(cell, _)| match cell {
            Cell::Day(day) | Cell::End(day) => *day,
            Cell::Stamp(day, _) => Some(*day),
            _ => None,
        });
    let as_of = days.max();
    let quoted = |text: &str| format!("\"{text}\"");
    let null = || "null".to_owned();
    let mrr = match (world.kind, as_of) {
        (Kind::Customers | Kind::Subscriptions, Some(day)) => closing(&rows, day).to_string(),
        _ => null(),
    };
    let roles: Vec<String> = roles.iter().map(|role| quoted(role)).collect();
    let money = matches!(world.kind, Kind::Customers | Kind::Subscriptions);
    format!(
        "\"{}\": {{\"kind\": \"{}\", \"rows\": {}, \"as_of\": {}, \"currency\": {}, \"closing_mrr\": {mrr}, \"roles\": [{}]}}",
        world.name(),
        world.kind.in_report(),
        rows.len(),
        as_of.map_or_else(null, |day| quoted(&last_day(day))),
        if money {
            quoted(world.currency.code)
        } else {
            null()
        },
        roles.join(", "),
    )
}

/// What is paid a month at the end of that day.
pub(super) fn closing(rows: &[Vec<Cell>], day: i32) -> i64 {
    let running = rows.iter().filter(|row| {
        let started = row.iter().find_map(|cell| match cell {
            Cell::Day(day) => *day,
            _ => None,
        });
        let ended = row.iter().find_map(|cell| match cell {
            Cell::End(end) => Some(*end),
            _ => None,
        });
        started.is_some_and(|start| start <= day) && ended.flatten().is_none_or(|end| end > day)
    });
    let a_month = running.map(|row| {
        let yearly = row.contains(&Cell::Yearly(true));
        let amount = row.iter().find_map(|cell| match cell {
            Cell::Money(amount) => *amount,
            _ => None,
        });
        amount.unwrap_or(0) / if yearly { 12 } else { 1 } // the tables' years are whole twelves
    });
    a_month.sum()
}

pub(super) fn line(variant: &Variant) -> String {
    let list = |words: &[String]| {
        let words: Vec<String> = words
            .iter()
            .map(|word| format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")))
            .collect();
        format!("[{}]", words.join(", "))
    };
    let settings = variant.settings.as_ref();
    let settings = settings.map_or(String::new(), |text| format!(", \"settings\": {text}"));
    let issues: Vec<String> = variant.issues.iter().map(|&code| code.to_owned()).collect();
    format!(
        "{{\"file\": \"{}\", \"says\": \"{}\", \"varies\": {}, \"issues\": {}, \"set_aside\": {}, \"same_cells\": {}, \"korean\": {}{settings}}}",
        variant.name,
        variant.world.name(),
        list(&variant.varies),
        list(&issues),
        variant.aside,
        variant.same_cells,
        variant.korean,
    )
}

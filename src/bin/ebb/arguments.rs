//! What was asked for.

use crate::End;
use ebb::calendar::Day;
use ebb::metrics::Query;
use ebb::roles::Kind;
use ebb::settings::Settings;
use lexopt::prelude::*;
use std::path::PathBuf;

/// `ebb --help`.
pub(crate) const HELP: &str = "\
ebb: who is leaving, who has already left without cancelling, and what it costs

  ebb report [options] FILE...          the report as JSON
  ebb members FIGURE [cell] [options] FILE...
                                        the customers behind one cell, as CSV
  ebb inspect [options] FILE...         what each file was taken for, as JSON
  ebb table FILE                        the file as it was read: plain comma-separated, UTF-8

options
  --settings FILE.json                  choices, as the page saves them
  --as-of YYYY-MM-DD                    the last day the files speak for
  --kind FILE=KIND                      customers, subscriptions, invoices or usage

cell
  --line ID  --period YYYY-MM-DD        of a series
  --cohort YYYY-MM-DD  --age K          of a triangle
  --part ID                             of a split
  --segment VALUE                       of one value of the setting `split`
";

/// The verb.
pub(crate) enum Verb {
    Report,
    Members(Query),
    Inspect,
    Table,
    Help,
    Version,
}

/// The command line, understood.
pub(crate) struct Arguments {
    pub(crate) verb: Verb,
    pub(crate) settings: Settings,
    pub(crate) files: Vec<PathBuf>,
}

/// Reads the process's arguments.
pub(crate) fn parse() -> Result<Arguments, End> {
    let mut parser = lexopt::Parser::from_env();
    let mut words: Vec<PathBuf> = Vec::new();
    let mut settings = Settings::default();
    let mut query = Query::default();
    let mut cell_option = None;
    let (mut as_of, mut kinds) = (None, Vec::new());
    let wrong =
        |e: lexopt::Error| End::usage(format!("ebb: {e}; `ebb --help` lists what there is"));
    while let Some(argument) = parser.next().map_err(wrong)? {
        match argument {
            Short('h') | Long("help") => {
                return Ok(Arguments {
                    verb: Verb::Help,
                    settings,
                    files: Vec::new(),
                });
            }
            Short('V') | Long("version") => {
                return Ok(Arguments {
                    verb: Verb::Version,
                    settings,
                    files: Vec::new(),
                });
            }
            Long("settings") => settings = load(&PathBuf::from(parser.value().map_err(wrong)?))?,
            Long("as-of") => as_of = Some(day("--as-of", &mut parser).map_err(wrong)?),
            Long("kind") => kinds.push(kind(
                &parser.value().and_then(|v| v.string()).map_err(wrong)?,
            )?),
            Long(name @ ("line" | "period" | "cohort" | "age" | "part" | "segment")) => {
                let name = name.to_owned();
                match name.as_str() {
                    "period" => query.period = Some(day("--period", &mut parser).map_err(wrong)?),
                    "cohort" => query.cohort = Some(day("--cohort", &mut parser).map_err(wrong)?),
                    "age" => {
                        query.age = Some(parser.value().and_then(|v| v.parse()).map_err(wrong)?)
                    }
                    other => {
                        let value = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?);
                        match other {
                            "line" => query.line = value,
                            "part" => query.part = value,
                            _ => query.segment = value,
                        }
                    }
                }
                cell_option = Some(name);
            }
            Value(word) => words.push(word.into()),
            other => return Err(wrong(other.unexpected())),
        }
    }
    settings.as_of = as_of.or(settings.as_of);

    let mut words = words.into_iter();
    let word = words.next().map(|w| w.to_string_lossy().into_owned());
    let verb = match word.as_deref() {
        Some("report") => Verb::Report,
        Some("inspect") => Verb::Inspect,
        Some("table") => Verb::Table,
        Some("members") => {
            let figure = words
                .next()
                .ok_or_else(|| End::usage("ebb members: expected the id of a figure"))?;
            query.figure = figure.to_string_lossy().into_owned();
            Verb::Members(query)
        }
        Some(other) => {
            return Err(End::usage(format!(
                "ebb: `{other}` is no command; `ebb --help` lists them"
            )));
        }
        None => return Err(End::usage(HELP)),
    };
    if let (Some(name), false) = (cell_option, matches!(verb, Verb::Members(_))) {
        return Err(End::usage(format!(
            "ebb: --{name} belongs to `ebb members`"
        )));
    }
    let files: Vec<PathBuf> = words.collect();
    if files.is_empty() {
        return Err(End::usage("ebb: expected at least one CSV file"));
    }
    for (file, kind) in kinds {
        let base = |path: &PathBuf| path.file_name().map(|n| n.to_string_lossy().into_owned());
        let named = files
            .iter()
            .find(|path| path.to_string_lossy() == file || base(path).as_deref() == Some(&file));
        let name = named
            .and_then(base)
            .ok_or_else(|| End::usage(format!("ebb: --kind {file}: no such file was given")))?;
        settings.kinds.insert(name, kind);
    }
    Ok(Arguments {
        verb,
        settings,
        files,
    })
}

fn day(option: &str, parser: &mut lexopt::Parser) -> Result<Day, lexopt::Error> {
    let text = parser.value()?.string()?;
    text.parse()
        .map_err(|e| lexopt::Error::Custom(format!("{option} {text}: {e}").into()))
}

fn kind(text: &str) -> Result<(String, Kind), End> {
    let wrong = || {
        End::usage(format!(
            "ebb: --kind {text}: expected FILE=customers, subscriptions, invoices or usage"
        ))
    };
    let (file, kind) = text.rsplit_once('=').ok_or_else(wrong)?;
    let kind = match kind {
        "customers" => Kind::Customers,
        "subscriptions" => Kind::Subscriptions,
        "invoices" => Kind::Invoices,
        "usage" => Kind::Usage,
        _ => return Err(wrong()),
    };
    Ok((file.to_owned(), kind))
}

fn load(path: &PathBuf) -> Result<Settings, End> {
    let wrong = |e: &dyn std::fmt::Display| End::usage(format!("{}: {e}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|e| wrong(&e))?;
    // A list would be read as the fields in their order, and an empty one as all defaults.
    if !text.trim_start().starts_with('{') {
        return Err(wrong(&"expected one JSON object"));
    }
    serde_json::from_str(&text).map_err(|e| wrong(&e))
}

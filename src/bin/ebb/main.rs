//! `ebb`: the session from a terminal. Results go to standard output, what is worth a look to standard error.

mod arguments;
mod json;
mod words;

use arguments::{Arguments, Verb};
use ebb::issue::Issue;
use ebb::report::{Roster, Source, Value};
use ebb::session::{HEAD, Problem, Session};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::ExitCode;

/// No file gave a usable row.
const NOTHING_READ: u8 = 3;
/// The arguments are wrong.
const USAGE: u8 = 2;

/// Bytes of a file that are read at once.
const PIECE: usize = 1 << 20;

fn main() -> ExitCode {
    match arguments::parse().and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(End { code, message }) => {
            if !message.is_empty() {
                eprintln!("{message}");
            }
            ExitCode::from(code)
        }
    }
}

/// Why the program ends without a result.
pub struct End {
    code: u8,
    message: String,
}

impl End {
    /// The arguments are wrong.
    fn usage(message: impl Into<String>) -> End {
        End {
            code: USAGE,
            message: message.into(),
        }
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> End {
        // A closed pipe (`ebb report … | head`) is nobody's mistake.
        let quiet = error.kind() == io::ErrorKind::BrokenPipe;
        End {
            code: if quiet { 0 } else { USAGE },
            message: if quiet {
                String::new()
            } else {
                error.to_string()
            },
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), End> {
    let mut out = BufWriter::new(io::stdout().lock());
    match &arguments.verb {
        Verb::Help => out.write_all(arguments::HELP.as_bytes())?,
        Verb::Version => writeln!(out, "ebb {}", env!("CARGO_PKG_VERSION"))?,
        Verb::Table => {
            let [path] = arguments.files.as_slice() else {
                return Err(End::usage("ebb table: expected exactly one file"));
            };
            ebb::intake::table(&mut open(path)?, &mut out).map_err(|e| no_text(path, e))?;
        }
        Verb::Inspect => {
            let session = read(arguments)?;
            let (sources, issues) = session.inspect(&arguments.settings);
            tell(&issues, &sources);
            json::write(&mut out, &BTreeMap::from([("sources", sources)]))?;
        }
        Verb::Report => {
            let report = read(arguments)?
                .report(&arguments.settings)
                .map_err(refused)?;
            tell(&report.issues, &report.sources);
            json::write(&mut out, &report)?;
        }
        Verb::Members(query) => {
            let mut session = read(arguments)?;
            let report = session.report(&arguments.settings).map_err(refused)?;
            tell(&report.issues, &report.sources);
            let roster = session
                .members(&arguments.settings, query, 0, usize::MAX)
                .map_err(refused)?;
            write_roster(&mut out, &roster)?;
        }
    }
    out.flush()?;
    Ok(())
}

/// A file that is no text has no row.
fn no_text(path: &Path, error: io::Error) -> End {
    match error.kind() {
        io::ErrorKind::InvalidData => End {
            code: NOTHING_READ,
            message: format!("{}: {error}", path.display()),
        },
        _ => error.into(),
    }
}

/// What can be read again from its start.
trait Again: Read + Seek {}
impl<T: Read + Seek> Again for T {}

/// A file; what comes through a pipe is kept, because a file may have to be read twice.
fn open(path: &Path) -> Result<Box<dyn Again>, End> {
    let refused = |e: io::Error| End::usage(format!("{}: {e}", path.display()));
    let mut file = File::open(path).map_err(refused)?;
    if file.metadata().is_ok_and(|m| m.is_file()) {
        return Ok(Box::new(file));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(refused)?;
    Ok(Box::new(Cursor::new(bytes)))
}

/// Reads all files to their ends.
fn read(arguments: &Arguments) -> Result<Session, End> {
    let mut session = Session::new(ebb::intake::native);
    let mut rest = Vec::new();
    for path in &arguments.files {
        let mut file = open(path)?;
        let mut head = Vec::new();
        Read::by_ref(&mut file)
            .take(HEAD as u64)
            .read_to_end(&mut head)
            .map_err(|e| End::usage(format!("{}: {e}", path.display())))?;
        session.open(
            &path
                .file_name()
                .unwrap_or(path.as_os_str())
                .to_string_lossy(),
            &head,
        );
        rest.push(file);
    }
    session.begin(&arguments.settings);
    let mut piece = vec![0; PIECE];
    for (index, file) in rest.iter_mut().enumerate() {
        loop {
            file.seek(SeekFrom::Start(0))?;
            loop {
                let n = file.read(&mut piece)?;
                if n == 0 {
                    break;
                }
                session.read(index, piece.get(..n).unwrap_or_default());
            }
            if !session.finish(index) {
                break;
            }
        }
    }
    Ok(session)
}

fn refused(problem: Problem) -> End {
    tell(&problem.issues, &problem.sources);
    let code = if problem.code == "nothing-read" {
        NOTHING_READ
    } else {
        USAGE
    };
    End {
        code,
        message: words::problem(&problem),
    }
}

fn tell(issues: &[Issue], sources: &[Source]) {
    let words = words::Words::english();
    for issue in issues {
        eprintln!("{}", words.issue(issue, sources));
    }
}

/// The contract's columns: customer, (user), (amount), file, line. No text of them is run by a spreadsheet.
fn write_roster(out: &mut impl Write, roster: &Roster) -> io::Result<()> {
    let kept: Vec<usize> = roster
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| matches!(column.id, "customer" | "user" | "amount" | "file" | "line"))
        .map(|(at, _)| at)
        .collect();
    let mut csv = csv::WriterBuilder::new().from_writer(out);
    csv.write_record(
        kept.iter()
            .filter_map(|&at| roster.columns.get(at))
            .map(|column| column.id),
    )?;
    for row in &roster.rows {
        csv.write_record(
            kept.iter()
                .filter_map(|&at| row.get(at))
                .map(|value| match value {
                    Value::None => String::new(),
                    Value::Number(n) => n.to_string(),
                    Value::Day(day) => day.to_string(),
                    Value::Text(text) => ebb::intake::guarded(text.clone()),
                }),
        )?;
    }
    csv.flush()
}

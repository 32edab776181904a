//! A file as it was read, before roles: plain comma-separated, RFC 4180, UTF-8, LF.

use super::cells;
use super::encoding::native;
use super::feed::Feed;
use super::guess::{Guess, HEAD, Head, Hindsight, guess};
use super::sample::{self, texts_as_written};
use super::sieve::{Kept, Sink};
use crate::settings::Settings;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Writes the header and the rows of `input`, which is read from its start, twice. An error of kind `InvalidData`
/// says that the input is no text.
pub fn table(input: &mut (impl Read + Seek), out: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(HEAD);
    input.seek(SeekFrom::Start(0))?;
    input.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
    let mut hindsight = Hindsight::default();
    // Whether a blank stands behind every delimiter: then it is a part of it.
    let mut spaced;
    // Only a reading of the whole tells that the first bytes tell the truth.
    loop {
        let (head, guess) = look(&bytes, &hindsight);
        if let Some(looks) = guess.no_text {
            let text = format!("this is no text ({looks})");
            return Err(io::Error::new(io::ErrorKind::InvalidData, text));
        }
        let mut feed = Feed::new(&guess, &head);
        spaced = true;
        let mut watch = |kept: Kept<'_>| {
            let (Kept::Header(record) | Kept::Row(record)) = kept;
            let blank = |i| record.field(i).starts_with(b" ");
            spaced &= guess.syntax.spaced || (1..record.spans.len()).all(blank);
        };
        pour(input, &mut feed, &mut watch)?;
        match feed.finish(&mut watch) {
            Some(better) => hindsight = better,
            None => break,
        }
    }
    let (head, guess) = look(&bytes, &hindsight);
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(out);
    let width = guess.columns.len();
    if guess.place.header != 1 && width > 0 {
        writer.write_record(guess.columns.iter().map(|column| &column.header))?;
    }
    let mut failed = None;
    let mut each = |kept: Kept<'_>| {
        let record = match kept {
            Kept::Header(_) if guess.place.header != 1 => return,
            Kept::Header(record) | Kept::Row(record) => record,
        };
        let mut cells = texts_as_written(&record);
        // A row ends where the header does, unless something stands beyond it.
        while cells.len() > width && cells.last().is_some_and(|cell| sample::is_blank(cell)) {
            cells.pop();
        }
        for cell in cells.iter_mut().skip(1).filter(|_| spaced) {
            if cell.starts_with(' ') {
                cell.remove(0);
            }
        }
        cells.resize(cells.len().max(width), String::new());
        if failed.is_none() {
            failed = writer
                .write_record(cells.iter().map(|text| cells::unguarded(text)))
                .err();
        }
    };
    let mut feed = Feed::new(&guess, &head);
    pour(input, &mut feed, &mut each)?;
    feed.finish(&mut each);
    match failed {
        Some(error) => Err(error.into()),
        None => writer.flush(),
    }
}

fn look<'a>(bytes: &'a [u8], hindsight: &'a Hindsight) -> (Head<'a>, Guess) {
    let head = Head {
        name: "",
        bytes,
        decoders: native,
        hindsight,
    };
    (head, guess(&head, &Settings::default()))
}

fn pour(input: &mut (impl Read + Seek), feed: &mut Feed, each: &mut dyn Sink) -> io::Result<()> {
    input.seek(SeekFrom::Start(0))?;
    let mut piece = vec![0; 64 * 1024];
    loop {
        match input.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(n) => feed.push(piece.get(..n).unwrap_or_default(), each),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

//! A file as it was read, before roles: plain comma-separated, RFC 4180, UTF-8, LF.

use super::guess::{HEAD, texts_as_written};
use super::records::{Record, Records};
use super::{cells, dialect, encoding};
use std::io::{self, Read, Write};

/// Writes the header and the rows of `input`. An error of kind `InvalidData` says that the input is no text.
pub fn table(input: &mut dyn Read, out: &mut dyn Write) -> io::Result<()> {
    let mut head = Vec::with_capacity(HEAD);
    Read::take(&mut *input, HEAD as u64).read_to_end(&mut head)?;
    if let Some(looks) = encoding::detect(&head).no_text {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("this is no text ({looks})"),
        ));
    }
    let text = head.strip_prefix(encoding::MARK).unwrap_or(&head);
    let mut records = Records::new(dialect::delimiter(text));
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(out);
    let mut failed = None;
    let mut each = |record: Record<'_>| {
        if failed.is_none() {
            let texts = texts_as_written(&record);
            failed = writer
                .write_record(texts.iter().map(|text| cells::unguarded(text)))
                .err();
        }
    };
    records.push(text, &mut each);
    let mut piece = vec![0; 64 * 1024];
    loop {
        match input.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => records.push(piece.get(..n).unwrap_or_default(), &mut each),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    records.finish(&mut each);
    match failed {
        Some(error) => Err(error.into()),
        None => writer.flush(),
    }
}

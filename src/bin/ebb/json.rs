//! JSON exactly as the page's `JSON.stringify` writes it, so that both reports are equal byte for byte.

use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Writes one line.
pub(crate) fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(
        &mut *out, AsScripts,
    ))?;
    out.write_all(b"\n")
}

/// Numbers in ECMAScript's notation: shortest digits, an exponent only below 10⁻⁶.
struct AsScripts;

impl Formatter for AsScripts {
    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        if value != 0.0 && value.abs() < 1e-6 {
            write!(out, "{value:e}")
        } else {
            write!(out, "{value}")
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_written_as_scripts_write_them() {
        let mut out = Vec::new();
        let written = super::write(
            &mut out,
            &[0.0, 1.0, 0.5, 0.1 + 0.2, 1e-6, 1.25e-7, 0.000_012],
        );
        assert!(written.is_ok());
        // What JSON.stringify prints of the same list.
        assert_eq!(
            String::from_utf8_lossy(&out),
            "[0,1,0.5,0.30000000000000004,0.000001,1.25e-7,0.000012]\n"
        );
    }
}

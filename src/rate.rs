//! A part of a whole that keeps its evidence.

/// z of the 95 % interval (definitions, section 9).
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % Wilson interval of n out of `of`; None where there is nothing to be a part of.
/// At n = 0 the low end is exactly 0, at n = `of` the high end is exactly 1.
pub fn wilson(n: i64, of: i64) -> Option<(f64, f64)> {
    if of <= 0 || n < 0 || n > of {
        return None;
    }
    let (n_, of_) = (n as f64, of as f64);
    let p = n_ / of_;
    let zz = Z * Z;
    let scale = 1.0 + zz / of_;
    let centre = (p + zz / (2.0 * of_)) / scale;
    let half = Z / scale * (p * (1.0 - p) / of_ + zz / (4.0 * of_ * of_)).sqrt();
    let low = if n == 0 {
        0.0
    } else {
        (centre - half).max(0.0)
    };
    let high = if n == of {
        1.0
    } else {
        (centre + half).min(1.0)
    };
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    #[test]
    fn the_published_examples_come_out() {
        for (n, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let (l, h) = wilson(n, of).unwrap_or((f64::NAN, f64::NAN));
            assert!(
                (l - low).abs() < 5e-5 && (h - high).abs() < 5e-5,
                "{n} of {of}: {l} to {h}"
            );
        }
    }

    #[test]
    fn no_whole_no_interval_and_the_ends_are_exact() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
        assert_eq!(wilson(0, 7).map(|i| i.0.to_bits()), Some(0f64.to_bits()));
        assert_eq!(wilson(7, 7).map(|i| i.1.to_bits()), Some(1f64.to_bits()));
    }
}

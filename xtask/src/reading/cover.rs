//! Few combinations in which every pair of choices stands at least once.

use crate::sample::luck::Luck;

/// Combinations of `sizes` that hold every pair of two questions' choices that `wanted` names and some valid
/// combination has, beyond the pairs that `known` have already.
pub(super) fn pairs(
    sizes: &[usize],
    known: &[Vec<usize>],
    wanted: impl Fn(usize, usize) -> bool,
    valid: impl Fn(&[usize]) -> bool,
) -> (Vec<Vec<usize>>, usize) {
    let mut open: Vec<[usize; 4]> = Vec::new();
    for a in 0..sizes.len() {
        for b in a + 1..sizes.len() {
            for x in 0..if wanted(a, b) { sizes[a] } else { 0 } {
                open.extend((0..sizes[b]).map(|y| [a, x, b, y]));
            }
        }
    }
    let holds = |row: &[usize], [a, x, b, y]: [usize; 4]| row[a] == x && row[b] == y;
    open.retain(|&pair| !known.iter().any(|row| holds(row, pair)));
    let mut luck = Luck(9);
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut impossible = 0;
    while let Some(&pair) = open.first() {
        let [a, x, b, y] = pair;
        let mut best: Option<(usize, Vec<usize>)> = None;
        for attempt in 0..120 {
            let mut row = vec![usize::MAX; sizes.len()];
            (row[a], row[b]) = (x, y);
            let mut order: Vec<usize> = (0..sizes.len()).filter(|q| *q != a && *q != b).collect();
            luck.shuffle(&mut order);
            for question in order {
                let gain = |choice: usize, row: &[usize]| {
                    let mut row = row.to_vec();
                    row[question] = choice;
                    let new = open
                        .iter()
                        .filter(|pair| pair[0] == question || pair[2] == question);
                    new.filter(|&&pair| holds(&row, pair)).count()
                };
                // The later attempts care less for new pairs and more for being possible.
                let start = luck.below(sizes[question] as u32) as usize;
                let choices = (0..sizes[question]).map(|i| (start + i) % sizes[question]);
                row[question] = if attempt % 3 == 2 {
                    if luck.chance(400) { 0 } else { start }
                } else {
                    choices.max_by_key(|&c| gain(c, &row)).unwrap_or(0)
                };
            }
            let gained = open.iter().filter(|&&pair| holds(&row, pair)).count();
            if best.as_ref().is_none_or(|(most, _)| gained > *most) && valid(&row) {
                best = Some((gained, row));
            }
            if attempt >= 30 && best.is_some() {
                break;
            }
        }
        match best {
            Some((_, row)) => {
                open.retain(|&pair| !holds(&row, pair));
                rows.push(row);
            }
            None => {
                open.remove(0);
                impossible += 1;
            }
        }
    }
    (rows, impossible)
}

//! The zone whose days are counted.

use crate::value::{Read, Value, Wrong};
use serde::Serialize;

/// Offsets since 1990 by place, made by `cargo xtask zones`, which tells the format. They are a twentieth of the pack,
/// and few need them: a page loads them when a place is named.
#[cfg(not(target_arch = "wasm32"))]
fn table() -> &'static str {
    include_str!("zones.txt")
}

#[cfg(target_arch = "wasm32")]
static LEARNED: std::sync::OnceLock<String> = std::sync::OnceLock::new();

#[cfg(target_arch = "wasm32")]
fn table() -> &'static str {
    LEARNED.get().map_or("", String::as_str)
}

/// Takes the table of places; the first one stands.
#[cfg(target_arch = "wasm32")]
pub fn learn_zones(table: String) {
    LEARNED.get_or_init(|| table);
}

/// 1990-01-01T00:00Z in seconds.
const FROM: i64 = 631_152_000;

/// UTC, a fixed offset `±HH:MM`, or a place by its IANA name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct Zone {
    name: String,
    /// Seconds east of UTC before the first change.
    first: i32,
    /// Since when (seconds since 1970 in UTC) which offset holds, ascending.
    changes: Vec<(i64, i32)>,
}

impl Default for Zone {
    fn default() -> Zone {
        Zone::fixed("UTC", 0)
    }
}

impl Zone {
    fn fixed(name: &str, offset: i32) -> Zone {
        Zone {
            name: name.to_owned(),
            first: offset,
            changes: Vec::new(),
        }
    }

    /// The name as it stands in the report: `UTC`, `+09:00`, `Asia/Seoul`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Seconds east of UTC at this moment (`utc` in seconds since 1970-01-01T00:00Z).
    pub fn offset(&self, utc: i64) -> i32 {
        let before = self.changes.partition_point(|&(since, _)| since <= utc);
        before
            .checked_sub(1)
            .map_or(self.first, |i| self.changes[i].1)
    }

    fn place(name: &str) -> Option<Zone> {
        let history = table().lines().find_map(|line| {
            let (names, history) = line.split_once('|')?;
            names.split(' ').any(|n| n == name).then_some(history)
        })?;
        let mut words = history.split(' ');
        let mut zone = Zone::fixed(name, 60 * words.next()?.parse::<i32>().ok()?);
        let (mut since, mut offset) = (FROM, zone.first);
        for word in words {
            let (minutes, step) = match (word.split_once('~'), word.strip_suffix('-')) {
                (Some((minutes, step)), _) => (minutes, step.parse::<i32>().ok()?),
                (None, Some(minutes)) => (minutes, -60),
                (None, None) => (word, 60),
            };
            since += 60 * i64::from(minutes.parse::<i32>().ok()?);
            offset += 60 * step;
            zone.changes.push((since, offset));
        }
        Some(zone)
    }

    /// `±HH:MM` up to 18 hours, as ISO 8601 writes it.
    fn numeric(name: &str) -> Option<Zone> {
        let sign = match name.as_bytes() {
            [b'+', _, _, b':', _, _] => 1,
            [b'-', _, _, b':', _, _] => -1,
            _ => return None,
        };
        let part = |text: Option<&str>| {
            text.filter(|t| t.bytes().all(|b| b.is_ascii_digit()))?
                .parse::<i32>()
                .ok()
        };
        let (hours, minutes) = (part(name.get(1..3))?, part(name.get(4..6))?);
        (minutes < 60 && hours * 60 + minutes <= 18 * 60)
            .then(|| Zone::fixed(name, sign * 60 * (hours * 60 + minutes)))
    }
}

impl TryFrom<String> for Zone {
    type Error = String;

    fn try_from(name: String) -> Result<Zone, String> {
        match name.as_str() {
            "UTC" | "Z" | "GMT" => Ok(Zone::default()),
            _ => Zone::numeric(&name)
                .or_else(|| Zone::place(&name))
                .ok_or_else(|| format!("unknown time zone `{name}`: expected UTC, an offset such as +09:00, or a name such as Asia/Seoul")),
        }
    }
}

impl Read for Zone {
    fn read(value: &Value) -> Result<Zone, Wrong> {
        Zone::try_from(value.text()?.to_owned()).map_err(Wrong::new)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offset(zone: &str, utc: i64) -> Result<i32, String> {
        Ok(Zone::try_from(zone.to_owned())?.offset(utc))
    }

    #[test]
    fn places_and_offsets_are_known() {
        assert_eq!(offset("Asia/Seoul", 1_700_000_000), Ok(9 * 3600));
        assert_eq!(offset("+05:45", 0), Ok(5 * 3600 + 45 * 60));
        assert_eq!(offset("-03:30", 0), Ok(-(3 * 3600 + 30 * 60)));
        assert_eq!(offset("UTC", 0), Ok(0));
        // Names of IANA's list that are in no region.
        assert_eq!(offset("Japan", 1_700_000_000), Ok(9 * 3600));
        assert_eq!(offset("EST5EDT", 1_710_054_000), Ok(-4 * 3600));
        assert_eq!(offset("Etc/GMT-9", 0), Ok(9 * 3600));
    }

    #[test]
    fn summer_time_begins_and_ends_on_its_second() {
        // 2024-03-10T07:00Z and 2024-11-03T06:00Z in New York.
        assert_eq!(offset("America/New_York", 1_710_053_999), Ok(-5 * 3600));
        assert_eq!(offset("America/New_York", 1_710_054_000), Ok(-4 * 3600));
        assert_eq!(offset("America/New_York", 1_730_613_599), Ok(-4 * 3600));
        assert_eq!(offset("America/New_York", 1_730_613_600), Ok(-5 * 3600));
    }

    #[test]
    fn what_is_no_zone_is_refused_by_name() {
        for bad in [
            "Asia/Nowhere",
            "+9",
            "+09:60",
            "+19:00",
            "+0a:00",
            "KST",
            "",
            "Asia",
            "+°9:00",
        ] {
            assert!(offset(bad, 0).is_err_and(|e| e.contains(bad)), "{bad}");
        }
    }

    #[test]
    fn every_line_of_the_table_reads() {
        for line in table().lines() {
            let name = line.split([' ', '|']).next().unwrap_or_default();
            assert!(Zone::place(name).is_some(), "{line}");
        }
    }
}

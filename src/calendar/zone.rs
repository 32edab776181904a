//! The zone whose days are counted.

use serde::{Deserialize, Serialize};

/// UTC, a fixed offset, or a place by its IANA name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone {
    name: String,
    /// Seconds east of UTC.
    fixed: i32,
}

impl Default for Zone {
    fn default() -> Zone {
        Zone { name: "UTC".into(), fixed: 0 }
    }
}

impl Zone {
    /// The name as it stands in the report: `UTC`, `+09:00`, `Asia/Seoul`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Seconds east of UTC at this moment (`utc` in seconds since 1970-01-01T00:00Z).
    pub fn offset(&self, _utc: i64) -> i32 {
        self.fixed
    }
}

impl TryFrom<String> for Zone {
    type Error = String;

    fn try_from(name: String) -> Result<Zone, String> {
        if name == "UTC" {
            return Ok(Zone::default());
        }
        Err(format!("unknown time zone `{name}`"))
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name
    }
}

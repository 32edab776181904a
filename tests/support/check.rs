//! Holds parts of a report against what a case expects of them.

use crate::support;
use serde_json::{Map, Value, json};

/// Compares, counts what it compared, and tells what is wrong.
#[derive(Default)]
pub(crate) struct Check {
    pub(crate) faults: Vec<String>,
    pub(crate) checks: usize,
}

impl Check {
    pub(crate) fn fault(&mut self, text: String) {
        self.faults.push(text);
    }

    pub(crate) fn same(&mut self, place: &str, wanted: &Value, got: &Value) {
        self.checks += 1;
        if wanted != got {
            self.fault(format!("{place}: expected {wanted}, got {got}"));
        }
    }

    pub(crate) fn report(&mut self, report: &Value, expect: &Map<String, Value>) {
        for (key, wanted) in expect {
            match key.as_str() {
                "as_of" | "currency" | "exponent" | "zone" => {
                    self.same(key, wanted, &report[key.as_str()])
                }
                "sources" => self.sources(report, wanted),
                "issues" => self.issues(report, wanted),
                "no_issues" => self.no_issues(report, wanted),
                "figures" => self.figures(report, wanted),
                "periods" | "incomplete" | "order" => self.layout(key, report, wanted),
                "unanswered" => self.unanswered(report, wanted),
                _ => {}
            }
        }
        for source in report["sources"].as_array().unwrap() {
            let number = |key: &str| source[key].as_u64().unwrap();
            if number("read") + number("set_aside") != number("rows") {
                self.fault(format!(
                    "{}: rows read and set aside are not the rows: {source}",
                    source["file"]
                ));
            }
        }
    }

    fn sources(&mut self, report: &Value, wanted: &Value) {
        for (file, fields) in wanted.as_object().unwrap() {
            let Some(source) = report["sources"]
                .as_array()
                .unwrap()
                .iter()
                .find(|s| s["file"] == json!(file))
            else {
                self.fault(format!("sources: no {file}"));
                continue;
            };
            for (key, value) in fields.as_object().unwrap() {
                if key == "roles" {
                    for (header, role) in value.as_object().unwrap() {
                        let column = source["columns"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .find(|c| c["header"] == json!(header));
                        let got = column.map_or(json!("no such column"), |c| c["role"].clone());
                        self.same(&format!("{file}, role of {header}"), role, &got);
                    }
                } else {
                    self.same(&format!("{file}, {key}"), value, &source[key.as_str()]);
                }
            }
        }
    }

    fn issues(&mut self, report: &Value, wanted: &Value) {
        let told = report["issues"].as_array().unwrap();
        for issue in wanted.as_array().unwrap() {
            self.checks += 1;
            let meets = |got: &&Value| {
                issue
                    .as_object()
                    .unwrap()
                    .iter()
                    .all(|(key, value)| match key.as_str() {
                        "args" => value
                            .as_object()
                            .unwrap()
                            .iter()
                            .all(|(name, arg)| &got["args"][name.as_str()] == arg),
                        _ => &got[key.as_str()] == value,
                    })
            };
            if !told.iter().any(|got| meets(&got)) {
                let like: Vec<String> = told
                    .iter()
                    .filter(|got| got["code"] == issue["code"])
                    .map(Value::to_string)
                    .collect();
                let all: Vec<&str> = told.iter().filter_map(|got| got["code"].as_str()).collect();
                let got = if like.is_empty() {
                    format!("only {all:?}")
                } else {
                    like.join(" and ")
                };
                self.fault(format!("issues: expected {issue}, got {got}"));
            }
        }
    }

    fn no_issues(&mut self, report: &Value, wanted: &Value) {
        for code in wanted.as_array().unwrap() {
            self.checks += 1;
            if let Some(got) = report["issues"]
                .as_array()
                .unwrap()
                .iter()
                .find(|i| &i["code"] == code)
            {
                self.fault(format!("issues: expected no {code}, got {got}"));
            }
        }
    }

    fn unanswered(&mut self, report: &Value, wanted: &Value) {
        let all = report["unanswered"].as_array().unwrap();
        for (id, needs) in wanted.as_object().unwrap() {
            self.checks += 1;
            let got = all
                .iter()
                .find(|u| u["id"] == json!(id))
                .map_or(Value::Null, |u| u["needs"].clone());
            let named = |need: &Value| got.as_array().is_some_and(|list| list.contains(need));
            if !needs.as_array().unwrap().iter().all(named) {
                self.fault(format!("unanswered {id}: expected {needs}, got {got}"));
            }
            if support::figure(report, id, None).is_some() {
                self.fault(format!("{id}: expected to be absent"));
            }
        }
    }

    /// `periods`: the starts of a series' periods. `incomplete`: those of them that are. `order`: lines or parts.
    fn layout(&mut self, key: &str, report: &Value, wanted: &Value) {
        for (id, list) in wanted.as_object().unwrap() {
            let Some(figure) = support::figure(report, id, None) else {
                self.fault(format!("{key}: no figure {id}"));
                continue;
            };
            let items = |field: &str| figure[field].as_array().cloned().unwrap_or_default();
            let got: Vec<Value> = match key {
                "order" => items("lines")
                    .iter()
                    .chain(&items("parts"))
                    .map(|item| json!(name_of(item)))
                    .collect(),
                "periods" => items("periods")
                    .iter()
                    .map(|p| p["start"].clone())
                    .collect(),
                _ => items("periods")
                    .iter()
                    .filter(|p| p["complete"] == false)
                    .map(|p| p["start"].clone())
                    .collect(),
            };
            self.same(&format!("{key} of {id}"), list, &Value::Array(got));
        }
    }

    fn figures(&mut self, report: &Value, wanted: &Value) {
        for (name, parts) in wanted.as_object().unwrap() {
            let figures = report["figures"].as_array().unwrap();
            let Some(figure) = figures.iter().find(|f| name_of(f) == *name) else {
                self.fault(format!(
                    "figures: no {name}; unanswered {}",
                    report["unanswered"]
                ));
                continue;
            };
            for (key, part) in parts.as_object().unwrap() {
                let place = format!("{name} {key}");
                match figure["shape"].as_str().unwrap() {
                    "series" => self.period(&place, figure, key, part),
                    "triangle" if key == "average" => self.cells(&place, part, &figure["average"]),
                    "triangle" => {
                        let cohorts = figure["cohorts"].as_array().unwrap();
                        match cohorts.iter().find(|c| c["start"] == json!(key)) {
                            Some(cohort) => {
                                self.same(&format!("{place} size"), &part["size"], &cohort["size"]);
                                self.cells(&place, &part["cells"], &cohort["cells"]);
                            }
                            None => self.fault(format!("{place}: no such cohort")),
                        }
                    }
                    "split" => match figure["parts"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .find(|p| name_of(p) == *key)
                    {
                        Some(got) => {
                            self.cell(&place, part, &got["cell"]);
                            if let Some(money) = part.get("money") {
                                self.same(&format!("{place} money"), money, &got["money"]["n"]);
                            }
                        }
                        None => self.fault(format!("{place}: no such part")),
                    },
                    shape => self.fault(format!("{place}: {shape} is no shape that cases know")),
                }
            }
            if figure["shape"] == "triangle"
                && parts.as_object().unwrap().keys().any(|k| k != "average")
            {
                let named: Vec<&String> = parts
                    .as_object()
                    .unwrap()
                    .keys()
                    .filter(|k| *k != "average")
                    .collect();
                let extra = figure["cohorts"].as_array().unwrap().len() as i64 - named.len() as i64;
                if extra > 0 {
                    self.fault(format!("{name}: {extra} cohorts that were not expected"));
                }
            }
        }
    }

    fn period(&mut self, place: &str, figure: &Value, start: &str, lines: &Value) {
        let Some(at) = figure["periods"]
            .as_array()
            .unwrap()
            .iter()
            .position(|p| p["start"] == start)
        else {
            return self.fault(format!("{place}: no such period"));
        };
        for (name, wanted) in lines.as_object().unwrap() {
            match figure["lines"]
                .as_array()
                .unwrap()
                .iter()
                .find(|l| name_of(l) == *name)
            {
                Some(line) => self.cell(&format!("{place} {name}"), wanted, &line["cells"][at]),
                None => self.fault(format!("{place}: no line {name}")),
            }
        }
    }

    fn cells(&mut self, place: &str, wanted: &Value, got: &Value) {
        let (wanted, got) = (wanted.as_array().unwrap(), got.as_array().unwrap());
        if wanted.len() != got.len() {
            self.fault(format!(
                "{place}: expected {} ages, got {}",
                wanted.len(),
                got.len()
            ));
        }
        for (age, (wanted, got)) in wanted.iter().zip(got).enumerate() {
            self.cell(&format!("{place} age {age}"), wanted, got);
        }
    }

    fn cell(&mut self, place: &str, wanted: &Value, got: &Value) {
        self.checks += 1;
        if !cell_meets(wanted, got) {
            self.fault(format!("{place}: expected {wanted}, got {got}"));
        }
    }
}

fn cell_meets(wanted: &Value, got: &Value) -> bool {
    let partial = got.get("partial").is_some_and(|p| p == true);
    match wanted {
        Value::Null => got.is_null(),
        Value::Number(n) => !partial && got.get("n") == Some(&Value::Number(n.clone())),
        Value::String(text) => {
            let (number, so_far) = text
                .strip_suffix(" so far")
                .map_or((text.as_str(), false), |rest| (rest, true));
            let mut numbers = number.split('/').map(|n| {
                n.parse::<i64>()
                    .unwrap_or_else(|_| panic!("a cell: {text}"))
            });
            let n = numbers.next();
            let of = numbers.next();
            let same = |key: &str, want: i64| got.get(key).and_then(Value::as_i64) == Some(want);
            partial == so_far
                && n.is_some_and(|n| same("n", n))
                && of.is_none_or(|of| same("of", of))
        }
        Value::Object(fields) => fields.iter().all(|(key, want)| match key.as_str() {
            "money" => true,
            "low" | "high" => match (want.as_f64(), got.get(key).and_then(Value::as_f64)) {
                (Some(want), Some(got)) => (want - got).abs() < 5e-5,
                (want, got) => want.is_none() && got.is_none(),
            },
            _ => got.get(key) == Some(want),
        }),
        _ => panic!("no notation of a cell: {wanted}"),
    }
}

/// `churn`, `churn [Pro]`.
fn name_of(item: &Value) -> String {
    let id = item["id"].as_str().unwrap_or_default();
    item.get("segment")
        .and_then(Value::as_str)
        .map_or_else(|| id.to_owned(), |value| format!("{id} [{value}]"))
}

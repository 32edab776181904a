//! The page's own English sentences, said on a terminal: `www/locales/issues.en.ftl`.

use ebb::issue::{Arg, Issue};
use ebb::report::Source;
use ebb::roles::Kind;
use ebb::session::Problem;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

/// Messages of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The sentences about files.
    pub(crate) fn english() -> Words {
        // What the parser cannot read it leaves out; a test reads every message.
        let resource =
            FluentResource::try_new(include_str!("../../../www/locales/issues.en.ftl").to_owned())
                .unwrap_or_else(|(readable, _)| readable);
        let mut bundle = FluentBundle::new(vec![unic_langid::langid!("en")]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Words { bundle }
    }

    /// `file:line: column: what stands there; what was expected; what was done`.
    pub(crate) fn issue(&self, issue: &Issue, sources: &[Source]) -> String {
        let mut place = String::new();
        if let Some(file) = &issue.file {
            place.push_str(file);
            if let Some(line) = issue.line {
                place.push_str(&format!(":{line}"));
            }
            place.push_str(": ");
        }
        if let Some(column) = &issue.column {
            place.push_str(&format!("{column}: "));
        }
        let mut args = FluentArgs::new();
        // What was done differs by kind: of a customers row only the money or the term is set aside.
        let kind = sources
            .iter()
            .find(|s| Some(&s.file) == issue.file.as_ref())
            .and_then(|s| s.kind);
        args.set("kind", kind.map_or("", Kind::word));
        for (name, arg) in issue.args.iter() {
            match arg {
                Arg::Number(n) => args.set(*name, FluentValue::from(*n)),
                Arg::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
            }
        }
        args.set("count", issue.count);
        args.set("file", issue.file.clone().unwrap_or_default());
        args.set("line", issue.line.unwrap_or_default());
        args.set("column", issue.column.clone().unwrap_or_default());
        let said: Vec<String> = ["stands", "expected", "done"]
            .iter()
            .filter_map(|attribute| self.message(issue.code.text(), attribute, &args))
            .collect();
        line(&format!("{place}{}", said.join("; ")))
    }

    fn message(&self, code: &str, attribute: &str, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(&format!("issue-{code}"))?;
        let pattern = message.get_attribute(attribute)?.value();
        let said = self
            .bundle
            .format_pattern(pattern, Some(args), &mut Vec::new());
        let said = said.trim().trim_end_matches('.');
        (!said.is_empty()).then(|| said.to_owned())
    }
}

/// One line: text from a file may hold line breaks, and signs that turn a terminal or its text around.
fn line(text: &str) -> String {
    let turns = |c: char| {
        let marks = '\u{200e}'..='\u{200f}';
        let overrides = '\u{202a}'..='\u{202e}';
        let isolates = '\u{2066}'..='\u{2069}';
        c.is_control()
            || [marks, overrides, isolates]
                .iter()
                .any(|all| all.contains(&c))
    };
    text.replace(turns, " ")
}

/// Why there is no result.
pub(crate) fn problem(problem: &Problem) -> String {
    let arg = |name: &str| match problem.args.get(name) {
        Some(Arg::Text(text)) => text.clone(),
        Some(Arg::Number(n)) => n.to_string(),
        None => String::new(),
    };
    match problem.code {
        "nothing-read" => "None of these files gave a usable row.".to_owned(),
        "too-large" => format!(
            "{}: a sum passes 2^53 − 1, more than a report can hold exactly.",
            arg("figure")
        ),
        "too-many-cells" => format!(
            "{}: it has more cells than a page can show. A coarser grain or fewer values of the split have fewer, and so has an as-of date before a day that lies far ahead by mistake.",
            arg("figure")
        ),
        "no-such-cell" => format!("{}: the report has no such cell.", arg("figure")),
        code => format!("{code}: {}", arg("text")),
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use ebb::issue::{Code, Issue};

    #[test]
    fn every_code_says_what_stands_there_what_was_expected_and_what_was_done() {
        let words = Words::english();
        for &code in Code::ALL {
            let said = words.issue(&Issue::new(code), &[]);
            assert_eq!(said.matches("; ").count(), 2, "{}: {said}", code.text());
        }
    }
}

//! What the doors are told: a value of JSON first, then every field by its name. One path reads all fields of all
//! types; what serde makes anew for each of them weighs ten times as much.

mod declare;

pub(crate) use declare::{record, words};

use crate::order::Sorted;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What JSON can say.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // JSON's own words
pub enum Value {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

/// Why a value cannot be read, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wrong(Box<Told>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    field: String,
    text: String,
}

impl Wrong {
    /// What is wrong.
    pub fn new(text: impl Into<String>) -> Wrong {
        Wrong(Box::new(Told {
            field: String::new(),
            text: text.into(),
        }))
    }

    /// The same, of a field of what it was told of.
    pub fn within(mut self, field: &str) -> Wrong {
        let told = &mut self.0.field;
        if !told.is_empty() {
            told.insert(0, '.');
        }
        told.insert_str(0, field);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Told { field, text } = &*self.0;
        if !field.is_empty() {
            f.write_str(field)?;
            f.write_str(": ")?;
        }
        f.write_str(text)
    }
}

/// What can be read from a value.
pub trait Read: Sized {
    /// Reads it.
    fn read(value: &Value) -> Result<Self, Wrong>;
}

/// A field to be read, whatever its type.
pub trait Place {
    /// Reads it.
    fn put(&mut self, value: &Value) -> Result<(), Wrong>;
}

impl<T: Read> Place for T {
    fn put(&mut self, value: &Value) -> Result<(), Wrong> {
        *self = T::read(value)?;
        Ok(())
    }
}

impl Value {
    /// The fields of a map by their names; others are refused.
    pub fn fill(&self, fields: &mut [(&str, &mut dyn Place)]) -> Result<(), Wrong> {
        let pairs = self.pairs()?;
        for (i, (key, value)) in pairs.iter().enumerate() {
            if pairs.iter().take(i).any(|(earlier, _)| earlier == key) {
                return Err(Wrong::new(text(&["duplicate field `", key, "`"])));
            }
            match fields.iter_mut().find(|(name, _)| name == key) {
                Some((_, place)) => place.put(value).map_err(|e| e.within(key))?,
                None => {
                    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
                    return Err(unknown("field", key, &names));
                }
            }
        }
        Ok(())
    }

    /// Which of these words it is.
    pub fn one_of(&self, words: &[&str]) -> Result<usize, Wrong> {
        let text = self.text()?;
        let known = words.iter().position(|word| *word == text);
        known.ok_or_else(|| unknown("variant", text, words))
    }

    /// The text it is.
    pub fn text(&self) -> Result<&str, Wrong> {
        match self {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong("a string")),
        }
    }

    /// Takes one item after the other.
    fn each(&self, take: &mut dyn FnMut(&Value) -> Result<(), Wrong>) -> Result<(), Wrong> {
        self.items()?.iter().try_for_each(take)
    }

    /// Takes one field after the other.
    fn each_field(
        &self,
        take: &mut dyn FnMut(&String, &Value) -> Result<(), Wrong>,
    ) -> Result<(), Wrong> {
        let mut pairs = self.pairs()?.iter();
        pairs.try_for_each(|(key, value)| take(key, value).map_err(|e| e.within(key)))
    }

    fn items(&self) -> Result<&[Value], Wrong> {
        match self {
            Value::List(items) => Ok(items),
            _ => Err(self.wrong("a sequence")),
        }
    }

    /// The two values that it is a list of.
    fn two(&self) -> Result<(&Value, &Value), Wrong> {
        match self.items()? {
            [first, second] => Ok((first, second)),
            items => Err(Wrong::new(text(&[
                "invalid length ",
                &items.len().to_string(),
                ", expected a tuple of size 2",
            ]))),
        }
    }

    fn pairs(&self) -> Result<&[(String, Value)], Wrong> {
        match self {
            Value::Map(pairs) => Ok(pairs),
            _ => Err(self.wrong("a map")),
        }
    }

    fn wrong(&self, expected: &str) -> Wrong {
        let found = match self {
            Value::Null => "null".to_owned(),
            Value::Flag(flag) => text(&["boolean `", if *flag { "true" } else { "false" }, "`"]),
            Value::Number(n) if is_whole(*n) => text(&["integer `", &(*n as i64).to_string(), "`"]),
            // To write the digits of a fraction weighs more than all of this.
            Value::Number(_) => "a number".to_owned(),
            Value::Text(word) => text(&["string \"", word, "\""]),
            Value::List(_) => "sequence".to_owned(),
            Value::Map(_) => "map".to_owned(),
        };
        Wrong::new(text(&["invalid type: ", &found, ", expected ", expected]))
    }
}

fn unknown(what: &str, word: &str, known: &[&str]) -> Wrong {
    let mut all = text(&["unknown ", what, " `", word, "`, expected one of"]);
    for (i, word) in known.iter().enumerate() {
        all.push_str(&text(&[if i == 0 { " `" } else { ", `" }, word, "`"]));
    }
    Wrong::new(all)
}

/// The parts in one: the library's own way is made anew for each use.
fn text(parts: &[&str]) -> String {
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}

/// Numbers of JavaScript are whole exactly up to here.
const MOST_WHOLE: f64 = 9_007_199_254_740_991.0;

fn is_whole(n: f64) -> bool {
    n.abs() <= MOST_WHOLE && n.fract().abs() <= 0.0
}

impl Read for bool {
    fn read(value: &Value) -> Result<bool, Wrong> {
        match value {
            Value::Flag(flag) => Ok(*flag),
            _ => Err(value.wrong("a boolean")),
        }
    }
}

impl Read for u32 {
    fn read(value: &Value) -> Result<u32, Wrong> {
        match value {
            Value::Number(n) if is_whole(*n) && (0.0..=f64::from(u32::MAX)).contains(n) => {
                Ok(*n as u32)
            }
            _ => Err(value.wrong("u32")),
        }
    }
}

impl Read for f64 {
    fn read(value: &Value) -> Result<f64, Wrong> {
        match value {
            Value::Number(n) => Ok(*n),
            _ => Err(value.wrong("f64")),
        }
    }
}

impl Read for String {
    fn read(value: &Value) -> Result<String, Wrong> {
        value.text().map(str::to_owned)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value) -> Result<Option<T>, Wrong> {
        match value {
            Value::Null => Ok(None),
            value => T::read(value).map(Some),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Result<Vec<T>, Wrong> {
        let mut items = Vec::new();
        value.each(&mut |item| {
            items.push(T::read(item)?);
            Ok(())
        })?;
        Ok(items)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: &Value) -> Result<(A, B), Wrong> {
        let (first, second) = value.two()?;
        Ok((A::read(first)?, B::read(second)?))
    }
}

impl<T: Read> Read for Sorted<String, T> {
    fn read(value: &Value) -> Result<Sorted<String, T>, Wrong> {
        let mut sorted = Sorted::new();
        value.each_field(&mut |key, value| {
            sorted.insert(key.clone(), T::read(value)?);
            Ok(())
        })?;
        Ok(sorted)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Value, D::Error> {
        d.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, n: i64) -> Result<Value, E> {
        Ok(Value::Number(n as f64))
    }

    fn visit_u64<E>(self, n: u64) -> Result<Value, E> {
        Ok(Value::Number(n as f64))
    }

    fn visit_f64<E>(self, n: f64) -> Result<Value, E> {
        Ok(Value::Number(n))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Value::Map(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: Read>(text: &str) -> Result<T, String> {
        let value: Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
        T::read(&value).map_err(|e| e.to_string())
    }

    #[test]
    fn whole_numbers_are_read_in_their_range_alone() {
        assert_eq!(read("0"), Ok(0));
        assert_eq!(read("4294967295"), Ok(u32::MAX));
        for bad in ["-1", "4294967296", "1.5", "1e300", "true", "\"1\"", "null"] {
            assert!(read::<u32>(bad).is_err(), "{bad}");
        }
        assert_eq!(read("[1.5, -2]"), Ok(vec![1.5, -2.0]));
    }

    #[test]
    fn what_is_wrong_is_told_with_what_was_expected() {
        for (text, wrong) in [
            ("3", "invalid type: integer `3`, expected a map"),
            (
                r#"{"a": [1, true]}"#,
                "a: invalid type: boolean `true`, expected u32",
            ),
            (r#"{"a": {}}"#, "a: invalid type: map, expected a sequence"),
        ] {
            assert_eq!(
                read::<Sorted<String, Vec<u32>>>(text),
                Err(wrong.to_owned())
            );
        }
        assert_eq!(
            read::<(u32, Option<u32>)>("[1]"),
            Err("invalid length 1, expected a tuple of size 2".to_owned())
        );
        assert_eq!(read("[1, null]"), Ok((1u32, None::<u32>)));
    }

    #[test]
    fn of_equal_keys_the_last_one_stands() {
        let read: Result<Sorted<String, bool>, _> = read(r#"{"a": true, "a": false}"#);
        assert_eq!(read, Ok(Sorted::from([("a".to_owned(), false)])));
    }
}

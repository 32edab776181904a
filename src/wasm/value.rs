//! Values of JavaScript as serde reads them. Settings and queries are small: they become one plain tree first, and
//! everything is read from that one type, which keeps the pack small.

use js_sys::{Array, Object};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// Nothing that is read lies deeper.
const DEEPEST: u32 = 8;

/// What JSON can say.
pub(super) enum Value {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value as `JSON.stringify` would write it.
    pub(super) fn of(value: &JsValue) -> Value {
        Value::within(value, DEEPEST)
    }

    fn within(value: &JsValue, depth: u32) -> Value {
        if let Some(flag) = value.as_bool() {
            Value::Flag(flag)
        } else if let Some(number) = value.as_f64() {
            Value::Number(number)
        } else if let Some(text) = value.as_string() {
            Value::Text(text)
        } else if !value.is_object() || depth == 0 {
            Value::Null
        } else if let Some(list) = value.dyn_ref::<Array>() {
            let item = |item: JsValue| Value::within(&item, depth - 1);
            Value::List(list.iter().map(item).collect())
        } else {
            let pair = |pair: JsValue| {
                let pair = Array::from(&pair);
                let (key, value) = (pair.get(0).as_string()?, pair.get(1));
                (!value.is_undefined()).then(|| (key, Value::within(&value, depth - 1)))
            };
            let pairs = Object::entries(value.unchecked_ref());
            Value::Map(pairs.iter().filter_map(pair).collect())
        }
    }

    fn wrong(&self, expected: &dyn Expected) -> Wrong {
        let found = match self {
            Value::Null => Unexpected::Unit,
            Value::Flag(flag) => Unexpected::Bool(*flag),
            Value::Number(number) => Unexpected::Float(*number),
            Value::Text(text) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Map(_) => Unexpected::Map,
        };
        Wrong::invalid_type(found, expected)
    }
}

/// Numbers of JavaScript are whole exactly up to here.
const MOST_WHOLE: f64 = 9_007_199_254_740_991.0;

impl<'de> Deserializer<'de> for Value {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self {
            Value::Null => visitor.visit_unit(),
            Value::Flag(flag) => visitor.visit_bool(flag),
            Value::Number(n) if n.trunc() != n || n.abs() > MOST_WHOLE => visitor.visit_f64(n),
            Value::Number(n) if n < 0.0 => visitor.visit_i64(n as i64),
            Value::Number(n) => visitor.visit_u64(n as u64),
            Value::Text(text) => visitor.visit_string(text),
            Value::List(_) | Value::Map(_) => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let Value::List(items) = self else {
            return Err(self.wrong(&visitor));
        };
        let mut items = SeqDeserializer::new(items.into_iter());
        let value = visitor.visit_seq(&mut items)?;
        items.end().map(|()| value)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let Value::Map(pairs) = self else {
            return Err(self.wrong(&visitor));
        };
        visitor.visit_map(MapDeserializer::new(pairs.into_iter()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self {
            Value::Text(text) => visitor.visit_enum(text.into_deserializer()),
            _ => Err(self.wrong(&visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct tuple_struct identifier ignored_any
    }
}

impl IntoDeserializer<'_, Wrong> for Value {
    type Deserializer = Value;

    fn into_deserializer(self) -> Value {
        self
    }
}

/// Why a value cannot be read.
#[derive(Debug)]
pub(super) struct Wrong(String);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl Error for Wrong {
    fn custom<T: fmt::Display>(text: T) -> Wrong {
        Wrong(text.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Wrong {
        Wrong(format!(
            "invalid type: {}, expected {expected}",
            said(found)
        ))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Wrong {
        Wrong(format!(
            "invalid value: {}, expected {expected}",
            said(found)
        ))
    }
}

/// As serde says it, but for the digits of a fraction: to write them weighs more than all of this.
fn said(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Unit => "null".to_owned(),
        Unexpected::Bool(flag) => format!("boolean `{flag}`"),
        Unexpected::Unsigned(n) => format!("integer `{n}`"),
        Unexpected::Signed(n) => format!("integer `{n}`"),
        Unexpected::Float(_) => "a number".to_owned(),
        Unexpected::Str(text) => format!("string \"{text}\""),
        Unexpected::Seq => "sequence".to_owned(),
        _ => "map".to_owned(),
    }
}

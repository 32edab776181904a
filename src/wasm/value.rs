//! Values of JavaScript as settings and queries are read from.

use crate::value::Value;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Nothing that is read lies deeper.
const DEEPEST: u32 = 8;

/// The value as `JSON.stringify` would write it.
pub(super) fn of(value: &JsValue) -> Value {
    within(value, DEEPEST)
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
        let item = |item: JsValue| within(&item, depth - 1);
        Value::List(list.iter().map(item).collect())
    } else {
        let pair = |pair: JsValue| {
            let pair = Array::from(&pair);
            let (key, value) = (pair.get(0).as_string()?, pair.get(1));
            (!value.is_undefined()).then(|| (key, within(&value, depth - 1)))
        };
        let pairs = Object::entries(value.unchecked_ref());
        Value::Map(pairs.iter().filter_map(pair).collect())
    }
}
